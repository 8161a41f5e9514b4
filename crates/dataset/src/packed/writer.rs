//! From values to columns. The page does not need it.

use super::{COLUMN_END, LESS_THAN, NUMBERS_FROM, TEXT_END};
use crate::model::SourceIdx;

/// What has been written of each column.
pub(super) struct Writer {
    /// Each with whether it stands in the second part.
    columns: Vec<(bool, String)>,
    num_sources: u16,
}

impl Writer {
    /// For columns of which these stand in the second part.
    pub(super) fn new(late: &[bool]) -> Self {
        Self { columns: late.iter().map(|&is_late| (is_late, String::new())).collect(), num_sources: 0 }
    }

    pub(super) fn number(&mut self, column: usize, number: u32) {
        let code = number + NUMBERS_FROM;
        let code = if code < 0xD800 { code } else { code + 0x800 };
        self.columns[column].1.extend(char::from_u32(code));
    }

    pub(super) fn text(&mut self, column: usize, text: &str) {
        debug_assert!(
            !text.contains([COLUMN_END, TEXT_END, LESS_THAN]),
            "the check refuses control characters"
        );
        self.columns[column].1 += &text.replace('<', &LESS_THAN.to_string());
        self.columns[column].1.push(TEXT_END);
    }

    /// A source; they are numbered in the order in which they are first written.
    pub(super) fn source(&mut self, column: usize, source: SourceIdx) {
        debug_assert!(source.0 <= self.num_sources, "source {} before {}", source.0, self.num_sources);
        let back = self.num_sources - source.0;
        self.num_sources += u16::from(back == 0);
        self.number(column, back.into());
    }

    /// The first part and the second.
    pub(super) fn finish(self) -> (String, String) {
        let part = |wanted: bool| {
            let columns = self.columns.iter().filter(|(is_late, _)| *is_late == wanted);
            columns.map(|(_, column)| column.as_str()).collect::<Vec<_>>().join(&COLUMN_END.to_string())
        };
        (part(false), part(true))
    }
}
