//! The actor graph.

use std::rc::Rc;

use yew::prelude::*;

use super::store::Dispatch;
use crate::state::State;

#[derive(PartialEq, Properties)]
pub struct Props {
    pub state: Rc<State>,
    pub dispatch: Dispatch,
}

#[component]
pub fn GraphView(_props: &Props) -> Html {
    html! { <section class="graph" role="region" aria-label="Actor graph" /> }
}
