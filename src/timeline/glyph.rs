//! The shapes that tell the fields of action apart, so that colour is never the only sign.

use crate::geom::Point;
use crate::geom::outline::Outline;

/// Corners of each shape on the unit circle's square, in legend order: circle (no corners), up and down
/// triangle, hexagon, square, diamond, pentagon, plus, star, hourglass.
const CORNERS: [&[(f64, f64)]; 10] = [
    &[(0.0, -1.05), (1.0, 0.75), (-1.0, 0.75)],
    &[(0.0, 1.05), (1.0, -0.75), (-1.0, -0.75)],
    &[(1.0, 0.0), (0.5, 0.87), (-0.5, 0.87), (-1.0, 0.0), (-0.5, -0.87), (0.5, -0.87)],
    &[],
    &[(0.82, 0.82), (-0.82, 0.82), (-0.82, -0.82), (0.82, -0.82)],
    &[(0.0, -1.1), (1.1, 0.0), (0.0, 1.1), (-1.1, 0.0)],
    &[(0.0, -1.0), (0.95, -0.31), (0.59, 0.81), (-0.59, 0.81), (-0.95, -0.31)],
    &[
        (0.36, -1.0),
        (0.36, -0.36),
        (1.0, -0.36),
        (1.0, 0.36),
        (0.36, 0.36),
        (0.36, 1.0),
        (-0.36, 1.0),
        (-0.36, 0.36),
        (-1.0, 0.36),
        (-1.0, -0.36),
        (-0.36, -0.36),
        (-0.36, -1.0),
    ],
    &[
        (0.0, -1.15),
        (0.32, -0.38),
        (1.09, -0.36),
        (0.49, 0.14),
        (0.68, 0.93),
        (0.0, 0.47),
        (-0.68, 0.93),
        (-0.49, 0.14),
        (-1.09, -0.36),
        (-0.32, -0.38),
    ],
    &[(-0.9, -0.9), (0.9, -0.9), (0.2, 0.0), (0.9, 0.9), (-0.9, 0.9), (-0.2, 0.0)],
];

/// The `nth` domain's shape about (`x`, `y`), `radius` pixels from middle to edge.
///
/// There are ten shapes; an eleventh domain takes the first again.
#[must_use]
pub fn shape(nth: usize, x: f64, y: f64, radius: f64) -> Outline {
    let corners = CORNERS[nth % CORNERS.len()];
    if corners.is_empty() {
        return Outline::circle(Point::new(x, y), radius);
    }
    Outline::polygon(corners.iter().map(|(dx, dy)| Point::new(x + dx * radius, y + dy * radius)))
}

/// How far a tail stands out of its shape, and how wide it is, in pixels.
const TAIL: (f64, f64) = (3.5, 2.5);
/// Where the tails of the sides point: up, down, left, right, then between them.
const WAYS: [(f64, f64); 8] =
    [(0.0, -1.0), (0.0, 1.0), (-1.0, 0.0), (1.0, 0.0), (0.7, -0.7), (0.7, 0.7), (-0.7, 0.7), (-0.7, -0.7)];

/// The `nth` side's tail on a shape about (`x`, `y`) that is `radius` pixels from middle to edge: where lanes
/// are fields, it tells the side to those who do not tell colours apart.
///
/// There are eight ways; a ninth side takes the first again.
#[must_use]
pub fn tail(nth: usize, x: f64, y: f64, radius: f64) -> Outline {
    let (across, down) = WAYS[nth % WAYS.len()];
    let at = |along: f64, aside: f64| {
        Point::new(x + across * along - down * aside, y + down * along + across * aside)
    };
    let (end, half) = (radius + TAIL.0, TAIL.1 / 2.0);
    Outline::polygon([at(0.0, -half), at(end, -half), at(end, half), at(0.0, half)])
}

/// From the middle to the edge of a field's sign in a key of 12 pixels.
const FIELD_RADIUS: f64 = 4.5;
/// The same of a side's sign, whose tail needs room.
const SIDE_RADIUS: f64 = 3.0;

/// The sign of the `nth` domain in a key of 12 pixels about (`x`, `y`).
#[must_use]
pub fn of_field(nth: usize, x: f64, y: f64) -> Outline {
    shape(nth, x, y, FIELD_RADIUS)
}

/// The sign of the `nth` side in a key of 12 pixels about (`x`, `y`): a disc with its tail.
#[must_use]
pub fn of_side(nth: usize, x: f64, y: f64) -> Outline {
    of_nobody(x, y).and(tail(nth, x, y, SIDE_RADIUS))
}

/// The sign of those who are not known, in the same key: a disc without one.
#[must_use]
pub fn of_nobody(x: f64, y: f64) -> Outline {
    Outline::circle(Point::new(x, y), SIDE_RADIUS)
}

/// A small flag whose pole stands at a place and is 7 pixels high.
#[must_use]
pub fn flag(x: f64, y: f64) -> Outline {
    let at = |right: f64, up: f64| Point::new(x + right, y - up);
    Outline::from(at(0.0, 0.0))
        .line(at(0.0, 7.0))
        .line(at(5.0, 7.0))
        .line(at(3.5, 5.0))
        .line(at(5.0, 3.0))
        .line(at(0.0, 3.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn ten_domains_have_ten_shapes() {
        let shapes: BTreeSet<String> = (0..10).map(|nth| shape(nth, 0.0, 0.0, 5.0).text()).collect();
        assert_eq!(shapes.len(), 10);
        assert_eq!(shape(10, 1.0, 2.0, 5.0), shape(0, 1.0, 2.0, 5.0));
    }

    #[test]
    fn a_tail_tells_eight_sides_apart() {
        let tails: BTreeSet<String> = (0..8).map(|nth| tail(nth, 0.0, 0.0, 5.0).text()).collect();
        assert_eq!(tails.len(), 8);
        assert_eq!(
            tail(0, 10.0, 20.0, 5.0).text(),
            "M8.75 20L8.75 11.5L11.25 11.5L11.25 20Z",
            "the first points up"
        );
    }
}
