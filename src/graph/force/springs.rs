//! Springs between bodies that have to do with each other.

use crate::geom::{Point, Vec2};

/// A wish that two bodies be `length` apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spring {
    /// Places of its two ends among the bodies; a spring from a body to itself does nothing.
    pub ends: [u32; 2],
    /// Length at rest in px.
    pub length: f64,
    /// 0 (none) to 1 (at full heat the whole error is undone in a tick, if the ends have no other spring).
    pub strength: f64,
}

/// All springs, with what follows from how many each body has.
#[derive(Clone, Debug)]
pub struct Springs {
    springs: Vec<Fitted>,
}

#[derive(Clone, Copy, Debug)]
struct Fitted {
    ends: [u32; 2],
    length: f64,
    stiffness: f64,
    /// The share of the way that each end goes: a body with many springs moves little for one of them.
    shares: [f64; 2],
}

impl Springs {
    /// Springs among `num_bodies` bodies.
    ///
    /// A spring is weaker the more of them the less connected of its ends has, and moves that end more, or
    /// bodies with many springs would never come to rest (as in d3-force's `link`).
    ///
    /// # Panics
    ///
    /// If a spring has an end that is not below `num_bodies`.
    #[must_use]
    pub fn new(springs: &[Spring], num_bodies: usize) -> Self {
        let mut degrees = vec![0.0f64; num_bodies];
        let springs = || springs.iter().filter(|spring| spring.ends[0] != spring.ends[1]);
        for end in springs().flat_map(|spring| spring.ends) {
            degrees[end as usize] += 1.0;
        }
        let fit = |&Spring { ends, length, strength }: &Spring| {
            let [a, b] = ends.map(|end| degrees[end as usize]);
            Fitted { ends, length, stiffness: strength / a.min(b), shares: [b / (a + b), a / (a + b)] }
        };
        Self { springs: springs().map(fit).collect() }
    }

    /// Adds each spring's pull, times `heat`, to the speeds of its ends. O(springs).
    pub fn pull(&self, places: &[Point], speeds: &mut [Vec2], heat: f64) {
        for spring in &self.springs {
            let [a, b] = spring.ends.map(|end| end as usize);
            // Where the ends are about to be, so that springs damp each other.
            let way = (places[b] + speeds[b]) - (places[a] + speeds[a]);
            let length = way.length();
            if length > 0.0 {
                let pull = way * ((length - spring.length) / length * spring.stiffness * heat);
                speeds[a] = speeds[a] + pull * spring.shares[0];
                speeds[b] = speeds[b] + -pull * spring.shares[1];
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_speeds(springs: &[Spring], places: &[Point], expected: &[Vec2]) {
        let mut speeds = vec![Vec2::default(); places.len()];
        Springs::new(springs, places.len()).pull(places, &mut speeds, 1.0);
        assert_eq!(speeds, expected);
    }

    const AT_0_AND_10: [Point; 2] = [Point::new(0.0, 0.0), Point::new(10.0, 0.0)];

    #[test]
    fn a_long_spring_pulls_its_ends_together_and_a_short_one_pushes_them_apart() {
        let spring = |length| Spring { ends: [0, 1], length, strength: 1.0 };
        check_speeds(&[spring(4.0)], &AT_0_AND_10, &[Vec2::new(3.0, 0.0), Vec2::new(-3.0, 0.0)]);
        check_speeds(&[spring(14.0)], &AT_0_AND_10, &[Vec2::new(-2.0, 0.0), Vec2::new(2.0, 0.0)]);
        check_speeds(&[spring(10.0)], &AT_0_AND_10, &[Vec2::default(); 2]);
    }

    #[test]
    fn a_spring_to_itself_and_one_between_coincident_bodies_do_nothing() {
        let spring = |ends| Spring { ends, length: 4.0, strength: 1.0 };
        check_speeds(&[spring([0, 0])], &AT_0_AND_10, &[Vec2::default(); 2]);
        check_speeds(
            &[spring([0, 0]), spring([1, 0])],
            &AT_0_AND_10,
            &[Vec2::new(3.0, 0.0), Vec2::new(-3.0, 0.0)],
        );
        check_speeds(&[spring([0, 1])], &[AT_0_AND_10[0]; 2], &[Vec2::default(); 2]);
    }

    #[test]
    fn the_body_with_more_springs_moves_less() {
        let places = [Point::new(0.0, 0.0), Point::new(10.0, 0.0), Point::new(0.0, 4.0)];
        let spring = |ends| Spring { ends, length: 4.0, strength: 1.0 };
        check_speeds(
            &[spring([0, 2]), spring([0, 1])],
            &places,
            &[Vec2::new(2.0, 0.0), Vec2::new(-4.0, 0.0), Vec2::default()],
        );
    }
}
