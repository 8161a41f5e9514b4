//! The window's events as an ordered list: the same content without the picture.

use dataset::model::EventIdx;
use yew::prelude::*;

use super::element::{class, element, keyed, when};
use super::shapes::{hue_of, said};
use crate::state::{Parts, State, Tab};
use crate::time::format;

/// The list; empty while another part stands in its place, so that it costs nothing while the window moves.
pub fn event_list(state: &State) -> Html {
    let (story, window) = (&state.story, state.window());
    let mut inside = Vec::new();
    if state.view.tab == Tab::List || state.frame.parts == Parts::List {
        let events: Vec<EventIdx> = story.events_in(window).filter(|&event| state.keeps(event)).collect();
        let count = match events.len() {
            1 => "1 event".to_owned(),
            n => format!("{n} events"),
        };
        inside.push(element!("h2" { "lang": "en" } [format!("{count}, {}", format::window(window, state.clock()))]));
        inside.push(event_links(state, &events, state.selected_event()));
    }
    element!("section" { "class": "panel list", "role": "region", "aria-label": "Events" } [inside])
}

/// An ordered list of events, each with its date, that opens the event.
pub fn event_links(state: &State, events: &[EventIdx], selected: Option<EventIdx>) -> Html {
    let story = &state.story;
    let mut items = Vec::new();
    for &event in events {
        let facts = story.event(event);
        let is_current = (selected == Some(event)).then_some("true");
        let class = class(&["entry", hue_of(story, event), when(facts.importance >= 4, "major")]);
        let link = element!("button" { "type": "button", "class": "link", "data-open": facts.id, "aria-current": is_current } [
            said("date", format::short(state.view.clock.read(facts.date))),
            element!("span" { "class": "title" } [facts.title]),
        ]);
        items.push(keyed(facts.id, element!("li" { "class": class } [link])));
    }
    element!("ol" { "class": "entries" } [items])
}
