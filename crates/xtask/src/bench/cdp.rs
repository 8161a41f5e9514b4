//! A client of the DevTools protocol over a pair of pipes,
//! which Chromium offers as `--remote-debugging-pipe`.
//!
//! Separate because it knows nothing of pages: calls go out, answers and events come in, each a JSON text
//! that ends with a zero byte. With pipes no port is opened and no websocket is needed.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use crate::machine::run::{Outcome, command, find, scratch};

/// The longest that a browser may take for one answer:
/// the slowest page here needs seconds for its first drawing.
const PATIENCE: Duration = Duration::from_secs(120);

/// What every browser here is started with: no screen, nothing of its own in the background, and frames at
/// full pace also where no window is seen. `--enable-precise-memory-info` lets pages' memory be read without
/// rounding. A wheel that scrolls something is answered when that has come to rest, and it seems never if it
/// is gone by then: so nothing glides.
const FLAGS: [&str; 15] = [
    "--headless=new",
    "--remote-debugging-pipe",
    "--no-sandbox",
    "--no-first-run",
    "--disable-gpu",
    "--disable-quic",
    "--disable-smooth-scrolling",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-background-timer-throttling",
    "--disable-renderer-backgrounding",
    "--disable-backgrounding-occluded-windows",
    "--enable-precise-memory-info",
    "--window-size=1280,800",
];

/// A running Chromium; it ends when this is dropped.
pub struct Chromium {
    child: Child,
    to: Option<ChildStdin>,
    from: Receiver<Value>,
    num_calls: u64,
    events: Vec<Value>,
    profile: PathBuf,
}

impl Chromium {
    /// Starts a browser with a profile of its own.
    ///
    /// # Errors
    /// One line when there is none or it does not start.
    pub fn start() -> Outcome<Self> {
        let program = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
            .into_iter()
            .find_map(find);
        let program = program.ok_or("there is no Chromium")?;
        let profile = scratch().join(format!("bench/profile-{}", std::process::id()));
        // The protocol's pipes are the file descriptors 3 and 4; a shell moves its own two ends there.
        let mut shell = command("sh");
        shell.args(["-c", "exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >/dev/null"]).arg(program).args(FLAGS);
        shell.arg(format!("--user-data-dir={}", profile.display())).arg("about:blank");
        shell.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = shell.spawn().map_err(|error| format!("Chromium does not start: {error}"))?;
        let to = child.stdin.take();
        let (sender, from) = mpsc::channel();
        if let Some(stdout) = child.stdout.take() {
            thread::spawn(move || {
                for message in BufReader::new(stdout).split(0).map_while(Result::ok) {
                    let Ok(message) = serde_json::from_slice(&message) else { continue };
                    if sender.send(message).is_err() {
                        break;
                    }
                }
            });
        }
        let mut browser = Self { child, to, from, num_calls: 0, events: Vec::new(), profile };
        browser.call(None, "Browser.getVersion", json!({}))?;
        Ok(browser)
    }

    /// Calls `method`, of the browser itself or of the page attached as `session`, and gives its result.
    ///
    /// # Errors
    /// One line when the browser refuses, has ended, or says nothing for two minutes.
    #[expect(clippy::needless_pass_by_value, reason = "calls read better without a borrow before each json!")]
    pub fn call(&mut self, session: Option<&str>, method: &str, params: Value) -> Outcome<Value> {
        self.num_calls += 1;
        let id = self.num_calls;
        let mut message = json!({ "id": id, "method": method, "params": params });
        if let Some(session) = session {
            message["sessionId"] = session.into();
        }
        let gone = || format!("{method}: the browser is gone");
        let to = self.to.as_mut().ok_or_else(gone)?;
        to.write_all(format!("{message}\0").as_bytes()).and_then(|()| to.flush()).map_err(|_| gone())?;
        loop {
            let answer =
                self.from.recv_timeout(PATIENCE).map_err(|error| format!("{method}: no answer: {error}"))?;
            if answer["id"] != id {
                self.events.push(answer);
            } else if answer["error"].is_null() {
                return Ok(answer["result"].clone());
            } else {
                return Err(format!("{method}: {}", answer["error"]["message"]));
            }
        }
    }

    /// The events that have arrived since the last call of this.
    pub fn events(&mut self) -> Vec<Value> {
        self.events.extend(self.from.try_iter());
        std::mem::take(&mut self.events)
    }

    /// The version as the browser tells it: `Chrome/150.0.1.2`.
    ///
    /// # Errors
    /// When the browser is gone.
    pub fn version(&mut self) -> Outcome<String> {
        let version = self.call(None, "Browser.getVersion", json!({}))?;
        Ok(version["product"].as_str().unwrap_or_default().replace("Headless", ""))
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        // A browser whose pipe is closed ends by itself; the kill is for one that hangs.
        let _ = self.call(None, "Browser.close", json!({}));
        self.to = None;
        let _ = self.child.wait();
        remove(&self.profile);
    }
}

fn remove(folder: &Path) {
    // What is left behind is in target/ and goes with it.
    let _ = fs::remove_dir_all(folder);
}
