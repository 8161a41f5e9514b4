//! Help: how the picture is read, and what the keys and the hands do. Every row is a key that some part
//! hears; a change there is a change here.

use yew::prelude::*;

use super::reading;
use crate::command::Choice;
use crate::state::State;
use crate::state::keys::{SCOPES, SINGLE_KEYS};
use crate::ui::element::{Inside, element};
use crate::ui::shapes::{choice_of, section};

/// What is done, and what it does.
type Rows = &'static [(&'static str, &'static str)];

const HANDS: Rows = &[
    ("Drag", "move in time; throw to go on"),
    ("Wheel", "zoom at the pointer; in a frame, or where the page scrolls, with Ctrl or ⌘"),
    ("Shift + wheel, sideways wheel", "move in time"),
    ("Pinch, swipe sideways", "zoom, move in time"),
    (
        "Double click",
        "zoom in, with Shift out; on an event, show it with what it answered and what answered it",
    ),
    ("Click", "open an event, an actor or an arrow; part a number into its events"),
    ("Strip below the timeline", "drag the window or its edges, or click where it should go"),
    ("Drag an actor", "put it elsewhere; “Reset” takes all back"),
    ("Shift + click on a second actor", "how the two are connected"),
];

/// What is said of each of [`SCOPES`].
const SCOPE_NAMES: [&str; 3] = ["In the parts", "Everywhere", "Off"];

const TIMELINE: Rows = &[
    ("← →", "move in time"),
    ("+ −", "zoom"),
    ("0", "the whole record"),
    ("Home End", "its beginning, its end"),
    ("↑", "go to the pulse; then ← → read it out, ↓ goes back"),
    ("↓ or Enter", "go in to the events; Esc comes out again"),
    ("← → on an event", "the previous, the next; Enter opens"),
    ("↓ on an event", "to what led to it and what followed; Esc goes back to where you were"),
    ("↑ on an event", "to its lane; there ↑ ↓ go to other lanes, → to the events of this one alone"),
    ("Shift + ← →", "in the strip: move the end of the window"),
    ("T", "the window's events as a table"),
];

const GRAPH: Rows = &[
    ("arrows", "from camp to actor; Enter opens, again goes in to dealings; Esc goes back"),
    ("Shift + arrows", "move the actor; without one, the picture"),
    ("+ −", "zoom"),
    ("0", "the whole graph"),
    ("T", "the window's dealings as a table"),
];

const STORY: Rows = &[("← →, swipe sideways", "previous step, next step"), ("Esc", "leave the story")];

/// The picture explained, then tables of hands and keys.
pub fn view(state: &State) -> Html {
    let tables: [(&'static str, Rows); 4] = [
        ("Mouse and fingers", HANDS),
        ("Keys in the timeline and the strip", TIMELINE),
        ("Keys in the actor graph", GRAPH),
        ("In the told story", STORY),
    ];
    let mut sections = vec![reading::view(state), section(None, "Keys of one sign", signs(state))];
    for (heading, rows) in tables {
        sections.push(section(None, heading, table(rows)));
    }
    sections.push(element!("p" { "class": "note" } [
        "Keys of a part are heard while it has the focus: Tab goes from part to part. ",
        "The address always says what is shown; copy it to share the view.",
    ]));
    sections.node()
}

/// Where keys of one sign are heard, and which they are, each to be changed.
fn signs(state: &State) -> Html {
    let keys = state.visit.keys;
    let mut scopes = Vec::new();
    for ((_, scope), words) in SCOPES.into_iter().zip(SCOPE_NAMES) {
        scopes.push(choice_of(
            "chip",
            Choice::Keys(scope).written(&state.record),
            keys.scope == scope,
            words.node(),
        ));
    }
    let mut rows = Vec::new();
    for (nth, ((_, words), sign)) in SINGLE_KEYS.into_iter().zip(keys.signs).enumerate() {
        let field = element!("input" {
            "type": "text",
            "class": "sign-field",
            "maxlength": "1",
            "autocomplete": "off",
            "data-set": format!("key-{nth}"),
            "value": sign.to_string(),
            "aria-label": ["Key: ", words].concat(),
        } []);
        rows.push(element!("tr" {} [element!("th" { "scope": "row" } [field]), element!("td" {} [words])]));
    }
    rows.push(element!("tr" {} [
        element!("th" { "scope": "row" } ["Esc"]),
        element!("td" {} ["put away what hovers or is open, the uppermost first"]),
    ]));
    vec![
        element!("p" {} [
            "They are heard while a part of the page has the focus, everywhere but in fields, or nowhere. \
             Type another sign to change one.",
        ]),
        element!("p" {
            "class": "takings",
            "role": "group",
            "aria-label": "Keys of one sign are heard",
        } [scopes]),
        element!("table" { "class": "keys" } [element!("tbody" {} [rows])]),
    ]
    .node()
}

fn table(rows: Rows) -> Html {
    let mut all = Vec::new();
    for &(done, meaning) in rows {
        all.push(element!("tr" {} [element!("th" { "scope": "row" } [done]), element!("td" {} [meaning])]));
    }
    element!("table" { "class": "keys" } [element!("tbody" {} [all])])
}
