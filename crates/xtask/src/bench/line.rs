//! How long a reader on a phone waits on a slow line: for the first picture, until hands work,
//! and until all texts are there.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use serde_json::{Value, json};

use super::Bench;
use super::cdp::Chromium;
use super::others::{self, Cluster};
use super::page::Page;
use super::subjects;
use super::table::{Table, median};
use crate::machine::run::{Outcome, command, root};
use crate::machine::server;

/// The line: bytes a second each way (1.6 and 0.75 Mbit/s), and milliseconds until an answer begins.
const DOWN: f64 = 200_000.0;
const UP: f64 = 93_750.0;
const LATENCY_MS: f64 = 150.0;
/// How many times slower the processor is.
const SLOWER: u32 = 4;
/// The screen of a phone, in CSS pixels.
const SCREEN: (u32, u32) = (390, 844);

/// Makes a file as small as hosts send it.
const BROTLI: &str = "const fs=require('fs');for(const f of process.argv.slice(1))\
    fs.writeFileSync(f+'.br',require('zlib').brotliCompressSync(fs.readFileSync(f)))";

/// A page on the line.
struct OnLine {
    name: &'static str,
    address: String,
    /// What of it is the picture.
    picture: &'static str,
}

/// What one opening gave, in milliseconds since it began; nothing where a page has no such moment.
#[derive(Clone, Copy, Debug, Default)]
struct Waits {
    picture: f64,
    hands: f64,
    texts: Option<f64>,
}

/// This page, another version of it, vis-timeline and TimelineJS, all with the project's record, in turns.
///
/// # Errors
/// When a page fails.
pub fn waits(bench: &mut Bench) -> Outcome {
    let record = dataset::source::check_file(&root().join("data/escalation.json"))
        .map_err(|problems| problems[0].to_string())?;
    let mut pages = vec![ours("this one", &bench.dist)?];
    if let Some(dist) = &bench.against {
        pages.push(ours("this one, as it was", dist)?);
    }
    let vis = subjects::folder("line-vis");
    others::write_vis(&vis, record, Cluster::Off)?;
    pages.push(OnLine { name: "vis-timeline", address: served(&vis)?, picture: ".vis-item" });
    let timeline_js = subjects::folder("line-timelinejs");
    others::write_timeline_js(&timeline_js, record)?;
    pages.push(OnLine { name: "TimelineJS", address: served(&timeline_js)?, picture: ".tl-timemarker" });
    let mut all = vec![Vec::new(); pages.len()];
    for _ in 0..bench.runs {
        for (page, waits) in pages.iter().zip(&mut all) {
            waits.push(opened(&mut bench.browser, page).map_err(|error| format!("{}: {error}", page.name))?);
        }
    }
    println!(
        "milliseconds since the page was asked for: {DOWN} bytes a second, {LATENCY_MS} ms, processor \
         {SLOWER} times slower, {} × {}\n",
        SCREEN.0, SCREEN.1
    );
    let mut table = Table::new(&["page", "first picture", "hands work", "texts are there"]);
    for (page, waits) in pages.iter().zip(&all) {
        let of = |field: fn(&Waits) -> Option<f64>| {
            let values: Vec<f64> = waits.iter().filter_map(field).collect();
            if values.is_empty() { "–".to_owned() } else { format!("{:.0}", median(&values)) }
        };
        let figures =
            [of(|waits| Some(waits.picture)), of(|waits| Some(waits.hands)), of(|waits| waits.texts)];
        table.add(std::iter::once(page.name.to_owned()).chain(figures).collect());
    }
    print!("{}", table.text());
    Ok(())
}

/// The page in `dist`, its files as small as hosts send them.
fn ours(name: &'static str, dist: &Path) -> Outcome<OnLine> {
    let folder = subjects::folder(&format!("line-{}", name.replace([' ', ','], "-")));
    subjects::copy(dist, &folder)?;
    Ok(OnLine { name, address: served(&folder)?, picture: ".plot .canvas" })
}

fn served(folder: &Path) -> Outcome<String> {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut pack = command("node");
    pack.args(["--eval", BROTLI]).stdin(Stdio::null());
    for part in ["", "css", "js"] {
        let Ok(entries) = fs::read_dir(folder.join(part)) else { continue };
        for entry in entries {
            let path = entry.map_err(failed)?.path();
            if path.is_file() && path.extension().is_none_or(|ending| ending != "br") {
                pack.arg(path);
            }
        }
    }
    let done = pack.status().map_err(failed)?;
    if done.success() {
        server::serve(folder)
    } else {
        Err(format!("node packs nothing in {}", folder.display()))
    }
}

/// Opens `on_line` once.
fn opened(browser: &mut Chromium, on_line: &OnLine) -> Outcome<Waits> {
    let mut page = Page::blank(browser)?;
    page.screen(SCREEN.0, SCREEN.1)?;
    let picture = json!(on_line.picture);
    // Seen in the frame after the one in which it was first there: that one was drawn.
    let watch = format!(
        "bench.picture = bench.texts = null;
        requestAnimationFrame(function look(at) {{
            const found = Array.from(document.querySelectorAll({picture}\
            )).some(part => part.getClientRects().length);
            if (found && performance.getEntriesByType('paint').length) bench.picture = at;
            else requestAnimationFrame(look);
        }});
        new MutationObserver((_, observer) => {{
            if (document.documentElement.dataset.texts !== 'here') return;
            bench.texts = performance.now();
            observer.disconnect();
        }}).observe(document, {{ attributes: true, subtree: true, attributeFilter: ['data-texts'] }});"
    );
    page.call("Page.addScriptToEvaluateOnNewDocument", json!({ "source": watch }))?;
    page.call("Network.enable", json!({}))?;
    let line = json!({
        "offline": false,
        "latency": LATENCY_MS,
        "downloadThroughput": DOWN,
        "uploadThroughput": UP,
    });
    page.call("Network.emulateNetworkConditions", line)?;
    page.call("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER }))?;
    let ready = page.go(&on_line.address)?;
    let picture = page.eval(&moment("picture"))?.as_f64().unwrap_or_default();
    // A version that has all at once says nothing of texts.
    let has_texts =
        page.eval("document.querySelector('meta[name=app-texts]') !== null")?.as_bool().unwrap_or_default();
    let texts = if has_texts { page.eval(&moment("texts"))? } else { Value::Null };
    page.rest()?;
    page.call("Emulation.setCPUThrottlingRate", json!({ "rate": 1 }))?;
    page.close()?;
    // What is not seen yet cannot be touched.
    Ok(Waits { picture, hands: ready.max(picture), texts: texts.as_f64() })
}

/// An expression for the moment that the page notes by this name, once it is there.
fn moment(name: &str) -> String {
    format!(
        "new Promise(done => {{ const look = () => bench.{name} === null ? setTimeout(look, 50) : \
         done(bench.{name}); look() }})"
    )
}
