//! The record's dates in English, as precisely as they are known and no more.

use dataset::civil::{Date, DateTime};
use dataset::edtf::{Edtf, Endpoint, Precision, Qualifier, Stamp};
use dataset::units::UtcOffset;

use super::clock_name;

/// How much room a text may take.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Long,
    Short,
}

/// A date in full, on its own clock: with weekday and clock where they are known.
///
/// `Tuesday, 8 May 2018`, `Friday, 3 January 2020, 00:47 (UTC+3)`, `May 2018`, `about May 2019`,
/// `May 2019 (uncertain)`, `13–15 June 2019`, `31 December 2019 – 1 January 2020`, `since June 2014`,
/// `from May 2019 to an unknown date`.
#[must_use]
pub fn long(date: Edtf) -> String {
    phrase(date, Style::Long)
}

/// A date where room is short: no weekday, no clock, short months.
///
/// `8 May 2018`, `3 Jan 2020, 00:47`, `about Sep 2019`, `May 2019 (?)`, `13–15 Jun 2019`, `since Jun 2014`.
#[must_use]
pub fn short(date: Edtf) -> String {
    phrase(date, Style::Short)
}

/// A day in full, without its weekday: `3 January 2020`.
#[must_use]
pub fn day(date: Date) -> String {
    date_words(date, Precision::Day, Style::Long)
}

/// The month in which a date begins, as far as it is known: `Jan 2020`, `1953`.
#[must_use]
pub fn month(date: Edtf) -> String {
    let ((Endpoint::On(stamp), _) | (_, Endpoint::On(stamp))) = date.ends() else { return String::new() };
    date_words(stamp.date(), stamp.precision().max(Precision::Month), Style::Short)
}

/// The year in which a date begins.
#[must_use]
pub fn year(date: Edtf) -> String {
    let ((Endpoint::On(stamp), _) | (_, Endpoint::On(stamp))) = date.ends() else { return String::new() };
    date_words(stamp.date(), Precision::Year, Style::Short)
}

fn phrase(date: Edtf, style: Style) -> String {
    match date.ends() {
        (Endpoint::On(start), Endpoint::On(end)) if start == end => single(start, style),
        (Endpoint::On(start), Endpoint::On(end)) => between(start, end, style),
        (Endpoint::On(start), Endpoint::Open) => format!("since {}", plain(start, style)),
        (Endpoint::Open, Endpoint::On(end)) => format!("until {}", plain(end, style)),
        (start, end) => {
            let words = |end| {
                if let Endpoint::On(stamp) = end { plain(stamp, style) } else { "an unknown date".to_owned() }
            };
            format!("from {} to {}", words(start), words(end))
        }
    }
}

/// A date or time by itself: the long style adds the weekday.
fn single(stamp: Stamp, style: Style) -> String {
    let has_weekday =
        style == Style::Long && stamp.precision() <= Precision::Day && stamp.qualifier() == Qualifier::Exact;
    let weekday = if has_weekday { stamp.date().weekday().name() } else { "" };
    format!("{weekday}{}{}", if has_weekday { ", " } else { "" }, plain(stamp, style))
}

/// A date or time as part of a phrase.
fn plain(stamp: Stamp, style: Style) -> String {
    let words = date_words(stamp.date(), stamp.precision(), style);
    if let (Some(at), Some(offset)) = (stamp.time(), stamp.offset()) {
        return format!("{words}, {}{}", time_of_day(at), clock_note(offset, style));
    }
    let doubt = if style == Style::Long { "(uncertain)" } else { "(?)" };
    match stamp.qualifier() {
        Qualifier::Exact => words,
        Qualifier::Approximate => format!("about {words}"),
        Qualifier::Uncertain => format!("{words} {doubt}"),
        Qualifier::Both => format!("about {words} {doubt}"),
    }
}

fn between(start: Stamp, end: Stamp, style: Style) -> String {
    if start.qualifier() != Qualifier::Exact || end.qualifier() != Qualifier::Exact {
        return format!("from {} to {}", plain(start, style), plain(end, style));
    }
    match (start.time(), end.time(), start.offset(), end.offset()) {
        (Some(from), Some(to), Some(clock), Some(other)) if clock == other => {
            time_range(from, to, clock, style)
        }
        (None, None, ..) if start.precision() == end.precision() => {
            date_range(start.date(), end.date(), start.precision(), style)
        }
        _ => format!("{} – {}", plain(start, style), plain(end, style)),
    }
}

