//! Writes into the built page what only the record knows.
//!
//! The HTML then holds the title, the opening view as a picture ([`opening`]) and what machines read
//! ([`head`], [`card`]), all made by the code that the running page draws with.
//! Beside it stands the whole record as text ([`chronology`]).
//! A page for publishing is then made as small as possible (see [`crate::page::shrink`]).
//!
//! `cargo xtask finish` does this for Trunk, which calls it before it puts the built
//! files in place (see `Trunk.toml`).

pub mod card;
pub mod chronology;
pub mod head;
mod html;
pub mod letters;
mod opening;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use brink::record::Record;
use dataset::packed;
use dataset::source::check_file;

use self::head::Site;
use self::html::escaped;
use crate::machine::run::{Outcome, root};
use crate::page::shrink;

/// Where Trunk has put the files that it built; Trunk sets it for its hooks.
const STAGING: &str = "TRUNK_STAGING_DIR";
/// For what Trunk builds; it sets that too.
const PROFILE: &str = "TRUNK_PROFILE";
/// The address at which the page will stand, where that is known.
const SITE: &str = "BRINK_URL";

/// What a page is built for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Purpose {
    /// To be looked at on this machine.
    Trying,
    /// To be published: as light as can be, with the picture that other sites show.
    Publishing,
}

/// Finishes the page that Trunk has built, as its hook.
///
/// # Errors
/// One line when Trunk did not call it; those of [`own_record`] and [`fill`].
pub fn finish() -> Outcome {
    let staging =
        env::var_os(STAGING).ok_or_else(|| format!("finish is called by Trunk, which sets {STAGING}"))?;
    let staging = PathBuf::from(staging);
    let page = staging.join("index.html");
    let html = fs::read_to_string(&page).map_err(|error| format!("{}: {error}", page.display()))?;
    let is_release = env::var(PROFILE).as_deref() == Ok("release");
    fill(&staging, &html, &own_record(None)?, if is_release { Purpose::Publishing } else { Purpose::Trying })
}

/// The record in `file`, or that of the environment, or else the project's own.
///
/// # Errors
/// All problems of a record that is not right, a line each.
pub fn own_record(file: Option<&Path>) -> Outcome<Record> {
    let chosen = file.map(PathBuf::from).or_else(|| env::var_os("ESCALATION_DATA").map(PathBuf::from));
    let file = root().join(chosen.unwrap_or_else(|| "data/escalation.json".into()));
    let lines = |problems: Vec<_>| problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    Ok(Record::new(check_file(&file).map_err(lines)?))
}

/// Fills in the `{record.…}` places of `html` and writes it into `folder`,
/// beside the files that its head names.
///
/// # Errors
/// One line when a file cannot be read or written, the page has none of the places,
/// or the site's address is none.
pub fn fill(folder: &Path, html: &str, record: &Record, purpose: Purpose) -> Outcome {
    let site = env::var(SITE).ok().filter(|url| !url.is_empty()).map(|url| Site::new(&url)).transpose()?;
    let packed = packed::pack(record.data());
    let texts = format!("texts-{}.txt", shrink::names::hash_of(packed.texts.as_bytes()));
    write(&folder.join(&texts), packed.texts.as_bytes())?;
    let mut html = filled(html, record, &packed.first, &texts, site.as_ref())?;
    if let Some(site) = &site {
        write(&folder.join(head::OEMBED), head::oembed(record, site).as_bytes())?;
    }
    if purpose == Purpose::Publishing {
        write(&folder.join(head::CARD_FILE), &card::png(record)?)?;
        html = shrink::page(folder, &html)?;
    }
    write(&folder.join(chronology::FILE), chronology::page(record, site.as_ref(), &html).as_bytes())?;
    write(&folder.join("index.html"), html.as_bytes())
}

fn write(file: &Path, bytes: &[u8]) -> Outcome {
    fs::write(file, bytes).map_err(|error| format!("{}: {error}", file.display()))
}

/// `html` with its places filled from `record`, whose first part is packed as `first`,
/// and the second in the file `texts`.
fn filled(html: &str, record: &Record, first: &str, texts: &str, site: Option<&Site>) -> Outcome<String> {
    let meta = &record.data().meta;
    let places = [
        ("{record.lang}", escaped(meta.lang)),
        ("{record.dir}", direction(meta.lang).to_owned()),
        ("{record.title}", escaped(meta.title)),
        ("{record.head}", head::head(record, site)),
        ("{record.linked}", head::linked(record, site)),
        ("{record.opening}", opening::opening(record)),
        ("{record.count}", record.data().events.len().to_string()),
        ("{record.texts}", format!("./{texts}")),
        ("{record.first}", first.to_owned()),
    ];
    let missing = places.iter().find(|(place, _)| !html.contains(place));
    if let Some((place, _)) = missing {
        return Err(format!("index.html holds no {place}"));
    }
    Ok(places.iter().fold(html.to_owned(), |html, (place, text)| html.replace(place, text)))
}

/// Languages that are written from the right.
const FROM_THE_RIGHT: [&str; 10] = ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"];

/// Where lines of the language `lang` begin, as HTML says it.
fn direction(lang: &str) -> &'static str {
    let language = lang.split('-').next().unwrap_or_default().to_ascii_lowercase();
    if FROM_THE_RIGHT.contains(&language.as_str()) { "rtl" } else { "ltr" }
}

