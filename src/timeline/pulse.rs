//! The pulse: how much hostility of each adversary is in the air at a moment, as a sum of its acts that fade.
//!
//! Separate from the lanes, since it counts the whole record and depends on no window. For the first two sides
//!
//! ```text
//! P(t) = Σ over the side's hostile acts with start ≤ t of |Goldstein value| × 2^(−(t − start) / 7 days)
//! ```
//!
//! An act is hostile if its CAMEO code has a Goldstein value below zero, whomever it hits: a quarrel within a side counts
//! too. It is the act of the side that [`Story::side`] names, and counts from its start on: an interval with its full
//! value at its first moment, a vague date as if it were exact, a day at its midnight on the story's clock.
//! The pulse counts what is in the record; where the record is denser, it is higher. [`curve`] draws it.

pub mod curve;

use dataset::model::{EventIdx, SideIdx};
use dataset::units::Secs;

use crate::order;
use crate::story::Story;
use crate::time::window::Moment;

/// After how long an act counts half: short enough that the weeks of a crisis stand apart, long enough that its days do not.
pub const HALF_LIFE: Secs = Secs(7.0 * 86_400.0);

/// Smaller shares are not told by [`Pulse::readout`]: they would read as "0 %".
const LEAST_SHARE: f64 = 0.005;
/// Values below are told as 0.0: what they are made of would say nothing.
const LEAST_VALUE: f64 = 0.05;

/// The hostile acts of the first two sides, with the sums up to each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pulse {
    /// In time order.
    sides: [Vec<Act>; 2],
    peak: f64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Act {
    event: EventIdx,
    start: f64,
    /// What it adds, above zero.
    size: f64,
    /// What it leaves: the pulse at its start with it and all before it.
    sum: f64,
}

/// What the pulse is made of at a moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The value, in points of the Goldstein scale; not negative.
    pub value: f64,
    /// The acts that carry most of it, largest first.
    pub acts: Vec<Share>,
}

/// An act's part in the pulse.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// The act.
    pub event: EventIdx,
    /// Its part of the value, above 0 and at most 1.
    pub share: f64,
}

impl Pulse {
    /// The pulse of the whole record. O(events).
    #[must_use]
    pub fn new(story: &Story) -> Self {
        let mut pulse = Self::default();
        // In time order, as events of a story are.
        for event in story.events() {
            let size = story.event(event).cameo.map_or(0.0, |cameo| -f64::from(cameo.goldstein));
            if let Some(acts) = pulse.sides.get_mut(story.side(event).get()).filter(|_| size > 0.0) {
                let Moment(start) = story.span(event).start.into();
                acts.push(Act { event, start, size, sum: size });
            }
        }
        pulse.add_up();
        pulse.peak = pulse.sides.iter().flatten().map(|act| act.sum).fold(0.0, f64::max);
        pulse
    }

    /// The pulse of those acts alone that `is_kept` lets through, still on the scale of the whole record. O(acts).
    #[must_use]
    pub fn only(&self, is_kept: impl Fn(EventIdx) -> bool) -> Self {
        let mut pulse = self.clone();
        for acts in &mut pulse.sides {
            acts.retain(|act| is_kept(act.event));
        }
        pulse.add_up();
        pulse
    }

    /// The highest value that either side ever has, to draw both on one scale; zero without hostile acts.
    #[must_use]
    pub const fn peak(&self) -> f64 {
        self.peak
    }

    /// The pulse of `side` at `at`, an act that starts then included; zero for sides but the first two. O(log acts).
    #[must_use]
    pub fn value(&self, side: SideIdx, at: Moment) -> f64 {
        self.sides.get(side.get()).map_or(0.0, |acts| value_after(&acts[..acts.partition_point(|act| act.start <= at.0)], at.0))
    }

    /// Both values at `at`, each with up to `most` acts that carry most of it; of equals the earlier first. O(acts).
    ///
    /// Acts that carry less than half a percent are left out, so shares may add up to less than one; all are where the
    /// value rounds to zero.
    #[must_use]
    pub fn readout(&self, at: Moment, most: usize) -> [Reading; 2] {
        self.sides.each_ref().map(|acts| {
            let acts = &acts[..acts.partition_point(|act| act.start <= at.0)];
            let value = value_after(acts, at.0);
            let share = |act: &Act| Share { event: act.event, share: act.size * fade(at.0 - act.start) / value };
            // Nothing has a share in zero: the quotient is no number then.
            let mut shares: Vec<Share> =
                acts.iter().map(share).filter(|part| part.share >= LEAST_SHARE && value >= LEAST_VALUE).collect();
            order::sort_by_key(&mut shares, |part| !order::float(part.share));
            shares.truncate(most);
            Reading { value, acts: shares }
        })
    }

    /// Makes the sums anew, each from the one before it.
    fn add_up(&mut self) {
        for acts in &mut self.sides {
            let (mut sum, mut last) = (0.0, 0.0);
            for act in acts {
                sum = sum * fade(act.start - last) + act.size;
                act.sum = sum;
                last = act.start;
            }
        }
    }
}

/// The pulse at `at` if `acts` are all that started before.
fn value_after(acts: &[Act], at: f64) -> f64 {
    acts.last().map_or(0.0, |last| last.sum * fade(at - last.start))
}

