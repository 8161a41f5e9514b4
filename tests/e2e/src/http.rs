//! The little HTTP that a WebDriver client needs: one JSON request on one connection to this machine.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::time::Duration;

use serde_json::Value;

/// Longer than any page load or script here; a browser that hangs ends the journey instead of the patience.
const PATIENCE: Duration = Duration::from_secs(120);

/// Sends `method path` with `body` to `port` of this machine and gives the `value` of the JSON answer.
///
/// # Errors
/// When nobody answers, or WebDriver's error message.
pub fn call(port: u16, method: &str, path: &str, body: Option<&Value>) -> Result<Value, String> {
    let (status, text) =
        exchange(port, method, path, body).map_err(|error| format!("{method} {path}: {error}"))?;
    let answer: Value =
        serde_json::from_str(&text).map_err(|error| format!("{method} {path}: {error}: {text}"))?;
    let value = answer.get("value").cloned().unwrap_or(Value::Null);
    if status == 200 {
        return Ok(value);
    }
    let word = |key| value.get(key).and_then(Value::as_str).unwrap_or_default();
    Err(format!("{method} {path}: {}: {}", word("error"), word("message").lines().next().unwrap_or_default()))
}

fn exchange(port: u16, method: &str, path: &str, body: Option<&Value>) -> io::Result<(u16, String)> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let body = body.map(Value::to_string).unwrap_or_default();
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(body.as_bytes())?;
    let mut answer = BufReader::new(stream);
    let status = line(&mut answer)?.split(' ').nth(1).and_then(|word| word.parse().ok()).unwrap_or(0);
    let mut length = 0;
    loop {
        let line = line(&mut answer)?.to_ascii_lowercase();
        if line.is_empty() {
            break;
        }
        if let Some(number) = line.strip_prefix("content-length:") {
            length = number.trim().parse().unwrap_or(0);
        }
    }
    let mut text = vec![0; length];
    answer.read_exact(&mut text)?;
    Ok((status, String::from_utf8_lossy(&text).into_owned()))
}

fn line(from: &mut impl BufRead) -> io::Result<String> {
    let mut line = String::new();
    from.read_line(&mut line)?;
    Ok(line.trim_end().to_owned())
}
