//! What follows from what happened.

use std::rc::Rc;

use dataset::model::{ClaimStatus, EventIdx};
use dataset::units::Secs;

use super::action::{Change, ReadOn};
use super::filter::{Filter, toggle};
use super::{Action, Glide, LazyIndex, Offered, Selection, State, Tab, Told, Visit, Walk};
use crate::geom::clamp;
use crate::graph::camera::GraphCamera;
use crate::order::sort_by_key;
use crate::time::window::{Moment, TimeWindow};
use crate::timeline::arcs::Reach;

/// A cluster is opened by zooming only if that makes the window
/// at least this much shorter; else it is listed.
const WORTHWHILE_ZOOM: f64 = 0.8;

/// Claims of which nobody knows yet whether they hold.
const OPEN: [ClaimStatus; 2] = [ClaimStatus::Disputed, ClaimStatus::Unverified];

/// The state after `action`; the same `Rc` when nothing changed, so that nothing is drawn again.
#[must_use]
pub fn reduce(state: Rc<State>, action: Action) -> Rc<State> {
    let mut next = (*state).clone();
    apply(&mut next, action);
    if next.view.query != state.view.query || next.record != state.record {
        next.search();
    }
    if next == *state { state } else { Rc::new(next) }
}

fn apply(state: &mut State, action: Action) {
    let bounds = state.record.bounds();
    match action {
        Action::PanBy(share) => {
            let window = state.window();
            set_window(state, window.pan(Secs(window.len().0 * share), bounds));
        }
        Action::ZoomAt { share, factor } => {
            let window = state.window();
            let anchor = Moment(window.start().0 + window.len().0 * share);
            set_window(state, window.zoom(factor, anchor, bounds));
        }
        Action::ShowWindow(window) => set_window(state, window),
        Action::GlideTo(to) => {
            state.visit.glide = (to != state.window()).then(|| Glide { from: state.window(), to })
        }
        Action::GlideStep(share) => glide_step(state, share),
        Action::OpenCluster(events) => open_cluster(state, &events),
        Action::Select(selection) => select(state, selection),
        Action::Deselect => leave(state),
        Action::Step(by) => step(state, by),
        Action::PointAtActor(actor) => (state.visit.pointed_actor, state.visit.pointed_band) = (actor, None),
        Action::PointAtBand(band) => (state.visit.pointed_actor, state.visit.pointed_band) = (None, band),
        Action::OpenCamp(side) => {
            state.visit.open_camp = side;
            state.visit.pointed_actor = None;
            state.visit.camera = GraphCamera::default();
        }
        Action::SetGraph(graph) => {
            (state.view.graph, state.visit.open_camp) = (graph, None);
            state.visit.camera = GraphCamera::default();
        }
        Action::EnlargeGraph(is_large) => state.visit.is_graph_large = is_large,
        Action::PointAtEvent(event) => state.visit.pointed_event = event,
        Action::Reach(reach) => state.visit.reach = reach,
        Action::FocusEvent(event) => {
            state.visit.walk = Walk::default();
            focus(state, event);
        }
        Action::Walk(way) => {
            if let Some((event, walk)) = state.step_to(way) {
                state.visit.walk = walk;
                focus(state, event);
            }
        }
        Action::SetLanes(lanes) => {
            state.view.lanes = lanes;
            // Of other lanes.
            state.visit.walk = Walk::default();
        }
        Action::SetStrip(above) => state.view.above = above,
        Action::SetTheme(theme) => state.view.theme = theme,
        Action::ShowTab(tab) => state.view.tab = tab,
        Action::ShowTable(table) => (state.visit.table, state.view.tab) = (table, Tab::List),
        Action::PanGraph(by) => state.visit.camera.pan = state.visit.camera.pan + by,
        Action::ZoomGraph { at, factor } => state.visit.camera = state.visit.camera.zoomed(factor, at),
        Action::ResetGraph => {
            state.visit.camera = GraphCamera::default();
            state.visit.pins = Rc::default();
        }
        Action::Pin(actor, place) => {
            let others = state.visit.pins.iter().copied().filter(|&(pinned, _)| pinned != actor);
            let mut pins: Vec<_> = others.chain([(actor, place)]).collect();
            sort_by_key(&mut pins, |&(actor, _)| actor.0.into());
            state.visit.pins = pins.into();
        }
        Action::Navigated { view, problems } => {
            let (camera, pins, is_graph_large) =
                (state.visit.camera, state.visit.pins.clone(), state.visit.is_graph_large);
            let bookmark = view.told.or(state.visit.bookmark);
            let (keys, table) = (state.visit.keys, state.visit.table);
            state.view = *view;
            state.visit = Visit {
                notices: problems,
                camera,
                pins,
                is_graph_large,
                bookmark,
                keys,
                table,
                ..Visit::default()
            };
        }
        Action::SetClock(clock) => state.view.clock = clock,
        Action::Search(query) => state.view.query = query,
        Action::Filter(change) => change_filter(&mut state.view.filter, change),
        Action::ShowAll => {
            state.view.filter = Filter::default();
            state.view.query = String::new();
        }
        Action::Connect(to) => {
            state.view.path = Some(to).filter(|_| state.selected_actor().is_some_and(|from| from != to));
        }
        Action::Tell(told) => tell(state, told),
        Action::TellStep(by) => {
            if let Some(at) = state.view.told {
                tell(state, Some(Told { step: at.step.saturating_add_signed(by), ..at }));
            }
        }
        Action::Follow(by) => {
            // What is opened over the page hides where it would lead.
            if let Some(event) = followed(state, by).filter(|_| state.visit.dialog.is_none()) {
                select(state, Selection::Event(event));
            }
        }
        Action::ReadOn(to) => read_on(state, to),
        Action::ToggleTools => state.visit.has_tools = !state.visit.has_tools,
        Action::Open(dialog) => {
            state.visit.dialog = dialog;
            state.visit.offered = None;
        }
        Action::SetKeys(keys) => state.visit.keys = keys,
        Action::Say(notice) => {
            state.visit.notices = [notice.to_owned()].into();
            state.visit.offered = None;
        }
        Action::Offer(why, text) => {
            state.visit.notices = Rc::default();
            state.visit.offered = Some(Offered { why, text });
        }
        Action::Texts(record) => {
            state.record = record;
            state.index = LazyIndex::default();
        }
        Action::NoTexts(reason) => {
            state.lacks = Some(reason);
            let notice = format!(
                "The texts of the record are missing: the file that holds them {reason}. Pictures and \
                 headlines work without; what is known of each event stands below the page. Loading the \
                 page anew may help."
            );
            state.visit.notices = state.visit.notices.iter().cloned().chain([notice]).collect();
        }
        Action::DismissNotices => {
            state.visit.notices = Rc::default();
            state.visit.offered = None;
        }
    }
}

