//! `cargo xtask finish`: writes what only the story knows into the page that Trunk has just built.
//!
//! Trunk calls it (see `Trunk.toml`) before it puts the built files in place: the title, the description and all
//! headlines with their dates then stand in the HTML, for readers whose browser cannot run the rest. A page for
//! publishing is then made as light as it can be (see [`crate::shrink`]).

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use dataset::model::Dataset;
use dataset::packed;
use dataset::source::check_file;

use crate::run::{Outcome, root};
use crate::shrink;

/// Where Trunk has put the files that it built; Trunk sets it for its hooks.
const STAGING: &str = "TRUNK_STAGING_DIR";
/// For what Trunk builds; it sets that too.
const PROFILE: &str = "TRUNK_PROFILE";

/// Fills in the `{story.…}` places of the built `index.html`.
///
/// # Errors
/// One line when Trunk did not call it, the file cannot be read or written, or has none of the places; all problems of a
/// story that is not right.
pub fn finish() -> Outcome {
    let staging = env::var_os(STAGING).ok_or_else(|| format!("finish is called by Trunk, which sets {STAGING}"))?;
    let story = env::var_os("ESCALATION_DATA").map_or_else(|| root().join("data/escalation.json"), |file| root().join(file));
    let lines = |problems: Vec<_>| problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    let story = check_file(&story).map_err(lines)?;
    let staging = PathBuf::from(staging);
    let page = staging.join("index.html");
    let html = fs::read_to_string(&page).map_err(|error| format!("{}: {error}", page.display()))?;
    let mut html = filled(&html, story)?;
    if env::var(PROFILE).as_deref() == Ok("release") {
        html = shrink::page(&staging, &html)?;
    }
    fs::write(&page, html).map_err(|error| format!("{}: {error}", page.display()))
}

/// `html` with its places filled from `story`.
fn filled(html: &str, story: &Dataset) -> Outcome<String> {
    let places = [
        ("{story.lang}", escaped(story.meta.lang)),
        ("{story.title}", escaped(story.meta.title)),
        ("{story.description}", escaped(story.meta.description)),
        ("{story.headlines}", headlines(story)),
        ("{story.packed}", packed::pack(story)),
    ];
    let missing = places.iter().find(|(place, _)| !html.contains(place));
    if let Some((place, _)) = missing {
        return Err(format!("index.html holds no {place}"));
    }
    Ok(places.iter().fold(html.to_owned(), |html, (place, text)| html.replace(place, text)))
}

fn headlines(story: &Dataset) -> String {
    story.events.iter().fold(String::new(), |mut list, event| {
        let date = event.date.to_string();
        let day = date.split('T').next().unwrap_or_default();
        // Writing to a String cannot fail.
        let _ = write!(list, "<li>{}: {}</li>", escaped(&day.replace('/', " to ")), escaped(event.title));
        list
    })
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_headlines_and_the_title_stand_in_the_finished_page() {
        let story = check_file(&root().join("data/escalation.json")).unwrap();
        let html = fs::read_to_string(root().join("index.html")).unwrap();
        let html = filled(&html, story).unwrap();
        assert_eq!(html.matches("<li>").count(), story.events.len());
        assert!(html.contains(&format!("<title>{}</title>", escaped(story.meta.title))));
        assert!(!html.contains("{story."));
    }

    #[test]
    fn a_packed_story_stays_inside_its_element_of_html() {
        let story = check_file(&root().join("data/escalation.json")).unwrap();
        let packed = packed::pack(story);
        assert!(!packed.contains(['<', '\r', '\0']), "HTML reads these as something else");
        let html = fs::read_to_string(root().join("index.html")).unwrap();
        let html = filled(&html, story).unwrap();
        let (_, inside) = html.split_once("<script type=\"text/plain\" id=\"story\">").unwrap();
        assert_eq!(inside.split_once("</script").unwrap().0, packed);
    }

    #[test]
    fn a_page_without_its_places_is_refused() {
        let story = check_file(&root().join("data/escalation.json")).unwrap();
        assert_eq!(filled("<html lang=\"{story.lang}\">", story).unwrap_err(), "index.html holds no {story.title}");
    }

    #[test]
    fn texts_cannot_become_markup() {
        assert_eq!(escaped("a <b> & \"c\""), "a &lt;b> &amp; &quot;c&quot;");
    }
}
