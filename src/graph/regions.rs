//! The parts of the panel that belong to each side: the adversaries left and right, third parties between.
//!
//! ```text
//! ┌──────────┬─────────┬──────────┐
//! │          │ accords │          │   accords: agreements and intergovernmental bodies of third sides
//! │  first   ├─────────┤  second  │
//! │  side    │  last   │  side    │   ● the state of an adversary with most events stands in its middle
//! │    ●     │   …     │    ●     │
//! │          │  third  │          │
//! └──────────┴─────────┴──────────┘
//! ```

use dataset::model::ActorKind::{Agreement, Intergovernmental, State};
use dataset::model::{ActorIdx, SideIdx};

use super::force::anchors::Anchor;
use super::request::{GraphRequest, NodeSpec};
use crate::geom::{Point, Rect, Size, Vec2};

/// Share of the panel's width that each adversary has.
const ADVERSARY_WIDTH: f64 = 0.37;

/// Share of the panel's height that agreements and intergovernmental bodies have.
const ACCORDS_HEIGHT: f64 = 0.25;

/// Sum of the pulls across and down to a region's middle; against it the push of all nodes is set.
pub const REGION_PULL: f64 = 0.12;

/// Pull across and down of an adversary's state to its region's middle, strong against all that is around it.
const HUB_PULL: f64 = 0.3;

/// Which part of the panel a node belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Region {
    /// That of a side.
    Side(SideIdx),
    /// That of agreements and intergovernmental bodies.
    Accords,
}

impl Region {
    /// The region of `node`.
    #[must_use]
    pub fn of(node: &NodeSpec) -> Self {
        let is_accord = matches!(node.kind, Agreement | Intergovernmental);
        if is_accord && node.side.0 >= 2 { Self::Accords } else { Self::Side(node.side) }
    }

    /// Its part of a panel of `size` in a record of `num_sides` sides.
    #[must_use]
    pub fn rect(self, num_sides: u16, size: Size) -> Rect {
        let (left, right) = (ADVERSARY_WIDTH, 1.0 - ADVERSARY_WIDTH);
        let (left, top, right, bottom) = match self {
            Self::Side(SideIdx(0)) => (0.0, 0.0, left, 1.0),
            Self::Side(SideIdx(1)) => (right, 0.0, 1.0, 1.0),
            Self::Accords => (left, 0.0, right, ACCORDS_HEIGHT),
            Self::Side(SideIdx(side)) => {
                // The first of the third sides lies lowest, the last one below the accords.
                let height = (1.0 - ACCORDS_HEIGHT) / f64::from(num_sides.saturating_sub(2).max(1));
                let bottom = 1.0 - height * f64::from(side - 2);
                (left, bottom - height, right, bottom)
            }
        };
        let at = |x: f64, y: f64| Point::new(x * size.width, y * size.height);
        Rect { min: at(left, top), max: at(right, bottom) }
    }

    /// The anchor that, against the push of all nodes, spreads them over `rect`:
    /// the pulls are as its height to its width.
    fn anchor(rect: Rect) -> Anchor {
        let sum = (rect.width() + rect.height()).max(f64::MIN_POSITIVE);
        Anchor { at: rect.center(), pull: Vec2::new(rect.height(), rect.width()) * (REGION_PULL / sum) }
    }
}

/// Where each node of `request` starts and what it is tied to, if nothing is known of where it stood: in
/// order of actors, spread over its region on a sunflower's spiral.
#[must_use]
pub fn starts(request: &GraphRequest, nodes: &[NodeSpec]) -> Vec<(Point, Anchor)> {
    let hubs = [0, 1].map(|side| hub(nodes, SideIdx(side)));
    let place = |(at, node): (usize, &NodeSpec)| {
        let region = Region::of(node);
        let rect = region.rect(request.num_sides, request.size);
        if hubs.contains(&Some(node.actor)) {
            return (rect.center(), Anchor { at: rect.center(), pull: Vec2::new(HUB_PULL, HUB_PULL) });
        }
        let rank = nodes[..at].iter().filter(|other| Region::of(other) == region).count();
        let len = nodes.iter().filter(|other| Region::of(other) == region).count();
        let way = sunflower(rank, len);
        let start = rect.center() + Vec2::new(way.x * rect.width() / 2.0, way.y * rect.height() / 2.0);
        (start, Region::anchor(rect))
    };
    nodes.iter().enumerate().map(place).collect()
}

