//! Pointers and wheels over one element, as samples. Moves are gathered to one for each frame, drags keep the
//! pointer, and the click that ends a drag is swallowed.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::render::{AnimationFrame, request_animation_frame};
use web_sys::js_sys::Reflect;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{DocumentTimeline, Element, Event, MouseEvent, Node, PointerEvent, WheelEvent};

use super::dom::{document, page_scrolls};
use super::measure::scale;
use crate::geom::{Point, Vec2};
use crate::input::{Phase, PointerSample, WheelAxis, WheelSample, WheelUnit};

/// A sample of either kind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sample {
    /// Of a pointer.
    Pointer(PointerSample),
    /// Of a wheel.
    Wheel(WheelSample),
}

/// So long a part is taken to stay as it stands, in milliseconds.
const STAND_LASTS_MS: f64 = 250.0;

/// What the listener wants of the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grip {
    /// Nothing: a press may still become a click.
    Loose,
    /// A drag is under way: the pointer stays ours, and its end is no click.
    Dragging,
}

/// Listens until dropped.
#[must_use = "stops listening when dropped"]
pub struct Listening {
    _listeners: Vec<EventListener>,
}

/// How a part stands in the browser's window. To ask for it may lay out the page,
/// so it is not done at each event.
#[derive(Clone, Copy)]
struct Stand {
    /// The left top corner.
    corner: Point,
    page_scrolls: bool,
    /// When this was asked for.
    asked_ms: f64,
}

struct Part {
    element: Element,
    waiting: RefCell<Vec<Sample>>,
    /// When what waits is passed on.
    frame: RefCell<Option<AnimationFrame>>,
    /// Its time is that of the frame.
    timeline: Option<DocumentTimeline>,
    /// In which frame samples were passed on last.
    passed_on_ms: Cell<Option<f64>>,
    swallow_click: Cell<bool>,
    stand: Cell<Stand>,
    axis: Cell<WheelAxis>,
    /// How many fingers are on the screen.
    num_touches: Cell<u32>,
    /// The scale that Safari told last of a pinch on a trackpad.
    scale: Cell<f64>,
    heard: Box<dyn Fn(Sample) -> Grip>,
}

/// Hears pointers and wheels over `element`; `heard` gets each sample and says whether a drag is under way.
pub fn listen(element: &Element, heard: impl Fn(Sample) -> Grip + 'static) -> Listening {
    let part = Rc::new(Part {
        element: element.clone(),
        waiting: RefCell::default(),
        frame: RefCell::default(),
        timeline: document().map(|document| document.timeline()),
        passed_on_ms: Cell::default(),
        swallow_click: Cell::new(false),
        stand: Cell::new(Stand {
            corner: Point::new(0.0, 0.0),
            page_scrolls: false,
            asked_ms: f64::NEG_INFINITY,
        }),
        axis: Cell::default(),
        num_touches: Cell::default(),
        scale: Cell::new(1.0),
        heard: Box::new(heard),
    });
    let pointer = |kind: &'static str, phase| {
        let part = part.clone();
        EventListener::new(element, kind, move |event| {
            if let Some(event) = event.dyn_ref() {
                part.pointer(event, phase);
            }
        })
    };
    let wheel = {
        let part = part.clone();
        EventListener::new_with_options(
            element,
            "wheel",
            EventListenerOptions::enable_prevent_default(),
            move |event| {
                if let Some(event) = event.dyn_ref() {
                    part.wheel(event);
                }
            },
        )
    };
    let pinch = |kind: &'static str| {
        let part = part.clone();
        EventListener::new_with_options(
            element,
            kind,
            EventListenerOptions::enable_prevent_default(),
            move |event| part.pinch(event),
        )
    };
    // Ahead of the views, which hear clicks on their way down.
    let click = document().map(|document| {
        let part = part.clone();
        let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
        EventListener::new_with_options(&document, "click", options, move |event| part.click(event))
    });
    let mut listeners = vec![
        pointer("pointerdown", Phase::Down),
        pointer("pointermove", Phase::Move),
        pointer("pointerup", Phase::Up),
        pointer("pointercancel", Phase::Cancel),
        wheel,
        pinch("gesturestart"),
        pinch("gesturechange"),
    ];
    listeners.extend(click);
    Listening { _listeners: listeners }
}

impl Part {
    fn pointer(self: &Rc<Self>, event: &PointerEvent, phase: Phase) {
        // Only the main button drags; a mouse that moves with no button down drags nothing.
        let is_ours = match phase {
            Phase::Down => event.button() == 0,
            Phase::Move => event.buttons() & 1 == 1,
            Phase::Up | Phase::Cancel => true,
        };
        if !is_ours {
            return;
        }
        // Touches are always heard to their end; a mouse may be let go elsewhere.
        let is_touch = event.pointer_type() == "touch";
        if phase != Phase::Move && is_touch {
            let num_touches = self.num_touches.get();
            self.num_touches.set(if phase == Phase::Down {
                num_touches + 1
            } else {
                num_touches.saturating_sub(1)
            });
        }
        let sample = PointerSample {
            id: event.pointer_id(),
            at: self.at(event),
            time_ms: event.time_stamp(),
            phase,
            is_touch,
        };
        self.waiting.borrow_mut().push(Sample::Pointer(sample));
        match phase {
            Phase::Move => self.flush_soon(),
            Phase::Down | Phase::Up | Phase::Cancel => {
                if phase == Phase::Down {
                    self.swallow_click.set(false);
                }
                self.flush();
            }
        }
    }

