//! Checks the record and packs it into `OUT_DIR`: the first part as `record.txt`, the second as `texts.txt`.
//!
//! The record is `data/escalation.json`, or the file that the environment variable `ESCALATION_DATA` names.

use std::path::{Path, PathBuf};
use std::{env, fs};

use dataset::{packed, source::verdict_on_file};

/// Which record is compiled in.
const CHOICE: &str = "ESCALATION_DATA";

fn main() {
    // Without the page nobody asks for the record, and `cargo xtask check-data` must
    // run also where the record is wrong.
    if env::var_os("CARGO_FEATURE_PAGE").is_none() {
        println!("cargo::rerun-if-changed=build.rs");
        write("record.txt", "");
        write("texts.txt", "");
        return;
    }
    println!("cargo::rerun-if-env-changed={CHOICE}");
    let path = env::var(CHOICE).unwrap_or_else(|_| "data/escalation.json".to_owned());
    println!("cargo::rerun-if-changed={path}");
    let verdict = verdict_on_file(Path::new(&path), &path);
    for warning in verdict.warnings {
        println!("cargo::warning={warning}");
    }
    match verdict.record {
        Ok(record) => {
            let packed = packed::pack(record);
            write("record.txt", &packed.first);
            write("texts.txt", &packed.texts);
        }
        Err(problems) => {
            for problem in problems {
                println!("cargo::error={problem}");
            }
        }
    }
}

fn write(name: &str, part: &str) {
    let out = env::var("OUT_DIR").map(PathBuf::from).unwrap_or_default().join(name);
    if let Err(error) = fs::write(&out, part) {
        println!("cargo::error={}: {error}", out.display());
    }
}
