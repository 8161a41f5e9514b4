//! Where a pointer is over an element, pressed or not.
//! Separate from gestures, which hear only what is pressed.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent};

use super::gestures::x_within;

/// Calls `moved` with the pixels of its picture from the left edge of `element` to the pointer over it,
/// and with `None` when it leaves.
///
/// A finger leaves nothing behind by being lifted: what it showed stays.
/// Listens until the listeners are dropped.
#[must_use = "stops listening when dropped"]
pub fn follow(element: &Element, moved: impl Fn(Option<f64>) + 'static) -> Vec<EventListener> {
    let own = element.clone();
    // Asked for when a press begins: what kind a pointer is comes as a text,
    // and a drag moves sixty times a second.
    let is_held = Cell::new(false);
    let heard = Rc::new(move |event: &Event, kind: &str| {
        let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
        let (is_move, is_pressed) = (kind == "pointermove", event.buttons() != 0);
        // What a mouse drags moves with it: there is nothing new under the pointer.
        if is_move && is_pressed && is_held.get() {
            return;
        }
        let is_mouse = || event.pointer_type() != "touch";
        is_held.set(is_pressed && is_mouse());
        if is_held.get() || kind == "pointerleave" && is_mouse() {
            moved(None);
        } else if kind != "pointerleave" {
            moved(Some(x_within(Some(&own), event)));
        }
    });
    let listener = |kind: &'static str| {
        let heard = heard.clone();
        EventListener::new(element, kind, move |event| heard(event, kind))
    };
    ["pointerdown", "pointermove", "pointerleave"].map(listener).into()
}
