//! What the page shows before its script has come: the opening view. It uses the classes of the running page,
//! so that style sheet, light and dark are the same, and blocks of the same heights, so that nothing jumps
//! when the page takes over. Controls that could not work yet keep their room and are hidden.

mod graph;
mod plot;
mod strips;

use std::rc::Rc;

use brink::record::Record;
use brink::state::{State, Summary, View};
use brink::time::format;
use brink::time::window::TimeWindow;
use brink::time::zone::Zone;
use brink::timeline::classes::hue_of;
use brink::timeline::glyph;
use dataset::civil::DateTime;
use dataset::edtf::{Edtf, Stamp};

use super::html::escaped;

/// The details' buttons, which keep their room.
const COMMANDS: &str = "<div class=\"commands unseen\"><button class=\"tool\">‹</button>\
                        <button class=\"tool\">›</button><button class=\"tool\">Copy \
    link</button></div>";

/// The line for newcomers, which keeps its room.
const TIP: &str = "<p class=\"tip unseen\"><span>Marks are acts: colour shows whose, shape the field, size \
                   the weight. Arcs lead to answers. \
    Above: how hostile each side was.</span><button class=\"quiet\">Got it</button></p>";

/// What stands in the page's `.skeleton`.
pub fn opening(record: &Record) -> String {
    let mut html = header(record);
    html += "<main class=\"parts\"><section class=\"when\">";
    html += &toolbar(record);
    html += "<div class=\"timeline\">";
    html += &plot::names(record);
    html += &plot::plot(record);
    html += &strips::pulse(record);
    html += &legend(record);
    html += "</div>";
    html += &strips::overview(record);
    html += TIP;
    html += "</section><nav class=\"tabs unseen\"><button class=\"tab\">Details</button>\
             <button class=\"tab narrow-only\">Actors</button>\
             <button class=\"tab\">Events</button><button class=\"tab\">Claims</button></nav>";
    html += &graph::graph(record);
    html += "<section class=\"panel details\">";
    for (class, window) in forms(record) {
        html += &details(record, class, window);
    }
    html + "</section></main>"
}

fn header(record: &Record) -> String {
    let meta = &record.data().meta;
    let kept_to = Edtf::single(Stamp::day(meta.updated.year(), meta.updated.month(), meta.updated.day()));
    let begin = "<div class=\"begin\"><button class=\"story-button unseen\">Read the story</button>\
                 <button class=\"quiet unseen\">Chapters</button></div>";
    let pill = |sign: &str, name: &str| format!("<button class=\"quiet\">{sign}<span>{name}</span></button>");
    let sign = |sign: &str| format!("<b class=\"sign\">{sign}</b>");
    format!(
        "<header class=\"masthead\"><h1>{title}</h1><p class=\"standfirst\"><span class=\"long\">\
         {description}</span><span class=\"brief\">{brief}</span> \
         <span class=\"updated\">Record kept to {kept_to}.</span></p>{begin}\
         <div class=\"masthead-tools unseen\">{share}{help}{about}{theme}</div></header>",
        title = escaped(meta.title),
        description = escaped(meta.description),
        brief = escaped(&brief(record)),
        kept_to = format::short(kept_to),
        begin = if record.data().stories.is_empty() { "" } else { begin },
        share = pill(&sign("↗"), "Share"),
        help = pill(&sign("?"), "Help"),
        about = pill(&sign("i"), "About"),
        theme = "<button class=\"quiet\" data-do=\"theme\"><svg class=\"icon\"></svg><span>System</span>\
                 </button>",
    )
}

/// The record in a line, as the running page says it on a small screen.
fn brief(record: &Record) -> String {
    let data = record.data();
    let year = |at| DateTime::at(at, record.clock()).date().year();
    let first =
        record.events().map(|event| record.span(event).start).min().map_or(data.meta.updated.year(), year);
    format!("{} events with their sources, {first} to {}.", data.events.len(), data.meta.updated.year())
}

