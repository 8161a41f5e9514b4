//! What a hand does, as plain data, and what it means: pointer samples in, intents out.
//!
//! Separate from the browser, which makes the samples, and from the views, which act on the intents.
//! So a test can play a gesture from a list.

mod wheel;

pub use wheel::{WheelAxis, WheelSample, WheelUnit, wheel};

use crate::geom::{Point, Vec2};

/// How far a pointer may shake before a press becomes a drag, in CSS pixels.
/// Larger makes drags stick; smaller turns clicks of unsteady hands into drags.
const DRAG_THRESHOLD_PX: f64 = 4.0;

/// A hand that rested this long before letting go does not throw, in milliseconds.
const REST_BEFORE_RELEASE_MS: f64 = 60.0;

/// One event of a mouse, pen or finger.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PointerSample {
    /// Which pointer: two fingers have two.
    pub id: i32,
    /// Where, from the part's top left corner.
    pub at: Point,
    /// When, in milliseconds of any steady clock.
    pub time_ms: f64,
    /// What happened.
    pub phase: Phase,
    /// Of a finger, which hits less exactly than a mouse or a pen.
    pub is_touch: bool,
}

/// What a pointer did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Main button or finger went down.
    Down,
    /// It moved.
    Move,
    /// It was let go.
    Up,
    /// The browser took it over, for scrolling the page for example.
    Cancel,
}

/// What the hand means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Intent {
    /// The content follows the hand by this much.
    Pan(Vec2),
    /// What is shown becomes `factor` times as long (below 1: closer) about `at`,
    /// after it has followed the hand there.
    Zoom {
        /// The place that stays.
        at: Point,
        /// Above 1 shows more, below 1 shows less.
        factor: f64,
        /// How far the content follows the hand, as two fingers move together.
        by: Vec2,
    },
    /// The hand let go in motion, at this many pixels per millisecond.
    Throw(Vec2),
    /// A plain wheel over a part of a page that scrolls: it does nothing here, and a hint may say so.
    Futile,
}

/// Follows the pointers of one part from press to release. Lives as long as the part is on the screen.
#[derive(Clone, Debug, Default)]
pub struct Gesture {
    pointers: Vec<Held>,
    dragging: bool,
    speed: Vec2,
    moved_ms: f64,
}

#[derive(Clone, Copy, Debug)]
struct Held {
    id: i32,
    down: Point,
    at: Point,
}

impl Gesture {
    /// Whether the press has become a drag or a pinch, so that its end is no click.
    #[must_use]
    pub const fn is_dragging(&self) -> bool {
        self.dragging
    }

    /// Takes the next sample and says what it means, at most one intent.
    pub fn feed(&mut self, sample: &PointerSample) -> Option<Intent> {
        match sample.phase {
            Phase::Down => self.press(sample),
            Phase::Move => self.motion(sample),
            Phase::Up => self.release(sample, true),
            Phase::Cancel => self.release(sample, false),
        }
    }

    fn press(&mut self, sample: &PointerSample) -> Option<Intent> {
        if self.pointers.is_empty() {
            self.dragging = false;
        }
        self.pointers.retain(|held| held.id != sample.id);
        if self.pointers.len() < 2 {
            self.pointers.push(Held { id: sample.id, down: sample.at, at: sample.at });
        }
        self.speed = Vec2::default();
        None
    }

    fn motion(&mut self, sample: &PointerSample) -> Option<Intent> {
        let before = self.pointers.clone();
        let held = self.pointers.iter_mut().find(|held| held.id == sample.id)?;
        let step = sample.at - held.at;
        if !self.dragging {
            if (sample.at - held.down).length() < DRAG_THRESHOLD_PX {
                return None;
            }
            self.dragging = true;
            self.moved_ms = sample.time_ms;
        }
        held.at = sample.at;
        if let [a, b] = before[..] {
            return self.pinch(a, b);
        }
        let elapsed_ms = (sample.time_ms - self.moved_ms).max(1.0);
        self.speed = self.speed * 0.4 + step / elapsed_ms * 0.6;
        self.moved_ms = sample.time_ms;
        Some(Intent::Pan(step))
    }

