//! Nothing selected: what the window holds, in a sentence, and its most important events, of those that filters and search keep.

use dataset::model::EventIdx;
use yew::prelude::*;

use crate::order;
use crate::state::State;
use crate::time::format;
use crate::timeline::toll;
use crate::ui::element::element;
use crate::ui::list::event_links;

/// How many events are named; more would be the list itself.
const NUM_NAMED: usize = 10;

/// The window in words.
pub fn view(state: &State) -> Html {
    let (heading, counts, named) = told(state);
    let summary = counts.map(|counts| element!("p" { "class": "summary" } [counts, "Choose an event or an actor to read on."]));
    element!("article" {} [
        element!("p" { "class": "kicker", "lang": "en" } [format::window(state.window(), state.clock())]),
        element!("h2" {} [heading]),
        summary,
        dead(state).map(|dead| element!("p" {} [dead])),
        event_links(state, &named, None),
    ])
}

/// The dead and the injured of the events that are kept.
fn dead(state: &State) -> Option<String> {
    toll::sentence(&state.story, state.story.events_in(state.window()).filter(|&event| state.keeps(event)))
}

/// The heading, how many events there are and whose acts they were, and those that are named, in time order.
fn told(state: &State) -> (&'static str, Option<String>, Vec<EventIdx>) {
    let story = &state.story;
    let mut events: Vec<EventIdx> = story.events_in(state.window()).collect();
    let in_window = events.len();
    events.retain(|&event| state.keeps(event));
    let total = events.len();
    let by_side: Vec<String> = (0u16..)
        .zip(story.data().sides)
        .map(|(nth, side)| (events.iter().filter(|&&event| story.side(event).0 == nth).count(), side))
        .filter(|&(count, _)| count > 0)
        .map(|(count, side)| format!("{} {count}", side.short))
        .collect();
    order::sort_by_key(&mut events, |&event| order::down(story.event(event).importance));
    events.truncate(NUM_NAMED);
    order::sort_by_key(&mut events, |event| event.0.into());
    let is_narrowed = state.is_narrowed() && in_window > 0;
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
        (story.data().events.len(), "events of the record")
    };
    let counts = by_side.join(", ");
    let counts = (total > 0).then(|| format!("{total} of {of} {what}; by whose act it was: {counts}. "));
    (heading, counts, events)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::url::decode;
    use crate::story::Story;
    use std::rc::Rc;

    /// Checks the heading, the counts and the ids of the events that are named at an address of the two islands.
    #[track_caller]
    fn check(address: &str, heading: &str, counts: &str, ids: &[&str]) {
        let text = include_str!("../../../tests/it/fixtures/small.json");
        let story = Rc::new(Story::new(dataset::source::check("small.json", text).unwrap()));
        let state = State::new(story.clone(), decode(&story, "", address).view);
        let (said, counted, named) = told(&state);
        let named: Vec<&str> = named.iter().map(|&event| story.event(event).id).collect();
        assert_eq!((said, counted.as_deref().unwrap_or_default(), &*named), (heading, counts, ids), "{address}");
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
        let story = Rc::new(Story::compiled());
        for (address, heading) in [("", "The turning points"), ("publishers=Wikipedia", "The foremost that match")] {
            let address = format!("window=1951/2026&{address}");
            let state = State::new(story.clone(), decode(&story, "", &address).view);
            let (said, _, named) = told(&state);
            assert_eq!((said, named.len()), (heading, NUM_NAMED));
            assert!(named.iter().all(|&event| state.keeps(event)));
            let least = named.iter().map(|&event| story.event(event).importance).min().unwrap();
            let kept = story.events().filter(|&event| state.keeps(event) && !named.contains(&event));
            assert!(kept.map(|event| story.event(event).importance).all(|importance| importance <= least));
        }
    }
}
