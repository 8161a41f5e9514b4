//! The window's events as an ordered list: the same content without the picture.

use dataset::model::EventIdx;
use yew::prelude::*;

use super::store::{Dispatch, send};
use crate::state::{Action, Selection, State, Tab};
use crate::story::Story;
use crate::time::format;

/// The list; empty while another part stands in its place, so that it costs nothing while the window moves.
pub fn event_list(state: &State, dispatch: &Dispatch) -> Html {
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
            { event_links(story, dispatch, &events, state.selected_event()) }
        </section>
    }
}

/// An ordered list of events, each with its date, that opens the event.
pub fn event_links(story: &Story, dispatch: &Dispatch, events: &[EventIdx], selected: Option<EventIdx>) -> Html {
    let item = |&event: &EventIdx| {
        let facts = story.event(event);
        let class = classes!("entry", format!("side-{}", story.side(event).0), (facts.importance >= 4).then_some("major"));
        html! {
            <li key={facts.id} {class}>
                <button type="button" class="link" aria-current={(selected == Some(event)).then_some("true")}
                    onclick={send::<MouseEvent>(dispatch, Action::Select(Selection::Event(event)))}>
                    <span class="date">{ format::short(facts.date) }</span>
                    <span class="title">{ facts.title }</span>
                </button>
            </li>
        }
    };
    html! { <ol class="entries">{ for events.iter().map(item) }</ol> }
}
