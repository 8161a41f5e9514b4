//! A plain static server for this machine: one folder, no caching, only GET. `serve` shows the page with it,
//! and `bench` measures pages that it sends.
//!
//! Written by hand because it is this short: any crate for it would be longer
//! to use or bring an async runtime.

use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crate::machine::run::Outcome;

/// How long a page that asks for changes waits for an answer at most.
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// Added to each page while changes are watched: a script that reloads the page after each,
/// or says why it is still the old one.
const RELOAD: &str = "<script type=\"module\" src=\"/.changes.js\"></script>";
const RELOAD_SCRIPT: &str = include_str!("server/changes.js");

/// How often the folder has changed, or could not be. Those who look at its pages see each change.
#[derive(Default)]
pub struct Changes {
    last: Mutex<Last>,
    told: Condvar,
}

/// The last change.
#[derive(Default)]
struct Last {
    count: u64,
    /// Why the folder is still as it was; empty where it is not.
    fault: String,
}

impl Changes {
    /// The folder has changed.
    pub fn tell(&self) {
        self.tell_fault(String::new());
    }

    /// It should have changed, and has not: `fault` says why, to those who look at its pages.
    pub fn tell_fault(&self, fault: String) {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        *last = Last { count: last.count + 1, fault };
        self.told.notify_all();
    }

    /// The count once it is another than `seen`, or after a while.
    fn after(&self, seen: &str) -> String {
        let last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let is_old = |last: &mut Last| last.count.to_string() == seen;
        let (last, _) =
            self.told.wait_timeout_while(last, LONGEST_WAIT, is_old).unwrap_or_else(PoisonError::into_inner);
        last.count.to_string()
    }

    fn fault(&self) -> String {
        self.last.lock().unwrap_or_else(PoisonError::into_inner).fault.clone()
    }
}

/// Serves `folder` at the address that it gives, `http://127.0.0.1:PORT/`, until the program ends.
///
/// # Errors
/// When there is no port.
pub fn serve(folder: &Path) -> Outcome<String> {
    serve_at(0, folder, None)
}

/// The same at `port` (0: any that is free), with `changes` told to pages.
///
/// # Errors
/// When the port is taken.
pub fn serve_at(port: u16, folder: &Path, changes: Option<Arc<Changes>>) -> Outcome<String> {
    let failed = |error: io::Error| format!("no port for the server: {error}");
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(failed)?;
    let port = listener.local_addr().map_err(failed)?.port();
    let folder: Arc<Path> = folder.into();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let (folder, changes) = (Arc::clone(&folder), changes.clone());
            // A browser may hang up early; that is no fault of the server.
            thread::spawn(move || drop(answer(stream, &folder, changes.as_deref())));
        }
    });
    Ok(format!("http://127.0.0.1:{port}/"))
}

fn answer(mut stream: TcpStream, folder: &Path, changes: Option<&Changes>) -> io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    let target = first.split(' ').nth(1).unwrap_or_default();
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let found = match (path, changes) {
        ("/.changes", Some(changes)) => Some(("text/plain", changes.after(query).into_bytes())),
        ("/.fault", Some(changes)) => Some(("text/plain; charset=utf-8", changes.fault().into_bytes())),
        ("/.changes.js", Some(_)) => Some(("text/javascript", RELOAD_SCRIPT.into())),
        _ => file_for(folder, path).and_then(|file| Some((kind_of(&file), fs::read(file).ok()?))),
    };
    // As small as hosts send it, where that was made ready; every browser unpacks it.
    let packed = file_for(folder, path).and_then(|file| fs::read(format!("{}.br", file.display())).ok());
    let encoding = if packed.is_some() { "Content-Encoding: br\r\n" } else { "" };
    let found = found.map(|(kind, body)| (kind, packed.unwrap_or(body)));
    let (status, kind, mut body) = match found {
        Some((kind, body)) => ("200 OK", kind, body),
        None => ("404 Not Found", "text/plain", b"nothing here".to_vec()),
    };
    if changes.is_some() && kind.starts_with("text/html") {
        body.extend(RELOAD.bytes());
    }
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
         {encoding}Cache-Control: no-store\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(&body)
}

/// The file in `folder` that `path` names; a path that ends in `/` means its index.html.
fn file_for(folder: &Path, path: &str) -> Option<PathBuf> {
    let name = path.strip_prefix('/')?;
    let index = if name.is_empty() || name.ends_with('/') { "index.html" } else { "" };
    let file = folder.join(format!("{name}{index}"));
    (!name.split('/').any(|part| part == "..") && file.is_file()).then_some(file)
}

/// The content type by the file's ending; wasm must have its own or it is not compiled while it arrives.
fn kind_of(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("txt") => "text/plain; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    fn asked(address: &str, path: &str) -> String {
        let host = address.trim_start_matches("http://").trim_end_matches('/');
        let mut stream = TcpStream::connect(host).unwrap();
        stream.write_all(format!("GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n").as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn a_path_names_a_file_in_the_folder_and_none_outside() {
        let folder = std::env::temp_dir().join(format!("brink-server-{}", std::process::id()));
        fs::create_dir_all(folder.join("inner")).unwrap();
        fs::write(folder.join("index.html"), "<p>").unwrap();
        assert!(file_for(&folder.join("inner"), "/").is_none());
        assert!(file_for(&folder, "/").is_some_and(|file| file.ends_with("index.html")));
        for path in ["/inner/../index.html", "/nothing", "index.html", "/inner"] {
            assert_eq!(file_for(&folder, path), None, "{path}");
        }
        let plain = serve(&folder).unwrap();
        assert!(asked(&plain, "/").ends_with("\r\n\r\n<p>"));
        assert!(asked(&plain, "/.changes").starts_with("HTTP/1.1 404"));
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_page_hears_of_each_change() {
        let folder = std::env::temp_dir().join(format!("brink-changes-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("index.html"), "<p>").unwrap();
        let changes = Arc::new(Changes::default());
        let address = serve_at(0, &folder, Some(Arc::clone(&changes))).unwrap();
        assert!(asked(&address, "/").ends_with(RELOAD));
        assert!(asked(&address, "/.changes?").ends_with("\r\n\r\n0"));
        let page = address.clone();
        let waiting = thread::spawn(move || asked(&page, "/.changes?0"));
        changes.tell();
        assert!(waiting.join().unwrap().ends_with("\r\n\r\n1"));
        assert!(asked(&address, "/.fault").ends_with("\r\n\r\n"), "all is well");
        changes.tell_fault("line 3: no date".to_owned());
        assert!(asked(&address, "/.changes?1").ends_with("\r\n\r\n2"), "a fault is news too");
        assert!(asked(&address, "/.fault").ends_with("\r\n\r\nline 3: no date"));
        changes.tell();
        assert!(asked(&address, "/.fault").ends_with("\r\n\r\n"), "it goes when all is right again");
        fs::remove_dir_all(&folder).unwrap();
    }
}
