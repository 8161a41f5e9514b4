//! The whole record as a strip with the window as a brush: drag it, its edges, or click beside it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::prelude::*;

use super::element::{class, element};
use super::guard::{EachTime, Same, use_guard};
use super::measured::{stretch, use_font, use_size};
use super::paint;
use super::shapes::hue_of;
use super::store::Dispatch;
use crate::drawing::shape::Detail;
use crate::drawing::strip;
use crate::geom::{clamp, coord};
use crate::input::{Intent, Phase};
use crate::platform::gestures::{self, Grip, Sample};
use crate::platform::{dom, keys};
use crate::record::Record;
use crate::state::Action;
use crate::state::keys::window_action;
use crate::time::format;
use crate::timeline::hold::{Hold, moved, take_hold};
use crate::timeline::overview::{OverviewScene, brush, whole};

/// Height of the bars; their axis stands below.
const BARS_HEIGHT: f64 = 26.0;
/// How near to an edge of the brush a press takes hold of that edge, in pixels;
/// of a finger, half of what it hits.
const EDGE_PX: f64 = 6.0;
const FINGER_PX: f64 = 22.0;
/// A key moves the end of the window by this share of its length.
const END_SHARE: f64 = 0.2;

#[derive(PartialEq, Properties)]
pub struct Props {
    pub record: Rc<Record>,
    /// Which rest of the window it is; while it moves, it is followed.
    pub rest: u32,
    pub dispatch: Dispatch,
}

#[component]
pub fn OverviewView(props: &Props) -> Html {
    let Props { record, dispatch, .. } = props;
    let window = dispatch.live().window();
    let strip = use_node_ref();
    let size = use_size(&strip, ".strip");
    let stretch = stretch(&use_font(&strip, ".strip"));
    let scene = use_memo((record.clone(), size.width, stretch), |(record, width, stretch)| {
        OverviewScene::draw(record, *width, BARS_HEIGHT, *stretch)
    });
    use_brush(&strip, props, size.width);
    let brush_node = use_brush_node(props, size.width);
    let words =
        format!("{}: {} events", format::window(window, record.clock()), record.num_events_in(window));
    let share = brush(whole(record, 100.0), window);
    let now = coord(clamp(share.x + share.width / 2.0, 0.0, 100.0).round());
    let onkeydown = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            let (state, press) = (dispatch.live(), keys::KeyPress::from(&event));
            let end = match press.key.as_str() {
                "ArrowLeft" => -END_SHARE,
                "ArrowRight" => END_SHARE,
                _ => 0.0,
            };
            let action = if press.is_shift && end != 0.0 {
                let (window, by) = (state.target_window(), end * state.target_window().len().0);
                Some(Action::GlideTo(moved(Hold::End(window), by, &state.record)))
            } else {
                window_action(&state.record, state.target_window(), &press.key)
            };
            let action = action.filter(|_| !press.is_shortcut);
            if press.key == "ArrowUp" && !press.is_shortcut && dom::focus(".turning button") {
                return keys::consume(&event);
            }
            if let Some(action) = action {
                keys::consume(&event);
                dispatch.dispatch(action);
            }
        })
    };
    let among = Callback::from(|event: KeyboardEvent| {
        let is_moved = match event.key().as_str() {
            "ArrowLeft" => dom::focus_next(".turning button", -1),
            "ArrowRight" => dom::focus_next(".turning button", 1),
            "ArrowDown" | "Escape" => dom::focus(".strip"),
            _ => false,
        };
        if is_moved {
            keys::consume(&event);
        }
    });
    let turning_node = use_turning(&scene);
    let picture_size = [size.width, BARS_HEIGHT + 16.0];
    let bars =
        paint::picture("record", picture_size, strip::record(&scene, Detail::Whole, size.width, BARS_HEIGHT));
    html! {
        <div class="overview" role="region" aria-label="Overview">
            <div class="turning" role="group" aria-label="Turning points" ref={turning_node}
                onkeydown={among}>
                { turning(record, &scene) }
            </div>
            { element!("h2" { "class": "spoken" } ["Overview"]) }
            <div class="strip" ref={strip} tabindex="0" role="slider" {onkeydown} aria-label="The window in the whole record"
                aria-valuemin="0" aria-valuemax="100" aria-valuenow={now} aria-valuetext={words}
                aria-description="Left and right move it, with Shift its end; plus and minus zoom, up goes \
                                  to the turning points.">
                { bars }
                <svg class="window" aria-hidden="true" ref={brush_node}>
                    <rect class="brush" /><rect class="handle" /><rect class="handle" />
                </svg>
            </div>
        </div>
    }
}

