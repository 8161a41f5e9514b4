//! Dates and times of day as a calendar and a clock show them, and their conversion to and from [`UnixSecs`].
//!
//! Separate from `edtf`, which says how precisely a date is known: here every value is one exact day or
//! second. Days are here, times of day in the private module `date_time`.
//! The calendar is the proleptic Gregorian one, for the years 1 to 9999.

mod date_time;

use crate::units::{UnixSecs, UtcOffset};
use std::fmt;

pub use date_time::DateTime;

/// Seconds of a civil day; leap seconds are not counted in Unix time.
pub const DAY_SECS: i64 = 86_400;

/// English names of the months, January first.
pub const MONTH_NAMES: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day of the calendar, from 0001-01-01 to 9999-12-31.
///
/// ```
/// use dataset::civil::{Date, Weekday};
/// let date = Date::new(2020, 1, 3)?;
/// assert_eq!((date.weekday(), date.to_string()), (Weekday::Friday, "2020-01-03".to_owned()));
/// assert_eq!(Date::new(2019, 2, 29).unwrap_err().to_string(), "February 2019 has 28 days");
/// # Ok::<(), dataset::civil::DateError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i16,
    month: u8,
    day: u8,
}

impl Date {
    /// The first day there is.
    pub const MIN: Self = Self { year: 1, month: 1, day: 1 };
    /// The last day there is.
    pub const MAX: Self = Self { year: 9999, month: 12, day: 31 };

    /// The day of that name.
    ///
    /// # Errors
    /// Where the year lies outside 1 to 9999, the month outside 1 to 12, or the month has no such day.
    pub const fn new(year: i32, month: u8, day: u8) -> Result<Self, DateError> {
        if year < Self::MIN.year as i32 || year > Self::MAX.year as i32 {
            return Err(DateError::Year(year));
        }
        if month < 1 || month > 12 {
            return Err(DateError::Month(month));
        }
        if day < 1 || day > days_in_month(year, month) {
            return Err(DateError::Day { year, month });
        }
        #[expect(clippy::cast_possible_truncation, reason = "at most 9999")]
        Ok(Self { year: year as i16, month, day })
    }

    /// The day that lies `days` after 1970-01-01 (before, if negative);
    /// the first or last day there is beyond them.
    ///
    /// Method: `civil_from_days` (Howard Hinnant, *chrono-Compatible Low-Level Date Algorithms*).
    #[must_use]
    pub const fn from_days(days: i64) -> Self {
        if days <= Self::MIN.days() {
            return Self::MIN;
        }
        if days >= Self::MAX.days() {
            return Self::MAX;
        }
        let since_march_of_year_0 = days + 719_468;
        let era = since_march_of_year_0.div_euclid(146_097);
        let day_of_era = since_march_of_year_0.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + if month <= 2 { 1 } else { 0 };
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "years 1 to 9999, months 1 to 12, days 1 to 31"
        )]
        Self { year: year as i16, month: month as u8, day: day as u8 }
    }

    /// Days since 1970-01-01, negative before.
    ///
    /// Method: `days_from_civil` (Howard Hinnant, as above): the year is counted from March,
    /// so that the leap day comes last.
    #[must_use]
    pub const fn days(self) -> i64 {
        let year = self.year as i64 - if self.month <= 2 { 1 } else { 0 };
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month_from_march = (self.month as i64 + 9) % 12;
        let day_of_year = (153 * month_from_march + 2) / 5 + self.day as i64 - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * 146_097 + day_of_era - 719_468
    }

    /// The year, 1 to 9999.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.year as i32
    }

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// English name of the month.
    #[must_use]
    pub const fn month_name(self) -> &'static str {
        MONTH_NAMES[self.month as usize - 1]
    }

    /// The day of the week.
    #[must_use]
    pub const fn weekday(self) -> Weekday {
        // 1970-01-01 was a Thursday.
        match (self.days() + 3).rem_euclid(7) {
            0 => Weekday::Monday,
            1 => Weekday::Tuesday,
            2 => Weekday::Wednesday,
            3 => Weekday::Thursday,
            4 => Weekday::Friday,
            5 => Weekday::Saturday,
            _ => Weekday::Sunday,
        }
    }

    /// The instant at which the day begins on the clock of `offset`: its midnight.
    #[must_use]
    pub const fn start(self, offset: UtcOffset) -> UnixSecs {
        UnixSecs(self.days() * DAY_SECS - offset.secs())
    }

    /// The instant at which the day is over on the clock of `offset`; it no longer belongs to the day.
    #[must_use]
    pub const fn end(self, offset: UtcOffset) -> UnixSecs {
        UnixSecs((self.days() + 1) * DAY_SECS - offset.secs())
    }
}

