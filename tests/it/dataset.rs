//! The check of a record file as its editor meets it, on a small record that is right and on broken ones.
//!
//! Separate from the unit tests of the rules because here the whole line counts that an editor reads.

mod acting;
mod broken;

use std::path::Path;

use dataset::model::Dataset;
use dataset::packed::{Broken, pack, unpack, unpack_first};
use dataset::source::{Verdict, check, check_file, report, schema, verdict};
use proptest::prelude::*;
use serde_json::{Value, json};

const SMALL: &str = include_str!("fixtures/small.json");

/// What the last event of the small record answered.
const COURT_ANSWERED: &str = r#""responds_to": ["2020-03-02-note-of-protest", "2020-03-01-lighthouse-dark"]"#;

/// The lines that the check has for `text`, without the name of the file in front.
fn lines(text: &str) -> Vec<String> {
    let problems = check("small.json", text).err().unwrap_or_default();
    let line =
        |line: String| line.strip_prefix("small.json: ").map_or_else(|| panic!("{line:?}"), str::to_owned);
    problems.iter().map(|problem| line(problem.to_string())).collect()
}

/// What the check doubts in `text`, which it lets through, without the name of the file in front.
fn doubts(text: &str) -> Vec<String> {
    let Verdict { record, warnings } = verdict("small.json", text.as_bytes());
    assert_eq!(record.err(), None);
    warnings.iter().map(|warning| warning.to_string().replacen("small.json: ", "", 1)).collect()
}

/// The small record with each `(old, new)` replaced; every `old` stands in it exactly once.
fn edited(edits: &[(&str, &str)]) -> String {
    edits.iter().fold(SMALL.to_owned(), |text, (old, new)| {
        assert_eq!(text.matches(old).count(), 1, "{old:?} does not stand once in the record");
        text.replace(old, new)
    })
}

fn small() -> &'static Dataset {
    check("small.json", SMALL).unwrap_or_else(|problems| panic!("{problems:?}"))
}

#[test]
fn the_small_record_is_right_and_its_events_are_in_time_order() {
    let record = small();
    let ids: Vec<_> = record.events.iter().map(|event| event.id).collect();
    assert_eq!(
        ids,
        ["2020-03-court-opened-case", "2020-03-01-lighthouse-dark", "2020-03-02-note-of-protest"]
    );
    let answered: Vec<_> =
        record.events[0].responds_to.iter().map(|event| record.events[event.get()].id).collect();
    assert_eq!(answered, ["2020-03-02-note-of-protest", "2020-03-01-lighthouse-dark"]);
    assert_eq!(
        [record.events[0].short, record.events[1].short],
        [None, Some("Lighthouse put out by the Fleet")]
    );
    assert_eq!(record.actors[record.events[1].initiators[0].get()].short, "North Fleet");
    assert_eq!(record.events[1].cameo.map(|cameo| cameo.goldstein), Some(-9.2));
}

#[test]
fn the_order_of_the_events_in_the_file_does_not_matter() {
    let mut file: Value = serde_json::from_str(SMALL).unwrap();
    file["events"].as_array_mut().unwrap().reverse();
    assert_eq!(pack(check("small.json", &file.to_string()).unwrap()), pack(small()));
}

