//! The late part: the cold functions, which work in the first part's memory and tables.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;

use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{
    CodeSection, ConstExpr, CustomSection, ElementSection, Elements, EntityType, FunctionSection,
    ImportSection, NameMap, NameSection, TypeSection,
};
use wasmparser::{Parser, Payload};

use super::module::{Module, index};
use super::{FIRST, GLOBAL, MEMORY, TABLE};

type Result<T = ()> = std::result::Result<T, reencode::Error<Infallible>>;

/// The section by which wasm-opt knows what the compiler has used.
const FEATURES: &str = "target_features";

/// Makes it.
pub struct Late<'a> {
    module: &'a Module<'a>,
    cold: &'a BTreeSet<u32>,
    slots: &'a BTreeMap<u32, u32>,
    lent: &'a BTreeMap<u32, String>,
    /// The index here of each function of the whole.
    new: BTreeMap<u32, u32>,
}

impl<'a> Late<'a> {
    pub fn new(
        module: &'a Module<'a>,
        cold: &'a BTreeSet<u32>,
        slots: &'a BTreeMap<u32, u32>,
        lent: &'a BTreeMap<u32, String>,
    ) -> Self {
        Self { module, cold, slots, lent, new: BTreeMap::new() }
    }

    /// The bytes.
    pub fn bytes(mut self) -> Result<Vec<u8>> {
        let mut out = wasm_encoder::Module::new();
        let mut features = None;
        for payload in Parser::new(0).parse_all(self.module.bytes) {
            match payload? {
                Payload::TypeSection(section) => {
                    let mut types = TypeSection::new();
                    self.parse_type_section(&mut types, section)?;
                    out.section(&types);
                }
                Payload::CustomSection(section) if section.name() == FEATURES => features = Some(section),
                _ => {}
            }
        }
        let imports = self.imports()?;
        out.section(&imports);
        let mut functions = FunctionSection::new();
        for function in self.cold {
            functions.function(self.module.functions[*function as usize]);
        }
        out.section(&functions).section(&self.elements());
        let mut code = CodeSection::new();
        for function in self.cold {
            let body = &self.module.bodies[(function - self.module.num_imported()) as usize];
            self.parse_function_body(&mut code, body.clone())?;
        }
        out.section(&code).section(&self.names());
        if let Some(features) = features {
            out.section(&CustomSection { name: FEATURES.into(), data: features.data().into() });
        }
        Ok(out.finish())
    }

    /// Of the glue what the first part imports from there too, all else of the first part.
    fn imports(&mut self) -> Result<ImportSection> {
        let mut imports = ImportSection::new();
        let cold = self.cold.iter();
        let called: BTreeSet<u32> =
            cold.flat_map(|function| self.module.calls_of(*function)).copied().collect();
        for function in called.difference(self.cold) {
            let ty = EntityType::Function(self.module.functions[*function as usize]);
            match self.module.imports.get(*function as usize) {
                Some(import) => imports.import(import.module, import.name, ty),
                None => imports.import(FIRST, &self.lent[function], ty),
            };
            self.new.insert(*function, index(self.new.len()));
        }
        for function in self.cold {
            self.new.insert(*function, index(self.new.len()));
        }
        imports.import(FIRST, MEMORY, self.memory_type(self.module.memory)?);
        for (at, table) in self.module.tables.iter().enumerate() {
            // The first part's may have become longer.
            let mut table = self.table_type(*table)?;
            table.maximum = None;
            imports.import(FIRST, &format!("{TABLE}{at}"), table);
        }
        for (at, global) in self.module.globals.iter().enumerate() {
            imports.import(FIRST, &format!("{GLOBAL}{at}"), self.global_type(*global)?);
        }
        Ok(imports)
    }

    /// The cold functions, put where the stubs look for them: one segment for each run of slots.
    fn elements(&self) -> ElementSection {
        let mut by_slot: Vec<(u32, u32)> =
            self.slots.iter().map(|(function, slot)| (*slot, self.new[function])).collect();
        by_slot.sort_unstable();
        let mut elements = ElementSection::new();
        for run in by_slot.chunk_by(|before, after| before.0 + 1 == after.0) {
            let functions: Vec<u32> = run.iter().map(|(_, function)| *function).collect();
            elements.active(
                (self.module.table > 0).then_some(self.module.table),
                &ConstExpr::i32_const(run[0].0.cast_signed()),
                Elements::Functions(Cow::Owned(functions)),
            );
        }
        elements
    }

    /// For whoever looks into the file before wasm-opt takes them away.
    fn names(&self) -> NameSection {
        let mut functions = NameMap::new();
        let mut by_index: Vec<(u32, u32)> = self.new.iter().map(|(old, new)| (*new, *old)).collect();
        by_index.sort_unstable();
        for (new, old) in by_index {
            functions.append(new, self.module.name_of(old));
        }
        let mut names = NameSection::new();
        names.functions(&functions);
        names
    }
}

impl Reencode for Late<'_> {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32> {
        Ok(self.new[&function])
    }
}
