//! What shapes and colours mean.

use dataset::model::{Domain, Side, SideIdx};
use yew::prelude::*;

use super::shapes::{hue, path, rect};
use crate::story::Story;
use crate::timeline::glyph;

/// Colours of the sides, shapes of the fields of action.
pub fn legend(story: &Story) -> Html {
    let data = story.data();
    let shape = |(nth, domain): (usize, &Domain)| entry("", path("glyph", glyph::path(nth, 6.0, 6.0, 4.5)), domain.name);
    let colour =
        |(nth, side): (u16, &Side)| entry(hue(SideIdx(nth)), rect("swatch".into(), [1.0, 1.0, 10.0, 10.0, 2.0]), side.short);
    html! {
        <ul class="legend" aria-label="Legend">
            { for (0..).zip(data.sides).map(colour) }
            { for data.domains.iter().enumerate().map(shape) }
        </ul>
    }
}

fn entry(class: &'static str, sign: Html, name: &'static str) -> Html {
    html! { <li {class}><svg class="key" width="12" height="12" aria-hidden="true">{ sign }</svg>{ name }</li> }
}
