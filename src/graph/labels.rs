//! Which nodes get a label, and on which side of the node: the important ones first, none on top of another.
//!
//! Greedy: each label in turn takes the first of four places that is free. The best choice of all is NP-hard
//! (Formann and Wagner, "A packing problem with applications to lettering of maps", 1991), and not needed.

use super::layout::LETTER_SIZE;
use super::links::Disc;
use crate::geom::{Point, Rect, Size, Vec2};
use crate::order::{down, sort_by_key};

/// Room in px between a disc and its label, enough for an outline's corners.
const GAP: f64 = 4.0;

/// Labels that are tried at most: a panel holds fewer, and the work is this times the number of nodes.
const MAX_TRIES: usize = 160;

/// A label without a free place may lie on discs of nodes whose rank, times this, is not above its own: what
/// everything turns on must have a name, also where its people crowd around it.
const MINOR: u32 = 4;

/// How far below a box's top its letters stand, as a share of its height.
const BASELINE: f64 = 0.76;

/// Where the letters start from the point they are placed at; SVG's `text-anchor`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TextAnchor {
    /// To the right of it.
    Start,
    /// Around it.
    Middle,
    /// To the left of it.
    End,
}

/// A label to be placed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LabelSpec {
    /// The node's disc.
    pub disc: Disc,
    /// Width of the text in px.
    pub width: f64,
    /// Labels with a higher rank are placed first, of equal ones that which comes first.
    pub rank: u32,
}

/// A label's place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlacedLabel {
    /// Where the text is placed: `x` by `anchor`, `y` is its baseline.
    pub at: Point,
    /// How it lies about `at`.
    pub anchor: TextAnchor,
    /// The box that is kept free for it.
    pub bounds: Rect,
}

