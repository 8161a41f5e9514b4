//! Moving windows: the browser slides and stretches the finished picture. A slide costs it neither layout nor painting; for
//! a stretch Chromium sets the letters anew.

use std::rc::Rc;

use yew::prelude::*;

use super::guard::{Same, use_guard};
use crate::platform::{dom, frame};
use crate::state::State;
use crate::time::scale::{Slide, TimeScale};
use crate::time::window::Bounds;

/// A picture that is panned may leave so many pixels of the plot free; one that is zoomed, such a share of it.
const MOST_GAP_PX: f64 = 48.0;
const MOST_GAP: f64 = 0.52;
/// A picture is stretched to less than so many times its width, and by the first step of a zoom to less than so many.
const MOST_TIMES: f64 = 2.6;
const MOST_AT_ONCE: f64 = 1.5;
/// So many steps of a zoom are shown by stretching the picture before it is drawn anew.
const MOST_STRETCHED: u8 = 4;

/// Farther from the film's edge browsers begin to round places.
const MOST_LEFT: f64 = 65_536.0;
/// When a full picture has been seen for so long, a brief one of the same is drawn, so that a zoom begins at once.
const READY_MS: u32 = 60;
/// A picture that is panned goes on so far beyond the plot on the side that comes into sight, as a share of its width.
const AHEAD: f64 = 0.3;

/// Shows what is on `films` slid so.
#[hook]
pub fn use_slides(films: &[NodeRef], slide: Slide) {
    let films = films.to_vec();
    use_guard((films.clone(), slide), move || {
        for film in &films {
            match film.cast() {
                Some(film) if slide == Slide::NONE => dom::lay_back(&film),
                Some(film) => dom::slide(&film, slide.px, slide.times),
                None => {}
            }
        }
    });
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

/// How the picture is drawn while the window moves to `live`. The finished picture is slid and stretched on its film: the
/// first of `films` for full ones, the second for [brief](super::brief) ones; the third goes with both. It is drawn anew in
/// full when the window rests or a pan leaves too much of the plot free; briefly a moment after the window has come to rest,
/// every few steps of a zoom, and when those leave too much free.
#[hook]
pub fn use_drawn(films: &[NodeRef; 3], live: TimeScale, state: &Rc<State>) -> Drawn {
    let motion = use_mut_ref(|| Motion { drawn: Drawn::of(live), ready: None, num_stretched: 0 });
    let draw_again = use_force_update();
    let is_resting = state.window() == live.window();
    {
        let (motion, state) = (motion.clone(), state.clone());
        use_guard((Same(state.clone()), live, is_resting), move || {
            is_resting.then(|| {
                frame::after(READY_MS, move || {
                    motion.borrow_mut().ready = Some((state, live));
                    draw_again.force_update();
                })
            })
        });
    }
    let mut now = motion.borrow_mut();
    let is_ready = now.ready.as_ref().is_some_and(|(of, at)| Rc::ptr_eq(of, state) && *at == now.drawn.scale);
    let slide = now.step(live, state.story.bounds(), is_resting, is_ready);
    let [full, brief, others] = films;
    let (shown, hidden) = if now.drawn.is_brief { (brief, full) } else { (full, brief) };
    use_slides(&[shown.clone(), others.clone()], slide);
    use_slides(std::slice::from_ref(hidden), Slide::NONE);
    now.drawn
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
}

impl Motion {
    /// Takes the picture to `live`, and says how it is slid there; `is_ready` says whether a brief one of the same stands by.
    fn step(&mut self, live: TimeScale, bounds: Bounds, is_resting: bool, is_ready: bool) -> Slide {
        self.drawn.has_brief = self.drawn.is_brief || is_ready;
        let slide = self.drawn.scale.slide_to(live);
        let is_zoom = slide.times != 1.0;
        let is_kept = !is_resting && live.width() == self.drawn.plot.width() && self.may_slide(slide);
        self.num_stretched = if is_kept && is_zoom { self.num_stretched + 1 } else { 0 };
        if is_kept {
            self.drawn.is_brief |= is_zoom;
            return self.drawn.slide_to(live);
        }
        if is_resting || is_zoom {
            self.drawn = Drawn { is_brief: !is_resting, has_brief: !is_resting || is_ready, ..Drawn::of(live) };
        } else {
            let scale = live.reaching((AHEAD * live.width()).copysign(-slide.px), bounds);
            let left = self.drawn.left + self.drawn.scale.px_from_time(scale.window().start());
            let left = if left.abs() < MOST_LEFT { left } else { 0.0 };
            self.drawn = Drawn { plot: live, scale, left, is_brief: false, has_brief: false };
        }
        self.drawn.slide_to(live)
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
