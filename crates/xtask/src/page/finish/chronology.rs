//! The whole record as text: a page of its own, for readers without scripts, for those whose browser cannot
//! run the page, and for search engines.
//!
//! An event's element has the id `select=ID`, as in the addresses of the running page.

use brink::record::Record;
use brink::time::format;
use dataset::edtf::Edtf;
use dataset::model::{Claim, EventIdx, SourceIdx};

use super::direction;
use super::head::{self, Site};
use super::html::escaped;

/// The page's file.
pub const FILE: &str = "chronology.html";
/// What stands in `index.html` for the text.
pub const LINK: &str =
    "<p lang=\"en\"><a data-whole href=\"./chronology.html\">Read them as text, with their sources</a></p>";

/// The page, with the style sheets of `index.html`, a finished page.
pub fn page(record: &Record, site: Option<&Site>, index: &str) -> String {
    let meta = &record.data().meta;
    let address = site.map_or(String::new(), |site| site.canonical(FILE));
    let sheets: String = index
        .split_inclusive('>')
        .filter_map(|piece| piece.find("<link").map(|at| &piece[at..]))
        .filter(|link| link.contains("stylesheet"))
        .collect();
    format!(
        "<!doctype html>\n<html lang=\"{lang}\" dir=\"{dir}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}: all events</title>\n\
         <meta name=\"description\" content=\"{description}\">\n{address}{sheets}\n</head>\n<body>\n\
         <main class=\"chronology\">\n<h1>{title}</h1>\n<p>{description}</p>\n\
         <p lang=\"en\"><a href=\"./index.html\">As a timeline and a graph</a></p>\n\
         <h2 lang=\"en\">All {count} events of the record</h2>\n{list}\n</main>\n\
         {linked}\n</body>\n</html>\n",
        lang = escaped(meta.lang),
        dir = direction(meta.lang),
        title = escaped(meta.title),
        description = escaped(meta.description),
        count = record.data().events.len(),
        list = list(record),
        linked = head::linked_events(record, site),
    )
}

/// The ordered list of all events, in time order.
pub fn list(record: &Record) -> String {
    let items: String = record.events().map(|event| item(record, event)).collect();
    ["<ol>\n", &items, "</ol>"].concat()
}

fn item(record: &Record, event: EventIdx) -> String {
    let facts = record.event(event);
    let place = facts
        .place
        .map_or(String::new(), |place| format!(" · {}", escaped(record.data().places[place.get()].name)));
    let answers = facts
        .responds_to
        .iter()
        .map(|&cause| format!("<li>{}</li>", link(record, cause)))
        .collect::<String>();
    let answers = if answers.is_empty() { answers } else { format!("<p>Answers:</p><ul>{answers}</ul>") };
    format!(
        "<li><article id=\"select={id}\"><h3>{title}</h3><p class=\"kicker\"><time datetime=\"{iso}\">\
         {date}</time>{place}</p>\
         <p>{summary}</p>{claims}{answers}<p>Sources:</p><ul class=\"sources\">{sources}</ul></article></li>\n",
        id = facts.id,
        title = escaped(facts.title),
        iso = start(facts.date),
        date = escaped(&format::long(facts.date)),
        summary = escaped(facts.summary),
        claims = claims(record, event),
        sources = facts.sources.iter().map(|&source| self::source(record, source)).collect::<String>(),
    )
}

/// What was said about `event`, with what came of it.
fn claims(record: &Record, event: EventIdx) -> String {
    let item = |claim: &Claim| {
        format!(
            "<li>{}, {}: {} ({}) {}</li>",
            escaped(record.actor(claim.by).name),
            escaped(&format::short(claim.date)),
            escaped(claim.text),
            claim.status.word(),
            escaped(claim.later),
        )
    };
    let items: String = record.event(event).claims.iter().map(item).collect();
    if items.is_empty() { items } else { format!("<p>Claims:</p><ul>{items}</ul>") }
}

/// A link to the text of `event`.
fn link(record: &Record, event: EventIdx) -> String {
    let facts = record.event(event);
    format!("<a href=\"#select={}\">{}</a>", facts.id, escaped(facts.title))
}

/// A source by its publisher, title and day.
fn source(record: &Record, source: SourceIdx) -> String {
    let facts = &record.data().sources[source.get()];
    let date = facts.date.map_or(String::new(), |date| format!(", {}", escaped(&format::short(date))));
    format!(
        "<li><a href=\"{}\" target=\"_blank\" rel=\"noopener\">{}</a>: {}{date}</li>",
        escaped(facts.url),
        escaped(facts.publisher),
        escaped(facts.title)
    )
}

/// Where `date` begins, in ISO 8601 as precisely as it is known:
/// `2020-01-03`, `2019-05`, `2020-01-03T00:47+03:00`.
///
/// Doubts about it have no place in that form; of an interval with an unknown start it is the end.
pub fn start(date: Edtf) -> String {
    let written = date.to_string();
    let known =
        written.split('/').find(|end| end.starts_with(|c: char| c.is_ascii_digit())).unwrap_or_default();
    known.trim_end_matches(['~', '?', '%']).to_owned()
}

/// Where an interval ends, as [`start`]; `None` for what is none, or has no end that is known.
pub fn end(date: Edtf) -> Option<String> {
    let written = date.to_string();
    let (_, end) = written.split_once('/')?;
    let end = end.trim_end_matches(['~', '?', '%']);
    end.starts_with(|c: char| c.is_ascii_digit()).then(|| end.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::finish::tests::record;

    #[test]
    fn each_event_stands_there_with_date_text_and_every_source() {
        let record = record();
        let html = page(&record, None, "<link rel=stylesheet href=a.css><link rel=icon href=b>");
        assert!(html.contains("<link rel=stylesheet href=a.css>") && !html.contains("href=b"));
        let mut rest = html.as_str();
        for event in record.events() {
            let facts = record.event(event);
            let (_, from_here) = rest.split_once(&format!("<article id=\"select={}\">", facts.id)).unwrap();
            let (article, after) = from_here.split_once("</article>").unwrap();
            assert!(article.contains(&format!("<h3>{}</h3>", escaped(facts.title))), "{}", facts.id);
            assert!(
                article.contains(&escaped(facts.summary))
                    && article.contains(&escaped(&format::long(facts.date)))
            );
            for claim in facts.claims {
                assert!(article.contains(&escaped(claim.text)) && article.contains(&escaped(claim.later)));
            }
            for source in facts.sources.iter().map(|source| &record.data().sources[source.get()]) {
                assert!(
                    article.contains(&format!("href=\"{}\"", escaped(source.url))),
                    "{}: {}",
                    facts.id,
                    source.url
                );
                assert!(
                    article.contains(&escaped(source.publisher)) && article.contains(&escaped(source.title))
                );
                assert!(source.date.is_none_or(|date| article.contains(&escaped(&format::short(date)))));
            }
            rest = after;
        }
        assert_eq!(html.matches("<article ").count(), record.events().count());
    }

    #[test]
    fn dates_for_machines_are_iso_8601_and_no_more_precise_than_they_are_known() {
        let check = |text: &str, from: &str, to: Option<&str>| {
            let date = Edtf::parse(text).unwrap();
            assert_eq!((start(date).as_str(), end(date).as_deref()), (from, to), "{text}");
        };
        check("2020-01-03T00:47+03:00", "2020-01-03T00:47+03:00", None);
        check("2019-05~", "2019-05", None);
        check("1953?/1954-02%", "1953", Some("1954-02"));
        check("2014-06/..", "2014-06", None);
        check("/2014-06", "2014-06", Some("2014-06"));
    }
}
