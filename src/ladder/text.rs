//! Breaks a text into lines of a width.

/// The words of `text` on lines of at most `width`, as `measure` has it;
/// a word that is too long by itself is broken.
pub(super) fn lines(text: &str, width: f64, measure: &dyn Fn(&str) -> f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        if let Some(line) = lines.last_mut() {
            let longer = [line, " ", word].concat();
            if measure(&longer) <= width {
                *line = longer;
                continue;
            }
        }
        let mut line = String::new();
        for letter in word.chars() {
            line.push(letter);
            if line.chars().nth(1).is_some() && measure(&line) > width {
                line.pop();
                lines.push(std::mem::replace(&mut line, letter.to_string()));
            }
        }
        lines.push(line);
    }
    lines
}
