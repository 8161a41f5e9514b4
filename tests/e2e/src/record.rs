//! The record as its file has it: data/escalation.json, read without a line of the page's own code, so that a
//! journey can say what must be on the screen.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

use crate::dates::Span;
use crate::{must, root};

/// What the file holds, as far as journeys ask.
pub struct Record {
    /// In the order of time.
    pub events: Vec<Event>,
    /// What the timeline shows first.
    pub opening: Span,
    /// Everybody.
    pub actors: Vec<Actor>,
    /// The told stories.
    pub stories: Vec<Story>,
    relations: Vec<Relation>,
}

/// An event of the record.
pub struct Event {
    /// Its id.
    pub id: String,
    /// Its headline.
    pub title: String,
    /// The short headline; empty for none.
    pub short: String,
    /// What happened.
    pub summary: String,
    /// 1 … 5.
    pub importance: u64,
    /// Id of its field of action.
    pub domain: String,
    /// When it was.
    pub span: Span,
    /// Ids of those who acted.
    pub initiators: Vec<String>,
    /// Ids of those on whom.
    pub targets: Vec<String>,
    /// Ids of all who had a part in it.
    pub participants: BTreeSet<String>,
    /// Ids of the events that it answered.
    pub responds_to: Vec<String>,
    /// How many claims about it are recorded.
    pub num_claims: usize,
}

/// A told story of the record.
pub struct Story {
    /// The id.
    pub id: String,
    /// In the order of reading.
    pub steps: Vec<Step>,
}

/// A step of a told story.
pub struct Step {
    /// Its headline.
    pub title: String,
    /// Ids of the events that it is about.
    pub events: Vec<String>,
}

/// Somebody of the record.
pub struct Actor {
    /// The id.
    pub id: String,
    /// The whole name.
    pub name: String,
}

struct Relation {
    pair: String,
    ends: [String; 2],
    when: Option<Span>,
}

impl Record {
    /// Reads data/escalation.json.
    ///
    /// # Panics
    /// When it is not there or not of the form that data/README.md describes.
    #[must_use]
    pub fn read() -> Self {
        let text = must(fs::read_to_string(root().join("data/escalation.json")), "data/escalation.json");
        let file: Value = must(serde_json::from_str(&text), "data/escalation.json");
        let end = Span::of(word(&file["meta"], "updated")).end;
        let list = |name: &str| file[name].as_array().cloned().unwrap_or_default();
        let mut events: Vec<Event> = list("events").iter().map(|event| Event::of(event, end)).collect();
        events.sort_by(|a, b| a.span.start.total_cmp(&b.span.start));
        Self {
            opening: Span::of(word(&file["meta"], "opening")),
            events,
            actors: list("actors")
                .iter()
                .map(|a| Actor { id: word(a, "id").to_owned(), name: word(a, "name").to_owned() })
                .collect(),
            stories: list("stories").iter().map(Story::of).collect(),
            relations: list("relations").iter().map(Relation::of).collect(),
        }
    }

    /// The events that `window` shows.
    pub fn events_in(&self, window: Span) -> impl Iterator<Item = &Event> {
        self.events.iter().filter(move |event| event.span.meets(window))
    }

    /// The event of this id.
    ///
    /// # Panics
    /// When there is none.
    #[must_use]
    #[track_caller]
    pub fn event(&self, id: &str) -> &Event {
        let Some(event) = self.events.iter().find(|event| event.id == id) else {
            panic!("the record has no event {id}")
        };
        event
    }

    /// The actor of this id.
    ///
    /// # Panics
    /// When there is none.
    #[must_use]
    #[track_caller]
    pub fn actor(&self, id: &str) -> &Actor {
        let Some(actor) = self.actors.iter().find(|actor| actor.id == id) else {
            panic!("the record has no actor {id}")
        };
        actor
    }

    /// The event with those that it answered and those that answered it.
    #[must_use]
    pub fn exchange(&self, id: &str) -> Vec<&Event> {
        let of = self.event(id);
        let is_of = |event: &&Event| {
            event.id == id
                || of.responds_to.contains(&event.id)
                || event.responds_to.iter().any(|to| to == id)
        };
        self.events.iter().filter(is_of).collect()
    }

