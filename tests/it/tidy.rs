//! The house rules that the compiler does not know: who may use whom, and what no file may hold.
//!
//! [`faults`] looks at one file as text, so that it can be tried on files that are wrong.

mod code;

use std::fs;
use std::path::Path;

use code::Code;

/// A folder or file directly below `src/`.
struct Layer {
    name: &'static str,
    /// The other modules of its crate that it may name.
    modules: &'static [&'static str],
    /// The crates of [`WATCHED`] that it may name; `dataset::units` is that module of the crate and no other.
    crates: &'static [&'static str],
}

/// The page, from what stands alone to what uses all the rest.
const PAGE: [Layer; 18] = [
    Layer { name: "lib", modules: &[], crates: &[] },
    Layer { name: "geom", modules: &[], crates: &[] },
    Layer { name: "order", modules: &[], crates: &[] },
    Layer { name: "time", modules: &["geom", "order"], crates: &["dataset"] },
    Layer { name: "record", modules: &["geom", "order", "time"], crates: &["dataset"] },
    Layer { name: "search", modules: &["order", "record"], crates: &["dataset"] },
    Layer { name: "timeline", modules: &["geom", "order", "time", "record"], crates: &["dataset"] },
    Layer { name: "graph", modules: &["geom", "order", "time", "record"], crates: &["dataset"] },
    Layer { name: "ladder", modules: &["geom", "time", "record", "timeline"], crates: &["dataset"] },
    Layer { name: "input", modules: &["geom"], crates: &[] },
    Layer {
        name: "state",
        modules: &["geom", "order", "time", "record", "search", "timeline", "graph"],
        crates: &["dataset", "percent_encoding"],
    },
    Layer {
        name: "drawing",
        modules: &["geom", "order", "time", "record", "timeline", "graph", "ladder"],
        crates: &["dataset"],
    },
    Layer {
        name: "picture",
        modules: &["geom", "time", "record", "timeline", "graph", "ladder", "state", "drawing"],
        crates: &["dataset"],
    },
    Layer { name: "export", modules: &["time", "record", "state"], crates: &["dataset"] },
    Layer {
        name: "command",
        modules: &["record", "timeline", "state", "picture", "export"],
        crates: &["dataset"],
    },
    Layer {
        name: "platform",
        modules: &["geom", "input"],
        crates: &["dataset::units", "web_sys", "js_sys", "gloo", "wasm_bindgen"],
    },
    Layer {
        name: "ui",
        modules: &[
            "geom", "order", "time", "record", "search", "timeline", "graph", "ladder", "input", "state",
            "drawing", "picture", "export", "command", "platform",
        ],
        crates: &["dataset", "yew"],
    },
    Layer { name: "main", modules: &[], crates: &["brink::ui", "yew"] },
];

/// The dataset crate.
const DATASET: [Layer; 9] = [
    Layer { name: "lib", modules: &[], crates: &[] },
    Layer { name: "units", modules: &[], crates: &[] },
    Layer { name: "civil", modules: &["units"], crates: &[] },
    Layer { name: "clock", modules: &["units"], crates: &[] },
    Layer { name: "edtf", modules: &["units", "civil"], crates: &[] },
    Layer { name: "kinds", modules: &[], crates: &["serde", "schemars"] },
    Layer { name: "model", modules: &["units", "civil", "edtf", "kinds"], crates: &[] },
    Layer { name: "packed", modules: &["civil", "edtf", "model"], crates: &[] },
    Layer {
        name: "source",
        modules: &["units", "civil", "clock", "edtf", "model"],
        crates: &["serde", "serde_json", "schemars"],
    },
];

/// The crates that only some layers may name.
const WATCHED: [&str; 11] = [
    "brink",
    "dataset",
    "gloo",
    "js_sys",
    "percent_encoding",
    "schemars",
    "serde",
    "serde_json",
    "wasm_bindgen",
    "web_sys",
    "yew",
];

/// Longer files hold more than one idea.
const MAX_LINES: usize = 400;

/// Wider files do not stand side by side on a screen; `.rustfmt.toml` and `.editorconfig` say the same.
const MAX_COLUMNS: usize = 110;

