//! Nothing selected: what the window holds, and its most important events.

use yew::prelude::*;

use crate::state::{State, Summary};
use crate::time::format;
use crate::ui::element::element;
use crate::ui::list::event_links;

/// The window in words.
pub fn view(state: &State) -> Html {
    let Summary { heading, counts, dead, named } = state.summary();
    let summary = counts.map(
        |counts| element!("p" { "class": "summary" } [counts, "Choose an event or an actor to read on."]),
    );
    element!("article" {} [
        element!("p" { "class": "kicker", "lang": "en" } [format::window(state.window(), state.clock())]),
        element!("h2" {} [heading]),
        summary,
        dead.map(|dead| element!("p" {} [dead])),
        event_links(state, &named, None),
    ])
}
