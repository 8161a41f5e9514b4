//! What keys mean in the timeline: on the plot, on a lane, on an event.

use crate::platform::{dom, keys};
use crate::state::keys::window_action;
use crate::state::table::{Kind, Table};
use crate::state::{Action, Selection, State, Way};
use crate::timeline::scene::TimelineScene;

/// What those hear who cannot see the plot.
pub const HOW: &str = "Left and right move the window, plus and minus zoom, 0 shows the whole record. Down \
                       goes in to the events: there left and right go along, down to what led to one and \
                       what followed, up to its lane, Enter opens. Escape comes out, up goes to the pulse, \
                       T opens a table.";

/// What a key means. Where a glide is under way, it is about where that leads.
pub fn key_action(state: &State, scene: &TimelineScene, press: &keys::KeyPress) -> Option<Action> {
    let (window, target) = (state.window(), state.target_window());
    if press.is_shortcut {
        return None;
    }
    let visit = &state.visit;
    let key = press.key.as_str();
    Some(match (key, visit.focused_event) {
        ("Escape", at) if at.is_some() || visit.walk.lane.is_some() => {
            if !visit.walk.trail.is_empty() {
                return Some(Action::Walk(Way::Out));
            }
            dom::focus(".plot");
            Action::FocusEvent(None)
        }
        ("ArrowRight", Some(_)) => Action::Walk(Way::Along(1)),
        ("ArrowLeft", Some(_)) => Action::Walk(Way::Along(-1)),
        ("ArrowDown", Some(_)) => Action::Walk(Way::In),
        ("ArrowUp", Some(_)) => Action::Walk(Way::Out),
        ("Enter" | " ", Some(focused)) => match scene.cluster_of(focused) {
            Some(cluster) => Action::OpenCluster(cluster.events.clone().into()),
            None => Action::Select(Selection::Event(focused)),
        },
        ("ArrowUp", None) if visit.walk.lane == Some(0) => {
            dom::focus(".plot");
            Action::FocusEvent(None)
        }
        ("ArrowDown", None) if visit.walk.lane.is_some() => Action::Walk(Way::Along(1)),
        ("ArrowUp", None) if visit.walk.lane.is_some() => Action::Walk(Way::Along(-1)),
        ("ArrowRight" | "Enter" | " ", None) if visit.walk.lane.is_some() => Action::Walk(Way::In),
        ("ArrowDown" | "Enter", None) => {
            let entry = state.selected_event().filter(|&event| window.shows(state.record.span(event)));
            Action::FocusEvent(Some(entry.or_else(|| state.record.events_in(window).next())?))
        }
        ("t" | "T", _) => Action::ShowTable(Some(Table::of(Kind::Events))),
        _ => return window_action(&state.record, target, key),
    })
}
