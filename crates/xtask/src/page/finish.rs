//! Writes into the built page what only the record knows.
//!
//! The HTML then holds the title, the opening view as a picture ([`opening`]), the whole record as text ([`chronology`]) and
//! what machines read ([`head`], [`card`]), all made by the code that the running page draws with. A page for publishing is
//! then made as small as possible (see [`crate::page::shrink`]).
//!
//! `cargo xtask finish` does this for Trunk, which calls it before it puts the built files in place (see `Trunk.toml`).

pub mod card;
mod chronology;
pub mod head;
mod html;
pub mod letters;
mod opening;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use brink::story::Story;
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
/// One line when Trunk did not call it; those of [`own_story`] and [`fill`].
pub fn finish() -> Outcome {
    let staging = env::var_os(STAGING).ok_or_else(|| format!("finish is called by Trunk, which sets {STAGING}"))?;
    let staging = PathBuf::from(staging);
    let page = staging.join("index.html");
    let html = fs::read_to_string(&page).map_err(|error| format!("{}: {error}", page.display()))?;
    let is_release = env::var(PROFILE).as_deref() == Ok("release");
    fill(&staging, &html, &own_story(None)?, if is_release { Purpose::Publishing } else { Purpose::Trying })
}

/// The story in `file`, or that of the environment, or else the project's own.
///
/// # Errors
/// All problems of a story that is not right, a line each.
pub fn own_story(file: Option<&Path>) -> Outcome<Story> {
    let chosen = file.map(PathBuf::from).or_else(|| env::var_os("ESCALATION_DATA").map(PathBuf::from));
    let file = root().join(chosen.unwrap_or_else(|| "data/escalation.json".into()));
    let lines = |problems: Vec<_>| problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    Ok(Story::new(check_file(&file).map_err(lines)?))
}

/// Fills in the `{story.…}` places of `html` and writes it into `folder`, beside the files that its head names.
///
/// # Errors
/// One line when a file cannot be read or written, the page has none of the places, or the site's address is none.
pub fn fill(folder: &Path, html: &str, story: &Story, purpose: Purpose) -> Outcome {
    let site = env::var(SITE).ok().filter(|url| !url.is_empty()).map(|url| Site::new(&url)).transpose()?;
    let packed = packed::pack(story.data());
    let texts = format!("texts-{}.txt", shrink::names::hash_of(packed.rest.as_bytes()));
    write(&folder.join(&texts), packed.rest.as_bytes())?;
    let mut html = filled(html, story, &packed.first, &texts, site.as_ref())?;
    if let Some(site) = &site {
        write(&folder.join(head::OEMBED), head::oembed(story, site).as_bytes())?;
    }
    if purpose == Purpose::Publishing {
        write(&folder.join(head::CARD_FILE), &card::png(story)?)?;
        html = shrink::page(folder, &html)?;
    }
    write(&folder.join("index.html"), html.as_bytes())
}

fn write(file: &Path, bytes: &[u8]) -> Outcome {
    fs::write(file, bytes).map_err(|error| format!("{}: {error}", file.display()))
}

