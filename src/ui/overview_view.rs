//! The whole record as a strip with the window as a brush: drag it, its edges, or click beside it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::prelude::*;

use super::axis::labels;
use super::element::element;
use super::guard::{EachTime, use_guard};
use super::keys::plot_action;
use super::measured::use_size;
use super::shapes::{path, rect, text};
use super::slide::Film;
use super::store::Dispatch;
use crate::geom::coord;
use crate::input::{Intent, Phase};
use crate::platform::gestures::{self, Grip, Sample};
use crate::platform::keys;
use crate::state::Action;
use crate::story::Story;
use crate::time::format;
use crate::time::scale::Slide;
use crate::time::window::{Moment, TimeWindow};
use crate::timeline::overview::{Brush, OverviewScene, brush, whole};

/// Height of the bars; their axis stands below.
const BARS_HEIGHT: f64 = 26.0;
/// How near to an edge of the brush a press takes hold of that edge, in pixels.
const EDGE_PX: f64 = 6.0;

#[derive(PartialEq, Properties)]
pub struct Props {
    pub story: Rc<Story>,
    /// Which rest of the window it is; while it moves, it is followed.
    pub rest: u32,
    pub dispatch: Dispatch,
}

/// What a press has taken hold of.
#[derive(Clone, Copy)]
enum Hold {
    Whole(TimeWindow),
    Start(TimeWindow),
    End(TimeWindow),
}

#[component]
pub fn OverviewView(props: &Props) -> Html {
    let Props { story, dispatch, .. } = props;
    let window = dispatch.live().window();
    let strip = use_node_ref();
    let size = use_size(&strip, ".strip");
    let scene = use_memo((story.clone(), size.width), |(story, width)| OverviewScene::draw(story, *width, BARS_HEIGHT));
    use_brush(&strip, props, size.width);
    let brush = brush(whole(story, size.width), window);
    let (drawn, film) = use_drawn_brush(brush, props, size.width);
    let label = format!("The window in the whole record: {}", format::window(window, story.clock()));
    let onkeydown = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            let (state, press) = (dispatch.live(), keys::KeyPress::from(&event));
            let action = plot_action(&state.story, state.window(), &press.key).filter(|_| !press.is_shortcut);
            if let Some(action) = action {
                keys::consume(&event);
                dispatch.dispatch(action);
            }
        })
    };
    let picture =
        |inside: Vec<Html>| element!("svg" { "width": size.width, "height": BARS_HEIGHT + 16.0, "aria-hidden": "true" } [inside]);
    let density = picture(vec![
        path("density", scene.density.clone()),
        path("base", format!("M0 {}H{}", coord(BARS_HEIGHT), coord(size.width))),
        labels(text, "tick", &scene.ticks, BARS_HEIGHT + 12.0).into_iter().collect(),
    ]);
    let handle = |x: f64| rect(Some("handle".into()), [x - 2.0, 8.0, 4.0, 10.0, 2.0]);
    let brush = picture(vec![
        rect(Some("brush".into()), [drawn.x, 0.5, drawn.width, BARS_HEIGHT, 3.0]),
        handle(drawn.x),
        handle(drawn.x + drawn.width),
    ]);
    html! {
        <div class="overview" role="region" aria-label="Overview">
            <div class="strip" ref={strip} tabindex="0" role="group" aria-label={label} {onkeydown}>
                { density }
                <div class="film" ref={&film.node}>{ brush }</div>
            </div>
        </div>
    }
}

/// A brush is not slid for less than so many pixels: of a short window most steps are far less, and each costs its part.
const LEAST_PX: f64 = 0.75;
/// It is drawn anew when it would be stretched to more or less than so many times its width, and its handles with it.
const MOST_TIMES: f64 = 2.5;

/// The brush as it is drawn, and where it is slid to.
struct DrawnBrush {
    brush: Brush,
    shown: Cell<Brush>,
    film: Rc<Film>,
    /// Of the strip.
    width: f64,
}

impl DrawnBrush {
    /// Whether it can be shown where `live` is without being drawn anew.
    fn may_slide(&self, live: Brush) -> bool {
        (1.0 / MOST_TIMES..=MOST_TIMES).contains(&(live.width / self.brush.width))
    }

    /// Shows it where `live` is, if that is seen to be elsewhere.
    fn follow(&self, live: Brush) {
        let shown = self.shown.get();
        let moved = [live.x - shown.x, live.x + live.width - shown.x - shown.width];
        if moved.iter().any(|px| px.abs() >= LEAST_PX) {
            self.slide(live);
        }
    }

