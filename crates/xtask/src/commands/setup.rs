//! `cargo xtask setup`: installs everything that the other commands need.

use crate::machine::run::Outcome;
use crate::machine::tools;
use crate::page::bundle;
use crate::page::finish::Purpose;

/// Installs what is missing, a line each; says so where nothing is.
///
/// # Errors
/// One line for each thing that is missing and cannot be installed.
pub fn setup() -> Outcome {
    let outcomes = [
        tools::of_debian(),
        bundle::ready_with(Purpose::Trying, &tools::for_drivers()).map(drop),
        tools::for_scripts(),
    ];
    let faults: Vec<String> = outcomes.into_iter().filter_map(Result::err).collect();
    if faults.is_empty() {
        println!("all is there: `cargo xtask serve` shows the page");
        Ok(())
    } else {
        Err(faults.join("\n"))
    }
}
