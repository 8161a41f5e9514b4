//! From the bytes of a file to its text, and from the messages of the JSON reader to ours.

use super::problem::Fault;

/// The text of a file in UTF-8, with or without a byte order mark.
pub fn text(bytes: &[u8]) -> Result<&str, Fault> {
    let wide = |reason: &str| Err(Fault::NotUtf8 { reason: reason.to_owned() });
    match bytes {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [0, _, ..] | [_, 0, ..] => return wide("is written in UTF-16"),
        _ => {}
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let line = 1 + bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count();
        Fault::NotUtf8 { reason: format!("line {line} is not UTF-8 but perhaps Latin-1 or Windows-1252") }
    })
}

/// Why `text` is no JSON: what stands at that place, where it is a usual slip, else what the reader says.
pub fn fault(text: &str, error: &serde_json::Error) -> Fault {
    let (line, column) = (error.line(), error.column());
    let reason = if text.trim().is_empty() { "the file is empty".to_owned() } else { slip(text, error) };
    Fault::NotJson { line, column, reason }
}

fn slip(text: &str, error: &serde_json::Error) -> String {
    let said = error.to_string().replace(&format!(" at line {} column {}", error.line(), error.column()), "");
    let line = text.lines().nth(error.line().saturating_sub(1)).unwrap_or_default();
    // The reader counts bytes, and stands on what it did not expect or behind it.
    let at = error.column().saturating_sub(1).min(line.len());
    let start = (0..=at).rev().find(|&at| line.is_char_boundary(at)).unwrap_or_default();
    let rest = line[start..].trim_start();
    let told = match said.as_str() {
        said if said.starts_with("EOF") => "the file ends before everything is closed: a \", ] or } is missing",
        "trailing comma" => "a comma before } or ]",
        "trailing characters" => "something stands behind the end of the story",
        said if said.starts_with("control character") => {
            "a text goes on over the end of its line, or holds a tab: write it on one line, with spaces"
        }
        _ if rest.starts_with("//") || rest.starts_with("/*") || rest.starts_with('#') => "JSON has no comments",
        _ if ["NaN", "Infinity", "-Infinity", "-I"].iter().any(|word| rest.starts_with(word)) => {
            "no such number: NaN and Infinity are not in JSON"
        }
        _ if rest.starts_with(['\'', '“', '”', '„', '«', '‘', '’']) => {
            "texts and keys stand in straight double quotes, \""
        }
        "key must be a string" => "a key in double quotes is wanted here",
        "expected value" => "a value is wanted here: a text in double quotes, a number, [ or {",
        _ => return said,
    };
    told.to_owned()
}
