//! `cargo xtask serve`: the page on this machine, built again whenever a file changes.

use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, SystemTime};
use std::{env, fs};

use crate::machine::run::{Outcome, root, scratch};
use crate::machine::server::{self, Changes};
use crate::machine::steps::step;
use crate::machine::wasm::Compiler;
use crate::page::bundle;
use crate::page::finish::{self, Purpose};

/// The port when none is asked for.
const DEFAULT_PORT: u16 = 8080;

/// How often files are looked at.
const PACE: Duration = Duration::from_millis(400);

/// What the page is not built from.
const BESIDE: [&str; 7] = ["target", "dist", "node_modules", ".git", "tests", "xtask", "docs"];

/// Sees to the tools and serves the page until it is stopped.
/// When `port` is taken, the next free one is used.
///
/// # Errors
/// One line for what is missing, or when no port is free; what is wrong with a page that could not be built
/// the first time. Does not return when all went well.
pub fn serve(port: Option<u16>) -> Outcome {
    let wanted = port.unwrap_or(DEFAULT_PORT);
    let compiler = bundle::ready(Purpose::Trying)?;
    let mut built = state();
    let folder = scratch().join("serve");
    build(compiler, &folder)?;
    let port = free_port(wanted).ok_or_else(|| format!("no port from {wanted} on is free"))?;
    let changes = Arc::new(Changes::default());
    let address = server::serve_at(port, &folder, Some(Arc::clone(&changes)))?;
    let why = if port == wanted { String::new() } else { format!(" (port {wanted} is taken)") };
    println!("brink is at {address}{why}; it follows changes, Ctrl+C ends it");
    loop {
        thread::sleep(PACE);
        let now = state();
        if now != built {
            built = now;
            match build(compiler, &folder) {
                Ok(()) => changes.tell(),
                Err(reason) => {
                    println!("{reason}");
                    changes.tell_fault(told(&reason));
                }
            }
        }
    }
}

fn build(compiler: Compiler, folder: &Path) -> Outcome {
    step("building the page (the first time about 2 min)", || {
        bundle::build_for(Purpose::Trying, compiler, folder, None)
    })
}

/// What is said in the page of a build that failed for `reason`.
fn told(reason: &str) -> String {
    let what = if finish::own_record(None).is_err() { "record" } else { "page" };
    format!("The {what} could not be rebuilt: {}\n\nThis page shows the last good one.", reason.trim())
}

/// The first port from `wanted` on that nobody listens to; looks at twenty.
fn free_port(wanted: u16) -> Option<u16> {
    (wanted..=wanted.saturating_add(20)).find(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok())
}

/// By what a change is noticed: the stamp of the project,
/// and when a record that may stand elsewhere was written.
fn state() -> (Stamp, Option<SystemTime>) {
    let record = env::var_os("ESCALATION_DATA").map(|file| root().join(file));
    (stamp(root()), record.and_then(|file| fs::metadata(file).and_then(|about| about.modified()).ok()))
}

/// A number of files, and when the last of them was written.
type Stamp = (usize, Option<SystemTime>);

/// How many files there are in `folder`, without [`BESIDE`], and when the last of them was written.
fn stamp(folder: &Path) -> Stamp {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let inner = entries.filter(|entry| !BESIDE.iter().any(|name| entry.file_name() == *name)).map(|entry| {
        let path = entry.path();
        if path.is_dir() {
            stamp(&path)
        } else {
            (1, entry.metadata().and_then(|about| about.modified()).ok())
        }
    });
    inner.fold((0, None), |(count, last), (more, time)| (count + more, last.max(time)))
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
    fn what_the_page_is_built_from_leaves_its_stamp() {
        let folder = std::env::temp_dir().join(format!("brink-stamp-{}", std::process::id()));
        let write = |name: &str, secs: u64| {
            let file = folder.join(name);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(&file, "").unwrap();
            let time = SystemTime::UNIX_EPOCH + Duration::from_secs(secs);
            fs::File::options().write(true).open(&file).unwrap().set_modified(time).unwrap();
            stamp(&folder)
        };
        let first = write("src/a.rs", 10);
        assert_ne!(write("src/b.rs", 5), first, "another file");
        let second = stamp(&folder);
        assert_eq!(write("target/c", 90), second, "none of its files");
        assert_ne!(write("src/b.rs", 20), second, "a later one");
        fs::remove_dir_all(&folder).unwrap();
    }
}
