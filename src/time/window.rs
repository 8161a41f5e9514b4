//! The stretch of time that the page shows, and how zooming and panning change it.

use dataset::units::{Secs, TimeSpan, UnixSecs};

use crate::geom::{clamp, power};

/// A moment as the screen needs it: seconds since 1970-01-01T00:00:00Z with a fraction.
///
/// The record's own instants are whole seconds ([`UnixSecs`]); only what follows the pointer needs more.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Moment(pub f64);

impl From<UnixSecs> for Moment {
    #[expect(clippy::cast_precision_loss, reason = "seconds of 10,000 years fit f64 exactly")]
    fn from(at: UnixSecs) -> Self {
        Self(at.0 as f64)
    }
}

/// How far the window may go: the record with a margin at both ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    start: f64,
    end: f64,
}

impl Bounds {
    /// Room beyond the first and the last event, as a share of the record: enough for their marks. Words of
    /// the last one stand left of it.
    const MARGIN: f64 = 0.01;

    /// The bounds of a record that spans `record`; a record of an instant gets a day around it.
    #[must_use]
    pub fn around(record: TimeSpan) -> Self {
        let Moment(start) = record.start.into();
        let Moment(end) = record.end.into();
        let margin = ((end - start) * Self::MARGIN).max(43_200.0);
        Self { start: start - margin, end: end + margin }
    }

    /// The window that shows all of it.
    #[must_use]
    pub fn whole(self) -> TimeWindow {
        TimeWindow { start: self.start, len: self.end - self.start }
    }
}

/// A stretch of time `[start, end)`, at least [`TimeWindow::MIN_LEN`] long and inside its [`Bounds`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeWindow {
    start: f64,
    len: f64,
}

impl TimeWindow {
    /// The shortest window: ten minutes, below which the record has nothing to tell apart.
    pub const MIN_LEN: Secs = Secs(600.0);

    /// The window nearest to `[start, end)` that the bounds allow: lengthened about its middle where it is
    /// too short (also when `end` lies before `start`), moved and then cut where it leaves the bounds.
    #[must_use]
    pub fn fitting(start: Moment, end: Moment, bounds: Bounds) -> Self {
        let longest = bounds.end - bounds.start;
        let len = clamp(end.0 - start.0, Self::MIN_LEN.0.min(longest), longest);
        let middle = f64::midpoint(start.0, end.0);
        let wanted = if len == end.0 - start.0 { start.0 } else { middle - len / 2.0 };
        Self { start: clamp(wanted, bounds.start, bounds.end - len), len }
    }

    /// First moment shown.
    #[must_use]
    pub const fn start(self) -> Moment {
        Moment(self.start)
    }

    /// First moment no longer shown.
    #[must_use]
    pub fn end(self) -> Moment {
        Moment(self.start + self.len)
    }

    /// Its length.
    #[must_use]
    pub const fn len(self) -> Secs {
        Secs(self.len)
    }

    /// Moved by `by`, later if positive, as far as the bounds allow.
    #[must_use]
    pub fn pan(self, by: Secs, bounds: Bounds) -> Self {
        Self { start: clamp(self.start + by.0, bounds.start, bounds.end - self.len), len: self.len }
    }

    /// Made `factor` times as long (below 1 zooms in) with `anchor` kept where it is on the screen.
    ///
    /// At the shortest and the longest window the rest of the factor is dropped, so the anchor still holds;
    /// it gives way only where the window would leave the bounds.
    ///
    /// ```
    /// use brink::time::window::{Bounds, Moment, TimeWindow};
    /// use dataset::units::{TimeSpan, UnixSecs};
    /// let bounds = Bounds::around(TimeSpan { start: UnixSecs(0), end: UnixSecs(1_000_000) });
    /// let window = TimeWindow::fitting(Moment(200_000.0), Moment(600_000.0), bounds);
    /// let closer = window.zoom(0.5, Moment(300_000.0), bounds);
    /// assert_eq!((closer.start().0, closer.end().0), (250_000.0, 450_000.0));
    /// ```
    #[must_use]
    pub fn zoom(self, factor: f64, anchor: Moment, bounds: Bounds) -> Self {
        let longest = bounds.end - bounds.start;
        let len = clamp(self.len * factor, Self::MIN_LEN.0.min(longest), longest);
        let share = (anchor.0 - self.start) / self.len;
        let start = clamp(anchor.0 - share * len, bounds.start, bounds.end - len);
        Self { start, len }
    }

