//! The timeline: measures its room, draws the picture at rest, and turns hands and keys into actions.

use std::rc::Rc;

use dataset::model::EventIdx;
use yew::prelude::*;

use super::above::use_above;
use super::above_view::AboveView;
use super::calm::Calm;
use super::element::element;
use super::guard::{Same, use_guard};
use super::legend::legend;
use super::list::summary;
use super::measured::{stretch, use_font, use_size, width};
use super::moving::{Moving, Setup, laid};
use super::readout::{Readout, of_cluster, of_mark};
use super::store::Dispatch;
use super::timeline_keys::{HOW, key_action};
use super::timeline_picture::{Picture, PictureProps};
use crate::input::{Gesture, Intent, wheel};
use crate::platform::gestures::{self, Grip, Sample};
use crate::platform::measure::scale;
use crate::platform::{dom, frame, keys};
use crate::state::{Action, State};
use crate::time::scale::TimeScale;
use crate::time::window::TimeWindow;
use crate::timeline::classes::AXIS_HEIGHT;
use crate::timeline::glide::Laid;
use crate::timeline::labels::Labels;
use crate::timeline::scene::TimelineScene;
use crate::timeline::spoken;

/// How far a throw carries on: a cubic ease-out over the 250 ms of a glide begins at the hand's speed.
const THROW_MS: f64 = 250.0 / 3.0;
/// How long the hint stays after a wheel that did nothing.
const HINT_MS: u32 = 1800;
/// What is pointed at for so long makes the others step back.
const DWELL_MS: u32 = 250;

#[derive(PartialEq, Properties)]
pub struct Props {
    /// Which rest of the window it is; while it moves, it is followed.
    pub rest: u32,
    /// Everything but the window, which may lie a little back.
    pub state: Rc<State>,
    pub dispatch: Dispatch,
}

/// What the pointer is at.
#[derive(Clone, Copy, PartialEq)]
enum Pointed {
    Mark(EventIdx),
    /// By the first of its events.
    Cluster(EventIdx),
}

