//! What the reader has chosen, kept by the browser. Where storage is denied, the choice lasts for the visit.

use web_sys::Storage;

use super::dom::browser;

const THEME_KEY: &str = "brink.theme";
const TIP_KEY: &str = "brink.tip";
const KEYS_KEY: &str = "brink.keys";

/// The theme that was chosen in an earlier visit.
#[must_use]
pub fn theme() -> Option<String> {
    kept(THEME_KEY)
}

/// Keeps the theme for the next visit; `None` forgets it.
pub fn keep_theme(name: Option<&str>) {
    keep(THEME_KEY, name);
}

/// Whether the line for those who are new here was dismissed, in this visit or an earlier one.
#[must_use]
pub fn is_tip_dismissed() -> bool {
    kept(TIP_KEY).is_some()
}

/// Keeps that the line for those who are new here was dismissed.
pub fn dismiss_tip() {
    keep(TIP_KEY, Some("dismissed"));
}

/// What was chosen of keys of one sign in an earlier visit.
#[must_use]
pub fn keys() -> Option<String> {
    kept(KEYS_KEY)
}

/// Keeps a choice of keys for the next visit; `None` forgets it.
pub fn keep_keys(choice: Option<&str>) {
    keep(KEYS_KEY, choice);
}

fn storage() -> Option<Storage> {
    browser()?.local_storage().ok()?
}

fn kept(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

fn keep(key: &str, value: Option<&str>) {
    let Some(storage) = storage() else { return };
    let _ = match value {
        Some(value) => storage.set_item(key, value),
        None => storage.remove_item(key),
    };
}
