//! The lines between two actors in the picture of the camps. They leave and reach discs on the side away from
//! the names, and between the adversaries they pass where no camp stands.

use super::routes::Bow;
use super::seats::Facing;
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
    /// Where a line from `other` meets it, and to which side it leaves, as a way of length one.
    ///
    /// Beside its disc, or above it; where the other stands on the side of its name, at the edge of its box.
    #[must_use]
    pub fn port(&self, other: Point) -> (Point, Vec2) {
        let ahead = if other.x >= self.center.x { Facing::Right } else { Facing::Left };
        let out = self.facing.unwrap_or(ahead).out();
        let edge = if out.x > 0.0 { self.rect.min.x } else { self.rect.max.x };
        if out.x * (other.x - edge) < 0.0 {
            return (Point::new(edge - out.x * GAP, self.center.y), -out);
        }
        (self.center + out * (self.radius + GAP), out)
    }

    /// Where a line from its disc on the side of its box turns down to one that stands below: the higher the
    /// disc, the further out, so that lines do not cross.
    fn turn(&self, out: Vec2) -> Point {
        let share = clamp((self.rect.max.y - self.center.y) / self.rect.height().max(1.0), 0.0, 1.0);
        let edge = if out.x > 0.0 { self.rect.max.x } else { self.rect.min.x };
        Point::new(edge + out.x * (7.0 + 22.0 * share), self.rect.max.y + 2.0)
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

/// The line from one actor to another, `width` px wide; `shift` is −1 or 1 for the two directions of a pair
/// and 0 for a tie, which has no head. `through` is the height at which it passes the middle, with the
/// stretch of it, if it has to.
#[must_use]
pub fn wire([from, to]: [Plug; 2], width: f64, shift: f64, through: Option<(f64, Rect)>) -> Wire {
    let ((start, out), (end, back)) = (from.port(to.center), to.port(from.center));
    let aside = |out: Vec2| Vec2::new(out.y.abs(), out.x.abs()) * (shift * HALF_PAIR);
    let (start, end) = (start + aside(out), end + aside(back));
    let level = |x: f64| Vec2::new(x, 0.0);
    let upright = |y: f64| Vec2::new(0.0, y);
    let path = Outline::from(start);
    let (path, bow) = if out.y != 0.0 && back.y != 0.0 {
        // Both leave upwards: an arch.
        let top = start.y.min(end.y) - clamp(0.2 * (end.x - start.x).abs() + 10.0, 14.0, 44.0);
        (path, Bow::new([start, end], [upright(top - start.y), upright(top - end.y)]))
    } else if out.y != 0.0 || back.y != 0.0 {
        // Between a disc beside its box and one on top of another: round the corner of the first.
        let (beside, way) = if out.y == 0.0 { (from, out) } else { (to, back) };
        let corner = beside.turn(way) + level(shift * HALF_PAIR);
        let (far, near) =
            (|of: Point| upright((of.y - corner.y) / 2.0), |of: Point| level((corner.x - of.x) * 0.8));
        let up = upright((if out.y == 0.0 { start.y } else { end.y } - corner.y) * 0.6);
        if out.y == 0.0 {
            let path = Bow::new([start, corner], [near(start), up]).led(path);
            (path, Bow::new([corner, end], [far(end), -far(end)]))
        } else {
            let path = Bow::new([start, corner], [-far(start), far(start)]).led(path);
            (path, Bow::new([corner, end], [up, near(end)]))
        }
    } else if let Some((y, middle)) = through {
        // In on the side of the start, out on that of the end.
        let (x0, x1) =
            if start.x < end.x { (middle.min.x, middle.max.x) } else { (middle.max.x, middle.min.x) };
        let (enter, leave) = (Point::new(x0, y) + aside(out), Point::new(x1, y) + aside(out));
        let half = (enter.x - start.x) / 2.0;
        let path = Bow::new([start, enter], [level(half), level(-half)]).led(path).line(leave);
        let half = (end.x - leave.x) / 2.0;
        (path, Bow::new([leave, end], [level(half), level(-half)]))
    } else if (out.x > 0.0) == (back.x > 0.0) {
        // Both leave to one side: round about.
        let far =
            (out.x * start.x).max(out.x * end.x) + clamp(0.25 * (end.y - start.y).abs() + 10.0, 14.0, 44.0);
        (path, Bow::new([start, end], [level(out.x * far - start.x), level(out.x * far - end.x)]))
    } else {
        let half = (end.x - start.x) / 2.0;
        (path, Bow::new([start, end], [level(half), level(-half)]))
    };
    if shift == 0.0 {
        return Wire { line: bow.led(path), head: Outline::default() };
    }
    let (line, head) = bow.drawn(path, width, back);
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
        assert_eq!(
            (tie.line.text().as_str(), tie.head),
            ("M97 50Q200 50 200 50Q200 50 303 50", Outline::default())
        );
        let there = wire(ends, 1.0, 1.0, None);
        assert_eq!(there.line.text(), "M97 52.5Q200 52.5 200 52.5Q200 52.5 297.25 52.5");
        assert!(there.head.text().starts_with("M303 52.5L"));
    }

    #[test]
    fn within_a_camp_it_goes_round_on_the_side_of_the_discs() {
        let line = wire([plug(0.0, 50.0, Facing::Right), plug(0.0, 150.0, Facing::Right)], 1.0, 0.0, None)
            .line
            .text();
        assert_eq!(line, "M97 50Q132 50 132 100Q132 150 97 150");
    }

    #[test]
    fn who_stands_on_the_side_of_the_name_is_met_at_the_edge_of_the_box() {
        let middle = plug(150.0, 50.0, Facing::Left);
        assert_eq!(middle.port(Point::new(0.0, 9.0)), (Point::new(153.0, 50.0), Vec2::new(-1.0, 0.0)));
        assert_eq!(middle.port(Point::new(400.0, 9.0)), (Point::new(252.0, 50.0), Vec2::new(1.0, 0.0)));
    }

    #[test]
    fn a_disc_on_top_of_its_box_is_reached_from_above_round_the_corner_of_the_other() {
        let low = |x: f64| {
            let rect = Rect::from_min_size(Point::new(x, 400.0), Size::new(100.0, 80.0));
            Plug { center: Point::new(x + 50.0, 416.0), radius: 5.0, facing: Some(Facing::Top), rect }
        };
        let side = plug(0.0, 60.0, Facing::Right);
        let there = wire([side, low(0.0)], 1.0, 0.0, None).line.text();
        assert_eq!(
            there,
            "M97 60Q119.08 60 121.84 108.4Q124.6 156.8 124.6 302Q124.6 355.5 87.3 355.5Q50 355.5 50 409"
        );
        let back = wire([low(0.0), side], 1.0, 0.0, None).line.text();
        assert!(back.starts_with("M50 409Q") && back.ends_with("97 60"), "{back}");
        let arch = wire([low(0.0), low(200.0)], 1.0, 0.0, None).line.text();
        assert_eq!(arch, "M50 409Q50 365 150 365Q250 365 250 409");
    }

    #[test]
    fn a_line_led_through_the_middle_is_level_there() {
        let middle = Rect::from_min_size(Point::new(150.0, 100.0), Size::new(100.0, 60.0));
        let ends = [plug(0.0, 50.0, Facing::Right), plug(300.0, 250.0, Facing::Left)];
        let line = wire(ends, 1.0, 0.0, Some((130.0, middle))).line.text();
        assert_eq!(
            line,
            "M97 50Q123.5 50 123.5 90Q123.5 130 150 130L250 130Q276.5 130 276.5 190Q276.5 250 303 250"
        );
    }
}
