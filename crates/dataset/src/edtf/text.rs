//! How [`Edtf`] is read from text and written as text.

use super::{Clock, Edtf, Endpoint, Form, Precision, Qualifier, Stamp};
use crate::civil::{Date, DateError, DateTime};
use crate::units::UtcOffset;
use std::fmt;

/// Why a text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EdtfError {
    /// There is nothing to read.
    Empty,
    /// Not of the form of a date or time.
    Form,
    /// There is no such day.
    Date(DateError),
    /// No clock shows such a time.
    Time,
    /// A time stands without an offset.
    NoOffset,
    /// Not of the form of an offset, or further from UTC than any clock of the world.
    Offset,
    /// A time has a qualifier.
    QualifiedTime,
    /// An interval has more than two ends.
    TooManyEnds,
    /// Neither end of the interval is a date.
    NoDate,
    /// The interval ends before it starts.
    Backward,
}

impl fmt::Display for EdtfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "a date is missing",
            Self::Form => "a date is written YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDThh:mm+hh:mm",
            Self::Date(error) => return error.fmt(f),
            Self::Time => "there is no such time; the last of a day is 23:59:59",
            Self::NoOffset => "a time needs its offset from UTC, such as +03:00 or Z",
            Self::Offset => "an offset is Z, or +hh:mm or -hh:mm between -12:00 and +14:00",
            Self::QualifiedTime => "only a date may have ~, ? or %, not a time",
            Self::TooManyEnds => "an interval has two ends",
            Self::NoDate => "an interval needs a date at one end at least",
            Self::Backward => "the interval ends before it starts",
        })
    }
}

impl std::error::Error for EdtfError {}

impl Edtf {
    /// Reads a date, a time or an interval.
    ///
    /// What `Display` writes for the result is `text` again.
    ///
    /// # Errors
    /// Where `text` has another form, names what no calendar or clock shows, or ends before it starts.
    pub fn parse(text: &str) -> Result<Self, EdtfError> {
        let Some((start, end)) = text.split_once('/') else {
            return parse_stamp(text).map(Self::single);
        };
        if end.contains('/') {
            return Err(EdtfError::TooManyEnds);
        }
        Self::checked_interval(parse_endpoint(start)?, parse_endpoint(end)?)
    }
}

fn parse_endpoint(text: &str) -> Result<Endpoint, EdtfError> {
    match text {
        "" => Ok(Endpoint::Unknown),
        ".." => Ok(Endpoint::Open),
        _ => parse_stamp(text).map(Endpoint::On),
    }
}

fn parse_stamp(text: &str) -> Result<Stamp, EdtfError> {
    if text.is_empty() {
        return Err(EdtfError::Empty);
    }
    let (text, qualifier) = match text.as_bytes().last() {
        Some(b'~') => (&text[..text.len() - 1], Qualifier::Approximate),
        Some(b'?') => (&text[..text.len() - 1], Qualifier::Uncertain),
        Some(b'%') => (&text[..text.len() - 1], Qualifier::Both),
        _ => (text, Qualifier::Exact),
    };
    match text.split_once('T') {
        None => Ok(Stamp { qualifier, ..parse_date(text)? }),
        Some((date, time)) => {
            let day = parse_date(date)?;
            if !matches!(day.precision, Precision::Day) {
                return Err(EdtfError::Form);
            }
            let stamp = parse_time(day, time)?;
            if matches!(qualifier, Qualifier::Exact) { Ok(stamp) } else { Err(EdtfError::QualifiedTime) }
        }
    }
}

fn parse_date(text: &str) -> Result<Stamp, EdtfError> {
    let (year, month, day, precision) = match *text.as_bytes() {
        [a, b, c, d] => ([a, b, c, d], None, None, Precision::Year),
        [a, b, c, d, b'-', e, f] => ([a, b, c, d], Some([e, f]), None, Precision::Month),
        [a, b, c, d, b'-', e, f, b'-', g, h] => ([a, b, c, d], Some([e, f]), Some([g, h]), Precision::Day),
        _ => return Err(EdtfError::Form),
    };
    let century = two_digits([year[0], year[1]]).ok_or(EdtfError::Form)?;
    let year_of_century = two_digits([year[2], year[3]]).ok_or(EdtfError::Form)?;
    let part = |digits: Option<[u8; 2]>| digits.map_or(Some(1), two_digits).ok_or(EdtfError::Form);
    let year = i32::from(century) * 100 + i32::from(year_of_century);
    let date = Date::new(year, part(month)?, part(day)?).map_err(EdtfError::Date)?;
    Ok(Stamp { local: DateTime::midnight(date), precision, qualifier: Qualifier::Exact, clock: None })
}

