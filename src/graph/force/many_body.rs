//! Every body pushes every other away, with a force that falls with the distance.

use crate::geom::{Point, Vec2};
use crate::graph::quadtree::Quadtree;

/// Opening angle: mean errors of a per cent or two of the force, which the eye cannot see in a layout.
const THETA: f64 = 0.9;

/// Distance in px below which the push falls again; about a node's radius, since near nodes are parted by
/// [`super::collide`], and a push without a bound would fling them away.
const SOFTENING: f64 = 8.0;

/// The push of bodies on each other; keeps the tree's buffers.
#[derive(Clone, Debug)]
pub struct ManyBody {
    tree: Quadtree,
}

impl ManyBody {
    /// With an empty tree.
    #[must_use]
    pub fn new() -> Self {
        Self { tree: Quadtree::new(THETA) }
    }

    /// Adds `strength` times the field of all others to the speed of each body. O(n log n).
    pub fn push(&mut self, places: &[Point], speeds: &mut [Vec2], strength: f64) {
        self.tree.rebuild(places);
        self.tree.for_each_field(SOFTENING, |id, field| {
            let speed = &mut speeds[id as usize];
            *speed = *speed + field * strength;
        });
    }
}

impl Default for ManyBody {
    fn default() -> Self {
        Self::new()
    }
}

/// The charge that spreads bodies evenly, `area` px² for each, where anchors draw them with a pull that is
/// `pull.x` across and `pull.y` down.
///
/// A push of `charge` / d has the divergence 2π × `charge` × density, an anchor one of −(`pull.x` +
/// `pull.y`); at rest they cancel, so the density is the same everywhere inside an ellipse whose axes are as
/// `pull.y` : `pull.x` (the two-dimensional one-component plasma in a harmonic trap).
#[must_use]
pub fn charge(area: f64, pull: Vec2) -> f64 {
    area * (pull.x + pull.y) / (2.0 * std::f64::consts::PI)
}