/// Two times on one clock; their day is said once if it is one.
pub(super) fn time_range(from: DateTime, to: DateTime, clock: UtcOffset, style: Style) -> String {
    let day = |at: DateTime| date_words(at.date(), Precision::Day, style);
    let (start, end, note) = (time_of_day(from), time_of_day(to), clock_note(clock, style));
    if from.date() == to.date() {
        format!("{}, {start}–{end}{note}", day(from))
    } else {
        format!("{}, {start} – {}, {end}{note}", day(from), day(to))
    }
}

/// Two days, months or years; what they share is said once.
pub(super) fn date_range(from: Date, to: Date, precision: Precision, style: Style) -> String {
    let words = |date| date_words(date, precision, style);
    let is_same_year = from.year() == to.year();
    let is_same_month = is_same_year && from.month() == to.month();
    match precision {
        Precision::Year if is_same_year => words(to),
        Precision::Year => format!("{}–{}", from.year(), to.year()),
        Precision::Month if is_same_month => words(to),
        Precision::Month if is_same_year => format!("{}–{}", month_name(from, style), words(to)),
        _ if from == to => words(to),
        Precision::Month => format!("{} – {}", words(from), words(to)),
        _ if is_same_month => format!("{}–{}", from.day(), words(to)),
        _ if is_same_year => format!("{} {} – {}", from.day(), month_name(from, style), words(to)),
        _ => format!("{} – {}", words(from), words(to)),
    }
}

fn date_words(date: Date, precision: Precision, style: Style) -> String {
    match precision {
        Precision::Year => date.year().to_string(),
        Precision::Month => format!("{} {}", month_name(date, style), date.year()),
        Precision::Day | Precision::Minute | Precision::Second => {
            format!("{} {} {}", date.day(), month_name(date, style), date.year())
        }
    }
}

fn month_name(date: Date, style: Style) -> &'static str {
    if style == Style::Long { date.month_name() } else { short_name(date.month_name()) }
}

/// A month or weekday in three letters.
#[must_use]
pub fn short_name(name: &str) -> &str {
    name.get(..3).unwrap_or(name)
}

/// `00:47`, or `00:47:30` where there are seconds.
fn time_of_day(at: DateTime) -> String {
    match at.second() {
        0 => format!("{:02}:{:02}", at.hour(), at.minute()),
        second => format!("{:02}:{:02}:{second:02}", at.hour(), at.minute()),
    }
}

fn clock_note(offset: UtcOffset, style: Style) -> String {
    if style == Style::Long { format!(" ({})", clock_name(offset)) } else { String::new() }
}

