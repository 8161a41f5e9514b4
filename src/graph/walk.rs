//! What an arrow key leads to: in the plane, and along the dealings of one actor.

use crate::geom::{Point, Vec2};

/// More than any cost within 60° of the way: panels are some thousand pixels wide.
const FAR: f64 = 1e9;

/// Of `places` the one nearest to `from` in the direction `way`, which need not be of unit length; `None`
/// when there is none that way.
///
/// Within 60° of the way, one that lies to the side counts as further off than it is. Only where nothing is
/// there, one that lies further aside will do.
#[must_use]
pub fn next<T: Copy + PartialEq>(places: &[(T, Point)], from: T, way: Vec2) -> Option<T> {
    let start = places.iter().find(|place| place.0 == from)?.1;
    let cost = |to: Vec2| {
        let ahead = (to.x * way.x + to.y * way.y) / way.length();
        // cos 60°
        let far = if ahead > 0.5 * to.length() { 0.0 } else { FAR };
        (ahead > 1.0).then(|| far + to.length_squared() / ahead)
    };
    let costs = places.iter().filter_map(|&(what, at)| Some((cost(at - start)?, what)));
    costs.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, what)| what)
}

/// What comes after `at` in `all`, or before it where the way leads left or up; after the last the first.
/// `None` where it is not among them.
#[must_use]
pub fn along<T: Copy + PartialEq>(all: &[T], at: T, way: Vec2) -> Option<T> {
    let nth = all.iter().position(|other| *other == at)?;
    let by = if way.x + way.y > 0.0 { 1 } else { all.len() - 1 };
    Some(all[(nth + by) % all.len()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn along_a_list_arrows_lead_on_and_back_and_round() {
        let [left, right, up, down] =
            [(-1.0, 0.0), (1.0, 0.0), (0.0, -1.0), (0.0, 1.0)].map(|(x, y)| Vec2::new(x, y));
        let led = [(1, right), (2, down), (3, right), (2, left), (1, up), (9, up)]
            .map(|(at, way)| along(&[1, 2, 3], at, way));
        assert_eq!(led, [Some(2), Some(3), Some(1), Some(1), Some(3), None]);
        assert_eq!(along(&[7], 7, left), Some(7));
    }

    #[test]
    fn an_arrow_leads_to_what_lies_that_way_and_back() {
        let places = [
            ("us", Point::new(10.0, 50.0)),
            ("them", Point::new(90.0, 60.0)),
            ("third", Point::new(85.0, 200.0)),
        ];
        let [left, right, up, down] =
            [(-1.0, 0.0), (1.0, 0.0), (0.0, -1.0), (0.0, 1.0)].map(|(x, y)| Vec2::new(x, y));
        let steps =
            [("us", right), ("us", down), ("third", up), ("them", left), ("us", left), ("nobody", left)];
        assert_eq!(next(&places[..2], "us", down), Some("them"), "rather aside than nowhere");
        let led = steps.map(|(from, way)| next(&places, from, way));
        assert_eq!(led, [Some("them"), Some("third"), Some("them"), Some("us"), None, None]);
    }
}