fn parse_time(day: Stamp, text: &str) -> Result<Stamp, EdtfError> {
    let (time, offset) = text.split_at(text.find(['Z', '+', '-']).unwrap_or(text.len()));
    let (hour, minute, second, precision) = match *time.as_bytes() {
        [a, b, b':', c, d] => ([a, b], [c, d], [b'0', b'0'], Precision::Minute),
        [a, b, b':', c, d, b':', e, f] => ([a, b], [c, d], [e, f], Precision::Second),
        _ => return Err(EdtfError::Form),
    };
    let part = |digits| two_digits(digits).ok_or(EdtfError::Form);
    let local =
        DateTime::new(day.local.date(), part(hour)?, part(minute)?, part(second)?).ok_or(EdtfError::Time)?;
    Ok(Stamp { local, precision, clock: Some(parse_clock(offset)?), ..day })
}

fn parse_clock(text: &str) -> Result<Clock, EdtfError> {
    let (is_ahead, hours, minutes) = match *text.as_bytes() {
        [] => return Err(EdtfError::NoOffset),
        [b'Z'] => return Ok(Clock::Zulu),
        [sign @ (b'+' | b'-'), a, b, b':', c, d] => (sign == b'+', two_digits([a, b]), two_digits([c, d])),
        _ => return Err(EdtfError::Offset),
    };
    let (Some(hours), Some(minutes @ 0..60)) = (hours, minutes) else {
        return Err(EdtfError::Offset);
    };
    let total = i16::from(hours) * 60 + i16::from(minutes);
    // ISO 8601 has no "-00:00".
    let minutes = if is_ahead { Some(total) } else { (total != 0).then_some(-total) };
    minutes.and_then(UtcOffset::from_minutes).map(Clock::Ahead).ok_or(EdtfError::Offset)
}

fn two_digits([tens, units]: [u8; 2]) -> Option<u8> {
    (tens.is_ascii_digit() && units.is_ascii_digit()).then(|| (tens - b'0') * 10 + (units - b'0'))
}

