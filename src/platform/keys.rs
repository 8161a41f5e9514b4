//! Key presses as plain data.

use gloo::events::EventListener;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

use super::dom::document;

/// A key that went down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyPress {
    /// The key's name or the character it writes: "ArrowLeft", "+".
    pub key: String,
    /// Ctrl, Alt or ⌘ was held: the browser's own shortcut, not ours.
    pub is_shortcut: bool,
}

impl From<&KeyboardEvent> for KeyPress {
    fn from(event: &KeyboardEvent) -> Self {
        Self { key: event.key(), is_shortcut: event.ctrl_key() || event.alt_key() || event.meta_key() }
    }
}

/// Keeps the browser from acting on a key that the page has acted on, and the parts around from hearing it.
pub fn consume(event: &KeyboardEvent) {
    event.prevent_default();
    event.stop_propagation();
}

/// Calls `pressed` whenever Escape goes down anywhere in the page and no part has consumed it, until dropped.
#[must_use = "stops listening when dropped"]
pub fn on_escape(pressed: impl Fn() + 'static) -> Option<EventListener> {
    let heard = move |event: &Event| {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
            pressed();
        }
    };
    document().map(|document| EventListener::new(&document, "keydown", heard))
}
