//! What an editor is held to beyond the form: evidence for what is contested, and nothing told twice.
//!
//! Separate from the rules of the build, since another story may be compiled in while its evidence is still sought.

use std::collections::{BTreeMap, BTreeSet};

use crate::civil::Date;
use crate::model::{Claim, ClaimStatus, Dataset, Event, SourceIdx};
use crate::units::UtcOffset;

/// What breaks the rules of evidence, a line each.
///
/// A claim that is disputed or denied needs sources of two publishers: one for each voice. A source cannot be later than the
/// day to which the record is kept.
#[must_use]
pub fn problems(story: &Dataset) -> Vec<String> {
    let mut lines = Vec::new();
    for event in story.events {
        for claim in event.claims.iter().filter(|claim| is_contested(claim) && num_publishers(story, claim.sources) < 2) {
            let by = story.actors[claim.by.get()].id;
            lines.push(format!("event \"{}\": the contested claim by {by} needs sources of two publishers", event.id));
        }
    }
    let kept_to = story.meta.updated.end(UtcOffset::WESTMOST);
    for source in story.sources.iter().filter(|source| source.date.is_some_and(|date| date.earliest() >= kept_to)) {
        lines.push(format!("source {}: dated later than the record, which is kept to {}", source.url, story.meta.updated));
    }
    lines
}

/// What may be an event told twice: pairs on one day, in one domain, with the same actors.
#[must_use]
pub fn warnings(story: &Dataset) -> Vec<String> {
    let mut alike: BTreeMap<(i64, u16, BTreeSet<u16>), Vec<&Event>> = BTreeMap::new();
    for event in story.events {
        let day = event.span(UtcOffset::UTC).start.0.div_euclid(crate::civil::DAY_SECS);
        let actors = event.initiators.iter().chain(event.targets).map(|actor| actor.0).collect();
        alike.entry((day, event.domain.0, actors)).or_default().push(event);
    }
    let told = alike.into_iter().filter(|(_, events)| events.len() > 1).map(|((day, ..), events)| {
        let ids: Vec<&str> = events.iter().map(|event| event.id).collect();
        format!("{}: {} have the same actors and domain; are they one event?", Date::from_days(day), ids.join(" and "))
    });
    told.collect()
}

/// Ids of the events that neither answered one nor were answered by one.
#[must_use]
pub fn without_answers(story: &Dataset) -> Vec<&'static str> {
    let answered: BTreeSet<u32> = story.events.iter().flat_map(|event| event.responds_to).map(|event| event.0).collect();
    let is_alone = |&(at, event): &(usize, &Event)| {
        event.responds_to.is_empty() && !u32::try_from(at).is_ok_and(|at| answered.contains(&at))
    };
    story.events.iter().enumerate().filter(is_alone).map(|(_, event)| event.id).collect()
}

const fn is_contested(claim: &Claim) -> bool {
    matches!(claim.status, ClaimStatus::Disputed | ClaimStatus::Denied)
}

fn num_publishers(story: &Dataset, sources: &[SourceIdx]) -> usize {
    sources.iter().map(|source| story.sources[source.get()].publisher).collect::<BTreeSet<_>>().len()
}

#[cfg(test)]
mod tests {
    use super::super::check;

    const STORY: &str = r#"{ "version": 1,
      "meta": { "title": "T", "description": "D", "lang": "en", "updated": "2020-01-31", "license": "CC0-1.0", "opening": "2020-01-01/2020-01-31" },
      "sides": [ { "id": "a", "name": "A", "short": "A" }, { "id": "b", "name": "B", "short": "B" } ],
      "domains": [ { "id": "talk", "name": "Talk" } ],
      "sources": [ { "id": "s", "publisher": "P", "title": "S", "url": "https://example.org/s", "date": "2020-01-02" },
                   { "id": "z", "publisher": "Q", "title": "Z", "url": "https://example.org/z", "date": "2020-01-03" } ],
      "places": [],
      "actors": [ { "id": "x", "name": "X", "kind": "state", "side": "a", "about": "One.", "sources": ["s"] } ],
      "relations": [],
      "events": [
        { "id": "one", "date": "2020-01-02", "title": "X spoke", "summary": "It spoke.", "domain": "talk", "importance": 1,
          "initiators": ["x"], "targets": [], "sources": ["s"],
          "claims": [ { "by": "x", "date": "2020-01-02", "text": "So.", "status": "disputed", "sources": ["s", "z"] } ] },
        { "id": "two", "date": "2020-01-03", "title": "X spoke again", "summary": "It spoke.", "domain": "talk", "importance": 1,
          "initiators": ["x"], "targets": [], "sources": ["z"] } ],
      "stories": [] }"#;

    fn story(edits: &[(&str, &str)]) -> &'static crate::model::Dataset {
        let text = edits.iter().fold(STORY.to_owned(), |text, (old, new)| text.replace(old, new));
        check("s.json", &text).unwrap()
    }

    #[test]
    fn a_story_with_two_voices_for_each_dispute_is_right() {
        assert_eq!(super::problems(story(&[])), [""; 0]);
        assert_eq!(super::warnings(story(&[])), [""; 0]);
    }

    #[test]
    fn a_dispute_with_one_publisher_is_refused_and_a_report_nobody_could_check_is_not() {
        let one_voice = ("[\"s\", \"z\"]", "[\"s\"]");
        let told = super::problems(story(&[one_voice]));
        assert_eq!(told, ["event \"one\": the contested claim by x needs sources of two publishers"]);
        assert_eq!(super::problems(story(&[one_voice, ("disputed", "unverified")])), [""; 0]);
    }

    #[test]
    fn a_source_after_the_records_end_is_refused() {
        let told = super::problems(story(&[("\"date\": \"2020-01-03\" }", "\"date\": \"2020-03\" }")]));
        assert_eq!(told, ["source https://example.org/z: dated later than the record, which is kept to 2020-01-31"]);
    }

    #[test]
    fn twins_and_events_without_answers_are_named() {
        let twins = story(&[("\"two\", \"date\": \"2020-01-03\"", "\"two\", \"date\": \"2020-01-02\"")]);
        assert_eq!(super::warnings(twins), ["2020-01-02: one and two have the same actors and domain; are they one event?"]);
        assert_eq!(super::without_answers(twins), ["one", "two"]);
    }
}
