//! How two actors are connected: the shortest way from one
//! to the other over what is on record between actors.
//!
//! Separate from [`content`](super::content), whose dealings it walks: a path may also lead over actors that
//! no event of the window names, and so over relations that the picture of the window does not show.

use dataset::model::{ActorIdx, EventIdx};

use super::content::{GraphContent, stands};
use crate::order::{parts, sort_unique_by_key};
use crate::record::Record;
use crate::time::window::TimeWindow;

/// What a standing relation weighs against events: as much as one of middling importance.
const WEIGHT_OF_RELATION: u32 = 3;

/// A way from one actor to another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path {
    /// In order: each starts where the one before it ended. None from an actor to itself.
    pub steps: Vec<Step>,
}

/// A step between two different actors with all that is on record between them;
/// at least one list or `part` is not empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Where it starts.
    pub from: ActorIdx,
    /// Where it ends.
    pub to: ActorIdx,
    /// The events in which one of them acted on the other, in time order; which one, the event says.
    pub acts: Vec<EventIdx>,
    /// The relations between them in either direction: places
    /// in [`dataset::model::Dataset::relations`], ascending.
    pub relations: Vec<u32>,
    /// The one of them that is part of the other.
    pub part: Option<ActorIdx>,
    /// The events in which both had a part and neither acted on the other, in time order; empty except on a
    /// path that could not be found without such meetings.
    pub meetings: Vec<EventIdx>,
}

/// The path of fewest steps from `from` to `to` over what `window` shows, or over the whole record; `None`
/// where nothing connects them.
///
/// Actors are connected if one acted on the other in an event that the window shows, if a relation stands
/// between them for a while of it (one without a date always does), or if one is part of the other, which has
/// no date. To have had a part in the same event is a weaker tie, and counts only where there is no path
/// otherwise: then each step may be of either kind.
///
/// Of several shortest paths that one is found whose steps rest on most: the sum of the importance of all
/// events of its steps, each relation and part-of counting as 3, a part in the same event as 1. Of equals,
/// the one over the actors that come first in the file. So the way back has as many steps and rests on as
/// much, but may lead over others where two ways are equal. O(steps × (events × their actors² + relations)).
/// Method: breadth-first search with the best predecessor kept for each actor.
#[must_use]
pub fn shortest(record: &Record, from: ActorIdx, to: ActorIdx, window: Option<TimeWindow>) -> Option<Path> {
    let mut ties = ties(record, window);
    search(record, &mut ties, from, to).or_else(|| {
        add_meetings(&mut ties, record, window);
        search(record, &mut ties, from, to)
    })
}

/// One thing on record between two actors, of which `a` comes first in the file.
struct Tie {
    a: ActorIdx,
    b: ActorIdx,
    kind: Kind,
    /// The event, the relation or, for [`Kind::Part`], the part; below 2^30.
    idx: u32,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Act,
    Relation,
    Part,
    Meeting,
}

impl Tie {
    fn new(one: ActorIdx, other: ActorIdx, kind: Kind, idx: u32) -> Self {
        Self { a: one.min(other), b: one.max(other), kind, idx }
    }

    /// By actors, then by what it is.
    const fn key(&self) -> u64 {
        parts(self.a.0, self.b.0, self.idx << 2 | self.kind as u32)
    }

    fn weight(&self, record: &Record) -> u32 {
        match self.kind {
            Kind::Act => record.event(EventIdx(self.idx)).importance.into(),
            Kind::Relation | Kind::Part => WEIGHT_OF_RELATION,
            Kind::Meeting => 1,
        }
    }
}

/// All ties but meetings.
fn ties(record: &Record, window: Option<TimeWindow>) -> Vec<Tie> {
    let mut ties = Vec::new();
    let whole = GraphContent::whole(record);
    let content = match window {
        Some(window) => whole.within(record, window),
        None => whole,
    };
    for dealing in &content.dealings {
        ties.extend(
            dealing.events.iter().map(|event| Tie::new(dealing.from, dealing.to, Kind::Act, event.0)),
        );
    }
    for (idx, relation) in (0..).zip(record.data().relations) {
        if window.is_none_or(|window| stands(relation, window, record.clock())) {
            ties.push(Tie::new(relation.source, relation.target, Kind::Relation, idx));
        }
    }
    for part in record.actors() {
        ties.extend(record.actor(part).parent.map(|whole| Tie::new(part, whole, Kind::Part, part.0.into())));
    }
    ties
}

