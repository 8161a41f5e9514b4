//! Events as a record of their own, in the form of `data/schema.json`, with everything that they name. It
//! passes the check, and a page can be built from it.

use dataset::civil::DateTime;
use dataset::model::{ActorIdx, Event, EventIdx, SourceIdx};
use dataset::units::UnixSecs;

use super::text::{number, place_ids, source_ids};
use crate::record::Record;

/// The record of `events` (in time order): their actors with the bodies these are part of, relations among
/// them, sources and places; what they answered where that is among them; no guided ways.
/// All events bring all actors.
///
/// `take` gets the file part by part, so that a long one never stands in memory whole. The check refuses a
/// record without events. O(events + actors + sources²).
pub fn write(record: &Record, events: &[EventIdx], take: &mut dyn FnMut(&str)) {
    let data = record.data();
    let mut file = File {
        record,
        json: Json { part: String::new(), take },
        has_event: vec![false; data.events.len()],
        has_actor: vec![events.len() == data.events.len(); data.actors.len()],
        has_source: vec![false; data.sources.len()],
        has_place: vec![false; data.places.len()],
        source_ids: source_ids(data),
        place_ids: place_ids(data),
    };
    events.iter().for_each(|event| file.has_event[event.get()] = true);
    for &event in events {
        for actor in record.participants(event).chain(record.event(event).claims.iter().map(|claim| claim.by))
        {
            // Circles are refused by the check.
            std::iter::successors(Some(actor), |&part| record.actor(part).parent)
                .for_each(|body| file.has_actor[body.get()] = true);
        }
    }
    file.write(events);
}

/// A file in the making: what is in it, and what it has named so far.
struct File<'a> {
    record: &'a Record,
    json: Json<'a>,
    has_event: Vec<bool>,
    has_actor: Vec<bool>,
    has_source: Vec<bool>,
    has_place: Vec<bool>,
    source_ids: Vec<String>,
    place_ids: Vec<String>,
}

