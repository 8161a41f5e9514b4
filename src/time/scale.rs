//! The one converter between moments and pixels of the time axis.

use dataset::units::Secs;

use super::window::{Moment, TimeWindow};

/// Maps a window onto the pixels `[0, width)`; small, made anew for each window and thrown away.
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

#[cfg(test)]
mod tests {
    use super::super::window::Bounds;
    use super::*;
    use dataset::units::{TimeSpan, UnixSecs};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn there_and_back_is_within_half_a_pixel(start in -6e8..1.6e9, len in 600.0..2e9, width in 1.0..4000.0, px in -100.0..4100.0) {
            let bounds = Bounds::around(TimeSpan { start: UnixSecs(-600_000_000), end: UnixSecs(1_800_000_000) });
            let scale = TimeScale::new(TimeWindow::fitting(Moment(start), Moment(start + len), bounds), width);
            prop_assert!((scale.px_from_time(scale.time_from_px(px)) - px).abs() < 0.5);
        }
    }
}
