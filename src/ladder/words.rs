//! The time from an act to its answer, as precisely as both dates are known and no more.

use dataset::civil::Date;
use dataset::edtf::{Edtf, Endpoint, Precision, Qualifier, Stamp};
use dataset::units::UtcOffset;

/// From this many of a unit on, the next larger unit is precise enough.
const MOST: (i64, i64, i64, i64) = (100, 48, 60, 24);

/// How fast an answer came: what it is drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pace {
    /// On the same day or the next.
    Hours,
    /// Within two months.
    Days,
    /// Within two years.
    Months,
    /// Later.
    Years,
}

/// The time from the beginning of `cause` to that of `answer`: `40 min`, `7 hours`, `same day`, `5 days`,
/// `8 months`, `2 years`; with `about` before it where one of the dates is approximate or uncertain.
///
/// Two times of day are parted by minutes or hours; where one date is a day, by days, where it is a month, by
/// months. An answer that stands before its cause, which another clock explains, came on the same day. Empty
/// where a date has no end that is known.
#[must_use]
pub fn between(cause: Edtf, answer: Edtf) -> (String, Pace) {
    let (Some(from), Some(to)) = (first(cause), first(answer)) else { return (String::new(), Pace::Years) };
    let is_vague = [from, to].iter().any(|stamp| stamp.qualifier() != Qualifier::Exact);
    let (words, pace) = exact(from, to);
    (if is_vague { String::from("about ") + &words } else { words }, pace)
}

fn exact(from: Stamp, to: Stamp) -> (String, Pace) {
    if from.offset().is_some() && to.offset().is_some() {
        let secs = |stamp: Stamp| stamp.span(UtcOffset::UTC).start.0;
        let minutes = (secs(to) - secs(from)).max(0) / 60;
        let hours = (minutes + 30) / 60;
        if minutes == 0 {
            return ("at once".to_owned(), Pace::Hours);
        }
        if minutes < MOST.0 {
            return (minutes.to_string() + " min", Pace::Hours);
        }
        if hours < MOST.1 {
            return (count(hours, "hour"), Pace::Hours);
        }
        return days_apart(from.date(), to.date(), (hours + 12) / 24);
    }
    match from.precision().max(to.precision()) {
        Precision::Second | Precision::Minute | Precision::Day => {
            days_apart(from.date(), to.date(), to.date().days() - from.date().days())
        }
        Precision::Month => match months(to.date()) - months(from.date()) {
            ..=0 => ("same month".to_owned(), Pace::Days),
            months => months_apart(months),
        },
        Precision::Year => match i64::from(to.date().year() - from.date().year()) {
            ..=0 => ("same year".to_owned(), Pace::Months),
            years => (count(years, "year"), Pace::Years),
        },
    }
}

fn days_apart(from: Date, to: Date, days: i64) -> (String, Pace) {
    match days {
        ..=0 => ("same day".to_owned(), Pace::Hours),
        1 => ("next day".to_owned(), Pace::Hours),
        _ if days < MOST.2 => (count(days, "day"), Pace::Days),
        _ => months_apart(months(to) - months(from) - i64::from(to.day() < from.day())),
    }
}

fn months_apart(months: i64) -> (String, Pace) {
    if months < MOST.3 {
        (count(months, "month"), Pace::Months)
    } else {
        (count(months / 12, "year"), Pace::Years)
    }
}

fn months(date: Date) -> i64 {
    i64::from(date.year()) * 12 + i64::from(date.month())
}

fn count(number: i64, unit: &str) -> String {
    number.to_string() + " " + unit + if number == 1 { "" } else { "s" }
}

/// The beginning of a date, or the end that is known.
pub(super) const fn first(date: Edtf) -> Option<Stamp> {
    match date.ends() {
        (Endpoint::On(stamp), _) | (_, Endpoint::On(stamp)) => Some(stamp),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cause: &str, answer: &str, words: &str, pace: Pace) {
        let date = |text| Edtf::parse(text).unwrap();
        assert_eq!(between(date(cause), date(answer)), (words.to_owned(), pace), "{cause} {answer}");
    }

    #[test]
    fn times_of_day_are_parted_by_minutes_and_hours_and_later_by_days() {
        check("2020-01-08T01:30+03:00", "2020-01-08T06:12+03:30", "4 hours", Pace::Hours);
        check("2020-01-08T01:30+03:00", "2020-01-08T02:10+03:00", "40 min", Pace::Hours);
        check("2020-01-08T01:30+03:00", "2020-01-07T17:30-05:00", "at once", Pace::Hours);
        check("2019-12-27T19:20+03:00", "2019-12-29T11:00-05:00", "2 days", Pace::Days);
        check("2020-01-03T00:47+03:00", "2020-01-08T01:30+03:00", "5 days", Pace::Days);
    }

    #[test]
    fn days_are_parted_by_days_and_later_by_months_and_years() {
        check("2020-01-03T00:47+03:00", "2020-01-03", "same day", Pace::Hours);
        check("2020-01-03T00:47+03:00", "2020-01-02", "same day", Pace::Hours);
        check("2019-12-31/2020-01-01", "2020-01-01", "next day", Pace::Hours);
        check("2020-01-03", "2020-01-08", "5 days", Pace::Days);
        check("2018-05-08", "2019-05-08", "12 months", Pace::Months);
        check("2018-05-08", "2019-05-07", "11 months", Pace::Months);
        check("2018-05-08", "2020-05-08", "2 years", Pace::Years);
    }

    #[test]
    fn coarser_dates_say_no_more_than_they_know() {
        check("2018-05", "2018-05-20", "same month", Pace::Days);
        check("2018-05-31", "2018-06", "1 month", Pace::Months);
        check("2018", "2018-05-31", "same year", Pace::Months);
        check("2018-12", "2019", "1 year", Pace::Years);
        check("2018-05~", "2018-09-01", "about 4 months", Pace::Months);
        check("../2018-05-01", "2018-05-04", "3 days", Pace::Days);
    }
}
