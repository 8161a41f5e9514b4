//! What machines read in the page: in its head a preview card for other sites, at its end what the record is,
//! as JSON-LD for search engines. If the page's address is known, also its canonical link and how to embed
//! it.

use std::fmt::Write as _;

use brink::record::Record;
use dataset::model::EventIdx;

use super::chronology::{end, start};
use super::html::{escaped, json};
use crate::machine::run::Outcome;

/// The file of the card's picture.
pub const CARD_FILE: &str = "card.png";
/// Its size in pixels, as those who show cards want it.
pub const CARD_SIZE: [u32; 2] = [1200, 630];
/// The file that says how the page is embedded.
pub const OEMBED: &str = "oembed.json";
/// Room that an embedded page should have, in pixels.
const FRAME: [u32; 2] = [900, 800];

/// Where the page will stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Site(String);

impl Site {
    /// The site at `url`, with or without a slash at its end.
    ///
    /// # Errors
    /// One line when that is no http or https address of a folder.
    pub fn new(url: &str) -> Outcome<Self> {
        let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or_default();
        if host.is_empty()
            || host.starts_with('/')
            || url.contains(|c: char| c.is_whitespace() || "\"'<>?#".contains(c))
        {
            return Err(format!(
                "BRINK_URL: `{url}` is no address of a folder, like https://example.org/iran/"
            ));
        }
        Ok(Self(format!("{}/", url.trim_end_matches('/'))))
    }

    fn file(&self, name: &str) -> String {
        format!("{}{name}", self.0)
    }

    /// The element that names the address of the page `name`, which is empty for the first.
    pub fn canonical(&self, name: &str) -> String {
        format!("<link rel=\"canonical\" href=\"{}\">\n", escaped(&self.file(name)))
    }
}

/// The elements for the page's head. Without a site there is neither canonical address nor oEmbed, which mean
/// nothing without one, and the card's picture is named relative to the page,
/// which some of those who show cards understand.
pub fn head(record: &Record, site: Option<&Site>) -> String {
    let meta = &record.data().meta;
    let mut html = String::new();
    let mut tag = |kind: &str, name: &str, content: &str| {
        let _ = writeln!(html, "<meta {kind}=\"{name}\" content=\"{}\">", escaped(content));
    };
    // Here too, since a place in the built HTML has lost the quotes around it.
    tag("name", "description", meta.description);
    tag("property", "og:type", "article");
    tag("property", "og:title", meta.title);
    tag("property", "og:description", meta.description);
    tag("property", "og:image", &site.map_or(CARD_FILE.to_owned(), |site| site.file(CARD_FILE)));
    tag("property", "og:image:width", &CARD_SIZE[0].to_string());
    tag("property", "og:image:height", &CARD_SIZE[1].to_string());
    tag("property", "og:image:alt", &format!("Timeline: {}", meta.title));
    tag("name", "twitter:card", "summary_large_image");
    tag("name", "twitter:title", meta.title);
    tag("name", "twitter:description", meta.description);
    tag("name", "twitter:image", &site.map_or(CARD_FILE.to_owned(), |site| site.file(CARD_FILE)));
    if let Some(site) = site {
        tag("property", "og:url", &site.0);
        html += &site.canonical("");
        let _ = writeln!(
            html,
            "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{}\" title=\"{}\">",
            escaped(&site.file(OEMBED)),
            escaped(meta.title)
        );
    }
    html
}

/// What the record is, for search engines. It stands at the end of the page, since nothing that is seen waits
/// for it.
pub fn linked(record: &Record, site: Option<&Site>) -> String {
    format!("<script type=\"application/ld+json\">{}</script>", linked_data(record, site, ""))
}

/// The same with the events that it is about.
pub fn linked_events(record: &Record, site: Option<&Site>) -> String {
    let events: Vec<String> = record.events().map(|event| linked_event(record, event)).collect();
    let about = format!(",\"about\":[\n{}]", events.join(",\n"));
    format!("<script type=\"application/ld+json\">{}</script>", linked_data(record, site, &about))
}

