//! A view taken away as a picture shows what the reader saw: read here as another program would.

use std::rc::Rc;

use brink::geom::Size;
use brink::graph::content::GraphContent;
use brink::picture::Palette;
use brink::picture::export::{Seen, svg};
use brink::record::Record;
use brink::state::State;
use brink::state::url::decode;
use brink::time::format;
use roxmltree::Document;

const PLOT: Size = Size::new(1000.0, 380.0);
const PLANE: Size = Size::new(700.0, 320.0);
const ADDRESS: &str = "https://example.org/iran/#a=1&b=2";

fn state(fragment: &str) -> State {
    let record = Rc::new(Record::compiled());
    let decoded = decode(&record, "", fragment);
    assert_eq!(decoded.problems, [] as [String; 0]);
    State::new(record, decoded.view)
}

fn picture(state: &State, plane: Option<Size>) -> String {
    let measure = |text: &str| text.chars().map(|_| 6.5).sum();
    svg(&Seen { state, plot: PLOT, plane, palette: Palette::Dark, address: ADDRESS, measure: &measure })
}

/// The values of the attribute `name` wherever it stands.
fn values<'a>(file: &'a Document<'a>, name: &'static str) -> Vec<&'a str> {
    file.descendants().filter_map(|node| node.attribute(name)).collect()
}

fn texts(file: &Document<'_>) -> String {
    let texts: Vec<&str> = file
        .descendants()
        .filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")))
        .filter_map(|node| node.text())
        .collect();
    texts.join(" ")
}

#[test]
fn every_event_and_actor_of_the_window_is_in_the_picture_with_title_window_and_source() {
    for fragment in [
        "",
        "window=2020-01-02/2020-01-09&lanes=domain",
        "window=1979/1990",
        "clock=tehran&window=2020-01-03",
    ] {
        let state = state(fragment);
        let written = picture(&state, Some(PLANE));
        let file = Document::parse(&written).unwrap();
        let joined: usize =
            values(&file, "data-cluster").iter().map(|count| count.parse::<usize>().unwrap()).sum();
        assert_eq!(
            values(&file, "data-event").len() + joined,
            state.record.events_in(state.window()).count(),
            "{fragment}"
        );
        let content = GraphContent::whole(&state.record).within(&state.record, state.window());
        let all = picture(&self::state(&format!("{fragment}&graph=all")), Some(PLANE));
        assert_eq!(
            values(&Document::parse(&all).unwrap(), "data-actor").len(),
            content.nodes.len(),
            "{fragment}"
        );
        let named = values(&file, "data-actor").len();
        assert!((1..=24).contains(&named) && named <= content.nodes.len(), "{fragment}: {named}");
        let told = texts(&file);
        let meta = &state.record.data().meta;
        for part in [meta.title, &format::window(state.window(), state.clock()), meta.license, ADDRESS] {
            assert!(told.contains(part), "{part} is not in “{told}”");
        }
    }
}

#[test]
fn what_narrows_the_view_is_named_and_what_it_leaves_out_is_dimmed() {
    let axios = texts(&Document::parse(&picture(&state("publishers=Axios"), None)).unwrap());
    assert!(axios.contains(" · sourced by Axios"), "{axios}");
    let state = state("sides=iran&q=missile");
    let written = picture(&state, None);
    let file = Document::parse(&written).unwrap();
    let told = texts(&file);
    assert!(told.contains(" · Iran · “missile”"), "{told}");
    let mut num_dim = 0;
    for node in file.descendants() {
        let Some(event) = node.attribute("data-event").and_then(|id| state.record.event_by_id(id)) else {
            continue;
        };
        let is_dim = node.attribute("class").unwrap().split(' ').any(|class| class == "dim");
        assert_eq!(is_dim, !state.keeps(event), "{}", state.record.event(event).id);
        num_dim += usize::from(is_dim);
    }
    assert!(num_dim > 0);
    assert_eq!(values(&file, "data-actor"), [] as [&str; 0], "the graph was not asked for");
}

#[test]
fn a_selected_event_stands_out_with_its_chain() {
    let state = state("select=2020-01-03-soleimani-strike");
    let written = picture(&state, None);
    let file = Document::parse(&written).unwrap();
    let is_chosen = |node: &roxmltree::Node<'_, '_>| {
        node.attribute("class").is_some_and(|class| class.contains("chosen"))
    };
    let chosen = file.descendants().find(is_chosen).unwrap();
    assert_eq!(chosen.attribute("data-event"), Some("2020-01-03-soleimani-strike"));
    let near = file
        .descendants()
        .filter(|node| node.attribute("class").is_some_and(|class| class.contains("near")))
        .count();
    assert!(near > 1, "{near} arcs of its own");
}
