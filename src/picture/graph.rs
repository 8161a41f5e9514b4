//! The actor graph: relations lowest, then dealings, then nodes with their names.

use dataset::model::ActorIdx;

use crate::drawing::svg::Svg;
use crate::geom::Size;
use crate::graph::scene::{DealingMark, GraphScene, NodeMark};
use crate::story::Story;
use crate::timeline::classes::hue;

/// What the view of the graph draws.
#[derive(Clone, Copy, Debug)]
pub struct Graph<'a> {
    /// The scene.
    pub scene: &'a GraphScene,
    /// The panel that it was drawn for; what lies outside is cut off.
    pub size: Size,
}

impl Graph<'_> {
    /// Draws it with its left top corner at `x`, `y`.
    pub fn draw(&self, story: &Story, svg: &mut Svg, x: f64, y: f64) {
        svg.start("svg").at("x", x).at("y", y).at("width", self.size.width).at("height", self.size.height).block();
        for mark in &self.scene.relations {
            svg.start("path").class(&["relation", mark.emphasis.class()]);
            svg.set("data-relation", &pair(story, mark.source, mark.target)).set("d", &mark.line).done();
        }
        for mark in &self.scene.dealings {
            dealing(story, svg, mark);
        }
        for mark in &self.scene.nodes {
            node(story, svg, mark);
        }
        svg.end_nested();
    }
}

fn pair(story: &Story, from: ActorIdx, to: ActorIdx) -> String {
    let mut pair = String::from(story.actor(from).id);
    pair.push('>');
    pair += story.actor(to).id;
    pair
}

fn dealing(story: &Story, svg: &mut Svg, mark: &DealingMark) {
    svg.start("g").class(&[mark.balance.class(), mark.emphasis.class()]);
    svg.set("data-dealing", &pair(story, mark.from, mark.to)).at("stroke-width", mark.width).group();
    svg.title(&mark.title);
    svg.path("line", &mark.arrow.line);
    // Without the width of the line around it.
    svg.start("path").set("class", "head").set("stroke", "none").set("d", &mark.arrow.head).done();
    svg.end();
}

fn node(story: &Story, svg: &mut Svg, mark: &NodeMark) {
    let chosen = if mark.is_selected { "chosen" } else { "" };
    svg.start("g").class(&["node", hue(mark.side), mark.emphasis.class(), chosen]);
    svg.set("data-actor", story.actor(mark.actor).id).group();
    svg.title(&mark.title);
    svg.path("outline", &mark.outline);
    if let Some(label) = &mark.label {
        let at = label.place.at;
        svg.start("text").set("class", "name").at("x", at.x).at("y", at.y);
        svg.set("text-anchor", label.place.anchor.as_str()).holding("text", label.text);
    }
    svg.end();
}
