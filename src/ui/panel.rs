//! What stands around the parts: tabs where parts share a place, and notices.

use yew::prelude::*;

use super::shapes::{choice, quiet};
use crate::state::Tab;

/// The choice between parts.
pub fn tabs(chosen: Tab) -> Html {
    html! {
        <nav class="tabs" aria-label="Parts of the page">
            { choice("tab", "Details", "details", chosen == Tab::Details) }
            { choice("tab narrow-only", "Actors", "actors", chosen == Tab::Actors) }
            { choice("tab", "Events", "list", chosen == Tab::List) }
        </nav>
    }
}

/// What the reader should know.
pub fn notices(notices: &[String]) -> Html {
    html! {
        <div class="notices" role="status">
            if !notices.is_empty() {
                <ul>{ for notices.iter().map(|notice| html! { <li>{ notice.clone() }</li> }) }</ul>
                { quiet("Dismiss", "dismiss") }
            }
        </div>
    }
}
