//! The process between a journey and its browser: chromedriver or geckodriver, on a port of its own. Its
//! output goes to a file, in which Firefox leaves what the page wrote to the console.

use std::fs::{self, File};
use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use serde_json::Value;

use crate::{http, must, root};

/// A running driver; ends with this value.
pub struct Driver {
    process: Child,
    /// The port at which it listens.
    pub port: u16,
    log: PathBuf,
    /// How many bytes of the log have been given out.
    num_read: usize,
}

impl Driver {
    /// Starts `program`; `name` tells the journey's files in target/e2e apart.
    ///
    /// # Panics
    /// When it is not installed or does not answer within ten seconds.
    pub fn start(program: &str, name: &str) -> Self {
        let port = {
            let listener = must(TcpListener::bind((Ipv4Addr::LOCALHOST, 0)), "no port for the driver");
            must(listener.local_addr(), "no port for the driver").port()
        };
        let log = scratch().join(format!("{name}.log"));
        let file = must(File::create(&log), "cannot write to target/e2e");
        let mut call = Command::new(program);
        call.arg(format!("--port={port}")).stdin(Stdio::null());
        call.stdout(must(file.try_clone(), "cannot write to target/e2e")).stderr(file);
        let process =
            must(call.spawn(), &format!("{program} does not start (`cargo xtask test` installs it)"));
        let driver = Self { process, port, log, num_read: 0 };
        for _ in 0..200 {
            let status = http::call(port, "GET", "/status", None);
            if status.is_ok_and(|status| status.get("ready") == Some(&Value::Bool(true))) {
                return driver;
            }
            thread::sleep(Duration::from_millis(50));
        }
        panic!("{program} does not answer");
    }

    /// What driver and browser wrote since the last call, whole lines or not.
    pub fn output_since_last(&mut self) -> String {
        let all = fs::read(&self.log).unwrap_or_default();
        let new = all.get(self.num_read..).unwrap_or_default();
        self.num_read = all.len();
        String::from_utf8_lossy(new).into_owned()
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Both fail only when it has ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The folder for logs and screenshots.
///
/// # Panics
/// When it cannot be made.
pub fn scratch() -> PathBuf {
    let folder = root().join("target/e2e");
    must(fs::create_dir_all(&folder), "cannot make target/e2e");
    folder
}
