//! `cargo xtask build` and `cargo xtask single-file`: the page as it is published, in `dist/`.

use std::fs;

use super::size::{self, packed, thousands};
use crate::machine::run::{Outcome, root};
use crate::machine::steps::step;
use crate::page::finish::Purpose;
use crate::page::{bundle, single_file};

/// Sees to the tools, builds `dist/` and says what it weighs.
///
/// # Errors
/// One line for what is missing; what a tool said, when it failed.
pub fn build() -> Outcome {
    let compiler = bundle::ready(Purpose::Publishing)?;
    let dist = root().join("dist");
    step("building dist/ (the first time about 2 min)", || bundle::build_into(compiler, &dist, None))?;
    size::say_total(&dist)
}

/// Builds `dist/` and writes the page as one file beside it.
///
/// # Errors
/// Those of the build; one line when what it made has another form than expected.
pub fn single_file() -> Outcome {
    let compiler = bundle::ready(Purpose::Publishing)?;
    let dist = root().join("dist");
    step("building dist/ (the first time about 3 min)", || bundle::build_into(compiler, &dist, None))?;
    single_file::write(&dist)?;
    let file = dist.join(single_file::NAME);
    let len = fs::metadata(&file).map_err(|error| error.to_string())?.len();
    let name = single_file::NAME;
    println!(
        "dist/{name}: {} bytes, {} as gzip",
        thousands(len),
        thousands(packed(&file, &["gzip", "-9", "-n"])?)
    );
    Ok(())
}
