//! What stands around the marks of the timeline: the lanes' names and borders, and the two rows of ticks.

use yew::prelude::*;

use super::element::element;
use super::shapes::{path, text};
use crate::geom::coord;
use crate::time::ticks::Tick;
use crate::timeline::lanes::Lanes;
use crate::timeline::scene::TimelineScene;

/// Height of the axis below the lanes: two rows of ticks.
pub const AXIS_HEIGHT: f64 = 40.0;

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

/// Lines and labels of the axis on a plot of `width` pixels.
pub fn axis(scene: &TimelineScene, lanes: &Lanes, width: f64) -> Html {
    let (bottom, right) = (lanes.total_height(), coord(width));
    let mut borders = String::new();
    for lane in scene.lanes.iter().skip(1) {
        borders += &format!("M0 {}H{right}", coord(lane.y));
    }
    element!("g" { "class": "axis", "aria-hidden": "true" } [
        path("grid", lines(&scene.ticks.minor, bottom)),
        path("grid-major", lines(&scene.ticks.major, bottom + AXIS_HEIGHT)),
        path("border", borders),
        path("base", format!("M0 {}H{right}", coord(bottom))),
        labels("tick", &scene.ticks.minor, bottom + 14.0),
        labels("tick-major", &scene.ticks.major, bottom + 31.0),
    ])
}

/// One path of upright lines from the top to `bottom`.
fn lines(ticks: &[Tick], bottom: f64) -> String {
    let mut lines = String::new();
    // The first of the larger periods began before the window: it has a label but no line.
    for tick in ticks.iter().filter(|tick| tick.px > 0.5) {
        lines += &format!("M{} 0V{}", coord(tick.px), coord(bottom));
    }
    lines
}

/// The labels of `ticks` with their baseline at `y`; those without a label are left out.
pub fn labels(class: &'static str, ticks: &[Tick], y: f64) -> Vec<Html> {
    let mut labels = Vec::new();
    for tick in ticks.iter().filter(|tick| !tick.label.is_empty()) {
        labels.push(text(class, tick.px, y, &tick.label));
    }
    labels
}
