//! No label lies on another, on any screen.

use e2e::contract::{GRAPH, OVERVIEW, TIMELINE};
use e2e::{Page, Record, Rect, Screen, Span, journeys};

/// What labels may share in both directions, in pixels: boxes of texts are taller than their letters.
const SLACK: f64 = 1.0;

/// The windows looked at; between them the whole record, which is no address but a button.
const WINDOWS: [&str; 6] = [
    "2019-12-27/2020-01-12",
    WHOLE,
    "2020-01-03",
    "2020-01-03/2020-01-09",
    "2018-05",
    "2020-01-03T00:40+03:00/2020-01-03T00:50+03:00",
];

const WHOLE: &str = "whole";

journeys! {
    /// On a phone, a small tablet, a laptop and a wide screen, with lanes by side and by field.
    fn no_label_overlaps_another(browser) {
        let record = Record::read();
        let mut page = browser.open("", Screen::DESKTOP);
        page.wait_ready();
        for (width, height) in [(browser.narrowest(), 640), (720, 900), (1280, 800), (2560, 1300)] {
            page.resize(width, height);
            for (lanes, button) in [("side", "Sides"), ("domain", "Fields")] {
                for window in WINDOWS {
                    show(&mut page, window, lanes, button);
                    look(&mut page, &record, &format!("{window} by {lanes} on {width} px"));
                }
            }
        }
        page.assert_no_complaints();
    }
}

/// Brings the page to a window and a kind of lanes.
fn show(page: &mut Page, window: &str, lanes: &str, button: &str) {
    if window == WHOLE {
        let before = page.window().len();
        // On small screens it waits behind a button.
        page.js("document.querySelector(\"[aria-label^='All:']\").click()");
        page.wait_window(|window| window.len() > before, "the whole record");
    } else {
        page.go(&format!("#window={window}&lanes={lanes}"));
        page.wait_window(|shown| shown.is_about(Span::of(window)), window);
    }
    let pressed = "Array.from(document.querySelectorAll('[aria-pressed=true]'), b => b.textContent.trim())";
    page.wait_until(&format!("{pressed}.includes('{button}')"), "the lanes");
    page.settle();
}

fn look(page: &mut Page, record: &Record, place: &str) {
    page.shown().assert_adds_up(record);
    assert_eq!(
        page.js("return document.documentElement.scrollWidth <= innerWidth"),
        true,
        "{place}: scrolls sideways"
    );
    for part in [TIMELINE, GRAPH, OVERVIEW] {
        let labels = labels(page, part);
        assert!(part == GRAPH || !labels.is_empty(), "{place}: no label in {part}");
        assert_apart(&labels, SLACK, &format!("{place}: {part}"));
    }
}

/// All texts that are drawn in a part, and the names of its lanes, with their boxes.
pub fn labels(page: &mut Page, part: &str) -> Vec<(String, Rect)> {
    let texts = format!("{part} svg text, {part} [aria-label^='Lanes'] span");
    page.texts(&texts)
        .into_iter()
        .zip(page.letter_boxes(&texts))
        .filter(|(_, rect)| rect.width > 0.0)
        .collect()
}

/// That none of `labels` lies on another.
#[track_caller]
pub fn assert_apart(labels: &[(String, Rect)], slack: f64, place: &str) {
    for (nth, (text, rect)) in labels.iter().enumerate() {
        for (other_text, other) in &labels[..nth] {
            assert!(
                !rect.overlaps(*other, slack),
                "{place}: “{text}” {rect:?} lies on “{other_text}” {other:?}"
            );
        }
    }
}
