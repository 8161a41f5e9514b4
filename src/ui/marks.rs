//! The marks, labels and clusters of the timeline, and the readout of what the pointer is at.

use dataset::model::{Claim, EventIdx};
use yew::prelude::*;

use super::arcs_view;
use super::element::{Inside, class, element, keyed, when};
use super::shapes::{hue, path, rect, text};
use crate::state::State;
use crate::time::format;
use crate::timeline::arcs::Arcs;
use crate::timeline::scene::{Bar, Cluster, Mark, TimelineScene};
use crate::timeline::{classes, glyph};

/// Half the height of a cluster's badge.
pub const BADGE: f64 = 9.0;
/// Width of a letter of the readout, generously: its card must not be narrower than its words.
const READOUT_LETTER: f64 = 6.9;
/// Room between the readout's words and the edge of its card.
const READOUT_PAD: f64 = 8.0;

/// Everything between the axis and the reader; `width` is the picture's, `lit` says which events stand out.
pub fn marks(state: &State, scene: &TimelineScene, lit: Option<&[bool]>, arcs: &Arcs, width: f64) -> Vec<Html> {
    let is_dim = |events: &[EventIdx]| lit.is_some_and(|lit| !events.iter().any(|event| lit[event.get()]));
    let (mut bars, mut marks, mut card) = (Vec::new(), Vec::new(), None);
    for mark in &scene.marks {
        let is_dim = is_dim(&[mark.event]);
        if let Some(bar) = mark.bar {
            bars.push(keyed(state.story.event(mark.event).id, draw_bar(mark, bar, is_dim)));
        }
        marks.push(draw_mark(state, mark, is_dim));
        if state.visit.pointed_event == Some(mark.event) {
            card = Some(readout(state, mark, [scene.left, scene.left + width]));
        }
    }
    for cluster in &scene.clusters {
        marks.push(draw_cluster(state, cluster, is_dim(&cluster.events)));
    }
    vec![
        arcs_view::arcs(state, arcs),
        element!("g" { "class": "bars", "aria-hidden": "true" } [bars]),
        element!("g" { "class": "marks", "role": "group", "aria-label": "Events" } [marks]),
        arcs_view::edge_ends(state, arcs),
        card.node(),
    ]
}

fn draw_bar(mark: &Mark, bar: Bar, is_dim: bool) -> Html {
    rect(
        class(&["bar", hue(mark.side), classes::fade(bar), when(is_dim, "dim")]),
        [bar.start, mark.y + 6.5, bar.end - bar.start, 2.5, 1.25],
    )
}

fn draw_mark(state: &State, mark: &Mark, is_dim: bool) -> Html {
    let event = state.story.event(mark.event);
    let is_selected = state.selected_event() == Some(mark.event);
    let class = class(&["mark", hue(mark.side), when(is_dim, "dim"), when(event.importance >= 4, "major")]);
    let nth = usize::from(mark.domain.0);
    let [left, right] = mark.reach(BADGE);
    let mark_group = element!("g" {
        "class": class,
        "data-event": event.id,
        "role": "button",
        "tabindex": "-1",
        "aria-label": mark.spoken.clone(),
        "aria-current": is_selected.then_some("true"),
    } [
        rect(Some("hit".into()), [left, mark.y - BADGE, right - left, 2.0 * BADGE, 4.0]),
        path("glyph", glyph::path(nth, mark.x, mark.y, mark.radius)),
        flag(mark, event.claims),
        mark.label.as_ref().map(|label| text("label", label.x, mark.y + 4.0, &label.text.text)),
    ]);
    keyed(event.id, mark_group)
}

/// The sign that something was claimed about the event: filled where a claim of it is contested.
fn flag(mark: &Mark, claims: &[Claim]) -> Option<Html> {
    classes::flag(claims).map(|class| path(class, glyph::flag(mark.x + 5.5, mark.y - 2.0)))
}

fn draw_cluster(state: &State, cluster: &Cluster, is_dim: bool) -> Html {
    let count = cluster.events.len().to_string();
    let first = cluster.events.first().map(|&event| state.story.event(event).id);
    let holds_selected = state.selected_event().is_some_and(|event| cluster.events.contains(&event));
    let class = class(&["cluster", hue(cluster.side), when(is_dim, "dim"), when(holds_selected, "holds")]);
    let width = badge_width(cluster.events.len());
    let badge = element!("g" {
        "class": class,
        "data-cluster": count.clone(),
        "data-first": first,
        "role": "button",
        "tabindex": "-1",
        "aria-label": cluster.spoken.clone(),
    } [
        rect(Some("badge".into()), [cluster.x - width / 2.0, cluster.y - BADGE, width, 2.0 * BADGE, BADGE]),
        text("number", cluster.x, cluster.y + 4.0, &count),
    ]);
    keyed(&format!("c{}", first.unwrap_or_default()), badge)
}

/// The width of the badge of so many events.
pub const fn badge_width(num_events: usize) -> f64 {
    if num_events < 100 { 22.0 } else { 30.0 }
}

fn readout(state: &State, mark: &Mark, [left, right]: [f64; 2]) -> Html {
    let event = state.story.event(mark.event);
    // Above its row, or below where the plot's edge would cut it.
    let y = if mark.y < 60.0 { mark.y + 27.0 } else { mark.y - 31.0 };
    let date = format::long(state.view.clock.read(event.date));
    let num_letters = event.title.chars().count().max(date.chars().count());
    #[expect(clippy::cast_precision_loss, reason = "headlines are short")]
    let width = num_letters as f64 * READOUT_LETTER + 2.0 * READOUT_PAD;
    let x = mark.x.min(right - width - 2.0).max(left + 2.0);
    element!("g" { "class": "readout", "aria-hidden": "true" } [
        rect(Some("card".into()), [x, y - 15.0, width, 36.0, 4.0]),
        text("title", x + READOUT_PAD, y, event.title),
        text("date", x + READOUT_PAD, y + 15.0, &date),
    ])
}
