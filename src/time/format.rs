//! Dates, clocks and numbers in words: English for people, ISO 8601 for machines.
//!
//! Separate from `edtf`, which writes what a data file holds. The dates of the record are in the private
//! part `dates`; here are windows, moments, clocks and numbers.

mod dates;

use dataset::civil::DateTime;
use dataset::edtf::Precision;
use dataset::units::{UnixSecs, UtcOffset};

use super::window::{Moment, TimeWindow};
use crate::geom::coord;
use dates::{Style, date_range, time_range};

pub use dates::{day, long, month, precision_note, short, short_name, year};

/// Windows shorter than this, in seconds, are told with the time of day: two days.
const TIMES_BELOW_SECS: f64 = 2.0 * 86_400.0;

/// Windows from this on, in seconds, are told in months:
/// in four years a day is less than a pixel on most screens.
const MONTHS_FROM_SECS: f64 = 4.0 * 365.25 * 86_400.0;

/// What a window shows, on the clock of `clock`, from its first
/// to its last day that is at least partly shown.
///
/// Below two days in minutes, with the clock: `3 January 2020, 00:30–04:15 (UTC+3)`;
/// from four years on in months.
#[must_use]
pub fn window(window: TimeWindow, clock: UtcOffset) -> String {
    told(window, clock, Style::Long)
}

/// As [`window()`], with short months where it is told in days: `27 Dec 2019 – 12 Jan 2020`.
#[must_use]
pub fn window_brief(window: TimeWindow, clock: UtcOffset) -> String {
    told(window, clock, Style::Short)
}

fn told(window: TimeWindow, clock: UtcOffset, style: Style) -> String {
    let (Moment(start), Moment(end), len) = (window.start(), window.end(), window.len().0);
    if len < TIMES_BELOW_SECS {
        let minute = |secs: f64| DateTime::at(whole(secs * 60.0), clock);
        return time_range(minute((start / 60.0).floor()), minute((end / 60.0).ceil()), clock, Style::Long);
    }
    let (first, last) =
        (DateTime::at(whole(start.floor()), clock), DateTime::at(whole(end.ceil() - 1.0), clock));
    let precision = if len < MONTHS_FROM_SECS { Precision::Day } else { Precision::Month };
    date_range(first.date(), last.date(), precision, style)
}

/// ISO 8601 in UTC, to the nearest second: `2019-12-27T00:00:00Z`.
#[must_use]
pub fn iso_utc(at: Moment) -> String {
    let at = DateTime::at(whole(at.0.round()), UtcOffset::UTC);
    format!("{}T{:02}:{:02}:{:02}Z", at.date(), at.hour(), at.minute(), at.second())
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "called with whole numbers; beyond the calendar the cast saturates"
)]
const fn whole(secs: f64) -> UnixSecs {
    UnixSecs(secs as i64)
}

/// A clock by its distance from UTC: `UTC`, `UTC+3`, `UTC+3:30`, `UTC−5`.
#[must_use]
pub fn clock_name(offset: UtcOffset) -> String {
    let minutes = offset.minutes();
    let sign = if minutes < 0 { '−' } else { '+' };
    match (minutes.abs() / 60, minutes.abs() % 60) {
        (0, 0) => "UTC".to_owned(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, minutes) => format!("UTC{sign}{hours}:{minutes:02}"),
    }
}

/// A number with its thousands apart and a true minus, to two decimals: `3,000`, `−1,234.5`.
#[must_use]
pub fn number(value: f64) -> String {
    let plain = coord(value.abs());
    let (whole, fraction) = plain.split_at(plain.find('.').unwrap_or(plain.len()));
    let mut text = String::from(if value < 0.0 { "−" } else { "" });
    for (idx, digit) in whole.chars().enumerate() {
        if idx > 0 && (whole.len() - idx).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text + fraction
}

/// A value on a scale about zero, to one decimal and with its sign: `+8.3`, `−10`, `0`.
#[must_use]
pub fn signed(value: f64) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    format!("{}{}", if rounded > 0.0 { "+" } else { "" }, number(rounded))
}

#[cfg(test)]
mod tests {
    use super::super::window::Bounds;
    use super::*;
    use dataset::edtf::Edtf;
    use proptest::prelude::*;

    fn edtf(text: &str) -> Edtf {
        Edtf::parse(text).unwrap()
    }

    #[test]
    fn a_window_is_told_in_the_units_that_it_shows() {
        let check = |text, clock, expected| {
            let span = edtf(text).span(UtcOffset::UTC);
            let shown = TimeWindow::fitting(
                span.start.into(),
                span.end.into(),
                Bounds::around(edtf("1950/2030").span(UtcOffset::UTC)),
            );
            assert_eq!(window(shown, UtcOffset::from_minutes(clock).unwrap()), expected);
        };
        check("2019-12-27/2020-01-12", 0, "27 December 2019 – 12 January 2020");
        check("2019-12-27/2020-01-12", 180, "27 December 2019 – 13 January 2020");
        check("2020-01-03/2020-01-04", 0, "3–4 January 2020");
        check("2020-01-02T21:30:30Z/2020-01-03T01:14:30Z", 180, "3 January 2020, 00:30–04:15 (UTC+3)");
        check("2020-01-03", 0, "3 January 2020, 00:00 – 4 January 2020, 00:00 (UTC)");
        check("1953-08-19/2026-11-23", 0, "August 1953 – November 2026");
    }

    #[test]
    fn a_moment_is_written_to_the_nearest_second() {
        assert_eq!(iso_utc(Moment(1_577_404_799.6)), "2019-12-27T00:00:00Z");
        assert_eq!(iso_utc(Moment(-0.6)), "1969-12-31T23:59:59Z");
    }

    #[test]
    fn a_clock_is_named_by_its_distance_from_utc() {
        let check =
            |minutes, expected| assert_eq!(clock_name(UtcOffset::from_minutes(minutes).unwrap()), expected);
        check(0, "UTC");
        check(180, "UTC+3");
        check(210, "UTC+3:30");
        check(-300, "UTC−5");
        check(-30, "UTC−0:30");
    }

    #[test]
    fn a_number_has_its_thousands_apart() {
        let check = |value, expected| assert_eq!(number(value), expected);
        check(0.0, "0");
        check(999.0, "999");
        check(3000.0, "3,000");
        check(1_234_567.0, "1,234,567");
        check(-1234.5, "−1,234.5");
        check(-0.0, "0");
    }

    #[test]
    fn a_value_on_a_scale_has_its_sign_and_one_decimal() {
        let check = |value, expected| assert_eq!(signed(f64::from(value)), expected);
        check(8.3_f32, "+8.3");
        check(-7.4, "−7.4");
        check(-10.0, "−10");
        check(0.0, "0");
        check(-0.04, "0");
    }

    proptest! {
        #[test]
        fn a_moment_that_is_written_can_be_read(secs in -6e10..2.5e11) {
            let read = Edtf::parse(&iso_utc(Moment(secs))).unwrap().span(UtcOffset::UTC).start;
            prop_assert!((Moment::from(read).0 - secs).abs() <= 0.5);
        }

        #[test]
        fn a_number_without_its_commas_is_the_number_to_two_decimals(
            hundredths in -1_000_000_000_000_i64..1_000_000_000_000,
        ) {
            #[expect(clippy::cast_precision_loss, reason = "below 2^53")]
            let value = hundredths as f64 / 100.0;
            let text = number(value).replace(',', "").replace('−', "-");
            prop_assert_eq!(text.parse::<f64>(), Ok(value));
        }
    }
}
