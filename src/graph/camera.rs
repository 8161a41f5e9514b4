//! How the reader looks at the graph: nearer or further, and moved.

use crate::geom::{Point, Vec2, clamp};

/// Maps the layout's plane onto the panel: screen = place × zoom + pan.
///
/// Discs and letters keep their size; only the room between them grows, so that more labels find some.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GraphCamera {
    /// How many pixels a pixel of the plane is wide, within [`GraphCamera::ZOOMS`].
    pub zoom: f64,
    /// Where the plane's origin is on the panel, in px.
    pub pan: Vec2,
}

impl Default for GraphCamera {
    /// The plane as it was laid out, which fits the panel.
    fn default() -> Self {
        Self { zoom: 1.0, pan: Vec2::default() }
    }
}

impl GraphCamera {
    /// The least and the most that the graph can be enlarged: farther would show nothing more, and nearer
    /// even discs that touch are a hundred pixels apart.
    pub const ZOOMS: (f64, f64) = (0.5, 6.0);

    /// Enlarged by `factor` about the panel's `at`, as far as [`Self::ZOOMS`] allow;
    /// what is at `at` stays there.
    #[must_use]
    pub fn zoomed(self, factor: f64, at: Point) -> Self {
        let zoom = clamp(self.zoom * factor, Self::ZOOMS.0, Self::ZOOMS.1);
        let kept = self.in_graph(at);
        Self { zoom, pan: at.to_vec() + -(kept.to_vec() * zoom) }
    }

    /// Where the graph's `place` is on the panel.
    #[must_use]
    pub fn on_screen(self, place: Point) -> Point {
        Point::default() + (place.to_vec() * self.zoom + self.pan)
    }

    /// Which place of the graph the panel's `at` is.
    #[must_use]
    pub fn in_graph(self, at: Point) -> Point {
        Point::default() + (at.to_vec() + -self.pan) / self.zoom
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn there_and_back_is_where_one_was(
            x in -9e3..9e3f64,
            y in -9e3..9e3f64,
            factor in 0.1..10.0f64,
            dx in -900.0..900.0f64,
        ) {
            let (at, far) = (Point::new(x, y), Point::new(y, dx));
            let camera = GraphCamera { zoom: 1.0, pan: Vec2::new(dx, -dx) }.zoomed(factor, at);
            prop_assert!((camera.on_screen(camera.in_graph(far)) - far).length() < 1e-9);
        }

        #[test]
        fn what_is_under_the_pointer_stays_there(
            x in 0.0..760.0f64,
            y in 0.0..330.0f64,
            first in 0.1..10.0f64,
            factor in 0.01..99.0f64,
        ) {
            let at = Point::new(x, y);
            let before = GraphCamera::default().zoomed(first, Point::new(y, x));
            let after = before.zoomed(factor, at);
            prop_assert!((after.on_screen(before.in_graph(at)) - at).length() < 1e-9);
            prop_assert!((GraphCamera::ZOOMS.0..=GraphCamera::ZOOMS.1).contains(&after.zoom));
        }
    }
}
