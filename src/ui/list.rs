//! The window's events as an ordered list: the same content without the picture.

use dataset::model::EventIdx;
use yew::prelude::*;

use super::shapes::{class, hue, when};
use crate::state::{State, Tab};
use crate::story::Story;
use crate::time::format;

/// The list; empty while another part stands in its place, so that it costs nothing while the window moves.
pub fn event_list(state: &State) -> Html {
    let (story, window) = (&state.story, state.window());
    if state.view.tab != Tab::List {
        return html! { <section class="panel list" role="region" aria-label="Events" /> };
    }
    let events: Vec<EventIdx> = story.events_in(window).collect();
    let count = match events.len() {
        1 => "1 event".to_owned(),
        n => format!("{n} events"),
    };
    html! {
        <section class="panel list" role="region" aria-label="Events">
            <h2>{ format!("{count}, {}", format::window(window, story.clock())) }</h2>
            { event_links(story, &events, state.selected_event()) }
        </section>
    }
}

/// An ordered list of events, each with its date, that opens the event.
pub fn event_links(story: &Story, events: &[EventIdx], selected: Option<EventIdx>) -> Html {
    let item = |&event: &EventIdx| {
        let facts = story.event(event);
        let class = class(&["entry", hue(story.side(event)), when(facts.importance >= 4, "major")]);
        html! {
            <li key={facts.id} {class}>
                <button type="button" class="link" data-open={facts.id} aria-current={(selected == Some(event)).then_some("true")}>
                    <span class="date">{ format::short(facts.date) }</span>
                    <span class="title">{ facts.title }</span>
                </button>
            </li>
        }
    };
    html! { <ol class="entries">{ for events.iter().map(item) }</ol> }
}
