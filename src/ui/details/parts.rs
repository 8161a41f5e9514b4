//! Pieces that the details of events, actors and dealings share.

use dataset::civil::Date;
use dataset::edtf::{Edtf, Endpoint};
use dataset::model::{ActorIdx, Source, SourceIdx};
use yew::prelude::*;

use crate::command::Choice;
use crate::record::{Record, words};
use crate::state::action::Change;
use crate::time::format;
use crate::ui::element::{Inside, class, element};
use crate::ui::shapes::{hue, section, span};

/// The numbered sources of one text: each gets its number at its first mention.
pub struct Sources<'a> {
    record: &'a Record,
    cited: Vec<SourceIdx>,
}

impl<'a> Sources<'a> {
    /// The sources of a text, in the order in which they are listed.
    pub fn new(record: &'a Record, first: &[SourceIdx]) -> Self {
        Self { record, cited: first.to_vec() }
    }

    /// The numbers of `sources` as links, to stand behind a sentence.
    pub fn cite(&mut self, sources: &[SourceIdx]) -> Html {
        let mut links = Vec::new();
        for &source in sources {
            let at = self.cited.iter().position(|&cited| cited == source).unwrap_or_else(|| {
                self.cited.push(source);
                self.cited.len() - 1
            });
            let number = (at + 1).to_string();
            let facts = &self.record.data().sources[source.get()];
            let name = format!("Source {number}: {}", facts.publisher);
            links.push(outer_link(facts, Some(name), number.node()));
        }
        element!("sup" { "class": "cite" } [links])
    }

    /// All that were cited, numbered.
    pub fn list(&self) -> Html {
        let mut items = Vec::new();
        for source in &self.cited {
            let facts = &self.record.data().sources[source.get()];
            let date = facts.date.map(|date| vec![", ".node(), format::short(date).node()]);
            let described = facts.described.then_some(" (described)");
            let copy = archived(facts, self.record.data().meta.updated).map(|url| {
                let rel = "noopener";
                element!("a" { "href": url, "target": "_blank", "rel": rel } ["archived copy"])
            });
            let grade = span("note", format!(" ({}) ", words::grade(facts.grade)));
            items.push(element!("li" {} [
                outer_link(facts, None, facts.title.node()),
                described,
                ", ",
                only_its_events(self.record, *source),
                date,
                grade,
                copy,
            ]));
        }
        section(Some("sources"), "Sources", element!("ol" {} [items]))
    }
}

/// Where the copy of a source lies that the Internet Archive took nearest to its day, or to the last day of
/// the record; none for what is such a copy.
fn archived(source: &Source, updated: Date) -> Option<String> {
    let day = match source.date.map(Edtf::ends) {
        Some((Endpoint::On(day), _)) => day.date(),
        _ => updated,
    };
    let day = format!("{:04}{:02}{:02}", day.year(), day.month(), day.day());
    (!source.url.contains("://web.archive.org/"))
        .then(|| format!("https://web.archive.org/web/{day}/{}", source.url))
}

/// A publisher's name, which keeps the events that it is a source of.
fn only_its_events(record: &Record, source: SourceIdx) -> Html {
    let asks = Choice::Filter(Change::Publisher(source)).written(record);
    let title = "Only events with this publisher, or all again";
    element!("button" {
        "type": "button",
        "class": "link",
        "data-do": asks,
        "title": title,
    } [record.data().sources[source.get()].publisher])
}

/// A link to a source, in another tab.
fn outer_link(source: &Source, name: Option<String>, inside: Html) -> Html {
    element!("a" {
        "href": source.url,
        "target": "_blank",
        "rel": "noopener",
        "aria-label": name.clone(),
        "title": name,
    } [inside])
}

/// An actor's name that opens its details.
pub fn actor_link(record: &Record, actor: ActorIdx) -> Html {
    let facts = record.actor(actor);
    let class = class(&["link actor", hue(facts.side)]);
    element!("button" { "type": "button", "class": class, "data-open": facts.id } [facts.name])
}

/// Several actors, separated by commas; nothing for none.
pub fn actor_links(record: &Record, actors: &[ActorIdx]) -> Option<Html> {
    let mut links = Vec::new();
    for &actor in actors {
        if !links.is_empty() {
            links.push(", ".node());
        }
        links.push(actor_link(record, actor));
    }
    (!links.is_empty()).then(|| links.node())
}

/// A description list of terms with what is said of each; terms of which nothing is said are left out.
pub fn facts<const N: usize>(all: [(&'static str, Option<Html>); N]) -> Html {
    let mut list = Vec::new();
    for (term, said) in all {
        if let Some(said) = said {
            list.push(element!("dt" {} [term]));
            list.push(element!("dd" {} [said]));
        }
    }
    element!("dl" { "class": "facts" } [list])
}

#[cfg(test)]
mod tests {
    use super::*;
    use dataset::model::Grade;

    #[test]
    fn an_archived_copy_is_found_by_day_and_address() {
        let source = |url, date: Option<&str>| Source {
            publisher: "P",
            title: "T",
            described: false,
            grade: Grade::Agency,
            url,
            date: date.map(|date| Edtf::parse(date).unwrap()),
        };
        let updated = Date::new(2026, 11, 29).unwrap();
        let copy = |url, date| archived(&source(url, date), updated);
        let found = |day: &str| Some(format!("https://web.archive.org/web/{day}/https://a.example/b?c=d"));
        assert_eq!(copy("https://a.example/b?c=d", Some("2020-01-03")), found("20200103"));
        assert_eq!(copy("https://a.example/b?c=d", Some("2020-01~")), found("20200101"));
        assert_eq!(copy("https://a.example/b?c=d", None), found("20261129"));
        assert_eq!(copy("https://web.archive.org/web/2020/https://a.example/", None), None);
    }
}
