//! Installs Debian's packages: programs that cargo and npm do not have. Separate because only this part
//! changes the machine outside the folders of the project and of rustup, and so only this part asks first.

use std::env;
use std::io::{self, IsTerminal, Write};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::machine::run::{Outcome, command, find, output_of, quietly};
use crate::machine::steps::step;

/// Whether `--yes` was given, or the reader has said yes.
static AGREED: AtomicBool = AtomicBool::new(false);
/// Whether the reader has said no: nobody is asked twice.
static REFUSED: AtomicBool = AtomicBool::new(false);

/// Takes `--yes` for an answer to all questions of this call.
pub fn agree() {
    AGREED.store(true, Ordering::Relaxed);
}

/// Whether the Debian package `name` is installed; false where there is no Debian.
pub fn has(name: &str) -> bool {
    let mut query = command("dpkg-query");
    query.args(["--show", "--showformat", "${db:Status-Status}", name]);
    quietly(query).is_ok_and(|ended| ended.success && ended.output == "installed")
}

/// Installs those of `packages` that are missing, if that is allowed:
/// by `--yes`, by `CI=true`, or by an answer at the terminal.
///
/// # Errors
/// One line with the command to give by hand where it is not allowed or not possible;
/// what apt-get said, when it failed.
pub fn install(packages: &[&str]) -> Outcome {
    let missing: Vec<&str> = packages.iter().copied().filter(|name| !has(name)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    if find("apt-get").is_none() {
        return Err(format!("please install what Debian calls {names}"));
    }
    let by_hand = || {
        format!(
            "please install as root: apt-get install --no-install-recommends {names} (`--yes` does it for \
             you)"
        )
    };
    let is_allowed = match consent(
        env::var("CI").ok().as_deref(),
        io::stdin().is_terminal() && io::stdout().is_terminal(),
    ) {
        Consent::Given => true,
        Consent::Asked => asked(&names),
        Consent::None => false,
    };
    if !is_allowed {
        return Err(by_hand());
    }
    let by_hand = || format!("please install as root: apt-get install --no-install-recommends {names}");
    step(&format!("installing from Debian: {names} (about 1 min)"), || {
        if !missing.iter().all(|name| known(name)) {
            output_of(apt_get(&["update"]).ok_or_else(by_hand)?)?;
        }
        let mut words = vec!["install", "--yes", "--no-install-recommends"];
        words.extend(&missing);
        if !quietly(apt_get(&words).ok_or_else(by_hand)?)?.success {
            // An old list names files that are gone.
            output_of(apt_get(&["update"]).ok_or_else(by_hand)?)?;
            output_of(apt_get(&words).ok_or_else(by_hand)?)?;
        }
        Ok(())
    })
}

/// How it is known whether something may be installed as root.
#[derive(Debug, PartialEq)]
enum Consent {
    /// It may.
    Given,
    /// There is somebody to ask.
    Asked,
    /// It may not.
    None,
}

fn consent(ci: Option<&str>, is_at_terminal: bool) -> Consent {
    if AGREED.load(Ordering::Relaxed) || matches!(ci, Some("true" | "1")) {
        Consent::Given
    } else if is_at_terminal && !REFUSED.load(Ordering::Relaxed) {
        Consent::Asked
    } else {
        Consent::None
    }
}

/// Asks the reader, once.
fn asked(names: &str) -> bool {
    print!(
        "This installs programs as root:\n  apt-get install --no-install-recommends {names}\nGo on? [y/N] "
    );
    let _ = io::stdout().flush();
    let mut answer = String::new();
    let is_yes = io::stdin().read_line(&mut answer).is_ok() && matches!(answer.trim(), "y" | "Y" | "yes");
    if is_yes {
        agree();
        if !is_root() {
            // Here sudo may ask for a password; the calls below then do without.
            let _ = command("sudo").arg("--validate").status();
        }
    } else {
        REFUSED.store(true, Ordering::Relaxed);
    }
    is_yes
}

fn known(name: &str) -> bool {
    let mut show = command("apt-cache");
    show.args(["show", "--quiet", name]);
    quietly(show).is_ok_and(|ended| ended.success)
}

fn apt_get(words: &[&str]) -> Option<Command> {
    let mut apt = privileged("apt-get")?;
    apt.args(words).env("DEBIAN_FRONTEND", "noninteractive");
    Some(apt)
}

fn is_root() -> bool {
    let mut id = command("id");
    id.arg("-u");
    output_of(id).is_ok_and(|id| id.trim() == "0")
}

/// A call of `program` as root: plainly, or through `sudo` where that asks nothing.
fn privileged(program: &str) -> Option<Command> {
    if is_root() {
        return Some(command(program));
    }
    let mut sudo = command("sudo");
    sudo.args(["--non-interactive", "true"]);
    if !quietly(sudo).is_ok_and(|ended| ended.success) {
        return None;
    }
    let mut sudo = command("sudo");
    sudo.args(["--non-interactive", "--preserve-env=DEBIAN_FRONTEND", program]);
    Some(sudo)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_installed_as_root_without_a_word() {
        assert_eq!(consent(None, false), Consent::None);
        assert_eq!(consent(Some("false"), false), Consent::None);
        assert_eq!(consent(None, true), Consent::Asked);
        assert_eq!(consent(Some("true"), true), Consent::Given);
    }
}
