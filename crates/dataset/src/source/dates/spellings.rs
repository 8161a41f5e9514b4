//! Dates as sheets, programs and languages write them: what to write instead.

use super::{day, is_digits};
use crate::civil::{DAY_SECS, Date, MONTH_NAMES};
use crate::edtf::{Edtf, EdtfError};

/// A sheet counts days from here.
const SHEET_DAYS: i64 = -25_569;
/// The days that such a number is taken for: from 1954 to 2119.
const OF_A_SHEET: std::ops::RangeInclusive<i64> = 20_000..=79_999;

/// The months that seasons are about.
const SEASONS: [(&str, &str, &str); 5] = [
    ("spring", "03", "05"),
    ("summer", "06", "08"),
    ("autumn", "09", "11"),
    ("fall", "09", "11"),
    ("winter", "01", "02"),
];

/// What to write instead of `text`, which is no date; nothing where it is none in any of these ways.
pub fn of(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let ways = [numbers, east_asian, times, parts_of_years, ranges, in_words];
    ways.iter().find_map(|way| way(text, &lower))
}

fn write(date: &str) -> Option<String> {
    Edtf::parse(date).ok().map(|_| format!("write {date}"))
}

/// Numbers that count, and those without what parts them.
fn numbers(text: &str, _: &str) -> Option<String> {
    let day_of =
        |days: i64| (Date::MIN.days()..=Date::MAX.days()).contains(&days).then(|| Date::from_days(days));
    if is_digits(text) {
        let number: i64 = text.parse().ok()?;
        return match text.len() {
            10 => Some(format!("looks like seconds since 1970: write {}", day_of(number / DAY_SECS)?)),
            13 => Some(format!(
                "looks like milliseconds since 1970: write {}",
                day_of(number / 1000 / DAY_SECS)?
            )),
            5 if OF_A_SHEET.contains(&number) => Some(format!(
                "looks like the number of a day in a sheet: write {}",
                day_of(number + SHEET_DAYS)?
            )),
            6 => write(&format!("{}-{}", &text[..4], &text[4..])),
            _ => None,
        };
    }
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    match parts[..] {
        [year, nth] if year.len() == 4 && nth.len() == 3 && is_digits(year) && is_digits(nth) => {
            let first = Date::new(year.parse().ok()?, 1, 1).ok()?;
            Some(format!(
                "days of a year are not counted: write {}",
                day_of(first.days() + nth.parse::<i64>().ok()? - 1)?
            ))
        }
        [month, year] if year.len() == 4 && month.len() <= 2 && is_digits(year) && is_digits(month) => {
            write(&format!("{year}-{month:0>2}"))
        }
        [from, to] if from.len() == 4 && to.len() == 4 && is_digits(from) && is_digits(to) => {
            write(&format!("{from}/{to}"))
        }
        [a, b, c] if [a, b, c].iter().all(|part| is_digits(part) && part.len() <= 2) => {
            Some("a year has four digits: write YYYY-MM-DD".to_owned())
        }
        [year, week, ref rest @ ..] if week.starts_with('W') && rest.len() < 2 => {
            let (year, week): (i32, i64) =
                (year.parse().ok()?, week[1..].parse().ok().filter(|week| (1..54).contains(week))?);
            // The first week is that of 4 January, and 1970 began on a Thursday.
            let fourth = Date::new(year, 1, 4).ok()?.days();
            let monday = fourth - (fourth + 3).rem_euclid(7) + 7 * (week - 1);
            let written = match rest.first() {
                Some(nth) => {
                    day_of(monday + nth.parse::<i64>().ok().filter(|nth| (1..8).contains(nth))? - 1)?
                        .to_string()
                }
                None => format!("{}/{}", day_of(monday)?, day_of(monday + 6)?),
            };
            Some(format!("weeks are not taken: write {written}"))
        }
        _ => None,
    }
}

