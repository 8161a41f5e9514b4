//! One line for those who are new here, until it is dismissed.

use yew::prelude::*;

use super::element::element;
use crate::platform::storage;

/// The line; where storage is denied, it comes again with every visit.
#[component]
pub fn Tip() -> Html {
    let is_dismissed = use_state_eq(storage::is_tip_dismissed);
    if *is_dismissed {
        return Html::default();
    }
    let onclick = Callback::from(move |_: MouseEvent| {
        storage::dismiss_tip();
        is_dismissed.set(true);
    });
    let words = element!("span" {} [
        element!("span" { "class": "by-mouse" } ["Drag to move in time, wheel or + and − to zoom, ? for help."]),
        element!("span" { "class": "by-touch" } ["Swipe sideways to move in time, pinch to zoom."]),
    ]);
    html! {
        <p class="tip">{ words }<button type="button" class="quiet" {onclick}>{ "Got it" }</button></p>
    }
}
