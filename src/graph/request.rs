//! What a layout is asked for, and what it answers: two values that can be compared.
//!
//! Separate from `layout`, which turns one into the other.

use dataset::model::{ActorIdx, ActorKind, SideIdx};

use super::content::GraphContent;
use crate::geom::{Point, Size, clamp};
use crate::order;
use crate::record::Record;

/// All that the places of nodes depend on: equal requests (and starts) have equal layouts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GraphRequest {
    /// Who is to be placed; in any order, each actor once.
    pub nodes: Vec<NodeSpec>,
    /// Who is to stand near whom; in any order. Links to actors that are not among the nodes are left out.
    pub links: Vec<LinkSpec>,
    /// Nodes that the reader has put somewhere, in any order.
    pub pins: Vec<(ActorIdx, Point)>,
    /// How many sides the record has; the first two are the adversaries.
    pub num_sides: u16,
    /// The panel in px; its top left corner is the origin of all places.
    pub size: Size,
}

/// A node to be placed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NodeSpec {
    /// Who.
    pub actor: ActorIdx,
    /// Whose people it belongs to.
    pub side: SideIdx,
    /// What it is.
    pub kind: ActorKind,
    /// In how many events it has a part.
    pub num_events: u16,
    /// Letters of its label.
    pub label_chars: u16,
}

/// A tie between two nodes, without direction.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LinkSpec {
    /// Its ends, the lower index first.
    pub ends: [ActorIdx; 2],
    /// 0 (none) to 1 (as near as their discs allow).
    pub strength: f64,
}

/// Where nodes stand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GraphLayout {
    /// Centre of each actor's disc, sorted by actor.
    places: Vec<(ActorIdx, Point)>,
}

impl GraphRequest {
    /// Events at which a dealing has half its full strength: few are already worth a place nearby.
    const HALF_STRENGTH_EVENTS: f64 = 3.0;

    /// What one standing relation adds to a tie: less than one event,
    /// since relations are many and always there.
    const RELATION_STRENGTH: f64 = 0.15;

    /// The request for `content` on a panel of `size`. O(n log n).
    #[must_use]
    pub fn of(record: &Record, content: &GraphContent, pins: &[(ActorIdx, Point)], size: Size) -> Self {
        let nodes = content.nodes.iter().map(|node| {
            let actor = record.actor(node.actor);
            let label_chars = u16::try_from(actor.short.chars().count()).unwrap_or(u16::MAX);
            NodeSpec {
                actor: node.actor,
                side: actor.side,
                kind: actor.kind,
                num_events: node.num_events,
                label_chars,
            }
        });
        let sorted = |a: ActorIdx, b: ActorIdx| if a < b { [a, b] } else { [b, a] };
        #[expect(clippy::cast_precision_loss, reason = "events are counted in u16")]
        let dealings = content.dealings.iter().map(|dealing| {
            let num_events = dealing.events.len() as f64;
            let strength = num_events / (num_events + Self::HALF_STRENGTH_EVENTS);
            LinkSpec { ends: sorted(dealing.from, dealing.to), strength }
        });
        let relations = content.standings.iter().map(|pair| {
            let strength = Self::RELATION_STRENGTH;
            LinkSpec { ends: sorted(pair.source, pair.target), strength }
        });
        let mut links: Vec<LinkSpec> = dealings.chain(relations).collect();
        order::sort_by_key(&mut links, |link| order::parts(0, link.ends[0].0, link.ends[1].0.into()));
        links.dedup_by(|next, kept| {
            let is_same = next.ends == kept.ends;
            if is_same {
                kept.strength = (kept.strength + next.strength).min(1.0);
            }
            is_same
        });
        let num_sides = u16::try_from(record.data().sides.len()).unwrap_or(u16::MAX);
        Self { nodes: nodes.collect(), links, pins: pins.to_vec(), num_sides, size }
    }
}

impl NodeSpec {
    /// Radius of its disc in px, see [`radius`].
    #[must_use]
    pub fn radius(&self) -> f64 {
        radius(self.num_events)
    }
}

/// Radius in px of the disc of an actor with a part in `num_events` events: 5 for one, 18 from 57 on.
///
/// The area grows with the count (so the radius with its root), and does not depend on the other nodes, so
/// that a node keeps its size while others come and go.
#[must_use]
pub fn radius(num_events: u16) -> f64 {
    clamp(3.0 + 2.0 * f64::from(num_events).sqrt(), 5.0, 18.0)
}

impl GraphLayout {
    /// A layout of places in any order; of several for one actor the first counts.
    #[must_use]
    pub fn new(mut places: Vec<(ActorIdx, Point)>) -> Self {
        order::sort_unique_by_key(&mut places, |&(actor, _)| actor.0.into());
        Self { places }
    }

    /// Centre of each actor's disc, sorted by actor.
    #[must_use]
    pub fn places(&self) -> &[(ActorIdx, Point)] {
        &self.places
    }

    /// Where `actor` stands, if it has a place.
    #[must_use]
    pub fn place(&self, actor: ActorIdx) -> Option<Point> {
        self.places.binary_search_by_key(&actor, |&(actor, _)| actor).ok().map(|at| self.places[at].1)
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::Sample;
    use super::*;
    use dataset::model::RelationKind::{AllyOf, Heads};

    #[test]
    fn a_radius_grows_with_the_root_of_the_count_between_its_bounds() {
        assert_eq!([0, 1, 4, 25, 57, 9999].map(radius), [5.0, 5.0, 7.0, 13.0, 18.0, 18.0]);
    }

    #[test]
    fn dealings_both_ways_and_relations_of_a_pair_make_one_tie() {
        let [a, b, c] = [0, 1, 2].map(ActorIdx);
        let record = Sample::new(3)
            .event("2020-01-01", &[a], &[b], None)
            .event("2020-01-02", &[b], &[a], None)
            .event("2020-01-03", &[c], &[], None)
            .relation(b, Heads, a, None)
            .relation(c, AllyOf, a, None)
            .record();
        let request = GraphRequest::of(&record, &GraphContent::whole(&record), &[], Size::new(300.0, 200.0));
        assert_eq!(
            request.links,
            [LinkSpec { ends: [a, b], strength: 0.65 }, LinkSpec { ends: [a, c], strength: 0.15 }]
        );
        assert_eq!(
            request.nodes.iter().map(|node| (node.num_events, node.label_chars)).collect::<Vec<_>>(),
            [(2, 7), (2, 7), (1, 7)]
        );
    }

    #[test]
    fn a_layout_is_sorted_and_keeps_the_first_of_two_places() {
        let layout = GraphLayout::new(
            [(2, 1.0), (1, 2.0), (2, 3.0)].map(|(idx, x)| (ActorIdx(idx), Point::new(x, 0.0))).to_vec(),
        );
        assert_eq!(layout.place(ActorIdx(2)), Some(Point::new(1.0, 0.0)));
        assert_eq!(layout.place(ActorIdx(0)), None);
        assert_eq!(layout.places().len(), 2);
    }
}
