//! Frames: one call before the next drawing, and short animations made of such calls.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::render::{AnimationFrame, request_animation_frame};
pub use gloo::timers::callback::Timeout as Timer;

use crate::geom::clamp;

/// Runs until it is dropped or over.
#[must_use = "an animation ends when it is dropped"]
pub struct Animation {
    _frame: Rc<RefCell<Option<AnimationFrame>>>,
}

/// Calls `step` once a frame with the share of `duration_ms` that is over, the last time with 1.
pub fn animate(duration_ms: f64, step: impl Fn(f64) + 'static) -> Animation {
    let frame = Rc::new(RefCell::new(None));
    schedule(Rc::downgrade(&frame), None, duration_ms, Rc::new(step));
    Animation { _frame: frame }
}

fn schedule(
    slot: std::rc::Weak<RefCell<Option<AnimationFrame>>>,
    began_ms: Option<f64>,
    duration_ms: f64,
    step: Rc<dyn Fn(f64)>,
) {
    let Some(frame) = slot.upgrade() else { return };
    let next = request_animation_frame(move |now_ms| {
        let began_ms = began_ms.unwrap_or(now_ms);
        let share = if duration_ms > 0.0 { clamp((now_ms - began_ms) / duration_ms, 0.0, 1.0) } else { 1.0 };
        step(share);
        if share < 1.0 {
            schedule(slot, Some(began_ms), duration_ms, step);
        }
    });
    *frame.borrow_mut() = Some(next);
}

/// Calls `done` after `ms` milliseconds, unless it is dropped before.
#[must_use = "a timer ends when it is dropped"]
pub fn after(ms: u32, done: impl FnOnce() + 'static) -> Timer {
    Timer::new(ms, done)
}
