//! The lines between two actors in the picture of the camps. They leave and reach discs on the side away from the names, and
//! between the adversaries they pass where no camp stands.

use super::places::Facing;
use super::routes::Bow;
use crate::geom::outline::Outline;
use crate::geom::{Point, Rect, Vec2, clamp};

/// Room in px between a disc and a line, and half the distance between a line and the one that answers it.
const GAP: f64 = 2.0;
const HALF_PAIR: f64 = 2.5;

/// An actor as lines see it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plug {
    /// The middle of its disc.
    pub center: Point,
    /// The radius of its disc.
    pub radius: f64,
    /// On which side of its box, and so of its name, the disc is; none where the reader has put it somewhere.
    pub facing: Option<Facing>,
    /// Its camp's box.
    pub rect: Rect,
}

impl Plug {
    /// Where a line from `other` meets it, and to which side it leaves: 1 to the right.
    ///
    /// Beside its disc; where the other stands on the side of its name, at the edge of its box.
    #[must_use]
    pub fn port(&self, other: Point) -> (Point, f64) {
        let ahead = if other.x >= self.center.x { 1.0 } else { -1.0 };
        let sign = self.facing.map_or(ahead, Facing::sign);
        let edge = if sign > 0.0 { self.rect.min.x } else { self.rect.max.x };
        if sign * (other.x - edge) < 0.0 {
            return (Point::new(edge - sign * GAP, self.center.y), -sign);
        }
        (self.center + Vec2::new(sign * (self.radius + GAP), 0.0), sign)
    }
}

/// A line with its head; empty for a tie.
#[derive(Clone, Debug, PartialEq)]
pub struct Wire {
    /// To be stroked.
    pub line: Outline,
    /// To be filled.
    pub head: Outline,
}

/// The line from one actor to another, `width` px wide; `shift` is −1 or 1 for the two directions of a pair and 0 for a tie,
/// which has no head. `through` is the height at which it passes the middle, with the stretch of it, if it has to.
#[must_use]
pub fn wire([from, to]: [Plug; 2], width: f64, shift: f64, through: Option<(f64, Rect)>) -> Wire {
    let aside = Vec2::new(0.0, shift * HALF_PAIR);
    let ((start, out), (end, back)) = (from.port(to.center), to.port(from.center));
    let (start, end) = (start + aside, end + aside);
    let level = |x: f64| Vec2::new(x, 0.0);
    let path = Outline::from(start);
    let (path, bow) = if let Some((y, middle)) = through {
        // In on the side of the start, out on that of the end.
        let (x0, x1) = if start.x < end.x { (middle.min.x, middle.max.x) } else { (middle.max.x, middle.min.x) };
        let (enter, leave) = (Point::new(x0, y) + aside, Point::new(x1, y) + aside);
        let half = (enter.x - start.x) / 2.0;
        let path = Bow::new([start, enter], [level(half), level(-half)]).led(path).line(leave);
        let half = (end.x - leave.x) / 2.0;
        (path, Bow::new([leave, end], [level(half), level(-half)]))
    } else if (out > 0.0) == (back > 0.0) {
        // Both leave to one side: round about.
        let far = (out * start.x).max(out * end.x) + clamp(0.25 * (end.y - start.y).abs() + 10.0, 14.0, 44.0);
        (path, Bow::new([start, end], [level(out * far - start.x), level(out * far - end.x)]))
    } else {
        let half = (end.x - start.x) / 2.0;
        (path, Bow::new([start, end], [level(half), level(-half)]))
    };
    if shift == 0.0 {
        return Wire { line: bow.led(path), head: Outline::default() };
    }
    let (line, head) = bow.drawn(path, width, level(back));
    Wire { line, head }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::Size;

    /// In a box 100 px wide that begins at `x`, with its disc on the side that it faces.
    fn plug(x: f64, y: f64, facing: Facing) -> Plug {
        let rect = Rect::from_min_size(Point::new(x, 0.0), Size::new(100.0, 300.0));
        let at = if facing == Facing::Left { rect.min.x + 10.0 } else { rect.max.x - 10.0 };
        Plug { center: Point::new(at, y), radius: 5.0, facing: Some(facing), rect }
    }

    #[test]
    fn between_discs_that_face_each_other_a_line_is_drawn_from_rim_to_rim() {
        let ends = [plug(0.0, 50.0, Facing::Right), plug(300.0, 50.0, Facing::Left)];
        let tie = wire(ends, 0.0, 0.0, None);
        assert_eq!((tie.line.text().as_str(), tie.head), ("M97 50Q200 50 200 50Q200 50 303 50", Outline::default()));
        let there = wire(ends, 1.0, 1.0, None);
        assert_eq!(there.line.text(), "M97 52.5Q200 52.5 200 52.5Q200 52.5 297.25 52.5");
        assert!(there.head.text().starts_with("M303 52.5L"));
    }

    #[test]
    fn within_a_camp_it_goes_round_on_the_side_of_the_discs() {
        let line = wire([plug(0.0, 50.0, Facing::Right), plug(0.0, 150.0, Facing::Right)], 1.0, 0.0, None).line.text();
        assert_eq!(line, "M97 50Q132 50 132 100Q132 150 97 150");
    }

    #[test]
    fn who_stands_on_the_side_of_the_name_is_met_at_the_edge_of_the_box() {
        let middle = plug(150.0, 50.0, Facing::Left);
        assert_eq!(middle.port(Point::new(0.0, 9.0)), (Point::new(153.0, 50.0), -1.0));
        assert_eq!(middle.port(Point::new(400.0, 9.0)), (Point::new(252.0, 50.0), 1.0));
    }

    #[test]
    fn a_line_led_through_the_middle_is_level_there() {
        let middle = Rect::from_min_size(Point::new(150.0, 100.0), Size::new(100.0, 60.0));
        let ends = [plug(0.0, 50.0, Facing::Right), plug(300.0, 250.0, Facing::Left)];
        let line = wire(ends, 1.0, 0.0, Some((130.0, middle))).line.text();
        assert_eq!(line, "M97 50Q123.5 50 123.5 90Q123.5 130 150 130L250 130Q276.5 130 276.5 190Q276.5 250 303 250");
    }
}
