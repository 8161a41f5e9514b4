//! On paper: the record as text, which the build has written into the page, cut to a part, with a picture above it.
//!
//! While the page runs, the text is out of the document: not seen there, it would still cost each frame, of ten thousand
//! events three milliseconds in Chromium. The script that starts the page takes it out and, when the page stops, puts it back;
//! here it comes back for paper.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use web_sys::js_sys::Reflect;
use web_sys::wasm_bindgen::JsCast;
use web_sys::wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlImageElement};

use super::dom::{browser, document};
use super::save::picture;

/// The property of the section `#chronology` that holds its list while that is out of the document.
const AWAY: &str = "away";

/// Calls `prepare` before the page is printed, until dropped.
#[must_use = "stops listening when dropped"]
pub fn watch(prepare: impl Fn() + 'static) -> Option<[EventListener; 2]> {
    let window = browser()?;
    let before = EventListener::new(&window, "beforeprint", move |_| prepare());
    let after = EventListener::new(&window, "afterprint", |_| {
        put_away();
    });
    Some([before, after])
}

/// The list of the record that is out of the document, or was before it was printed.
fn away(text: &Element) -> Option<Element> {
    Reflect::get(text, &AWAY.into()).ok()?.dyn_into().ok()
}

fn put_away() -> Option<()> {
    away(&document()?.get_element_by_id("chronology")?)?.remove();
    Some(())
}

/// The list of the record as text, in the document again.
fn brought_back() -> Option<Element> {
    let text = document()?.get_element_by_id("chronology")?;
    if let Some(list) = away(&text) {
        text.append_child(&list).ok()?;
    }
    text.query_selector(":scope > ol").ok()?
}

/// Prints the page with what [`prepare`] puts into it, as soon as the picture is there. `refused` is called where the browser prints
/// nothing from here: a frame that may open no dialogs is passed over without a word.
pub fn now(svg: &str, words: &str, kept: &[bool], refused: impl Fn() + 'static) {
    let print = move || {
        if print().is_none() {
            refused();
        }
    };
    match prepare(svg, words, kept) {
        Some(image) if !image.complete() => {
            let loaded = image.clone();
            let printed = Closure::once_into_js(move || {
                loaded.set_onload(None);
                print();
            });
            image.set_onload(Some(printed.unchecked_ref()));
        }
        _ => print(),
    }
}

/// Prints; nothing where the browser does not even begin to.
fn print() -> Option<()> {
    let window = browser()?;
    let has_begun = Rc::new(Cell::new(false));
    let heard = has_begun.clone();
    let _listener = EventListener::new(&window, "beforeprint", move |_| heard.set(true));
    window.print().ok()?;
    has_begun.get().then_some(())
}

/// Puts a picture above the text, with its words, and leaves out of the text on paper the items that are not `kept`.
pub fn prepare(svg: &str, words: &str, kept: &[bool]) -> Option<HtmlImageElement> {
    let document = document()?;
    let image = match document.get_element_by_id("printed") {
        Some(image) => image,
        None => {
            let image = document.create_element("img").ok()?;
            image.set_id("printed");
            let text = document.get_element_by_id("chronology")?;
            text.insert_before(&image, text.first_child().as_ref()).ok()?;
            image
        }
    };
    let image: HtmlImageElement = image.dyn_into().ok()?;
    image.set_alt(words);
    let source = picture(svg);
    // The same again would be loaded again, and be too late for this print.
    if image.src() != source {
        image.set_src(&source);
    }
    let items = brought_back()?.children();
    for (at, kept) in (0..).zip(kept) {
        items.item(at)?.set_class_name(if *kept { "" } else { "unprinted" });
    }
    Some(image)
}
