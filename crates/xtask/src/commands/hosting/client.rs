//! The little HTTP that checking a host needs: one request after another on one connection.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::time::Duration;

use crate::machine::run::Outcome;

/// A connection that is kept open.
pub struct Client {
    stream: BufReader<TcpStream>,
}

/// What was answered.
pub struct Answer {
    /// 200 and the like.
    pub status: u16,
    /// How many bytes its body has.
    pub num_bytes: u64,
    headers: Vec<(String, String)>,
}

impl Answer {
    /// The value of the header `name`, in whatever case it is written.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

impl Client {
    /// Connects to this machine's `port`.
    ///
    /// # Errors
    /// One line when nobody listens there.
    pub fn connect(port: u16) -> Outcome<Self> {
        let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).map_err(|error| error.to_string())?;
        stream.set_read_timeout(Some(Duration::from_secs(10))).map_err(|error| error.to_string())?;
        stream.set_nodelay(true).map_err(|error| error.to_string())?;
        Ok(Self { stream: BufReader::with_capacity(1 << 16, stream) })
    }

    /// Asks for `path` with `headers`, each ended by a line break.
    ///
    /// # Errors
    /// One line when the connection breaks or what comes is no HTTP.
    pub fn get(&mut self, path: &str, headers: &str) -> Outcome<Answer> {
        self.get_into(path, headers, &mut std::io::sink())
    }

    /// The same; the body goes `into` what is there for it.
    ///
    /// # Errors
    /// As [`Client::get`].
    pub fn get_into(&mut self, path: &str, headers: &str, into: &mut impl Write) -> Outcome<Answer> {
        let broken = |error: std::io::Error| format!("{path}: {error}");
        let request = format!("GET {path} HTTP/1.1\r\nHost: brink.example\r\n{headers}\r\n");
        self.stream.get_mut().write_all(request.as_bytes()).map_err(broken)?;
        let first = self.line(path)?;
        let status = first.split(' ').nth(1).and_then(|number| number.parse().ok());
        let status = status.ok_or_else(|| format!("{path}: “{first}” is no answer"))?;
        let mut headers = Vec::new();
        loop {
            let line = self.line(path)?;
            let Some((key, value)) = line.split_once(':') else { break };
            headers.push((key.to_owned(), value.trim().to_owned()));
        }
        let mut answer = Answer { status, num_bytes: 0, headers };
        if answer.header("Transfer-Encoding") == Some("chunked") {
            loop {
                let size =
                    u64::from_str_radix(&self.line(path)?, 16).map_err(|error| format!("{path}: {error}"))?;
                self.pass(size, into).map_err(broken)?;
                self.line(path)?;
                answer.num_bytes += size;
                if size == 0 {
                    break;
                }
            }
        } else if status != 304 {
            let length = answer.header("Content-Length").and_then(|length| length.parse().ok());
            answer.num_bytes = length.ok_or_else(|| format!("{path}: no length"))?;
            self.pass(answer.num_bytes, into).map_err(broken)?;
        }
        Ok(answer)
    }

    /// The next line without its end.
    fn line(&mut self, path: &str) -> Outcome<String> {
        let mut line = String::new();
        match self.stream.read_line(&mut line) {
            Ok(0) => Err(format!("{path}: the connection was closed")),
            Ok(_) => Ok(line.trim_end().to_owned()),
            Err(error) => Err(format!("{path}: {error}")),
        }
    }

    fn pass(&mut self, num_bytes: u64, into: &mut impl Write) -> std::io::Result<()> {
        let read = std::io::copy(&mut (&mut self.stream).take(num_bytes), into)?;
        if read == num_bytes { Ok(()) } else { Err(std::io::ErrorKind::UnexpectedEof.into()) }
    }
}
