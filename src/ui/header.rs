//! The headline, what the record is, the ways into the told story and the dialogs, and the choice of light or dark.

use dataset::edtf::{Edtf, Stamp};
use yew::prelude::*;

use super::element::element;
use super::shapes::span;
use super::tip::Tip;
use super::told::story_buttons;
use crate::state::{State, Theme};
use crate::time::format;

/// The top of the page.
pub fn header(state: &State) -> Html {
    let meta = &state.story.data().meta;
    let kept_to = Stamp::day(meta.updated.year(), meta.updated.month(), meta.updated.day());
    element!("header" { "class": "masthead" } [
        element!("h1" {} [meta.title]),
        element!("div" { "class": "ways" } [
            element!("p" { "class": "standfirst" } [
                meta.description,
                " ",
                span("updated", format!("Record kept to {}.", format::short(Edtf::single(kept_to)))),
            ]),
            html! { <Tip /> },
        ]),
        element!("div" { "class": "masthead-tools", "lang": "en" } [
            story_buttons(state),
            opener("Share", "share", "↗"),
            opener("Help", "help", "?"),
            opener("About", "about", "i"),
            theme_button(state.view.theme),
        ]),
    ])
}

/// A button that opens a dialog: its name, or a sign for it where room is short.
fn opener(name: &'static str, order: &'static str, sign: &'static str) -> Html {
    element!("button" { "type": "button", "class": "quiet", "data-do": order, "aria-label": name, "aria-haspopup": "dialog" } [
        element!("b" { "class": "sign", "aria-hidden": "true" } [sign]),
        element!("span" {} [name]),
    ])
}

fn theme_button(theme: Theme) -> Html {
    let name = match theme {
        Theme::System => "System",
        Theme::Light => "Light",
        Theme::Dark => "Dark",
    };
    element!("button" {
        "type": "button",
        "class": "quiet",
        "data-do": "theme",
        "aria-label": format!("Theme: {name}. Change"),
        "title": "Light, dark, or as the system is set",
    } [
        element!("svg" { "class": "icon", "viewBox": "0 0 16 16", "aria-hidden": "true" } [
            element!("circle" { "cx": "8", "cy": "8", "r": "6", "class": "ring" } []),
            element!("path" { "d": "M8 2a6 6 0 0 1 0 12z" } []),
        ]),
        element!("span" {} [name]),
    ])
}
