//! What the docs say about the project can be found in it:
//! links lead somewhere, paths exist, counts are those of the record.
//!
//! Separate from `tidy`, which looks at code.

use std::fs;
use std::path::{Path, PathBuf};

use dataset::model::{Dataset, Grade};
use dataset::source::check_file;
use serde_json::Value;

/// Folders with docs, and whether those below them have docs too.
const FOLDERS: [(&str, bool); 4] = [("", false), (".github", true), ("data", false), ("docs", true)];

/// What a path in the docs begins with when it names a file of the project.
const PLACES: [&str; 10] =
    ["crates/", "data/", "dataset/", "docs/", "scripts/", "src/", "styles/", "synth/", "tests/", "xtask/"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The Markdown files of the project by their paths from its root, each with its text.
fn docs() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for (folder, is_deep) in FOLDERS {
        gather(Path::new(folder), is_deep, &mut found);
    }
    found
}

fn gather(folder: &Path, is_deep: bool, found: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(root().join(folder)).unwrap() {
        let entry = entry.unwrap();
        let path = folder.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            if is_deep {
                gather(&path, true, found);
            }
        } else if path.extension().is_some_and(|ending| ending == "md") {
            found.push((path, fs::read_to_string(entry.path()).unwrap()));
        }
    }
}

/// Where the links and pictures of a Markdown text lead within the project.
fn links(text: &str) -> impl Iterator<Item = &str> {
    let targets = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    targets
        .filter_map(|target| target.split('#').next())
        .filter(|path| !path.is_empty() && !path.contains("://"))
}

/// The paths of the project that stand between backquotes,
/// also those of places in a folder (`src/*.rs` is none).
fn paths(text: &str) -> impl Iterator<Item = &str> {
    let is_plain = |path: &str| path.chars().all(|c| c.is_ascii_alphanumeric() || "/._-".contains(c));
    let quoted = text.lines().flat_map(|line| line.split('`').skip(1).step_by(2));
    quoted.filter(move |path| PLACES.iter().any(|place| path.starts_with(place)) && is_plain(path))
}

#[test]
fn every_link_and_every_path_in_the_docs_leads_somewhere() {
    let docs = docs();
    assert!(docs.len() > 20, "only {} files found", docs.len());
    let mut astray = Vec::new();
    for (file, text) in &docs {
        let folder = root().join(file).parent().unwrap().to_owned();
        let dead_links = links(text).filter(|link| !folder.join(link).exists());
        let dead_paths = paths(text).filter(|path| !root().join(path).exists());
        astray.extend(dead_links.chain(dead_paths).map(|to| format!("{}: {to}", file.display())));
    }
    assert!(astray.is_empty(), "\n{}", astray.join("\n"));
}

#[test]
fn links_and_paths_are_read_off_a_text() {
    let text =
        "[a](b/c.md#d), ![e](f.png), [g](https://h.example), [i](#j) `src/k.rs` `src/*.rs` `l` `cargo src/m`";
    assert_eq!(links(text).collect::<Vec<_>>(), ["b/c.md", "f.png"]);
    assert_eq!(paths(text).collect::<Vec<_>>(), ["src/k.rs"]);
}

/// What the editor's guide must say of `record`, word for word but for line breaks.
fn counts(record: &Dataset) -> Vec<String> {
    let sum = |of: fn(&dataset::model::Event) -> usize| record.events.iter().map(of).sum::<usize>();
    let (answers, outcomes) = (sum(|event| event.responds_to.len()), sum(|event| event.follows.len()));
    let grade = |grade: Grade| record.sources.iter().filter(|source| source.grade == grade).count();
    let notes: Value =
        serde_json::from_str(&fs::read_to_string(root().join("data/seen.json")).unwrap()).unwrap();
    let (seen, unread) =
        (notes["seen"].as_object().unwrap().len(), notes["unread"].as_array().unwrap().len());
    vec![
        format!(
            "{} events, {answers} answers, {outcomes} consequences, {} claims, {} figures, {} rows of \
             casualties, {} actors, {} relations, {} sources, {} places",
            record.events.len(),
            sum(|event| event.claims.len()),
            sum(|event| event.figures.len()),
            sum(|event| event.casualties.len()),
            record.actors.len(),
            record.relations.len(),
            record.sources.len(),
            record.places.len(),
        ),
        format!("`responds_to` holds {answers} links"),
        format!("`follows` ({outcomes} links)"),
        format!(
            "{} official, {} agency, {} newspaper, {} reference, {} digest",
            grade(Grade::Official),
            grade(Grade::Agency),
            grade(Grade::Newspaper),
            grade(Grade::Reference),
            grade(Grade::Digest),
        ),
        format!("Of the {} sources {seen} were read", record.sources.len()),
        format!("{unread} were known before"),
    ]
}

#[test]
fn the_editors_guide_counts_what_there_is() {
    let guide = fs::read_to_string(root().join("data/README.md")).unwrap();
    let guide = guide.split_whitespace().collect::<Vec<_>>().join(" ");
    let record = check_file(&root().join("data/escalation.json")).unwrap();
    let missing: Vec<_> = counts(record).into_iter().filter(|count| !guide.contains(count)).collect();
    assert!(missing.is_empty(), "data/README.md should say:\n{}", missing.join("\n"));
}
