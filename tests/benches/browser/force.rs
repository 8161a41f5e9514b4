//! The force layout by itself, compiled as the page is,
//! for `cargo xtask bench` to run beside d3-force in one browser.
//!
//! A program of its own so that the page ships none of this. It puts three functions on the global object:
//! `brinkSetup(places, links, strengths)` with x and y of each body, the ends of each spring and the forces'
//! [`Strengths`] in their order; `brinkSettle()`, which gives the number
//! of ticks until all rests; and `brinkPlaces()`.

use std::cell::RefCell;
use std::rc::Rc;

use brink::geom::{Point, Rect, Vec2};
use brink::graph::force::anchors::Anchor;
use brink::graph::force::springs::Spring;
use brink::graph::force::{Body, Setup, Simulation};
use web_sys::js_sys::{Float64Array, Reflect, Uint32Array, global};
use web_sys::wasm_bindgen::JsValue;
use web_sys::wasm_bindgen::closure::Closure;

/// Walls that no body reaches: d3-force has none.
const WALLS: Rect = Rect { min: Point::new(-1e9, -1e9), max: Point::new(1e9, 1e9) };

/// How strong the forces are: one number each for both programs.
struct Strengths {
    /// Push of two bodies at a distance of one pixel.
    charge: f64,
    /// Pull to the middle, as a share of the way.
    pull: f64,
    /// Length of springs at rest.
    length: f64,
    /// Radius of the bodies.
    radius: f64,
}

fn main() {
    let held: Rc<RefCell<Option<Simulation>>> = Rc::default();
    let setup = {
        let held = held.clone();
        move |places: Float64Array, links: Uint32Array, strengths: Float64Array| {
            let given = strengths.to_vec();
            let [charge, pull, length, radius] = given[..] else { return };
            let strengths = Strengths { charge, pull, length, radius };
            *held.borrow_mut() = Some(simulation(&places.to_vec(), &links.to_vec(), &strengths));
        }
    };
    let settle = {
        let held = held.clone();
        move || {
            let mut num_ticks = 0_u32;
            if let Some(simulation) = held.borrow_mut().as_mut() {
                while !simulation.is_at_rest() {
                    simulation.tick();
                    num_ticks += 1;
                }
            }
            num_ticks
        }
    };
    let places = move || {
        let places: Vec<f64> =
            held.borrow().iter().flat_map(Simulation::places).flat_map(|at| [at.x, at.y]).collect();
        Float64Array::from(&places[..])
    };
    let setup: Box<dyn FnMut(Float64Array, Uint32Array, Float64Array)> = Box::new(setup);
    publish("brinkSetup", Closure::wrap(setup).into_js_value());
    let settle: Box<dyn FnMut() -> u32> = Box::new(settle);
    publish("brinkSettle", Closure::wrap(settle).into_js_value());
    let places: Box<dyn FnMut() -> Float64Array> = Box::new(places);
    publish("brinkPlaces", Closure::wrap(places).into_js_value());
}

fn publish(name: &str, function: JsValue) {
    // Fails only where the global object is frozen; then the caller finds no function and says so.
    let _ = Reflect::set(&global(), &name.into(), &function);
}

fn simulation(places: &[f64], links: &[u32], strengths: &Strengths) -> Simulation {
    let body = |at: &[f64]| Body {
        place: Point::new(at[0], at[1]),
        radius: strengths.radius,
        half_box: Vec2::new(strengths.radius, strengths.radius),
        anchor: Anchor { at: Point::default(), pull: Vec2::new(strengths.pull, strengths.pull) },
        is_pinned: false,
    };
    let spring = |ends: &[u32]| Spring { ends: [ends[0], ends[1]], length: strengths.length, strength: 1.0 };
    Simulation::new(Setup {
        bodies: places.chunks_exact(2).map(body).collect(),
        springs: links.chunks_exact(2).map(spring).collect(),
        charge: strengths.charge,
        walls: WALLS,
        heat: 1.0,
    })
}