/// The turning points of the record, as far as their names fit.
fn turning(record: &Record, scene: &OverviewScene) -> Html {
    let mut points = Vec::new();
    for point in &scene.turning {
        let event = record.event(point.event);
        points.push(element!("button" {
            "type": "button",
            "tabindex": "-1",
            "class": class(&[hue_of(record, point.event)]),
            "data-open": event.id,
            "title": event.title,
            "aria-label": [event.title, ", ", &format::short(event.date)].concat(),
        } [point.name.clone()]));
    }
    points.into_iter().collect()
}

/// Puts the turning points where they belong.
#[hook]
fn use_turning(scene: &Rc<OverviewScene>) -> NodeRef {
    let node = use_node_ref();
    let (row, scene) = (node.clone(), scene.clone());
    use_guard(Same(scene.clone()), move || {
        if let Some(row) = row.cast() {
            dom::set_lefts(&row, scene.turning.iter().map(|point| point.x));
        }
    });
    node
}

/// The brush follows each step of the window, past Yew.
#[hook]
fn use_brush_node(props: &Props, width: f64) -> NodeRef {
    let node = use_node_ref();
    let newest = use_mut_ref(|| width);
    *newest.borrow_mut() = width;
    let show = {
        let (node, record, dispatch) = (node.clone(), props.record.clone(), props.dispatch.clone());
        Rc::new(move || {
            let Some(picture) = node.cast() else { return };
            let brush = brush(whole(&record, *newest.borrow()), dispatch.live().window());
            let places = strip::brush(brush, BARS_HEIGHT)
                .map(|block| [block.x, block.y, block.width, block.height, block.radius]);
            dom::place_rects(&picture, &places);
        })
    };
    {
        let (dispatch, show) = (props.dispatch.clone(), show.clone());
        use_guard((), move || dispatch.follow(move |_| show()));
    }
    use_guard(EachTime, move || show());
    node
}

#[hook]
fn use_brush(strip: &NodeRef, props: &Props, width: f64) {
    let newest = use_mut_ref(|| width);
    *newest.borrow_mut() = width;
    let (strip, record, dispatch) = (strip.clone(), props.record.clone(), props.dispatch.clone());
    use_guard((), move || {
        let held: RefCell<Option<(Hold, f64)>> = RefCell::default();
        let has_moved = Cell::new(false);
        let heard = move |sample| {
            let (window, width) = (dispatch.live().window(), *newest.borrow());
            let scale = whole(&record, width);
            let pointer = match sample {
                Sample::Pointer(pointer) => pointer,
                Sample::Wheel(turn) => {
                    if let Some(Intent::Zoom { factor, .. }) = crate::input::wheel(&turn) {
                        dispatch.dispatch(Action::ZoomAt { share: 0.5, factor });
                    }
                    return Grip::Loose;
                }
            };
            match pointer.phase {
                Phase::Down => {
                    let edge_px = if pointer.is_touch { FINGER_PX } else { EDGE_PX };
                    let hold = take_hold(&record, scale.width(), window, pointer.at.x, edge_px);
                    *held.borrow_mut() = Some((hold, pointer.at.x));
                    has_moved.set(false);
                }
                Phase::Move => {
                    if let Some((hold, from)) = *held.borrow() {
                        has_moved.set(true);
                        let by = scale.secs_from_px(pointer.at.x - from).0;
                        dispatch.dispatch(Action::ShowWindow(moved(hold, by, &record)));
                    }
                }
                Phase::Up | Phase::Cancel => {
                    if let (Some((Hold::Whole(target), _)), false, Phase::Up) =
                        (held.take(), has_moved.get(), pointer.phase)
                    {
                        dispatch.dispatch(Action::GlideTo(record.not_empty(target)));
                    }
                }
            }
            if has_moved.get() { Grip::Dragging } else { Grip::Loose }
        };
        strip.cast().map(|element| gestures::listen(&element, heard))
    });
}
