//! What kinds of actors and relations are called.

use dataset::model::{Actor, ActorKind, RelationKind};

use super::content::Standing;
use crate::order::sort_unique_by_key;
use crate::story::Story;

/// What an actor is, in the middle of a sentence and without an article.
#[must_use]
pub const fn actor_kind(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::State => "state",
        ActorKind::Person => "person",
        ActorKind::ArmedGroup => "armed group",
        ActorKind::Organisation => "organisation",
        ActorKind::Legislature => "legislature",
        ActorKind::Intergovernmental => "intergovernmental body",
        ActorKind::Agreement => "agreement",
    }
}

/// What stands between the names of a relation's source and target. Without a tense where there is one to avoid,
/// since a relation may be over.
#[must_use]
pub const fn relation_kind(kind: RelationKind) -> &'static str {
    match kind {
        RelationKind::PartOf => "part of",
        RelationKind::Commands => "commander of",
        RelationKind::Heads => "head of",
        RelationKind::SuccessorOf => "successor of",
        RelationKind::Backs => "backer of",
        RelationKind::AllyOf => "ally of",
        RelationKind::HostileTo => "hostile to",
        RelationKind::PartyTo => "party to",
        RelationKind::WithdrewFrom => "withdrew from",
        RelationKind::Sanctions => "source of sanctions on",
        RelationKind::DesignatedTerrorist => "terrorist designation of",
        RelationKind::HostsForcesOf => "host to forces of",
        RelationKind::Represents => "representative of",
        RelationKind::Mediates => "mediator for",
    }
}

/// An actor's name, behind the short one that pictures may show in its place, where that is no part of it.
#[must_use]
pub fn called(actor: &Actor) -> String {
    if actor.name.contains(actor.short) { actor.name.to_owned() } else { [actor.short, ", ", actor.name].concat() }
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
pub fn standing(story: &Story, pair: &Standing) -> String {
    let name = |actor| story.actor(actor).name;
    let mut kinds: Vec<RelationKind> = pair.relations.iter().map(|&idx| story.data().relations[usize::from(idx)].kind).collect();
    sort_unique_by_key(&mut kinds, |&kind| kind as u64);
    let said: Vec<String> = kinds.iter().map(|&kind| format!("{} {}", relation_kind(kind), name(pair.target))).collect();
    format!("{}, {}", name(pair.source), said.join("; "))
}