fn add_meetings(ties: &mut Vec<Tie>, record: &Record, window: Option<TimeWindow>) {
    for event in record.events().filter(|&event| window.is_none_or(|window| window.shows(record.span(event))))
    {
        let present: Vec<ActorIdx> = record.participants(event).collect();
        for (nth, &one) in present.iter().enumerate() {
            ties.extend(present[..nth].iter().map(|&other| Tie::new(one, other, Kind::Meeting, event.0)));
        }
    }
}

/// How the search came to an actor.
#[derive(Clone, Copy)]
struct Reached {
    steps: u16,
    /// Sum of the weights on the way.
    weight: u32,
    /// The last step: its place among the bonds; none at the start.
    by: Option<usize>,
}

fn search(record: &Record, ties: &mut Vec<Tie>, from: ActorIdx, to: ActorIdx) -> Option<Path> {
    sort_unique_by_key(ties, Tie::key);
    let bonds: Vec<&[Tie]> =
        ties.chunk_by(|x, y| (x.a, x.b) == (y.a, y.b)).filter(|bond| bond[0].a != bond[0].b).collect();
    let weights: Vec<u32> =
        bonds.iter().map(|bond| bond.iter().map(|tie| tie.weight(record)).sum()).collect();
    let mut reached: Vec<Option<Reached>> = vec![None; record.data().actors.len()];
    *reached.get_mut(from.get())? = Some(Reached { steps: 0, weight: 0, by: None });
    let mut steps = 0;
    while reached.get(to.get())?.is_none() {
        let mut goes_on = false;
        for (nth, bond) in bonds.iter().enumerate() {
            for (here, there) in [(bond[0].a, bond[0].b), (bond[0].b, bond[0].a)] {
                let Some(at) = reached[here.get()].filter(|at| at.steps == steps) else { continue };
                let next = Reached { steps: steps + 1, weight: at.weight + weights[nth], by: Some(nth) };
                if reached[there.get()]
                    .is_none_or(|known| known.steps == next.steps && known.weight < next.weight)
                {
                    reached[there.get()] = Some(next);
                    goes_on = true;
                }
            }
        }
        if !goes_on {
            return None;
        }
        steps += 1;
    }
    let mut path = Path::default();
    let mut at = to;
    while let Some(nth) = reached[at.get()].and_then(|reached| reached.by) {
        let bond = bonds[nth];
        let before = if bond[0].a == at { bond[0].b } else { bond[0].a };
        path.steps.push(Step::new(before, at, bond));
        at = before;
    }
    path.steps.reverse();
    Some(path)
}

