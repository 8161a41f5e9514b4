//! The compiler for the page: rustup's, or, where rustup cannot fetch the standard library for
//! `wasm32-unknown-unknown`, Debian's.
//!
//! The published page is built with the standard library from source where that can be had. It then weighs 20
//! KB less, because it has no messages of panics, which nobody could read in a browser.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::machine::apt;
use crate::machine::run::{Outcome, command, output_of, path_with, root, scratch, succeeds_within};
use crate::machine::steps::step;

/// The target triple of the page.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Flags for the compiler of the page.
const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Names of functions tell the types that they are made for, by which the wasm is parted.
const NAMES: &str = "-Csymbol-mangling-version=v0";

/// How long rustup may take to fetch the target (about 20 MB), also on a slow line.
const RUSTUP_LIMIT: Duration = Duration::from_secs(180);

/// Debian's compiler with the source of its standard library, its linker and its linter.
const PACKAGES: [&str; 6] =
    ["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "rust-web-clippy", "lld-22"];

/// Which compiler makes the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Compiler {
    /// The one in use, with the target's standard library.
    Rustup,
    /// The same, with the source of that library too.
    RustupWithSource,
    /// Debian's, in /usr/bin.
    Debian,
}

impl Compiler {
    /// Finds a compiler that can build the page, or installs one.
    ///
    /// What is there already comes first, then rustup, then Debian. That rustup failed is remembered in
    /// `target/xtask`, so that the next call does not wait again.
    ///
    /// # Errors
    /// One line that says what to install.
    pub fn ready() -> Outcome<Self> {
        if rustup_has_target() {
            return Ok(Self::with_source());
        }
        if PACKAGES.into_iter().all(apt::has) {
            return Ok(Self::Debian);
        }
        let failed_before = scratch().join("rustup-cannot-add-target");
        if !failed_before.exists() {
            if rustup_adds_target() {
                return Ok(Self::with_source());
            }
            // Not remembering costs the next call a wait, no more.
            let _ = fs::create_dir_all(scratch());
            let _ = fs::write(&failed_before, "delete this file to let rustup try again\n");
        }
        apt::install(&PACKAGES).map(|()| Self::Debian).map_err(|reason| {
            format!(
                "nothing here compiles for {TARGET}: give `rustup target add {TARGET}`, or on Debian, \
                     {reason}"
            )
        })
    }

    /// The one in use, with the source if that is there or can be fetched.
    fn with_source() -> Self {
        if has_source() || rustup_adds("component", "rust-src") && has_source() {
            Self::RustupWithSource
        } else {
            Self::Rustup
        }
    }

    /// Whether it builds the standard library together with the page.
    pub fn has_source(self) -> bool {
        self != Self::Rustup
    }

    /// A call of `program` that compiles for the page, with this compiler, into a folder of its own: another
    /// compiler than the host's must not throw away what that one has built.
    pub fn command(self, program: &str) -> Command {
        let mut call = command(program);
        call.env("CARGO_TARGET_DIR", root().join("target/wasm"));
        if self == Self::Debian {
            call.env("PATH", path_with(&[Path::new("/usr/bin")]))
                .env_remove("RUSTUP_TOOLCHAIN")
                // Lets a stable compiler build its standard library, which is all that this is for.
                .env("RUSTC_BOOTSTRAP", "1")
                .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort");
        }
        call
    }

    /// As [`Compiler::command`], for what is published.
    pub fn release_command(self, program: &str) -> Command {
        let mut call = self.command(program);
        if self.has_source() {
            // A panic stops the page at once, as it would after its message. Equal functions stay apart, so
            // that each has its own name when the wasm is parted; wasm-opt makes one of them. These flags are
            // for rustc's nightly versions; the variable lets a stable one read them.
            call.env("RUSTC_BOOTSTRAP", "1")
                .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
                .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
                .env(
                    FLAGS,
                    "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none \
                     -Zmerge-functions=disabled -Csymbol-mangling-version=v0",
                );
        } else {
            call.env(FLAGS, NAMES);
        }
        call
    }

    /// As [`Compiler::command`], for tests that run in a browser.
    pub fn test_command(self, program: &str) -> Command {
        let mut call = self.command(program);
        if self == Self::Debian {
            call.env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort,test");
        }
        call
    }

    /// Sees to the sources of all crates, after which nothing needs the network. Silent when they are there.
    ///
    /// # Errors
    /// What cargo said.
    pub fn fetch(self) -> Outcome {
        // For the page's target with its standard library, and for all others: cargo asks for those too.
        let fetch = |more: &[&str]| {
            [&["--target", TARGET][..], &[]].iter().try_for_each(|target| {
                let mut fetch = self.release_command("cargo");
                fetch.args(["fetch", "--quiet"]).args(*target).args(more);
                output_of(fetch).map(drop)
            })
        };
        if fetch(&["--offline"]).is_ok() {
            return Ok(());
        }
        step("fetching crates", || fetch(&[]))
    }
}

fn rustup_has_target() -> bool {
    let mut rustc = command("rustc");
    rustc.args(["--print", "target-libdir", "--target", TARGET]);
    output_of(rustc).is_ok_and(|folder| Path::new(folder.trim()).is_dir())
}

fn rustup_adds_target() -> bool {
    rustup_adds("target", TARGET) && rustup_has_target()
}

/// Whether the source of the standard library is installed.
fn has_source() -> bool {
    let mut rustc = command("rustc");
    rustc.args(["--print", "sysroot"]);
    output_of(rustc)
        .is_ok_and(|folder| Path::new(folder.trim()).join("lib/rustlib/src/rust/library/std").is_dir())
}

/// Lets rustup fetch the `kind` called `name`, within the limit.
fn rustup_adds(kind: &str, name: &str) -> bool {
    let limit = RUSTUP_LIMIT.as_secs();
    let mut add = command("rustup");
    add.args([kind, "add", name]);
    step(&format!("rustup {kind} add {name} (at most {limit} s)"), || {
        if succeeds_within(add, RUSTUP_LIMIT) { Ok(()) } else { Err("rustup cannot fetch it".to_owned()) }
    })
    .is_ok()
}
