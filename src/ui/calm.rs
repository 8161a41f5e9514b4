//! Parts of the page that follow the [calm](super::store) state.

use std::rc::Rc;

use yew::prelude::*;

use crate::state::State;

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
