//! What need not follow each step of a moving window: everything but the timeline and the brush.
//!
//! A hand that moves the window makes sixty states a second. The graph, the details and the texts about the window take
//! the newest when it rests, and now and then while it does not; any other change they take at once.

use std::rc::Rc;

use yew::prelude::*;

use super::guard::use_guard;
use crate::platform::frame;
use crate::state::State;

/// A window that has not moved for so long rests: longer than the gaps within a gesture, shorter than a reader waits.
const REST_MS: u32 = 100;
/// While the window moves on and on, what is calm follows after so many times [`REST_MS`].
const MOST_WAITS: u32 = 6;

/// `live` as it was when the window last rested.
#[hook]
pub fn use_calm(live: &Rc<State>) -> Rc<State> {
    let calm = use_mut_ref(|| live.clone());
    let newest = use_mut_ref(|| live.clone());
    let num_waits = use_state(|| 0_u32);
    newest.replace(live.clone());
    if !live.is_moved(&calm.borrow()) {
        calm.replace(live.clone());
    }
    let shown = calm.borrow().clone();
    let is_behind = !Rc::ptr_eq(&shown, live);
    // One timer for many steps; when it ends it looks whether there have been more.
    use_guard((is_behind, *num_waits), move || {
        is_behind.then(|| {
            let seen = newest.borrow().clone();
            frame::after(REST_MS, move || {
                let now = newest.borrow().clone();
                let waited = num_waits.wrapping_add(1);
                if Rc::ptr_eq(&now, &seen) || waited % MOST_WAITS == 0 {
                    calm.replace(now);
                }
                num_waits.set(waited);
            })
        })
    });
    shown
}

#[derive(Properties)]
pub struct Props {
    pub state: Rc<State>,
    /// The same at each place where the component stands.
    pub draw: fn(&State) -> Html,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

/// What `draw` makes of the state, made anew for another state only.
#[component]
pub fn Calm(props: &Props) -> Html {
    (props.draw)(&props.state)
}
