//! Events as a table for spreadsheets: CSV as in RFC 4180, UTF-8, one row for each event.
//!
//! Where a field has several values, each has a line of its own in the cell.
//! The parts of a value are joined by ` | `.

use dataset::model::{ActorIdx, EventIdx, SourceIdx};

use super::text::number;
use crate::record::Record;

/// The first row. A line of `others` is actor and role; of `figures` what, how many, note and addresses of
/// sources; of `claims` who, when, status, what, what came of it and addresses of sources.
pub const HEADER: &str = "id,date,title,summary,domain,side,cameo,goldstein,importance,place,country,latitude,longitude,\
     initiators,targets,others,responds_to,figures,claims,sources";

/// The mark of UTF-8 at the very beginning, without which Excel takes the text for one of an old code page.
pub const MARK: char = '\u{feff}';

/// What stands between the parts of one value.
pub const BETWEEN: &str = " | ";

/// The table of `events`, behind [`MARK`], dates in EDTF. O(length of the text).
#[must_use]
pub fn table(record: &Record, events: &[EventIdx]) -> String {
    let mut table = Table { record, text: format!("{MARK}{HEADER}") };
    for &event in events {
        table.text += "\r\n";
        table.row(event);
    }
    table.text += "\r\n";
    table.text
}

/// A table of texts under `header`, behind [`MARK`]. O(length of the text).
#[must_use]
pub fn plain<'a>(header: &[&str], rows: impl Iterator<Item = &'a [String]>) -> String {
    let mut text = String::from(MARK);
    header.iter().enumerate().for_each(|(nth, name)| add_cell(&mut text, nth > 0, name));
    for row in rows {
        text += "\r\n";
        row.iter().enumerate().for_each(|(nth, cell)| add_cell(&mut text, nth > 0, cell));
    }
    text + "\r\n"
}

/// Adds a cell, behind another one with a comma, in quotes where it needs them.
fn add_cell(table: &mut String, is_behind: bool, text: &str) {
    if is_behind {
        table.push(',');
    }
    if text.contains([',', '"', '\n', '\r']) {
        table.push('"');
        *table += &text.replace('"', "\"\"");
        table.push('"');
    } else {
        *table += text;
    }
}

struct Table<'a> {
    record: &'a Record,
    text: String,
}

impl Table<'_> {
    fn row(&mut self, event: EventIdx) {
        let (record, data) = (self.record, self.record.data());
        let facts = record.event(event);
        let place = facts.place.map(|place| &data.places[place.get()]);
        self.text += facts.id;
        self.cell(&facts.date.to_string());
        self.cell(facts.title);
        self.cell(facts.summary);
        self.cell(data.domains[facts.domain.get()].name);
        self.cell(data.sides[record.side(event).get()].name);
        self.cell(facts.cameo.map_or("", |cameo| cameo.code));
        self.cell(&facts.cameo.map_or_else(String::new, |cameo| number(f64::from(cameo.goldstein))));
        self.cell(&facts.importance.to_string());
        self.cell(place.map_or("", |place| place.name));
        self.cell(place.and_then(|place| place.country).unwrap_or_default());
        let lat_lon = place.and_then(|place| place.lat_lon);
        self.cell(&lat_lon.map_or_else(String::new, |(lat, _)| number(lat)));
        self.cell(&lat_lon.map_or_else(String::new, |(_, lon)| number(lon)));
        self.actors(facts.initiators);
        self.actors(facts.targets);
        let mut lines = Lines::default();
        facts.others.iter().for_each(|part| lines.add(&[record.actor(part.actor).name, part.role]));
        self.cell(&lines.0);
        lines.0.clear();
        facts.responds_to.iter().for_each(|&cause| lines.add(&[record.event(cause).id]));
        self.cell(&lines.0);
        lines.0.clear();
        for figure in facts.figures {
            lines.add(&[figure.label, &number(figure.value), figure.note, &self.urls(figure.sources, ' ')]);
        }
        self.cell(&lines.0);
        lines.0.clear();
        for claim in facts.claims {
            let status = claim.status.word();
            let urls = self.urls(claim.sources, ' ');
            lines.add(&[
                record.actor(claim.by).name,
                &claim.date.to_string(),
                status,
                claim.text,
                claim.later,
                &urls,
            ]);
        }
        self.cell(&lines.0);
        self.cell(&self.urls(facts.sources, '\n'));
    }

    fn actors(&mut self, actors: &[ActorIdx]) {
        let mut lines = Lines::default();
        actors.iter().for_each(|&actor| lines.add(&[self.record.actor(actor).name]));
        self.cell(&lines.0);
    }

    /// Addresses of sources; none has white space in it.
    fn urls(&self, sources: &[SourceIdx], between: char) -> String {
        let mut urls = String::new();
        for source in sources {
            if !urls.is_empty() {
                urls.push(between);
            }
            urls += self.record.data().sources[source.get()].url;
        }
        urls
    }

    /// Adds a cell behind the last one.
    fn cell(&mut self, text: &str) {
        add_cell(&mut self.text, true, text);
    }
}

/// Several values in one cell.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn add(&mut self, parts: &[&str]) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        self.0 += &parts.join(BETWEEN);
    }
}
