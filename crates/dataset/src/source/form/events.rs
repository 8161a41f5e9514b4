//! The form of events with what belongs to them: parts, figures and claims.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Id, When};
use crate::model::{ClaimStatus, Harm, Standing};

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
    /// Headline where room is short, its key fact first: "Soleimani killed by US drone".
    /// Needed for importance 4 and 5.
    #[serde(default)]
    #[schemars(length(max = 32))]
    pub short: Option<String>,
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
    /// Ids of the earlier events that this one is a consequence of, where it is no answer to them.
    #[serde(default)]
    pub follows: Vec<Id>,
    /// Counts of all but the dead and the injured, each with who counted.
    #[serde(default)]
    pub figures: Vec<Figure>,
    /// The dead and the injured, group by group; nobody is counted in two rows of one kind.
    #[serde(default)]
    pub casualties: Vec<Casualties>,
    /// What was said of it.
    #[serde(default)]
    pub claims: Vec<Claim>,
    /// When and how its substance was corrected.
    #[serde(default)]
    pub revised: Vec<Revision>,
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
    #[schemars(length(max = 300))]
    pub note: String,
    /// Ids of its sources; at least one.
    pub sources: Vec<Id>,
}

/// The dead or the injured of one group.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Casualties {
    /// What happened to them.
    pub kind: Harm,
    /// Who they were: "people on Flight 655".
    #[schemars(length(max = 120))]
    pub who: String,
    /// Id of the side whose people they were.
    pub side: Id,
    /// Whether they fought.
    pub status: Standing,
    /// The lowest count; the same as the highest where counts agree.
    #[schemars(range(min = 0))]
    pub low: i64,
    /// The highest count.
    #[schemars(range(min = 0))]
    pub high: i64,
    /// Who counted.
    #[schemars(length(max = 200))]
    pub by: String,
    /// Ids of its sources; at least one.
    pub sources: Vec<Id>,
}

/// A correction of an event's substance.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Revision {
    /// The day of the correction: "2026-11-29".
    pub date: String,
    /// What was corrected, in 20 to 200 characters.
    #[schemars(length(min = 20, max = 200))]
    pub what: String,
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
