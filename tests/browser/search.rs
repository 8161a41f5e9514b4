//! The search: what a letter finds at once, and what follows when no more come.

use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Event, EventInit, HtmlInputElement};

use crate::page::{PLOT, all, find, focused, open, rest, until};

#[wasm_bindgen_test]
async fn a_letter_lists_the_first_of_what_it_finds_and_all_follows_when_no_more_come() {
    open("").await;
    let num_listed = || all(".results .entry").len();
    let num_dim = || all(&format!("{PLOT} .mark.dim")).len();
    let field: HtmlInputElement = find("#search").dyn_into().unwrap();
    field.focus().unwrap();
    field.set_value("iran");
    let init = EventInit::new();
    init.set_bubbles(true);
    field.dispatch_event(&Event::new_with_event_init_dict("input", &init).unwrap()).unwrap();
    until("something is listed", || num_listed() > 0).await;
    let num_at_once = num_listed();
    assert_eq!(num_dim(), 0, "the timeline waits for more letters");
    rest().await;
    assert!(num_listed() > num_at_once, "{num_at_once} at once, {} in the end", num_listed());
    assert!(num_dim() > 0, "what does not match is dim");
    assert_eq!(focused().id(), "search", "the field keeps the focus");
}
