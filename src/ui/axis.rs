//! What stands around the marks of the timeline: the lanes' names and borders, and the two rows of ticks.

use yew::prelude::*;

use super::element::{element, keyed};
use super::shapes::{path, text, word};
use crate::geom::coord;
use crate::time::ticks::Tick;
use crate::timeline::classes::upright;
use crate::timeline::lanes::Lanes;
use crate::timeline::scene::TimelineScene;

pub use crate::timeline::classes::AXIS_HEIGHT;

/// The lanes' names, each with the number of its events in the window.
pub fn lane_names(scene: &TimelineScene) -> Html {
    let mut names = Vec::new();
    for lane in &scene.lanes {
        names.push(element!("li" {} [
            element!("span" { "class": "name" } [lane.name]),
            element!("span" { "class": "count" } [lane.num_events.to_string()]),
        ]));
    }
    element!("ul" { "class": "lane-names", "aria-label": "Lanes with their number of events" } [names])
}

/// From a tick to its label.
const LABEL_GAP: f64 = 3.0;

/// Lines and labels of the axis of a picture of `width` pixels; a brief one names the larger periods only, where there are any.
pub fn axis(scene: &TimelineScene, lanes: &Lanes, width: f64, is_brief: bool) -> Html {
    // Level lines go beyond the plot: while the window moves, the picture is slid.
    let [from, to] = [scene.left - width, scene.left + 2.0 * width].map(coord);
    let level = |y: f64| format!("M{from} {}H{to}", coord(y));
    let bottom = lanes.total_height();
    let mut borders = String::new();
    for lane in scene.lanes.iter().skip(1) {
        borders += &level(lane.y);
    }
    let write = if is_brief { word } else { text };
    let is_unnamed = is_brief && !scene.ticks.major.is_empty();
    element!("g" { "class": "axis", "aria-hidden": "true" } [
        path("grid", upright(&scene.ticks.minor, scene.left, bottom)),
        path("grid-major", upright(&scene.ticks.major, scene.left, bottom + AXIS_HEIGHT)),
        path("border", borders),
        path("base", level(bottom)),
        labels(write, "tick", if is_unnamed { &[] } else { &scene.ticks.minor }, bottom + 14.0),
        labels(write, "tick-major", &scene.ticks.major, bottom + 31.0),
    ])
}

/// How a line of text is drawn: its class, left end, baseline and words.
type Write = fn(&'static str, f64, f64, &str) -> Html;

/// The labels of `ticks` as `write` draws them, with their baseline at `y`; those without a label are left out.
pub fn labels(write: Write, class: &'static str, ticks: &[Tick], y: f64) -> Vec<Html> {
    let mut labels = Vec::new();
    for tick in ticks.iter().filter(|tick| !tick.label.is_empty()) {
        labels.push(keyed(&tick.at.0.to_string(), write(class, tick.px + LABEL_GAP, y, &tick.label)));
    }
    labels
}
