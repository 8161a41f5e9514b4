//! What the keys of the timeline mean, and those that mean the same everywhere.

use dataset::units::Secs;

use super::store::Dispatch;
use crate::platform::dom;
use crate::state::keys::Command;
use crate::state::{Action, Dialog};
use crate::story::Story;
use crate::time::window::{Moment, TimeWindow};

/// A press of ← or → moves the window by this share of its length.
const PAN_SHARE: f64 = 0.2;
/// A press of + makes the window this much shorter, of − this much longer.
pub const ZOOM_STEP: f64 = 0.5;

/// What a key means in every part that has no meaning of its own for it; says whether it means anything.
pub fn press(dispatch: &Dispatch, key: &str) -> bool {
    let action = if key == "Escape" {
        Action::Deselect
    } else {
        match dispatch.live().visit.keys.command(key, dom::has_focus("main *")) {
            None => return false,
            Some(Command::Search) => return dom::focus("#search"),
            Some(Command::Back) => Action::Follow(-1),
            Some(Command::On) => Action::Follow(1),
            Some(Command::Help) => Action::Open(Some(Dialog::Help)),
        }
    };
    dispatch.dispatch(action);
    true
}

/// Where a key asks to go from `window` while the plot has the focus; `None` for keys that mean nothing here.
pub fn plot_action(story: &Story, window: TimeWindow, key: &str) -> Option<Action> {
    let bounds = story.bounds();
    let step = |share: f64| window.pan(Secs(window.len().0 * share), bounds);
    let middle = Moment(f64::midpoint(window.start().0, window.end().0));
    let target = match key {
        "ArrowLeft" => step(-PAN_SHARE),
        "ArrowRight" => step(PAN_SHARE),
        "+" | "=" => window.zoom(ZOOM_STEP, middle, bounds),
        "-" | "_" => window.zoom(1.0 / ZOOM_STEP, middle, bounds),
        "0" => bounds.whole(),
        "Home" => window.pan(Secs(f64::MIN / 4.0), bounds),
        "End" => window.pan(Secs(f64::MAX / 4.0), bounds),
        _ => return None,
    };
    Some(Action::GlideTo(target))
}
