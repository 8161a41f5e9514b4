//! Quantities of time, each with a type of its own, so that an instant cannot be taken for a length.

use std::ops::{Add, Sub};

/// An instant: whole seconds since 1970-01-01T00:00:00Z, negative before, leap seconds not counted.
///
/// Two instants have a difference in [`Secs`]; they have no sum.
///
/// ```
/// use dataset::units::{Secs, UnixSecs};
/// assert_eq!(UnixSecs(100) - UnixSecs(40), Secs(60.0));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnixSecs(pub i64);

/// A length of time in seconds; may be negative.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Secs(pub f64);

/// Minutes that a clock stands ahead of UTC: +180 in Baghdad, −300 in Washington in winter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UtcOffset(i16);

impl UtcOffset {
    /// The clock of Greenwich.
    pub const UTC: Self = Self(0);
    /// The clock that is furthest behind UTC (−12:00): there a day ends last.
    pub const WESTMOST: Self = Self(-12 * 60);
    /// The clock that is furthest ahead of UTC (+14:00): there a day begins first.
    pub const EASTMOST: Self = Self(14 * 60);

    /// An offset between −12:00 and +14:00, the bounds of the world's clocks; `None` outside.
    #[must_use]
    pub const fn from_minutes(minutes: i16) -> Option<Self> {
        if minutes < Self::WESTMOST.0 || minutes > Self::EASTMOST.0 { None } else { Some(Self(minutes)) }
    }

    /// Minutes ahead of UTC, −720 to 840.
    #[must_use]
    pub const fn minutes(self) -> i16 {
        self.0
    }

    /// Seconds ahead of UTC.
    #[must_use]
    pub const fn secs(self) -> i64 {
        self.0 as i64 * 60
    }
}

/// A stretch of time `[start, end)`; an instant has `start == end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TimeSpan {
    /// The first second that belongs to it.
    pub start: UnixSecs,
    /// The first second that no longer belongs to it; equal to `start` for an instant.
    pub end: UnixSecs,
}

impl Sub for UnixSecs {
    type Output = Secs;

    fn sub(self, earlier: Self) -> Secs {
        #[expect(clippy::cast_precision_loss, reason = "seconds of 10,000 years fit f64 exactly")]
        Secs((self.0 - earlier.0) as f64)
    }
}

impl Add for Secs {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}
