//! Who acted on whom in a window of time, and who stood in which relation: the graph before it has places.
//!
//! Separate from `layout` and `scene`, since the details panel and the reader without sight need it too.

use dataset::model::{ActorIdx, EventIdx, Relation};
use dataset::units::UtcOffset;

use crate::order::{self, sort_unique_by_key};
use crate::record::Record;
use crate::time::window::TimeWindow;

/// The actors of a window and what is between them; all lists are sorted by actor index.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GraphContent {
    /// Every actor that acted, was acted on or had another part in an event.
    pub nodes: Vec<ActorNode>,
    /// One for each ordered pair of different actors of which the first acted on the second.
    pub dealings: Vec<Dealing>,
    /// One for each ordered pair of different nodes between which a relation stands.
    pub standings: Vec<Standing>,
}

/// An actor of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActorNode {
    /// Who.
    pub actor: ActorIdx,
    /// In how many of the window's events it has a part, at least one.
    pub num_events: u16,
}

/// All that one actor did to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Dealing {
    /// Who acted.
    pub from: ActorIdx,
    /// On whom.
    pub to: ActorIdx,
    /// When: at least one event, in time order.
    pub events: Vec<EventIdx>,
    /// Mean of the events' Goldstein values, −10 (most hostile) to 10; `None` where no event has one.
    pub mean_goldstein: Option<f64>,
}

/// Whether a dealing was more of a blow or of a help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Balance {
    /// The mean of the Goldstein values lies in the worst quarter of the scale, at −5 or below:
    /// force, coercion, sanctions.
    Fierce,
    /// It lies below zero.
    Hostile,
    /// It is zero, or there is none.
    Neutral,
    /// It lies above zero.
    Cooperative,
}

impl Balance {
    /// The balance of this mean, −10 to 10.
    #[must_use]
    pub fn of(mean_goldstein: Option<f64>) -> Self {
        match mean_goldstein {
            Some(mean) if mean <= -5.0 => Self::Fierce,
            Some(mean) if mean < 0.0 => Self::Hostile,
            Some(mean) if mean > 0.0 => Self::Cooperative,
            _ => Self::Neutral,
        }
    }

    /// The class that carries its colour.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Fierce => "fierce",
            Self::Hostile => "hostile",
            Self::Neutral => "neutral",
            Self::Cooperative => "cooperative",
        }
    }
}

/// All standing relations from one actor to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Who stands in them.
    pub source: ActorIdx,
    /// To whom.
    pub target: ActorIdx,
    /// Places in [`dataset::model::Dataset::relations`], ascending; at least one.
    pub relations: Vec<u16>,
}

impl Dealing {
    /// Whether it was more of a blow or of a help.
    #[must_use]
    pub fn balance(&self) -> Balance {
        Balance::of(self.mean_goldstein)
    }

    fn new(record: &Record, from: ActorIdx, to: ActorIdx, events: Vec<EventIdx>) -> Self {
        Self { from, to, mean_goldstein: mean_goldstein(record, &events), events }
    }
}

/// Mean of the Goldstein values of `events`; `None` where none has one.
pub(super) fn mean_goldstein(record: &Record, events: &[EventIdx]) -> Option<f64> {
    let values =
        || events.iter().filter_map(|&idx| record.event(idx).cameo).map(|cameo| f64::from(cameo.goldstein));
    let count: f64 = values().map(|_| 1.0).sum();
    (count > 0.0).then(|| values().sum::<f64>() / count)
}

