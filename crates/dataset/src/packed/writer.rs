//! From values to columns. The page does not need it.

use super::{COLUMN_END, LESS_THAN, NUMBERS_FROM, TEXT_END};
use crate::model::SourceIdx;

/// What has been written of each column.
pub(super) struct Writer {
    columns: Vec<String>,
    num_sources: u16,
}

impl Writer {
    pub(super) fn new(num_columns: usize) -> Self {
        Self { columns: vec![String::new(); num_columns], num_sources: 0 }
    }

    pub(super) fn number(&mut self, column: usize, number: u32) {
        let code = number + NUMBERS_FROM;
        let code = if code < 0xD800 { code } else { code + 0x800 };
        self.columns[column].extend(char::from_u32(code));
    }

    pub(super) fn text(&mut self, column: usize, text: &str) {
        debug_assert!(!text.contains([COLUMN_END, TEXT_END, LESS_THAN]), "the check refuses control characters");
        self.columns[column] += &text.replace('<', &LESS_THAN.to_string());
        self.columns[column].push(TEXT_END);
    }

    /// A source; they are numbered in the order in which they are first written.
    pub(super) fn source(&mut self, column: usize, source: SourceIdx) {
        debug_assert!(source.0 <= self.num_sources, "source {} before {}", source.0, self.num_sources);
        let back = self.num_sources - source.0;
        self.num_sources += u16::from(back == 0);
        self.number(column, back.into());
    }

    pub(super) fn finish(self) -> String {
        self.columns.join(&COLUMN_END.to_string())
    }
}
