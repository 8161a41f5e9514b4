//! Help: how the picture is read, and what the keys and the hands do. Every row is a key that some part hears; a change there is a change here.

use yew::prelude::*;

use super::reading;
use crate::state::State;
use crate::ui::element::{Inside, element};
use crate::ui::shapes::{choice, section};

/// What is done, and what it does.
type Rows = &'static [(&'static str, &'static str)];

const HANDS: Rows = &[
    ("Drag", "move in time; throw to go on"),
    ("Wheel", "zoom at the pointer; in a frame, or where the page scrolls, with Ctrl or ⌘"),
    ("Shift + wheel, sideways wheel", "move in time"),
    ("Pinch, swipe sideways", "zoom, move in time"),
    ("Double click", "zoom in, with Shift out; on an event, show it with what it answered and what answered it"),
    ("Click", "open an event, an actor or an arrow; part a number into its events"),
    ("Strip below the timeline", "drag the window or its edges, or click where it should go"),
    ("Drag an actor", "put it elsewhere; “Reset” takes all back"),
    ("Shift + click on a second actor", "how the two are connected"),
];

const ANYWHERE_NAME: &str = "Keys anywhere";
const ANYWHERE: Rows = &[
    ("/", "search"),
    ("[  ]", "what led to the event, what answered it"),
    ("Esc", "close what is open, the uppermost first"),
    ("?", "this help"),
];

const TIMELINE: Rows = &[
    ("← →", "move in time"),
    ("+ −", "zoom"),
    ("0", "the whole record"),
    ("Home End", "its beginning, its end"),
    ("↑", "go to the pulse; then ← → read it out, ↓ goes back"),
    ("↓ or Enter", "go to the events; then arrows go from one to the next, Enter opens, Esc goes back"),
];

const GRAPH: Rows = &[("arrows", "from actor to actor; Enter opens, Esc goes back"), ("+ −", "zoom"), ("0", "the whole graph")];

const STORY: Rows = &[("← →, swipe sideways", "previous step, next step"), ("Esc", "leave the story")];

/// The picture explained, then tables of hands and keys.
pub fn view(state: &State) -> Html {
    let tables: [(&'static str, Rows); 5] = [
        ("Mouse and fingers", HANDS),
        (ANYWHERE_NAME, ANYWHERE),
        ("Keys in the timeline and the strip", TIMELINE),
        ("Keys in the actor graph", GRAPH),
        ("In the told story", STORY),
    ];
    let mut sections = vec![reading::view(state)];
    for (heading, rows) in tables {
        sections.push(section(None, heading, table(rows)));
        if heading == ANYWHERE_NAME {
            let name = "Leave / [ ] ? to the browser";
            sections.push(element!("p" { "class": "takings" } [choice("chip", name, "keys", state.visit.are_keys_off)]));
        }
    }
    sections.push(element!("p" { "class": "note" } [
        "Keys of a part are heard while it has the focus: Tab goes from part to part. ",
        "The address always says what is shown; copy it to share the view.",
    ]));
    sections.node()
}

fn table(rows: Rows) -> Html {
    let mut all = Vec::new();
    for &(done, meaning) in rows {
        all.push(element!("tr" {} [element!("th" { "scope": "row" } [done]), element!("td" {} [meaning])]));
    }
    element!("table" { "class": "keys" } [element!("tbody" {} [all])])
}
