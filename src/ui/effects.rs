//! What follows from the state outside the page: the address, the theme, the glide's frames, "ready".

use std::rc::Rc;

use yew::prelude::*;

use super::store::Dispatch;
use crate::platform::{address, dom, frame, storage};
use crate::state::url::{decode, encode};
use crate::state::{Action, State, Theme};

/// How long a glide takes: short enough to be waited for, long enough to be followed.
const GLIDE_MS: f64 = 250.0;

/// How long the window must rest before the address is written: browsers refuse more than about 100 writes in 30 s.
const ADDRESS_REST_MS: f64 = 400.0;

/// Keeps the address in step: selections are steps of the history, everything else changes the present one.
#[hook]
pub fn use_address(state: &Rc<State>, dispatch: &Dispatch) {
    {
        let (story, dispatch) = (state.story.clone(), dispatch.clone());
        use_effect_with((), move |()| {
            let watch = address::watch(move |address| {
                let decoded = decode(&story, &address.query, &address.fragment);
                dispatch.dispatch(Action::Navigated { view: decoded.view, problems: decoded.problems.into() });
            });
            move || drop(watch)
        });
    }
    let last_selection = use_mut_ref(|| state.view.selection);
    let story = state.story.clone();
    use_effect_with(state.view.clone(), move |view| {
        let fragment = encode(&story, view);
        let is_step = *last_selection.borrow() != view.selection;
        *last_selection.borrow_mut() = view.selection;
        let mut rest = None;
        if is_step {
            if fragment != address::current().fragment {
                address::write(&fragment, address::Entry::Push);
            }
        } else {
            rest = Some(frame::animate(ADDRESS_REST_MS, move |share| {
                if share >= 1.0 && fragment != address::current().fragment {
                    address::write(&fragment, address::Entry::Replace);
                }
            }));
        }
        move || drop(rest)
    });
}

/// Plays a glide frame by frame; cuts where the reader wants no motion.
#[hook]
pub fn use_glide(state: &Rc<State>, dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    use_effect_with(state.visit.glide, move |glide| {
        let animation = glide.map(|_| {
            let duration_ms = if dom::prefers_reduced_motion() { 0.0 } else { GLIDE_MS };
            frame::animate(duration_ms, move |share| dispatch.dispatch(Action::GlideStep(share)))
        });
        move || drop(animation)
    });
}

/// Puts the chosen theme on the document's root and keeps it for the next visit.
#[hook]
pub fn use_theme(state: &Rc<State>) {
    let before = use_mut_ref(|| state.view.theme);
    use_effect_with(state.view.theme, move |&theme| {
        let name = match theme {
            Theme::System => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
        };
        dom::set_root_attribute("data-theme", name);
        if before.replace(theme) != theme {
            storage::keep_theme(name);
        }
    });
}

/// Says on the document's root that the page has been drawn for the first time.
#[hook]
pub fn use_ready() {
    use_effect_with((), |()| {
        // Two frames on, sizes have been measured and the plot has been drawn with them.
        let second = frame::animate(50.0, |share| {
            if share >= 1.0 {
                dom::set_root_attribute("data-ready", Some("true"));
            }
        });
        move || drop(second)
    });
}