/// `html` with its places filled from `story`, whose first part is packed as `first`, and the second in the file `texts`.
fn filled(html: &str, story: &Story, first: &str, texts: &str, site: Option<&Site>) -> Outcome<String> {
    let meta = &story.data().meta;
    let places = [
        ("{story.lang}", escaped(meta.lang)),
        ("{story.dir}", direction(meta.lang).to_owned()),
        ("{story.title}", escaped(meta.title)),
        ("{story.head}", head::head(story, site)),
        ("{story.linked}", head::linked(story, site)),
        ("{story.opening}", opening::opening(story)),
        ("{story.count}", story.data().events.len().to_string()),
        ("{story.chronology}", chronology::items(story)),
        ("{story.texts}", format!("./{texts}")),
        ("{story.first}", first.to_owned()),
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

/// A built page with `story` in the place of its own, as text, as what the page reads and in the opening view; what stands in
/// the head stays. Its second part stands in the page, too, instead of in a file. Nothing where `html` is no such page.
pub fn with_story(html: &str, story: &Story) -> Option<String> {
    // The built page may have its attributes without quotes.
    let find = |id: &str| html.find(&format!("id=\"{id}\"")).or_else(|| html.find(&format!("id={id}")));
    let opening = html.find("<header class=\"masthead\">")?;
    let opening_end = opening + html[opening..].find("</main>")? + "</main>".len();
    let (packed, list) = (find("story")?, find("chronology")?);
    let text = packed + html[packed..].find('>')? + 1;
    let text_end = text + html[text..].find("</script>")?;
    let items = list + html[list..].find("<ol>")? + "<ol>".len();
    let items_end = html.rfind("</ol>")?;
    let kept = [&html[..opening], html.get(opening_end..text)?, html.get(text_end..items)?, html.get(items_end..)?];
    let [head, shell, heading, end] = kept.map(str::to_owned);
    let packed = packed::pack(story.data());
    let (list_end, below) = end.split_once("</section>")?;
    let below = match below.split_once(TEXTS) {
        Some((_, old)) => old.split_once("</script>")?.1,
        None => below,
    };
    let end = [list_end, "</section>", TEXTS, &packed.rest, "</script>", below].concat();
    Some(head + &opening::opening(story) + &shell + &packed.first + &heading + &chronology::items(story) + &end)
}

/// Begins the second part of a story that stands in the page.
pub const TEXTS: &str = "<script type=\"text/plain\" id=\"texts\">";

#[cfg(test)]
mod tests {
    use super::*;

    /// `html` with its places filled.
    fn whole(html: &str, story: &Story) -> Outcome<String> {
        filled(html, story, &packed::pack(story.data()).first, "texts.txt", None)
    }

    #[test]
    fn another_story_takes_the_place_of_the_first() {
        let shell = fs::read_to_string(root().join("index.html")).unwrap();
        let first = whole(&shell, &story()).unwrap();
        let Ok(data) = dataset::source::check("synthetic", &synth::story(3, 1)) else { panic!("it has problems") };
        let other = Story::new(data);
        let (own, others) = (packed::pack(story().data()), packed::pack(data));
        for html in [first.clone(), first.replace("id=\"story\"", "id=story").replace("id=\"chronology\"", "id=chronology")] {
            let swapped = with_story(&html, &other).unwrap();
            assert_eq!(swapped.matches("<article id=").count(), 3);
            assert!(swapped.contains(&others.first) && !swapped.contains(&own.first));
            assert!(swapped.contains(&others.rest) && !swapped.contains(&own.rest));
            assert!(swapped.contains(&format!("<h1>{}</h1>", escaped(other.data().meta.title))), "its opening view");
            let lines = |html: &str| html.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect::<String>();
            let back = with_story(&swapped, &story()).unwrap();
            assert_eq!(lines(&back.replace(&[TEXTS, &own.rest, "</script>"].concat(), "")), lines(&html), "and back");
        }
        assert_eq!(with_story(&shell.replace("id=\"story\"", ""), &other), None);
    }

    /// The project's own story.
    pub fn story() -> Story {
        Story::new(check_file(&root().join("data/escalation.json")).unwrap())
    }

    #[test]
    fn the_first_part_draws_the_same_pictures_as_the_whole() {
        let whole = story();
        let first = Story::first(packed::pack(whole.data()).first).unwrap();
        assert!(!first.has_texts() && whole.has_texts());
        assert_eq!(opening::opening(&first), opening::opening(&whole));
    }

    #[test]
    fn title_picture_and_every_event_stand_in_the_finished_page() {
        let story = story();
        let html = fs::read_to_string(root().join("index.html")).unwrap();
        let html = whole(&html, &story).unwrap();
        assert!(html.contains(&format!("<title>{}</title>", escaped(story.data().meta.title))));
        assert!(html.contains(&format!("<h1>{}</h1>", escaped(story.data().meta.title))));
        assert_eq!(html.matches("<article id=").count(), story.data().events.len());
        assert!(html.contains("<svg class=\"canvas wide\">"));
        assert!(!html.contains("{story."));
    }

    #[test]
    fn a_story_says_which_language_it_is_in_and_where_its_lines_begin() {
        let text = fs::read_to_string(root().join("tests/e2e/stories/other.json")).unwrap();
        let Ok(data) = dataset::source::check("other.json", &text) else { panic!("it has problems") };
        let shell = fs::read_to_string(root().join("index.html")).unwrap();
        let html = whole(&shell, &Story::new(data)).unwrap();
        assert!(html.contains("<html lang=\"fa\" dir=\"rtl\">") && html.contains("<div id=\"app\" dir=\"ltr\">"));
        assert!(whole(&shell, &story()).unwrap().contains("<html lang=\"en\" dir=\"ltr\">"));
        assert_eq!(["he", "ar-EG", "de", "FA", "en-GB", "arn"].map(direction), ["rtl", "rtl", "ltr", "rtl", "ltr", "ltr"]);
    }

    #[test]
    fn a_packed_story_stays_inside_its_element_of_html() {
        let story = story();
        let packed = packed::pack(story.data());
        for part in [&packed.first, &packed.rest] {
            assert!(!part.contains(['<', '\r', '\0']), "HTML reads these as something else");
        }
        let html = fs::read_to_string(root().join("index.html")).unwrap();
        let html = whole(&html, &story).unwrap();
        let (_, inside) = html.split_once("<script type=\"text/plain\" id=\"story\">").unwrap();
        assert_eq!(inside.split_once("</script").unwrap().0, packed.first);
    }

    #[test]
    fn a_page_without_its_places_is_refused() {
        assert_eq!(whole("<html lang=\"{story.lang}\">", &story()).unwrap_err(), "index.html holds no {story.dir}");
    }
}
