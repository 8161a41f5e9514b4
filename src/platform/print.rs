//! On paper: a picture, and events as text below it.

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
pub fn now(svg: &str, words: &str, events: &[Printed], refused: impl Fn() + 'static) {
    let print = move || {
        if print().is_none() {
            refused();
        }
    };
    match prepare(svg, words, events) {
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

/// An event on paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Printed {
    /// Its headline.
    pub title: &'static str,
    /// Day and place.
    pub when: String,
    /// What is known.
    pub summary: &'static str,
    /// The headlines of what it answers.
    pub answers: Vec<&'static str>,
    /// Each source's address, and its publisher with the day.
    pub sources: Vec<(&'static str, String)>,
}

/// Puts a picture with its words and the `events` into the page, to be seen on paper alone.
pub fn prepare(svg: &str, words: &str, events: &[Printed]) -> Option<HtmlImageElement> {
    let document = document()?;
    let (place, image) = match document.get_element_by_id(PRINTED) {
        Some(place) => (place.clone(), place.first_element_child()?),
        None => {
            let place = document.create_element("section").ok()?;
            place.set_id(PRINTED);
            place.set_class_name("chronology");
            document.body()?.append_child(&place).ok()?;
            let image = add(&place, "img", "")?;
            (place, image)
        }
    };
    let image: HtmlImageElement = image.dyn_into().ok()?;
    image.set_alt(words);
    let source = picture(svg);
    // The same again would be loaded again, and be too late for this print.
    if image.src() != source {
        image.set_src(&source);
    }
    if let Some(old) = image.next_element_sibling() {
        old.remove();
    }
    let list = add(&place, "ol", "")?;
    for event in events {
        write(&list, event)?;
    }
    Some(image)
}

/// The id of what is seen on paper alone.
const PRINTED: &str = "printed";

/// Adds `event` to the list.
fn write(list: &Element, event: &Printed) -> Option<()> {
    let article = add(&add(list, "li", "")?, "article", "")?;
    add(&article, "h3", event.title)?;
    add(&article, "p", &event.when)?.set_class_name("kicker");
    add(&article, "p", event.summary)?;
    if !event.answers.is_empty() {
        add(&article, "p", "Answers:")?;
        let answers = add(&article, "ul", "")?;
        for title in &event.answers {
            add(&answers, "li", title)?;
        }
    }
    let sources = add(&article, "ul", "")?;
    sources.set_class_name("sources");
    for (address, words) in &event.sources {
        add(&add(&sources, "li", "")?, "a", words)?.set_attribute("href", address).ok()?;
    }
    Some(())
}

/// Adds an element with a text to `parent`.
fn add(parent: &Element, name: &str, text: &str) -> Option<Element> {
    let element = document()?.create_element(name).ok()?;
    element.set_text_content(Some(text));
    parent.append_child(&element).ok()?;
    Some(element)
}