/// What is wrong with the Rust file at `path` (from the project's root, with `/`), one line each.
fn faults(path: &str, text: &str) -> Vec<String> {
    let code = Code::of(text);
    let mut faults = Vec::new();
    if !text.starts_with("//!") {
        faults.push(format!("{path}:1: does not start with `//!`, what it holds and why it is separate"));
    }
    let num_lines = text.lines().count();
    if num_lines > MAX_LINES {
        faults.push(format!("{path}: {num_lines} lines are more than {MAX_LINES}"));
    }
    let wide = Code::wide_lines(text, MAX_COLUMNS).into_iter();
    faults.extend(wide.map(|line| format!("{path}:{line}: wider than {MAX_COLUMNS} columns")));
    for word in ["todo", "dbg", "unimplemented"] {
        faults.extend(code.lines_with_macro(word).map(|line| format!("{path}:{line}: `{word}!`")));
    }
    let layered = [("src/", &PAGE[..]), ("crates/dataset/src/", &DATASET[..])];
    for (folder, layers) in layered {
        if let Some(inner) = path.strip_prefix(folder) {
            faults.extend(wrong_ways(path, inner, &code, layers));
        }
    }
    if path.starts_with("src/ui/") {
        faults.extend(
            code.lines_with_attribute("style").map(|line| format!("{path}:{line}: a `style` attribute")),
        );
    }
    faults
}

/// What the file `inner` of a crate names against the table.
fn wrong_ways(path: &str, inner: &str, code: &Code, layers: &[Layer]) -> Vec<String> {
    let top = inner.split(['/', '.']).next().unwrap_or_default();
    let Some(layer) = layers.iter().find(|layer| layer.name == top) else {
        return vec![format!("{path}: `{top}` has no row in the table of layers")];
    };
    let mut faults = Vec::new();
    for (line, module) in code.modules_named(num_modules_above(inner)) {
        if module != layer.name && !layer.modules.contains(&module.as_str()) {
            faults.push(format!("{path}:{line}: `{top}` may not use `{module}`"));
        }
    }
    for name in WATCHED {
        for (line, member) in code.members_named(name) {
            let whole = format!("{name}::{member}");
            if !layer.crates.contains(&name) && !layer.crates.contains(&whole.as_str()) {
                faults.push(format!("{path}:{line}: `{top}` may not name `{whole}`"));
            }
        }
    }
    faults
}

/// How many modules a file is in, its own included: this many `super` lead to the root of its crate.
fn num_modules_above(inner: &str) -> usize {
    let is_own_name = |part: &&str| !matches!(*part, "mod.rs" | "lib.rs" | "main.rs");
    inner.split('/').filter(is_own_name).count()
}

/// What is wrong with a style sheet: nothing may be fetched from elsewhere.
fn style_faults(path: &str, text: &str) -> Vec<String> {
    let forbidden =
        ["url(http", "url(\"http", "url('http", "url(//", "@import", "javascript:", "expression("];
    found(path, text, &forbidden)
}

/// What is wrong with the page's shell: a strict content security policy would stop it.
fn shell_faults(path: &str, text: &str) -> Vec<String> {
    let mut faults = found(
        path,
        text,
        &[" style=", "javascript:", "<style", "src=\"http", "src=\"//", "rel=\"preconnect\""],
    );
    for (idx, line) in text.lines().enumerate() {
        for tag in line.split("<script").skip(1) {
            let (attributes, after) = tag.split_once('>').unwrap_or((tag, ""));
            // Data that no browser runs, which policies let through.
            let is_data = attributes.contains(" type=\"text/plain\"");
            if !is_data && (!attributes.contains(" src=") || !after.trim_start().starts_with("</script>")) {
                faults.push(format!("{path}:{}: an inline script", idx + 1));
            }
        }
        let is_handler = |word: &str| word.starts_with("on") && word.contains("=\"");
        if line.split_whitespace().any(is_handler) {
            faults.push(format!("{path}:{}: an inline handler", idx + 1));
        }
    }
    faults
}

