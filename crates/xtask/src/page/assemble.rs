//! Gathers the page's files from `index.html`: the app's script and wasm, one style sheet, the other scripts.
//!
//! Trunk reads the same `data-trunk` elements for `trunk serve`. Publishing does without Trunk: it takes
//! longer to compile than everything else together, and the page needs only this file's part of its work.
//! Each element stands on a line of its own.

use std::fs;
use std::path::{Path, PathBuf};

use crate::machine::run::{Outcome, command, output_of, root, scratch};
use crate::machine::wasm::{Compiler, TARGET};
use crate::page::part::{self, Parts};
use crate::page::shrink::names::hash_of;

/// Compiles the app for the browser and gives the wasm file, as the compiler leaves it.
///
/// # Errors
/// What the compiler said.
pub fn compiled(compiler: Compiler) -> Outcome<PathBuf> {
    let mut cargo = compiler.release_command("cargo");
    cargo.args([
        "build",
        "--quiet",
        "--release",
        "--offline",
        "--package",
        "brink",
        "--bin",
        "brink",
        "--target",
        TARGET,
    ]);
    // The wasm is the same for every record: another one is no reason to compile it again.
    cargo.env_remove("ESCALATION_DATA").env_remove("RUST_BACKTRACE");
    output_of(cargo)?;
    let wasm = root().join("target/wasm").join(TARGET).join("release/brink.wasm");
    // A ready-made standard library brings it along.
    if compiler.has_source() && prints_floats(&read(&wasm)?) {
        return Err(
            "the wasm has the standard library's printer of floating-point numbers, 4 KB: geom::coord does \
             without"
                .to_owned(),
        );
    }
    Ok(wasm)
}

/// Whether a function's name in `wasm` is one of those that print floating-point numbers.
fn prints_floats(wasm: &[u8]) -> bool {
    const PART: &[u8] = b"flt2dec";
    wasm.windows(PART.len()).any(|name| name == PART)
}

/// How each part of the wasm is made small. Nobody reads the first kilobyte of the memory, where the stack
/// would overflow. The memory that the first part brings along is zero when it starts.
const SMALL: [&str; 9] = [
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--one-caller-inline-max-function-size=20",
    "--converge",
    "--low-memory-unused",
    "--strip-producers",
    "--strip-target-features",
];

/// Writes the page's files into the empty folder `into` and gives its HTML,
/// whose `{record.…}` places are still open.
///
/// # Errors
/// One line when a file is missing, a tool fails, or `index.html` asks for something else.
pub fn gathered(wasm: &Path, into: &Path) -> Outcome<String> {
    let page = root().join("index.html");
    let text = text(&page)?;
    let gathering = Gathering { from: page.parent().unwrap_or(root()), into };
    let mut html = String::new();
    let mut sheets = Vec::new();
    for line in text.lines() {
        match Element::of(line)? {
            Element::Sheet(file) => {
                // All sheets go where the first one stands.
                if sheets.is_empty() {
                    html += SHEETS;
                }
                sheets.push(file);
            }
            Element::App => html += &gathering.app(wasm)?,
            Element::Script(file) => html += &gathering.script(line, file)?,
            Element::Copied(file) => gathering.put(name_of(file), &read(&gathering.from.join(file))?)?,
            Element::Other => {
                html += line;
                html.push('\n');
            }
        }
    }
    Ok(html.replace(SHEETS, &gathering.sheet(&sheets)?))
}

/// Stands for the link of the style sheet until all sheets are known.
const SHEETS: &str = "{sheets}";

