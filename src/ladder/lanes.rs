//! How each rung runs between the rails: side by side where rungs would lie on each other.

use super::layout::Rail;

/// From a rail to the nearest way, and from one way to the next, in pixels.
const STEP: (f64, f64) = (10.0, 7.0);

/// The ways between two rails.
pub(super) struct Lanes {
    left: f64,
    /// For each way from the left how far down it is taken.
    taken: Vec<f64>,
}

impl Lanes {
    /// The ways between the rails at `left` and `right`.
    pub(super) fn between(left: f64, right: f64) -> Self {
        let mut lanes = Self { left: left + STEP.0, taken: Vec::new() };
        let mut x = lanes.left;
        while lanes.taken.is_empty() || x <= right - STEP.0 {
            lanes.taken.push(f64::NEG_INFINITY);
            x += STEP.1;
        }
        lanes
    }

    /// Where the rungs of an act run that stands on `rail` at `top` and whose last answer stands at `bottom`:
    /// as near to its rail as is free; where nothing is, nearest to it.
    /// Acts are asked for from above to below.
    pub(super) fn take(&mut self, rail: Rail, top: f64, bottom: f64) -> f64 {
        let from_right = rail == Rail::Second;
        let num = self.taken.len();
        let nth = |at: usize| if from_right { num - 1 - at } else { at };
        let at = (0..num).map(nth).find(|&at| self.taken[at] < top).unwrap_or(nth(0));
        self.taken[at] = self.taken[at].max(bottom);
        #[expect(clippy::cast_precision_loss, reason = "a few dozen")]
        let x = self.left + STEP.1 * at as f64;
        x
    }
}
