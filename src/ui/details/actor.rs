//! An actor: what it is, its relations with their dates, its events.

use dataset::model::ActorIdx;
use yew::prelude::*;

use super::parts::{Sources, actor_link, actor_links, facts};
use super::path;
use crate::graph::acts;
use crate::order::{down, sort_by_key, sort_unique_by_key};
use crate::state::State;
use crate::story::words;
use crate::time::format;
use crate::ui::element::{Inside, class, element};
use crate::ui::list::event_links;
use crate::ui::shapes::{choice_of, hue, list, section, span};

/// The details of `idx`.
pub fn view(state: &State, idx: ActorIdx) -> Html {
    let story = &state.story;
    let actor = story.actor(idx);
    let mut sources = Sources::new(story, actor.sources);
    let about = sources.cite(actor.sources);
    let relations = relations(state, idx, &mut sources);
    let path = path::view(state, idx, &mut sources);
    let is_only = state.view.filter.actors.contains(&idx);
    let only = choice_of("chip", format!("actor:{}", actor.id), is_only, "Only its events".node());
    let parts: Vec<ActorIdx> = story.actors().filter(|&part| story.actor(part).parent == Some(idx)).collect();
    let events = story.events_of(idx);
    let mut kind = words::actor_kind(actor.kind).to_owned();
    kind[..1].make_ascii_uppercase();
    element!("article" {} [
        element!("p" { "class": "kicker" } [kind, " · ", story.data().sides[actor.side.get()].name]),
        element!("h2" {} [actor.name]),
        element!("p" { "class": "summary" } [actor.about, about]),
        facts([
            ("Also", (!actor.aka.is_empty()).then(|| actor.aka.join(", ").node())),
            ("Active", actor.active.map(|date| format::long(date).node())),
            ("Part of", actor.parent.map(|parent| actor_link(story, parent))),
            ("Parts", actor_links(story, &parts)),
        ]),
        element!("p" { "class": "offers" } [only]),
        relations,
        path,
        dealings(state, idx),
        section(None, format!("Events ({})", events.len()), event_links(state, events, None)),
        sources.list(),
    ])
}

/// Whom it acted on and who acted on it, each with what the acts were; a click opens all that one did to the other.
fn dealings(state: &State, idx: ActorIdx) -> Html {
    let story = &state.story;
    let (mut there, mut back): (Vec<ActorIdx>, Vec<ActorIdx>) = Default::default();
    for &event in story.events_of(idx) {
        let facts = story.event(event);
        if facts.initiators.contains(&idx) {
            there.extend(facts.targets);
        }
        if facts.targets.contains(&idx) {
            back.extend(facts.initiators);
        }
    }
    let mut ways = Vec::new();
    for (heading, mut others, is_there) in [("Acted on", there, true), ("Was acted on by", back, false)] {
        sort_unique_by_key(&mut others, |other| other.0.into());
        let pairs = others.into_iter().map(|other| if is_there { (idx, other) } else { (other, idx) });
        let mut all: Vec<_> = pairs.map(|(from, to)| (from, to, story.dealings(from, to).collect::<Vec<_>>())).collect();
        sort_by_key(&mut all, |(.., events)| down(u32::try_from(events.len()).unwrap_or(u32::MAX)));
        let mut items = Vec::new();
        for (from, to, events) in all {
            let other = story.actor(if is_there { to } else { from });
            let pair = [story.actor(from).id, ">", story.actor(to).id].concat();
            let class = class(&["link actor", hue(other.side)]);
            let link = element!("button" { "type": "button", "class": class, "data-dealing": pair } [other.name]);
            items.push(element!("li" {} [link, " ", span("note", acts::label(story, &events))]));
        }
        let own = (!items.is_empty()).then(|| section(None, heading, list(Some("relations"), items)));
        ways.push(own.unwrap_or_default());
    }
    ways.node()
}

fn relations(state: &State, idx: ActorIdx, sources: &mut Sources) -> Option<Html> {
    let (mut own, mut of_others) = (Vec::new(), Vec::new());
    for relation in state.story.data().relations {
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
        items.push(element!("li" {} [words, " ", actor_link(&state.story, other), " ", note]));
    }
    (!items.is_empty()).then(|| section(None, "Relations", list(Some("relations"), items)))
}
