//! The calendar's periods, from the minute to the century, with three verbs: floor, offset, range.
//!
//! Separate from `ticks`, which chooses among them. Average lengths only choose a period; the calendar places
//! it (the idea of d3-time's `interval.js`). Every verb takes the offset
//! of the clock on which the periods begin.

use dataset::civil::{DAY_SECS, Date, DateTime};
use dataset::units::{Secs, TimeSpan, UnixSecs, UtcOffset};

/// What an [`Interval`] counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Unit {
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

/// A division of all time into periods that follow each other without a gap; shorter ones are less.
///
/// Periods of several units begin where their number in the calendar divides: a quarter of an hour at :00,
/// :15, :30, :45, six hours at midnight, 06:00, noon and 18:00, a week on Monday, a quarter in January,
/// April, July and October, a decade in a year that ends in 0. Two days are counted through from 1970-01-01,
/// regardless of months, so none is shorter.
///
/// ```
/// use brink::time::interval::Interval;
/// use dataset::units::{UnixSecs, UtcOffset};
/// // 1970-01-01 was a Thursday: its week began on 29 December.
/// assert_eq!(Interval::WEEK.floor(UnixSecs(0), UtcOffset::UTC), UnixSecs(-3 * 86_400));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Interval {
    unit: Unit,
    every: u8,
}

impl Interval {
    /// A day, from midnight.
    pub const DAY: Self = Self::of(Unit::Day, 1);
    /// A week, from Monday.
    pub const WEEK: Self = Self::of(Unit::Week, 1);
    /// A month of the calendar.
    pub const MONTH: Self = Self::of(Unit::Month, 1);
    /// A year of the calendar.
    pub const YEAR: Self = Self::of(Unit::Year, 1);
    /// Ten years, from one that ends in 0.
    pub const DECADE: Self = Self::of(Unit::Year, 10);
    /// A hundred years, from one that ends in 00.
    pub const CENTURY: Self = Self::of(Unit::Year, 100);

    /// Every division there is, finest first. Each is at most five times as long as the one before,
    /// so that an axis never jumps from crowded to empty.
    pub const ALL: [Self; 21] = [
        Self::of(Unit::Minute, 1),
        Self::of(Unit::Minute, 5),
        Self::of(Unit::Minute, 10),
        Self::of(Unit::Minute, 15),
        Self::of(Unit::Minute, 30),
        Self::of(Unit::Hour, 1),
        Self::of(Unit::Hour, 3),
        Self::of(Unit::Hour, 6),
        Self::of(Unit::Hour, 12),
        Self::DAY,
        Self::of(Unit::Day, 2),
        Self::WEEK,
        Self::MONTH,
        Self::of(Unit::Month, 3),
        Self::YEAR,
        Self::of(Unit::Year, 2),
        Self::of(Unit::Year, 5),
        Self::DECADE,
        Self::of(Unit::Year, 20),
        Self::of(Unit::Year, 50),
        Self::CENTURY,
    ];

    /// Whether it is shorter than `other`, which is of the same unit.
    #[must_use]
    pub const fn is_shorter(self, other: Self) -> bool {
        self.every < other.every
    }

    const fn of(unit: Unit, every: u8) -> Self {
        Self { unit, every }
    }

    /// What it counts in.
    #[must_use]
    pub const fn unit(self) -> Unit {
        self.unit
    }

    /// How many units a period has, at least one.
    #[must_use]
    pub const fn every(self) -> u8 {
        self.every
    }

    /// Length of the shortest of its periods: 28 days for a month, 90 for a quarter, 365 for a year.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a century has fewer than 2^53 seconds")]
    pub fn shortest(self) -> Secs {
        let secs = self.fixed_secs().map_or_else(|| self.fewest_days() * DAY_SECS, |(secs, _)| secs);
        Secs(secs as f64)
    }

    /// The start of the period that `at` lies in.
    #[must_use]
    pub fn floor(self, at: UnixSecs, clock: UtcOffset) -> UnixSecs {
        self.start_of(self.number(at, clock), clock)
    }

