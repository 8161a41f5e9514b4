//! What shapes and colours mean.

use dataset::model::SideIdx;
use yew::prelude::*;

use super::element::{Inside, element};
use super::shapes::path;
use crate::record::Record;
use crate::timeline::classes::hue_of_side;
use crate::timeline::glyph;
use crate::timeline::lanes::LaneMode;

/// The middle of a key.
const MIDDLE: f64 = 6.0;

/// What the lanes do not say by their names: the shapes of the fields of action, or the colours of the sides.
pub fn legend(record: &Record, lanes: LaneMode) -> Html {
    let data = record.data();
    let mut entries = Vec::new();
    let (sides, domains) = match lanes {
        LaneMode::Side => (&[][..], data.domains),
        LaneMode::Domain => (data.sides, &[][..]),
    };
    for (nth, side) in (0u16..).zip(sides) {
        let sign = if side.is_unattributed() {
            glyph::of_nobody(MIDDLE, MIDDLE)
        } else {
            glyph::of_side(nth.into(), MIDDLE, MIDDLE)
        };
        let sign = path("glyph", sign.text());
        entries.push(entry(Some(hue_of_side(record, SideIdx(nth))), sign, side.short));
    }
    for (nth, domain) in domains.iter().enumerate() {
        entries.push(entry(None, path("glyph", glyph::of_field(nth, MIDDLE, MIDDLE).text()), domain.name));
    }
    let words = element!("span" { "lang": "en" } ["contested claim"]);
    entries.push(entry(None, path("flag contested", glyph::flag(3.5, 11.0).text()), words));
    element!("ul" { "class": "legend", "aria-label": "Legend" } [entries])
}

fn entry(class: Option<&'static str>, sign: Html, name: impl Inside) -> Html {
    let key = element!("svg" { "class": "key", "viewBox": "0 0 12 12", "aria-hidden": "true" } [sign]);
    element!("li" { "class": class } [key, name])
}
