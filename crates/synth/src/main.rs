//! `cargo run --package synth -- EVENTS [SEED]`: a made-up record as the text
//! of a file, to build the page with.

use std::env;
use std::process::ExitCode;

fn main() -> ExitCode {
    let numbers: Option<Vec<u64>> = env::args().skip(1).map(|word| word.parse().ok()).collect();
    let (num_events, seed) = match numbers.as_deref() {
        Some(&[num_events]) => (num_events, 4),
        Some(&[num_events, seed]) => (num_events, seed),
        _ => {
            eprintln!("usage: synth EVENTS [SEED] > FILE; then ESCALATION_DATA=FILE cargo xtask build");
            return ExitCode::from(2);
        }
    };
    println!("{}", synth::record(usize::try_from(num_events).unwrap_or(usize::MAX), seed));
    ExitCode::SUCCESS
}
