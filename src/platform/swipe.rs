//! Sideways swipes of a finger over something that is read, not dragged:
//! a mouse selects text there, and up and down scrolls.
//!
//! The element's style must leave sideways moves to the page (`touch-action: pan-y`), or browsers take them.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

use crate::geom::{Point, Vec2};

/// Shorter ones are taps or the beginning of scrolling, in pixels.
const LEAST_PX: f64 = 44.0;

/// Hears swipes until dropped.
#[must_use = "stops listening when dropped"]
pub struct Swipes {
    _listeners: [EventListener; 2],
}

/// Calls `swiped` with +1 when a finger went to the left, which brings what comes next,
/// and with −1 when it went to the right.
pub fn listen(element: &Element, swiped: impl Fn(i16) + 'static) -> Swipes {
    let began = Rc::new(Cell::new(None::<(i32, Point)>));
    let begins = began.clone();
    let touch = |event: &web_sys::Event| {
        let event = event.dyn_ref::<PointerEvent>().filter(|event| event.pointer_type() == "touch")?;
        Some((event.pointer_id(), Point::new(event.client_x().into(), event.client_y().into())))
    };
    let down = EventListener::new(element, "pointerdown", move |event| begins.set(touch(event)));
    let up = EventListener::new(element, "pointerup", move |event| {
        if let (Some((id, from)), Some((same, to))) = (began.take(), touch(event))
            && id == same
            && let Some(by) = swipe(to - from)
        {
            swiped(by);
        }
    });
    Swipes { _listeners: [down, up] }
}

/// The step that a finger's way asks for: none where it was short, or not clearly sideways.
fn swipe(way: Vec2) -> Option<i16> {
    let is_sideways = way.x.abs() >= LEAST_PX && way.x.abs() > 2.0 * way.y.abs();
    is_sideways.then_some(if way.x < 0.0 { 1 } else { -1 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_long_and_level_way_is_a_swipe() {
        let check = |x, y, expected| assert_eq!(swipe(Vec2::new(x, y)), expected, "{x} {y}");
        check(-60.0, 10.0, Some(1));
        check(60.0, -29.0, Some(-1));
        check(60.0, 30.0, None);
        check(-43.0, 0.0, None);
        check(0.0, 300.0, None);
    }
}
