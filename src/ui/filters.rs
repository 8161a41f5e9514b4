//! The filters: a panel to choose from, with counts, and the chips of what is chosen.

use dataset::model::{ClaimStatus, EventIdx};
use yew::prelude::*;

use super::element::{Inside, element};
use super::shapes::{choice_of, quiet};
use crate::state::filter::foremost_publishers;
use crate::state::{Dialog, State};

/// Levels of importance to choose from, and what they mean.
const LEVELS: [(u8, &str); 3] = [(5, "Turning points"), (4, "Major and up"), (3, "Notable and up")];

/// How many publishers are offered: a record may have hundreds, most of them with an event or two.
const NUM_PUBLISHERS: usize = 10;

const NOTE: &str = "Counts are of the window. One actor alone: “Only its events” in its details. \
                    Other publishers: their names among an event's sources.";

/// The button that opens the panel, and says how many filters are set.
pub fn filter_button(state: &State) -> Html {
    let count = state.view.filter.num_set();
    let name = if count == 0 { "Filters".to_owned() } else { format!("Filters ({count})") };
    let is_open = if state.visit.dialog == Some(Dialog::Filters) { "true" } else { "false" };
    element!("button" {
        "type": "button",
        "class": "quiet",
        "data-do": "filters",
        "aria-expanded": is_open,
        "aria-controls": "filters",
    } [name])
}

/// The panel where it is open, and the chips where anything is left out.
pub fn filters(state: &State) -> Html {
    let panel = (state.visit.dialog == Some(Dialog::Filters)).then(|| panel(state));
    let chips = state.is_narrowed().then(|| chips(state));
    element!("div" { "class": "narrowing", "id": "filters" } [panel, chips])
}

fn panel(state: &State) -> Html {
    let (story, filter) = (&state.story, &state.view.filter);
    let events: Vec<EventIdx> = story.events_in(state.window()).collect();
    let count = |is: &dyn Fn(EventIdx) -> bool| events.iter().filter(|&&event| is(event)).count();
    let (mut sides, mut domains, mut statuses, mut levels) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (at, side) in story.data().sides.iter().enumerate() {
        let count = count(&|event| story.side(event).get() == at);
        sides.push(option(side.short, &format!("side:{}", side.id), count, filter.sides.iter().any(|side| side.get() == at)));
    }
    for (at, domain) in story.data().domains.iter().enumerate() {
        let count = count(&|event| story.domain(event).get() == at);
        let is_set = filter.domains.iter().any(|domain| domain.get() == at);
        domains.push(option(domain.name, &format!("domain:{}", domain.id), count, is_set));
    }
    for status in ClaimStatus::ALL {
        let name = status.word();
        let count = count(&|event| story.event(event).claims.iter().any(|claim| claim.status == status));
        statuses.push(option(name, &format!("status:{name}"), count, filter.statuses.contains(&status)));
    }
    for (least, name) in LEVELS {
        let count = count(&|event| story.event(event).importance >= least);
        levels.push(option(name, &format!("least:{least}"), count, filter.least == least));
    }
    let mut publishers = Vec::new();
    for (publisher, count) in foremost_publishers(story, &events, NUM_PUBLISHERS, &filter.publishers) {
        let name = story.data().sources[publisher.get()].publisher;
        publishers.push(option(name, &format!("publisher:{name}"), count, filter.publishers.contains(&publisher)));
    }
    element!("div" { "class": "filters" } [
        element!("h2" { "class": "spoken" } ["Filters"]),
        group("Acting side", sides),
        group("Field", domains),
        group("With a claim that is", statuses),
        group("Importance", levels),
        group("Sourced by", publishers),
        element!("p" { "class": "note" } [NOTE]),
    ])
}

fn group(name: &'static str, options: Vec<Html>) -> Html {
    element!("div" { "class": "filter-group", "role": "group", "aria-label": name } [element!("h3" { "lang": "en" } [name]), options])
}

fn option(name: &'static str, order: &str, count: usize, is_set: bool) -> Html {
    let count = element!("span" { "class": "count" } [count.to_string()]);
    choice_of("chip", order.to_owned(), is_set, vec![name.node(), " ".node(), count].node())
}

/// What is set, each to be taken off by a click, and how much is kept.
fn chips(state: &State) -> Html {
    let (story, filter) = (&state.story, &state.view.filter);
    let data = story.data();
    let mut chips = Vec::new();
    let mut chip = |name: String, order: String| {
        let label = format!("Take off: {name}");
        chips.push(
            element!("button" { "type": "button", "class": "chip set", "data-do": order, "aria-label": label } [name, " ×"]),
        );
    };
    for side in &filter.sides {
        let side = &data.sides[side.get()];
        chip(side.short.to_owned(), format!("side:{}", side.id));
    }
    for domain in &filter.domains {
        let domain = &data.domains[domain.get()];
        chip(domain.name.to_owned(), format!("domain:{}", domain.id));
    }
    for &actor in &filter.actors {
        let actor = story.actor(actor);
        chip(actor.short.to_owned(), format!("actor:{}", actor.id));
    }
    for &status in &filter.statuses {
        let name = status.word();
        chip(name.to_owned(), format!("status:{name}"));
    }
    for publisher in &filter.publishers {
        let name = data.sources[publisher.get()].publisher;
        chip(format!("Sourced by {name}"), format!("publisher:{name}"));
    }
    if filter.least > 1 {
        let name = LEVELS.iter().find(|(least, _)| *least == filter.least).map_or("Importance", |(_, name)| *name);
        chip(name.to_owned(), format!("least:{}", filter.least));
    }
    if state.found.is_some() {
        chip(format!("“{}”", state.view.query.trim()), "query".to_owned());
    }
    let kept = story.events_in(state.window()).filter(|&event| state.keeps(event)).count();
    let elsewhere = story.events().filter(|&event| state.keeps(event)).count() - kept;
    let told = match (kept, elsewhere) {
        (0, 0) => {
            "Nothing in the whole record matches, so all is shown: fewer or other words or filters may find something.".to_owned()
        }
        (0, n) => format!("Nothing in this window matches; {n} elsewhere in the record: choose All to see them."),
        (n, 0) => format!("{n} match"),
        (n, more) => format!("{n} match here, {more} elsewhere"),
    };
    element!("div" { "class": "chips" } [
        chips,
        element!("span" { "class": "note" } [told]),
        quiet("Show all", "show-all"),
    ])
}