/// Takes away the uppermost of what lies over the page, or else what is selected.
fn leave(state: &mut State) {
    if state.visit.dialog.is_some() {
        apply(state, Action::Open(None));
    } else if std::mem::take(&mut state.visit.has_tools) {
    } else if state.visit.offered.is_some() {
        state.visit.offered = None;
    } else {
        state.view.selection = None;
        state.view.path = None;
        state.visit.group = None;
    }
}

/// Sets the window by hand, which ends any glide.
fn set_window(state: &mut State, window: TimeWindow) {
    state.visit.glide = None;
    state.view.window = (window != state.record.opening()).then_some(window);
}

fn glide_step(state: &mut State, share: f64) {
    let Some(glide) = state.visit.glide else { return };
    // Fast at first, then slower: what was asked for is in sight at once.
    let eased = 1.0 - (1.0 - clamp(share, 0.0, 1.0)).powi(3);
    set_window(state, glide.from.towards(glide.to, eased));
    state.visit.glide = (share < 1.0).then_some(glide);
}

fn open_cluster(state: &mut State, events: &Rc<[EventIdx]>) {
    let around = state.record.window_around(events);
    if around.len().0 < state.window().len().0 * WORTHWHILE_ZOOM {
        apply(state, Action::GlideTo(around));
    } else {
        state.view.selection = None;
        state.view.tab = Tab::Details;
        state.visit.group = Some(events.clone());
    }
}

