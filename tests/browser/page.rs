//! The page under test: started once, opened again for each test.
//! Tests wait for it by frames and look at it through its contract.

use std::cell::{Cell, OnceCell};
use std::future::poll_fn;
use std::rc::Rc;
use std::task::Poll;

use brink::platform::address::{self, Entry};
use brink::platform::frame;
use brink::record::Record;
use gloo::render::request_animation_frame;
use web_sys::js_sys::Date;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Document, DomRect, Element, Event, HtmlElement, Window};

/// The timeline.
pub const TIMELINE: &str = "[role=region][aria-label='Timeline']";
/// The part of the timeline that takes the keyboard's focus and on which time runs from left to right.
pub const PLOT: &str = "[role=region][aria-label='Timeline'] > [tabindex='0']";
/// The actor graph.
pub const GRAPH: &str = "[role=region][aria-label='Actor graph']";
/// The heading of the details.
pub const HEADING: &str = "[role=region][aria-label='Details'] h2";

/// What is waited for comes within ten seconds of a screen's sixty frames each, or never.
const MOST_FRAMES: u32 = 600;

/// So many frames without a change are rest: what is calm follows the window up to a quarter
/// of a second after its last step.
const REST_FRAMES: u32 = 22;

/// The page's own looks, and a place of a known size that the runner's output does not push about.
const STYLES: [&str; 8] = [
    include_str!("../../styles/tokens.css"),
    include_str!("../../styles/base.css"),
    include_str!("../../styles/timeline.css"),
    include_str!("../../styles/graph.css"),
    include_str!("../../styles/panel.css"),
    include_str!("../../styles/find.css"),
    include_str!("../../styles/print.css"),
    "#app, body > pre { position: fixed; top: 0; left: 0; width: 1200px; }",
];

/// The browser's window.
pub fn browser() -> Window {
    #[expect(clippy::disallowed_methods, reason = "tests stand outside of the page")]
    web_sys::window().unwrap()
}

/// The document that the page stands in.
pub fn document() -> Document {
    browser().document().unwrap()
}

/// The record that is compiled in.
pub fn record() -> Rc<Record> {
    thread_local!(static RECORD: OnceCell<Rc<Record>> = const { OnceCell::new() });
    RECORD.with(|record| record.get_or_init(|| Rc::new(Record::compiled())).clone())
}

/// Brings the page to what `fragment` asks for, with nothing left of the test before,
/// and waits until it rests.
pub async fn open(fragment: &str) {
    address::write(fragment, Entry::Replace);
    if let Some(mount) = document().get_element_by_id("app") {
        for element in [&mount, document().body().unwrap().as_ref()] {
            element.remove_attribute("style").unwrap();
        }
        browser().dispatch_event(&Event::new("popstate").unwrap()).unwrap();
    } else {
        let style = document().create_element("style").unwrap();
        style.set_text_content(Some(&STYLES.concat()));
        document().head().unwrap().append_child(&style).unwrap();
        let mount = document().create_element("div").unwrap();
        mount.set_id("app");
        mount.set_inner_html("<p class='skeleton'>Loading</p>");
        document().body().unwrap().append_child(&mount).unwrap();
        let record = document().create_element("script").unwrap();
        record.set_attribute("type", "text/plain").unwrap();
        record.set_id("record");
        record.set_text_content(Some(include_str!(concat!(env!("OUT_DIR"), "/record.txt"))));
        document().body().unwrap().append_child(&record).unwrap();
        brink::ui::start();
        let texts = document().create_element("script").unwrap();
        texts.set_attribute("type", "text/plain").unwrap();
        texts.set_id("texts");
        texts.set_text_content(Some(include_str!(concat!(env!("OUT_DIR"), "/texts.txt"))));
        document().body().unwrap().append_child(&texts).unwrap();
        browser().dispatch_event(&Event::new("texts").unwrap()).unwrap();
    }
    until("the page is ready", || {
        document().document_element().unwrap().get_attribute("data-ready").is_some()
    })
    .await;
    rest().await;
}

