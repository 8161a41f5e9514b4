//! How two actors are connected: the choice of the second one, and the shortest way told with its evidence.

use dataset::model::ActorIdx;
use yew::prelude::*;

use super::parts::{Sources, actor_link};
use crate::command::Command;
use crate::graph::path::Step;
use crate::order::sort_by_key;
use crate::record::words;
use crate::state::State;
use crate::state::table::letters;
use crate::time::format;
use crate::ui::element::{Inside, element};
use crate::ui::list::event_links;
use crate::ui::shapes::{list, quiet, section};

/// The question, and the answer where it has been asked.
pub fn view(state: &State, from: ActorIdx, sources: &mut Sources) -> Html {
    let record = &state.record;
    let mut others: Vec<ActorIdx> = record.actors().filter(|&actor| actor != from).collect();
    sort_by_key(&mut others, |actor| letters(record.actor(*actor).name));
    // Else browsers take the option that Yew puts in first, which is the last.
    let is_none = state.view.path.is_none().then_some("");
    let mut options = vec![element!("option" { "value": "", "selected": is_none } [
        "Choose an actor, or Shift+click one in the graph",
    ])];
    for actor in others {
        let selected = (state.view.path == Some(actor)).then_some("");
        options.push(element!("option" { "value": record.actor(actor).id, "selected": selected } [
            record.actor(actor).name,
        ]));
    }
    let choice = element!("select" { "data-set": "path", "aria-label": "The other actor" } [options]);
    let told = state.view.path.map(|to| told(state, from, to, sources));
    section(Some("path"), "How are they connected?", vec![choice, told.node()].node())
}

fn told(state: &State, from: ActorIdx, to: ActorIdx, sources: &mut Sources) -> Html {
    let record = &state.record;
    let Some((path, is_in_window)) = state.path() else {
        let names = [from, to].map(|actor| record.actor(actor).name);
        let none = format!(
            "The record holds no dealing, relation or event in which {} and {} meet, however far around.",
            names[0], names[1]
        );
        return element!("p" { "role": "status" } [none]);
    };
    let steps = path.steps.len();
    let place = if is_in_window { "in this window" } else { "in the whole record; this window holds none" };
    let count = if steps == 1 { "Directly".to_owned() } else { format!("In {steps} steps") };
    let mut items = Vec::new();
    for step in &path.steps {
        items.push(element!("li" {} [told_step(state, step, sources)]));
    }
    vec![
        element!("p" { "role": "status" } [format!("{count}, {place}:")]),
        element!("ol" { "class": "steps" } [items]),
        quiet("Forget this way", Command::Disconnect),
    ]
    .node()
}

fn told_step(state: &State, step: &Step, sources: &mut Sources) -> Html {
    let record = &state.record;
    let mut said = Vec::new();
    for &at in &step.relations {
        let relation = &record.data().relations[at as usize];
        let words = words::relation(relation.kind).forward;
        let when = relation.when.map(|when| format!(" ({})", format::short(when)));
        let (source, target) = (actor_link(record, relation.source), actor_link(record, relation.target));
        said.push(element!("li" {} [source, " ", words, " ", target, when, sources.cite(relation.sources)]));
    }
    if let Some(part) = step.part {
        let whole = if part == step.from { step.to } else { step.from };
        said.push(element!("li" {} [actor_link(record, part), " is part of ", actor_link(record, whole)]));
    }
    let meetings =
        (!step.meetings.is_empty()).then(|| element!("p" { "class": "note" } ["Both had a part in:"]));
    vec![
        element!("p" {} [actor_link(record, step.from), " — ", actor_link(record, step.to)]),
        list(Some("relations"), said),
        event_links(state, &step.acts, None),
        meetings.node(),
        event_links(state, &step.meetings, None),
    ]
    .node()
}
