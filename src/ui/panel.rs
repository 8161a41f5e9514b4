//! What stands around the parts: tabs where parts share a place, and notices.

use yew::prelude::*;

use super::store::{Dispatch, send};
use crate::state::{Action, Tab};

/// The choice between parts.
pub fn tabs(chosen: Tab, dispatch: &Dispatch) -> Html {
    let tab = |tab: Tab, name: &'static str, class: &'static str| {
        let is_chosen = chosen == tab;
        html! {
            <button type="button" {class} aria-pressed={is_chosen.to_string()}
                onclick={send::<MouseEvent>(dispatch, Action::ShowTab(tab))}>{ name }</button>
        }
    };
    html! {
        <nav class="tabs" aria-label="Parts of the page">
            { tab(Tab::Details, "Details", "tab") }
            { tab(Tab::Actors, "Actors", "tab narrow-only") }
            { tab(Tab::List, "Events", "tab") }
        </nav>
    }
}

/// What the reader should know.
pub fn notices(notices: &[String], dispatch: &Dispatch) -> Html {
    html! {
        <div class="notices" role="status">
            if !notices.is_empty() {
                <ul>{ for notices.iter().map(|notice| html! { <li>{ notice.clone() }</li> }) }</ul>
                <button type="button" class="quiet" onclick={send::<MouseEvent>(dispatch, Action::DismissNotices)}>{ "Dismiss" }</button>
            }
        </div>
    }
}
