//! Debian's packages: the way to programs that cargo cannot build. Separate because it is the only part that changes
//! the machine outside cargo's and the project's folders.

use std::process::Command;

use crate::run::{Outcome, command, find, output_of, quietly};
use crate::steps::step;

/// Whether the Debian package `name` is installed; false where there is no Debian.
pub fn has(name: &str) -> bool {
    let mut query = command("dpkg-query");
    query.args(["--show", "--showformat", "${db:Status-Status}", name]);
    quietly(query).is_ok_and(|ended| ended.success && ended.output == "installed")
}

/// Whether packages can be installed at all: there is `apt-get`, and the right to use it without a question.
pub fn usable() -> bool {
    find("apt-get").is_some() && privileged("true").is_some()
}

/// Installs those of `packages` that are missing, after one line that names them.
///
/// # Errors
/// One line with the command to give by hand, when that is not possible here; what apt-get said, when it failed.
pub fn install(packages: &[&str]) -> Outcome {
    let missing: Vec<&str> = packages.iter().copied().filter(|name| !has(name)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    let by_hand = || format!("please install as root: apt-get install --no-install-recommends {names}");
    if !usable() {
        return Err(by_hand());
    }
    step(&format!("installing from Debian: {names} (under 1 min)"), || {
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

/// A call of `program` as root: plainly, or through `sudo` where that asks nothing.
fn privileged(program: &str) -> Option<Command> {
    let mut id = command("id");
    id.arg("-u");
    if output_of(id).is_ok_and(|id| id.trim() == "0") {
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
