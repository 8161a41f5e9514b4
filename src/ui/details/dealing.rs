//! All that one actor did to another, as the record has it.

use dataset::model::{ActorIdx, EventIdx};
use yew::prelude::*;

use super::parts::actor_link;
use crate::state::State;
use crate::ui::element::element;
use crate::ui::list::event_links;
use crate::ui::shapes::section;

/// The dealings of `from` with `to`, and those the other way.
pub fn view(state: &State, from: ActorIdx, to: ActorIdx) -> Html {
    let story = &state.story;
    element!("article" {} [
        element!("p" { "class": "kicker" } ["Dealings in the whole record"]),
        element!("h2" {} [format!("{} → {}", story.actor(from).name, story.actor(to).name)]),
        element!("p" {} [actor_link(story, from), " acted on ", actor_link(story, to), ":"]),
        one_way(state, from, to),
        one_way(state, to, from),
    ])
}

fn one_way(state: &State, from: ActorIdx, to: ActorIdx) -> Html {
    let story = &state.story;
    let events: Vec<EventIdx> = story.dealings(from, to).collect();
    let heading = format!("{} on {} ({})", story.actor(from).name, story.actor(to).name, events.len());
    let inside =
        if events.is_empty() { element!("p" {} ["The record holds no such act."]) } else { event_links(state, &events, None) };
    section(None, heading, inside)
}
