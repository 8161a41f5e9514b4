//! The arcs of the timeline and the arrows at its edges: below the marks, and above them.

use yew::prelude::*;

use super::element::{Inside, class, element, keyed, when};
use super::shapes::{hue, path, rect, text};
use crate::state::State;
use crate::timeline::arcs::{Arc, Arcs, EdgeEnd, Weight};
use crate::timeline::classes;

/// The curves, to be drawn before the marks.
pub fn arcs(state: &State, arcs: &Arcs) -> Html {
    let mut curves = Vec::new();
    // The most important ones last, above the others.
    for arc in arcs.arcs.iter().rev() {
        curves.push(curve(state, arc));
    }
    element!("g" { "class": "arcs", "aria-hidden": "true" } [curves])
}

fn curve(state: &State, arc: &Arc) -> Html {
    let id = |event| state.story.event(event).id;
    let answer = format!("{}>{}", id(arc.from), id(arc.to));
    let line = element!("path" {
        "class": class(&["arc", hue(arc.side), classes::weight(arc.weight)]),
        "data-answer": answer.clone(),
        "d": arc.line(),
    } []);
    let arc = if arc.weight > Weight::Far {
        line
    } else {
        element!("g" { "class": hue(arc.side) } [line, path("arc-head", arc.head())])
    };
    keyed(&answer, arc)
}

/// The arrows to what lies outside the window, to be drawn after the marks.
pub fn edge_ends(state: &State, arcs: &Arcs) -> Html {
    if arcs.edges.is_empty() {
        return Html::default();
    }
    let mut ends = Vec::new();
    for end in &arcs.edges {
        ends.push(edge_end(state, end));
    }
    // What only the pointer brought up goes when the pointer leaves its mark, and must not come between the two.
    let pointed = state.visit.pointed_event;
    let is_passing = pointed.is_some() && pointed != state.selected_event() && pointed != state.visit.focused_event;
    element!("g" { "class": class(&["edge-ends", when(is_passing, "passing")]), "role": "group", "aria-label": "Answers outside the window" } [ends])
}

fn edge_end(state: &State, end: &EdgeEnd) -> Html {
    let headline = end.text.as_ref().map(|headline| text("title", end.text_at.x, end.text_at.y + 4.0, &headline.text));
    element!("g" {
        "class": class(&["edge-end", hue(state.story.side(end.event))]),
        "data-open": state.story.event(end.event).id,
        "role": "button",
        "tabindex": "-1",
        "aria-label": end.spoken.clone(),
    } [
        rect(Some("card".into()), [end.card.min.x, end.card.min.y, end.card.width(), end.card.height(), 4.0]),
        path("arrow", end.arrow()),
        headline.node(),
    ])
}
