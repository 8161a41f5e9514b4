//! What a click means: on a mark or a node, on a link within the page, on a button.
//!
//! One listener for the whole page reads it off the element. Hundreds of marks would otherwise need a listener each, in
//! every frame; and a button that only says what it is for needs no code of its own.
//!
//! | attribute | value |
//! | --- | --- |
//! | `data-event`, `data-actor` | id of what is drawn |
//! | `data-dealing` | ids of both actors, `FROM>TO` |
//! | `data-band` | ids of both sides, `FROM>TO` |
//! | `data-camp` | id of the side whose members are shown |
//! | `data-open` | id of the event or actor that a link opens |
//! | `data-tell` | place in a told story that a button opens, `ID.STEP` |
//! | `data-do` | the order of a button, see [`action`] |
//! | `data-set` | what a field sets, see [`typed`] |

use dataset::model::{ClaimStatus, DomainIdx, SideIdx};
use yew::prelude::*;

use super::graph_hands::ZOOM_STEP;
use super::keys::plot_action;
use super::store::Dispatch;
use super::taken;
use crate::geom::Point;
use crate::platform::dom;
use crate::state::action::{Change, ReadOn};
use crate::state::keys::SCOPES;
use crate::state::table::{Kind, Table};
use crate::state::{Action, Dialog, GraphMode, Keys, Selection, State, Strip, Tab, Theme, Told};
use crate::time::zone::Zone;
use crate::timeline::arcs::Reach;
use crate::timeline::lanes::LaneMode;

