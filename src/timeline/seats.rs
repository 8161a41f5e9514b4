//! Rows and sides for the headlines that must be read: of turning points,
//! and of what the reader or the story has chosen.
//!
//! Each has some places where its words would stand, the dearest first. All of them together are given places
//! that do not meet, as many with words as can be; one that could be read only in the place of another is
//! moved before it goes without. Looked for by trying one after the other and going back, within a number of
//! steps that is reached by crowds alone.

use super::levels::{LABEL_GAP, LABEL_MARGIN};
use super::words::{Standing, TURNED_GAP};

/// A stretch of a row that an event would take.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Which row.
    pub row: usize,
    /// From where to where, with the air about it.
    pub reach: [f64; 2],
    /// Where its words begin; nowhere where it has none there.
    pub words: Option<f64>,
}

impl Place {
    /// Whether it meets `body` in `row`.
    pub fn meets(&self, row: usize, body: [f64; 2]) -> bool {
        self.row == row && body[0] < self.reach[1] && self.reach[0] < body[1]
    }
}

/// A step is one place that is tried. Twelve times as many gave one more headline to 9,000 turning points
/// in windows of the record.
const MOST_STEPS: usize = 250;

/// Where `one` of the row `home` could stand on a plot of `width` pixels: with its short headline, then
/// without words; in its own row, then in the others.
pub fn places(one: &Standing<'_>, home: usize, num_rows: usize, width: f64) -> Vec<Place> {
    let [left, right] = one.body;
    let mut forms = Vec::new();
    if let Some(label) = one.label {
        let (room, start) = (label.short.width, one.x + label.gap);
        if start + room <= width {
            forms.push(([left, start + room + LABEL_MARGIN], Some(start)));
        }
        let start = one.x - LABEL_GAP - room;
        if start >= 0.0 {
            forms.push(([start - TURNED_GAP, right], Some(start)));
        }
    }
    let rows = || [home].into_iter().chain((0..num_rows).filter(move |row| *row != home));
    let with_words =
        rows().flat_map(|row| forms.iter().map(move |&(reach, words)| Place { row, reach, words }));
    with_words.chain(rows().map(|row| Place { row, reach: one.body, words: None })).collect()
}

/// For each of `wishes`, which come by their weight, one of its places;
/// nothing where no arrangement was found.
pub fn seats(wishes: &[Vec<Place>]) -> Vec<Place> {
    let mut search = Search { wishes, taken: Vec::new(), best: Vec::new(), most: 0, steps: 0 };
    search.go_on(0);
    search.best
}

struct Search<'a> {
    wishes: &'a [Vec<Place>],
    taken: Vec<Place>,
    best: Vec<Place>,
    /// One more than the number of words in the best; 0 while there is none.
    most: usize,
    steps: usize,
}

impl Search<'_> {
    /// Tries all places of the next one, with `num_words` before it that have words;
    /// whether it has come to an end.
    fn go_on(&mut self, num_words: usize) -> bool {
        let left = self.wishes.len() - self.taken.len();
        if left == 0 {
            (self.best, self.most) = (self.taken.clone(), num_words + 1);
            return num_words == self.wishes.len();
        }
        for place in &self.wishes[self.taken.len()] {
            let words = num_words + usize::from(place.words.is_some());
            // At best all that follow have words.
            if words + left - 1 < self.most
                || self.taken.iter().any(|other| other.meets(place.row, place.reach))
            {
                continue;
            }
            self.steps += 1;
            if self.steps > MOST_STEPS {
                return true;
            }
            self.taken.push(*place);
            if self.go_on(words) {
                return true;
            }
            self.taken.pop();
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    fn place(row: usize, from: f64, to: f64) -> Place {
        Place { row, reach: [from, to], words: Some(from) }
    }

    fn mark(row: usize, from: f64) -> Place {
        Place { row, reach: [from, from + 18.0], words: None }
    }

    #[test]
    fn who_came_first_makes_room_where_it_has_another_place() {
        let first = vec![place(0, 0.0, 200.0), place(1, 0.0, 200.0), mark(0, 0.0)];
        let second = vec![place(0, 100.0, 300.0), mark(0, 282.0)];
        assert_eq!(seats(&[first, second]), [place(1, 0.0, 200.0), place(0, 100.0, 300.0)]);
    }

    #[test]
    fn what_has_no_room_stands_without_words() {
        let first = vec![place(0, 0.0, 200.0), mark(0, 0.0)];
        let second = vec![place(0, 100.0, 300.0), mark(0, 282.0)];
        assert_eq!(seats(&[first.clone(), second]), [place(0, 0.0, 200.0), mark(0, 282.0)]);
        assert_eq!(seats(&[first.clone(), first]), [], "not even for its mark");
    }

    proptest! {
        #[test]
        fn no_two_places_meet_and_a_crowd_comes_to_an_end(
            wishes in vec(vec((0usize..4, 0.0..700.0_f64, 20.0..250.0_f64), 1..9), 0..24),
        ) {
            let wishes: Vec<Vec<Place>> = wishes
                .into_iter()
                .map(|all| all.into_iter().map(|(row, from, len)| place(row, from, from + len)).collect())
                .collect();
            let given = seats(&wishes);
            for (nth, own) in given.iter().enumerate() {
                prop_assert!(wishes[nth].contains(own));
                prop_assert!(!given[..nth].iter().any(|other| other.meets(own.row, own.reach)));
            }
        }
    }
}