    /// Shows it where `live` is.
    fn slide(&self, live: Brush) {
        self.shown.set(live);
        let times = live.width / self.brush.width;
        self.film.slide(Slide { px: live.x - self.brush.x * times, times });
    }
}

/// The brush that is drawn. While the window moves it is slid on the film to where that is: the browser then paints nothing.
#[hook]
fn use_drawn_brush(live: Brush, props: &Props, width: f64) -> (Brush, Rc<Film>) {
    let draw_again = use_force_update();
    let drawn = use_mut_ref(|| DrawnBrush { brush: live, shown: Cell::new(live), film: Rc::default(), width });
    let mut now = drawn.borrow_mut();
    now.width = width;
    if !props.dispatch.is_moving() || !now.may_slide(live) {
        now.brush = live;
    }
    {
        let (drawn, story, dispatch) = (drawn.clone(), props.story.clone(), props.dispatch.clone());
        use_guard((), move || {
            dispatch.follow(move |window| {
                let drawn = drawn.borrow();
                let live = brush(whole(&story, drawn.width), window);
                if drawn.may_slide(live) {
                    drawn.follow(live);
                } else {
                    draw_again.force_update();
                }
            })
        });
    }
    {
        let drawn = drawn.clone();
        use_guard(EachTime, move || drawn.borrow().slide(live));
    }
    (now.brush, now.film.clone())
}

#[hook]
fn use_brush(strip: &NodeRef, props: &Props, width: f64) {
    let newest = use_mut_ref(|| width);
    *newest.borrow_mut() = width;
    let (strip, story, dispatch) = (strip.clone(), props.story.clone(), props.dispatch.clone());
    use_guard((), move || {
        let held: RefCell<Option<(Hold, f64)>> = RefCell::default();
        let has_moved = Cell::new(false);
        let heard = move |sample| {
            let (window, width) = (dispatch.live().window(), *newest.borrow());
            let scale = whole(&story, width);
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
                    *held.borrow_mut() = Some((take_hold(&story, scale.width(), window, pointer.at.x), pointer.at.x));
                    has_moved.set(false);
                }
                Phase::Move => {
                    if let Some((hold, from)) = *held.borrow() {
                        has_moved.set(true);
                        let by = scale.secs_from_px(pointer.at.x - from).0;
                        dispatch.dispatch(Action::ShowWindow(moved(hold, by, &story)));
                    }
                }
                Phase::Up | Phase::Cancel => {
                    if let (Some((Hold::Whole(target), _)), false, Phase::Up) = (held.take(), has_moved.get(), pointer.phase) {
                        dispatch.dispatch(Action::GlideTo(target));
                    }
                }
            }
            if has_moved.get() { Grip::Dragging } else { Grip::Loose }
        };
        strip.cast().map(|element| gestures::listen(&element, heard))
    });
}

/// An edge of the brush where the press is near one, the brush where it is on it, else the brush brought there.
fn take_hold(story: &Story, width: f64, window: TimeWindow, x: f64) -> Hold {
    let scale = whole(story, width);
    let brush = brush(scale, window);
    let from_end = x - (brush.x + brush.width);
    // Edges are grasped from outside, and from inside only where the brush is wide enough to keep a middle.
    let inside = if brush.width > 4.0 * EDGE_PX { EDGE_PX } else { 0.0 };
    if (-EDGE_PX..=inside).contains(&(x - brush.x)) {
        Hold::Start(window)
    } else if (-inside..=EDGE_PX).contains(&from_end) {
        Hold::End(window)
    } else if x > brush.x && from_end < 0.0 {
        Hold::Whole(window)
    } else {
        let half = window.len().0 / 2.0;
        let middle = scale.time_from_px(x).0;
        Hold::Whole(TimeWindow::fitting(Moment(middle - half), Moment(middle + half), story.bounds()))
    }
}

fn moved(hold: Hold, by: f64, story: &Story) -> TimeWindow {
    let bounds = story.bounds();
    let least = TimeWindow::MIN_LEN.0;
    match hold {
        Hold::Whole(window) => window.pan(dataset::units::Secs(by), bounds),
        Hold::Start(window) => {
            let start = (window.start().0 + by).min(window.end().0 - least);
            TimeWindow::fitting(Moment(start), window.end(), bounds)
        }
        Hold::End(window) => {
            let end = (window.end().0 + by).max(window.start().0 + least);
            TimeWindow::fitting(window.start(), Moment(end), bounds)
        }
    }
}
