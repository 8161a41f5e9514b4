//! Counts in words, and what stood between two actors.

use dataset::model::{Actor, RelationKind};

use super::content::Standing;
use crate::order::sort_unique_by_key;
use crate::record::{Record, words};

/// An actor's name, behind the short one that pictures may show in its place, where that is no part of it.
#[must_use]
pub fn called(actor: &Actor) -> String {
    if actor.name.contains(actor.short) {
        actor.name.to_owned()
    } else {
        [actor.short, ", ", actor.name].concat()
    }
}

/// "1 actor", "2 actors".
#[must_use]
pub fn actors(count: usize) -> String {
    if count == 1 { "1 actor".to_owned() } else { format!("{count} actors") }
}

/// "1 event", "2 events".
#[must_use]
pub fn events(count: u32) -> String {
    if count == 1 { "1 event".to_owned() } else { format!("{count} events") }
}

/// "1 dealing", "2 dealings".
#[must_use]
pub fn dealings(count: u32) -> String {
    if count == 1 { "1 dealing".to_owned() } else { format!("{count} dealings") }
}

/// What stood between two actors: "Qasem Soleimani, commander of Quds Force; part of Quds Force".
#[must_use]
pub fn standing(record: &Record, pair: &Standing) -> String {
    let name = |actor| record.actor(actor).name;
    let mut kinds: Vec<RelationKind> =
        pair.relations.iter().map(|&idx| record.data().relations[usize::from(idx)].kind).collect();
    sort_unique_by_key(&mut kinds, |&kind| kind as u64);
    let said: Vec<String> = kinds
        .iter()
        .map(|&kind| format!("{} {}", words::relation(kind).timeless, name(pair.target)))
        .collect();
    format!("{}, {}", name(pair.source), said.join("; "))
}