/// EDTF, as it was read.
impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Form::Single(stamp) => stamp.fmt(f),
            Form::Interval(start, end) => write!(f, "{start}/{end}"),
        }
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::On(stamp) => stamp.fmt(f),
            Self::Open => f.write_str(".."),
            Self::Unknown => Ok(()),
        }
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = self.date();
        match self.precision {
            Precision::Year => write!(f, "{:04}", date.year())?,
            Precision::Month => write!(f, "{:04}-{:02}", date.year(), date.month())?,
            Precision::Day => date.fmt(f)?,
            Precision::Minute => write!(f, "{date}T{:02}:{:02}", self.local.hour(), self.local.minute())?,
            Precision::Second => {
                write!(
                    f,
                    "{date}T{:02}:{:02}:{:02}",
                    self.local.hour(),
                    self.local.minute(),
                    self.local.second()
                )?;
            }
        }
        match self.clock {
            Some(Clock::Zulu) => f.write_str("Z")?,
            Some(Clock::Ahead(offset)) => {
                let minutes = offset.minutes();
                let sign = if minutes < 0 { '-' } else { '+' };
                write!(f, "{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)?;
            }
            None => {}
        }
        f.write_str(match self.qualifier {
            Qualifier::Exact => "",
            Qualifier::Approximate => "~",
            Qualifier::Uncertain => "?",
            Qualifier::Both => "%",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_no_date_says_why() {
        let check = |text: &str, error: &str| {
            assert_eq!(Edtf::parse(text).map_err(|e| e.to_string()), Err(error.to_owned()), "{text:?}")
        };
        let form = EdtfError::Form.to_string();
        for text in [
            "2018-5-08",
            "2018-05-08 ",
            " 2018",
            "18",
            "20180508",
            "201X",
            "+2018",
            "２０１８",
            "2018-05T00:47Z",
            "2018T",
            "..",
        ] {
            check(text, &form);
        }
        check("2020-01-03T0:47Z", &form);
        check("2020-01-03T00:47:1Z", &form);
        check("", "a date is missing");
        check("2018-02-30", "February 2018 has 28 days");
        check("2018-21", "there is no month 21");
        check("0000", "the year 0 lies outside 1 to 9999");
        check("2020-01-03T24:00Z", "there is no such time; the last of a day is 23:59:59");
        check("2020-01-03T00:47", "a time needs its offset from UTC, such as +03:00 or Z");
        let offset = EdtfError::Offset.to_string();
        for text in ["-00:00", "+14:01", "-12:01", "+03", "+0300", "+03:60", "Z0"]
            .map(|offset| format!("2020-01-03T00:47{offset}"))
        {
            check(&text, &offset);
        }
        check("2020-01-03T00:47z", &form);
        check("2020-01-03T00:47Z~", "only a date may have ~, ? or %, not a time");
        check("2018~~", &form);
        check("2018/2019/2020", "an interval has two ends");
        for text in ["/", "../..", "../", "/.."] {
            check(text, "an interval needs a date at one end at least");
        }
    }

    #[test]
    fn an_interval_may_not_end_before_it_starts() {
        let check = |text, is_right| assert_eq!(Edtf::parse(text).is_ok(), is_right, "{text}");
        check("2020-01-03/2020-01-02", false);
        check("2020-01-03/2020-01-03", true);
        check("2020-01-03/2020", true);
        check("2020/2020-01-03", true);
        check("2020-01-03/2020-01-03T00:00+03:00", true);
        check("2020-01-03/2020-01-02T23:59+03:00", false);
        check("2020-01-03T00:00+03:00/2020-01-02", false);
        check("2020-01-03T00:47+03:00/2020-01-02T21:47Z", true);
        check("2020-01-03T00:47+03:00/2020-01-02T21:46Z", false);
    }

    /// Texts of valid dates and times.
    fn stamp_text() -> impl Strategy<Value = String> {
        let date = (Date::MIN.days()..=Date::MAX.days()).prop_map(|days| Date::from_days(days).to_string());
        let civil = (
            date.clone(),
            prop::sample::select(vec![4, 7, 10]),
            prop::sample::select(vec!["", "~", "?", "%"]),
        )
            .prop_map(|(date, len, qualifier)| format!("{}{qualifier}", &date[..len]));
        let clock = prop_oneof![
            Just("Z".to_owned()),
            (0..=840).prop_map(|m| format!("+{:02}:{:02}", m / 60, m % 60)),
            (1..=720).prop_map(|m| format!("-{:02}:{:02}", m / 60, m % 60)),
        ];
        let time = (date, 0..24, 0..60, proptest::option::of(0..60), clock).prop_map(
            |(date, hour, minute, second, clock)| {
                let second = second.map_or(String::new(), |second| format!(":{second:02}"));
                format!("{date}T{hour:02}:{minute:02}{second}{clock}")
            },
        );
        prop_oneof![civil, time]
    }

    /// Texts of valid dates, times and intervals.
    fn edtf_text() -> impl Strategy<Value = String> {
        let interval = (stamp_text(), stamp_text()).prop_map(|(a, b)| {
            let forward = format!("{a}/{b}");
            if Edtf::parse(&forward) == Err(EdtfError::Backward) { format!("{b}/{a}") } else { forward }
        });
        let half = (stamp_text(), prop::sample::select(vec!["", ".."]), any::<bool>()).prop_map(
            |(a, end, is_first)| if is_first { format!("{a}/{end}") } else { format!("{end}/{a}") },
        );
        prop_oneof![stamp_text(), interval, half]
    }

    fn any_offset() -> impl Strategy<Value = UtcOffset> {
        (-720_i16..=840).prop_map(|minutes| UtcOffset::from_minutes(minutes).unwrap())
    }

    proptest! {
        #[test]
        fn what_is_read_is_written_as_it_was(text in edtf_text()) {
            prop_assert_eq!(Edtf::parse(&text).map(|date| date.to_string()), Ok(text));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "[0-9T:Z+./~?%x -]{0,30}|.*") {
            if let Ok(date) = Edtf::parse(&text) {
                prop_assert_eq!(date.to_string(), text);
            }
        }

        #[test]
        fn a_span_is_forward_and_lies_within_what_is_possible(text in edtf_text(), clock in any_offset()) {
            let date = Edtf::parse(&text).unwrap();
            let span = date.span(clock);
            prop_assert!(Edtf::FIRST <= date.earliest() && date.earliest() <= span.start);
            prop_assert!(span.start <= span.end && span.end <= date.latest() && date.latest() <= Edtf::LAST);
        }
    }
}
