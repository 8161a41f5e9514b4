//! A folder of files behind a real server for a moment: without root, on a free port.

use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::machine::run::{Outcome, command, find, output_of};

/// A running server; it ends and its folder goes with this value.
pub struct Site {
    process: Child,
    port: u16,
    folder: PathBuf,
    stop: fn(&Path) -> Command,
}

/// The folder of a server and the port that it is to listen to, before it runs.
pub struct Ground {
    /// Holds `dist/` and what the server writes.
    pub folder: PathBuf,
    /// Free a moment ago.
    pub port: u16,
}

impl Ground {
    /// A new folder for the server `name`.
    ///
    /// # Errors
    /// One line when it cannot be made, or no port is free.
    pub fn new(name: &str) -> Outcome<Self> {
        let failed = |error: std::io::Error| format!("{name}: {error}");
        let folder = std::env::temp_dir().join(format!("brink-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).map_err(failed)?;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(failed)?;
        Ok(Self { folder, port: listener.local_addr().map_err(failed)?.port() })
    }

    /// Starts `server`, which stays in the foreground and ends by what `stop` makes for the folder.
    ///
    /// # Errors
    /// What it said, when it does not answer within five seconds.
    pub fn start(self, mut server: Command, stop: fn(&Path) -> Command) -> Outcome<Site> {
        let Self { folder, port } = self;
        let name = server.get_program().to_string_lossy().into_owned();
        let failed = |error: std::io::Error| format!("{name}: {error}");
        let log = fs::File::create(folder.join("error.log")).map_err(failed)?;
        let process =
            server.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log).spawn().map_err(failed)?;
        let mut site = Site { process, port, folder, stop };
        for _ in 0..100 {
            if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
                return Ok(site);
            }
            if site.process.try_wait().map_err(failed)?.is_some() {
                break;
            }
            thread::sleep(Duration::from_millis(50));
        }
        let said = fs::read_to_string(site.folder.join("error.log")).unwrap_or_default();
        Err(format!("{name} does not start: {}", said.trim_end()))
    }
}

impl Site {
    /// Where it listens on this machine.
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// Puts other files in place of those that are there.
    ///
    /// # Errors
    /// As [`put`].
    pub fn put(&self, dist: &Path, names: &[String], with_brotli: bool) -> Outcome {
        put(&self.folder, dist, names, with_brotli)
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        // A kind signal, so that it takes its workers along; what fails here has ended already.
        if output_of((self.stop)(&self.folder)).is_err() {
            let _ = self.process.kill();
        }
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Makes `dist` in `folder` hold the files `names` of `dist`, packed beforehand, and no others.
///
/// # Errors
/// One line when a file cannot be written or a tool is missing.
pub fn put(folder: &Path, dist: &Path, names: &[String], with_brotli: bool) -> Outcome {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    let here = folder.join("dist");
    if here.exists() {
        fs::remove_dir_all(&here).map_err(failed)?;
    }
    fs::create_dir_all(&here).map_err(failed)?;
    for name in names {
        let name = file_of(name);
        let file = here.join(name);
        fs::copy(dist.join(name), &file).map_err(failed)?;
        if super::is_packed(name) {
            pack(&file, with_brotli)?;
        }
    }
    Ok(())
}

/// The file that is asked for as `name`.
pub fn file_of(name: &str) -> &str {
    if name == "/" { "index.html" } else { name.trim_start_matches('/') }
}

/// The program `name`, also where Debian puts what ordinary users have no use for.
pub fn program(name: &str) -> Option<PathBuf> {
    find(name).or_else(|| Some(Path::new("/usr/sbin").join(name)).filter(|file| file.is_file()))
}

fn pack(file: &Path, with_brotli: bool) -> Outcome {
    let mut gzip = command("gzip");
    gzip.args(["-9", "-k", "-n"]).arg(file);
    output_of(gzip)?;
    if with_brotli {
        let mut brotli = command("brotli");
        brotli.args(["--keep", "--quality=11"]).arg(file);
        output_of(brotli)?;
    }
    Ok(())
}
