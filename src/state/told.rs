//! A place in a story: how it is written, which step it is, and which window that step shows.
//!
//! Separate because the address and the reducer must agree on it:
//! a step's own window is not written into the address.

use dataset::model::Step;

use super::{Selection, Told, View};
use crate::record::Record;
use crate::time::window::TimeWindow;

impl Told {
    /// Reads `ID.STEP`, steps counted from 1; the first step where none is named,
    /// and `None` where there is no such place.
    #[must_use]
    pub fn read(record: &Record, text: &str) -> Option<Self> {
        let (id, step) = text.split_once('.').unwrap_or((text, "1"));
        let (at, found) = (0..).zip(record.data().stories).find(|(_, told)| told.id == id)?;
        let step = step.parse::<u16>().ok()?.checked_sub(1)?;
        (usize::from(step) < found.steps.len()).then_some(Self { story: at, step })
    }

    /// What [`Told::read`] reads.
    ///
    /// # Panics
    ///
    /// If the record has no such story; no reducer and no address leads to one.
    #[must_use]
    pub fn written(self, record: &Record) -> String {
        format!("{}.{}", record.data().stories[usize::from(self.story)].id, self.step + 1)
    }

    /// The step at this place; `None` where the record has no such story or step.
    #[must_use]
    pub fn step(self, record: &Record) -> Option<&'static Step> {
        record.data().stories.get(usize::from(self.story))?.steps.get(usize::from(self.step))
    }

    /// The window that the step shows, within the record's bounds.
    #[must_use]
    pub fn window(self, record: &Record) -> Option<TimeWindow> {
        let span = self.step(record)?.view.span(record.clock());
        Some(TimeWindow::fitting(span.start.into(), span.end.into(), record.bounds()))
    }
}

/// The window that is shown where none is named: that of the step that is told, else the opening one, moved
/// to the selected event where that is not in it.
#[must_use]
pub fn default_window(record: &Record, view: &View) -> TimeWindow {
    match (view.told.and_then(|told| told.window(record)), view.selection) {
        (Some(window), _) => window,
        (None, Some(Selection::Event(event))) => record.brought_in(record.opening(), event),
        (None, _) => record.opening(),
    }
}
