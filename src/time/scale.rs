//! The one converter between moments and pixels of the time axis.

use dataset::units::Secs;

use super::window::{Bounds, Moment, TimeWindow};

/// Maps a window onto the pixels `[0, width)`; small, made for each window and thrown away.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeScale {
    window: TimeWindow,
    width: f64,
}

impl TimeScale {
    /// The scale that shows `window` on `width` pixels; less than one pixel counts as one.
    #[must_use]
    pub fn new(window: TimeWindow, width: f64) -> Self {
        Self { window, width: width.max(1.0) }
    }

    /// The window that is shown.
    #[must_use]
    pub const fn window(self) -> TimeWindow {
        self.window
    }

    /// Width in pixels, at least one.
    #[must_use]
    pub const fn width(self) -> f64 {
        self.width
    }

    /// Where `at` stands; outside `[0, width)` when it is outside the window.
    #[must_use]
    pub fn px_from_time(self, at: impl Into<Moment>) -> f64 {
        (at.into().0 - self.window.start().0) / self.window.len().0 * self.width
    }

    /// The moment at `px`.
    #[must_use]
    pub fn time_from_px(self, px: f64) -> Moment {
        Moment(self.window.start().0 + px / self.width * self.window.len().0)
    }

    /// How long `px` pixels are.
    #[must_use]
    pub fn secs_from_px(self, px: f64) -> Secs {
        Secs(px / self.width * self.window.len().0)
    }

    /// How wide `secs` is.
    #[must_use]
    pub fn px_from_secs(self, secs: Secs) -> f64 {
        secs.0 / self.window.len().0 * self.width
    }
}

/// How a picture of one window comes to lie where it would be in another:
/// stretched about its left edge, then moved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slide {
    /// Pixels to the right.
    pub px: f64,
    /// How many times as wide.
    pub times: f64,
}

impl Slide {
    /// Nothing moves.
    pub const NONE: Self = Self { px: 0.0, times: 1.0 };

    /// How much of a plot of `width` pixels a picture that is drawn `drawn`
    /// pixels wide leaves free, in pixels.
    #[must_use]
    pub fn gap(self, drawn: f64, width: f64) -> f64 {
        self.px.max(0.0) + (width - self.px - drawn * self.times).max(0.0)
    }
}

impl TimeScale {
    /// How a picture drawn at this scale fits `other`.
    ///
    /// ```
    /// # use brink::time::{scale::TimeScale, window::{Bounds, Moment, TimeWindow}};
    /// # use dataset::units::{TimeSpan, UnixSecs};
    /// # let bounds = Bounds::around(TimeSpan { start: UnixSecs(0), end: UnixSecs(100_000) });
    /// # let window = |start, end| TimeWindow::fitting(Moment(start), Moment(end), bounds);
    /// let drawn = TimeScale::new(window(10_000.0, 30_000.0), 200.0);
    /// let slide = drawn.slide_to(TimeScale::new(window(20_000.0, 30_000.0), 200.0));
    /// assert_eq!((slide.px, slide.times), (-200.0, 2.0));
    /// ```
    #[must_use]
    pub fn slide_to(self, other: Self) -> Slide {
        let times = (self.window.len().0 / self.width) / (other.window.len().0 / other.width);
        // A pan leaves rounding errors, and no zoom is as small.
        let times = if (times - 1.0).abs() < 1e-9 { 1.0 } else { times };
        Slide { px: other.px_from_time(self.window.start()), times }
    }

    /// The scale of a picture that goes on for `px` pixels to the right of this one, or to the left where
    /// that is negative, as far as `bounds` allow.
    #[must_use]
    pub fn reaching(self, px: f64, bounds: Bounds) -> Self {
        let (by, whole) = (self.secs_from_px(px).0, bounds.whole());
        let start = (self.window.start().0 + by.min(0.0)).max(whole.start().0);
        let end = (self.window.end().0 + by.max(0.0)).min(whole.end().0);
        let window = TimeWindow::fitting(Moment(start), Moment(end), bounds);
        Self::new(window, self.width * (window.len().0 / self.window.len().0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dataset::units::{TimeSpan, UnixSecs};
    use proptest::prelude::*;

    fn scale(start: f64, len: f64, width: f64) -> TimeScale {
        let bounds = Bounds::around(TimeSpan { start: UnixSecs(-600_000_000), end: UnixSecs(1_800_000_000) });
        TimeScale::new(TimeWindow::fitting(Moment(start), Moment(start + len), bounds), width)
    }

    proptest! {
        #[test]
        fn a_slid_picture_lies_where_it_would_be_drawn(
            a in -6e8..1.6e9,
            b in 600.0..2e9,
            c in -6e8..1.6e9,
            d in 600.0..2e9,
            width in 1.0..4000.0,
            px in 0.0..4000.0,
        ) {
            let (drawn, live) = (scale(a, b, width), scale(c, d, width));
            let slide = drawn.slide_to(live);
            let (slid, there) = (slide.px + slide.times * px, live.px_from_time(drawn.time_from_px(px)));
            prop_assert!((slid - there).abs() < 1e-6 * there.abs().max(1e4), "{slid} {there}");
        }

        #[test]
        fn a_picture_that_reaches_further_lies_under_the_plot_and_ends_with_the_record(
            a in -6e8..1.6e9, b in 600.0..2e9, width in 1.0..4000.0, px in -900.0..900.0,
        ) {
            let bounds =
                Bounds::around(TimeSpan { start: UnixSecs(-600_000_000), end: UnixSecs(1_800_000_000) });
            let plot = scale(a, b, width);
            let far = plot.reaching(px, bounds);
            let slide = far.slide_to(plot);
            prop_assert_eq!(slide.times, 1.0);
            prop_assert!(slide.gap(far.width(), width) < 1e-3, "{:?}", slide);
            prop_assert!(far.width() <= plot.width() + px.abs() + 1e-3);
            let whole = bounds.whole();
            prop_assert!(
                far.window().start() >= whole.start() && far.window().end().0 <= whole.end().0 + 1e-3
            );
        }

        #[test]
        fn the_gap_is_what_the_picture_does_not_cover(px in -300.0..300.0, times in 0.2..3.0) {
            let is_covered = |x: &i32| (px..px + 200.0 * times).contains(&(f64::from(*x) + 0.5));
            let covered: f64 = (0..200).filter(is_covered).map(|_| 1.0).sum();
            let gap = Slide { px, times }.gap(200.0, 200.0).min(200.0);
            prop_assert!((gap - (200.0 - covered)).abs() <= 2.0, "{gap} {covered}");
        }

        #[test]
        fn there_and_back_is_within_half_a_pixel(
            start in -6e8..1.6e9,
            len in 600.0..2e9,
            width in 1.0..4000.0,
            px in -100.0..4100.0,
        ) {
            let scale = scale(start, len, width);
            prop_assert!((scale.px_from_time(scale.time_from_px(px)) - px).abs() < 0.5);
        }
    }
}
