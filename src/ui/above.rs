//! What stands above the lanes, of the events that are kept, and its room: it lies above the top of the plot and belongs to the
//! plot's picture.

use std::rc::Rc;

use yew::prelude::*;

use crate::drawing::above::Above;
use crate::state::{State, Strip};
use crate::timeline::pulse::Pulse;
use crate::timeline::toll::Toll;

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

/// The pulse or the dead of those events that the filter keeps.
#[hook]
pub fn use_above(state: &State) -> Rc<Above> {
    let story = &state.story;
    use_memo((state.view.above, state.view.filter.clone()), |(above, filter)| match above {
        Strip::Pulse => {
            let whole = Pulse::new(story);
            Above::Pulse(if filter.is_empty() { whole } else { whole.only(|event| filter.keeps(story, event)) })
        }
        Strip::Dead => Above::Toll(Toll::of(story, story.events().filter(|&event| filter.keeps(story, event)))),
    })
}
