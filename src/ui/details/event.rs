//! An event: when, where, what is known, who acted on whom, figures, claims, answers, sources.

use dataset::model::{Claim, Event, EventIdx, Figure, Part};
use yew::prelude::*;

use super::parts::{Sources, actor_link, actor_links, fact, status};
use crate::geom::coord;
use crate::state::State;
use crate::time::format;
use crate::ui::list::event_links;

/// The details of `idx`.
pub fn view(state: &State, idx: EventIdx) -> Html {
    let story = &state.story;
    let event = story.event(idx);
    let mut sources = Sources::new(story, event.sources);
    let figures = figures(event, &mut sources);
    let claims = claims(state, event, &mut sources);
    let summary_sources = sources.cite(event.sources);
    html! {
        <article>
            <p class="kicker">{ story.data().domains[event.domain.get()].name }{ " · " }{ when(event) }</p>
            <h2>{ event.title }</h2>
            <p class="summary">{ event.summary }{ summary_sources }</p>
            <dl class="facts">
                { fact("Where", place(state, event)) }
                { fact("Who acted", (!event.initiators.is_empty()).then(|| actor_links(story, event.initiators))) }
                { fact("On whom", (!event.targets.is_empty()).then(|| actor_links(story, event.targets))) }
                { fact("Others", (!event.others.is_empty()).then(|| others(state, event.others))) }
                { fact("Kind of act", event.cameo.map(|cameo| html! {
                    <span title="CAMEO event code and its value on the Goldstein scale, −10 most hostile to +10 most cooperative">
                        { format!("{} (CAMEO {}, Goldstein {})", cameo.label, cameo.code, format::signed(cameo.goldstein.into())) }
                    </span>
                })) }
            </dl>
            { figures }
            { claims }
            { answers(state, "Answered", event.responds_to) }
            { answers(state, "Was answered by", story.answers(idx)) }
            { sources.list() }
        </article>
    }
}

fn when(event: &Event) -> Html {
    html! {
        <time>
            { format::long(event.date) }
            if let Some(note) = format::precision_note(event.date) {
                <span class="precision">{ format!(" ({note})") }</span>
            }
        </time>
    }
}

fn place(state: &State, event: &Event) -> Option<Html> {
    let place = &state.story.data().places[event.place?.get()];
    let degrees = |value: f64, names: [&str; 2]| format!("{}° {}", coord(value.abs()), names[usize::from(value < 0.0)]);
    let spot = place.lat_lon.map(|(lat, lon)| format!("{}, {}", degrees(lat, ["N", "S"]), degrees(lon, ["E", "W"])));
    Some(html! { <span title={spot}>{ place.name }</span> })
}

fn others(state: &State, parts: &[Part]) -> Html {
    let part = |part: &Part| html! { <li>{ actor_link(&state.story, part.actor) }{ ": " }{ part.role }</li> };
    html! { <ul>{ for parts.iter().map(part) }</ul> }
}

fn figures(event: &Event, sources: &mut Sources) -> Html {
    let mut figure = |figure: &Figure| {
        html! {
            <li>
                <strong>{ format::number(figure.value) }</strong>{ " " }{ figure.label }
                <span class="note">{ figure.note }{ sources.cite(figure.sources) }</span>
            </li>
        }
    };
    if event.figures.is_empty() {
        return html! {};
    }
    html! {
        <section>
            <h3>{ "Figures" }</h3>
            <ul class="figures">{ for event.figures.iter().map(&mut figure) }</ul>
        </section>
    }
}

fn claims(state: &State, event: &Event, sources: &mut Sources) -> Html {
    let mut claim = |claim: &Claim| {
        let (sign, word) = status(claim.status);
        html! {
            <li class={format!("claim {word}")}>
                <p class="speaker">
                    { actor_link(&state.story, claim.by) }{ ", " }{ format::short(claim.date) }
                    <span class="status"><span aria-hidden="true">{ sign }</span>{ " " }{ word }</span>
                </p>
                <p>{ claim.text }{ sources.cite(claim.sources) }</p>
                if !claim.later.is_empty() {
                    <p class="later"><b>{ "What came of it: " }</b>{ claim.later }</p>
                }
            </li>
        }
    };
    if event.claims.is_empty() {
        return html! {};
    }
    html! {
        <section>
            <h3>{ "Claims" }</h3>
            <ul class="claims">{ for event.claims.iter().map(&mut claim) }</ul>
        </section>
    }
}

fn answers(state: &State, heading: &'static str, events: &[EventIdx]) -> Html {
    if events.is_empty() {
        return html! {};
    }
    html! {
        <section>
            <h3>{ heading }</h3>
            { event_links(&state.story, events, None) }
        </section>
    }
}
