//! Addresses, right ones and nonsense: a file of its own because of the table of nonsense.

mod any;
mod hosts;

use super::*;
use crate::state::Filter;
use any::{any_address, view};
use dataset::model::{ActorIdx, DomainIdx, EventIdx, SideIdx, SourceIdx};
use proptest::prelude::*;

/// The record of the two islands: it is of March 2020, its clock +12:00.
fn islands() -> Record {
    let text = include_str!("../../../tests/it/fixtures/small.json");
    Record::new(dataset::source::check("small.json", text).unwrap())
}

/// Checks what is said of an address, and what the page then shows, written as its own address.
#[track_caller]
fn check(query: &str, fragment: &str, shown: &str, said: &[&str]) {
    let record = islands();
    let decoded = decode(&record, query, fragment);
    assert_eq!(encode(&record, &decoded.view), shown, "?{query}#{fragment}");
    assert_eq!(decoded.problems, said, "?{query}#{fragment}");
}

#[test]
fn an_address_says_what_is_shown() {
    check("", "", "", &[]);
    check("", "window=2020-03-01/2020-03-03", "window=2020-03-01/2020-03-03", &[]);
    check("", "window=2020-03-02", "window=2020-03-02/2020-03-02", &[]);
    let to_the_minute = "window=2020-03-01T10:00Z/2020-03-01T11:30Z";
    check("", "window=2020-03-01T22:00%2B12:00/2020-03-01T11:30Z", to_the_minute, &[]);
    check("", "select=ada-south", "select=ada-south", &[]);
    check("", "select=north-fleet~south-island", "select=north-fleet~south-island", &[]);
    check("", "path=north-fleet&select=ada-south", "select=ada-south&path=north-fleet", &[]);
    check("", "clock=tehran&q=dark%20light", "clock=tehran&q=dark%20light", &[]);
    check(
        "",
        "sides=south,north&importance=4&status=disputed,denied",
        "sides=south,north&status=disputed,denied&importance=4",
        &[],
    );
    check("", "actors=ada-south,ada-south,", "actors=ada-south", &[]);
    check("", "domains=", "", &[]);
    let both = "publishers=Southern%20Herald,Island%20Gazette";
    check("", both, both, &[]);
    check(
        "",
        "publishers=The%20Almanac%2CThe Almanac,&importance=2",
        "publishers=The%20Almanac&importance=2",
        &[],
    );
    check("", "view=list&lanes=domain&theme=dark", "lanes=domain&theme=dark&view=list", &[]);
    check("embed&theme=dark&view=list&utm_source=x", "view=actors", "theme=dark&view=actors", &[]);
    // The opening window is the default, which is not written.
    check("", "window=2020-02-28/2020-03-05", "", &[]);
}

