//! A static host as strict as they come: `dist/` in a folder of its own, nothing beside it, a content security policy
//! that allows the page's own files alone, and a list of all that was asked for.

use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use crate::{must, root};

/// Where the page stands: not at the top, so that an absolute address in it fails.
pub const FOLDER: &str = "/deep/er/";

/// What a careful host sends. Only the favicon is a `data:` address.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
                      connect-src 'self'; base-uri 'none'; form-action 'none'";

/// The same without WebAssembly, as hosts have it that never heard of it.
const POLICY_WITHOUT_WASM: &str =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'";

/// A running server; it lives until the program ends.
pub struct Server {
    port: u16,
    asked: Arc<Mutex<Vec<Request>>>,
}

/// What was asked for and whether it was there.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The path with its query; without [`FOLDER`] where it is inside.
    pub path: String,
    /// Whether there is such a file.
    pub found: bool,
}

impl Server {
    /// Serves `dist/`.
    ///
    /// # Panics
    /// When there is none.
    pub fn start() -> Self {
        let dist = root().join("dist");
        assert!(dist.join("index.html").is_file(), "there is no dist/index.html: run `cargo xtask build` first");
        let listener = must(TcpListener::bind((Ipv4Addr::LOCALHOST, 0)), "no port for the server");
        let port = must(listener.local_addr(), "no port for the server").port();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let book = Arc::clone(&asked);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (dist, book) = (dist.clone(), Arc::clone(&book));
                // A browser that hangs up early is none of the server's business.
                thread::spawn(move || drop(answer(stream, &dist, &book)));
            }
        });
        Self { port, asked }
    }

    /// The page's address with `more` behind it: a query, a fragment or both.
    pub fn address(&self, more: &str) -> String {
        format!("http://127.0.0.1:{}{FOLDER}{more}", self.port)
    }

    /// Every request so far, in order.
    pub fn asked(&self) -> Vec<Request> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

fn answer(mut stream: TcpStream, dist: &Path, book: &Mutex<Vec<Request>>) -> io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let Some(target) = first.split(' ').nth(1) else { return Ok(()) };
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let policy = if query.contains("policy=without-wasm") { POLICY_WITHOUT_WASM } else { POLICY };
    let file = file_for(path, dist).and_then(|file| Some((kind_of(&file), fs::read(file).ok()?)));
    let short = target.strip_prefix(FOLDER).unwrap_or(target).to_owned();
    book.lock().unwrap_or_else(PoisonError::into_inner).push(Request { path: short, found: file.is_some() });
    let (status, kind, body) = match file {
        Some((kind, body)) => ("200 OK", kind, body),
        None => ("404 Not Found", "text/plain", b"nothing here".to_vec()),
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nContent-Security-Policy: {policy}\r\n\
         X-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(&body)
}

/// The file of `dist` that `path` names, if it names one; never one outside.
fn file_for(path: &str, dist: &Path) -> Option<PathBuf> {
    let name = path.strip_prefix(FOLDER)?;
    let name = if name.is_empty() { "index.html" } else { name };
    let file = dist.join(name);
    (!name.contains("..") && file.is_file()).then_some(file)
}

/// The content type by the file's ending, as every static host has it; wasm must have its own or streaming fails.
fn kind_of(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}
