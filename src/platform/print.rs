//! On paper: the record as text, which the build has written into the page, cut to a part,
//! with a picture above it.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use web_sys::wasm_bindgen::JsCast;
use web_sys::wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlImageElement};

use super::dom::{browser, document};
use super::save::picture;

/// Calls `prepare` before the page is printed, until dropped.
#[must_use = "stops listening when dropped"]
pub fn watch(prepare: impl Fn() + 'static) -> Option<EventListener> {
    let window = browser()?;
    Some(EventListener::new(&window, "beforeprint", move |_| prepare()))
}

/// Prints the page with what [`prepare`] puts into it, as soon as the picture is there. `refused` is called
/// where the browser prints nothing from here: a frame
/// that may open no dialogs is passed over without a word.
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

/// Puts a picture above the text, with its words, and leaves out of the text
/// on paper the items that are not `kept`.
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
    let items = document.query_selector_all("#chronology > ol > li").ok()?;
    for (at, kept) in (0..).zip(kept) {
        let class = if *kept { "" } else { "unprinted" };
        items.item(at).and_then(|item| item.dyn_into::<Element>().ok())?.set_class_name(class);
    }
    Some(image)
}