#[component]
pub fn TimelineView(props: &Props) -> Html {
    let Props { state, dispatch, rest } = props;
    let plot = use_node_ref();
    let size = use_size(&plot, ".plot");
    let font = use_font(&plot, ".plot");
    let labels = use_memo(font.is_some(), |_| {
        let font = font.clone();
        let stretch = stretch(&font);
        Rc::new(Labels::new(&state.record, move |text| width(&font, text)).stretched(stretch))
    });
    let above = use_above(state);
    let moving = use_memo((), |()| Moving::default());
    let window = use_seen(&moving, dispatch);
    let setup = || Setup {
        state: state.clone(),
        labels: (*labels).clone(),
        above: above.clone(),
        size,
        kept: state.kept(),
        lit: state.lit_to_last(),
    };
    let of = (
        window,
        size,
        Same(labels.clone()),
        state.view.lanes,
        state.view.clock,
        state.kept(),
        state.lit_to_last(),
    );
    let laid = use_memo(of, |_| laid(&setup(), window, &mut moving.levels.borrow_mut()));
    {
        let (moving, setup, laid, is_moving) = (moving.clone(), setup(), laid.clone(), dispatch.is_moving());
        use_guard((*rest, Same(laid.clone()), Same(state.clone())), move || {
            if !is_moving {
                moving.rest(setup, (*laid).clone(), window);
            }
        });
    }
    let scene = use_memo(Same(laid.clone()), |_| laid.scene.clone());
    let hint = use_state_eq(|| false);
    use_gestures(&plot, dispatch, size.width, &hint);
    use_hint_end(&hint);
    use_focused_mark(state, &scene);
    let pointed = use_state_eq(|| None::<Pointed>);
    use_dwell(*pointed, dispatch);
    let is_dismissed = use_memo((), |()| std::cell::Cell::new(false));
    {
        // A card hides what is below it: Escape takes it away, and nothing else.
        // That of a selected event says nothing of its own.
        let is_own = *pointed != state.selected_event().map(Pointed::Mark) && state.visit.dialog.is_none();
        let (pointed, has_card, is_dismissed) =
            (pointed.clone(), pointed.is_some() && is_own, is_dismissed.clone());
        use_guard(has_card, move || {
            has_card.then(|| {
                keys::first("Escape", move || {
                    is_dismissed.set(true);
                    pointed.set(None);
                })
            })
        });
    }

    let onkeydown = {
        let (dispatch, scene) = (dispatch.clone(), scene.clone());
        Callback::from(move |event: KeyboardEvent| {
            let (state, press) = (dispatch.live(), keys::KeyPress::from(&event));
            let is_out = state.visit.focused_event.is_none() && state.visit.walk.lane.is_none();
            let is_up = press.key == "ArrowUp" && !press.is_shortcut && is_out;
            if is_up && dom::focus(".pulse-strip") {
                return keys::consume(&event);
            }
            // The focus may have come to a mark without the arrows:
            // by a script, a screen reader, from another tab.
            let at = dom::nearest(&event, &["data-event", "data-first"])
                .and_then(|(_, id)| state.record.event_by_id(&id));
            if at.is_some() && at != state.visit.focused_event && matches!(press.key.as_str(), "Enter" | " ")
            {
                dispatch.dispatch(Action::FocusEvent(at));
            }
            if let Some(action) = key_action(&dispatch.live(), &scene, &press) {
                keys::consume(&event);
                dispatch.dispatch(action);
            }
        })
    };
    let ondblclick = {
        let (dispatch, plot) = (dispatch.clone(), plot.clone());
        Callback::from(move |event: MouseEvent| {
            let state = dispatch.live();
            if let Some(event) = event_at(&state, &event) {
                return dispatch
                    .dispatch(Action::GlideTo(state.record.window_around(&state.record.exchange(event))));
            }
            let factor = if event.shift_key() { 2.0 } else { 0.5 };
            let x = gestures::x_within(plot.cast().as_ref(), &event);
            let scale = TimeScale::new(state.window(), size.width);
            let anchor = scale.time_from_px(x);
            dispatch.dispatch(Action::GlideTo(scale.window().zoom(factor, anchor, state.record.bounds())));
        })
    };
    let onclick = {
        let (dispatch, scene, record, pointed) =
            (dispatch.clone(), scene.clone(), state.record.clone(), pointed.clone());
        Callback::from(move |event: MouseEvent| {
            // The card has said what it had to say.
            pointed.set(None);
            let first = dom::nearest(&event, &["data-first"]).and_then(|(_, id)| record.event_by_id(&id));
            if let Some(cluster) = first.and_then(|first| scene.cluster_of(first)) {
                dispatch.dispatch(Action::OpenCluster(cluster.events.clone().into()));
            }
        })
    };
    let onmouseover = {
        let (dispatch, pointed, record) = (dispatch.clone(), pointed.clone(), state.record.clone());
        Callback::from(move |event: MouseEvent| {
            // A card that was taken away comes back only when the pointer moves,
            // not because something else is drawn under it.
            if is_dismissed.get() && (event.movement_x(), event.movement_y()) == (0, 0) {
                return;
            }
            is_dismissed.set(false);
            // Marks that a moving window brings under the pointer are not pointed at.
            if !dispatch.is_moving() {
                let mark = event_at(&dispatch.live(), &event).map(Pointed::Mark);
                let first =
                    || dom::nearest(&event, &["data-first"]).and_then(|(_, id)| record.event_by_id(&id));
                pointed.set(mark.or_else(|| first().map(Pointed::Cluster)));
            }
        })
    };
    let onmouseleave = {
        let pointed = pointed.clone();
        Callback::from(move |_: MouseEvent| pointed.set(None))
    };
    let card = (*pointed).filter(|_| !dispatch.is_moving()).and_then(|pointed| match pointed {
        Pointed::Mark(event) => {
            let mark = scene.marks.iter().find(|mark| mark.event == event)?;
            Some(([mark.x, mark.y], of_mark(state, mark)))
        }
        Pointed::Cluster(first) => {
            let cluster = scene.cluster_of(first)?;
            Some(([cluster.x, cluster.y], of_cluster(state, cluster)))
        }
    });
    // Keeps the plot from being shorter than its lanes can be; the picture itself takes what room there is.
    let strut_height = (laid.lanes.least_height() + AXIS_HEIGHT) * scale();
    let strut =
        element!("svg" { "class": "strut", "width": "1", "height": strut_height, "aria-hidden": "true" } []);
    let told = if *hint { "Hold Ctrl or ⌘ while scrolling to zoom" } else { "" };
    let hint =
        element!("p" { "class": "hint", "data-shown": hint.then_some("true"), "role": "status" } [told]);
    let picture = PictureProps {
        state: state.clone(),
        laid: Same(laid.clone()),
        labels: Same(labels.clone()),
        above: Same(above.clone()),
        size,
        window,
    };
    html! {
        <div class="timeline" role="region" aria-label="Timeline" ref={&moving.timeline}
            data-lanes={laid.lanes.num_lanes().to_string()}>
            { element!("h2" { "class": "spoken" } ["Timeline"]) }
            <Calm state={state.clone()} draw={says as fn(&State) -> Html} />
            { element!("p" { "class": "spoken", "id": "plot-how" } [HOW]) }
            <ul class="lane-names" aria-label="Lanes with their number of events" ref={&moving.names}>
                { lane_names(&laid, size.width, labels.stretch) }
            </ul>
            <div class="plot" ref={&plot} tabindex="0" role="application"
                {onkeydown} {onclick} {ondblclick} {onmouseover} {onmouseleave}
                aria-roledescription="timeline" aria-label="Events" aria-describedby="plot-says plot-how">
                { strut }
                <div class="film"><Picture ..picture /></div>
                <svg class="canvas looks" aria-hidden="true" ref={&moving.looks} />
                <canvas class="moving" aria-hidden="true" ref={&moving.canvas} />
                { hint }
                { card.map_or_else(Html::default, readout) }
            </div>
            <AboveView record={state.record.clone()} above={Same(above)} clock={state.view.clock}
                scale={TimeScale::new(window, size.width)} plot={plot.clone()} />
            <Calm state={state.clone()} draw={key as fn(&State) -> Html} />
        </div>
    }
}