impl GraphContent {
    /// The graph of the whole record, with every relation that ever stood.
    /// O(n log n) in events and their actors.
    #[must_use]
    pub fn whole(record: &Record) -> Self {
        let mut acts: Vec<(ActorIdx, ActorIdx, EventIdx)> = Vec::new();
        for idx in record.events() {
            let event = record.event(idx);
            let targets = |&from| event.targets.iter().map(move |&to| (from, to, idx));
            acts.extend(event.initiators.iter().flat_map(targets).filter(|(from, to, _)| from != to));
        }
        sort_unique_by_key(&mut acts, |act| order::parts(act.0.0, act.1.0, act.2.0));
        let pairs = acts.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1));
        let dealings = pairs
            .map(|acts| Dealing::new(record, acts[0].0, acts[0].1, acts.iter().map(|act| act.2).collect()))
            .collect();

        let mut relations: Vec<(ActorIdx, ActorIdx, u16)> = (0u16..)
            .zip(record.data().relations)
            .map(|(idx, relation)| (relation.source, relation.target, idx))
            .collect();
        relations.retain(|&(source, target, _)| {
            source != target && has_events(record, source) && has_events(record, target)
        });
        order::sort_by_key(&mut relations, |r| order::parts(r.0.0, r.1.0, r.2.into()));
        let pairs = relations.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1));
        let standing = |all: &[(ActorIdx, ActorIdx, u16)]| Standing {
            source: all[0].0,
            target: all[0].1,
            relations: all.iter().map(|r| r.2).collect(),
        };
        Self { nodes: nodes(record, |_| true), dealings, standings: pairs.map(standing).collect() }
    }

    /// The part of it that `window` shows, if it is [`GraphContent::whole`] of `record`; O(its size), so that
    /// it can follow a moving window.
    ///
    /// An event belongs to every window that it touches, a relation to every window in which it stood for a
    /// while; one without a date always stood. Relations are among actors of the window's events only.
    #[must_use]
    pub fn within(&self, record: &Record, window: TimeWindow) -> Self {
        let is_shown: Vec<bool> = record.events().map(|idx| window.shows(record.span(idx))).collect();
        let nodes = nodes(record, |idx| is_shown[idx.get()]);
        let is_node = |actor| nodes.binary_search_by_key(&actor, |node| node.actor).is_ok();
        let dealings = self.dealings.iter().filter_map(|dealing| {
            let events: Vec<EventIdx> =
                dealing.events.iter().copied().filter(|idx| is_shown[idx.get()]).collect();
            (!events.is_empty()).then(|| Dealing::new(record, dealing.from, dealing.to, events))
        });
        let stood = |&idx: &u16| stands(&record.data().relations[usize::from(idx)], window, record.clock());
        let standings =
            self.standings.iter().filter(|pair| is_node(pair.source) && is_node(pair.target)).filter_map(
                |pair| {
                    let relations: Vec<u16> = pair.relations.iter().copied().filter(stood).collect();
                    (!relations.is_empty()).then_some(Standing { relations, ..*pair })
                },
            );
        Self { dealings: dealings.collect(), standings: standings.collect(), nodes }
    }

    /// The graph of what `window` shows.
    #[must_use]
    pub fn of(record: &Record, window: TimeWindow) -> Self {
        Self::whole(record).within(record, window)
    }

    /// The node of `actor`, if it has one.
    #[must_use]
    pub fn node(&self, actor: ActorIdx) -> Option<ActorNode> {
        self.nodes.binary_search_by_key(&actor, |node| node.actor).ok().map(|at| self.nodes[at])
    }
}

/// The actors that have a dealing or a relation with `actor`, ascending,
/// without `actor` itself. O(size of the graph).
#[must_use]
pub fn neighbourhood(content: &GraphContent, actor: ActorIdx) -> Vec<ActorIdx> {
    let dealings = content.dealings.iter().map(|dealing| (dealing.from, dealing.to));
    let standings = content.standings.iter().map(|pair| (pair.source, pair.target));
    let other = |(a, b)| if a == actor { Some(b) } else { (b == actor).then_some(a) };
    let mut near: Vec<ActorIdx> = dealings.chain(standings).filter_map(other).collect();
    sort_unique_by_key(&mut near, |actor| actor.0.into());
    near
}

fn has_events(record: &Record, actor: ActorIdx) -> bool {
    !record.events_of(actor).is_empty()
}

fn nodes(record: &Record, is_shown: impl Fn(EventIdx) -> bool) -> Vec<ActorNode> {
    let actors = (0u16..).zip(record.data().actors).map(|(idx, _)| ActorIdx(idx));
    let node = |actor| {
        let events = record.events_of(actor).iter().filter(|&&idx| is_shown(idx));
        // Saturates where a table holds as many events as its index allows.
        ActorNode { actor, num_events: u16::try_from(events.count()).unwrap_or(u16::MAX) }
    };
    actors.map(node).filter(|node| node.num_events > 0).collect()
}

