//! From columns to values.

use super::{COLUMN_END, TEXT_END};
use crate::civil::Date;
use crate::edtf::{Edtf, Endpoint, Stamp};
use crate::model::SourceIdx;

/// What is still to be read of each column.
pub(super) struct Reader {
    columns: Vec<&'static str>,
    /// How many sources have been named.
    num_sources: u16,
}

impl Reader {
    pub(super) fn new(text: &'static str) -> Self {
        Self { columns: text.split(COLUMN_END).collect(), num_sources: 0 }
    }

    /// The next number: a character, counted from U+0001, surrogates left out.
    pub(super) fn number(&mut self, column: usize) -> u16 {
        let Some(rest) = self.columns.get_mut(column) else { return 0 };
        let mut chars = rest.chars();
        let code = chars.next().map_or(1, u32::from);
        *rest = chars.as_str();
        let counted = if code < 0xD800 { code } else { code - 0x800 };
        u16::try_from(counted - 1).unwrap_or_default()
    }

    /// The next text.
    pub(super) fn text(&mut self, column: usize) -> &'static str {
        let Some(rest) = self.columns.get_mut(column) else { return "" };
        let (text, after) = rest.split_once(TEXT_END).unwrap_or((rest, ""));
        *rest = after;
        text
    }

    /// The next number with decimals.
    pub(super) fn decimal(&mut self, column: usize) -> f64 {
        decimal(self.text(column))
    }

    /// The next date; the first of the calendar for what is none.
    pub(super) fn date(&mut self, column: usize) -> Edtf {
        Edtf::parse(self.text(column)).unwrap_or(Edtf::single(Stamp::year(1)))
    }

    /// The next date that is a day.
    pub(super) fn day(&mut self, column: usize) -> Date {
        match self.date(column).ends() {
            (Endpoint::On(day), _) => day.date(),
            _ => Date::MIN,
        }
    }

    /// The next source: 0 is one not named before, otherwise how far back from the newest it is, counted from 1.
    pub(super) fn source(&mut self, column: usize) -> SourceIdx {
        let back = self.number(column);
        self.num_sources += u16::from(back == 0);
        SourceIdx(self.num_sources.saturating_sub(back.max(1)))
    }
}

/// Digits with at most one point. Exact below 2^53: the quotient of two whole numbers is rounded once, as a parser would.
fn decimal(text: &str) -> f64 {
    let (mut whole, mut unit) = (0_i64, 1_i64);
    let mut is_behind_point = false;
    for byte in text.bytes() {
        if byte == b'.' {
            is_behind_point = true;
        } else if byte.is_ascii_digit() {
            whole = whole.wrapping_mul(10).wrapping_add(i64::from(byte - b'0'));
            unit = if is_behind_point { unit.wrapping_mul(10) } else { unit };
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "a story's numbers have few digits")]
    let size = whole as f64 / unit as f64;
    if text.starts_with('-') { -size } else { size }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_what_a_parser_makes_of_them() {
        for text in ["0", "-0", "7", "33.26", "-9.2", "3.67", "0.1", "1000000000000", "123456.789"] {
            assert_eq!(decimal(text).to_bits(), text.parse::<f64>().unwrap().to_bits(), "{text}");
        }
    }

    #[test]
    fn numbers_are_characters_without_the_surrogates() {
        let mut reader = Reader::new("\u{1}\u{80}\u{D7FF}\u{E000}\u{10800}");
        let numbers: Vec<u16> = (0..6).map(|_| reader.number(0)).collect();
        assert_eq!(numbers, [0, 0x7F, 0xD7FE, 0xD7FF, 0xFFFF, 0]);
    }
}
