//! The outline of each kind of actor.
//!
//! ```text
//! state  person  armed group  organisation  legislature  intergovernmental  agreement
//!  ▢       ○         △             ⬡          ◠ (a house's     ◇             ▯ with a
//!                                              half circle)                  folded corner
//! ```

use dataset::model::ActorKind;

use crate::geom::path_text::PathText;
use crate::geom::{Point, Vec2};

/// The outline of an actor of `kind` around the origin, as the `d` of an SVG path.
///
/// Outlines of one `radius` look about equally large and stay within 1.3 × `radius` of the origin.
#[must_use]
pub fn outline(kind: ActorKind, radius: f64) -> String {
    match kind {
        ActorKind::Person => circle(radius),
        ActorKind::State => rounded_square(radius * 0.89, radius * 0.22),
        ActorKind::Legislature => half_disc(radius * 1.15),
        ActorKind::ArmedGroup => polygon(radius * 1.28, &TRIANGLE),
        ActorKind::Organisation => polygon(radius * 1.08, &HEXAGON),
        ActorKind::Intergovernmental => polygon(radius * 1.22, &DIAMOND),
        ActorKind::Agreement => polygon(radius * 1.2, &DOCUMENT),
    }
}

/// Corners on the circle of radius 1 (a document's: inside it), clockwise from the top or the top left.
const TRIANGLE: [Vec2; 3] = [Vec2::new(0.0, -1.0), Vec2::new(0.866, 0.5), Vec2::new(-0.866, 0.5)];
const DIAMOND: [Vec2; 4] = [Vec2::new(0.0, -1.0), Vec2::new(1.0, 0.0), Vec2::new(0.0, 1.0), Vec2::new(-1.0, 0.0)];
const HEXAGON: [Vec2; 6] = [
    Vec2::new(-0.5, -0.866),
    Vec2::new(0.5, -0.866),
    Vec2::new(1.0, 0.0),
    Vec2::new(0.5, 0.866),
    Vec2::new(-0.5, 0.866),
    Vec2::new(-1.0, 0.0),
];
const DOCUMENT: [Vec2; 5] =
    [Vec2::new(-0.6, -0.8), Vec2::new(0.2, -0.8), Vec2::new(0.6, -0.4), Vec2::new(0.6, 0.8), Vec2::new(-0.6, 0.8)];

fn polygon(radius: f64, corners: &[Vec2]) -> String {
    let at = |corner: Vec2| Point::default() + corner * radius;
    let path = PathText::default().move_to(at(corners[0]));
    corners[1..].iter().fold(path, |path, &corner| path.line_to(at(corner))).close().into_text()
}

fn circle(radius: f64) -> String {
    let (left, right) = (Point::new(-radius, 0.0), Point::new(radius, 0.0));
    PathText::default().move_to(left).half_circle_to(radius, right).half_circle_to(radius, left).close().into_text()
}

fn half_disc(radius: f64) -> String {
    // Raised so that its middle, not its base line, is at the origin.
    let base = radius * 0.5;
    let path = PathText::default().move_to(Point::new(-radius, base));
    path.half_circle_to(radius, Point::new(radius, base)).close().into_text()
}

fn rounded_square(half: f64, corner: f64) -> String {
    let straight = half - corner;
    let sides = [Vec2::new(1.0, 0.0), Vec2::new(0.0, 1.0), Vec2::new(-1.0, 0.0), Vec2::new(0.0, -1.0)];
    let path = PathText::default().move_to(Point::new(-straight, -half));
    let path = (0..4).fold(path, |path, side| {
        // Along one side, then round the corner into the next.
        let (along, out) = (sides[side], sides[(side + 3) % 4]);
        let end = Point::default() + (along * straight + out * half);
        let control = Point::default() + (along + out) * half;
        path.line_to(end).curve_to(control, Point::default() + (along * half + out * straight))
    });
    path.close().into_text()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ActorKind::{Agreement, ArmedGroup, Intergovernmental, Legislature, Organisation, Person, State};

    #[test]
    fn each_kind_has_an_outline_of_its_own() {
        let check = |kind, expected: &str| assert_eq!(outline(kind, 10.0), expected, "{kind:?}");
        check(Person, "M-10,0A10,10 0 0 1 10,0A10,10 0 0 1 -10,0Z");
        check(
            State,
            "M-6.7,-8.9L6.7,-8.9Q8.9,-8.9 8.9,-6.7L8.9,6.7Q8.9,8.9 6.7,8.9L-6.7,8.9Q-8.9,8.9 -8.9,6.7L-8.9,-6.7Q-8.9,-8.9 -6.7,-8.9Z",
        );
        check(ArmedGroup, "M0,-12.8L11.08,6.4L-11.08,6.4Z");
        check(Organisation, "M-5.4,-9.35L5.4,-9.35L10.8,0L5.4,9.35L-5.4,9.35L-10.8,0Z");
        check(Legislature, "M-11.5,5.75A11.5,11.5 0 0 1 11.5,5.75Z");
        check(Intergovernmental, "M0,-12.2L12.2,0L0,12.2L-12.2,0Z");
        check(Agreement, "M-7.2,-9.6L2.4,-9.6L7.2,-4.8L7.2,9.6L-7.2,9.6Z");
    }
}
