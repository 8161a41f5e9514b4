//! What a click means: on a mark or a node, on a link within the page, on a button.
//!
//! One listener for the whole page reads it off the element. Hundreds of marks would otherwise need a
//! listener each, in every frame; and a button that only says what it is for needs no code of its own.
//!
//! | attribute | value |
//! | --- | --- |
//! | `data-event`, `data-actor` | id of what is drawn |
//! | `data-dealing` | ids of both actors, `FROM>TO` |
//! | `data-band` | ids of both sides, `FROM>TO` |
//! | `data-camp` | id of the side whose members are shown |
//! | `data-open` | id of the event or actor that a link opens |
//! | `data-tell` | place in a told story that a button opens, `ID.STEP` |
//! | `data-do` | what a button is for, see [`crate::command`] |
//! | `data-set` | what a field sets, see [`typed`] |

use dataset::model::SideIdx;
use yew::prelude::*;

use super::errands;
use super::store::Dispatch;
use crate::command::{Asked, asked};
use crate::platform::dom;
use crate::state::{Action, Selection, State, Told};
use crate::time::zone::Zone;

/// The action that a click asks for, if it was on something that means something.
pub fn action(dispatch: &Dispatch, click: &MouseEvent) -> Option<Action> {
    let state = &dispatch.live();
    let record = &state.record;
    let names = [
        "data-do",
        "data-tell",
        "data-open",
        "data-event",
        "data-actor",
        "data-dealing",
        "data-band",
        "data-camp",
    ];
    let Some((attribute, value)) = dom::nearest(click, &names) else {
        // A tap where nothing is leads to the nearest event.
        let near = record.not_empty(state.window());
        return (near != state.window() && dom::is_within(click, ".plot")).then_some(Action::GlideTo(near));
    };
    let selection = match attribute {
        "data-do" => {
            return match asked(state, &value)? {
                Asked::Act(action) => Some(action),
                Asked::Run(errand) => errands::run(dispatch, state, errand),
            };
        }
        "data-tell" => return Some(Action::Tell(Some(Told::read(record, &value)?))),
        "data-camp" => {
            return Some(Action::OpenCamp(
                record.side_by_id(&value).filter(|&side| state.visit.open_camp != Some(side)),
            ));
        }
        "data-band" => {
            let (from, to) = pair(state, &value)?;
            Selection::Band(from, to)
        }
        "data-dealing" => {
            let (from, to) = value.split_once('>')?;
            Selection::Dealing(record.actor_by_id(from)?, record.actor_by_id(to)?)
        }
        // With Shift: the other end of a way.
        "data-actor" if click.shift_key() && state.selected_actor().is_some() => {
            return Some(Action::Connect(record.actor_by_id(&value)?));
        }
        "data-actor" => Selection::Actor(record.actor_by_id(&value)?),
        "data-event" => Selection::Event(record.event_by_id(&value)?),
        _ => match record.event_by_id(&value) {
            Some(event) => Selection::Event(event),
            None => Selection::Actor(record.actor_by_id(&value)?),
        },
    };
    Some(Action::Select(selection))
}

/// The action that a field asks for when something is typed or chosen in it.
pub fn typed(state: &State, set: &str, value: &str) -> Option<Action> {
    match set {
        "query" => Some(Action::Search(value.to_owned())),
        "clock" => Some(Action::SetClock(Zone::from_id(value)?)),
        "key-0" | "key-1" | "key-2" | "key-3" => {
            let nth = usize::from(set.as_bytes()[4] - b'0');
            Some(Action::SetKeys(state.visit.keys.with(nth, value)))
        }
        "path" => Some(Action::Connect(state.record.actor_by_id(value).or(state.selected_actor())?)),
        _ => None,
    }
}

/// The sides with these ids, `FROM>TO`.
pub fn pair(state: &State, ids: &str) -> Option<(SideIdx, SideIdx)> {
    let (from, to) = ids.split_once('>')?;
    Some((state.record.side_by_id(from)?, state.record.side_by_id(to)?))
}
