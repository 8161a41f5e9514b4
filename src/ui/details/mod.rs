//! The details of what is selected, or of the window when nothing is.

mod actor;
mod dealing;
mod event;
mod nothing;
pub(super) mod parts;
mod path;

use std::rc::Rc;

use dataset::model::EventIdx;
use yew::prelude::*;

use super::element::{Inside, element};
use super::guard::use_guard;
use super::shapes::tool;
use super::store::Dispatch;
use super::told::{ToldStep, way_back};
use crate::command::Command;
use crate::platform::dom;
use crate::state::{Selection, State};
use crate::ui::list::event_links;

#[derive(PartialEq, Properties)]
pub struct Props {
    pub state: Rc<State>,
    pub dispatch: Dispatch,
}

#[component]
pub fn Details(props: &Props) -> Html {
    let state = &props.state;
    let panel = use_node_ref();
    let node = panel.clone();
    // A new subject is read from its top, the way between two actors from where it is told;
    // forgetting that moves nothing.
    let (subject, path) =
        ((state.view.selection, state.visit.group.clone(), state.view.told), state.view.path);
    let was_about = use_mut_ref(|| None);
    use_guard((subject.clone(), path), move || {
        let is_new = was_about.replace(Some(subject.clone())) != Some(subject);
        if let Some(element) = node.cast().filter(|_| is_new || path.is_some()) {
            dom::scroll_to(&element, path.map(|_| ".path"));
        }
    });
    let about = match (state.view.selection, &state.visit.group) {
        (Some(Selection::Event(event)), _) => event::view(state, event),
        (Some(Selection::Actor(actor)), _) => actor::view(state, actor),
        (Some(Selection::Dealing(from, to)), _) => dealing::view(state, from, to),
        (Some(Selection::Band(from, to)), _) => dealing::band(state, from, to),
        (None, Some(events)) => group(state, events),
        (None, None) if state.view.told.is_some() => {
            html! { <ToldStep state={state.clone()} dispatch={props.dispatch.clone()} /> }
        }
        (None, None) => nothing::view(state),
    };
    html! {
        <section class="panel details" role="region" aria-label="Details" tabindex="-1" ref={panel}>
            { commands(state) }
            { about }
        </section>
    }
}

/// Events that stand at one place of the timeline.
fn group(state: &State, events: &[EventIdx]) -> Html {
    vec![
        element!("h2" {} [format!("{} events at one place in time", events.len())]),
        element!("p" {} ["Their times of day are not known or the same, so zooming in cannot part them."]),
        event_links(state, events, None),
    ]
    .node()
}

/// Previous and next in time, copy link, close; with a story told, the way back to it.
/// A step that is told has its own.
fn commands(state: &State) -> Html {
    let is_open = state.view.selection.is_some() || state.visit.group.is_some();
    let back = way_back(state);
    if back.is_some() && !is_open {
        return Html::default();
    }
    let commands = element!("div" { "class": "commands", "role": "group", "aria-label": "Commands" } [
        tool("Previous event", "‹", Command::Previous),
        tool("Next event", "›", Command::Next),
        tool("Copy link to this view", "Copy link", Command::Copy),
        is_open.then(|| tool("Close", "×", Command::Close)),
    ]);
    match back {
        Some(back) => element!("div" { "class": "told-bar" } [back, commands]),
        None => commands,
    }
}
