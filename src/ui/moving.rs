//! The timeline while its window moves: each frame is drawn on a canvas, past Yew,
//! as it would be drawn at rest.
//!
//! The page's own elements wait below, unseen, so that a mark keeps the focus. They come back when the window
//! rests. If the lanes then have other heights, the canvas shows them moving there.

use std::cell::RefCell;
use std::rc::Rc;

use dataset::model::EventIdx;
use yew::NodeRef;

use crate::drawing::above::Above;
use crate::drawing::shape::{Detail, Line, Shape};
use crate::drawing::timeline::TimelinePicture;
use crate::geom::Size;
use crate::platform::canvas::Canvas;
use crate::platform::measure::scale;
use crate::platform::{dom, frame};
use crate::state::State;
use crate::time::format;
use crate::time::scale::TimeScale;
use crate::time::window::TimeWindow;
use crate::timeline::arcs::{ArcRequest, Arcs};
use crate::timeline::glide::Laid;
use crate::timeline::labels::Labels;
use crate::timeline::lanes::Lanes;
use crate::timeline::layout::LayoutRequest;
use crate::timeline::levels::LevelCache;

use super::above::{border, has_room_beside, height};

/// How long lanes take to their new heights.
const SETTLE_MS: f64 = 180.0;

/// With more events than this, arcs are not drawn while the window moves; they come when it rests.
const MOST_WITH_ARCS: usize = 600;

/// What a picture follows from, but for its window.
pub struct Setup {
    pub state: Rc<State>,
    pub labels: Rc<Labels>,
    pub above: Rc<Above>,
    /// Of the plot, with its axis.
    pub size: Size,
    pub kept: Vec<EventIdx>,
    pub lit: Option<Vec<bool>>,
}

impl Setup {
    /// What the picture of `window` depends on.
    pub fn request(&self, window: TimeWindow) -> LayoutRequest<'_> {
        LayoutRequest {
            record: &self.state.record,
            mode: self.state.view.lanes,
            labels: &self.labels,
            size: self.size,
            are_names_beside: has_room_beside(self.size.width),
            window,
            zone: self.state.view.clock,
            kept: &self.kept,
            lit: self.lit.as_deref(),
        }
    }
}

/// The elements that follow the window, and what they show.
#[derive(Default)]
pub struct Moving {
    /// The part, which says which window is shown.
    pub timeline: NodeRef,
    /// The list of the lanes' names.
    pub names: NodeRef,
    pub canvas: NodeRef,
    /// Where looks are read.
    pub looks: NodeRef,
    pub levels: RefCell<LevelCache>,
    drawer: RefCell<Option<Canvas>>,
    setup: RefCell<Option<Setup>>,
    /// What is seen.
    seen: RefCell<Option<Laid>>,
    settling: RefCell<Option<frame::Animation>>,
}

impl Moving {
    /// Shows `window`, which is on its way; says whether it can.
    pub fn show(&self, window: TimeWindow) -> bool {
        let setup = self.setup.borrow();
        let Some((setup, lanes)) =
            setup.as_ref().zip(self.seen.borrow().as_ref().map(|seen| seen.lanes.clone()))
        else {
            return false;
        };
        self.settling.take();
        let scene = setup.request(window).scene(&lanes, &mut self.levels.borrow_mut());
        let laid = Laid { lanes, scene };
        let is_drawn = self.draw(setup, &laid, window);
        if is_drawn {
            self.tell(&laid, window);
            self.mark_moving(true);
        }
        self.seen.replace(Some(laid));
        is_drawn
    }

    /// Takes over from here: `laid` is drawn by the page, at rest.
    /// Lanes that have changed run to where they are now.
    pub fn rest(self: &Rc<Self>, setup: Setup, laid: Laid, window: TimeWindow) {
        if let Some(canvas) = &mut *self.drawer.borrow_mut() {
            canvas.forget_looks();
        }
        self.tell(&laid, window);
        let before = self.seen.replace(Some(laid.clone()));
        let is_other = |before: &Laid| before.lanes != laid.lanes && before.lanes.mode == laid.lanes.mode;
        let before = before.filter(|before| is_other(before) && !dom::prefers_reduced_motion());
        self.setup.replace(Some(setup));
        let Some(before) = before else {
            self.settling.take();
            return self.mark_moving(false);
        };
        let own = Rc::downgrade(self);
        let step = move |share: f64| {
            let Some(own) = own.upgrade() else { return };
            let eased = 1.0 - (1.0 - share).powi(3);
            let is_drawn = own
                .setup
                .borrow()
                .as_ref()
                .is_some_and(|setup| own.draw(setup, &laid.coming_from(&before, eased), window));
            own.mark_moving(is_drawn && share < 1.0);
        };
        step(0.0);
        self.settling.replace(Some(frame::animate(SETTLE_MS, step)));
    }

