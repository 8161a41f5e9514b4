//! Names of published files: each file that hosts keep for ever is named by the hash of its last bytes.
//!
//! Trunk takes its hashes before files are joined and shortened. With those, another release would bring
//! other content under an old name, and readers would keep the old file for a year.

use std::fs;
use std::path::{Path, PathBuf};

use super::{files, read, text, write};
use crate::machine::run::Outcome;

/// Renames every hashed file in `folder` by its content,
/// also where other files and `html` name it; gives the HTML.
///
/// # Errors
/// One line when a file cannot be read or written.
pub fn follow_content(folder: &Path, html: &str) -> Outcome<String> {
    let mut html = html.to_owned();
    // The app's script may name the wasm, and no script names a script: those who name come after the named.
    for ending in [".css", ".wasm", ".js"] {
        for file in files(folder, ending)? {
            let name = name_of(&file);
            let Some(hash) = hash_in(&name) else { continue };
            let new = name.replace(hash, &hash_of(&read(&file)?));
            if new == name {
                continue;
            }
            fs::rename(&file, folder.join(&new)).map_err(|error| format!("{}: {error}", file.display()))?;
            html = html.replace(&name, &new);
            if ending == ".wasm" {
                for script in files(folder, ".js")? {
                    write(&script, text(&script)?.replace(&name, &new).as_bytes())?;
                }
            }
        }
    }
    Ok(html)
}

/// The hash that a file's name holds: `-`, eight or more hexadecimal digits, the ending.
/// Hosts keep such files for ever.
pub fn hash_in(name: &str) -> Option<&str> {
    let stem = name.split('.').next()?;
    let (_, hash) = stem.strip_suffix("_bg").unwrap_or(stem).rsplit_once('-')?;
    (hash.len() >= 8 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())).then_some(hash)
}

/// Sixteen hexadecimal digits that differ for files that differ: FNV-1a.
pub fn hash_of(bytes: &[u8]) -> String {
    let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}

fn name_of(file: &Path) -> String {
    file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Every file of `folder` whose name does not hold the hash of its content though it holds one.
///
/// # Errors
/// One line when a file cannot be read.
pub fn wrong(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut wrong = Vec::new();
    for file in files(folder, "")? {
        if hash_in(&name_of(&file)).is_some_and(|hash| read(&file).is_ok_and(|bytes| hash_of(&bytes) != hash))
        {
            wrong.push(file);
        }
    }
    Ok(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_those_of_the_definition() {
        assert_eq!(hash_of(b""), "cbf29ce484222325");
        assert_eq!(hash_of(b"a"), "af63dc4c8601ec8c");
        assert_eq!(hash_of(b"foobar"), "85944171f73967e8");
    }

    #[test]
    fn a_hash_stands_before_the_ending() {
        assert_eq!(hash_in("tokens-93cc514d0d6d9291.css"), Some("93cc514d0d6d9291"));
        assert_eq!(hash_in("brink-93cc514d0d6d9291_bg.wasm"), Some("93cc514d0d6d9291"));
        for none in
            ["embed.js", "index.html", "brink-main.js", "a-12345.js", "card.png", "card-of-facade.png"]
        {
            assert_eq!(hash_in(none), None, "{none}");
        }
    }

    /// Two releases as Trunk makes them, of which only the second sheet, the wasm and a script's end differ.
    #[test]
    fn another_content_has_another_name_and_the_same_content_the_same() {
        let release = |name: &str, sheet: &str, wasm: &str| {
            let folder = std::env::temp_dir().join(format!("brink-names-{name}-{}", std::process::id()));
            fs::create_dir_all(&folder).unwrap();
            let files = [
                ("tokens-0123456789abcdef.css", "a{}"),
                ("timeline-1123456789abcdef.css", sheet),
                ("brink-2123456789abcdef_bg.wasm", wasm),
                ("brink-2123456789abcdef.js", "load('brink-2123456789abcdef_bg.wasm')"),
                ("start-3123456789abcdef.js", "go()"),
                ("embed.js", "here()"),
            ];
            files.iter().for_each(|(name, text)| fs::write(folder.join(name), text).unwrap());
            let html = "<link href=./tokens-0123456789abcdef.css rel=stylesheet>\
                        <link href=./timeline-1123456789abcdef.css rel=stylesheet>\
                <meta name=app-script content=./brink-2123456789abcdef.js>\
                <link rel=modulepreload href=./brink-2123456789abcdef.js>\
                <meta name=app-wasm content=./brink-2123456789abcdef_bg.wasm>\
                <script src=./start-3123456789abcdef.js></script>";
            let html =
                follow_content(&folder, &super::super::one_style_sheet(&folder, html).unwrap()).unwrap();
            let mut names: Vec<String> = files_of(&folder);
            names.sort();
            for name in names.iter().filter(|name| hash_in(name).is_some()) {
                assert!(html.contains(name.as_str()), "{name} in {html}");
            }
            assert_eq!(wrong(&folder).unwrap(), [] as [PathBuf; 0]);
            let script =
                names.iter().find(|name| name.starts_with("brink-") && name.ends_with(".js")).unwrap();
            let wasm = names.iter().find(|name| name.ends_with(".wasm")).unwrap();
            assert_eq!(text(&folder.join(script)).unwrap(), format!("load('{wasm}')"));
            fs::remove_dir_all(&folder).unwrap();
            names
        };
        let first = release("a", "b{color:red}", "one");
        let second = release("b", "b{color:blue}", "two");
        assert_eq!(first.len(), 5);
        for (at, is_same) in [("tokens-", false), ("brink-", false), ("start-", true), ("embed", true)] {
            let named =
                |all: &[String]| all.iter().filter(|name| name.starts_with(at)).cloned().collect::<Vec<_>>();
            assert_eq!(named(&first).iter().any(|name| named(&second).contains(name)), is_same, "{at}");
        }
        assert_eq!(release("c", "b{color:red}", "one"), first);
    }

    fn files_of(folder: &Path) -> Vec<String> {
        files(folder, "").unwrap().iter().map(|file| name_of(file)).collect()
    }
}
