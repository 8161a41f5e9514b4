//! The pulse: the strongest hostile act of each adversary that is in force at a moment, fading.
//!
//! Separate from the lanes, since it looks at the whole record and depends
//! on no window. For the first two sides
//!
//! ```text
//! P(t) = max over the side's hostile acts with start ≤ t of |Goldstein value| × 2^(−age / 7 days)
//! ```
//!
//! where the age is 0 on the days of the act and grows from the end of the last one. It is a maximum and
//! never a sum: another act of the same day that weighs no more changes nothing, and neither does telling one
//! act as two that follow each other. So it does not measure how thickly we record.
//!
//! An act is hostile if its CAMEO code has a Goldstein value below zero, whomever it hits: a quarrel within a
//! side counts too. It is the act of the side that [`Record::acting`] names; a hostile act of both counts for
//! both, and one of nobody for none. Days are those of the record's clock; a date coarser than a day that is
//! no interval counts on its first day. [`curve`] draws it.

pub mod curve;
mod force;

use dataset::civil::{DAY_SECS, DateTime};
use dataset::model::{EventIdx, SideIdx};
use dataset::units::{Secs, UnixSecs};

use crate::record::{Acting, Record};
use crate::time::window::Moment;
use force::{Act, Step};

/// After how long an act counts half: short enough that the weeks of a crisis stand apart,
/// long enough that its days do not.
pub const HALF_LIFE: Secs = Secs(7.0 * 86_400.0);

/// The highest value: that of the most hostile kind of act.
/// The scale is the same in every window and for every record.
pub const SCALE: f64 = 10.0;

/// Values below are told as 0.0: which act they are left of would say nothing.
const LEAST_VALUE: f64 = 0.05;

/// The hostile acts of the first two sides, and which of them is in force from when on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pulse {
    /// In the order of their first days.
    acts: [Vec<Act>; 2],
    /// In time order.
    steps: [Vec<Step>; 2],
}

/// The pulse of a side at a moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// The value, 0 to [`SCALE`].
    pub value: f64,
    /// The act in force; none where the value rounds to zero.
    pub act: Option<EventIdx>,
}

impl Pulse {
    /// The pulse of the whole record. O(events).
    #[must_use]
    pub fn new(record: &Record) -> Self {
        let mut pulse = Self::default();
        // In time order, as events of a record are.
        for event in record.events() {
            let size = record.event(event).cameo.map_or(0.0, |cameo| -f64::from(cameo.goldstein));
            if size <= 0.0 {
                continue;
            }
            let (start, until) = days(record, event);
            let acting = record.acting(event);
            for (nth, acts) in (0..).map(SideIdx).zip(&mut pulse.acts) {
                if acting == Acting::Both || acting == Acting::One(nth) {
                    acts.push(Act { event, start, until, size });
                }
            }
        }
        pulse.put_in_force();
        pulse
    }

    /// The pulse of those acts alone that `is_kept` lets through. O(acts).
    #[must_use]
    pub fn only(&self, is_kept: impl Fn(EventIdx) -> bool) -> Self {
        let mut pulse = self.clone();
        for acts in &mut pulse.acts {
            acts.retain(|act| is_kept(act.event));
        }
        pulse.put_in_force();
        pulse
    }

    /// The pulse of `side` at `at`, 0 to [`SCALE`]; zero for sides but the first two. O(log acts).
    #[must_use]
    pub fn value(&self, side: SideIdx, at: Moment) -> f64 {
        self.steps.get(side.get()).map_or(0.0, |steps| force::at(steps, at.0).1)
    }

    /// Both values at `at`, each with the act in force. O(log acts).
    #[must_use]
    pub fn readout(&self, at: Moment) -> [Reading; 2] {
        self.steps.each_ref().map(|steps| {
            let (act, value) = force::at(steps, at.0);
            Reading { value, act: act.filter(|_| value >= LEAST_VALUE) }
        })
    }

