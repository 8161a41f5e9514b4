//! Zooming by the wheel: what is under the pointer stays there, and no event gets lost on the way.

use e2e::contract::{PLOT, TIMELINE};
use e2e::{Held, Page, Record, Screen, journeys};

/// The shortest window in seconds.
const SHORTEST: f64 = 600.0;

/// A window about January 2020 of this many seconds, ten days, does not come near the ends of the record.
const FAR_FROM_THE_ENDS: f64 = 864_000.0;

/// More turns than any journey between the whole record and the shortest window needs.
const MOST_TURNS: u32 = 120;

journeys! {
    /// From the whole record down to ten minutes and back, at several points and with slow and fast wheels.
    fn the_instant_under_the_pointer_stays_there_from_decades_to_minutes(browser) {
        let record = Record::read();
        let mut page = browser.open("", Screen::DESKTOP);
        page.wait_ready();
        page.click("[aria-label^='All:']");
        let plot = page.rect(PLOT);
        let whole = page.wait_window(
            |window| record.events_in(window).count() == record.events.len(),
            "the whole record",
        );
        for (share, delta) in [(0.12, 650), (0.5, 200), (0.968, 650)] {
            let x = (plot.x + plot.width * share).round();
            go_and_come_back(&mut page, &record, x, delta);
            assert_eq!(page.window(), whole, "the way back ends where it began");
        }
        page.assert_no_complaints();
    }

    /// To a hair where the window's attribute is too coarse: a mark that is under the pointer stays under it.
    fn a_mark_under_the_pointer_stays_under_it(browser) {
        let record = Record::read();
        let mark = format!("{TIMELINE} [data-event='2020-01-03-soleimani-strike']");
        let mut page = browser.open("#window=2020-01-02T21:42:00Z/2020-01-02T21:52:00Z", Screen::DESKTOP);
        page.wait_ready();
        let plot = page.rect(PLOT);
        let middle =
            |page: &mut Page| page.rects(&format!("{mark} path")).first().map(|rect| rect.center().0);
        let start = middle(&mut page).unwrap_or(f64::NAN);
        let (x, y) = (start.round(), plot.y + plot.height - 60.0);
        let mut turns = 0;
        // Further out the window comes to the record's end and has to leave the pointer.
        while page.window().len() < FAR_FROM_THE_ENDS {
            page.wheel(x, y, (0, 300), 1, Held::Nothing);
            page.settle();
            turns += 1;
            page.shown().assert_adds_up(&record);
            let Some(now) = middle(&mut page) else { break };
            assert!((now - x).abs() <= 1.0, "after {turns} turns the mark is at {now}, the pointer at {x}");
        }
        assert!(turns >= 12, "it has a mark of its own for longer than {turns} turns");
        page.wheel(x, y, (0, -300), turns, Held::Nothing);
        page.settle();
        let end = middle(&mut page).unwrap_or(f64::NAN);
        assert!((end - start).abs() <= 1.0, "the mark was at {start} and came back to {end}");
        page.assert_no_complaints();
    }
}

/// Zooms in at `x` until the window is the shortest, and out until it is the whole record,
/// looking after each turn.
fn go_and_come_back(page: &mut Page, record: &Record, x: f64, delta: i32) {
    let whole = page.shown();
    let y = whole.plot.y + whole.plot.height / 2.0;
    let at = whole.instant_at(x);
    for (delta, end) in [(-delta, SHORTEST), (delta, whole.window.len())] {
        let (mut turns, mut before) = (0, page.window().len());
        loop {
            page.wheel(x, y, (0, delta), 1, Held::Nothing);
            page.settle();
            let shown = page.shown();
            shown.assert_adds_up(record);
            let off = (shown.x_of(at) - x).abs();
            // Both windows are told to the second, so the attribute leaves a second open.
            assert!(
                off <= 1.0 + shown.px_per_second(),
                "{off} px away after a window of {before} s: {shown:?}"
            );
            turns += 1;
            if (shown.window.len() - end).abs() <= 1.0 {
                break;
            }
            assert!(
                turns < MOST_TURNS && (shown.window.len() < before) == (delta < 0),
                "the window goes on to {end} s: {shown:?}"
            );
            before = shown.window.len();
        }
    }
}