/// Waits until `is_so`, looking once a frame.
pub async fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    for _ in 0..MOST_FRAMES {
        if is_so() {
            return;
        }
        frame().await;
    }
    panic!("waited in vain: {what}");
}

/// Waits until nothing on the page changes any more.
pub async fn rest() {
    let (mut before, mut num_same) = (String::new(), 0);
    until("the page rests", || {
        let now = find("#app").inner_html();
        num_same = if now == before { num_same + 1 } else { 0 };
        before = now;
        num_same >= REST_FRAMES
    })
    .await;
}

/// Waits for the browser's next frame.
async fn frame() {
    once(|done| request_animation_frame(move |_| done())).await;
}

/// Waits a moment, also where the browser draws no frames.
pub async fn tick() {
    once(|done| frame::after(16, done)).await;
}

/// Waits until what `ask` has asked for is done.
async fn once<T>(ask: impl FnOnce(Box<dyn FnOnce()>) -> T) {
    let is_over = Rc::new(Cell::new(false));
    let (mut ask, mut asked) = (Some(ask), None);
    poll_fn(|context| {
        if is_over.get() {
            return Poll::Ready(());
        }
        if let Some(ask) = ask.take() {
            let (is_over, waker) = (is_over.clone(), context.waker().clone());
            asked = Some(ask(Box::new(move || {
                is_over.set(true);
                waker.wake();
            })));
        }
        Poll::Pending
    })
    .await;
    drop(asked);
}

/// All elements that match `css`, in the document's order.
pub fn all(css: &str) -> Vec<Element> {
    let found = document().query_selector_all(css).unwrap();
    (0..found.length()).map(|at| found.get(at).unwrap().unchecked_into()).collect()
}

/// The first element that matches `css`.
pub fn find(css: &str) -> Element {
    let found = document().query_selector(css).unwrap();
    found.unwrap_or_else(|| panic!("nothing matches {css}"))
}

/// The first element that matches `css`, as one that has a style and takes the focus.
pub fn html(css: &str) -> HtmlElement {
    find(css).unchecked_into()
}

/// The text in the first element that matches `css`.
pub fn text(css: &str) -> String {
    find(css).text_content().unwrap()
}

/// The attribute `name` of everything that has it below `part`.
pub fn attributes(part: &str, name: &str) -> Vec<String> {
    all(&format!("{part} [{name}]")).iter().map(|element| element.get_attribute(name).unwrap()).collect()
}

/// The element with the focus.
pub fn focused() -> Element {
    document().active_element().unwrap()
}

/// The ends of the timeline's window in seconds since 1970, as it tells them.
pub fn window() -> [f64; 2] {
    let told = find(TIMELINE).get_attribute("data-window").unwrap();
    let (start, end) = told.split_once('/').unwrap();
    [start, end].map(|instant| {
        assert!(instant.contains('T') && instant.ends_with('Z'), "{instant} is an instant of UTC");
        Date::parse(instant) / 1000.0
    })
}

/// Where the timeline is drawn: the widest picture in the plot.
pub fn picture() -> DomRect {
    let drawings = all(&format!("{PLOT} svg")).into_iter().map(|drawing| drawing.get_bounding_client_rect());
    drawings.max_by(|a, b| a.width().total_cmp(&b.width())).unwrap()
}

/// Checks that the marks and the counts of the clusters add up to what the toolbar says,
/// and so do the counts of the lanes.
#[track_caller]
pub fn assert_adds_up() {
    let told = text(".toolbar .count");
    let counts = attributes(PLOT, "data-cluster");
    let clustered: usize = counts.iter().map(|count| count.parse::<usize>().unwrap()).sum();
    let shown = clustered + attributes(PLOT, "data-event").len();
    let total = record().events().count();
    assert_eq!(told, format!("{shown} of {total} events"), "{:?}", window());
    let in_lanes: usize = all(".lane-names .count")
        .iter()
        .map(|count| count.text_content().unwrap().parse::<usize>().unwrap())
        .sum();
    assert_eq!(shown, in_lanes, "in all lanes of {:?}", window());
}
