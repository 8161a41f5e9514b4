//! Short names for what the wasm imports from its script.
//!
//! wasm-bindgen ends each of some 150 names with a hash of 16 digits, once in the wasm and once in the
//! script, and no compression makes them smaller. Only these two files use the names, so both get short ones.
//! The wasm is read as the core specification lays it out (5.5, binary modules): sections of an id, a length
//! and contents; section 2 holds the imports.

use std::collections::BTreeMap;

use crate::machine::run::Outcome;

/// What every name of wasm-bindgen's begins with.
const PREFIX: &str = "__wb";
/// The section of a wasm file that holds the imports.
const IMPORT_SECTION: u8 = 2;
/// The two words that a wasm file begins with.
const HEADER_LEN: usize = 8;

/// Both files with short names.
///
/// # Errors
/// One line where the wasm is not laid out as the specification says, or a name does not stand in the script.
pub fn shortened(wasm: &[u8], script: &str) -> Outcome<(Vec<u8>, String)> {
    let mut names = BTreeMap::new();
    let mut short_wasm = wasm.get(..HEADER_LEN).ok_or("the wasm file has no header")?.to_vec();
    let mut rest = Bytes(&wasm[HEADER_LEN..]);
    while !rest.0.is_empty() {
        let id = rest.byte()?;
        let len = rest.number()?;
        let contents = rest.take(len)?;
        let contents = if id == IMPORT_SECTION { renamed(contents, &mut names)? } else { contents.to_vec() };
        short_wasm.push(id);
        put_number(&mut short_wasm, contents.len());
        short_wasm.extend(contents);
    }
    Ok((short_wasm, in_script(script, &names)?))
}

/// The section with new names, which are added to `names`.
fn renamed(section: &[u8], names: &mut BTreeMap<String, String>) -> Outcome<Vec<u8>> {
    let mut rest = Bytes(section);
    let count = rest.number()?;
    let mut out = Vec::new();
    put_number(&mut out, count);
    for _ in 0..count {
        let module = rest.name()?;
        let name = rest.name()?;
        put_name(&mut out, module);
        if name.starts_with(PREFIX) {
            let short = format!("_{:x}", names.len());
            put_name(&mut out, names.entry(name.to_owned()).or_insert(short));
        } else {
            put_name(&mut out, name);
        }
        // What is imported: of all that wasm-bindgen imports, functions (kind 0)
        // with the number of their type.
        let kind = rest.byte()?;
        if kind != 0 {
            return Err(format!("the wasm file imports {name}, which is no function"));
        }
        out.push(kind);
        put_number(&mut out, rest.number()?);
    }
    Ok(out)
}

/// The script with each name as `names` has it; what only begins with a name is another one.
fn in_script(script: &str, names: &BTreeMap<String, String>) -> Outcome<String> {
    let mut missing: Vec<&str> = names.keys().map(String::as_str).collect();
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut out = String::new();
    let mut rest = script;
    while let Some(start) = rest.find(PREFIX) {
        let end = rest[start..].find(|c| !is_part(c)).map_or(rest.len(), |len| start + len);
        let word = &rest[start..end];
        out += &rest[..start];
        match names.get(word) {
            Some(short) if !out.ends_with(is_part) => {
                missing.retain(|name| *name != word);
                out += short;
            }
            _ => out += word,
        }
        rest = &rest[end..];
    }
    match missing.first() {
        Some(name) => Err(format!("the script does not have {name}, which the wasm imports")),
        None => Ok(out + rest),
    }
}

/// What is still to be read.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, len: usize) -> Outcome<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(len).ok_or("the wasm file ends too early")?;
        self.0 = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Outcome<u8> {
        Ok(self.take(1)?[0])
    }

    /// An unsigned number in LEB128.
    fn number(&mut self) -> Outcome<usize> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7F) << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err("the wasm file has a number that is too long".to_owned())
    }

    fn name(&mut self) -> Outcome<&'a str> {
        let len = self.number()?;
        std::str::from_utf8(self.take(len)?).map_err(|error| error.to_string())
    }
}

#[expect(clippy::cast_possible_truncation, reason = "seven bits at a time")]
fn put_number(out: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        out.push((number & 0x7F) as u8 | 0x80);
        number >>= 7;
    }
    out.push((number & 0x7F) as u8);
}

fn put_name(out: &mut Vec<u8>, name: &str) {
    put_number(out, name.len());
    out.extend(name.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module that imports the functions `names`, with one type before
    /// and a custom section after the imports.
    fn module(names: &[&str]) -> Vec<u8> {
        let mut section = Vec::new();
        put_number(&mut section, names.len());
        for name in names {
            put_name(&mut section, "./x_bg.js");
            put_name(&mut section, name);
            section.extend([0, 0]);
        }
        let mut wasm = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02".to_vec();
        put_number(&mut wasm, section.len());
        wasm.extend(section);
        wasm.extend(b"\0\x02\x01x");
        wasm
    }

    #[test]
    fn names_are_short_in_both_files_and_all_else_stays() {
        let script = "f({__wbg_a_1: 1, __wbg_a_12: 2, x__wbg_a_1: 3, __wbindgen_y: 4}); g.__wbg_a_1()";
        let (wasm, script) = shortened(&module(&["__wbg_a_1", "other", "__wbg_a_12"]), script).unwrap();
        assert_eq!(script, "f({_0: 1, _1: 2, x__wbg_a_1: 3, __wbindgen_y: 4}); g._0()");
        assert_eq!(wasm, module(&["_0", "other", "_1"]));
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        assert_eq!(
            shortened(&module(&["__wbg_a"]), "nothing").unwrap_err(),
            "the script does not have __wbg_a, which the wasm imports"
        );
        let whole = module(&["__wbg_a"]);
        for len in 0..whole.len() {
            let _ = shortened(&whole[..len], "__wbg_a");
        }
        assert!(shortened(&whole[..20], "__wbg_a").is_err());
    }
}
