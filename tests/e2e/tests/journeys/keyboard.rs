//! The whole page by keyboard alone.

use e2e::contract::{DETAILS, GRAPH, PLANE, PLOT, TIMELINE};
use e2e::{Held, Page, Record, Screen, Span, journeys};

/// More presses of Tab than the page has stops.
const MOST_STOPS: usize = 150;

journeys! {
    /// Tab stops once at each part that is a picture, however many marks it holds;
    /// there, keys move the window.
    fn tab_reaches_each_picture_once_and_keys_move_the_window(browser) {
        let record = Record::read();
        let mut page = browser.open("", Screen::DESKTOP);
        page.wait_ready();
        let stops = stops(&mut page);
        // The graph has five buttons of its own beside its picture.
        for (part, num_stops) in [("Timeline", 1), ("Overview", 1), ("Actor graph", 6)] {
            assert_eq!(stops.iter().filter(|stop| *stop == part).count(), num_stops, "stops: {stops:?}");
        }
        let order = ["Timeline", "Overview", "Actor graph", "Details"]
            .map(|part| stops.iter().position(|stop| stop == part));
        assert!(
            order.is_sorted() && order.iter().all(Option::is_some),
            "in the order of the screen: {stops:?}"
        );

        // Arrows, plus, minus, 0, Home and End move the window.
        page.go("?again#window=2020-01-02/2020-01-05");
        page.wait_ready();
        tab_to(&mut page, PLOT);
        let start = page.window();
        let later = press(&mut page, "ArrowRight", |window| window.start > start.start, "later");
        assert!((later.len() - start.len()).abs() <= 1.0);
        press(&mut page, "ArrowLeft", |window| window.is_about(start), "back");
        let closer = press(&mut page, "+", |window| window.len() < start.len(), "closer");
        assert!(closer.start > start.start && closer.end < start.end, "about the middle");
        press(&mut page, "-", |window| window.is_about(start), "as before");
        let whole = press(&mut page, "0", |window| window.len() > record.opening.len(), "the whole record");
        assert_eq!(record.events_in(whole).count(), record.events.len());
        press(&mut page, "+", |window| window.len() < whole.len(), "half the record");
        let first = press(&mut page, "Home", |window| window.start == whole.start, "the beginning");
        assert!(record.events.first().is_some_and(|event| event.span.meets(first)));
        press(&mut page, "End", |window| window.end == whole.end, "the end");
        page.key_with("+", Held::Ctrl);
        page.settle();
        assert_eq!(page.window().end, whole.end, "Ctrl and + are the browser's");
        page.assert_no_complaints();
    }

    /// Down goes to the events, arrows on from one to the next, also through clusters and beyond the window's
    /// edge; Enter opens, Escape goes back.
    fn arrows_go_from_event_to_event_beyond_the_window(browser) {
        let record = Record::read();
        let mut page = browser.open("#window=2020-01-04/2020-01-06", Screen::DESKTOP.sized(800, 700));
        page.wait_ready();
        tab_to(&mut page, PLOT);
        let start = page.window();
        page.key("ArrowDown");
        page.wait_until(
            "document.activeElement.matches('[data-event], [data-cluster]')",
            "an event with the focus",
        );
        let num_left = record.events.iter().filter(|event| event.span.start >= start.start).count();
        let mut met = Vec::new();
        for _ in 0..num_left + 3 {
            page.key("ArrowRight");
            page.settle();
            met.push(focused(&mut page));
            page.shown().assert_adds_up(&record);
        }
        assert!(page.window().start > start.start, "the window has followed");
        let last = met.last().cloned().unwrap_or_default();
        assert!(met.iter().all(|focus| focus != "nowhere"), "the focus never gets lost: {met:?}");
        let end = record.event(&last).span.end;
        assert!(
            record.events.iter().all(|event| event.span.start <= end),
            "it ends at the last event: {met:?}"
        );
        page.key("Enter");
        page.wait_heading(&record.event(&last).title);
        page.key("Escape");
        page.wait_until(&format!("document.activeElement.matches(\"{PLOT}\")"), "the plot with the focus");
        page.key("Escape");
        page.wait_until(
            &format!("!document.querySelector(\"{DETAILS} [aria-label='Close']\")"),
            "the details closed",
        );
        let end = page.window();
        let back = press(&mut page, "ArrowLeft", |window| window.start < end.start, "earlier");
        page.key("ArrowDown");
        page.wait_until("document.activeElement.matches('[data-event], [data-cluster]')", "the events again");
        assert!(page.window().is_about(back), "going to the events does not move the window");
        page.assert_no_complaints();
    }

    /// The focus may come to a mark by other ways than the arrows: Enter and the space bar open what has it.
    fn a_mark_opens_wherever_its_focus_came_from(browser) {
        let record = Record::read();
        let mut page = browser.open("", Screen::DESKTOP);
        page.wait_ready();
        page.rest();
        let marks = page.shown().marks;
        for (id, key) in marks.iter().zip(["Enter", " ", "Enter"]) {
            page.js(&format!("document.querySelector(\"{TIMELINE} [data-event='{id}']\").focus()"));
            page.key(key);
            page.wait_heading(&record.event(id).title);
            page.rest();
        }
        page.assert_no_complaints();
    }

    /// Keys of one sign are heard in every part, can be left to the browser, and stay so in the next visit.
    fn keys_of_one_sign_can_be_switched_off(browser) {
        let mut page = browser.open("", Screen::DESKTOP);
        page.wait_ready();
        page.js("document.querySelector('.plot').focus()");
        page.key("?");
        page.wait_until("document.querySelector('dialog[open]')", "the help");
        page.click("dialog [data-do='keys:off']");
        page.wait_until(
            "document.querySelector(\"dialog [data-do='keys:off']\").getAttribute('aria-pressed') === 'true'",
            "the switch",
        );
        page.key("Escape");
        page.wait_until("!document.querySelector('dialog[open]')", "the help closed");
        for visit in 0..2 {
            page.js("window.taken = []; addEventListener('keydown', event => window.taken.push([event.key, \
                     event.defaultPrevented]))");
            for place in ["document.body", "document.querySelector('.plot')"] {
                page.js("document.activeElement.blur()");
                page.js(&format!("{place}.focus()"));
                let press =
                    "dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))";
                page.js(&format!("for (const key of ['?', '[', ']', '/']) {place}.{press}"));
                page.settle();
            }
            assert_eq!(
                page.js("return window.taken.filter(([, taken]) => taken).length"),
                0,
                "visit {visit}: all are the browser's"
            );
            assert_eq!(page.count("dialog[open]"), 0);
            page.reload();
            page.wait_ready();
        }
        page.assert_no_complaints();
    }

    /// In the graph arrows go from actor to actor, to what is between camps and to their unnamed members;
    /// Enter opens, Escape goes back.
    fn arrows_go_from_actor_to_actor(browser) {
        let record = Record::read();
        let mut page = browser.open("", Screen::DESKTOP);
        page.wait_ready();
        let window = page.window();
        tab_to(&mut page, PLANE);
        let mut met = std::collections::BTreeSet::new();
        for key in ["ArrowDown", "ArrowDown", "ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp"] {
            page.key(key);
            let spots = ["actor", "band", "camp"].map(|kind| format!("{GRAPH} [data-{kind}]")).join(", ");
            page.wait_until(
                &format!("document.activeElement.matches(\"{spots}\")"),
                "the focus in the graph",
            );
            page.settle();
            met.insert(focused(&mut page));
        }
        assert!(met.len() >= 3, "arrows lead on: {met:?}");
        // From a band or the unnamed of a camp on to an actor.
        let is_actor = format!("return document.activeElement.matches(\"{GRAPH} [data-actor]\")");
        for key in ["ArrowLeft", "ArrowDown"].repeat(4) {
            if page.js(&is_actor) == true {
                break;
            }
            page.key(key);
            page.settle();
        }
        let actor = focused(&mut page);
        page.key("Enter");
        page.wait_heading(&record.actor(&actor).name);
        page.wait_until(
            &format!("document.querySelector(\"{GRAPH} [data-actor='{actor}'][aria-current=true]\")"),
            "the current node",
        );
        page.key("Escape");
        page.wait_until(&format!("document.activeElement.matches(\"{PLANE}\")"), "the graph with the focus");
        page.key("Escape");
        page.wait_until(
            &format!("!document.querySelector(\"{DETAILS} [aria-label='Close']\")"),
            "the details closed",
        );
        assert!(page.window().is_about(window), "the keys of the graph leave the window alone");
        page.assert_no_complaints();
    }
}