#[test]
fn an_address_that_is_not_understood_is_a_sentence_and_never_a_broken_page() {
    let form = |value: &str| {
        format!(
            "The address asks for window “{value}”: a date is written YYYY, YYYY-MM, YYYY-MM-DD or \
             YYYY-MM-DDThh:mm+hh:mm."
        )
    };
    let nobody =
        |id: &str| format!("The address asks for select “{id}”: the record holds no such event or actor.");
    let a40 = "a".repeat(40);
    // Fragment, what is shown, what is said.
    let table: [(&str, &str, &[String]); 36] = [
        ("=", "", &[]),
        ("&", "", &[]),
        ("&&=&&", "", &[]),
        ("=value", "", &[]),
        ("?window=2020", "", &[]),
        ("#", "", &[]),
        ("/etc/passwd", "", &[]),
        ("%", "", &[]),
        ("%%%=%%%", "", &[]),
        ("select=%", "", &[nobody("%")]),
        ("select=%zz%f", "", &[nobody("%zz%f")]),
        ("select=%ff%fe", "", &[nobody("\u{fffd}\u{fffd}")]),
        ("select=%00%07%1b[31m", "", &[nobody("\u{fffd}\u{fffd}\u{fffd}[31m")]),
        ("select=%E2%80%AEdrowssap%E2%81%A6", "", &[nobody("\u{fffd}drowssap\u{fffd}")]),
        ("select=%D8%9C%E2%80%8B%EF%BB%BF%E2%80%A8x", "", &[nobody("\u{fffd}\u{fffd}\u{fffd}\u{fffd}x")]),
        ("select=__proto__", "", &[nobody("__proto__")]),
        ("__proto__=ada-south&constructor=1", "", &[]),
        ("select=toString", "", &[nobody("toString")]),
        ("select=<script>alert(1)</script>", "", &[nobody("<script>alert(1)</script>")]),
        ("select=%3Cimg src=x onerror=alert(1)%3E", "", &[nobody("<img src=x onerror=alert(1)>")]),
        ("select=' OR 1=1 --", "", &[nobody("' OR 1=1 --")]),
        ("select=", "", &[nobody("")]),
        ("select", "", &[nobody("")]),
        ("select=Ada-South", "", &[nobody("Ada-South")]),
        ("select=ada-south~", "", &[nobody("ada-south~")]),
        ("select=ada-south~nobody~ada-south", "", &[nobody("ada-south~nobody~ada-south")]),
        ("Select=ada-south&WINDOW=2020", "", &[]),
        ("select=ada-south&select=nobody", "select=ada-south", &[nobody("nobody")]),
        ("select=nobody&select=ada-south", "select=ada-south", &[nobody("nobody")]),
        ("select=ada-south&select=north-fleet", "select=north-fleet", &[]),
        (
            "window=2020-13-01/..",
            "",
            &["The address asks for window “2020-13-01/..”: there is no month 13.".to_owned()],
        ),
        (
            "window=2020-03-03/2020-03-01",
            "",
            &["The address asks for window “2020-03-03/2020-03-01”: the interval ends before it starts."
                .to_owned()],
        ),
        (
            "window=1066",
            "",
            &["The address asks for window “1066”: the record does not reach there.".to_owned()],
        ),
        ("window=-99999999999999999999", "", &[form("-99999999999999999999")]),
        ("window=NaN/Infinity", "", &[form("NaN/Infinity")]),
        (
            "lanes=side&lanes=3&theme=DARK&view=",
            "",
            &[
                "The address asks for lanes “3”: known are side and domain.".to_owned(),
                "The address asks for theme “DARK”: known are system, light and dark.".to_owned(),
                "The address asks for view “”: known are details, ladder, actors, list and claims."
                    .to_owned(),
            ],
        ),
    ];
    for (fragment, shown, said) in table {
        check("", fragment, shown, &said.iter().map(String::as_str).collect::<Vec<_>>());
    }
    check("", &format!("select={}", "a".repeat(100_000)), "", &[&nobody(&format!("{a40}…"))]);
    check("", &format!("select={a40}"), "", &[&nobody(&a40)]);
    let asks = |key, value, what| format!("The address asks for {key} “{value}”: {what}.");
    check(
        "",
        "clock=mars",
        "",
        &[&asks("clock", "mars", "known are event, utc, washington, tehran and baghdad")],
    );
    check("", "sides=north,west", "sides=north", &[&asks("sides", "north,west", "there is no side west")]);
    let nobody = asks("publishers", "gazette,,x,The Almanac", "there is no publisher gazette,x");
    check("", "publishers=gazette,,x,The Almanac", "publishers=The%20Almanac", &[&nobody]);
    check(
        "",
        "publishers=%00%E2%80%AE",
        "",
        &[&asks("publishers", "\u{fffd}\u{fffd}", "there is no publisher ,\u{fffd}")],
    );
    check("", "status=DENIED", "", &[&asks("status", "DENIED", "there is no status DENIED")]);
    check("", "importance=9", "", &[&asks("importance", "9", "known are 1 to 5")]);
    check("", "path=nobody", "", &[&asks("path", "nobody", "the record holds no such actor")]);
    check("", "story=none.1", "", &[&asks("story", "none.1", "there is no such story or step")]);
    check("", &format!("q={}", "a".repeat(201)), "", &[&asks("q", &format!("{a40}…"), "that is too long")]);
}

