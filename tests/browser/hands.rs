//! A reader's hands as events that the browser sends through the document like its own.

use web_sys::js_sys::Reflect;
use web_sys::{
    Element, Event, EventInit, KeyboardEvent, KeyboardEventInit, MouseEvent, MouseEventInit, PointerEvent,
    PointerEventInit,
};
use web_sys::{WheelEvent, WheelEventInit};

use crate::page::focused;

/// A place in whole CSS pixels of the page's area, as events tell it.
pub type Place = (i32, i32);

/// The middle of `element`.
#[expect(clippy::cast_possible_truncation, reason = "screens are small")]
pub fn middle(element: &Element) -> Place {
    let rect = element.get_bounding_client_rect();
    ((rect.x() + rect.width() / 2.0).round() as i32, (rect.y() + rect.height() / 2.0).round() as i32)
}

/// Turns the wheel by `delta` pixels at `place` over `element`, with Ctrl held or not;
/// says whether the page took it from the browser.
pub fn turn(element: &Element, place: Place, delta: f64, ctrl: Ctrl) -> bool {
    let init = WheelEventInit::new();
    init.set_client_x(place.0);
    init.set_client_y(place.1);
    init.set_delta_y(delta);
    init.set_ctrl_key(ctrl == Ctrl::Held);
    init.set_bubbles(true);
    init.set_cancelable(true);
    // False is what a cancelled event gives.
    !element.dispatch_event(&WheelEvent::new_with_event_init_dict("wheel", &init).unwrap()).unwrap()
}

/// Tells of two fingers on a trackpad at `place` over `element` as Safari does, through `scales`; says
/// whether the page took it from the browser.
pub fn pinch_in_safari(element: &Element, place: Place, scales: &[f64]) -> bool {
    let tell = |kind: &str, scale: f64| {
        let init = EventInit::new();
        init.set_bubbles(true);
        init.set_cancelable(true);
        let event = Event::new_with_event_init_dict(kind, &init).unwrap();
        for (name, value) in [("scale", scale), ("clientX", place.0.into()), ("clientY", place.1.into())] {
            Reflect::set(&event, &name.into(), &value.into()).unwrap();
        }
        !element.dispatch_event(&event).unwrap()
    };
    let begun = tell("gesturestart", 1.0);
    scales.iter().fold(begun, |taken, &scale| tell("gesturechange", scale) && taken)
}

/// Whether the control key is down.
#[derive(Clone, Copy, PartialEq)]
pub enum Ctrl {
    /// It is.
    Held,
    /// It is not.
    Free,
}

/// Presses `key` where the focus is.
pub fn press_key(key: &str) {
    let init = KeyboardEventInit::new();
    init.set_key(key);
    init.set_bubbles(true);
    init.set_cancelable(true);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
    focused().dispatch_event(&event).unwrap();
}

/// Presses the main button on `element` at the first of `places`, moves through the others, lets go at the
/// last, and clicks, as browsers do also at the end of a drag.
pub fn drag(element: &Element, places: &[Place]) {
    let (first, last) = (places[0], places[places.len() - 1]);
    point(element, "pointerdown", first, 1);
    for &place in &places[1..] {
        point(element, "pointermove", place, 1);
    }
    point(element, "pointerup", last, 0);
    let init = MouseEventInit::new();
    init.set_client_x(last.0);
    init.set_client_y(last.1);
    init.set_bubbles(true);
    init.set_cancelable(true);
    element.dispatch_event(&MouseEvent::new_with_mouse_event_init_dict("click", &init).unwrap()).unwrap();
}

/// Clicks the middle of `element`.
pub fn click(element: &Element) {
    drag(element, &[middle(element)]);
}

/// Tells `element` of a pointer at `place`: an event of this kind, with these buttons down.
pub fn point(element: &Element, kind: &str, place: Place, buttons: u16) {
    let init = PointerEventInit::new();
    init.set_pointer_id(1);
    init.set_is_primary(true);
    init.set_client_x(place.0);
    init.set_client_y(place.1);
    init.set_buttons(buttons);
    init.set_bubbles(true);
    init.set_cancelable(true);
    element.dispatch_event(&PointerEvent::new_with_event_init_dict(kind, &init).unwrap()).unwrap();
}
