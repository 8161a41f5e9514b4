//! All claims of the window side by side: who said what and when, how far it held, what came of it.

use dataset::model::{Claim, ClaimStatus, EventIdx};
use yew::prelude::*;

use super::details::parts::actor_link;
use super::element::{Inside, class, element, when};
use super::paint::picture;
use super::shapes::{choice_of, rect, span};
use super::texts::waiting;
use crate::command::Choice;
use crate::drawing::steps::steps;
use crate::geom::{Size, coord};
use crate::order::sort_by_key;
use crate::record::series::{Series, series};
use crate::record::words::sign;
use crate::state::action::Change;
use crate::state::{State, Tab, claims};
use crate::time::format;

/// The bar of what came of the claims: width and height of its picture, which is stretched to the panel.
const BAR: [f64; 2] = [1000.0, 22.0];
/// A chart of a count that changed.
const CHART: Size = Size::new(300.0, 120.0);

/// The view; empty while another part stands in its place.
pub fn claims_view(state: &State) -> Html {
    let inside = if state.view.tab == Tab::Claims { all_claims(state) } else { Vec::new() };
    element!("section" { "class": "panel claims-view", "role": "region", "aria-label": "Claims" } [inside])
}

/// What stands in it.
// Comes late.
#[inline(never)]
fn all_claims(state: &State) -> Vec<Html> {
    let mut inside = Vec::new();
    let record = &state.record;
    let all = state.claims();
    let asked = &state.view.filter.statuses;
    inside.push(element!("h2" {} ["What came of the claims"]));
    inside.push(element!("p" { "class": "told-claims", "role": "status" } [
        claims::told(&all),
        span("range", format::window(state.window(), state.clock())),
    ]));
    inside.extend((!all.is_empty()).then(|| bar(state, &all)));
    let mut choices = Vec::new();
    for (kind, count) in claims::tally(&all) {
        let name = kind.word();
        let count = element!("span" { "class": "count" } [count.to_string()]);
        let key = element!("span" { "class": class(&["status-key", name]), "aria-hidden": "true" } [
            sign(kind),
        ]);
        let inside = vec![key, " ".node(), name.node(), " ".node(), count].node();
        choices.push(choice_of("chip", only(state, kind), asked.contains(&kind), inside));
    }
    inside.push(element!("div" {
        "class": "chips",
        "lang": "en",
        "role": "group",
        "aria-label": "Status",
    } [choices]));
    let events: Vec<EventIdx> =
        record.events_in(state.window()).filter(|&event| state.keeps(event)).collect();
    inside.extend(series(record, &events).iter().map(|series| chart(state, series)));
    let mut shown = all;
    shown.retain(|(_, claim)| asked.is_empty() || asked.contains(&claim.status));
    sort_by_key(&mut shown, |(_, claim)| {
        let start = claim.date.span(record.clock()).start.0;
        u64::try_from(start.saturating_add(1 << 40)).unwrap_or_default()
    });
    let waiting = waiting(state);
    if waiting.is_some() {
        shown.clear();
    }
    inside.extend(waiting);
    let mut items = Vec::new();
    for (event, claim) in shown {
        let facts = record.event(event);
        let about = element!("button" {
            "type": "button",
            "class": "link about",
            "data-open": facts.id,
        } [facts.title]);
        items.push(claim_item(state, claim, None, Some(about)));
    }
    inside.push(element!("ul" { "class": "claims" } [items]));
    inside
}

/// The claims as one bar, a part for each status; each part filters,
/// as the buttons below it do for the keyboard.
fn bar(state: &State, all: &[(EventIdx, &'static Claim)]) -> Html {
    let asked = &state.view.filter.statuses;
    #[expect(clippy::cast_precision_loss, reason = "claims of a record")]
    let width = |count: usize| BAR[0] * count as f64 / all.len().max(1) as f64;
    let (mut x, mut parts) = (0.0, Vec::new());
    for (kind, count) in claims::tally(all).into_iter().filter(|(_, count)| *count > 0) {
        let name = kind.word();
        let class = class(&["bar-part", name, when(!asked.is_empty() && !asked.contains(&kind), "dim")]);
        let title = element!("title" {} [format!("{name}: {count}")]);
        parts.push(element!("g" { "data-do": only(state, kind), "data-count": count.to_string() } [
            title,
            rect(class, [x, 0.0, width(count), BAR[1], 0.0]),
        ]));
        x += width(count);
    }
    let view = ["0 0 ", &coord(BAR[0]), " ", &coord(BAR[1])].concat();
    element!("svg" {
        "class": "claims-bar",
        "viewBox": view,
        "preserveAspectRatio": "none",
        "aria-hidden": "true",
    } [parts])
}

/// What keeps the claims of a status, or all again.
fn only(state: &State, status: ClaimStatus) -> String {
    Choice::Filter(Change::Status(status)).written(&state.record)
}

/// A count that changed, with its event; the values are told in words, too.
fn chart(state: &State, series: &Series) -> Html {
    let facts = state.record.event(series.event);
    let mut words = Vec::new();
    for (day, value) in &series.values {
        words.push(format::number(*value) + " (" + &format::day(*day) + ")");
    }
    let about =
        element!("button" { "type": "button", "class": "link about", "data-open": facts.id } [facts.title]);
    element!("figure" { "class": "course" } [
        element!("figcaption" {} [element!("b" {} [series.label]), ", by the day of each report"]),
        picture("course-picture", [CHART.width, CHART.height], steps(series, CHART)),
        element!("p" { "class": "note" } [words.join(", ")]),
        about,
    ])
}

/// A claim with its speaker, its words, its status and what came of it; then its sources or what it is about.
pub fn claim_item(state: &State, claim: &Claim, cited: Option<Html>, about: Option<Html>) -> Html {
    let word = claim.status.word();
    let sign = element!("span" { "aria-hidden": "true" } [sign(claim.status)]);
    let later = (!claim.later.is_empty())
        .then(|| element!("p" { "class": "later" } [element!("b" {} ["What came of it: "]), claim.later]));
    element!("li" { "class": class(&["claim", word]) } [
        element!("p" { "class": "speaker" } [
            actor_link(&state.record, claim.by),
            ", ",
            format::short(state.view.clock.read(claim.date)),
            element!("span" { "class": "status" } [sign, " ", word]),
        ]),
        element!("p" {} [claim.text, cited]),
        later,
        about,
    ])
}
