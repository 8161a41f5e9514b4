//! Where a pointer rests over an element, pressed or not. Separate from gestures, which hear only what is held.

use std::rc::Rc;

use gloo::events::EventListener;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent};

use super::gestures::x_within;

/// Calls `moved` with the pixels from the left edge of `element` to the pointer over it, and with `None` when it leaves.
///
/// A finger leaves nothing behind by being lifted: what it showed stays. Listens until the listeners are dropped.
#[must_use = "stops listening when dropped"]
pub fn follow(element: &Element, moved: impl Fn(Option<f64>) + 'static) -> Vec<EventListener> {
    let own = element.clone();
    let heard = Rc::new(move |event: &Event| {
        let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
        let is_finger = event.pointer_type() == "touch";
        // What a mouse drags moves with it: there is nothing new under the pointer.
        if event.type_() == "pointerleave" || event.buttons() != 0 && !is_finger {
            if !is_finger {
                moved(None);
            }
        } else {
            moved(Some(x_within(Some(&own), event)));
        }
    });
    let listener = |kind: &'static str| {
        let heard = heard.clone();
        EventListener::new(element, kind, move |event| heard(event))
    };
    ["pointerdown", "pointermove", "pointerleave"].map(listener).into()
}
