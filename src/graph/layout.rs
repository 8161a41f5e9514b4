//! Where the nodes of a graph stand: a request becomes bodies, springs and anchors,
//! and those move until they rest.
//!
//! Nodes must keep their places while the window moves, and the same window must always give the same
//! picture. So a window's layout does not start from the one before it. It starts from [`home`], the layout
//! of the whole record. Nodes are pulled to their places there,
//! and only make the room that their labels and dealings need.

use dataset::model::ActorIdx;

use super::content::GraphContent;
use super::force::anchors::Anchor;
use super::force::many_body::charge;
use super::force::springs::Spring;
use super::force::{Body, Setup, Simulation};
use super::regions::{REGION_PULL, starts};
pub use super::request::{GraphLayout, GraphRequest, LinkSpec, NodeSpec, radius};
use crate::geom::{Point, Rect, Size, Vec2};
use crate::order;
use crate::record::Record;

/// Mean width of a letter of a label in px, and a line's height: what is assumed where nothing was measured.
pub const LETTER_SIZE: Size = Size::new(6.2, 14.0);

/// Side in px of the square that a node gets where there is room.
const SPACING: f64 = 84.0;

/// Share of the panel that nodes spread over; the rest is left at its rim for labels.
const FILL: f64 = 0.7;

/// Pull to where a node stood in the layout that another starts from: strong, so that it stays about there.
const START_PULL: f64 = 0.4;

/// Heat of a layout that starts from another.
const START_HEAT: f64 = 0.5;

/// Room in px around a label's box.
const LABEL_GAP: f64 = 3.0;

/// Share of the panel that the boxes of labels may claim together:
/// beyond it, nodes with fewer events get none.
const MAX_CLAIM: f64 = 0.5;

/// Length in px of a spring, beside the radii of its ends.
const LINK_LENGTH: f64 = 26.0;

/// What a tie between different sides counts for: sides are to stay apart, whatever goes on between them.
const CROSS_SIDE: f64 = 0.15;

/// A layout on its way to rest, for callers with little time at once.
#[derive(Clone, Debug)]
pub struct Settling {
    actors: Vec<ActorIdx>,
    simulation: Simulation,
}

impl Settling {
    /// At its start: the places of `start`, and for actors without one those
    /// of their side's part of the panel.
    ///
    /// The order of nodes and links in the request does not matter. Places outside the panel count as the
    /// nearest inside (pins stay where they are); places
    /// that are not finite count as none. O(n² + links × log n).
    #[must_use]
    pub fn new(request: &GraphRequest, start: Option<&GraphLayout>) -> Self {
        let mut nodes = request.nodes.clone();
        order::sort_unique_by_key(&mut nodes, |node| node.actor.0.into());
        let walls = Rect::from_min_size(Point::default(), request.size);
        let boxes = half_boxes(&nodes, request.size);
        let is_finite = |at: &Point| at.x.is_finite() && at.y.is_finite();
        let pins = GraphLayout::new(request.pins.iter().copied().filter(|(_, at)| is_finite(at)).collect());
        let body = |((node, half_box), (place, anchor)): ((&NodeSpec, Vec2), (Point, Anchor))| {
            let home = start.and_then(|start| start.place(node.actor)).filter(is_finite);
            let (place, anchor) = home
                .map_or((place, anchor), |at| (at, Anchor { at, pull: Vec2::new(START_PULL, START_PULL) }));
            let pin = pins.place(node.actor);
            let place = pin.unwrap_or_else(|| super::force::inside(walls, half_box, place));
            Body { place, radius: node.radius(), half_box, anchor, is_pinned: pin.is_some() }
        };
        let bodies: Vec<Body> = nodes.iter().zip(boxes).zip(starts(request, &nodes)).map(body).collect();
        let setup = Setup {
            springs: springs(request, &nodes),
            charge: spread(nodes.len(), request.size),
            walls,
            heat: if start.is_some() { START_HEAT } else { 1.0 },
            bodies,
        };
        Self { actors: nodes.iter().map(|node| node.actor).collect(), simulation: Simulation::new(setup) }
    }

    /// One step; nothing at rest. O(n log n + links).
    pub fn tick(&mut self) {
        self.simulation.tick();
    }

    /// Whether nothing moves any more; so after at most 150 ticks.
    #[must_use]
    pub fn is_at_rest(&self) -> bool {
        self.simulation.is_at_rest()
    }

    /// The places now.
    #[must_use]
    pub fn layout(&self) -> GraphLayout {
        GraphLayout::new(self.actors.iter().copied().zip(self.simulation.places().iter().copied()).collect())
    }
}

/// The layout of `request` at rest, see [`Settling::new`].
#[must_use]
pub fn settle(request: &GraphRequest, start: Option<&GraphLayout>) -> GraphLayout {
    let mut settling = Settling::new(request, start);
    while !settling.is_at_rest() {
        settling.tick();
    }
    settling.layout()
}

