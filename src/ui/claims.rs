//! All claims of the window side by side: who said what when, how far it is borne out, what came of it.

use dataset::model::{Claim, EventIdx};
use yew::prelude::*;

use super::details::parts::{actor_link, status};
use super::element::{Inside, class, element};
use super::shapes::choice_of;
use crate::order::sort_by_key;
use crate::state::url::STATUSES;
use crate::state::{State, Tab};
use crate::time::format;

/// The view; empty while another part stands in its place.
pub fn claims_view(state: &State) -> Html {
    let mut inside = Vec::new();
    if state.view.tab == Tab::Claims {
        let story = &state.story;
        let of = |event: EventIdx| story.event(event).claims.iter().map(move |claim| (event, claim));
        let mut claims: Vec<(EventIdx, &Claim)> = story.events_in(state.window()).flat_map(of).collect();
        let count = |status| claims.iter().filter(|(_, claim)| claim.status == status).count();
        let mut choices = Vec::new();
        for (name, kind) in STATUSES {
            let (sign, _) = status(kind);
            let count = element!("span" { "class": "count" } [count(kind).to_string()]);
            let inside = vec![sign.node(), " ".node(), name.node(), " ".node(), count].node();
            choices.push(choice_of("chip", format!("status:{name}"), state.view.filter.statuses.contains(&kind), inside));
        }
        claims.retain(|&(event, claim)| is_kept(state, event, claim));
        sort_by_key(&mut claims, |(_, claim)| {
            let start = claim.date.span(story.clock()).start.0;
            u64::try_from(start.saturating_add(1 << 40)).unwrap_or_default()
        });
        let heading = match claims.len() {
            1 => "1 claim".to_owned(),
            n => format!("{n} claims"),
        };
        inside.push(element!("h2" {} [format!("{heading}, {}", format::window(state.window(), state.clock()))]));
        inside.push(element!("div" { "class": "chips", "role": "group", "aria-label": "Status" } [choices]));
        let mut items = Vec::new();
        for (event, claim) in claims {
            let facts = story.event(event);
            let about = element!("button" { "type": "button", "class": "link about", "data-open": facts.id } [facts.title]);
            items.push(claim_item(state, claim, None, Some(about)));
        }
        inside.push(element!("ul" { "class": "claims" } [items]));
    }
    element!("section" { "class": "panel claims-view", "role": "region", "aria-label": "Claims" } [inside])
}

/// Whether the filters keep the claim: its own status, its speaker and its sources count, where these are asked for.
fn is_kept(state: &State, event: EventIdx, claim: &Claim) -> bool {
    let filter = &state.view.filter;
    let is_spoken = filter.actors.is_empty() || filter.actors.contains(&claim.by);
    let is_sourced = filter.is_sourced(&state.story, claim.sources);
    state.keeps(event) && is_spoken && is_sourced && (filter.statuses.is_empty() || filter.statuses.contains(&claim.status))
}

/// A claim with its speaker, its words, its status and what came of it; then its sources or what it is about.
pub fn claim_item(state: &State, claim: &Claim, cited: Option<Html>, about: Option<Html>) -> Html {
    let (sign, word) = status(claim.status);
    let sign = element!("span" { "aria-hidden": "true" } [sign]);
    let later = (!claim.later.is_empty())
        .then(|| element!("p" { "class": "later" } [element!("b" {} ["What came of it: "]), claim.later]));
    element!("li" { "class": class(&["claim", word]) } [
        element!("p" { "class": "speaker" } [
            actor_link(&state.story, claim.by),
            ", ",
            format::short(state.view.clock.read(claim.date)),
            element!("span" { "class": "status" } [sign, " ", word]),
        ]),
        element!("p" {} [claim.text, cited]),
        later,
        about,
    ])
}