/// How many days a month has; 0 for a month outside 1 to 12.
#[must_use]
pub const fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 0,
    }
}

/// ISO 8601: `2020-01-03`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// Why there is no such day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// The year lies outside 1 to 9999.
    Year(i32),
    /// The month lies outside 1 to 12.
    Month(u8),
    /// The month has no such day.
    Day {
        /// A year that is right.
        year: i32,
        /// A month that is right.
        month: u8,
    },
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Year(year) => write!(f, "the year {year} lies outside 1 to 9999"),
            Self::Month(month) => write!(f, "there is no month {month}"),
            Self::Day { year, month } => {
                let name = MONTH_NAMES[(usize::from(month) + 11) % 12];
                write!(f, "{name} {year} has {} days", days_in_month(year, month))
            }
        }
    }
}

impl std::error::Error for DateError {}

/// A day of the week, Monday first as in ISO 8601.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// English name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Monday => "Monday",
            Self::Tuesday => "Tuesday",
            Self::Wednesday => "Wednesday",
            Self::Thursday => "Thursday",
            Self::Friday => "Friday",
            Self::Saturday => "Saturday",
            Self::Sunday => "Sunday",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_day_there_is_makes_the_round_trip_and_follows_its_predecessor() {
        let mut expected = (1, 1, 1);
        for days in Date::MIN.days()..=Date::MAX.days() {
            let date = Date::from_days(days);
            assert_eq!((date.year(), date.month(), date.day()), expected);
            assert_eq!(date.days(), days);
            assert_eq!(Date::new(date.year(), date.month(), date.day()), Ok(date));
            let (year, month, day) = expected;
            expected = match (day == days_in_month(year, month), month) {
                (false, _) => (year, month, day + 1),
                (true, 12) => (year + 1, 1, 1),
                (true, _) => (year, month + 1, 1),
            };
        }
        assert_eq!(expected, (10_000, 1, 1));
    }

    #[test]
    fn known_days_have_their_number_and_weekday() {
        let check = |(year, month, day), days, weekday| {
            let date = Date::new(year, month, day).unwrap();
            assert_eq!((date.days(), date.weekday()), (days, weekday), "{date}");
        };
        check((1970, 1, 1), 0, Weekday::Thursday);
        check((1969, 12, 31), -1, Weekday::Wednesday);
        check((2000, 2, 29), 11_016, Weekday::Tuesday);
        check((2018, 5, 8), 17_659, Weekday::Tuesday);
        check((2020, 1, 3), 18_264, Weekday::Friday);
        check((1, 1, 1), -719_162, Weekday::Monday);
    }

    #[test]
    fn what_is_no_date_says_why() {
        let check = |(year, month, day), text: &str| {
            assert_eq!(Date::new(year, month, day).unwrap_err().to_string(), text)
        };
        check((2019, 2, 29), "February 2019 has 28 days");
        check((1900, 2, 29), "February 1900 has 28 days");
        check((2020, 2, 0), "February 2020 has 29 days");
        check((2020, 4, 31), "April 2020 has 30 days");
        check((2020, 13, 1), "there is no month 13");
        check((0, 1, 1), "the year 0 lies outside 1 to 9999");
        check((10_000, 1, 1), "the year 10000 lies outside 1 to 9999");
    }

    #[test]
    fn beyond_the_calendar_the_first_and_the_last_day_stand() {
        assert_eq!(Date::from_days(i64::MIN), Date::MIN);
        assert_eq!(Date::from_days(i64::MAX), Date::MAX);
    }

    #[test]
    fn a_day_begins_first_in_the_east() {
        let date = Date::new(2020, 1, 3).unwrap();
        assert_eq!(date.start(UtcOffset::UTC), UnixSecs(1_578_009_600));
        assert_eq!(date.start(UtcOffset::EASTMOST), UnixSecs(1_578_009_600 - 14 * 3600));
        assert_eq!(date.end(UtcOffset::WESTMOST), UnixSecs(1_578_009_600 + 36 * 3600));
    }

    proptest! {
        #[test]
        fn dates_are_ordered_as_their_days(a in -719_162_i64..2_932_896, b in -719_162_i64..2_932_896) {
            prop_assert_eq!(Date::from_days(a).cmp(&Date::from_days(b)), a.cmp(&b));
        }
    }
}
