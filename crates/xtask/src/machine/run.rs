//! Runs other programs: where they are looked for, which environment they get, and what is kept of their
//! output. Separate so that no command can forget to clean the environment that `cargo run` leaves behind.

use std::env;
use std::ffi::{OsStr, OsString};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

/// What a task gives: a value, or one line for the reader (empty when all has been said already).
pub type Outcome<T = ()> = Result<T, String>;

/// The project's folder.
pub fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here)
}

/// The folder for what these commands keep for themselves; `cargo clean` empties it.
pub fn scratch() -> PathBuf {
    root().join("target/xtask")
}

/// The folders in which programs are looked for: those of the tools that these commands have installed, so
/// that another version on this machine is not taken for the right one;
/// then those of `PATH`, then cargo's own.
fn folders() -> Vec<PathBuf> {
    let mut folders = vec![scratch().join("tools/bin"), scratch().join("npm/node_modules/.bin")];
    folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo_home = cargo_home.or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    folders.extend(cargo_home.map(|home| home.join("bin")));
    folders
}

/// The value of `PATH` for every program that is started, with the folders `first` in front.
pub fn path_with(first: &[&Path]) -> OsString {
    let all = first.iter().map(|folder| folder.to_path_buf()).chain(folders());
    env::join_paths(all).unwrap_or_else(|_| env::var_os("PATH").unwrap_or_default())
}

/// Where the program called `name` is, if it is anywhere.
pub fn find(name: &str) -> Option<PathBuf> {
    folders().into_iter().map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// A call of `program` in the project's folder, without what `cargo run` adds to the environment for this
/// program alone: the library path of this toolchain would reach another compiler.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root()).env("PATH", path_with(&[]));
    for (name, _) in env::vars_os() {
        let name_text = name.to_string_lossy();
        let of_cargo_run = ["CARGO", "LD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH"].contains(&&*name_text);
        if of_cargo_run || name_text.starts_with("CARGO_PKG_") || name_text.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&name);
        }
    }
    command
}

/// How a program ended, and what it said on both channels, in order.
pub struct Ended {
    /// Whether it ended with 0.
    pub success: bool,
    /// All that it wrote.
    pub output: String,
}

/// Runs `command` to its end and keeps what it says.
///
/// # Errors
/// When it cannot be started.
pub fn quietly(mut command: Command) -> Outcome<Ended> {
    let name = command.get_program().to_string_lossy().into_owned();
    let failed = |error: io::Error| format!("{name} does not start: {error}");
    let (mut words, end) = io::pipe().map_err(failed)?;
    command.stdin(Stdio::null()).stderr(end.try_clone().map_err(failed)?).stdout(end);
    let mut child = command.spawn().map_err(failed)?;
    // The command holds the pipe's other end, and reading would wait for it.
    drop(command);
    let mut output = Vec::new();
    words.read_to_end(&mut output).map_err(failed)?;
    let success = child.wait().map_err(failed)?.success();
    Ok(Ended { success, output: String::from_utf8_lossy(&output).into_owned() })
}

/// Runs `command` and gives what it said.
///
/// # Errors
/// When it cannot be started or ends with another number than 0: all that it said.
pub fn output_of(command: Command) -> Outcome<String> {
    let name = command.get_program().to_string_lossy().into_owned();
    match quietly(command)? {
        Ended { success: true, output } => Ok(output),
        Ended { output, .. } => Err(format!("{name} failed:\n{}", output.trim_end())),
    }
}

/// Whether `command` ends with 0 within `limit`; a program that takes longer is stopped. Its words are lost.
pub fn succeeds_within(mut command: Command, limit: Duration) -> bool {
    const STEP: Duration = Duration::from_millis(50);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let Ok(mut child) = command.spawn() else { return false };
    let mut waited = Duration::ZERO;
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) if waited < limit => {
                thread::sleep(STEP);
                waited += STEP;
            }
            _ => {
                // Both can fail only when it has just ended by itself, which is as good.
                let _ = child.kill();
                let _ = child.wait();
                return false;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_channels_are_kept_in_order() {
        let mut shell = command("sh");
        shell.args(["-c", "echo a; echo b >&2; echo c; exit 3"]);
        let ended = quietly(shell).unwrap();
        assert_eq!((ended.success, ended.output.as_str()), (false, "a\nb\nc\n"));
    }

    #[test]
    fn a_program_that_takes_too_long_is_stopped() {
        let mut sleep = command("sleep");
        sleep.arg("60");
        assert!(!succeeds_within(sleep, Duration::from_millis(100)));
        assert!(succeeds_within(command("true"), Duration::from_secs(5)));
    }

    #[test]
    fn the_environment_of_cargo_run_does_not_reach_others() {
        assert!(
            env::var_os("CARGO_PKG_NAME").is_some(),
            "cargo sets it for tests as it does for `cargo run`"
        );
        let seen = output_of(command("env")).unwrap();
        assert!(!seen.contains("CARGO_PKG_NAME="), "{seen}");
    }

    #[test]
    fn the_root_holds_the_workspace() {
        assert!(root().join("Trunk.toml").is_file());
    }
}
