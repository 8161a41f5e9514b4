//! Key presses as plain data, and those that are heard wherever the focus is.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

use super::dom::document;

/// A key that went down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyPress {
    /// The key's name or the character it writes: "ArrowLeft", "+".
    pub key: String,
    /// Ctrl, Alt or ⌘ was held: the browser's own shortcut, not ours.
    pub is_shortcut: bool,
    /// Shift was held.
    pub is_shift: bool,
}

impl From<&KeyboardEvent> for KeyPress {
    fn from(event: &KeyboardEvent) -> Self {
        let is_shortcut = event.ctrl_key() || event.alt_key() || event.meta_key();
        Self { key: event.key(), is_shortcut, is_shift: event.shift_key() }
    }
}

/// Keeps the browser from acting on a key that the page has acted on, and the parts around from hearing it.
pub fn consume(event: &KeyboardEvent) {
    event.prevent_default();
    event.stop_propagation();
}

/// Calls `pressed` with the name of each key that goes down anywhere in the page and that no part has
/// consumed, until dropped; what it answers is whether the key was for it,
/// and then the browser does nothing of its own with it.
///
/// While the reader writes in a field, Escape alone is heard. Signs count also where AltGr writes them.
#[must_use = "stops listening when dropped"]
pub fn anywhere(pressed: impl Fn(&str) -> bool + 'static) -> Option<EventListener> {
    let heard = move |event: &Event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        let key = event.key();
        // AltGr comes as Ctrl with Alt.
        let is_shortcut = event.meta_key() || (event.ctrl_key() && !event.alt_key());
        if (key == "Escape" || !(is_shortcut || is_writing(event))) && pressed(&key) {
            event.prevent_default();
        }
    };
    let options = EventListenerOptions::enable_prevent_default();
    document().map(|document| EventListener::new_with_options(&document, "keydown", options, heard))
}

/// Calls `pressed` when the key `name` goes down anywhere,
/// ahead of all who else hear it and in their place, until dropped.
#[must_use = "stops listening when dropped"]
pub fn first(name: &'static str, pressed: impl Fn() + 'static) -> Option<EventListener> {
    let heard = move |event: &Event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>().filter(|event| event.key() == name) {
            consume(event);
            pressed();
        }
    };
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    document().map(|document| EventListener::new_with_options(&document, "keydown", options, heard))
}

/// Whether a key goes into a field.
fn is_writing(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.matches("input, textarea, select, [contenteditable]").unwrap_or(false))
}