    fn wheel(self: &Rc<Self>, event: &WheelEvent) {
        let unit = match event.delta_mode() {
            WheelEvent::DOM_DELTA_LINE => WheelUnit::Line,
            WheelEvent::DOM_DELTA_PAGE => WheelUnit::Page,
            _ => WheelUnit::Pixel,
        };
        let (zoom_key, shift) = (event.ctrl_key() || event.meta_key(), event.shift_key());
        let mut axis = self.axis.get();
        let delta = axis.kept(Vec2::new(event.delta_x(), event.delta_y()), zoom_key, event.time_stamp());
        self.axis.set(axis);
        let page_scrolls = self.stand(event).page_scrolls;
        // Also where nothing moves: the browser would enlarge the page or scroll it on the way.
        if zoom_key || shift || axis.is_sideways() || !page_scrolls {
            event.prevent_default();
        }
        let sample = WheelSample { at: self.at(event), delta, unit, zoom_key, shift, page_scrolls };
        self.waiting.borrow_mut().push(Sample::Wheel(sample));
        self.flush_soon();
    }

    /// Takes one of Safari's gesture events, which no other browser sends: of two fingers on a trackpad.
    /// Those on a screen come as pointers too, and count as such.
    fn pinch(self: &Rc<Self>, event: &Event) {
        event.prevent_default();
        let number = |name: &str| Reflect::get(event, &name.into()).ok().and_then(|value| value.as_f64());
        let (Some(scale), Some(x), Some(y)) = (number("scale"), number("clientX"), number("clientY")) else {
            return;
        };
        let before = if event.type_() == "gesturestart" { scale } else { self.scale.get() };
        self.scale.set(scale);
        if self.num_touches.get() > 0 || before == scale {
            return;
        }
        let sample = WheelSample {
            at: self.within(event, Point::new(x, y)),
            delta: Vec2::new(0.0, before / scale),
            unit: WheelUnit::Scale,
            zoom_key: true,
            shift: false,
            page_scrolls: false,
        };
        self.waiting.borrow_mut().push(Sample::Wheel(sample));
        self.flush_soon();
    }

    fn click(&self, event: &Event) {
        let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
        if self.element.contains(target.as_ref()) && self.swallow_click.take() {
            event.stop_propagation();
            event.prevent_default();
        }
    }

    /// Where an event happened.
    fn at(&self, event: &MouseEvent) -> Point {
        self.within(event, Point::new(event.client_x().into(), event.client_y().into()))
    }

    /// A place of the browser's window as `event` tells it, from the element's top left corner,
    /// in pixels of its picture.
    fn within(&self, event: &Event, at: Point) -> Point {
        Point::default() + (at - self.stand(event).corner) / scale()
    }

    /// How the part stands when `event` comes.
    fn stand(&self, event: &Event) -> Stand {
        let now_ms = event.time_stamp();
        let mut stand = self.stand.get();
        if event.type_() == "pointerdown" || !(0.0..STAND_LASTS_MS).contains(&(now_ms - stand.asked_ms)) {
            let rect = self.element.get_bounding_client_rect();
            stand = Stand {
                corner: Point::new(rect.left(), rect.top()),
                page_scrolls: page_scrolls(),
                asked_ms: now_ms,
            };
            self.stand.set(stand);
        }
        stand
    }

    /// Passes on what waits: at once, or where that was done in this frame already,
    /// before the next one is drawn.
    fn flush_soon(self: &Rc<Self>) {
        if self.frame.borrow().is_some() {
            return;
        }
        let now_ms = self.timeline.as_ref().and_then(|timeline| timeline.current_time());
        if now_ms.is_some() && self.passed_on_ms.replace(now_ms) != now_ms {
            return self.flush();
        }
        let part = self.clone();
        *self.frame.borrow_mut() = Some(request_animation_frame(move |now_ms| {
            part.passed_on_ms.set(Some(now_ms));
            part.flush();
        }));
    }

    fn flush(&self) {
        self.frame.borrow_mut().take();
        let samples = self.waiting.take();
        for sample in samples {
            let grip = (self.heard)(sample);
            let Sample::Pointer(pointer) = sample else { continue };
            if grip == Grip::Dragging {
                self.swallow_click.set(true);
                if pointer.phase == Phase::Move && !self.element.has_pointer_capture(pointer.id) {
                    // Fails when the pointer has just gone: then there is nothing to keep.
                    let _ = self.element.set_pointer_capture(pointer.id);
                }
            }
        }
    }
}

/// Where a mouse event happened, from the top left corner of `element`, in pixels of its picture.
#[must_use]
pub fn at_within(element: &Element, event: &MouseEvent) -> Point {
    let rect = element.get_bounding_client_rect();
    let [x, y] = [f64::from(event.client_x()) - rect.left(), f64::from(event.client_y()) - rect.top()]
        .map(|side| side / scale());
    Point::new(x, y)
}

/// How far right of the left edge of `element` a mouse event happened,
/// in pixels of its picture; 0 without an element.
#[must_use]
pub fn x_within(element: Option<&Element>, event: &MouseEvent) -> f64 {
    element.map_or(0.0, |element| {
        (f64::from(event.client_x()) - element.get_bounding_client_rect().left()) / scale()
    })
}
