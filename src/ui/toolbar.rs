//! What stands in the line above the plot beside the search: what is shown, and the buttons that change it.

use yew::prelude::*;

use super::element::element;
use super::filters::filter_button;
use super::shapes::{choice, span, tool};
use crate::state::State;
use crate::time::format;
use crate::time::zone::Zone;
use crate::timeline::lanes::LaneMode;

/// The window in words, and how much of the record it holds.
pub fn shown(state: &State) -> Html {
    let num_shown = state.story.events_in(state.window()).count();
    let total = state.story.data().events.len();
    element!("p" { "class": "shown" } [
        element!("strong" {} [format::window(state.window(), state.clock())]),
        span("count", format!("{num_shown} of {total} events")),
    ])
}

/// Filters, clock, lanes by, zoom.
pub fn commands(state: &State) -> Html {
    let lanes = |mode, name, order| choice("choice", name, order, state.view.lanes == mode);
    let commands = [
        filter_button(state),
        clock(state),
        element!("div" { "class": "choices", "role": "group", "aria-label": "Lanes by" } [
            lanes(LaneMode::Side, "Sides", "by-side"),
            lanes(LaneMode::Domain, "Fields", "by-domain"),
        ]),
        element!("div" { "class": "tools", "role": "group", "aria-label": "Zoom" } [
            tool("Zoom out", "−", "-"),
            tool("Zoom in", "+", "+"),
            tool("Whole record", "All", "0"),
        ]),
    ];
    commands.into_iter().collect()
}

/// The choice of the clock.
fn clock(state: &State) -> Html {
    let mut options = Vec::new();
    for zone in Zone::ALL {
        let selected = (zone == state.view.clock).then_some("");
        let name = match zone {
            Zone::Event => format!("{} ({})", zone.name(), format::clock_name(state.story.clock())),
            Zone::Utc => zone.name().to_owned(),
            _ if zone == state.view.clock => format!("{} ({})", zone.name(), format::clock_name(state.clock())),
            _ => zone.name().to_owned(),
        };
        options.push(element!("option" { "value": zone.id(), "selected": selected } [name]));
    }
    element!("label" { "class": "clock", "title": "The clock on which times are shown; days without a time stay as they are" } [
        element!("span" {} ["Clock"]),
        element!("select" { "data-set": "clock" } [options]),
    ])
}
