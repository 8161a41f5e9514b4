//! Whether frames come in time while a reader zooms from the whole record to one hour and back, on this
//! processor and on one that is four times slower.

use serde_json::json;

use super::Bench;
use super::hand::Step;
use super::page::Page;
use super::table::{Table, median};
use crate::machine::run::Outcome;
use crate::machine::server;

/// What is zoomed at: on that day the real record is densest.
const AIM: &str = "2020-01-03T00:00:00Z";
/// Notches that lead from 75 years to less than an hour, and from any window to the whole record.
const NOTCHES: usize = 60;
/// Notches between two looks at where the aim is: at 75 years a pixel is three weeks.
const NOTCHES_AN_AIM: usize = 6;
/// How much later than its turn a frame's time stamp may be read, in milliseconds.
const READING_ERROR_MS: f64 = 0.4;

/// The page with its own record, unthrottled and throttled.
///
/// # Errors
/// When the page fails, or the way does not lead to one hour.
pub fn all_the_way(bench: &mut Bench) -> Outcome {
    let address = server::serve(&bench.dist)?;
    println!("share of frames in time while zooming from the whole record to one hour and back\n");
    let mut table = Table::new(&["processor", "limit ms", "in time", "longest ms", "frames"]);
    for (throttle, limit_ms) in [(1, 16.7), (4, 33.3)] {
        let mut found = Vec::new();
        for _ in 0..bench.runs {
            found.push(gaps(bench, &address, throttle)?);
        }
        let of = |value: fn(&[f64], f64) -> f64| {
            median(&found.iter().map(|gaps| value(gaps, limit_ms)).collect::<Vec<_>>())
        };
        #[expect(clippy::cast_precision_loss, reason = "frames of a minute")]
        let in_time = of(|gaps, limit| {
            gaps.iter().filter(|&&gap| gap <= limit + READING_ERROR_MS).count() as f64 / gaps.len() as f64
        });
        let longest = of(|gaps, _| gaps.iter().copied().fold(0.0, f64::max));
        #[expect(clippy::cast_precision_loss, reason = "frames of a minute")]
        let count = of(|gaps, _| gaps.len() as f64);
        let name = if throttle == 1 { "as it is".to_owned() } else { format!("{throttle} × slower") };
        let in_time = format!("{:.1} %", 100.0 * in_time);
        table.add(vec![name, format!("{limit_ms}"), in_time, format!("{longest:.0}"), format!("{count:.0}")]);
    }
    print!("{}", table.text());
    Ok(())
}

/// The times between frames on the whole way, in milliseconds.
fn gaps(bench: &mut Bench, address: &str, throttle: u32) -> Outcome<Vec<f64>> {
    let (mut page, _) = Page::open(&mut bench.browser, address)?;
    page.point_at(".plot")?;
    page.cost_of(&[Step::Wheel(100.0); NOTCHES])?;
    page.rest()?;
    page.call("Emulation.setCPUThrottlingRate", json!({ "rate": throttle }))?;
    let mut gaps = Vec::new();
    for _ in 0..NOTCHES / NOTCHES_AN_AIM {
        aim(&mut page)?;
        gaps.extend(page.gaps_of(&[Step::Wheel(-100.0); NOTCHES_AN_AIM])?);
    }
    let shown = page.eval(
        "(([a, b]) => (new Date(b) - new Date(a)) / \
         1000)(document.querySelector('[data-window]').dataset.window.split('/'))",
    )?;
    if shown.as_f64().is_none_or(|secs| secs > 3_600.0) {
        return Err(format!("{NOTCHES} notches lead to a window of {shown} s and not to one of an hour"));
    }
    gaps.extend(page.gaps_of(&[Step::Wheel(100.0); NOTCHES])?);
    page.close()?;
    Ok(gaps)
}

/// Puts the hand on the aim's place in the plot.
fn aim(page: &mut Page) -> Outcome {
    let place = page.eval(&format!(
        "(() => {{ const [start, end] = \
         document.querySelector('[data-window]').dataset.window.split('/').map(Date.parse); const plot = \
         document.querySelector('.plot').getBoundingClientRect(); return [plot.x + plot.width * \
         (Date.parse('{AIM}') - start) / (end - start), plot.y + plot.height / 2] }})()"
    ))?;
    let (Some(x), Some(y)) = (place[0].as_f64(), place[1].as_f64()) else {
        return Err("there is no plot".to_owned());
    };
    page.move_to(x, y)
}
