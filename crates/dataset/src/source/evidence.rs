//! Rules about sources: enough of them, of different publishers, none later than the record,
//! and none that nothing uses.

use std::collections::{BTreeMap, BTreeSet};

use super::faults::Faults;
use super::form::{Event, File, Id};
use super::problem::{At, Fault};
use crate::edtf::{Edtf, Endpoint};
use crate::model::ClaimStatus;
use crate::units::UtcOffset;

/// Events of this importance need sources of two publishers.
const NEEDS_TWO_PUBLISHERS: std::ops::RangeInclusive<i64> = 4..=5;

/// Notes what has too few sources, the sources and events that are later than the record, and the sources and
/// places that nothing uses. `dates` are those of the events, in file order.
pub fn check(file: &File, dates: &[Option<Edtf>], faults: &mut Faults) {
    let mut used: BTreeSet<&Id> = BTreeSet::new();
    for (at, sources) in sourced(file) {
        faults.push_if(sources.is_empty(), &at, || Fault::TooFew { what: "source", least: 1, found: 0 });
        used.extend(sources);
    }
    check_publishers(file, faults);
    check_record_end(file, dates, faults);
    let unused_source = file.sources.iter().map(|source| &source.id).enumerate();
    note_unused("source", "sources", unused_source, &used, faults);
    let used = file.events.iter().filter_map(|event| event.place.as_ref()).collect();
    note_unused("place", "places", file.places.iter().map(|place| &place.id).enumerate(), &used, faults);
}

/// Every list of sources with where it stands.
fn sourced(file: &File) -> Vec<(At, &[Id])> {
    let mut all = Vec::new();
    for (index, actor) in file.actors.iter().enumerate() {
        all.push((At::entry("actors", index), &actor.sources));
    }
    for (index, relation) in file.relations.iter().enumerate() {
        all.push((At::entry("relations", index), &relation.sources));
    }
    for (index, event) in file.events.iter().enumerate() {
        let at = At::entry("events", index);
        for (position, figure) in event.figures.iter().enumerate() {
            all.push((at.key("figures").index(position), &figure.sources));
        }
        for (position, row) in event.casualties.iter().enumerate() {
            all.push((at.key("casualties").index(position), &row.sources));
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
    let publisher_of: BTreeMap<&Id, &str> =
        file.sources.iter().map(|source| (&source.id, source.publisher.as_str())).collect();
    let important = |event: &Event| NEEDS_TWO_PUBLISHERS.contains(&event.importance);
    for (index, event) in file.events.iter().enumerate().filter(|(_, event)| important(event)) {
        let publishers: Option<BTreeSet<&str>> =
            event.sources.iter().map(|id| publisher_of.get(id).copied()).collect();
        let Some(publishers) = publishers else { continue };
        if let (Some(only), 1) = (publishers.first(), publishers.len()) {
            let fault = Fault::OnePublisher { publisher: (*only).to_owned() };
            faults.push(At::entry("events", index).key("sources"), fault);
        }
    }
    for (index, event) in file.events.iter().enumerate() {
        for (position, claim) in event.claims.iter().enumerate() {
            let status = match claim.status {
                ClaimStatus::Disputed => "disputed",
                ClaimStatus::Denied => "denied",
                ClaimStatus::Confirmed | ClaimStatus::Revised | ClaimStatus::Unverified => continue,
            };
            let publishers: Option<BTreeSet<&str>> =
                claim.sources.iter().map(|id| publisher_of.get(id).copied()).collect();
            let at = At::entry("events", index).key("claims").index(position).key("sources");
            faults.push_if(publishers.is_some_and(|all| all.len() == 1), &at, || Fault::OneVoice { status });
        }
    }
}

/// Notes sources and events that are later than the day to which the record is kept.
fn check_record_end(file: &File, dates: &[Option<Edtf>], faults: &mut Faults) {
    let updated = &file.meta.updated;
    let Ok((Endpoint::On(day), _)) = Edtf::parse(updated).map(Edtf::ends) else { return };
    let end = day.date().end(UtcOffset::WESTMOST);
    let is_late = |date: Edtf| !date.has_open_start() && date.earliest() >= end;
    let fault = || Fault::AfterRecord { updated: updated.clone() };
    for (index, source) in file.sources.iter().enumerate() {
        let date = source.date.as_ref().and_then(|date| Edtf::parse(&date.0).ok());
        faults.push_if(date.is_some_and(is_late), &At::entry("sources", index).key("date"), fault);
    }
    for (index, date) in dates.iter().enumerate() {
        faults.push_if(date.is_some_and(is_late), &At::entry("events", index).key("date"), fault);
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
        faults.push_if(!is_used, &At::entry(list, index), || Fault::Unused { what });
    }
}
