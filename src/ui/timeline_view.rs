//! The timeline: measures its room, keeps the levels of detail, and turns hands and keys into actions.

use std::rc::Rc;

use dataset::model::EventIdx;
use yew::prelude::*;

use super::axis::{AXIS_HEIGHT, axis, lane_names};
use super::calm::Calm;
use super::element::element;
use super::guard::{Same, use_guard};
use super::keys::plot_action;
use super::legend::legend;
use super::marks::marks;
use super::measured::{use_font, use_size, width};
use super::pulse_view::PulseView;
use super::store::{Dispatch, send};
use crate::geom::Size;
use crate::input::{Gesture, Intent, wheel};
use crate::platform::gestures::{self, Grip, Sample};
use crate::platform::{dom, frame, keys};
use crate::state::{Action, Selection, State};
use crate::story::Story;
use crate::time::format;
use crate::time::scale::{Slide, TimeScale};
use crate::time::window::TimeWindow;
use crate::timeline::arcs::{ArcRequest, Arcs};
use crate::timeline::labels::Labels;
use crate::timeline::lanes::Lanes;
use crate::timeline::levels::LevelCache;
use crate::timeline::scene::TimelineScene;

/// How far a throw carries on: a cubic ease-out over the 250 ms of a glide begins at the hand's speed.
const THROW_MS: f64 = 250.0 / 3.0;
/// A picture that is panned may leave so many pixels of the plot free; one that is zoomed, such a share of it.
const MOST_GAP_PX: f64 = 48.0;
const MOST_GAP: f64 = 0.4;
/// A picture is stretched to less than so many times its width.
const MOST_TIMES: f64 = 2.2;
/// So many steps of a zoom are shown by stretching the picture before it is drawn anew.
const MOST_STRETCHED: u8 = 3;
/// Where no step has come for so long, none is likely to: two frames.
const STEP_MS: f64 = 34.0;
/// How long the hint stays after a wheel that did nothing.
const HINT_MS: f64 = 1800.0;

#[derive(PartialEq, Properties)]
pub struct Props {
    /// What is shown at this moment.
    pub window: TimeWindow,
    /// Where a glide under way leads, else the same.
    pub target: TimeWindow,
    /// Everything else; its own window may lie a little back.
    pub state: Rc<State>,
    pub dispatch: Dispatch,
}

