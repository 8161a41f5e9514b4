//! What a reader's journeys are made of: the built page on a server of its own,
//! a real browser, and hands for it.
//!
//! Every journey has its own server, driver and browser, so that journeys may run side by side and none sees
//! what another left behind. In reading order: [`dates`], [`record`], [`browser`], [`rect`], [`page`],
//! `complaints`, `everyone`, [`contract`], [`hands`]; below them `server`, `driver`, `http`.

pub mod browser;
mod complaints;
pub mod contract;
pub mod dates;
mod driver;
mod everyone;
pub mod hands;
mod http;
pub mod page;
pub mod record;
pub mod rect;
mod server;

pub use browser::{Browser, Screen, Theme};
pub use dates::Span;
pub use hands::{Held, Point};
pub use page::Page;
pub use record::Record;
pub use rect::Rect;

use std::path::PathBuf;

/// Writes each journey down as two tests, one for each browser: `NAME::chromium` and `NAME::firefox`.
///
/// ```
/// e2e::journeys! {
///     /// The first thing that a reader sees.
///     fn the_page_comes_up(browser) {
///         let mut page = browser.open("", e2e::Screen::DESKTOP);
///         page.wait_ready();
///     }
/// }
/// # fn main() {}
/// ```
#[macro_export]
macro_rules! journeys {
    ($($(#[$about:meta])* fn $name:ident($browser:ident) $body:block)*) => {$(
        $(#[$about])*
        mod $name {
            #[allow(unused_imports)]
            use super::*;

            fn journey($browser: &$crate::Browser) $body

            #[test]
            fn chromium() {
                journey(&$crate::Browser::chromium(stringify!($name)));
            }

            #[test]
            fn firefox() {
                journey(&$crate::Browser::firefox(stringify!($name)));
            }
        }
    )*};
}

/// The project's folder.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The file called `name` in `dist/`, with its whole path.
///
/// # Panics
/// When there is none.
#[must_use]
#[track_caller]
pub fn dist_file(name: &str) -> PathBuf {
    must(root().join("dist").join(name).canonicalize(), &format!("there is no dist/{name}"))
}

/// The value of `result`, or the end of the journey with what was attempted and why it failed.
///
/// # Panics
/// When `result` is an error.
#[track_caller]
pub(crate) fn must<T, E: std::fmt::Display>(result: Result<T, E>, attempted: &str) -> T {
    match result {
        Ok(value) => value,
        Err(error) => panic!("{attempted}: {error}"),
    }
}
