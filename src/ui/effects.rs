//! What follows from the state outside the page: the address, the theme, the glide's frames, "ready".

use std::rc::Rc;

use yew::prelude::*;

use super::guard::{EachTime, Same, use_guard};
use super::store::Dispatch;
use crate::platform::address::Address;
use crate::platform::measure::watch_size;
use crate::platform::{address, dom, focus, frame, sound, storage};
use crate::record::Record;
use crate::state::url::{Decoded, decode, decode_narrow, encode, with_foreign};
use crate::state::{Action, State, Theme, said};

/// Where one part has the screen, as in the style sheet.
const NARROW: &str = "(max-width: 719.98px)";

/// How long a glide takes: short enough to be waited for, long enough to be followed.
const GLIDE_MS: f64 = 250.0;

/// How long the window must rest before the address is written: browsers refuse more than about 100 writes in
/// 30 s, and Chromium goes through the whole document for each.
const ADDRESS_REST_MS: u32 = 400;

/// What an address says on this screen: a narrow one opens nearer.
pub fn decoded(record: &Record, address: &Address) -> Decoded {
    let decode = if dom::prefers(NARROW) { decode_narrow } else { decode };
    decode(record, &address.query, &address.fragment)
}

/// Keeps the address in step: selections are steps of the history, everything else changes the present one.
#[hook]
pub fn use_address(state: &Rc<State>, dispatch: &Dispatch) {
    {
        let dispatch = dispatch.clone();
        use_guard((), move || {
            address::watch(move |address| {
                let decoded = decoded(&dispatch.live().record, &address);
                dispatch.dispatch(Action::Navigated {
                    view: decoded.view.into(),
                    problems: decoded.problems.into(),
                });
            })
        });
    }
    let written = use_mut_ref(|| state.view.clone());
    let (record, view, is_embedded, dispatch) =
        (state.record.clone(), state.view.clone(), state.frame.is_embedded, dispatch.clone());
    // At each rest, also at one where the view is what it was: on the way nothing is written.
    use_guard((state.view.clone(), dispatch.num_rests()), move || {
        let before = written.replace(view.clone());
        let address = address::current();
        let fragment = encode(&record, &view);
        let shown = decode(&record, &address.query, &address.fragment);
        if shown.view == view {
            // The address came first: back, forward, or the opening of the page.
            tell_address(&fragment);
            return None;
        }
        // What hosts and trackers have put there stays.
        let write = move |fragment: &str, entry| {
            address::write(&with_foreign(fragment.to_owned(), &shown.foreign), entry)
        };
        // "Back" in an article leads back from it; selections in it are no steps.
        if before.selection == view.selection || is_embedded {
            let is_patient = before.selection == view.selection;
            let rest_ms = if is_patient { ADDRESS_REST_MS } else { 0 };
            return Some(frame::after(rest_ms, move || {
                // Another address may have been typed or followed meanwhile:
                // that one counts, and is heard in a moment.
                if !(is_patient && dispatch.is_moving()) && address::current() == address {
                    write(&fragment, address::Entry::Replace);
                    tell_address(&fragment);
                }
            }));
        }
        // The step back must lead to what was last seen, also when the window had no time to rest.
        write(&encode(&record, &before), address::Entry::Replace);
        write(&fragment, address::Entry::Push);
        tell_address(&fragment);
        None
    });
}

/// Says on the document's root what the address bar shows, also where it could not be written:
/// host.js tells the pages around.
fn tell_address(fragment: &str) {
    dom::set_root_attribute("data-address", Some(fragment));
}

/// Plays a glide frame by frame; cuts where the reader wants no motion.
#[hook]
pub fn use_glide(state: &Rc<State>, dispatch: &Dispatch) {
    let (dispatch, glide) = (dispatch.clone(), state.visit.glide);
    use_guard(glide, move || {
        glide.map(|_| {
            let duration_ms = if dom::prefers_reduced_motion() { 0.0 } else { GLIDE_MS };
            frame::animate(duration_ms, move |share| dispatch.dispatch(Action::GlideStep(share)))
        })
    });
}

/// Puts the chosen theme on the document's root, and keeps it and the chosen keys for the next visit.
#[hook]
pub fn use_choices(state: &Rc<State>) {
    let before = use_mut_ref(|| (state.view.theme, state.visit.keys));
    let (theme, keys, is_embedded) = (state.view.theme, state.visit.keys, state.frame.is_embedded);
    use_guard((theme, keys), move || {
        let name = match theme {
            Theme::System => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
        };
        dom::set_root_attribute("data-theme", name);
        let before = before.replace((theme, keys));
        // Nothing is kept in another's page: a choice made there lasts for the visit.
        if before.0 != theme && !is_embedded {
            storage::keep_theme(name);
        }
        if before.1 != keys && !is_embedded {
            storage::keep_keys(keys.written().as_deref());
        }
    });
}

/// Says what has changed when all rests again, and gives the document its title.
#[hook]
pub fn use_words(state: &Rc<State>) {
    let before = use_mut_ref(|| state.clone());
    let state = state.clone();
    use_guard(Same(state.clone()), move || {
        dom::set_title(&said::title(&state));
        let before = before.replace(state.clone());
        if let Some(sentence) = said::sentence(&before, &state) {
            dom::say(&sentence);
        }
        if before.window() != state.window() {
            // Of another stretch of time.
            sound::stop();
        }
    });
}

/// Where the focus goes when nothing nearer is there.
const HOMES: [&str; 6] = ["[data-open] .details", ".plot", ".plane", ".rungs-room", ".list", ".details"];

/// Sees that the focus is not lost with what had it, and gives it back
/// to what has opened the details when they close.
#[hook]
pub fn use_kept_focus(state: &Rc<State>) {
    let is_open = state.view.selection.is_some() || state.visit.group.is_some();
    let was_open = use_mut_ref(|| is_open);
    use_guard(EachTime, move || match (was_open.replace(is_open), is_open) {
        (true, false) => focus::give_back(".details", &HOMES),
        (false, true) => {
            focus::remember();
            focus::keep(&HOMES);
        }
        _ => focus::keep(&HOMES),
    });
    use_guard((), focus::watch);
}

/// What was chosen among the results is read next, and they close when the focus leaves them: here for
/// details that have been opened just now.
#[hook]
pub fn use_focus_on_found(state: &Rc<State>) {
    use_guard(state.view.selection, || {
        if dom::has_focus(".results *") {
            dom::focus(".details");
        }
    });
}

/// Says on the document's root that the page has been drawn for the first time: in the frame in which sizes
/// are told, and so those of all its parts.
#[hook]
pub fn use_ready() {
    use_guard((), || {
        dom::root().map(|root| watch_size(&root, |_| dom::set_root_attribute("data-ready", Some("true"))))
    });
}
