//! Nothing selected: what the window holds, in a sentence, and its most important events.

use dataset::model::EventIdx;
use yew::prelude::*;

use crate::order;
use crate::state::State;
use crate::time::format;
use crate::ui::element::element;
use crate::ui::list::event_links;

/// How many events are named; more would be the list itself.
const NUM_NAMED: usize = 10;

/// The window in words.
pub fn view(state: &State) -> Html {
    let story = &state.story;
    let window = state.window();
    let mut events: Vec<EventIdx> = story.events_in(window).collect();
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
    let heading = match total {
        0 => "Nothing of the record happened here",
        n if n <= NUM_NAMED => "What happened",
        _ => "The turning points",
    };
    let summary = (total > 0).then(|| {
        let record = story.data().events.len();
        let counts = by_side.join(", ");
        element!("p" { "class": "summary" } [
            format!("{total} of {record} events of the record; by whose act it was: {counts}. "),
            "Choose an event or an actor to read on.",
        ])
    });
    element!("article" {} [
        element!("p" { "class": "kicker" } [format::window(window, state.clock())]),
        element!("h2" {} [heading]),
        summary,
        event_links(state, &events, None),
    ])
}