    fn pinch(&self, a: Held, b: Held) -> Option<Intent> {
        let [now_a, now_b] = self.pointers[..] else { return None };
        let apart = |p: Point, q: Point| (p - q).length().max(20.0);
        let middle = |a: Point, b: Point| a + (b - a) / 2.0;
        let (before, at) = (middle(a.at, b.at), middle(now_a.at, now_b.at));
        Some(Intent::Zoom { at, factor: apart(a.at, b.at) / apart(now_a.at, now_b.at), by: at - before })
    }

    fn release(&mut self, sample: &PointerSample, by_hand: bool) -> Option<Intent> {
        let had = self.pointers.len();
        self.pointers.retain(|held| held.id != sample.id);
        let moving = sample.time_ms - self.moved_ms < REST_BEFORE_RELEASE_MS && self.speed.length() > 0.1;
        (by_hand && had == 1 && self.pointers.is_empty() && self.dragging && moving)
            .then_some(Intent::Throw(self.speed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(phase: Phase, x: f64, time_ms: f64) -> PointerSample {
        PointerSample { id: 1, at: Point::new(x, 0.0), time_ms, phase, is_touch: false }
    }

    #[test]
    fn a_shaking_press_is_no_drag() {
        let mut gesture = Gesture::default();
        assert_eq!(gesture.feed(&sample(Phase::Down, 0.0, 0.0)), None);
        assert_eq!(gesture.feed(&sample(Phase::Move, 3.0, 8.0)), None);
        assert_eq!(gesture.feed(&sample(Phase::Up, 3.0, 16.0)), None);
        assert!(!gesture.is_dragging());
    }

    #[test]
    fn a_drag_carries_the_content_all_the_way_and_throws_it_only_in_motion() {
        for (rest_ms, throws) in [(10.0, true), (200.0, false)] {
            let mut gesture = Gesture::default();
            gesture.feed(&sample(Phase::Down, 0.0, 0.0));
            let mut carried = 0.0;
            for i in 1..=5 {
                if let Some(Intent::Pan(by)) =
                    gesture.feed(&sample(Phase::Move, f64::from(i) * 10.0, f64::from(i) * 16.0))
                {
                    carried += by.x;
                }
            }
            assert!((carried - 50.0).abs() < 1e-9);
            let end = gesture.feed(&sample(Phase::Up, 50.0, 80.0 + rest_ms));
            assert_eq!(matches!(end, Some(Intent::Throw(speed)) if speed.x > 0.0), throws);
            assert!(gesture.is_dragging(), "the click that follows is not meant");
        }
    }

    #[test]
    fn two_fingers_apart_zoom_in_about_their_middle() {
        let mut gesture = Gesture::default();
        let finger = |id, x, phase| PointerSample { id, ..sample(phase, x, 0.0) };
        gesture.feed(&finger(1, 100.0, Phase::Down));
        gesture.feed(&finger(2, 200.0, Phase::Down));
        let Some(Intent::Zoom { at, factor, by }) = gesture.feed(&finger(2, 300.0, Phase::Move)) else {
            panic!("no zoom")
        };
        assert_eq!((at, by), (Point::new(200.0, 0.0), Vec2::new(50.0, 0.0)));
        assert!((factor - 0.5).abs() < 1e-9);
    }

    #[test]
    fn two_fingers_that_move_together_take_the_content_with_them() {
        let mut gesture = Gesture::default();
        let finger = |id, y, phase| PointerSample {
            id,
            at: Point::new(f64::from(id) * 100.0, y),
            ..sample(phase, 0.0, 0.0)
        };
        gesture.feed(&finger(1, 300.0, Phase::Down));
        gesture.feed(&finger(2, 300.0, Phase::Down));
        let (mut carried, mut zoomed) = (Vec2::default(), 1.0);
        for y in [290.0, 250.0, 200.0, 150.0] {
            for id in [1, 2] {
                if let Some(Intent::Zoom { by, factor, .. }) = gesture.feed(&finger(id, y, Phase::Move)) {
                    (carried, zoomed) = (carried + by, zoomed * factor);
                }
            }
        }
        assert!((carried.y + 150.0).abs() < 1e-9 && carried.x.abs() < 1e-9, "{carried:?}");
        assert!((zoomed - 1.0).abs() < 1e-9, "{zoomed}");
    }
}
