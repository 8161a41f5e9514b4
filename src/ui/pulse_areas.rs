//! The areas of the pulse. They stand above the top of the plot and belong to its pictures, so that one slide moves all.

use std::rc::Rc;

use dataset::model::SideIdx;
use yew::prelude::*;

use super::element::{class, element};
use super::shapes::{hue, path};
use crate::geom::{Point, coord};
use crate::state::State;
use crate::time::scale::TimeScale;
use crate::timeline::pulse::Pulse;

/// Heights of the strip in pixels, as in the style sheet: from [`LOW_BELOW_PX`] on, and on narrower plots.
const HEIGHTS: [f64; 2] = [56.0, 44.0];
/// Plots narrower than this have the low strip.
const LOW_BELOW_PX: f64 = 600.0;
/// Between strip and plot: the border of the plot.
const BORDER_PX: f64 = 1.0;

/// Height of the strip above a plot of this width, both in pixels.
pub fn height(plot_width: f64) -> f64 {
    HEIGHTS[usize::from(plot_width < LOW_BELOW_PX)]
}

/// The pulse of those events that the filter keeps.
#[hook]
pub fn use_pulse(state: &State) -> Rc<Pulse> {
    let story = &state.story;
    use_memo(state.view.filter.clone(), |filter| {
        let whole = Pulse::new(story);
        if filter.is_empty() { whole } else { whole.only(|event| filter.keeps(story, event)) }
    })
}

/// The outlines above a picture, as SVG path data.
pub struct PulseAreas {
    sides: [String; 2],
    base: String,
}

impl PulseAreas {
    /// Those of `pulse` above a plot of `plot_width` pixels, in a picture drawn at `scale` that begins at `left`.
    pub fn new(pulse: &Pulse, plot_width: f64, scale: TimeScale, left: f64) -> Self {
        let height = height(plot_width);
        let top = -BORDER_PX - height;
        let middle = coord(top + height / 2.0);
        let sides = pulse.curve(scale, height).map(|line| {
            let mut area = format!("M{} {middle}", coord(left));
            for Point { x, y } in line {
                area.push('L');
                area.push_str(&coord(left + x));
                area.push(' ');
                area.push_str(&coord(top + y));
            }
            area + "V" + &middle + "z"
        });
        Self { sides, base: format!("M{} {middle}h{}", coord(left), coord(scale.width())) }
    }

    /// Draws them with the line between them.
    pub fn draw(&self) -> Html {
        let area = |nth: u16| {
            let outline = self.sides[usize::from(nth)].clone();
            element!("path" { "class": class(&["area", hue(SideIdx(nth))]), "d": outline } [])
        };
        element!("g" { "class": "pulse-areas", "aria-hidden": "true" } [area(0), area(1), path("base", self.base.clone())])
    }
}
