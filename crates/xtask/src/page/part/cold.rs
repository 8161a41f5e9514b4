//! Which functions come late: those that a list names, and all that only they call.

use std::collections::BTreeSet;

use super::module::Module;

/// Names what comes late; the file tells how.
pub const LIST: &str = include_str!("cold.txt");

/// How names of functions begin that are made for the types of others.
const LIBRARIES: [&str; 5] = ["alloc::", "core::", "hashbrown::", "indexmap::", "std::"];

/// The words of the list.
pub struct List<'a> {
    cold: Vec<&'a str>,
    hot: Vec<&'a str>,
}

impl<'a> List<'a> {
    /// Reads it.
    pub fn read(text: &'a str) -> Self {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        let (hot, cold): (Vec<_>, Vec<_>) = lines.partition(|line| line.starts_with('!'));
        Self { cold, hot: hot.into_iter().map(|line| line[1..].trim()).collect() }
    }

    /// Whether it names a function. The longest of all words that are in `name` decides. What the libraries
    /// do with a cold type may be done by hot code: their functions are cold where only cold ones call them.
    fn names(&self, name: &str) -> bool {
        let begins = name.trim_start_matches(['<', '&']);
        if LIBRARIES.iter().any(|library| begins.starts_with(library)) {
            return false;
        }
        let longest = |words: &[&str]| {
            words.iter().filter(|word| has_path(name, word)).map(|word| word.len()).max().unwrap_or(0)
        };
        longest(&self.cold) > longest(&self.hot)
    }
}

/// Whether `path` is in `name` as a whole: `ui::list` is in `ui::list::row`, not in `ui::listed`.
fn has_path(name: &str, path: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    name.match_indices(path)
        .any(|(at, _)| !name[..at].ends_with(is_part) && !name[at + path.len()..].starts_with(is_part))
}

/// The functions of `module` that come late.
pub fn functions(module: &Module, list: &List) -> BTreeSet<u32> {
    let named: BTreeSet<u32> =
        module.defined().filter(|function| list.names(module.name_of(*function))).collect();
    let roots = module.exported.iter().chain(module.slots.values()).copied();
    let mut next: Vec<u32> = roots.filter(|function| !named.contains(function)).collect();
    let mut hot: BTreeSet<u32> = next.iter().copied().collect();
    while let Some(function) = next.pop() {
        for called in module.calls_of(function) {
            if !named.contains(called) && hot.insert(*called) {
                next.push(*called);
            }
        }
    }
    module.defined().filter(|function| !hot.contains(function)).collect()
}
