//! Texts in addresses: what may stand in one as it is, names with commas, and what is shown of a wrong value.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

/// The most of a wrong value that is shown back to the reader, in characters.
const SHOWN_CHARS: usize = 40;

/// What words and names must not hold as they are: what ends a pair or a fragment, what browsers change, and
/// brackets, at which other programs end a link.
const UNSAFE: AsciiSet = CONTROLS
    .add(b' ')
    .add(b'(')
    .add(b')')
    .add(b'%')
    .add(b'&')
    .add(b'#')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'`');

/// A comma within a name, where commas part names. Twice, since programs on the way may wrap or unwrap `%2C`.
pub(super) const COMMA: &str = ",,";

/// Stands for such a comma until the list is parted; no name holds it.
pub(super) const MARK: char = '\0';

/// `text` as it may stand in a pair.
pub(super) fn safe(text: &str) -> String {
    utf8_percent_encode(text, &UNSAFE).to_string()
}

/// The value of a pair as it was before the address wrapped it.
pub fn plain(value: &str) -> Cow<'_, str> {
    percent_decode_str(value).decode_utf8_lossy()
}

/// Names with commas between them, with [`MARK`] for each comma within a name.
pub(super) fn marked(names: &str) -> String {
    let mut marked = String::new();
    for letter in names.chars() {
        let is_second = letter == ',' && marked.ends_with(',') && marked.pop().is_some();
        marked.push(if is_second { MARK } else { letter });
    }
    marked
}

/// Texts with commas between them; nothing for none.
pub(super) fn joined<'a>(texts: impl Iterator<Item = &'a str>) -> Option<String> {
    let texts: Vec<&str> = texts.collect();
    (!texts.is_empty()).then(|| texts.join(","))
}

/// A wrong value as it may be shown: cut, and without characters that would disturb the line.
pub(super) fn shown(value: &str) -> String {
    let clean = |c| if disturbs(c) { '\u{fffd}' } else { c };
    let mut text: String = value.chars().take(SHOWN_CHARS).map(clean).collect();
    if value.chars().nth(SHOWN_CHARS).is_some() {
        text.push('…');
    }
    text
}

/// Whether a character controls, breaks or turns the line around it, or stands in it unseen.
fn disturbs(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{206f}' | '\u{feff}')
}
