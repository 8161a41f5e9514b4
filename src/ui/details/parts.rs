//! Pieces that the details of events, actors and dealings share.

use dataset::model::{ActorIdx, ClaimStatus, RelationKind, Source, SourceIdx};
use yew::prelude::*;

use crate::story::Story;
use crate::time::format;
use crate::ui::element::{Inside, class, element};
use crate::ui::shapes::{hue, section};

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
        let mut links = Vec::new();
        for &source in sources {
            let at = self.cited.iter().position(|&cited| cited == source).unwrap_or_else(|| {
                self.cited.push(source);
                self.cited.len() - 1
            });
            let number = (at + 1).to_string();
            let facts = &self.story.data().sources[source.get()];
            let name = format!("Source {number}: {}", facts.publisher);
            links.push(outer_link(facts, Some(name), number.node()));
        }
        element!("sup" { "class": "cite" } [links])
    }

    /// All that were cited, numbered.
    pub fn list(&self) -> Html {
        let mut items = Vec::new();
        for source in &self.cited {
            let facts = &self.story.data().sources[source.get()];
            let date = facts.date.map(|date| vec![", ".node(), format::short(date).node()]);
            items.push(element!("li" {} [outer_link(facts, None, facts.title.node()), ", ", only_its_events(facts), date]));
        }
        section(Some("sources"), "Sources", element!("ol" {} [items]))
    }
}

/// A publisher's name, which keeps the events that it is a source of.
fn only_its_events(source: &Source) -> Html {
    let order = format!("publisher:{}", source.publisher);
    let title = "Only events with this publisher, or all again";
    element!("button" { "type": "button", "class": "link", "data-do": order, "title": title } [source.publisher])
}

/// A link to a source, in another tab.
fn outer_link(source: &Source, name: Option<String>, inside: Html) -> Html {
    element!("a" { "href": source.url, "target": "_blank", "rel": "noopener", "aria-label": name.clone(), "title": name } [inside])
}

/// An actor's name that opens its details.
pub fn actor_link(story: &Story, actor: ActorIdx) -> Html {
    let facts = story.actor(actor);
    let class = class(&["link actor", hue(facts.side)]);
    element!("button" { "type": "button", "class": class, "data-open": facts.id } [facts.name])
}

/// Several actors, separated by commas; nothing for none.
pub fn actor_links(story: &Story, actors: &[ActorIdx]) -> Option<Html> {
    let mut links = Vec::new();
    for &actor in actors {
        if !links.is_empty() {
            links.push(", ".node());
        }
        links.push(actor_link(story, actor));
    }
    (!links.is_empty()).then(|| links.node())
}

/// A description list of terms with what is said of each; terms of which nothing is said are left out.
pub fn facts<const N: usize>(all: [(&'static str, Option<Html>); N]) -> Html {
    let mut list = Vec::new();
    for (term, said) in all {
        if let Some(said) = said {
            list.push(element!("dt" {} [term]));
            list.push(element!("dd" {} [said]));
        }
    }
    element!("dl" { "class": "facts" } [list])
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
