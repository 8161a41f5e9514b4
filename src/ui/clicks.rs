//! What a click means: on a mark or a node, on a link within the page, on a button.
//!
//! One listener for the whole page reads it off the element. Hundreds of marks with a listener each would be made anew
//! with every frame; and a button that only says what it is for needs no code of its own.
//!
//! | attribute | value |
//! | --- | --- |
//! | `data-event`, `data-actor` | id of what is drawn |
//! | `data-dealing` | ids of both actors, `FROM>TO` |
//! | `data-open` | id of the event or actor that a link opens |
//! | `data-do` | the order of a button, see [`action`] |

use yew::prelude::*;

use super::keys::plot_action;
use crate::platform::{address, dom};
use crate::state::url::encode;
use crate::state::{Action, Selection, State, Tab, Theme};
use crate::timeline::lanes::LaneMode;

/// The action that a click asks for, if it was on something that means something.
pub fn action(state: &State, click: &MouseEvent) -> Option<Action> {
    let story = &state.story;
    let (attribute, value) = dom::nearest(click, &["data-do", "data-open", "data-event", "data-actor", "data-dealing"])?;
    let selection = match attribute {
        "data-do" => return order(state, &value),
        "data-dealing" => {
            let (from, to) = value.split_once('>')?;
            Selection::Dealing(story.actor_by_id(from)?, story.actor_by_id(to)?)
        }
        "data-actor" => Selection::Actor(story.actor_by_id(&value)?),
        "data-event" => Selection::Event(story.event_by_id(&value)?),
        _ => match story.event_by_id(&value) {
            Some(event) => Selection::Event(event),
            None => Selection::Actor(story.actor_by_id(&value)?),
        },
    };
    Some(Action::Select(selection))
}

/// What a button is for.
fn order(state: &State, name: &str) -> Option<Action> {
    Some(match name {
        "previous" => Action::Step(-1),
        "next" => Action::Step(1),
        "close" => Action::Deselect,
        "dismiss" => Action::DismissNotices,
        "reset-graph" => Action::ResetGraph,
        "by-side" => Action::SetLanes(LaneMode::Side),
        "by-domain" => Action::SetLanes(LaneMode::Domain),
        "details" => Action::ShowTab(Tab::Details),
        "actors" => Action::ShowTab(Tab::Actors),
        "list" => Action::ShowTab(Tab::List),
        "theme" => Action::SetTheme(match state.view.theme {
            Theme::System => Theme::Light,
            Theme::Light => Theme::Dark,
            Theme::Dark => Theme::System,
        }),
        "copy" => {
            let is_copied = dom::copy(&address::with_fragment(&encode(&state.story, &state.view)));
            Action::Say(if is_copied {
                "The link to this view is copied."
            } else {
                "The address bar holds the link to this view."
            })
        }
        // The zoom buttons say which key they stand for.
        key => plot_action(&state.story, state.target_window(), key)?,
    })
}
