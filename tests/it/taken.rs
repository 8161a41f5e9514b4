//! Data that a reader takes away, read by others: CSV by a real parser,
//! JSON by the project's own check and packing.

use std::collections::BTreeSet;
use std::rc::Rc;

use brink::export::{Extent, csv, embed, events, json};
use brink::record::Record;
use brink::state::State;
use brink::state::url::decode;
use dataset::model::{Dataset, EventIdx, SourceIdx};
use dataset::{packed, source};

/// Views that take everything, stretches with answers to what lies before them,
/// what filters keep, and one event.
const VIEWS: [&str; 6] = [
    "",
    "window=1951/1990",
    "window=2020-01-02/2020-01-09",
    "window=2019&sides=iran&importance=3",
    "q=missile&status=disputed,denied",
    "window=2020-01-03T00:00Z/2020-01-03T02:00Z&importance=5",
];

fn state(fragment: &str) -> State {
    let record = Rc::new(Record::compiled());
    let decoded = decode(&record, "", fragment);
    assert_eq!(decoded.problems, [] as [String; 0]);
    State::new(record, decoded.view)
}

/// The record that `events` make, through the check and compiled in.
#[track_caller]
fn compiled(record: &Record, events: &[EventIdx]) -> Dataset {
    let mut text = String::new();
    json::write(record, events, &mut |part| text += part);
    let checked = source::check("export.json", &text).unwrap_or_else(|problems| {
        panic!("{}", problems.iter().map(|problem| format!("{problem}\n")).collect::<String>())
    });
    let packed = packed::pack(checked);
    packed::unpack(packed.first.clone().leak(), packed.texts.clone().leak()).unwrap()
}

/// Everything that a source says of itself, in order.
fn sources(data: &Dataset, sources: &[SourceIdx]) -> Vec<String> {
    sources.iter().map(|source| format!("{:?}", data.sources[source.get()])).collect()
}

/// All that stands in an event, with what it names written out.
fn told(data: &Dataset, event: &dataset::model::Event) -> Vec<String> {
    let actor = |actor: &dataset::model::ActorIdx| data.actors[actor.get()].id;
    let mut told = vec![
        format!(
            "{} {} {} {} {:?} {}",
            event.id, event.date, event.title, event.summary, event.cameo, event.importance
        ),
        data.domains[event.domain.get()].id.to_owned(),
        format!("{:?}", event.place.map(|place| &data.places[place.get()])),
    ];
    told.extend(event.initiators.iter().map(|it| format!("by {}", actor(it))));
    told.extend(event.targets.iter().map(|it| format!("on {}", actor(it))));
    told.extend(event.others.iter().map(|part| format!("also {} {}", actor(&part.actor), part.role)));
    for figure in event.figures {
        told.push(format!("{} {} {}", figure.label, figure.value, figure.note));
        told.extend(sources(data, figure.sources));
    }
    for claim in event.claims {
        told.push(format!(
            "{} {} {:?} {} {}",
            actor(&claim.by),
            claim.date,
            claim.status,
            claim.text,
            claim.later
        ));
        told.extend(sources(data, claim.sources));
    }
    told.extend(sources(data, event.sources));
    told
}

#[test]
fn the_whole_record_comes_back_as_it_is_but_for_its_told_stories() {
    let record = Record::compiled();
    let all: Vec<EventIdx> = record.events().collect();
    let back = compiled(&record, &all);
    let data = record.data();
    assert!(!data.stories.is_empty() && back.stories.is_empty());
    let untold = Dataset {
        meta: compiled(&record, &all).meta,
        stories: &[],
        sides: data.sides,
        domains: data.domains,
        sources: data.sources,
        places: data.places,
        actors: data.actors,
        relations: data.relations,
        events: data.events,
    };
    assert_eq!(format!("{:?}", back.meta), format!("{:?}", data.meta));
    assert_eq!(packed::pack(&back), packed::pack(&untold));
}

