//! `cargo xtask serve`: the page on this machine, built anew whenever a file changes.
//!
//! This process turns into Trunk, so that a signal to the command reaches what it runs; a second call of this program
//! ([`announce`]) waits beside it and tells when the page can be opened.

use std::env;
use std::ffi::OsString;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::{CommandExt, parent_id};
use std::path::PathBuf;
use std::process::Command;
use std::thread;
use std::time::Duration;

use crate::bundle;
use crate::run::{Outcome, command, root, scratch};

/// The port when none is asked for: Trunk's own.
const DEFAULT_PORT: u16 = 8080;

/// Sees to the tools and serves the page until it is stopped. When `port` is taken, the next free one is used.
///
/// # Errors
/// One line for what is missing, or when no port is free. Does not return when all went well.
pub fn serve(port: Option<u16>) -> Outcome {
    let compiler = bundle::ready()?;
    let wanted = port.unwrap_or(DEFAULT_PORT);
    let port = free_port(wanted).ok_or_else(|| format!("no port from {wanted} on is free"))?;
    if port != wanted {
        println!("port {wanted} is taken, {port} it is");
    }
    println!("building the page (the first time about 3 min); Ctrl+C ends it");
    let this = env::current_exe().map_err(|error| format!("cannot find this program: {error}"))?;
    let mut herald = command(this);
    herald.args(["announce", &port.to_string()]).spawn().map_err(|error| format!("cannot start: {error}"))?;
    let mut trunk = compiler.release_command("trunk");
    trunk.args(["--log", "error", "serve", "--release", "--offline", "--skip-version-check", "--address", "127.0.0.1", "--port"]);
    trunk.arg(port.to_string()).arg("--dist").arg(scratch().join("serve"));
    // Trunk.toml cannot name target/: it must work where nothing has been built.
    for folder in ["target", "tests", "xtask"] {
        trunk.args(["--ignore", folder]);
    }
    // A story that stands outside the project is followed too, by its folder: editors put a new file in the place of the old.
    if let Some(folder) = story_folder(env::var_os("ESCALATION_DATA")) {
        trunk.arg("--watch").arg(root()).arg("--watch").arg(folder);
    }
    trunk.env("CARGO_TERM_QUIET", "true").env_remove("RUST_BACKTRACE");
    bundle::pass_on(&mut trunk)?;
    Err(turned_into(trunk))
}

/// Waits until the page answers at `port` and says so. Ends silently with the process that started it.
///
/// # Errors
/// None: it has nothing to tell but the address.
pub fn announce(port: u16) -> Outcome {
    let parent = parent_id();
    while parent_id() == parent {
        if answers(port) {
            println!("brink is at http://127.0.0.1:{port}/");
            break;
        }
        thread::sleep(Duration::from_millis(200));
    }
    Ok(())
}

/// The folder of the story that the page is built from, where that is outside the project's.
fn story_folder(story: Option<OsString>) -> Option<PathBuf> {
    let file = root().join(story?);
    let folder = file.parent()?.canonicalize().ok()?;
    (!folder.starts_with(root().canonicalize().ok()?)).then_some(folder)
}

/// The first port from `wanted` on that nobody listens to; looks at twenty.
fn free_port(wanted: u16) -> Option<u16> {
    (wanted..=wanted.saturating_add(20)).find(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok())
}

/// Whether a request for the page at `port` is answered with 200.
fn answers(port: u16) -> bool {
    let ask = || -> std::io::Result<bool> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
        stream.set_read_timeout(Some(Duration::from_secs(2)))?;
        stream.write_all(format!("GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n").as_bytes())?;
        let mut start = [0; 12];
        stream.read_exact(&mut start)?;
        Ok(&start == b"HTTP/1.1 200")
    };
    ask().unwrap_or(false)
}

/// Makes this process run `program` in its place; returns only when that is not possible.
fn turned_into(mut program: Command) -> String {
    let error = program.exec();
    format!("{} does not start: {error}", program.get_program().to_string_lossy())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_gives_way_to_the_next_free_one() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        assert!(free_port(port).is_some_and(|other| other > port));
    }

    #[test]
    fn the_folder_of_a_story_elsewhere_is_watched_too() {
        let elsewhere = env::temp_dir().canonicalize().unwrap();
        assert_eq!(story_folder(Some(elsewhere.join("story.json").into())), Some(elsewhere));
        for inside in [Some("data/escalation.json".into()), Some(root().join("data/x.json").into()), None] {
            assert_eq!(story_folder(inside), None);
        }
    }

    #[test]
    fn only_a_page_counts_as_an_answer() {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let server = thread::spawn(move || {
            for status in ["404 Not Found", "200 OK"] {
                let (mut stream, _) = listener.accept().unwrap();
                let _ = stream.read(&mut [0; 512]).unwrap();
                stream.write_all(format!("HTTP/1.1 {status}\r\n\r\n").as_bytes()).unwrap();
            }
        });
        assert_eq!([answers(port), answers(port)], [false, true]);
        server.join().unwrap();
        assert!(!answers(port));
    }
}
