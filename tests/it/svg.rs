//! Pictures of small scenes as a reader takes them away, compared with files that a browser opens: what
//! changed in one is seen at a glance.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test --test it svg` writes them again; look at each before it is committed.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use brink::drawing::graph::GraphPicture;
use brink::drawing::shape::Detail;
use brink::drawing::strip;
use brink::geom::{Point, Size, Vec2};
use brink::graph::camera::GraphCamera;
use brink::graph::content::{GraphContent, neighbourhood};
use brink::graph::layout::{GraphRequest, settle};
use brink::graph::scene::{Focus, GraphScene, SceneRequest};
use brink::picture::export;
use brink::picture::{Palette, Part, Sheet};
use brink::record::Record;
use brink::time::window::TimeWindow;
use brink::time::zone::Zone;
use brink::timeline::arcs::Reach;
use brink::timeline::labels::Labels;
use brink::timeline::lanes::{LaneMode, Lanes};
use brink::timeline::layout::LayoutRequest;
use brink::timeline::overview::{OverviewScene, brush, whole};
use dataset::edtf::Edtf;
use dataset::model::EventIdx;
use dataset::source::check;
use serde_json::{Value, json};

const SMALL: &str = include_str!("fixtures/small.json");

/// A test for each picture: its name, and how it is made.
macro_rules! pictures {
    ($($name:ident: $picture:expr;)*) => {
        $(#[test]
        fn $name() {
            compare(stringify!($name), &$picture);
        })*

        #[test]
        fn every_picture_has_its_test() {
            let mut tested = vec![$(format!("{}.svg", stringify!($name))),*];
            tested.sort();
            let entries = fs::read_dir(folder()).unwrap().map(Result::unwrap);
            let mut kept: Vec<_> = entries.map(|entry| entry.file_name().into_string().unwrap()).collect();
            kept.sort();
            assert_eq!(kept, tested);
        }
    };
}

pictures! {
    two_days_with_an_hour_a_day_and_a_vague_month:
        timeline(&small(), "2020-02-29/2020-03-03", LaneMode::Side, Size::new(720.0, 170.0));
    the_same_on_a_phone: timeline(&small(), "2020-02-29/2020-03-03", LaneMode::Side, Size::new(320.0, 200.0));
    a_window_amid_what_began_before_it:
        timeline(&small(), "2020-03-05/2020-03-20", LaneMode::Side, Size::new(480.0, 150.0));
    a_crowd_with_counted_clusters:
        timeline(&crowd(), "2020-03-01/2020-03-31", LaneMode::Side, Size::new(640.0, 190.0));
    what_an_answer_led_to_with_its_cause_before_the_window:
        chain("2020-03-02-note-of-protest", "2020-03-01T18:00Z/2020-03-03", Size::new(560.0, 150.0));
    the_crowd_by_domain_cut_by_the_edge:
        timeline(&crowd(), "2020-03-07T12:20Z/2020-03-15T00:00Z", LaneMode::Domain, Size::new(560.0, 150.0));
    the_record_on_a_strip_with_its_brush: overview(&crowd(), "2020-03-10/2020-03-12", Size::new(480.0, 40.0));
    five_actors: graph(&small(), None, GraphCamera::default(), Size::new(360.0, 240.0));
    a_crowd_of_actors_with_one_selected_from_nearer:
        graph(&crowd(), Some("south-island"), NEARER, Size::new(560.0, 340.0));
}

/// The graph's view a third larger, moved so that its middle is in sight.
const NEARER: GraphCamera = GraphCamera { zoom: 1.3, pan: Vec2::new(-84.0, -51.0) };

/// Widths are of no font: so many pixels a letter everywhere.
fn text_width(text: &str) -> f64 {
    text.chars().map(|_| 6.5).sum()
}

fn timeline(record: &Record, shown: &str, mode: LaneMode, size: Size) -> String {
    lanes(record, shown, mode, size, None)
}

/// The small record with the chain of one event.
fn chain(id: &str, shown: &str, size: Size) -> String {
    let record = small();
    lanes(&record, shown, LaneMode::Side, size, record.event_by_id(id))
}

fn lanes(record: &Record, shown: &str, mode: LaneMode, size: Size, chain_of: Option<EventIdx>) -> String {
    let (labels, window) = (Rc::new(Labels::measured(record, text_width)), window(record, shown));
    let kept: Vec<EventIdx> = chain_of.into_iter().collect();
    let (are_names_beside, zone) = (Lanes::has_room_beside(size.width), Zone::Event);
    let request = LayoutRequest {
        record,
        mode,
        labels: &labels,
        size,
        are_names_beside,
        window,
        zone,
        kept: &kept,
        lit: None,
    };
    picture(record, shown, mode, &[export::timeline(&request, chain_of, Reach::Chain)])
}

