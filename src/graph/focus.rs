//! What the reader looks at in the graph, and what stands out for it.

use dataset::model::ActorIdx;

/// What the reader looks at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Focus<'a> {
    /// The selected actor.
    pub selected: Option<ActorIdx>,
    /// The actor under the pointer.
    pub hovered: Option<ActorIdx>,
    /// Who stands out while all others are dimmed; empty: nobody does, and nobody is.
    pub lit: &'a [ActorIdx],
}

/// How much a mark stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Emphasis {
    /// As all others.
    Plain,
    /// The others are dimmed.
    Lit,
    /// Others are lit.
    Dimmed,
}

impl Emphasis {
    /// Its class in the style sheet; empty for as usual.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Lit => "lit",
            Self::Dimmed => "dim",
        }
    }
}

impl Focus<'_> {
    /// Rank of the label of `actor`: what the reader looks at comes before all that is lit, that before all
    /// others; among equals the number of events decides.
    #[must_use]
    pub fn label_rank(self, actor: ActorIdx, num_events: u16) -> u32 {
        // Steps so large that a label may lie on any disc of a lower step, see `labels`.
        let bonus = if self.selected == Some(actor) {
            1 << 24
        } else if self.hovered == Some(actor) {
            1 << 21
        } else if self.lit.contains(&actor) {
            1 << 18
        } else {
            0
        };
        bonus + u32::from(num_events)
    }

    /// How much the node of `actor` stands out.
    #[must_use]
    pub fn of_node(self, actor: ActorIdx) -> Emphasis {
        self.emphasis(|| self.lit.contains(&actor))
    }

    /// How much the line between `ends` stands out: it is lit between lit nodes, but only if it touches what
    /// the reader looks at, and so not between two neighbours.
    #[must_use]
    pub fn of_line(self, ends: [ActorIdx; 2]) -> Emphasis {
        let center = self.hovered.or(self.selected).filter(|center| self.lit.contains(center));
        self.emphasis(|| {
            ends.iter().all(|end| self.lit.contains(end))
                && center.is_none_or(|center| ends.contains(&center))
        })
    }

    fn emphasis(self, is_lit: impl FnOnce() -> bool) -> Emphasis {
        match self.lit {
            [] => Emphasis::Plain,
            _ if is_lit() => Emphasis::Lit,
            _ => Emphasis::Dimmed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: ActorIdx = ActorIdx(0);
    const B: ActorIdx = ActorIdx(1);
    const C: ActorIdx = ActorIdx(2);

    /// The emphasis of A, B, C and of the lines A–B, B–C, C–A by their first letters.
    fn check(selected: Option<ActorIdx>, hovered: Option<ActorIdx>, lit: &[ActorIdx], expected: &str) {
        let focus = Focus { selected, hovered, lit };
        let nodes = [A, B, C].map(|actor| focus.of_node(actor));
        let lines = [[A, B], [B, C], [C, A]].map(|ends| focus.of_line(ends));
        let letter = |emphasis: &Emphasis| format!("{emphasis:?}").remove(0);
        assert_eq!(nodes.iter().chain(&lines).map(letter).collect::<String>(), expected);
    }

    #[test]
    fn what_is_lit_stands_out_but_not_the_lines_between_neighbours() {
        check(Some(A), None, &[], "PPPPPP");
        check(None, None, &[A, B, C], "LLLLLL");
        check(Some(A), None, &[A, B, C], "LLLLDL");
        check(Some(A), None, &[A, B], "LLDLDD");
        check(Some(A), Some(B), &[A, B, C], "LLLLLD");
        check(Some(C), None, &[A, B], "LLDLDD");
    }

    #[test]
    fn labels_of_what_the_reader_looks_at_come_before_any_number_of_events() {
        let focus = Focus { selected: Some(A), hovered: Some(B), lit: &[A, B, C] };
        let ranks = [(A, 1), (B, u16::MAX), (C, u16::MAX), (ActorIdx(3), u16::MAX), (ActorIdx(3), 1)]
            .map(|(a, n)| focus.label_rank(a, n));
        assert!(ranks[..4].is_sorted_by(|a, b| *a >= 4 * b) && ranks[3] > ranks[4], "{ranks:?}");
    }
}
