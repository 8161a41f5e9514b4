//! A real nginx for a moment: without rights, in a folder of its own, on a free port.

use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::thread;
use std::time::Duration;

use crate::run::{Outcome, command, find, output_of, root};

/// Where Debian puts what ordinary users have no use for.
const SBIN: &str = "/usr/sbin/nginx";

/// A running nginx; it ends and its folder goes with this value.
pub struct Nginx {
    process: Child,
    port: u16,
    folder: PathBuf,
}

impl Nginx {
    /// Serves the files `names` of `dist` as `hosting/nginx.conf` has it, packed beforehand.
    ///
    /// # Errors
    /// One line when a file cannot be written, a tool is missing, or nginx does not answer within five seconds.
    pub fn start(dist: &Path, names: &[String], with_brotli: bool) -> Outcome<Self> {
        let failed = |error: std::io::Error| format!("nginx: {error}");
        let folder = std::env::temp_dir().join(format!("brink-nginx-{}", std::process::id()));
        fs::create_dir_all(folder.join("dist")).map_err(failed)?;
        for name in names {
            let name = if name == "/" { "index.html" } else { name.trim_start_matches('/') };
            let file = folder.join("dist").join(name);
            fs::copy(dist.join(name), &file).map_err(failed)?;
            if super::is_packed(name) {
                pack(&file, with_brotli)?;
            }
        }
        let port = free_port().map_err(failed)?;
        fs::write(folder.join("site.conf"), site(&folder, port, with_brotli)?).map_err(failed)?;
        fs::write(folder.join("nginx.conf"), around(&folder, with_brotli)).map_err(failed)?;
        let mut nginx = command(program().ok_or("nginx is missing")?);
        nginx.arg("-p").arg(&folder).arg("-c").arg(folder.join("nginx.conf")).stdin(Stdio::null()).stdout(Stdio::null());
        let log = fs::File::create(folder.join("error.log")).map_err(failed)?;
        let process = nginx.stderr(log).spawn().map_err(failed)?;
        let mut server = Self { process, port, folder };
        for _ in 0..100 {
            if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
                return Ok(server);
            }
            if server.process.try_wait().map_err(failed)?.is_some() {
                break;
            }
            thread::sleep(Duration::from_millis(50));
        }
        let said = fs::read_to_string(server.folder.join("error.log")).unwrap_or_default();
        Err(format!("nginx does not start: {}", said.trim_end()))
    }

    /// Where it listens on this machine.
    pub const fn port(&self) -> u16 {
        self.port
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // A kind signal, so that it takes its workers along; what fails here has ended already.
        let mut stop = command(program().unwrap_or_else(|| SBIN.into()));
        stop.arg("-p").arg(&self.folder).arg("-c").arg(self.folder.join("nginx.conf")).args(["-s", "stop"]);
        if output_of(stop).is_err() {
            let _ = self.process.kill();
        }
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Where nginx is, if it is anywhere.
pub fn program() -> Option<PathBuf> {
    find("nginx").or_else(|| Some(PathBuf::from(SBIN)).filter(|file| file.is_file()))
}

fn free_port() -> std::io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
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

/// The example with the lines changed that it asks to change, and brotli where there is its module.
fn site(folder: &Path, port: u16, with_brotli: bool) -> Outcome<String> {
    let file = root().join("hosting/nginx.conf");
    let mut text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    let changes = [
        ("listen 80;", format!("listen 127.0.0.1:{port};")),
        ("root /var/www/brink;", format!("root {}/dist;", folder.display())),
        ("# brotli_static on;", if with_brotli { "brotli_static on;" } else { "" }.to_owned()),
    ];
    for (line, instead) in changes {
        if !text.contains(line) {
            return Err(format!("{} holds no `{line}`", file.display()));
        }
        text = text.replace(line, &instead);
    }
    Ok(text)
}

/// What stands around a site's file on an ordinary machine.
fn around(folder: &Path, with_brotli: bool) -> String {
    let here = folder.display();
    let module = if with_brotli { "load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;\n" } else { "" };
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(|name| format!("{name}_temp_path {here}/{name};\n"));
    format!(
        "{module}daemon off;\nworker_processes 2;\npid {here}/nginx.pid;\nerror_log stderr warn;\n\
         events {{ worker_connections 512; }}\n\
         http {{\ninclude /etc/nginx/mime.types;\ndefault_type application/octet-stream;\naccess_log off;\nsendfile on;\n\
         {}include {here}/site.conf;\n}}\n",
        temporary.concat()
    )
}
