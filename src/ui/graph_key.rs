//! What the graph's signs mean, and the buttons below it.

use yew::prelude::*;

use super::element::{Inside, element};
use super::paint::picture;
use super::shapes::{choice, quiet, said, tool};
use crate::command::Command;
use crate::drawing::shape::{Class, Shape};
use crate::geom::Point;
use crate::geom::outline::Outline;
use crate::graph::shapes::{KEY, filling, sign};
use crate::state::{GraphMode, State};

/// The colours of lines with their words.
const BALANCES: [(&str, &str); 4] =
    [("fierce", "very hostile"), ("hostile", "hostile"), ("neutral", "neither"), ("cooperative", "friendly")];

/// What is said of a large graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Whether the reader has moved it.
    pub is_moved: bool,
    /// How many dealings are in no band.
    pub num_left_out: u32,
    /// How many actors are drawn, and how many there are.
    pub actors: [usize; 2],
}

/// The line below the graph.
pub fn graph_key(state: &State, shown: Shown) -> Html {
    let is_all = state.view.graph == GraphMode::All;
    let mut inside = Vec::new();
    for (class, words) in BALANCES {
        inside.push(element!("span" { "class": class } [words]));
    }
    if !is_all {
        inside.push(said("part", "on bands: dealings, beside names: events".to_owned()));
    }
    for (kind, words) in KEY {
        let shapes = sign(kind, Point::new(7.0, 7.0), 3.8)
            .into_iter()
            .map(|(class, outline): (_, Outline)| Shape::path(class, outline));
        let node = if filling(kind) == "full" { "node full" } else { "node hollow" };
        let drawn = picture("key", [14.0, 14.0], vec![Shape::group(Class::of(node), shapes.collect())]);
        inside.push(element!("span" { "class": "part" } [drawn, words]));
    }
    inside.push(element!("span" { "class": "standing" } ["relation"]));
    if shown.num_left_out > 0 && !is_all {
        inside.push(said("part", format!("{} dealings more in no band", shown.num_left_out)));
    }
    if is_all && shown.actors[0] < shown.actors[1] {
        inside.push(said(
            "part",
            format!("{} of {} actors, those with most events", shown.actors[0], shown.actors[1]),
        ));
    }
    let mut buttons = vec![
        tool("Graph further away", "−", Command::GraphFurther),
        tool("Graph closer", "+", Command::GraphCloser),
    ];
    if shown.is_moved {
        buttons.push(quiet("Reset", Command::ResetGraph));
    }
    buttons.push(quiet("Table", Command::TableDealings));
    buttons.push(choice("quiet", "All actors and lines", Command::AllActors, is_all));
    buttons.push(if state.visit.is_graph_large {
        quiet("Smaller", Command::SmallerGraph)
    } else {
        quiet("Larger", Command::LargerGraph)
    });
    inside.push(element!("span" { "class": "part buttons" } [buttons.node()]));
    element!("p" { "class": "graph-key" } [inside.node()])
}
