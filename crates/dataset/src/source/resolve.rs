//! From the form to the model: every id becomes an index, every date is read, every text is kept.
//!
//! Separate from the other rules because here checking and building are one. Where an index or a date is
//! missing, the fault is noted and its entry left out. So a record without faults is complete.

mod events;

use std::collections::BTreeMap;

use super::cameo;
use super::dates;
use super::faults::Faults;
use super::form::{self, File, Id, When};
use super::ids::Ids;
use super::problem::{At, Fault};
use crate::civil::Date;
use crate::clock;
use crate::edtf::{Edtf, EdtfError, Endpoint, Precision, Qualifier};
use crate::model;
use crate::units::UtcOffset;

/// The dates of the events in file order; what is no date is noted.
pub fn event_dates(file: &File, faults: &mut Faults) -> Vec<Option<Edtf>> {
    let events = file.events.iter().enumerate();
    events.map(|(index, event)| date(&event.date, &At::entry("events", index).key("date"), faults)).collect()
}

/// The record of `file`, complete if nothing is noted in `faults`; `dates` are those of [`event_dates`].
///
/// Texts and lists are kept until the program ends: it is a build, a check or a test,
/// and the record is all it is for.
pub fn record(file: &File, dates: &[Option<Edtf>], faults: &mut Faults) -> Option<&'static model::Dataset> {
    let ranks = ranks(file, dates);
    let source_ranks = source_ranks(file, &ranks);
    let mut reading = Reading { ids: AllIds::collect(file, &ranks, &source_ranks, faults), faults };
    let sources = reading.each("sources", &file.sources, |reading, at, source| reading.source(at, source));
    let mut sources: Vec<_> = source_ranks.into_iter().zip(sources).collect();
    sources.sort_by_key(|(rank, _)| *rank);
    let meta = reading.meta(&file.meta);
    let sides = file.sides.iter().map(|side| model::Side {
        id: keep(&side.id.0),
        name: keep(&side.name),
        short: keep(&side.short),
    });
    let domains =
        file.domains.iter().map(|domain| model::Domain { id: keep(&domain.id.0), name: keep(&domain.name) });
    let mut events = reading.each("events", &file.events, |reading, at, event| reading.event(at, event));
    let clock = clock_of(dates);
    events.sort_by_key(|event| sort_key(event.date, event.id, clock));
    let record = model::Dataset {
        sides: keep_all(sides),
        domains: keep_all(domains),
        sources: keep_all(sources.into_iter().map(|(_, source)| source)),
        places: keep_all(file.places.iter().map(place)),
        actors: keep_all(reading.each("actors", &file.actors, |reading, at, actor| reading.actor(at, actor))),
        relations: keep_all(
            reading
                .each("relations", &file.relations, |reading, at, relation| reading.relation(at, relation)),
        ),
        events: keep_all(events),
        stories: keep_all(
            reading.each("stories", &file.stories, |reading, at, story| Some(reading.story(at, story))),
        ),
        meta: meta?,
    };
    Some(Box::leak(Box::new(record)))
}

fn clock_of(dates: &[Option<Edtf>]) -> UtcOffset {
    clock::commonest(dates.iter().flatten().filter_map(|date| date.offset()))
}

/// The order of the events in the model: as the page reads their dates.
fn sort_key(date: Edtf, id: &str, clock: UtcOffset) -> (i64, i64, &str) {
    let span = date.span(clock);
    (span.start.0, span.end.0, id)
}

/// An index of a list that the check holds to [`MOST_RECORDS`](super::ids::MOST_RECORDS).
fn narrow(index: u32) -> u16 {
    u16::try_from(index).unwrap_or(u16::MAX)
}

/// For each event in file order its place in time order; events without a date come last.
fn ranks(file: &File, dates: &[Option<Edtf>]) -> Vec<u32> {
    let clock = clock_of(dates);
    let key = |index: &usize| dates[*index].map(|date| sort_key(date, &file.events[*index].id.0, clock));
    ranks_by(file.events.len(), |index| (dates[*index].is_none(), key(index)))
}

/// For each index below `count` its place in the order of `key`.
fn ranks_by<K: Ord>(count: usize, key: impl Fn(&usize) -> K) -> Vec<u32> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by_key(key);
    let mut ranks = vec![0; order.len()];
    for (rank, index) in order.into_iter().enumerate() {
        ranks[index] = u32::try_from(rank).unwrap_or(u32::MAX);
    }
    ranks
}