    /// Checks that `lines` are the headlines of `events`, each once, in the order of time: what was over
    /// before another began stands before it.
    ///
    /// # Panics
    /// When they are not.
    #[track_caller]
    pub fn assert_lists<'a>(&self, lines: &[String], events: impl Iterator<Item = &'a Event>) {
        let event_of = |line: &String| match self.events.iter().find(|event| line.contains(&event.title)) {
            Some(event) => event,
            None => panic!("no event is called “{line}”"),
        };
        let listed: Vec<&Event> = lines.iter().map(event_of).collect();
        for pair in listed.windows(2) {
            let is_before = pair[1].span.end < pair[0].span.start;
            assert!(!is_before, "{} stands before {}, which was over when it began", pair[0].id, pair[1].id);
        }
        let ids: BTreeSet<&str> = listed.iter().map(|event| event.id.as_str()).collect();
        assert_eq!(ids.len(), lines.len(), "each once: {lines:?}");
        assert_eq!(ids, events.map(|event| event.id.as_str()).collect());
    }

    /// Who acted on whom in `window`, as `FROM>TO`; what somebody did to himself is no dealing.
    #[must_use]
    pub fn dealings_in(&self, window: Span) -> BTreeSet<String> {
        let acts = |event: &'_ Event| {
            let pairs =
                event.initiators.iter().flat_map(|from| event.targets.iter().map(move |to| (from, to)));
            pairs.filter(|(from, to)| from != to).map(|(from, to)| format!("{from}>{to}")).collect::<Vec<_>>()
        };
        self.events_in(window).flat_map(acts).collect()
    }

    /// Who had a part in the events of `window`.
    #[must_use]
    pub fn actors_in(&self, window: Span) -> BTreeSet<String> {
        self.events_in(window).flat_map(|event| event.participants.clone()).collect()
    }

    /// Which relations stood in `window` between those who had a part in its events, as `FROM>TO`.
    #[must_use]
    pub fn relations_in(&self, window: Span) -> BTreeSet<String> {
        let actors = self.actors_in(window);
        let stood = |relation: &&Relation| relation.when.is_none_or(|when| when.meets(window));
        let among = |relation: &&Relation| {
            relation.ends.iter().all(|end| actors.contains(end)) && relation.ends[0] != relation.ends[1]
        };
        self.relations.iter().filter(stood).filter(among).map(|relation| relation.pair.clone()).collect()
    }
}

impl Event {
    fn of(event: &Value, record_end: f64) -> Self {
        let (initiators, targets) = (words(&event["initiators"]), words(&event["targets"]));
        let others =
            event["others"].as_array().into_iter().flatten().map(|part| word(part, "actor").to_owned());
        let participants = initiators.iter().chain(&targets).cloned().chain(others).collect();
        let mut span = Span::of(word(event, "date"));
        // What goes on reaches as far as the record does.
        if span.end == f64::INFINITY {
            span.end = record_end.max(span.start);
        }
        Self {
            id: word(event, "id").to_owned(),
            title: word(event, "title").to_owned(),
            short: event["short"].as_str().unwrap_or_default().to_owned(),
            summary: word(event, "summary").to_owned(),
            importance: event["importance"].as_u64().unwrap_or(0),
            domain: word(event, "domain").to_owned(),
            span,
            initiators,
            targets,
            participants,
            responds_to: words(&event["responds_to"]),
            num_claims: event["claims"].as_array().map_or(0, Vec::len),
        }
    }
}

impl Story {
    fn of(story: &Value) -> Self {
        let step =
            |step: &Value| Step { title: word(step, "title").to_owned(), events: words(&step["events"]) };
        let steps = story["steps"].as_array().into_iter().flatten().map(step).collect();
        Self { id: word(story, "id").to_owned(), steps }
    }
}

impl Relation {
    fn of(relation: &Value) -> Self {
        let ends = ["source", "target"].map(|key| word(relation, key).to_owned());
        Self { pair: ends.join(">"), ends, when: relation["when"].as_str().map(Span::of) }
    }
}

fn word<'a>(of: &'a Value, key: &str) -> &'a str {
    of[key].as_str().unwrap_or_default()
}

fn words(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().filter_map(|word| Some(word.as_str()?.to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_record_is_there() {
        let record = Record::read();
        assert!(record.events.len() >= 60 && record.actors.len() >= 40 && record.relations.len() >= 50);
        assert!(
            record.events.iter().all(|event| event.span.start <= event.span.end && !event.title.is_empty())
        );
    }
}
