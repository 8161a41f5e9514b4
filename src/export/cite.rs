//! How an event of the record is cited: as a line of text, and as BibTeX.

use dataset::civil::Date;
use dataset::model::EventIdx;

use super::text::escaped;
use crate::record::Record;
use crate::time::format;

/// What is cited.
#[derive(Clone, Copy, Debug)]
pub struct Cited<'a> {
    /// The record.
    pub record: &'a Record,
    /// The event.
    pub event: EventIdx,
    /// Where it was seen; empty where that leads nobody there.
    pub url: &'a str,
    /// When it was seen.
    pub accessed: Date,
}

impl Cited<'_> {
    /// A line: the event, its date, the record and how far it is kept, the address and the day it was seen.
    #[must_use]
    pub fn plain(&self) -> String {
        let (facts, meta) = (self.record.event(self.event), &self.record.data().meta);
        let accessed = format::day(self.accessed);
        let mut line = format!(
            "“{}”, {}. In: {}. Record kept to {}.",
            facts.title,
            format::short(facts.date),
            meta.title,
            format::day(meta.updated)
        );
        if !self.url.is_empty() {
            line.push(' ');
            line += self.url;
        }
        line += " (accessed ";
        line += &accessed;
        line + ")"
    }

    /// An entry `@misc`; `date` is the event's in EDTF, as biblatex reads it.
    #[must_use]
    pub fn bibtex(&self) -> String {
        let (facts, meta) = (self.record.event(self.event), &self.record.data().meta);
        let mut entry = String::from("@misc{");
        entry += facts.id;
        let mut field = |name: &str, value: &str| {
            entry += ",\n  ";
            entry += name;
            entry += " = {";
            entry += value;
            entry.push('}');
        };
        // Doubled braces keep capitals as they are.
        field("title", &format!("{{{}}}", escaped(facts.title, tex)));
        field("howpublished", &escaped(meta.title, tex));
        field("date", &facts.date.to_string());
        field("note", &format!("Record kept to {}", meta.updated));
        if !self.url.is_empty() {
            field(
                "url",
                &escaped(self.url, |c| match c {
                    '{' => Some("%7B"),
                    '}' => Some("%7D"),
                    '\\' => Some("%5C"),
                    _ => None,
                }),
            );
        }
        field("urldate", &self.accessed.to_string());
        entry + "\n}\n"
    }
}

/// For a text of TeX.
fn tex(c: char) -> Option<&'static str> {
    Some(match c {
        '\\' => "\\textbackslash{}",
        '{' => "\\{",
        '}' => "\\}",
        '$' => "\\$",
        '&' => "\\&",
        '#' => "\\#",
        '%' => "\\%",
        '_' => "\\_",
        '^' => "\\^{}",
        '~' => "\\~{}",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cited(url: &str, bibtex: &str, plain: &str) {
        let text = include_str!("../../tests/it/fixtures/small.json")
            .replace("put out the lighthouse", "put {out} 100% of R&D_\\\\");
        let record = Record::new(dataset::source::check("small.json", &text).unwrap());
        let event = record.event_by_id("2020-03-01-lighthouse-dark").unwrap();
        let cited = Cited { record: &record, event, url, accessed: Date::new(2026, 11, 26).unwrap() };
        assert_eq!(cited.bibtex(), bibtex);
        assert_eq!(cited.plain(), plain);
    }

    #[test]
    fn an_event_is_cited_with_record_date_address_and_day() {
        cited(
            "https://example.org/#q={",
            "@misc{2020-03-01-lighthouse-dark,\n  title = {{North Fleet put \\{out\\} 100\\% of \
             R\\&D\\_\\textbackslash{}}},\n  \
             howpublished = {The quarrel of the two islands},\n  date = {2020-03-01T22:30+12:00},\n  note = \
             {Record kept to 2021-03-01},\n  \
             url = {https://example.org/#q=%7B},\n  urldate = {2026-11-26}\n}\n",
            "“North Fleet put {out} 100% of R&D_\\”, 1 Mar 2020, 22:30. In: The quarrel of the two islands. \
             Record kept to 1 March 2021. https://example.org/#q={ (accessed 26 November 2026)",
        );
        cited(
            "",
            "@misc{2020-03-01-lighthouse-dark,\n  title = {{North Fleet put \\{out\\} 100\\% of \
             R\\&D\\_\\textbackslash{}}},\n  \
             howpublished = {The quarrel of the two islands},\n  date = {2020-03-01T22:30+12:00},\n  note = \
             {Record kept to 2021-03-01},\n  \
             urldate = {2026-11-26}\n}\n",
            "“North Fleet put {out} 100% of R&D_\\”, 1 Mar 2020, 22:30. In: The quarrel of the two islands. \
             Record kept to 1 March 2021. (accessed 26 November 2026)",
        );
    }
}
