//! Pieces that the details of events, actors and dealings share.

use dataset::model::{ActorIdx, ClaimStatus, RelationKind, SourceIdx};
use yew::prelude::*;

use crate::story::Story;
use crate::time::format;
use crate::ui::shapes::{class, hue};

/// The numbered sources of one text: each gets its number at its first mention.
pub struct Sources<'a> {
    story: &'a Story,
    cited: Vec<SourceIdx>,
}

impl<'a> Sources<'a> {
    /// The sources of a text, in the order in which they are listed.
    pub fn new(story: &'a Story, first: &[SourceIdx]) -> Self {
        Self { story, cited: first.to_vec() }
    }

    /// The numbers of `sources` as links, to stand behind a sentence.
    pub fn cite(&mut self, sources: &[SourceIdx]) -> Html {
        let link = |&source: &SourceIdx| {
            let at = self.cited.iter().position(|&cited| cited == source).unwrap_or_else(|| {
                self.cited.push(source);
                self.cited.len() - 1
            });
            let facts = &self.story.data().sources[source.get()];
            let name = format!("Source {}: {}", at + 1, facts.publisher);
            html! { <a href={facts.url} target="_blank" rel="noopener" aria-label={name.clone()} title={name}>{ at + 1 }</a> }
        };
        html! { <sup class="cite">{ for sources.iter().map(link) }</sup> }
    }

    /// All that were cited, numbered.
    pub fn list(&self) -> Html {
        let item = |source: &SourceIdx| {
            let facts = &self.story.data().sources[source.get()];
            html! {
                <li>
                    <a href={facts.url} target="_blank" rel="noopener">{ facts.title }</a>
                    { ", " }{ facts.publisher }
                    if let Some(date) = facts.date {
                        { ", " }{ format::short(date) }
                    }
                </li>
            }
        };
        html! {
            <section class="sources">
                <h3>{ "Sources" }</h3>
                <ol>{ for self.cited.iter().map(item) }</ol>
            </section>
        }
    }
}

/// An actor's name that opens its details.
pub fn actor_link(story: &Story, actor: ActorIdx) -> Html {
    let facts = story.actor(actor);
    let class = class(&["link actor", hue(facts.side)]);
    html! {
        <button type="button" {class} data-open={facts.id}>{ facts.name }</button>
    }
}

/// Several actors, separated by commas.
pub fn actor_links(story: &Story, actors: &[ActorIdx]) -> Html {
    let one = |(i, &actor): (usize, &ActorIdx)| {
        html! { <>{ if i > 0 { ", " } else { "" } }{ actor_link(story, actor) }</> }
    };
    html! { <>{ for actors.iter().enumerate().map(one) }</> }
}

/// A term with what is said of it, in a description list; nothing for an empty one.
pub fn fact(term: &'static str, said: Option<Html>) -> Html {
    match said {
        Some(said) => html! { <><dt>{ term }</dt><dd>{ said }</dd></> },
        None => html! {},
    }
}

/// A claim's status: a sign and a word, never colour alone.
pub const fn status(status: ClaimStatus) -> (&'static str, &'static str) {
    match status {
        ClaimStatus::Confirmed => ("✓", "confirmed"),
        ClaimStatus::Disputed => ("≠", "disputed"),
        ClaimStatus::Denied => ("✕", "denied"),
        ClaimStatus::Revised => ("↻", "revised"),
        ClaimStatus::Unverified => ("?", "unverified"),
    }
}

/// A relation as read from its source, and as read from its target.
pub const fn relation_words(kind: RelationKind) -> (&'static str, &'static str) {
    match kind {
        RelationKind::PartOf => ("part of", "has as part"),
        RelationKind::Commands => ("commands", "commanded by"),
        RelationKind::Heads => ("heads", "headed by"),
        RelationKind::SuccessorOf => ("successor of", "succeeded by"),
        RelationKind::Backs => ("backs", "backed by"),
        RelationKind::AllyOf => ("ally of", "ally of"),
        RelationKind::HostileTo => ("hostile to", "hostile to it:"),
        RelationKind::PartyTo => ("party to", "has as party"),
        RelationKind::WithdrewFrom => ("withdrew from", "left by"),
        RelationKind::Sanctions => ("put sanctions on", "under sanctions of"),
        RelationKind::DesignatedTerrorist => ("listed as terrorist", "listed as terrorist by"),
        RelationKind::HostsForcesOf => ("hosts forces of", "has forces in"),
        RelationKind::Represents => ("represents", "represented by"),
        RelationKind::Mediates => ("mediates with", "mediator:"),
    }
}
