//! The file of a record: its form, the rules that it must keep, and what the build makes of it.
//!
//! Only builds, the command `check-data` and tests turn this on; the page holds the finished record.
//!
//! In reading order:
//!
//! - [`form`] (what an editor writes) and its `schema`;
//! - `encoding`, `json` and `shape`: reading the file, whatever its faults;
//! - the rules: `text`, `spelling`, `fields`, `countries`, `ids`, `dates`, `evidence`, `links`;
//!   and `doubts`, which only warn;
//! - `resolve`: to the model; [`cameo`]: the table of event codes;
//! - [`report`] and [`readings`]: for the editor;
//! - [`problem`] has every message, `at` the places that they name, [`hint`] what was probably meant.

mod at;
pub mod cameo;
mod countries;
mod dates;
mod doubts;
mod encoding;
mod evidence;
mod faults;
mod fields;
pub mod form;
pub mod hint;
mod ids;
mod json;
mod links;
pub mod problem;
pub mod readings;
pub mod report;
mod resolve;
mod schema;
mod shape;
mod spelling;
mod text;

use std::path::Path;

pub use problem::{At, Fault, Problem};
pub use schema::text as schema;

use crate::model::Dataset;
use faults::Faults;
use json::Json;

/// Checks the file `file_name`, whose text is `text`, and gives the record in it.
///
/// The record lives until the program ends. O(n log n) in the size of the file, for a file that is right.
///
/// ```
/// let problems = dataset::source::check("record.json", r#"{ "version": 1, }"#).unwrap_err();
/// assert_eq!(problems[0].to_string(), "record.json: line 1, column 17: not JSON: a comma before } or ]");
/// ```
///
/// # Errors
/// All problems of the file at once, in its order; only a text that is not JSON gives that one problem alone.
pub fn check(file_name: &str, text: &str) -> Result<&'static Dataset, Vec<Problem>> {
    verdict(file_name, text.as_bytes()).record
}

/// What is to be said about a file.
#[derive(Debug)]
pub struct Verdict {
    /// The record, or all problems in the order of the file.
    pub record: Result<&'static Dataset, Vec<Problem>>,
    /// What is no problem, but seldom meant; in the order of the file.
    pub warnings: Vec<Problem>,
}

impl Verdict {
    fn problem(file_name: &str, fault: Fault) -> Self {
        Self {
            record: Err(vec![Problem::new(file_name, &Json::Null, At::file(), fault)]),
            warnings: Vec::new(),
        }
    }
}

/// As [`check`], with the warnings too; `bytes` are the file as it lies on the disk.
#[must_use]
pub fn verdict(file_name: &str, bytes: &[u8]) -> Verdict {
    let text = match encoding::text(bytes) {
        Ok(text) => text,
        Err(fault) => return Verdict::problem(file_name, fault),
    };
    let json = match serde_json::from_str::<Json>(text) {
        Ok(json) => json,
        Err(error) => return Verdict::problem(file_name, encoding::fault(text, &error)),
    };
    let mut faults = Faults::default();
    let fitted = shape::fitted(&json, schema::value(), &mut faults);
    let record = match serde_json::from_value::<form::File>(fitted) {
        Ok(file) => record(&file, &mut faults),
        Err(error) => {
            faults.push(At::file(), Fault::NotReadable { reason: error.to_string() });
            None
        }
    };
    let is_right = faults.is_empty();
    let [problems, warnings] = faults.into_problems(file_name, &json, &LISTS);
    Verdict { record: record.filter(|_| is_right).ok_or(problems), warnings }
}

/// The outermost keys in the order of the form, in which problems are told.
const LISTS: [&str; 11] = [
    "$schema",
    "version",
    "meta",
    "sides",
    "domains",
    "sources",
    "places",
    "actors",
    "relations",
    "events",
    "stories",
];

/// Checks the file at `path`; in messages it is called as `path` is written.
///
/// # Errors
/// As [`check`]; a file that cannot be read is one problem too.
pub fn check_file(path: &Path) -> Result<&'static Dataset, Vec<Problem>> {
    verdict_on_file(path, &path.display().to_string()).record
}

/// As [`check_file`], with the warnings too; in messages the file is called `file_name`.
#[must_use]
pub fn verdict_on_file(path: &Path, file_name: &str) -> Verdict {
    match std::fs::read(path) {
        Ok(bytes) => verdict(file_name, &bytes),
        Err(error) => Verdict::problem(file_name, Fault::NotReadable { reason: error.to_string() }),
    }
}

/// All rules but those of the shape, and the record where it can be built.
fn record(file: &form::File, faults: &mut Faults) -> Option<&'static Dataset> {
    fields::check(file, faults);
    let dates = resolve::event_dates(file, faults);
    let record = resolve::record(file, &dates, faults);
    evidence::check(file, &dates, faults);
    links::check(file, &dates, faults);
    doubts::check(file, &dates, faults);
    record
}
