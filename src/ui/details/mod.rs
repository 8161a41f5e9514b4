//! The details of what is selected, or of the window when nothing is.

mod actor;
mod dealing;
mod event;
mod nothing;
mod parts;

use std::rc::Rc;

use yew::prelude::*;

use super::store::{Dispatch, send};
use crate::platform::{address, dom};
use crate::state::url::encode;
use crate::state::{Action, Selection, State};
use crate::ui::list::event_links;

#[derive(PartialEq, Properties)]
pub struct Props {
    pub state: Rc<State>,
    pub dispatch: Dispatch,
}

#[component]
pub fn Details(props: &Props) -> Html {
    let Props { state, dispatch } = props;
    let panel = use_node_ref();
    let node = panel.clone();
    // A new subject is read from its top.
    use_effect_with((state.view.selection, state.visit.group.clone()), move |_| {
        if let Some(element) = node.cast() {
            dom::scroll_to_top(&element);
        }
    });
    let about = match (state.view.selection, &state.visit.group) {
        (Some(Selection::Event(event)), _) => event::view(state, dispatch, event),
        (Some(Selection::Actor(actor)), _) => actor::view(state, dispatch, actor),
        (Some(Selection::Dealing(from, to)), _) => dealing::view(state, dispatch, from, to),
        (None, Some(events)) => html! {
            <>
                <h2>{ format!("{} events at one place in time", events.len()) }</h2>
                <p>{ "Their times of day are not known or the same, so zooming in cannot part them." }</p>
                { event_links(&state.story, dispatch, events, None) }
            </>
        },
        (None, None) => nothing::view(state, dispatch),
    };
    html! {
        <section class="panel details" role="region" aria-label="Details" ref={panel}>
            { commands(state, dispatch) }
            { about }
        </section>
    }
}

/// Previous and next in time, copy link, close.
fn commands(state: &Rc<State>, dispatch: &Dispatch) -> Html {
    let copy = {
        let state = state.clone();
        Callback::from(move |_: MouseEvent| dom::copy(&address::with_fragment(&encode(&state.story, &state.view))))
    };
    let is_open = state.view.selection.is_some() || state.visit.group.is_some();
    html! {
        <div class="commands" role="group" aria-label="Details">
            <button type="button" class="tool" aria-label="Previous event" title="Previous event"
                onclick={send::<MouseEvent>(dispatch, Action::Step(-1))}>{ "‹" }</button>
            <button type="button" class="tool" aria-label="Next event" title="Next event"
                onclick={send::<MouseEvent>(dispatch, Action::Step(1))}>{ "›" }</button>
            <button type="button" class="tool wide" onclick={copy}>{ "Copy link" }</button>
            if is_open {
                <button type="button" class="tool" aria-label="Close" title="Close (Esc)"
                    onclick={send::<MouseEvent>(dispatch, Action::Deselect)}>{ "×" }</button>
            }
        </div>
    }
}
