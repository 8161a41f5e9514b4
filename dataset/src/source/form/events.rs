//! The form of events with what belongs to them: parts, figures and claims.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Id, When};

/// Something that happened.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Its id; by custom the day and a few words: "2020-01-03-soleimani-strike".
    pub id: Id,
    /// When it happened, as precisely as it is known.
    pub date: When,
    /// Headline: neutral, who did what.
    #[schemars(length(max = 90))]
    pub title: String,
    /// What is known, in a few neutral sentences; what is only claimed goes into the claims.
    #[schemars(length(max = 800))]
    pub summary: String,
    /// Id of the field of action.
    pub domain: Id,
    /// CAMEO event code as text, "194"; its Goldstein value comes from the standard's table.
    #[serde(default)]
    #[schemars(regex(pattern = "^[0-9]{2,4}$"))]
    pub cameo: Option<String>,
    /// 1 (detail) to 5 (turning point): what is drawn first when there is no room for all.
    #[schemars(range(min = 1, max = 5))]
    pub importance: i64,
    /// Id of the place.
    #[serde(default)]
    pub place: Option<Id>,
    /// Ids of the actors who acted; may be empty.
    pub initiators: Vec<Id>,
    /// Ids of the actors acted on; may be empty.
    pub targets: Vec<Id>,
    /// Who else had a part.
    #[serde(default)]
    pub others: Vec<Part>,
    /// Ids of the earlier events that this one answered, where a source says so.
    #[serde(default)]
    pub responds_to: Vec<Id>,
    /// Counts, each with who counted.
    #[serde(default)]
    pub figures: Vec<Figure>,
    /// What was said of it.
    #[serde(default)]
    pub claims: Vec<Claim>,
    /// Ids of its sources: at least one, and of two publishers for importance 4 and 5.
    pub sources: Vec<Id>,
}

/// The part of an actor that neither acted first nor was the target.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Id of the actor.
    pub actor: Id,
    /// What it did or suffered: "ordered the strike".
    #[schemars(length(max = 120))]
    pub role: String,
}

/// A count.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// What was counted: "killed".
    #[schemars(length(max = 80))]
    pub label: String,
    /// How many; not negative.
    #[schemars(range(min = 0.0))]
    pub value: f64,
    /// Who counted, and what to know about the number.
    #[serde(default)]
    #[schemars(length(max = 300))]
    pub note: Option<String>,
    /// Ids of its sources; at least one.
    pub sources: Vec<Id>,
}

/// How far a claim is borne out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline)]
pub enum ClaimStatus {
    /// Borne out later.
    Confirmed,
    /// Contradicted by others with knowledge of the matter.
    Disputed,
    /// Denied by the party it is about, and nothing has decided it.
    Denied,
    /// Replaced by its speaker or by later facts.
    Revised,
    /// Nobody could check it.
    Unverified,
}

/// What somebody said, whether or not it is so.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// Id of the actor who said it.
    pub by: Id,
    /// When it was said.
    pub date: When,
    /// What was said.
    #[schemars(length(max = 300))]
    pub text: String,
    /// How far it is borne out.
    pub status: ClaimStatus,
    /// What came of it.
    #[serde(default)]
    #[schemars(length(max = 400))]
    pub later: Option<String>,
    /// Ids of its sources; at least one.
    pub sources: Vec<Id>,
}
