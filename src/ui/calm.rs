//! Parts of the page that follow the [calm](super::store) state: they are drawn when the window rests.

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

/// What `draw` makes of the state. It is made again only when the state is another.
#[component]
pub fn Calm(props: &Props) -> Html {
    (props.draw)(&props.state)
}
