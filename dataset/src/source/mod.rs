//! The file of a story: its form, the rules it must keep, and what the build makes of it.
//!
//! Only builds, the command `check-data` and tests turn this on; the page holds the finished story.
//!
//! In reading order: [`form`] (what an editor writes) and its `schema`; `json` and `shape` (reading it, whatever its
//! faults); `text`, `fields`, `ids`, `evidence`, `links` (the rules); `resolve` and `words` (to the model);
//! [`editorial`] and [`report`] (for the editor). [`problem`] has every message, `at` the places they name, [`hint`] what was meant.

mod at;
pub mod cameo;
pub mod editorial;
mod evidence;
mod faults;
mod fields;
pub mod form;
pub mod hint;
mod ids;
mod json;
mod links;
pub mod problem;
pub mod report;
mod resolve;
mod schema;
mod shape;
mod text;
mod words;

use std::path::Path;

pub use problem::{At, Fault, Problem};
pub use schema::text as schema;

use crate::model::Dataset;
use faults::Faults;
use json::Json;

/// Checks the file `file_name`, whose text is `text`, and gives the story in it.
///
/// The story lives until the program ends. O(n log n) in the size of the file, for a file that is right.
///
/// ```
/// let problems = dataset::source::check("story.json", r#"{ "version": 1 "#).unwrap_err();
/// assert_eq!(problems[0].to_string(), "story.json: line 1, column 15: not JSON: EOF while parsing an object");
/// ```
///
/// # Errors
/// All problems of the file at once, in its order; only a text that is not JSON gives that one problem alone.
pub fn check(file_name: &str, text: &str) -> Result<&'static Dataset, Vec<Problem>> {
    let json = match serde_json::from_str::<Json>(text) {
        Ok(json) => json,
        Err(error) => {
            let place = format!(" at line {} column {}", error.line(), error.column());
            let reason = error.to_string().replace(&place, "");
            let fault = Fault::NotJson { line: error.line(), column: error.column(), reason };
            return Err(vec![Problem::new(file_name, &Json::Null, At::file(), fault)]);
        }
    };
    let mut faults = Faults::default();
    let fitted = shape::fitted(&json, schema::value(), &mut faults);
    let story = match serde_json::from_value::<form::File>(fitted) {
        Ok(file) => story(&file, &mut faults),
        Err(error) => {
            faults.push(At::file(), Fault::NotReadable { reason: error.to_string() });
            None
        }
    };
    match story {
        Some(story) if faults.is_empty() => Ok(story),
        _ => Err(faults.into_problems(file_name, &json, &LISTS)),
    }
}

/// The outermost keys in the order of the form, in which problems are told.
const LISTS: [&str; 11] =
    ["$schema", "version", "meta", "sides", "domains", "sources", "places", "actors", "relations", "events", "stories"];

/// Checks the file at `path`; in messages it is called as `path` is written.
///
/// # Errors
/// As [`check`]; a file that cannot be read is one problem too.
pub fn check_file(path: &Path) -> Result<&'static Dataset, Vec<Problem>> {
    let file_name = path.display().to_string();
    match std::fs::read_to_string(path) {
        Ok(text) => check(&file_name, &text),
        Err(error) => {
            let fault = Fault::NotReadable { reason: error.to_string() };
            Err(vec![Problem::new(&file_name, &Json::Null, At::file(), fault)])
        }
    }
}

/// All rules but those of the shape, and the story where it can be built.
fn story(file: &form::File, faults: &mut Faults) -> Option<&'static Dataset> {
    fields::check(file, faults);
    let dates = resolve::event_dates(file, faults);
    let story = resolve::story(file, &dates, faults);
    evidence::check(file, faults);
    links::check(file, &dates, faults);
    story
}
