//! The words of one row: which headlines are whole, which are short,
//! and on which side of their marks they stand.
//!
//! Marks keep their places. Their words take turns: first those that stand out, then by importance, then by
//! the number of answers. In the first round each gets its short headline, in the second the whole one; to
//! the right of its mark, or else to the left. So no headline is short or missing while its row has room for
//! it on either side. What is left without words gets as much of its headline as fits,
//! if that is enough to be read.
//!
//! ```text
//!    ◆ a whole headline        short one ▲  ⑫ ● a headline that the edge would cut
//!   |                                                        … ends where the plot ends|
//! ```

use super::labels::{Label, Text};
use super::levels::{LABEL_GAP, LABEL_MARGIN};
use crate::order::sort_by_key;

/// Between a headline that stands left of its mark and what stands left of that:
/// nearer, it would seem to belong there.
pub const TURNED_GAP: f64 = 24.0;

/// Something that stands in a row.
#[derive(Clone, Debug)]
pub struct Standing<'a> {
    /// From where to where it reaches without words.
    pub body: [f64; 2],
    /// Its middle.
    pub x: f64,
    /// What could be written beside it; nothing beside a cluster.
    pub label: Option<&'a Label>,
    /// When its words have their turn, the least first: those that stand out,
    /// then by rank, then the most answered.
    pub turn: u64,
    /// What it got, and its left end; what it has from the start it keeps or says more.
    pub words: Option<(Text, f64)>,
}

/// A form of a headline.
#[derive(Clone, Copy, PartialEq)]
enum Form {
    Short,
    Full,
    Cut,
}

/// Gives words to what stands in `row`, which is in order of its middles,
/// on a plot of `width` pixels. O(n log n).
pub fn write(row: &mut [Standing<'_>], width: f64) {
    let mut turns: Vec<usize> = (0..row.len()).filter(|&at| row[at].label.is_some()).collect();
    sort_by_key(&mut turns, |&at| row[at].turn);
    for form in [Form::Short, Form::Full, Form::Short, Form::Full, Form::Cut] {
        // A headline that goes to the other side of its mark leaves room
        // to those that had their turn before it.
        for _ in 0..MOST_ROUNDS {
            let mut is_changed = false;
            for &at in &turns {
                if let Some(words) = beside(row, at, form, width) {
                    row[at].words = Some(words);
                    is_changed = true;
                }
            }
            if !is_changed {
                break;
            }
        }
    }
}

/// Turns repeat as long as somebody gets something: in a row of a screen seldom more than twice.
const MOST_ROUNDS: usize = 8;

/// The words of the `at`th in this form, if there is room for them and they say more than it has.
fn beside(row: &[Standing<'_>], at: usize, form: Form, width: f64) -> Option<(Text, f64)> {
    let own = &row[at];
    let label = own.label?;
    let [start, end] = [own.x + label.gap, own.x - LABEL_GAP];
    let until = row.get(at + 1).map_or(width, |next| next.reach()[0] - LABEL_MARGIN);
    let from = at.checked_sub(1).map_or(0.0, |before| row[before].reach()[1] + TURNED_GAP);
    let [right, left] = [until.min(width) - start, end - from.max(0.0)];
    let text = match form {
        Form::Short if own.words.is_some() => return None,
        Form::Short => &label.short,
        Form::Full if own.words.as_ref().is_some_and(|(text, _)| text.text == label.full.text) => {
            return None;
        }
        Form::Full => &label.full,
        Form::Cut if own.words.is_some() => return None,
        Form::Cut => {
            let cut = label.full.cut_to(right.max(left))?;
            let x = if right >= left { start } else { end - cut.width };
            return Some((cut, x));
        }
    };
    if text.width <= right {
        Some((text.clone(), start))
    } else if text.width <= left {
        Some((text.clone(), end - text.width))
    } else {
        None
    }
}

impl Standing<'_> {
    /// From where to where it reaches with its words.
    fn reach(&self) -> [f64; 2] {
        let [left, right] = self.body;
        self.words.as_ref().map_or(self.body, |(text, x)| [left.min(*x), right.max(x + text.width)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::levels::MARK_REACH;
    use crate::timeline::sample::text_width;
    use proptest::prelude::*;

    fn text(text: &'static str) -> Text {
        Text { text: text.into(), width: text_width(text) }
    }

    fn label() -> Label {
        Label {
            full: text("Somebody did something to somebody else on a long day"),
            short: text("Something was done"),
            dated: text(""),
            date: text(""),
            gap: 11.0,
        }
    }

    fn standing(label: &Label, x: f64, turn: u64) -> Standing<'_> {
        Standing { body: [x - MARK_REACH, x + MARK_REACH], x, label: Some(label), turn, words: None }
    }

    proptest! {
        #[test]
        fn no_headline_is_short_or_missing_while_there_is_room_for_it(
            mut places in prop::collection::vec((0.0..1000.0_f64, 0u64..9), 1..12),
        ) {
            let label = label();
            let mut row: Vec<Standing<'_>> = Vec::new();
            places.sort_by(|a, b| a.0.total_cmp(&b.0));
            for (x, turn) in places {
                if row.last().is_none_or(|last| x - last.x > 26.0) {
                    row.push(standing(&label, x, turn));
                }
            }
            write(&mut row, 1000.0);
            for pair in row.windows(2) {
                prop_assert!(pair[0].reach()[1] <= pair[1].reach()[0]);
            }
            for at in 0..row.len() {
                let is_full = row[at].words.as_ref().is_some_and(|(text, _)| text.text == label.full.text);
                if !is_full {
                    prop_assert!(beside(&row, at, Form::Full, 1000.0).is_none());
                }
                if row[at].words.is_none() {
                    prop_assert!(beside(&row, at, Form::Short, 1000.0).is_none());
                }
                if let Some((text, x)) = &row[at].words {
                    prop_assert!(*x >= 0.0 && x + text.width <= 1000.0);
                }
            }
        }
    }

    #[test]
    fn who_stands_out_has_the_first_word() {
        let label = label();
        let words = |turns: [u64; 2]| {
            let mut row = [standing(&label, 200.0, turns[0]), standing(&label, 330.0, turns[1])];
            write(&mut row, 400.0);
            row.map(|one| one.words.map(|(text, _)| text.text.chars().count()))
        };
        // Between the two, and left of the first, there is room for a short one; behind the second for none.
        assert_eq!(words([0, 1]), [Some(18), None]);
        assert_eq!(words([1, 0]), [Some(18), None].map(|own: Option<usize>| own));
    }
}
