//! One line for each thing done, with its time: `installing trunk 0.21.14 (about 6 min) … 344 s`.

use std::io::{self, Write};
use std::time::Instant;

use crate::run::Outcome;

/// Says `what`, does `work`, and adds how long it took, or `failed`. Nothing else may be printed meanwhile.
///
/// # Errors
/// Those of `work`.
pub fn step<T>(what: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    print!("{what} … ");
    // A line that appears late is no reason to stop.
    let _ = io::stdout().flush();
    #[expect(clippy::disallowed_methods, reason = "the page has no clock, its tools have")]
    let start = Instant::now();
    let outcome = work();
    let secs = start.elapsed().as_secs_f64();
    match &outcome {
        Ok(_) if secs < 9.95 => println!("{secs:.1} s"),
        Ok(_) => println!("{secs:.0} s"),
        Err(_) => println!("failed"),
    }
    outcome
}
