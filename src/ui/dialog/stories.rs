//! The told stories with their chapters: a reader may begin at any.

use dataset::model::Story;
use yew::prelude::*;

use crate::record::chapters::chapters;
use crate::state::{State, Told};
use crate::ui::element::{Inside, element};
use crate::ui::shapes::{section, span};

/// Words that are read in a minute, with a look at the picture.
const WORDS_A_MINUTE: usize = 110;

/// All stories of `state`, each with ways to its chapters.
pub fn view(state: &State) -> Html {
    let mut sections = Vec::new();
    for (nth, story) in (0u16..).zip(state.record.data().stories) {
        let now = state.view.told.filter(|told| told.story == nth).map(|told| usize::from(told.step));
        let mut items = Vec::new();
        for chapter in chapters(story.steps, state.record.clock()) {
            let step = u16::try_from(chapter.first).unwrap_or_default();
            let is_here = now.is_some_and(|now| (chapter.first..chapter.first + chapter.len).contains(&now));
            items.push(element!("li" {} [element!("button" {
                "type": "button",
                "class": "link",
                "data-tell": Told { story: nth, step }.written(&state.record),
                "aria-current": is_here.then_some("step"),
            } [span("date", chapter.name), span("title", story.steps[chapter.first].title.to_owned())])]));
        }
        let inside = vec![
            element!("p" { "class": "note" } [length(story)]),
            element!("ol" { "class": "chapters" } [items]),
            element!("p" { "class": "note" } [story.source, "."]),
        ];
        sections.push(section(None, story.title, inside.node()));
    }
    sections.node()
}

/// How many steps a story has, and how long it takes.
fn length(story: &Story) -> String {
    let num_words: usize = story.steps.iter().map(|step| step.text.split(' ').count()).sum();
    let minutes = num_words.div_ceil(WORDS_A_MINUTE);
    format!(
        "{} steps, about {minutes} {}",
        story.steps.len(),
        if minutes == 1 { "minute" } else { "minutes" }
    )
}
