//! Parting of a tiny module, which runs in Node.

use std::process::Command;

use wasm_encoder::{
    CodeSection, ConstExpr, ElementSection, Elements, EntityType, ExportKind, ExportSection, Function,
    FunctionSection, GlobalSection, GlobalType, ImportSection, MemorySection, MemoryType, NameMap,
    NameSection, RefType, TableSection, TableType, TypeSection, ValType,
};
use wasmparser::Validator;

use super::*;

/// A module whose functions take a number and give one, each with its name: 1 `hot::run`, 2 `cold::task`,
/// 3 `cold::part`, 4 `hot::twice`, 5 `hot::alone`, 6 `cold::listener` in slot 1 of the table. Number 0 is
/// imported.
fn module() -> Vec<u8> {
    let mut types = TypeSection::new();
    types.ty().function([], []);
    types.ty().function([ValType::I32], [ValType::I32]);
    let mut imports = ImportSection::new();
    imports.import(GLUE, "say", EntityType::Function(1));
    let mut functions = FunctionSection::new();
    let mut code = CodeSection::new();
    let mut name_map = NameMap::new();
    let mut add = |name: &str, calls: &[u32], more: i32| {
        functions.function(1);
        let mut body = Function::new([]);
        let mut code_of = body.instructions();
        code_of.local_get(0);
        for call in calls {
            code_of.call(*call);
        }
        code_of.i32_const(more).i32_add().global_get(0).i32_add().end();
        code.function(&body);
        name_map.append(functions.len(), name);
    };
    add("hot::run", &[2], 1);
    add("cold::task", &[4, 3, 0], 10);
    add("cold::part", &[], 100);
    add("hot::twice", &[], 1000);
    add("hot::alone", &[4], 10_000);
    add("cold::listener", &[4], 100_000);
    let (mut tables, mut memories, mut globals) =
        (TableSection::new(), MemorySection::new(), GlobalSection::new());
    let functions_of = |minimum| TableType {
        element_type: RefType::FUNCREF,
        minimum,
        maximum: Some(minimum),
        table64: false,
        shared: false,
    };
    tables.table(functions_of(2));
    memories.memory(MemoryType {
        minimum: 1,
        maximum: None,
        memory64: false,
        shared: false,
        page_size_log2: None,
    });
    let ty = GlobalType { val_type: ValType::I32, mutable: true, shared: false };
    globals.global(ty, &ConstExpr::i32_const(0));
    let mut exports = ExportSection::new();
    exports.export("run", ExportKind::Func, 1).export("alone", ExportKind::Func, 5);
    exports.export("table", ExportKind::Table, 0);
    let mut elements = ElementSection::new();
    elements.active(None, &ConstExpr::i32_const(1), Elements::Functions(vec![6].into()));
    let mut names = NameSection::new();
    names.functions(&name_map);
    let mut module = wasm_encoder::Module::new();
    module.section(&types).section(&imports).section(&functions).section(&tables).section(&memories);
    module.section(&globals).section(&exports).section(&elements).section(&code).section(&names);
    module.finish()
}

const COLD: &str = "# a word\ncold";

fn cold_of(module: &Module, list: &str) -> Vec<u32> {
    cold::functions(module, &List::read(list)).into_iter().collect()
}

#[test]
fn cold_is_what_the_list_names_and_what_only_that_calls() {
    let bytes = module();
    let module = Module::read(&bytes).unwrap();
    assert_eq!(cold_of(&module, COLD), [2, 3, 6]);
    assert_eq!(cold_of(&module, "cold::task"), [2, 3], "part by task alone");
    assert_eq!(cold_of(&module, "cold\n! cold::listener"), [2, 3], "the longer word decides");
    assert_eq!(cold_of(&module, "cold::tas"), [0; 0], "no half words");
}

/// Calls both exports and the slot, and tells what each gave and how often the late part was asked for.
const SCRIPT: &str = "const [first, late] = process.argv.slice(1).map(hex => Buffer.from(hex, 'hex'));
    let asked = 0, there = null;
    const glue = { say: number => -number, late() {
        asked += 1;
        const imports = { './brink_bg.js': glue, first: made };
        there ??= new WebAssembly.Instance(new WebAssembly.Module(late), imports);
    } };
    const made = new WebAssembly.Instance(new WebAssembly.Module(first), { './brink_bg.js': glue }).exports;
    const told = [];
    const calls = [made.alone, made.run, number => made.table.get(1)(number), made.run];
    for (const call of calls) told.push(call(5), asked);
    console.log(String(told))";

#[test]
fn a_stub_asks_for_the_late_part_and_goes_on_in_it_and_what_is_hot_does_not() {
    let bytes = module();
    let module = Module::read(&bytes).unwrap();
    let Parts { first, late } = of(&module, &cold::functions(&module, &List::read(COLD))).unwrap();
    for part in [&first, &late] {
        Validator::new().validate_all(part).unwrap();
    }
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let mut node = Command::new("node");
    node.args(["--eval", SCRIPT, &hex(&first), &hex(&late)]);
    let told = crate::machine::run::output_of(node).unwrap();
    // The slot holds the late function itself by now. A direct call asks each time.
    assert_eq!(told.trim(), "11005,0,-1094,1,101005,1,-1094,2");
}

#[test]
fn the_script_learns_to_see_to_the_late_part() {
    let from_bindgen = "function imports() {\n    const import0 = {\n        __proto__: null,\n    };\n    \
                        return {\n        __proto__: null,\n        \"./brink_bg.js\": import0,\n    };\n}\n";
    let script = script(from_bindgen).unwrap();
    assert!(script.contains("late: () => part.late(),") && script.contains("first: wasm"), "{script}");
    assert!(super::script("nothing").unwrap_err().contains("const import0"));
}

#[test]
fn what_has_another_form_is_refused() {
    assert!(parted(b"no wasm").is_err());
    assert!(parted(&wasm_encoder::Module::new().finish()).err().unwrap().contains("0 memories"));
}
