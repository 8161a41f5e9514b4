//! From columns to values.

use super::{COLUMN_END, LATE, LESS_THAN, NUMBERS_FROM, TEXT_END};
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
    /// Of the first part and of the second, which may be empty: then there is nothing in its columns.
    pub(super) fn new(first: &'static str, rest: &'static str) -> Self {
        let (mut first, mut rest) = (first.split(COLUMN_END), rest.split(COLUMN_END));
        let late = LATE.iter().copied().flatten();
        let columns = late
            .map(|&is_late| if is_late { rest.next() } else { first.next() }.unwrap_or_default())
            .collect();
        Self { columns, num_sources: 0 }
    }

    /// The next number: see [`super::NUMBERS_FROM`].
    pub(super) fn number(&mut self, column: usize) -> u32 {
        let Some(rest) = self.columns.get_mut(column) else { return 0 };
        let mut chars = rest.chars();
        let code = chars.next().map_or(NUMBERS_FROM, u32::from);
        *rest = chars.as_str();
        let counted = if code < 0xD800 { code } else { code - 0x800 };
        counted.saturating_sub(NUMBERS_FROM)
    }

    /// The next number, of 16 bits; 0 for more.
    pub(super) fn short_number(&mut self, column: usize) -> u16 {
        u16::try_from(self.number(column)).unwrap_or_default()
    }

    /// The next text.
    pub(super) fn text(&mut self, column: usize) -> &'static str {
        let Some(rest) = self.columns.get_mut(column) else { return "" };
        let (text, after) = rest.split_once(TEXT_END).unwrap_or((rest, ""));
        *rest = after;
        if text.contains(LESS_THAN) { text.replace(LESS_THAN, "<").leak() } else { text }
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

    /// The next source: 0 is one not named before, otherwise how far back
    /// from the newest it is, counted from 1.
    pub(super) fn source(&mut self, column: usize) -> SourceIdx {
        let back = self.short_number(column);
        self.num_sources += u16::from(back == 0);
        SourceIdx(self.num_sources.saturating_sub(back.max(1)))
    }
}

/// Digits with at most one point. Exact below 2^53: the quotient
/// of two whole numbers is rounded once, as a parser would.
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
    #[expect(clippy::cast_precision_loss, reason = "a record's numbers have few digits")]
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
        let mut reader = Reader::new("@\u{80}\u{D7FF}\u{E000}\u{10840}\u{10FFFF}", "");
        let numbers: Vec<u32> = (0..7).map(|_| reader.number(0)).collect();
        assert_eq!(numbers, [0, 0x40, 0xD7BF, 0xD7C0, 0x1_0000, 0x10_F7BF, 0]);
    }
}
