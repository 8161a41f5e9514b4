//! The CAMEO event codes with their values on the Goldstein scale, from `data/cameo.json`.
//!
//! Separate from the record because the standard's table is the same for every record.

use std::sync::LazyLock;

use serde::Deserialize;

use super::hint::Hint;

/// A row of the table.
#[derive(Debug, Deserialize)]
pub struct Code {
    /// Two to four digits as text: "010" and "10" are different codes.
    pub code: String,
    /// What the standard calls it.
    pub label: String,
    /// −10 (most hostile) to +10 (most cooperative).
    pub goldstein: f32,
}

#[derive(Deserialize)]
struct Table {
    codes: Vec<Code>,
}

static TABLE: LazyLock<Vec<Code>> = LazyLock::new(|| {
    let text = include_str!("../../../../data/cameo.json");
    #[expect(clippy::expect_used, reason = "the text is part of the program, and a test reads it")]
    let table: Table = serde_json::from_str(text).expect("data/cameo.json has the form of the table");
    table.codes
});

/// All codes, in the order of the standard.
#[must_use]
pub fn codes() -> &'static [Code] {
    &TABLE
}

/// The row of `code`, if the table has one.
#[must_use]
pub fn find(code: &str) -> Option<&'static Code> {
    codes().iter().find(|row| row.code == code)
}

/// The nearest code above one that is not in the table ("19" for "199"), or nothing.
#[must_use]
pub fn hint(code: &str) -> Hint {
    // Sheets take the zero away from its beginning.
    let root = find(&format!("0{code}")).or_else(|| code.get(..2).and_then(find));
    root.map_or_else(Hint::default, |row| Hint::at(&row.code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_every_code_once_below_a_root_and_on_the_scale() {
        assert_eq!(codes().len(), 312);
        for pair in codes().windows(2) {
            assert!(pair[0].code < pair[1].code, "{} before {}", pair[0].code, pair[1].code);
        }
        for row in codes() {
            assert!((-10.0..=10.0).contains(&row.goldstein), "{}", row.code);
            assert!(find(&row.code[..2]).is_some(), "{}", row.code);
            assert!(!row.label.is_empty());
        }
    }

    #[test]
    fn a_cyber_attack_has_the_value_of_its_root_and_fighting_the_lowest() {
        let value = |code| find(code).unwrap().goldstein;
        assert_eq!(value("176"), value("17"));
        assert_eq!((value("19"), value("01")), (-10.0, 0.0));
        assert!(find("1").is_none() && find("999").is_none());
    }
}