impl Step {
    fn new(from: ActorIdx, to: ActorIdx, bond: &[Tie]) -> Self {
        let of = |kind| bond.iter().filter(move |tie| tie.kind == kind).map(|tie| tie.idx);
        let acts: Vec<EventIdx> = of(Kind::Act).map(EventIdx).collect();
        let meetings = of(Kind::Meeting).map(EventIdx).filter(|event| !acts.contains(event)).collect();
        let part = of(Kind::Part).next().map(|part| if part == u32::from(from.0) { from } else { to });
        Self { from, to, relations: of(Kind::Relation).collect(), part, meetings, acts }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{Sample, window};
    use super::*;
    use dataset::model::RelationKind::{Backs, HostileTo};
    use proptest::prelude::*;

    const A: ActorIdx = ActorIdx(0);
    const B: ActorIdx = ActorIdx(1);
    const C: ActorIdx = ActorIdx(2);
    const D: ActorIdx = ActorIdx(3);
    const E: ActorIdx = ActorIdx(4);

    /// The steps in words: who, `[events] [relations]`, the part, `with [meetings]`.
    #[track_caller]
    fn check(record: &Record, ends: (ActorIdx, ActorIdx), shown: Option<TimeWindow>, expected: Option<&str>) {
        #[expect(clippy::cast_possible_truncation, reason = "there are five actors")]
        let name = |actor: ActorIdx| char::from(b'A' + actor.0 as u8);
        let step = |step: &Step| {
            let events = |events: &[EventIdx]| events.iter().map(|event| event.0).collect::<Vec<_>>();
            let part = step.part.map_or(String::new(), |part| format!(" {} is part", name(part)));
            let meetings = if step.meetings.is_empty() {
                String::new()
            } else {
                format!(" with {:?}", events(&step.meetings))
            };
            format!(
                "{}{} {:?} {:?}{part}{meetings}",
                name(step.from),
                name(step.to),
                events(&step.acts),
                step.relations
            )
        };
        let path = shortest(record, ends.0, ends.1, shown);
        let told = path.map(|path| path.steps.iter().map(step).collect::<Vec<_>>().join("; "));
        assert_eq!(told.as_deref(), expected);
    }

    fn record() -> Record {
        Sample::new(6)
            .event("2020-01-01", &[A], &[B], None)
            .event("2020-01-02", &[B], &[C], None)
            .event("2020-01-03", &[A], &[D], None)
            .event("2020-01-04", &[D], &[A, C], None)
            .event("2020-01-05", &[C], &[], None)
            .others(&[E])
            .relation(B, HostileTo, C, None)
            .relation(C, Backs, D, Some("2020-01-04/.."))
            .record()
    }

    #[test]
    fn the_shortest_path_rests_on_as_much_as_any() {
        check(&record(), (A, C), None, Some("AD [2, 3] []; DC [3] [1]"));
        check(&record(), (C, A), None, Some("CD [3] [1]; DA [2, 3] []"));
        check(&record(), (A, B), None, Some("AB [0] []"));
        check(&record(), (B, D), None, Some("BC [1] [0]; CD [3] [1]"));
    }

    #[test]
    fn a_window_has_paths_of_its_own() {
        let days = |start, end| Some(window(start, end));
        check(&record(), (A, C), days("2020-01-01", "2020-01-02"), Some("AB [0] []; BC [1] [0]"));
        check(&record(), (A, C), days("2020-01-01", "2020-01-01"), Some("AB [0] []; BC [] [0]"));
        check(&record(), (A, D), days("2020-01-01", "2020-01-02"), None);
        check(&record(), (B, D), days("2020-02-01", "2020-02-02"), Some("BC [] [0]; CD [] [1]"));
    }

    #[test]
    fn a_part_is_connected_to_its_whole_and_so_to_the_other_parts() {
        let record = Sample::new(3).part_of(A, C).part_of(B, C).record();
        check(&record, (A, B), None, Some("AC [] [] A is part; CB [] [] B is part"));
    }

    #[test]
    fn a_part_in_the_same_event_counts_only_where_there_is_no_other_path() {
        check(&record(), (C, E), None, Some("CE [] [] with [4]"));
        check(&record(), (B, E), None, Some("BC [1] [0]; CE [] [] with [4]"));
        let side_by_side = Sample::new(4).event("2020-01-01", &[A, B], &[C], None).others(&[C, D]).record();
        check(&side_by_side, (A, B), None, Some("AC [0] []; CB [0] []"));
        check(&side_by_side, (C, D), None, Some("CD [] [] with [0]"));
    }

    #[test]
    fn of_equal_paths_the_first_in_the_file_is_found() {
        let record = Sample::new(4).event("2020-01-01", &[A, D], &[B, C], None).record();
        check(&record, (A, D), None, Some("AB [0] []; BD [0] []"));
        check(&record, (D, A), None, Some("DB [0] []; BA [0] []"));
    }

    #[test]
    fn nothing_connects_strangers_and_no_step_leads_to_oneself() {
        check(&record(), (A, ActorIdx(5)), None, None);
        check(&record(), (A, ActorIdx(99)), None, None);
        check(&record(), (A, A), None, Some(""));
        let talks_to_itself = Sample::new(2).event("2020-01-01", &[A], &[A], None).others(&[A]).record();
        check(&talks_to_itself, (A, B), None, None);
    }

    proptest! {
        #[test]
        fn ways_there_and_back_are_as_long_and_no_actor_comes_twice(
            acts in prop::collection::vec((0u16..9, 0u16..9, 0u16..9), 0..9), ends in (0u16..9, 0u16..9),
        ) {
            let add = |sample: Sample, &(from, to, other): &(u16, u16, u16)| {
                sample
                    .event("2020-01-01", &[ActorIdx(from)], &[ActorIdx(to)], None)
                    .others(&[ActorIdx(other)])
            };
            let record = acts.iter().fold(Sample::new(9), add).record();
            let (from, to) = (ActorIdx(ends.0), ActorIdx(ends.1));
            let (there, back) = (shortest(&record, from, to, None), shortest(&record, to, from, None));
            prop_assert_eq!(there.as_ref().map(|path| path.steps.len()), back.map(|path| path.steps.len()));
            if let Some(path) = there {
                let stops: Vec<ActorIdx> =
                    std::iter::once(from).chain(path.steps.iter().map(|step| step.to)).collect();
                prop_assert!(stops.last() == Some(&to));
                prop_assert!(
                    path.steps.iter().zip(&stops).all(|(step, stop)| step.from == *stop
                        && !(step.acts.is_empty() && step.meetings.is_empty()))
                );
                prop_assert!(stops.iter().enumerate().all(|(nth, stop)| !stops[..nth].contains(stop)));
            }
        }
    }
}
