//! Which events stand out while the others step back.

use dataset::model::EventIdx;

use super::{Selection, State};

impl State {
    /// Whether the filters or the search leave anything out.
    #[must_use]
    pub fn is_narrowed(&self) -> bool {
        !self.view.filter.is_empty() || self.found.is_some()
    }

    /// Whether the filters and the search keep `event`.
    #[must_use]
    pub fn keeps(&self, event: EventIdx) -> bool {
        let is_found = self.found.as_ref().is_none_or(|found| found.events.binary_search(&event).is_ok());
        is_found && self.view.filter.keeps(&self.record, event)
    }

    /// For each event whether it stands out; `None` when none does and all are drawn alike.
    ///
    /// The pointer decides first, then the selection, then the step that is told, each within what filters
    /// and search keep. An event brings what it answered and what answered it,
    /// an actor its events. O(events).
    #[must_use]
    pub fn lit(&self) -> Option<Vec<bool>> {
        self.lit_by(self.pointed_out().or_else(|| self.singled_out()))
    }

    /// As [`State::lit`] would be if the reader pointed at nothing: what is to last.
    #[must_use]
    pub fn lit_to_last(&self) -> Option<Vec<bool>> {
        self.lit_by(self.singled_out())
    }

    fn lit_by(&self, singled: Option<Vec<EventIdx>>) -> Option<Vec<bool>> {
        if singled.is_none() && !self.is_narrowed() {
            return None;
        }
        let kept = || self.record.events().map(|event| self.keeps(event)).collect::<Vec<bool>>();
        // Where nothing matches nothing stands out: a picture in which all has stepped back tells nothing.
        let Some(singled) = singled else { return Some(kept()).filter(|kept| kept.contains(&true)) };
        let mut lit = vec![false; self.record.data().events.len()];
        singled.iter().for_each(|event| lit[event.get()] = true);
        if !self.is_narrowed() {
            return Some(lit);
        }
        let both: Vec<bool> = lit.iter().zip(&kept()).map(|(lit, kept)| *lit && *kept).collect();
        // What was pointed at is shown also where a filter would leave it out.
        Some(if both.contains(&true) { both } else { lit })
    }

    /// Events that are never inside a number: the selected one, and those that the told step is about.
    #[must_use]
    pub fn kept(&self) -> Vec<EventIdx> {
        let told = self.told_step().map_or(&[][..], |step| step.events);
        self.selected_event().into_iter().chain(told.iter().copied()).collect()
    }

    /// The event whose chain of answers is shown.
    #[must_use]
    pub fn chain_of(&self) -> Option<EventIdx> {
        self.visit.pointed_event.or(self.selected_event())
    }

    /// What the pointer singles out.
    fn pointed_out(&self) -> Option<Vec<EventIdx>> {
        if let Some(actor) = self.visit.pointed_actor {
            return Some(self.record.events_of(actor).to_vec());
        }
        if let Some((from, to)) = self.visit.pointed_band {
            return Some(self.dealings_of(from, to));
        }
        self.links_of(self.visit.pointed_event?)
    }

    /// The event with what it answered and what answered it,
    /// or with its whole chain where that is asked for; if anything.
    fn links_of(&self, event: EventIdx) -> Option<Vec<EventIdx>> {
        Some(self.visit.reach.from(&self.record, event)).filter(|links| links.len() > 1)
    }

    /// What selection or story single out.
    fn singled_out(&self) -> Option<Vec<EventIdx>> {
        let record = &self.record;
        if let Some(event) = self.selected_event() {
            return self.links_of(event);
        }
        match self.view.selection {
            Some(Selection::Actor(actor)) => Some(match self.path() {
                Some((path, _)) => path
                    .steps
                    .into_iter()
                    .flat_map(|step| step.acts.into_iter().chain(step.meetings))
                    .collect(),
                None => record.events_of(actor).to_vec(),
            }),
            Some(Selection::Dealing(from, to)) => Some(record.dealings(from, to).collect()),
            Some(Selection::Band(from, to)) => Some(self.dealings_of(from, to)),
            _ => Some(self.told_step()?.events.to_vec()),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::record::Record;
    use crate::state::url::decode;

    #[test]
    fn where_nothing_matches_nothing_steps_back() {
        let text = include_str!("../../tests/it/fixtures/small.json");
        let record = Rc::new(Record::new(dataset::source::check("small.json", text).unwrap()));
        let lit = |address: &str| State::new(record.clone(), decode(&record, "", address).view).lit();
        for address in ["q=qqqzzz", "sides=south&importance=5", "sides=north&q=qqqzzz"] {
            assert_eq!(lit(address), None, "{address}");
        }
        assert!(lit("q=lamp").is_some_and(|lit| lit.contains(&true) && lit.contains(&false)));
    }
}
