//! Short names for what the wasm imports from its script.
//!
//! wasm-bindgen ends each of some 150 names with a hash of 16 digits, once in the wasm and once in the
//! script, and no compression makes them smaller. Only the parts of the wasm and the script use the names, so
//! all of them get short ones.

use std::collections::BTreeMap;
use std::convert::Infallible;

use wasm_encoder::ImportSection;
use wasm_encoder::reencode::{Error, Reencode};
use wasmparser::{ImportSectionReader, Parser};

use crate::machine::run::Outcome;

/// What every name of wasm-bindgen's begins with.
const PREFIX: &str = "__wb";

/// The parts of the wasm and the script with short names.
///
/// # Errors
/// One line where a part is no wasm, or a name does not stand in the script.
pub fn shortened(parts: &[Vec<u8>], script: &str) -> Outcome<(Vec<Vec<u8>>, String)> {
    let mut names = Names::default();
    let parts = parts
        .iter()
        .map(|part| {
            let mut short = wasm_encoder::Module::new();
            let read = names.parse_core_module(&mut short, Parser::new(0), part);
            read.map(|()| short.finish()).map_err(|error| format!("the wasm cannot be read: {error}"))
        })
        .collect::<Outcome<_>>()?;
    Ok((parts, in_script(script, &names.0)?))
}

/// The short name of each long one that has been met.
#[derive(Default)]
struct Names(BTreeMap<String, String>);

impl Reencode for Names {
    type Error = Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader,
    ) -> Result<(), Error<Infallible>> {
        for import in section.into_imports() {
            let import = import?;
            let ty = self.entity_type(import.ty)?;
            let short = format!("_{:x}", self.0.len());
            let name = if import.name.starts_with(PREFIX) {
                self.0.entry(import.name.to_owned()).or_insert(short).as_str()
            } else {
                import.name
            };
            imports.import(import.module, name, ty);
        }
        Ok(())
    }
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

#[cfg(test)]
mod tests {
    use wasm_encoder::{EntityType, Module, TypeSection};

    use super::*;

    /// A module that imports the functions `names`.
    fn module(names: &[&str]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        for name in names {
            imports.import("./x_bg.js", name, EntityType::Function(0));
        }
        Module::new().section(&types).section(&imports).clone().finish()
    }

    #[test]
    fn names_are_short_in_all_files_and_all_else_stays() {
        let script = "f({__wbg_a_1: 1, __wbg_a_12: 2, x__wbg_a_1: 3, __wbindgen_y: 4}); g.__wbg_a_1()";
        let parts = [module(&["__wbg_a_1", "other"]), module(&["__wbg_a_12", "__wbg_a_1"])];
        let (parts, script) = shortened(&parts, script).unwrap();
        assert_eq!(script, "f({_0: 1, _1: 2, x__wbg_a_1: 3, __wbindgen_y: 4}); g._0()");
        assert_eq!(parts, [module(&["_0", "other"]), module(&["_1", "_0"])]);
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        assert_eq!(
            shortened(&[module(&["__wbg_a"])], "nothing").unwrap_err(),
            "the script does not have __wbg_a, which the wasm imports"
        );
        assert!(shortened(&[module(&["__wbg_a"])[..20].to_vec()], "__wbg_a").is_err());
    }
}