/// The state of `side` with a part in most events, of several the first.
fn hub(nodes: &[NodeSpec], side: SideIdx) -> Option<ActorIdx> {
    let states = nodes.iter().filter(|node| node.side == side && node.kind == State);
    states.max_by_key(|node| (node.num_events, std::cmp::Reverse(node.actor))).map(|node| node.actor)
}

/// The place of seed `rank` of `len` in a disc of radius 1: evenly spread, no two in one direction.
///
/// Method: Vogel's spiral, with the golden angle turned by its cosine and sine, written out since those that
/// the machine computes differ from one to the next in the last bits.
#[expect(clippy::cast_precision_loss, reason = "ranks are far below 2⁵²")]
fn sunflower(rank: usize, len: usize) -> Vec2 {
    const COS: f64 = -0.737_368_878_078_319_8;
    const SIN: f64 = 0.675_490_294_261_523_6;
    let turn = |way: Vec2, _| Vec2::new(way.x * COS - way.y * SIN, way.x * SIN + way.y * COS);
    let way = (0..rank).fold(Vec2::new(1.0, 0.0), turn);
    way * ((rank as f64 + 0.5) / len as f64).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use dataset::model::ActorKind;

    const SIZE: Size = Size::new(1000.0, 400.0);

    fn node(idx: u16, side: u16, kind: ActorKind, num_events: u16) -> NodeSpec {
        NodeSpec { actor: ActorIdx(idx), side: SideIdx(side), kind, num_events, label_chars: 8 }
    }

    #[test]
    fn the_regions_of_four_sides_and_the_accords_cover_the_panel() {
        let sides = [0, 1, 2, 3].map(|side| Region::Side(SideIdx(side)));
        let rects: Vec<Rect> =
            sides.into_iter().chain([Region::Accords]).map(|region| region.rect(4, SIZE)).collect();
        let area: f64 = rects.iter().map(|rect| rect.width() * rect.height()).sum();
        assert!((area - 400_000.0).abs() < 1e-6);
        for (i, a) in rects.iter().enumerate() {
            assert!(rects[..i].iter().all(|b| !a.overlaps(*b)), "region {i}");
        }
        assert!(rects[2].min.y > rects[3].min.y && rects[3].min.y > rects[4].min.y, "from the bottom up");
    }

    #[test]
    fn the_state_with_most_events_stands_in_the_middle_of_its_side() {
        let nodes = [
            node(0, 0, State, 3),
            node(1, 0, State, 9),
            node(2, 0, ActorKind::Person, 20),
            node(3, 0, State, 9),
        ];
        let request = GraphRequest { num_sides: 4, size: SIZE, ..GraphRequest::default() };
        let starts = starts(&request, &nodes);
        let middle = Point::new(185.0, 200.0);
        assert_eq!(
            starts.iter().map(|start| start.0 == middle).collect::<Vec<_>>(),
            [false, true, false, false]
        );
    }

    #[test]
    fn only_accords_of_third_sides_stand_between() {
        assert_eq!(Region::of(&node(0, 3, Agreement, 1)), Region::Accords);
        assert_eq!(Region::of(&node(0, 0, Intergovernmental, 1)), Region::Side(SideIdx(0)));
        assert_eq!(Region::of(&node(0, 3, State, 1)), Region::Side(SideIdx(3)));
    }

    #[test]
    fn seeds_are_inside_the_disc_and_apart() {
        let seeds: Vec<Vec2> = (0..200).map(|rank| sunflower(rank, 200)).collect();
        for (i, a) in seeds.iter().enumerate() {
            assert!(a.length() < 1.0);
            assert!(seeds[..i].iter().all(|b| (*a + -*b).length() > 1.2 / 200f64.sqrt()), "seed {i}");
        }
    }
}
