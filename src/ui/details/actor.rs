//! An actor: what it is, its relations with their dates, its events.

use dataset::model::ActorIdx;
use yew::prelude::*;

use super::parts::{Sources, actor_link, actor_links, facts};
use super::path;
use crate::command::Choice;
use crate::graph::acts;
use crate::record::words;
use crate::state::State;
use crate::state::action::Change;
use crate::state::table::pairs;
use crate::time::format;
use crate::ui::element::{Inside, class, element};
use crate::ui::list::event_links;
use crate::ui::shapes::{choice_of, hue, list, section, span};
use crate::ui::texts::waiting;

/// The details of `idx`.
// Comes late.
#[inline(never)]
pub fn view(state: &State, idx: ActorIdx) -> Html {
    let record = &state.record;
    let actor = record.actor(idx);
    let mut sources = Sources::new(record, actor.sources);
    let cited = sources.cite(actor.sources);
    let about = waiting(state).unwrap_or_else(|| element!("p" { "class": "summary" } [actor.about, cited]));
    let relations = relations(state, idx, &mut sources);
    let path = path::view(state, idx, &mut sources);
    let is_only = state.view.filter.actors.contains(&idx);
    let only = choice_of(
        "chip",
        Choice::Filter(Change::Actor(idx)).written(record),
        is_only,
        "Only its events".node(),
    );
    let parts: Vec<ActorIdx> =
        record.actors().filter(|&part| record.actor(part).parent == Some(idx)).collect();
    let events = record.events_of(idx);
    let mut kind = words::actor_kind(actor.kind).to_owned();
    kind[..1].make_ascii_uppercase();
    element!("article" {} [
        element!("p" { "class": "kicker" } [kind, " · ", record.data().sides[actor.side.get()].name]),
        element!("h2" {} [actor.name]),
        about,
        facts([
            ("Also", (!actor.aka.is_empty()).then(|| actor.aka.join(", ").node())),
            ("Active", actor.active.map(|date| format::long(date).node())),
            ("Part of", actor.parent.map(|parent| actor_link(record, parent))),
            ("Parts", actor_links(record, &parts)),
        ]),
        element!("p" { "class": "offers" } [only]),
        relations,
        path,
        dealings(state, idx),
        section(None, format!("Events ({})", events.len()), event_links(state, events, None)),
        record.has_texts().then(|| sources.list()),
    ])
}

/// Whom it acted on and who acted on it, each with what the acts were;
/// a click opens all that one did to the other.
fn dealings(state: &State, idx: ActorIdx) -> Html {
    let record = &state.record;
    let pairs = pairs(record, record.events_of(idx));
    let mut ways = Vec::new();
    for (heading, is_there) in [("Acted on", true), ("Was acted on by", false)] {
        let mut items = Vec::new();
        for ((from, to), events) in &pairs {
            let (own, other) = if is_there { (*from, *to) } else { (*to, *from) };
            if own != idx {
                continue;
            }
            let other = record.actor(other);
            let pair = [record.actor(*from).id, ">", record.actor(*to).id].concat();
            let class = class(&["link actor", hue(other.side)]);
            let link =
                element!("button" { "type": "button", "class": class, "data-dealing": pair } [other.name]);
            items.push(element!("li" {} [link, " ", span("note", acts::label(record, events))]));
        }
        let own = (!items.is_empty()).then(|| section(None, heading, list(Some("relations"), items)));
        ways.push(own.unwrap_or_default());
    }
    ways.node()
}

fn relations(state: &State, idx: ActorIdx, sources: &mut Sources) -> Option<Html> {
    let (mut own, mut of_others) = (Vec::new(), Vec::new());
    for relation in state.record.data().relations {
        if relation.source == idx {
            own.push((words::relation(relation.kind).forward, relation.target, relation));
        } else if relation.target == idx {
            of_others.push((words::relation(relation.kind).back, relation.source, relation));
        }
    }
    own.extend(of_others);
    let mut items = Vec::new();
    for (words, other, relation) in own {
        let comma = if relation.note.is_empty() { "" } else { ", " };
        let date = relation.when.map(|date| format!("{comma}{}", format::short(date)));
        let note = element!("span" { "class": "note" } [relation.note, date, sources.cite(relation.sources)]);
        items.push(element!("li" {} [words, " ", actor_link(&state.record, other), " ", note]));
    }
    (!items.is_empty()).then(|| section(None, "Relations", list(Some("relations"), items)))
}
