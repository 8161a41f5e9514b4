//! Anchors pull each body to a place of its own: its side's part of the panel, or where it stood before.

use super::Body;
use crate::geom::{Point, Vec2};

/// A place that draws a body.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Anchor {
    /// Where to.
    pub at: Point,
    /// The share of the way, across and down, that a tick at full heat adds to the speed: 0 to 1.
    pub pull: Vec2,
}

/// Adds each anchor's pull, times `heat`, to the speed of its body. O(n).
pub fn pull(bodies: &[Body], places: &[Point], speeds: &mut [Vec2], heat: f64) {
    for ((body, &place), speed) in bodies.iter().zip(places).zip(speeds) {
        let way = body.anchor.at - place;
        let pull = body.anchor.pull;
        *speed = *speed + Vec2::new(way.x * pull.x, way.y * pull.y) * heat;
    }
}