/// "2020年1月3日".
fn east_asian(text: &str, _: &str) -> Option<String> {
    let parts: Vec<&str> = text
        .split(['年', '月', '日', '년', '월', '일'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    match parts[..] {
        _ if !text.contains(['年', '년']) => None,
        [year] => write(year),
        [year, month] => write(&format!("{year}-{month:0>2}")),
        [year, month, nth] => write(&day(year, month, nth)?),
        _ => None,
    }
}

/// A day with a time that is written in another way.
fn times(text: &str, lower: &str) -> Option<String> {
    let (date, time) = text.split_once(['T', 't', ' '])?;
    let date = if is_digits(date) && date.len() == 8 {
        day(&date[..4], &date[4..6], &date[6..])?
    } else {
        date.to_owned()
    };
    Edtf::parse(&date).ok().filter(|_| date.len() == 10)?;
    let is_half = |half: &str| lower.ends_with(half) || lower.ends_with(&half.replace('m', ".m."));
    if is_half("am") || is_half("pm") {
        let digits: Vec<u8> =
            time.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect();
        let (hour, minute) = (
            digits.first()? % 12 + if is_half("pm") { 12 } else { 0 },
            digits.get(1).copied().unwrap_or_default(),
        );
        return Some(format!(
            "a day has 24 hours, and a time its offset from UTC: write {date}T{hour:02}:{minute:02}+00:00"
        ));
    }
    let (clock, zone) =
        time.split_at(time.find(|c: char| c.is_alphabetic() || "+- ".contains(c)).unwrap_or(time.len()));
    let (clock, fraction) = clock.split_once(['.', ',']).unwrap_or((clock, ""));
    let clock = match clock.len() {
        4 if is_digits(clock) => format!("{}:{}", &clock[..2], &clock[2..]),
        6 if is_digits(clock) => format!("{}:{}:{}", &clock[..2], &clock[2..4], &clock[4..]),
        4 | 7 if clock.as_bytes().get(1) == Some(&b':') => format!("0{clock}"),
        _ => clock.to_owned(),
    };
    let zone = zone.trim();
    let offset = match zone.len() {
        1 if zone.eq_ignore_ascii_case("z") => "Z".to_owned(),
        3 if zone.starts_with(['+', '-']) => format!("{zone}:00"),
        5 if is_digits(&zone[1..]) => format!("{}:{}", &zone[..3], &zone[3..]),
        _ if ["utc", "gmt"].contains(&zone.to_lowercase().as_str()) => "Z".to_owned(),
        _ => zone.to_owned(),
    };
    let whole = format!("{date}T{clock}{offset}");
    match Edtf::parse(&whole) {
        Ok(_) if !fraction.is_empty() => Some(format!("parts of a second are not taken: write {whole}")),
        Ok(_) => Some(format!("write {whole}")),
        Err(EdtfError::NoOffset) if whole != text => {
            Some(format!("a time needs its offset from UTC, such as +03:00 or Z: write {whole}+00:00"))
        }
        Err(EdtfError::Offset | EdtfError::Form)
            if !zone.is_empty() && zone.chars().all(|c| c.is_alphabetic() || "/_".contains(c)) =>
        {
            Some(format!(
                "clocks have no names here: write the offset from UTC, such as {date}T{clock}+03:00"
            ))
        }
        Err(_) => None,
    }
}

/// Quarters, seasons, the begin and end of a year.
fn parts_of_years(_: &str, lower: &str) -> Option<String> {
    let parts: Vec<&str> =
        lower.split([' ', '-', '/']).filter(|part| !part.is_empty() && *part != "of").collect();
    let joined = parts.concat();
    if let Some((year, quarter)) = joined
        .split_once('q')
        .map(|(a, b)| if a.is_empty() && b.len() > 1 { (&b[1..], &b[..1]) } else { (a, b) })
        && let Ok(quarter @ 1..=4) = quarter.parse::<u8>()
    {
        return write(&format!("{year}-{:02}/{year}-{:02}", 3 * quarter - 2, 3 * quarter));
    }
    let [word, year] = parts[..] else { return None };
    let (word, year) = if is_digits(word) { (year, word) } else { (word, year) };
    Edtf::parse(year).ok()?;
    if let Some((_, first, last)) = SEASONS.iter().find(|(name, ..)| *name == word) {
        return Some(format!(
            "a season is not taken: write its months, such as {year}-{first}/{year}-{last}"
        ));
    }
    match word {
        "early" => write(&format!("{year}-01/{year}-04")),
        "mid" | "middle" => write(&format!("{year}-05/{year}-08")),
        "late" | "end" => write(&format!("{year}-09/{year}-12")),
        "since" | "from" | "after" => write(&format!("{year}/..")),
        "until" | "till" | "before" | "to" => write(&format!("../{year}")),
        _ => None,
    }
}

/// From one date to another, with words or strokes between them.
fn ranges(text: &str, lower: &str) -> Option<String> {
    let inner = lower
        .strip_prefix("between ")
        .or_else(|| lower.strip_prefix("from "))
        .map_or(text, |rest| &text[text.len() - rest.len()..]);
    for between in [" - ", " to ", " until ", " till ", " through ", " and ", "..", "--", " / "] {
        if let Some((from, to)) = inner.split_once(between) {
            let end = |text: &str| super::as_date(text.trim());
            if let (Some(from), Some(to)) = (end(from), end(to)) {
                return write(&format!("{from}/{to}"));
            }
        }
    }
    None
}

/// A day with its month in words: "3 January 2020", "Jan 3rd, 2020", "2020-Jan-03"; and days that pass.
fn in_words(_: &str, lower: &str) -> Option<String> {
    if [
        "now",
        "today",
        "present",
        "yesterday",
        "tomorrow",
        "heute",
        "jetzt",
        "tbd",
        "tba",
        "unknown",
        "n/a",
        "?",
    ]
    .contains(&lower)
    {
        return Some("write the day itself, or as much of it as is known".to_owned());
    }
    let is_weekday = |word: &str| word.len() >= 3 && WEEKDAYS.iter().any(|name| name.starts_with(word));
    let bare = |word: &str| {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let ending = &word[digits.len()..];
        if is_digits(digits) && ["st", "nd", "rd", "th"].contains(&ending) {
            digits.to_owned()
        } else {
            word.to_owned()
        }
    };
    let parts = lower
        .split([' ', ',', '.', '-', '/'])
        .filter(|part| !part.is_empty() && *part != "of" && !is_weekday(part));
    let parts: Vec<String> = parts.map(bare).collect();
    let month = |word: &str| {
        let fits = |name: &str| {
            word.len() >= 3 && name.to_lowercase().starts_with(word) || word == "sept" && name == "September"
        };
        MONTH_NAMES.iter().position(|name| fits(name)).map(|at| (at + 1).to_string())
    };
    let named = parts.iter().position(|part| month(part).is_some())?;
    let number = month(&parts[named])?;
    let mut others = parts.iter().enumerate().filter(|(at, _)| *at != named).map(|(_, part)| part);
    let (years, days): (Vec<&String>, Vec<&String>) = others.by_ref().partition(|part| part.len() == 4);
    match (&years[..], &days[..]) {
        ([year], []) => write(&format!("{year}-{number:0>2}")),
        ([year], [nth]) => write(&day(year, &number, nth)?),
        ([year], [first, last]) => {
            write(&format!("{}/{}", day(year, &number, first)?, day(year, &number, last)?))
        }
        _ => None,
    }
}

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

#[cfg(test)]
mod tests {
    use super::super::reason;
    use super::*;

    #[test]
    fn dates_as_sheets_programs_and_languages_write_them_are_told_how_to_write() {
        for (text, told) in [
            ("12/2020", "write 2020-12"),
            ("1.2020", "write 2020-01"),
            ("202001", "write 2020-01"),
            ("2020-2021", "write 2020/2021"),
            ("1578009600", "looks like seconds since 1970: write 2020-01-03"),
            ("1578009600000", "looks like milliseconds since 1970: write 2020-01-03"),
            ("43833", "looks like the number of a day in a sheet: write 2020-01-03"),
            ("2020-003", "days of a year are not counted: write 2020-01-03"),
            ("2020-W01-5", "weeks are not taken: write 2020-01-03"),
            ("2020-W01", "weeks are not taken: write 2019-12-30/2020-01-05"),
            ("20-01-03", "a year has four digits: write YYYY-MM-DD"),
            ("1/3/20", "a year has four digits: write YYYY-MM-DD"),
            ("2020年1月3日", "write 2020-01-03"),
            ("2020년 1월", "write 2020-01"),
            ("2020-01-03T12:00:00.000Z", "parts of a second are not taken: write 2020-01-03T12:00:00Z"),
            ("2020-01-03T1200Z", "write 2020-01-03T12:00Z"),
            ("20200103T004700Z", "write 2020-01-03T00:47:00Z"),
            ("2020-01-03T12:00+0300", "write 2020-01-03T12:00+03:00"),
            ("2020-01-03T12:00+03", "write 2020-01-03T12:00+03:00"),
            ("2020-01-03 12:00+03:00", "write 2020-01-03T12:00+03:00"),
            ("2020-01-03 12:00 UTC", "write 2020-01-03T12:00Z"),
            ("2020-01-03t12:00z", "write 2020-01-03T12:00Z"),
            ("2020-01-03T9:05Z", "write 2020-01-03T09:05Z"),
            (
                "2020-01-03 3:05 pm",
                "a day has 24 hours, and a time its offset from UTC: write 2020-01-03T15:05+00:00",
            ),
            (
                "2020-01-03T12:00 EST",
                "clocks have no names here: write the offset from UTC, such as 2020-01-03T12:00+03:00",
            ),
            ("Q1 2020", "write 2020-01/2020-03"),
            ("2020-Q4", "write 2020-10/2020-12"),
            ("spring 2020", "a season is not taken: write its months, such as 2020-03/2020-05"),
            ("late 2019", "write 2019-09/2019-12"),
            ("since 2019", "write 2019/.."),
            ("until 2019", "write ../2019"),
            ("2020-01-03 - 2020-01-05", "write 2020-01-03/2020-01-05"),
            ("2020-01-03 – 2020-01-05", "write 2020-01-03/2020-01-05"),
            ("2020-01-03 to 2020-01-05", "write 2020-01-03/2020-01-05"),
            ("between 2019 and 2020", "write 2019/2020"),
            ("3 January 2020 – 5 January 2020", "write 2020-01-03/2020-01-05"),
            ("3–5 January 2020", "write 2020-01-03/2020-01-05"),
            ("today", "write the day itself, or as much of it as is known"),
            ("2020 January", "write 2020-01"),
            ("2020-Jan-03", "write 2020-01-03"),
            ("03-Jan-2020", "write 2020-01-03"),
            ("January 3rd, 2020", "write 2020-01-03"),
            ("Friday, 3 January 2020", "write 2020-01-03"),
            (
                "the 3rd of January 2020",
                "a date is written YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDThh:mm+hh:mm",
            ),
            ("2020‑01‑03", "write 2020-01-03"),
            ("２０２０－０１－０３", "digits are 0 to 9: write 2020-01-03"),
            (" 2020-01-03", "write 2020-01-03"),
            (
                "1398/10/13",
                "write 1398-10-13; a year of the Persian calendar is 621 or 622 more in the Gregorian one",
            ),
        ] {
            assert_eq!(reason(text, Edtf::parse(text).unwrap_err()), told, "{text}");
        }
    }
}
