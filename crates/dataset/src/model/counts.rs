//! What stands below an event: counts, the dead and the injured, claims, corrections.

use super::{ActorIdx, ClaimStatus, Harm, SideIdx, SourceIdx, Standing};
use crate::civil::Date;
use crate::edtf::Edtf;

/// A count.
#[derive(Debug)]
pub struct Figure {
    /// What was counted.
    pub label: &'static str,
    /// How many.
    pub value: f64,
    /// Who counted; may be empty.
    pub note: &'static str,
    /// At least one.
    pub sources: &'static [SourceIdx],
}

/// The dead or the injured of one group.
#[derive(Debug)]
pub struct Casualties {
    /// What happened to them.
    pub kind: Harm,
    /// Who they were.
    pub who: &'static str,
    /// Whose people they were.
    pub side: SideIdx,
    /// Whether they fought.
    pub status: Standing,
    /// The lowest count; at most `high`.
    pub low: u32,
    /// The highest count.
    pub high: u32,
    /// Who counted.
    pub by: &'static str,
    /// At least one.
    pub sources: &'static [SourceIdx],
}

/// A correction of an event's substance.
#[derive(Debug)]
pub struct Revision {
    /// The day of the correction.
    pub date: Date,
    /// What was corrected.
    pub what: &'static str,
}

/// What somebody said.
#[derive(Debug)]
pub struct Claim {
    /// The speaker.
    pub by: ActorIdx,
    /// When it was said.
    pub date: Edtf,
    /// What was said.
    pub text: &'static str,
    /// How far it is borne out.
    pub status: ClaimStatus,
    /// What came of it; may be empty.
    pub later: &'static str,
    /// At least one.
    pub sources: &'static [SourceIdx],
}
