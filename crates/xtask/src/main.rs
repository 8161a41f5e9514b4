//! The project's commands: `cargo xtask setup`, `serve`, `build`, `single-file`, `test`, `check-data`,
//! `graphs`, `hosting`, `views`, `film`, `size`, `bench`.
//!
//! [`page`] builds the page, [`commands`] does something with it or with the record, [`mod@bench`] measures
//! it, and [`machine`] installs and runs other programs. Each command first installs what it needs. It prints
//! one line for whatever it installs, and nothing for what is there. This file only reads the arguments.

mod bench;
mod commands;
mod machine;
mod page;

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

use commands::{build, check_data, film, graphs, hosting, serve, setup, size, test, views};
use machine::apt;
use page::finish;

const USAGE: &str = "\
usage: cargo xtask COMMAND [--yes]

  setup                       install what the other commands need
  serve [--port N]            build the page, show it at http://127.0.0.1:N/ (8080), and build it again \
  after each change
  build                       build the page for publishing, into dist/
  single-file                 build the page as one file that opens from a disk: dist/brink.html
  test                        all checks: format, lints, docs, data, tests on the host and in two browsers
  check-data [FILE]           check a record (data/escalation.json) and data/schema.json; reports all \
  problems at once
  check-data --schema         write data/schema.json from the types
  graphs                      draw the actor graph for windows of every kind, into docs/graph/
  hosting                     try the examples of docs/hosting/ on a real nginx and Apache: headers, \
  compression, two releases
  bench [--only NAME] [--runs N] [--dist DIR] [--against DIR]  measure what the page costs beside other \
  libraries, in tables
  views                       take pictures of the built page on a phone and at a desk, light and dark, \
  into docs/views/
  film                        take eight moments of a zoom of the built page, into docs/film.png
  size [--without-data]       weigh dist/; with the flag also the page without its record

Each command installs what it needs, inside target/. Debian's packages are installed as root, so the \
command asks first.
--yes or CI=true answers the question.";

/// Answers the question whether Debian's packages may be installed.
const YES: &str = "--yes";

/// What one call asks for.
#[derive(Debug, PartialEq)]
enum Task {
    Serve { port: Option<u16> },
    Setup,
    Build,
    SingleFile,
    Finish,
    Test,
    CheckData { file: Option<PathBuf> },
    WriteSchema,
    Graphs,
    Hosting,
    Views,
    Film,
    Size { also: size::Also },
    Bench(bench::Wanted),
    Help,
}

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).filter(|word| *word != YES).collect();
    if env::args().any(|word| word == YES) {
        apt::agree();
    }
    let outcome = match parse(&words) {
        Ok(Task::Serve { port }) => serve::serve(port),
        Ok(Task::Setup) => setup::setup(),
        Ok(Task::Build) => build::build(),
        Ok(Task::SingleFile) => build::single_file(),
        Ok(Task::Finish) => finish::finish(),
        Ok(Task::Test) => test::test(),
        Ok(Task::CheckData { file }) => check_data::check(file),
        Ok(Task::WriteSchema) => check_data::write_schema(),
        Ok(Task::Graphs) => graphs::graphs(),
        Ok(Task::Hosting) => hosting::hosting(),
        Ok(Task::Views) => views::views(),
        Ok(Task::Film) => film::film(),
        Ok(Task::Size { also }) => size::size(also),
        Ok(Task::Bench(wanted)) => bench::bench(&wanted),
        Ok(Task::Help) => {
            println!("{USAGE}");
            Ok(())
        }
        Err(reason) => {
            eprintln!("xtask: {reason}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            if !reason.is_empty() {
                eprintln!("xtask: {reason}");
            }
            ExitCode::FAILURE
        }
    }
}

/// The task that the words of the command line ask for; the reason when they do not fit [`USAGE`].
fn parse(words: &[&str]) -> Result<Task, String> {
    match words {
        ["serve"] => Ok(Task::Serve { port: None }),
        ["serve", "--port", port] => Ok(Task::Serve { port: Some(port_from(port)?) }),
        ["setup"] => Ok(Task::Setup),
        ["build"] => Ok(Task::Build),
        ["single-file"] => Ok(Task::SingleFile),
        ["finish"] => Ok(Task::Finish),
        ["test"] => Ok(Task::Test),
        ["check-data"] => Ok(Task::CheckData { file: None }),
        ["check-data", "--schema"] => Ok(Task::WriteSchema),
        ["check-data", file] if !file.starts_with('-') => {
            Ok(Task::CheckData { file: Some(PathBuf::from(file)) })
        }
        ["graphs"] => Ok(Task::Graphs),
        ["hosting"] => Ok(Task::Hosting),
        ["views"] => Ok(Task::Views),
        ["film"] => Ok(Task::Film),
        ["size"] => Ok(Task::Size { also: size::Also::Nothing }),
        ["size", "--without-data"] => Ok(Task::Size { also: size::Also::WithoutData }),
        ["bench", more @ ..] => bench::Wanted::parse(more).map(Task::Bench),
        ["help" | "--help" | "-h"] => Ok(Task::Help),
        [] => Err("which command?".to_owned()),
        other => Err(format!("`{}` is no command", other.join(" "))),
    }
}

fn port_from(word: &str) -> Result<u16, String> {
    match word.parse() {
        Ok(port) if port > 0 => Ok(port),
        _ => Err(format!("`{word}` is no port (1 to 65535)")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_command_of_the_usage_is_understood() {
        for line in USAGE.lines().filter(|line| line.starts_with("  ")) {
            let command = line.split("  ").find(|part| !part.is_empty()).unwrap();
            let full = command.replace(['[', ']'], "").replace('N', "8081");
            let bare = command.split('[').next().unwrap();
            for text in [full.as_str(), bare] {
                let words: Vec<&str> = text.split_whitespace().collect();
                assert!(parse(&words).is_ok(), "{text}");
            }
        }
    }

    #[test]
    fn what_is_no_command_is_refused_by_name() {
        for words in [
            &["serv"] as &[_],
            &["serve", "--port"],
            &["serve", "--port", "0"],
            &["test", "x"],
            &["check-data", "-x"],
            &[],
        ] {
            assert!(parse(words).is_err(), "{words:?}");
        }
    }
}
