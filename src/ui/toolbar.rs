//! The line above the plot, beside the search: what is shown, and the buttons that change it.

use std::rc::Rc;

use yew::prelude::*;

use super::element::element;
use super::filters::filter_button;
use super::guard::{EachTime, use_guard};
use super::shapes::{choice, tool};
use super::store::Dispatch;
use crate::command::Command;
use crate::platform::dom;
use crate::state::State;
use crate::time::format;
use crate::time::zone::Zone;
use crate::timeline::lanes::LaneMode;

#[derive(PartialEq, Properties)]
pub struct Props {
    /// Which rest of the window it is; while it moves, it is followed.
    pub rest: u32,
    pub state: Rc<State>,
    pub dispatch: Dispatch,
}

/// The window in words, and how much of the record it holds: both follow each step of the window, past Yew.
#[component]
pub fn Shown(props: &Props) -> Html {
    let [range, count] = [use_node_ref(), use_node_ref()];
    let tell = {
        let (dispatch, range, count) = (props.dispatch.clone(), range.clone(), count.clone());
        Rc::new(move || {
            let live = dispatch.live();
            let [num_shown, total] =
                [live.record.num_events_in(live.window()), live.record.data().events.len()];
            let texts =
                [format::window_brief(live.window(), live.clock()), format!("{num_shown} of {total} events")];
            for (node, text) in [&range, &count].into_iter().zip(texts) {
                if let Some(node) = node.get() {
                    dom::set_text(&node, &text);
                }
            }
        })
    };
    {
        let (dispatch, tell) = (props.dispatch.clone(), tell.clone());
        use_guard((), move || dispatch.follow(move |_| tell()));
    }
    use_guard(EachTime, move || tell());
    html! { <p class="shown"><strong ref={range} /><span class="count" ref={count} /></p> }
}

/// What brings the others in sight where they have no room.
pub fn tools_button(state: &State) -> Html {
    let is_open = if state.visit.has_tools { "true" } else { "false" };
    element!("button" {
        "type": "button",
        "class": "quiet tools-button",
        "data-do": Command::Tools.word(),
        "aria-expanded": is_open,
    } ["Tools"])
}

/// Filters, clock, lanes by, zoom.
pub fn commands(state: &State) -> Html {
    let lanes = |mode, name, order| choice("choice", name, order, state.view.lanes == mode);
    let commands = [
        filter_button(state),
        clock(state),
        element!("div" { "class": "choices", "role": "group", "aria-label": "Lanes by" } [
            lanes(LaneMode::Side, "Sides", Command::BySide),
            lanes(LaneMode::Domain, "Fields", Command::ByDomain),
        ]),
        element!("div" { "class": "tools", "role": "group", "aria-label": "Zoom" } [
            tool("Zoom out", "−", Command::ZoomOut),
            tool("Zoom in", "+", Command::ZoomIn),
            tool("All: the whole record", "All", Command::Whole),
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
            Zone::Event => format!("{} ({})", zone.name(), format::clock_name(state.record.clock())),
            Zone::Utc => zone.name().to_owned(),
            _ if zone == state.view.clock => {
                format!("{} ({})", zone.name(), format::clock_name(state.clock()))
            }
            _ => zone.name().to_owned(),
        };
        options.push(element!("option" { "value": zone.id(), "selected": selected } [name]));
    }
    element!("label" {
        "class": "clock",
        "title": "The clock on which times are shown; days without a time stay as they are",
    } [
        element!("span" {} ["Clock"]),
        element!("select" { "data-set": "clock" } [options]),
    ])
}
