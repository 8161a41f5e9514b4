//! The words of the form as words of the model: the same ones, without serde.
//!
//! A word that only one of them knows does not compile.

use super::form;
use crate::model;

macro_rules! same_words {
    ($name:ident: $($word:ident)*) => {
        impl From<form::$name> for model::$name {
            fn from(word: form::$name) -> Self {
                match word {
                    $(form::$name::$word => Self::$word,)*
                }
            }
        }
    };
}

same_words!(ActorKind: State Person ArmedGroup Organisation Legislature Intergovernmental Agreement);
same_words!(RelationKind: PartOf Commands Heads SuccessorOf Backs AllyOf HostileTo PartyTo WithdrewFrom Sanctions
    DesignatedTerrorist HostsForcesOf Represents Mediates);
same_words!(Grade: Official Agency Newspaper Reference Digest);
same_words!(Harm: Killed Injured);
same_words!(Standing: Civilian Combatant Mixed Unknown);
same_words!(ClaimStatus: Confirmed Disputed Denied Revised Unverified);
