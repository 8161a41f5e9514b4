//! `cargo xtask build`: the page as it is published, in `dist/`.

use std::env;
use std::path::Path;
use std::process::Command;

use crate::run::{Outcome, output_of, root};
use crate::size;
use crate::steps::step;
use crate::tools;
use crate::wasm::Compiler;

/// Sees to the tools, builds `dist/` and says what it weighs.
///
/// # Errors
/// One line for what is missing; what Trunk said, when it failed.
pub fn build() -> Outcome {
    let compiler = ready()?;
    let dist = root().join("dist");
    step("building dist/ (the first time about 3 min)", || build_into(compiler, &dist, None))?;
    size::say_total(&dist)
}

/// Sees to all that building takes.
///
/// # Errors
/// One line for what is missing.
pub fn ready() -> Outcome<Compiler> {
    let compiler = Compiler::ready()?;
    tools::for_building()?;
    compiler.fetch()?;
    Ok(compiler)
}

/// Tells Trunk's hook to call this very program.
///
/// # Errors
/// Where the system does not say which file it runs.
pub fn pass_on(trunk: &mut Command) -> Outcome {
    let own = env::current_exe().map_err(|error| error.to_string())?;
    trunk.env("XTASK", own);
    Ok(())
}

/// Builds the page into the folder `dist`, from the story in `story` or else the project's own.
///
/// # Errors
/// What Trunk said, when it failed.
pub fn build_into(compiler: Compiler, dist: &Path, story: Option<&Path>) -> Outcome {
    let mut trunk = compiler.release_command("trunk");
    trunk.args(["--log", "error", "build", "--release", "--offline", "--skip-version-check", "--dist"]).arg(dist);
    trunk.env("CARGO_TERM_QUIET", "true").env_remove("RUST_BACKTRACE");
    pass_on(&mut trunk)?;
    if let Some(story) = story {
        trunk.env("ESCALATION_DATA", story);
    }
    output_of(trunk).map(drop)
}
