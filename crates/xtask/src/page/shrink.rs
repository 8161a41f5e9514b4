//! Makes the published page smaller: one style sheet, short scripts, short names between script and wasm.
//! Nothing here changes what the page does. Then every file that hosts keep for ever is named by its content.

mod imports;
pub mod names;

use std::fs;
use std::path::{Path, PathBuf};

use crate::machine::run::{Outcome, command, find, output_of};

/// Shrinks the files in `folder`, names them by their content, and gives the HTML that fits them.
///
/// # Errors
/// One line when a file cannot be read or written, or what Trunk made has another form than expected.
pub fn page(folder: &Path, html: &str) -> Outcome<String> {
    let html = one_style_sheet(folder, html)?;
    let scripts = files(folder, ".js")?;
    if let Some(wasm) = files(folder, "_bg.wasm")?.first() {
        let script = PathBuf::from(wasm.to_string_lossy().replace("_bg.wasm", ".js"));
        let parts = files(folder, ".wasm")?;
        let bytes = parts.iter().map(|part| read(part)).collect::<Outcome<Vec<_>>>()?;
        let (short, short_script) = imports::shortened(&bytes, &text(&script)?)?;
        parts.iter().zip(short).try_for_each(|(part, bytes)| write(part, &bytes))?;
        write(&script, short_script.as_bytes())?;
    }
    if find("esbuild").is_some() {
        for script in scripts {
            let mut esbuild = command("esbuild");
            esbuild.arg(&script).args(["--minify", "--format=esm", "--log-level=error", "--allow-overwrite"]);
            esbuild.arg(format!("--outfile={}", script.display()));
            output_of(esbuild)?;
        }
    }
    names::follow_content(folder, &html)
}

/// Joins the style sheets that `html` links, in their order, into the file of the first: a browser asks once,
/// and they pack better together.
fn one_style_sheet(folder: &Path, html: &str) -> Outcome<String> {
    let links: Vec<&str> =
        html.split_inclusive('>').filter_map(|piece| piece.find("<link").map(|at| &piece[at..])).collect();
    let sheets: Vec<(&str, PathBuf)> = links
        .into_iter()
        .filter(|link| link.contains("stylesheet"))
        .filter_map(|link| Some((link, folder.join(href(link)?.trim_start_matches("./")))))
        .collect();
    let Some(((_, first), others)) = sheets.split_first() else { return Ok(html.to_owned()) };
    let mut joined = text(first)?;
    let mut html = html.to_owned();
    for (link, sheet) in others {
        joined += &text(sheet)?;
        html = html.replacen(link, "", 1);
        fs::remove_file(sheet).map_err(|error| format!("{}: {error}", sheet.display()))?;
    }
    write(first, joined.as_bytes())?;
    Ok(html)
}

/// The value of `href`, with or without quotes.
fn href(link: &str) -> Option<&str> {
    let value = link.split_once("href=")?.1;
    value.split(['"', ' ', '>']).find(|part| !part.is_empty())
}

/// The files in `folder` whose names end in `ending`, by name.
fn files(folder: &Path, ending: &str) -> Outcome<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut found: Vec<PathBuf> = paths.filter(|path| path.to_string_lossy().ends_with(ending)).collect();
    found.sort();
    Ok(found)
}

fn read(file: &Path) -> Outcome<Vec<u8>> {
    fs::read(file).map_err(|error| format!("{}: {error}", file.display()))
}

fn text(file: &Path) -> Outcome<String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}

fn write(file: &Path, bytes: &[u8]) -> Outcome {
    fs::write(file, bytes).map_err(|error| format!("{}: {error}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_sheets_become_one_in_their_order() {
        let folder = std::env::temp_dir().join(format!("brink-shrink-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("a.css"), "a{}").unwrap();
        fs::write(folder.join("b.css"), "b{}").unwrap();
        let html = "<p><link rel=\"icon\" href=\"x\"><link href=./b.css rel=stylesheet>\
                    <link rel=\"stylesheet\" href=\"./a.css\"/><p>";
        let joined = one_style_sheet(&folder, html).unwrap();
        assert_eq!(joined, "<p><link rel=\"icon\" href=\"x\"><link href=./b.css rel=stylesheet><p>");
        assert_eq!(fs::read_to_string(folder.join("b.css")).unwrap(), "b{}a{}");
        assert!(!folder.join("a.css").exists());
        fs::remove_dir_all(&folder).unwrap();
    }
}
