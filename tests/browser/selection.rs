//! Choosing and taking back: clicks, keys with the focus that follows them, and the browser's history.

use brink::platform::address;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

use crate::hands::{click, press_key};
use crate::page::{
    GRAPH, HEADING, PLOT, all, browser, find, focused, html, open, record, rest, text, until, window,
};

/// Everything that says it is selected in the timeline or the graph.
fn selected() -> Vec<Element> {
    all(&format!("{PLOT} [aria-current=true], {GRAPH} [aria-current=true]"))
}

/// Waits until the only thing selected has `value` for its attribute `name`,
/// and the details are headed `heading`.
async fn until_selected(name: &str, value: &str, heading: &str) {
    until(&format!("{value} is selected"), || {
        let selected: Vec<_> = selected().iter().map(|element| element.get_attribute(name)).collect();
        selected == [Some(value.to_owned())] && text(HEADING) == heading
    })
    .await;
}

async fn until_nothing_selected(heading: &str) {
    until("nothing is selected", || selected().is_empty() && text(HEADING) == heading).await;
}

#[wasm_bindgen_test]
async fn a_click_selects_a_mark_or_a_node_and_escape_takes_it_back() {
    open("").await;
    let (record, nothing) = (record(), text(HEADING));
    let mark = find(&format!("{PLOT} [data-event]"));
    let id = mark.get_attribute("data-event").unwrap();
    click(&mark);
    until_selected("data-event", &id, record.event(record.event_by_id(&id).unwrap()).title).await;
    press_key("Escape");
    until_nothing_selected(&nothing).await;

    let node = find(&format!("{GRAPH} [data-actor]"));
    let id = node.get_attribute("data-actor").unwrap();
    click(&node);
    until_selected("data-actor", &id, record.actor(record.actor_by_id(&id).unwrap()).name).await;
    press_key("Escape");
    until_nothing_selected(&nothing).await;
}

#[wasm_bindgen_test]
async fn back_undoes_a_selection_and_forward_brings_it_again() {
    open("").await;
    let (record, nothing) = (record(), text(HEADING));
    let mark = find(&format!("{PLOT} [data-event]"));
    let id = mark.get_attribute("data-event").unwrap();
    let title = record.event(record.event_by_id(&id).unwrap()).title;
    click(&mark);
    until_selected("data-event", &id, title).await;
    until("the address says so", || address::current().fragment.contains(&format!("select={id}"))).await;
    let history = browser().history().unwrap();
    history.back().unwrap();
    until_nothing_selected(&nothing).await;
    history.forward().unwrap();
    until_selected("data-event", &id, title).await;
}

/// Whether the focus is on the mark of the event `id`, or on a cluster where it has no mark.
fn is_at(id: &str) -> bool {
    match focused().get_attribute("data-event") {
        Some(at) => at == id,
        None => {
            focused().has_attribute("data-cluster") && all(&format!("{PLOT} [data-event='{id}']")).is_empty()
        }
    }
}

#[wasm_bindgen_test]
async fn arrow_keys_go_from_event_to_event_and_the_focus_follows() {
    open("").await;
    html(PLOT).focus().unwrap();
    let record = record();
    let ids: Vec<&str> =
        record.events_in(record.opening()).take(9).map(|event| record.event(event).id).collect();
    press_key("ArrowDown");
    for id in &ids {
        until(&format!("the focus is forward at {id}"), || is_at(id)).await;
        press_key("ArrowRight");
    }
    for id in ids.iter().rev() {
        press_key("ArrowLeft");
        until(&format!("the focus is back at {id}"), || is_at(id)).await;
    }
}

#[wasm_bindgen_test]
async fn the_focus_waits_on_the_plot_for_an_event_out_of_sight_and_is_not_taken_from_other_parts() {
    open("").await;
    html(PLOT).focus().unwrap();
    let record = record();
    let first = record.event(record.events_in(record.opening()).next().unwrap()).id;
    press_key("ArrowDown");
    until("the first event has the focus", || is_at(first)).await;
    for _ in 0..3 {
        press_key("+");
    }
    rest().await;
    assert!(all(&format!("{PLOT} [data-event={first:?}]")).is_empty(), "it is out of sight");
    assert_eq!(focused(), find(PLOT));
    press_key("ArrowRight");
    until("the keys go on", || {
        focused().has_attribute("data-event") || focused().has_attribute("data-cluster")
    })
    .await;

    let closer = html("[aria-label='Zoom in']");
    closer.focus().unwrap();
    let before = window();
    closer.click();
    until("the window has changed", || window() != before).await;
    rest().await;
    assert_eq!(focused(), *closer, "the button keeps the focus");
}

#[wasm_bindgen_test]
async fn enter_selects_and_escape_goes_back_a_step_at_a_time() {
    open("").await;
    let (record, nothing) = (record(), text(HEADING));
    html(PLOT).focus().unwrap();
    press_key("ArrowDown");
    for _ in record.events_in(record.opening()) {
        rest().await;
        if focused().has_attribute("data-event") {
            break;
        }
        press_key("ArrowRight");
    }
    let id = focused().get_attribute("data-event").unwrap();
    let title = record.event(record.event_by_id(&id).unwrap()).title;
    press_key("Enter");
    until_selected("data-event", &id, title).await;
    press_key("Escape");
    rest().await;
    assert_eq!(focused(), find(PLOT), "the focus is on the plot");
    until_selected("data-event", &id, title).await;
    press_key("Escape");
    until_nothing_selected(&nothing).await;
    assert_eq!(focused(), find(PLOT));
}
