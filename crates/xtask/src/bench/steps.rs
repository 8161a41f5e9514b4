//! What one step of a hand costs, how fast pages appear and how much they draw:
//! side by side, and as records grow.

use serde_json::Value;

use super::Bench;
use super::cdp::Chromium;
use super::hand::Step;
use super::others::Cluster;
use super::page::{Cost, Page};
use super::subjects::{self, Subject};
use super::table::{Table, median, quantile};
use crate::machine::run::Outcome;

/// How many events the pages side by side show.
pub const NUM_EVENTS: usize = 10_000;
/// Records whose growth is compared.
const SIZES: [usize; 4] = [100, 1_000, 10_000, 100_000];

/// Sixty turns of the wheel: closer, away beyond where it began, and back.
fn zoom() -> Vec<Step> {
    let turns = |count, delta| std::iter::repeat_n(Step::Wheel(delta), count);
    turns(15, -100.0).chain(turns(30, 100.0)).chain(turns(15, -100.0)).collect()
}

/// Sixty steps of a drag: to one side, to the other and back, 300 px at most.
fn pan() -> Vec<Step> {
    let moves = |count, by| std::iter::repeat_n(Step::Drag(by), count);
    moves(15, -20.0).chain(moves(30, 20.0)).chain(moves(15, -20.0)).collect()
}

/// What one opening of a page gave.
#[derive(Clone, Debug, Default)]
struct Run {
    ready_ms: f64,
    zoom: Cost,
    pan: Cost,
    zoom_gap_ms: f64,
    pan_gap_ms: f64,
    num_elements: f64,
    /// Heap and wasm memory at the end.
    memory_mb: f64,
}

/// Opens `subject` and does everything once.
fn run(browser: &mut Chromium, subject: &Subject) -> Outcome<Run> {
    let (mut page, ready_ms) = Page::open(browser, &subject.address)?;
    page.rest()?;
    page.point_at(subject.plot)?;
    let mut run = Run { ready_ms, ..Run::default() };
    run.num_elements = num_elements(&mut page)?;
    run.zoom = page.cost_of(&zoom())?;
    run.num_elements = run.num_elements.max(num_elements(&mut page)?);
    page.rest()?;
    run.pan = page.cost_of(&pan())?;
    page.rest()?;
    run.zoom_gap_ms = quantile(&page.gaps_of(&zoom())?, 0.95);
    page.rest()?;
    run.pan_gap_ms = quantile(&page.gaps_of(&pan())?, 0.95);
    run.num_elements = run.num_elements.max(num_elements(&mut page)?);
    let (heap, wasm) = page.memory()?;
    run.memory_mb = (heap + wasm) / 1e6;
    page.close()?;
    Ok(run)
}

/// How many elements are in the page's pictures; vis-timeline draws with HTML.
fn num_elements(page: &mut Page) -> Outcome<f64> {
    let count =
        page.eval("document.querySelectorAll('svg, svg *, .vis-timeline, .vis-timeline *').length")?;
    Ok(Value::as_f64(&count).unwrap_or(0.0))
}

/// All runs of each subject, one subject after the other in each round,
/// so that whatever slows the machine slows all.
fn runs(bench: &mut Bench, subjects: &[Subject]) -> Outcome<Vec<Run>> {
    let mut all: Vec<Vec<Run>> = vec![Vec::new(); subjects.len()];
    for _ in 0..bench.runs {
        for (subject, runs) in subjects.iter().zip(&mut all) {
            runs.push(
                run(&mut bench.browser, subject).map_err(|error| format!("{}: {error}", subject.name))?,
            );
        }
    }
    Ok(all.iter().map(|runs| medians(runs)).collect())
}

fn medians(runs: &[Run]) -> Run {
    let of = |field: fn(&Run) -> f64| median(&runs.iter().map(field).collect::<Vec<_>>());
    let cost = |which: fn(&Run) -> Cost| {
        let of =
            |field: fn(Cost) -> f64| median(&runs.iter().map(|run| field(which(run))).collect::<Vec<_>>());
        Cost {
            task: of(|cost| cost.task),
            script: of(|cost| cost.script),
            style: of(|cost| cost.style),
            layout: of(|cost| cost.layout),
        }
    };
    Run {
        ready_ms: of(|run| run.ready_ms),
        zoom: cost(|run| run.zoom),
        pan: cost(|run| run.pan),
        zoom_gap_ms: of(|run| run.zoom_gap_ms),
        pan_gap_ms: of(|run| run.pan_gap_ms),
        num_elements: of(|run| run.num_elements),
        memory_mb: of(|run| run.memory_mb),
    }
}