#[component]
pub fn TimelineView(props: &Props) -> Html {
    let Props { window, target, state, dispatch } = props;
    let plot = use_node_ref();
    let size = use_size(&plot, ".plot");
    let font = use_font(&plot);
    let labels = use_memo(font.is_some(), |_| {
        let font = font.clone();
        Labels::new(&state.story, move |text| width(&font, text))
    });
    let lanes = {
        let name_height = if size.width < Lanes::BESIDE_FROM_PX { Lanes::NAME_HEIGHT } else { 0.0 };
        Lanes::fitting(&state.story, state.view.lanes, name_height, size.height - AXIS_HEIGHT)
    };
    let films = [use_node_ref(), use_node_ref()];
    let scale = use_drawn(&films, TimeScale::new(*window, size.width), state.window() == *window);
    let levels = use_mut_ref(LevelCache::default);
    let scene = use_memo((scale, lanes, Same(labels.clone()), state.view.clock), |(scale, lanes, Same(labels), zone)| {
        let level = levels.borrow_mut().get(&state.story, lanes, labels, *scale);
        TimelineScene::draw(&state.story, lanes, &level, labels, *scale, *zone)
    });
    let hint = use_state_eq(|| false);
    use_gestures(&plot, *window, &state.story, dispatch, size, &hint);
    use_hint_end(&hint);
    use_focused_mark(state, &scene);

    let onkeydown = {
        let (state, dispatch, scene, windows) = (state.clone(), dispatch.clone(), scene.clone(), [*window, *target]);
        Callback::from(move |event: KeyboardEvent| {
            let press = keys::KeyPress::from(&event);
            let is_up = press.key == "ArrowUp" && !press.is_shortcut && state.visit.focused_event.is_none();
            if is_up && dom::focus(".pulse-strip") {
                return keys::consume(&event);
            }
            if let Some(action) = key_action(&state, windows, &scene, &press) {
                keys::consume(&event);
                dispatch.dispatch(action);
            }
        })
    };
    let ondblclick = {
        let (state, dispatch, plot) = (state.clone(), dispatch.clone(), plot.clone());
        let scale = TimeScale::new(*window, size.width);
        Callback::from(move |event: MouseEvent| {
            if let Some(event) = event_at(&state, &event) {
                return dispatch.dispatch(Action::GlideTo(state.story.window_around(&state.story.exchange(event))));
            }
            let factor = if event.shift_key() { 2.0 } else { 0.5 };
            let x = gestures::x_within(plot.cast().as_ref(), &event);
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
        let (state, dispatch) = (state.clone(), dispatch.clone());
        Callback::from(move |event: MouseEvent| dispatch.dispatch(Action::PointAtEvent(event_at(&state, &event))))
    };
    let onmouseleave = send::<MouseEvent>(dispatch, Action::PointAtEvent(None));
    let shown = format!("{}/{}", format::iso_utc(window.start()), format::iso_utc(window.end()));
    // Keeps the plot from being shorter than its lanes can be; the picture itself takes what room there is.
    let strut_height = lanes.least_height() + AXIS_HEIGHT;
    let strut = element!("svg" { "class": "strut", "width": "1", "height": strut_height, "aria-hidden": "true" } []);
    let told = if *hint { "Hold Ctrl or ⌘ while scrolling to zoom" } else { "" };
    let hint = element!("p" { "class": "hint", "data-shown": hint.then_some("true"), "role": "status" } [told]);
    let [film, pulse_film] = films;
    html! {
        <div class="timeline" role="region" aria-label="Timeline" data-window={shown} data-lanes={lanes.num_lanes.to_string()}>
            { lane_names(&scene) }
            <div class="plot" ref={&plot} tabindex="0" role="group" {onkeydown} {onclick} {ondblclick} {onmouseover} {onmouseleave}
                aria-label="Events. Left and right move the window, plus and minus zoom, 0 shows the whole record, down goes to the events, up to the pulse.">
                { strut }
                <div class="film" ref={film}><Picture state={state.clone()} {scene} {lanes} {labels} {scale} /></div>
                { hint }
            </div>
            <PulseView story={state.story.clone()} filter={state.view.filter.clone()} clock={state.view.clock} {scale} plot={plot.clone()} film={pulse_film} />
            <Calm state={state.clone()} draw={(|state| legend(&state.story)) as fn(&State) -> Html} />
        </div>
    }
}

/// The scale that the picture is drawn at. While the window moves, the finished picture is slid and stretched on `films`,
/// and drawn anew at the first step of a zoom, when too much of the plot would stay free, and every few steps; and as soon
/// as no step comes.
#[hook]
fn use_drawn(films: &[NodeRef; 2], live: TimeScale, is_resting: bool) -> TimeScale {
    let drawn = use_mut_ref(|| Drawn { scale: live, is_moving: false, num_slid: 0 });
    let num_rests = use_state(|| 0_u32);
    let mut now = drawn.borrow_mut();
    let slide = now.scale.slide_to(live).filter(|slide| !is_resting && now.may_slide(*slide)).unwrap_or(Slide::NONE);
    now.num_slid = if slide.times == 1.0 { 0 } else { now.num_slid.saturating_add(1) };
    now.is_moving = !is_resting;
    if slide == Slide::NONE {
        now.scale = live;
    }
    let (films, own) = (films.clone(), drawn.clone());
    use_guard(slide, move || {
        for film in films {
            if let Some(film) = film.cast() {
                if slide == Slide::NONE {
                    dom::lay_back(&film);
                } else {
                    dom::slide(&film, slide.px, slide.times);
                }
            }
        }
        (slide != Slide::NONE).then(|| {
            frame::animate(STEP_MS, move |share| {
                if share >= 1.0 {
                    own.borrow_mut().num_slid = u8::MAX;
                    num_rests.set(num_rests.wrapping_add(1));
                }
            })
        })
    });
    now.scale
}

/// What the plot shows.
struct Drawn {
    /// The scale that the picture was drawn at.
    scale: TimeScale,
    /// Whether the window was moving already.
    is_moving: bool,
    /// By how many steps of a zoom it has been stretched; the most that can be when it is to be drawn anew.
    num_slid: u8,
}

impl Drawn {
    /// Whether the picture may be slid so far.
    fn may_slide(&self, slide: Slide) -> bool {
        let (gap, width) = (slide.gap(self.scale.width()), self.scale.width());
        if slide.times == 1.0 {
            return gap <= MOST_GAP_PX && self.num_slid < u8::MAX;
        }
        // A single step is drawn at once: stretched words would be seen until the window rests.
        self.is_moving && self.num_slid < MOST_STRETCHED && gap <= MOST_GAP * width && slide.times < MOST_TIMES
    }
}

#[derive(Properties)]
struct PictureProps {
    state: Rc<State>,
    scene: Rc<TimelineScene>,
    lanes: Lanes,
    labels: Rc<Labels>,
    scale: TimeScale,
}

impl PartialEq for PictureProps {
    /// The rest follows from these.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.scene, &other.scene) && self.scale == other.scale && self.state.is_moved(&other.state)
    }
}

/// The picture in the plot.
#[component]
fn Picture(props: &PictureProps) -> Html {
    let PictureProps { state, scene, lanes, labels, scale } = props;
    let lit = state.lit();
    let arcs = Arcs::draw(&ArcRequest {
        story: &state.story,
        scene,
        lanes,
        labels,
        scale: *scale,
        // An actor under the pointer comes before a selected event, as in what is lit.
        chain_of: state.chain_of().filter(|_| state.visit.pointed_actor.is_none()),
        lit: lit.as_deref(),
    });
    let height = lanes.total_height() + AXIS_HEIGHT;
    element!("svg" { "class": "canvas", "width": scale.width(), "height": height, "role": "presentation" } [
        axis(scene, lanes, scale.width()),
        marks(state, scene, lit.as_deref(), &arcs, scale.width()),
    ])
}

/// The event whose mark the pointer is on.
fn event_at(state: &State, event: &MouseEvent) -> Option<EventIdx> {
    let (_, id) = dom::nearest(event, &["data-event"])?;
    state.story.event_by_id(&id)
}

#[hook]
fn use_gestures(
    plot: &NodeRef,
    window: TimeWindow,
    story: &Rc<Story>,
    dispatch: &Dispatch,
    size: Size,
    hint: &UseStateHandle<bool>,
) {
    let newest = use_mut_ref(|| (window, size));
    *newest.borrow_mut() = (window, size);
    let (plot, story, dispatch, hint) = (plot.clone(), story.clone(), dispatch.clone(), hint.clone());
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
            let (window, size) = *newest.borrow();
            // The scale only says how long a pixel is; where the window is by now, the reducer knows best.
            let scale = TimeScale::new(window, size.width);
            match intent {
                Some(Intent::Pan(by)) => dispatch.dispatch(Action::PanBy(-by.x / scale.width())),
                Some(Intent::Zoom { at, factor }) => dispatch.dispatch(Action::ZoomAt { share: at.x / scale.width(), factor }),
                Some(Intent::Throw(speed)) => {
                    let carry = scale.secs_from_px(-speed.x * THROW_MS);
                    dispatch.dispatch(Action::GlideTo(window.pan(carry, story.bounds())));
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

/// Keeps the browser's focus on the event that the arrow keys have gone to, through every redrawing.
#[hook]
fn use_focused_mark(state: &Rc<State>, scene: &Rc<TimelineScene>) {
    let (story, scene, focused) = (state.story.clone(), scene.clone(), state.visit.focused_event);
    use_guard((focused, scene.clone()), move || {
        let Some(event) = focused else { return };
        let mark = match scene.cluster_of(event).and_then(|cluster| cluster.events.first()) {
            Some(&first) => format!(".plot [data-first=\"{}\"]", story.event(first).id),
            None => format!(".plot [data-event=\"{}\"]", story.event(event).id),
        };
        if !dom::has_focus(&mark) {
            dom::focus(&mark);
        }
    });
}

/// What a key means while the first of the windows is shown and the second will be.
fn key_action(state: &State, [window, target]: [TimeWindow; 2], scene: &TimelineScene, press: &keys::KeyPress) -> Option<Action> {
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
