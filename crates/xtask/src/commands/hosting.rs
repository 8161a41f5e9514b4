//! `cargo xtask hosting`: `dist/` behind a real nginx and a real Apache, with the examples of
//! `docs/hosting/`. It checks the headers of each file, what readers see after another release, and how many
//! requests a second nginx can answer.

pub mod apache;
mod client;
mod load;
pub mod nginx;
mod release;
mod site;

use std::fs;
use std::path::Path;

use crate::machine::run::{Outcome, root};
use crate::machine::steps::step;
use crate::machine::tools;

use crate::page::shrink::names::{self, hash_in};

use client::{Answer, Client};
use site::Site;

/// What the page needs and nothing else; the journeys' server sends the same.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src \
                      'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; \
                      require-trusted-types-for 'script'; trusted-types 'none'";

/// What every answer carries.
const ALWAYS: [(&str, &str); 6] = [
    ("Content-Security-Policy", POLICY),
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("Cross-Origin-Embedder-Policy", "require-corp"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
];

const FOREVER: &str = "public, max-age=31536000, immutable";
const ANEW: &str = "no-cache";

/// What a host can do with the examples.
#[derive(Clone, Copy)]
struct Able {
    /// Sends headers as they are asked for.
    headers: bool,
    /// Sends the files beside the files: none, those of gzip, those of brotli too.
    packed: Packed,
}

#[derive(Clone, Copy, PartialEq)]
enum Packed {
    No,
    Gzip,
    Brotli,
}

/// Sees to nginx and Apache, serves `dist/` with the examples of `docs/hosting/`, checks every file's answer,
/// also after another release, and prints how many requests a second nginx answers.
///
/// # Errors
/// One line when there is no `dist/`, a server is missing or does not start;
/// a line for each answer that is not as documented.
pub fn hosting() -> Outcome {
    let with_brotli = tools::for_hosting()?;
    let dist = root().join("dist");
    let names = names(&dist)?;
    let mut faults: Vec<String> = names::wrong(&dist)?
        .iter()
        .map(|file| format!("{}: the name is not that of the content", file.display()))
        .collect();
    for kind in apache::KINDS {
        let site = step(&format!("{} in front of dist/", kind.name), || apache::start(kind, &dist, &names))?;
        let has = |name: &str| kind.modules.contains(&name);
        let able = Able {
            headers: has("headers"),
            packed: if has("rewrite") { Packed::Brotli } else { Packed::No },
        };
        faults.extend(
            all_faults(&site, &names, able)?.into_iter().map(|fault| format!("{}: {fault}", kind.name)),
        );
    }
    let site = step("nginx in front of dist/", || nginx::start(&dist, &names, with_brotli))?;
    faults.extend(all_faults(
        &site,
        &names,
        Able { headers: true, packed: if with_brotli { Packed::Brotli } else { Packed::Gzip } },
    )?);
    let load = load::run(site.port(), &names)?;
    faults
        .extend(step("another release in its place", || release::faults(&site, &dist, &names, with_brotli))?);
    println!("{load}");
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
}

/// What is wrong with the answers of a host, one line each.
fn all_faults(site: &Site, names: &[String], able: Able) -> Outcome<Vec<String>> {
    step("headers and compression of each file", || {
        let mut client = Client::connect(site.port())?;
        let mut faults = Vec::new();
        for name in names {
            faults.extend(check(&mut client, name, able)?);
        }
        faults.extend(check_missing(&mut client, able)?);
        Ok(faults)
    })
}

/// The files of the page as they are asked for; `/` for index.html.
fn names(dist: &Path) -> Outcome<Vec<String>> {
    let none = || format!("there is no page in {}: run `cargo xtask build`", dist.display());
    let entries = fs::read_dir(dist).map_err(|_| none())?;
    let files = entries.filter_map(Result::ok).filter(|entry| entry.path().is_file());
    let mut names: Vec<String> =
        files.map(|entry| format!("/{}", entry.file_name().to_string_lossy())).collect();
    let index = names.iter_mut().find(|name| *name == "/index.html").ok_or_else(none)?;
    "/".clone_into(index);
    names.sort();
    Ok(names)
}

/// What is wrong with the answers for the file at `name`, one line each.
fn check(client: &mut Client, name: &str, able: Able) -> Outcome<Vec<String>> {
    let packed = client.get(name, "Accept-Encoding: gzip, br\r\n")?;
    let gzip = client.get(name, "Accept-Encoding: gzip\r\n")?;
    let bare = client.get(name, "")?;
    let tag = bare.header("ETag").unwrap_or_default();
    let again = client.get(name, &format!("If-None-Match: {tag}\r\n"))?;
    let cached = if hash_in(name).is_some() { FOREVER } else { ANEW };
    let mut faults = Faults(name, Vec::new());
    for (header, value) in ALWAYS.into_iter().chain([("Cache-Control", cached)]) {
        for answer in [&packed, &gzip, &bare] {
            faults.expect(header, answer.header(header), Some(value).filter(|_| able.headers));
        }
    }
    if let Some(kind) = type_of(name) {
        // Both are names of the same.
        for answer in [&packed, &gzip, &bare] {
            let found = answer
                .header("Content-Type")
                .map(|found| found.replace("text/javascript", "application/javascript"));
            faults.expect("the type", found.as_deref(), Some(kind));
        }
    }
    faults.expect("X-Frame-Options", bare.header("X-Frame-Options"), None);
    faults.expect("Content-Encoding", bare.header("Content-Encoding"), None);
    faults.expect_status(&bare, 200);
    faults.expect_status(&again, 304);
    if is_packed(name) && able.packed != Packed::No {
        let best = if able.packed == Packed::Brotli { "br" } else { "gzip" };
        faults.expect("Content-Encoding", packed.header("Content-Encoding"), Some(best));
        faults.expect("Content-Encoding", gzip.header("Content-Encoding"), Some("gzip"));
        faults.expect("Vary", gzip.header("Vary"), Some("Accept-Encoding"));
        if gzip.num_bytes >= bare.num_bytes {
            faults.1.push(format!("{name}: gzip sends {} bytes for {}", gzip.num_bytes, bare.num_bytes));
        }
    }
    Ok(faults.1)
}

/// A file that is missing is a 404 with the same care, and is not kept.
fn check_missing(client: &mut Client, able: Able) -> Outcome<Vec<String>> {
    let name = "/brink-0123456789abcdef.js";
    let answer = client.get(name, "")?;
    let mut faults = Faults(name, Vec::new());
    faults.expect_status(&answer, 404);
    for (header, value) in ALWAYS {
        faults.expect(header, answer.header(header), Some(value).filter(|_| able.headers));
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

/// The type of a file by its ending; `None` where hosts may have their own idea.
fn type_of(name: &str) -> Option<&'static str> {
    Some(match ending(name) {
        "html" => "text/html; charset=utf-8",
        "js" => "application/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        _ => return None,
    })
}

/// Whether a file gets smaller: pictures are packed already.
fn is_packed(name: &str) -> bool {
    ["html", "js", "css", "txt", "wasm", "json", "svg"].contains(&ending(name))
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
            let text = fs::read_to_string(root().join("docs/hosting").join(file)).unwrap();
            for value in [
                POLICY,
                "cross-origin",
                "require-corp",
                "nosniff",
                "strict-origin-when-cross-origin",
                FOREVER,
                ANEW,
            ] {
                assert!(text.contains(value), "{file} lacks {value}");
            }
            assert!(
                !text.contains("frame-ancestors") && !text.contains("X-Frame-Options"),
                "{file} keeps others from framing"
            );
        }
    }

    #[test]
    fn the_journeys_run_under_the_same_policy() {
        let server = fs::read_to_string(root().join("tests/e2e/src/server.rs")).unwrap();
        let joined: String = server.split("\\\n").map(str::trim_start).collect();
        assert!(joined.contains(POLICY));
    }
}