    fn put_in_force(&mut self) {
        self.steps = self.acts.each_ref().map(|acts| force::steps(acts));
    }
}

/// When the first day of `event` begins and its last one ends, on the record's clock.
fn days(record: &Record, event: EventIdx) -> (f64, f64) {
    let (span, clock) = (record.span(event), record.clock());
    let day = |at: UnixSecs| DateTime::at(at, clock).date().start(clock);
    let start = day(span.start);
    let last = if record.event(event).date.is_interval() {
        UnixSecs(span.end.0 - 1).max(span.start)
    } else {
        span.start
    };
    (Moment::from(start).0, Moment::from(UnixSecs(day(last).0 + DAY_SECS)).0)
}

/// What `secs` leave of one: 2^(−secs / half-life); one for less than none.
///
/// Relative error below 1e-11, and with nothing but + − × ÷ equal in every browser. Method: whole half-lives
/// make the exponent of the number, the rest r < 1 goes into the series of e^(−r ln 2),
/// whose first term left out is below 2e-12.
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

    /// So many hours after New Year.
    #[expect(clippy::cast_precision_loss, reason = "a moment of 2020")]
    fn hour_of_the_year(hour: i64) -> Moment {
        Moment((NEW_YEAR + hour * 3600) as f64)
    }

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
            ("2020-01-03T15:00Z", 1, Some(-4.0)),
            ("2020-01-05", 0, Some(7.0)),
            ("2020-01-06", 1, None),
            ("2020-01-08/2020-02-07", 0, Some(-2.0)),
            ("2020-01-08", 2, Some(-9.0)),
            ("2020-01-08", 0, Some(-3.0)),
            ("2020-03~", 1, Some(-8.0)),
        ])
    }

    #[test]
    fn a_value_is_that_of_the_strongest_act_done_by_hand() {
        let pulse = Pulse::new(&quarrel());
        check(&pulse, WEST, "2019-12-31T23:59:59Z", 0.0);
        check(&pulse, WEST, "2020-01-01", 10.0);
        check(&pulse, WEST, "2020-01-01T23:00Z", 10.0);
        check(&pulse, WEST, "2020-01-09", 5.0);
        check(&pulse, WEST, "2020-01-16", 2.5);
        // The interval is in force to its end, and fades from there.
        check(&pulse, WEST, "2020-01-30", 2.0);
        check(&pulse, WEST, "2020-02-15", 1.0);
        // A day counts from its midnight, whatever the hour of the act.
        check(&pulse, EAST, "2020-01-03", 4.0);
        check(&pulse, EAST, "2020-01-05", 4.0 * 2f64.powf(-1.0 / 7.0));
        check(&pulse, EAST, "2020-03-01", 8.0);
        check(&pulse, EAST, "2020-03-09", 4.0);
        check(&pulse, SideIdx(2), "2020-01-08", 0.0);
    }

    #[test]
    fn a_reading_names_the_act_in_force_and_none_where_nothing_is_left() {
        let pulse = Pulse::new(&quarrel());
        let told = |when: &str| pulse.readout(at(when)).map(|reading| reading.act.map(|act| act.0));
        assert_eq!(told("2020-01-08"), [Some(0), Some(1)]);
        assert_eq!(told("2020-01-30"), [Some(6), Some(1)]);
        assert_eq!(told("2020-03-02"), [Some(6), Some(7)]);
        assert_eq!(told("2019-01-01"), [None, None]);
        assert_eq!(told("2099-01-01"), [None, None]);
    }

    #[test]
    fn what_is_left_out_is_out_of_force() {
        let pulse = Pulse::new(&quarrel());
        check(&pulse.only(|event| event.0 != 0), WEST, "2020-01-08", 3.0);
        assert_eq!(pulse.only(|_| true), pulse);
    }

    #[test]
    fn an_act_counts_half_after_a_week() {
        assert_eq!([0.0, 7.0, 14.0, 70.0].map(|days| fade(days * 86_400.0)), [1.0, 0.5, 0.25, 1.0 / 1024.0]);
        assert_eq!([-1.0, 6.9e8, f64::INFINITY].map(fade), [1.0, 0.0, 0.0]);
    }

    /// Acts of one side on the days from `first` to `last` after New Year.
    fn of_days(acts: &[(i64, i64, f32)]) -> Pulse {
        let day = |nth: i64| DateTime::at(UnixSecs(NEW_YEAR + nth * DAY_SECS), UtcOffset::UTC).date();
        let act = |&(first, last, size): &(i64, i64, f32)| {
            (format!("{}/{}", day(first), day(last)), 0, Some(-size))
        };
        Pulse::new(&rated(acts.iter().map(act)))
    }

    fn any_days() -> impl Strategy<Value = Vec<(i64, i64, f32)>> {
        let act = (0_i64..60, 0_i64..20, prop::sample::select(vec![0.5_f32, 2.0, 5.0, 9.5, 10.0]));
        prop::collection::vec(act.prop_map(|(first, length, size)| (first, first + length, size)), 1..12)
    }

    proptest! {
        #[test]
        fn fading_is_the_power_of_two_that_it_stands_for(half_lives in 0.0..999.0_f64) {
            let (ours, exact) = (fade(half_lives * HALF_LIFE.0), (-half_lives).exp2());
            prop_assert!((ours - exact).abs() <= 1e-11 * exact, "{} {}", ours, exact);
        }

        #[test]
        fn every_value_is_the_plain_maximum(record in any_rated(), secs in -1e6..2e7_f64) {
            #[expect(clippy::cast_precision_loss, reason = "a moment of 2020")]
            let (pulse, at) = (Pulse::new(&record), Moment(NEW_YEAR as f64 + secs));
            for side in [WEST, EAST] {
                let plain = record
                    .events()
                    .filter(|&idx| record.side(idx) == side)
                    .map(|idx| {
                        let (start, until) = days(&record, idx);
                        let size = f64::from(-record.event(idx).cameo.unwrap().goldstein).max(0.0);
                        if start <= at.0 {
                            size * (-((at.0 - until) / HALF_LIFE.0).max(0.0)).exp2()
                        } else {
                            0.0
                        }
                    })
                    .fold(0.0, f64::max);
                let value = pulse.value(side, at);
                prop_assert!(near(value, plain) && value <= SCALE, "{} {}", value, plain);
            }
        }

        #[test]
        fn an_act_told_as_two_leaves_the_curve_as_it_was(
            acts in any_days(),
            nth in any::<prop::sample::Index>(),
            cut in 0_i64..20,
        ) {
            let nth = nth.index(acts.len());
            let (first, last, size) = acts[nth];
            let middle = (first + cut).min(last);
            let mut split = acts.clone();
            split[nth] = (first, middle, size);
            split.push(((middle + 1).min(last), last, size));
            let (one, two) = (of_days(&acts), of_days(&split));
            for hour in 0..2400 {
                let at = hour_of_the_year(hour);
                prop_assert!(near(one.value(WEST, at), two.value(WEST, at)), "{} hours after New Year", hour);
            }
        }

        #[test]
        fn another_act_of_the_same_days_that_weighs_no_more_changes_nothing(
            acts in any_days(),
            nth in any::<prop::sample::Index>(),
            less in 0.0..5.0_f32,
        ) {
            let (first, last, size) = acts[nth.index(acts.len())];
            let mut more = acts.clone();
            more.push((last.min(first + 1), last, (size - less).max(0.1)));
            let (one, two) = (of_days(&acts), of_days(&more));
            for hour in 0..2400 {
                let at = hour_of_the_year(hour);
                prop_assert!(near(one.value(WEST, at), two.value(WEST, at)), "{} hours after New Year", hour);
            }
        }
    }
}
