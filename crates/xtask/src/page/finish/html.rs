//! Writes texts as HTML and as JSON, so that nothing in a record can become markup.

/// `text` for HTML, inside an element or an attribute in double quotes.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// `text` as a JSON string that may stand in a `script` element: it holds no `<`.
pub fn json(text: &str) -> String {
    let mut json = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            '\n' => json.push_str("\\n"),
            '<' | '\0'..='\u{1f}' | '\u{2028}' | '\u{2029}' => {
                json.push_str(&format!("\\u{:04x}", u32::from(c)))
            }
            _ => json.push(c),
        }
    }
    json.push('"');
    json
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_cannot_become_markup() {
        assert_eq!(escaped("a <b> & \"c\""), "a &lt;b> &amp; &quot;c&quot;");
        assert_eq!(json("a \"b\\\" </script>\n\t"), r#""a \"b\\\" \u003c/script>\n\u0009""#);
    }
}
