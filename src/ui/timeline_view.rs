//! The timeline: measures its room, keeps the levels of detail, and turns hands and keys into actions.

use std::rc::Rc;

use dataset::model::EventIdx;
use yew::prelude::*;

use super::axis::{AXIS_HEIGHT, lane_names};
use super::brief::brief;
use super::calm::Calm;
use super::element::element;
use super::full::{PictureProps, full};
use super::guard::{Same, use_guard};
use super::keys::plot_action;
use super::legend::legend;
use super::measured::{use_font, use_size, width};
use super::pulse_areas::{PulseAreas, use_pulse};
use super::pulse_view::PulseView;
use super::slide::{Drawn, use_drawn};
use super::store::{Dispatch, send};
use crate::input::{Gesture, Intent, wheel};
use crate::platform::gestures::{self, Grip, Sample};
use crate::platform::{dom, frame, keys};
use crate::state::{Action, Selection, State};
use crate::time::scale::TimeScale;
use crate::timeline::labels::Labels;
use crate::timeline::lanes::Lanes;
use crate::timeline::levels::LevelCache;
use crate::timeline::scene::TimelineScene;

/// How far a throw carries on: a cubic ease-out over the 250 ms of a glide begins at the hand's speed.
const THROW_MS: f64 = 250.0 / 3.0;
/// How long the hint stays after a wheel that did nothing.
const HINT_MS: f64 = 1800.0;

#[derive(PartialEq, Properties)]
pub struct Props {
    /// Which rest of the window it is; while it moves, it is followed.
    pub rest: u32,
    /// Everything but the window, which may lie a little back.
    pub state: Rc<State>,
    pub dispatch: Dispatch,
}

#[component]
pub fn TimelineView(props: &Props) -> Html {
    let Props { state, dispatch, .. } = props;
    let window = dispatch.live().window();
    let plot = use_node_ref();
    let size = use_size(&plot, ".plot");
    let font = use_font(&plot, ".plot");
    let labels = use_memo(font.is_some(), |_| {
        let font = font.clone();
        Labels::new(&state.story, move |text| width(&font, text))
    });
    let lanes = {
        let name_height = if size.width < Lanes::BESIDE_FROM_PX { Lanes::NAME_HEIGHT } else { 0.0 };
        Lanes::fitting(&state.story, state.view.lanes, name_height, size.height - AXIS_HEIGHT)
    };
    let (drawn, films) = use_drawn(TimeScale::new(window, size.width), state, dispatch);
    let Drawn { plot: plot_scale, scale, left, is_brief, has_brief } = drawn;
    let levels = use_mut_ref(LevelCache::default);
    let scene =
        use_memo((scale, left, lanes, Same(labels.clone()), state.view.clock), |(scale, left, lanes, Same(labels), zone)| {
            let level = levels.borrow_mut().get(&state.story, lanes, labels, *scale);
            TimelineScene::draw(&state.story, lanes, &level, labels, *scale, *zone).moved(*left)
        });
    let pulse = use_pulse(state);
    let areas = use_memo((Same(pulse.clone()), size.width, scale, left), |(Same(pulse), plot_width, scale, left)| {
        PulseAreas::new(pulse, *plot_width, *scale, *left)
    });
    let hint = use_state_eq(|| false);
    use_gestures(&plot, dispatch, size.width, &hint);
    use_hint_end(&hint);
    use_focused_mark(state, &scene, is_brief);

    // A picture that goes beyond the plot counts too much, and a brief one need not be counted: a number more costs a layout.
    let names = use_mut_ref(Html::default);
    if scale == plot_scale && !is_brief {
        *names.borrow_mut() = lane_names(&scene);
    }
    let names = names.borrow().clone();

    let onkeydown = {
        let (dispatch, scene) = (dispatch.clone(), scene.clone());
        Callback::from(move |event: KeyboardEvent| {
            let (state, press) = (dispatch.live(), keys::KeyPress::from(&event));
            let is_up = press.key == "ArrowUp" && !press.is_shortcut && state.visit.focused_event.is_none();
            if is_up && dom::focus(".pulse-strip") {
                return keys::consume(&event);
            }
            if let Some(action) = key_action(&state, &scene, &press) {
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
                return dispatch.dispatch(Action::GlideTo(state.story.window_around(&state.story.exchange(event))));
            }
            let factor = if event.shift_key() { 2.0 } else { 0.5 };
            let x = gestures::x_within(plot.cast().as_ref(), &event);
            let scale = TimeScale::new(state.window(), size.width);
            let anchor = scale.time_from_px(x);
            dispatch.dispatch(Action::GlideTo(scale.window().zoom(factor, anchor, state.story.bounds())));
        })
    };
    let onclick = {
        let (dispatch, scene, story) = (dispatch.clone(), scene.clone(), state.story.clone());
        Callback::from(move |event: MouseEvent| {
            let first = dom::nearest(&event, &["data-first"]).and_then(|(_, id)| story.event_by_id(&id));
            if let Some(cluster) = first.and_then(|first| scene.cluster_of(first)) {
                dispatch.dispatch(Action::OpenCluster(cluster.events.clone().into()));
            }
        })
    };
    let onmouseover = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: MouseEvent| {
            // Marks that a moving window brings under the pointer are not pointed at.
            if !dispatch.is_moving() {
                dispatch.dispatch(Action::PointAtEvent(event_at(&dispatch.live(), &event)));
            }
        })
    };
    let onmouseleave = send::<MouseEvent>(dispatch, Action::PointAtEvent(None));
    // Keeps the plot from being shorter than its lanes can be; the picture itself takes what room there is.
    let strut_height = lanes.least_height() + AXIS_HEIGHT;
    let strut = element!("svg" { "class": "strut", "width": "1", "height": strut_height, "aria-hidden": "true" } []);
    let told = if *hint { "Hold Ctrl or ⌘ while scrolling to zoom" } else { "" };
    let hint = element!("p" { "class": "hint", "data-shown": hint.then_some("true"), "role": "status" } [told]);
    let (state_now, plot_width) = (state.clone(), size.width);
    let picture = PictureProps { state: state_now, scene, lanes, labels, pulse: areas, plot_width, scale, is_brief: false };
    let pictures = use_mut_ref(|| (picture.clone(), None));
    {
        let (full, brief) = &mut *pictures.borrow_mut();
        if has_brief {
            *brief = Some(PictureProps { is_brief: true, ..picture.clone() });
        }
        if !is_brief {
            *full = picture;
        }
    }
    let (full, brief) = pictures.borrow().clone();
    let hidden = |is_hidden: bool| is_hidden.then_some("true");
    html! {
        <div class="timeline" role="region" aria-label="Timeline" ref={&films.timeline} data-lanes={lanes.num_lanes.to_string()}>
            { names }
            <div class="plot" ref={&plot} tabindex="0" role="group" {onkeydown} {onclick} {ondblclick} {onmouseover} {onmouseleave}
                aria-label="Events. Left and right move the window, plus and minus zoom, 0 shows the whole record, down goes to the events, up to the pulse.">
                { strut }
                <div class="film" data-hidden={hidden(is_brief)} ref={&films.full.node}><Picture ..full /></div>
                <div class="film brief" data-hidden={hidden(!is_brief)} ref={&films.brief.node}>
                    { brief.map_or_else(Html::default, |brief| html! { <Picture ..brief /> }) }
                </div>
                <div class="veil" />
                { hint }
            </div>
            <PulseView story={state.story.clone()} pulse={Same(pulse)} clock={state.view.clock} scale={plot_scale} plot={plot.clone()} />
            <Calm state={state.clone()} draw={(|state| legend(&state.story)) as fn(&State) -> Html} />
        </div>
    }
}

