//! The whole way from the sources to a folder that holds the page.

use std::path::Path;
use std::{fs, io};

use crate::machine::run::{Outcome, scratch};
use crate::machine::tools::{self, CargoTool};
use crate::machine::wasm::Compiler;
use crate::page::assemble;
use crate::page::finish::{self, Purpose};

/// Sees to all that building takes.
///
/// # Errors
/// One line for what is missing.
pub fn ready(purpose: Purpose) -> Outcome<Compiler> {
    ready_with(purpose, &[])
}

/// The same, and to `more` tools. Those that must be compiled
/// and the page itself are compiled at the same time.
///
/// # Errors
/// One line for what is missing.
pub fn ready_with(purpose: Purpose, more: &[&'static CargoTool]) -> Outcome<Compiler> {
    let compiler = Compiler::ready()?;
    compiler.fetch()?;
    if purpose == Purpose::Publishing {
        tools::for_publishing()?;
    }
    tools::for_building(more, || assemble::compiled(compiler).map(drop))?;
    Ok(compiler)
}

/// Builds the page for publishing into the folder `dist`,
/// from the record in `record` or else the project's own.
///
/// # Errors
/// All problems of a record that is not right; what a tool said, when it failed.
pub fn build_into(compiler: Compiler, dist: &Path, record: Option<&Path>) -> Outcome {
    build_for(Purpose::Publishing, compiler, dist, record)
}

/// Builds the page into the folder `dist`. What stood there goes, once all is built.
///
/// # Errors
/// As [`build_into`].
pub fn build_for(purpose: Purpose, compiler: Compiler, dist: &Path, record: Option<&Path>) -> Outcome {
    let record = finish::own_record(record)?;
    let wasm = assemble::compiled(compiler)?;
    let staging = scratch().join("staging");
    emptied(&staging)?;
    let html = assemble::gathered(&wasm, &staging)?;
    finish::fill(&staging, &html, &record, purpose)?;
    emptied(dist)?;
    let failed = |error: io::Error| format!("{}: {error}", dist.display());
    for file in fs::read_dir(&staging).map_err(failed)? {
        let file = file.map_err(failed)?;
        fs::copy(file.path(), dist.join(file.file_name())).map_err(failed)?;
    }
    Ok(())
}

/// Makes `folder` an empty one. It stays the same folder, which a server may hold open.
fn emptied(folder: &Path) -> Outcome {
    let failed = |error: io::Error| format!("{}: {error}", folder.display());
    fs::create_dir_all(folder).map_err(failed)?;
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let gone = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        gone.map_err(failed)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_emptied_folder_is_there_and_empty() {
        let folder = std::env::temp_dir().join(format!("brink-emptied-{}", std::process::id()));
        for _ in 0..2 {
            emptied(&folder).unwrap();
            assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
            fs::create_dir_all(folder.join("a/b")).unwrap();
            fs::write(folder.join("c"), "c").unwrap();
        }
        fs::remove_dir_all(&folder).unwrap();
    }
}
