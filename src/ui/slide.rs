//! Moving windows: the browser slides and stretches the finished picture. A slide costs it neither layout nor painting; for
//! a stretch Chromium sets the letters anew.

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use super::guard::{EachTime, Same, use_guard};
use super::store::Dispatch;
use crate::platform::{dom, frame};
use crate::state::State;
use crate::time::format;
use crate::time::scale::{Slide, TimeScale};
use crate::time::window::Bounds;

/// A picture that is panned may leave so many pixels of the plot free; one that is zoomed, such a share of it.
const MOST_GAP_PX: f64 = 48.0;
const MOST_GAP: f64 = 0.3;
/// A picture is stretched to less than so many times its width, and by the first step of a zoom to less than so many.
const MOST_TIMES: f64 = 2.6;
const MOST_AT_ONCE: f64 = 1.5;
/// So many steps of a zoom are shown by stretching the picture before it is drawn anew.
const MOST_STRETCHED: u8 = 4;

/// Farther from the film's edge browsers begin to round places.
const MOST_LEFT: f64 = 65_536.0;
/// When a full picture has been seen for so long, a brief one of the same is drawn, so that a zoom begins at once.
const READY_MS: u32 = 60;
/// A picture that is panned goes on so far beyond the plot on the side that comes into sight, as a share of its width; one
/// that is zoomed out, on both: so it still fills the plot when it has been stretched for the last time.
const AHEAD: f64 = 0.25;
const AROUND: f64 = 0.75;

/// What is slid as a whole: an element of the page, and how it lies now.
pub struct Film {
    pub node: NodeRef,
    lies: Cell<Slide>,
}

impl Default for Film {
    fn default() -> Self {
        Self { node: NodeRef::default(), lies: Cell::new(Slide::NONE) }
    }
}

impl Film {
    /// Slides it so.
    pub fn slide(&self, to: Slide) {
        if self.lies.replace(to) == to {
            return;
        }
        match self.node.cast() {
            Some(film) if to == Slide::NONE => dom::lay_back(&film),
            Some(film) => dom::slide(&film, to.px, to.times),
            None => {}
        }
    }
}

/// How the picture is drawn.
#[derive(Clone, Copy)]
pub struct Drawn {
    /// The plot's scale when it was drawn.
    pub plot: TimeScale,
    /// The picture's own: that of the plot or, while that is panned, of more.
    pub scale: TimeScale,
    /// Its left edge on the film, in pixels: what two pictures of a pan share keeps its place there, and so costs nothing.
    pub left: f64,
    /// Shown with few words and few elements, since it will soon be drawn anew.
    pub is_brief: bool,
    /// There is a brief picture of the same, shown or not.
    pub has_brief: bool,
}

/// The films of the timeline.
#[derive(Default)]
pub struct Films {
    /// What says which window is shown.
    pub timeline: NodeRef,
    /// Of full pictures.
    pub full: Film,
    /// Of [brief](super::brief) ones.
    pub brief: Film,
}

impl Films {
    /// Shows `live` with what is drawn.
    fn show(&self, live: TimeScale, drawn: Drawn) {
        let slide = drawn.slide_to(live);
        let (shown, hidden) = if drawn.is_brief { (&self.brief, &self.full) } else { (&self.full, &self.brief) };
        shown.slide(slide);
        hidden.slide(Slide::NONE);
        if let Some(timeline) = self.timeline.cast() {
            let [start, end] = [live.window().start(), live.window().end()].map(format::iso_utc);
            dom::set_attribute(&timeline, "data-window", &(start + "/" + &end));
        }
    }
}

