//! A static host as strict as they come: `dist/` in a folder of its own, nothing beside it, a content
//! security policy that allows the page's own files alone, and a list of all that was asked for.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use crate::{must, root};

/// Where the page stands: not at the top, so that an absolute address in it fails.
pub const FOLDER: &str = "/deep/er/";

/// What a careful host sends. Only the favicon is a `data:` address.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src \
                      'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; \
                      require-trusted-types-for 'script'; trusted-types 'none'; report-uri /breach";

/// Where browsers report what a policy kept from happening.
const BREACH: &str = "/breach";

/// The same without WebAssembly, as hosts have it that never heard of it.
const POLICY_WITHOUT_WASM: &str =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'";

/// As a frame that allows no script: to the page it is a browser with scripts turned off.
const POLICY_WITHOUT_SCRIPTS: &str = "sandbox allow-same-origin; default-src 'self' data:";

/// Folder below [`FOLDER`] with the same files but for the wasm, as if its upload had failed.
const HALF: &str = "half/";

/// Folder below [`FOLDER`] with the same files, of which scripts
/// and wasm are held back until [`Server::release`].
const HELD: &str = "held/";

/// Folder below [`FOLDER`] with the same files, of which the late part of the wasm is
/// held back until [`Server::release`].
const PARTED: &str = "parted/";

/// Folder below [`FOLDER`] with the same files but for the late part of the wasm.
const LOST: &str = "lost/";

/// Folder below [`FOLDER`] with the same files, of which the record's texts are
/// held back until [`Server::release`].
const LATE: &str = "late/";

/// Folder below [`FOLDER`] with the same files, of which the record's texts are not as they were sent.
const BROKEN: &str = "broken/";

/// Folder below [`FOLDER`] with the same files but for the record's texts.
const GONE: &str = "gone/";

/// Folder below [`FOLDER`] with the same files, of which a page comes up to what stands below the record
/// only until [`Server::release`].
const CUT: &str = "cut/";

/// Folder below [`FOLDER`] with the same files, of which the page holds another record: tests/e2e/records/.
pub const OTHER: &str = "other/";

/// Folder below [`FOLDER`] with the pages of others that hold ours in a frame: tests/e2e/pages.
const HOSTS: &str = "hosts/";

/// Folder below [`HOSTS`] with a host that has a strict policy of its own.
const STRICT_HOST: &str = "zeitung/";

/// Folder below [`HOSTS`] with a host that lets in only what allows it.
const ISOLATED_HOST: &str = "isolated/";

/// Folder below [`HOSTS`] with the scripts of other publishers, which `cargo xtask test` installs.
const CLIENTS: &str = "clients/";

/// How the name of the file with the record's texts ends.
const TEXTS: &str = ".txt";

/// What the name of the late part's file has in it.
const LATE_PART: &str = "/brink-late-";

/// What stands in a file of [`HOSTS`] for the address of our page on an origin that is not the host's.
const ELSEWHERE: &[u8] = b"{elsewhere}";

/// A running server; it lives until the program ends.
pub struct Server {
    port: u16,
    book: Arc<Mutex<Book>>,
}

/// What the server remembers.
#[derive(Default)]
struct Book {
    asked: Vec<Request>,
    breaches: Vec<String>,
    /// Whether what was held back may come.
    released: bool,
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
        assert!(
            dist.join("index.html").is_file(),
            "there is no dist/index.html: run `cargo xtask build` first"
        );
        let listener = must(TcpListener::bind((Ipv4Addr::LOCALHOST, 0)), "no port for the server");
        let port = must(listener.local_addr(), "no port for the server").port();
        let book = Arc::new(Mutex::new(Book::default()));
        let shared = Arc::clone(&book);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let book = Arc::clone(&shared);
                // A browser may hang up early; that is no fault of the server.
                thread::spawn(move || drop(answer(stream, &book)));
            }
        });
        Self { port, book }
    }

    /// The page's address with `more` behind it: a query, a fragment or both.
    pub fn address(&self, more: &str) -> String {
        format!("http://127.0.0.1:{}{FOLDER}{more}", self.port)
    }

    /// The same on the other origin that this server has: the page is a stranger to what is opened there.
    pub fn address_of_host(&self, more: &str) -> String {
        format!("http://localhost:{}{FOLDER}{HOSTS}{more}", self.port)
    }

    /// Every request so far, in order.
    pub fn asked(&self) -> Vec<Request> {
        opened(&self.book).asked.clone()
    }

    /// Lets what is held back come.
    pub fn release(&self) {
        opened(&self.book).released = true;
    }

    /// What browsers reported against the policy, in their words.
    pub fn breaches(&self) -> Vec<String> {
        opened(&self.book).breaches.clone()
    }
}

