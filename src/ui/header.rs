//! The headline, what the record is, and the choice of light or dark.

use dataset::edtf::{Edtf, Stamp};
use yew::prelude::*;

use crate::state::{State, Theme};
use crate::time::format;

/// The top of the page.
pub fn header(state: &State) -> Html {
    let meta = &state.story.data().meta;
    let kept_to = Stamp::day(meta.updated.year(), meta.updated.month(), meta.updated.day());
    let name = match state.view.theme {
        Theme::System => "System",
        Theme::Light => "Light",
        Theme::Dark => "Dark",
    };
    html! {
        <header class="masthead">
            <div>
                <h1>{ meta.title }</h1>
                <p class="standfirst">
                    { meta.description }{ " " }<span class="updated">{ format!("Record kept to {}.", format::short(Edtf::single(kept_to))) }</span>
                </p>
            </div>
            <button type="button" class="quiet" data-do="theme"
                aria-label={format!("Theme: {name}. Change")} title="Light, dark, or as the system is set">
                <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="6" class="ring" /><path d="M8 2a6 6 0 0 1 0 12z" /></svg>
                <span>{ name }</span>
            </button>
        </header>
    }
}
