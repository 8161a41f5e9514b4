//! How the page is embedded: what the host asks for in the query of the frame's address.
//!
//! Separate from the view, which is the reader's. What the host has chosen holds for the whole visit. It is
//! never written into the fragment, from which links are copied.

use super::url::{by_name, key_and_value, plain};

/// What the host of a frame has chosen; the default is the page by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// The page stands in another: a smaller header, heights that do not depend on the frame's, nothing is
    /// stored, and no steps in the history that "back" would have to undo one by one.
    pub is_embedded: bool,
    /// The headline is left out: the article has its own.
    pub is_untitled: bool,
    /// Which parts are shown.
    pub parts: Parts,
}

/// The parts that are shown; what is selected opens over those that stand alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Parts {
    /// The timeline, the graph, and the tabs beside it.
    #[default]
    Both,
    /// The timeline.
    Timeline,
    /// The actor graph of the window.
    Graph,
    /// The window's events as a list.
    List,
    /// The ladder of act and answer.
    Ladder,
}

/// The parts by their names in addresses. `list` and `ladder` are also names of tabs:
/// in a frame they mean that part alone.
pub const PARTS: [(&str, Parts); 5] = [
    ("both", Parts::Both),
    ("timeline", Parts::Timeline),
    ("graph", Parts::Graph),
    ("list", Parts::List),
    ("ladder", Parts::Ladder),
];

/// What a switch may say, in small letters: hosts write it as their own systems do.
const SWITCH: [(&str, bool); 16] = [
    ("", true),
    ("on", true),
    ("1", true),
    ("true", true),
    ("yes", true),
    ("y", true),
    ("t", true),
    ("embed", true),
    ("enabled", true),
    ("off", false),
    ("0", false),
    ("false", false),
    ("no", false),
    ("n", false),
    ("f", false),
    ("disabled", false),
];

impl Frame {
    /// The frame of a query that has not been read yet: only whether the page is embedded,
    /// which decides what other keys mean.
    pub(super) fn of(query: &str) -> Self {
        let asks = |pair| {
            let (key, value) = key_and_value(pair);
            key.eq_ignore_ascii_case("embed") && switch(&plain(value)) == Ok(true)
        };
        let is_embedded = query.split('&').any(asks);
        Self { is_embedded, ..Self::default() }
    }

    /// Reads one pair of the query; `None` where the key or the value is not the frame's.
    ///
    /// The error says what is known instead of `value`.
    pub(super) fn read(&mut self, key: &str, value: &str) -> Option<Result<(), &'static str>> {
        match key {
            "embed" => Some(switch(value).map(drop)),
            // On a page by itself it may be anybody's.
            "title" if self.is_embedded => Some(switch(value).map(|is_on| self.is_untitled = !is_on)),
            "view" if !matches!(value, "list" | "ladder") || self.is_embedded => {
                self.parts = by_name(&PARTS, value)?;
                Some(Ok(()))
            }
            _ => None,
        }
    }
}

fn switch(value: &str) -> Result<bool, &'static str> {
    by_name(&SWITCH, &value.trim().to_ascii_lowercase()).ok_or("known are on and off")
}