#[test]
fn a_part_of_the_record_is_a_record_of_its_own_with_the_same_facts() {
    let mut num_cut = 0;
    for view in VIEWS {
        let state = state(view);
        let (record, data) = (&state.record, state.record.data());
        for extent in [Extent::Window, Extent::Record] {
            let chosen = events(&state, extent);
            assert!(!chosen.is_empty(), "{view}");
            let back = compiled(record, &chosen);
            assert_eq!(back.events.len(), chosen.len(), "{view}");
            let ids: BTreeSet<&str> = back.events.iter().map(|event| event.id).collect();
            for event in back.events {
                let before = record.event(record.event_by_id(event.id).unwrap());
                assert_eq!(told(&back, event), told(data, before));
                let answered = |data: &Dataset, event: &dataset::model::Event| -> Vec<&str> {
                    event.responds_to.iter().map(|cause| data.events[cause.get()].id).collect()
                };
                let (all, mut kept) = (answered(data, before), answered(data, before));
                kept.retain(|id| ids.contains(id));
                assert_eq!(answered(&back, event), kept);
                num_cut += all.len() - kept.len();
            }
            for actor in back.actors {
                let before = record.actor(record.actor_by_id(actor.id).unwrap());
                assert_eq!(
                    (actor.name, actor.short, actor.aka, actor.kind),
                    (before.name, before.short, before.aka, before.kind)
                );
                assert_eq!((actor.about, actor.active), (before.about, before.active));
                assert_eq!(sources(&back, actor.sources), sources(data, before.sources));
                assert_eq!(
                    actor.parent.map(|it| back.actors[it.get()].id),
                    before.parent.map(|it| data.actors[it.get()].id)
                );
            }
            // It opens on something.
            let again = Record::new(Box::leak(Box::new(back)));
            assert!(again.events_in(again.opening()).count() > 0, "{view}");
        }
    }
    assert!(num_cut > 0, "no view left out a cause");
}

#[test]
fn a_record_with_one_of_everything_comes_back_too() {
    let text = include_str!("fixtures/small.json");
    let record = Record::new(source::check("small.json", text).unwrap());
    let all: Vec<EventIdx> = record.events().collect();
    let back = compiled(&record, &all);
    for (event, before) in back.events.iter().zip(record.data().events) {
        assert_eq!(told(&back, event), told(record.data(), before));
    }
    for (relation, before) in back.relations.iter().zip(record.data().relations) {
        assert_eq!((relation.kind, relation.when, relation.note), (before.kind, before.when, before.note));
    }
    assert_eq!(back.relations.len(), record.data().relations.len());
}

/// The rows of a table by the names of their columns.
fn rows(table: &str) -> Vec<Vec<(String, String)>> {
    let mut reader = ::csv::Reader::from_reader(table.as_bytes());
    let header: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    assert_eq!(header.join(","), csv::HEADER);
    let row = |row: Result<::csv::StringRecord, _>| {
        header.iter().cloned().zip(row.unwrap().iter().map(str::to_owned)).collect()
    };
    reader.records().map(row).collect()
}