#[test]
fn a_packed_record_is_read_as_it_was_written() {
    let record = check_file(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data/escalation.json")).unwrap();
    let consequence = edited(&[(
        COURT_ANSWERED,
        r#""follows": ["2020-03-02-note-of-protest", "2020-03-01-lighthouse-dark"]"#,
    )]);
    let consequence = check("small.json", &consequence).unwrap();
    assert_eq!(consequence.events[0].follows.len(), 2);
    for record in [small(), consequence, record] {
        let packed = pack(record);
        let read = unpack(packed.first.clone().leak(), packed.texts.clone().leak()).unwrap();
        assert_eq!(format!("{read:?}"), format!("{record:?}"));
    }
}

/// What stands in `record`, but for what is in the second part.
fn outline(record: &Dataset) -> String {
    let Dataset { sides, domains, actors, relations, events, stories, .. } = record;
    let meta = &record.meta;
    let mut lines = vec![
        format!("{} {} {} {}", meta.title, meta.description, meta.updated, meta.opening),
        format!("{sides:?} {domains:?} {stories:?}"),
    ];
    for actor in *actors {
        lines.push(format!(
            "{} {} {} {:?} {:?}",
            actor.id, actor.name, actor.short, actor.active, actor.parent
        ));
    }
    for relation in *relations {
        lines.push(format!(
            "{:?} {:?} {:?} {:?}",
            relation.source, relation.target, relation.kind, relation.when
        ));
    }
    for event in *events {
        lines.push(format!(
            "{} {} {} {:?} {}",
            event.id, event.title, event.date, event.short, event.importance
        ));
        lines.push(format!(
            "{:?} {:?} {:?} {:?}",
            event.initiators, event.targets, event.responds_to, event.follows
        ));
        lines.push(format!("{:?}", event.cameo.map(|cameo| (cameo.code, cameo.goldstein))));
        lines.push(format!("{:?}", event.others.iter().map(|part| part.actor).collect::<Vec<_>>()));
        lines.extend(
            event.claims.iter().map(|claim| format!("{:?} {} {:?}", claim.by, claim.date, claim.status)),
        );
        let dead = |row: &dataset::model::Casualties| {
            format!("{:?} {:?} {:?} {} {}", row.kind, row.side, row.status, row.low, row.high)
        };
        lines.extend(event.casualties.iter().map(dead));
    }
    lines.join("\n")
}

#[test]
fn the_first_part_has_all_but_the_texts() {
    let record = check_file(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data/escalation.json")).unwrap();
    for record in [small(), record] {
        let first = unpack_first(pack(record).first.leak()).unwrap();
        assert_eq!(outline(&first), outline(record));
        assert!(first.sources.is_empty() && first.places.is_empty());
        assert!(first.events.iter().all(|event| event.summary.is_empty() && event.sources.is_empty()));
    }
}

#[test]
fn a_part_that_was_changed_or_cut_or_belongs_to_another_is_refused() {
    let packed = pack(small());
    let (first, texts) = (packed.first.clone(), packed.texts.clone());
    let flipped = |part: &str, at: usize| {
        let mut bytes = part.as_bytes().to_vec();
        bytes[at] ^= 1;
        String::from_utf8(bytes).ok()
    };
    let read = |first: &str, texts: &str| unpack(first.to_owned().leak(), texts.to_owned().leak()).map(drop);
    assert_eq!(read(&first, &texts), Ok(()));
    for at in 0..first.len() {
        if let Some(changed) = flipped(&first, at) {
            let error = unpack_first(changed.clone().leak()).map(drop).unwrap_err();
            assert_eq!(read(&changed, &texts), Err(error));
            assert_eq!(error, if at == 0 { Broken::Version } else { Broken::Sum });
        }
    }
    for at in 0..texts.len() {
        if let Some(changed) = flipped(&texts, at) {
            assert_eq!(
                read(&first, &changed),
                Err(if at == 0 { Broken::Version } else { Broken::Sum }),
                "{at}"
            );
        }
        if texts.is_char_boundary(at) {
            assert!(
                read(&first, &texts[..at]).is_err() && (at == 0 || read(&first, &texts[at..]).is_err()),
                "{at}"
            );
        }
    }
    let other =
        pack(check("small.json", &edited(&[("The quarrel of the two islands", "The quarrel")])).unwrap());
    assert_eq!(read(&first, &other.texts), Err(Broken::Sum));
    for broken in [Broken::Version, Broken::Sum] {
        assert!(broken.reason().starts_with("is "), "it follows “the file”");
    }
}

#[test]
fn all_problems_are_told_at_once_in_the_order_of_the_file() {
    let text = edited(&[
        (r#""title": "The quarrel of the two islands""#, r#""titel": "The quarrel""#),
        (r#""publisher": "The Almanac""#, r#""publisher": 7"#),
        (r#""kind": "armed-group""#, r#""kind": "fleet""#),
        (r#""2020-03~""#, r#""2020-13""#),
        ("Nobody was killed.", "<i>Nobody</i> was killed."),
        (r#"["harbour-court"]"#, r#"["harbor-court"]"#),
        (r#""importance": 2"#, r#""importance": 0, "colour": "red""#),
    ]);
    assert_eq!(
        lines(&text),
        [
            r#"meta: unknown key "titel" (did you mean "title"?)"#,
            r#"meta: missing key "title""#,
            r#"sources[2] "almanac": publisher: must be a text, is the number 7"#,
            r#"actors[1] "north-fleet": kind: "fleet" is none of state, person, armed-group, organisation, legislature, intergovernmental, agreement"#,
            r#"events[1] "2020-03-01-lighthouse-dark": summary: looks like markup: "<i>" (texts are plain)"#,
            r#"events[2] "2020-03-court-opened-case": unknown key "colour""#,
            r#"events[2] "2020-03-court-opened-case": importance: 0 is not 1 to 5"#,
            r#"events[2] "2020-03-court-opened-case": date: "2020-13" is not a date: there is no month 13"#,
            r#"events[2] "2020-03-court-opened-case": initiators: no actor "harbor-court" (did you mean "harbour-court"?)"#,
        ]
    );
}

#[test]
fn an_answer_is_early_only_where_no_clock_of_the_world_lets_it_be_later() {
    // The light went out at 10:30 UTC on 1 March; in the far west 29 February
    // ends an hour and a half after that.
    let dated = |day| lines(&edited(&[("\"date\": \"2020-03-02\",\n", &format!("\"date\": \"{day}\",\n"))]));
    assert_eq!(dated("2020-02-29"), Vec::<String>::new());
    assert_eq!(dated("2020-02-28").len(), 1);
    assert_eq!(dated("2020-02-28~"), Vec::<String>::new());
    assert_eq!(dated("2020-03-01T10:30Z"), Vec::<String>::new());
    assert_eq!(dated("2020-03-01T10:29Z").len(), 1);
}

#[test]
fn the_check_that_the_build_runs_names_the_file_in_each_line() {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("broken-record.json");
    std::fs::write(&path, edited(&[("\"lat\": -12.5", "\"lat\": 95"), ("\"NZ\"", "\"North\"")])).unwrap();
    let problems: Vec<_> = check_file(&path).unwrap_err().iter().map(ToString::to_string).collect();
    let name = path.display();
    assert_eq!(
        problems,
        [
            format!(r#"{name}: places[0] "lighthouse": lat: 95 is not between -90 and 90"#),
            format!(r#"{name}: places[1] "north-town": country: "North" is no country code of ISO 3166-1"#),
        ]
    );
}

#[test]
fn a_file_is_read_as_editors_save_it_or_its_encoding_is_named() {
    let with_mark = [b"\xEF\xBB\xBF", SMALL.as_bytes()].concat();
    assert!(verdict("small.json", &with_mark).record.is_ok());
    let told = |bytes: &[u8]| {
        verdict("s", bytes).record.unwrap_err().iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let wide = |text: &str, mark: &[u8]| {
        [mark.to_vec(), text.encode_utf16().flat_map(u16::to_le_bytes).collect()].concat()
    };
    assert_eq!(told(&wide(SMALL, &[0xFF, 0xFE])), ["s: is written in UTF-16: save it as UTF-8"]);
    assert_eq!(told(&wide(SMALL, &[])), ["s: is written in UTF-16: save it as UTF-8"]);
    let marked = SMALL.replace("Nobody was killed", "Nobody was killÿd");
    let latin = marked.chars().map(|c| u8::try_from(u32::from(c)).unwrap());
    assert_eq!(
        told(&latin.collect::<Vec<u8>>()),
        ["s: line 63 is not UTF-8 but perhaps Latin-1 or Windows-1252: save it as UTF-8"]
    );
    assert_eq!(told(b""), ["s: line 1, column 0: not JSON: the file is empty"]);
}

#[test]
fn a_whole_number_may_have_a_point_as_in_json_schema() {
    assert_eq!(
        lines(&edited(&[
            (r#""importance": 5"#, r#""importance": 5.0"#),
            (r#""version": 1"#, r#""version": 1e0"#)
        ])),
        [""; 0]
    );
}

#[test]
fn the_small_record_raises_no_doubt() {
    assert_eq!(doubts(SMALL), [""; 0]);
}

#[test]
fn a_file_that_is_not_there_is_a_problem_too() {
    let problems = check_file(Path::new("data/no-such-record.json")).unwrap_err();
    assert!(
        problems[0].to_string().starts_with("data/no-such-record.json: cannot be read: "),
        "{}",
        problems[0]
    );
}

#[test]
fn the_committed_record_is_right() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/escalation.json");
    let problems: Vec<_> =
        check_file(&path).err().unwrap_or_default().iter().map(ToString::to_string).collect();
    assert_eq!(problems, Vec::<String>::new());
}

#[test]
fn the_committed_schema_is_the_one_that_the_types_give() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/schema.json");
    let committed = std::fs::read_to_string(&path).unwrap();
    assert!(committed == schema(), "data/schema.json is out of date: cargo xtask check-data --schema");
}

#[test]
fn the_report_counts_what_there_is() {
    assert_eq!(
        report::report(small()),
        "3 events, 2 claims, 1 figures, 3 answers, 5 actors, 2 relations, 2 places, 3 sources, 1 stories\n\
         events by year: 2020 3\n\
         events by domain: maritime 1, diplomatic 2\n\
         events by acting side: north 1, south 1, other 1, both 0, nobody 0\n\
         sources by grade: newspaper 2 (67%), reference 1 (33%)\n\
         claims by status: disputed 1, unverified 1\n"
    );
}

/// The ways to every value in `value`, outermost first.
fn pointers(value: &Value) -> Vec<String> {
    let inner: Vec<(String, &Value)> = match value {
        Value::Object(map) => map.iter().map(|(key, value)| (key.clone(), value)).collect(),
        Value::Array(items) => {
            items.iter().enumerate().map(|(index, value)| (index.to_string(), value)).collect()
        }
        _ => Vec::new(),
    };
    let below = inner
        .iter()
        .flat_map(|(step, value)| pointers(value).into_iter().map(move |rest| format!("/{step}{rest}")));
    std::iter::once(String::new()).chain(below).collect()
}

/// Checks `text`: whatever is wrong with it is told in lines that name the file, and never by a panic.
fn told_in_lines(text: &str) -> usize {
    let problems = check("record.json", text).err().unwrap_or_default();
    for problem in &problems {
        let line = problem.to_string();
        assert!(line.starts_with("record.json: ") && !line.contains(char::is_control), "{line:?}");
    }
    problems.len()
}

#[test]
fn any_value_of_another_type_is_told_and_never_a_panic() {
    let file: Value = serde_json::from_str(SMALL).unwrap();
    let others = [
        json!(null),
        json!(true),
        json!(-1.5),
        json!(u64::MAX),
        json!("x"),
        json!([]),
        json!([7]),
        json!({}),
        json!({"id": 1}),
    ];
    for pointer in pointers(&file) {
        for other in &others {
            let mut broken = file.clone();
            let value = broken.pointer_mut(&pointer).unwrap();
            let same_type = std::mem::discriminant(value) == std::mem::discriminant(other);
            *value = other.clone();
            let problems = told_in_lines(&broken.to_string());
            assert!(same_type || problems > 0, "{pointer} = {other} is taken for right");
        }
    }
}

#[test]
fn any_key_left_out_is_told_or_right_and_never_a_panic() {
    let file: Value = serde_json::from_str(SMALL).unwrap();
    let mut refused = 0;
    for pointer in pointers(&file) {
        let Some(Value::Object(map)) = file.pointer(&pointer) else { continue };
        for key in map.keys() {
            let mut broken = file.clone();
            broken.pointer_mut(&pointer).unwrap().as_object_mut().unwrap().remove(key);
            refused += usize::from(told_in_lines(&broken.to_string()) > 0);
        }
    }
    assert!(refused > 100, "{refused}");
}

proptest! {
    #[test]
    fn any_text_is_a_record_or_told_in_lines(text in r#"[\[\]{}:,"a-z0-9. \\]{0,60}|.*"#) {
        told_in_lines(&text);
    }

    #[test]
    fn a_record_with_a_piece_overwritten_is_right_or_told_in_lines(
        at in 0..SMALL.len(),
        len in 0_usize..20,
        piece in r#"[\[\]{}:,"a-z0-9.~/\\<\u{202e}-]{0,8}"#,
    ) {
        let before: String = SMALL.chars().take(at).collect();
        let after: String = SMALL.chars().skip(at + len).collect();
        told_in_lines(&format!("{before}{piece}{after}"));
    }
}
