//! `cargo xtask check-data`: the check of the build by itself, for editors.

use std::fs;
use std::path::{Path, PathBuf};

use dataset::source;

use crate::run::{Outcome, root};

/// Checks the story in `file`, or else the project's own, and then the schema too.
///
/// # Errors
/// Every problem, a line each.
pub fn check(file: Option<PathBuf>) -> Outcome {
    let own = file.is_none();
    // A name relative to the project reads better than a long path; one given by hand is relative to where it was given.
    let (shown, path) = match file {
        Some(file) => (file.display().to_string(), file),
        None => ("data/escalation.json".to_owned(), root().join("data/escalation.json")),
    };
    let text = fs::read_to_string(&path).map_err(|error| format!("{shown}: {error}"))?;
    let mut lines = match source::check(&shown, &text) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.iter().map(ToString::to_string).collect(),
    };
    if own && !is_schema(&schema_file()) {
        lines.push("data/schema.json is not what the types say: run `cargo xtask check-data --schema`".to_owned());
    }
    if lines.is_empty() {
        println!("{shown} is right");
        return Ok(());
    }
    for line in &lines {
        eprintln!("{line}");
    }
    Err(format!("{} in {shown}", if lines.len() == 1 { "1 problem".to_owned() } else { format!("{} problems", lines.len()) }))
}

/// Writes data/schema.json from the types.
///
/// # Errors
/// When the file cannot be written.
pub fn write_schema() -> Outcome {
    if is_schema(&schema_file()) {
        println!("data/schema.json is up to date");
        return Ok(());
    }
    fs::write(schema_file(), source::schema()).map_err(|error| format!("data/schema.json: {error}"))?;
    println!("data/schema.json is written anew");
    Ok(())
}

fn schema_file() -> PathBuf {
    root().join("data/schema.json")
}

fn is_schema(file: &Path) -> bool {
    fs::read_to_string(file).is_ok_and(|text| text == source::schema())
}
