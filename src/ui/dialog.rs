//! What is opened over the page: help, about, sharing, how the pulse is made.
//!
//! One `<dialog>` stands in the page all the time, so
//! that the browser can give the focus back when it closes.

mod about;
mod help;
mod pulse;
mod reading;
mod share;
mod stories;

use std::rc::Rc;

use yew::prelude::*;

use super::element::element;
use super::guard::use_guard;
use super::shapes::tool;
use super::store::Dispatch;
use crate::command::Command;
use crate::platform::modal;
use crate::state::{Action, Dialog, State};

#[derive(PartialEq, Properties)]
pub struct Props {
    pub state: Rc<State>,
    pub dispatch: Dispatch,
}

/// The dialog, closed while there is nothing to show.
#[component]
pub fn Dialogs(props: &Props) -> Html {
    let Props { state, dispatch } = props;
    let node = use_node_ref();
    let shown = state.visit.dialog.and_then(|kind| Some((kind, content(state, kind)?)));
    {
        let (node, dispatch) = (node.clone(), dispatch.clone());
        let kind = shown.as_ref().map(|&(kind, _)| kind);
        use_guard(kind, move || {
            let element = kind.and_then(|_| node.cast())?;
            Some(modal::show(&element, move || dispatch.dispatch(Action::Open(None))))
        });
    }
    let inside = shown.map(|(_, (title, text))| {
        element!("div" { "class": "sheet" } [
            element!("div" { "class": "sheet-head" } [
                element!("h2" { "id": "dialog-title" } [title]),
                tool("Close", "×", Command::Close),
            ]),
            text,
        ])
    });
    html! {
        <dialog class="dialog" lang="en" ref={node} aria-labelledby="dialog-title">
            { inside.unwrap_or_default() }
        </dialog>
    }
}

/// Title and text of a dialog; `None` for one that is shown elsewhere.
fn content(state: &State, kind: Dialog) -> Option<(&'static str, Html)> {
    match kind {
        Dialog::Help => Some(("Help", help::view(state))),
        Dialog::About => Some(("About this record", about::view(state))),
        Dialog::Share => Some(("Share", share::view(state))),
        Dialog::Pulse => Some(("How the pulse is made", pulse::view(state))),
        Dialog::Stories => Some(("Stories and chapters", stories::view(state))),
        Dialog::Filters => None,
    }
}

/// Paragraphs, each a text of its own.
fn paragraphs(texts: &[&'static str]) -> Vec<Html> {
    let mut all = Vec::new();
    for &text in texts {
        all.push(element!("p" {} [text]));
    }
    all
}

/// A link that leads out of the page, in another tab.
fn outer_link(url: &'static str, name: &'static str) -> Html {
    element!("a" { "href": url, "target": "_blank", "rel": "noopener" } [name])
}
