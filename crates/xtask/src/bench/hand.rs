//! The hand over a measured page: turns of the wheel, drags, clicks and keys, as the browser's own input.
//!
//! Separate from the page, which only measures what that cost.

use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use super::page::{Page, now};
use crate::machine::run::Outcome;

/// One frame of a screen with 60 a second; no two inputs come closer.
const FRAME: Duration = Duration::from_micros(16_667);

/// How long a hand goes on where a page cannot follow; the steps until then count.
const HAND_LIMIT: Duration = Duration::from_secs(40);

/// What a hand does in one frame.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// Turns the wheel by this many pixels; negative zooms in.
    Wheel(f64),
    /// Drags sideways by this many pixels.
    Drag(f64),
}

impl Page<'_> {
    /// Puts the hand on the middle of the first element that matches `selector`.
    ///
    /// # Errors
    /// When there is none.
    pub fn point_at(&mut self, selector: &str) -> Outcome {
        let middle = format!(
            "(r => r && [r.x + r.width / 2, r.y + r.height / \
             2])(document.querySelector({})?.getBoundingClientRect())",
            Value::from(selector)
        );
        let middle = self.eval(&middle)?;
        let (Some(x), Some(y)) = (middle[0].as_f64(), middle[1].as_f64()) else {
            return Err(format!("no {selector}"));
        };
        self.move_to(x, y)
    }

    /// Puts the hand at this place of the page.
    ///
    /// # Errors
    /// When the browser fails.
    pub fn move_to(&mut self, x: f64, y: f64) -> Outcome {
        self.at = (x, y);
        self.mouse("mouseMoved", json!({}))
    }

    /// Clicks where the hand is.
    ///
    /// # Errors
    /// When the browser fails.
    pub fn click(&mut self) -> Outcome {
        self.press()?;
        self.release()
    }

    /// Presses a key: one letter, or the name of one.
    ///
    /// # Errors
    /// When the browser fails.
    pub fn key(&mut self, key: &str) -> Outcome {
        let text = if key.chars().count() == 1 { key } else { "" };
        self.call("Input.dispatchKeyEvent", json!({ "type": "keyDown", "key": key, "text": text }))?;
        self.call("Input.dispatchKeyEvent", json!({ "type": "keyUp", "key": key })).map(drop)
    }

    /// Does the steps as fast as the page takes them; drags begin and end here, in motion.
    ///
    /// # Errors
    /// When the browser fails.
    pub fn fast(&mut self, steps: &[Step]) -> Outcome {
        let is_drag = matches!(steps, [Step::Drag(_), ..]);
        if is_drag {
            self.press()?;
        }
        for step in steps {
            self.do_step(*step)?;
        }
        if is_drag { self.release() } else { Ok(()) }
    }

    /// Does the steps until the hand tires and says how many it did.
    pub(super) fn perform(&mut self, steps: &[Step]) -> Outcome<usize> {
        let began = now();
        for (done, step) in steps.iter().enumerate() {
            let start = now();
            if start - began > HAND_LIMIT {
                return Ok(done);
            }
            self.do_step(*step)?;
            thread::sleep(FRAME.saturating_sub(start.elapsed()));
        }
        Ok(steps.len())
    }

    fn do_step(&mut self, step: Step) -> Outcome {
        // The browser answers when the page has dealt with the event, so no two become one.
        match step {
            Step::Wheel(delta) => self.mouse("mouseWheel", json!({ "deltaX": 0, "deltaY": delta })),
            Step::Drag(by) => {
                self.at.0 += by;
                self.mouse("mouseMoved", json!({ "button": "left", "buttons": 1 }))
            }
        }
    }

    pub(super) fn press(&mut self) -> Outcome {
        self.mouse("mousePressed", json!({ "button": "left", "buttons": 1, "clickCount": 1 }))
    }

    pub(super) fn let_go(&mut self) -> Outcome {
        // A hand at rest throws nothing.
        thread::sleep(Duration::from_millis(200));
        self.release()
    }

    fn release(&mut self) -> Outcome {
        self.mouse("mouseReleased", json!({ "button": "left", "buttons": 0, "clickCount": 1 }))
    }

    fn mouse(&mut self, kind: &str, mut params: Value) -> Outcome {
        params["type"] = kind.into();
        params["x"] = self.at.0.into();
        params["y"] = self.at.1.into();
        self.call("Input.dispatchMouseEvent", params).map(drop)
    }
}
