//! One line for each step, with its time: `building dist/ (about 2 min) … 84 s`.
//! At a terminal the seconds count up.

use std::io::{self, IsTerminal, Write};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::machine::run::Outcome;

/// Says `what`, does `work`, and adds how long it took, or `failed`. Nothing else may be printed meanwhile.
///
/// # Errors
/// Those of `work`.
pub fn step<T>(what: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    say(&format!("{what} … "));
    let start = now();
    let outcome = ticking(start, || what.to_owned(), work);
    // At a terminal the seconds stand behind the words already.
    let again = if io::stdout().is_terminal() { format!("\r{what} … ") } else { String::new() };
    println!("{again}{}", ending(&outcome, start));
    outcome
}

/// One of several things that are done at the same time.
pub struct Job<'a> {
    what: String,
    work: Box<dyn FnOnce() -> Outcome + Send + 'a>,
}

impl<'a> Job<'a> {
    /// `work`, which is called `what`; nothing may be printed by it.
    pub fn new(what: impl Into<String>, work: impl FnOnce() -> Outcome + Send + 'a) -> Self {
        Self { what: what.into(), work: Box::new(work) }
    }
}

/// Does all `jobs` at the same time: says what they are,
/// and at the end of each how long it took and what is left.
///
/// # Errors
/// Those of the jobs, one after the other, once all have ended.
pub fn at_once(jobs: Vec<Job>) -> Outcome {
    let left = Mutex::new(jobs.iter().map(|job| job.what.clone()).collect::<Vec<_>>());
    let left = || left.lock().unwrap_or_else(PoisonError::into_inner);
    println!("at the same time: {}", left().join(", "));
    let start = now();
    let faults = Mutex::new(Vec::new());
    ticking(
        start,
        || format!("left: {}", left().join(", ")),
        || {
            thread::scope(|scope| {
                for job in jobs {
                    let faults = &faults;
                    scope.spawn(move || {
                        let outcome = (job.work)();
                        let mut left = left();
                        left.retain(|what| *what != job.what);
                        let rest = if left.is_empty() {
                            String::new()
                        } else {
                            format!("; left: {}", left.join(", "))
                        };
                        let line = if io::stdout().is_terminal() { "\r\x1b[K" } else { "" };
                        println!("{line}{} … {}{rest}", job.what, ending(&outcome, start));
                        if let Err(reason) = outcome {
                            faults.lock().unwrap_or_else(PoisonError::into_inner).push(reason);
                        }
                    });
                }
            });
        },
    );
    let faults = faults.into_inner().unwrap_or_else(PoisonError::into_inner);
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
}

/// Does `work`, and at a terminal writes `what` with the seconds since `start`, once a second.
fn ticking<T>(start: Instant, what: impl Fn() -> String + Send, work: impl FnOnce() -> T) -> T {
    thread::scope(|scope| {
        let (done, wait) = mpsc::channel::<()>();
        if io::stdout().is_terminal() {
            scope.spawn(move || {
                while wait.recv_timeout(Duration::from_secs(1)) == Err(RecvTimeoutError::Timeout) {
                    say(&format!("\r\x1b[K{} … {} s", what(), start.elapsed().as_secs()));
                }
            });
        }
        let value = work();
        drop(done);
        value
    })
}

fn ending<T>(outcome: &Outcome<T>, start: Instant) -> String {
    let secs = start.elapsed().as_secs_f64();
    match outcome {
        Ok(_) if secs < 9.95 => format!("{secs:.1} s"),
        Ok(_) => format!("{secs:.0} s"),
        Err(_) => "failed".to_owned(),
    }
}

#[expect(clippy::disallowed_methods, reason = "the page has no clock, its tools have")]
fn now() -> Instant {
    Instant::now()
}

fn say(text: &str) {
    print!("{text}");
    // A line that appears late is no reason to stop.
    let _ = io::stdout().flush();
}

#[cfg(test)]
mod tests {
    use std::sync::Barrier;

    use super::*;

    #[test]
    fn jobs_run_side_by_side_and_all_their_faults_are_told() {
        let both = Barrier::new(2);
        let meet = |result: Outcome| {
            let both = &both;
            move || {
                both.wait();
                result
            }
        };
        let jobs = vec![Job::new("a", meet(Ok(()))), Job::new("b", meet(Err("b is broken".to_owned())))];
        assert_eq!(at_once(jobs), Err("b is broken".to_owned()));
        assert_eq!(at_once(Vec::new()), Ok(()));
    }
}
