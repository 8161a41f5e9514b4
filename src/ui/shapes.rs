//! The few elements that all parts are made of.
//!
//! Each place where `html!` writes an element out costs some 500 bytes of wasm: here they are written once.

use dataset::model::SideIdx;
use yew::prelude::*;

use crate::geom::coord;

/// Class names of the sides' hues; sides beyond take the last, as in the style sheet.
const SIDES: [&str; 4] = ["side-0", "side-1", "side-2", "side-3"];

/// The class that carries the hue of a side.
pub fn hue(side: SideIdx) -> &'static str {
    SIDES[side.get().min(SIDES.len() - 1)]
}

/// `name` if it is so, else no class.
pub const fn when(is_so: bool, name: &'static str) -> &'static str {
    if is_so { name } else { "" }
}

/// Several class names as one; empty ones count for nothing.
pub fn class(names: &[&str]) -> Classes {
    Classes::from(names.join(" "))
}

/// A rectangle: left, top, width, height, corner radius.
pub fn rect(class: Classes, [x, y, width, height, radius]: [f64; 5]) -> Html {
    html! { <rect {class} x={coord(x)} y={coord(y)} width={coord(width)} height={coord(height)} rx={coord(radius)} /> }
}

/// A path.
pub fn path(class: &'static str, d: String) -> Html {
    html! { <path {class} {d} /> }
}

/// A line of text with its baseline at `y`; `class` says how it lies about `x`.
pub fn text(class: &'static str, x: f64, y: f64, text: &str) -> Html {
    html! { <text {class} x={coord(x)} y={coord(y)}>{ text }</text> }
}

/// A button with a sign on it and words for those who don't know the sign; `order` is one of [`super::clicks`].
pub fn tool(name: &'static str, sign: &'static str, order: &'static str) -> Html {
    html! { <button type="button" class="tool" data-do={order} aria-label={name} title={name}>{ sign }</button> }
}

/// A button that is one of several of which one is chosen.
pub fn choice(class: &'static str, name: &'static str, order: &'static str, is_chosen: bool) -> Html {
    html! { <button type="button" {class} data-do={order} aria-pressed={if is_chosen { "true" } else { "false" }}>{ name }</button> }
}

/// A button of little weight.
pub fn quiet(name: &'static str, order: &'static str) -> Html {
    html! { <button type="button" class="quiet" data-do={order}>{ name }</button> }
}
