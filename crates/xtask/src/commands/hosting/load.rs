//! Load: several connections that ask for the page's files one after another, as fast as they are answered.

use std::thread;
use std::time::{Duration, Instant};

use super::client::Client;
use crate::machine::run::Outcome;

/// Connections that are kept open side by side.
const CONNECTIONS: usize = 16;

/// How long they ask.
const LASTS: Duration = Duration::from_secs(3);

/// Asks for the files `names` in turn, packed as browsers want them, and says how many requests a second were
/// answered. The generator has the same processors as the server.
///
/// # Errors
/// The first answer that was none, or no 200.
pub fn run(port: u16, names: &[String]) -> Outcome<String> {
    #[expect(clippy::disallowed_methods, reason = "the page has no clock, its tools have")]
    let begun = Instant::now();
    let ask = |offset: usize| -> Outcome<(u64, u64)> {
        let mut client = Client::connect(port)?;
        let (mut num_requests, mut num_bytes) = (0, 0);
        for name in names.iter().cycle().skip(offset) {
            if begun.elapsed() > LASTS {
                break;
            }
            let answer = client.get(name, "Accept-Encoding: gzip, br\r\n")?;
            if answer.status != 200 {
                return Err(format!("{name}: {} under load", answer.status));
            }
            num_requests += 1;
            num_bytes += answer.num_bytes;
            // nginx ends a connection in order after a thousand answers.
            if answer.header("Connection") == Some("close") {
                client = Client::connect(port)?;
            }
        }
        Ok((num_requests, num_bytes))
    };
    let all: Vec<Outcome<(u64, u64)>> = thread::scope(|scope| {
        let asking: Vec<_> = (0..CONNECTIONS).map(|at| scope.spawn(move || ask(at))).collect();
        asking
            .into_iter()
            .map(|one| one.join().unwrap_or_else(|_| Err("a connection's thread ended early".to_owned())))
            .collect()
    });
    let (mut num_requests, mut num_bytes) = (0, 0);
    for one in all {
        let (requests, bytes) = one?;
        num_requests += requests;
        num_bytes += bytes;
    }
    let millis = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX).max(1);
    Ok(format!(
        "nginx: {} requests a second without an error, {} MB a second, over {CONNECTIONS} connections",
        num_requests * 1000 / millis,
        num_bytes / 1000 / millis,
    ))
}
