//! What buttons ask for that is done outside of the state:
//! by the clipboard, the printer, the loudspeaker, the focus.

use super::graph_hands::ZOOM_STEP;
use super::store::Dispatch;
use super::taken;
use crate::command::{Errand, Zoom};
use crate::geom::Point;
use crate::platform::{dom, sound};
use crate::state::{Action, State};
use crate::timeline::pulse::Pulse;
use crate::timeline::tones;

/// Does it; gives what happens to the state thereby, where that is known at once.
pub fn run(dispatch: &Dispatch, state: &State, errand: Errand) -> Option<Action> {
    match errand {
        Errand::Focus(part) => {
            dom::focus(part);
            None
        }
        Errand::ZoomGraph(zoom) => {
            let size = dom::size_of(".plane")?;
            let at = Point::new(size.width / 2.0, size.height / 2.0);
            let factor = match zoom {
                Zoom::Closer => ZOOM_STEP,
                Zoom::Further => 1.0 / ZOOM_STEP,
            };
            Some(Action::ZoomGraph { at, factor })
        }
        Errand::Listen => listen(state),
        Errand::Copy(text) => {
            taken::copy_text(dispatch, state, text);
            None
        }
        Errand::Save(file) => taken::save(dispatch, state, file),
        Errand::Print => {
            taken::print_view(dispatch, state);
            None
        }
    }
}

/// Plays the pulse of the window, or ends it.
// Comes late.
#[inline(never)]
fn listen(state: &State) -> Option<Action> {
    if sound::stop() {
        return None;
    }
    let pulse = Pulse::new(&state.record).only(|event| state.keeps(event));
    let is_heard = sound::play(tones::LENGTH_SECS, &tones::tones(&pulse, state.window()));
    (!is_heard).then_some(Action::Say("This browser plays no sound."))
}
