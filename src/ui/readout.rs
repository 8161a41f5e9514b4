//! The card beside the pointer: an event's headline and day, or what is in a cluster.

use yew::prelude::*;

use super::element::{class, element, when};
use super::guard::{EachTime, use_guard};
use super::shapes::{hue_of, list, said, span};
use crate::platform::dom;
use crate::state::State;
use crate::time::format;
use crate::timeline::scene::{Cluster, Mark};

/// So many events of a number are named.
const MOST_NAMED: usize = 6;
/// From the middle of what is pointed at to the card, in pixels.
const AWAY: f64 = 14.0;

/// The card of a mark.
pub fn of_mark(state: &State, mark: &Mark) -> Vec<Html> {
    let event = state.record.event(mark.event);
    vec![span("title", event.title.to_owned()), said("date", format::long(state.view.clock.read(event.date)))]
}

/// The card of a number.
pub fn of_cluster(state: &State, cluster: &Cluster) -> Vec<Html> {
    let named = cluster.foremost(&state.record, MOST_NAMED);
    let mut items = Vec::new();
    for event in &named {
        let facts = state.record.event(*event);
        items.push(element!("li" {
            "class": class(&[hue_of(&state.record, *event), when(facts.importance >= 4, "major")]),
        } [
            said("date", format::short(state.view.clock.read(facts.date))),
            span("title", facts.title.to_owned()),
        ]));
    }
    let more = cluster.events.len() - named.len();
    vec![
        said("count", format!("{} events", cluster.events.len())),
        list(None, items),
        element!("span" { "class": "date" } [
            if more > 0 {
                format!("and {more} more. Click to part them.")
            } else {
                "Click to part them.".to_owned()
            },
        ]),
    ]
}

#[derive(PartialEq, Properties)]
pub struct Props {
    /// The middle of what is pointed at, on the plot.
    pub at: [f64; 2],
    pub children: Html,
}

/// The card, inside the plot: below what it is about, or above where there is more room.
#[component]
pub fn Readout(props: &Props) -> Html {
    let card = use_node_ref();
    {
        let (card, at) = (card.clone(), props.at);
        use_guard(EachTime, move || {
            if let Some(card) = card.cast() {
                dom::place_beside(&card, at, AWAY);
            }
        });
    }
    html! { <div class="readout" aria-hidden="true" ref={card}>{ props.children.clone() }</div> }
}
