//! What stands above the lanes, of the events that are kept, and its room: it lies above the top of the plot
//! and belongs to the plot's picture.

use std::rc::Rc;

use yew::prelude::*;

use crate::drawing::above::Above;
use crate::platform::measure::scale;
use crate::state::{State, Strip};
use crate::timeline::lanes::Lanes;
use crate::timeline::pulse::Pulse;
use crate::timeline::toll::Toll;

/// Heights of the strip in pixels of the picture, as in the style sheet:
/// where lanes have their names beside them, and where not.
const HEIGHTS: [f64; 2] = [56.0, 44.0];

/// Height of the strip above a plot of this width, both in pixels of the picture.
pub fn height(plot_width: f64) -> f64 {
    HEIGHTS[usize::from(!has_room_beside(plot_width))]
}

/// Between strip and plot in pixels of the picture: the border of the plot, one of the page's.
pub fn border() -> f64 {
    1.0 / scale()
}

/// Whether lanes have their names beside them: the style sheet asks for pixels of the page,
/// however large letters are.
pub fn has_room_beside(plot_width: f64) -> bool {
    Lanes::has_room_beside(plot_width * scale())
}

/// The pulse or the dead of those events that the filter keeps.
#[hook]
pub fn use_above(state: &State) -> Rc<Above> {
    let record = &state.record;
    use_memo((state.view.above, state.view.filter.clone()), |(above, filter)| match above {
        Strip::Pulse => {
            let whole = Pulse::new(record);
            Above::Pulse(if filter.is_empty() {
                whole
            } else {
                whole.only(|event| filter.keeps(record, event))
            })
        }
        Strip::Dead => {
            Above::Toll(Toll::of(record, record.events().filter(|&event| filter.keeps(record, event))))
        }
    })
}
