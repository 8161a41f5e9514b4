//! Rules about sources: enough of them, of different publishers, and none that nothing uses.

use std::collections::{BTreeMap, BTreeSet};

use super::faults::Faults;
use super::form::{Event, File, Id};
use super::problem::{At, Fault};

/// Events of this importance need sources of two publishers.
const NEEDS_TWO_PUBLISHERS: std::ops::RangeInclusive<i64> = 4..=5;

/// Notes what has too few sources, and the sources and places that nothing uses.
pub fn check(file: &File, faults: &mut Faults) {
    let mut used: BTreeSet<&Id> = BTreeSet::new();
    for (at, sources) in sourced(file) {
        faults.push_if(sources.is_empty(), &at, || Fault::TooFew { what: "source", least: 1, found: 0 });
        used.extend(sources);
    }
    check_publishers(file, faults);
    let unused_source = file.sources.iter().map(|source| &source.id).enumerate();
    note_unused("source", "sources", unused_source, &used, faults);
    let used = file.events.iter().filter_map(|event| event.place.as_ref()).collect();
    note_unused("place", "places", file.places.iter().map(|place| &place.id).enumerate(), &used, faults);
}

/// Every list of sources with where it stands.
fn sourced(file: &File) -> Vec<(At, &[Id])> {
    let mut all = Vec::new();
    for (index, actor) in file.actors.iter().enumerate() {
        all.push((At::record("actors", index), &actor.sources));
    }
    for (index, relation) in file.relations.iter().enumerate() {
        all.push((At::record("relations", index), &relation.sources));
    }
    for (index, event) in file.events.iter().enumerate() {
        let at = At::record("events", index);
        for (position, figure) in event.figures.iter().enumerate() {
            all.push((at.key("figures").index(position), &figure.sources));
        }
        for (position, claim) in event.claims.iter().enumerate() {
            all.push((at.key("claims").index(position), &claim.sources));
        }
        all.push((at, &event.sources));
    }
    all.into_iter().map(|(at, sources)| (at.key("sources"), sources.as_slice())).collect()
}

/// Notes important events whose sources, all of them known, are of one publisher.
fn check_publishers(file: &File, faults: &mut Faults) {
    let publisher_of: BTreeMap<&Id, &str> = file.sources.iter().map(|source| (&source.id, source.publisher.as_str())).collect();
    let important = |event: &Event| NEEDS_TWO_PUBLISHERS.contains(&event.importance);
    for (index, event) in file.events.iter().enumerate().filter(|(_, event)| important(event)) {
        let publishers: Option<BTreeSet<&str>> = event.sources.iter().map(|id| publisher_of.get(id).copied()).collect();
        let Some(publishers) = publishers else { continue };
        if let (Some(only), 1) = (publishers.first(), publishers.len()) {
            let fault = Fault::OnePublisher { publisher: (*only).to_owned() };
            faults.push(At::record("events", index).key("sources"), fault);
        }
    }
}

fn note_unused<'a>(
    what: &'static str,
    list: &str,
    ids: impl Iterator<Item = (usize, &'a Id)>,
    used: &BTreeSet<&Id>,
    faults: &mut Faults,
) {
    for (index, id) in ids {
        let is_used = used.contains(id) || faults.is_set_aside(&id.0);
        faults.push_if(!is_used, &At::record(list, index), || Fault::Unused { what });
    }
}
