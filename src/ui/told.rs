//! A story as it is told: the step's text beside its picture, the ways on, back and out,
//! and the buttons that lead into it.

use std::rc::Rc;

use dataset::model::{Step, Story};
use yew::prelude::*;

use super::details::parts::actor_links;
use super::element::{class, element, when};
use super::guard::use_guard;
use super::list::event_links;
use super::shapes::{quiet, section, span, tool};
use super::store::Dispatch;
use crate::command::Command;
use crate::platform::{dom, keys, swipe};
use crate::record::chapters::chapters;
use crate::state::{Action, State, Told};
use crate::time::format;

#[derive(PartialEq, Properties)]
pub struct Props {
    pub state: Rc<State>,
    pub dispatch: Dispatch,
}

/// The step that the reader is at; nothing where none is told.
#[component]
pub fn ToldStep(props: &Props) -> Html {
    let Props { state, dispatch } = props;
    let region = use_node_ref();
    {
        let (region, dispatch) = (region.clone(), dispatch.clone());
        use_guard((), move || {
            region
                .cast()
                .map(|element| swipe::listen(&element, move |by| dispatch.dispatch(Action::TellStep(by))))
        });
    }
    let onkeydown = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            let press = keys::KeyPress::from(&event);
            let action = match press.key.as_str() {
                _ if press.is_shortcut => return,
                "ArrowLeft" => Action::TellStep(-1),
                "ArrowRight" => Action::TellStep(1),
                "Escape" => Action::Tell(None),
                _ => return,
            };
            keys::consume(&event);
            dispatch.dispatch(action);
        })
    };
    let (Some(told), Some(step)) = (state.view.told, state.told_step()) else { return Html::default() };
    let story = &state.record.data().stories[usize::from(told.story)];
    html! {
        <div class="told" ref={region} tabindex="-1" role="group" {onkeydown}
            aria-label="Told story. Left and right go from step to step, Escape leaves.">
            { head(state, story, told) }
            { words(step) }
            { ways(state, story, told) }
            { more(state, story, step, told) }
        </div>
    }
}

/// Where the reader is; copy link and exit.
fn head(state: &State, story: &'static Story, told: Told) -> Html {
    let at = usize::from(told.step);
    let chapter =
        chapters(story.steps, state.record.clock()).into_iter().rev().find(|chapter| chapter.first <= at);
    element!("div" { "class": "told-head" } [
        element!("p" { "class": "kicker" } [
            element!("strong" {} [format!("Step {} of {}", at + 1, story.steps.len())]),
            chapter.map(|chapter| span("chapter", chapter.name)),
        ]),
        tool("Copy link to this view", "Copy link", Command::Copy),
        tool("Leave the story", "×", Command::TellExit),
    ])
}

/// Said when the step changes ([`crate::state::said`]); the links below are there to be gone to.
fn words(step: &'static Step) -> Html {
    element!("article" {} [
        element!("h2" {} [step.title]),
        element!("p" { "class": "summary" } [step.text]),
    ])
}

/// Back, how far the reader has come, and on: at the end to all that the story is a part of.
fn ways(state: &State, story: &'static Story, told: Told) -> Html {
    let at = usize::from(told.step);
    let next = story.steps.get(at + 1);
    let on = next.map(|next| {
        element!("button" { "type": "button", "class": "told-next", "data-do": Command::TellNext.word() } [
            element!("b" {} ["Next"]),
            span("title", next.title.to_owned()),
        ])
    });
    let end = next.is_none().then(|| {
        element!("div" { "class": "told-end", "role": "group", "aria-label": "Read on" } [
            quiet("The record", Command::OnToRecord),
            quiet("Open claims", Command::OnToClaims),
            quiet("Sources", Command::About),
            quiet("Share", Command::Share),
            quiet("Stories", Command::Stories),
        ])
    });
    element!("div" { "class": "told-way" } [
        end,
        element!("button" {
            "type": "button",
            "class": "told-back",
            "data-do": Command::TellPrevious.word(),
            "aria-label": "Back to the previous step",
            "aria-disabled": (at == 0).then_some("true"),
        } ["Back"]),
        progress(state, story, at),
        on,
    ])
}

