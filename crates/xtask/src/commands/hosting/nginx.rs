//! A real nginx with the example of `docs/hosting/`.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::site::{Ground, Site, program, put};
use crate::machine::run::{Outcome, command, root};

/// Serves the files `names` of `dist` as `docs/hosting/nginx.conf` has it, packed beforehand.
///
/// # Errors
/// One line when a file cannot be written, a tool is missing, or nginx does not answer within five seconds.
pub fn start(dist: &Path, names: &[String], with_brotli: bool) -> Outcome<Site> {
    let failed = |error: std::io::Error| format!("nginx: {error}");
    let ground = Ground::new("nginx")?;
    let folder = &ground.folder;
    put(folder, dist, names, with_brotli)?;
    fs::write(folder.join("site.conf"), site(folder, ground.port, with_brotli)?).map_err(failed)?;
    fs::write(folder.join("nginx.conf"), around(folder, with_brotli)).map_err(failed)?;
    let nginx = call(folder);
    ground.start(nginx, |folder| {
        let mut stop = call(folder);
        stop.args(["-s", "stop"]);
        stop
    })
}

/// Whether it is there.
pub fn is_there() -> bool {
    program("nginx").is_some()
}

fn call(folder: &Path) -> Command {
    let mut nginx = command(program("nginx").unwrap_or_else(|| "nginx".into()));
    nginx.arg("-p").arg(folder).arg("-c").arg(folder.join("nginx.conf"));
    nginx
}

/// The example with the lines changed that it asks to change, and brotli where there is its module.
fn site(folder: &Path, port: u16, with_brotli: bool) -> Outcome<String> {
    let file = root().join("docs/hosting/nginx.conf");
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
    let module = if with_brotli {
        "load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;\n"
    } else {
        ""
    };
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|name| format!("{name}_temp_path {here}/{name};\n"));
    format!(
        "{module}daemon off;\nworker_processes 2;\npid {here}/nginx.pid;\nerror_log stderr warn;\n\
         events {{ worker_connections 512; }}\n\
         http {{\ninclude /etc/nginx/mime.types;\ndefault_type application/octet-stream;\naccess_log off;\n\
         sendfile on;\n\
         {}include {here}/site.conf;\n}}\n",
        temporary.concat()
    )
}