/// The layout of the whole record on a panel of `size`: what the layouts of its windows start from. Actors of
/// few events have no place in it where there are more than 240.
///
/// To be computed once for each size: it takes as long as all the ticks of the largest graph.
#[must_use]
pub fn home(record: &Record, whole: &GraphContent, size: Size) -> GraphLayout {
    settle(&GraphRequest::of(record, &whole.clone().at_home(), &[], size), None)
}

/// The charge that spreads `num_nodes` over the panel, but no further than labels need.
#[expect(clippy::cast_precision_loss, reason = "nodes are counted in u16")]
fn spread(num_nodes: usize, size: Size) -> f64 {
    let area = FILL * size.width * size.height / (num_nodes as f64).max(1.0);
    charge(area.min(SPACING * SPACING), Vec2::new(REGION_PULL / 2.0, REGION_PULL / 2.0))
}

/// Half the size of each node's box: wide enough for its label above or below the disc,
/// for as many as there is room for.
///
/// ```text
///    ┌────────────┐
///    │     ●      │   radius + half a line up and down: which of both sides the label is on
///    │ Soleimani  │   does not matter, as long as it is the same one for all
///    └────────────┘
/// ```
fn half_boxes(nodes: &[NodeSpec], size: Size) -> Vec<Vec2> {
    let gap = Vec2::new(LABEL_GAP, LABEL_GAP);
    let mut ranked: Vec<(usize, &NodeSpec)> = nodes.iter().enumerate().collect();
    order::sort_by_key(&mut ranked, |(_, node)| order::down(node.num_events));
    let mut boxes = vec![Vec2::default(); nodes.len()];
    let mut room = MAX_CLAIM * size.width * size.height;
    for (at, node) in ranked {
        let radius = node.radius();
        let width = (f64::from(node.label_chars) * LETTER_SIZE.width / 2.0).max(radius);
        let with_label = Vec2::new(width, radius + LETTER_SIZE.height / 2.0) + gap;
        room -= 4.0 * with_label.x * with_label.y;
        boxes[at] = if room > 0.0 { with_label } else { Vec2::new(radius, radius) + gap };
    }
    boxes
}