/// Presses a key and waits for the window that it brings.
#[track_caller]
fn press(page: &mut Page, key: &str, is_so: impl Fn(Span) -> bool, what: &str) -> Span {
    page.key(key);
    page.wait_window(is_so, &format!("{what}, after {key}"))
}

/// Presses Tab until the element that matches `css` has the focus.
#[track_caller]
fn tab_to(page: &mut Page, css: &str) {
    for _ in 0..MOST_STOPS {
        page.key("Tab");
        if page.js(&format!("return document.activeElement.matches(\"{css}\")")) == true {
            return;
        }
    }
    panic!("Tab does not reach {css}");
}

/// Presses Tab until it has gone through the page; gives the name of the part of each stop.
fn stops(page: &mut Page) -> Vec<String> {
    let here = "const e = document.activeElement; if (e === document.body || e.dataset.met) return null;
        e.dataset.met = 'yes'; return e.closest('[role=region]')?.getAttribute('aria-label') ?? ''";
    let mut stops = Vec::new();
    for _ in 0..MOST_STOPS {
        page.key("Tab");
        match page.js(here).as_str() {
            Some(part) => stops.push(part.to_owned()),
            None => return stops,
        }
    }
    panic!("Tab does not come to an end: {stops:?}");
}

/// The event, actor, band or camp with the focus; of a cluster `cluster of N`.
fn focused(page: &mut Page) -> String {
    let of = format!(
        "const e = document.activeElement;
        if (e.dataset.cluster && e.closest(\"{TIMELINE}\")) return 'cluster of ' + e.dataset.cluster;
        return e.dataset.event ?? e.dataset.actor ?? e.dataset.band ?? e.dataset.camp ?? 'nowhere'"
    );
    page.js(&of).as_str().unwrap_or_default().to_owned()
}
