//! Finds which events were still going on at a moment, without looking at each.

use dataset::model::EventIdx;
use dataset::units::{TimeSpan, UnixSecs};

use crate::time::window::Moment;

/// What tells how far the spans of a record reach.
#[derive(Debug)]
pub(super) struct Reach {
    /// The latest end of each stretch of them: a full binary tree, the root at 1,
    /// the children of `n` at `2n` and `2n + 1`.
    ends: Vec<UnixSecs>,
    /// For each span the least start from there on: the order of the record is nearly that of the starts.
    least_starts: Vec<UnixSecs>,
}

impl Reach {
    /// O(n).
    pub(super) fn of(spans: &[TimeSpan]) -> Self {
        let num_leaves = spans.len().next_power_of_two();
        let mut ends = vec![UnixSecs(i64::MIN); 2 * num_leaves];
        for (end, span) in ends[num_leaves..].iter_mut().zip(spans) {
            *end = span.end;
        }
        for node in (1..num_leaves).rev() {
            ends[node] = ends[2 * node].max(ends[2 * node + 1]);
        }
        let mut least = UnixSecs(i64::MAX);
        let mut least_starts: Vec<UnixSecs> = spans.iter().map(|span| span.start).collect();
        for start in least_starts.iter_mut().rev() {
            least = least.min(*start);
            *start = least;
        }
        Self { ends, least_starts }
    }

    /// How many spans come before the first from which on all start at `at` or later.
    pub(super) fn before(&self, at: Moment) -> usize {
        self.least_starts.partition_point(|&start| Moment::from(start) < at)
    }

    /// What ends at `at` or later among the first `before` spans, in their order; O(log n) for each.
    pub(super) fn lasting(&self, at: Moment, before: usize) -> Vec<EventIdx> {
        let mut found = Vec::new();
        self.visit(1, self.ends.len() / 2, [0, before], at, &mut found);
        found
    }

    /// Finds what ends at `at` or later below `node`, whose `len` leaves begin at the first
    /// of `bounds`; the second ends all.
    fn visit(&self, node: usize, len: usize, bounds: [usize; 2], at: Moment, found: &mut Vec<EventIdx>) {
        let [first, end] = bounds;
        if first >= end || Moment::from(self.ends[node]) < at {
            return;
        }
        if len == 1 {
            found.extend(u32::try_from(first).map(EventIdx));
            return;
        }
        self.visit(2 * node, len / 2, bounds, at, found);
        self.visit(2 * node + 1, len / 2, [first + len / 2, end], at, found);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_finds_what_a_look_at_each_finds(
            spans in prop::collection::vec((-50i64..50, 0i64..30), 0..40),
            at in -60i64..90,
            share in 0.0..1.0,
        ) {
            let spans: Vec<TimeSpan> = spans
                .into_iter()
                .map(|(start, len)| TimeSpan { start: UnixSecs(start), end: UnixSecs(start + len) })
                .collect();
            let (reach, at) = (Reach::of(&spans), UnixSecs(at));
            let before = reach.before(at.into());
            prop_assert!(spans[before..].iter().all(|span| span.start >= at));
            prop_assert!(before == 0 || spans[before - 1].start < at, "it goes as far back as it can");
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_precision_loss,
                clippy::cast_sign_loss,
                reason = "a share of a small count"
            )]
            let before = (share * spans.len() as f64) as usize;
            let lasting: Vec<usize> =
                reach.lasting(at.into(), before).into_iter().map(EventIdx::get).collect();
            let looked: Vec<usize> = (0..before).filter(|&nth| spans[nth].end >= at).collect();
            prop_assert_eq!(lasting, looked);
        }
    }
}
