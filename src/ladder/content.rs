//! Which acts stand on the ladder, in which order, and which answered which.

use dataset::model::EventIdx;

use crate::record::Record;
use crate::time::window::{Moment, TimeWindow};

/// The acts of a window, and of the time after it, that answer or were answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ladder {
    /// From above to below: in time order, but a cause always before its answers.
    pub acts: Vec<Act>,
    /// In the order of their answers.
    pub rungs: Vec<Rung>,
    /// How many of the acts belong to the window; the others came after it.
    pub num_in_window: usize,
    /// How many more there are: in the window, or after it.
    pub num_more: usize,
}

/// Something on the ladder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// What happened.
    pub event: EventIdx,
    /// What it answered that is not on the ladder: before its top, or left out by a filter.
    pub unseen: Vec<EventIdx>,
}

/// An act and its answer, by their places in [`Ladder::acts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rung {
    /// The upper end.
    pub cause: usize,
    /// The lower end.
    pub answer: usize,
}

impl Ladder {
    /// The ladder that begins with `window` and has at most `most` acts;
    /// of the others it says how many there are.
    ///
    /// On it stand, each once, the events that `keeps` keeps and that answer another or were answered,
    /// whether or not that other stands on it. O(events of the record from the window
    /// on + acts × their causes × log acts).
    #[must_use]
    pub fn of(record: &Record, window: TimeWindow, most: usize, keeps: impl Fn(EventIdx) -> bool) -> Self {
        let is_part = |event: &EventIdx| {
            let is_linked =
                !record.event(*event).responds_to.is_empty() || !record.answers(*event).is_empty();
            is_linked && keeps(*event)
        };
        let mut chosen: Vec<EventIdx> = record.events_in(window).filter(is_part).collect();
        let num_in_window = chosen.len().min(most);
        let end = window.end().0;
        let is_later = |event: &EventIdx| {
            let span = record.span(*event);
            Moment::from(span.start).0 >= end && !window.shows(span)
        };
        chosen.extend(record.events().filter(is_later).filter(is_part));
        let num_more = chosen.len().saturating_sub(most);
        chosen.truncate(most);
        let mut order =
            Order { record, chosen: &chosen, is_placed: vec![false; chosen.len()], placed: Vec::new() };
        (0..chosen.len()).for_each(|at| order.place(at));
        let placed = order.placed;

        let mut place_of = vec![0; chosen.len()];
        placed.iter().enumerate().for_each(|(place, &at)| place_of[at] = place);
        let (mut acts, mut rungs) = (Vec::new(), Vec::new());
        for (answer, &at) in placed.iter().enumerate() {
            let event = chosen[at];
            let mut unseen = Vec::new();
            for &cause in record.event(event).responds_to {
                match chosen.binary_search(&cause).map(|at| place_of[at]) {
                    Ok(cause) if cause < answer => rungs.push(Rung { cause, answer }),
                    _ => unseen.push(cause),
                }
            }
            acts.push(Act { event, unseen });
        }
        Self { acts, rungs, num_in_window, num_more }
    }

    /// The acts as they are told: each followed by its answers, of which each has its depth. Who answered
    /// several is told after the last of them. O(acts × rungs).
    #[must_use]
    pub fn told(&self) -> Vec<(usize, usize)> {
        let main_cause = |answer: usize| self.causes(answer).max();
        let mut told = Vec::new();
        let mut waiting: Vec<(usize, usize)> =
            (0..self.acts.len()).rev().filter(|&act| main_cause(act).is_none()).map(|act| (act, 1)).collect();
        while let Some((act, depth)) = waiting.pop() {
            told.push((act, depth));
            let answers = self
                .rungs
                .iter()
                .rev()
                .filter(|rung| rung.cause == act && main_cause(rung.answer) == Some(act));
            waiting.extend(answers.map(|rung| (rung.answer, depth + 1)));
        }
        told
    }

    /// The places of what the act at `answer` answered.
    pub fn causes(&self, answer: usize) -> impl Iterator<Item = usize> + '_ {
        self.rungs.iter().filter(move |rung| rung.answer == answer).map(|rung| rung.cause)
    }
}

/// Puts acts below each other, causes first.
struct Order<'a> {
    record: &'a Record,
    chosen: &'a [EventIdx],
    is_placed: Vec<bool>,
    placed: Vec<usize>,
}

impl Order<'_> {
    /// Places the act after those of its causes that still wait:
    /// of two acts of one day the cause may be the later in the record.
    fn place(&mut self, at: usize) {
        if std::mem::replace(&mut self.is_placed[at], true) {
            return;
        }
        for cause in self.record.event(self.chosen[at]).responds_to {
            if let Ok(cause) = self.chosen.binary_search(cause) {
                self.place(cause);
            }
        }
        self.placed.push(at);
    }
}