/// The action that a click asks for, if it was on something that means something.
pub fn action(dispatch: &Dispatch, click: &MouseEvent) -> Option<Action> {
    let state = &dispatch.live();
    let story = &state.story;
    let names = ["data-do", "data-tell", "data-open", "data-event", "data-actor", "data-dealing", "data-band", "data-camp"];
    let Some((attribute, value)) = dom::nearest(click, &names) else {
        // A tap where nothing is leads to the nearest event.
        let near = story.not_empty(state.window());
        return (near != state.window() && dom::is_within(click, ".plot")).then_some(Action::GlideTo(near));
    };
    let selection = match attribute {
        "data-do" => return order(dispatch, state, &value),
        "data-tell" => return Some(Action::Tell(Some(Told::read(story, &value)?))),
        "data-camp" => return Some(Action::OpenCamp(side(state, &value).filter(|&side| state.visit.open_camp != Some(side)))),
        "data-band" => {
            let (from, to) = pair(state, &value)?;
            Selection::Band(from, to)
        }
        "data-dealing" => {
            let (from, to) = value.split_once('>')?;
            Selection::Dealing(story.actor_by_id(from)?, story.actor_by_id(to)?)
        }
        // With Shift: the other end of a way.
        "data-actor" if click.shift_key() && state.selected_actor().is_some() => {
            return Some(Action::Connect(story.actor_by_id(&value)?));
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

/// The action that a field asks for when something is typed or chosen in it.
pub fn typed(state: &State, set: &str, value: &str) -> Option<Action> {
    match set {
        "query" => Some(Action::Search(value.to_owned())),
        "clock" => Some(Action::SetClock(Zone::from_id(value)?)),
        "key-0" | "key-1" | "key-2" | "key-3" => {
            let nth = usize::from(set.as_bytes()[4] - b'0');
            Some(Action::SetKeys(state.visit.keys.with(nth, value)))
        }
        "path" => Some(Action::Connect(state.story.actor_by_id(value).or(state.selected_actor())?)),
        _ => None,
    }
}

/// The side with this id.
pub fn side(state: &State, id: &str) -> Option<SideIdx> {
    (0..).map(SideIdx).zip(state.story.data().sides).find(|(_, side)| side.id == id).map(|(at, _)| at)
}

/// The sides with these ids, `FROM>TO`.
pub fn pair(state: &State, ids: &str) -> Option<(SideIdx, SideIdx)> {
    let (from, to) = ids.split_once('>')?;
    Some((side(state, from)?, side(state, to)?))
}

/// What a button is for.
fn order(dispatch: &Dispatch, state: &State, name: &str) -> Option<Action> {
    Some(match name {
        "previous" => Action::Step(-1),
        "next" => Action::Step(1),
        "close" => Action::Deselect,
        "tell-previous" => Action::TellStep(-1),
        "tell-next" => Action::TellStep(1),
        "tell-exit" => Action::Tell(None),
        "help" => Action::Open(Some(Dialog::Help)),
        "about" => Action::Open(Some(Dialog::About)),
        "share" => Action::Open(Some(Dialog::Share)),
        "go-plot" | "go-details" => {
            dom::focus(if name == "go-plot" { ".plot" } else { ".details" });
            return None;
        }
        "pulse-help" => Action::Open(Some(Dialog::Pulse)),
        "stories" => Action::Open(Some(Dialog::Stories)),
        "on-record" => Action::ReadOn(ReadOn::Record),
        "on-claims" => Action::ReadOn(ReadOn::OpenClaims),
        "tools" => Action::ToggleTools,
        "dismiss" => Action::DismissNotices,
        "chain" => Action::Reach(if state.visit.reach == Reach::Chain { Reach::Direct } else { Reach::Chain }),
        "reset-graph" => Action::ResetGraph,
        "larger-graph" => Action::EnlargeGraph(true),
        "smaller-graph" => Action::EnlargeGraph(false),
        "all-actors" if state.view.graph == GraphMode::All => Action::SetGraph(GraphMode::Camps),
        "all-actors" => Action::SetGraph(GraphMode::All),
        "strip-pulse" => Action::SetStrip(Strip::Pulse),
        "strip-dead" => Action::SetStrip(Strip::Dead),
        "by-side" => Action::SetLanes(LaneMode::Side),
        "by-domain" => Action::SetLanes(LaneMode::Domain),
        "table-events" => Action::ShowTable(Some(Table::of(Kind::Events))),
        "table-dealings" => Action::ShowTable(Some(Table::of(Kind::Dealings))),
        "as-list" => Action::ShowTable(None),
        "graph-closer" | "graph-further" => {
            let size = dom::size_of(".plane")?;
            let at = Point::new(size.width / 2.0, size.height / 2.0);
            Action::ZoomGraph { at, factor: if name == "graph-closer" { ZOOM_STEP } else { 1.0 / ZOOM_STEP } }
        }
        "details" => Action::ShowTab(Tab::Details),
        "actors" => Action::ShowTab(Tab::Actors),
        "list" => Action::ShowTab(Tab::List),
        "filters" => Action::Open((state.visit.dialog != Some(Dialog::Filters)).then_some(Dialog::Filters)),
        "show-all" => Action::ShowAll,
        "query" => Action::Search(String::new()),
        "claims" => Action::ShowTab(Tab::Claims),
        "ladder" => Action::ShowTab(Tab::Ladder),
        "disconnect" => Action::Connect(state.selected_actor()?),
        "theme" => Action::SetTheme(match state.view.theme {
            Theme::System => Theme::Light,
            Theme::Light => Theme::Dark,
            Theme::Dark => Theme::System,
        }),
        // Filters and ends of ways say what they are about.
        _ if name.contains(':') => {
            let (kind, id) = name.split_once(':')?;
            let data = state.story.data();
            Action::Filter(match kind {
                "side" => Change::Side(side(state, id)?),
                "domain" => Change::Domain(DomainIdx(u16::try_from(data.domains.iter().position(|it| it.id == id)?).ok()?)),
                "actor" => Change::Actor(state.story.actor_by_id(id)?),
                "status" => Change::Status(ClaimStatus::from_word(id)?),
                "sort" => return Some(Action::ShowTable(Some(state.visit.table?.sorted_by(id.parse().ok()?)))),
                "keys" => {
                    let scope = SCOPES.iter().find(|(name, _)| *name == id)?.1;
                    return Some(Action::SetKeys(Keys { scope, ..state.visit.keys }));
                }
                "publisher" => Change::Publisher(state.story.publisher_by_name(id)?),
                _ => Change::Least(id.parse().ok()?),
            })
        }
        // The zoom buttons say which key they stand for.
        key => return taken::order(dispatch, state, key).or_else(|| plot_action(&state.story, state.target_window(), key)),
    })
}
