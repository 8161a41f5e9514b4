//! Numbers of many runs, and tables of them in Markdown.

/// The middle of `values`; of an even number the mean of the two; 0 of none.
pub fn median(values: &[f64]) -> f64 {
    quantile(values, 0.5)
}

/// The value below which `share` of `values` lie, between two of them in proportion; 0 of none.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "places among a few thousand values"
)]
pub fn quantile(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let Some(last) = sorted.len().checked_sub(1) else { return 0.0 };
    let at = share * last as f64;
    let (low, high) = (sorted[at.floor() as usize], sorted[at.ceil() as usize]);
    low + (high - low) * at.fract()
}

/// A table whose columns are as wide as their widest cell.
pub struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with these heads.
    pub fn new(heads: &[&str]) -> Self {
        Self { rows: vec![heads.iter().map(|&head| head.to_owned()).collect()] }
    }

    /// Adds a row.
    pub fn add(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }

    /// All of it as Markdown: first column to the left, all others to the right.
    pub fn text(&self) -> String {
        let num_columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let width = |column: usize| {
            self.rows
                .iter()
                .filter_map(|row| row.get(column))
                .map(|cell| cell.chars().count())
                .max()
                .unwrap_or(0)
        };
        let widths: Vec<usize> = (0..num_columns).map(|column| width(column).max(3)).collect();
        let mut text = String::new();
        for (index, row) in self.rows.iter().enumerate() {
            for (column, &width) in widths.iter().enumerate() {
                let cell = row.get(column).map_or("", String::as_str);
                text +=
                    &if column == 0 { format!("| {cell:<width$} |") } else { format!(" {cell:>width$} |") };
            }
            text.push('\n');
            if index == 0 {
                let rule = |(column, &width): (usize, &usize)| match column {
                    0 => format!("| {} |", "-".repeat(width)),
                    _ => format!(" {}: |", "-".repeat(width - 1)),
                };
                text.extend(widths.iter().enumerate().map(rule));
                text.push('\n');
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_lie_between_their_neighbours() {
        let values = [4.0, 1.0, 3.0, 2.0];
        assert!((median(&values) - 2.5).abs() < 1e-12);
        assert!((quantile(&values, 1.0) - 4.0).abs() < 1e-12);
        assert!((quantile(&values, 0.0) - 1.0).abs() < 1e-12);
        assert!((quantile(&values, 0.95) - 3.85).abs() < 1e-12);
        assert!(median(&[]).abs() < 1e-12);
    }

    #[test]
    fn a_table_is_aligned() {
        let mut table = Table::new(&["what", "ms"]);
        table.add(vec!["a step".to_owned(), "1.25".to_owned()]);
        assert_eq!(table.text(), "| what   |   ms |\n| ------ | ---: |\n| a step | 1.25 |\n");
    }
}
