//! The simulation that moves bodies until pushes, springs and anchors are in balance.
//!
//! Separate from `layout`, which says what the bodies of an actor graph are: this knows only places, springs
//! and anchors. One file for each force: [`many_body`], [`springs`], [`anchors`], [`collide`].
//!
//! Everything is made of + − × ÷ and square roots, which IEEE 754 fixes to the last bit, so that a layout is
//! the same on every machine and in every browser. Sines and powers are not, and are not used.

pub mod anchors;
pub mod collide;
pub mod many_body;
pub mod springs;

use crate::geom::{self, Point, Rect, Vec2};
use anchors::Anchor;
use collide::Collide;
use many_body::ManyBody;
use springs::{Spring, Springs};

/// What the forces are multiplied by after each tick. Nearer to 1 finds better places in more ticks.
const COOLING: f64 = 0.96;

/// The heat at which the simulation rests: what still moves then moves by hundredths of a pixel.
const COLD: f64 = 0.003;

/// The share of its speed that a body keeps from tick to tick. Above 0.8 bodies swing about their places.
const INERTIA: f64 = 0.6;

/// The longest way of a tick in px, so that bodies which start on top of each other are not flung away.
const MAX_STEP: f64 = 40.0;

/// Something with a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Body {
    /// Where it starts.
    pub place: Point,
    /// Radius of its disc in px: discs end apart where there is room for them.
    pub radius: f64,
    /// Half the width and height in px of the box that its label asks for, at least the radius: boxes part
    /// as far as the other forces let them, and stay inside the walls.
    pub half_box: Vec2,
    /// What it is tied to.
    pub anchor: Anchor,
    /// Whether it stays where it starts, even outside the walls.
    pub is_pinned: bool,
}

/// A simulation before its first tick.
#[derive(Clone, Debug, PartialEq)]
pub struct Setup {
    /// Finite numbers only.
    pub bodies: Vec<Body>,
    /// Each between two of the bodies.
    pub springs: Vec<Spring>,
    /// How hard bodies push each other, in px² per tick²; see [`many_body::charge`].
    pub charge: f64,
    /// Where bodies may be.
    pub walls: Rect,
    /// 1 lets bodies find their places from anywhere; less is for bodies that start near to them.
    pub heat: f64,
}

/// Bodies on their way to rest.
#[derive(Clone, Debug)]
pub struct Simulation {
    bodies: Vec<Body>,
    places: Vec<Point>,
    speeds: Vec<Vec2>,
    springs: Springs,
    many_body: ManyBody,
    collide: Collide,
    charge: f64,
    walls: Rect,
    heat: f64,
}

impl Simulation {
    /// The bodies at their starts, standing still. Allocates all that the ticks need.
    ///
    /// # Panics
    ///
    /// If a spring has an end that is not a body.
    #[must_use]
    pub fn new(setup: Setup) -> Self {
        let Setup { bodies, springs, charge, walls, heat } = setup;
        Self {
            places: bodies.iter().map(|body| body.place).collect(),
            speeds: vec![Vec2::default(); bodies.len()],
            springs: Springs::new(&springs, bodies.len()),
            many_body: ManyBody::new(),
            collide: Collide::new(&bodies),
            bodies,
            charge,
            walls,
            heat,
        }
    }

    /// Moves every body that is not pinned by one step; does nothing at rest. O(n log n + springs).
    pub fn tick(&mut self) {
        if self.is_at_rest() {
            return;
        }
        self.heat *= COOLING;
        self.many_body.push(&self.places, &mut self.speeds, self.charge * self.heat);
        self.springs.pull(&self.places, &mut self.speeds, self.heat);
        anchors::pull(&self.bodies, &self.places, &mut self.speeds, self.heat);
        self.collide.part(&mut self.places, &mut self.speeds, self.heat);
        self.advance();
    }

    /// Whether it has cooled down; reached after at most 150 ticks.
    #[must_use]
    pub fn is_at_rest(&self) -> bool {
        self.heat < COLD
    }

    /// Where the bodies are, in the order in which they were given.
    #[must_use]
    pub fn places(&self) -> &[Point] {
        &self.places
    }

    fn advance(&mut self) {
        for ((body, place), speed) in self.bodies.iter().zip(&mut self.places).zip(&mut self.speeds) {
            if body.is_pinned {
                *speed = Vec2::default();
                continue;
            }
            *speed = *speed * INERTIA;
            let length = speed.length();
            if length > MAX_STEP {
                *speed = *speed * (MAX_STEP / length);
            }
            *place = inside(self.walls, body.half_box, *place + *speed);
        }
    }
}

