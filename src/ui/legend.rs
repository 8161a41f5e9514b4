//! What shapes and colours mean.

use yew::prelude::*;

use crate::story::Story;
use crate::timeline::glyph;

/// Colours of the sides, shapes of the fields of action.
pub fn legend(story: &Story) -> Html {
    let data = story.data();
    let shape = |(nth, domain): (usize, &dataset::model::Domain)| {
        html! {
            <li><svg class="key" width="12" height="12" aria-hidden="true"><path d={glyph::path(nth, 6.0, 6.0, 4.5)} /></svg>{ domain.name }</li>
        }
    };
    let colour = |(nth, side): (usize, &dataset::model::Side)| {
        html! {
            <li class={format!("side-{nth}")}>
                <svg class="key" width="12" height="12" aria-hidden="true"><rect class="swatch" x="1" y="1" width="10" height="10" rx="2" /></svg>
                { side.short }
            </li>
        }
    };
    html! {
        <ul class="legend" aria-label="Legend">
            { for data.sides.iter().enumerate().map(colour) }
            { for data.domains.iter().enumerate().map(shape) }
        </ul>
    }
}