impl File<'_> {
    /// Sources and places come last: by then it is known which are named.
    fn write(&mut self, events: &[EventIdx]) {
        let data = self.record.data();
        self.json.open('{');
        self.json.raw("version", "1");
        self.meta(events);
        self.json.entries("sides");
        for side in data.sides {
            self.json.entry();
            self.json.field("id", side.id);
            self.json.field("name", side.name);
            self.json.field("short", side.short);
            self.json.close('}');
        }
        self.json.close(']');
        self.json.entries("domains");
        for domain in data.domains {
            self.json.entry();
            self.json.field("id", domain.id);
            self.json.field("name", domain.name);
            self.json.close('}');
        }
        self.json.close(']');
        self.actors();
        self.relations();
        self.json.entries("events");
        events.iter().for_each(|&event| self.event(self.record.event(event)));
        self.json.close(']');
        self.places();
        self.sources();
        self.json.entries("stories");
        self.json.close(']');
        self.json.close('}');
        self.json.end();
    }

    /// Of a part of the record, the opening view shows that part.
    fn meta(&mut self, events: &[EventIdx]) {
        let (record, meta) = (self.record, &self.record.data().meta);
        let mut opening = meta.opening.to_string();
        if events.len() < self.has_event.len() {
            let window = record.window_around(events);
            #[expect(clippy::cast_possible_truncation, reason = "windows lie within the calendar")]
            let day = |secs: f64| DateTime::at(UnixSecs(secs as i64), record.clock()).date().to_string();
            opening = day(window.start().0);
            opening.push('/');
            opening += &day(window.end().0 - 1.0);
        }
        self.json.key("meta");
        self.json.open('{');
        self.json.field("title", meta.title);
        self.json.field("description", meta.description);
        self.json.field("lang", meta.lang);
        self.json.field("updated", &meta.updated.to_string());
        self.json.field("license", meta.license);
        self.json.field("opening", &opening);
        self.json.field("method", meta.method);
        self.json.field("contact", meta.contact);
        self.json.close('}');
    }

    fn actors(&mut self) {
        let data = self.record.data();
        self.json.entries("actors");
        for actor in self.record.actors().filter(|actor| self.has_actor[actor.get()]).collect::<Vec<_>>() {
            let facts = self.record.actor(actor);
            self.json.entry();
            self.json.field("id", facts.id);
            self.json.field("name", facts.name);
            self.json.field("short", if facts.short == facts.name { "" } else { facts.short });
            self.json.list("aka", &mut facts.aka.iter().copied());
            self.json.field("kind", facts.kind.word());
            self.json.field("side", data.sides[facts.side.get()].id);
            self.json.field("about", facts.about);
            self.json.field("active", &facts.active.map_or_else(String::new, |date| date.to_string()));
            self.json.field("parent", facts.parent.map_or("", |parent| self.record.actor(parent).id));
            self.sources_of(facts.sources);
            self.json.close('}');
        }
        self.json.close(']');
    }

    fn relations(&mut self) {
        self.json.entries("relations");
        for relation in self.record.data().relations {
            if !self.has_actor[relation.source.get()] || !self.has_actor[relation.target.get()] {
                continue;
            }
            self.json.entry();
            self.json.field("source", self.record.actor(relation.source).id);
            self.json.field("target", self.record.actor(relation.target).id);
            self.json.field("kind", relation.kind.word());
            self.json.field("when", &relation.when.map_or_else(String::new, |date| date.to_string()));
            self.json.field("note", relation.note);
            self.sources_of(relation.sources);
            self.json.close('}');
        }
        self.json.close(']');
    }

    fn event(&mut self, facts: &Event) {
        let record = self.record;
        self.json.entry();
        self.json.field("id", facts.id);
        self.json.field("date", &facts.date.to_string());
        self.json.field("title", facts.title);
        self.json.field("short", facts.short.unwrap_or_default());
        self.json.field("summary", facts.summary);
        self.json.field("domain", record.data().domains[facts.domain.get()].id);
        self.json.field("cameo", facts.cameo.map_or("", |cameo| cameo.code));
        self.json.raw("importance", &facts.importance.to_string());
        if let Some(place) = facts.place {
            self.has_place[place.get()] = true;
            self.json.field("place", &self.place_ids[place.get()]);
        }
        self.actor_ids("initiators", facts.initiators);
        self.actor_ids("targets", facts.targets);
        self.json.entries("others");
        for part in facts.others {
            self.json.open('{');
            self.json.field("actor", record.actor(part.actor).id);
            self.json.field("role", part.role);
            self.json.close('}');
        }
        self.json.close(']');
        for (key, earlier) in [("responds_to", facts.responds_to), ("follows", facts.follows)] {
            let within = earlier.iter().filter(|event| self.has_event[event.get()]);
            self.json.list(key, &mut within.map(|&event| record.event(event).id));
        }
        self.figures_and_claims(facts);
        self.json.entries("revised");
        for revision in facts.revised {
            self.json.open('{');
            self.json.field("date", &revision.date.to_string());
            self.json.field("what", revision.what);
            self.json.close('}');
        }
        self.json.close(']');
        self.sources_of(facts.sources);
        self.json.close('}');
    }

    fn figures_and_claims(&mut self, facts: &Event) {
        self.json.entries("figures");
        for figure in facts.figures {
            self.json.open('{');
            self.json.field("label", figure.label);
            self.json.raw("value", &number(figure.value));
            self.json.field("note", figure.note);
            self.sources_of(figure.sources);
            self.json.close('}');
        }
        self.json.close(']');
        self.json.entries("casualties");
        for row in facts.casualties {
            self.json.open('{');
            self.json.field("kind", row.kind.word());
            self.json.field("who", row.who);
            self.json.field("side", self.record.data().sides[row.side.get()].id);
            self.json.field("status", row.status.word());
            self.json.raw("low", &row.low.to_string());
            self.json.raw("high", &row.high.to_string());
            self.json.field("by", row.by);
            self.sources_of(row.sources);
            self.json.close('}');
        }
        self.json.close(']');
        self.json.entries("claims");
        for claim in facts.claims {
            self.json.open('{');
            self.json.field("by", self.record.actor(claim.by).id);
            self.json.field("date", &claim.date.to_string());
            self.json.field("text", claim.text);
            self.json.field("status", claim.status.word());
            self.json.field("later", claim.later);
            self.sources_of(claim.sources);
            self.json.close('}');
        }
        self.json.close(']');
    }

    fn places(&mut self) {
        self.json.entries("places");
        for (at, place) in self.record.data().places.iter().enumerate().filter(|(at, _)| self.has_place[*at])
        {
            self.json.entry();
            self.json.field("id", &self.place_ids[at]);
            self.json.field("name", place.name);
            self.json.field("country", place.country.unwrap_or_default());
            if let Some((lat, lon)) = place.lat_lon {
                self.json.raw("lat", &number(lat));
                self.json.raw("lon", &number(lon));
            }
            self.json.close('}');
        }
        self.json.close(']');
    }

    fn sources(&mut self) {
        self.json.entries("sources");
        for (at, source) in
            self.record.data().sources.iter().enumerate().filter(|(at, _)| self.has_source[*at])
        {
            self.json.entry();
            self.json.field("id", &self.source_ids[at]);
            self.json.field("publisher", source.publisher);
            self.json.field("title", source.title);
            if source.described {
                self.json.raw("described", "true");
            }
            self.json.field("grade", source.grade.word());
            self.json.field("url", source.url);
            self.json.field("date", &source.date.map_or_else(String::new, |date| date.to_string()));
            self.json.close('}');
        }
        self.json.close(']');
    }

    fn sources_of(&mut self, sources: &[SourceIdx]) {
        sources.iter().for_each(|source| self.has_source[source.get()] = true);
        self.json.list("sources", &mut sources.iter().map(|source| self.source_ids[source.get()].as_str()));
    }

    fn actor_ids(&mut self, key: &str, actors: &[ActorIdx]) {
        self.json.list(key, &mut actors.iter().map(|&actor| self.record.actor(actor).id));
    }
}

