//! Checks the story and packs it into `OUT_DIR/story.txt`.
//!
//! The story is `data/escalation.json`, or the file that the environment variable `ESCALATION_DATA` names.

use std::path::{Path, PathBuf};
use std::{env, fs};

use dataset::{packed, source::check_file};

/// Which story is compiled in.
const CHOICE: &str = "ESCALATION_DATA";

fn main() {
    println!("cargo::rerun-if-env-changed={CHOICE}");
    let path = env::var(CHOICE).unwrap_or_else(|_| "data/escalation.json".to_owned());
    println!("cargo::rerun-if-changed={path}");
    match check_file(Path::new(&path)) {
        Ok(story) => {
            let out = env::var("OUT_DIR").map(PathBuf::from).unwrap_or_default().join("story.txt");
            if let Err(error) = fs::write(&out, packed::pack(story)) {
                println!("cargo::error={}: {error}", out.display());
            }
        }
        Err(problems) => {
            for problem in problems {
                println!("cargo::error={problem}");
            }
        }
    }
}
