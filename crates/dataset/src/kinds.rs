//! What a record's file names by a word from a list: kinds of actors and relations,
//! grades of sources, status of claims.
//!
//! Separate from the model so that each list stands once: its words in files and addresses, its order in
//! packed text, and (feature `check`) its place in the schema follow from here.
//! What readers are told is for the page to say.

/// Declares enums with a word for each variant.
macro_rules! kinds {
    ($($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal,)* })*) => {
        $(
            $(#[$about])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
            #[cfg_attr(feature = "check", derive(serde::Deserialize, schemars::JsonSchema), schemars(inline))]
            pub enum $name {
                $($(#[$doc])* #[cfg_attr(feature = "check", serde(rename = $word))] $variant,)*
            }

            impl $name {
                /// All of them, in the order in which they are numbered.
                pub const ALL: [Self; [$($word),*].len()] = [$(Self::$variant),*];

                /// The word for it in files and addresses.
                #[must_use]
                pub const fn word(self) -> &'static str {
                    match self {
                        $(Self::$variant => $word,)*
                    }
                }

                /// What `word` stands for.
                #[must_use]
                pub fn from_word(word: &str) -> Option<Self> {
                    Self::ALL.into_iter().find(|kind| kind.word() == word)
                }
            }
        )*
    };
}

kinds! {
    /// What an actor is.
    #[expect(missing_docs, reason = "the names say it")]
    ActorKind {
        State = "state",
        Person = "person",
        ArmedGroup = "armed-group",
        Organisation = "organisation",
        Legislature = "legislature",
        Intergovernmental = "intergovernmental",
        Agreement = "agreement",
    }

    /// Which standing relation: source *kind* target.
    #[expect(missing_docs, reason = "the names say it")]
    RelationKind {
        PartOf = "part-of",
        Commands = "commands",
        Heads = "heads",
        SuccessorOf = "successor-of",
        Backs = "backs",
        AllyOf = "ally-of",
        HostileTo = "hostile-to",
        PartyTo = "party-to",
        WithdrewFrom = "withdrew-from",
        Sanctions = "sanctions",
        DesignatedTerrorist = "designated-terrorist",
        HostsForcesOf = "hosts-forces-of",
        Represents = "represents",
        Mediates = "mediates",
    }

    /// What kind of publication a source is.
    Grade {
        /// A state, parliament, court, force or intergovernmental body that speaks for itself.
        Official = "official",
        /// A news agency's own text, also as a faithful reprint.
        Agency = "agency",
        /// A newspaper, broadcaster, magazine or news site with reporters of its own.
        Newspaper = "newspaper",
        /// An encyclopedia, think tank, research service, timeline or scholarly work.
        Reference = "reference",
        /// An aggregator, a mirror of unknown hands, a content farm, or a page written by a machine.
        Digest = "digest",
    }

    /// What happened to people.
    #[expect(missing_docs, reason = "the names say it")]
    Harm {
        Killed = "killed",
        Injured = "injured",
    }

    /// Whether people fought.
    #[expect(missing_docs, reason = "the names say it")]
    Standing {
        Civilian = "civilian",
        Combatant = "combatant",
        Mixed = "mixed",
        Unknown = "unknown",
    }

    /// How far a claim is borne out.
    ClaimStatus {
        /// Borne out later.
        Confirmed = "confirmed",
        /// Contradicted by others with knowledge of the matter.
        Disputed = "disputed",
        /// Denied by the party it is about, and nothing has decided it.
        Denied = "denied",
        /// Replaced by its speaker or by later facts.
        Revised = "revised",
        /// Nobody could check it.
        Unverified = "unverified",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_is_found_by_its_word_and_numbered_by_its_place() {
        for (at, kind) in RelationKind::ALL.into_iter().enumerate() {
            assert_eq!(RelationKind::from_word(kind.word()), Some(kind));
            assert_eq!(kind as usize, at);
        }
        assert_eq!(ClaimStatus::from_word("Denied"), None);
    }
}
