//! A real Apache with the example of `docs/hosting/`, set up like ordinary web space:
//! only what `.htaccess` may hold.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::site::{Ground, Site, program, put};
use crate::machine::run::{Outcome, command, root};

/// Where Debian keeps the modules.
const MODULES: &str = "/usr/lib/apache2/modules";

/// What a host has of Apache.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// For messages.
    pub name: &'static str,
    /// Beside those without which nothing is served.
    pub modules: &'static [&'static str],
    /// What `.htaccess` may say.
    pub allowed: &'static str,
}

/// As the example wishes it, then with less and less.
pub const KINDS: [Kind; 3] = [
    Kind {
        name: "Apache",
        modules: &["headers", "rewrite", "filter", "deflate", "brotli", "negotiation", "autoindex"],
        allowed: "FileInfo Indexes",
    },
    Kind {
        name: "Apache without mod_headers",
        modules: &["rewrite", "filter", "deflate"],
        allowed: "FileInfo Indexes",
    },
    Kind { name: "Apache with nothing", modules: &[], allowed: "FileInfo" },
];

/// Serves the files `names` of `dist` with `docs/hosting/htaccess` beside them, packed beforehand.
///
/// # Errors
/// One line when a file cannot be written, a tool is missing, or Apache does not answer within five seconds.
pub fn start(kind: Kind, dist: &Path, names: &[String]) -> Outcome<Site> {
    let failed = |error: std::io::Error| format!("{}: {error}", kind.name);
    let ground = Ground::new("apache")?;
    let folder = &ground.folder;
    put(folder, dist, names, true)?;
    fs::copy(root().join("docs/hosting/htaccess"), folder.join("dist/.htaccess")).map_err(failed)?;
    fs::write(folder.join("apache.conf"), around(kind, folder, ground.port)).map_err(failed)?;
    let mut apache = call(folder);
    apache.arg("-DFOREGROUND");
    ground.start(apache, |folder| {
        let mut stop = call(folder);
        stop.args(["-k", "stop"]);
        stop
    })
}

/// Whether it is there.
pub fn is_there() -> bool {
    program("apache2").is_some()
}

fn call(folder: &Path) -> Command {
    let mut apache = command(program("apache2").unwrap_or_else(|| "apache2".into()));
    apache.arg("-d").arg(folder).arg("-f").arg(folder.join("apache.conf"));
    apache
}

/// What stands around a site's folder on an ordinary machine.
fn around(kind: Kind, folder: &Path, port: u16) -> String {
    let here = folder.display();
    let modules = ["mpm_event", "authz_core", "dir", "mime"].iter().chain(kind.modules);
    let modules: Vec<String> =
        modules.map(|name| format!("LoadModule {name}_module {MODULES}/mod_{name}.so\n")).collect();
    format!(
        "{}ServerName brink.example\nListen 127.0.0.1:{port}\nUser www-data\nGroup www-data\n\
         PidFile {here}/apache.pid\n\
         ErrorLog {here}/error.log\nLogLevel warn\nTypesConfig /etc/mime.types\nMaxKeepAliveRequests 0\n\
         DocumentRoot {here}/dist\n\
         <Directory {here}/dist>\nOptions Indexes FollowSymLinks MultiViews\nAllowOverride {}\n\
         Require all granted\n</Directory>\n\
         AccessFileName .htaccess\n",
        modules.concat(),
        kind.allowed,
    )
}
