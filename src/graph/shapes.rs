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

/// The outline of an actor of `kind` around `middle`, as the `d` of an SVG path.
///
/// Outlines of one `radius` look about equally large and stay within 1.3 × `radius` of the middle. They need no `transform`:
/// with one for each of a hundred nodes, Chromium takes up to a millisecond more for whatever is painted anew.
#[must_use]
pub fn outline(kind: ActorKind, middle: Point, radius: f64) -> String {
    let path = PathText::around(middle);
    let path = match kind {
        ActorKind::Person => circle(path, radius),
        ActorKind::State => rounded_square(path, radius * 0.89, radius * 0.22),
        ActorKind::Legislature => half_disc(path, radius * 1.15),
        ActorKind::ArmedGroup => polygon(path, radius * 1.28, &TRIANGLE),
        ActorKind::Organisation => polygon(path, radius * 1.08, &HEXAGON),
        ActorKind::Intergovernmental => polygon(path, radius * 1.22, &DIAMOND),
        ActorKind::Agreement => polygon(path, radius * 1.2, &DOCUMENT),
    };
    path.close().into_text()
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

fn polygon(path: PathText, radius: f64, corners: &[Vec2]) -> PathText {
    let at = |corner: Vec2| Point::default() + corner * radius;
    corners[1..].iter().fold(path.move_to(at(corners[0])), |path, &corner| path.line_to(at(corner)))
}

fn circle(path: PathText, radius: f64) -> PathText {
    let (left, right) = (Point::new(-radius, 0.0), Point::new(radius, 0.0));
    path.move_to(left).half_circle_to(radius, right).half_circle_to(radius, left)
}

fn half_disc(path: PathText, radius: f64) -> PathText {
    // Raised so that its middle, not its base line, is at the origin.
    let base = radius * 0.5;
    path.move_to(Point::new(-radius, base)).half_circle_to(radius, Point::new(radius, base))
}

fn rounded_square(path: PathText, half: f64, corner: f64) -> PathText {
    let straight = half - corner;
    let sides = [Vec2::new(1.0, 0.0), Vec2::new(0.0, 1.0), Vec2::new(-1.0, 0.0), Vec2::new(0.0, -1.0)];
    (0..4).fold(path.move_to(Point::new(-straight, -half)), |path, side| {
        // Along one side, then round the corner into the next.
        let (along, out) = (sides[side], sides[(side + 3) % 4]);
        let end = Point::default() + (along * straight + out * half);
        let control = Point::default() + (along + out) * half;
        path.line_to(end).curve_to(control, Point::default() + (along * half + out * straight))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use ActorKind::{Agreement, ArmedGroup, Intergovernmental, Legislature, Organisation, Person, State};

    #[test]
    fn each_kind_has_an_outline_of_its_own() {
        let check = |kind, expected: &str| {
            assert_eq!(outline(kind, Point::new(100.0, 20.5), 10.0), format!("M100,20.5{expected}"), "{kind:?}");
        };
        check(Person, "m-10,0a10,10 0 0 1 20,0a10,10 0 0 1 -20,0Z");
        check(State, "m-6.7,-8.9l13.4,0q2.2,0 2.2,2.2l0,13.4q0,2.2 -2.2,2.2l-13.4,0q-2.2,0 -2.2,-2.2l0,-13.4q0,-2.2 2.2,-2.2Z");
        check(ArmedGroup, "m0,-12.8l11.08,19.2l-22.17,0Z");
        check(Organisation, "m-5.4,-9.35l10.8,0l5.4,9.35l-5.4,9.35l-10.8,0l-5.4,-9.35Z");
        check(Legislature, "m-11.5,5.75a11.5,11.5 0 0 1 23,0Z");
        check(Intergovernmental, "m0,-12.2l12.2,12.2l-12.2,12.2l-12.2,-12.2Z");
        check(Agreement, "m-7.2,-9.6l9.6,0l4.8,4.8l0,14.4l-14.4,0Z");
    }
}
