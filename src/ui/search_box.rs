//! The search: a field, and what it finds below it, while the focus is there.

use std::rc::Rc;

use yew::prelude::*;

use super::element::{Inside, class, element};
use super::guard::{Same, use_guard};
use super::shapes::{hue, hue_of, said};
use super::store::Dispatch;
use crate::platform::{dom, frame, keys};
use crate::search::Found;
use crate::state::{Action, State};
use crate::time::format;

/// More actors than this are left out: the list is for finding one, not for reading all.
const MOST_ACTORS: usize = 4;
/// While more letters may follow, at most this many actors and events are listed:
/// nobody reads two hundred meanwhile.
const MOST_WHILE_TYPING: usize = 6;
/// What the arrow keys go through, from the field to the last result.
const STOPS: &str = "#search, .results .link";

#[derive(PartialEq, Properties)]
pub struct Props {
    /// Calm.
    pub state: Same<State>,
    pub dispatch: Dispatch,
}

/// The field with its results, drawn by itself at each letter. What is typed arrives at the page's one
/// listener, see [`super::clicks::typed`].
#[component]
pub fn SearchBox(props: &Props) -> Html {
    let draw_again = use_force_update();
    let Props { state: Same(calm), dispatch } = props;
    let live = dispatch.live();
    {
        let dispatch = dispatch.clone();
        use_guard((), move || dispatch.draw_search_with(move || draw_again.force_update()));
    }
    let state = if live.view.query == calm.view.query { calm.clone() } else { Rc::new(calm.typing(&live)) };
    let query = state.view.query.clone();
    let typing = dispatch.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let by = match event.key().as_str() {
            // First the results go, then what is open elsewhere.
            "Escape" if !typing.live().view.query.is_empty() => {
                dom::focus("#search");
                typing.dispatch(Action::Search(String::new()));
                return keys::consume(&event);
            }
            "ArrowDown" => 1,
            "ArrowUp" => -1,
            "Enter" if dom::has_focus("#search") => 1,
            _ => return,
        };
        if dom::focus_next(STOPS, by) {
            keys::consume(&event);
        }
    });
    let onfocusin = {
        let state = calm.clone();
        Callback::from(move |_: FocusEvent| {
            let state = state.clone();
            // Not before the field is seen to have the focus.
            frame::after(0, move || state.expect_search()).forget();
        })
    };
    let results = state.found.as_ref().map(|found| results(&state, found));
    html! {
        <div class="search" role="search" {onkeydown} {onfocusin}>
            <input id="search" type="search" data-set="query" value={query} placeholder="Search"
                autocomplete="off" spellcheck="false" aria-label="Search events, people and places" />
            { results.unwrap_or_default() }
        </div>
    }
}

// Comes late.
#[inline(never)]
fn results(state: &State, found: &Found) -> Html {
    let record = &state.record;
    let mut items = Vec::new();
    let meant = |name: &str| found.marked(name).iter().any(|(_, is_marked)| *is_marked);
    let by_name = found.actors.iter().map(|&actor| record.actor(actor)).filter(|facts| {
        // Not those that are only described with these words.
        meant(facts.name) || facts.aka.iter().any(|name| meant(name))
    });
    for facts in by_name.take(MOST_ACTORS) {
        // The spelling that was meant, where it is another than the name.
        let alias = facts.aka.iter().find(|name| !meant(facts.name) && meant(name));
        let alias = alias.map(|name| element!("span" { "class": "note" } [" also ", marked(found, name)]));
        let inside = element!("span" { "class": "title" } [marked(found, facts.name), alias]);
        items.push(result(facts.id, hue(facts.side), "Actor".to_owned(), inside));
    }
    let most = if state.visit.is_typing { MOST_WHILE_TYPING - items.len() } else { usize::MAX };
    for &event in found.events.iter().take(most) {
        let facts = record.event(event);
        let inside = element!("span" { "class": "title" } [marked(found, facts.title)]);
        items.push(result(
            facts.id,
            hue_of(record, event),
            format::short(state.view.clock.read(facts.date)),
            inside,
        ));
    }
    let told = match (found.events.len(), items.len()) {
        (0, 0) if !record.has_texts() => {
            "No headline matches. The texts of the record are not there yet.".to_owned()
        }
        (0, 0) => "Nothing of the record matches. Fewer or other words may find it.".to_owned(),
        (0, _) => "No event".to_owned(),
        (1, _) => "1 event".to_owned(),
        (events, _) => format!("{events} events, in time order"),
    };
    element!("div" { "class": "results" } [
        element!("p" { "class": "note", "role": "status" } [told]),
        element!("ol" { "class": "entries" } [items]),
    ])
}

fn result(id: &'static str, hue: &'static str, date: String, inside: Html) -> Html {
    let link = element!("button" {
        "type": "button",
        "class": "link",
        "data-open": id,
    } [said("date", date), inside]);
    element!("li" { "class": class(&["entry", hue]) } [link])
}

/// A text with the words marked that the search meant.
fn marked(found: &Found, text: &'static str) -> Html {
    let mut pieces = Vec::new();
    for (piece, is_marked) in found.marked(text) {
        pieces.push(if is_marked { element!("mark" {} [piece]) } else { piece.node() });
    }
    pieces.node()
}
