//! The headline, what the record is, the way into the told story,
//! and the small buttons: dialogs, light or dark.

use dataset::civil::DateTime;
use dataset::edtf::{Edtf, Stamp};
use dataset::units::UnixSecs;
use yew::prelude::*;

use super::element::element;
use super::shapes::{said, span};
use super::taken;
use super::told::begin;
use crate::command::Command;
use crate::record::Record;
use crate::state::{Parts, State, Theme};
use crate::time::format;

/// The top of the page.
pub fn header(state: &State) -> Html {
    let meta = &state.record.data().meta;
    let kept_to = Stamp::day(meta.updated.year(), meta.updated.month(), meta.updated.day());
    element!("header" { "class": "masthead" } [
        element!("h1" {} [meta.title]),
        element!("p" { "class": "standfirst" } [
            span("long", meta.description.to_owned()),
            said("brief", brief(&state.record)),
            " ",
            said("updated", format!("Record kept to {}.", format::short(Edtf::single(kept_to)))),
        ]),
        begin(state),
        element!("div" { "class": "masthead-tools", "lang": "en" } [
            full_page(state),
            opener("Share", Command::Share, "↗"),
            opener("Help", Command::Help, "?"),
            opener("About", Command::About, "i"),
            theme_button(state.view.theme),
        ]),
    ])
}

/// The record in a line, for where a description has no room.
pub fn brief(record: &Record) -> String {
    let data = record.data();
    let years = |at: UnixSecs| DateTime::at(at, record.clock()).date().year();
    let first =
        record.events().map(|event| record.span(event).start).min().map_or(data.meta.updated.year(), years);
    format!("{} events with their sources, {first} to {}.", data.events.len(), data.meta.updated.year())
}

/// In a frame: the way to the page itself, with the same view.
fn full_page(state: &State) -> Option<Html> {
    taken::page().filter(|_| state.frame.is_embedded)?;
    let url = taken::page_address(state);
    Some(element!("a" {
        "class": "quiet full-page",
        "href": url,
        "target": "_blank",
        "rel": "noopener",
    } ["Full page ↗"]))
}

/// In a frame with the graph or the list alone: which window they show, and whose record it is.
pub fn origin(state: &State) -> Html {
    let is_alone = matches!(state.frame.parts, Parts::Graph | Parts::List);
    let meta = &state.record.data().meta;
    let origin = is_alone.then(|| {
        element!("aside" { "class": "origin", "aria-label": "This view" } [
            element!("strong" {} [format::window(state.window(), state.clock())]),
            format!(" · “{}”, record kept to {}", meta.title, format::day(meta.updated)),
        ])
    });
    origin.unwrap_or_default()
}

/// A button that opens a dialog: its name, or a sign for it where room is short.
fn opener(name: &'static str, command: Command, sign: &'static str) -> Html {
    element!("button" {
        "type": "button",
        "class": "quiet",
        "data-do": command.word(),
        "aria-label": name,
        "aria-haspopup": "dialog",
    } [
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
        "data-do": Command::Theme.word(),
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
