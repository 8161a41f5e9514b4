//! What readers are told of a record's kinds: each in one place, in lists, sentences and titles.
//!
//! Separate from [`dataset::kinds`], whose words are those of files and addresses and never change.

use dataset::model::{ActorKind, ClaimStatus, Grade, RelationKind};

/// What an actor is, in the middle of a sentence and without an article.
#[must_use]
pub const fn actor_kind(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::State => "state",
        ActorKind::Person => "person",
        ActorKind::ArmedGroup => "armed group",
        ActorKind::Organisation => "organization",
        ActorKind::Legislature => "legislature",
        ActorKind::Intergovernmental => "intergovernmental body",
        ActorKind::Agreement => "agreement",
    }
}

/// A relation in words.
#[derive(Clone, Copy, Debug)]
pub struct RelationWords {
    /// Between its source and its target.
    pub forward: &'static str,
    /// Between its target and its source.
    pub back: &'static str,
    /// Between its source and its target without a tense, since a relation may be over.
    pub timeless: &'static str,
}

/// What a relation is called.
#[must_use]
pub const fn relation(kind: RelationKind) -> RelationWords {
    let (forward, back, timeless) = match kind {
        RelationKind::PartOf => ("part of", "has as part", "part of"),
        RelationKind::Commands => ("commands", "commanded by", "commander of"),
        RelationKind::Heads => ("heads", "headed by", "head of"),
        RelationKind::SuccessorOf => ("successor of", "succeeded by", "successor of"),
        RelationKind::Backs => ("backs", "backed by", "backer of"),
        RelationKind::AllyOf => ("ally of", "ally of", "ally of"),
        RelationKind::HostileTo => ("hostile to", "hostile to it:", "hostile to"),
        RelationKind::PartyTo => ("party to", "has as party", "party to"),
        RelationKind::WithdrewFrom => ("withdrew from", "left by", "withdrew from"),
        RelationKind::Sanctions => ("put sanctions on", "under sanctions of", "source of sanctions on"),
        RelationKind::DesignatedTerrorist => {
            ("listed as terrorist", "listed as terrorist by", "terrorist designation of")
        }
        RelationKind::HostsForcesOf => ("hosts forces of", "has forces in", "host to forces of"),
        RelationKind::Represents => ("represents", "represented by", "representative of"),
        RelationKind::Mediates => ("mediates with", "mediator:", "mediator for"),
    };
    RelationWords { forward, back, timeless }
}

/// What kind of publication a source is, in a word or two.
#[must_use]
pub const fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::Official => "official",
        Grade::Agency => "news agency",
        Grade::Newspaper => "newspaper or broadcaster",
        Grade::Reference => "reference",
        Grade::Digest => "digest",
    }
}

/// A claim's status as a sign, which stands beside its [word](ClaimStatus::word): never colour alone.
#[must_use]
pub const fn sign(status: ClaimStatus) -> &'static str {
    match status {
        ClaimStatus::Confirmed => "✓",
        ClaimStatus::Disputed => "≠",
        ClaimStatus::Denied => "✕",
        ClaimStatus::Revised => "↻",
        ClaimStatus::Unverified => "?",
    }
}
