//! The filters: a panel to choose from, with counts, and the chips of what is chosen.

use dataset::model::{ClaimStatus, DomainIdx, EventIdx, SideIdx};
use yew::prelude::*;

use super::element::{Inside, element};
use super::shapes::{choice_of, quiet};
use crate::command::{Choice, Command};
use crate::state::action::Change;
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
        "data-do": Command::Filters.word(),
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

// Comes late.
#[inline(never)]
fn panel(state: &State) -> Html {
    let (record, filter) = (&state.record, &state.view.filter);
    let events: Vec<EventIdx> = record.events_in(state.window()).collect();
    let count = |is: &dyn Fn(EventIdx) -> bool| events.iter().filter(|&&event| is(event)).count();
    let (mut sides, mut domains, mut statuses, mut levels) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let option =
        |name, change, count, is_set| option(name, Choice::Filter(change).written(record), count, is_set);
    for (at, side) in (0..).map(SideIdx).zip(record.data().sides) {
        let count = count(&|event| record.side(event) == at);
        sides.push(option(side.short, Change::Side(at), count, filter.sides.contains(&at)));
    }
    for (at, domain) in (0..).map(DomainIdx).zip(record.data().domains) {
        let count = count(&|event| record.domain(event) == at);
        domains.push(option(domain.name, Change::Domain(at), count, filter.domains.contains(&at)));
    }
    for status in ClaimStatus::ALL {
        let count = count(&|event| record.event(event).claims.iter().any(|claim| claim.status == status));
        statuses.push(option(
            status.word(),
            Change::Status(status),
            count,
            filter.statuses.contains(&status),
        ));
    }
    for (least, name) in LEVELS {
        let count = count(&|event| record.event(event).importance >= least);
        levels.push(option(name, Change::Least(least), count, filter.least == least));
    }
    let mut publishers = Vec::new();
    for (publisher, count) in foremost_publishers(record, &events, NUM_PUBLISHERS, &filter.publishers) {
        let name = record.data().sources[publisher.get()].publisher;
        publishers.push(option(
            name,
            Change::Publisher(publisher),
            count,
            filter.publishers.contains(&publisher),
        ));
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
    element!("div" {
        "class": "filter-group",
        "role": "group",
        "aria-label": name,
    } [element!("h3" { "lang": "en" } [name]), options])
}

fn option(name: &'static str, asks: String, count: usize, is_set: bool) -> Html {
    let count = element!("span" { "class": "count" } [count.to_string()]);
    choice_of("chip", asks, is_set, vec![name.node(), " ".node(), count].node())
}

/// What is set, each to be taken off by a click, and how much is kept.
// Comes late.
#[inline(never)]
fn chips(state: &State) -> Html {
    let (record, filter) = (&state.record, &state.view.filter);
    let data = record.data();
    let mut chips = Vec::new();
    let mut chip = |name: String, asks: String| {
        let label = format!("Take off: {name}");
        chips.push(element!("button" {
            "type": "button",
            "class": "chip set",
            "data-do": asks,
            "aria-label": label,
        } [name, " ×"]));
    };
    let asks = |change| Choice::Filter(change).written(record);
    for &side in &filter.sides {
        chip(data.sides[side.get()].short.to_owned(), asks(Change::Side(side)));
    }
    for &domain in &filter.domains {
        chip(data.domains[domain.get()].name.to_owned(), asks(Change::Domain(domain)));
    }
    for &actor in &filter.actors {
        chip(record.actor(actor).short.to_owned(), asks(Change::Actor(actor)));
    }
    for &status in &filter.statuses {
        chip(status.word().to_owned(), asks(Change::Status(status)));
    }
    for &publisher in &filter.publishers {
        let name = data.sources[publisher.get()].publisher;
        chip(format!("Sourced by {name}"), asks(Change::Publisher(publisher)));
    }
    if filter.least > 1 {
        let name =
            LEVELS.iter().find(|(least, _)| *least == filter.least).map_or("Importance", |(_, name)| *name);
        chip(name.to_owned(), asks(Change::Least(filter.least)));
    }
    if state.found.is_some() {
        chip(format!("“{}”", state.view.query.trim()), Command::ClearQuery.word().to_owned());
    }
    let kept = record.events_in(state.window()).filter(|&event| state.keeps(event)).count();
    let elsewhere = record.events().filter(|&event| state.keeps(event)).count() - kept;
    let told = match (kept, elsewhere) {
        (0, 0) => {
            "Nothing in the whole record matches, so all is shown: fewer or other words or filters may find \
             something."
                .to_owned()
        }
        (0, n) => {
            format!("Nothing in this window matches; {n} elsewhere in the record: choose All to see them.")
        }
        (n, 0) => format!("{n} match"),
        (n, more) => format!("{n} match here, {more} elsewhere"),
    };
    element!("div" { "class": "chips" } [
        chips,
        element!("span" { "class": "note" } [told]),
        quiet("Show all", Command::ShowAll),
    ])
}
