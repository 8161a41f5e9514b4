//! What the picture's signs mean, for those who are new here, until it is dismissed.

use yew::prelude::*;

use super::element::element;
use crate::platform::{dom, storage};

/// The line; where storage is denied, it comes again with every visit.
#[component]
pub fn Tip() -> Html {
    let is_dismissed = use_state_eq(storage::is_tip_dismissed);
    if *is_dismissed {
        return Html::default();
    }
    let onclick = Callback::from(move |_: MouseEvent| {
        storage::dismiss_tip();
        dom::focus(".plot");
        is_dismissed.set(true);
    });
    let words = element!("span" {} [
        "Marks are acts: colour shows whose, shape the field, size the weight. Arcs lead to answers. \
         Above: how hostile each side was.",
    ]);
    html! {
        <p class="tip" lang="en">{ words }
            <button type="button" class="quiet" {onclick}>{ "Got it" }</button>
        </p>
    }
}