/// What is not known about a date, in a few words; `None` for a time, which is known to the minute.
#[must_use]
pub fn precision_note(date: Edtf) -> Option<&'static str> {
    let ends = [date.ends().0, date.ends().1];
    let has = |wanted: Qualifier| {
        let is_wanted = |qualifier: Qualifier| [wanted, Qualifier::Both].contains(&qualifier);
        ends.iter().any(|end| matches!(end, Endpoint::On(stamp) if is_wanted(stamp.qualifier())))
    };
    let is_one_date = ends[0] == ends[1] || ends.iter().any(|end| !matches!(end, Endpoint::On(_)));
    match (has(Qualifier::Approximate), has(Qualifier::Uncertain), date.precision()) {
        (true, true, _) => Some("approximate and uncertain"),
        (true, false, _) => Some("approximate"),
        (false, true, _) => Some("uncertain"),
        (false, false, Precision::Second | Precision::Minute) => None,
        (false, false, Precision::Day) => {
            Some(if is_one_date { "day known, time not" } else { "days known, times not" })
        }
        (false, false, Precision::Month) => {
            Some(if is_one_date { "month known, day not" } else { "months known, days not" })
        }
        (false, false, Precision::Year) => {
            Some(if is_one_date { "year known, month not" } else { "years known, months not" })
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
    fn a_date_is_told_as_precisely_as_it_is_known() {
        let check = |text, in_long: &str, in_short: &str| {
            assert_eq!((long(edtf(text)).as_str(), short(edtf(text)).as_str()), (in_long, in_short))
        };
        check("2020-01-03T00:47+03:00", "Friday, 3 January 2020, 00:47 (UTC+3)", "3 Jan 2020, 00:47");
        check("2020-01-03T00:47:30Z", "Friday, 3 January 2020, 00:47:30 (UTC)", "3 Jan 2020, 00:47:30");
        check("2018-05-08", "Tuesday, 8 May 2018", "8 May 2018");
        check("2018-09", "September 2018", "Sep 2018");
        check("2018", "2018", "2018");
        check("2019-05~", "about May 2019", "about May 2019");
        check("2019-05?", "May 2019 (uncertain)", "May 2019 (?)");
        check("2019-05-08%", "about 8 May 2019 (uncertain)", "about 8 May 2019 (?)");
    }

    #[test]
    fn a_day_has_no_weekday_of_its_own() {
        assert_eq!(day(Date::new(2020, 1, 3).unwrap()), "3 January 2020");
    }

    #[test]
    fn an_interval_says_once_what_its_ends_share() {
        let check = |text, in_long: &str, in_short: &str| {
            assert_eq!((long(edtf(text)).as_str(), short(edtf(text)).as_str()), (in_long, in_short))
        };
        check("2019-06-13/2019-06-15", "13–15 June 2019", "13–15 Jun 2019");
        check("2019-04-27/2019-05-03", "27 April – 3 May 2019", "27 Apr – 3 May 2019");
        check("2019-12-31/2020-01-01", "31 December 2019 – 1 January 2020", "31 Dec 2019 – 1 Jan 2020");
        check("2019-06-13/2020-06-13", "13 June 2019 – 13 June 2020", "13 Jun 2019 – 13 Jun 2020");
        check("2019-06-13/2019-06-13", "Thursday, 13 June 2019", "13 Jun 2019");
        check("2019-05/2019-09", "May–September 2019", "May–Sep 2019");
        check("2019-09/2020-09", "September 2019 – September 2020", "Sep 2019 – Sep 2020");
        check("2018/2020", "2018–2020", "2018–2020");
        check("2019-06/2019-09-14", "June 2019 – 14 September 2019", "Jun 2019 – 14 Sep 2019");
        check(
            "2020-01-08T01:34+03:00/2020-01-08T01:45+03:00",
            "8 January 2020, 01:34–01:45 (UTC+3)",
            "8 Jan 2020, 01:34–01:45",
        );
        check(
            "2020-01-02T23:50Z/2020-01-03T00:10Z",
            "2 January 2020, 23:50 – 3 January 2020, 00:10 (UTC)",
            "2 Jan 2020, 23:50 – 3 Jan 2020, 00:10",
        );
        check(
            "2020-01-03T00:47+03:00/2020-01-03T01:00Z",
            "3 January 2020, 00:47 (UTC+3) – 3 January 2020, 01:00 (UTC)",
            "3 Jan 2020, 00:47 – 3 Jan 2020, 01:00",
        );
        check("2019-05~/2019-06", "from about May 2019 to June 2019", "from about May 2019 to Jun 2019");
    }

    #[test]
    fn an_end_that_is_open_or_unknown_is_told_as_such() {
        let check = |text, expected| assert_eq!(long(edtf(text)), expected);
        check("2014-06/..", "since June 2014");
        check("2014-06~/..", "since about June 2014");
        check("../2020-01-03", "until 3 January 2020");
        check("2014-06/", "from June 2014 to an unknown date");
        check("/2014-06", "from an unknown date to June 2014");
    }

    #[test]
    fn a_note_says_what_is_not_known() {
        let check = |text, expected| assert_eq!(precision_note(edtf(text)), expected, "{text}");
        check("2020-01-03T00:47+03:00", None);
        check("2018-05-08", Some("day known, time not"));
        check("2018-05", Some("month known, day not"));
        check("2018", Some("year known, month not"));
        check("2014-06/..", Some("month known, day not"));
        check("2019-06-13/2019-06-15", Some("days known, times not"));
        check("2019-05~", Some("approximate"));
        check("2019-05?/2019-06", Some("uncertain"));
        check("2019-05?/2019-06~", Some("approximate and uncertain"));
    }
}
