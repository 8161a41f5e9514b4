//! The page with everything inside, in `dist/brink.html`, to be opened from a disk.
//!
//! From a disk, browsers load no module and no wasm beside the page, but they do load `data:` addresses. So
//! the style sheet and the start script stand in the page, and the two elements that name the app's files
//! hold their contents instead. The wasm is packed, because it would be twice as long otherwise; all browsers
//! since 2023 unpack gzip by themselves.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use base64::prelude::{BASE64_STANDARD, Engine};

use crate::machine::run::{Outcome, command};
use crate::page::finish::{TEXTS, chronology, head};

/// The file in `dist/`.
pub const NAME: &str = "brink.html";

/// Goes before the start script: unpacks the wasm and puts its new address in the place of the packed one.
const UNPACK: &str = "try{for(const m of document.querySelectorAll('meta[name=app-wasm],meta[name=app-late]')){\
    const p=await fetch(m.content);\
    m.content=URL.createObjectURL(await new Response(p.body.pipeThrough(new DecompressionStream('gzip')),\
    {headers:{'Content-Type':'application/wasm'}}).blob())}}catch(e){console.error(e)}";

/// Writes the page in `dist` as one file.
///
/// # Errors
/// One line when a file cannot be read or written, or the page has another form than expected.
pub fn write(dist: &Path) -> Outcome {
    let page = text(&dist.join("index.html"))?;
    let list =
        list_in(&text(&dist.join(chronology::FILE))?).ok_or("chronology.html holds no list")?.to_owned();
    if !page.contains(chronology::LINK) {
        return Err("index.html links no chronology".to_owned());
    }
    let page = page.replace(chronology::LINK, &list);
    let file = dist.join(NAME);
    fs::write(&file, joined(dist, &page)?).map_err(|error| format!("{}: {error}", file.display()))
}

/// The page `html` with the files in `dist` that it names inside.
fn joined(dist: &Path, html: &str) -> Outcome<String> {
    let mut whole = String::with_capacity(2 * html.len());
    let mut rest = html;
    let mut num_placed = 0;
    while let Some(at) = rest.find('<') {
        let (before, from_tag) = rest.split_at(at);
        whole += before;
        let (tag, after) = from_tag.split_at(from_tag.find('>').map_or(from_tag.len(), |end| end + 1));
        rest = after;
        match Tag::of(tag) {
            Tag::Sheet(name) => {
                let sheet = text(&dist.join(name))?;
                refuse(&sheet, "</style", name)?;
                whole += &format!("<style>{sheet}</style>");
            }
            Tag::Script(name) => {
                let script = text(&dist.join(name))?;
                refuse(&script, "</script", name)?;
                let unpack = if name.starts_with("start") { UNPACK } else { "" };
                whole += &format!("<script type=\"module\">{unpack}\n{script}");
            }
            Tag::AppScript(name) => {
                let script = BASE64_STANDARD.encode(text(&dist.join(name))?);
                whole +=
                    &format!("<meta name=\"app-script\" content=\"data:text/javascript;base64,{script}\">");
            }
            Tag::AppWasm(part, name) => {
                let wasm = BASE64_STANDARD.encode(gzip(&dist.join(name))?);
                whole += &format!("<meta name=\"{part}\" content=\"data:application/gzip;base64,{wasm}\">");
            }
            Tag::Texts(name) => {
                let texts = text(&dist.join(name))?;
                refuse(&texts, "</script", name)?;
                whole += &format!("{TEXTS}{texts}</script>");
            }
            Tag::Dropped => continue,
            Tag::Other => {
                whole += tag;
                // What follows a tag of a text element is text, also where it looks like a tag.
                if tag.starts_with("<script") {
                    let (inside, behind) = rest.split_at(rest.find("</script").unwrap_or(rest.len()));
                    whole += inside;
                    rest = behind;
                }
                continue;
            }
        }
        num_placed += 1;
    }
    if num_placed != 7 {
        return Err(format!(
            "index.html names {num_placed} of a style sheet, two scripts, the app's script, its wasm's two \
             parts and the record's texts"
        ));
    }
    Ok(whole + rest)
}

/// The list in the chronology `html`, from tag to tag.
fn list_in(html: &str) -> Option<&str> {
    const END: &str = "</ol>";
    html.get(html.find("<ol>")?..html.rfind(END)? + END.len())
}

