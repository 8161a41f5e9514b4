//! The pages to be measured, each in its own folder below target/xtask/bench.

use std::fs;
use std::path::{Path, PathBuf};

use brink::record::Record;
use dataset::model::Dataset;
use dataset::source;

use super::others::{self, Cluster};
use crate::machine::run::{Outcome, scratch};
use crate::machine::server;
use crate::machine::steps::step;
use crate::page::finish;

/// The seed of all records here: any will do, but it must be the same from one day to another.
const SEED: u64 = 4;

/// A page to be measured.
pub struct Subject {
    /// What it is called in tables.
    pub name: String,
    /// Where it is.
    pub address: String,
    /// What is dragged and zoomed in it.
    pub plot: &'static str,
}

/// A checked record of `num_events` made-up events.
///
/// # Errors
/// The first problem, if the generator breaks a rule.
pub fn record(num_events: usize) -> Outcome<&'static Dataset> {
    step(&format!("making up a record of {num_events} events"), || {
        source::check("synthetic", &synth::record(num_events, SEED))
            .map_err(|problems| problems[0].to_string())
    })
}

/// The blank page.
///
/// # Errors
/// When it cannot be written or served.
pub fn blank() -> Outcome<Subject> {
    let folder = folder("blank");
    others::write_blank(&folder)?;
    Ok(Subject { name: "blank page".to_owned(), address: server::serve(&folder)?, plot: "#plot" })
}

/// vis-timeline with the events of `record`.
///
/// # Errors
/// As [`blank`].
pub fn vis(record: &Dataset, cluster: Cluster) -> Outcome<Subject> {
    let (name, key) = match cluster {
        Cluster::Off => ("vis-timeline", "vis"),
        Cluster::On => ("vis-timeline, cluster on (one run)", "vis-cluster"),
    };
    let folder = folder(&format!("{key}-{}", record.events.len()));
    others::write_vis(&folder, record, cluster)?;
    Ok(Subject { name: name.to_owned(), address: server::serve(&folder)?, plot: ".vis-center" })
}

/// Our page as it stands in `dist`, with `record` in the place of its own;
/// `name` is for tables and for its folder.
///
/// # Errors
/// As [`blank`]; when there is no dist/, or it holds no record.
pub fn brink(name: &str, dist: &Path, record: &'static Dataset) -> Outcome<Subject> {
    let folder = folder(&format!("{name}-{}", record.events.len()));
    copy(dist, &folder)?;
    let page = folder.join("index.html");
    let html = fs::read_to_string(&page).map_err(|error| error.to_string())?;
    let html = finish::with_record(&html, &Record::new(record))
        .ok_or_else(|| format!("{} holds no record", page.display()))?;
    fs::write(&page, html).map_err(|error| error.to_string())?;
    Ok(Subject { name: name.to_owned(), address: server::serve(&folder)?, plot: ".plot" })
}

/// The folder of the page called `name`.
pub fn folder(name: &str) -> PathBuf {
    scratch().join("bench").join(name)
}

/// Copies the files of the folder `from` to `to`, which is emptied first.
///
/// # Errors
/// When that is not possible.
pub fn copy(from: &Path, to: &Path) -> Outcome {
    let failed = |error: std::io::Error| format!("{}: {error}", from.display());
    // It may not be there yet.
    let _ = fs::remove_dir_all(to);
    fs::create_dir_all(to).map_err(failed)?;
    for entry in fs::read_dir(from).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if let Some(name) = path.file_name().filter(|_| path.is_file()) {
            fs::copy(&path, to.join(name)).map_err(failed)?;
        }
    }
    Ok(())
}
