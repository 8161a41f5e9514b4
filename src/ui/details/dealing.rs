//! All that one actor did to another, as the record has it.

use dataset::model::{ActorIdx, EventIdx};
use yew::prelude::*;

use super::parts::actor_link;
use crate::state::State;
use crate::ui::list::event_links;

/// The dealings of `from` with `to`, and those the other way.
pub fn view(state: &State, from: ActorIdx, to: ActorIdx) -> Html {
    let story = &state.story;
    let way = |a: ActorIdx, b: ActorIdx| {
        let events: Vec<EventIdx> = story.dealings(a, b).collect();
        html! {
            <section>
                <h3>{ format!("{} on {} ({})", story.actor(a).name, story.actor(b).name, events.len()) }</h3>
                if events.is_empty() {
                    <p>{ "The record holds no such act." }</p>
                } else {
                    { event_links(story, &events, None) }
                }
            </section>
        }
    };
    html! {
        <article>
            <p class="kicker">{ "Dealings in the whole record" }</p>
            <h2>{ format!("{} → {}", story.actor(from).name, story.actor(to).name) }</h2>
            <p>{ actor_link(story, from) }{ " acted on " }{ actor_link(story, to) }{ ":" }</p>
            { way(from, to) }
            { way(to, from) }
        </article>
    }
}
