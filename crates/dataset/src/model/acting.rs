//! Whose act an event was.

use super::{Dataset, Event, Side, SideIdx};

/// Who acted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Acting {
    /// One side: that of the first initiator whom somebody knows.
    One(SideIdx),
    /// Both adversaries, the first side and the second: a talk, a ceasefire, a signed text.
    Both,
    /// No side: nobody knows who did it, or nobody did it, as with a death or a price.
    Nobody,
}

impl Dataset {
    /// Whose act `event` was. O(its initiators).
    #[must_use]
    pub fn acting(&self, event: &Event) -> Acting {
        let sides = || event.initiators.iter().map(|actor| self.actors[actor.get()].side);
        if [0, 1].into_iter().all(|adversary| sides().any(|side| side == SideIdx(adversary))) {
            return Acting::Both;
        }
        sides().find(|&side| !self.is_unattributed(side)).map_or(Acting::Nobody, Acting::One)
    }

    /// The side that the event is drawn with: the one that acted, of both the first initiator's; where no
    /// side acted, that of those whom nobody knows, else of the first target, else the last that stands for
    /// somebody. O(its initiators).
    #[must_use]
    pub fn side_of(&self, event: &Event) -> SideIdx {
        if let Acting::One(side) = self.acting(event) {
            return side;
        }
        let first = event.initiators.first().or_else(|| event.targets.first());
        let known = self.sides.iter().rposition(|side| !side.is_unattributed());
        let last = || SideIdx(known.and_then(|at| u16::try_from(at).ok()).unwrap_or_default());
        first.map_or_else(last, |actor| self.actors[actor.get()].side)
    }

    fn is_unattributed(&self, side: SideIdx) -> bool {
        self.sides.get(side.get()).is_some_and(Side::is_unattributed)
    }
}