/// Opens a step of a told story: its window, the whole graph, nothing selected.
/// A place that is not there changes nothing.
fn tell(state: &mut State, told: Option<Told>) {
    let Some(window) = told.and_then(|told| told.window(&state.record)) else {
        if told.is_none() {
            state.view.told = None;
        }
        return;
    };
    state.view.told = told;
    state.visit.bookmark = told;
    state.visit.dialog = None;
    state.visit.has_tools = false;
    state.visit.camera = GraphCamera::default();
    state.view.selection = None;
    state.view.path = None;
    state.visit.group = None;
    state.view.tab = Tab::Details;
    apply(state, Action::GlideTo(window));
}

/// Leaves the story for the whole record, with what is asked for before the reader.
fn read_on(state: &mut State, to: ReadOn) {
    state.view.told = None;
    if to == ReadOn::OpenClaims {
        state.view.tab = Tab::Claims;
        state.view.filter = Filter { statuses: OPEN.to_vec(), ..Filter::default() };
    }
    apply(state, Action::GlideTo(state.record.bounds().whole()));
}

/// Of the answers to the selected event, or of its causes, the most important one;
/// of equals the nearest in time.
fn followed(state: &State, by: i16) -> Option<EventIdx> {
    let at = state.visit.focused_event.or(state.selected_event())?;
    let record = &state.record;
    let importance = |event: &EventIdx| record.event(*event).importance;
    if by > 0 {
        record.answers(at).iter().rev().copied().max_by_key(importance)
    } else {
        record.event(at).responds_to.iter().copied().max_by_key(|event| (importance(event), *event))
    }
}

fn change_filter(filter: &mut Filter, change: Change) {
    match change {
        Change::Side(side) => toggle(&mut filter.sides, side),
        Change::Domain(domain) => toggle(&mut filter.domains, domain),
        Change::Actor(actor) => toggle(&mut filter.actors, actor),
        Change::Status(status) => toggle(&mut filter.statuses, status),
        Change::Publisher(publisher) => toggle(&mut filter.publishers, publisher),
        Change::Least(least) => filter.least = if filter.least == least { 0 } else { least },
    }
}

fn select(state: &mut State, selection: Selection) {
    if state.view.selection != Some(selection) {
        state.view.path = None;
        // A chain that was asked for stays while one walks it.
        let is_in_chain =
            |from| matches!(selection, Selection::Event(to) if state.record.chain(from).contains(&to));
        if !state.selected_event().is_some_and(is_in_chain) {
            state.visit.reach = Reach::Direct;
        }
    }
    state.view.selection = Some(selection);
    state.visit.group = None;
    state.visit.open_camp = None;
    if !state.is_ladder() {
        state.view.tab = Tab::Details;
    }
    if let Selection::Event(event) = selection {
        bring_in(state, event);
    }
}

/// Moves the window so that `event` is in sight, as little as possible and without changing its length.
fn bring_in(state: &mut State, event: EventIdx) {
    let window = state.target_window();
    // The ladder goes on below its window: there nothing moves, since what was chosen would move too.
    if state.is_ladder() && Moment::from(state.record.span(event).start).0 >= window.start().0 {
        return;
    }
    let to = state.record.brought_in(window, event);
    if to != window {
        apply(state, Action::GlideTo(to));
    }
}

fn focus(state: &mut State, event: Option<EventIdx>) {
    state.visit.focused_event = event;
    state.visit.pointed_event = event;
    if let Some(event) = event {
        bring_in(state, event);
    }
}

/// The event `by` places after `at` in time, or the last one that way.
fn neighbour(state: &State, at: EventIdx, by: i32) -> EventIdx {
    let last = state.record.events().next_back().unwrap_or(at);
    EventIdx(at.0.saturating_add_signed(by)).min(last)
}

fn step(state: &mut State, by: i32) {
    let mut shown = state.record.events_in(state.window());
    let target = match state.selected_event() {
        Some(at) => Some(neighbour(state, at, by)),
        None if by > 0 => shown.next(),
        None => shown.next_back(),
    };
    drop(shown);
    if let Some(event) = target {
        select(state, Selection::Event(event));
    }
}

#[cfg(test)]
mod tests;
