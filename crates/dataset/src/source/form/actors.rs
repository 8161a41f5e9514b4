//! The form of actors and of the standing relations between them.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Id, When};
use crate::model::{ActorKind, RelationKind};

/// Somebody or something that acts or is acted on.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Actor {
    /// Its id, which events and relations name.
    pub id: Id,
    /// Full name.
    #[schemars(length(max = 90))]
    pub name: String,
    /// Name where room is short; left out where the full one is short enough.
    #[serde(default)]
    #[schemars(length(max = 40))]
    pub short: Option<String>,
    /// Other spellings and names, for the search.
    #[serde(default)]
    pub aka: Vec<String>,
    /// What it is.
    pub kind: ActorKind,
    /// Id of the side it belongs to.
    pub side: Id,
    /// What it is, in a sentence or two.
    #[schemars(length(max = 500))]
    pub about: String,
    /// While it acted as what it is.
    #[serde(default)]
    pub active: Option<When>,
    /// Id of the actor that it is part of.
    #[serde(default)]
    pub parent: Option<Id>,
    /// Ids of its sources; at least one.
    pub sources: Vec<Id>,
}

/// A standing relation between two actors: source *kind* target.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Relation {
    /// Id of the actor that stands in the relation.
    pub source: Id,
    /// Id of the actor to whom.
    pub target: Id,
    /// Which relation.
    pub kind: RelationKind,
    /// While it held.
    #[serde(default)]
    pub when: Option<When>,
    /// The office or the matter.
    #[serde(default)]
    #[schemars(length(max = 300))]
    pub note: Option<String>,
    /// Ids of its sources; at least one.
    pub sources: Vec<Id>,
}
