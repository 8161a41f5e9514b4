//! What stands above the lanes on the same scale of time: the pulse, or the dead in its place.

use dataset::model::SideIdx;

use super::shape::{Block, Class, Group, Line, Shape, Signs};
use super::timeline::HIDDEN;
use crate::geom::outline::Outline;
use crate::geom::{Point, Rect, clamp};
use crate::time::scale::TimeScale;
use crate::timeline::classes::hue;
use crate::timeline::pulse::Pulse;
use crate::timeline::toll::{Stake, Toll};

/// Size of a number's letters in pixels, as in the style sheet.
const LETTERS: f64 = 12.0;
/// From a stake to its number.
const GAP: f64 = 3.0;

/// One of the two.
#[derive(Clone, Debug, PartialEq)]
pub enum Above {
    /// The strongest hostile act of each side in force.
    Pulse(Pulse),
    /// The killed.
    Toll(Toll),
}

impl Above {
    /// It in a strip that begins at `top` and is `height` pixels high.
    /// `measure` is the width of a number in pixels.
    #[must_use]
    pub fn shape(&self, scale: TimeScale, [top, height]: [f64; 2], measure: &dyn Fn(&str) -> f64) -> Shape {
        let shapes = match self {
            Self::Pulse(pulse) => areas(&pulse.curve(scale, height), scale.width(), top, height),
            Self::Toll(toll) => {
                stakes(&toll.stakes(scale, height).collect::<Vec<_>>(), scale.width(), top, height, measure)
            }
        };
        let signs = Signs { names: HIDDEN, values: vec![Some("true".into())] };
        Shape::Group(Group { class: Class::of("above"), key: None, signs, anchor: None, shapes })
    }
}

/// The outlines of the pulse, filled from the middle of the strip:
/// the first side's upwards, the second side's downwards.
fn areas(lines: &[Vec<Point>; 2], width: f64, top: f64, height: f64) -> Vec<Shape> {
    let middle = top + height / 2.0;
    let mut shapes = Vec::new();
    for (nth, line) in (0u16..).map(SideIdx).zip(lines) {
        let ends = [Point::new(0.0, middle), Point::new(line.last().map_or(0.0, |point| point.x), middle)];
        let inside = line.iter().map(|point| Point::new(point.x, top + point.y));
        let area = Outline::polygon([ends[0]].into_iter().chain(inside).chain([ends[1]]));
        shapes.push(Shape::Path(Class::all(&["area", hue(nth)]), area));
    }
    shapes.push(Shape::path("base", Outline::level(middle, 0.0, width)));
    shapes
}

/// A box for each loss, from its lowest to its highest count and from its beginning to its end, on a stem,
/// and the numbers of as many as have room, greatest first.
fn stakes(stakes: &[Stake], width: f64, top: f64, height: f64, measure: &dyn Fn(&str) -> f64) -> Vec<Shape> {
    let ground = top + height;
    let mut shapes = Vec::new();
    for Stake { loss, reach: [left, right], level: [high, low] } in stakes {
        let (left, right) = (left.max(0.0), right.min(width));
        let stem = Outline::default().start(Point::new(left, top + low)).line(Point::new(left, ground));
        shapes.push(Shape::Path(Class::all(&["stem", hue(loss.side)]), stem));
        let block = Block::new([left, top + high, right - left, low - high, 1.5]);
        shapes.push(Shape::Rect(Class::all(&["stake", hue(loss.side)]), block));
    }
    shapes.extend(numbers(stakes, width, height, measure).into_iter().map(|(side, Line { x, y, text })| {
        Shape::Text(Class::all(&["toll", hue(side)]), Line { x, y: top + y, text })
    }));
    shapes.push(Shape::path("base", Outline::level(ground - 0.5, 0.0, width)));
    shapes
}

/// The numbers of `stakes`, which come greatest first, that have room beside their stakes: none lies on a
/// stake or on another number. Places are within the strip.
fn numbers(stakes: &[Stake], width: f64, height: f64, measure: &dyn Fn(&str) -> f64) -> Vec<(SideIdx, Line)> {
    let mut taken: Vec<Rect> = stakes
        .iter()
        .map(|stake| Rect {
            min: Point::new(stake.reach[0], stake.level[0]),
            max: Point::new(stake.reach[1], stake.level[1]),
        })
        .collect();
    let mut numbers = Vec::new();
    for stake in stakes {
        let text = stake.loss.killed.words();
        let room = measure(&text);
        let middle =
            clamp(f64::midpoint(stake.level[0], stake.level[1]), LETTERS / 2.0, height - LETTERS / 2.0 - 1.0);
        let left = [stake.reach[1].min(width) + GAP, stake.reach[0].max(0.0) - GAP - room];
        let place = left.into_iter().find_map(|x| {
            let half = LETTERS / 2.0;
            let place = Rect { min: Point::new(x, middle - half), max: Point::new(x + room, middle + half) };
            let is_free = x >= 0.0 && x + room <= width && !taken.iter().any(|other| place.overlaps(*other));
            is_free.then_some(place)
        });
        if let Some(place) = place {
            // Of digits, which have nothing below the baseline.
            numbers.push((stake.loss.side, Line { x: place.min.x, y: middle + 4.0, text: text.into() }));
            taken.push(place);
        }
    }
    numbers
}
