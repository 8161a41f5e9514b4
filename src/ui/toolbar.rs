//! The line above the plot: what is shown, and the buttons that change it.

use yew::prelude::*;

use super::element::element;
use super::shapes::{choice, span, tool};
use crate::state::State;
use crate::time::format;
use crate::timeline::lanes::LaneMode;

/// What is shown, lanes by, zoom.
pub fn toolbar(state: &State) -> Html {
    let num_shown = state.story.events_in(state.window()).count();
    let total = state.story.data().events.len();
    let lanes = |mode, name, order| choice("choice", name, order, state.view.lanes == mode);
    element!("div" { "class": "toolbar" } [
        element!("p" { "class": "shown" } [
            element!("strong" {} [format::window(state.window(), state.story.clock())]),
            span("count", format!("{num_shown} of {total} events")),
            span("clock", format!("Clock: {}", format::clock_name(state.story.clock()))),
        ]),
        element!("div" { "class": "choices", "role": "group", "aria-label": "Lanes by" } [
            lanes(LaneMode::Side, "Sides", "by-side"),
            lanes(LaneMode::Domain, "Fields", "by-domain"),
        ]),
        element!("div" { "class": "tools", "role": "group", "aria-label": "Zoom" } [
            tool("Zoom out", "−", "-"),
            tool("Zoom in", "+", "+"),
            tool("Whole record", "All", "0"),
        ]),
    ])
}
