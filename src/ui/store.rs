//! The state as Yew holds it, and the handle that components send actions with.

use std::rc::Rc;

use yew::prelude::*;

use crate::state::{Action, State, reduce};

/// The state behind Yew's reducer.
#[derive(Clone, PartialEq)]
pub struct Store(pub Rc<State>);

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let next = reduce(self.0.clone(), action);
        // The same `Rc` back means that nothing changed, and Yew draws nothing.
        if Rc::ptr_eq(&next, &self.0) { self } else { Rc::new(Self(next)) }
    }
}

/// Sends actions; cheap to clone, equal as long as the page lives.
pub type Dispatch = UseReducerDispatcher<Store>;

/// A callback that sends the same action each time.
pub fn send<E: 'static>(dispatch: &Dispatch, action: Action) -> Callback<E> {
    let dispatch = dispatch.clone();
    Callback::from(move |_| dispatch.dispatch(action.clone()))
}
