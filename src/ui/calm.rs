//! Parts of the page that follow the [calm](super::store) state.

use std::rc::Rc;

use yew::prelude::*;

use super::guard::Same;
use crate::state::State;

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
