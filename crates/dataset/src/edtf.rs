//! Dates as precisely as they are known: EDTF (ISO 8601-2), level 0 with level 1's qualifiers and open ends.
//!
//! A date of a day or coarser is a stretch of time, never silently an instant. This file says what dates
//! mean. Their parts are in `stamp`; reading and writing them is in `text`. Both are private.

mod stamp;
mod text;

use crate::civil::Date;
use crate::units::{TimeSpan, UnixSecs, UtcOffset};

pub use stamp::{Clock, Precision, Qualifier, Stamp};
pub use text::EdtfError;

/// A date, a time, or an interval of them, from the year 1 to 9999.
///
/// Equal values are written equally: `Z` and `+00:00` differ.
///
/// ```
/// use dataset::edtf::Edtf;
/// use dataset::units::{Secs, UtcOffset};
/// let day = Edtf::parse("2020-01-03")?.span(UtcOffset::UTC);
/// assert_eq!(day.end - day.start, Secs(86_400.0));
/// let instant = Edtf::parse("2020-01-03T00:47+03:00")?.span(UtcOffset::UTC);
/// assert_eq!(instant.start, instant.end);
/// assert!(instant.start < day.start, "it was still the 2nd in Greenwich");
/// # Ok::<(), dataset::edtf::EdtfError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Edtf(Form);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Form {
    Single(Stamp),
    Interval(Endpoint, Endpoint),
}

/// One end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Endpoint {
    /// A date or time.
    On(Stamp),
    /// `..`: it goes on, or always did.
    Open,
    /// Nothing: it has an end that nobody knows.
    Unknown,
}

impl Edtf {
    /// A date or time.
    #[must_use]
    pub const fn single(stamp: Stamp) -> Self {
        Self(Form::Single(stamp))
    }

    const fn checked_interval(start: Endpoint, end: Endpoint) -> Result<Self, EdtfError> {
        let interval = Self(Form::Interval(start, end));
        match (start, end) {
            (Endpoint::On(first), Endpoint::On(last)) => {
                let clock = interval.clock_or(UtcOffset::UTC);
                let (start, end) = (first.span(clock).start.0, last.span(clock).end.0);
                // A day that ends when the other end begins lies before it; an instant then lies on it.
                let is_backward = end < start || (end == start && last.clock.is_none());
                if is_backward { Err(EdtfError::Backward) } else { Ok(interval) }
            }
            (Endpoint::On(_), _) | (_, Endpoint::On(_)) => Ok(interval),
            _ => Err(EdtfError::NoDate),
        }
    }
}

impl Edtf {
    /// Where open starts lie: the first second of the year 1 anywhere in the world.
    pub const FIRST: UnixSecs = Date::MIN.start(UtcOffset::EASTMOST);
    /// Where open ends lie: when the year 9999 is over everywhere in the world.
    pub const LAST: UnixSecs = Date::MAX.end(UtcOffset::WESTMOST);

    /// First and last end; twice the same for a date or time that is no interval.
    #[must_use]
    pub const fn ends(self) -> (Endpoint, Endpoint) {
        match self.0 {
            Form::Single(stamp) => (Endpoint::On(stamp), Endpoint::On(stamp)),
            Form::Interval(start, end) => (start, end),
        }
    }

    /// The stretch of time `[start, end)`; an instant has `start == end`.
    ///
    /// Dates are read on `clock`, but on the clock of the other end where that is a time, so that one day's
    /// `2020-01-03/2020-01-03T00:47+03:00` runs from its midnight. An open end reaches [`Edtf::FIRST`] or
    /// [`Edtf::LAST`]; an unknown end adds nothing to the end that is known.
    #[must_use]
    pub const fn span(self, clock: UtcOffset) -> TimeSpan {
        let clock = self.clock_or(clock);
        let (start, end) = match self.ends() {
            (Endpoint::On(start), Endpoint::On(end)) => (start.span(clock).start, end.span(clock).end),
            (Endpoint::On(start), Endpoint::Open) => (start.span(clock).start, Self::LAST),
            (Endpoint::Open, Endpoint::On(end)) => (Self::FIRST, end.span(clock).end),
            (Endpoint::On(known), _) | (_, Endpoint::On(known)) => {
                (known.span(clock).start, known.span(clock).end)
            }
            _ => (Self::FIRST, Self::LAST),
        };
        TimeSpan { start, end }
    }

    /// The earliest instant it can mean on any clock of the world;
    /// an open or unknown start reaches [`Edtf::FIRST`].
    ///
    /// A qualifier changes nothing here: how far "about" reaches is not known.
    #[must_use]
    pub const fn earliest(self) -> UnixSecs {
        match self.ends() {
            (Endpoint::On(start), _) => start.span(self.clock_or(UtcOffset::EASTMOST)).start,
            _ => Self::FIRST,
        }
    }

    /// When it is over on every clock of the world; an open or unknown end reaches [`Edtf::LAST`].
    #[must_use]
    pub const fn latest(self) -> UnixSecs {
        match self.ends() {
            (_, Endpoint::On(end)) => end.span(self.clock_or(UtcOffset::WESTMOST)).end,
            _ => Self::LAST,
        }
    }

    /// The offset of the first time in it, if there is one.
    #[must_use]
    pub const fn offset(self) -> Option<UtcOffset> {
        match self.ends() {
            (Endpoint::On(Stamp { clock: Some(clock), .. }), _)
            | (_, Endpoint::On(Stamp { clock: Some(clock), .. })) => Some(clock.offset()),
            _ => None,
        }
    }

