//! `cargo xtask hosting`: `dist/` behind a real nginx with the example of `hosting/`: what each file is sent with, and how
//! many requests a second the two stand.

mod client;
mod load;
pub mod nginx;

use std::fs;
use std::path::Path;

use crate::run::{Outcome, root};
use crate::steps::step;
use crate::tools;

use client::{Answer, Client};

/// What the page needs and nothing else; the journeys' server sends the same.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
                      connect-src 'self'; base-uri 'none'; form-action 'none'";

/// What every answer carries.
const ALWAYS: [(&str, &str); 4] = [
    ("Content-Security-Policy", POLICY),
    ("Access-Control-Allow-Origin", "*"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
];

const FOREVER: &str = "public, max-age=31536000, immutable";
const ANEW: &str = "no-cache";

/// Sees to nginx, serves `dist/` with `hosting/nginx.conf`, checks every file's answer and prints how many requests a second
/// it answers.
///
/// # Errors
/// One line when there is no `dist/`, nginx is missing or does not start; a line for each answer that is not as documented.
pub fn hosting() -> Outcome {
    let with_brotli = tools::for_hosting()?;
    let dist = root().join("dist");
    let names = names(&dist)?;
    let server = step("nginx in front of dist/", || nginx::Nginx::start(&dist, &names, with_brotli))?;
    let mut faults = Vec::new();
    step("headers and compression of each file", || {
        let mut client = Client::connect(server.port())?;
        for name in &names {
            faults.extend(check(&mut client, name, with_brotli)?);
        }
        faults.extend(check_missing(&mut client)?);
        if faults.is_empty() { Ok(()) } else { Err(String::new()) }
    })
    .map_err(|reason: String| if reason.is_empty() { faults.join("\n") } else { reason })?;
    println!("{}", load::run(server.port(), &names)?);
    Ok(())
}

/// The files of the page as they are asked for; `/` for index.html.
fn names(dist: &Path) -> Outcome<Vec<String>> {
    let none = || format!("there is no page in {}: run `cargo xtask build`", dist.display());
    let entries = fs::read_dir(dist).map_err(|_| none())?;
    let files = entries.filter_map(Result::ok).filter(|entry| entry.path().is_file());
    let mut names: Vec<String> = files.map(|entry| format!("/{}", entry.file_name().to_string_lossy())).collect();
    let index = names.iter_mut().find(|name| *name == "/index.html").ok_or_else(none)?;
    "/".clone_into(index);
    names.sort();
    Ok(names)
}

/// What is wrong with the answers for the file at `name`, one line each.
fn check(client: &mut Client, name: &str, with_brotli: bool) -> Outcome<Vec<String>> {
    let packed = client.get(name, "Accept-Encoding: gzip, br\r\n")?;
    let gzip = client.get(name, "Accept-Encoding: gzip\r\n")?;
    let bare = client.get(name, "")?;
    let tag = bare.header("ETag").unwrap_or_default();
    let again = client.get(name, &format!("If-None-Match: {tag}\r\n"))?;
    let cached = if is_hashed(name) { FOREVER } else { ANEW };
    let mut faults = Faults(name, Vec::new());
    for (header, value) in ALWAYS.into_iter().chain([("Cache-Control", cached)]) {
        for answer in [&packed, &gzip, &bare] {
            faults.expect(header, answer.header(header), Some(value));
        }
    }
    if let Some(kind) = type_of(name) {
        faults.expect("the type", bare.header("Content-Type"), Some(kind));
    }
    faults.expect("X-Frame-Options", bare.header("X-Frame-Options"), None);
    faults.expect("Content-Encoding", bare.header("Content-Encoding"), None);
    faults.expect_status(&bare, 200);
    faults.expect_status(&again, 304);
    if is_packed(name) {
        faults.expect("Content-Encoding", packed.header("Content-Encoding"), Some(if with_brotli { "br" } else { "gzip" }));
        faults.expect("Content-Encoding", gzip.header("Content-Encoding"), Some("gzip"));
        faults.expect("Vary", gzip.header("Vary"), Some("Accept-Encoding"));
        if gzip.num_bytes >= bare.num_bytes {
            faults.1.push(format!("{name}: gzip sends {} bytes for {}", gzip.num_bytes, bare.num_bytes));
        }
    }
    Ok(faults.1)
}

/// A file that is missing is a 404 with the same care, and is not kept.
fn check_missing(client: &mut Client) -> Outcome<Vec<String>> {
    let name = "/brink-0123456789abcdef.js";
    let answer = client.get(name, "")?;
    let mut faults = Faults(name, Vec::new());
    faults.expect_status(&answer, 404);
    for (header, value) in ALWAYS {
        faults.expect(header, answer.header(header), Some(value));
    }
    faults.expect("Cache-Control", answer.header("Cache-Control"), None);
    Ok(faults.1)
}

/// What was expected of a file's answer and did not come.
struct Faults<'a>(&'a str, Vec<String>);

impl Faults<'_> {
    fn expect(&mut self, what: &str, found: Option<&str>, expected: Option<&str>) {
        if found != expected {
            self.1.push(format!("{}: {what} is {found:?}, not {expected:?}", self.0));
        }
    }

    fn expect_status(&mut self, answer: &Answer, expected: u16) {
        if answer.status != expected {
            self.1.push(format!("{}: the status is {}, not {expected}", self.0, answer.status));
        }
    }
}

/// Whether a file's name holds a hash of its content, as Trunk writes it: `-`, hexadecimal digits, the ending.
fn is_hashed(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end_matches("_bg");
    let hash = stem.rsplit_once('-').map_or("", |(_, hash)| hash);
    hash.len() >= 8 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// The type of a file by its ending; `None` where hosts may have their own idea.
fn type_of(name: &str) -> Option<&'static str> {
    Some(match ending(name) {
        "html" => "text/html; charset=utf-8",
        "js" => "application/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        _ => return None,
    })
}

/// Whether a file gets smaller: pictures are packed already.
fn is_packed(name: &str) -> bool {
    ["html", "js", "css", "wasm", "json", "svg"].contains(&ending(name))
}

/// What stands behind the last dot of a file's name; the page itself is asked for without its name.
fn ending(name: &str) -> &str {
    if name == "/" { "html" } else { name.rsplit('.').next().unwrap_or_default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_examples_send_the_same() {
        for file in ["nginx.conf", "htaccess", "_headers"] {
            let text = fs::read_to_string(root().join("hosting").join(file)).unwrap();
            for value in [POLICY, "nosniff", "strict-origin-when-cross-origin", FOREVER, ANEW] {
                assert!(text.contains(value), "{file} lacks {value}");
            }
            assert!(!text.contains("frame-ancestors") && !text.contains("X-Frame-Options"), "{file} keeps others from framing");
        }
    }

    #[test]
    fn the_journeys_run_under_the_same_policy() {
        let server = fs::read_to_string(root().join("tests/e2e/src/server.rs")).unwrap();
        let joined: String = server.split("\\\n").map(str::trim_start).collect();
        assert!(joined.contains(POLICY));
    }

    #[test]
    fn names_with_a_hash_are_told_from_others() {
        for name in ["/brink-10757475c555730.js", "/brink-10757475c555730_bg.wasm", "/tokens-93cc514d0d6d9291.css"] {
            assert!(is_hashed(name), "{name}");
        }
        for name in ["/", "/embed.js", "/single-file.html", "/brink-abc.js"] {
            assert!(!is_hashed(name), "{name}");
        }
    }
}