/// The record as schema.org has it: a data set, with what is `about` it.
fn linked_data(record: &Record, site: Option<&Site>, about: &str) -> String {
    let data = record.data();
    let meta = &data.meta;
    let first = data.events.first().map(|event| start(event.date)).unwrap_or_default();
    let url = site.map_or(String::new(), |site| format!("\"url\":{},", json(&site.0)));
    // What goes on is covered to its end, also beyond the day up to which the record was kept.
    let last = data
        .events
        .iter()
        .map(|event| end(event.date).unwrap_or_else(|| start(event.date)))
        .max()
        .unwrap_or_default();
    format!(
        "{{\"@context\":\"https://schema.org\",\"@type\":\"Dataset\",{url}\"name\":{},\"description\":{},\"inLanguage\":{},\"dateModified\":\"{}\",\
         \"license\":{},\"isAccessibleForFree\":true,\"temporalCoverage\":\"{first}/{last}\"{about}}}",
        json(meta.title),
        json(meta.description),
        json(meta.lang),
        meta.updated,
        license(meta.license)
    )
}

/// Licences of data and texts by their names in SPDX, without a version at the end.
const SPDX: [&str; 18] = [
    "Apache",
    "CC-BY",
    "CC-BY-NC",
    "CC-BY-NC-ND",
    "CC-BY-NC-SA",
    "CC-BY-ND",
    "CC-BY-SA",
    "CC-PDDC",
    "CC0",
    "CDLA-Permissive",
    "CDLA-Sharing",
    "GFDL",
    "MIT",
    "ODC-By",
    "ODbL",
    "OGL-UK",
    "PDDL",
    "etalab",
];

/// A licence as JSON: the address of one that SPDX knows, an address as it is, and of others the words.
fn license(text: &str) -> String {
    let is_version = |end: &str| {
        end.starts_with(|c: char| c.is_ascii_digit())
            && end.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'.')
    };
    let name = text.rsplit_once('-').filter(|(_, end)| is_version(end)).map_or(text, |(name, _)| name);
    if SPDX.contains(&name) {
        json(&format!("https://spdx.org/licenses/{text}.html"))
    } else if text.starts_with("https://") || text.starts_with("http://") {
        json(text)
    } else {
        format!("{{\"@type\":\"CreativeWork\",\"name\":{}}}", json(text))
    }
}

fn linked_event(record: &Record, event: EventIdx) -> String {
    let facts = record.event(event);
    let end = end(facts.date).map_or(String::new(), |end| format!(",\"endDate\":\"{end}\""));
    let place = facts.place.map_or(String::new(), |place| {
        format!(
            ",\"location\":{{\"@type\":\"Place\",\"name\":{}}}",
            json(record.data().places[place.get()].name)
        )
    });
    format!(
        "{{\"@type\":\"Event\",\"@id\":{},\"name\":{},\"startDate\":\"{}\"{end}{place}}}",
        json(&format!("#select={}", facts.id)),
        json(facts.title),
        start(facts.date)
    )
}

