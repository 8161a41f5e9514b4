//! Ids and web addresses, written with the help of the titles beside them:
//! most repeat some words of the title.
//!
//! In the short form, [`WORDS`] stands for the longest run of the title's words. It is followed by the number
//! of title words before the run and after it, and by what joins them. [`SCHEME`] stands for `https://`.
//!
//! The titles of sources whose addresses the chronology lends are written the other
//! way round, with the help of these.

use super::NUMBERS_FROM;

/// Announces words of the title.
const WORDS: char = '\u{3}';
/// The character for no words; the next one stands for one word, and so on.
const NO_WORDS: u32 = 0x20;
/// Stands for `https://`.
const SCHEME: char = '\u{4}';

/// The text that [`short`] wrote beside this title. O(n).
pub(super) fn long(short: &str, title: &str) -> String {
    let mut long = String::new();
    let mut chars = short.chars();
    while let Some(c) = chars.next() {
        match c {
            SCHEME => long += "https://",
            WORDS => {
                let mut number =
                    || chars.next().map_or(0, |c| u32::from(c).saturating_sub(NO_WORDS) as usize);
                let (before, behind) = (number(), number());
                let joint = chars.next().unwrap_or('-');
                let words = words(title);
                let run = words.get(before..words.len().saturating_sub(behind)).unwrap_or_default();
                for (at, word) in run.iter().enumerate() {
                    if at > 0 {
                        long.push(joint);
                    }
                    long += word;
                }
            }
            _ => long.push(c),
        }
    }
    long
}

/// A text, not longer, from which [`long`] makes `text`; `text` holds no control characters.
#[cfg(feature = "check")]
pub(super) fn short(text: &str, title: &str) -> String {
    let text = text.replace("https://", SCHEME.encode_utf8(&mut [0; 4]));
    let words = words(title);
    let runs = (0..words.len()).flat_map(|start| (start + 1..=words.len()).map(move |end| (start, end)));
    let written = runs
        .flat_map(|(start, end)| ["-", "_"].map(|joint| (start, end, joint, words[start..end].join(joint))));
    let found = written.filter(|(.., run)| text.contains(run.as_str())).max_by_key(|(.., run)| run.len());
    let repeating = found.map(|(start, end, joint, run)| {
        let number = |count: usize| {
            u32::try_from(count).ok().and_then(|count| char::from_u32(NO_WORDS + count)).unwrap_or(WORDS)
        };
        text.replacen(&run, &format!("{WORDS}{}{}{joint}", number(start), number(words.len() - end)), 1)
    });
    repeating.filter(|repeating| repeating.len() < text.len()).unwrap_or(text)
}

