//! The few elements that all parts are made of.

use yew::prelude::*;

use super::element::{Inside, element};
use crate::command::Command;

pub use crate::timeline::classes::{hue, hue_of};

/// A rectangle: left, top, width, height, corner radius.
pub fn rect(class: Option<String>, [x, y, width, height, radius]: [f64; 5]) -> Html {
    element!("rect" { "class": class, "x": x, "y": y, "width": width, "height": height, "rx": radius } [])
}

/// A path.
pub fn path(class: &'static str, d: String) -> Html {
    element!("path" { "class": class, "d": d } [])
}

/// The namespace of what is no SVG.
pub const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// A section with a heading of the third rank.
pub fn section(class: Option<&'static str>, heading: impl Inside, inside: Html) -> Html {
    element!("section" { "class": class } [element!("h3" { "lang": "en" } [heading]), inside])
}

/// A list of `items` in a `ul` of this class.
pub fn list(class: Option<&'static str>, items: Vec<Html>) -> Html {
    element!("ul" { "class": class } [items])
}

/// A date or a count, or other words of the page's own, in a `span` of this class.
pub fn said(class: &'static str, text: String) -> Html {
    element!("span" { "class": class, "lang": "en" } [text])
}

/// A piece of text in a `span` of this class.
pub fn span(class: &'static str, text: String) -> Html {
    element!("span" { "class": class } [text])
}

/// A button with a sign on it and words for those who don't know the sign.
pub fn tool(name: &'static str, sign: &'static str, command: Command) -> Html {
    element!("button" {
        "type": "button",
        "class": "tool",
        "lang": "en",
        "data-do": command.word(),
        "aria-label": name,
        "title": name,
    } [sign])
}

/// A button that is one of several of which one is chosen.
pub fn choice(class: &'static str, name: &'static str, command: Command, is_chosen: bool) -> Html {
    let pressed = if is_chosen { "true" } else { "false" };
    element!("button" {
        "type": "button",
        "class": class,
        "lang": "en",
        "data-do": command.word(),
        "aria-pressed": pressed,
    } [name])
}

/// As [`choice`], with more than a name in it and for one of many things.
pub fn choice_of(class: &'static str, asks: String, is_chosen: bool, inside: Html) -> Html {
    let pressed = if is_chosen { "true" } else { "false" };
    element!("button" { "type": "button", "class": class, "data-do": asks, "aria-pressed": pressed } [inside])
}

/// A button of little weight.
pub fn quiet(name: &'static str, command: Command) -> Html {
    element!("button" { "type": "button", "class": "quiet", "lang": "en", "data-do": command.word() } [name])
}
