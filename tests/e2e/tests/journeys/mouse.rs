//! The timeline and its overview by mouse.

use e2e::contract::{DETAILS, GRAPH, PLOT, STRIP, TIMELINE};
use e2e::{Held, Page, Point, Record, Screen, Span, journeys};

journeys! {
    /// A card that hides what is below it goes by Escape, without a move of the mouse,
    /// and takes nothing along.
    fn escape_takes_a_card_away_and_leaves_the_selection(browser) {
        let mut page = browser.open("#select=2020-01-03-soleimani-strike", Screen::DESKTOP);
        page.wait_ready();
        page.rest();
        let other = ".timeline [data-event]:not([data-event='2020-01-03-soleimani-strike']) .glyph";
        page.hover(other);
        page.wait_until("document.querySelector('.readout')", "the card");
        page.key("Escape");
        page.wait_until("!document.querySelector('.readout')", "it is gone");
        assert!(page.fragment().contains("select=2020-01-03-soleimani-strike"), "the selection stays");
        page.key("Escape");
        page.wait_until("!location.hash.includes('select=')", "then it goes too");
        page.assert_no_complaints();
    }

    /// A drag carries the picture along and is no click, wherever it begins and ends;
    /// what stays within 4 px is one.
    fn a_drag_pans_and_is_no_click(browser) {
        let record = Record::read();
        let mut page = browser.open("", Screen::DESKTOP);
        page.wait_ready();
        let mark = page.rect(&format!("{TIMELINE} [data-event='2020-01-03-soleimani-strike'] path")).center();
        let empty = empty_spot(&mut page);
        for (from, by) in [(mark, 160.0), (mark, -160.0), (empty, -120.0)] {
            let before = page.shown();
            page.drag(from, (from.0 + by, from.1 + 3.0));
            page.settle();
            let after = page.shown();
            after.assert_adds_up(&record);
            let moved = (before.window.start - after.window.start) * before.px_per_second();
            assert!((moved - by).abs() <= 1.0, "dragged by {by} px, moved by {moved} px");
            assert!((after.window.len() - before.window.len()).abs() <= 1.0);
            assert_eq!(page.count("[aria-current='true']"), 0, "nothing is selected");
        }
        let before = page.shown();
        page.throw(empty, (empty.0 + 150.0, empty.1));
        let moved = |page: &mut Page| (before.window.start - page.window().start) * before.px_per_second();
        page.eventually("a throw that carries at least as far as the hand", |page| moved(page) >= 149.0);
        assert_eq!(page.count("[aria-current='true']"), 0);

        // A hand that shakes still clicks.
        page.go("?again");
        page.wait_ready();
        let window = page.window();
        page.drag(mark, (mark.0 + 2.0, mark.1 + 1.0));
        page.wait_heading(&record.event("2020-01-03-soleimani-strike").title);
        assert!(page.window().is_about(window), "it moves nothing");
        page.assert_no_complaints();
    }

    /// A double click on the empty plot zooms in about the pointer, with Shift out;
    /// on a mark it opens and brings it near.
    fn a_double_click_zooms(browser) {
        let record = Record::read();
        let mut page = browser.open("", Screen::DESKTOP);
        page.wait_ready();
        let spot = empty_spot(&mut page);
        let before = page.shown();
        let at = before.instant_at(spot.0);
        page.double_click_at(spot.0, spot.1, Held::Nothing);
        page.wait_window(|window| window.len() < before.window.len() - 1.0, "a shorter window");
        let closer = page.shown();
        assert!((closer.x_of(at) - spot.0).abs() <= 1.0 + closer.px_per_second());
        assert_eq!(page.count("[aria-current='true']"), 0);
        let spot = empty_spot(&mut page);
        let at = closer.instant_at(spot.0);
        page.double_click_at(spot.0, spot.1, Held::Shift);
        page.wait_window(|window| window.len() > closer.window.len() + 1.0, "a longer window");
        let away = page.shown();
        assert!((away.x_of(at) - spot.0).abs() <= 1.0 + closer.px_per_second());

        let id = "2020-01-03-soleimani-strike";
        let (x, y) = page.rect(&format!("{TIMELINE} [data-event='{id}'] path")).center();
        page.double_click_at(x, y, Held::Nothing);
        page.wait_heading(&record.event(id).title);
        let exchange = record.exchange(id);
        let holds_all = |window: Span| {
            exchange.iter().all(|event| event.span.start >= window.start && event.span.end <= window.end)
        };
        page.wait_window(holds_all, "all that it answered and that answered it");
        page.assert_no_complaints();
    }

    /// A click on a cluster comes nearer, or lists what no zoom could part.
    fn a_click_on_a_cluster_opens_it(browser) {
        let record = Record::read();
        let mut page = browser.open("", Screen::DESKTOP.sized(720, 700));
        page.wait_ready();
        page.click("[aria-label^='All:']");
        page.wait_until("document.querySelector('[data-cluster]')", "a cluster");
        let (mut num_zooms, mut num_lists) = (0, 0);
        while let Some(count) = page.shown().clusters.first().copied() {
            let before = page.window();
            page.click(&format!("{TIMELINE} [data-cluster]"));
            page.eventually("the cluster opened", |page| {
                page.window().len() < before.len() || page.count(&entries()) == count
            });
            page.settle();
            page.shown().assert_adds_up(&record);
            if page.window().len() < before.len() {
                num_zooms += 1;
                continue;
            }
            num_lists += 1;
            assert!(page.heading().contains(&count.to_string()), "{}", page.heading());
            let title = page.texts(&entries()).into_iter().next().unwrap_or_default();
            page.click(&format!("{DETAILS} li button"));
            page.eventually("an event of the list", |page| title.contains(&page.heading()));
            break;
        }
        assert!(num_zooms >= 1 && num_zooms + num_lists <= 12, "{num_zooms} zooms, {num_lists} lists");
        page.assert_no_complaints();
    }

    /// The brush is moved by its middle and resized by its edges; a click beside it brings it there.
    fn the_brush_sets_the_window(browser) {
        let record = Record::read();
        let mut page = browser.open("", Screen::DESKTOP);
        page.wait_ready();
        page.click("[aria-label^='All:']");
        let whole = page.wait_window(
            |window| record.events_in(window).count() == record.events.len(),
            "the whole record",
        );
        let strip = page.rect(STRIP);
        let (y, px) = (strip.y + 12.0, whole.len() / strip.width);
        let x_of = |at: f64| strip.x + (at - whole.start) / px;
        let is_near = |a: f64, b: f64| (a - b).abs() <= 1.5 * px;

        page.drag((strip.x + strip.width - 1.0, y), (strip.x + 0.4 * strip.width, y));
        let right = page.wait_window(|window| window.end < whole.end, "the right edge moved");
        assert!(
            is_near(right.end, whole.start + 0.4 * whole.len()) && right.start == whole.start,
            "{right:?}"
        );
        page.drag((strip.x + 1.0, y), (strip.x + 0.2 * strip.width, y));
        let left = page.wait_window(|window| window.start > whole.start, "the left edge moved");
        assert!(
            is_near(left.start, whole.start + 0.2 * whole.len()) && (left.end - right.end).abs() <= 1.0,
            "{left:?}"
        );
        let middle = f64::midpoint(x_of(left.start), x_of(left.end));
        page.drag((middle, y), (middle + 200.0, y));
        let moved = page.wait_window(|window| window.start > left.start + px, "the brush moved");
        assert!(
            is_near(moved.start, left.start + 200.0 * px) && (moved.len() - left.len()).abs() <= 1.0,
            "{moved:?}"
        );
        page.click_at(strip.x + 0.15 * strip.width, y, Held::Nothing);
        let brought = page.wait_window(|window| window.start < moved.start, "the brush brought there");
        let spot = whole.start + 0.15 * whole.len();
        assert!(
            brought.start < spot && spot < brought.end && (brought.len() - moved.len()).abs() <= 1.0,
            "{brought:?}"
        );
        page.shown().assert_adds_up(&record);
        page.assert_no_complaints();
    }

    /// A node can be dragged, stays where it was put, and is not selected by that; Reset brings it back.
    fn a_node_stays_where_it_is_put(browser) {
        let mut page = browser.open("", Screen::DESKTOP);
        page.wait_ready();
        let node = format!("{GRAPH} [data-actor='united-states'] path");
        let home = page.rect(&node).center();
        let put = (home.0 + 60.0, home.1 - 30.0);
        page.drag(home, put);
        page.settle();
        let is_at = |page: &mut Page, (x, y): Point| {
            let (now_x, now_y) = page.rect(&node).center();
            (now_x - x).abs() <= 1.5 && (now_y - y).abs() <= 1.5
        };
        assert!(is_at(&mut page, put), "it is where it was put");
        assert_eq!(page.count("[aria-current='true']"), 0, "a drag selects nothing");
        let plot = page.rect(PLOT);
        page.wheel(plot.x + 300.0, plot.y + plot.height - 50.0, (0, 200), 1, Held::Nothing);
        page.settle();
        assert!(is_at(&mut page, put), "it stays there while the window changes");
        page.assert_no_complaints();
    }
}

/// The entries that the details list.
fn entries() -> String {
    format!("{DETAILS} ol > li")
}

/// A point of the plot with nothing on it, right of its middle.
fn empty_spot(page: &mut Page) -> Point {
    let found = page.js(&format!(
        "const plot = document.querySelector(\"{PLOT}\"), r = plot.getBoundingClientRect();
        const is_empty = (x, y) => {{
            const hit = document.elementFromPoint(x, y);
            return plot.contains(hit) && !hit.closest('[data-event], [data-cluster]');
        }};
        for (let x = r.x + r.width * 0.6; x < r.right - 10; x += 7)
            for (let y = r.y + 10; y < r.bottom - 60; y += 5)
                if (is_empty(x, y) && is_empty(x + 6, y + 3) && is_empty(x - 6, y - 3)) return \
                [Math.round(x), Math.round(y)]"
    ));
    let number = |index: usize| found[index].as_f64().unwrap_or(f64::NAN);
    (number(0), number(1))
}
