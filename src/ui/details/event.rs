//! An event: when, where, what is known, who acted on whom, figures, claims, answers, sources.

use dataset::model::{Cameo, Event, EventIdx, Grade, Harm, Part, Standing};
use yew::prelude::*;

use super::parts::{Sources, actor_link, actor_links, facts};
use crate::command::Command;
use crate::geom::coord;
use crate::state::State;
use crate::time::format;
use crate::timeline::arcs::Reach;
use crate::timeline::toll::Range;
use crate::ui::claims::claim_item;
use crate::ui::element::{Inside, element};
use crate::ui::list::event_links;
use crate::ui::shapes::{choice_of, list, section, span};
use crate::ui::texts::waiting;

/// The details of `idx`.
pub fn view(state: &State, idx: EventIdx) -> Html {
    let record = &state.record;
    let event = record.event(idx);
    let mut sources = Sources::new(record, event.sources);
    let casualties = casualties(state, event, &mut sources);
    let figures = figures(event, &mut sources);
    let claims = claims(state, event, &mut sources);
    let summary_sources = sources.cite(event.sources);
    let waiting = waiting(state);
    let has_texts = waiting.is_none();
    let there = |part: Option<Html>| part.filter(|_| has_texts);
    let summary =
        waiting.unwrap_or_else(|| element!("p" { "class": "summary" } [event.summary, summary_sources]));
    element!("article" {} [
        element!("p" { "class": "kicker" } [
            record.data().domains[event.domain.get()].name,
            " · ",
            when(state, event),
        ]),
        element!("h2" {} [event.title]),
        summary,
        facts([
            ("Where", place(state, event)),
            ("Who acted", actor_links(record, event.initiators)),
            ("On whom", actor_links(record, event.targets)),
            ("Others", there(others(state, event.others))),
            ("Kind of act", there(event.cameo.map(kind_of_act))),
        ]),
        there(only_digests(state, event)),
        there(casualties),
        figures,
        there(claims),
        chain_choice(state, idx),
        answers(state, "What led here", event.responds_to),
        answers(state, "Followed from", event.follows),
        answers(state, "What followed", record.answers(idx)),
        answers(state, "Led to", record.outcomes(idx)),
        revisions(event),
        has_texts.then(|| sources.list()),
    ])
}

fn when(state: &State, event: &Event) -> Html {
    let note = format::precision_note(event.date).map(|note| span("precision", format!(" ({note})")));
    element!("time" {} [format::long(state.view.clock.read(event.date)), note])
}

fn place(state: &State, event: &Event) -> Option<Html> {
    let place = &state.record.data().places[event.place?.get()];
    let degrees =
        |value: f64, names: [&str; 2]| format!("{}° {}", coord(value.abs()), names[usize::from(value < 0.0)]);
    let spot =
        place.lat_lon.map(|(lat, lon)| format!("{}, {}", degrees(lat, ["N", "S"]), degrees(lon, ["E", "W"])));
    Some(element!("span" { "title": spot } [place.name]))
}

fn others(state: &State, parts: &[Part]) -> Option<Html> {
    let mut items = Vec::new();
    for part in parts {
        items.push(element!("li" {} [actor_link(&state.record, part.actor), ": ", part.role]));
    }
    (!items.is_empty()).then(|| list(None, items))
}

fn kind_of_act(cameo: Cameo) -> Html {
    let told = format!(
        "{} (CAMEO {}, Goldstein {})",
        cameo.label,
        cameo.code,
        format::signed(cameo.goldstein.into())
    );
    let meaning =
        "CAMEO event code and its value on the Goldstein scale, −10 most hostile to +10 most cooperative";
    element!("span" { "title": meaning } [told])
}

/// A word of warning where nobody with reporters of his own stands behind the event.
fn only_digests(state: &State, event: &Event) -> Option<Html> {
    let sources = &state.record.data().sources;
    let rests = event.sources.iter().all(|source| sources[source.get()].grade == Grade::Digest);
    rests.then(|| {
        element!("p" { "class": "note" } [
            "This rests on digests alone: no report of those who saw or asked was found.",
        ])
    })
}

/// The dead and the injured, group by group, with who counted.
fn casualties(state: &State, event: &Event, sources: &mut Sources) -> Option<Html> {
    let mut items = Vec::new();
    for row in event.casualties {
        let range = Range { low: row.low.into(), high: row.high.into() };
        let side = state.record.data().sides[row.side.get()].short;
        let standing = match row.status {
            Standing::Civilian => ", civilians",
            Standing::Combatant => ", combatants",
            Standing::Mixed => ", civilians and combatants",
            Standing::Unknown => "",
        };
        let harm = if row.kind == Harm::Killed { "killed" } else { "injured" };
        let count = element!("strong" {} [range.words()]);
        let note = format!("{side}{standing}; counted by {}", row.by);
        let note = element!("span" { "class": "note" } [note, sources.cite(row.sources)]);
        items.push(element!("li" {} [count, format!(" {harm}: {}", row.who), note]));
    }
    (!items.is_empty()).then(|| section(None, "The dead and the injured", list(Some("figures"), items)))
}

/// How the event's substance was corrected.
fn revisions(event: &Event) -> Option<Html> {
    let mut items = Vec::new();
    for revision in event.revised {
        items.push(element!("li" {} [format!("{}: {}", format::day(revision.date), revision.what)]));
    }
    (!items.is_empty()).then(|| section(None, "Corrected", list(Some("points"), items)))
}

/// Figures side by side; several of one thing that follow each other, as a row that shows how the count went.
fn figures(event: &Event, sources: &mut Sources) -> Option<Html> {
    let mut items = Vec::new();
    for row in event.figures.chunk_by(|a, b| a.label == b.label) {
        let mut counts = Vec::new();
        for figure in row {
            let value = element!("strong" {} [format::number(figure.value)]);
            let label = if row.len() == 1 { figure.label } else { "" };
            let note = element!("span" { "class": "note" } [figure.note, sources.cite(figure.sources)]);
            counts.push(element!("li" {} [value, " ", label, note]));
        }
        if row.len() == 1 {
            items.extend(counts);
        } else {
            let label = element!("p" { "class": "label" } [row[0].label]);
            items.push(element!("li" { "class": "count-row" } [label, element!("ol" {} [counts])]));
        }
    }
    (!items.is_empty()).then(|| section(None, "Figures", list(Some("figures"), items)))
}

fn claims(state: &State, event: &Event, sources: &mut Sources) -> Option<Html> {
    let mut items = Vec::new();
    for claim in event.claims {
        items.push(claim_item(state, claim, Some(sources.cite(claim.sources)), None));
    }
    (!items.is_empty()).then(|| section(None, "Claims", list(Some("claims"), items)))
}

/// Asks for the links beyond the direct ones, where there are any.
fn chain_choice(state: &State, idx: EventIdx) -> Option<Html> {
    let [direct, all] = [Reach::Direct, Reach::Chain].map(|reach| reach.from(&state.record, idx).len());
    let words = format!("Show the whole chain of answers: {} events", all.saturating_sub(1));
    (all > direct).then(|| {
        choice_of("chip", Command::Chain.word().to_owned(), state.visit.reach == Reach::Chain, words.node())
    })
}

fn answers(state: &State, heading: &'static str, events: &[EventIdx]) -> Option<Html> {
    (!events.is_empty()).then(|| section(None, heading, event_links(state, events, None)))
}
