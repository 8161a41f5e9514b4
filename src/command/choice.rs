//! What a button is for that is about one of many things:
//! the word for their kind, a colon, and which of them.
//!
//! Separate from [`Command`](super::Command), whose words need no record to be read.

use dataset::model::ClaimStatus;

use super::{Asked, Errand, File, Image};
use crate::picture::sheet::Form;
use crate::record::Record;
use crate::state::action::Change;
use crate::state::keys::{SCOPES, Scope};
use crate::state::url::{by_name, name_of};
use crate::state::{Action, Keys, State};

/// One of many things that are chosen or taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// What is put into the filters, or taken out.
    Filter(Change),
    /// The column that the table is sorted by; again, the other way round.
    Sort(usize),
    /// Where the keys of one sign are heard.
    Keys(Scope),
    /// A picture for editors.
    Still(Form, Image),
}

/// The words for pictures for editors, which have no colon.
const STILLS: [(&str, Form, Image); 6] = [
    ("still-wide-png", Form::Wide, Image::Png),
    ("still-wide-svg", Form::Wide, Image::Svg),
    ("still-square-png", Form::Square, Image::Png),
    ("still-square-svg", Form::Square, Image::Svg),
    ("still-tall-png", Form::Tall, Image::Png),
    ("still-tall-svg", Form::Tall, Image::Svg),
];

impl Choice {
    /// As an element of the page carries it.
    #[must_use]
    pub fn written(self, record: &Record) -> String {
        let data = record.data();
        let (kind, which) = match self {
            Self::Filter(Change::Side(side)) => ("side:", data.sides[side.get()].id),
            Self::Filter(Change::Domain(domain)) => ("domain:", data.domains[domain.get()].id),
            Self::Filter(Change::Actor(actor)) => ("actor:", record.actor(actor).id),
            Self::Filter(Change::Status(status)) => ("status:", status.word()),
            Self::Filter(Change::Publisher(publisher)) => {
                ("publisher:", data.sources[publisher.get()].publisher)
            }
            Self::Filter(Change::Least(least)) => ("least:", digit(least.into())),
            Self::Sort(column) => ("sort:", digit(column)),
            Self::Keys(scope) => ("keys:", name_of(&SCOPES, scope).unwrap_or_default()),
            Self::Still(form, image) => {
                let own = STILLS.iter().find(|(_, known, kept)| (*known, *kept) == (form, image));
                ("", own.map_or("", |(word, ..)| word))
            }
        };
        [kind, which].concat()
    }

    /// What [`Self::written`] gave; `None` for what it never gives.
    #[must_use]
    pub fn read(record: &Record, text: &str) -> Option<Self> {
        if let Some(&(_, form, image)) = STILLS.iter().find(|(word, ..)| *word == text) {
            return Some(Self::Still(form, image));
        }
        let (kind, which) = text.split_once(':')?;
        Some(match kind {
            "side" => Self::Filter(Change::Side(record.side_by_id(which)?)),
            "domain" => Self::Filter(Change::Domain(record.domain_by_id(which)?)),
            "actor" => Self::Filter(Change::Actor(record.actor_by_id(which)?)),
            "status" => Self::Filter(Change::Status(ClaimStatus::from_word(which)?)),
            "publisher" => Self::Filter(Change::Publisher(record.publisher_by_name(which)?)),
            "least" => Self::Filter(Change::Least(which.parse().ok()?)),
            "sort" => Self::Sort(which.parse().ok()?),
            "keys" => Self::Keys(by_name(&SCOPES, which)?),
            _ => return None,
        })
    }

    /// What it asks for; `None` for a column where there is no table.
    #[must_use]
    pub fn asks(self, state: &State) -> Option<Asked> {
        Some(match self {
            Self::Filter(change) => Asked::Act(Action::Filter(change)),
            Self::Sort(column) => Asked::Act(Action::ShowTable(Some(state.visit.table?.sorted_by(column)))),
            Self::Keys(scope) => Asked::Act(Action::SetKeys(Keys { scope, ..state.visit.keys })),
            Self::Still(form, image) => Asked::Run(Errand::Save(File::Still(form, image))),
        })
    }
}

/// The text of a column or a level of importance: neither has more than one digit.
fn digit(number: usize) -> &'static str {
    "0123456789".get(number..=number).unwrap_or_default()
}
