//! The picture of the camps as it was a moment ago: who has left it is kept for
//! as long as it takes to fade away.

use std::rc::Rc;

use yew::prelude::*;

use super::graph_view::Drawn;
use super::guard::{Same, use_guard};
use crate::platform::{dom, frame};

/// How long they are kept: a little longer than the style sheet lets them fade.
const FADE_MS: u32 = 250;

/// What is drawn now, and what was drawn before somebody left it.
#[derive(Default)]
struct Seen {
    last: Option<Rc<Drawn>>,
    before: Option<Rc<Drawn>>,
}

/// The picture that somebody has just left, if it is of the same panel;
/// none where the reader prefers less motion.
#[hook]
pub fn use_leaving(drawn: &Rc<Drawn>) -> Option<Rc<Drawn>> {
    let seen = use_mut_ref(Seen::default);
    let again = use_force_update();
    let before = {
        let mut seen = seen.borrow_mut();
        let last = seen.last.replace(drawn.clone());
        if last.as_ref().is_some_and(|last| have_left(last, drawn)) {
            seen.before = last.filter(|_| !dom::prefers_reduced_motion());
        }
        seen.before.clone()
    };
    use_guard(before.clone().map(Same), move || {
        let is_any = seen.borrow().before.is_some();
        is_any.then(|| {
            frame::after(FADE_MS, move || {
                seen.borrow_mut().before = None;
                again.force_update();
            })
        })
    });
    before
}

/// Whether somebody has a seat in the one picture and none in the other,
/// where their camps stand in the same places.
fn have_left(before: &Drawn, now: &Drawn) -> bool {
    let (Drawn::Camps(before), Drawn::Camps(now)) = (before, now) else { return false };
    let first = |scene: &crate::graph::camp_scene::CampScene| scene.camps.first().map(|camp| camp.rect);
    first(before) == first(now) && before.actors.iter().any(|mark| now.actor(mark.actor).is_none())
}
