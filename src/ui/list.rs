//! The window's events as an ordered list or a table, and its dealings: the same content without the picture.

use dataset::model::EventIdx;
use yew::prelude::*;

use super::element::{class, element, keyed, when};
use super::shapes::{choice, hue_of, quiet, said};
use crate::command::{Choice, Command};
use crate::state::table::{Kind, Of, Table};
use crate::state::{Parts, State, Tab};
use crate::time::format;
use crate::timeline::pulse::Pulse;
use crate::timeline::summary;

/// The list; empty while another part stands in its place, so that it costs nothing while the window moves.
pub fn event_list(state: &State) -> Html {
    let is_shown = state.view.tab == Tab::List || state.frame.parts == Parts::List;
    let inside = if is_shown { all_events(state) } else { Vec::new() };
    element!("section" { "class": "panel list", "role": "region", "aria-label": "Events" } [inside])
}

/// What stands in it.
// Comes late.
#[inline(never)]
fn all_events(state: &State) -> Vec<Html> {
    let (record, window) = (&state.record, state.window());
    let mut inside = Vec::new();
    let events: Vec<EventIdx> = record.events_in(window).filter(|&event| state.keeps(event)).collect();
    let count = match events.len() {
        1 => "1 event".to_owned(),
        n => format!("{n} events"),
    };
    inside.push(
        element!("h2" { "lang": "en" } [format!("{count}, {}", format::window(window, state.clock()))]),
    );
    inside.push(element!("p" { "class": "note" } [summary(state)]));
    inside.push(forms(state));
    inside.push(match state.visit.table {
        Some(shown) => table(state, shown),
        None => event_links(state, &events, state.selected_event()),
    });
    inside
}

/// What the picture of the window shows, in three sentences.
pub fn summary(state: &State) -> String {
    let pulse = Pulse::new(&state.record).only(|event| state.keeps(event));
    summary::sentences(&state.record, state.window(), state.view.clock, &pulse, |event| state.keeps(event))
}

/// The choice between the list and the tables, and the table as a file.
fn forms(state: &State) -> Html {
    let kind = state.visit.table.map(|table| table.kind);
    let save = match kind {
        Some(Kind::Dealings) => Command::SaveDealings,
        _ => Command::SaveCsv,
    };
    element!("div" { "class": "takings", "role": "group", "aria-label": "Show as" } [
        choice("chip", "List", Command::AsList, kind.is_none()),
        choice("chip", "Table of events", Command::TableEvents, kind == Some(Kind::Events)),
        choice("chip", "Table of dealings", Command::TableDealings, kind == Some(Kind::Dealings)),
        quiet("Save as CSV", save),
    ])
}

/// A table whose columns sort it; each row leads to what it is about.
fn table(state: &State, shown: Table) -> Html {
    let record = &state.record;
    let mut heads = Vec::new();
    for (nth, name) in shown.kind.columns().into_iter().enumerate() {
        let (sort, sign) = match (shown.column == nth, shown.is_down) {
            (false, _) => ("none", ""),
            (true, false) => ("ascending", " ▲"),
            (true, true) => ("descending", " ▼"),
        };
        let asks = Choice::Sort(nth).written(record);
        let button = element!("button" { "type": "button", "class": "link", "data-do": asks } [
            name,
            element!("span" { "aria-hidden": "true" } [sign]),
        ]);
        heads.push(element!("th" { "scope": "col", "aria-sort": sort } [button]));
    }
    let mut rows = Vec::new();
    for row in shown.rows(state) {
        let [link, own] = match row.of {
            Of::Event(event) => [
                element!("button" {
                    "type": "button",
                    "class": "link",
                    "data-open": record.event(event).id,
                } [row.cells[1].clone()]),
                Html::default(),
            ],
            Of::Dealing(from, to) => {
                let pair = [record.actor(from).id, ">", record.actor(to).id].concat();
                [
                    Html::default(),
                    element!("button" {
                        "type": "button",
                        "class": "link",
                        "data-dealing": pair,
                    } [row.cells[0].clone()]),
                ]
            }
        };
        let is_event = matches!(row.of, Of::Event(_));
        let mut cells = Vec::new();
        for (nth, text) in row.cells.into_iter().enumerate() {
            cells.push(match (nth, is_event) {
                (1, true) => element!("th" { "scope": "row" } [link.clone()]),
                (0, false) => element!("th" { "scope": "row" } [own.clone()]),
                _ => element!("td" {} [text]),
            });
        }
        rows.push(element!("tr" {} [cells]));
    }
    let name = if shown.kind == Kind::Events { "Events of the window" } else { "Dealings of the window" };
    element!("div" {
        "class": "table-room",
        "role": "group",
        "tabindex": "0",
        "aria-label": name,
    } [element!("table" { "class": "rows" } [
        element!("caption" { "class": "spoken" } [name]),
        element!("thead" {} [element!("tr" {} [heads])]),
        element!("tbody" {} [rows]),
    ])])
}

/// An ordered list of events, each with its date, that opens the event.
pub fn event_links(state: &State, events: &[EventIdx], selected: Option<EventIdx>) -> Html {
    let record = &state.record;
    let mut items = Vec::new();
    for &event in events {
        let facts = record.event(event);
        let is_current = (selected == Some(event)).then_some("true");
        let class = class(&["entry", hue_of(record, event), when(facts.importance >= 4, "major")]);
        let link = element!("button" {
            "type": "button",
            "class": "link",
            "data-open": facts.id,
            "aria-current": is_current,
        } [
            said("date", format::short(state.view.clock.read(facts.date))),
            element!("span" { "class": "title" } [facts.title]),
        ]);
        items.push(keyed(facts.id, element!("li" { "class": class } [link])));
    }
    element!("ol" { "class": "entries" } [items])
}
