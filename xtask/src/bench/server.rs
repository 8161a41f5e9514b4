//! A plain static server for the pages that are measured: one folder, no caching, nothing but GET.

use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use crate::run::Outcome;

/// Serves `folder` at the address that it gives, `http://127.0.0.1:PORT/`, until the program ends.
///
/// # Errors
/// When there is no port.
pub fn serve(folder: &Path) -> Outcome<String> {
    let failed = |error: io::Error| format!("no port for the server: {error}");
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(failed)?;
    let port = listener.local_addr().map_err(failed)?.port();
    let folder: Arc<Path> = folder.into();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let folder = Arc::clone(&folder);
            // A browser that hangs up early is none of the server's business.
            thread::spawn(move || drop(answer(stream, &folder)));
        }
    });
    Ok(format!("http://127.0.0.1:{port}/"))
}

fn answer(mut stream: TcpStream, folder: &Path) -> io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    let path = first.split(' ').nth(1).and_then(|target| target.split('?').next()).unwrap_or_default();
    let file = file_for(folder, path);
    let (status, kind, body) = match file.and_then(|file| Some((kind_of(&file), fs::read(file).ok()?))) {
        Some((kind, body)) => ("200 OK", kind, body),
        None => ("404 Not Found", "text/plain", b"nothing here".to_vec()),
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n",
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
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::root;

    #[test]
    fn a_path_names_a_file_in_the_folder_and_none_outside() {
        assert!(file_for(root(), "/Trunk.toml").is_some());
        assert!(file_for(root(), "/").is_some_and(|file| file.ends_with("index.html")));
        for path in ["/xtask/../Trunk.toml", "/nothing", "Trunk.toml", "/xtask"] {
            assert_eq!(file_for(root(), path), None, "{path}");
        }
    }
}