    /// Whether `span` has anything in common with the window; an instant counts as a second long.
    #[must_use]
    pub fn shows(self, span: TimeSpan) -> bool {
        let Moment(start) = span.start.into();
        let Moment(end) = span.end.into();
        start < self.end().0 && (end > self.start || start >= self.start)
    }

    /// The window `share` of the way (0 to 1) from here to `to`: lengths change evenly to the eye.
    #[must_use]
    pub fn towards(self, to: Self, share: f64) -> Self {
        if share >= 1.0 {
            return to;
        }
        let len = self.len * power(to.len / self.len, share);
        // Share of the change of length that is done: the centre must follow it
        // for the picture to stay one plane.
        let done = if (to.len - self.len).abs() < 1e-9 * self.len {
            share
        } else {
            (len - self.len) / (to.len - self.len)
        };
        Self { start: self.start + (to.start - self.start) * done, len }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const RECORD: TimeSpan = TimeSpan { start: UnixSecs(-600_000_000), end: UnixSecs(1_700_000_000) };

    fn any_window() -> impl Strategy<Value = TimeWindow> {
        (-6e8..1.7e9, 0.0..2e9).prop_map(|(start, len)| {
            TimeWindow::fitting(Moment(start), Moment(start + len), Bounds::around(RECORD))
        })
    }

    #[test]
    fn a_backward_or_empty_window_becomes_the_shortest_one_about_its_middle() {
        let bounds = Bounds::around(RECORD);
        for (start, end) in [(1000.0, 1000.0), (2000.0, 0.0)] {
            let window = TimeWindow::fitting(Moment(start), Moment(end), bounds);
            assert_eq!((window.start().0, window.end().0), (700.0, 1300.0));
        }
    }

    #[test]
    fn an_instant_at_the_start_is_shown_and_at_the_end_is_not() {
        let window = TimeWindow::fitting(Moment(0.0), Moment(1000.0), Bounds::around(RECORD));
        let instant = |at| TimeSpan { start: UnixSecs(at), end: UnixSecs(at) };
        assert!(window.shows(instant(0)));
        assert!(!window.shows(instant(1000)));
        assert!(!window.shows(TimeSpan { start: UnixSecs(-5), end: UnixSecs(0) }));
    }

    proptest! {
        #[test]
        fn every_window_stays_inside_its_bounds(
            window in any_window(),
            by in -3e9..3e9,
            factor in 0.01..100.0,
            share in 0.0..1.0_f64,
        ) {
            let bounds = Bounds::around(RECORD);
            let anchor = Moment(window.start().0 + share * window.len().0);
            for w in [window.pan(Secs(by), bounds), window.zoom(factor, anchor, bounds)] {
                prop_assert!(w.len().0 >= TimeWindow::MIN_LEN.0 - 1e-6);
                prop_assert!(w.start().0 >= bounds.start - 1e-6 && w.end().0 <= bounds.end + 1e-6);
            }
        }

        #[test]
        fn zooming_keeps_the_anchor_where_it_is_away_from_the_bounds(
            factor in 0.1..10.0,
            share in 0.0..1.0_f64,
        ) {
            let bounds = Bounds::around(RECORD);
            let window = TimeWindow::fitting(Moment(5e8), Moment(5.1e8), bounds);
            let anchor = Moment(window.start().0 + share * window.len().0);
            let zoomed = window.zoom(factor, anchor, bounds);
            prop_assert!(((anchor.0 - zoomed.start().0) / zoomed.len().0 - share).abs() < 1e-9);
            let back = zoomed.zoom(1.0 / factor, anchor, bounds);
            prop_assert!((back.start().0 - window.start().0).abs() < 1e-3);
        }

        #[test]
        fn an_animation_ends_where_it_should(from in any_window(), to in any_window()) {
            prop_assert_eq!(from.towards(to, 1.0), to);
            prop_assert!((from.towards(to, 0.0).start().0 - from.start().0).abs() < 1e-3);
        }
    }
}
