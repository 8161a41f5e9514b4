//! A told story: the step's text with its events and actors, the way on, back and out, and the buttons that lead into it.

use std::rc::Rc;

use dataset::model::{Step, Story};
use yew::prelude::*;

use super::details::parts::actor_links;
use super::element::element;
use super::guard::use_guard;
use super::list::event_links;
use super::shapes::{section, tool};
use super::store::Dispatch;
use crate::platform::{dom, keys, swipe};
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
            region.cast().map(|element| swipe::listen(&element, move |by| dispatch.dispatch(Action::TellStep(by))))
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
    let story = &state.story.data().stories[usize::from(told.story)];
    html! {
        <div class="told" ref={region} tabindex="-1" role="group" {onkeydown}
            aria-label="Told story. Left and right go from step to step, Escape leaves.">
            { bar(story, told) }
            { words(state, story, step, told) }
        </div>
    }
}

/// Previous, where the reader is, next; copy link and exit.
fn bar(story: &Story, told: Told) -> Html {
    let (at, num_steps) = (usize::from(told.step) + 1, story.steps.len());
    let way = |name, sign, order, is_end: bool| {
        element!("button" {
            "type": "button",
            "class": "tool",
            "data-do": order,
            "aria-label": name,
            "title": name,
            "aria-disabled": is_end.then_some("true"),
        } [sign])
    };
    element!("div" { "class": "told-bar" } [
        way("Previous step", "‹", "tell-previous", at == 1),
        element!("strong" {} [format!("Step {at} of {num_steps}")]),
        way("Next step", "›", "tell-next", at == num_steps),
        element!("progress" { "max": num_steps.to_string(), "value": at.to_string(), "aria-hidden": "true" } []),
        tool("Copy link to this view", "Copy link", "copy"),
        tool("Leave the story", "Leave", "tell-exit"),
    ])
}

fn words(state: &State, story: &'static Story, step: &'static Step, told: Told) -> Html {
    let is_first = told.step == 0;
    let next = story.steps.get(usize::from(told.step) + 1);
    let next = next.map(|next| {
        element!("button" { "type": "button", "class": "link told-next", "data-do": "tell-next" } ["Next: ", next.title, " ›"])
    });
    let actors = actor_links(&state.story, step.actors);
    element!("article" {} [
        // Read out when the step changes; the links below are there to be gone to.
        element!("div" { "aria-live": "polite" } [
            element!("p" { "class": "kicker" } [story.title, " · ", format::short(step.view)]),
            element!("h2" {} [step.title]),
            element!("p" { "class": "summary" } [step.text]),
        ]),
        is_first.then(|| element!("p" { "class": "note" } [story.source, "."])),
        next,
        (!step.events.is_empty()).then(|| section(None, "In this step", event_links(state, step.events, None))),
        actors.map(|actors| section(None, "Who is in it", actors)),
    ])
}

/// The way back to the step, for above what the reader looks at meanwhile; nothing where no story is told.
pub fn way_back(state: &State) -> Option<Html> {
    let told = state.view.told?;
    // Short: on a phone it shares its line with the commands.
    Some(way_to(state, told, "tool", format!("‹ Story: step {}", told.step + 1)))
}

/// A button for each story: into it, back to the step, or on from where it was left.
pub fn story_buttons(state: &State) -> Vec<Html> {
    let mut buttons = Vec::new();
    for (nth, story) in (0u16..).zip(state.story.data().stories) {
        let of_this = |told: &Told| told.story == nth;
        let num_steps = story.steps.len();
        // A story read to its end is read anew.
        let left = state.visit.bookmark.filter(of_this).filter(|left| usize::from(left.step) + 1 < num_steps);
        let (place, words) = match (state.view.told.filter(of_this), left) {
            (Some(told), _) => (told, format!("In the story: step {} of {num_steps}", told.step + 1)),
            (None, Some(left)) => (left, format!("Continue the story: step {}", left.step + 1)),
            (None, None) => (Told { story: nth, step: 0 }, format!("Read the story in {num_steps} steps")),
        };
        buttons.push(way_to(state, place, "story-button", words));
    }
    buttons
}

fn way_to(state: &State, place: Told, class: &'static str, words: String) -> Html {
    let title = state.story.data().stories.get(usize::from(place.story)).map(|story| story.title);
    element!("button" { "type": "button", "class": class, "data-tell": place.written(&state.story), "title": title } [words])
}

/// Brings the focus to a step that the reader opens or comes back to, and to the story's button when the story is left.
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
