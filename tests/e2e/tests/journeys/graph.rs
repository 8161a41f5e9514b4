//! The actor graph shows what happened in the window, and shows it in the same places everywhere.

use e2e::contract::{DETAILS, GRAPH, PLANE, STRIP};
use e2e::{Browser, Page, Record, Screen, Span, journeys};
use serde_json::Value;

/// How far apart two browsers may put the same node, in pixels.
const NEAR: f64 = 0.5;

journeys! {
    /// From May 2018 to January 2020 by address, then through the whole record by the brush.
    fn the_graph_holds_the_dealings_of_the_window_and_no_others(browser) {
        let record = Record::read();
        let mut page = browser.open("#window=2018-05&graph=all", Screen::DESKTOP);
        page.wait_ready();
        for window in [
            "2018-05",
            "2020-01",
            "2019-12-27/2019-12-31",
            "2020-01-03",
            "2019-12-30/2020-01-03",
            "2018-06-02/2018-06-20",
        ] {
            page.go(&format!("#window={window}&graph=all"));
            page.wait_window(|shown| shown.is_about(Span::of(window)), window);
            assert_graph_is_that_of_the_window(&mut page, &record);
        }
        let may_2018 = record.dealings_in(Span::of("2018-05"));
        let january_2020 = record.dealings_in(Span::of("2020-01"));
        assert!(
            may_2018.difference(&january_2020).count() > 3,
            "the two months differ, or this journey shows nothing"
        );
        follow_the_brush(&mut page, &record);
        page.assert_no_complaints();
    }

    /// From an actor in to its dealings, along them, on to the events of one, and back where one was: with
    /// every line, and among camps.
    fn dealings_are_reached_by_keys(browser) {
        let mut page = browser.open("", Screen::DESKTOP);
        page.wait_ready();
        page.click("[data-do='larger-graph']");
        for way in ["#graph=all&select=united-states", "#window=2020-01&select=donald-trump"] {
            page.go(way);
            page.settle();
            let actor = way.rsplit('=').next().unwrap_or_default();
            page.wait_until(
                &format!("document.querySelector(\"{GRAPH} [data-actor='{actor}'][aria-current=true]\")"),
                "the actor",
            );
            page.js(&format!("document.querySelector(\"{PLANE}\").focus()"));
            page.key("ArrowDown");
            page.wait_until(
                &format!("document.activeElement.matches(\"[data-actor='{actor}']\")"),
                "an actor with the focus",
            );
            page.key("Enter");
            let mut met = std::collections::BTreeSet::new();
            for _ in 0..3 {
                page.wait_until(
                    &format!("document.activeElement.matches(\"{GRAPH} [data-dealing]\")"),
                    "a dealing with the focus",
                );
                let seen = page.js("const e = document.activeElement; return [e.dataset.dealing, \
                                    e.getAttribute('role'), e.getAttribute('aria-label')]");
                let dealing = seen[0].as_str().unwrap_or_default().to_owned();
                assert!(dealing.split('>').any(|end| end == actor), "{dealing} is one of {actor}");
                assert!(
                    seen[1] == "button" && seen[2].as_str().is_some_and(|name| name.contains('→')),
                    "{seen}"
                );
                met.insert(dealing);
                page.key("ArrowRight");
                page.settle();
            }
            assert!(met.len() > 1, "arrows lead from one to the next: {met:?}");
            let dealing = page.js("return document.activeElement.dataset.dealing");
            page.key("Enter");
            page.wait_until(
                &format!(
                    "document.querySelector(\"{GRAPH} [data-dealing='{}'][aria-current=true]\")",
                    dealing.as_str().unwrap_or_default()
                ),
                "it is chosen",
            );
            page.settle();
            assert_eq!(
                page.js("return document.activeElement.dataset.dealing"),
                dealing,
                "what was chosen keeps the focus"
            );
            assert!(page.count(&format!("{DETAILS} [data-open]")) > 0, "its events are told");
            page.key("Escape");
            page.wait_until(
                &format!("document.activeElement.matches(\"[data-actor='{actor}']\")"),
                "back at the actor",
            );
            // Choose the actor, in to its dealings, choose the first, on to its events.
            for _ in 0..4 {
                page.key("Enter");
                page.settle();
            }
            page.wait_until(
                &format!("document.activeElement.closest(\"{DETAILS}\")"),
                "the events of a dealing",
            );
        }
        page.assert_no_complaints();
    }

    /// Who leaves fades away where it was, out of reach of hands and unheard, and then is gone.
    fn actors_fade_away(browser) {
        let mut page = browser.open("#window=2020-01", Screen::DESKTOP.moving());
        page.wait_ready();
        page.click("[data-do='larger-graph']");
        page.rest();
        page.js(&format!(
            "window.faded = {{ most: 0, wrong: 0 }};
            new MutationObserver(() => {{
                const all = [...document.querySelectorAll(\"{GRAPH} .leaving .node\")];
                faded.most = Math.max(faded.most, all.length);
                const wrong = e => e.closest('[aria-hidden=true]') === null || \
                getComputedStyle(e).pointerEvents !== 'none' ||
                    e.matches('[data-actor], [tabindex], [role]') || document.querySelector(`{GRAPH} \
                    [data-actor='${{e.id}}']`);
                faded.wrong += all.filter(wrong).length;
            }}).observe(document.querySelector(\"{PLANE}\
            \"), {{ subtree: true, childList: true, attributes: true }})"
        ));
        page.go("#window=2026-03");
        page.wait_window(|shown| shown.is_about(Span::of("2026-03")), "March 2026");
        page.rest();
        page.wait_until("faded.most > 0", "somebody fades away");
        page.wait_until(&format!("!document.querySelector(\"{GRAPH} .leaving\")"), "nobody is left of them");
        assert_eq!(page.js("return faded.wrong"), 0, "whoever leaves is neither heard nor reached");
        page.assert_no_complaints();
    }
}

/// Drags the window along the overview from its place to the record's end, and looks now and then.
fn follow_the_brush(page: &mut Page, record: &Record) {
    page.click("[aria-label^='All:']");
    let whole = page
        .wait_window(|window| record.events_in(window).count() == record.events.len(), "the whole record");
    page.go("#window=2018-05&graph=all");
    page.wait_window(|shown| shown.is_about(Span::of("2018-05")), "May 2018");
    let strip = page.rect(STRIP);
    let y = strip.y + 12.0;
    let x_of = |at: f64| strip.x + (at - whole.start) / whole.len() * strip.width;
    let ends = [0.92, 0.95, 0.98].map(|share| strip.x + share * strip.width);
    for end in ends {
        let before = page.window();
        let middle = x_of(f64::midpoint(before.start, before.end));
        page.drag((middle, y), (end, y));
        let moved = page.wait_window(|window| window.start > before.start, "a later window");
        assert!((moved.len() - before.len()).abs() <= 1.0, "the brush keeps its length");
        assert_graph_is_that_of_the_window(page, record);
    }
}

fn assert_graph_is_that_of_the_window(page: &mut Page, record: &Record) {
    page.rest();
    let shown = page.shown();
    shown.assert_adds_up(record);
    let window = shown.window;
    assert_eq!(page.all(GRAPH, "data-actor"), record.actors_in(window), "actors of {window:?}");
    assert_eq!(page.all(GRAPH, "data-dealing"), record.dealings_in(window), "dealings of {window:?}");
    assert_eq!(page.all(GRAPH, "data-relation"), record.relations_in(window), "relations of {window:?}");
}

/// Equal data, window and screen give equal places, in two browsers that compute
/// and measure letters on their own.
#[test]
fn both_browsers_put_the_actors_in_the_same_places() {
    let name = "both_browsers_put_the_actors_in_the_same_places";
    let mut pages =
        [Browser::chromium(name), Browser::firefox(name)].map(|browser| browser.open("", Screen::DESKTOP));
    for window in ["2019-12-27/2020-01-12", "2018-05", "2020-01-03", "2019-12-28/2020-01-31"] {
        let [ours, theirs] = pages.each_mut().map(|page| {
            page.go(&format!("#window={window}"));
            page.wait_ready();
            page.wait_window(|shown| shown.is_about(Span::of(window)), window);
            page.rest();
            (page.rect(&format!("{GRAPH} svg")), places(page))
        });
        let is_as_large =
            (ours.0.width - theirs.0.width).abs() <= NEAR && (ours.0.height - theirs.0.height).abs() <= NEAR;
        assert!(is_as_large, "the graph has the same room in both: {:?}, {:?}", ours.0, theirs.0);
        assert!(ours.1.len() >= 2, "{window} has nodes");
        assert_eq!(ours.1.len(), theirs.1.len(), "{window}");
        for ((actor, x, y), (other, other_x, other_y)) in ours.1.iter().zip(&theirs.1) {
            assert_eq!(actor, other);
            let is_near = (x - other_x).abs() <= NEAR && (y - other_y).abs() <= NEAR;
            assert!(
                is_near,
                "{window}: {actor} is at {x}, {y} in Chromium and at {other_x}, {other_y} in Firefox"
            );
        }
    }
    for page in &mut pages {
        page.assert_no_complaints();
    }
}

/// Each actor's place in the drawing's own pixels: the middle of its shape.
fn places(page: &mut Page) -> Vec<(String, f64, f64)> {
    let found = page.js(&format!(
        "return Array.from(document.querySelectorAll(\"{GRAPH} [data-actor]\"), e => {{
            const {{ x, y, width, height }} = e.querySelector('path').getBBox();
            return [e.dataset.actor, x + width / 2, y + height / 2];
        }})"
    ));
    let number = |of: &Value| of.as_f64().unwrap_or(f64::NAN);
    let place = |of: &Value| (of[0].as_str().unwrap_or_default().to_owned(), number(&of[1]), number(&of[2]));
    let mut places: Vec<_> = found.as_array().into_iter().flatten().map(place).collect();
    places.sort_by(|a, b| a.0.cmp(&b.0));
    places
}
