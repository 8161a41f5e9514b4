//! The strip of the whole record with the window on it.

use super::shape::{Block, Detail, Shape};
use super::timeline::tick_labels;
use crate::geom::Point;
use crate::geom::outline::Outline;
use crate::timeline::overview::{Brush, OverviewScene};

/// From the bottom of the bars to the baseline of the labels.
const LABELS: f64 = 12.0;
/// Length of the mark at a label's place.
const TICK: f64 = 5.0;
/// A handle of the brush: half its width, its top, its height.
const HANDLE: [f64; 3] = [2.0, 8.0, 10.0];

/// The record: bars and axis, on `width` pixels with bars of `height`.
#[must_use]
pub fn record(scene: &OverviewScene, detail: Detail, width: f64, height: f64) -> Vec<Shape> {
    let mut ticks = Outline::default();
    for tick in scene.ticks.iter().filter(|tick| !tick.label.is_empty() && tick.px > 0.5) {
        ticks = ticks.start(Point::new(tick.px, height)).line(Point::new(tick.px, height + TICK));
    }
    let mut turning = Outline::default();
    for point in &scene.turning {
        turning = turning.start(Point::new(point.x, 0.0)).line(Point::new(point.x, height));
    }
    let mut shapes = vec![
        Shape::path("turning-line", turning),
        Shape::path("density", scene.density.clone()),
        Shape::path("base", Outline::level(height, 0.0, width)),
        Shape::path("base", ticks),
    ];
    shapes.extend(tick_labels(detail, "tick", &scene.ticks, height + LABELS));
    shapes
}

/// The window on bars of `height` pixels: the brush, and its two handles.
#[must_use]
pub fn brush(brush: Brush, height: f64) -> [Block; 3] {
    let handle = |x: f64| Block::new([x - HANDLE[0], HANDLE[1], 2.0 * HANDLE[0], HANDLE[2], HANDLE[0]]);
    [Block::new([brush.x, 0.5, brush.width, height, 3.0]), handle(brush.x), handle(brush.x + brush.width)]
}

/// The same as shapes.
#[must_use]
pub fn brush_shapes(window: Brush, height: f64) -> Vec<Shape> {
    ["brush", "handle", "handle"]
        .into_iter()
        .zip(brush(window, height))
        .map(|(class, block)| Shape::rect(class, block))
        .collect()
}
