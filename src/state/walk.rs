//! Where the keyboard is among the lanes and events of the timeline, and where a step leads.
//!
//! Three levels: a lane, its events, and of an event those that led to it and those that followed. Out of the
//! last one leads back to where the reader was.

use dataset::model::EventIdx;

use super::State;
use crate::order::sort_unique_by_key;
use crate::timeline::lanes::Lanes;

/// The way that has led to the event with the focus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Walk {
    /// The lane that it stays in; where no event has the focus, the lane itself has it.
    pub lane: Option<u16>,
    /// The events that were left for one that led to them or followed, the last one at the end.
    pub trail: Vec<EventIdx>,
}

/// A step of the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To the next (+1) or previous (−1) one of the same level.
    Along(i32),
    /// From a lane to its events, from an event to what led to it and what followed.
    In,
    /// Back: to the event that was left, or else to its lane.
    Out,
}

impl State {
    /// What led to `event` and what followed, in time order.
    #[must_use]
    pub fn links(&self, event: EventIdx) -> Vec<EventIdx> {
        let facts = self.record.event(event);
        let mut links =
            [facts.responds_to, facts.follows, self.record.answers(event), self.record.outcomes(event)]
                .concat();
        sort_unique_by_key(&mut links, |event| event.0.into());
        links
    }

    /// The events that the keyboard goes along: those of its lane,
    /// or those beside the last one of its trail; none for all.
    #[must_use]
    pub fn walked(&self) -> Option<Vec<EventIdx>> {
        let Walk { lane, trail } = &self.visit.walk;
        if let Some(&from) = trail.last() {
            return Some(self.links(from));
        }
        let lane = (*lane)?;
        Some(
            self.record
                .events()
                .filter(|&event| self.view.lanes.lane_of(&self.record, event) == lane)
                .collect(),
        )
    }

    /// Where a step leads: the event, and the way there. `None` where there is nothing that way.
    pub(super) fn step_to(&self, way: Way) -> Option<(Option<EventIdx>, Walk)> {
        let (walk, record) = (&self.visit.walk, &self.record);
        let Some(at) = self.visit.focused_event else {
            let lane = walk.lane?;
            if let Way::Along(by) = way {
                let next = lane.checked_add_signed(i16::try_from(by).ok()?)?;
                let is_there = next < Lanes::count(record, self.view.lanes);
                return is_there.then_some((None, Walk { lane: Some(next), trail: Vec::new() }));
            }
            let own = self.walked()?;
            let shown = own.iter().find(|&&event| self.window().shows(record.span(event)));
            return (way == Way::In).then_some((Some(*shown.or(own.first())?), walk.clone()));
        };
        match way {
            Way::Along(by) => {
                let next = match self.walked() {
                    Some(own) => {
                        let place = own.binary_search(&at).unwrap_or_else(|place| place);
                        let next = place.saturating_add_signed(by as isize);
                        *own.get(next.min(own.len().checked_sub(1)?))?
                    }
                    None => {
                        let last = record.events().next_back()?;
                        EventIdx(at.0.saturating_add_signed(by)).min(last)
                    }
                };
                Some((Some(next), walk.clone()))
            }
            Way::In => {
                let links = self.links(at);
                let next = links.iter().find(|&&event| event > at).or(links.last())?;
                Some((Some(*next), Walk { lane: walk.lane, trail: [walk.trail.as_slice(), &[at]].concat() }))
            }
            Way::Out => match walk.trail.split_last() {
                Some((&back, trail)) => Some((Some(back), Walk { lane: walk.lane, trail: trail.to_vec() })),
                None => {
                    Some((None, Walk { lane: Some(self.view.lanes.lane_of(record, at)), trail: Vec::new() }))
                }
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Action, View, reduce};
    use super::*;
    use crate::record::Record;
    use std::rc::Rc;

    fn walked(state: &Rc<State>, ways: &[Way]) -> Rc<State> {
        ways.iter().fold(state.clone(), |state, way| reduce(state, Action::Walk(*way)))
    }

    fn start() -> Rc<State> {
        let state = Rc::new(State::new(Rc::new(Record::compiled()), View::default()));
        let first = state.record.events_in(state.window()).next();
        reduce(state, Action::FocusEvent(first))
    }

    #[test]
    fn out_of_an_event_leads_to_its_lane_and_in_again_to_the_lanes_events_alone() {
        let state = start();
        let lane = walked(&state, &[Way::Out]);
        assert_eq!(
            (lane.visit.focused_event, lane.visit.walk.lane),
            (None, Some(lane.view.lanes.lane_of(&lane.record, state.visit.focused_event.unwrap())))
        );
        let top = walked(&lane, &[Way::Along(-1); 9]);
        assert_eq!(top.visit.walk.lane, Some(0), "above the first lane there is none");
        let lane_of = |event| top.view.lanes.lane_of(&top.record, event);
        let mut at = walked(&top, &[Way::Along(1), Way::In]);
        for _ in 0..5 {
            assert_eq!(at.visit.focused_event.map(lane_of), Some(1));
            at = walked(&at, &[Way::Along(1)]);
        }
        let end = walked(&at, &[Way::Along(1); 400]);
        let last = end.record.events().rfind(|&event| lane_of(event) == 1);
        assert_eq!(end.visit.focused_event, last, "it ends at the lane's last event");
    }

    #[test]
    fn what_led_to_an_event_and_what_followed_is_a_level_below_and_out_leads_back() {
        let mut state = start();
        let strike = state.record.event_by_id("2020-01-03-soleimani-strike");
        state = reduce(state, Action::FocusEvent(strike));
        let below = walked(&state, &[Way::In]);
        let first = below.visit.focused_event.unwrap();
        assert!(
            state.record.answers(strike.unwrap()).contains(&first)
                || state.record.outcomes(strike.unwrap()).contains(&first)
        );
        let links = state.links(strike.unwrap());
        assert!(links.len() > 2 && !links.contains(&strike.unwrap()));
        let other = walked(&below, &[Way::Along(1), Way::Along(-1), Way::Along(-1)]);
        assert!(links.contains(&other.visit.focused_event.unwrap()));
        let deep = walked(&other, &[Way::In, Way::Out, Way::Out]);
        assert_eq!((deep.visit.focused_event, deep.visit.walk.trail.len()), (strike, 0));
    }
}