/// The least length of a part in bytes, except for the last.
const LEAST_PART: usize = 1 << 15;

/// JSON in the making: a comma comes before whatever follows something.
struct Json<'a> {
    part: String,
    /// Gets each part.
    take: &'a mut dyn FnMut(&str),
}

impl Json<'_> {
    fn comma(&mut self) {
        if !self.part.is_empty() && !self.part.ends_with(['{', '[', ':', '\n']) {
            self.part.push(',');
        }
    }

    fn open(&mut self, bracket: char) {
        self.comma();
        self.part.push(bracket);
    }

    fn close(&mut self, bracket: char) {
        self.part.push(bracket);
    }

    fn text(&mut self, text: &str) {
        self.comma();
        self.part.push('"');
        for c in text.chars() {
            // Nothing below a space is in a text that was checked.
            let c = if c < ' ' { ' ' } else { c };
            if c == '"' || c == '\\' {
                self.part.push('\\');
            }
            self.part.push(c);
        }
        self.part.push('"');
    }

    fn key(&mut self, key: &str) {
        self.text(key);
        self.part.push(':');
    }

    /// A key with something that is no text.
    fn raw(&mut self, key: &str, value: &str) {
        self.key(key);
        self.part += value;
    }

    /// A key with a text; neither where that is empty.
    fn field(&mut self, key: &str, text: &str) {
        if !text.is_empty() {
            self.key(key);
            self.text(text);
        }
    }

    /// A key with a list of texts.
    fn list(&mut self, key: &str, texts: &mut dyn Iterator<Item = &str>) {
        self.entries(key);
        texts.for_each(|text| self.text(text));
        self.close(']');
    }

    /// Starts a list.
    fn entries(&mut self, key: &str) {
        self.key(key);
        self.open('[');
    }

    /// Starts an entry on a line of its own, and now and then a part with it.
    fn entry(&mut self) {
        self.comma();
        if self.part.len() > LEAST_PART {
            (self.take)(&self.part);
            self.part.clear();
        }
        self.part += "\n{";
    }

    fn end(&mut self) {
        self.part.push('\n');
        (self.take)(&self.part);
    }
}
