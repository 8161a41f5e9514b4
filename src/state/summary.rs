//! What the window holds, in a few words: for the details while nothing is selected,
//! and for the page before its script.

use dataset::model::EventIdx;

use super::State;
use crate::order;
use crate::timeline::toll;

/// How many events are named; more would be the list itself.
const NUM_NAMED: usize = 10;

/// The window in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// The heading.
    pub heading: &'static str,
    /// How many events there are and whose acts they were; `None` where there are none.
    pub counts: Option<String>,
    /// The dead and the injured, where the record counts some.
    pub dead: Option<String>,
    /// The most important events, in time order.
    pub named: Vec<EventIdx>,
}

impl State {
    /// What the window holds of the events that filters and search keep.
    /// O(n log n) in the events of the window.
    #[must_use]
    pub fn summary(&self) -> Summary {
        let record = &self.record;
        let mut events: Vec<EventIdx> = record.events_in(self.window()).collect();
        let in_window = events.len();
        events.retain(|&event| self.keeps(event));
        let total = events.len();
        let by_side: Vec<String> = (0u16..)
            .zip(record.data().sides)
            .map(|(nth, side)| (events.iter().filter(|&&event| record.side(event).0 == nth).count(), side))
            .filter(|&(count, _)| count > 0)
            .map(|(count, side)| format!("{} {count}", side.short))
            .collect();
        let dead = toll::sentence(record, events.iter().copied());
        order::sort_by_key(&mut events, |&event| order::down(record.event(event).importance));
        events.truncate(NUM_NAMED);
        order::sort_by_key(&mut events, |event| event.0.into());
        let is_narrowed = self.is_narrowed() && in_window > 0;
        let heading = match (total, is_narrowed) {
            (0, false) => "Nothing of the record happened here",
            (0, true) => "Nothing here matches",
            (1..=NUM_NAMED, false) => "What happened",
            (1..=NUM_NAMED, true) => "What matches",
            (_, false) => "The turning points",
            (_, true) => "The foremost that match",
        };
        let (of, what) = if is_narrowed {
            (in_window, "events of this window match")
        } else {
            (record.data().events.len(), "events of the record")
        };
        let counts = by_side.join(", ");
        let counts = (total > 0).then(|| format!("{total} of {of} {what}; by whose act it was: {counts}. "));
        Summary { heading, counts, dead, named: events }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Record;
    use crate::state::url::decode;
    use std::rc::Rc;

    /// Checks the heading, the counts and the ids of the events that are named
    /// at an address of the two islands.
    #[track_caller]
    fn check(address: &str, heading: &str, counts: &str, ids: &[&str]) {
        let text = include_str!("../../tests/it/fixtures/small.json");
        let record = Rc::new(Record::new(dataset::source::check("small.json", text).unwrap()));
        let state = State::new(record.clone(), decode(&record, "", address).view);
        let Summary { heading: said, counts: counted, named, .. } = state.summary();
        let named: Vec<&str> = named.iter().map(|&event| record.event(event).id).collect();
        assert_eq!(
            (said, counted.as_deref().unwrap_or_default(), &*named),
            (heading, counts, ids),
            "{address}"
        );
    }

    const DARK: &str = "2020-03-01-lighthouse-dark";
    const PROTEST: &str = "2020-03-02-note-of-protest";
    const COURT: &str = "2020-03-court-opened-case";

    #[test]
    fn without_a_filter_the_window_is_told_whole() {
        let counts = "3 of 3 events of the record; by whose act it was: North 1, South 1, Others 1. ";
        check("", "What happened", counts, &[COURT, DARK, PROTEST]);
        check("q=%20", "What happened", counts, &[COURT, DARK, PROTEST]);
    }

    #[test]
    fn with_a_filter_or_a_search_only_what_is_kept_is_named_and_counted() {
        let one = "1 of 3 events of this window match; by whose act it was: North 1. ";
        check("sides=north", "What matches", one, &[DARK]);
        check("q=lamp", "What matches", one, &[DARK]);
        let two = "2 of 3 events of this window match; by whose act it was: North 1, Others 1. ";
        check("publishers=Island%20Gazette", "What matches", two, &[COURT, DARK]);
        check("sides=south&importance=5", "Nothing here matches", "", &[]);
    }

    #[test]
    fn the_ten_foremost_of_what_is_kept_are_named() {
        let record = Rc::new(Record::compiled());
        for (address, heading) in
            [("", "The turning points"), ("publishers=Wikipedia", "The foremost that match")]
        {
            let address = format!("window=1951/2026&{address}");
            let state = State::new(record.clone(), decode(&record, "", &address).view);
            let Summary { heading: said, named, .. } = state.summary();
            assert_eq!((said, named.len()), (heading, NUM_NAMED));
            assert!(named.iter().all(|&event| state.keeps(event)));
            let least = named.iter().map(|&event| record.event(event).importance).min().unwrap();
            let kept = record.events().filter(|&event| state.keeps(event) && !named.contains(&event));
            assert!(kept.map(|event| record.event(event).importance).all(|importance| importance <= least));
        }
    }
}
