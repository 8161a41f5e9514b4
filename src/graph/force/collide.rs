//! Keeps discs apart, and the boxes of labels where there is room.
//!
//! Method: sweep and prune along y, where nodes with labels are smallest. Bodies are sorted by y. Each is
//! compared with those that follow, until they are too far below to touch anything.

use super::Body;
use crate::geom::{Axis, Point, Vec2};

/// Room in px between discs. It must exceed what a pass leaves undone, or discs may end on top of each other.
const DISC_GAP: f64 = 3.0;

/// The share of two boxes' overlap that is added to their speeds at full heat.
const BOX_STRENGTH: f64 = 0.5;

/// Parts bodies that touch; keeps the order of the last sweep, which is nearly that of the next.
#[derive(Clone, Debug)]
pub struct Collide {
    /// By y.
    items: Vec<Item>,
    highest_half_box: f64,
}

/// A copy of what the sweep needs of a body, so that it reads memory in one direction.
#[derive(Clone, Copy, Debug)]
struct Item {
    place: Point,
    half_box: Vec2,
    radius: f64,
    /// 1 for bodies that may move, 0 for pinned ones.
    mobility: f64,
    id: u32,
}

impl Collide {
    /// For `bodies`, wherever they are.
    #[must_use]
    pub fn new(bodies: &[Body]) -> Self {
        let least = |body: &Body| body.radius + DISC_GAP / 2.0;
        let item = |(id, body): (u32, &Body)| Item {
            place: body.place,
            // A box that is smaller than its disc would hide the disc from the sweep.
            half_box: Vec2::new(body.half_box.x.max(least(body)), body.half_box.y.max(least(body))),
            radius: body.radius,
            mobility: if body.is_pinned { 0.0 } else { 1.0 },
            id,
        };
        let items: Vec<Item> = (0u32..).zip(bodies).map(item).collect();
        Self { highest_half_box: items.iter().fold(0.0, |highest, item| item.half_box.y.max(highest)), items }
    }

    /// Parts what overlaps.
    ///
    /// Discs are moved apart at once, both by half the overlap, or one by all of it where the other is
    /// pinned; that may push them into others, which repeated calls end. Of boxes that overlap, the speeds
    /// change along the axis of the lesser overlap, by a share of it times the root of `heat`: they find
    /// their places when the other forces have. O(n + pairs of boxes that share a height).
    pub fn part(&mut self, places: &mut [Point], speeds: &mut [Vec2], heat: f64) {
        for item in &mut self.items {
            item.place = places[item.id as usize];
        }
        self.sort();
        let strength = 0.5 * BOX_STRENGTH * heat.sqrt();
        for rank in 1..self.items.len() {
            let (before, rest) = self.items.split_at_mut(rank);
            let a = &mut before[rank - 1];
            for b in rest {
                let way = b.place - a.place;
                if way.y >= a.half_box.y + self.highest_half_box {
                    break;
                }
                let overlap_x = a.half_box.x + b.half_box.x - way.x.abs();
                let overlap_y = a.half_box.y + b.half_box.y - way.y.abs();
                if overlap_x > 0.0 && overlap_y > 0.0 {
                    let push = if overlap_x < overlap_y {
                        along(Axis::X, way.x, overlap_x)
                    } else {
                        along(Axis::Y, way.y, overlap_y)
                    };
                    let push = push * strength;
                    let (a_speed, b_speed) = (speeds[a.id as usize], speeds[b.id as usize]);
                    speeds[a.id as usize] = a_speed + -push * a.mobility;
                    speeds[b.id as usize] = b_speed + push * b.mobility;
                    part_discs(a, b, way);
                }
            }
        }
        for item in &self.items {
            places[item.id as usize] = item.place;
        }
    }
}

impl Collide {
    /// Sorts by height, then id. O(n + pairs in the wrong order): from one tick to the next few are.
    fn sort(&mut self) {
        let is_right = |a: &Item, b: &Item| a.place.y.total_cmp(&b.place.y).then(a.id.cmp(&b.id)).is_lt();
        for rank in 1..self.items.len() {
            let mut at = rank;
            while at > 0 && !is_right(&self.items[at - 1], &self.items[at]) {
                self.items.swap(at - 1, at);
                at -= 1;
            }
        }
    }
}

