//! What is wrong with a date, said so that it helps: how to write it,
//! or which part of the standard is not supported.
//!
//! Separate from `edtf`, which comes into the page: only an editor needs this.

mod spellings;

use crate::civil::Date;
use crate::edtf::{Edtf, EdtfError};

const HIJRI: &str = "; a year of the Persian calendar is 621 or 622 more in the Gregorian one";

/// Why `text`, which was refused with `error`, is no date, and what to write.
pub fn reason(text: &str, error: EdtfError) -> String {
    let digits = with_plain_digits(text);
    if digits != text {
        let is_hijri = digits
            .get(..4)
            .and_then(|year| year.parse().ok())
            .is_some_and(|year: u16| (1200..1500).contains(&year));
        let calendar = if is_hijri { ", of the Gregorian calendar" } else { "" };
        return format!("digits are 0 to 9: write {}{calendar}", with_plain_signs(&digits));
    }
    let plain = with_plain_signs(text);
    if plain != text {
        return as_date(&plain).map_or_else(|| reason(&plain, error), |date| format!("write {date}"));
    }
    let advice = rewritten(text).or_else(|| spellings::of(text)).or_else(|| not_taken(text));
    advice.unwrap_or_else(|| error.to_string())
}

/// How a date that is written in another way is written here.
fn rewritten(text: &str) -> Option<String> {
    let right = |text: &str| Edtf::parse(text).ok().map(|_| text.to_owned());
    let write = |text: Option<String>| text.map(|text| format!("write {text}"));
    for sign in ['/', '.', '-'] {
        let parts: Vec<&str> = text.split(sign).collect();
        if let [a, b, c] = parts[..]
            && [a, b, c].iter().all(|part| is_digits(part) && part.len() <= 4)
        {
            if a.len() == 4 && (sign != '-' || b.len() < 2 || c.len() < 2) {
                let told = write(day(a, b, c))?;
                let is_hijri = a.parse().is_ok_and(|year: u16| (1200..1500).contains(&year));
                let calendar = if is_hijri { HIJRI } else { "" };
                return Some(told + calendar);
            }
            if c.len() == 4 && a.len() <= 2 {
                return match (day(c, b, a), day(c, a, b)) {
                    (Some(first), Some(second)) if first != second => Some(format!(
                        "looks like day/month/year or month/day/year: write {first} or {second}"
                    )),
                    (Some(only), _) => Some(format!("looks like day/month/year: write {only}")),
                    (None, Some(only)) => Some(format!("looks like month/day/year: write {only}")),
                    _ => None,
                };
            }
        }
    }
    if is_digits(text) && text.len() == 8 {
        return write(day(&text[..4], &text[4..6], &text[6..]));
    }
    if let Some((first, last)) = text.split_once('/')
        && (1..=5).contains(&last.len())
        && first.len() > last.len()
        && let Some(end) = right(&format!("{}{last}", &first.get(..first.len() - last.len())?))
        && Edtf::parse(first).is_ok()
    {
        return Some(format!("write both ends in full: {first}/{end}"));
    }
    if let Some((date, time)) = text.split_once(' ')
        && let Err(EdtfError::NoOffset) = Edtf::parse(&format!("{date}T{time}"))
    {
        return Some(format!(
            "write T between day and time, and the offset behind: {date}T{}+00:00",
            time.get(..5).unwrap_or(time)
        ));
    }
    if let Some((before, _)) = text.split_once("T24:00") {
        return Some(format!(
            "the end of a day is 00:00 of the next: write the day after {before} with T00:00"
        ));
    }
    let lower = text.to_lowercase();
    for word in ["circa ", "ca. ", "ca ", "c. ", "about ", "~"] {
        if let Some(date) = lower.strip_prefix(word).and_then(|rest| right(&format!("{rest}~"))) {
            return write(Some(date));
        }
    }
    for pair in ["?~", "~?"] {
        if let Some(date) = text.strip_suffix(pair).and_then(|rest| right(&format!("{rest}%"))) {
            return Some(format!("about and uncertain is one sign, %: write {date}"));
        }
    }
    for (word, end) in [("/open", "/.."), ("/unknown", "/"), ("/present", "/.."), ("/now", "/..")] {
        if let Some(date) =
            lower.strip_suffix(word).and_then(|rest| right(&format!("{}{end}", rest.to_uppercase())))
        {
            return write(Some(date));
        }
    }
    None
}

