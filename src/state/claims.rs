//! The claims of the window, and what came of them.

use dataset::model::{Claim, ClaimStatus, EventIdx};

use super::State;
use super::filter::Filter;

impl State {
    /// The claims of the window's events that filters and search keep, in the order of their events, whatever
    /// their status: their speakers and sources count, where these are asked for. O(events of the window).
    #[must_use]
    pub fn claims(&self) -> Vec<(EventIdx, &'static Claim)> {
        let filter = &self.view.filter;
        let mut unsorted = self.clone();
        unsorted.view.filter = Filter { statuses: Vec::new(), ..filter.clone() };
        let is_kept = |claim: &Claim| {
            (filter.actors.is_empty() || filter.actors.contains(&claim.by))
                && filter.is_sourced(&self.record, claim.sources)
        };
        let kept = self.record.events_in(self.window()).filter(|&event| unsorted.keeps(event));
        let of = |event: EventIdx| {
            self.record
                .event(event)
                .claims
                .iter()
                .filter(|claim| is_kept(claim))
                .map(move |claim| (event, claim))
        };
        kept.flat_map(of).collect()
    }
}

/// How many of `claims` have each status, in the order of [`ClaimStatus::ALL`]; they add up to all of them.
#[must_use]
pub fn tally(claims: &[(EventIdx, &'static Claim)]) -> [(ClaimStatus, usize); 5] {
    ClaimStatus::ALL.map(|status| (status, claims.iter().filter(|(_, claim)| claim.status == status).count()))
}

/// What the bar says, in a sentence: `2 claims: 1 confirmed, 1 open.`
#[must_use]
pub fn told(claims: &[(EventIdx, &'static Claim)]) -> String {
    let mut parts = Vec::new();
    for (status, count) in tally(claims).into_iter().filter(|(_, count)| *count > 0) {
        let name = if status == ClaimStatus::Unverified { "open" } else { status.word() };
        parts.push(count.to_string() + " " + name);
    }
    let claims = match claims.len() {
        1 => "1 claim".to_owned(),
        n => n.to_string() + " claims",
    };
    if parts.is_empty() { claims + "." } else { claims + ": " + &parts.join(", ") + "." }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Record;
    use crate::state::View;
    use std::rc::Rc;

    #[test]
    fn the_parts_add_up_to_the_claims_of_the_window_whatever_status_is_asked_for() {
        let record = Rc::new(Record::compiled());
        let whole = Some(record.bounds().whole());
        let all: usize = record.events().map(|event| record.event(event).claims.len()).sum();
        for statuses in
            [vec![], vec![ClaimStatus::Denied], vec![ClaimStatus::Confirmed, ClaimStatus::Revised]]
        {
            let filter = Filter { statuses, ..Filter::default() };
            let state = State::new(record.clone(), View { window: whole, filter, ..View::default() });
            let claims = state.claims();
            assert_eq!(claims.len(), all);
            assert_eq!(tally(&claims).iter().map(|(_, count)| count).sum::<usize>(), all);
            assert!(told(&claims).starts_with(&format!("{all} claims: ")), "{}", told(&claims));
        }
    }

    #[test]
    fn a_window_without_claims_says_so() {
        assert_eq!(told(&[]), "0 claims.");
    }
}
