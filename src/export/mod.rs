//! What a reader takes away as text: events as CSV and JSON, citations, code that embeds the view.
//!
//! In reading order: [`text`] (escapes, numbers, names), [`csv`], [`json`] (the form of `data/schema.json`),
//! [`cite`], [`embed`]. Pure: addresses and the day are arguments. Written by hand, because a library for
//! each form would outweigh the page.

pub mod cite;
pub mod csv;
pub mod embed;
pub mod json;
pub mod text;

use dataset::model::EventIdx;

use crate::state::State;

/// Which of the events that filters and search keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Those of the window.
    Window,
    /// All of the record.
    Record,
}

/// The events that filters and search keep, in time order. O(events).
#[must_use]
pub fn events(state: &State, extent: Extent) -> Vec<EventIdx> {
    let (record, window) = (&state.record, state.window());
    let is_in = |event: EventIdx| extent == Extent::Record || window.shows(record.span(event));
    record.events().filter(|&event| is_in(event) && state.keeps(event)).collect()
}
