//! One row of a lane: which stretches of it are taken.

/// The taken stretches of one row, disjoint and in order.
#[derive(Clone, Debug, Default)]
pub struct Row {
    taken: Vec<Stretch>,
}

/// A half-open stretch of pixels `[start, end)`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// First pixel.
    pub start: f64,
    /// First pixel beyond.
    pub end: f64,
}

impl Row {
    /// Takes `stretch` if all of it is free; says whether it did. O(log n) to look, O(n) to insert.
    pub fn take(&mut self, stretch: Stretch) -> bool {
        let place = self.place_of(stretch);
        if let Some(at) = place {
            self.taken.insert(at, stretch);
        }
        place.is_some()
    }

    /// Whether all of `stretch` is free; O(log n).
    #[must_use]
    pub fn is_free(&self, stretch: Stretch) -> bool {
        self.place_of(stretch).is_some()
    }

    fn place_of(&self, stretch: Stretch) -> Option<usize> {
        let at = self.taken.partition_point(|other| other.start < stretch.start);
        let free_before = at == 0 || self.taken[at - 1].end <= stretch.start;
        let free_after = self.taken.get(at).is_none_or(|next| next.start >= stretch.end);
        (free_before && free_after).then_some(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_taken_never_overlaps(wishes in prop::collection::vec((0.0..100.0, 1.0..30.0), 0..60)) {
            let mut row = Row::default();
            for (start, len) in wishes {
                row.take(Stretch { start, end: start + len });
            }
            for pair in row.taken.windows(2) {
                prop_assert!(pair[0].end <= pair[1].start);
            }
        }

        #[test]
        fn a_stretch_is_refused_only_when_it_meets_another(
            a in 0.0..100.0,
            b in 0.0..100.0,
            len in 1.0..30.0,
        ) {
            let mut row = Row::default();
            let is_taken = row.take(Stretch { start: a, end: a + len });
            prop_assert!(is_taken);
            let apart = b >= a + len || b + len <= a;
            prop_assert_eq!(row.take(Stretch { start: b, end: b + len }), apart);
        }
    }
}
