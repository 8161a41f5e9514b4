//! What the reader has chosen, kept by the browser. Denied storage is silence: the choice then lasts for the visit.

use super::dom::browser;

const THEME_KEY: &str = "brink.theme";

/// The theme that was chosen in an earlier visit.
#[must_use]
pub fn theme() -> Option<String> {
    browser()?.local_storage().ok()??.get_item(THEME_KEY).ok()?
}

/// Keeps the theme for the next visit; `None` forgets it.
pub fn keep_theme(name: Option<&str>) {
    let Some(storage) = browser().and_then(|window| window.local_storage().ok().flatten()) else { return };
    let _ = match name {
        Some(name) => storage.set_item(THEME_KEY, name),
        None => storage.remove_item(THEME_KEY),
    };
}
