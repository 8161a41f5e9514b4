//! On a phone, with fingers.

use e2e::contract::{DETAILS, EVENTS, GRAPH, PLOT, TIMELINE};
use e2e::{Browser, Page, Record, Screen, journeys};

journeys! {
    /// A sideways swipe pans, one upward is left to the page, two fingers zoom about their middle.
    fn fingers_pan_and_pinch(browser) {
        let record = Record::read();
        let mut page = opened(browser);
        let before = page.shown();
        let plot = before.plot;
        let (x, y) = plot.center();
        page.swipe((x + 60.0, y), (x - 60.0, y + 4.0));
        let moved = page.wait_window(|window| window.start > before.window.start, "a later window");
        assert!((moved.len() - before.window.len()).abs() <= 1.0, "a swipe does not zoom");
        assert!(
            moved.start - before.window.start >= 100.0 / before.px_per_second(),
            "it moved with the finger: {moved:?}"
        );
        assert_eq!(page.count("[aria-current='true']"), 0, "a swipe selects nothing");

        let still = page.window();
        page.swipe((x, y + 60.0), (x + 3.0, y - 60.0));
        page.settle();
        assert!(
            (page.window().start - still.start).abs() * before.px_per_second() <= 12.0,
            "a swipe upward is the page's"
        );

        let before = page.shown();
        let at = before.instant_at(x);
        page.pinch(((x - 30.0, y), (x - 90.0, y)), ((x + 30.0, y), (x + 90.0, y)));
        let closer = page.wait_window(|window| window.len() < 0.6 * before.window.len(), "a shorter window");
        page.settle();
        let shown = page.shown();
        shown.assert_adds_up(&record);
        assert!((shown.x_of(at) - x).abs() <= 3.0, "what was between the fingers stays there: {closer:?}");
        page.assert_no_complaints();
    }

    /// A finger that comes near an edge of the brush takes hold of it; the other edge stays.
    fn a_finger_takes_hold_of_the_edges_of_the_brush(browser) {
        let mut page =
            browser.open("#window=1990/2009", Screen::PHONE.sized(browser.narrowest().max(390), 844));
        page.wait_ready();
        for (outside, by) in [(14.0, -20.0), (-14.0, 20.0), (-20.0, 15.0)] {
            page.rest();
            let (before, brush) = (page.window(), page.rect(".brush"));
            let (x, y) =
                (if outside > 0.0 { brush.x + brush.width } else { brush.x } + outside, brush.center().1);
            page.swipe((x, y), (x + by, y));
            page.rest();
            let after = page.window();
            let moved = [after.start - before.start, after.end - before.end];
            assert!(
                moved[usize::from(outside < 0.0)].abs() <= 2.0,
                "{outside}: the other edge stays: {before:?}, {after:?}"
            );
            assert!(
                moved[usize::from(outside > 0.0)] * by > 0.0,
                "{outside}: the edge follows: {before:?}, {after:?}"
            );
        }
        page.assert_no_complaints();
    }

    /// One finger carries an enlarged graph to any side, two carry it as they zoom, and an actor is dragged
    /// straight up: the page stays.
    fn an_enlarged_graph_is_moved_to_any_side(browser) {
        let width = browser.narrowest().max(390);
        let mut page =
            browser.open("#view=actors&window=2019-12-27/2020-01-12", Screen::PHONE.sized(width, 844));
        page.wait_ready();
        page.js("document.querySelector('.plane').scrollIntoView({ block: 'center' })");
        page.rest();
        let still = page.js("return scrollY").as_f64();
        // About the middle of the two upper camps, whose actors stay in sight.
        let (x, y) = page.rect(".plane").center();
        let y = y - 90.0;
        page.pinch(((x - 20.0, y), (x - 60.0, y)), ((x + 20.0, y), (x + 60.0, y)));
        page.wait_until("document.querySelector('.plane [transform*=scale]')", "an enlarged graph");
        page.settle();
        let of = |page: &mut Page| page.rect(".plane .ground").center();
        let free = |page: &mut Page| {
            // A place where no actor is.
            let found = page.js("const r = document.querySelector('.plane').getBoundingClientRect();
                for (let y = r.bottom - 24; y > r.top + 170; y -= 12) for (let x = r.left + 30; x < r.right \
                - 30; x += 12)
                    if (!document.elementFromPoint(x, y)?.closest('.node, .band, .dealing, .more')) return \
                    [x, y]");
            (found[0].as_f64().unwrap_or(f64::NAN), found[1].as_f64().unwrap_or(f64::NAN))
        };
        let (before, (x, y)) = (of(&mut page), free(&mut page));
        page.swipe((x, y), (x, y - 120.0));
        page.eventually("the graph carried up", |page| (of(page).1 - before.1 + 120.0).abs() <= 6.0);
        let before = of(&mut page);
        let (left, right) = (page.rect(".plane").x + 60.0, page.rect(".plane").x + 140.0);
        let y = page.rect(".plane").y + 40.0;
        page.pinch(((left, y), (left, y + 110.0)), ((right, y), (right, y + 110.0)));
        page.eventually("the graph carried down by two fingers", |page| {
            (of(page).1 - before.1 - 110.0).abs() <= 10.0
        });
        let seen = "const r = document.querySelector('.plane').getBoundingClientRect();
            const node = [...document.querySelectorAll('.plane .node')].find(node => { const own = \
            node.querySelector('path').getBoundingClientRect();
                return own.top > r.top + 110 && own.bottom < r.bottom && own.left > r.left && own.right < \
                r.right });";
        let id =
            page.js(&format!("{seen} return node.dataset.actor")).as_str().unwrap_or_default().to_owned();
        let disc = format!(".plane [data-actor='{id}'] path");
        let ((x, y), others) = (page.rect(&disc).center(), of(&mut page));
        page.swipe((x, y), (x, y - 90.0));
        page.eventually("the actor dragged up", |page| (page.rect(&disc).center().1 - y + 90.0).abs() <= 8.0);
        assert!((of(&mut page).1 - others.1).abs() <= 2.0, "the others stay");
        assert_eq!(page.js("return scrollY").as_f64(), still, "the page stays");
        page.assert_no_complaints();
    }

    /// Fields have letters that a phone does not enlarge the page for.
    fn fields_have_letters_of_sixteen_pixels(browser) {
        let mut page =
            browser.with_fingers().open("", Screen::PHONE.sized(browser.narrowest().max(390), 844));
        page.wait_ready();
        page.js("document.querySelector('[data-do=tools]').click()");
        page.wait_until("document.querySelector('#search').getClientRects().length", "the tools");
        let small = page.js("return [...document.querySelectorAll('input, select, textarea')].map(e => \
                             [e.id || e.dataset.set, parseFloat(getComputedStyle(e).fontSize)])");
        let fields = small.as_array().cloned().unwrap_or_default();
        assert!(fields.len() >= 2 && fields.iter().all(|field| field[1].as_f64() >= Some(16.0)), "{small}");
        page.assert_no_complaints();
    }

    /// What is tapped opens as a sheet from below, and closes again; the other parts are a tab away.
    fn details_open_as_a_sheet_and_parts_are_a_tab_away(browser) {
        let record = Record::read();
        let mut page = opened(browser);
        let id =
            page.shown().marks.into_iter().max_by_key(|id| record.event(id).importance).unwrap_or_default();
        page.tap(&format!("{TIMELINE} [data-event='{id}'] path"));
        page.wait_heading(&record.event(&id).title);
        let screen = page.rect("body");
        let sheet = page.rect(DETAILS);
        assert!(
            sheet.height > 200.0 && sheet.width >= screen.width - 1.0,
            "a sheet over the whole width: {sheet:?}"
        );
        assert_eq!(
            page.js("return innerHeight").as_f64(),
            Some(sheet.y + sheet.height),
            "it stands on the lower edge"
        );
        page.tap(&format!("{DETAILS} [aria-label='Close']"));
        page.wait_until(
            &format!("!document.querySelector(\"{DETAILS} [aria-label='Close']\")"),
            "the sheet closed",
        );
        page.wait_until("!location.hash.includes('select=')", "no selection");

        let parts = [("Actors", GRAPH), ("Events", EVENTS), ("Details", DETAILS)];
        for (name, part) in parts {
            tap_button(&mut page, name);
            for (_, other) in parts {
                let is_shown = format!("document.querySelector(\"{other}\").getClientRects().length > 0");
                let wanted = if other == part { is_shown } else { format!("!({is_shown})") };
                page.wait_until(&wanted, &format!("{name} alone, for {other}"));
            }
        }
        tap_button(&mut page, "Actors");
        let named = format!("document.querySelectorAll(\"{GRAPH} [data-actor]\").length");
        page.wait_until(&format!("{named} > 5 && {named} <= 12"), "the foremost actors");
        page.tap(&format!("{GRAPH} [data-actor='united-states'] path"));
        page.wait_heading(&record.actor("united-states").name);
        assert_eq!(
            page.js("return document.documentElement.scrollWidth <= innerWidth"),
            true,
            "nothing scrolls sideways"
        );
        page.assert_no_complaints();
    }
}

/// The page on a phone held upright, or on the narrowest that the browser has.
fn opened(browser: &Browser) -> Page {
    let mut page = browser.open("", Screen::PHONE.sized(browser.narrowest().max(390), 844));
    page.wait_ready();
    assert!(page.rect(PLOT).height > 150.0, "the plot has room");
    page
}

/// Taps the button that shows this name.
fn tap_button(page: &mut Page, name: &str) {
    let mark = "Array.from(document.querySelectorAll('button')).find(b => b.textContent.trim() === NAME).id \
                = 'wanted'";
    page.js(&mark.replace("NAME", &format!("'{name}'")));
    page.tap("#wanted");
    page.js("document.getElementById('wanted').removeAttribute('id')");
}
