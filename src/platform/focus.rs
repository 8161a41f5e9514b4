//! What has the focus, and where the focus goes when that is no longer there: never to the document's body.

use std::cell::RefCell;

use gloo::events::{EventListener, EventListenerOptions};
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusOptions, HtmlElement, SvgElement};

use super::dom::document;

/// By these attributes an element is known again after it was drawn anew, or in another place.
const NAMES: [&str; 12] = [
    "data-event",
    "data-first",
    "data-lane",
    "data-actor",
    "data-band",
    "data-dealing",
    "data-camp",
    "data-open",
    "data-do",
    "data-tell",
    "data-set",
    "id",
];

/// What had the focus last.
#[derive(Clone)]
struct Last {
    element: Element,
    /// A selector that finds its like.
    like: Option<String>,
    /// The parts around it that can have the focus, and the buttons
    /// that opened what it was in; the nearest first.
    homes: Vec<Element>,
    /// By keyboard: then it is brought into sight.
    is_seen: bool,
}

thread_local! {
    static LAST: RefCell<Option<Last>> = const { RefCell::new(None) };
    static OPENER: RefCell<Option<Last>> = const { RefCell::new(None) };
}

/// Notes what has the focus, until dropped.
#[must_use = "stops listening when dropped"]
pub fn watch() -> Option<[EventListener; 2]> {
    let document = document()?;
    let came = EventListener::new(&document, "focusin", |event| {
        LAST.set(event.target().and_then(|target| target.dyn_into().ok()).map(Last::of));
    });
    // A press beside everything leaves it on purpose.
    let options = EventListenerOptions::run_in_capture_phase();
    let left = EventListener::new_with_options(&document, "pointerdown", options, |_: &Event| LAST.set(None));
    Some([came, left])
}

/// Remembers what has the focus as what has opened something.
pub fn remember() {
    OPENER.set(LAST.with_borrow(Clone::clone));
}

/// Gives the focus back to what was remembered, where it is lost or within `closed`;
/// else sees that it is not lost.
pub fn give_back(closed: &str, fallbacks: &[&str]) {
    let is_within = active().is_some_and(|active| active.closest(closed).ok().flatten().is_some());
    if let Some(opener) = OPENER.take().filter(|_| is_within || is_lost()) {
        opener.bring_back(fallbacks);
    } else {
        keep(fallbacks);
    }
}

/// Where what had the focus is gone or hidden, brings the focus to its like, to what is around it, or to the
/// first of `fallbacks` that is seen.
pub fn keep(fallbacks: &[&str]) {
    if is_lost()
        && let Some(last) = LAST.with_borrow(Clone::clone)
    {
        last.bring_back(fallbacks);
    }
}

fn active() -> Option<Element> {
    document()?.active_element()
}

fn is_lost() -> bool {
    let is_nowhere = active().is_none_or(|active| active.tag_name() == "BODY" || !is_seen(&active));
    is_nowhere && LAST.with_borrow(|last| last.as_ref().is_some_and(|last| !is_seen(&last.element)))
}

fn is_seen(element: &Element) -> bool {
    let rect = element.get_bounding_client_rect();
    element.is_connected() && (rect.width() > 0.0 || rect.height() > 0.0)
}

impl Last {
    fn of(element: Element) -> Self {
        let named = NAMES.iter().find_map(|name| Some((*name, element.get_attribute(name)?)));
        let region = element
            .closest("[role=region]")
            .ok()
            .flatten()
            .and_then(|region| region.get_attribute("aria-label"));
        let like = named.map(|(name, value)| {
            let within = region.map_or(String::new(), |region| ["[aria-label=\"", &region, "\"] "].concat());
            // Buttons of one order in two places look otherwise.
            let look = if name == "data-do" {
                ["[class=\"", &element.class_name(), "\"]"].concat()
            } else {
                String::new()
            };
            [&within, &look, "[", name, "=\"", &value.replace('"', "\\\""), "\"]"].concat()
        });
        let mut homes = Vec::new();
        let mut around = element.parent_element();
        while let Some(home) = around {
            // A lane is a level of its own.
            if home.has_attribute("tabindex") && !home.has_attribute("data-lane") {
                homes.push(home.clone());
            }
            let opener = Some(home.id()).filter(|id| !id.is_empty());
            let opener = opener.and_then(|id| {
                document()?.query_selector(&["[aria-controls=\"", &id, "\"]"].concat()).ok()?
            });
            homes.extend(opener);
            around = home.parent_element();
        }
        let is_seen = element.matches(":focus-visible").unwrap_or(true);
        Self { element, like, homes, is_seen }
    }

    fn bring_back(&self, fallbacks: &[&str]) {
        let find = |selector: &str| document()?.query_selector(selector).ok()?;
        let own = [Some(self.element.clone()), self.like.as_deref().and_then(find)].into_iter().flatten();
        let around = self.homes.iter().cloned();
        let mut all = own.chain(around).chain(fallbacks.iter().filter_map(|selector| find(selector)));
        let Some(next) = all.find(is_seen) else { return };
        let options = FocusOptions::new();
        options.set_prevent_scroll(!self.is_seen);
        // Both fail for what cannot have the focus.
        let _ = match next.dyn_ref::<SvgElement>() {
            Some(shape) => shape.focus_with_options(&options),
            None => {
                next.dyn_ref::<HtmlElement>().map_or(Ok(()), |element| element.focus_with_options(&options))
            }
        };
    }
}
