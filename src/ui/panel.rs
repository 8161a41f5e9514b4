//! What stands around the parts: tabs, where parts share a place, and notices.

use yew::prelude::*;

use super::element::element;
use super::shapes::{choice, list, quiet};
use crate::command::Command;
use crate::state::{Dialog, Offered, State, Tab};

/// The way past what stands before the parts, seen while one of its buttons has the focus.
pub fn skip() -> Html {
    element!("nav" { "class": "skip", "lang": "en", "aria-label": "Skip" } [
        quiet("Skip to the timeline", Command::GoPlot),
        quiet("Skip to the details", Command::GoDetails),
        quiet("Events as a table", Command::TableEvents),
    ])
}

/// The choice between parts.
pub fn tabs(state: &State) -> Html {
    let chosen = state.view.tab;
    element!("nav" { "class": "tabs", "lang": "en", "aria-label": "Parts of the page" } [
        choice("tab", "Details", Command::Details, chosen == Tab::Details),
        choice("tab", "Ladder", Command::Ladder, chosen == Tab::Ladder),
        choice("tab narrow-only", "Actors", Command::Actors, chosen == Tab::Actors),
        choice("tab", "Events", Command::List, chosen == Tab::List),
        choice("tab", "Claims", Command::Claims, chosen == Tab::Claims),
    ])
}

/// A text that could not be handed over, where no dialog shows it.
pub fn offered(state: &State) -> Html {
    if state.visit.dialog == Some(Dialog::Share) {
        return Html::default();
    }
    state.visit.offered.as_ref().map_or_else(Html::default, offer)
}

/// One line that says why, and the text, which is selected as soon as it is there.
pub fn offer(offered: &Offered) -> Html {
    element!("div" { "class": "notices offer" } [
        element!("p" { "role": "status" } [offered.why]),
        element!("pre" {
            "tabindex": "0",
            "role": "group",
            "aria-label": offered.why,
            "translate": "no",
        } [offered.text.to_string()]),
        quiet("Dismiss", Command::Dismiss),
    ])
}

/// What the reader should know.
pub fn notices(state: &State) -> Html {
    let notices = &state.visit.notices;
    let mut inside = Vec::new();
    // The dialog tells them itself, and the picture behind it keeps its size.
    if !notices.is_empty() && state.visit.dialog != Some(Dialog::Share) {
        inside.push(list(None, notices.iter().map(|notice| element!("li" {} [notice.clone()])).collect()));
        inside.push(quiet("Dismiss", Command::Dismiss));
    }
    element!("div" { "class": "notices", "role": "status" } [inside])
}