#[test]
fn a_step_of_a_told_story_brings_its_window_unless_another_is_named() {
    check("", "story=one-night", "story=one-night.1", &[]);
    check("", "story=one-night.2", "story=one-night.2", &[]);
    check("", "story=one-night.1&window=2020-03-02", "window=2020-03-02/2020-03-02&story=one-night.1", &[]);
    check("window=2020-03-02", "story=one-night.1", "story=one-night.1", &[]);
    check("story=one-night.1", "window=2020-03-02", "window=2020-03-02/2020-03-02&story=one-night.1", &[]);
    // The opening window is not the default here, so it is written; it begins where the record lets it.
    let opening = "window=2020-02-29T00:00Z/2020-03-07T00:00Z&story=one-night.1";
    check("", "story=one-night.1&window=2020-02-28/2020-03-05", opening, &[]);
    let nonsense = "The address asks for window “1066”: the record does not reach there.";
    check("", "story=one-night.1&window=1066", "story=one-night.1", &[nonsense]);
    let record = islands();
    let shown = decode(&record, "", "story=one-night.1").view.window;
    assert_eq!(shown, decode(&record, "", "window=2020-02-29/2020-03-02").view.window);
    assert!(shown.is_some());
}

#[test]
fn a_selected_event_is_in_sight_unless_a_window_is_named() {
    let record = Record::compiled();
    let event = record.events().find(|&event| !record.opening().shows(record.span(event))).unwrap();
    let select = format!("select={}", record.event(event).id);
    let brought = decode(&record, "", &select).view;
    assert!(brought.window.is_some_and(|window| window.shows(record.span(event))));
    assert_eq!(encode(&record, &brought), select);
    let named = decode(&record, "window=2020-01-03", &select).view.window;
    assert_eq!(named, decode(&record, "", "window=2020-01-03").view.window);
    let opening = View { window: None, ..brought };
    assert_eq!(decode(&record, "", &encode(&record, &opening)).view, opening);
}

#[test]
fn every_publisher_is_read_back_whatever_is_in_its_name_and_however_the_address_was_wrapped() {
    let text = include_str!("../../../tests/it/fixtures/small.json");
    let text = text.replace("Island Gazette\", \"title", "Gazette, citing 100 % of A&B, (#1) +;=\", \"title");
    for record in [Record::new(dataset::source::check("small.json", &text).unwrap()), Record::compiled()] {
        #[expect(clippy::cast_possible_truncation, reason = "counts of a test are small")]
        let all: Vec<SourceIdx> = (0..record.data().sources.len() as u16).map(SourceIdx).collect();
        let mut publishers: Vec<SourceIdx> = all.iter().map(|&source| record.publisher(source)).collect();
        publishers.sort_unstable();
        publishers.dedup();
        assert!(publishers.len() > 2);
        let view = View { filter: Filter { publishers, ..Filter::default() }, ..View::default() };
        let written = encode(&record, &view);
        // As URLSearchParams, a chat and an editor would have it.
        let wrapped = ["%2C", ",", "%2c"].map(|comma| written.replace(',', comma));
        for written in wrapped.into_iter().chain([written.replace("%28", "(").replace("%29", ")")]) {
            assert_eq!(
                decode(&record, "", &written),
                Decoded { view: view.clone(), ..Decoded::default() },
                "{written}"
            );
        }
    }
}

#[test]
fn a_tab_and_a_part_are_told_apart_by_where_they_are_named() {
    check("embed&view=claims", "", "view=claims", &[]);
    check("view=list", "", "view=list", &[]);
    check("embed&view=list", "", "", &[]);
    check("embed&view=timeline", "view=list", "view=list", &[]);
}

#[test]
fn windows_at_the_edge_of_the_record_are_shown_as_far_as_it_reaches() {
    let record = islands();
    for far in [
        "window=../2020-03-02",
        "window=2020-03-02/..",
        "window=0001/9999",
        "window=2020",
        "window=2020-03-02T12:00Z",
    ] {
        let decoded = decode(&record, "", far);
        assert_eq!(decoded.problems, Vec::<String>::new(), "{far}");
        assert!(decoded.view.window.is_some_and(|window| draws(&record, window)), "{far}");
    }
    assert_eq!(decode(&record, "", "window=0001/9999").view.window, Some(record.bounds().whole()));
}

