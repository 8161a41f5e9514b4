//! The clipboard, which browsers refuse in several ways,
//! and the marking of a text that is then copied by hand.

use std::cell::Cell;
use std::rc::Rc;

use web_sys::js_sys::Reflect;
use web_sys::wasm_bindgen::closure::Closure;
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Clipboard, Element, HtmlDocument};

use super::dom::{browser, document, focus};

/// Puts `text` on the clipboard. `told` gets it back where the browser refuses that, and nothing where it is
/// there; both some time later. Browsers have no clipboard on insecure origins and may refuse it in frames.
pub fn copy(text: String, told: impl FnOnce(Option<String>) + 'static) {
    let clipboard = browser().and_then(|window| Reflect::get(&window.navigator(), &"clipboard".into()).ok());
    let Some(clipboard) = clipboard.and_then(|found| found.dyn_into::<Clipboard>().ok()) else {
        return told(copied_by_hand(text));
    };
    let promise = clipboard.write_text(&text);
    let told = Rc::new(Cell::new(Some((told, text))));
    let end = move |is_kept: bool| {
        if let Some((told, text)) = told.take() {
            told(if is_kept { None } else { copied_by_hand(text) });
        }
    };
    let other = end.clone();
    let kept = Closure::<dyn FnMut(JsValue)>::new(move |_| end(true));
    let refused = Closure::<dyn FnMut(JsValue)>::new(move |_| other(false));
    let _ = promise.then2(&kept, &refused);
    // One of them is called, some time after this function has ended.
    kept.forget();
    refused.forget();
}

/// Copies as a reader does who marks a text, which frames may that have no right to the clipboard;
/// gives it back where that fails too.
fn copied_by_hand(text: String) -> Option<String> {
    let copy = || {
        let document = document()?;
        let place = document.create_element("pre").ok()?;
        place.set_text_content(Some(&text));
        // What lies behind a dialog cannot be marked.
        document.query_selector("dialog[open], body").ok()??.append_child(&place).ok()?;
        select(&place);
        let is_copied = document.dyn_ref::<HtmlDocument>()?.exec_command("copy");
        place.remove();
        is_copied.ok().filter(|is_copied| *is_copied)
    };
    if copy().is_some() { None } else { Some(text) }
}

fn select(element: &Element) -> Option<()> {
    browser()?.get_selection().ok()??.select_all_children(element).ok()
}

/// Moves the focus to the first element that matches `selector` and marks its text, as a hand would.
pub fn mark(selector: &str) {
    focus(selector);
    let element = document().and_then(|document| document.query_selector(selector).ok().flatten());
    element.as_ref().and_then(select);
}
