//! The lines between nodes: dealings as curves with an arrowhead, standing relations as straight lines.
//!
//! ```text
//!        ⌒⌒⌒▶        a dealing bends to its left, so that one and its answer lie apart,
//!   (A)  ────  (B)   and a relation lies between them
//!        ◀⌣⌣⌣
//! ```

use crate::geom::outline::Outline;
use crate::geom::{Point, Vec2, clamp};

/// How far a dealing's curve is drawn aside, as a share of its length: the line itself goes half as far.
const BEND: f64 = 0.22;

/// Room in px between a line and the disc it starts from or ends at.
const GAP: f64 = 2.0;

/// A disc that lines start from or end at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Disc {
    /// Its middle.
    pub center: Point,
    /// Its radius in px.
    pub radius: f64,
}

/// A dealing as two outlines.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrow {
    /// The line, to be stroked, up to the base of the head.
    pub line: Outline,
    /// The head, to be filled.
    pub head: Outline,
}

/// Width in px of the line of a dealing of `num_events` events: 1 for one, 6 from 64 on.
#[must_use]
pub fn width(num_events: u32) -> f64 {
    clamp(0.3 + 0.7125 * f64::from(num_events).sqrt(), 1.0, 6.0)
}

/// The arrow from one disc to another, `width` px wide.
///
/// Where discs touch or coincide the arrow is drawn backwards or without length,
/// but always with finite numbers.
#[must_use]
pub fn arrow(from: Disc, to: Disc, width: f64) -> Arrow {
    let way = to.center - from.center;
    let aside = Vec2::new(way.y, -way.x) * BEND;
    let control = from.center + (way * 0.5 + aside);
    let start = from.center + direction(control - from.center) * (from.radius + GAP);
    let back = direction(control - to.center);
    let tip = to.center + back * (to.radius + GAP);
    let (long, half) = (4.0 + 1.5 * width, 2.0 + 0.9 * width);
    let base = tip + back * long;
    let out = Vec2::new(back.y, -back.x) * half;
    Arrow {
        line: Outline::from(start).curve(control, base),
        head: Outline::from(tip).line(base + out).line(base + -out).close(),
    }
}

/// The straight line between two discs; without length at the first disc's rim where they touch.
#[must_use]
pub fn straight(from: Disc, to: Disc) -> Outline {
    let way = to.center - from.center;
    let ahead = direction(way);
    let start = from.radius + GAP;
    let end = (way.length() - to.radius - GAP).max(start);
    Outline::from(from.center + ahead * start).line(from.center + ahead * end)
}

/// `way` with length one; to the right where it has none.
fn direction(way: Vec2) -> Vec2 {
    let length = way.length();
    if length > 0.0 { way / length } else { Vec2::new(1.0, 0.0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: Disc = Disc { center: Point::new(0.0, 0.0), radius: 8.0 };
    const B: Disc = Disc { center: Point::new(100.0, 0.0), radius: 5.0 };

    #[test]
    fn a_width_grows_with_the_root_of_the_count_between_its_bounds() {
        assert_eq!([0, 1, 16, 64, 9999].map(width), [1.0, 1.0125, 3.15, 6.0, 6.0]);
    }

    #[test]
    fn an_arrow_and_its_answer_bend_to_opposite_sides() {
        assert_eq!(arrow(A, B, 2.0).line.text(), "M9.15 -4.03Q50 -22 87.19 -5.64");
        assert_eq!(arrow(B, A, 2.0).line.text(), "M93.59 2.82Q50 22 15.56 6.85");
    }

    #[test]
    fn a_head_points_at_its_disc_and_stays_off_it() {
        assert_eq!(arrow(A, B, 2.0).head.text(), "M93.59 -2.82L85.66 -2.16L88.72 -9.12Z");
    }

    #[test]
    fn a_relation_runs_from_rim_to_rim() {
        assert_eq!(straight(A, B).text(), "M10 0L93 0");
    }

    #[test]
    fn discs_on_one_spot_still_have_finite_lines() {
        assert_eq!(straight(A, A).text(), "M10 0L10 0");
        assert_eq!(arrow(A, A, 1.0).line.text(), "M10 0Q0 0 15.5 0");
    }
}