fn found(path: &str, text: &str, forbidden: &[&str]) -> Vec<String> {
    let lines = text.lines().enumerate();
    let in_line = |(idx, line): (usize, &str)| {
        let line = line.to_lowercase();
        let hits = forbidden.iter().filter(|part| line.contains(**part));
        hits.map(|part| format!("{path}:{}: `{part}`", idx + 1)).collect::<Vec<_>>()
    };
    lines.flat_map(in_line).collect()
}

/// The files below `folder` of the project whose names end in `ending`, each with its text, sorted by path.
fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut entries: Vec<_> = fs::read_dir(root.join(folder)).unwrap().map(|entry| entry.unwrap()).collect();
    entries.sort_by_key(std::fs::DirEntry::file_name);
    let mut files = Vec::new();
    for entry in entries {
        let path = format!("{folder}/{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            files.extend(self::files(&path, ending));
        } else if path.ends_with(ending) {
            files.push((path, fs::read_to_string(entry.path()).unwrap()));
        }
    }
    files
}

fn none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_source_file_keeps_the_rules_of_the_house() {
    let sources: Vec<_> = ["src", "crates", "tests"].iter().flat_map(|folder| files(folder, ".rs")).collect();
    assert!(sources.len() > 60, "only {} files found", sources.len());
    none(&sources.iter().flat_map(|(path, text)| faults(path, text)).collect::<Vec<_>>());
}

#[test]
fn styles_and_shell_fetch_nothing_from_elsewhere_and_suit_a_strict_policy() {
    let styles = files("styles", ".css");
    assert!(!styles.is_empty());
    none(&styles.iter().flat_map(|(path, text)| style_faults(path, text)).collect::<Vec<_>>());
    let shell = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("index.html")).unwrap();
    none(&shell_faults("index.html", &shell));
}

#[test]
fn the_table_leads_one_way() {
    for layers in [&PAGE[..], &DATASET[..]] {
        for (at, layer) in layers.iter().enumerate() {
            for used in layer.modules {
                assert!(layers[..at].iter().any(|below| below.name == *used), "{} → {used}", layer.name);
            }
        }
    }
}

/// The faults of a file that starts rightly and goes on with `code`, without the path in front.
#[track_caller]
fn check(path: &str, code: &str, expected: &[&str]) {
    let found = faults(path, &format!("//! Wrong on purpose.\n{code}"));
    let told: Vec<_> = found.iter().map(|fault| fault.strip_prefix(path).unwrap()).collect();
    assert_eq!(told, expected, "{code}");
}

#[test]
fn a_file_that_is_wrong_in_every_way_is_told_all_of_it() {
    let text = "use crate::ui::app;\nfn f() { dbg!(web_sys::window()); todo!() }\n";
    assert_eq!(
        faults("src/geom.rs", text),
        [
            "src/geom.rs:1: does not start with `//!`, what it holds and why it is separate",
            "src/geom.rs:2: `todo!`",
            "src/geom.rs:2: `dbg!`",
            "src/geom.rs:1: `geom` may not use `ui`",
            "src/geom.rs:2: `geom` may not name `web_sys::window`",
        ]
    );
    check("src/geom.rs", &"\n".repeat(MAX_LINES), &[": 401 lines are more than 400"]);
}

#[test]
fn a_wide_line_is_told_unless_a_text_or_an_address_is_to_blame() {
    let wide = "a".repeat(MAX_COLUMNS);
    let told = [":2: wider than 110 columns"];
    check("src/geom.rs", &wide, &[]);
    check("src/geom.rs", &format!("{wide}a"), &told);
    check("src/geom.rs", &format!("// {wide}"), &told);
    check(
        "src/geom.rs",
        &format!("#[cfg(test)]\nmod tests {{ fn {wide}() {{}} }}"),
        &[":3: wider than 110 columns"],
    );
    check("src/geom.rs", &format!("f(\"{wide}\").g();"), &told);
    check("src/geom.rs", &format!("f(&[\"{wide}\"]);\nconst R: &str = r#\"{wide}\n{wide}{wide}\"#;"), &[]);
    check("src/geom.rs", &format!("// https://a.example/{wide}"), &[]);
}

