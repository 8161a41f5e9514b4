//! The events of each lane by start and by importance.
//! What lies in a stretch of the axis is found by binary search.

use std::ops::Range;

use dataset::model::EventIdx;
use dataset::units::UnixSecs;

use super::lanes::Lanes;
use crate::order::{float, sort_by_key};
use crate::record::Record;

/// The events of one lane.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Queue {
    /// By start, equals in the order of the record. A place in this list is a position.
    pub events: Vec<EventIdx>,
    /// Their starts in seconds after the first of all lanes.
    pub starts: Vec<f64>,
    /// By position: how many events answered it.
    pub num_answers: Vec<u32>,
    /// The positions of those of each importance, from 5 down to 1.
    pub ranked: [Vec<u32>; 5],
}

/// The events of all lanes.
#[derive(Clone, Debug, PartialEq)]
pub struct Queues {
    origin: UnixSecs,
    /// By lane.
    pub lanes: Vec<Queue>,
}

impl Queues {
    /// Sorts all events into their lanes; O(n log n), once for each way to make lanes.
    #[must_use]
    pub fn of(record: &Record, lanes: &Lanes) -> Self {
        let origin = record.events().map(|event| record.span(event).start).min().unwrap_or(UnixSecs(0));
        let after = |event| (record.span(event).start - origin).0;
        let mut events: Vec<EventIdx> = record.events().collect();
        if !events.is_sorted_by_key(|&event| record.span(event).start) {
            sort_by_key(&mut events, |&event| float(after(event)));
        }
        let mut queues = vec![Queue::default(); usize::from(lanes.num_lanes())];
        for event in events {
            let queue = &mut queues[usize::from(lanes.lane_of(record, event))];
            queue.ranked[rank_of(record, event)].extend(u32::try_from(queue.events.len()));
            queue.starts.push(after(event));
            queue.num_answers.push(u32::try_from(record.answers(event).len()).unwrap_or(u32::MAX));
            queue.events.push(event);
        }
        Self { origin, lanes: queues }
    }

    /// The moment from which [`Queue::starts`] are counted.
    #[must_use]
    pub const fn origin(&self) -> UnixSecs {
        self.origin
    }
}

/// 0 for an event of importance 5, to 4 for one of 1.
pub(super) fn rank_of(record: &Record, event: EventIdx) -> usize {
    5 - usize::from(record.event(event).importance.clamp(1, 5))
}

impl Queue {
    /// The positions of what starts in `[from, to)` seconds; O(log n).
    #[must_use]
    pub fn between(&self, from: f64, to: f64) -> Range<usize> {
        let before = |secs| self.starts.partition_point(|&start| start < secs);
        before(from)..before(to)
    }

    /// The position of `event`, which started at `start`.
    pub(super) fn position(&self, event: EventIdx, start: f64) -> usize {
        let first = self.starts.partition_point(|&other| other < start);
        first + self.events[first..].iter().position(|&other| other == event).unwrap_or(0)
    }

    /// The first place from `at` on in the list of `rank` whose event starts
    /// at `to` seconds or later; O(log of the way).
    pub(super) fn skip(&self, rank: usize, at: usize, to: f64) -> usize {
        let rest = &self.ranked[rank][at..];
        let is_before = |&pos: &u32| self.starts[pos as usize] < to;
        let mut step = 1;
        while rest.get(step - 1).is_some_and(is_before) {
            step *= 2;
        }
        let near = &rest[step / 2..rest.len().min(step)];
        at + step / 2 + near.partition_point(is_before)
    }
}
