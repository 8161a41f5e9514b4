//! The force layout beside d3-force: the time for a tick and the energy at the end,
//! on the same graphs in the same browser.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::page::Page;
use super::table::{Table, median};
use super::{Bench, subjects};
use crate::machine::run::{Outcome, command, output_of, root};
use crate::machine::server;
use crate::machine::steps::step;
use crate::machine::tools;
use crate::machine::wasm::TARGET;
use crate::page::bundle;
use crate::page::finish::Purpose;

/// How many nodes the graphs have.
const SIZES: [usize; 4] = [60, 500, 2_000, 5_000];

/// The page; what it does is in force.js beside this file.
const PAGE: &str = r#"<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>forces</title><link rel="icon" href="data:,">
<script src="d3-dispatch.js"></script><script src="d3-quadtree.js"></script><script src="d3-timer.js"></script>
<script src="d3-force.js"></script><script type="module" src="start.js"></script></head></html>
"#;

/// Both layouts on graphs of several sizes.
///
/// # Errors
/// When the program cannot be built, or the page fails.
pub fn against_d3(bench: &mut Bench) -> Outcome {
    let folder = subjects::folder("force");
    write_page(&folder)?;
    let address = server::serve(&folder)?;
    println!(
        "milliseconds of a tick; energy of the final places by brute force over all pairs, common formula \
         in force.js\n"
    );
    let heads = [
        "nodes",
        "brink",
        "d3-force",
        "ratio",
        "energy brink",
        "energy d3-force",
        "at the start",
        "of the energy",
        "of the way",
    ];
    let mut table = Table::new(&heads);
    for size in SIZES {
        let mut found = Vec::new();
        for _ in 0..bench.runs {
            let (mut page, _) = Page::open(&mut bench.browser, &address)?;
            found.push(page.eval(&format!("compare({size})"))?);
            page.close()?;
        }
        let of = |path: &str| {
            median(
                &found.iter().filter_map(|run| run.pointer(path).and_then(Value::as_f64)).collect::<Vec<_>>(),
            )
        };
        let (ours, theirs) = (of("/ours/tick"), of("/theirs/tick"));
        let (our_energy, their_energy) = (of("/ours/energy"), of("/theirs/energy"));
        let mut row = vec![
            format!("{size}"),
            format!("{ours:.3}"),
            format!("{theirs:.3}"),
            format!("{:.2}", ours / theirs),
        ];
        row.extend([our_energy, their_energy, of("/start")].map(|energy| format!("{energy:.0}")));
        // The energy has no zero of its own, so the difference is also told
        // as a part of what d3-force gained.
        let more = our_energy - their_energy;
        row.extend(
            [their_energy.abs(), of("/start") - their_energy]
                .map(|whole| format!("{:+.2} %", 100.0 * more / whole)),
        );
        table.add(row);
    }
    print!("{}", table.text());
    Ok(())
}

fn write_page(folder: &Path) -> Outcome {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    fs::create_dir_all(folder).map_err(failed)?;
    build_wasm(folder)?;
    let packages = tools::for_comparing()?;
    for package in ["d3-dispatch", "d3-quadtree", "d3-timer", "d3-force"] {
        let from = packages.join(format!("{package}/dist/{package}.min.js"));
        fs::copy(&from, folder.join(format!("{package}.js")))
            .map_err(|error| format!("{}: {error}", from.display()))?;
    }
    fs::write(folder.join("index.html"), PAGE).map_err(failed)?;
    fs::write(folder.join("start.js"), include_str!("force.js")).map_err(failed)
}

/// Compiles tests/benches/browser/force.rs as the page is compiled and published.
fn build_wasm(folder: &Path) -> Outcome {
    let compiler = bundle::ready(Purpose::Trying)?;
    step("building the force layout by itself", || {
        let mut build = compiler.release_command("cargo");
        build.args([
            "build",
            "--quiet",
            "--release",
            "--offline",
            "--package",
            "brink",
            "--example",
            "force",
            "--target",
            TARGET,
        ]);
        output_of(build)?;
        let built = root().join("target/wasm").join(TARGET).join("release/examples/force.wasm");
        let mut bind = command("wasm-bindgen");
        bind.args(["--target", "web", "--no-typescript", "--out-name", "force_wasm", "--out-dir"])
            .arg(folder)
            .arg(built);
        output_of(bind)?;
        let wasm = folder.join("force_wasm_bg.wasm");
        let mut shrink = command("wasm-opt");
        shrink.arg("-Oz").arg(&wasm).arg("-o").arg(&wasm);
        output_of(shrink).map(drop)
    })
}
