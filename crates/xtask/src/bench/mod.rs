//! `cargo xtask bench`: what the page costs a reader's browser, beside other libraries, in tables.
//!
//! Each measure opens pages in headless Chromium ([`cdp`], [`page`]) and does the same with each: [`steps`]
//! (a step, a first drawing, and how both grow), [`force`] (ticks), [`frames`] (whether they come in time),
//! [`graph`] (how soon it follows), [`search`] (a keystroke), [`session`] (memory), [`line`](mod@line) (waits
//! on a slow line). [`subjects`] makes the pages, [`others`] has those of other libraries,
//! [`crate::machine::server`] serves them, [`table`] prints.

pub mod cdp;
mod force;
mod frames;
mod graph;
pub mod hand;
mod line;
mod others;
pub mod page;
mod search;
mod session;
mod steps;
mod subjects;
mod table;

use std::fs;
use std::num::NonZero;
use std::path::PathBuf;
use std::thread;
use std::time::{SystemTime, UNIX_EPOCH};

use dataset::civil::Date;

use crate::commands::build;
use crate::machine::run::{Outcome, root};
use crate::machine::tools;

/// What one call asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    /// The one measure to take; all of them where none is named.
    pub only: Option<String>,
    /// The folder of a page that is built already; without one it is built first.
    pub dist: Option<PathBuf>,
    /// The folder of another version of the page, which steps
    /// and searches are compared with in place of others' pages.
    pub against: Option<PathBuf>,
    /// How many times each page is opened; figures are medians.
    pub runs: usize,
}

/// The fewest runs that figures for others rest on.
const DEFAULT_RUNS: usize = 5;

impl Wanted {
    /// Reads the words after `bench`.
    ///
    /// # Errors
    /// The reason when they do not fit.
    pub fn parse(words: &[&str]) -> Outcome<Self> {
        let mut wanted = Self { only: None, dist: None, against: None, runs: DEFAULT_RUNS };
        for pair in words.chunks(2) {
            match *pair {
                ["--only", name] => wanted.only = Some(name.to_owned()),
                ["--dist", folder] => wanted.dist = Some(PathBuf::from(folder)),
                ["--against", folder] => wanted.against = Some(PathBuf::from(folder)),
                ["--runs", number] => {
                    let runs = number.parse().ok().filter(|&runs| runs > 0);
                    wanted.runs = runs.ok_or_else(|| format!("`{number}` is no number of runs"))?;
                }
                _ => return Err(format!("`{}` is no flag of bench with a value", pair.join(" "))),
            }
        }
        Ok(wanted)
    }
}

/// A measure: its name and how it is taken.
type Measure = (&'static str, fn(&mut Bench) -> Outcome);

/// What measures are taken with.
pub struct Bench {
    browser: cdp::Chromium,
    /// The folder of the built page.
    dist: PathBuf,
    /// That of another version.
    against: Option<PathBuf>,
    /// How many times each page is opened.
    runs: usize,
}

const MEASURES: [Measure; 8] = [
    ("steps", steps::side_by_side),
    ("growth", steps::growth),
    ("force", force::against_d3),
    ("frames", frames::all_the_way),
    ("graph", graph::at_rest),
    ("search", search::keystrokes),
    ("session", session::long),
    ("line", line::waits),
];

/// Takes the measures and prints their tables.
///
/// # Errors
/// One line when something is missing, a page fails, or there is no such measure.
pub fn bench(wanted: &Wanted) -> Outcome {
    let fits = |name: &str| wanted.only.as_deref().is_none_or(|only| only == name);
    let chosen: Vec<&Measure> = MEASURES.iter().filter(|(name, _)| fits(name)).collect();
    if chosen.is_empty() {
        let names = MEASURES.map(|(name, _)| name).join(", ");
        return Err(format!("there is no such measure; there are {names}"));
    }
    tools::for_browser_tests()?;
    tools::for_comparing()?;
    let dist = match &wanted.dist {
        Some(dist) => dist.clone(),
        None => {
            build::build()?;
            root().join("dist")
        }
    };
    let mut bench =
        Bench { browser: cdp::Chromium::start()?, dist, against: wanted.against.clone(), runs: wanted.runs };
    println!(
        "{}, {}: {} at 1280 × 800; medians of {} runs",
        today(),
        machine(),
        bench.browser.version()?,
        bench.runs
    );
    for (name, measure) in chosen {
        println!("\n## {name}\n");
        measure(&mut bench)?;
    }
    Ok(())
}

/// The day, in UTC.
fn today() -> Date {
    #[expect(clippy::disallowed_methods, reason = "the page has no clock, its tools have")]
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Date::from_days(i64::try_from(now.as_secs() / 86_400).unwrap_or_default())
}

/// The processor by name, where the system tells it, and how many can run at once.
fn machine() -> String {
    let about = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = about
        .lines()
        .find_map(|line| line.strip_prefix("model name"))
        .unwrap_or("a processor without a name");
    let count = thread::available_parallelism().map_or(1, NonZero::get);
    format!("{count} × {}", name.trim_start_matches([':', ' ', '\t']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_come_in_any_order_each_with_its_value() {
        let wanted = Wanted::parse(&["--runs", "3", "--only", "steps"]).unwrap();
        assert_eq!(wanted, Wanted { only: Some("steps".to_owned()), dist: None, against: None, runs: 3 });
        for words in [&["--runs"] as &[_], &["--runs", "0"], &["--runs", "x"], &["steps"], &["--what", "x"]] {
            assert!(Wanted::parse(words).is_err(), "{words:?}");
        }
    }
}