fn opened(book: &Mutex<Book>) -> MutexGuard<'_, Book> {
    book.lock().unwrap_or_else(PoisonError::into_inner)
}

fn answer(mut stream: TcpStream, book: &Mutex<Book>) -> io::Result<()> {
    let mut from = BufReader::new(stream.try_clone()?);
    let mut head = Vec::new();
    loop {
        let mut line = String::new();
        if from.read_line(&mut line)? == 0 || line.trim().is_empty() {
            break;
        }
        head.push(line.trim().to_owned());
    }
    let Some(target) = head.first().and_then(|line| line.split(' ').nth(1)) else { return Ok(()) };
    if target == BREACH {
        let mut body = vec![0; length_of(&head)];
        from.read_exact(&mut body)?;
        opened(book).breaches.push(String::from_utf8_lossy(&body).into_owned());
    }
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let elsewhere = format!("http://127.0.0.1:{}{FOLDER}", stream.local_addr()?.port());
    let file =
        file_for(path).and_then(|file| Some((kind_of(&file), filled(fs::read(&file).ok()?, &elsewhere))));
    let file = match file {
        Some((kind, mut texts)) if is_in(BROKEN, path) && path.ends_with(TEXTS) => {
            // The last digit of the sum.
            texts[8] ^= 1;
            Some((kind, texts))
        }
        Some((kind, html)) if kind.starts_with("text/html") && is_other(path) => {
            Some((kind, with_other_record(html)))
        }
        file => file,
    };
    if target != BREACH {
        let short = target.strip_prefix(FOLDER).unwrap_or(target).to_owned();
        opened(book).asked.push(Request { path: short, found: file.is_some() });
    }
    if is_held(path) {
        wait_for_release(book);
    }
    let (status, kind, body) = match file {
        Some((kind, body)) => ("200 OK", kind, body),
        None => ("404 Not Found", "text/plain", b"nothing here".to_vec()),
    };
    let policy = policy_for(path, query, &elsewhere) + isolation_for(path);
    // A frame that may not have an origin is a stranger to its own files.
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n{policy}\
         Access-Control-Allow-Origin: *\r\nX-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\n\
         Connection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes())?;
    let (first, rest) = body.split_at(end_of_first_part(path, &body));
    stream.write_all(first)?;
    if !rest.is_empty() {
        wait_for_release(book);
    }
    stream.write_all(rest)
}

fn is_other(path: &str) -> bool {
    is_in(OTHER, path)
}

fn is_in(folder: &str, path: &str) -> bool {
    path.strip_prefix(FOLDER).is_some_and(|name| name.starts_with(folder))
}

/// A built page with the record of tests/e2e/records/ in the place of its own:
/// what it reads, and its language.
fn with_other_record(html: Vec<u8>) -> Vec<u8> {
    let html = String::from_utf8_lossy(&html).into_owned();
    let text = must(fs::read_to_string(root().join("tests/e2e/records/other.json")), "no other record");
    let record = match dataset::source::check("other.json", &text) {
        Ok(record) => record,
        Err(problems) => panic!("the other record has problems: {problems:?}"),
    };
    let place =
        |from: &str, html: &str| html.find(from).unwrap_or_else(|| panic!("the page holds no {from}"));
    let start = html.find("id=\"record\"").unwrap_or_else(|| place("id=record", &html));
    let start = start + place(">", &html[start..]) + 1;
    let end = start + place("</script", &html[start..]);
    let packed = dataset::packed::pack(record);
    let html = [&html[..start], &packed.first, &html[end..]].concat();
    let below = place("</body", &html);
    let texts = format!("<script type=\"text/plain\" id=\"texts\">{}</script>", packed.texts);
    let html = [&html[..below], &texts, &html[below..]].concat();
    let root = place("<html", &html);
    let rest = root + place(">", &html[root..]);
    let own = format!("<html lang=\"{}\" dir=\"rtl\"", record.meta.lang);
    [&html[..root], &own, &html[rest..]].concat().into_bytes()
}

fn wait_for_release(book: &Mutex<Book>) {
    while !opened(book).released {
        thread::sleep(Duration::from_millis(20));
    }
}

