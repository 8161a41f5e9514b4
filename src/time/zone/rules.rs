//! When the clocks of Washington, Tehran and Baghdad were put forward and back,
//! as rules for stretches of years.
//!
//! Separate from the choice of a clock, since these are facts. Origin: the IANA time zone database (public
//! domain), version 2025b, `America/New_York`, `Asia/Tehran`, `Asia/Baghdad`.

use dataset::civil::{DAY_SECS, Date};
use dataset::units::UnixSecs;

/// A change that comes once in each of some years.
pub(super) struct Rule {
    /// The first year and the last.
    years: (i16, i16),
    /// Month, and day counted from its first: day 80 of January is 21 March, in leap years 20 March.
    date: (u8, u16),
    /// That day itself, or the first Sunday from it on.
    day: Day,
    /// When it comes, in minutes from that day's midnight in UTC. No change lies near the turn of a year.
    minute: i16,
    /// Minutes ahead of UTC from then on.
    pub(super) offset: i16,
}

enum Day {
    Itself,
    Sunday,
}

use Day::{Itself, Sunday};

const fn rule(years: (i16, i16), date: (u8, u16), day: Day, minute: i16, offset: i16) -> Rule {
    Rule { years, date, day, minute, offset }
}

/// The year of a rule that is still in force.
const NOW: i16 = 9999;

/// At two in the morning on the clock that ends: forward at 07:00 UTC, back at 06:00.
pub(super) static WASHINGTON: [Rule; 9] = [
    rule((1951, 1973), (4, 24), Sunday, 420, -240),
    // The oil crisis.
    rule((1974, 1974), (1, 6), Sunday, 420, -240),
    rule((1975, 1975), (2, 23), Sunday, 420, -240),
    rule((1976, 1986), (4, 24), Sunday, 420, -240),
    rule((1987, 2006), (4, 1), Sunday, 420, -240),
    rule((2007, NOW), (3, 8), Sunday, 420, -240),
    rule((1951, 1954), (9, 24), Sunday, 360, -300),
    rule((1955, 2006), (10, 25), Sunday, 360, -300),
    rule((2007, NOW), (11, 1), Sunday, 360, -300),
];

/// At midnight after the first day of the Persian year, and again after the 30th of its sixth month. Counted
/// from 1 January, leap days included, both stood still in the Gregorian year from 1993 to 2022.
pub(super) static TEHRAN: [Rule; 16] = [
    rule((1977, 1977), (3, 21), Itself, 1170, 270),
    rule((1977, 1977), (10, 20), Itself, 1170, 240),
    rule((1978, 1978), (3, 24), Itself, 1200, 300),
    rule((1978, 1978), (8, 4), Itself, 1200, 240),
    rule((1978, 1978), (11, 10), Itself, 1200, 210),
    rule((1979, 1979), (5, 26), Itself, 1230, 270),
    rule((1979, 1979), (9, 18), Itself, 1170, 210),
    rule((1980, 1980), (3, 20), Itself, 1230, 270),
    rule((1980, 1980), (9, 22), Itself, 1170, 210),
    rule((1991, 1991), (5, 2), Itself, 1230, 270),
    rule((1992, 1992), (3, 21), Itself, 1230, 270),
    rule((1991, 1992), (9, 21), Itself, 1170, 210),
    rule((1993, 2005), (1, 80), Itself, 1230, 270),
    rule((1993, 2005), (1, 264), Itself, 1170, 210),
    rule((2008, 2022), (1, 80), Itself, 1230, 270),
    rule((2008, 2022), (1, 264), Itself, 1170, 210),
];

/// At midnight, in the small hours of a Sunday, and at last at 00:00 UTC.
pub(super) static BAGHDAD: [Rule; 8] = [
    rule((1982, 1982), (4, 30), Itself, 1260, 240),
    rule((1983, 1983), (3, 30), Itself, 1260, 240),
    rule((1984, 1985), (3, 31), Itself, 1260, 240),
    rule((1982, 1984), (9, 30), Itself, 1200, 180),
    rule((1986, 1990), (3, 25), Sunday, -120, 240),
    rule((1985, 1990), (9, 24), Sunday, -120, 180),
    rule((1991, 2007), (4, 1), Itself, 0, 240),
    rule((1991, 2007), (10, 1), Itself, 0, 180),
];

impl Rule {
    /// The last time that it came, up to `at`, which lies in `year`.
    pub(super) fn last(&self, at: UnixSecs, year: i32) -> Option<UnixSecs> {
        let latest = year.min(self.years.1.into());
        let came = |year: &i32| *year >= self.years.0.into() && self.instant(*year) <= at;
        [latest, latest - 1].iter().find(|year| came(year)).map(|year| self.instant(*year))
    }

    fn instant(&self, year: i32) -> UnixSecs {
        let (month, day) = self.date;
        let days = Date::new(year, month, 1).unwrap_or(Date::MAX).days() + i64::from(day) - 1;
        let wait = match self.day {
            Day::Itself => 0,
            // Day 3 of 1970 was a Sunday, counted from 0.
            Day::Sunday => (3 - days).rem_euclid(7),
        };
        UnixSecs((days + wait) * DAY_SECS + i64::from(self.minute) * 60)
    }
}