/// What `secs` leave of one: 2^(−secs / half-life); one for less than none.
///
/// Relative error below 1e-11, and with nothing but + − × ÷ equal in every browser. Method: whole half-lives make the
/// exponent of the number, the rest r < 1 goes into the series of e^(−r ln 2), whose first term left out is below 2e-12.
fn fade(secs: f64) -> f64 {
    let half_lives = (secs / HALF_LIFE.0).max(0.0);
    // Smaller numbers would need a different form, and are nothing to a pulse.
    if half_lives >= 1000.0 {
        return 0.0;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 999")]
    let whole = half_lives as u16;
    let rest = (half_lives - f64::from(whole)) * std::f64::consts::LN_2;
    let mut series = 1.0;
    for n in (1..=12u8).rev() {
        series = 1.0 - rest / f64::from(n) * series;
    }
    series * f64::from_bits((1023 - u64::from(whole)) << 52)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{Made, NEW_YEAR, any_rated, rated};
    use super::*;
    use dataset::edtf::Edtf;
    use dataset::units::UtcOffset;
    use proptest::prelude::*;

    const WEST: SideIdx = SideIdx(0);
    const EAST: SideIdx = SideIdx(1);

    fn at(text: &str) -> Moment {
        Edtf::parse(text).unwrap().span(UtcOffset::UTC).start.into()
    }

    fn near(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-9 * b.abs().max(1.0)
    }

    #[track_caller]
    fn check(pulse: &Pulse, side: SideIdx, when: &str, expected: f64) {
        let value = pulse.value(side, at(when));
        assert!(near(value, expected), "{value} instead of {expected} on {when}");
    }

    fn quarrel() -> Made {
        rated([
            ("2020-01-01", 0, Some(-10.0)),
            ("2020-01-03", 1, Some(-4.0)),
            ("2020-01-05", 0, Some(7.0)),
            ("2020-01-06", 1, None),
            ("2020-01-08/2020-02-08", 0, Some(-2.0)),
            ("2020-01-08", 2, Some(-9.0)),
            ("2020-01-08", 0, Some(-3.0)),
            ("2020-03~", 1, Some(-8.0)),
        ])
    }

    #[test]
    fn a_value_is_the_sum_done_by_hand() {
        let pulse = Pulse::new(&quarrel());
        check(&pulse, WEST, "2019-12-31T23:59:59Z", 0.0);
        check(&pulse, WEST, "2020-01-01", 10.0);
        check(&pulse, WEST, "2020-01-08", 5.0 + 2.0 + 3.0);
        check(&pulse, WEST, "2020-01-22", 1.25 + 0.5 + 0.75);
        check(&pulse, EAST, "2020-01-03", 4.0);
        check(&pulse, EAST, "2020-01-04", 4.0 * 2f64.powf(-1.0 / 7.0));
        check(&pulse, EAST, "2020-03-01", 8.0 + 4.0 * 2f64.powf(-58.0 / 7.0));
        check(&pulse, SideIdx(2), "2020-01-08", 0.0);
        assert!(near(pulse.peak(), 10.0), "{}", pulse.peak());
    }

    #[test]
    fn a_reading_names_what_carries_most_and_leaves_out_what_carries_nothing() {
        let pulse = Pulse::new(&quarrel());
        let told = |when: &str, most| {
            let shares = |reading: &Reading| reading.acts.iter().map(|part| (part.event.0, part.share)).collect::<Vec<_>>();
            pulse.readout(at(when), most).each_ref().map(shares)
        };
        let [west, east] = told("2020-01-08", 2);
        assert!(west.len() == 2 && west[0].0 == 0 && near(west[0].1, 0.5) && near(west[1].1, 0.3), "{west:?}");
        assert!(east.len() == 1 && east[0].0 == 1 && near(east[0].1, 1.0), "{east:?}");
        let [_, east] = told("2020-03-01", 5);
        assert!(east.len() == 1 && east[0].0 == 7 && east[0].1 < 0.999, "{east:?}");
        assert_eq!(told("2019-01-01", 5), [[], []]);
        assert_eq!(told("2099-01-01", 5), [[], []]);
    }

    #[test]
    fn what_is_left_out_changes_the_values_and_not_the_scale() {
        let pulse = Pulse::new(&quarrel());
        let rest = pulse.only(|event| event.0 != 0);
        check(&rest, WEST, "2020-01-08", 5.0);
        assert_eq!(rest.peak(), pulse.peak());
        assert_eq!(pulse.only(|_| true), pulse);
        assert_eq!(Pulse::default().peak(), 0.0);
    }

    #[test]
    fn an_act_counts_half_after_a_week() {
        assert_eq!([0.0, 7.0, 14.0, 70.0].map(|days| fade(days * 86_400.0)), [1.0, 0.5, 0.25, 1.0 / 1024.0]);
        assert_eq!([-1.0, 6.9e8, f64::INFINITY].map(fade), [1.0, 0.0, 0.0]);
    }

    proptest! {
        #[test]
        fn fading_is_the_power_of_two_that_it_stands_for(half_lives in 0.0..999.0_f64) {
            let (ours, exact) = (fade(half_lives * HALF_LIFE.0), (-half_lives).exp2());
            prop_assert!((ours - exact).abs() <= 1e-11 * exact, "{} {}", ours, exact);
        }

        #[test]
        fn every_value_is_the_plain_sum(story in any_rated(), secs in -1e6..2e7_f64) {
            #[expect(clippy::cast_precision_loss, reason = "a moment of 2020")]
            let (pulse, at) = (Pulse::new(&story), Moment(NEW_YEAR as f64 + secs));
            for side in [WEST, EAST] {
                let plain: f64 = story.events().filter(|&idx| story.side(idx) == side).map(|idx| {
                    let Moment(start) = story.span(idx).start.into();
                    let size = f64::from(-story.event(idx).cameo.unwrap().goldstein).max(0.0);
                    if start <= at.0 { size * (-(at.0 - start) / HALF_LIFE.0).exp2() } else { 0.0 }
                }).sum();
                let value = pulse.value(side, at);
                prop_assert!(near(value, plain) && value <= pulse.peak() + 1e-9, "{} {}", value, plain);
            }
        }
    }
}
