//! A dialog over the page. The browser keeps the focus inside and gives it back;
//! every way to close it is heard.
//!
//! Uses `<dialog>`, which is drawn above everything and works in sandboxed frames. Where it cannot be shown
//! as a modal one, it is shown as a plain one.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDialogElement};

/// Open until dropped.
#[must_use = "closes when dropped"]
pub struct Modal {
    dialog: HtmlDialogElement,
    _listeners: [EventListener; 3],
}

/// Shows `dialog` from its top; `left` is called when the reader closes it
/// with the browser's means or presses beside it.
pub fn show(dialog: &HtmlDialogElement, left: impl Fn() + 'static) -> Modal {
    if dialog.show_modal().is_err() {
        dialog.set_open(true);
    }
    dialog.set_scroll_top(0);
    let left = Rc::new(left);
    let closed = left.clone();
    // A press that began inside, to select text, and ends outside does not count as one beside it.
    let (began_beside, ends) = (Rc::new(Cell::new(false)), dialog.clone());
    let (began, starts, now) = (began_beside.clone(), dialog.clone(), dialog.clone());
    let listeners = [
        EventListener::new(dialog, "pointerdown", move |event| began.set(is_beside(&starts, event))),
        EventListener::new(dialog, "click", move |event| {
            if began_beside.take() && is_beside(&ends, event) {
                left();
            }
        }),
        EventListener::new(dialog, "close", move |_| {
            // Told some time after the fact: meanwhile it may be open again, with something else in it.
            if !now.open() {
                closed();
            }
        }),
    ];
    Modal { dialog: dialog.clone(), _listeners: listeners }
}

/// What surrounds a dialog counts as the dialog itself; what is in it does not.
fn is_beside(dialog: &HtmlDialogElement, event: &Event) -> bool {
    let (target, dialog): (_, &Element) = (event.target(), dialog);
    target.and_then(|target| target.dyn_into::<Element>().ok()).is_some_and(|target| &target == dialog)
}

impl Drop for Modal {
    fn drop(&mut self) {
        self.dialog.close();
    }
}