    /// The start of the period `steps` after the one that `at` lies in; before it, if negative.
    #[must_use]
    pub fn offset(self, at: UnixSecs, steps: i32, clock: UtcOffset) -> UnixSecs {
        self.start_of(self.number(at, clock) + i64::from(steps), clock)
    }

    /// The starts of periods that lie in `[span.start, span.end)`, in order.
    pub fn range(self, span: TimeSpan, clock: UtcOffset) -> impl Iterator<Item = UnixSecs> {
        (self.number_from(span.start, clock)..self.number_from(span.end, clock))
            .map(move |number| self.start_of(number, clock))
    }

    /// Number of the first period that does not start before `at`.
    fn number_from(self, at: UnixSecs, clock: UtcOffset) -> i64 {
        self.number(UnixSecs(at.0.saturating_sub(1)), clock) + 1
    }

    /// Number of the period that `at` lies in, counted through from some period long ago or ahead.
    fn number(self, at: UnixSecs, clock: UtcOffset) -> i64 {
        match self.fixed_secs() {
            Some((secs, phase)) => at.0.saturating_add(clock.secs() - phase).div_euclid(secs),
            None => {
                let date = DateTime::at(at, clock).date();
                (i64::from(date.year()) * 12 + i64::from(date.month()) - 1).div_euclid(self.months())
            }
        }
    }

    /// Where that period starts; beyond the calendar, the first or last month of it.
    #[expect(clippy::cast_sign_loss, reason = "months are not negative once they are within the calendar")]
    fn start_of(self, number: i64, clock: UtcOffset) -> UnixSecs {
        match self.fixed_secs() {
            Some((secs, phase)) => UnixSecs(number.saturating_mul(secs).saturating_add(phase - clock.secs())),
            None => {
                let months = number.saturating_mul(self.months()).clamp(12, 9999 * 12 + 11);
                Date::new((months / 12) as i32, (months % 12) as u8 + 1, 1).unwrap_or(Date::MAX).start(clock)
            }
        }
    }

    /// Length of its periods and where one of them starts on the clock, both in seconds,
    /// where all are of one length.
    fn fixed_secs(self) -> Option<(i64, i64)> {
        let every = i64::from(self.every);
        match self.unit {
            Unit::Minute => Some((every * 60, 0)),
            Unit::Hour => Some((every * 3600, 0)),
            Unit::Day => Some((every * DAY_SECS, 0)),
            // 1970-01-05 was a Monday.
            Unit::Week => Some((every * 7 * DAY_SECS, 4 * DAY_SECS)),
            Unit::Month | Unit::Year => None,
        }
    }

    /// Months of a period of months or years.
    fn months(self) -> i64 {
        i64::from(self.every) * if self.unit == Unit::Year { 12 } else { 1 }
    }

