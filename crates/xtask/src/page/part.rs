//! Parts the wasm in two: what the first picture and hands need, and what is asked for later.
//!
//! A function that comes late leaves a stub behind where the first part, its script or the table refers to
//! it. The stub calls an import that sees to the late part, then the function through the table, into which
//! the late part has put it. Both parts share the memory, the tables and the globals.

mod cold;
mod first;
mod late;
mod module;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use self::cold::List;
use self::first::First;
use self::late::Late;
use self::module::{Module, index, unreadable};
use crate::machine::run::Outcome;

/// Whence wasm-bindgen's wasm imports what is in its script.
const GLUE: &str = "./brink_bg.js";
/// What the first part imports from there beside: it sees to the late part.
const LATE: &str = "late";
/// Whence the late part imports what is in the first.
const FIRST: &str = "first";
/// The names by which it does. Functions are `_0` and so on.
const MEMORY: &str = "m";
const TABLE: &str = "t";
const GLOBAL: &str = "g";

/// The two parts.
pub struct Parts {
    pub first: Vec<u8>,
    pub late: Vec<u8>,
}

/// Parts `wasm`, which has names of functions, as the list of what is cold tells.
///
/// # Errors
/// One line where the wasm has another form than expected.
pub fn parted(wasm: &[u8]) -> Outcome<Parts> {
    let module = Module::read(wasm)?;
    of(&module, &cold::functions(&module, &List::read(cold::LIST)))
}

/// Parts `module` so that the functions `cold` come late.
fn of(module: &Module, cold: &BTreeSet<u32>) -> Outcome<Parts> {
    let slots = slots(module, cold);
    let called = cold.iter().flat_map(|function| module.calls_of(*function));
    let lent: BTreeMap<u32, String> = called
        .filter(|function| module.defined().contains(function) && !cold.contains(function))
        .collect::<BTreeSet<_>>()
        .into_iter()
        .enumerate()
        .map(|(at, function)| (*function, format!("_{at:x}")))
        .collect();
    Ok(Parts {
        first: First::new(module, cold, &slots, &lent).bytes().map_err(unreadable)?,
        late: Late::new(module, cold, &slots, &lent).bytes().map_err(unreadable)?,
    })
}

/// The slot of each cold function that hot ones, an export or the table refer to: its own, or a new one.
fn slots(module: &Module, cold: &BTreeSet<u32>) -> BTreeMap<u32, u32> {
    let hot = module.defined().filter(|function| !cold.contains(function));
    let called = hot.flat_map(|function| module.calls_of(function)).copied();
    let wanted: BTreeSet<u32> =
        called.chain(module.exported.iter().copied()).filter(|f| cold.contains(f)).collect();
    let mut slots: BTreeMap<u32, u32> = module
        .slots
        .iter()
        .filter(|(_, f)| cold.contains(f))
        .map(|(slot, function)| (*function, *slot))
        .collect();
    let end = module.tables.get(module.table as usize).map_or(0, |table| table.initial);
    let mut next = index(usize::try_from(end).unwrap_or(usize::MAX));
    for function in wanted {
        slots.entry(function).or_insert_with(|| {
            next += 1;
            next - 1
        });
    }
    slots
}

/// The script of wasm-bindgen, with what start.js sees to the late part by: `part.imports()` gives what that
/// needs, and `part.late` is called whenever something of it is asked for.
///
/// # Errors
/// One line where the script has another form than expected.
pub fn script(script: &str) -> Outcome<String> {
    let imports = format!("\"{GLUE}\": import0,");
    let places = [
        ("const import0 = {".to_owned(), format!("const import0 = {{ {LATE}: () => part.late(),")),
        (
            format!("return {{\n        __proto__: null,\n        {imports}"),
            format!("part.imports = () => ({{ {imports} {FIRST}: wasm }});\n    return {{ {imports}"),
        ),
    ];
    let mut parted = script.to_owned();
    for (place, new) in places {
        if script.matches(&place).count() != 1 {
            return Err(format!("the script of wasm-bindgen has no single `{place}`"));
        }
        parted = parted.replace(&place, &new);
    }
    Ok(parted + "export const part = {};\n")
}