/// The parts with title and legend, dark where what is shown has an odd number of letters,
/// so that both palettes are looked at.
fn picture(record: &Record, shown: &str, lanes: LaneMode, parts: &[Part]) -> String {
    let meta = &record.data().meta;
    let palette = if shown.len().is_multiple_of(2) { Palette::Light } else { Palette::Dark };
    let sheet =
        Sheet { title: meta.title, when: shown, source: meta.license, lanes, palette, measure: &text_width };
    sheet.picture(record, parts)
}

fn overview(record: &Record, shown: &str, size: Size) -> String {
    let scene = OverviewScene::draw(record, size.width, size.height, 1.0);
    let brush = brush(whole(record, size.width), window(record, shown));
    let mut shapes = strip::record(&scene, Detail::Whole, size.width, size.height);
    shapes.extend(strip::brush_shapes(brush, size.height));
    picture(
        record,
        shown,
        LaneMode::Side,
        &[Part::Timeline(Size::new(size.width, size.height + 18.0), shapes)],
    )
}

fn graph(record: &Record, selected: Option<&str>, camera: GraphCamera, size: Size) -> String {
    let content = GraphContent::whole(record);
    let layout = settle(&GraphRequest::of(record, &content, &[], size), None);
    let selected = selected.map(|id| record.actor_by_id(id).unwrap());
    let lit: Vec<_> = selected
        .into_iter()
        .chain(selected.map_or(Vec::new(), |actor| neighbourhood(&content, actor)))
        .collect();
    let label_widths: Vec<f64> = record.actors().map(|actor| text_width(record.actor(actor).short)).collect();
    let focus = Focus { selected, hovered: None, lit: &lit };
    let request = SceneRequest {
        record,
        content: &content,
        layout: &layout,
        camera,
        size,
        focus,
        label_widths: &label_widths,
    };
    picture(
        record,
        "the whole record",
        LaneMode::Side,
        &[Part::Graph(
            size,
            GraphPicture { record, scene: &GraphScene::of(&request), dealing: None }.shapes(),
        )],
    )
}

fn window(record: &Record, text: &str) -> TimeWindow {
    let span = Edtf::parse(text).unwrap().span(record.clock());
    TimeWindow::fitting(span.start.into(), span.end.into(), record.bounds())
}

fn small() -> Record {
    Record::new(check("small.json", SMALL).unwrap())
}

/// The small record with nine more actors and 36 more events in March, more of them in the second week.
fn crowd() -> Record {
    let mut file: Value = serde_json::from_str(SMALL).unwrap();
    let sides = ["north", "south", "other"];
    let kinds = ["person", "organisation", "armed-group", "legislature"];
    for nth in 0..9 {
        let (id, name) = (format!("ship-{nth}"), format!("Ship {nth}"));
        let (kind, side) = (kinds[nth % 4], sides[nth % 3]);
        let (about, sources) = ("A ship.", ["almanac"]);
        let actor = json!({
            "id": id, "name": name, "kind": kind, "side": side, "about": about, "sources": sources,
        });
        file["actors"].as_array_mut().unwrap().push(actor);
    }
    let names = [
        "ship-0",
        "ship-1",
        "ship-2",
        "ship-3",
        "ship-4",
        "ship-5",
        "ship-6",
        "ship-7",
        "ship-8",
        "south-island",
        "north-island",
    ];
    for nth in 0..36_usize {
        let (day, hour) = (if nth % 3 == 0 { 1 + nth * 5 % 31 } else { 7 + nth * 11 % 7 }, nth * 7 % 24);
        let cameo = ["190", "040", "010"][nth % 3];
        let event = json!({
            "id": format!("2020-03-{day:02}-meeting-{nth}"),
            "date": if nth % 4 == 0 { format!("2020-03-{day:02}") } else { format!("2020-03-{day:02}T{hour:02}:20+12:00") },
            "title": format!("Meeting {nth} of two ships on the sea between the islands"),
            "summary": "Two ships met.",
            "domain": if nth % 5 < 3 { "maritime" } else { "diplomatic" },
            "cameo": cameo,
            "importance": 1 + nth % 3,
            "initiators": [names[nth % 11]],
            "targets": [names[(nth * nth + 3) % 11]],
            "sources": ["gazette-2020-03-01"],
        });
        file["events"].as_array_mut().unwrap().push(event);
    }
    Record::new(check("crowd.json", &file.to_string()).unwrap())
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/snapshots")
}

/// Compares with the file of that name, or writes it.
#[track_caller]
fn compare(name: &str, picture: &str) {
    let num_lines = picture.lines().count();
    assert!(num_lines <= 150, "{num_lines} lines are too many to look at");
    let path = folder().join(format!("{name}.svg"));
    if env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::write(&path, picture).unwrap();
        return;
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    let differing = picture.lines().zip(kept.lines()).position(|(now, before)| now != before);
    let line = differing.unwrap_or(num_lines.min(kept.lines().count()));
    assert!(
        picture == kept,
        "{name}.svg, line {}\n before: {}\n now:    {}\n\
         If it is meant so: UPDATE_SNAPSHOTS=1 cargo test --test it svg",
        line + 1,
        kept.lines().nth(line).unwrap_or("(ends)"),
        picture.lines().nth(line).unwrap_or("(ends)"),
    );
}

