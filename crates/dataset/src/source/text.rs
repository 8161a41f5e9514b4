//! What no text may hold.

use super::problem::Fault;
use super::spelling;

/// The longest text, in characters, where the form names no limit of its own.
pub const LONGEST: usize = 600;

/// Characters that change or hide how a text reads: bidirectional controls and those without width.
///
/// Let through, they could show a reader another text than the one that was checked. Some of them are
/// spelling in other scripts: [`spelling::is_spelling`] knows where.
const TRICKY: [(char, char, &str); 10] = [
    ('\u{AD}', '\u{AD}', "soft hyphen"),
    ('\u{61C}', '\u{61C}', "bidirectional mark"),
    ('\u{200B}', '\u{200D}', "zero-width character"),
    ('\u{200E}', '\u{200F}', "bidirectional mark"),
    ('\u{2028}', '\u{2029}', "line separator"),
    ('\u{202A}', '\u{202E}', "bidirectional override"),
    ('\u{2060}', '\u{2064}', "zero-width character"),
    ('\u{2066}', '\u{2069}', "bidirectional isolate"),
    ('\u{FEFF}', '\u{FEFF}', "byte order mark"),
    ('\u{FFFD}', '\u{FFFD}', "mark of a broken encoding"),
];

/// All that is wrong with `text` as such; every bad character once.
#[must_use]
pub fn faults(text: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    if text.trim().is_empty() {
        faults.push(Fault::EmptyText);
    } else if text.trim() != text {
        faults.push(Fault::SpaceAround);
    }
    let chars: Vec<char> = text.chars().collect();
    let places = chars.iter().enumerate().filter(|&(at, _)| !spelling::is_spelling(&chars, at));
    let mut bad: Vec<_> = places.filter_map(|(_, &c)| Some((c, name_of_bad(c)?))).collect();
    bad.sort_unstable();
    bad.dedup();
    faults.extend(bad.into_iter().map(|(character, name)| Fault::BadCharacter { character, name }));
    faults.extend(tag(text).map(|tag| Fault::Markup { tag }));
    faults
}

fn name_of_bad(c: char) -> Option<&'static str> {
    match c {
        '\n' | '\r' => return Some("line break"),
        '\t' => return Some("tab"),
        _ if c.is_control() => return Some("control character"),
        _ => {}
    }
    TRICKY.iter().find(|(first, last, _)| (*first..=*last).contains(&c)).map(|(_, _, name)| *name)
}

/// The first thing that looks like a tag: `<` with a letter or `/` behind it,
/// up to `>` or a dozen characters.
fn tag(text: &str) -> Option<String> {
    let start = text.match_indices('<').map(|(start, _)| start).find(|start| {
        let next = text[start + 1..].chars().next();
        next.is_some_and(|c| c.is_ascii_alphabetic() || c == '/')
    })?;
    let tag: String = text[start..].chars().take(12).collect();
    Some(tag.split_inclusive('>').next().unwrap_or_default().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_with_its_usual_marks_is_fine() {
        for text in ["Iran’s “crushing” reply – 22 missiles, 60%, < 3 h, 5<6", "متن", "é", "a [b] (c) & d"]
        {
            assert_eq!(faults(text), [], "{text}");
        }
    }

    #[test]
    fn each_bad_thing_is_named_once() {
        let texts: Vec<_> =
            faults(" a\u{202E}b\u{202E}\u{7}<b>c</b>").iter().map(ToString::to_string).collect();
        assert_eq!(
            texts,
            [
                "white space before or after the text",
                "character U+0007 (control character) is not allowed in text",
                "character U+202E (bidirectional override) is not allowed in text",
                r#"looks like markup: "<b>" (texts are plain)"#,
            ]
        );
    }
}
