//! Seconds of a day as a calendar and a clock show them. Separate because a day needs no clock.

use super::{DAY_SECS, Date};
use crate::units::{UnixSecs, UtcOffset};
use std::fmt;

/// A second of a day, as a calendar and a clock show it; which clock is said elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateTime {
    date: Date,
    hour: u8,
    minute: u8,
    second: u8,
}

impl DateTime {
    /// That second of `date`; `None` where the hour exceeds 23, the minute or the second 59.
    #[must_use]
    pub const fn new(date: Date, hour: u8, minute: u8, second: u8) -> Option<Self> {
        if hour > 23 || minute > 59 || second > 59 { None } else { Some(Self { date, hour, minute, second }) }
    }

    /// The first second of `date`.
    #[must_use]
    pub const fn midnight(date: Date) -> Self {
        Self { date, hour: 0, minute: 0, second: 0 }
    }

    /// Whether it is the first second of its day.
    #[must_use]
    pub const fn is_midnight(self) -> bool {
        self.hour == 0 && self.minute == 0 && self.second == 0
    }

    /// What calendar and clock of `offset` show at `at`;
    /// the date stops at the first and the last day there is.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "parts of a day of 86,400 seconds"
    )]
    pub const fn at(at: UnixSecs, offset: UtcOffset) -> Self {
        let local = at.0.saturating_add(offset.secs());
        let second_of_day = local.rem_euclid(DAY_SECS);
        Self {
            date: Date::from_days(local.div_euclid(DAY_SECS)),
            hour: (second_of_day / 3600) as u8,
            minute: (second_of_day / 60 % 60) as u8,
            second: (second_of_day % 60) as u8,
        }
    }

    /// The instant at which the clock of `offset` shows this.
    #[must_use]
    pub const fn instant(self, offset: UtcOffset) -> UnixSecs {
        let second_of_day = self.hour as i64 * 3600 + self.minute as i64 * 60 + self.second as i64;
        UnixSecs(self.date.start(offset).0 + second_of_day)
    }

    /// The day.
    #[must_use]
    pub const fn date(self) -> Date {
        self.date
    }

    /// The hour, 0 to 23.
    #[must_use]
    pub const fn hour(self) -> u8 {
        self.hour
    }

    /// The minute, 0 to 59.
    #[must_use]
    pub const fn minute(self) -> u8 {
        self.minute
    }

    /// The second, 0 to 59.
    #[must_use]
    pub const fn second(self) -> u8 {
        self.second
    }
}

/// ISO 8601 without an offset: `2020-01-03T00:47`, with seconds where there are any.
impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}T{:02}:{:02}", self.date, self.hour, self.minute)?;
        if self.second == 0 { Ok(()) } else { write!(f, ":{:02}", self.second) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn there_is_no_hour_24_and_no_leap_second() {
        for (hour, minute, second) in [(24, 0, 0), (0, 60, 0), (23, 59, 60)] {
            assert_eq!(DateTime::new(Date::MIN, hour, minute, second), None);
        }
    }

    #[test]
    fn beyond_the_calendar_the_last_day_stands() {
        assert_eq!(DateTime::at(UnixSecs(i64::MAX), UtcOffset::EASTMOST).date(), Date::MAX);
        assert_eq!(DateTime::at(UnixSecs(i64::MIN), UtcOffset::WESTMOST).date(), Date::MIN);
    }

    #[test]
    fn seconds_are_written_where_there_are_any() {
        let check = |second, expected| {
            assert_eq!(DateTime::new(Date::MIN, 0, 47, second).unwrap().to_string(), expected)
        };
        check(0, "0001-01-01T00:47");
        check(5, "0001-01-01T00:47:05");
    }

    proptest! {
        #[test]
        fn what_a_clock_shows_leads_back_to_the_instant(
            secs in -62_000_000_000_i64..253_000_000_000,
            minutes in -720_i16..=840,
        ) {
            let offset = UtcOffset::from_minutes(minutes).unwrap();
            let shown = DateTime::at(UnixSecs(secs), offset);
            prop_assert_eq!(shown.instant(offset), UnixSecs(secs));
            prop_assert_eq!(shown.is_midnight(), shown.date().start(offset) == UnixSecs(secs));
            prop_assert!(DateTime::midnight(shown.date()).is_midnight());
            prop_assert_eq!(
                DateTime::new(shown.date(), shown.hour(), shown.minute(), shown.second()),
                Some(shown)
            );
        }
    }
}