impl TextAnchor {
    /// The value of SVG's `text-anchor`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// A place for each label, in the order given, or none: inside `size`, off all placed labels, off all discs;
/// where there is none, one that is on discs of much lower rank only (a quarter or less).
///
/// Tried in turn: right, left, above and below the disc.
/// O(labels × (labels + discs)), with 160 labels at most.
#[must_use]
pub fn place_labels(specs: &[LabelSpec], size: Size) -> Vec<Option<PlacedLabel>> {
    let mut order: Vec<usize> = (0..specs.len()).collect();
    sort_by_key(&mut order, |&i| down(specs[i].rank));
    let mut labels = vec![None; specs.len()];
    let mut taken: Vec<Rect> = Vec::new();
    for &i in order.iter().take(MAX_TRIES) {
        let spec = &specs[i];
        let is_free = |label: &PlacedLabel| {
            is_inside(label.bounds, size) && !taken.iter().any(|&other| label.bounds.overlaps(other))
        };
        // The highest rank among the discs that it covers; none for a place that is free.
        let covers = |label: &PlacedLabel| {
            specs.iter().filter(|spec| touches(label.bounds, spec.disc)).map(|spec| spec.rank).max()
        };
        let is_allowed =
            |covered: Option<u32>| covered.is_none_or(|rank| rank.saturating_mul(MINOR) <= spec.rank);
        let places = candidates(spec);
        let mut allowed = places.iter().filter(|label| is_free(label) && is_allowed(covers(label)));
        let label = allowed.clone().find(|label| covers(label).is_none()).or_else(|| allowed.next());
        taken.extend(label.map(|label| label.bounds));
        labels[i] = label.copied();
    }
    labels
}

fn candidates(spec: &LabelSpec) -> [PlacedLabel; 4] {
    let Disc { center, radius } = spec.disc;
    let (width, height) = (spec.width, LETTER_SIZE.height);
    let place = |anchor, x: f64, top: f64| {
        let left = match anchor {
            TextAnchor::Start => x,
            TextAnchor::Middle => x - width / 2.0,
            TextAnchor::End => x - width,
        };
        let bounds = Rect::from_min_size(Point::new(left, top), Size::new(width, height));
        PlacedLabel { at: Point::new(x, top + BASELINE * height), anchor, bounds }
    };
    let away = radius + GAP;
    [
        place(TextAnchor::Start, center.x + away, center.y - height / 2.0),
        place(TextAnchor::End, center.x - away, center.y - height / 2.0),
        place(TextAnchor::Middle, center.x, center.y - away - height),
        place(TextAnchor::Middle, center.x, center.y + away),
    ]
}

fn is_inside(bounds: Rect, size: Size) -> bool {
    bounds.min.x >= 0.0 && bounds.min.y >= 0.0 && bounds.max.x <= size.width && bounds.max.y <= size.height
}

/// Whether a point of `bounds` lies inside `disc`.
fn touches(bounds: Rect, disc: Disc) -> bool {
    let nearest = Point::new(
        disc.center.x.max(bounds.min.x).min(bounds.max.x),
        disc.center.y.max(bounds.min.y).min(bounds.max.y),
    );
    let way: Vec2 = disc.center - nearest;
    way.length_squared() < disc.radius * disc.radius
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    const SIZE: Size = Size::new(400.0, 200.0);

    fn spec(x: f64, y: f64, rank: u32) -> LabelSpec {
        LabelSpec { disc: Disc { center: Point::new(x, y), radius: 6.0 }, width: 60.0, rank }
    }

    fn check(specs: &[LabelSpec], expected: &[&str]) {
        let name = |label: Option<PlacedLabel>| match label {
            None => "none",
            Some(label) if label.anchor != TextAnchor::Middle => label.anchor.as_str(),
            Some(label) if label.at.y < label.bounds.max.y && label.bounds.max.y < 100.0 => "above",
            Some(_) => "below",
        };
        assert_eq!(place_labels(specs, SIZE).into_iter().map(name).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_label_stands_right_then_left_then_above_then_below() {
        check(&[spec(200.0, 100.0, 0)], &["start"]);
        check(&[spec(395.0, 100.0, 0)], &["end"]);
        check(
            &[spec(200.0, 100.0, 1), spec(218.0, 100.0, 2), spec(182.0, 100.0, 3)],
            &["above", "start", "end"],
        );
        let above =
            [spec(200.0, 100.0, 1), spec(218.0, 100.0, 2), spec(182.0, 100.0, 3), spec(200.0, 80.0, 9)];
        check(&above, &["below", "start", "end", "start"]);
    }

    #[test]
    fn the_higher_rank_gets_the_room_and_of_equal_ones_the_first() {
        let crowd = |rank| {
            [
                spec(200.0, 100.0, 1),
                spec(200.0, 100.0, rank),
                spec(200.0, 100.0, 1),
                spec(200.0, 100.0, 1),
                spec(200.0, 100.0, 1),
            ]
        };
        check(&crowd(1), &["start", "end", "above", "below", "none"]);
        check(&crowd(2), &["end", "start", "above", "below", "none"]);
    }

    #[test]
    fn where_nothing_is_free_a_label_may_lie_on_discs_of_a_quarter_of_its_rank() {
        for (rank, expected) in [(26, "none"), (25, "start")] {
            // Around the middle one, too wide to have labels of their own.
            let around = [(225.0, 100.0), (175.0, 100.0), (200.0, 82.0), (200.0, 118.0)];
            let mut specs = around.map(|(x, y)| LabelSpec { width: 900.0, ..spec(x, y, rank) }).to_vec();
            specs.push(spec(200.0, 100.0, 100));
            check(&specs, &["none", "none", "none", "none", expected]);
        }
    }

    proptest! {
        #[test]
        fn no_label_lies_on_another_or_outside_or_on_a_disc_that_matters(
            nodes in vec((0.0..400.0f64, 0.0..200.0f64, 5.0..18.0f64, 10.0..140.0f64, 0u32..9), 0..60),
        ) {
            let specs: Vec<LabelSpec> = nodes
                .iter()
                .map(|&(x, y, radius, width, rank)| LabelSpec {
                    disc: Disc { center: Point::new(x, y), radius },
                    width,
                    rank,
                })
                .collect();
            let labels = place_labels(&specs, SIZE);
            let placed: Vec<(LabelSpec, PlacedLabel)> =
                specs.iter().copied().zip(labels).filter_map(|(spec, label)| Some((spec, label?))).collect();
            for (i, (spec, label)) in placed.iter().enumerate() {
                prop_assert!(placed[..i].iter().all(|(_, other)| !label.bounds.overlaps(other.bounds)));
                prop_assert!(
                    specs
                        .iter()
                        .all(|disc| disc.rank * MINOR <= spec.rank || !touches(label.bounds, disc.disc))
                );
                prop_assert!(label.bounds.min.x >= 0.0 && label.bounds.max.x <= SIZE.width);
                prop_assert!(label.bounds.min.y >= 0.0 && label.bounds.max.y <= SIZE.height);
            }
        }
    }
}
