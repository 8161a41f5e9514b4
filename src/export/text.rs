//! How texts, numbers and names are written in files for other programs.

use dataset::model::{Dataset, Source};

/// A number as programs read it: at most six decimals, no trailing zeros, never "-0";
/// "0" for what is no number.
///
/// ```
/// use brink::export::text::number;
/// let written = [-12.5, 1.7e9, 33.262_5].map(number);
/// assert_eq!(written, ["-12.5", "1700000000", "33.2625"]);
/// ```
#[must_use]
pub fn number(value: f64) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "`as` saturates, and NaN becomes 0")]
    let millionths = (value * 1e6).round() as i64;
    let mut text = String::from(if millionths < 0 { "-" } else { "" });
    let millionths = millionths.unsigned_abs();
    text += &(millionths / 1_000_000).to_string();
    let mut rest = millionths % 1_000_000;
    if rest > 0 {
        text.push('.');
    }
    while rest > 0 {
        rest *= 10;
        // One digit: the rest was below a million.
        text.push(char::from(b'0' + u8::try_from(rest / 1_000_000).unwrap_or_default()));
        rest %= 1_000_000;
    }
    text
}

/// `text` with what `escape` gives in place of the characters for which it gives something.
#[must_use]
pub fn escaped(text: &str, escape: fn(char) -> Option<&'static str>) -> String {
    let mut written = String::new();
    for c in text.chars() {
        match escape(c) {
            Some(other) => written += other,
            None => written.push(c),
        }
    }
    written
}

/// For the value of an attribute of HTML in double quotes.
#[must_use]
pub fn html(c: char) -> Option<&'static str> {
    Some(match c {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        _ => return None,
    })
}

/// Ids of the record's sources, by index, the same in every export: the file's own are not in the page.
#[must_use]
pub fn source_ids(data: &Dataset) -> Vec<String> {
    let base = |source: &Source| {
        let mut name = source.publisher.to_owned();
        if let Some(date) = source.date {
            name.push(' ');
            name += &date.to_string();
        }
        kebab(&name)
    };
    unique(data.sources.iter().map(base).collect())
}

/// Ids of the record's places, by index, the same in every export.
#[must_use]
pub fn place_ids(data: &Dataset) -> Vec<String> {
    unique(data.places.iter().map(|place| kebab(place.name)).collect())
}

/// `name` as words of small letters and digits with single hyphens between them; "x" where it has none.
fn kebab(name: &str) -> String {
    let mut id = String::new();
    for c in name.chars() {
        if c.is_ascii_alphanumeric() {
            id.push(c.to_ascii_lowercase());
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    if id.ends_with('-') {
        id.pop();
    }
    if id.is_empty() {
        id.push('x');
    }
    id
}

/// The same names, later ones with a number where an earlier one is called so. O(n²):
/// some ten thousand short comparisons for hundreds.
fn unique(mut ids: Vec<String>) -> Vec<String> {
    for at in 1..ids.len() {
        let (before, here) = ids.split_at_mut(at);
        let Some(id) = here.first_mut() else { break };
        let len = id.len();
        let mut nth = 1;
        while before.contains(id) {
            nth += 1;
            id.truncate(len);
            id.push('-');
            *id += &nth.to_string();
        }
    }
    ids
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_name_becomes_words_with_hyphens() {
        for (name, id) in [
            ("ABC News (excerpt at MDAA) 2019-05~", "abc-news-excerpt-at-mdaa-2019-05"),
            ("État", "tat"),
            ("متن", "x"),
        ] {
            assert_eq!(kebab(name), id);
        }
    }

    proptest! {
        #[test]
        fn ids_are_unique_and_kebab(names in proptest::collection::vec("[aA 12()é-]{0,4}", 0..30)) {
            let ids = unique(names.iter().map(|name| kebab(name)).collect());
            prop_assert_eq!(ids.len(), names.len());
            for (at, id) in ids.iter().enumerate() {
                prop_assert!(!ids[..at].contains(id), "{:?}", &ids);
                let is_word = |word: &str| {
                    !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
                };
                prop_assert!(id.split('-').all(is_word), "{}", id);
            }
        }

        #[test]
        fn a_number_of_six_decimals_comes_back_exactly(
            millionths in -180_000_000_000_000_i64..180_000_000_000_000,
        ) {
            #[expect(clippy::cast_precision_loss, reason = "below 2^53")]
            let value = millionths as f64 / 1e6;
            let written = number(value);
            prop_assert_eq!(written.parse::<f64>().unwrap(), value);
            prop_assert!(!written.contains('.') || !written.ends_with(['0', '.']), "{}", written);
        }
    }

    #[test]
    fn what_is_no_number_is_nought() {
        assert_eq!((number(f64::NAN), number(-0.0), number(-1e-9)), ("0".into(), "0".into(), "0".into()));
    }
}
