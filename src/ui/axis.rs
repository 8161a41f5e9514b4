//! What stands around the marks of the timeline: the lanes' names and borders, and the two rows of ticks.

use yew::prelude::*;

use super::shapes::{path, text};
use crate::geom::coord;
use crate::time::ticks::Tick;
use crate::timeline::lanes::Lanes;
use crate::timeline::scene::{LaneName, TimelineScene};

/// Height of the axis below the lanes: two rows of ticks.
pub const AXIS_HEIGHT: f64 = 40.0;

/// The lanes' names, each with the number of its events in the window.
pub fn lane_names(scene: &TimelineScene) -> Html {
    let name = |lane: &LaneName| {
        html! { <li><span class="name">{ lane.name }</span><span class="count">{ lane.num_events }</span></li> }
    };
    html! { <ul class="lane-names" aria-label="Lanes with their number of events">{ for scene.lanes.iter().map(name) }</ul> }
}

/// Lines and labels of the axis on a plot of `width` pixels.
pub fn axis(scene: &TimelineScene, lanes: &Lanes, width: f64) -> Html {
    let (bottom, right) = (lanes.total_height(), coord(width));
    let labels = |class: &'static str, ticks: &[Tick], below: f64| {
        let label = |tick: &Tick| text(class, tick.px, bottom + below, &tick.label);
        ticks.iter().filter(|tick| !tick.label.is_empty()).map(label).collect::<Html>()
    };
    let lines = |ticks: &[Tick], bottom: f64| {
        let line = |tick: &Tick| format!("M{} 0V{}", coord(tick.px), coord(bottom));
        // The first of the larger periods began before the window: it has a label but no line.
        ticks.iter().filter(|tick| tick.px > 0.5).map(line).collect::<String>()
    };
    let borders: String = scene.lanes.iter().skip(1).map(|lane| format!("M0 {}H{right}", coord(lane.y))).collect();
    html! {
        <g class="axis" aria-hidden="true">
            { path("grid", lines(&scene.ticks.minor, bottom)) }
            { path("grid-major", lines(&scene.ticks.major, bottom + AXIS_HEIGHT)) }
            { path("border", borders) }
            { path("base", format!("M0 {}H{right}", coord(bottom))) }
            { labels("tick", &scene.ticks.minor, 14.0) }
            { labels("tick-major", &scene.ticks.major, 31.0) }
        </g>
    }
}
