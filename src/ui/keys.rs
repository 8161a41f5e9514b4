//! Keys that mean the same in every part: what follows from them.

use super::store::Dispatch;
use crate::platform::dom;
use crate::state::keys::SingleKey;
use crate::state::{Action, Dialog};

/// What a key means in every part that has no meaning of its own for it; says whether it means anything.
pub fn press(dispatch: &Dispatch, key: &str) -> bool {
    let action = if key == "Escape" {
        Action::Deselect
    } else {
        match dispatch.live().visit.keys.asked(key, dom::has_focus("main *")) {
            None => return false,
            Some(SingleKey::Search) => return dom::focus("#search"),
            Some(SingleKey::Back) => Action::Follow(-1),
            Some(SingleKey::On) => Action::Follow(1),
            Some(SingleKey::Help) => Action::Open(Some(Dialog::Help)),
        }
    };
    dispatch.dispatch(action);
    true
}
