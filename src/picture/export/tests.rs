//! The three stills of each view.

use roxmltree::{Document, Node};

use super::*;
use crate::picture::sheet::FORMS;
use crate::record::Record;
use crate::state::View;

fn measure(text: &str) -> f64 {
    text.chars().map(|letter| if letter == ' ' { 3.4 } else { 6.3 }).sum()
}

/// Where `node` is moved to by the groups around it, in pixels from the top.
fn moved(node: Node<'_, '_>) -> f64 {
    let of = |node: Node<'_, '_>| {
        let text = node.attribute("transform")?.strip_prefix("translate(")?.strip_suffix(')')?;
        text.split([' ', ',']).next_back()?.parse::<f64>().ok()
    };
    let nested = |node: Node<'_, '_>| {
        node.attribute("y").filter(|_| node.tag_name().name() == "svg")?.parse::<f64>().ok()
    };
    node.ancestors().map(|around| of(around).or(nested(around)).unwrap_or_default()).sum()
}

/// Checks the three stills of a view: their sizes, their headline, their foot,
/// and that nothing stands outside or in the foot.
fn check(view: View, sign: &str) {
    let record = Rc::new(Record::compiled());
    let state = State::new(record.clone(), view);
    let seen = Seen {
        state: &state,
        plot: Size::new(900.0, 400.0),
        plane: None,
        palette: Palette::Light,
        address: "https://example.org/",
        measure: &measure,
    };
    for (name, form, [width, height]) in FORMS {
        let text = still(&seen, form);
        let file = Document::parse(&text).unwrap();
        let root = file.root_element();
        assert_eq!(
            [root.attribute("width"), root.attribute("height")].map(|it| it.unwrap().to_owned()),
            [width, height].map(|it| it.to_string())
        );
        let inside: f64 = root.attribute("viewBox").unwrap().split(' ').next_back().unwrap().parse().unwrap();
        let of_class = |class: &'static str| {
            root.descendants().filter(move |node| node.attribute("class") == Some(class))
        };
        let joined = |class| of_class(class).filter_map(|node| node.text()).collect::<Vec<_>>().join(" ");
        assert_eq!(joined("headline"), record.data().meta.title, "{name}");
        assert!(joined("when").starts_with(&format::window(state.window(), state.clock())), "{name}");
        assert!(joined("source").ends_with("https://example.org/"), "{name}");
        assert!(text.contains(sign), "{name} does not show {sign}");
        let y =
            |node: Node<'_, '_>| moved(node) + node.attribute("y").map_or(0.0, |y| y.parse::<f64>().unwrap());
        let texts = || root.descendants().filter(|node| node.tag_name().name() == "text");
        assert!(texts().all(|node| (0.0..=inside).contains(&y(node))), "{name}: a text stands outside");
        let foot = of_class("source").map(y).fold(f64::INFINITY, f64::min);
        let in_foot = texts().filter(|node| node.attribute("class") != Some("source") && y(*node) > foot);
        assert_eq!(in_foot.filter_map(|node| node.text()).collect::<Vec<_>>(), [""; 0], "{name}");
    }
}

#[test]
fn a_still_of_the_timeline_has_its_form_and_says_whose_it_is() {
    check(View::default(), "data-event=");
}

#[test]
fn a_still_of_the_graph_has_its_form_and_says_whose_it_is() {
    check(View { tab: Tab::Actors, ..View::default() }, "data-actor=");
}

#[test]
fn a_still_of_the_ladder_holds_as_much_as_finds_room_and_says_how_much_more_there_is() {
    check(View { tab: Tab::Ladder, ..View::default() }, "more in this window");
}