/// A built page with `record` in the place of its own, as what the page reads and in the opening view; what
/// stands in the head stays. Its second part stands in the page, too, instead of in a file.
/// Nothing where `html` is no such page.
pub fn with_record(html: &str, record: &Record) -> Option<String> {
    const END: &str = "</script>";
    let opening = html.find("<header class=\"masthead\">")?;
    let opening_end = opening + html[opening..].find("</main>")? + "</main>".len();
    // The built page may have its attributes without quotes.
    let text = html.find("id=\"record\"").or_else(|| html.find("id=record"))?;
    let text = text + html[text..].find('>')? + 1;
    let (_, below) = html[text..].split_once(END)?;
    let below = match below.strip_prefix(TEXTS) {
        Some(old) => old.split_once(END)?.1,
        None => below,
    };
    let packed = packed::pack(record.data());
    let picture = opening::opening(record);
    let shell = html.get(opening_end..text)?;
    Some([&html[..opening], &picture, shell, &packed.first, END, TEXTS, &packed.texts, END, below].concat())
}

/// Begins the second part of a record that stands in the page.
pub const TEXTS: &str = "<script type=\"text/plain\" id=\"texts\">";

#[cfg(test)]
mod tests {
    use super::*;

    /// `html` with its places filled.
    fn whole(html: &str, record: &Record) -> Outcome<String> {
        filled(html, record, &packed::pack(record.data()).first, "texts.txt", None)
    }

    #[test]
    fn another_record_takes_the_place_of_the_first() {
        let shell = fs::read_to_string(root().join("index.html")).unwrap();
        let first = whole(&shell, &record()).unwrap();
        let Ok(data) = dataset::source::check("synthetic", &synth::record(3, 1)) else {
            panic!("it has problems")
        };
        let other = Record::new(data);
        let (own, others) = (packed::pack(record().data()), packed::pack(data));
        for html in [first.clone(), first.replace("id=\"record\"", "id=record")] {
            let swapped = with_record(&html, &other).unwrap();
            assert!(swapped.contains(&others.first) && !swapped.contains(&own.first));
            assert!(swapped.contains(&others.texts) && !swapped.contains(&own.texts));
            assert!(
                swapped.contains(&format!("<h1>{}</h1>", escaped(other.data().meta.title))),
                "its opening view"
            );
            let lines = |html: &str| {
                html.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect::<String>()
            };
            let back = with_record(&swapped, &record()).unwrap();
            assert_eq!(
                lines(&back.replace(&[TEXTS, &own.texts, "</script>"].concat(), "")),
                lines(&html),
                "and back"
            );
        }
        assert_eq!(with_record(&shell.replace("id=\"record\"", ""), &other), None);
    }

    /// The project's own record.
    pub fn record() -> Record {
        Record::new(check_file(&root().join("data/escalation.json")).unwrap())
    }

    #[test]
    fn the_first_part_draws_the_same_pictures_as_the_whole() {
        let whole = record();
        let first = Record::first(packed::pack(whole.data()).first).unwrap();
        assert!(!first.has_texts() && whole.has_texts());
        assert_eq!(opening::opening(&first), opening::opening(&whole));
    }

    #[test]
    fn title_and_picture_stand_in_the_finished_page() {
        let record = record();
        let html = fs::read_to_string(root().join("index.html")).unwrap();
        let html = whole(&html, &record).unwrap();
        assert!(html.contains(&format!("<title>{}</title>", escaped(record.data().meta.title))));
        assert!(html.contains(&format!("<h1>{}</h1>", escaped(record.data().meta.title))));
        assert!(html.contains(chronology::LINK));
        assert!(html.contains("<svg class=\"canvas wide\">"));
        assert!(!html.contains("{record."));
    }

    #[test]
    fn a_record_says_which_language_it_is_in_and_where_its_lines_begin() {
        let text = fs::read_to_string(root().join("tests/e2e/records/other.json")).unwrap();
        let Ok(data) = dataset::source::check("other.json", &text) else { panic!("it has problems") };
        let shell = fs::read_to_string(root().join("index.html")).unwrap();
        let html = whole(&shell, &Record::new(data)).unwrap();
        assert!(
            html.contains("<html lang=\"fa\" dir=\"rtl\">") && html.contains("<div id=\"app\" dir=\"ltr\">")
        );
        assert!(whole(&shell, &record()).unwrap().contains("<html lang=\"en\" dir=\"ltr\">"));
        assert_eq!(
            ["he", "ar-EG", "de", "FA", "en-GB", "arn"].map(direction),
            ["rtl", "rtl", "ltr", "rtl", "ltr", "ltr"]
        );
    }

    #[test]
    fn a_packed_record_stays_inside_its_element_of_html() {
        let record = record();
        let packed = packed::pack(record.data());
        for part in [&packed.first, &packed.texts] {
            assert!(!part.contains(['<', '\r', '\0']), "HTML reads these as something else");
        }
        let html = fs::read_to_string(root().join("index.html")).unwrap();
        let html = whole(&html, &record).unwrap();
        let (_, inside) = html.split_once("<script type=\"text/plain\" id=\"record\">").unwrap();
        assert_eq!(inside.split_once("</script").unwrap().0, packed.first);
    }

    #[test]
    fn a_page_without_its_places_is_refused() {
        assert_eq!(
            whole("<html lang=\"{record.lang}\">", &record()).unwrap_err(),
            "index.html holds no {record.dir}"
        );
    }
}
