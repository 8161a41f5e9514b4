//! An actor: what it is, its relations with their dates, its events.

use dataset::model::{ActorIdx, ActorKind, Relation};
use yew::prelude::*;

use super::parts::{Sources, actor_link, fact, relation_words};
use crate::state::State;
use crate::time::format;
use crate::ui::list::event_links;

/// The details of `idx`.
pub fn view(state: &State, idx: ActorIdx) -> Html {
    let story = &state.story;
    let actor = story.actor(idx);
    let mut sources = Sources::new(story, actor.sources);
    let about = sources.cite(actor.sources);
    let relations = relations(state, idx, &mut sources);
    let parts: Vec<ActorIdx> = story.actors().filter(|&part| story.actor(part).parent == Some(idx)).collect();
    let events = story.events_of(idx);
    html! {
        <article>
            <p class="kicker">{ kind(actor.kind) }{ " · " }{ story.data().sides[actor.side.get()].name }</p>
            <h2>{ actor.name }</h2>
            <p class="summary">{ actor.about }{ about }</p>
            <dl class="facts">
                { fact("Also", (!actor.aka.is_empty()).then(|| html! { { actor.aka.join(", ") } })) }
                { fact("Active", actor.active.map(|date| html! { { format::long(date) } })) }
                { fact("Part of", actor.parent.map(|parent| actor_link(story, parent))) }
                { fact("Parts", (!parts.is_empty()).then(|| super::parts::actor_links(story, &parts))) }
            </dl>
            { relations }
            <section>
                <h3>{ format!("Events ({})", events.len()) }</h3>
                { event_links(story, events, None) }
            </section>
            { sources.list() }
        </article>
    }
}

/// What an actor is, in a word.
const fn kind(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::State => "State",
        ActorKind::Person => "Person",
        ActorKind::ArmedGroup => "Armed group",
        ActorKind::Organisation => "Organization",
        ActorKind::Legislature => "Legislature",
        ActorKind::Intergovernmental => "Intergovernmental body",
        ActorKind::Agreement => "Agreement",
    }
}

fn relations(state: &State, idx: ActorIdx, sources: &mut Sources) -> Html {
    let story = &state.story;
    let (mut own, mut of_others) = (Vec::new(), Vec::new());
    for relation in story.data().relations {
        if relation.source == idx {
            own.push((relation_words(relation.kind).0, relation.target, relation));
        } else if relation.target == idx {
            of_others.push((relation_words(relation.kind).1, relation.source, relation));
        }
    }
    if own.is_empty() && of_others.is_empty() {
        return html! {};
    }
    let mut item = |(words, other, relation): &(&'static str, ActorIdx, &'static Relation)| {
        html! {
            <li>
                { *words }{ " " }{ actor_link(story, *other) }
                <span class="note">
                    if !relation.note.is_empty() {
                        { relation.note }
                    }
                    if let Some(date) = relation.when {
                        { if relation.note.is_empty() { "" } else { ", " } }{ format::short(date) }
                    }
                    { sources.cite(relation.sources) }
                </span>
            </li>
        }
    };
    own.extend(of_others);
    html! {
        <section>
            <h3>{ "Relations" }</h3>
            <ul class="relations">{ for own.iter().map(&mut item) }</ul>
        </section>
    }
}
