//! A checked record as the page holds it: plain tables that refer to each other by index.
//!
//! Only the build makes values of these types, from a checked file. So every index is valid, events are in
//! time order, and nothing here has to be checked again.

mod acting;
mod counts;

use crate::civil::Date;
use crate::edtf::Edtf;
use crate::units::TimeSpan;

pub use crate::kinds::{ActorKind, ClaimStatus, Grade, Harm, RelationKind, Standing};
pub use acting::Acting;
pub use counts::{Casualties, Claim, Figure, Revision};

macro_rules! index {
    ($(#[$doc:meta])* $name:ident($int:ty)) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub $int);

        impl $name {
            /// The place in its table.
            #[must_use]
            pub const fn get(self) -> usize {
                self.0 as usize
            }
        }
    };
}

index!(
    /// Place of a [`Side`] in [`Dataset::sides`].
    SideIdx(u16)
);
index!(
    /// Place of a [`Domain`] in [`Dataset::domains`].
    DomainIdx(u16)
);
index!(
    /// Place of a [`Source`] in [`Dataset::sources`].
    SourceIdx(u16)
);
index!(
    /// Place of a [`Place`] in [`Dataset::places`].
    PlaceIdx(u16)
);
index!(
    /// Place of an [`Actor`] in [`Dataset::actors`].
    ActorIdx(u16)
);
index!(
    /// Place of an [`Event`] in [`Dataset::events`], which is its rank in time.
    EventIdx(u32)
);

/// The whole record.
#[derive(Debug)]
pub struct Dataset {
    /// What the record is called and how it may be used.
    pub meta: Meta,
    /// In lane order; the first two are the adversaries.
    pub sides: &'static [Side],
    /// In legend order.
    pub domains: &'static [Domain],
    /// In the order of first use: by the events, their figures and claims, then by actors and relations.
    pub sources: &'static [Source],
    /// In file order.
    pub places: &'static [Place],
    /// In file order.
    pub actors: &'static [Actor],
    /// In file order.
    pub relations: &'static [Relation],
    /// In time order: by [`Edtf::span`] on the record's clock (see
    /// [`crate::clock`]; start, then end), then by id.
    pub events: &'static [Event],
    /// In file order.
    pub stories: &'static [Story],
}

/// What the record is called and how it may be used.
#[derive(Debug)]
pub struct Meta {
    /// Headline of the page.
    pub title: &'static str,
    /// One or two sentences on what the record holds.
    pub description: &'static str,
    /// BCP 47 language of the texts.
    pub lang: &'static str,
    /// The day up to which the record was kept.
    pub updated: Date,
    /// SPDX licence of the data.
    pub license: &'static str,
    /// What the timeline shows first: a closed interval of days or finer.
    pub opening: Edtf,
    /// How the record is kept; may be empty.
    pub method: &'static str,
    /// Where a mistake can be reported; may be empty.
    pub contact: &'static str,
}

/// A party to the record, drawn as a lane and a colour.
#[derive(Debug)]
pub struct Side {
    /// Stable name in addresses and classes.
    pub id: &'static str,
    /// Full name.
    pub name: &'static str,
    /// Name where room is short.
    pub short: &'static str,
}

impl Side {
    /// The id of the side of those whom nobody knows: what they did was no side's act.
    pub const UNATTRIBUTED: &'static str = "unattributed";

    /// Whether it stands for those whom nobody knows.
    #[must_use]
    pub fn is_unattributed(&self) -> bool {
        self.id == Self::UNATTRIBUTED
    }
}

/// A field of action, drawn as a shape.
#[derive(Debug)]
pub struct Domain {
    /// Stable name in addresses.
    pub id: &'static str,
    /// Full name.
    pub name: &'static str,
}

/// Where a statement comes from.
#[derive(Debug)]
pub struct Source {
    /// Who published it.
    pub publisher: &'static str,
    /// Its own title.
    pub title: &'static str,
    /// Whether the title is in words of the record, not its own.
    pub described: bool,
    /// What kind of publication it is.
    pub grade: Grade,
    /// An http or https address.
    pub url: &'static str,
    /// When it was published, where known.
    pub date: Option<Edtf>,
}

/// Where something happened.
#[derive(Debug)]
pub struct Place {
    /// Full name.
    pub name: &'static str,
    /// ISO 3166-1 alpha-2 code; none at sea.
    pub country: Option<&'static str>,
    /// Latitude and longitude in degrees (WGS 84), where known.
    pub lat_lon: Option<(f64, f64)>,
}

/// Somebody or something that acts or is acted on.
#[derive(Debug)]
pub struct Actor {
    /// Stable name in addresses.
    pub id: &'static str,
    /// Full name.
    pub name: &'static str,
    /// Name where room is short; equal to `name` where the file gives none.
    pub short: &'static str,
    /// Other spellings and names.
    pub aka: &'static [&'static str],
    /// What it is.
    pub kind: ActorKind,
    /// The side it belongs to.
    pub side: SideIdx,
    /// What it is, in a sentence or two.
    pub about: &'static str,
    /// While it acted as what it is, where known.
    pub active: Option<Edtf>,
    /// The body it is part of. Never a circle.
    pub parent: Option<ActorIdx>,
    /// At least one.
    pub sources: &'static [SourceIdx],
}