    /// The same with its times read on other clocks: each on the one that `offset_at` gives for its instant.
    /// Dates without a time stay as they are.
    ///
    /// ```
    /// use dataset::{edtf::Edtf, units::UtcOffset};
    /// let strike = Edtf::parse("2020-01-03T00:47+03:00")?;
    /// let washington = UtcOffset::from_minutes(-300).unwrap();
    /// assert_eq!(strike.on_clock(|_| washington).to_string(), "2020-01-02T16:47-05:00");
    /// # Ok::<(), dataset::edtf::EdtfError>(())
    /// ```
    #[must_use]
    pub fn on_clock(self, offset_at: impl Fn(UnixSecs) -> UtcOffset) -> Self {
        let end = |end| match end {
            Endpoint::On(stamp) => Endpoint::On(stamp.on_clock(&offset_at)),
            other => other,
        };
        Self(match self.0 {
            Form::Single(stamp) => Form::Single(stamp.on_clock(&offset_at)),
            Form::Interval(first, last) => Form::Interval(end(first), end(last)),
        })
    }

    const fn clock_or(self, clock: UtcOffset) -> UtcOffset {
        match self.offset() {
            Some(own) => own,
            None => clock,
        }
    }

    /// How precisely it is known: the coarser of its ends.
    #[must_use]
    pub fn precision(self) -> Precision {
        match self.ends() {
            (Endpoint::On(start), Endpoint::On(end)) => start.precision.max(end.precision),
            (Endpoint::On(known), _) | (_, Endpoint::On(known)) => known.precision,
            _ => Precision::Year,
        }
    }

    /// Whether it is written with two ends.
    #[must_use]
    pub const fn is_interval(self) -> bool {
        matches!(self.0, Form::Interval(..))
    }

    /// Whether it always was.
    #[must_use]
    pub const fn has_open_start(self) -> bool {
        matches!(self.ends().0, Endpoint::Open)
    }

    /// Whether it goes on.
    #[must_use]
    pub const fn has_open_end(self) -> bool {
        matches!(self.ends().1, Endpoint::Open)
    }

    /// Whether its start is unknown, approximate or uncertain.
    #[must_use]
    pub const fn is_vague_start(self) -> bool {
        self.ends().0.is_vague()
    }

    /// Whether its end is unknown, approximate or uncertain.
    #[must_use]
    pub const fn is_vague_end(self) -> bool {
        self.ends().1.is_vague()
    }
}

impl Endpoint {
    const fn is_vague(self) -> bool {
        match self {
            Self::On(stamp) => !matches!(stamp.qualifier, Qualifier::Exact),
            Self::Open => false,
            Self::Unknown => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edtf(text: &str) -> Edtf {
        Edtf::parse(text).unwrap()
    }

    #[test]
    fn a_span_runs_from_the_start_of_the_first_to_the_end_of_the_second() {
        let check = |text, start, end| {
            let instant = |text| edtf(text).span(UtcOffset::UTC).start;
            assert_eq!(
                edtf(text).span(UtcOffset::UTC),
                TimeSpan { start: instant(start), end: instant(end) },
                "{text}"
            );
        };
        check("2018", "2018-01-01T00:00Z", "2019-01-01T00:00Z");
        check("2020-02~", "2020-02-01T00:00Z", "2020-03-01T00:00Z");
        check("2018-05-08", "2018-05-08T00:00Z", "2018-05-09T00:00Z");
        check("2020-01-03T00:47+03:00", "2020-01-02T21:47Z", "2020-01-02T21:47Z");
        check("2019-06/2019-09-14", "2019-06-01T00:00Z", "2019-09-15T00:00Z");
        check("2020-01-03/2020-01-03T00:47+03:00", "2020-01-02T21:00Z", "2020-01-02T21:47Z");
        check("2019-05/", "2019-05-01T00:00Z", "2019-06-01T00:00Z");
        check("/2019-05", "2019-05-01T00:00Z", "2019-06-01T00:00Z");
    }

    #[test]
    fn open_ends_reach_the_bounds_of_the_calendar() {
        let since = edtf("2014-06/..");
        assert_eq!(
            (since.has_open_start(), since.has_open_end(), since.span(UtcOffset::UTC).end),
            (false, true, Edtf::LAST)
        );
        let until = edtf("../2014-06");
        assert_eq!(
            (until.has_open_start(), until.has_open_end(), until.span(UtcOffset::UTC).start),
            (true, false, Edtf::FIRST)
        );
    }

    #[test]
    fn a_day_is_possible_for_fifty_hours_and_an_instant_for_none() {
        let hours = |text| (edtf(text).latest() - edtf(text).earliest()).0 / 3600.0;
        assert_eq!(hours("2020-01-03"), 50.0);
        assert_eq!(hours("2020-01-03T00:47+03:00"), 0.0);
        assert_eq!(edtf("2020-01-03/").latest(), Edtf::LAST);
        assert_eq!(edtf("/2020-01-03").earliest(), Edtf::FIRST);
    }

    #[test]
    fn the_coarser_end_gives_the_precision() {
        assert_eq!(edtf("2019/2019-09-14").precision(), Precision::Year);
        assert_eq!(edtf("2020-01-03T00:47Z/2020-01-04").precision(), Precision::Day);
        assert_eq!(edtf("../2014-06").precision(), Precision::Month);
    }

    #[test]
    fn vagueness_belongs_to_an_end() {
        let check = |text, expected| {
            assert_eq!((edtf(text).is_vague_start(), edtf(text).is_vague_end()), expected, "{text}")
        };
        check("2019-05", (false, false));
        check("2019-05%", (true, true));
        check("2019-05~/2019-06", (true, false));
        check("2019-05/", (false, true));
        check("2019-05/..", (false, false));
    }
}
