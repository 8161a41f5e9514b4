//! What a turn of a wheel means, and a step of a trackpad, which browsers report as one.

use super::Intent;
use crate::geom::{Axis, Point, Vec2, power};

/// A notch of an ordinary mouse wheel, in the pixels that most browsers report for it.
const NOTCH_PX: f64 = 100.0;

/// What one notch does to the length of the window: 2^(1/3), so three notches double or halve it.
const ZOOM_PER_NOTCH: f64 = 1.259_921;

/// The most that one wheel event may count, in notches:
/// free-spinning wheels report hundreds of pixels at once.
const MAX_NOTCHES: f64 = 2.5;

/// A pause after which the next wheel event begins another gesture, in milliseconds. Trackpads and their
/// inertia send one for each frame; a finger that is put down again takes longer.
const GESTURE_GAP_MS: f64 = 100.0;

/// How a wheel event counts its deltas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WheelUnit {
    /// CSS pixels.
    Pixel,
    /// Lines of text; Firefox reports three for a notch.
    Line,
    /// Screenfuls.
    Page,
    /// No wheel, but a pinch that the browser has measured (Safari's gesture events): `delta.y` is how many
    /// times as long what is shown becomes, above 0.
    Scale,
}

/// One turn of a wheel or one step of a trackpad.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WheelSample {
    /// Where the pointer was, from the part's top left corner.
    pub at: Point,
    /// Raw deltas as the browser gave them.
    pub delta: Vec2,
    /// What they count.
    pub unit: WheelUnit,
    /// Ctrl or ⌘ was down; browsers also say so for a pinch on a trackpad.
    pub zoom_key: bool,
    /// Shift was down.
    pub shift: bool,
    /// A plain vertical wheel belongs to the page around, which can scroll.
    pub page_scrolls: bool,
}

/// What a turn of the wheel means; `None` when there was no turn.
///
/// Of the two directions only the larger counts. Deltas become notches, damped beyond one by the square root.
#[must_use]
pub fn wheel(sample: &WheelSample) -> Option<Intent> {
    let notch = match sample.unit {
        WheelUnit::Pixel => NOTCH_PX,
        WheelUnit::Line => 3.0,
        WheelUnit::Page => 1.0,
        WheelUnit::Scale => {
            let is_scale = sample.delta.y > 0.0 && sample.delta.y.is_finite();
            return is_scale.then_some(Intent::Zoom {
                at: sample.at,
                factor: sample.delta.y,
                by: Vec2::default(),
            });
        }
    };
    let sideways = sample.delta.x.abs() > sample.delta.y.abs() || (sample.shift && !sample.zoom_key);
    if sideways {
        let delta = if sample.delta.x == 0.0 { sample.delta.y } else { sample.delta.x };
        return (delta != 0.0).then(|| Intent::Pan(Vec2::new(-delta / notch * NOTCH_PX, 0.0)));
    }
    if sample.delta.y == 0.0 {
        return None;
    }
    if sample.page_scrolls && !sample.zoom_key {
        return Some(Intent::Futile);
    }
    let turned = sample.delta.y / notch;
    // A pinch arrives as small steps with Ctrl: it should follow the fingers more closely than a wheel does.
    let gain = if sample.zoom_key && turned.abs() < 0.5 { 4.0 } else { 1.0 };
    let steps = turned.abs() * gain;
    let damped = if steps > 1.0 { steps.sqrt() } else { steps }.min(MAX_NOTCHES);
    Some(Intent::Zoom {
        at: sample.at,
        factor: power(ZOOM_PER_NOTCH, damped.copysign(turned)),
        by: Vec2::default(),
    })
}

/// Keeps the wheel events of one gesture to one axis, whatever a trackpad says on the way.
///
/// The first event of a gesture decides, as on paper: who swipes down does not drift sideways. Another
/// gesture begins after a pause, and where Ctrl or ⌘ is pressed or let go.
#[derive(Clone, Copy, Debug, Default)]
pub struct WheelAxis {
    axis: Option<Axis>,
    zoom_key: bool,
    last_ms: f64,
}

