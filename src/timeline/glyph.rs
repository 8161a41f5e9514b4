//! The shapes that tell the fields of action apart, so that colour is never the only sign.

use crate::geom::coord;

/// Corners of each shape on the unit circle's square, in legend order: circle (no corners), up and down triangle,
/// hexagon, square, diamond, pentagon, plus, star, hourglass.
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

/// SVG path data of the `nth` domain's shape about (`x`, `y`), `radius` pixels from middle to edge.
///
/// There are ten shapes; an eleventh domain takes the first again.
#[must_use]
pub fn path(nth: usize, x: f64, y: f64, radius: f64) -> String {
    let corners = CORNERS[nth % CORNERS.len()];
    if corners.is_empty() {
        let (left, r, across) = (coord(x - radius), coord(radius), coord(2.0 * radius));
        return format!("M{left} {y}a{r} {r} 0 1 1 {across} 0a{r} {r} 0 1 1 -{across} 0z", y = coord(y));
    }
    let mut path = String::new();
    for (i, (dx, dy)) in corners.iter().enumerate() {
        path.push(if i == 0 { 'M' } else { 'L' });
        path.push_str(&coord(x + dx * radius));
        path.push(' ');
        path.push_str(&coord(y + dy * radius));
    }
    path.push('z');
    path
}

/// A small flag whose pole stands at a place and is 7 pixels high.
#[must_use]
pub fn flag(x: f64, y: f64) -> String {
    format!("M{} {}v-7h5l-1.5 2 1.5 2h-5", coord(x), coord(y))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn ten_domains_have_ten_shapes() {
        let shapes: BTreeSet<String> = (0..10).map(|nth| path(nth, 0.0, 0.0, 5.0)).collect();
        assert_eq!(shapes.len(), 10);
        assert_eq!(path(10, 1.0, 2.0, 5.0), path(0, 1.0, 2.0, 5.0));
    }
}
