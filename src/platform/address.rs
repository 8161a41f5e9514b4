//! The address bar. Calls to the history may be refused (opaque origins, too many
//! in a short time): then nothing happens.

use gloo::events::EventListener;

use super::dom::browser;

/// The parts of the address that say what is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// Behind `?`, without it.
    pub query: String,
    /// Behind `#`, without it.
    pub fragment: String,
}

/// What stands in the address bar.
#[must_use]
pub fn current() -> Address {
    let Some(location) = browser().map(|window| window.location()) else { return Address::default() };
    let strip =
        |text: Option<String>, mark: char| text.unwrap_or_default().trim_start_matches(mark).to_owned();
    Address { query: strip(location.search().ok(), '?'), fragment: strip(location.hash().ok(), '#') }
}

/// The whole address with this fragment, for copying.
#[must_use]
pub fn with_fragment(fragment: &str) -> String {
    let href = browser().and_then(|window| window.location().href().ok()).unwrap_or_default();
    let page = href.split('#').next().unwrap_or_default();
    if fragment.is_empty() { page.to_owned() } else { format!("{page}#{fragment}") }
}

/// Whether a change of the address is a step that "back" undoes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A new step of the history.
    Push,
    /// The present step, changed.
    Replace,
}

/// Writes `fragment` (without `#`) into the address bar.
pub fn write(fragment: &str, entry: Entry) {
    let Some(window) = browser() else { return };
    let Ok(history) = window.history() else { return };
    let location = window.location();
    let page =
        format!("{}{}", location.pathname().unwrap_or_default(), location.search().unwrap_or_default());
    let url = if fragment.is_empty() { page } else { format!("{page}#{fragment}") };
    let nothing = web_sys::wasm_bindgen::JsValue::NULL;
    let _ = match entry {
        Entry::Push => history.push_state_with_url(&nothing, "", Some(&url)),
        Entry::Replace => history.replace_state_with_url(&nothing, "", Some(&url)),
    };
}

/// Hears the address change under the page (back, forward, edited by hand), until dropped.
#[must_use = "stops listening when dropped"]
pub struct Watch {
    _listeners: [Option<EventListener>; 2],
}

/// Calls `changed` whenever the address changed but not by [`write()`].
pub fn watch(changed: impl Fn(Address) + Clone + 'static) -> Watch {
    let listen = |kind: &'static str| {
        let changed = changed.clone();
        browser().map(|window| EventListener::new(&window, kind, move |_| changed(current())))
    };
    // Browsers fire "popstate" for both; some only "hashchange" when the address is edited by hand.
    Watch { _listeners: [listen("popstate"), listen("hashchange")] }
}
