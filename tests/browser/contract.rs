//! What others rely on: the page says when it is drawn, and its parts are found by role and name.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::hands::click;
use crate::page::{
    GRAPH, HEADING, PLOT, all, assert_adds_up, document, find, open, rest, text, until, window,
};

#[wasm_bindgen_test]
async fn the_page_takes_the_place_of_its_skeleton_and_says_that_it_is_ready() {
    open("").await;
    assert_eq!(document().document_element().unwrap().get_attribute("data-ready").as_deref(), Some("true"));
    assert!(all(".skeleton").is_empty());
    assert!(!text(HEADING).is_empty());
}

#[wasm_bindgen_test]
async fn each_part_is_one_region_with_its_name_and_one_stop_for_the_tab_key() {
    open("").await;
    for name in ["Timeline", "Overview", "Actor graph", "Details", "Events"] {
        let parts = all(&format!("[role=region][aria-label='{name}']"));
        assert_eq!(parts.len(), 1, "{name}");
    }
    assert_eq!(all(PLOT).len(), 1);
    assert!(!all(&format!("{GRAPH} [data-actor]")).is_empty());
    let [start, end] = window();
    assert!(start < end, "from {start} to {end}");
}

#[wasm_bindgen_test]
async fn marks_and_clusters_add_up_to_the_count_that_is_told() {
    for fragment in [
        "",
        "lanes=domain",
        "window=2018/2020",
        "window=2020-01-03",
        "window=2020-01-08T01:00Z/2020-01-08T01:10Z",
    ] {
        open(fragment).await;
        assert!(all("[role=status] li").is_empty(), "{fragment}: {}", text("[role=status]"));
        assert_adds_up();
    }
    click(&find("[aria-label^='All:']"));
    rest().await;
    assert_adds_up();
}

#[wasm_bindgen_test]
async fn nonsense_in_the_address_is_named_and_the_page_comes_up_all_the_same() {
    open("").await;
    let opening = window();
    open("nonsense=1&window=never&select=nobody&theme=loud").await;
    let notices: Vec<String> =
        all("[role=status] li").iter().map(|notice| notice.text_content().unwrap()).collect();
    // What is no key of the page is somebody else's.
    assert_eq!(notices.len(), 3, "{notices:?}");
    for (notice, wrong) in notices.iter().zip(["never", "nobody", "loud"]) {
        assert!(notice.contains(wrong), "{notice}");
    }
    assert_eq!(window(), opening);
    assert_adds_up();
    let buttons = all("[role=status] button");
    click(buttons.first().unwrap());
    until("the notices are dismissed", || all("[role=status] li").is_empty()).await;
}