fn springs(request: &GraphRequest, nodes: &[NodeSpec]) -> Vec<Spring> {
    let mut links = request.links.clone();
    order::sort_by_key(&mut links, |link| order::float(link.strength));
    order::sort_by_key(&mut links, |link| order::parts(0, link.ends[0].0, link.ends[1].0.into()));
    let find = |actor| nodes.binary_search_by_key(&actor, |node| node.actor).ok();
    let spring = |link: LinkSpec| {
        let [a, b] = link.ends.map(find);
        let (a, b) = (a?, b?);
        let strength = link.strength * if nodes[a].side == nodes[b].side { 1.0 } else { CROSS_SIDE };
        let ends = [u32::try_from(a).ok()?, u32::try_from(b).ok()?];
        Some(Spring { ends, length: LINK_LENGTH + nodes[a].radius() + nodes[b].radius(), strength })
    };
    links.into_iter().filter_map(spring).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use dataset::model::{ActorKind, SideIdx};
    use proptest::prelude::*;

    const WIDE: Size = Size::new(760.0, 330.0);
    const NARROW: Size = Size::new(360.0, 420.0);

    fn any_request() -> impl Strategy<Value = GraphRequest> {
        use ActorKind::{Agreement, ArmedGroup, Intergovernmental, Person, State};
        let kind = proptest::sample::select(vec![State, Person, ArmedGroup, Intergovernmental, Agreement]);
        let nodes = proptest::collection::vec((0u16..4, kind, 1u16..60, 2u16..20), 1..=60);
        let links = proptest::collection::vec((0u16..60, 0u16..60, 0.0..1.0f64), 0..120);
        (nodes, links, proptest::sample::select(vec![WIDE, NARROW])).prop_map(|(nodes, links, size)| {
            GraphRequest {
                nodes: (0u16..)
                    .zip(nodes)
                    .map(|(idx, (side, kind, num_events, label_chars))| NodeSpec {
                        // Not all indices are there, as in a window.
                        actor: ActorIdx(idx * 2),
                        side: SideIdx(side),
                        kind,
                        num_events,
                        label_chars,
                    })
                    .collect(),
                links: links
                    .into_iter()
                    .map(|(a, b, strength)| LinkSpec { ends: [ActorIdx(a), ActorIdx(b)], strength })
                    .collect(),
                pins: Vec::new(),
                num_sides: 4,
                size,
            }
        })
    }

    fn is_inside(size: Size, place: Point, radius: f64) -> bool {
        let fits = |at: f64, len: f64| at >= radius && at <= len - radius;
        fits(place.x, size.width) && fits(place.y, size.height)
    }

    #[test]
    fn nothing_has_an_empty_layout_and_a_panel_without_size_a_finite_one() {
        assert_eq!(settle(&GraphRequest::default(), None), GraphLayout::default());
        let node = |idx| NodeSpec {
            actor: ActorIdx(idx),
            side: SideIdx(idx),
            kind: ActorKind::State,
            num_events: 3,
            label_chars: 9,
        };
        let nodes: Vec<NodeSpec> = (0..9).map(node).collect();
        let layout = settle(&GraphRequest { nodes, ..GraphRequest::default() }, None);
        assert!(layout.places().iter().all(|(_, at)| at.x.is_finite() && at.y.is_finite()));
    }

    #[test]
    fn places_that_are_no_numbers_count_as_none() {
        let node = NodeSpec {
            actor: ActorIdx(0),
            side: SideIdx(1),
            kind: ActorKind::State,
            num_events: 3,
            label_chars: 9,
        };
        let nowhere = [(ActorIdx(0), Point::new(f64::NAN, 3.0))].to_vec();
        let request = GraphRequest { nodes: vec![node], num_sides: 4, size: WIDE, ..GraphRequest::default() };
        let layout = settle(&request, None);
        assert_eq!(settle(&GraphRequest { pins: nowhere.clone(), ..request.clone() }, None), layout);
        let from_nowhere = settle(&request, Some(&GraphLayout::new(nowhere)));
        assert!((from_nowhere.places()[0].1 - layout.places()[0].1).length() < 0.5);
    }

    #[test]
    fn a_layout_is_the_same_to_the_last_bit_as_when_this_was_written() {
        let node = |idx: u16| NodeSpec {
            actor: ActorIdx(idx),
            side: SideIdx(idx % 4),
            kind: [ActorKind::State, ActorKind::Person, ActorKind::Agreement][usize::from(idx) % 3],
            num_events: 1 + idx * idx % 23,
            label_chars: 5 + idx % 9,
        };
        let link = |idx: u16| LinkSpec {
            ends: [ActorIdx(idx / 3), ActorIdx(idx)],
            strength: 1.0 / (1.0 + f64::from(idx % 5)),
        };
        let (nodes, links) = ((0..30).map(node).collect(), (1..30).map(link).collect());
        let layout = settle(&GraphRequest { nodes, links, pins: Vec::new(), num_sides: 4, size: WIDE }, None);
        // Sums all bits of all places, so that a host and a browser can be compared by one number.
        let bits =
            |sum: u64, &(_, at): &(ActorIdx, Point)| (sum ^ at.x.to_bits()).rotate_left(7) ^ at.y.to_bits();
        assert_eq!(layout.places().iter().fold(0, bits), 2_690_208_773_890_754_775);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]

        #[test]
        fn every_disc_is_inside_the_panel_and_on_no_other(request in any_request()) {
            let layout = settle(&request, None);
            for (i, node) in request.nodes.iter().enumerate() {
                let place = layout.place(node.actor).unwrap();
                prop_assert!(is_inside(request.size, place, node.radius()), "{place:?}");
                for other in &request.nodes[..i] {
                    let apart = (layout.place(other.actor).unwrap() - place).length();
                    prop_assert!(
                        apart >= node.radius() + other.radius(),
                        "{:?} and {:?}",
                        node.actor,
                        other.actor
                    );
                }
            }
        }

        #[test]
        fn the_order_of_nodes_and_links_does_not_matter(request in any_request(), turn in 0usize..60) {
            let mut other = request.clone();
            other.nodes.reverse();
            let len = other.nodes.len();
            other.nodes.rotate_left(turn % len);
            other.links.reverse();
            prop_assert_eq!(settle(&other, None), settle(&request, None));
        }

        #[test]
        fn it_comes_to_rest_within_150_ticks_and_stays(request in any_request()) {
            let mut settling = Settling::new(&request, None);
            for _ in 0..150 {
                settling.tick();
            }
            prop_assert!(settling.is_at_rest());
            let rest = settling.layout();
            settling.tick();
            prop_assert_eq!(settling.layout(), rest);
        }

        #[test]
        fn pinned_nodes_stay_even_outside_the_panel(
            request in any_request(),
            x in -90.0..900.0f64,
            y in -90.0..500.0f64,
        ) {
            let pin = (request.nodes[0].actor, Point::new(x, y));
            let layout = settle(&GraphRequest { pins: vec![pin], ..request }, None);
            prop_assert_eq!(layout.place(pin.0), Some(pin.1));
        }

        #[test]
        fn a_window_leaves_nodes_about_where_the_whole_record_has_them(
            request in any_request(),
            every in 1usize..6,
        ) {
            let home = settle(&request, None);
            let mut window = request.clone();
            window.nodes = request.nodes.iter().step_by(every).copied().collect();
            let layout = settle(&window, Some(&home));
            prop_assert_eq!(layout.places().len(), window.nodes.len());
            for &(actor, place) in layout.places() {
                let moved = (place - home.place(actor).unwrap()).length();
                prop_assert!(moved < 120.0, "moved by {moved}");
            }
        }
    }
}
