//! Where characters without width belong: in the spelling of Persian and other scripts, in emoji,
//! and in right-to-left text.
//!
//! Separate from `text` because what is a trick in a Latin text is correct spelling elsewhere.

/// The non-joiner.
const ZWNJ: char = '\u{200C}';
/// The joiner.
const ZWJ: char = '\u{200D}';
/// Start of a left-to-right, right-to-left and first-strong isolate.
const ISOLATES: std::ops::RangeInclusive<char> = '\u{2066}'..='\u{2068}';
/// End of an isolate.
const ISOLATE_END: char = '\u{2069}';

/// Whether the character without width at `at` is part of how `text` is spelt: a non-joiner between letters
/// of a script whose letters join, a joiner behind one or within an emoji; and, in a text with right-to-left
/// letters, a mark of direction, or an isolate where all are closed. O(length) for marks of direction.
pub fn is_spelling(text: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| text.get(at)).copied();
    let behind = text.get(at + 1).copied();
    let both = |is: fn(char) -> bool| before.is_some_and(is) && behind.is_some_and(is);
    match text[at] {
        ZWNJ => both(joins),
        ZWJ => before.is_some_and(joins) || both(is_emoji),
        '\u{61C}' | '\u{200E}' | '\u{200F}' => text.iter().copied().any(is_right_to_left),
        c if ISOLATES.contains(&c) || c == ISOLATE_END => {
            text.iter().copied().any(is_right_to_left) && is_balanced(text)
        }
        _ => false,
    }
}

/// Whether letters of this one's script take another shape beside each other: Arabic to Mandaic, Indic
/// scripts, Burmese, Khmer, Mongolian.
const fn joins(c: char) -> bool {
    matches!(
        c,
        '\u{620}'..='\u{8FF}'
            | '\u{900}'..='\u{DFF}'
            | '\u{1000}'..='\u{109F}'
            | '\u{1780}'..='\u{18AF}'
            | '\u{FB50}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFC}'
    )
}

const fn is_emoji(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2BFF}' | '\u{FE0F}' | '\u{1F000}'..='\u{1FAFF}')
}

const fn is_right_to_left(c: char) -> bool {
    matches!(
        c,
        '\u{590}'..='\u{61B}'
            | '\u{61D}'..='\u{8FF}'
            | '\u{FB1D}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFC}'
            | '\u{10800}'..='\u{10FFF}'
            | '\u{1E800}'..='\u{1EFFF}'
    )
}

/// Whether each isolate is closed, and nothing is closed that is none.
fn is_balanced(text: &[char]) -> bool {
    let mut depth = 0_usize;
    for c in text {
        if ISOLATES.contains(c) {
            depth += 1;
        } else if *c == ISOLATE_END {
            let Some(less) = depth.checked_sub(1) else { return false };
            depth = less;
        }
    }
    depth == 0
}

#[cfg(test)]
mod tests {
    use super::super::text::faults;

    #[test]
    fn what_is_spelling_in_its_script_is_let_through() {
        for text in [
            "ایران می\u{200C}گوید موشک\u{200C}ها شلیک شد",
            "سپاه\u{200F} (IRGC)\u{200F}.",
            "ه\u{200D}.ش.",
            "क्\u{200D}ष",
            "👨\u{200D}👩\u{200D}👧",
            "\u{2068}سپاه\u{2069} said so",
            "https://fa.wikipedia.org/wiki/هواپیمای_می\u{200C}گوید",
        ] {
            assert_eq!(faults(text), [], "{text}");
        }
    }

    #[test]
    fn the_same_characters_are_tricks_elsewhere() {
        for text in [
            "pass\u{200C}word",
            "pass\u{200D}word",
            "ایران\u{200C}",
            "\u{200D}👧",
            "left\u{200F} alone",
            "\u{2068}سپاه said so",
            "سپاه\u{2069}\u{2068}",
            "سپاه \u{202E}so",
            "\u{2066}a\u{2069}",
        ] {
            assert!(!faults(text).is_empty(), "{text:?}");
        }
    }
}