/// A picture in the plot, drawn anew for another scene or another state only; while the brief one stands in its place the
/// full one stays as it was.
#[component]
fn Picture(props: &PictureProps) -> Html {
    if props.is_brief { brief(props) } else { full(props) }
}

/// The event whose mark the pointer is on.
fn event_at(state: &State, event: &MouseEvent) -> Option<EventIdx> {
    let (_, id) = dom::nearest(event, &["data-event"])?;
    state.story.event_by_id(&id)
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
                Some(Intent::Zoom { at, factor }) => dispatch.dispatch(Action::ZoomAt { share: at.x / width, factor }),
                Some(Intent::Throw(speed)) => {
                    let state = dispatch.live();
                    let carry = TimeScale::new(state.window(), width).secs_from_px(-speed.x * THROW_MS);
                    dispatch.dispatch(Action::GlideTo(state.window().pan(carry, state.story.bounds())));
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
    use_guard(is_shown, move || {
        is_shown.then(|| {
            frame::animate(HINT_MS, move |share| {
                if share >= 1.0 {
                    handle.set(false);
                }
            })
        })
    });
}

/// Keeps the browser's focus on the event that the arrow keys have gone to, through every redrawing, unless it is elsewhere by
/// now; where a zoom has taken the event out of sight, on the plot, so that the keys go on from there.
#[hook]
fn use_focused_mark(state: &Rc<State>, scene: &Rc<TimelineScene>, is_brief: bool) {
    let (story, scene, focused) = (state.story.clone(), scene.clone(), state.visit.focused_event);
    // The full picture, where the marks are, comes when the brief one goes.
    use_guard((focused, scene.clone(), is_brief), move || {
        let Some(event) = focused else { return };
        let mark = match scene.cluster_of(event).and_then(|cluster| cluster.events.first()) {
            Some(&first) => format!(".plot [data-first=\"{}\"]", story.event(first).id),
            None => format!(".plot [data-event=\"{}\"]", story.event(event).id),
        };
        // What is taken out of the document leaves the focus to its body.
        if dom::has_focus("body, .plot, .plot *") && !dom::has_focus(&mark) && !dom::focus(&mark) {
            dom::focus(".plot");
        }
    });
}

/// What a key means. Where a glide is under way, it is about where that leads.
fn key_action(state: &State, scene: &TimelineScene, press: &keys::KeyPress) -> Option<Action> {
    let (window, target) = (state.window(), state.target_window());
    if press.is_shortcut {
        return None;
    }
    let Some(focused) = state.visit.focused_event else {
        return match press.key.as_str() {
            "ArrowDown" | "Enter" => {
                let entry = state.selected_event().filter(|&event| window.shows(state.story.span(event)));
                entry.or_else(|| state.story.events_in(window).next()).map(|event| Action::FocusEvent(Some(event)))
            }
            key => plot_action(&state.story, target, key),
        };
    };
    match press.key.as_str() {
        "ArrowRight" | "ArrowDown" => Some(Action::FocusNeighbour(1)),
        "ArrowLeft" | "ArrowUp" => Some(Action::FocusNeighbour(-1)),
        "Enter" | " " => Some(match scene.cluster_of(focused) {
            Some(cluster) => Action::OpenCluster(cluster.events.clone().into()),
            None => Action::Select(Selection::Event(focused)),
        }),
        "Escape" => {
            dom::focus(".plot");
            Some(Action::FocusEvent(None))
        }
        key => plot_action(&state.story, target, key),
    }
}
