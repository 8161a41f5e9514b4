//! What must be installed, in which version, and how it gets there. The one place for versions; a test compares them
//! with Cargo.toml and Trunk.toml.

use std::fs;
use std::path::PathBuf;

use crate::apt;
use crate::finish::card;
use crate::hosting::{apache, nginx};
use crate::run::{Outcome, command, find, output_of, quietly, scratch};
use crate::steps::step;

/// A program that cargo builds from its registry.
struct CargoTool {
    package: &'static str,
    program: &'static str,
    version: &'static str,
    /// Whether its own lock file is used. That of wasm-bindgen-cli may name a crate that is no longer served.
    locked: Locked,
    /// How long it takes on two cores.
    takes: &'static str,
}

#[derive(PartialEq)]
enum Locked {
    Yes,
    No,
}

/// Builds index.html, styles and wasm into one folder. 0.22 wants a newer compiler.
const TRUNK: CargoTool =
    CargoTool { package: "trunk", program: "trunk", version: "0.21.14", locked: Locked::Yes, takes: "about 6 min" };

/// Writes the JavaScript beside the wasm; must be of the same version as the crate `wasm-bindgen`.
const WASM_BINDGEN: CargoTool = CargoTool {
    package: "wasm-bindgen-cli",
    program: "wasm-bindgen",
    version: "0.2.130",
    locked: Locked::No,
    takes: "about 2 min",
};

/// Drives Firefox in tests.
const GECKODRIVER: CargoTool =
    CargoTool { package: "geckodriver", program: "geckodriver", version: "0.37.0", locked: Locked::Yes, takes: "about 2 min" };

/// The version of npm's `binaryen`, for wasm-opt: it halves the wasm.
const BINARYEN: &str = "132";

/// The version of npm's `esbuild`, which writes the scripts as short as they can be.
const ESBUILD: &str = "0.28.2";

/// The scripts of other publishers' pages that size frames, by their versions in npm: the page is tried in each.
const CLIENTS: [(&str, &str); 2] = [("pym.js", "1.3.2"), ("@newswire/frames", "1.0.0")];
/// What `bench` compares with: npm's `vis-timeline` and `d3-force`.
const COMPARED: [&str; 2] = ["vis-timeline@8.5.4", "d3-force@3.0.0"];

/// Sees to what building the page takes beside the compiler.
///
/// # Errors
/// One line when something is missing and cannot be installed.
pub fn for_building() -> Outcome {
    cargo_tool(&TRUNK)?;
    cargo_tool(&WASM_BINDGEN)?;
    npm_tool("wasm-opt", "binaryen", BINARYEN)?;
    npm_tool("esbuild", "esbuild", ESBUILD)?;
    // For the card's picture any font will do; a bare machine has none.
    if card::has_font() { Ok(()) } else { apt::install(&["fonts-liberation"]) }
}

