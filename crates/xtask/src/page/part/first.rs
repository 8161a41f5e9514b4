//! The first part: the whole module, with stubs in the place of what comes late.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;

use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{
    CodeSection, EntityType, ExportKind, ExportSection, Function, ImportSection, TableSection, TypeSection,
};
use wasmparser::{
    ExportSectionReader, FunctionBody, ImportSectionReader, Parser, TableSectionReader, TypeSectionReader,
};

use super::module::{Module, index};
use super::{GLOBAL, GLUE, LATE, MEMORY, TABLE};

type Result<T = ()> = std::result::Result<T, reencode::Error<Infallible>>;

/// Makes it.
pub struct First<'a> {
    module: &'a Module<'a>,
    cold: &'a BTreeSet<u32>,
    /// The slots through which cold functions are reached that somebody hot refers to.
    slots: &'a BTreeMap<u32, u32>,
    /// The functions that the late part calls, with the names that it knows them by.
    lent: &'a BTreeMap<u32, String>,
    /// How many functions have been written.
    written: u32,
}

impl<'a> First<'a> {
    pub fn new(
        module: &'a Module<'a>,
        cold: &'a BTreeSet<u32>,
        slots: &'a BTreeMap<u32, u32>,
        lent: &'a BTreeMap<u32, String>,
    ) -> Self {
        Self { module, cold, slots, lent, written: module.num_imported() }
    }

    /// The bytes.
    pub fn bytes(mut self) -> Result<Vec<u8>> {
        let mut out = wasm_encoder::Module::new();
        let bytes = self.module.bytes;
        self.parse_core_module(&mut out, Parser::new(0), bytes)?;
        Ok(out.finish())
    }

    /// Asks for the late part, and goes on in it.
    fn stub(&self, function: u32, slot: u32) -> Function {
        let mut stub = Function::new([]);
        let mut code = stub.instructions();
        code.call(self.module.num_imported());
        for argument in 0..index(self.module.type_of(function).params().len()) {
            code.local_get(argument);
        }
        code.i32_const(slot.cast_signed());
        code.call_indirect(self.module.table, self.module.functions[function as usize]);
        code.end();
        stub
    }
}

impl Reencode for First<'_> {
    type Error = Infallible;

    /// One more is imported, behind those that were.
    fn function_index(&mut self, function: u32) -> Result<u32> {
        Ok(if function < self.module.num_imported() { function } else { function + 1 })
    }

    fn parse_type_section(&mut self, types: &mut TypeSection, section: TypeSectionReader) -> Result {
        reencode::utils::parse_type_section(self, types, section)?;
        types.ty().function([], []);
        Ok(())
    }

    fn parse_import_section(&mut self, imports: &mut ImportSection, section: ImportSectionReader) -> Result {
        reencode::utils::parse_import_section(self, imports, section)?;
        imports.import(GLUE, LATE, EntityType::Function(index(self.module.types.len())));
        Ok(())
    }

    fn parse_table_section(&mut self, tables: &mut TableSection, section: TableSectionReader) -> Result {
        for (at, table) in (0..).zip(section) {
            let mut table = table?;
            if at == self.module.table {
                let end = self.slots.values().max().map_or(0, |slot| u64::from(slot + 1));
                table.ty.initial = table.ty.initial.max(end);
                table.ty.maximum = table.ty.maximum.map(|most| most.max(end));
            }
            self.parse_table(tables, table)?;
        }
        Ok(())
    }

    fn parse_export_section(&mut self, exports: &mut ExportSection, section: ExportSectionReader) -> Result {
        reencode::utils::parse_export_section(self, exports, section)?;
        exports.export(MEMORY, ExportKind::Memory, 0);
        for table in 0..index(self.module.tables.len()) {
            exports.export(&format!("{TABLE}{table}"), ExportKind::Table, table);
        }
        for global in 0..index(self.module.globals.len()) {
            exports.export(&format!("{GLOBAL}{global}"), ExportKind::Global, global);
        }
        for (function, name) in self.lent {
            exports.export(name, ExportKind::Func, self.function_index(*function)?);
        }
        Ok(())
    }

    fn parse_function_body(&mut self, code: &mut CodeSection, body: FunctionBody) -> Result {
        let function = self.written;
        self.written += 1;
        if !self.cold.contains(&function) {
            return reencode::utils::parse_function_body(self, code, body);
        }
        match self.slots.get(&function) {
            Some(slot) => code.function(&self.stub(function, *slot)),
            // Nobody refers to it here, so wasm-opt drops it.
            None => code.function(&nothing()),
        };
        Ok(())
    }
}

/// A body that does nothing.
fn nothing() -> Function {
    let mut body = Function::new([]);
    body.instructions().unreachable().end();
    body
}
