//! Which act is in force from which moment on.
//!
//! Separate from the pulse because it knows neither sides nor scales:
//! only acts that have a weight on some days and fade after.

use dataset::model::EventIdx;

use super::fade;

/// A hostile act: `size` from `start` to `until`, and fading from there. Times are seconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Act {
    pub event: EventIdx,
    pub start: f64,
    pub until: f64,
    /// Above zero.
    pub size: f64,
}

/// From `start` to the next step the value is the higher one of two: what is going on, and what fades.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Step {
    pub start: f64,
    /// The value at `start`.
    pub value: f64,
    going_on: Option<Act>,
    fading: Option<Act>,
}

impl Step {
    /// The act in force at `at`, and the value.
    pub fn at(&self, at: f64) -> (Option<EventIdx>, f64) {
        let fading = self.fading(at);
        match self.going_on {
            Some(act) if act.size >= fading => (Some(act.event), act.size),
            _ => (self.fading.map(|act| act.event), fading),
        }
    }

    /// What fades, at `at`.
    pub fn fading(&self, at: f64) -> f64 {
        self.fading.map_or(0.0, |act| act.size * fade(at - act.until))
    }

    /// What goes on.
    pub fn going_on(&self) -> f64 {
        self.going_on.map_or(0.0, |act| act.size)
    }
}

/// The act in force at `at`, and the value; none and zero before the first of `steps`. O(log steps).
pub(super) fn at(steps: &[Step], at: f64) -> (Option<EventIdx>, f64) {
    let past = steps.partition_point(|step| step.start <= at);
    past.checked_sub(1).map_or((None, 0.0), |last| steps[last].at(at))
}

/// The steps of `acts`, which come in the order of their starts; at most two for each.
/// O(acts × different sizes).
///
/// An act that goes on is kept only while no other is as strong for as long: that one is ahead for good, as
/// all fade alike. So of those kept the stronger ends first, and the strongest is the first of them.
pub(super) fn steps(acts: &[Act]) -> Vec<Step> {
    let mut course = Course::default();
    for &act in acts {
        course.end_until(act.start);
        course.begin(act);
    }
    course.end_until(f64::INFINITY);
    course.steps
}

#[derive(Default)]
struct Course {
    /// From the strongest to the one that ends last.
    going_on: Vec<Act>,
    fading: Option<Act>,
    steps: Vec<Step>,
}

impl Course {
    fn begin(&mut self, act: Act) {
        if self.going_on.iter().any(|other| other.size >= act.size && other.until >= act.until) {
            return;
        }
        self.going_on.retain(|other| other.size > act.size || other.until > act.until);
        let place = self.going_on.partition_point(|other| other.size > act.size);
        self.going_on.insert(place, act);
        if place == 0 {
            self.step(act.start);
        }
    }

    /// Lets those fade that end up to `at`.
    fn end_until(&mut self, at: f64) {
        while let Some(&act) = self.going_on.first().filter(|act| act.until <= at) {
            self.going_on.remove(0);
            if self.fading.is_none_or(|other| act.size > other.size * fade(act.until - other.until)) {
                self.fading = Some(act);
            }
            self.step(act.until);
        }
    }

    fn step(&mut self, start: f64) {
        let mut step =
            Step { start, value: 0.0, going_on: self.going_on.first().copied(), fading: self.fading };
        step.value = step.at(start).1;
        // Of several at one moment the last counts.
        match self.steps.last_mut() {
            Some(last) if last.start == start => *last = step,
            _ => self.steps.push(step),
        }
    }
}
