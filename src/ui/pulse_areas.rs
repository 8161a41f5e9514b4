//! The pulse of the events that are kept, and its room. Its areas stand above the plot and belong to the plot's picture.

use std::rc::Rc;

use yew::prelude::*;

use crate::state::State;
use crate::timeline::pulse::Pulse;

/// Heights of the strip in pixels, as in the style sheet: from [`LOW_BELOW_PX`] on, and on narrower plots.
const HEIGHTS: [f64; 2] = [56.0, 44.0];
/// Plots narrower than this have the low strip.
const LOW_BELOW_PX: f64 = 600.0;
/// Between strip and plot: the border of the plot.
pub const BORDER_PX: f64 = 1.0;

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
