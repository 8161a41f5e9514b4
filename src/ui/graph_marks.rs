//! The nodes, dealings and relations of the actor graph.

use yew::prelude::*;

use super::element::{class, element, keyed};
use super::shapes::{hue, path};
use crate::graph::scene::{DealingMark, GraphScene, NodeMark, RelationMark};
use crate::state::{Selection, State};
use crate::story::Story;

/// Relations lowest, then dealings, then nodes.
pub fn graph_marks(state: &State, scene: &GraphScene) -> Vec<Html> {
    let (story, selection) = (&state.story, state.view.selection);
    let (mut relations, mut dealings, mut nodes) = (Vec::new(), Vec::new(), Vec::new());
    for mark in &scene.relations {
        relations.push(draw_relation(story, mark));
    }
    for mark in &scene.dealings {
        let is_chosen = selection == Some(Selection::Dealing(mark.from, mark.to));
        dealings.push(draw_dealing(story, mark, is_chosen.then_some("true")));
    }
    for mark in &scene.nodes {
        nodes.push(draw_node(story, mark, state.visit.pointed_actor == Some(mark.actor)));
    }
    vec![
        element!("g" { "aria-hidden": "true" } [relations]),
        element!("g" { "aria-hidden": "true" } [dealings]),
        element!("g" { "role": "group", "aria-label": "Actors" } [nodes]),
    ]
}

fn draw_relation(story: &Story, mark: &RelationMark) -> Html {
    let id = format!("{}>{}", story.actor(mark.source).id, story.actor(mark.target).id);
    let class = class(&["relation", mark.emphasis.class()]);
    keyed(&id.clone(), element!("path" { "class": class, "data-relation": id, "d": mark.line.clone() } []))
}

fn draw_dealing(story: &Story, mark: &DealingMark, is_chosen: Option<&'static str>) -> Html {
    let id = format!("{}>{}", story.actor(mark.from).id, story.actor(mark.to).id);
    let class = class(&["dealing", mark.balance.class(), mark.emphasis.class()]);
    let inside = vec![
        element!("title" {} [mark.title.clone()]),
        path("line", mark.arrow.line.clone()),
        path("head", mark.arrow.head.clone()),
    ];
    let width = mark.width;
    keyed(
        &id.clone(),
        element!("g" { "class": class, "data-dealing": id, "aria-current": is_chosen, "stroke-width": width } [inside]),
    )
}

fn draw_node(story: &Story, mark: &NodeMark, is_pointed: bool) -> Html {
    let id = story.actor(mark.actor).id;
    let class = class(&["node", hue(mark.side), mark.emphasis.class()]);
    let label = mark.label.as_ref().map(|label| {
        let at = label.place.at;
        element!("text" { "class": "name", "x": at.x, "y": at.y, "text-anchor": label.place.anchor.as_str() } [label.text])
    });
    let node = element!("g" {
        "class": class,
        "data-actor": id,
        "role": "button",
        "tabindex": "-1",
        "aria-label": mark.title.clone(),
        "aria-current": mark.is_selected.then_some("true"),
    } [
        // Only a pointer can bring it up.
        is_pointed.then(|| element!("title" {} [mark.title.clone()])),
        path("outline", mark.outline.clone()),
        label,
    ]);
    keyed(id, node)
}
