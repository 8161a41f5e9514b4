//! The editor's notes beside a record: what was read in which source (`seen.json`), and what a reading of
//! each event against its sources found (`checked.json`).
//!
//! Separate from the record's own rules because the page holds none of it, and another record may do without.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::hint::Hint;
use super::text;
use crate::edtf::{Edtf, Precision};

/// The file of what was read in each source.
pub const SEEN: &str = "seen.json";
/// The file of what the reading of each event found.
pub const CHECKED: &str = "checked.json";

/// As much of a record as the notes name.
#[derive(Deserialize)]
struct Ids {
    sources: Vec<WithId>,
    events: Vec<WithId>,
}

#[derive(Deserialize)]
struct WithId {
    id: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Seen {
    unread: Vec<String>,
    seen: BTreeMap<String, Source>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    read: String,
    facts: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Event {
    read: String,
    found: String,
}

/// What is wrong with the notes `seen` and `checked` on `record`, a line each; a note that is not there is
/// not judged, and neither is a file that is no record. O(n log n).
///
/// Each source is either unread or seen, with its day and at least one fact; each event has an entry.
#[must_use]
pub fn problems(record: &str, seen: Option<&str>, checked: Option<&str>) -> Vec<String> {
    let Ok(ids) = serde_json::from_str::<Ids>(record.trim_start_matches('\u{FEFF}')) else {
        return Vec::new();
    };
    let of = |list: &[WithId]| list.iter().map(|entry| entry.id.clone()).collect::<BTreeSet<_>>();
    let (sources, events) = (of(&ids.sources), of(&ids.events));
    let mut lines = Vec::new();
    match seen.map(serde_json::from_str::<Seen>) {
        Some(Ok(seen)) => {
            lines.extend(of_sources(&seen, &sources).into_iter().map(|line| format!("{SEEN}: {line}")))
        }
        Some(Err(error)) => lines.push(format!("{SEEN}: {error}")),
        None => {}
    }
    match checked.map(serde_json::from_str::<BTreeMap<String, Event>>) {
        Some(Ok(checked)) => {
            lines.extend(of_events(&checked, &events).into_iter().map(|line| format!("{CHECKED}: {line}")))
        }
        Some(Err(error)) => lines.push(format!("{CHECKED}: {error}")),
        None => {}
    }
    lines
}

fn of_sources(notes: &Seen, sources: &BTreeSet<String>) -> Vec<String> {
    let mut lines = Vec::new();
    let mut named = BTreeSet::new();
    for id in notes.unread.iter().chain(notes.seen.keys()) {
        if !named.insert(id) {
            lines.push(format!("{id:?} stands twice"));
        }
    }
    lines.extend(strangers("source", named.iter().copied(), sources));
    lines.extend(
        sources
            .iter()
            .filter(|id| !named.contains(id))
            .map(|id| format!("source {id:?} is neither unread nor seen")),
    );
    for (id, note) in &notes.seen {
        lines.extend(day(&note.read).map(|line| format!("{id:?}: read: {line}")));
        if note.facts.is_empty() {
            lines.push(format!("{id:?}: facts: at least 1 fact needed"));
        }
        lines.extend(
            note.facts.iter().flat_map(|fact| bad(fact)).map(|line| format!("{id:?}: facts: {line}")),
        );
    }
    lines
}

fn of_events(notes: &BTreeMap<String, Event>, events: &BTreeSet<String>) -> Vec<String> {
    let mut lines = strangers("event", notes.keys(), events);
    lines.extend(
        events.iter().filter(|id| !notes.contains_key(*id)).map(|id| format!("event {id:?} has no entry")),
    );
    for (id, note) in notes {
        lines.extend(day(&note.read).map(|line| format!("{id:?}: read: {line}")));
        lines.extend(bad(&note.found).into_iter().map(|line| format!("{id:?}: found: {line}")));
    }
    lines
}

/// The ids that are not in `known`.
fn strangers<'a>(what: &str, ids: impl Iterator<Item = &'a String>, known: &BTreeSet<String>) -> Vec<String> {
    let unknown = ids.filter(|id| !known.contains(*id));
    unknown
        .map(|id| format!("no {what} {id:?}{}", Hint::nearest(id, known.iter().map(String::as_str))))
        .collect()
}

fn day(text: &str) -> Option<String> {
    let is_day =
        Edtf::parse(text).is_ok_and(|date| !date.is_interval() && date.precision() == Precision::Day);
    (!is_day).then(|| format!("{text:?} is no day, YYYY-MM-DD"))
}

fn bad(text: &str) -> Vec<String> {
    text::faults(text).iter().map(ToString::to_string).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const RECORD: &str = r#"{ "sources": [{ "id": "s" }, { "id": "z" }], "events": [{ "id": "one" }] }"#;
    const READ: &str =
        r#"{ "unread": ["z"], "seen": { "s": { "read": "2026-11-29", "facts": ["They met."] } } }"#;

    fn told(seen: &str, checked: &str) -> Vec<String> {
        problems(RECORD, Some(seen), Some(checked))
    }

    #[test]
    fn notes_that_name_everything_once_are_right_and_so_are_none() {
        assert_eq!(told(READ, r#"{ "one": { "read": "2026-11-29", "found": "nothing" } }"#), [""; 0]);
        assert_eq!(problems(RECORD, None, None), [""; 0]);
    }

    #[test]
    fn what_is_left_out_named_twice_or_unknown_is_told() {
        let seen = READ.replace(r#"["z"]"#, r#"["s", "ss"]"#);
        assert_eq!(
            told(&seen, "{}"),
            [
                r#"seen.json: "s" stands twice"#,
                r#"seen.json: no source "ss" (did you mean "s"?)"#,
                r#"seen.json: source "z" is neither unread nor seen"#,
                r#"checked.json: event "one" has no entry"#,
            ]
        );
    }

    #[test]
    fn a_note_without_a_day_or_a_fact_is_told() {
        let seen = READ.replace("2026-11-29", "yesterday").replace(r#"["They met."]"#, "[]");
        assert_eq!(
            told(&seen, r#"{ "one": { "read": "2026-11", "found": "" } }"#),
            [
                r#"seen.json: "s": read: "yesterday" is no day, YYYY-MM-DD"#,
                r#"seen.json: "s": facts: at least 1 fact needed"#,
                r#"checked.json: "one": read: "2026-11" is no day, YYYY-MM-DD"#,
                r#"checked.json: "one": found: empty text (leave an optional key out)"#,
            ]
        );
    }
}
