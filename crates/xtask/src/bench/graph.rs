//! How soon the actor graph is drawn once the window rests.

use std::thread;
use std::time::Duration;

use serde_json::Value;

use super::hand::Step;
use super::page::Page;
use super::steps::NUM_EVENTS;
use super::table::{Table, median, quantile};
use super::{Bench, subjects};
use crate::machine::run::Outcome;

/// How often the window is moved on each page.
const MOVES: usize = 8;

/// Longer than a window is watched until it counts as resting,
/// and than what leaves the graph takes to fade away.
const WATCHED: Duration = Duration::from_millis(900);

/// Notes for each change of the graph how many milliseconds after the timer that brought it, which finds that
/// the window rests, it was painted.
const RECORDER: &str = "(() => {
    bench.drawn = [];
    const original = window.setTimeout;
    window.setTimeout = (call, ...rest) => original(() => { bench.began = performance.now(); call(); }\
    , ...rest);
    new MutationObserver(() => {
        const began = bench.began;
        requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => bench.drawn.push(performance.now() - began);
            port2.postMessage(0);
        });
    }).observe(document.querySelector('.plane'), { attributes: true, childList: true, subtree: true });
    return 0;
})()";

/// Moves windows of a large record, as it opens and from farther away, and notes when the graph follows.
///
/// # Errors
/// When the page cannot be made or fails.
pub fn at_rest(bench: &mut Bench) -> Outcome {
    let record = subjects::record(NUM_EVENTS)?;
    let subject = subjects::brink("brink", &bench.dist, record)?;
    println!(
        "{NUM_EVENTS} events; milliseconds from the moment when the window rests until the graph is painted\n"
    );
    let mut table = Table::new(&["window", "events", "actors", "median", "95th percentile", "longest"]);
    for (name, turns) in [("as the page opens", 0), ("from farther away", 12), ("from far away", 40)] {
        let (mut all, mut counts) = (Vec::new(), (0.0, 0.0));
        for _ in 0..bench.runs {
            let (mut page, _) = Page::open(&mut bench.browser, &subject.address)?;
            // High enough for the graph's two dozen actors below the timeline.
            page.screen(1280, 1600)?;
            page.rest()?;
            page.point_at(subject.plot)?;
            page.cost_of(&vec![Step::Wheel(100.0); turns])?;
            thread::sleep(WATCHED);
            page.eval(RECORDER)?;
            for nth in 0..MOVES {
                let by = if nth % 2 == 0 { -40.0 } else { 40.0 };
                page.eval("bench.drawn.length = 0")?;
                page.cost_of(&[Step::Wheel(by); 4])?;
                thread::sleep(WATCHED);
                all.extend(page.eval("bench.drawn[0] ?? null")?.as_f64());
            }
            let count = page.eval(
                "[+document.querySelector('.timeline').dataset.shown, document.querySelectorAll('.plane \
                 [data-actor]').length]",
            )?;
            let number = |of: &Value| of.as_f64().unwrap_or_default();
            counts = (number(&count[0]), number(&count[1]));
            page.close()?;
        }
        let longest = all.iter().copied().fold(0.0, f64::max);
        let figures = [median(&all), quantile(&all, 0.95), longest].map(|ms| format!("{ms:.1}"));
        let counts = [counts.0, counts.1].map(|count| format!("{count:.0}"));
        table.add(std::iter::once(name.to_owned()).chain(counts).chain(figures).collect());
    }
    print!("{}", table.text());
    Ok(())
}