/// A standing relation between two actors: `source` *kind* `target`.
#[derive(Debug)]
pub struct Relation {
    /// Who stands in the relation.
    pub source: ActorIdx,
    /// To whom.
    pub target: ActorIdx,
    /// Which relation.
    pub kind: RelationKind,
    /// While it held; none where no date is known.
    pub when: Option<Edtf>,
    /// The office or matter; may be empty.
    pub note: &'static str,
    /// At least one.
    pub sources: &'static [SourceIdx],
}

/// Something that happened.
#[derive(Debug)]
pub struct Event {
    /// Stable name in addresses.
    pub id: &'static str,
    /// When, as precisely as it is known.
    pub date: Edtf,
    /// Headline.
    pub title: &'static str,
    /// Headline of at most 32 characters, where there is one: always for importance 4 and 5.
    pub short: Option<&'static str>,
    /// What is known, in a few sentences.
    pub summary: &'static str,
    /// Field of action.
    pub domain: DomainIdx,
    /// CAMEO event code with its Goldstein value, where the event has one.
    pub cameo: Option<Cameo>,
    /// 1 (detail) to 5 (turning point): who gets room first.
    pub importance: u8,
    /// Where.
    pub place: Option<PlaceIdx>,
    /// Who acted.
    pub initiators: &'static [ActorIdx],
    /// On whom.
    pub targets: &'static [ActorIdx],
    /// Who else had a part.
    pub others: &'static [Part],
    /// The events that this one answered, all of them earlier.
    pub responds_to: &'static [EventIdx],
    /// The events that this one is a consequence of without answering them, all of them earlier.
    pub follows: &'static [EventIdx],
    /// Counts of all but the dead and the injured, each with who counted.
    pub figures: &'static [Figure],
    /// The dead and the injured, group by group; nobody is counted in two rows of one kind.
    pub casualties: &'static [Casualties],
    /// What was said of it.
    pub claims: &'static [Claim],
    /// How its substance was corrected, in file order.
    pub revised: &'static [Revision],
    /// At least one; at least two publishers for importance 4 and 5.
    pub sources: &'static [SourceIdx],
}

/// A CAMEO code and its value on the Goldstein scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cameo {
    /// Two to four digits as text ("19", "190"): a leading zero counts.
    pub code: &'static str,
    /// The standard's label of the code.
    pub label: &'static str,
    /// −10 (most hostile) to +10 (most cooperative), from the standard's table.
    pub goldstein: f32,
}

/// The part of an actor that neither acted first nor was the target.
#[derive(Debug)]
pub struct Part {
    /// Who.
    pub actor: ActorIdx,
    /// What it did or suffered.
    pub role: &'static str,
}

/// A guided way through the events.
#[derive(Debug)]
pub struct Story {
    /// Stable name in addresses.
    pub id: &'static str,
    /// Headline.
    pub title: &'static str,
    /// What it retells.
    pub source: &'static str,
    /// In reading order; at least one.
    pub steps: &'static [Step],
}

/// One stop of a [`Story`].
#[derive(Debug)]
pub struct Step {
    /// Name of the chapter that begins here, where one does.
    pub chapter: Option<&'static str>,
    /// Headline.
    pub title: &'static str,
    /// What the reader is told.
    pub text: &'static str,
    /// What the timeline shows.
    pub view: Edtf,
    /// The events it is about, all of them within `view`.
    pub events: &'static [EventIdx],
    /// The actors it is about.
    pub actors: &'static [ActorIdx],
}

impl Event {
    /// When it happened, with dates without a clock read on the clock of `offset`.
    #[must_use]
    pub fn span(&self, offset: crate::units::UtcOffset) -> TimeSpan {
        self.date.span(offset)
    }
}
