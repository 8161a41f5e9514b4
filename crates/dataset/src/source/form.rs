//! The form of a record file: what an editor writes, as types that serde reads and `schemars` describes.
//!
//! Separate from the model because texts and ids are still unchecked here. Doc comments become the
//! descriptions in `data/schema.json`, lengths and patterns its limits,
//! so they are written for the editor of a record.

mod actors;
mod events;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::model::Grade;
pub use actors::{Actor, Relation};
pub use events::{Casualties, Claim, Event, Figure, Part, Revision};

/// A name that stays the same for good: small letters, digits and single hyphens
/// ("2020-01-03-soleimani-strike").
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(inline)]
pub struct Id(#[schemars(regex(pattern = "^[a-z0-9]+(-[a-z0-9]+)*$"))] pub String);

/// A date in EDTF (ISO 8601-2), never more precise than it is known: 2018, 2018-05, 2018-05-08,
/// 2020-01-03T00:47+03:00 (a time needs an offset or Z), 2019-05~ (about), 2019-05? (uncertain),
/// 2019-06/2019-09-14 (from, to), 2014-06/.. (still going on).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(inline, extend("examples" = ["2018-05-08", "2020-01-03T00:47+03:00", "2019-05~", "2019-06/2019-09-14", "2014-06/.."]))]
pub struct When(pub String);

/// A whole record: what happened, who acted on whom, who said what, and how it is known.
/// All texts are plain, neither HTML nor Markdown.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "A record for the timeline and the actor graph")]
pub struct File {
    /// Where this schema lies, for the editor program; the page ignores it.
    #[serde(rename = "$schema", default)]
    pub schema: Option<String>,
    /// Version of the form: 1.
    #[schemars(range(min = 1, max = 1))]
    pub version: i64,
    /// What the record is called and how it may be used.
    pub meta: Meta,
    /// The parties, in the order of the lanes; at least two: the first and the second are the adversaries.
    pub sides: Vec<Side>,
    /// The fields of action, in the order of the legend.
    pub domains: Vec<Domain>,
    /// Where the statements come from. Each is used somewhere.
    pub sources: Vec<Source>,
    /// Where the events happened. Each is used by an event.
    #[serde(default)]
    pub places: Vec<Place>,
    /// Who acted or was acted on.
    pub actors: Vec<Actor>,
    /// How the actors stand to each other for longer than an event.
    #[serde(default)]
    pub relations: Vec<Relation>,
    /// What happened, in any order; at least one.
    pub events: Vec<Event>,
    /// Guided ways through the events.
    #[serde(default)]
    pub stories: Vec<Story>,
}

/// What the record is called and how it may be used.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Meta {
    /// Headline of the page.
    #[schemars(length(max = 90))]
    pub title: String,
    /// One or two sentences on what the record holds.
    #[schemars(length(max = 400))]
    pub description: String,
    /// Language of the texts as a BCP 47 tag: "en", "en-GB", "fa".
    pub lang: String,
    /// The day up to which the record was kept: "2026-11-23".
    pub updated: String,
    /// SPDX name of the data's licence: "CC-BY-4.0".
    #[schemars(length(max = 60))]
    pub license: String,
    /// What the timeline shows first: from one day to another, "2019-12-27/2020-01-12".
    pub opening: When,
    /// How the record is kept, in a few sentences; the page says nothing of it where this is left out.
    #[serde(default)]
    #[schemars(length(max = 800))]
    pub method: Option<String>,
    /// Where a mistake can be reported.
    #[serde(default)]
    #[schemars(length(max = 200))]
    pub contact: Option<String>,
}

/// A party to the record, drawn as a lane and a colour.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Side {
    /// Its id, which actors name as their side;
    /// "unattributed" is for those whom nobody knows, and stands last.
    pub id: Id,
    /// Full name.
    #[schemars(length(max = 90))]
    pub name: String,
    /// Name where room is short.
    #[schemars(length(max = 30))]
    pub short: String,
}

/// A field of action, drawn as a shape.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Domain {
    /// Its id, which events name as their domain.
    pub id: Id,
    /// Full name.
    #[schemars(length(max = 30))]
    pub name: String,
}

/// A publication that statements rest on.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its id, which everything that rests on it names under "sources".
    pub id: Id,
    /// Who published it.
    #[schemars(length(max = 160))]
    pub publisher: String,
    /// Its own title.
    #[schemars(length(max = 400))]
    pub title: String,
    /// Whether the title is in words of the record, not its own.
    #[serde(default)]
    pub described: bool,
    /// What kind of publication it is.
    pub grade: Grade,
    /// Its address, http or https.
    #[schemars(regex(pattern = "^https?://[^\\s]+$"), length(max = 2000))]
    pub url: String,
    /// When it was published; left out where that is unknown.
    #[serde(default)]
    pub date: Option<When>,
}

/// Where something happened.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Its id, which events name as their place.
    pub id: Id,
    /// Full name.
    #[schemars(length(max = 90))]
    pub name: String,
    /// ISO 3166-1 alpha-2 code ("IQ"); left out at sea.
    #[serde(default)]
    #[schemars(regex(pattern = "^[A-Z]{2}$"))]
    pub country: Option<String>,
    /// Degrees north of the equator, negative south of it (WGS 84); both or none of lat and lon.
    #[serde(default)]
    #[schemars(range(min = -90.0, max = 90.0))]
    pub lat: Option<f64>,
    /// Degrees east of Greenwich, negative west of it (WGS 84); both or none of lat and lon.
    #[serde(default)]
    #[schemars(range(min = -180.0, max = 180.0))]
    pub lon: Option<f64>,
}

/// A guided way through the events.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Story {
    /// Its id, which addresses name.
    pub id: Id,
    /// Headline.
    #[schemars(length(max = 90))]
    pub title: String,
    /// What it retells, and where that appeared.
    #[schemars(length(max = 400))]
    pub source: String,
    /// Its stops in reading order; at least one.
    pub steps: Vec<Step>,
}

/// One stop of a story.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Name of the chapter that begins with this stop; the stops after it belong to the same chapter.
    #[serde(default)]
    #[schemars(length(max = 40))]
    pub chapter: Option<String>,
    /// Headline.
    #[schemars(length(max = 90))]
    pub title: String,
    /// What the reader is told.
    #[schemars(length(max = 1000))]
    pub text: String,
    /// What the timeline shows: from one date to another.
    pub view: When,
    /// Ids of the events that it is about, all of them within the view.
    #[serde(default)]
    pub events: Vec<Id>,
    /// Ids of the actors that it is about.
    #[serde(default)]
    pub actors: Vec<Id>,
}