/// A dash for each step, in groups by chapter; a click opens the chapters.
fn progress(state: &State, story: &'static Story, at: usize) -> Html {
    let mut dashes = Vec::new();
    for chapter in chapters(story.steps, state.record.clock()) {
        for step in chapter.first..chapter.first + chapter.len {
            let place = [when(step == chapter.first, "first"), when(step <= at, "read")];
            dashes.push(element!("i" { "class": class(&place) } []));
        }
    }
    element!("button" {
        "type": "button",
        "class": "told-progress",
        "data-do": Command::Stories.word(),
        "aria-label": "Chapters",
        "title": "Chapters",
        "aria-haspopup": "dialog",
    } [dashes])
}

/// What the step is about, as links, where there is room for it.
fn more(state: &State, story: &'static Story, step: &'static Step, told: Told) -> Html {
    let actors = actor_links(&state.record, step.actors);
    element!("div" { "class": "told-more" } [
        (!step.events.is_empty()).then(|| section(None, "In this step", event_links(state, step.events, None))),
        actors.map(|actors| section(None, "Who is in it", actors)),
        (told.step == 0).then(|| element!("p" { "class": "note" } [story.title, ". ", story.source, "."])),
        element!("p" { "class": "note" } [format::short(step.view)]),
    ])
}

/// The way back to the step, for above what the reader looks at meanwhile; nothing where no story is told.
pub fn way_back(state: &State) -> Option<Html> {
    let told = state.view.told?;
    // Short: on a phone it shares its line with the commands.
    Some(way_to(state, told, "tool", format!("‹ Story: step {}", told.step + 1)))
}

/// The way into the first story, back to the step that is told,
/// or on from where a story was left; and to all chapters.
pub fn begin(state: &State) -> Option<Html> {
    let stories = state.record.data().stories;
    // After its end, a story begins again.
    let is_unread = |left: &Told| usize::from(left.step) + 1 < stories[usize::from(left.story)].steps.len();
    let (place, words) = match (state.view.told, state.visit.bookmark.filter(is_unread)) {
        (Some(told), _) => (told, format!("In the story: step {}", told.step + 1)),
        (None, Some(left)) => (left, format!("Continue: step {}", left.step + 1)),
        (None, None) => (Told { story: 0, step: 0 }, "Read the story".to_owned()),
    };
    let chapters = element!("button" {
        "type": "button",
        "class": "quiet",
        "data-do": Command::Stories.word(),
        "aria-haspopup": "dialog",
    } ["Chapters"]);
    (!stories.is_empty())
        .then(|| element!("div" { "class": "begin" } [way_to(state, place, "story-button", words), chapters]))
}

fn way_to(state: &State, place: Told, class: &'static str, words: String) -> Html {
    let title = state.record.data().stories.get(usize::from(place.story)).map(|story| story.title);
    element!("button" {
        "type": "button",
        "class": class,
        "data-tell": place.written(&state.record),
        "title": title,
    } [words])
}

/// Brings the focus to a step that the reader opens or comes back to,
/// and to the story's button when the story is left.
#[hook]
pub fn use_told_focus(state: &Rc<State>) {
    let is_told = state.view.told.is_some();
    let is_in_sight = is_told && state.view.selection.is_none() && state.visit.group.is_none();
    let place = (is_told, is_in_sight);
    let before = use_mut_ref(|| place);
    use_guard(place, move || match (before.replace(place), place) {
        ((_, false), (_, true)) => dom::focus(".told"),
        ((true, _), (false, _)) => dom::focus(".story-button"),
        _ => false,
    });
}