/// How many bytes of what stands at `path` come at once.
fn end_of_first_part(path: &str, body: &[u8]) -> usize {
    let is_cut = path.strip_prefix(FOLDER).is_some_and(|name| name.starts_with(CUT));
    let end_of = |part: &[u8], from: usize| {
        let at = body[from..].windows(part.len()).position(|other| other == part)?;
        Some(from + at + part.len())
    };
    let end = end_of(b"id=\"chronology\"", 0).and_then(|text| end_of(b"</h2>", text));
    end.filter(|_| is_cut).unwrap_or(body.len())
}

fn length_of(head: &[String]) -> usize {
    let length = head
        .iter()
        .find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length:")?.trim().parse().ok());
    length.unwrap_or(0)
}

/// `text` with the address `elsewhere` where it stands open.
fn filled(text: Vec<u8>, elsewhere: &str) -> Vec<u8> {
    let mut filled = Vec::with_capacity(text.len());
    let mut rest = &text[..];
    while let Some(at) = rest.windows(ELSEWHERE.len()).position(|part| part == ELSEWHERE) {
        filled.extend_from_slice(&rest[..at]);
        filled.extend_from_slice(elsewhere.as_bytes());
        rest = &rest[at + ELSEWHERE.len()..];
    }
    filled.extend_from_slice(rest);
    filled
}

/// The line of the answer's head that says what the page may do. The strict host lets in its own files, and
/// ours as frames and as the one script that it links.
fn policy_for(path: &str, query: &str, elsewhere: &str) -> String {
    let host = path.strip_prefix(FOLDER).and_then(|name| name.strip_prefix(HOSTS));
    let policy = if let Some(name) = host {
        if !name.starts_with(STRICT_HOST) {
            return String::new();
        }
        let files = "style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";
        format!(
            "default-src 'none'; script-src 'self' {elsewhere}embed.js; frame-src 'self' {elsewhere}; \
             {files}; report-uri {BREACH}"
        )
    } else {
        let policy = match query.split('&').find_map(|pair| pair.strip_prefix("policy=")) {
            Some("without-wasm") => POLICY_WITHOUT_WASM,
            Some("without-scripts") => POLICY_WITHOUT_SCRIPTS,
            _ => POLICY,
        };
        policy.to_owned()
    };
    format!("Content-Security-Policy: {policy}\r\n")
}

/// The lines of the answer's head that say who may hold the page, and what it may hold.
fn isolation_for(path: &str) -> &'static str {
    let host = path.strip_prefix(FOLDER).and_then(|name| name.strip_prefix(HOSTS));
    if host.is_some_and(|name| !name.starts_with(ISOLATED_HOST)) {
        return "";
    }
    "Cross-Origin-Embedder-Policy: require-corp\r\nCross-Origin-Resource-Policy: cross-origin\r\n"
}

/// Whether the file at `path` is held back.
fn is_held(path: &str) -> bool {
    let is_code = path.ends_with(".js") || path.ends_with(".wasm");
    is_code && is_in(HELD, path)
        || path.contains(LATE_PART) && is_in(PARTED, path)
        || path.ends_with(TEXTS) && is_in(LATE, path)
}

/// The file that `path` names, if it names one; never one outside of `dist/`,
/// tests/e2e/pages and the installed scripts.
fn file_for(path: &str) -> Option<PathBuf> {
    let name = path.strip_prefix(FOLDER)?;
    if is_in(GONE, path) && path.ends_with(TEXTS) || is_in(LOST, path) && path.contains(LATE_PART) {
        return None;
    }
    let name = [HELD, PARTED, LOST, LATE, BROKEN, GONE, CUT, OTHER]
        .into_iter()
        .find_map(|folder| name.strip_prefix(folder))
        .unwrap_or(name);
    let (folder, name) = if let Some(name) = name.strip_prefix(HALF) {
        ("dist", (!name.ends_with(".wasm")).then_some(name)?)
    } else if let Some(name) = name.strip_prefix(HOSTS) {
        match name.strip_prefix(CLIENTS) {
            Some(name) => ("target/xtask/clients/node_modules", name),
            None => ("tests/e2e/pages", name),
        }
    } else {
        ("dist", name)
    };
    let name = if name.is_empty() { "index.html" } else { name };
    let file = root().join(folder).join(name);
    (!name.contains("..") && file.is_file()).then_some(file)
}

/// The content type by the file's ending, as every static host has it;
/// wasm must have its own or streaming fails.
fn kind_of(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("txt") => "text/plain; charset=utf-8",
        Some("png") => "image/png",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}