/// What a tag of the built page asks for.
#[derive(Debug, PartialEq)]
enum Tag<'a> {
    Sheet(&'a str),
    Script(&'a str),
    AppScript(&'a str),
    /// One of its two parts: the element's name, and the file's.
    AppWasm(&'a str, &'a str),
    Texts(&'a str),
    /// What would be loaded ahead, or is a file beside the page.
    Dropped,
    Other,
}

impl<'a> Tag<'a> {
    fn of(tag: &'a str) -> Self {
        let is = |name: &str, value: &str| attribute(tag, name) == Some(value);
        let file = |name: &str| attribute(tag, name).map(|path| path.trim_start_matches("./"));
        match (tag.split([' ', '>']).next(), file("href"), file("src"), file("content")) {
            (Some("<link"), Some(name), ..) if is("rel", "stylesheet") => Self::Sheet(name),
            (Some("<link"), ..) if is("rel", "modulepreload") || is("rel", "preload") => Self::Dropped,
            (Some("<script"), _, Some(name), _) => Self::Script(name),
            (Some("<meta"), .., Some(name)) if is("name", "app-script") => Self::AppScript(name),
            (Some("<meta"), .., Some(name)) if is("name", "app-wasm") => Self::AppWasm("app-wasm", name),
            (Some("<meta"), .., Some(name)) if is("name", "app-late") => Self::AppWasm("app-late", name),
            (Some("<meta"), .., Some(name)) if is("name", "app-texts") => Self::Texts(name),
            (Some("<meta"), .., Some(head::CARD_FILE)) => Self::Dropped,
            _ => Self::Other,
        }
    }
}

/// The value of the attribute `name`, with or without quotes.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let value = tag.split_once(&format!(" {name}="))?.1;
    match value.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => value.split([' ', '>']).next(),
    }
}

fn refuse(text: &str, end: &str, name: &str) -> Outcome {
    if text.to_ascii_lowercase().contains(end) {
        Err(format!("{name} holds `{end}` and cannot stand in a page"))
    } else {
        Ok(())
    }
}

fn text(file: &Path) -> Outcome<String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}

fn gzip(file: &Path) -> Outcome<Vec<u8>> {
    let mut gzip = command("gzip");
    gzip.args(["-9", "-n", "-c"]).arg(file).stdin(Stdio::null()).stderr(Stdio::inherit());
    let done = gzip.output().map_err(|error| format!("gzip: {error}"))?;
    if done.status.success() { Ok(done.stdout) } else { Err(format!("gzip failed on {}", file.display())) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_known_with_quotes_and_without() {
        assert_eq!(Tag::of("<link data-integrity=none href=./a.css rel=stylesheet>"), Tag::Sheet("a.css"));
        assert_eq!(Tag::of("<link rel=\"stylesheet\" href=\"./a.css\"/>"), Tag::Sheet("a.css"));
        assert_eq!(Tag::of("<link crossorigin href=./a.js rel=modulepreload>"), Tag::Dropped);
        assert_eq!(Tag::of("<meta property=\"og:image\" content=\"card.png\">"), Tag::Dropped);
        assert_eq!(Tag::of("<meta content=./a.wasm name=app-wasm>"), Tag::AppWasm("app-wasm", "a.wasm"));
        assert_eq!(Tag::of("<script type=module src=./s.js>"), Tag::Script("s.js"));
        assert_eq!(Tag::of("<script type=\"application/ld+json\">"), Tag::Other);
        assert_eq!(Tag::of("<link rel=icon href=\"data:x\">"), Tag::Other);
    }

    #[test]
    fn a_page_gets_its_files_inside_and_its_texts_untouched() {
        let folder = std::env::temp_dir().join(format!("brink-single-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        for (name, text) in [
            ("a.css", "a{}"),
            ("start-1.js", "go()"),
            ("host-1.js", "say()"),
            ("b.js", "export default 1"),
            ("b.wasm", "wasm"),
            ("l.wasm", "late"),
            ("t.txt", "<texts"),
        ] {
            fs::write(folder.join(name), text).unwrap();
        }
        let html = "<link rel=stylesheet href=./a.css><meta name=app-script content=./b.js>\
                    <meta name=app-wasm content=./b.wasm><meta name=app-late content=./l.wasm>\
                    <meta name=app-texts content=./t.txt><link rel=modulepreload href=./b.js><script type=text/plain>\
                    a <link rel=stylesheet href=x> b</script><script src=./start-1.js></script>\
                    <script src=./host-1.js></script><p>x";
        let whole = joined(&folder, html).unwrap();
        let packed = |name| BASE64_STANDARD.encode(gzip(&folder.join(name)).unwrap());
        let (wasm, late) = (packed("b.wasm"), packed("l.wasm"));
        assert_eq!(
            whole,
            format!(
                "<style>a{{}}</style><meta name=\"app-script\" \
                 content=\"data:text/javascript;base64,ZXhwb3J0IGRlZmF1bHQgMQ==\">\
                 <meta name=\"app-wasm\" content=\"data:application/gzip;base64,{wasm}\">\
                 <meta name=\"app-late\" content=\"data:application/gzip;base64,{late}\">{TEXTS}<texts</script><script type=text/plain>a <link rel=stylesheet href=x> b</script>\
                 <script type=\"module\">{UNPACK}\ngo()</script><script type=\"module\">\nsay()</script><p>x"
            )
        );
        fs::write(folder.join("start-1.js"), "'</SCRIPT>'").unwrap();
        assert_eq!(
            joined(&folder, html).unwrap_err(),
            "start-1.js holds `</script` and cannot stand in a page"
        );
        assert!(joined(&folder, "<p>").unwrap_err().contains("names 0 of"));
        fs::remove_dir_all(&folder).unwrap();
    }
}