#[test]
fn a_flood_of_nonsense_is_told_in_a_few_sentences() {
    let flood: String = (0..10_000).map(|i| format!("k{i}=&select=no{i}&")).collect();
    let problems = decode(&islands(), "", &flood).problems;
    assert_eq!(problems.len(), MAX_PROBLEMS + 1);
    assert_eq!(problems[MAX_PROBLEMS], "The address holds 9992 more things that mean nothing here.");
}

fn draws(record: &Record, window: TimeWindow) -> bool {
    let whole = record.bounds().whole();
    window.len().0 >= TimeWindow::MIN_LEN.0 - 1e-6
        && window.start().0 >= whole.start().0 - 1e-6
        && window.end().0 <= whole.end().0 + 1e-6
}

/// Whether a text may stand in a line without turning, hiding or breaking what is around it.
fn is_harmless(text: &str) -> bool {
    let marks = |c| matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}');
    let turns = |c| marks(c) || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let hides = |c| matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}');
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    !text.contains(|c| turns(c) || hides(c) || breaks(c))
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(
        numbers in any::<[u16; 4]>(),
        window in prop::option::of((0i64..1 << 40, prop_oneof![0i64..90_000, 0i64..1 << 40], any::<bool>())),
        query in "(embed|utm=1|lanes=domain)?",
    ) {
        for record in [islands(), Record::compiled()] {
            let view = view(&record, numbers, window);
            let written = encode(&record, &view);
            let is_placed = view.window.is_some() || view.told.is_some();
            let expected = Decoded { view: view.clone(), is_placed, ..Decoded::default() };
            let found = Decoded { is_placed, ..decode(&record, "", &written) };
            prop_assert_eq!(found, expected, "{}", written);
            let both = decode(&record, &query, &written).view;
            prop_assert_eq!(
                both.lanes,
                if query.starts_with("lanes") { LaneMode::Domain } else { view.lanes }
            );
        }
    }

    #[test]
    fn any_text_gives_a_view_that_draws_and_sentences_that_can_be_read(
        query in any_address(),
        fragment in any_address(),
    ) {
        let record = islands();
        let decoded = decode(&record, &query, &fragment);
        prop_assert!(draws(&record, decoded.view.window.unwrap_or(record.opening())));
        prop_assert!(decoded.problems.len() <= MAX_PROBLEMS + 1);
        for problem in &decoded.problems {
            prop_assert!(is_harmless(problem), "{problem:?}");
            prop_assert!(problem.chars().count() < 41 + 130, "{problem:?}");
        }
        // What was understood is written so that it is understood again.
        let again = decode(&record, "", &encode(&record, &decoded.view));
        prop_assert_eq!(again.problems, Vec::<String>::new());
        prop_assert_eq!(again.view.selection, decoded.view.selection);
    }

    #[test]
    fn what_is_echoed_is_short_and_harmless(
        value in any::<String>(),
        junk in "[\\p{Cc}\\p{Cf}\\u{2028}a]{0,60}",
    ) {
        for text in [value, junk] {
            prop_assert!(shown(&text).chars().count() <= 41);
            prop_assert!(is_harmless(&shown(&text)), "{text:?}");
        }
    }
}

#[test]
fn a_narrow_screen_opens_nearer_where_nothing_says_when() {
    let record = Record::compiled();
    let shown = |fragment: &str| {
        let view = decode_narrow(&record, "", fragment).view;
        // The address that follows says it to every screen.
        assert_eq!(decode(&record, "", &encode(&record, &view)).view, view, "{fragment}");
        view.window.unwrap_or(record.opening())
    };
    assert_eq!(shown(""), record.heart());
    assert!(record.heart().len().0 < record.opening().len().0);
    assert_eq!(shown("window=2019-12-27/2020-01-12"), record.opening(), "what is asked for is shown");
    let last = record.events().next_back().unwrap();
    let selected = shown(&format!("select={}", record.event(last).id));
    assert!(selected.shows(record.span(last)) && (selected.len().0 - record.heart().len().0).abs() < 1.0);
    let told = record.data().stories[0].id;
    assert_eq!(shown(&format!("story={told}.2")), Told { story: 0, step: 1 }.window(&record).unwrap());
}
