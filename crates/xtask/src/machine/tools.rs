//! Which tools are needed, in which version, and how they are installed. The one place for versions: a test
//! compares them with Cargo.toml and Trunk.toml.

use std::fs;
use std::path::PathBuf;

use crate::commands::hosting::{apache, nginx};
use crate::machine::apt;
use crate::machine::run::{Outcome, command, find, output_of, quietly, scratch};
use crate::machine::steps::{Job, at_once, step};
use crate::page::finish::card;

/// A program that cargo builds from its registry.
pub struct CargoTool {
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

/// Writes the JavaScript beside the wasm; must be of the same version as the crate `wasm-bindgen`.
/// Its test runner comes with it.
static WASM_BINDGEN: CargoTool = CargoTool {
    package: "wasm-bindgen-cli",
    program: "wasm-bindgen",
    version: "0.2.130",
    locked: Locked::No,
    takes: "about 1 min",
};

/// Drives Firefox in tests.
static GECKODRIVER: CargoTool = CargoTool {
    package: "geckodriver",
    program: "geckodriver",
    version: "0.37.0",
    locked: Locked::Yes,
    takes: "about 1 min",
};

/// How tools are compiled: as fast as can be. They work for a second where their compilation takes minutes.
const HASTE: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "none"),
];

/// The version of npm's `binaryen`, for wasm-opt: it halves the wasm.
const BINARYEN: &str = "132";

/// The version of npm's `esbuild`, which writes the scripts as short as they can be.
const ESBUILD: &str = "0.28.2";

/// Scripts of others that the page is tried with, by their versions in npm: two by which publishers' pages
/// size frames, and axe-core, which looks for what keeps readers out.
const CLIENTS: [(&str, &str); 3] =
    [("pym.js", "1.3.2"), ("@newswire/frames", "1.0.0"), ("axe-core", "4.14.1")];
/// What `bench` compares with: npm's `vis-timeline`, `d3-force` and TimelineJS.
const COMPARED: [&str; 3] = ["vis-timeline@8.5.4", "d3-force@3.0.0", "@knight-lab/timelinejs@3.9.11"];

/// Sees to what building the page takes beside the compiler, and to `more`. Where something has to be
/// installed, `meanwhile` is done at the same time: it compiles the page.
///
/// # Errors
/// One line when something is missing and cannot be installed.
pub fn for_building(more: &[&'static CargoTool], meanwhile: impl FnOnce() -> Outcome + Send) -> Outcome {
    let tools = [&WASM_BINDGEN].into_iter().chain(more.iter().copied());
    let mut jobs: Vec<Job> = tools.filter(|tool| !tool.is_there()).map(CargoTool::job).collect();
    if !is("wasm-opt", BINARYEN) || !is("esbuild", ESBUILD) {
        if find("npm").is_none() {
            return Err("please install Node with npm: wasm-opt and esbuild come with it".to_owned());
        }
        jobs.push(Job::new(
            format!("installing binaryen {BINARYEN} and esbuild {ESBUILD} (seconds)"),
            npm_tools,
        ));
    }
    if jobs.is_empty() {
        return Ok(());
    }
    jobs.push(Job::new("compiling the page (about 2 min)", meanwhile));
    at_once(jobs)
}

/// Sees to a font for the card's picture: any will do, but a bare machine has none.
///
/// # Errors
/// One line when it is missing and cannot be installed.
pub fn for_publishing() -> Outcome {
    if card::has_font() { Ok(()) } else { apt::install(&["fonts-liberation"]) }
}

/// What of Debian's packages tests and publishing need and this machine has not, to be asked for together.
///
/// # Errors
/// As [`apt::install`].
pub fn of_debian() -> Outcome {
    let mut packages = Vec::new();
    if !card::has_font() {
        packages.push("fonts-liberation");
    }
    packages.extend(browser_packages());
    packages.extend(hosting_packages());
    apt::install(&packages)
}

fn browser_packages() -> Vec<&'static str> {
    let mut packages = Vec::new();
    if !any_of(&["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"])
        || !any_of(&["chromedriver"])
    {
        packages.extend(["chromium", "chromium-driver"]);
    }
    if !any_of(&["firefox", "firefox-esr"]) {
        packages.push("firefox-esr");
    }
    packages
}

fn hosting_packages() -> Vec<&'static str> {
    let mut packages = Vec::new();
    if !nginx::is_there() {
        packages.extend(["nginx-light", BROTLI_MODULE]);
    }
    if !apache::is_there() {
        packages.push("apache2-bin");
    }
    if !any_of(&["brotli"]) {
        packages.push("brotli");
    }
    packages
}

/// What has to be compiled for the tests in browsers.
pub fn for_drivers() -> Vec<&'static CargoTool> {
    if any_of(&["geckodriver"]) { Vec::new() } else { vec![&GECKODRIVER] }
}

/// Sees to Chromium and Firefox, of which any that are there will do, and to [`CLIENTS`].
///
/// # Errors
/// One line when something is missing and cannot be installed.
pub fn for_browser_tests() -> Outcome {
    apt::install(&browser_packages())?;
    for_scripts()
}

/// Sees to [`CLIENTS`], in a folder of their own: npm takes away what it is not told of.
pub fn for_scripts() -> Outcome {
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
    apt::install(&hosting_packages())?;
    Ok(apt::has(BROTLI_MODULE))
}

/// Debian's package with nginx's module for files that brotli has packed.
const BROTLI_MODULE: &str = "libnginx-mod-http-brotli-static";

/// Sees to the libraries that `bench` compares with and gives the folder of their packages: one of their own,
/// since npm takes away what it is not told of.
///
/// # Errors
/// One line when they are missing and cannot be fetched.
pub fn for_comparing() -> Outcome<PathBuf> {
    let folder = scratch().join("compared");
    let packages = folder.join("node_modules");
    let is_there = |package: &str| {
        let Some((name, version)) = package.rsplit_once('@') else { return false };
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
    quietly(ask)
        .is_ok_and(|ended| ended.success && ended.output.split_whitespace().any(|word| word == version))
}

impl CargoTool {
    fn is_there(&self) -> bool {
        is(self.program, self.version)
    }

    /// Its installation, into the project's own folder: another version on this machine stays as it is.
    fn job(&self) -> Job<'_> {
        Job::new(format!("installing {} {} ({})", self.package, self.version, self.takes), || {
            let mut install = command("cargo");
            install.args(["install", "--quiet", self.package, "--version", self.version]).envs(HASTE);
            install.arg("--root").arg(scratch().join("tools")).env_remove("CARGO_TARGET_DIR");
            if self.locked == Locked::Yes {
                install.arg("--locked");
            }
            output_of(install).map(drop)
        })
    }
}

/// Both at once: npm takes away what it is not told of.
fn npm_tools() -> Outcome {
    let mut npm = command("npm");
    npm.args(["install", "--no-save", "--no-audit", "--no-fund", "--prefix"]).arg(scratch().join("npm"));
    npm.args([format!("binaryen@{BINARYEN}"), format!("esbuild@{ESBUILD}")]);
    output_of(npm).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::machine::run::root;

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