/// For each source in file order its place in the order of first use; what nothing uses comes last.
fn source_ranks(file: &File, event_ranks: &[u32]) -> Vec<u32> {
    let mut events: Vec<_> = event_ranks.iter().zip(&file.events).collect();
    events.sort_by_key(|(rank, _)| **rank);
    let of_events = events.into_iter().flat_map(|(_, event)| {
        let figures = event.figures.iter().map(|figure| &figure.sources);
        let casualties = event.casualties.iter().map(|row| &row.sources);
        std::iter::once(&event.sources)
            .chain(figures)
            .chain(casualties)
            .chain(event.claims.iter().map(|claim| &claim.sources))
    });
    let of_actors = file.actors.iter().map(|actor| &actor.sources);
    let uses =
        of_events.chain(of_actors).chain(file.relations.iter().map(|relation| &relation.sources)).flatten();
    let mut first_use = BTreeMap::new();
    for (at, id) in uses.enumerate() {
        first_use.entry(id).or_insert(at);
    }
    ranks_by(file.sources.len(), |index| {
        first_use.get(&file.sources[*index].id).copied().unwrap_or(usize::MAX)
    })
}

fn date(When(text): &When, at: &At, faults: &mut Faults) -> Option<Edtf> {
    let fault = match Edtf::parse(text) {
        Ok(date) => return Some(date),
        Err(EdtfError::Backward) => Fault::BackwardInterval { text: text.clone() },
        Err(error) => Fault::BadDate { text: text.clone(), reason: dates::reason(text, error) },
    };
    faults.push(at.clone(), fault);
    None
}

fn place(place: &form::Place) -> model::Place {
    model::Place {
        name: keep(&place.name),
        country: place.country.as_deref().map(keep),
        lat_lon: place.lat.zip(place.lon),
    }
}

struct AllIds {
    sides: Ids,
    domains: Ids,
    sources: Ids,
    places: Ids,
    actors: Ids,
    events: Ids,
}

impl AllIds {
    fn collect(file: &File, ranks: &[u32], source_ranks: &[u32], faults: &mut Faults) -> Self {
        // Nothing points to a story, but its ids keep the same rules.
        let _ = Ids::collect("story", "stories", file.stories.iter().map(|story| &story.id), faults);
        let all = Self {
            sides: Ids::collect("side", "sides", file.sides.iter().map(|side| &side.id), faults),
            domains: Ids::collect("domain", "domains", file.domains.iter().map(|domain| &domain.id), faults),
            sources: Ids::collect("source", "sources", file.sources.iter().map(|source| &source.id), faults)
                .ranked(source_ranks),
            places: Ids::collect("place", "places", file.places.iter().map(|place| &place.id), faults),
            actors: Ids::collect("actor", "actors", file.actors.iter().map(|actor| &actor.id), faults),
            events: Ids::collect("event", "events", file.events.iter().map(|event| &event.id), faults)
                .ranked(ranks),
        };
        all.actors.note_shared(file.events.iter().map(|event| &event.id), faults);
        all
    }
}

struct Reading<'f> {
    ids: AllIds,
    faults: &'f mut Faults,
}

