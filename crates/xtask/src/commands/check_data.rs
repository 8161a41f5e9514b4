//! `cargo xtask check-data`: only the check of the build, for editors.

use std::fs;
use std::path::{Path, PathBuf};

use dataset::model::Dataset;
use dataset::source::{self, report};

use crate::machine::run::{Outcome, root};

/// The project's own record.
const OWN: &str = "data/escalation.json";

/// Checks the record in `file`, or else the project's own, and then the schema too; prints its counts, what
/// may be twins, and that all is right.
///
/// # Errors
/// As [`verdict`].
pub fn check(file: Option<PathBuf>) -> Outcome {
    let (record, said) = judged(file)?;
    print!("{}", report::report(record));
    let alone = report::without_links(record);
    println!(
        "events without an answer or a consequence: {}",
        if alone.is_empty() { "none".to_owned() } else { alone.join(", ") }
    );
    println!("{said}");
    Ok(())
}

/// One line that says that the record in `file` (or else the project's own, with its schema) is right,
/// behind a line for each warning.
///
/// # Errors
/// Every warning and problem, a line each, and how many there are.
pub fn verdict(file: Option<PathBuf>) -> Outcome<String> {
    judged(file).map(|(_, said)| said)
}

fn judged(file: Option<PathBuf>) -> Outcome<(&'static Dataset, String)> {
    let own = file.is_none();
    // A name relative to the project reads better than a long path;
    // one given by hand is relative to where it was given.
    let (shown, path) = match file {
        Some(file) => (file.display().to_string(), file),
        None => (OWN.to_owned(), root().join(OWN)),
    };
    let verdict = source::verdict_on_file(&path, &shown);
    let warnings: String = verdict.warnings.iter().map(|warning| format!("warning: {warning}\n")).collect();
    let problems = verdict.record.as_ref().err().map(Vec::as_slice).unwrap_or_default();
    let mut lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    lines.extend(readings(&path));
    let notes = [source::readings::SEEN, source::readings::CHECKED]
        .into_iter()
        .filter(|name| own && !path.with_file_name(name).exists());
    lines.extend(notes.map(|name| format!("data/{name} is missing")));
    if own && !is_schema(&schema_file()) {
        lines.push(
            "data/schema.json is not what the types say: run `cargo xtask check-data --schema`".to_owned(),
        );
    }
    match (verdict.record, lines.len()) {
        (Ok(record), 0) => Ok((record, format!("{warnings}{shown} is right"))),
        (_, 1) => Err(format!("1 problem\n{warnings}{}", lines.join("\n"))),
        (_, number) => Err(format!("{number} problems\n{warnings}{}", lines.join("\n"))),
    }
}

/// What is wrong with the notes that lie beside the record,
/// of what was read in which source and of each event's reading.
fn readings(record: &Path) -> Vec<String> {
    let Ok(text) = fs::read_to_string(record) else { return Vec::new() };
    let beside = |name: &str| fs::read_to_string(record.with_file_name(name)).ok();
    source::readings::problems(
        &text,
        beside(source::readings::SEEN).as_deref(),
        beside(source::readings::CHECKED).as_deref(),
    )
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_problems_of_a_file_are_told_at_once_with_their_number() {
        let file = crate::machine::run::scratch().join("two-problems.json");
        fs::create_dir_all(crate::machine::run::scratch()).unwrap();
        let text = include_str!("empty.json")
            .replace("\"importance\": 1", "\"importance\": 9")
            .replace("2020-01-02\",", "2020-02-30\",");
        fs::write(&file, text).unwrap();
        let told = verdict(Some(file)).unwrap_err();
        let mut lines = told.lines();
        let number: usize = lines.next().and_then(|line| line.split(' ').next()).unwrap().parse().unwrap();
        assert!(number >= 2, "{told}");
        assert_eq!(lines.count(), number, "{told}");
    }

    #[test]
    fn a_file_that_is_not_there_is_named() {
        let told = verdict(Some(PathBuf::from("no-such.json"))).unwrap_err();
        assert!(told.lines().any(|line| line.starts_with("no-such.json: ")), "{told}");
    }
}