/// `overlap` along `axis`, to the side on which `way` points.
fn along(axis: Axis, way: f64, overlap: f64) -> Vec2 {
    let push = if way < 0.0 { -overlap } else { overlap };
    match axis {
        Axis::X => Vec2::new(push, 0.0),
        Axis::Y => Vec2::new(0.0, push),
    }
}

fn part_discs(a: &mut Item, b: &mut Item, way: Vec2) {
    let room = a.radius + b.radius + DISC_GAP;
    let mobility = a.mobility + b.mobility;
    if way.length_squared() < room * room && mobility > 0.0 {
        let push = apart(way, room) / mobility;
        a.place = a.place + -push * a.mobility;
        b.place = b.place + push * b.mobility;
    }
}

/// What is missing to `room` along `way`; to the right where `way` has no direction.
fn apart(way: Vec2, room: f64) -> Vec2 {
    let length = way.length();
    if length > 0.0 { way * ((room - length) / length) } else { Vec2::new(room, 0.0) }
}

#[cfg(test)]
mod tests {
    use super::super::anchors::Anchor;
    use super::*;
    use proptest::prelude::*;

    fn body(place: Point, radius: f64) -> Body {
        Body {
            place,
            radius,
            half_box: Vec2::new(4.0 * radius, radius + 8.0),
            anchor: Anchor::default(),
            is_pinned: false,
        }
    }

    fn after_passes(bodies: &[Body], num_passes: u32) -> Vec<Point> {
        let mut places: Vec<Point> = bodies.iter().map(|body| body.place).collect();
        let mut collide = Collide::new(bodies);
        for _ in 0..num_passes {
            collide.part(&mut places, &mut vec![Vec2::default(); bodies.len()], 1.0);
        }
        places
    }

    #[test]
    fn two_discs_part_by_half_each_and_a_pinned_one_stays() {
        let mut bodies = [body(Point::new(0.0, 0.0), 5.0), body(Point::new(9.0, 0.0), 5.0)];
        assert_eq!(after_passes(&bodies, 1), [Point::new(-2.0, 0.0), Point::new(11.0, 0.0)]);
        bodies[0].is_pinned = true;
        assert_eq!(after_passes(&bodies, 1), [Point::new(0.0, 0.0), Point::new(13.0, 0.0)]);
        bodies[1].is_pinned = true;
        assert_eq!(after_passes(&bodies, 1), [Point::new(0.0, 0.0), Point::new(9.0, 0.0)]);
    }

    #[test]
    fn boxes_part_along_the_axis_of_the_lesser_overlap() {
        let bodies = [body(Point::new(0.0, 0.0), 5.0), body(Point::new(-6.0, 20.0), 5.0)];
        let mut speeds = [Vec2::default(); 2];
        let mut places = [bodies[0].place, bodies[1].place];
        Collide::new(&bodies).part(&mut places, &mut speeds, 1.0);
        assert_eq!(places, [bodies[0].place, bodies[1].place]);
        assert_eq!(speeds, [Vec2::new(0.0, -1.5), Vec2::new(0.0, 1.5)]);
    }

    proptest! {
        #[test]
        fn discs_from_anywhere_end_apart(
            starts in proptest::collection::vec(((0i32..12, 0i32..12), 5.0..18.0), 1..60),
        ) {
            let bodies: Vec<Body> = starts
                .iter()
                .map(|&((x, y), radius)| body(Point::new(f64::from(x) * 7.0, f64::from(y) * 7.0), radius))
                .collect();
            let places = after_passes(&bodies, 300);
            for i in 0..bodies.len() {
                for j in 0..i {
                    prop_assert!((places[i] - places[j]).length() >= bodies[i].radius + bodies[j].radius);
                }
            }
        }
    }
}