impl Reading<'_> {
    /// The entries of `list` as `read` makes them; those that it cannot make are left out.
    fn each<T, U>(
        &mut self,
        list: &str,
        entries: &[T],
        read: impl Fn(&mut Self, &At, &T) -> Option<U>,
    ) -> Vec<U> {
        let entries = entries.iter().enumerate();
        entries.filter_map(|(index, entry)| read(self, &At::entry(list, index), entry)).collect()
    }

    fn date(&mut self, text: &When, at: &At) -> Option<Edtf> {
        date(text, at, self.faults)
    }

    /// A date that may be left out: `Some(None)` then, `None` where it is wrong.
    fn optional_date(&mut self, text: Option<&When>, at: &At) -> Option<Option<Edtf>> {
        text.map_or(Some(None), |text| self.date(text, at).map(Some))
    }

    fn actor_idx(&mut self, id: &Id, at: &At) -> Option<model::ActorIdx> {
        self.ids.actors.find(id, at, self.faults).map(narrow).map(model::ActorIdx)
    }

    fn actors(&mut self, ids: &[Id], at: &At) -> &'static [model::ActorIdx] {
        keep_all(self.ids.actors.find_all(ids, at, self.faults).into_iter().map(narrow).map(model::ActorIdx))
    }

    fn events(&mut self, ids: &[Id], at: &At) -> &'static [model::EventIdx] {
        keep_all(self.ids.events.find_all(ids, at, self.faults).into_iter().map(model::EventIdx))
    }

    fn sources(&mut self, ids: &[Id], at: &At) -> &'static [model::SourceIdx] {
        keep_all(
            self.ids
                .sources
                .find_all(ids, &at.key("sources"), self.faults)
                .into_iter()
                .map(narrow)
                .map(model::SourceIdx),
        )
    }

    fn meta(&mut self, meta: &form::Meta) -> Option<model::Meta> {
        let at = At::file().key("meta");
        let updated = self.plain_day(&meta.updated, &at.key("updated"));
        let opening = self.date(&meta.opening, &at.key("opening"));
        if let Some(opening) = opening {
            let is_closed =
                opening.is_interval() && has_both_ends(opening) && opening.precision() <= Precision::Day;
            let fault = || Fault::NotClosedInterval { text: meta.opening.0.clone() };
            self.faults.push_if(!is_closed, &at.key("opening"), fault);
        }
        Some(model::Meta {
            title: keep(&meta.title),
            description: keep(&meta.description),
            lang: keep(&meta.lang),
            updated: updated?,
            license: keep(&meta.license),
            opening: opening?,
            method: meta.method.as_deref().map_or("", keep),
            contact: meta.contact.as_deref().map_or("", keep),
        })
    }

    fn plain_day(&mut self, text: &str, at: &At) -> Option<Date> {
        let date = self.date(&When(text.to_owned()), at)?;
        match date.ends() {
            (Endpoint::On(day), _)
                if !date.is_interval()
                    && day.precision() == Precision::Day
                    && day.qualifier() == Qualifier::Exact =>
            {
                Some(day.date())
            }
            _ => {
                let reason = "a single day is wanted, YYYY-MM-DD".to_owned();
                self.faults.push(at.clone(), Fault::BadDate { text: text.to_owned(), reason });
                None
            }
        }
    }

    fn source(&mut self, at: &At, source: &form::Source) -> Option<model::Source> {
        let date = self.optional_date(source.date.as_ref(), &at.key("date"));
        Some(model::Source {
            publisher: keep(&source.publisher),
            title: keep(&source.title),
            described: source.described,
            grade: source.grade,
            url: keep(&source.url),
            date: date?,
        })
    }

    fn actor(&mut self, at: &At, actor: &form::Actor) -> Option<model::Actor> {
        let side =
            self.ids.sides.find(&actor.side, &at.key("side"), self.faults).map(narrow).map(model::SideIdx);
        let active = self.optional_date(actor.active.as_ref(), &at.key("active"));
        let parent = actor.parent.as_ref().map(|id| self.actor_idx(id, &at.key("parent")));
        let sources = self.sources(&actor.sources, at);
        Some(model::Actor {
            id: keep(&actor.id.0),
            name: keep(&actor.name),
            short: keep(actor.short.as_ref().unwrap_or(&actor.name)),
            aka: keep_all(actor.aka.iter().map(|name| keep(name))),
            kind: actor.kind,
            side: side?,
            about: keep(&actor.about),
            active: active?,
            parent: parent.flatten(),
            sources,
        })
    }

    fn relation(&mut self, at: &At, relation: &form::Relation) -> Option<model::Relation> {
        let source = self.actor_idx(&relation.source, &at.key("source"));
        let target = self.actor_idx(&relation.target, &at.key("target"));
        let when = self.optional_date(relation.when.as_ref(), &at.key("when"));
        let sources = self.sources(&relation.sources, at);
        let note = relation.note.as_deref().map_or("", keep);
        Some(model::Relation {
            source: source?,
            target: target?,
            kind: relation.kind,
            when: when?,
            note,
            sources,
        })
    }
}

fn has_both_ends(date: Edtf) -> bool {
    matches!(date.ends(), (Endpoint::On(_), Endpoint::On(_)))
}

fn keep(text: &str) -> &'static str {
    text.to_owned().leak()
}

fn keep_all<T>(items: impl IntoIterator<Item = T>) -> &'static [T] {
    items.into_iter().collect::<Vec<_>>().leak()
}