/// `text` where it is a date, or the date that is to be written instead.
fn as_date(text: &str) -> Option<String> {
    let written = match Edtf::parse(text) {
        Ok(_) => text.to_owned(),
        Err(error) => reason(text, error).strip_prefix("write ")?.to_owned(),
    };
    Edtf::parse(&written).ok().map(|_| written)
}

/// What the standard has and the record does not take.
fn not_taken(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.trim_end_matches(['~', '?', '%']).split('-').collect();
    if let [year, month] = parts[..]
        && year.len() == 4
        && is_digits(year)
        && month.parse().is_ok_and(|month: u8| (21..=41).contains(&month))
    {
        return Some(format!("a season is not taken: write its months, such as {year}-03/{year}-05"));
    }
    if let [decade, ..] = parts[..]
        && let Some(digits) = decade.strip_suffix('s').filter(|digits| digits.len() == 4 && is_digits(digits))
    {
        return Some(format!("write the years from first to last: {digits}/{}9", &digits[..3]));
    }
    let open = |c: char| matches!(c, 'X' | 'x' | 'u');
    if let [year, rest @ ..] = &parts[..]
        && parts.iter().any(|part| part.contains(open))
        && parts.iter().all(|part| part.chars().all(|c| c.is_ascii_digit() || open(c)))
        && year.len() == 4
    {
        let known = rest.iter().take_while(|part| is_digits(part));
        let instead = if is_digits(year) {
            std::iter::once(year).chain(known).copied().collect::<Vec<_>>().join("-")
        } else {
            format!("{}/{}", year.replace(open, "0"), year.replace(open, "9"))
        };
        return Some(format!("digits left open (X) are not taken: write {instead}"));
    }
    let year = text.trim_start_matches(['Y', 'y']);
    let is_long =
        year.split(['-', 'E']).next().is_some_and(|year| year.len() > 4 && year.len() < 8 && is_digits(year));
    if text.starts_with(['Y', 'y']) || (is_long && text.len() < 15) {
        return Some("years after 9999 are not taken".to_owned());
    }
    if text.strip_prefix('-').is_some_and(|year| year.starts_with(|c: char| c.is_ascii_digit()))
        || text.starts_with("0000")
    {
        return Some("years before 1 are not taken".to_owned());
    }
    if text.starts_with(['[', '{']) {
        return Some("sets of dates are not taken: write the earliest and the latest, from/to".to_owned());
    }
    if text.contains(['~', '?', '%']) && text.chars().all(|c| c.is_ascii_digit() || "-~?%".contains(c)) {
        return Some("~, ? and % stand at the end, for the whole date".to_owned());
    }
    None
}

