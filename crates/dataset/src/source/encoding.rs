//! From the bytes of a file to its text, and from the messages of the JSON reader to ours.

use super::problem::Fault;

/// The text of a file in UTF-8, with or without a byte order mark.
pub fn text(bytes: &[u8]) -> Result<&str, Fault> {
    let wide = |reason: &str| Err(Fault::NotUtf8 { reason: reason.to_owned() });
    match bytes {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] | [_, 0, 0, 0, ..] | [0, 0, 0, ..] => {
            return wide("is written in UTF-32");
        }
        [b'P', b'K', 3 | 5, ..] | [0x1F, 0x8B, ..] => {
            return Err(Fault::NotReadable {
                reason: "it is a packed file (zip, xlsx, gzip), and no text".to_owned(),
            });
        }
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [0, _, ..] | [_, 0, ..] => return wide("is written in UTF-16"),
        _ => {}
    }
    let mut bytes = bytes;
    // Programs that do not see it write another before it.
    while let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        bytes = rest;
    }
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

/// What another kind of file it is that begins with `text`.
fn another_form(text: &str) -> Option<&'static str> {
    let line = text.lines().next().unwrap_or_default();
    let first: String = text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    match () {
        () if text.starts_with('<') => Some("this is HTML or XML"),
        () if text.starts_with("```") => Some("this is Markdown: take the lines with ``` out"),
        () if ["const", "let", "var", "export", "module", "window"].contains(&first.as_str()) => {
            Some("this is JavaScript: the file begins with { and ends with }")
        }
        () if text.starts_with("---") || !first.is_empty() && text[first.len()..].starts_with(':') => {
            Some("this is YAML")
        }
        () if line.matches([',', ';', '\t']).count() > 1 && !line.contains(['{', '[']) => {
            Some("this is a table (CSV)")
        }
        () => None,
    }
}

fn slip(text: &str, error: &serde_json::Error) -> String {
    let said = error.to_string().replace(&format!(" at line {} column {}", error.line(), error.column()), "");
    let line = text.lines().nth(error.line().saturating_sub(1)).unwrap_or_default();
    // The reader counts bytes, and stands on what it did not expect or behind it.
    let at = error.column().saturating_sub(1).min(line.len());
    let start = (0..=at).rev().find(|&at| line.is_char_boundary(at)).unwrap_or_default();
    let rest = line[start..].trim_start();
    let begins = |word: &str| {
        rest.get(..word.len()).is_some_and(|found| found.eq_ignore_ascii_case(word))
            && !rest[word.len()..].starts_with(|c: char| c.is_alphanumeric())
    };
    let is_first = text[..text.len() - text.trim_start().len()].lines().count().max(1) >= error.line()
        && error.column() < 3;
    let told = match said.as_str() {
        _ if is_first && let Some(other) = another_form(text.trim_start()) => other,
        said if said.starts_with("EOF") => {
            "the file ends before everything is closed: a \", ] or } is missing"
        }
        "trailing comma" => "a comma before } or ]",
        "trailing characters" => "something stands behind the end of the record",
        said if said.starts_with("control character") => {
            "a text goes on over the end of its line, or holds a tab: write it on one line, with spaces"
        }
        _ if rest.starts_with("//") || rest.starts_with("/*") || rest.starts_with('#') => {
            "JSON has no comments"
        }
        _ if ["NaN", "Infinity", "-Infinity", "-I"].iter().any(|word| rest.starts_with(word)) => {
            "no such number: NaN and Infinity are not in JSON"
        }
        _ if rest.starts_with(['\'', '“', '”', '„', '«', '‘', '’']) => {
            "texts and keys stand in straight double quotes, \""
        }
        _ if ["true", "false", "null"].into_iter().any(begins) => "true, false and null are written small",
        _ if ["none", "undefined", "nil"].into_iter().any(begins) => "no such value: leave the key out",
        "invalid number" => "a number begins with a digit other than 0, or is 0 itself",
        "expected value" if rest.starts_with(['+', '.']) => "a number begins with a digit or -",
        "expected `,` or `}`" | "expected `,` or `]`" => "a comma is missing here, or before it",
        "expected `:`" => "a : stands between a key and its value",
        "invalid escape" | "unexpected end of hex escape" | "lone leading surrogate in hex escape" => {
            "in a text \\ is written \\\\, and a letter stands as itself"
        }
        "key must be a string" => "a key in double quotes is wanted here",
        "expected value" => "a value is wanted here: a text in double quotes, a number, [ or {",
        _ => return said,
    };
    told.to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::check;

    fn told(text: &str) -> String {
        check("f", text).unwrap_err()[0].to_string()
    }

    #[test]
    fn another_kind_of_file_is_named() {
        for (text, wanted) in [
            ("<!doctype html><html>", "this is HTML or XML"),
            ("```json\n{}\n```", "this is Markdown: take the lines with ``` out"),
            ("export default {}", "this is JavaScript: the file begins with { and ends with }"),
            ("version: 1\nmeta:\n", "this is YAML"),
            ("---\nversion: 1\n", "this is YAML"),
            ("id,date,title\na,2020,x", "this is a table (CSV)"),
            ("", "the file is empty"),
        ] {
            assert!(told(text).ends_with(&format!("not JSON: {wanted}")), "{text}: {}", told(text));
        }
    }

    #[test]
    fn usual_slips_are_told_in_words() {
        for (text, wanted) in [
            ("{\"a\": True}", "true, false and null are written small"),
            ("{\"a\": undefined}", "no such value: leave the key out"),
            ("{\"a\": 01}", "a number begins with a digit other than 0, or is 0 itself"),
            ("{\"a\": +1}", "a number begins with a digit or -"),
            ("{\"a\": 1\n\"b\": 2}", "a comma is missing here, or before it"),
            ("{\"a\" = 1}", "a : stands between a key and its value"),
            ("{\"a\": \"\\x\"}", "in a text \\ is written \\\\, and a letter stands as itself"),
            ("{\"a\": \"\\ud800x\"}", "in a text \\ is written \\\\, and a letter stands as itself"),
        ] {
            assert!(told(text).ends_with(&format!("not JSON: {wanted}")), "{text}: {}", told(text));
        }
    }

    #[test]
    fn bytes_of_other_encodings_and_packed_files_are_named() {
        let told = |bytes: &[u8]| super::text(bytes).unwrap_err().to_string();
        assert_eq!(told(b"\xFF\xFE{\0"), "is written in UTF-16: save it as UTF-8");
        assert_eq!(told(b"{\0\"\0"), "is written in UTF-16: save it as UTF-8");
        assert_eq!(told(b"{\0\0\0"), "is written in UTF-32: save it as UTF-8");
        assert_eq!(told(b"PK\x03\x04"), "cannot be read: it is a packed file (zip, xlsx, gzip), and no text");
        assert!(told(b"{\n\"\xE9\"").starts_with("line 2 is not UTF-8"));
        assert_eq!(super::text(b"\xEF\xBB\xBF\xEF\xBB\xBF{}"), Ok("{}"));
    }
}