/// The words of a title as addresses write them: small letters and digits of ASCII, apostrophes left out.
fn words(title: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for c in title.chars() {
        if c.is_ascii_alphanumeric() {
            if let Some(word) = words.last_mut() {
                word.push(c.to_ascii_lowercase());
            }
        } else if !matches!(c, '\'' | '’') && words.last().is_some_and(|word| !word.is_empty()) {
            words.push(String::new());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Words that are written in capitals where they begin with one.
const CAPITALS: [&str; 11] = ["eu", "iaea", "idf", "irgc", "jcpoa", "nato", "opec", "uae", "uk", "un", "us"];
/// The most words of one run: for each there is a bit in a character, before the surrogates.
const MOST_WORDS: usize = 15;
/// A run must be longer than what stands for it, in bytes.
#[cfg(feature = "check")]
const LEAST_LEN: usize = 8;

/// The title that [`short_title`] wrote beside the address `url`. O(n).
pub(super) fn long_title(short: &str, url: &str) -> String {
    let mut long = String::new();
    let mut found = None;
    let mut chars = short.chars();
    while let Some(c) = chars.next() {
        if c != WORDS {
            long.push(c);
            continue;
        }
        let mut number = |from: u32| chars.next().map_or(0, |c| u32::from(c).saturating_sub(from));
        let (start, count) = (number(NO_WORDS) as usize, number(NO_WORDS) as usize);
        let mask = number(NUMBERS_FROM);
        let words = found.get_or_insert_with(|| words(url));
        for (nth, word) in words.iter().skip(start).take(count.min(MOST_WORDS)).enumerate() {
            if nth > 0 {
                long.push(' ');
            }
            long += &with_capital(word, mask >> nth & 1 > 0);
        }
    }
    long
}

/// `word` as titles have it, with a capital or without.
fn with_capital(word: &str, has_capital: bool) -> String {
    let mut word = word.to_owned();
    if has_capital {
        let len = if CAPITALS.contains(&word.as_str()) { word.len() } else { 1 };
        word[..len].make_ascii_uppercase();
    }
    word
}

/// A text from which [`long_title`] makes `title`; `title` holds no control characters. [`WORDS`] stands for
/// words that follow each other in the address, too; then come the number of words before them there, their
/// own number, and which have capitals.
#[cfg(feature = "check")]
pub(super) fn short_title(title: &str, url: &str) -> String {
    let known = words(url);
    let is_part = |c: char| c.is_ascii_alphanumeric();
    // Stretches of letters and digits, and what lies between.
    let mut pieces: Vec<String> = Vec::new();
    for c in title.chars() {
        match pieces.last_mut().filter(|piece| is_part(c) && piece.ends_with(is_part)) {
            Some(piece) => piece.push(c),
            None => pieces.push(c.into()),
        }
    }
    let fits = |piece: &str, word: &str| (piece == with_capital(word, true)) || piece == word;
    let run_at = |at: usize, start: usize| {
        let own = pieces[at..].iter().step_by(2).zip(&known[start..]);
        let gaps = std::iter::once(" ").chain(pieces[at..].iter().skip(1).step_by(2).map(String::as_str));
        own.zip(gaps)
            .take_while(|((piece, word), gap)| fits(piece, word) && *gap == " ")
            .count()
            .min(MOST_WORDS)
    };
    let mut short = String::new();
    let mut at = 0;
    while at < pieces.len() {
        let runs = (0..known.len()).map(|start| (run_at(at, start), start));
        let (count, start) =
            runs.max_by_key(|(count, start)| (*count, usize::MAX - start)).unwrap_or_default();
        let run = &pieces[at..(at + (2 * count).saturating_sub(1)).min(pieces.len())];
        if run.iter().map(String::len).sum::<usize>() < LEAST_LEN || start >= 0x1000 {
            short += &pieces[at];
            at += 1;
            continue;
        }
        let mask = run.iter().step_by(2).enumerate().filter(|(nth, piece)| **piece != known[start + nth]);
        let mask = mask.fold(0, |mask, (nth, _)| mask | 1 << nth);
        let letter = |number: u32| char::from_u32(number).unwrap_or_default();
        let counted = |count: usize| letter(NO_WORDS + u32::try_from(count).unwrap_or_default());
        short.extend([WORDS, counted(start), counted(count), letter(NUMBERS_FROM + mask)]);
        at += run.len();
    }
    short
}

#[cfg(all(test, feature = "check"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_words_of_the_title_are_written_by_their_places() {
        let check = |text, title, expected: &str| {
            assert_eq!(short(text, title), expected);
            assert_eq!(long(expected, title), text);
        };
        check(
            "https://a.org/iran-fires-on-two-bases-17",
            "Iran’s day: Iran fires on two bases",
            "\u{4}a.org/\u{3}\" --17",
        );
        check("http://a.org/wiki/al_asad", "Ain al Asad", "http://a.org/wiki/\u{3}! _");
        check("qasem-soleimani", "Qasem Soleimani", "\u{3}  -");
        check("nothing-of-it", "Something else", "nothing-of-it");
    }

    #[test]
    fn a_title_is_written_by_the_words_of_its_address() {
        let check = |title, url, expected: &str| {
            assert_eq!(short_title(title, url), expected);
            assert_eq!(long_title(expected, url), title);
        };
        check("US ends waivers for oil", "https://a.org/2019/us-ends-waivers-for-oil/", "\u{3}$%A");
        check(
            "Iran’s day: Trump Speaks of war.",
            "https://a.org/trump-speaks-of-war",
            "Iran’s day: \u{3}#$C.",
        );
        check("Something else", "https://a.org/1", "Something else");
    }

    proptest! {
        #[test]
        fn any_text_comes_back(
            text in "(https://)?[a-c_-]{0,20}|[ -~é]{0,40}",
            title in "[a-c ]{0,20}|[ -~é’]{0,40}",
        ) {
            prop_assert_eq!(long(&short(&text, &title), &title), text);
        }

        #[test]
        fn any_title_comes_back(
            title in "([A-C]?[a-c]{1,4}[ -]){0,30}|(US |Us |us |un |trumps |Trump's ){0,30}|[ -~é’]{0,40}",
            url in "https://[a-c-]{0,40}|https://(us-|un-|trump-|trumps-|s-){0,30}|[ -~é]{0,40}",
        ) {
            prop_assert_eq!(long_title(&short_title(&title, &url), &url), title);
        }
    }
}