#[test]
fn a_table_holds_every_field_of_every_event() {
    let record = Record::compiled();
    let data = record.data();
    let all: Vec<EventIdx> = record.events().collect();
    let rows = rows(&csv::table(&record, &all));
    assert_eq!(rows.len(), all.len());
    for (row, &event) in rows.iter().zip(&all) {
        let facts = record.event(event);
        let cell = |name: &str| row.iter().find(|(column, _)| column == name).unwrap().1.as_str();
        let lines = |name: &str| -> Vec<Vec<&str>> {
            cell(name).lines().map(|line| line.split(csv::BETWEEN).collect()).collect()
        };
        let urls = |sources: &[SourceIdx]| -> Vec<&str> {
            sources.iter().map(|it| data.sources[it.get()].url).collect()
        };
        let name = |actor: dataset::model::ActorIdx| vec![record.actor(actor).name];
        assert_eq!(
            [cell("id"), cell("date"), cell("title"), cell("summary")],
            [facts.id, &facts.date.to_string(), facts.title, facts.summary]
        );
        assert_eq!(cell("domain"), data.domains[facts.domain.get()].name);
        assert_eq!(cell("side"), data.sides[record.side(event).get()].name);
        assert_eq!(cell("importance"), facts.importance.to_string());
        assert_eq!(cell("cameo"), facts.cameo.map_or("", |cameo| cameo.code));
        assert_eq!(cell("goldstein").parse().ok(), facts.cameo.map(|cameo| cameo.goldstein));
        let place = facts.place.map(|place| &data.places[place.get()]);
        assert_eq!(cell("place"), place.map_or("", |place| place.name));
        assert_eq!(cell("country"), place.and_then(|place| place.country).unwrap_or_default());
        let lat_lon = cell("latitude").parse::<f64>().ok().zip(cell("longitude").parse::<f64>().ok());
        assert_eq!(lat_lon, place.and_then(|place| place.lat_lon));
        assert_eq!(lines("initiators"), facts.initiators.iter().map(|&it| name(it)).collect::<Vec<_>>());
        assert_eq!(lines("targets"), facts.targets.iter().map(|&it| name(it)).collect::<Vec<_>>());
        let others: Vec<_> =
            facts.others.iter().map(|part| vec![record.actor(part.actor).name, part.role]).collect();
        assert_eq!(lines("others"), others);
        assert_eq!(
            cell("responds_to").lines().collect::<Vec<_>>(),
            facts.responds_to.iter().map(|&it| record.event(it).id).collect::<Vec<_>>()
        );
        assert_eq!(cell("sources").lines().collect::<Vec<_>>(), urls(facts.sources));
        let figures = lines("figures");
        assert_eq!(figures.len(), facts.figures.len());
        for (line, figure) in figures.iter().zip(facts.figures) {
            assert_eq!(
                *line,
                [figure.label, &figure.value.to_string(), figure.note, &urls(figure.sources).join(" ")]
            );
        }
        let claims = lines("claims");
        assert_eq!(claims.len(), facts.claims.len());
        for (line, claim) in claims.iter().zip(facts.claims) {
            let status = format!("{:?}", claim.status).to_lowercase();
            let (by, date) = (record.actor(claim.by).name, claim.date.to_string());
            assert_eq!(*line, [by, &date, &status, claim.text, claim.later, &urls(claim.sources).join(" ")]);
        }
    }
}

#[test]
fn every_line_of_a_table_ends_as_the_standard_says() {
    let record = Record::compiled();
    let table = csv::table(&record, &[]);
    assert_eq!(table, format!("\u{feff}{}\r\n", csv::HEADER), "spreadsheets know it as UTF-8");
    let two: Vec<EventIdx> = record.events().take(2).collect();
    assert_eq!(csv::table(&record, &two).matches("\r\n").count(), 3);
}

#[test]
fn embedding_code_leads_to_the_same_view() {
    for view in VIEWS.into_iter().chain([
        "publishers=The%20Hill,,%20citing%20AP,Axios",
        "q=%22a%26b%22&view=list&select=iran&lanes=domain",
    ]) {
        let state = state(view);
        let page = "https://example.org/a&b/";
        let code = embed::frame(&state, page);
        let file = roxmltree::Document::parse(&code).unwrap();
        let src = file.root_element().attribute("src").unwrap();
        let (before, fragment) = src.split_once('#').unwrap_or((src, ""));
        assert!(before.starts_with("https://example.org/a&b/?embed"), "{src}");
        assert_eq!(decode(&state.record, "embed", fragment).view, state.view, "{code}");
        assert_eq!(file.root_element().attribute("height"), Some("800"));

        let code = embed::element(&state, page);
        let (script, element) = code.split_once('\n').unwrap();
        assert_eq!(script, "<script type=\"module\" src=\"https://example.org/a&amp;b/embed.js\"></script>");
        let file = roxmltree::Document::parse(element).unwrap();
        let attribute = |name: &str| file.root_element().attribute(name).unwrap_or_default().to_owned();
        assert_eq!(attribute("q"), state.view.query);
        let pairs: Vec<String> = file
            .root_element()
            .attributes()
            .filter(|it| it.name() != "q")
            .map(|it| format!("{}={}", it.name(), it.value()))
            .collect();
        let mut view = decode(&state.record, "", &pairs.join("&")).view;
        (view.query, view.tab) = (state.view.query.clone(), state.view.tab);
        assert_eq!(view, state.view, "{code}");
        // What is left of it where scripts and unknown elements are taken out.
        let link = file.root_element().first_element_child().unwrap();
        let (before, fragment) =
            link.attribute("href").map(|href| href.split_once('#').unwrap_or((href, ""))).unwrap();
        assert_eq!(
            (link.tag_name().name(), before, link.text()),
            ("a", page, Some(state.record.data().meta.title))
        );
        assert_eq!(decode(&state.record, "", fragment).view, state.view, "{code}");
    }
}