/// Sees to Chromium and Firefox with their drivers, of which any that are there will do, and to [`CLIENTS`].
///
/// # Errors
/// One line when something is missing and cannot be installed.
pub fn for_browser_tests() -> Outcome {
    if !any_of(&["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]) || !any_of(&["chromedriver"]) {
        apt::install(&["chromium", "chromium-driver"])?;
    }
    if !any_of(&["firefox", "firefox-esr"]) {
        apt::install(&["firefox-esr"])?;
    }
    if !any_of(&["geckodriver"]) {
        cargo_tool(&GECKODRIVER)?;
    }
    clients()
}

/// Sees to [`CLIENTS`], in a folder of their own: npm takes away what it is not told of.
fn clients() -> Outcome {
    let folder = scratch().join("clients");
    let is_there = |(package, version): &(&str, &str)| {
        let about = fs::read_to_string(folder.join("node_modules").join(package).join("package.json"));
        about.is_ok_and(|about| about.contains(&format!("\"version\": \"{version}\"")))
    };
    if CLIENTS.iter().all(is_there) {
        return Ok(());
    }
    let names = CLIENTS.map(|(package, version)| format!("{package}@{version}"));
    step(&format!("installing {} (seconds)", names.join(" and ")), || {
        let mut npm = command("npm");
        npm.args(["install", "--no-save", "--no-audit", "--no-fund", "--prefix"]).arg(&folder).args(&names);
        output_of(npm).map(drop)
    })
}

/// Sees to nginx and Apache, and says whether nginx can send what brotli has packed.
///
/// # Errors
/// One line when something is missing and cannot be installed.
pub fn for_hosting() -> Outcome<bool> {
    for_measuring()?;
    if !nginx::is_there() {
        apt::install(&["nginx-light", BROTLI_MODULE])?;
    }
    if !apache::is_there() {
        apt::install(&["apache2-bin"])?;
    }
    Ok(apt::has(BROTLI_MODULE))
}

/// Debian's package with nginx's module for files that brotli has packed.
const BROTLI_MODULE: &str = "libnginx-mod-http-brotli-static";

/// Sees to the program `brotli`, which measures what a reader loads.
///
/// # Errors
/// One line when it is missing and cannot be installed.
pub fn for_measuring() -> Outcome {
    if any_of(&["brotli"]) { Ok(()) } else { apt::install(&["brotli"]) }
}

/// Sees to the libraries that `bench` compares with and gives the folder of their packages: one of their own, since npm
/// takes away what it is not told of.
///
/// # Errors
/// One line when they are missing and cannot be fetched.
pub fn for_comparing() -> Outcome<PathBuf> {
    let folder = scratch().join("compared");
    let packages = folder.join("node_modules");
    let is_there = |package: &str| {
        let Some((name, version)) = package.split_once('@') else { return false };
        let about = fs::read_to_string(packages.join(name).join("package.json"));
        about.is_ok_and(|about| about.contains(&format!("\"version\": \"{version}\"")))
    };
    if COMPARED.into_iter().all(is_there) {
        return Ok(packages);
    }
    if find("npm").is_none() {
        return Err("bench compares with packages of npm: please install Node with npm".to_owned());
    }
    step(&format!("fetching {} (seconds)", COMPARED.join(" and ")), || {
        let mut npm = command("npm");
        npm.args(["install", "--no-save", "--no-audit", "--no-fund", "--prefix"]).arg(&folder).args(COMPARED);
        output_of(npm).map(drop)
    })?;
    Ok(packages)
}

fn any_of(programs: &[&str]) -> bool {
    programs.iter().any(|name| find(name).is_some())
}

/// Whether what `program --version` says has the word `version` in it.
fn is(program: &str, version: &str) -> bool {
    let Some(file) = find(program) else { return false };
    let mut ask = command(file);
    ask.arg("--version");
    quietly(ask).is_ok_and(|ended| ended.success && ended.output.split_whitespace().any(|word| word == version))
}

fn cargo_tool(tool: &CargoTool) -> Outcome {
    if is(tool.program, tool.version) {
        return Ok(());
    }
    step(&format!("installing {} {} ({})", tool.package, tool.version, tool.takes), || {
        let mut install = command("cargo");
        install.args(["install", "--quiet", tool.package, "--version", tool.version]);
        if tool.locked == Locked::Yes {
            install.arg("--locked");
        }
        output_of(install).map(drop)
    })
}

/// Sees to `program` of npm's `package`.
fn npm_tool(program: &str, package: &str, version: &str) -> Outcome {
    if is(program, version) {
        return Ok(());
    }
    if find("npm").is_none() {
        return Err(format!("{program} {version} is missing: please install it ({package}), or Node with npm, which fetches it"));
    }
    // Both at once: npm takes away what it is not told of.
    step(&format!("installing binaryen {BINARYEN} and esbuild {ESBUILD} (seconds)"), || {
        let mut npm = command("npm");
        npm.args(["install", "--no-save", "--no-audit", "--no-fund", "--prefix"]).arg(scratch().join("npm"));
        npm.args([format!("binaryen@{BINARYEN}"), format!("esbuild@{ESBUILD}")]);
        output_of(npm).map(drop)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::root;

    fn text_of(file: &str) -> String {
        fs::read_to_string(root().join(file)).unwrap()
    }

    #[test]
    fn wasm_bindgen_is_of_one_version_as_crate_and_tool() {
        let version = WASM_BINDGEN.version;
        assert!(text_of("Cargo.toml").contains(&format!("wasm-bindgen = {{ version = \"={version}\"")));
        assert!(text_of("Trunk.toml").contains(&format!("wasm_bindgen = \"{version}\"")));
    }

    #[test]
    fn trunk_asks_for_the_wasm_opt_that_is_installed() {
        assert!(text_of("Trunk.toml").contains(&format!("wasm_opt = \"version_{BINARYEN}\"")));
    }

    #[test]
    fn a_version_is_a_whole_word() {
        assert!(!is("cargo", "1"));
        assert!(!is("there-is-no-such-program", "1"));
    }
}
