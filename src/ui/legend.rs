//! What shapes and colours mean.

use dataset::model::SideIdx;
use yew::prelude::*;

use super::element::{class, element};
use super::shapes::{path, rect};
use crate::story::Story;
use crate::timeline::classes::hue_of_side;
use crate::timeline::glyph;

/// Colours of the sides, shapes of the fields of action.
pub fn legend(story: &Story) -> Html {
    let data = story.data();
    let mut entries = Vec::new();
    for (nth, side) in (0u16..).zip(data.sides) {
        let swatch = rect(class(&["swatch"]), [1.0, 1.0, 10.0, 10.0, 2.0]);
        entries.push(entry(Some(hue_of_side(story, SideIdx(nth))), swatch, side.short));
    }
    for (nth, domain) in data.domains.iter().enumerate() {
        entries.push(entry(None, path("glyph", glyph::shape(nth, 6.0, 6.0, 4.5).text()), domain.name));
    }
    entries.push(entry(None, path("flag contested", glyph::flag(3.5, 11.0).text()), "contested claim"));
    element!("ul" { "class": "legend", "aria-label": "Legend" } [entries])
}

fn entry(class: Option<&'static str>, sign: Html, name: &'static str) -> Html {
    let key = element!("svg" { "class": "key", "width": "12", "height": "12", "aria-hidden": "true" } [sign]);
    element!("li" { "class": class } [key, name])
}