impl WheelAxis {
    /// What of `delta` lies on the gesture's axis; `time_ms` is of any steady clock.
    ///
    /// ```
    /// use brink::{geom::Vec2, input::WheelAxis};
    /// let mut axis = WheelAxis::default();
    /// assert_eq!(axis.kept(Vec2::new(1.0, 9.0), false, 1000.0), Vec2::new(0.0, 9.0));
    /// assert_eq!(axis.kept(Vec2::new(9.0, 1.0), false, 1016.0), Vec2::new(0.0, 1.0));
    /// assert_eq!(axis.kept(Vec2::new(9.0, 1.0), false, 2000.0), Vec2::new(9.0, 0.0));
    /// ```
    pub fn kept(&mut self, delta: Vec2, zoom_key: bool, time_ms: f64) -> Vec2 {
        if time_ms - self.last_ms > GESTURE_GAP_MS || zoom_key != self.zoom_key {
            self.axis = None;
        }
        (self.zoom_key, self.last_ms) = (zoom_key, time_ms);
        let wider = if delta.x.abs() > delta.y.abs() { Axis::X } else { Axis::Y };
        match *self.axis.get_or_insert(wider) {
            Axis::X => Vec2::new(delta.x, 0.0),
            Axis::Y => Vec2::new(0.0, delta.y),
        }
    }

    /// Whether the gesture under way goes sideways: then all of it is the part's,
    /// also where the page scrolls.
    #[must_use]
    pub fn is_sideways(self) -> bool {
        self.axis == Some(Axis::X)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn turn(delta: Vec2, unit: WheelUnit) -> WheelSample {
        WheelSample {
            at: Point::new(5.0, 5.0),
            delta,
            unit,
            zoom_key: false,
            shift: false,
            page_scrolls: false,
        }
    }

    #[test]
    fn a_notch_means_the_same_in_pixels_and_lines() {
        let pixels = wheel(&turn(Vec2::new(0.0, 100.0), WheelUnit::Pixel));
        let lines = wheel(&turn(Vec2::new(0.0, 3.0), WheelUnit::Line));
        assert_eq!(pixels, lines);
        assert!(matches!(pixels, Some(Intent::Zoom { factor, .. }) if factor > 1.2 && factor < 1.3));
    }

    #[test]
    fn up_and_down_cancel_out() {
        let factor = |y| match wheel(&turn(Vec2::new(0.0, y), WheelUnit::Pixel)) {
            Some(Intent::Zoom { factor, .. }) => factor,
            other => panic!("{other:?}"),
        };
        for y in [2.0, 100.0, 120.0, 5000.0] {
            assert!((factor(y) * factor(-y) - 1.0).abs() < 1e-12);
        }
    }

    #[test]
    fn one_direction_counts_and_shift_turns_the_wheel_sideways() {
        let sideways = wheel(&turn(Vec2::new(30.0, 10.0), WheelUnit::Pixel));
        assert!(matches!(sideways, Some(Intent::Pan(by)) if by == Vec2::new(-30.0, 0.0)));
        let shifted = WheelSample { shift: true, ..turn(Vec2::new(0.0, 100.0), WheelUnit::Pixel) };
        assert_eq!(wheel(&shifted), Some(Intent::Pan(Vec2::new(-100.0, 0.0))));
        assert_eq!(wheel(&turn(Vec2::default(), WheelUnit::Pixel)), None);
    }

    #[test]
    fn where_the_page_scrolls_a_plain_wheel_is_the_pages_and_ctrl_zooms() {
        let plain = WheelSample { page_scrolls: true, ..turn(Vec2::new(0.0, 100.0), WheelUnit::Pixel) };
        assert_eq!(wheel(&plain), Some(Intent::Futile));
        assert!(matches!(wheel(&WheelSample { zoom_key: true, ..plain }), Some(Intent::Zoom { .. })));
    }

    #[test]
    fn a_zoom_begins_a_gesture_of_its_own() {
        let mut axis = WheelAxis::default();
        assert_eq!(axis.kept(Vec2::new(40.0, 0.0), false, 1000.0), Vec2::new(40.0, 0.0));
        assert_eq!(
            axis.kept(Vec2::new(0.0, -40.0), true, 1016.0),
            Vec2::new(0.0, -40.0),
            "not a step of nothing"
        );
        assert_eq!(axis.kept(Vec2::new(40.0, 0.0), false, 1032.0), Vec2::new(40.0, 0.0));
    }
}