    /// Whether it could draw a window on its way.
    pub fn can_draw(&self) -> bool {
        self.drawer.borrow().is_some()
    }

    fn mark_moving(&self, is_moving: bool) {
        if let Some(timeline) = self.timeline.cast() {
            dom::toggle_attribute(&timeline, "data-moving", is_moving);
        }
    }

    /// Window, counts and heights of the lanes.
    fn tell(&self, laid: &Laid, window: TimeWindow) {
        if let Some(timeline) = self.timeline.cast() {
            let [start, end] = [window.start(), window.end()].map(format::iso_utc);
            dom::set_attribute(&timeline, "data-window", &(start + "/" + &end));
            dom::set_attribute(&timeline, "data-shown", &laid.scene.num_events().to_string());
        }
        if let Some(names) = self.names.cast() {
            dom::set_texts(&names, ".count", laid.scene.lanes.iter().map(|lane| lane.num_events.to_string()));
            dom::set_heights(&names, laid.lanes.all().iter().map(|lane| lane.height));
        }
    }

    /// Draws `laid` on the canvas; says whether there is one.
    fn draw(&self, setup: &Setup, laid: &Laid, window: TimeWindow) -> bool {
        let mut drawer = self.drawer.borrow_mut();
        if drawer.is_none() {
            *drawer = self
                .canvas
                .cast()
                .zip(self.looks.cast())
                .and_then(|(canvas, looks)| Canvas::new(canvas, looks));
        }
        let Some(canvas) = &mut *drawer else { return false };
        let (record, Size { width, height: plot_height }) = (&setup.state.record, setup.size);
        let strip = height(width);
        let above = strip + border();
        let size = Size::new(width * scale(), (above + plot_height.max(laid.lanes.total_height())) * scale());
        canvas.begin(size, above * scale());
        let measure = |text: &str| setup.labels.width(text);
        let upper = setup.above.shape(TimeScale::new(window, width), [-above, strip], &measure);
        paint(canvas, 0, &Shape::all_enlarged(vec![upper], scale()));
        let arcs = if laid.scene.num_events() <= MOST_WITH_ARCS {
            arcs_of(setup, laid, window)
        } else {
            Arcs::default()
        };
        let picture = TimelinePicture {
            record,
            scene: &laid.scene,
            lanes: &laid.lanes,
            arcs: &arcs,
            width,
            zone: setup.state.view.clock,
            lit: setup.lit.as_deref(),
            selected: setup.state.selected_event(),
            focused: None,
            detail: Detail::Seen,
        };
        paint(canvas, 0, &Shape::all_enlarged(picture.shapes(), scale()));
        true
    }
}

/// The answers of a picture, as they will be drawn at rest.
fn arcs_of(setup: &Setup, laid: &Laid, window: TimeWindow) -> Arcs {
    let state = &setup.state;
    Arcs::draw(&ArcRequest {
        record: &state.record,
        scene: &laid.scene,
        lanes: &laid.lanes,
        labels: &setup.labels,
        scale: TimeScale::new(window, setup.size.width),
        chain_of: state.selected_event(),
        reach: state.visit.reach,
        lit: setup.lit.as_deref(),
    })
}

/// Draws shapes within a place of the canvas.
fn paint(canvas: &mut Canvas, place: usize, shapes: &[Shape]) {
    for shape in shapes {
        match shape {
            Shape::Group(group) => {
                let within = canvas.group(place, group.class.0);
                paint(canvas, within, &group.shapes);
            }
            Shape::Path(class, outline) => canvas.outline(place, class.0, outline),
            Shape::Rect(class, block) => {
                canvas.rect(place, class.0, [block.x, block.y, block.width, block.height, block.radius]);
            }
            Shape::Text(class, Line { x, y, text }) => canvas.text(place, class.0, *x, *y, text),
        }
    }
}

/// The lanes of `window` at rest, and its picture in them.
pub fn laid(setup: &Setup, window: TimeWindow, levels: &mut LevelCache) -> Laid {
    let request = setup.request(window);
    let lanes: Lanes = request.lanes();
    let scene = request.scene(&lanes, levels);
    Laid { lanes, scene }
}
