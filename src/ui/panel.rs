//! What stands around the parts: tabs where parts share a place, and notices.

use std::rc::Rc;

use yew::prelude::*;

use super::store::{Dispatch, send};
use crate::state::{Action, Tab};

#[derive(PartialEq, Properties)]
pub struct TabsProps {
    pub tab: Tab,
    pub dispatch: Dispatch,
}

#[component]
pub fn Tabs(props: &TabsProps) -> Html {
    let tab = |tab: Tab, name: &'static str, class: &'static str| {
        let is_chosen = props.tab == tab;
        html! {
            <button type="button" {class} aria-pressed={is_chosen.to_string()}
                onclick={send::<MouseEvent>(&props.dispatch, Action::ShowTab(tab))}>{ name }</button>
        }
    };
    html! {
        <nav class="tabs" aria-label="Parts of the page">
            { tab(Tab::Details, "Details", "tab") }
            { tab(Tab::Actors, "Actors", "tab narrow-only") }
            { tab(Tab::List, "Events", "tab") }
        </nav>
    }
}

#[derive(PartialEq, Properties)]
pub struct NoticesProps {
    pub notices: Rc<[String]>,
    pub dispatch: Dispatch,
}

#[component]
pub fn Notices(props: &NoticesProps) -> Html {
    html! {
        <div class="notices" role="status">
            if !props.notices.is_empty() {
                <ul>{ for props.notices.iter().map(|notice| html! { <li>{ notice.clone() }</li> }) }</ul>
                <button type="button" class="quiet" onclick={send::<MouseEvent>(&props.dispatch, Action::DismissNotices)}>{ "Dismiss" }</button>
            }
        </div>
    }
}
