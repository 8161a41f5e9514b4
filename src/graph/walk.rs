//! Which node an arrow key leads to.

use crate::geom::{Point, Vec2};

/// Of `places` the one nearest to `from` in the direction `way`, which need not be of unit length; `None` when there is none
/// that way.
///
/// A place counts as being that way if it lies within 60° of it; among those, one that lies to the side counts as
/// further off than it is.
#[must_use]
pub fn next<T: Copy + PartialEq>(places: &[(T, Point)], from: T, way: Vec2) -> Option<T> {
    let start = places.iter().find(|place| place.0 == from)?.1;
    let cost = |to: Vec2| {
        let ahead = (to.x * way.x + to.y * way.y) / way.length();
        // cos 60°
        (ahead > 0.5 * to.length()).then(|| to.length_squared() / ahead)
    };
    let costs = places.iter().filter_map(|&(what, at)| Some((cost(at - start)?, what)));
    costs.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, what)| what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arrow_leads_to_what_lies_that_way_and_back() {
        let places = [("us", Point::new(10.0, 50.0)), ("them", Point::new(90.0, 60.0)), ("third", Point::new(85.0, 200.0))];
        let [left, right, up, down] = [(-1.0, 0.0), (1.0, 0.0), (0.0, -1.0), (0.0, 1.0)].map(|(x, y)| Vec2::new(x, y));
        let steps = [("us", right), ("us", down), ("third", up), ("them", left), ("us", left), ("nobody", left)];
        let led = steps.map(|(from, way)| next(&places, from, way));
        assert_eq!(led, [Some("them"), Some("third"), Some("them"), Some("us"), None, None]);
    }
}