/// What is said of what the pointer is at, and where that is.
fn readout((at, inside): ([f64; 2], Vec<Html>)) -> Html {
    html! { <Readout {at}>{ inside }</Readout> }
}

/// What its signs mean.
fn key(state: &State) -> Html {
    legend(&state.record, state.view.lanes)
}

/// What the picture shows, for those who do not see it.
fn says(state: &State) -> Html {
    element!("p" { "class": "spoken", "id": "plot-says" } [summary(state)])
}

/// The lanes' names; their counts and heights follow the window.
fn lane_names(laid: &Laid, width: f64, stretch: f64) -> Html {
    let least = if stretch > 1.0 { APART_LANE_PX } else { LOW_LANE_PX };
    let mut names = Vec::new();
    for (lane, room) in laid.scene.lanes.iter().zip(laid.lanes.all()) {
        let is_low = room.height < least || width < NARROW_LANE_PX;
        let name = if is_low { lane.short } else { lane.name };
        names.push(element!("li" { "class": is_low.then_some("low") } [
            element!("span" { "class": "name", "title": lane.name } [name]),
            element!("span" { "class": "count" } []),
        ]));
    }
    names.into_iter().collect()
}

/// Lower lanes have room for one line.
const LOW_LANE_PX: f64 = 48.0;
/// The same where letters and words are set apart.
const APART_LANE_PX: f64 = 100.0;
/// Narrower ones, as on a phone with large letters, have no room for a long name.
const NARROW_LANE_PX: f64 = 240.0;

/// The window that the page's own elements show: the newest one at rest,
/// and while a canvas shows it on its way the last one.
#[hook]
fn use_seen(moving: &Rc<Moving>, dispatch: &Dispatch) -> TimeWindow {
    let draw_again = use_force_update();
    let live = dispatch.live().window();
    let seen = use_mut_ref(|| live);
    {
        let (moving, dispatch) = (moving.clone(), dispatch.clone());
        use_guard((), move || {
            dispatch.follow(move |window| {
                if !moving.show(window) {
                    draw_again.force_update();
                }
            })
        });
    }
    if !dispatch.is_moving() || !moving.can_draw() {
        seen.replace(live);
    }
    *seen.borrow()
}

