//! Hears when the page has been scrolled close to an element.

use gloo::events::EventListener;

use super::dom::{browser, document};

/// So many pixels before it comes into sight.
const AHEAD: f64 = 900.0;

/// Calls `reached` while the page is scrolled and the first element that matches `selector` is in sight or
/// soon will be, and now if it is.
#[must_use = "stops listening when dropped"]
pub fn near_end(selector: &'static str, reached: impl Fn() + 'static) -> Option<EventListener> {
    let look = move || {
        if is_near(selector).unwrap_or(false) {
            reached();
        }
    };
    look();
    Some(EventListener::new(document()?.as_ref(), "scroll", move |_| look()))
}

fn is_near(selector: &str) -> Option<bool> {
    let element = document()?.query_selector(selector).ok()??;
    let height = browser()?.inner_height().ok()?.as_f64()?;
    Some(element.get_bounding_client_rect().top() < height + AHEAD)
}
