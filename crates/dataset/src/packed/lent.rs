//! What the page's chronology lends to the second part:
//! its words stand in the HTML anyway, and would be sent twice.
//!
//! Of each event that is the summary; of each of its sources, the address and the publisher's name. Sources
//! of figures, claims, actors and relations alone are not in the chronology, so that theirs are packed.

use super::{COLUMN_END, TEXT_END, words};
use crate::model::{Dataset, Event, Meta, Source};

/// Summaries, addresses, names.
type Columns<'a> = [&'a str; 3];

/// The second part without what is lent, and that; `None` where there is no such thing.
pub(super) fn parted(texts: &str) -> Option<(&str, Columns<'_>)> {
    let (texts, names) = texts.rsplit_once(COLUMN_END)?;
    let (texts, addresses) = texts.rsplit_once(COLUMN_END)?;
    let (rest, summaries) = texts.rsplit_once(COLUMN_END)?;
    Some((rest, [summaries, addresses, names]))
}

/// `record` with what was [kept back](kept_back) of it. O(n).
pub(super) fn given(record: &Dataset, [summaries, addresses, names]: Columns<'static>) -> Dataset {
    let mut summaries = summaries.split(TEXT_END);
    let mut links = addresses.split(TEXT_END).zip(names.split(TEXT_END));
    let mut sources: Vec<Source> = record.sources.iter().map(|source| Source { ..*source }).collect();
    let mut events = Vec::new();
    for event in record.events {
        for source in event.sources {
            let (address, name) = links.next().unwrap_or_default();
            if let Some(source) = sources.get_mut(source.get()).filter(|source| source.url.is_empty()) {
                (source.url, source.publisher) = (address, name);
                source.title = words::long_title(source.title, address).leak();
            }
        }
        events.push(Event { summary: summaries.next().unwrap_or_default(), ..*event });
    }
    with(record, events, sources)
}

fn with(record: &Dataset, events: Vec<Event>, sources: Vec<Source>) -> Dataset {
    Dataset { meta: Meta { ..record.meta }, events: events.leak(), sources: sources.leak(), ..*record }
}

/// `record` without what is lent to it.
#[cfg(feature = "check")]
pub(super) fn kept_back(record: &Dataset) -> Dataset {
    let mut is_linked = vec![false; record.sources.len()];
    for source in record.events.iter().flat_map(|event| event.sources) {
        is_linked[source.get()] = true;
    }
    let sources = record.sources.iter().zip(is_linked);
    let sources = sources.map(|(source, is_linked)| {
        if is_linked {
            Source {
                publisher: "",
                url: "",
                title: words::short_title(source.title, source.url).leak(),
                ..*source
            }
        } else {
            Source { ..*source }
        }
    });
    with(
        record,
        record.events.iter().map(|event| Event { summary: "", ..*event }).collect(),
        sources.collect(),
    )
}

/// What the chronology of `record` lends.
#[cfg(feature = "check")]
pub(super) fn of(record: &Dataset) -> String {
    let links =
        || record.events.iter().flat_map(|event| event.sources).map(|source| &record.sources[source.get()]);
    let lines = |lines: Vec<&str>| lines.join(&TEXT_END.to_string());
    let columns = [
        lines(record.events.iter().map(|event| event.summary).collect()),
        lines(links().map(|source| source.url).collect()),
        lines(links().map(|source| source.publisher).collect()),
    ];
    columns.join(&COLUMN_END.to_string())
}