/// The two forms of what depends on the window, of which the style sheet shows one.
fn forms(record: &Record) -> [(&'static str, TimeWindow); 2] {
    [("wide", record.opening()), ("narrow", record.heart())]
}

fn toolbar(record: &Record) -> String {
    let shown = |(class, window)| {
        let num_shown = record.num_events_in(window);
        let (words, total) =
            (escaped(&format::window_brief(window, record.clock())), record.data().events.len());
        format!(
            "<p class=\"shown {class}\"><strong>{words}</strong><span class=\"count\">\
             {num_shown} of {total} events</span></p>"
        )
    };
    let shown: String = forms(record).into_iter().map(shown).collect();
    format!(
        "<div class=\"toolbar\">{shown}<button class=\"quiet tools-button unseen\">Tools</button>\
         <div class=\"search unseen\"><input type=\"search\" disabled></div><button class=\"quiet unseen\">\
         Filters</button>\
         <label class=\"clock unseen\"><span>Clock</span><select disabled><option>\
         {clock} ({offset})</option></select></label>\
         <div class=\"choices unseen\"><button class=\"choice\">Sides</button><button class=\"choice\">\
         Fields</button></div>\
         <div class=\"tools unseen\"><button class=\"tool\">−</button><button class=\"tool\">+</button>\
         <button class=\"tool\">All</button></div></div>",
        clock = escaped(Zone::Event.name()),
        offset = format::clock_name(record.clock()),
    )
}

fn legend(record: &Record) -> String {
    let mut html = String::from("<ul class=\"legend\">");
    let mut entry = |sign: &str, name: &str| {
        html +=
            &format!("<li><svg class=\"key\" width=\"12\" height=\"12\">{sign}</svg>{}</li>", escaped(name));
    };
    for (nth, domain) in record.data().domains.iter().enumerate() {
        entry(
            &format!("<path class=\"glyph\" d=\"{}\"/>", glyph::shape(nth, 6.0, 6.0, 4.5).text()),
            domain.name,
        );
    }
    entry(
        &format!("<path class=\"flag contested\" d=\"{}\"/>", glyph::flag(3.5, 11.0).text()),
        "contested claim",
    );
    html + "</ul>"
}

/// The window in words, and its most important events with ways to their texts.
fn details(record: &Record, class: &str, window: TimeWindow) -> String {
    let view = View { window: Some(window), ..View::default() };
    let Summary { heading, counts, dead, named } =
        State::new(Rc::new(Record::new(record.data())), view).summary();
    let summary = counts.map(|counts| {
        format!("<p class=\"summary\">{}Choose an event or an actor to read on.</p>", escaped(&counts))
    });
    let dead = dead.map(|dead| format!("<p>{}</p>", escaped(&dead)));
    let entries: String = named
        .into_iter()
        .map(|event| {
            let facts = record.event(event);
            let major = if facts.importance >= 4 { " major" } else { "" };
            format!(
                "<li class=\"entry {}{major}\"><a class=\"link\" href=\"#select={}\"><span class=\"date\">\
                 {}</span><span class=\"title\">{}</span></a></li>",
                hue_of(record, event),
                facts.id,
                escaped(&format::short(facts.date)),
                escaped(facts.title),
            )
        })
        .collect();
    format!(
        "<article class=\"{class}\">{COMMANDS}<p class=\"kicker\">{}</p><h2>{heading}</h2>\
         {}{}<ol class=\"entries\">{entries}</ol></article>",
        escaped(&format::window(window, record.clock())),
        summary.unwrap_or_default(),
        dead.unwrap_or_default(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::finish::tests::record;

    #[test]
    fn the_opening_view_is_a_picture_with_the_windows_events_in_both_forms() {
        let record = record();
        let html = format!(
            "<x>{}</x>",
            opening(&record).replace(" disabled", " disabled=\"\"").replace("&nbsp;", " ")
        );
        // Void elements of HTML aside, it is well-formed.
        let xml = html.replace("type=\"search\" disabled=\"\">", "type=\"search\"/>");
        let page = resvg::usvg::roxmltree::Document::parse(&xml).unwrap();
        for (form, window) in forms(&record) {
            let shown: Vec<&str> = record.events_in(window).map(|event| record.event(event).id).collect();
            let lanes = page
                .descendants()
                .find(|node| node.attribute("class") == Some(&format!("canvas {form}")))
                .unwrap();
            let links: Vec<&str> = lanes.descendants().filter_map(|node| node.attribute("href")).collect();
            let joined: usize = lanes
                .descendants()
                .filter(|node| node.attribute("class") == Some("number"))
                .map(|node| node.text().unwrap().parse::<usize>().unwrap())
                .sum();
            assert_eq!(links.len() + joined, shown.len(), "{form}");
            assert!(links.iter().all(|link| shown.contains(&link.strip_prefix("#select=").unwrap())));
        }
        assert!(!html.contains(" style="), "a strict policy forbids it");
    }

    #[test]
    fn a_window_of_few_events_is_headed_as_on_the_running_page() {
        let text = include_str!("../../../../../tests/it/fixtures/small.json");
        let Ok(data) = dataset::source::check("small.json", text) else { panic!("it has problems") };
        let record = Record::new(data);
        let heading =
            format!("<h2>{}</h2>", State::new(Rc::new(Record::new(data)), View::default()).summary().heading);
        assert!(heading.contains("What happened"));
        assert_eq!(opening(&record).matches(&heading).count(), 2);
    }
}
