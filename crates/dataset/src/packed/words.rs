//! Ids and web addresses, written with the help of the titles beside them:
//! most repeat some words of the title.
//!
//! In the short form, [`WORDS`] stands for the longest run of the title's words. It is followed by the number
//! of title words before the run and after it, and by what joins them. [`SCHEME`] stands for `https://`.

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

    proptest! {
        #[test]
        fn any_text_comes_back(
            text in "(https://)?[a-c_-]{0,20}|[ -~é]{0,40}",
            title in "[a-c ]{0,20}|[ -~é’]{0,40}",
        ) {
            prop_assert_eq!(long(&short(&text, &title), &title), text);
        }
    }
}
