//! What the parting must know of a module: its functions with their names and calls, and where they stand in
//! the table of functions.

use std::collections::{BTreeMap, BTreeSet};

use wasmparser::{
    ElementItems, ElementKind, ExternalKind, FuncType, FunctionBody, GlobalType, Import, KnownCustom,
    MemoryType, Name, Operator, Parser, Payload, TableType, TypeRef,
};

use crate::machine::run::Outcome;

/// A read module. Indices of functions count the imported ones first, as the specification does.
pub struct Module<'a> {
    pub bytes: &'a [u8],
    pub types: Vec<FuncType>,
    pub imports: Vec<Import<'a>>,
    /// The type of each function.
    pub functions: Vec<u32>,
    /// Of the functions that are not imported.
    pub bodies: Vec<FunctionBody<'a>>,
    /// What each function calls, by its index.
    pub calls: Vec<BTreeSet<u32>>,
    /// Demangled, and only of functions.
    pub names: BTreeMap<u32, String>,
    pub exported: BTreeSet<u32>,
    pub tables: Vec<TableType>,
    pub memory: MemoryType,
    pub globals: Vec<GlobalType>,
    /// The functions in the table of functions, by slot.
    pub slots: BTreeMap<u32, u32>,
    /// Which table is that of functions.
    pub table: u32,
}

impl<'a> Module<'a> {
    /// Reads it.
    ///
    /// # Errors
    /// One line where it is no module, or has something that compiled Rust never had.
    pub fn read(bytes: &'a [u8]) -> Outcome<Self> {
        let mut module = Self {
            bytes,
            types: Vec::new(),
            imports: Vec::new(),
            functions: Vec::new(),
            bodies: Vec::new(),
            calls: Vec::new(),
            names: BTreeMap::new(),
            exported: BTreeSet::new(),
            tables: Vec::new(),
            memory: MemoryType {
                memory64: false,
                shared: false,
                initial: 0,
                maximum: None,
                page_size_log2: None,
            },
            globals: Vec::new(),
            slots: BTreeMap::new(),
            table: 0,
        };
        let mut memories = 0;
        for payload in Parser::new(0).parse_all(bytes) {
            match payload.map_err(unreadable)? {
                Payload::TypeSection(section) => {
                    for ty in section.into_iter_err_on_gc_types() {
                        module.types.push(ty.map_err(unreadable)?);
                    }
                }
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        module.add_import(import.map_err(unreadable)?)?;
                    }
                }
                Payload::FunctionSection(section) => {
                    for ty in section {
                        module.functions.push(ty.map_err(unreadable)?);
                    }
                }
                Payload::TableSection(section) => {
                    for table in section {
                        module.tables.push(table.map_err(unreadable)?.ty);
                    }
                }
                Payload::MemorySection(section) => {
                    for memory in section {
                        module.memory = memory.map_err(unreadable)?;
                        memories += 1;
                    }
                }
                Payload::GlobalSection(section) => {
                    for global in section {
                        module.globals.push(global.map_err(unreadable)?.ty);
                    }
                }
                Payload::ExportSection(section) => {
                    for export in section {
                        let export = export.map_err(unreadable)?;
                        if export.kind == ExternalKind::Func {
                            module.exported.insert(export.index);
                        }
                    }
                }
                Payload::StartSection { .. } => return Err("the wasm starts by itself".to_owned()),
                Payload::ElementSection(section) => {
                    for element in section {
                        module.add_element(element.map_err(unreadable)?)?;
                    }
                }
                Payload::CodeSectionEntry(body) => {
                    module.calls.push(calls(&body)?);
                    module.bodies.push(body);
                }
                Payload::CustomSection(section) => {
                    if let KnownCustom::Name(names) = section.as_known() {
                        for name in names {
                            module.add_names(name.map_err(unreadable)?)?;
                        }
                    }
                }
                _ => {}
            }
        }
        if memories != 1 {
            return Err(format!("the wasm has {memories} memories"));
        }
        Ok(module)
    }

    /// How many functions are imported.
    pub fn num_imported(&self) -> u32 {
        index(self.imports.len())
    }

    /// The functions that are not imported.
    pub fn defined(&self) -> std::ops::Range<u32> {
        self.num_imported()..index(self.functions.len())
    }

    /// What the function with this index calls; an imported one calls nothing.
    pub fn calls_of(&self, function: u32) -> &BTreeSet<u32> {
        const NOTHING: &BTreeSet<u32> = &BTreeSet::new();
        function.checked_sub(self.num_imported()).map_or(NOTHING, |defined| &self.calls[defined as usize])
    }

    /// The name of the function with this index; none is an empty one.
    pub fn name_of(&self, function: u32) -> &str {
        self.names.get(&function).map_or("", String::as_str)
    }

    /// The type of the function with this index.
    pub fn type_of(&self, function: u32) -> &FuncType {
        &self.types[self.functions[function as usize] as usize]
    }

    fn add_import(&mut self, import: Import<'a>) -> Outcome {
        let TypeRef::Func(ty) = import.ty else {
            return Err(format!("the wasm imports {}, which is no function", import.name));
        };
        self.imports.push(import);
        self.functions.push(ty);
        Ok(())
    }

    fn add_element(&mut self, element: wasmparser::Element) -> Outcome {
        let (ElementKind::Active { table_index, offset_expr }, ElementItems::Functions(functions)) =
            (element.kind, element.items)
        else {
            return Ok(());
        };
        let mut offset = offset_expr.get_operators_reader();
        let Operator::I32Const { value } = offset.read().map_err(unreadable)? else {
            return Err("the wasm's table is not filled from a number on".to_owned());
        };
        self.table = table_index.unwrap_or(0);
        for (slot, function) in (value.cast_unsigned()..).zip(functions) {
            self.slots.insert(slot, function.map_err(unreadable)?);
        }
        Ok(())
    }

    fn add_names(&mut self, names: Name) -> Outcome {
        if let Name::Function(names) = names {
            for name in names {
                let name = name.map_err(unreadable)?;
                self.names.insert(name.index, format!("{:#}", rustc_demangle::demangle(name.name)));
            }
        }
        Ok(())
    }
}

fn calls(body: &FunctionBody) -> Outcome<BTreeSet<u32>> {
    let mut called = BTreeSet::new();
    for operator in body.get_operators_reader().map_err(unreadable)? {
        match operator.map_err(unreadable)? {
            Operator::Call { function_index } => drop(called.insert(function_index)),
            Operator::RefFunc { .. } | Operator::ReturnCall { .. } => {
                return Err("the wasm refers to functions by more than calls and its table".to_owned());
            }
            Operator::MemoryInit { .. } | Operator::DataDrop { .. } | Operator::TableInit { .. } => {
                return Err("the wasm fills its memory or table while it runs".to_owned());
            }
            _ => {}
        }
    }
    Ok(called)
}

#[expect(clippy::needless_pass_by_value, reason = "for map_err")]
pub fn unreadable(error: impl ToString) -> String {
    format!("the wasm cannot be read: {}", error.to_string())
}

/// An index as wasm has them.
#[expect(clippy::cast_possible_truncation, reason = "no module has four thousand million functions")]
pub fn index(len: usize) -> u32 {
    len as u32
}