pub(super) fn stands(relation: &Relation, window: TimeWindow, clock: UtcOffset) -> bool {
    relation.when.is_none_or(|when| window.shows(when.span(clock)))
}

#[cfg(test)]
mod tests {
    use super::super::sample::{Sample, window};
    use super::*;
    use dataset::model::RelationKind::{Commands, Heads, HostileTo};

    const A: ActorIdx = ActorIdx(0);
    const B: ActorIdx = ActorIdx(1);
    const C: ActorIdx = ActorIdx(2);

    fn record() -> Record {
        Sample::new(3)
            .event("2020-01-01", &[A], &[B, C], Some(-10.0))
            .event("2020-01-02", &[A], &[B], Some(4.0))
            .event("2020-01-03", &[B], &[B, A], None)
            .event("2020-01-05", &[C], &[], None)
            .relation(A, HostileTo, B, None)
            .relation(B, Commands, C, Some("2019/2020-01-02"))
            .relation(B, Heads, C, Some("2020-01-02/.."))
            .record()
    }

    /// The graph in one line: nodes with counts, dealings with counts and balance, relations.
    fn check(start: &str, end: &str, expected: &str) {
        let content = GraphContent::of(&record(), window(start, end));
        let name = |actor: ActorIdx| ["A", "B", "C"][actor.get()];
        let nodes = content.nodes.iter().map(|node| format!("{}{}", name(node.actor), node.num_events));
        let dealings = content
            .dealings
            .iter()
            .map(|d| format!("{}>{} {} {:?}", name(d.from), name(d.to), d.events.len(), d.balance()));
        let standings = content
            .standings
            .iter()
            .map(|s| format!("{}-{} {:?}", name(s.source), name(s.target), s.relations));
        assert_eq!(nodes.chain(dealings).chain(standings).collect::<Vec<_>>().join("; "), expected);
    }

    #[test]
    fn a_window_holds_what_its_events_and_the_relations_of_its_days_say() {
        check("2020-01-01", "2020-01-01", "A1; B1; C1; A>B 1 Fierce; A>C 1 Fierce; A-B [0]; B-C [1]");
        check(
            "2020-01-02",
            "2020-01-05",
            "A2; B2; C1; A>B 1 Cooperative; B>A 1 Neutral; A-B [0]; B-C [1, 2]",
        );
        check("2020-01-03", "2020-01-04", "A1; B1; B>A 1 Neutral; A-B [0]");
        check("2020-01-05", "2020-01-06", "C1");
        check("2019-12-01", "2019-12-05", "");
    }

    #[test]
    fn the_mean_of_a_dealing_decides_its_balance() {
        check("2020-01-01", "2020-01-02", "A2; B2; C1; A>B 2 Hostile; A>C 1 Fierce; A-B [0]; B-C [1, 2]");
        let content = GraphContent::of(&record(), window("2020-01-01", "2020-01-02"));
        assert_eq!(content.dealings[0].mean_goldstein, Some(-3.0));
    }

    #[test]
    fn the_whole_record_is_what_its_longest_window_shows() {
        let record = record();
        let whole = GraphContent::whole(&record);
        assert_eq!(whole.within(&record, record.bounds().whole()), whole);
        assert_eq!(whole.dealings.iter().map(|dealing| dealing.events.len()).sum::<usize>(), 4);
    }

    #[test]
    fn neighbours_are_those_one_acted_on_was_acted_on_by_or_is_related_to() {
        let content = GraphContent::of(&record(), window("2020-01-02", "2020-01-05"));
        assert_eq!(neighbourhood(&content, A), [B]);
        assert_eq!(neighbourhood(&content, B), [A, C]);
        assert_eq!(neighbourhood(&content, ActorIdx(9)), []);
    }

    #[test]
    fn a_node_is_found_by_its_actor() {
        let content = GraphContent::of(&record(), window("2020-01-05", "2020-01-06"));
        assert_eq!(content.node(C), Some(ActorNode { actor: C, num_events: 1 }));
        assert_eq!(content.node(A), None);
    }
}