    /// Days of the shortest period of months or years.
    fn fewest_days(self) -> i64 {
        match (self.unit, self.months()) {
            (Unit::Year, months) => months / 12 * 365,
            (_, 1) => 28,
            // One of the quarters has a February.
            (_, months) => months * 30,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dataset::edtf::Edtf;
    use proptest::prelude::*;

    fn instant(text: &str) -> UnixSecs {
        Edtf::parse(text).unwrap().span(UtcOffset::UTC).start
    }

    fn interval(unit: Unit, every: u8) -> Interval {
        *Interval::ALL.iter().find(|i| (i.unit, i.every) == (unit, every)).unwrap()
    }

    #[test]
    fn the_table_rises_by_no_more_than_a_factor_of_five() {
        for pair in Interval::ALL.windows(2) {
            let factor = pair[1].shortest().0 / pair[0].shortest().0;
            assert!(pair[0] < pair[1] && factor > 1.0 && factor <= 5.0, "{pair:?}");
        }
    }

    #[test]
    fn periods_begin_where_a_calendar_begins_them() {
        let check = |unit, every, before, at, after| {
            let (interval, at) = (interval(unit, every), instant(at));
            assert_eq!(interval.floor(at, UtcOffset::UTC), instant(before), "{interval:?}");
            let from = TimeSpan { start: at, end: UnixSecs(instant(after).0 + 1) };
            assert_eq!(interval.range(from, UtcOffset::UTC).next(), Some(instant(after)), "{interval:?}");
        };
        check(Unit::Minute, 15, "2020-01-03T00:45Z", "2020-01-03T00:47Z", "2020-01-03T01:00Z");
        check(Unit::Hour, 6, "2020-01-03T18:00Z", "2020-01-03T21:47Z", "2020-01-04T00:00Z");
        check(Unit::Day, 1, "2020-01-03", "2020-01-03", "2020-01-03");
        check(Unit::Day, 2, "2020-01-03", "2020-01-04", "2020-01-05");
        check(Unit::Week, 1, "2019-12-30", "2020-01-03", "2020-01-06");
        check(Unit::Month, 1, "2020-02-01", "2020-02-29", "2020-03-01");
        check(Unit::Month, 3, "2019-10-01", "2019-12-31", "2020-01-01");
        check(Unit::Year, 1, "1969-01-01", "1969-12-31", "1970-01-01");
        check(Unit::Year, 20, "1940-01-01", "1953-08-19", "1960-01-01");
        check(Unit::Year, 100, "1900-01-01", "1999-12-31", "2000-01-01");
    }

    #[test]
    fn a_day_begins_on_the_clock_it_is_read_on() {
        let tehran = UtcOffset::from_minutes(210).unwrap();
        assert_eq!(Interval::DAY.floor(instant("2020-01-02T21:47Z"), tehran), instant("2020-01-02T20:30Z"));
        assert_eq!(
            interval(Unit::Hour, 1).floor(instant("2020-01-02T21:47Z"), tehran),
            instant("2020-01-02T21:30Z")
        );
    }

    #[test]
    fn a_range_holds_its_start_and_not_its_end() {
        let span = TimeSpan { start: instant("2020-01-01"), end: instant("2020-04-01") };
        let starts: Vec<_> = Interval::MONTH.range(span, UtcOffset::UTC).collect();
        assert_eq!(starts, ["2020-01-01", "2020-02-01", "2020-03-01"].map(instant));
        assert_eq!(
            Interval::MONTH.range(TimeSpan { start: span.start, end: span.start }, UtcOffset::UTC).count(),
            0
        );
    }

    #[test]
    fn at_the_ends_of_the_calendar_and_of_time_every_verb_still_answers() {
        for interval in Interval::ALL {
            for at in [Edtf::FIRST, Edtf::LAST, UnixSecs(i64::MIN), UnixSecs(i64::MAX)] {
                let clock = UtcOffset::EASTMOST;
                let _ = (interval.floor(at, clock), interval.offset(at, 1, clock));
            }
        }
        assert!(
            Interval::YEAR
                .range(TimeSpan { start: UnixSecs(i64::MIN), end: UnixSecs(i64::MAX) }, UtcOffset::UTC)
                .count()
                <= 9999
        );
    }

    proptest! {
        #[test]
        fn every_instant_lies_in_one_period(
            idx in 0..Interval::ALL.len(),
            secs in -59_000_000_000_i64..250_000_000_000,
            minutes in -720_i16..=840,
        ) {
            let (interval, at, clock) =
                (Interval::ALL[idx], UnixSecs(secs), UtcOffset::from_minutes(minutes).unwrap());
            let (start, next) = (interval.floor(at, clock), interval.offset(at, 1, clock));
            prop_assert!(start <= at && at < next);
            prop_assert!((next - start).0 >= interval.shortest().0);
            prop_assert_eq!(interval.floor(start, clock), start);
            prop_assert_eq!(interval.offset(next, -1, clock), start);
            let around: Vec<_> =
                interval.range(TimeSpan { start, end: UnixSecs(next.0 + 1) }, clock).collect();
            prop_assert_eq!(around, vec![start, next]);
        }

        #[test]
        fn periods_of_days_and_more_begin_at_midnight(
            idx in 9..Interval::ALL.len(),
            secs in -6_000_000_000_i64..6_000_000_000,
            minutes in -720_i16..=840,
        ) {
            let clock = UtcOffset::from_minutes(minutes).unwrap();
            let start = Interval::ALL[idx].floor(UnixSecs(secs), clock);
            prop_assert_eq!(start, DateTime::at(start, clock).date().start(clock));
        }
    }
}
