//! The names of the lanes, beside a timeline that stands alone, or above its rows where it is narrow.
//! On the page they are HTML.

use crate::drawing::shape::Shape;
use crate::geom::outline::Outline;
use crate::timeline::lanes::Lanes;
use crate::timeline::scene::TimelineScene;

/// Room for the names beside the lanes, in pixels.
pub const GUTTER: f64 = 150.0;
/// A lane has its count below its name from this height on, in pixels.
const TWO_LINES: f64 = 36.0;

/// How far right of the names the plot begins, in pixels.
#[must_use]
pub const fn gutter(lanes: &Lanes) -> f64 {
    if lanes.name_height > 0.0 { 0.0 } else { GUTTER }
}

/// The names with their counts; the plot begins at [`gutter`].
#[must_use]
pub fn names(scene: &TimelineScene, lanes: &Lanes) -> Vec<Shape> {
    let mut shapes = Vec::new();
    for (lane, room) in scene.lanes.iter().zip(lanes.all()) {
        let count = lane.num_events.to_string();
        if lanes.name_height > 0.0 {
            shapes.push(Shape::text("lane above", 2.0, lane.y + 12.0, [lane.name, "  ", &count].concat()));
            continue;
        }
        shapes.push(Shape::path("border", Outline::level(lane.y, 0.0, GUTTER)));
        if room.height < TWO_LINES {
            shapes.push(Shape::text("lane", 0.0, lane.y + 14.0, [lane.short, "  ", &count].concat()));
        } else {
            shapes.push(Shape::text("lane", 0.0, lane.y + 16.0, lane.name));
            shapes.push(Shape::text("count", 0.0, lane.y + 31.0, count));
        }
    }
    shapes
}