/// What a line of index.html asks for.
#[derive(Debug, PartialEq)]
enum Element<'a> {
    Sheet(&'a str),
    App,
    Script(&'a str),
    Copied(&'a str),
    /// Nothing: the line is HTML as it stands.
    Other,
}

impl<'a> Element<'a> {
    fn of(line: &'a str) -> Outcome<Self> {
        if !line.contains(" data-trunk") {
            return Ok(Self::Other);
        }
        let value = |name: &str| line.split_once(&format!(" {name}=\""))?.1.split('"').next();
        match (value("rel"), value("href"), value("src")) {
            (Some("css"), Some(file), _) => Ok(Self::Sheet(file)),
            (Some("rust"), ..) => Ok(Self::App),
            (Some("copy-file"), Some(file), _) => Ok(Self::Copied(file)),
            (None, None, Some(file)) => Ok(Self::Script(file)),
            _ => Err(format!("index.html asks for what only Trunk could do: {line}")),
        }
    }
}

/// From which folder files come and into which they go.
struct Gathering<'a> {
    from: &'a Path,
    into: &'a Path,
}

impl Gathering<'_> {
    fn put(&self, name: &str, bytes: &[u8]) -> Outcome {
        let file = self.into.join(name);
        fs::write(&file, bytes).map_err(|error| format!("{}: {error}", file.display()))
    }

    /// The elements by which `start.js` finds the app, and those that let browsers load it ahead.
    fn app(&self, wasm: &Path) -> Outcome<String> {
        let folder = scratch().join("bindgen");
        let mut bindgen = command("wasm-bindgen");
        bindgen
            .args(["--target", "web", "--no-typescript", "--no-demangle", "--out-name", "brink", "--out-dir"])
            .arg(&folder)
            .arg(wasm);
        output_of(bindgen)?;
        let Parts { first, late } = part::parted(&read(&folder.join("brink_bg.wasm"))?)?;
        let script = part::script(&text(&folder.join("brink.js"))?)?;
        let first = optimized(&folder.join("first.wasm"), &first, &["--zero-filled-memory"])?;
        let late = optimized(&folder.join("late.wasm"), &late, &[])?;
        let name = format!("brink-{}", hash_of(&first));
        let (app, wasm) = (format!("{name}.js"), format!("{name}_bg.wasm"));
        let later = format!("brink-late-{}.wasm", hash_of(&late));
        self.put(&wasm, &first)?;
        self.put(&later, &late)?;
        self.put(&app, script.replace("brink_bg.wasm", &wasm).as_bytes())?;
        // The late part shares no line with what comes before it, so nothing loads it ahead.
        Ok(format!(
            "<meta name=\"app-script\" content=\"./{app}\"><meta name=\"app-wasm\" content=\"./{wasm}\">\
             <meta name=\"app-late\" content=\"./{later}\">\
             <link rel=\"modulepreload\" href=\"./{app}\" crossorigin>\
             <link rel=\"preload\" href=\"./{wasm}\" as=\"fetch\" type=\"application/wasm\" crossorigin>\n"
        ))
    }

    /// The element on `line` with the address of its placed file.
    fn script(&self, line: &str, file: &str) -> Outcome<String> {
        let bytes = read(&self.from.join(file))?;
        let name = with_hash(file, &bytes);
        self.put(&name, &bytes)?;
        let plain = [" data-trunk", " data-no-minify", " data-integrity=\"none\""];
        let line = plain.iter().fold(line.to_owned(), |line, word| line.replace(word, ""));
        Ok(line.replace(&format!("\"{file}\""), &format!("\"./{name}\"")) + "\n")
    }

    /// The link of one style sheet that holds all of `files`, in their order.
    fn sheet(&self, files: &[&str]) -> Outcome<String> {
        let joined = files.iter().map(|file| text(&self.from.join(file))).collect::<Outcome<String>>()?;
        let long = scratch().join("page.css");
        fs::create_dir_all(scratch())
            .and_then(|()| fs::write(&long, joined))
            .map_err(|error| error.to_string())?;
        let mut esbuild = command("esbuild");
        esbuild.arg(long).args(["--minify", "--log-level=error"]);
        let short = output_of(esbuild)?;
        let name = with_hash("page.css", short.as_bytes());
        self.put(&name, short.as_bytes())?;
        Ok(format!("<link rel=\"stylesheet\" href=\"./{name}\">\n"))
    }
}

/// The module `wasm` made small, also by what `more` allows; `file` is where wasm-opt reads it.
fn optimized(file: &Path, wasm: &[u8], more: &[&str]) -> Outcome<Vec<u8>> {
    let small = file.with_extension("small.wasm");
    fs::write(file, wasm).map_err(|error| format!("{}: {error}", file.display()))?;
    let mut optimizer = command("wasm-opt");
    optimizer.args(SMALL).args(more).arg(file).arg("--output").arg(&small);
    output_of(optimizer)?;
    read(&small)
}

/// The name of `file` with the hash of its content: `start.js` becomes `start-0123456789abcdef.js`.
fn with_hash(file: &str, bytes: &[u8]) -> String {
    let (stem, ending) = name_of(file).rsplit_once('.').unwrap_or((file, ""));
    format!("{stem}-{}.{ending}", hash_of(bytes))
}

/// What follows the last `/`.
fn name_of(file: &str) -> &str {
    file.rsplit('/').next().unwrap_or(file)
}

fn read(file: &Path) -> Outcome<Vec<u8>> {
    fs::read(file).map_err(|error| format!("{}: {error}", file.display()))
}

fn text(file: &Path) -> Outcome<String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_element_for_trunk_is_understood() {
        let html = text(&root().join("index.html")).unwrap();
        let elements: Vec<Element> = html.lines().map(|line| Element::of(line).unwrap()).collect();
        let count = |is: fn(&Element) -> bool| elements.iter().filter(|element| is(element)).count();
        assert_eq!(count(|element| *element == Element::App), 1);
        assert!(count(|element| matches!(element, Element::Sheet(_))) > 1);
        assert!(count(|element| matches!(element, Element::Script(_))) > 1);
        assert!(Element::of("<link data-trunk rel=\"sass\" href=\"a.scss\">").is_err());
    }

    #[test]
    fn a_script_keeps_its_attributes_and_gets_the_name_of_its_content() {
        let folder = std::env::temp_dir().join(format!("brink-assemble-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("go.js"), "go()").unwrap();
        let gathering = Gathering { from: &folder, into: &folder };
        let line = "<script data-trunk data-no-minify data-integrity=\"none\" type=\"module\" async \
                    src=\"go.js\"></script>";
        let name = format!("go-{}.js", hash_of(b"go()"));
        assert_eq!(
            gathering.script(line, "go.js").unwrap(),
            format!("<script type=\"module\" async src=\"./{name}\"></script>\n")
        );
        assert_eq!(fs::read_to_string(folder.join(name)).unwrap(), "go()");
        assert!(gathering.script(line, "gone.js").is_err());
        fs::remove_dir_all(&folder).unwrap();
    }
}
