//! One date or time: its first second, how precisely it is known, and how sure it is.

use crate::civil::{Date, DateTime, days_in_month};
use crate::units::{TimeSpan, UnixSecs, UtcOffset};

/// A date or time without an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Stamp {
    /// The first second of what is known.
    pub(super) local: DateTime,
    pub(super) precision: Precision,
    pub(super) qualifier: Qualifier,
    /// Given exactly where the precision is that of a time.
    pub(super) clock: Option<Clock>,
}

/// How a time says on which clock it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Clock {
    /// `Z`.
    Zulu,
    /// `+03:00`.
    Ahead(UtcOffset),
}

/// How precisely a date is known, finest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Precision {
    Second,
    Minute,
    Day,
    Month,
    Year,
}

/// How far a date is vouched for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Qualifier {
    /// Nothing: as it stands.
    Exact,
    /// `~`: about then.
    Approximate,
    /// `?`: the source is doubted.
    Uncertain,
    /// `%`: both.
    Both,
}

impl Clock {
    /// Minutes ahead of UTC.
    #[must_use]
    pub const fn offset(self) -> UtcOffset {
        match self {
            Self::Zulu => UtcOffset::UTC,
            Self::Ahead(offset) => offset,
        }
    }
}

/// Constructors that may stand in a constant: a wrong value then stops the build.
impl Stamp {
    const fn civil(year: i32, month: u8, day: u8, precision: Precision) -> Self {
        match Date::new(year, month, day) {
            Ok(date) => {
                Self { local: DateTime::midnight(date), precision, qualifier: Qualifier::Exact, clock: None }
            }
            Err(_) => panic!("there is no such date"),
        }
    }

    /// A year.
    ///
    /// # Panics
    /// Where the year lies outside 1 to 9999.
    #[must_use]
    pub const fn year(year: i32) -> Self {
        Self::civil(year, 1, 1, Precision::Year)
    }

    /// A day.
    ///
    /// # Panics
    /// Where there is no such day.
    #[must_use]
    pub const fn day(year: i32, month: u8, day: u8) -> Self {
        Self::civil(year, month, day, Precision::Day)
    }
}

impl Stamp {
    /// First day, or the day of the time.
    #[must_use]
    pub const fn date(self) -> Date {
        self.local.date()
    }

    /// The time as its own clock shows it, where one is known.
    #[must_use]
    pub const fn time(self) -> Option<DateTime> {
        if self.clock.is_some() { Some(self.local) } else { None }
    }

    /// How precisely it is known.
    #[must_use]
    pub const fn precision(self) -> Precision {
        self.precision
    }

    /// How far it is vouched for.
    #[must_use]
    pub const fn qualifier(self) -> Qualifier {
        self.qualifier
    }

    /// The offset of the time's own clock.
    #[must_use]
    pub const fn offset(self) -> Option<UtcOffset> {
        match self.clock {
            Some(clock) => Some(clock.offset()),
            None => None,
        }
    }

    /// The same instant on another clock, if it is a time.
    pub(super) fn on_clock(self, offset_at: impl Fn(UnixSecs) -> UtcOffset) -> Self {
        let Some(own) = self.offset() else { return self };
        let at = self.local.instant(own);
        let offset = offset_at(at);
        Self { local: DateTime::at(at, offset), clock: Some(Clock::Ahead(offset)), ..self }
    }

    /// From its first second to the second after its last,
    /// read on its own clock or else on `clock`; equal for a time.
    #[must_use]
    pub const fn span(self, clock: UtcOffset) -> TimeSpan {
        if let Some(own) = self.offset() {
            let at = self.local.instant(own);
            return TimeSpan { start: at, end: at };
        }
        let first = self.date();
        let days = match self.precision {
            Precision::Year => 365 + (days_in_month(first.year(), 2) - 28) as i64,
            Precision::Month => days_in_month(first.year(), first.month()) as i64,
            Precision::Day | Precision::Minute | Precision::Second => 1,
        };
        let start = first.start(clock);
        TimeSpan { start, end: UnixSecs(start.0 + days * 86_400) }
    }
}