/// How the picture is drawn while the window moves to `live`. The finished picture is slid and stretched on its film. It is
/// drawn anew in full when the window rests or a pan leaves too much of the plot free; briefly a moment after the window has
/// come to rest, every few steps of a zoom, and when those leave too much free.
#[hook]
pub fn use_drawn(live: TimeScale, state: &Rc<State>, dispatch: &Dispatch) -> (Drawn, Rc<Films>) {
    let motion = use_mut_ref(|| Motion { drawn: Drawn::of(live), ready: None, num_stretched: 0, films: Rc::default() });
    let draw_again = use_force_update();
    let is_resting = !dispatch.is_moving();
    {
        let (motion, state, draw_again) = (motion.clone(), state.clone(), draw_again.clone());
        use_guard((Same(state.clone()), live, is_resting), move || {
            is_resting.then(|| {
                frame::after(READY_MS, move || {
                    motion.borrow_mut().ready = Some((state, live));
                    draw_again.force_update();
                })
            })
        });
    }
    {
        let (motion, dispatch, draw_again) = (motion.clone(), dispatch.clone(), draw_again);
        use_guard((), move || {
            dispatch.follow(move |window| {
                let mut motion = motion.borrow_mut();
                let live = TimeScale::new(window, motion.drawn.plot.width());
                if motion.slides(live) {
                    motion.films.show(live, motion.drawn);
                } else {
                    draw_again.force_update();
                }
            })
        });
    }
    let (drawn, films) = {
        let mut now = motion.borrow_mut();
        let is_ready = now.ready.as_ref().is_some_and(|(of, at)| Rc::ptr_eq(of, state) && *at == now.drawn.scale);
        now.step(live, state.story.bounds(), is_resting, is_ready);
        (now.drawn, now.films.clone())
    };
    {
        let films = films.clone();
        // After each drawing: what follows the window may have moved the films since the last one.
        use_guard(EachTime, move || films.show(live, drawn));
    }
    (drawn, films)
}

impl Drawn {
    /// The full picture of the plot.
    const fn of(plot: TimeScale) -> Self {
        Self { plot, scale: plot, left: 0.0, is_brief: false, has_brief: false }
    }

    /// How the film comes to lie at `live`.
    fn slide_to(self, live: TimeScale) -> Slide {
        let picture = self.scale.slide_to(live);
        Slide { px: picture.px - self.left * picture.times, ..picture }
    }
}

struct Motion {
    drawn: Drawn,
    /// Of what the brief picture that stands by was drawn.
    ready: Option<(Rc<State>, TimeScale)>,
    /// By how many steps of a zoom the picture has been stretched.
    num_stretched: u8,
    films: Rc<Films>,
}

impl Motion {
    /// Takes the picture to `live`; `is_ready` says whether a brief one of the same stands by.
    fn step(&mut self, live: TimeScale, bounds: Bounds, is_resting: bool, is_ready: bool) {
        self.drawn.has_brief = self.drawn.is_brief || is_ready;
        let slide = self.drawn.scale.slide_to(live);
        let is_zoom = slide.times != 1.0;
        if !is_resting && live.width() == self.drawn.plot.width() && self.may_slide(slide) {
            self.drawn.is_brief |= is_zoom;
        } else if is_resting || is_zoom {
            let around = AROUND * live.width();
            // Not worked out anew: only where it equals the plot's are lanes counted, and does a brief picture stand by.
            let is_alone = is_resting || slide.times > 1.0;
            let scale = if is_alone { live } else { live.reaching(around, bounds).reaching(-around, bounds) };
            self.drawn = Drawn { plot: live, scale, left: 0.0, is_brief: !is_resting, has_brief: !is_resting || is_ready };
            self.num_stretched = 0;
        } else {
            let scale = live.reaching((AHEAD * live.width()).copysign(-slide.px), bounds);
            let left = self.drawn.left + self.drawn.scale.px_from_time(scale.window().start());
            let left = if left.abs() < MOST_LEFT { left } else { 0.0 };
            self.drawn = Drawn { plot: live, scale, left, is_brief: false, has_brief: false };
        }
    }

    /// Whether the picture that is seen serves for `live` too; a step of a zoom that it serves for is counted.
    fn slides(&mut self, live: TimeScale) -> bool {
        let slide = self.drawn.scale.slide_to(live);
        let is_zoom = slide.times != 1.0;
        let is_kept = self.may_slide(slide) && (self.drawn.is_brief || !is_zoom);
        self.num_stretched += u8::from(is_kept && is_zoom);
        is_kept
    }

    /// Whether the picture may be slid so far.
    fn may_slide(&self, slide: Slide) -> bool {
        let width = self.drawn.plot.width();
        let gap = slide.gap(self.drawn.scale.width(), width);
        if slide.times == 1.0 {
            return gap <= MOST_GAP_PX;
        }
        // A full one is not stretched: its many words would cost as much as drawing it anew. The brief one that stands by is
        // not either where a single step goes far: its words would be seen to be stretched.
        let most = if self.drawn.is_brief { MOST_TIMES } else { MOST_AT_ONCE };
        let is_near = slide.times < most && (self.drawn.is_brief || slide.times > 1.0 / most);
        self.drawn.has_brief && self.num_stretched < MOST_STRETCHED && gap <= MOST_GAP * width && is_near
    }
}