/// The day of these texts, as it is written here.
fn day(year: &str, month: &str, day: &str) -> Option<String> {
    let [month, day]: [Option<u8>; 2] = [month, day].map(|part| part.parse().ok());
    Date::new(year.parse().ok()?, month?, day?).ok().map(|date| date.to_string())
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// `text` with the digits of Persian, Arabic, Devanagari and the wide ones as 0 to 9.
fn with_plain_digits(text: &str) -> String {
    let digit = |c: char| {
        let nth = ['\u{6F0}', '\u{660}', '\u{966}', '\u{FF10}']
            .iter()
            .find_map(|&zero| u32::from(c).checked_sub(zero.into()).filter(|nth| *nth < 10));
        nth.and_then(|nth| char::from_digit(nth, 10)).unwrap_or(c)
    };
    text.chars().map(digit).collect()
}

/// `text` with the strokes, spaces and colons of typesetters as those of a keyboard, and none around it.
fn with_plain_signs(text: &str) -> String {
    let sign = |c: char| match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE63}' | '\u{FF0D}' => '-',
        '\u{2044}' | '\u{2215}' | '\u{FF0F}' => '/',
        '\u{FF1A}' => ':',
        '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{3000}' => ' ',
        _ => c,
    };
    text.chars().map(sign).collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is wrong with dates as people and other programs write them.
    #[test]
    fn a_date_that_is_written_otherwise_is_told_how_to_write() {
        for (text, told) in [
            ("01/03/2020", "looks like day/month/year or month/day/year: write 2020-03-01 or 2020-01-03"),
            ("3/1/2020", "looks like day/month/year or month/day/year: write 2020-01-03 or 2020-03-01"),
            ("13.1.2020", "looks like day/month/year: write 2020-01-13"),
            ("1-13-2020", "looks like month/day/year: write 2020-01-13"),
            ("2020/01/03", "write 2020-01-03"),
            ("2020.1.3", "write 2020-01-03"),
            ("2020-1-3", "write 2020-01-03"),
            ("20200103", "write 2020-01-03"),
            ("1956-09-03/09", "write both ends in full: 1956-09-03/1956-09-09"),
            ("1956-09-30/10-02", "write both ends in full: 1956-09-30/1956-10-02"),
            (
                "2020-01-03 00:47",
                "write T between day and time, and the offset behind: 2020-01-03T00:47+00:00",
            ),
            (
                "2020-01-03T24:00Z",
                "the end of a day is 00:00 of the next: write the day after 2020-01-03 with T00:00",
            ),
            (
                "1985-04-12T24:00:00",
                "the end of a day is 00:00 of the next: write the day after 1985-04-12 with T00:00",
            ),
            ("c. 1956", "write 1956~"),
            ("~1956", "write 1956~"),
            ("2004-06?~", "about and uncertain is one sign, %: write 2004-06%"),
            ("2004-06/open", "write 2004-06/.."),
            ("2004-06/unknown", "write 2004-06/"),
            ("3 January 2020", "write 2020-01-03"),
            ("Jan 3, 2020", "write 2020-01-03"),
            ("Sept. 1956", "write 1956-09"),
            ("۲۰۲۰-۰۱-۰۳", "digits are 0 to 9: write 2020-01-03"),
            ("۱۳۹۸-۱۰-۱۳", "digits are 0 to 9: write 1398-10-13, of the Gregorian calendar"),
        ] {
            assert_eq!(reason(text, Edtf::parse(text).unwrap_err()), told, "{text}");
        }
    }

    #[test]
    fn what_the_standard_has_and_the_record_does_not_take_is_named() {
        for (text, told) in [
            ("2019-21", "a season is not taken: write its months, such as 2019-03/2019-05"),
            ("197X", "digits left open (X) are not taken: write 1970/1979"),
            ("19XX", "digits left open (X) are not taken: write 1900/1999"),
            ("2019-XX", "digits left open (X) are not taken: write 2019"),
            ("2004-06-XX", "digits left open (X) are not taken: write 2004-06"),
            ("1950s", "write the years from first to last: 1950/1959"),
            ("-0044", "years before 1 are not taken"),
            ("0000", "years before 1 are not taken"),
            ("10000", "years after 9999 are not taken"),
            ("Y170000002", "years after 9999 are not taken"),
            ("Y-17E7", "years after 9999 are not taken"),
            ("[1667,1668]", "sets of dates are not taken: write the earliest and the latest, from/to"),
            ("2004?-06", "~, ? and % stand at the end, for the whole date"),
        ] {
            assert_eq!(reason(text, Edtf::parse(text).unwrap_err()), told, "{text}");
        }
    }

    #[test]
    fn what_is_simply_wrong_keeps_its_reason() {
        for text in ["2020-13", "2020-02-30", "2020-01-03T22:30", "nonsense", "", "2018/2019/2020", "/"] {
            let error = Edtf::parse(text).unwrap_err();
            assert_eq!(reason(text, error), error.to_string(), "{text}");
        }
    }
}
