//! Dates as the record's file writes them, read without a line of the page's own code.

/// The clock on which the page reads dates without a time: most timed events of the record were read on it.
const CLOCK_SECS: f64 = 3.0 * 3600.0;

const DAY_SECS: f64 = 86_400.0;

/// A stretch of time in seconds since 1970 UTC, without its end; an instant has twice the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// First second.
    pub start: f64,
    /// First second after it.
    pub end: f64,
}

impl Span {
    /// What a date of the file or of the address means: a date, a time with its offset, or two of them with
    /// `/` between; open ends are infinite.
    #[must_use]
    pub fn of(text: &str) -> Self {
        span(text)
    }

    /// Whether both ends of the two are less than a second apart: as near as the page tells them.
    #[must_use]
    pub const fn is_about(self, other: Self) -> bool {
        (self.start - other.start).abs() < 1.0 && (self.end - other.end).abs() < 1.0
    }

    /// Whether the two have anything in common; an instant has something in common with what it stands in.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        self.start < other.end && (self.end > other.start || self.start >= other.start)
    }

    /// Its length in seconds.
    #[must_use]
    pub const fn len(self) -> f64 {
        self.end - self.start
    }

    /// The same with both ends moved outward by some seconds; inward where negative.
    #[must_use]
    pub const fn grown(self, by: f64) -> Self {
        Self { start: self.start - by, end: self.end + by }
    }
}

/// What a date of the file means: a date, a time with its offset,
/// or two of them with `/` between; open ends are infinite.
fn span(text: &str) -> Span {
    let ends: Vec<&str> = text.split('/').collect();
    let clock = ends.iter().find_map(|end| offset(end)).unwrap_or(CLOCK_SECS);
    let read = |end: &str| (!end.is_empty() && end != "..").then(|| stretch(end, clock));
    let spans: Vec<Option<Span>> = ends.iter().map(|end| read(end)).collect();
    let known = spans.iter().copied().flatten().next().unwrap_or(Span { start: f64::NAN, end: f64::NAN });
    let start = match ends[0] {
        ".." => f64::NEG_INFINITY,
        _ => spans[0].unwrap_or(known).start,
    };
    let last = ends.len() - 1;
    let end = match ends[last] {
        ".." => f64::INFINITY,
        _ => spans[last].unwrap_or(known).end,
    };
    Span { start, end }
}

/// The offset of a time from UTC in seconds.
fn offset(text: &str) -> Option<f64> {
    let (_, time) = text.split_once('T')?;
    let at = time.find(['+', '-', 'Z'])?;
    let (hours, minutes) = time.get(at + 1..)?.split_once(':').unwrap_or(("0", "0"));
    let secs = number(hours) * 3600.0 + number(minutes) * 60.0;
    Some(if time[at..].starts_with('-') { -secs } else { secs })
}

/// A year, month, day or instant on `clock`, without regard to how sure it is.
fn stretch(text: &str, clock: f64) -> Span {
    let text = text.trim_end_matches(['~', '?', '%']);
    let (date, time) = text.split_once('T').unwrap_or((text, ""));
    let parts: Vec<f64> = date.split('-').map(number).collect();
    let on = |year: f64, month: f64, day: f64| days(year, month, day) * DAY_SECS - clock;
    let (start, end) = match parts[..] {
        [year] => (on(year, 1.0, 1.0), on(year + 1.0, 1.0, 1.0)),
        [year, month] => (on(year, month, 1.0), on(year, month + 1.0, 1.0)),
        [year, month, day] => (on(year, month, day), on(year, month, day) + DAY_SECS),
        _ => (f64::NAN, f64::NAN),
    };
    if time.is_empty() {
        return Span { start, end };
    }
    let of_clock: Vec<f64> =
        time.split(['+', '-', 'Z']).next().unwrap_or_default().split(':').map(number).collect();
    let secs: f64 = of_clock.iter().zip([3600.0, 60.0, 1.0]).map(|(part, unit)| part * unit).sum();
    Span { start: start + secs, end: start + secs }
}

fn number(text: &str) -> f64 {
    text.parse().unwrap_or(f64::NAN)
}

/// Days from 1970-01-01 to a day of the Gregorian calendar; month 13 is the next January.
///
/// Counts years from March, so that the leap day comes last (Howard Hinnant,
/// "chrono-Compatible Low-Level Date Algorithms").
fn days(year: f64, month: f64, day: f64) -> f64 {
    let (year, month) = if month > 12.0 { (year + 1.0, month - 12.0) } else { (year, month) };
    let from_march = if month > 2.0 { month - 3.0 } else { month + 9.0 };
    let year = if month > 2.0 { year } else { year - 1.0 };
    let of_year = ((153.0 * from_march + 2.0) / 5.0).floor() + day - 1.0;
    year * 365.0 + (year / 4.0).floor() - (year / 100.0).floor() + (year / 400.0).floor() + of_year
        - 719_468.0
}

/// An instant as ISO 8601 in UTC writes it, `2020-01-02T21:47:00Z`, with or without parts of a second.
#[must_use]
pub fn instant(text: &str) -> f64 {
    span(text).start
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_the_file_means_them() {
        let check = |text, start, end| {
            assert_eq!(span(text), Span { start: instant(start), end: instant(end) }, "{text}")
        };
        assert_eq!(instant("1970-01-01T00:00:00Z"), 0.0);
        assert_eq!(instant("2000-02-29T12:00:00.5Z"), 951_825_600.5);
        assert_eq!(instant("1951-03-15T00:00Z"), -593_308_800.0);
        check("2020-01-03", "2020-01-02T21:00Z", "2020-01-03T21:00Z");
        check("2020-02~", "2020-01-31T21:00Z", "2020-02-29T21:00Z");
        check("2018", "2017-12-31T21:00Z", "2018-12-31T21:00Z");
        check("2019-12", "2019-11-30T21:00Z", "2019-12-31T21:00Z");
        check("2020-01-08T06:12+03:30/2020-01-08T06:20+03:30", "2020-01-08T02:42Z", "2020-01-08T02:50Z");
        check("2018-05-08T14:13-04:00", "2018-05-08T18:13Z", "2018-05-08T18:13Z");
        check("2019-05/", "2019-04-30T21:00Z", "2019-05-31T21:00Z");
        assert_eq!(span("2014-06/..").end, f64::INFINITY);
        assert_eq!(span("../2014-06").start, f64::NEG_INFINITY);
    }

    #[test]
    fn spans_that_touch_do_not_meet_but_an_instant_meets_what_starts_with_it() {
        let at = |start, end| Span { start, end };
        assert!(at(0.0, 2.0).meets(at(1.0, 3.0)));
        assert!(!at(0.0, 1.0).meets(at(1.0, 3.0)));
        assert!(at(1.0, 1.0).meets(at(1.0, 3.0)));
        assert!(!at(3.0, 3.0).meets(at(1.0, 3.0)));
    }
}