/// Our page, a blank one and vis-timeline with the same events, or in its place another version of ours.
///
/// # Errors
/// When a page cannot be made or fails.
pub fn side_by_side(bench: &mut Bench) -> Outcome {
    let record = subjects::record(NUM_EVENTS)?;
    let mut subjects = vec![subjects::brink("brink", &bench.dist, record)?, subjects::blank()?];
    subjects.push(match &bench.against {
        Some(dist) => subjects::brink("brink as it was", dist, record)?,
        None => subjects::vis(record, Cluster::Off)?,
    });
    let mut found = runs(bench, &subjects)?;
    if bench.against.is_none() {
        // A step takes it more than a second: one run says enough,
        // and five would take longer than all the rest.
        subjects.push(subjects::vis(record, Cluster::On)?);
        found.push(run(&mut bench.browser, &subjects[3])?);
    }
    println!(
        "{NUM_EVENTS} events; milliseconds of the main thread's processor time for a step, 60 steps a run\n"
    );
    print!("{}", costs(&subjects, &found).text());
    println!("\nbrink's part of each:\n");
    let mut ratios = Table::new(&["ratio", "zoom step", "pan step", "first drawing"]);
    for (subject, run) in subjects.iter().zip(&found).skip(1) {
        let part = |of: fn(&Run) -> f64| format!("{:.3}", of(&found[0]) / of(run));
        let ready = if run.zoom.task > 0.0 { part(|run| run.ready_ms) } else { String::new() };
        ratios.add(vec![
            format!("brink / {}", subject.name),
            part(|run| run.zoom.task),
            part(|run| run.pan.task),
            ready,
        ]);
    }
    print!("{}", ratios.text());
    Ok(())
}

/// Our page with records of several sizes.
///
/// # Errors
/// When a page cannot be made or fails.
pub fn growth(bench: &mut Bench) -> Outcome {
    let (mut subjects, mut found) = (Vec::new(), Vec::new());
    for size in SIZES {
        let subject = subjects::brink("brink", &bench.dist, subjects::record(size)?)?;
        let subject = Subject { name: format!("{size} events"), ..subject };
        // A size that is too large for the page is told and the others still count.
        match runs(bench, std::slice::from_ref(&subject)) {
            Ok(of_size) => {
                found.extend(of_size);
                subjects.push(subject);
            }
            Err(error) => println!("{error}"),
        }
    }
    print!("{}", costs(&subjects, &found).text());
    if let [_, small, .., large] = &found[..] {
        let factor = |of: fn(&Run) -> f64| of(large) / of(small);
        let (zoom, pan) = (factor(|run| run.zoom.task), factor(|run| run.pan.task));
        let (from, to) = (&subjects[1].name, &subjects[subjects.len() - 1].name);
        println!("\nfrom {from} to {to} a zoom step costs {zoom:.2} ×, a pan step {pan:.2} ×");
    }
    Ok(())
}

fn costs(subjects: &[Subject], found: &[Run]) -> Table {
    let heads = [
        "page",
        "zoom",
        "script",
        "style",
        "layout",
        "pan",
        "script",
        "style",
        "layout",
        "zoom gap p95",
        "pan gap p95",
        "first drawing",
        "elements",
        "memory MB",
    ];
    let mut table = Table::new(&heads);
    for (subject, run) in subjects.iter().zip(found) {
        let mut row = vec![subject.name.clone()];
        for cost in [run.zoom, run.pan] {
            row.extend([cost.task, cost.script, cost.style, cost.layout].map(|ms| format!("{ms:.2}")));
        }
        row.extend([run.zoom_gap_ms, run.pan_gap_ms].map(|ms| format!("{ms:.1}")));
        row.extend([run.ready_ms, run.num_elements, run.memory_mb].map(|number| format!("{number:.0}")));
        table.add(row);
    }
    table
}
