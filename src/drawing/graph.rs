//! Every actor and line of the graph, from the lowest layer up: relations, dealings, nodes with their names.

use std::borrow::Cow;

use dataset::model::{ActorIdx, ActorKind};

use super::camps::group;
use super::shape::{Class, Line, Shape};
use crate::geom::{Point, coord};
use crate::graph::focus::Emphasis;
use crate::graph::labels::TextAnchor;
use crate::graph::scene::{DealingMark, GraphScene, NodeMark, RelationMark};
use crate::graph::shapes;
use crate::record::Record;
use crate::timeline::classes::hue_of_side;

const RELATION: &[&str] = &["class", "data-relation", "role", "aria-label"];
pub(super) const DEALING: &[&str] =
    &["class", "data-dealing", "stroke-width", "role", "tabindex", "aria-label", "aria-current"];
const NODE: &[&str] = &["class", "data-actor", "role", "tabindex", "aria-label", "aria-current"];

/// A picture of all actors and lines.
#[derive(Clone, Copy, Debug)]
pub struct GraphPicture<'a> {
    /// Ids.
    pub record: &'a Record,
    /// What stands where.
    pub scene: &'a GraphScene,
    /// The selected dealing.
    pub dealing: Option<(ActorIdx, ActorIdx)>,
}

impl GraphPicture<'_> {
    /// All of it.
    #[must_use]
    pub fn shapes(&self) -> Vec<Shape> {
        let all = |shapes| Shape::group(Class::of("layer"), shapes);
        vec![
            all(self.scene.relations.iter().map(|mark| self.relation(mark)).collect()),
            all(self.scene.dealings.iter().map(|mark| self.dealing(mark)).collect()),
            all(self.scene.nodes.iter().map(|mark| self.node(mark)).collect()),
        ]
    }

    fn relation(&self, mark: &RelationMark) -> Shape {
        let id = pair(self.record, mark.source, mark.target);
        let values = vec![Some(id.clone().into()), Some("img".into()), Some(mark.title.clone().into())];
        let shapes = vec![Shape::path("tie", mark.line.clone())];
        group(Class::all(&["relation", mark.emphasis.class()]), id, RELATION, values, shapes)
    }

    fn dealing(&self, mark: &DealingMark) -> Shape {
        let id = pair(self.record, mark.from, mark.to);
        let is_chosen = self.dealing == Some((mark.from, mark.to));
        let values = vec![
            Some(id.clone().into()),
            Some(coord(mark.width).into()),
            Some("button".into()),
            Some("-1".into()),
            Some(mark.title.clone().into()),
            is_chosen.then_some("true".into()),
        ];
        let shapes =
            vec![Shape::path("line", mark.arrow.line.clone()), Shape::path("head", mark.arrow.head.clone())];
        let chosen = if is_chosen { "chosen" } else { "" };
        let class = Class::all(&["dealing", mark.balance.class(), mark.emphasis.class(), chosen]);
        group(class, id, DEALING, values, shapes)
    }

    fn node(&self, mark: &NodeMark) -> Shape {
        let mut shapes = disc(mark.kind, mark.center, mark.radius);
        if let Some(label) = &mark.label {
            let anchor = match label.place.anchor {
                TextAnchor::Start => "",
                TextAnchor::Middle => "middle",
                TextAnchor::End => "end",
            };
            let line = Line { x: label.place.at.x, y: label.place.at.y, text: label.text.into() };
            shapes.push(Shape::Text(Class::all(&["name", anchor]), line));
        }
        actor(self.record, mark.actor, NODE, &mark.title, mark.emphasis, mark.is_selected, shapes)
    }
}

/// The group of an actor.
pub(super) fn actor(
    record: &Record,
    idx: ActorIdx,
    names: &'static [&'static str],
    title: &str,
    emphasis: Emphasis,
    is_selected: bool,
    shapes: Vec<Shape>,
) -> Shape {
    let facts = record.actor(idx);
    let values: Vec<Option<Cow<'static, str>>> = vec![
        Some(facts.id.into()),
        Some("button".into()),
        Some("-1".into()),
        Some(title.to_owned().into()),
        is_selected.then_some("true".into()),
    ];
    let node = if shapes::filling(facts.kind) == "full" { "node full" } else { "node hollow" };
    let chosen = if is_selected { "chosen" } else { "" };
    let class = Class::all(&[node, hue_of_side(record, facts.side), emphasis.class(), chosen]);
    group(class, facts.id.to_owned(), names, values, shapes)
}

/// The sign of an actor.
pub(super) fn disc(kind: ActorKind, middle: Point, radius: f64) -> Vec<Shape> {
    shapes::sign(kind, middle, radius)
        .into_iter()
        .map(|(class, outline)| Shape::path(class, outline))
        .collect()
}

pub(super) fn pair(record: &Record, from: ActorIdx, to: ActorIdx) -> String {
    [record.actor(from).id, ">", record.actor(to).id].concat()
}
