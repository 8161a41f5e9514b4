//! `cargo xtask test`: all checks of the project, one line for each step. The last line is
//! `N passed, M failed`. CI runs this and nothing else.

use std::process::Command;

use crate::commands::check_data;
use crate::commands::hosting;
use crate::commands::size;
use crate::machine::run::{Ended, Outcome, command, find, quietly, root};
use crate::machine::steps::step;
use crate::machine::tools;
use crate::machine::wasm::{Compiler, TARGET};
use crate::page::bundle;
use crate::page::finish::Purpose;
use crate::page::single_file;

/// How many tests passed and failed so far. A step that fails without a failed test counts as one.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Tally {
    passed: u64,
    failed: u64,
}

impl Tally {
    /// Runs one step that consists of `call`; what it says is shown when it fails, its tests are counted.
    fn run(&mut self, what: &str, call: Command) -> bool {
        let mut said = String::new();
        let done = step(what, || {
            let Ended { success, output } = quietly(call)?;
            said = output;
            if success { Ok(()) } else { Err(String::new()) }
        });
        let counted = Self::counted(&said);
        self.passed += counted.passed;
        self.failed += counted.failed;
        if let Err(reason) = &done {
            println!("{}", if reason.is_empty() { said.trim_end() } else { reason });
            self.failed += u64::from(counted.failed == 0);
        }
        done.is_ok()
    }

    /// Adds a step that has no tests to count.
    fn add<T>(&mut self, done: Outcome<T>) -> Option<T> {
        match done {
            Ok(value) => Some(value),
            Err(reason) => {
                println!("{reason}");
                self.failed += 1;
                None
            }
        }
    }

    /// The sum over all lines `test result: ok. 3 passed; 0 failed; …` of a test runner.
    fn counted(output: &str) -> Self {
        let mut tally = Self::default();
        for line in output.lines() {
            let Some((_, counts)) = line.split_once("test result: ") else { continue };
            for part in counts.split(['.', ';']) {
                match part.split_whitespace().collect::<Vec<_>>()[..] {
                    [number, "passed"] => tally.passed += number.parse().unwrap_or(0),
                    [number, "failed"] => tally.failed += number.parse().unwrap_or(0),
                    _ => {}
                }
            }
        }
        tally
    }
}

/// How many journeys run side by side. They wait for their browsers much of the time: three keep two cores
/// busy.
const JOURNEYS: &str = "3";

/// Runs every step, also after one that failed, unless it needs what that one makes.
///
/// # Errors
/// Without words (all is said) when anything failed.
pub fn test() -> Outcome {
    let mut tally = Tally::default();
    // One question for all of it. Who says no is told of each by what needs it.
    let _ = tools::of_debian();
    let compiler = tally.add(bundle::ready_with(Purpose::Publishing, &tools::for_drivers()));
    let browsers = tally.add(tools::for_browser_tests());
    on_the_host(&mut tally);
    if let Some(compiler) = compiler {
        for_the_browser(&mut tally, compiler, browsers.is_some());
    }
    println!("{} passed, {} failed", tally.passed, tally.failed);
    if tally.failed == 0 { Ok(()) } else { Err(String::new()) }
}

fn on_the_host(tally: &mut Tally) {
    tally.run("form (cargo fmt)", cargo(&["fmt", "--all", "--check"]));
    tally.run("lints", cargo(&["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"]));
    let mut docs = cargo(&["doc", "--quiet", "--no-deps", "--workspace", "--document-private-items"]);
    docs.env("RUSTDOCFLAGS", "-D warnings");
    tally.run("docs", docs);
    tally.add(step("data", || check_data::verdict(None)));
    tally.run(
        "tests on the host",
        cargo(&["test", "--quiet", "--workspace", "--exclude", "e2e", "--no-fail-fast"]),
    );
    tally
        .run("benchmarks, once each", cargo(&["test", "--quiet", "--package", "brink", "--bench", "layout"]));
}

fn for_the_browser(tally: &mut Tally, compiler: Compiler, with_browsers: bool) {
    let mut lints = compiler.test_command("cargo");
    lints.args(["clippy", "--quiet", "--offline", "--package", "brink", "--target", TARGET]);
    lints.args(["--lib", "--bins", "--test", "browser", "--", "-D", "warnings"]);
    tally.run("lints for the browser", lints);
    if with_browsers {
        tally.run("tests in Chromium", tests_in_chromium(compiler));
    }
    let dist = root().join("dist");
    let built = step("dist/ (the first time about 2 min)", || bundle::build_into(compiler, &dist, None));
    if tally.add(built).is_none() {
        println!("journeys: not tried, there is no page");
        return;
    }
    tally.add(size::say_total(&dist));
    tally.add(size::within_budget(&dist, compiler));
    tally.add(single_file::write(&dist));
    tally.add(hosting::hosting());
    if with_browsers {
        tally.run(
            "journeys in Chromium and Firefox",
            cargo(&[
                "test",
                "--quiet",
                "--package",
                "e2e",
                "--no-fail-fast",
                "--",
                "--test-threads",
                JOURNEYS,
            ]),
        );
    }
}

/// A call of the host's cargo.
fn cargo(words: &[&str]) -> Command {
    let mut cargo = command("cargo");
    cargo.args(words);
    cargo
}

/// `tests/browser/` in the browser, headless.
fn tests_in_chromium(compiler: Compiler) -> Command {
    let mut test = compiler.test_command("cargo");
    test.args(["test", "--offline", "--package", "brink", "--target", TARGET, "--test", "browser"]);
    test.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
    // The browser's flags.
    test.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", root().join("tests/browser/webdriver.json"));
    // In seconds for all of them together, and for the driver to start;
    // the runner's own limits suit fast machines.
    test.env("WASM_BINDGEN_TEST_TIMEOUT", "120").env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "30");
    if let Some(driver) = find("chromedriver") {
        test.env("CHROMEDRIVER", driver);
    }
    test
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_results_of_all_runners_are_added_up() {
        let output = "running 3 tests\n...\ntest result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 \
                      filtered out; finished in 0.00s\n\
                      noise: 9 passed; 9 failed\n    test result: FAILED. 10 passed; 2 failed; 0 ignored; 0 \
                      filtered out\n";
        assert_eq!(Tally::counted(output), Tally { passed: 13, failed: 2 });
        assert_eq!(Tally::counted(""), Tally::default());
    }

    #[test]
    fn a_step_that_fails_without_a_test_counts_as_one_failure() {
        let mut tally = Tally::default();
        assert!(!tally.run("false", command("false")));
        assert!(tally.run("true", command("true")));
        let mut runner = command("sh");
        runner.args(["-c", "echo 'test result: FAILED. 1 passed; 2 failed'; exit 101"]);
        assert!(!tally.run("runner", runner));
        assert_eq!(tally, Tally { passed: 1, failed: 3 });
    }
}
