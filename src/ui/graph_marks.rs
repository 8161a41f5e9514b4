//! The nodes, dealings and relations of the actor graph.

use yew::prelude::*;

use super::shapes::{class, hue, path};
use crate::geom::coord;
use crate::graph::content::Balance;
use crate::graph::scene::{DealingMark, Emphasis, GraphScene, NodeMark, RelationMark};
use crate::state::Selection;
use crate::story::Story;

/// Relations lowest, then dealings, then nodes.
pub fn graph_marks(story: &Story, scene: &GraphScene, selection: Option<Selection>) -> Html {
    let pair = |from, to| format!("{}>{}", story.actor(from).id, story.actor(to).id);
    let relation = |mark: &RelationMark| {
        let id = pair(mark.source, mark.target);
        html! { <path key={id.clone()} class={class(&["relation", emphasis(mark.emphasis)])} data-relation={id} d={mark.line.clone()} /> }
    };
    let dealing = |mark: &DealingMark| {
        let id = pair(mark.from, mark.to);
        let balance = match mark.balance {
            Balance::Hostile => "hostile",
            Balance::Neutral => "neutral",
            Balance::Cooperative => "cooperative",
        };
        let chosen = Selection::Dealing(mark.from, mark.to);
        html! {
            <g key={id.clone()} class={class(&["dealing", balance, emphasis(mark.emphasis)])} data-dealing={id}
                aria-current={(selection == Some(chosen)).then_some("true")} stroke-width={coord(mark.width)}>
                <title>{ mark.title.clone() }</title>
                { path("line", mark.arrow.line.clone()) }
                { path("head", mark.arrow.head.clone()) }
            </g>
        }
    };
    let node = |mark: &NodeMark| draw_node(story, mark);
    html! {
        <>
            <g aria-hidden="true">{ for scene.relations.iter().map(relation) }</g>
            <g aria-hidden="true">{ for scene.dealings.iter().map(dealing) }</g>
            <g role="group" aria-label="Actors">{ for scene.nodes.iter().map(node) }</g>
        </>
    }
}

fn draw_node(story: &Story, mark: &NodeMark) -> Html {
    let id = story.actor(mark.actor).id;
    let class = class(&["node", hue(mark.side), emphasis(mark.emphasis)]);
    html! {
        <g key={id} {class} data-actor={id} role="button" tabindex="-1" aria-label={mark.title.clone()}
            aria-current={mark.is_selected.then_some("true")}>
            <title>{ mark.title.clone() }</title>
            <path class="outline" transform={format!("translate({} {})", coord(mark.center.x), coord(mark.center.y))} d={mark.outline.clone()} />
            if let Some(label) = &mark.label {
                <text class="name" x={coord(label.place.at.x)} y={coord(label.place.at.y)} text-anchor={label.place.anchor.as_str()}>{ label.text }</text>
            }
        </g>
    }
}

const fn emphasis(emphasis: Emphasis) -> &'static str {
    match emphasis {
        Emphasis::Plain => "",
        Emphasis::Lit => "lit",
        Emphasis::Dimmed => "dim",
    }
}
