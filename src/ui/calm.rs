//! What need not follow each step of a moving window or each letter of a search: everything but the timeline, the brush and
//! the list of what is found.
//!
//! A hand that moves the window makes sixty states a second. The graph, the details and the texts about the window take
//! the newest when it rests, and now and then while it does not; any other change they take at once.

use std::rc::Rc;

use yew::prelude::*;

use super::guard::{Same, use_guard};
use crate::platform::frame;
use crate::state::State;

/// A window that has not moved for so long rests: longer than between the notches of a wheel that is turned slowly, six a
/// second, and shorter than a reader waits.
const REST_MS: u32 = 170;
/// While the window moves on and on, what is calm follows at every so many steps: every three seconds or so, since it stops
/// the hand on a slow processor.
const MOST_STEPS: u8 = 200;

/// `live` as it was when the window and the search last rested.
#[hook]
pub fn use_calm(live: &Rc<State>) -> Rc<State> {
    let calm = use_mut_ref(|| (live.clone(), 0));
    let draw_again = use_force_update();
    let mut now = calm.borrow_mut();
    now.1 += 1;
    if now.1 >= MOST_STEPS || !live.is_under_way(&now.0) {
        *now = (live.clone(), 0);
    }
    let shown = now.0.clone();
    let is_behind = !Rc::ptr_eq(&shown, live);
    let (newest, calm) = (live.clone(), calm.clone());
    use_guard(Same(live.clone()), move || {
        is_behind.then(|| {
            frame::after(REST_MS, move || {
                *calm.borrow_mut() = (newest, 0);
                draw_again.force_update();
            })
        })
    });
    shown
}

/// `calm` with what `live` searches for.
#[hook]
pub fn use_typed(calm: &Rc<State>, live: &Rc<State>) -> Rc<State> {
    let typed = use_memo((Same(calm.clone()), live.view.query.clone()), |(Same(calm), query)| {
        if calm.view.query == *query { calm.clone() } else { Rc::new(calm.typing(live)) }
    });
    (*typed).clone()
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
