//! The state, what of it is drawn, and the handle with which components send actions.
//!
//! A moving hand makes sixty states a second. Components that [follow](Dispatch::follow) the window hear of
//! each, and draw it past Yew. While a search is typed, its results are drawn for each letter. The rest of
//! the page shows the calm state: the newest one once the window and the search rest, and now and then during
//! a long move. Any other change is shown at once.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use crate::platform::frame::{self, Timer};
use crate::state::{Action, State, reduce};
use crate::time::window::TimeWindow;

/// The window rests when it has not moved for `LOOKS` looks, `LOOK_MS` milliseconds apart. That is longer
/// than the time between two notches of a wheel that is turned slowly (six a second), and shorter than a
/// reader waits. Looking now and then costs less than a new timer for each step.
const LOOKS: u8 = 3;
const LOOK_MS: u32 = 84;
/// During a long move, the calm parts follow after this many steps: about every three seconds. More often
/// would stop the hand on a slow processor.
const MOST_STEPS: u8 = 200;

/// Shows a window.
type Follower = dyn Fn(TimeWindow);

/// Sends actions; cheap to clone, equal as long as the page lives.
#[derive(Clone)]
pub struct Dispatch(Rc<Store>);

struct Store {
    live: RefCell<Rc<State>>,
    calm: RefCell<Rc<State>>,
    is_moving: Cell<bool>,
    num_rests: Cell<u32>,
    /// How often the state has changed since it last was calm, and how many looks ago.
    num_steps: Cell<u8>,
    num_looks: Cell<u8>,
    next_look: RefCell<Option<Timer>>,
    followers: RefCell<Vec<Weak<Follower>>>,
    draw: Box<dyn Fn()>,
    draw_search: RefCell<Option<Box<dyn Fn()>>>,
}

impl PartialEq for Dispatch {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Dispatch {
    /// Holds the state that the page begins with; `draw` draws the page again.
    pub fn new(state: State, draw: impl Fn() + 'static) -> Self {
        let state = Rc::new(state);
        Self(Rc::new(Store {
            live: RefCell::new(state.clone()),
            calm: RefCell::new(state),
            is_moving: Cell::default(),
            num_rests: Cell::default(),
            num_steps: Cell::default(),
            num_looks: Cell::default(),
            next_look: RefCell::default(),
            followers: RefCell::default(),
            draw: Box::new(draw),
            draw_search: RefCell::default(),
        }))
    }

    /// The newest state.
    pub fn live(&self) -> Rc<State> {
        self.0.live.borrow().clone()
    }

    /// The state when it last rested; the same `Rc` as the newest as long as it rests.
    pub fn calm(&self) -> Rc<State> {
        self.0.calm.borrow().clone()
    }

    /// Whether the window has moved and not yet come to rest, even if it is back where it rested before.
    pub fn is_moving(&self) -> bool {
        self.0.is_moving.get()
    }

    /// How often the window has come to rest. Those who draw at each rest compare it,
    /// since the window itself may be the same.
    pub fn num_rests(&self) -> u32 {
        self.0.num_rests.get()
    }

    /// Does what `action` asks for and sees to it that it is shown.
    pub fn dispatch(&self, action: Action) {
        let before = self.live();
        let live = reduce(before.clone(), action);
        if Rc::ptr_eq(&live, &before) {
            return;
        }
        self.0.live.replace(live.clone());
        self.0.is_moving.set(self.is_moving() || live.window() != before.window());
        self.pass_on(&live);
        // One action changes one of the two that may be under way.
        let is_shown = if Rc::ptr_eq(&live, &self.calm()) {
            false
        } else if live.view.query == before.view.query {
            self.show(live.window());
            live.visit.glide == before.visit.glide
        } else {
            self.0.draw_search.borrow().as_ref().map(|draw| draw()).is_some()
        };
        if !is_shown {
            (self.0.draw)();
        }
    }

    /// Lets `draw` show what is typed while more letters may be on their way.
    pub fn draw_search_with(&self, draw: impl Fn() + 'static) {
        self.0.draw_search.replace(Some(Box::new(draw)));
    }

    /// Lets `follower` show each window that the page moves to on its way.
    #[must_use = "follows until it is dropped"]
    pub fn follow(&self, follower: impl Fn(TimeWindow) + 'static) -> Rc<Follower> {
        let follower: Rc<Follower> = Rc::new(follower);
        self.0.followers.borrow_mut().push(Rc::downgrade(&follower));
        follower
    }

    fn show(&self, window: TimeWindow) {
        let followers = self.0.followers.borrow().clone();
        followers.iter().filter_map(Weak::upgrade).for_each(|follower| follower(window));
    }

    /// Makes `live` the calm state, or waits until it is.
    fn pass_on(&self, live: &Rc<State>) {
        let num_steps = self.0.num_steps.get() + 1;
        if num_steps >= MOST_STEPS || !live.is_under_way(&self.calm()) {
            return self.rest();
        }
        self.0.num_steps.set(num_steps);
        self.0.num_looks.set(0);
        if self.0.next_look.borrow().is_none() {
            self.look_soon();
        }
    }

    fn rest(&self) {
        self.0.num_steps.set(0);
        self.0.next_look.take();
        self.0.is_moving.set(false);
        self.0.num_rests.set(self.num_rests().wrapping_add(1));
        self.0.calm.replace(self.live());
    }

    fn look_soon(&self) {
        let own = self.clone();
        let look = frame::after(LOOK_MS, move || {
            let num_looks = own.0.num_looks.get() + 1;
            own.0.num_looks.set(num_looks);
            if num_looks < LOOKS {
                return own.look_soon();
            }
            own.rest();
            (own.0.draw)();
        });
        self.0.next_look.replace(Some(look));
    }
}