/// What is pointed at for a while is what the whole page turns to.
#[hook]
fn use_dwell(pointed: Option<Pointed>, dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    use_guard(pointed, move || {
        let event = match pointed {
            Some(Pointed::Mark(event)) => Some(event),
            _ => None,
        };
        if event.is_none() {
            dispatch.dispatch(Action::PointAtEvent(None));
        }
        event
            .map(|event| frame::after(DWELL_MS, move || dispatch.dispatch(Action::PointAtEvent(Some(event)))))
    });
}

/// The event whose mark the pointer is on.
fn event_at(state: &State, event: &MouseEvent) -> Option<EventIdx> {
    let (_, id) = dom::nearest(event, &["data-event"])?;
    state.record.event_by_id(&id)
}

#[hook]
fn use_gestures(plot: &NodeRef, dispatch: &Dispatch, width: f64, hint: &UseStateHandle<bool>) {
    let newest = use_mut_ref(|| width);
    *newest.borrow_mut() = width;
    let (plot, dispatch, hint) = (plot.clone(), dispatch.clone(), hint.clone());
    use_guard((), move || {
        let gesture = std::cell::RefCell::new(Gesture::default());
        let heard = move |sample| {
            let (intent, grip) = match sample {
                Sample::Wheel(sample) => (wheel(&sample), Grip::Loose),
                Sample::Pointer(sample) => {
                    let mut gesture = gesture.borrow_mut();
                    let intent = gesture.feed(&sample);
                    (intent, if gesture.is_dragging() { Grip::Dragging } else { Grip::Loose })
                }
            };
            let width = newest.borrow().max(1.0);
            match intent {
                Some(Intent::Pan(by)) => dispatch.dispatch(Action::PanBy(-by.x / width)),
                Some(Intent::Zoom { at, factor, by }) => {
                    if by.x != 0.0 {
                        dispatch.dispatch(Action::PanBy(-by.x / width));
                    }
                    dispatch.dispatch(Action::ZoomAt { share: at.x / width, factor });
                }
                Some(Intent::Throw(speed)) => {
                    let state = dispatch.live();
                    let carry = TimeScale::new(state.window(), width).secs_from_px(-speed.x * THROW_MS);
                    dispatch.dispatch(Action::GlideTo(state.window().pan(carry, state.record.bounds())));
                }
                Some(Intent::Futile) => hint.set(true),
                None => {}
            }
            grip
        };
        plot.cast().map(|element| gestures::listen(&element, heard))
    });
}

#[hook]
fn use_hint_end(hint: &UseStateHandle<bool>) {
    let (handle, is_shown) = (hint.clone(), **hint);
    use_guard(is_shown, move || is_shown.then(|| frame::after(HINT_MS, move || handle.set(false))));
}

/// Keeps the browser's focus on the event that the arrow keys have gone to, through every redrawing, unless
/// it is elsewhere by now; where a zoom has taken the event out of sight, on the plot,
/// so that the keys go on from there.
#[hook]
fn use_focused_mark(state: &Rc<State>, scene: &Rc<TimelineScene>) {
    let (record, scene, zone, focused) =
        (state.record.clone(), scene.clone(), state.view.clock, state.visit.focused_event);
    let lane = state.visit.walk.lane;
    use_guard((focused, lane, Same(scene.clone())), move || {
        let cluster = focused.and_then(|event| scene.cluster_of(event));
        let mark = match (focused, cluster.and_then(|cluster| cluster.events.first()), lane) {
            (Some(_), Some(&first), _) => format!(".plot [data-first=\"{}\"]", record.event(first).id),
            (Some(event), None, _) => format!(".plot [data-event=\"{}\"]", record.event(event).id),
            (None, _, Some(lane)) => format!(".plot [data-lane=\"{lane}\"]"),
            (None, _, None) => return,
        };
        // Within a number the focus stays on one element: what it has come to is said.
        if let (Some(event), Some(cluster), true) = (focused, cluster, dom::has_focus(&mark)) {
            dom::say(&spoken::within(&record, &cluster.events, event, zone).unwrap_or_default());
        }
        // What is taken out of the document leaves the focus to its body.
        if dom::has_focus("body, .plot, .plot *") && !dom::has_focus(&mark) && !dom::focus(&mark) {
            dom::focus(".plot");
        }
    });
}