/// The place nearest to `place` at which a box of `half_box` is inside `walls`; their middle along an axis on
/// which it is wider than they are.
#[must_use]
pub fn inside(walls: Rect, half_box: Vec2, place: Point) -> Point {
    let clamp = |at: f64, min: f64, max: f64| {
        if min < max { geom::clamp(at, min, max) } else { f64::midpoint(min, max) }
    };
    Point::new(
        clamp(place.x, walls.min.x + half_box.x, walls.max.x - half_box.x),
        clamp(place.y, walls.min.y + half_box.y, walls.max.y - half_box.y),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const WALLS: Rect = Rect { min: Point::new(0.0, 0.0), max: Point::new(800.0, 500.0) };

    fn any_setup() -> impl Strategy<Value = Setup> {
        let place = || (0.0..800.0f64, 0.0..500.0f64).prop_map(|(x, y)| Point::new(x, y));
        let body = (place(), place(), any::<bool>()).prop_map(|(place, at, is_pinned)| Body {
            place,
            radius: 1.0,
            half_box: Vec2::new(1.0, 1.0),
            anchor: Anchor { at, pull: Vec2::new(0.05, 0.07) },
            is_pinned,
        });
        let bodies = proptest::collection::vec(body, 2..80);
        let springs = proptest::collection::vec((0u32..80, 0u32..80, 0.0..1.0f64), 0..120);
        (bodies, springs).prop_map(|(bodies, springs)| {
            let len = u32::try_from(bodies.len()).unwrap();
            let spring = |(a, b, strength)| Spring { ends: [a % len, b % len], length: 40.0, strength };
            Setup {
                springs: springs.into_iter().map(spring).collect(),
                bodies,
                charge: 60.0,
                walls: WALLS,
                heat: 1.0,
            }
        })
    }

    /// What the forces could still do, with every spring as if it moved both ends alike.
    fn energy(setup: &Setup, places: &[Point]) -> f64 {
        let mut energy = 0.0;
        for (i, body) in setup.bodies.iter().enumerate() {
            let way = body.anchor.at - places[i];
            energy += 0.5 * (body.anchor.pull.x * way.x * way.x + body.anchor.pull.y * way.y * way.y);
            let pushes = places[..i].iter().map(|&other| ((places[i] - other).length_squared() + 64.0).ln());
            energy -= 0.5 * setup.charge * pushes.sum::<f64>();
        }
        let springs = || setup.springs.iter().filter(|spring| spring.ends[0] != spring.ends[1]);
        let degree = |end: u32| {
            springs().flat_map(|spring| spring.ends).filter(|&other| other == end).map(|_| 1.0).sum::<f64>()
        };
        for spring in springs() {
            let [a, b] = spring.ends.map(|end| places[end as usize]);
            let stretch = (b - a).length() - spring.length;
            energy += 0.25 * spring.strength / degree(spring.ends[0]).min(degree(spring.ends[1]))
                * stretch
                * stretch;
        }
        energy
    }

    fn rested(setup: &Setup) -> Simulation {
        let mut simulation = Simulation::new(setup.clone());
        while !simulation.is_at_rest() {
            simulation.tick();
        }
        simulation
    }

    #[test]
    fn a_lone_body_goes_to_its_anchor_and_a_box_stays_inside_the_walls() {
        let anchor = Anchor { at: Point::new(300.0, 900.0), pull: Vec2::new(0.3, 0.3) };
        let body = Body {
            place: Point::new(10.0, 10.0),
            radius: 5.0,
            half_box: Vec2::new(30.0, 12.0),
            anchor,
            is_pinned: false,
        };
        let setup = Setup { bodies: vec![body], springs: Vec::new(), charge: 60.0, walls: WALLS, heat: 1.0 };
        let end = rested(&setup).places()[0];
        assert!((end.x - 300.0).abs() < 1.0, "{end:?}");
        assert_eq!(end.y, 488.0);
    }

    #[test]
    fn a_box_wider_than_the_walls_stands_in_their_middle() {
        assert_eq!(inside(WALLS, Vec2::new(900.0, 10.0), Point::new(3.0, 3.0)), Point::new(400.0, 10.0));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(60))]

        #[test]
        fn at_rest_the_energy_is_not_above_that_of_the_start(setup in any_setup()) {
            let start: Vec<Point> = setup.bodies.iter().map(|body| body.place).collect();
            let end = rested(&setup);
            prop_assert!(energy(&setup, end.places()) <= energy(&setup, &start) + 1e-6);
        }

        #[test]
        fn what_rests_has_all_but_stopped(setup in any_setup()) {
            let mut simulation = Simulation::new(setup);
            while simulation.heat > COLD / COOLING {
                simulation.tick();
            }
            let before = simulation.places.clone();
            simulation.tick();
            prop_assert!(simulation.is_at_rest());
            for (&a, &b) in before.iter().zip(simulation.places()) {
                prop_assert!((b - a).length() < 0.25, "{a:?} to {b:?}");
            }
        }
    }
}