#[test]
fn a_way_against_the_layers_is_found_however_it_is_written() {
    check("src/time/scale.rs", "use crate::record::Record;", &[":2: `time` may not use `record`"]);
    check("src/time/scale.rs", "fn f() -> crate::ui::App {}", &[":2: `time` may not use `ui`"]);
    check("src/time/scale.rs", "use crate::{geom::Point,\n state};", &[":3: `time` may not use `state`"]);
    check("src/time/scale.rs", "use super::super::state::View;", &[":2: `time` may not use `state`"]);
    check("src/time/mod.rs", "use super::state::View;", &[":2: `time` may not use `state`"]);
    check("src/timeline/scene.rs", "use crate::graph::scene;", &[":2: `timeline` may not use `graph`"]);
    check(
        "src/platform/dom.rs",
        "use dataset::model::Event;",
        &[":2: `platform` may not name `dataset::model`"],
    );
    check(
        "src/ui/app.rs",
        "use yew::prelude::*;\nuse gloo::events;",
        &[":3: `ui` may not name `gloo::events`"],
    );
    check("src/ui/app.rs", "use yew::web_sys::Element;", &[":2: `ui` may not name `web_sys::Element`"]);
    check("src/other.rs", "", &[": `other` has no row in the table of layers"]);
    check("crates/dataset/src/edtf/text.rs", "use crate::model::Event;", &[":2: `edtf` may not use `model`"]);
    check(
        "crates/dataset/src/model.rs",
        "#[derive(serde::Serialize)]",
        &[":2: `model` may not name `serde::Serialize`"],
    );
}

#[test]
fn what_is_allowed_or_is_no_code_is_let_pass() {
    check("src/time/scale.rs", "use super::window::Moment; // not crate::ui\n/* todo!() */", &[]);
    check("src/time/mod.rs", "use super::geom::Point;\nuse self::scale::TimeScale;", &[]);
    check(
        "src/time/scale.rs",
        "const T: &str = \"crate::ui \\\" dbg!\";\nconst C: char = '\"';\nuse crate::geom;",
        &[],
    );
    check(
        "src/time/scale.rs",
        "const R: &str = r#\"crate::ui \"todo!()\" \"#;\nfn f<'a>(x: &'a str) {}",
        &[],
    );
    check("src/time/scale.rs", "#[cfg(test)]\nmod tests {\n fn f() { crate::ui::x() }\n}", &[]);
    check("src/platform/dom.rs", "use dataset::units::Secs;\nuse web_sys::wasm_bindgen::JsCast;", &[]);
    check("src/main.rs", "fn main() { brink::ui::start(); }", &[]);
    check("tests/browser.rs", "use brink::platform::dom;\nuse web_sys::Element;", &[]);
}

#[test]
fn a_style_attribute_is_found_in_views_only_where_it_is_one() {
    check("src/ui/app.rs", "html! { <p style=\"color: red\" class=\"style=\">", &[":2: a `style` attribute"]);
    check("src/ui/app.rs", "html! { <p style={x} />", &[":2: a `style` attribute"]);
    check("src/ui/app.rs", "let style = 1; html! { <p font-style=\"x\" data-style={x}>", &[]);
    check("src/ui/app.rs", "element.set_attribute(\"style\", x);", &[":2: a `style` attribute"]);
}

#[test]
fn a_wrong_shell_or_style_sheet_is_told() {
    let shell = "<script src=\"a.js\"></script>\n<script>alert(1)</script>\n\
                 <p style=\"x\" onclick=\"f()\">\n<script src=\"a\">f()</script>\n";
    assert_eq!(
        shell_faults("i.html", shell),
        [
            "i.html:3: ` style=`",
            "i.html:2: an inline script",
            "i.html:3: an inline handler",
            "i.html:4: an inline script"
        ]
    );
    let style =
        "a { background: URL(https://x.example/a.png) }\n@import \"b.css\";\nb { background: url(a.svg) }";
    assert_eq!(style_faults("s.css", style), ["s.css:1: `url(http`", "s.css:2: `@import`"]);
}