/// The nodes of the elements called `name`.
fn elements<'a>(
    picture: &'a roxmltree::Document<'a>,
    name: &'static str,
) -> impl Iterator<Item = roxmltree::Node<'a, 'a>> {
    picture.descendants().filter(move |node| node.has_tag_name((SVG, name)))
}

const SVG: &str = "http://www.w3.org/2000/svg";

#[test]
fn the_pictures_of_a_graph_hold_each_actor_once_inside_their_frame() {
    let (record, size) = (crowd(), Size::new(560.0, 340.0));
    let picture = graph(&record, None, GraphCamera::default(), size);
    let picture = roxmltree::Document::parse(&picture).unwrap();
    for actor in record.actors().filter(|&actor| !record.events_of(actor).is_empty()) {
        let id = record.actor(actor).id;
        let mut nodes = elements(&picture, "g").filter(|node| node.attribute("data-actor") == Some(id));
        let node = nodes.next().unwrap();
        assert!(nodes.next().is_none(), "{id} twice");
        let outline = node.children().find_map(|part| part.attribute("d")).unwrap();
        // A circle begins at its left end: `Mx yA r …`.
        let numbers: Vec<f64> =
            outline.split(['M', 'A', ' ']).filter_map(|number| number.parse().ok()).collect();
        let Point { x, y } = Point::new(numbers[0] + numbers[2], numbers[1]);
        assert!((0.0..size.width).contains(&x) && (0.0..size.height).contains(&y), "{id} at {x}, {y}");
    }
}

#[test]
fn a_picture_is_a_file_of_its_own_that_holds_every_event_of_its_window_and_says_what_it_means() {
    let record = Record::compiled();
    let meta = &record.data().meta;
    for (shown, mode) in [
        ("2019-12-27/2020-01-12", LaneMode::Side),
        ("1951/2026", LaneMode::Domain),
        ("2020-01-03", LaneMode::Side),
    ] {
        let picture = timeline(&record, shown, mode, Size::new(900.0, 420.0));
        let file = roxmltree::Document::parse(&picture).unwrap();
        let number = |text: Option<&str>| text.map_or(0, |text| text.parse::<usize>().unwrap());
        let num_marks = elements(&file, "g").filter(|node| node.has_attribute("data-event")).count();
        let num_joined: usize = elements(&file, "g").map(|node| number(node.attribute("data-cluster"))).sum();
        assert_eq!(num_marks + num_joined, record.events_in(window(&record, shown)).count(), "{shown}");
        let texts: Vec<&str> = elements(&file, "text").map(|node| node.text().unwrap_or_default()).collect();
        let all = texts.join(" ");
        for name in record
            .data()
            .sides
            .iter()
            .map(|side| side.short)
            .chain(record.data().domains.iter().map(|domain| domain.name))
        {
            assert!(texts.contains(&name), "{name} is not in the legend: {all}");
        }
        assert!(all.contains(meta.title) && all.contains(shown) && all.contains(meta.license), "{all}");
        let asked: Vec<_> = file
            .descendants()
            .flat_map(|node| node.attributes())
            .filter(|a| a.value().contains("//"))
            .collect();
        assert!(asked.is_empty() && !picture.contains("url("), "it needs nothing from elsewhere: {asked:?}");
        // Beside its name, nothing that only the page's own sheet could know.
        assert!(!picture.contains("var(--"), "{picture}");
    }
}

#[test]
fn texts_of_a_picture_stay_inside_it_at_every_width() {
    let record = Record::compiled();
    for width in [200.0, 320.0, 480.0, 900.0, 1600.0] {
        let picture = timeline(&record, "2019-12-27/2020-01-12", LaneMode::Side, Size::new(width, 300.0));
        let file = roxmltree::Document::parse(&picture).unwrap();
        let right = file.root_element().attribute("width").unwrap().parse::<f64>().unwrap();
        let bottom = file.root_element().attribute("height").unwrap().parse::<f64>().unwrap();
        for node in elements(&file, "text") {
            let place = |name| node.attribute(name).unwrap().parse::<f64>().unwrap();
            let shift: Vec<f64> = node
                .ancestors()
                .filter_map(|group| group.attribute("transform"))
                .map(|moved| {
                    moved.strip_prefix("translate(").unwrap().split(' ').next().unwrap().parse().unwrap()
                })
                .collect();
            let class = node.attribute("class").unwrap_or_default();
            // Type as large as the sheet has it, in the measure of the test: so many pixels a letter.
            let size = match class {
                "headline" => 20.0,
                "when" => 13.0,
                "source" | "tick" | "count" => 11.0,
                _ => 12.0,
            };
            let words = node.text().unwrap_or_default();
            let end = shift.iter().sum::<f64>() + place("x") + text_width(words) * size / 12.0;
            let is_one_word = !words.contains(' ');
            assert!(end <= right + 0.5 || is_one_word, "“{words}” ends at {end} of {right}");
            assert!((0.0..=bottom).contains(&place("y")), "{words}");
        }
    }
}
