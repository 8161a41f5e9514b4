//! The line above the plot: what is shown, and the buttons that change it.

use std::rc::Rc;

use yew::prelude::*;

use super::keys::plot_action;
use super::store::{Dispatch, send};
use crate::state::{Action, State};
use crate::time::format;
use crate::timeline::lanes::LaneMode;

/// What is shown, lanes by, zoom.
pub fn toolbar(state: &Rc<State>, dispatch: &Dispatch) -> Html {
    let num_shown = state.story.events_in(state.window()).count();
    let total = state.story.data().events.len();
    let zoom = |key: &'static str, name: &'static str, sign: &'static str| {
        let (state, dispatch) = (state.clone(), dispatch.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Some(action) = plot_action(&state.story, state.target_window(), key) {
                dispatch.dispatch(action);
            }
        });
        html! { <button type="button" class="tool" aria-label={name} title={format!("{name} ({key})")} {onclick}>{ sign }</button> }
    };
    let lane_choice = |mode: LaneMode, name: &'static str| {
        let is_chosen = state.view.lanes == mode;
        html! {
            <button type="button" class="choice" aria-pressed={is_chosen.to_string()}
                onclick={send::<MouseEvent>(dispatch, Action::SetLanes(mode))}>{ name }</button>
        }
    };
    html! {
        <div class="toolbar">
            <p class="shown">
                <strong>{ format::window(state.window(), state.story.clock()) }</strong>
                <span class="count">{ format!("{num_shown} of {total} events") }</span>
                <span class="clock">{ format!("Clock: {}", format::clock_name(state.story.clock())) }</span>
            </p>
            <div class="choices" role="group" aria-label="Lanes by">
                { lane_choice(LaneMode::Side, "Sides") }
                { lane_choice(LaneMode::Domain, "Fields") }
            </div>
            <div class="tools" role="group" aria-label="Zoom">
                { zoom("-", "Zoom out", "−") }
                { zoom("+", "Zoom in", "+") }
                { zoom("0", "Whole record", "All") }
            </div>
        </div>
    }
}