/// The file that says how the page at `site` is embedded, in the form of oEmbed 1.0.
pub fn oembed(record: &Record, site: &Site) -> String {
    let meta = &record.data().meta;
    let [width, height] = FRAME;
    let frame = format!(
        "<iframe src=\"{}index.html?embed\" width=\"{width}\" height=\"{height}\" title=\"{}\" \
         loading=\"lazy\" allow=\"clipboard-write\"></iframe>",
        escaped(&site.0),
        escaped(meta.title)
    );
    format!(
        "{{\"version\":\"1.0\",\"type\":\"rich\",\"title\":{},\"width\":{width},\"height\":{height},\"html\":{},\
         \"thumbnail_url\":{},\"thumbnail_width\":{},\"thumbnail_height\":{}}}\n",
        json(meta.title),
        json(&frame),
        json(&site.file(CARD_FILE)),
        CARD_SIZE[0],
        CARD_SIZE[1]
    )
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::page::finish::tests::record;

    #[test]
    fn the_record_is_told_to_search_engines_with_every_event() {
        let record = record();
        let brief: Value = serde_json::from_str(&linked_data(&record, None, "")).unwrap();
        assert!(brief["about"].is_null() && linked(&record, None).contains("\"Dataset\""));
        let html = linked_events(&record, None);
        let (_, data) = html.split_once("<script type=\"application/ld+json\">").unwrap();
        let data: Value = serde_json::from_str(data.strip_suffix("</script>").unwrap()).unwrap();
        assert_eq!(
            (&data["@type"], &data["name"]),
            (&Value::from("Dataset"), &Value::from(record.data().meta.title))
        );
        let events = data["about"].as_array().unwrap();
        assert_eq!(events.len(), record.events().count());
        for (told, event) in events.iter().zip(record.events()) {
            let facts = record.event(event);
            assert_eq!(told["name"], facts.title);
            assert!(facts.date.to_string().contains(told["startDate"].as_str().unwrap()));
            assert_eq!(
                told["location"]["name"].as_str(),
                facts.place.map(|place| record.data().places[place.get()].name)
            );
        }
    }

    #[test]
    fn only_what_spdx_knows_has_its_address() {
        for known in [
            "CC-BY-4.0",
            "CC0-1.0",
            "ODbL-1.0",
            "ODC-By-1.0",
            "MIT",
            "CC-BY-SA-3.0",
            "PDDL-1.0",
            "etalab-2.0",
        ] {
            assert_eq!(license(known), format!("\"https://spdx.org/licenses/{known}.html\""));
        }
        assert_eq!(license("https://example.org/terms"), "\"https://example.org/terms\"");
        for words in ["all rights reserved", "CC BY 4.0", "ask \"us\"", "CC-BY-four", "Proprietary-1.0", ""] {
            let told: Value = serde_json::from_str(&license(words)).unwrap();
            assert_eq!((&told["@type"], &told["name"]), (&Value::from("CreativeWork"), &Value::from(words)));
        }
    }

    #[test]
    fn the_record_covers_the_time_to_the_end_of_its_last_event() {
        let text = include_str!("../../../../../tests/it/fixtures/small.json");
        let record = Record::new(dataset::source::check("small.json", text).unwrap());
        let data: Value = serde_json::from_str(&linked_data(&record, None, "")).unwrap();
        let coverage = data["temporalCoverage"].as_str().unwrap();
        let last = record
            .events()
            .map(|event| end(record.event(event).date).unwrap_or_else(|| start(record.event(event).date)))
            .max()
            .unwrap();
        assert!(coverage.ends_with(&format!("/{last}")), "{coverage}");
        assert!(
            !coverage.ends_with(&record.data().meta.updated.to_string()),
            "the record was kept on, without another event"
        );
    }

    #[test]
    fn addresses_are_absolute_where_the_site_is_known_and_left_out_where_not() {
        let record = record();
        let site = Site::new("https://example.org/iran").unwrap();
        let (with, without) = (head(&record, Some(&site)), head(&record, None));
        for told in [
            "<link rel=\"canonical\" href=\"https://example.org/iran/\">",
            "property=\"og:image\" content=\"https://example.org/iran/card.png\"",
            "property=\"og:url\" content=\"https://example.org/iran/\"",
            "href=\"https://example.org/iran/oembed.json\"",
        ] {
            assert!(with.contains(told), "{told}");
        }
        for left_out in ["canonical", "og:url", "oembed", "content=\"http"] {
            assert!(!without.contains(left_out), "{left_out}");
        }
        let oembed: Value = serde_json::from_str(&oembed(&record, &site)).unwrap();
        assert_eq!((&oembed["type"], &oembed["version"]), (&Value::from("rich"), &Value::from("1.0")));
        assert!(
            oembed["html"].as_str().unwrap().contains("src=\"https://example.org/iran/index.html?embed\"")
        );
    }

    #[test]
    fn what_is_no_address_of_a_folder_is_refused() {
        for wrong in [
            "",
            "example.org",
            "ftp://example.org",
            "https://",
            "https:///x",
            "https://a.b/?x",
            "https://a.b/\"x",
        ] {
            assert!(Site::new(wrong).unwrap_err().contains("BRINK_URL"), "{wrong}");
        }
    }
}
