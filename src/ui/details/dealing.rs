//! All that one actor did to another, as the record has it.

use dataset::model::{ActorIdx, EventIdx, SideIdx};
use yew::prelude::*;

use super::parts::actor_link;
use crate::state::State;
use crate::ui::element::element;
use crate::ui::list::event_links;
use crate::ui::shapes::section;

/// The dealings of `from` with `to`, and those the other way.
// Comes late.
#[inline(never)]
pub fn view(state: &State, from: ActorIdx, to: ActorIdx) -> Html {
    let record = &state.record;
    element!("article" {} [
        element!("p" { "class": "kicker", "lang": "en" } ["Dealings in the whole record"]),
        element!("h2" {} [format!("{} → {}", record.actor(from).name, record.actor(to).name)]),
        element!("p" {} [actor_link(record, from), " acted on ", actor_link(record, to), ":"]),
        one_way(state, from, to),
        one_way(state, to, from),
    ])
}

/// What one camp did to another in the window, and in the rest of the record.
// Comes late.
#[inline(never)]
pub fn band(state: &State, from: SideIdx, to: SideIdx) -> Html {
    let sides = state.record.data().sides;
    let names = [from, to].map(|side| sides[side.get()].name);
    let heading = if from == to {
        format!("{}, among themselves", names[0])
    } else {
        format!("{} → {}", names[0], names[1])
    };
    let window = state.window();
    let (here, rest): (Vec<EventIdx>, Vec<EventIdx>) =
        state.dealings_of(from, to).into_iter().partition(|&event| window.shows(state.record.span(event)));
    element!("article" {} [
        element!("p" { "class": "kicker", "lang": "en" } ["What one camp did to another"]),
        element!("h2" {} [heading]),
        listed(state, format!("In this window ({})", here.len()), &here),
        listed(state, format!("In the rest of the record ({})", rest.len()), &rest),
    ])
}

fn listed(state: &State, heading: String, events: &[EventIdx]) -> Html {
    let inside = if events.is_empty() {
        element!("p" {} ["The record holds no such act."])
    } else {
        event_links(state, events, None)
    };
    section(None, heading, inside)
}

fn one_way(state: &State, from: ActorIdx, to: ActorIdx) -> Html {
    let record = &state.record;
    let events: Vec<EventIdx> = record.dealings(from, to).collect();
    let heading = format!("{} on {} ({})", record.actor(from).name, record.actor(to).name, events.len());
    listed(state, heading, &events)
}
