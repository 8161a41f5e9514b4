//! What stands there before the page runs: title and picture, drawn before any script has come, and in
//! the same place as what follows.

use e2e::{Page, Rect, Screen, journeys};

journeys! {
    /// The browser draws before it has the first script.
    fn the_first_picture_needs_no_script(browser) {
        let mut page = browser.impatient().open("held/", Screen::DESKTOP);
        page.wait_until("performance.getEntriesByName('first-contentful-paint').length", "the first drawing");
        assert_eq!(page.count("[data-window]"), 0, "no script has come");
        page.release();
        page.wait_ready();
        let told = page.attributes("meta[name='description'], meta[property='og:description']", "content");
        assert!(
            told.len() == 2 && told[0] == told[1] && told[0].len() > 50,
            "the page is described: {told:?}"
        );
        page.assert_no_complaints();
    }

    /// The page runs while what stands below the record is still on its way.
    fn the_page_does_not_wait_for_what_stands_below_it(browser) {
        let mut page = browser.impatient().open("cut/", Screen::DESKTOP);
        page.wait_drawn();
        assert_eq!(page.js("return document.readyState"), "loading");
        assert_eq!([page.count("#chronology h2"), page.count("#chronology a")], [1, 0]);
        page.release();
        page.wait_until("document.readyState === 'complete'", "the rest");
        assert_eq!(page.count("#chronology a"), 1);
        page.assert_no_complaints();
    }

    /// Every block stays where it is when the page takes over,
    /// and every event that has a mark in both pictures.
    fn nothing_jumps_when_the_page_takes_over(browser) {
        for screen in [Screen::DESKTOP, Screen::PHONE.sized(browser.narrowest().max(390), 844)] {
            let mut page = browser.impatient().open("held/", screen);
            page.wait_until(STANDS, "the picture");
            let (before, marks_before) = (blocks(&mut page), marks(&mut page, ".skeleton .plot a", "href"));
            // What shapes mean is said in Help where there is no room for a line of it.
            let is_there = |(name, block): (&&str, &Rect)| {
                block.height > 0.0 || *name == ".legend" && screen.width < 720
            };
            assert!(BLOCKS.iter().zip(&before).all(is_there), "{before:?}");
            page.release();
            page.wait_ready();
            let (after, marks_after) = (blocks(&mut page), marks(&mut page, "[data-event]", "data-event"));
            for ((block, before), after) in BLOCKS.iter().zip(&before).zip(&after) {
                let is_same = |a: f64, b: f64| (a - b).abs() <= 1.0;
                let stays = is_same(before.y, after.y)
                    && is_same(before.height, after.height)
                    && is_same(before.x, after.x);
                assert!(
                    stays && is_same(before.width, after.width),
                    "{block} was {before:?} and is {after:?} at {screen:?}"
                );
            }
            let in_both: Vec<_> = marks_before
                .iter()
                .filter_map(|(id, x)| Some((id, x, marks_after.iter().find(|mark| mark.0 == *id)?.1)))
                .collect();
            assert!(in_both.len() > 5, "{marks_before:?} and {marks_after:?} at {screen:?}");
            for (id, before, after) in in_both {
                assert!((before - after).abs() < 4.0, "{id} was at {before} and is at {after}");
            }
            let shift = page.js(SHIFT);
            assert!(
                shift.is_null() || shift.as_f64().is_some_and(|shift| shift <= 0.01),
                "shifted by {shift}"
            );
            assert_eq!(
                page.rects("#chronology h2, #failed").iter().map(|text| text.height).sum::<f64>(),
                0.0,
                "the link to the text is gone"
            );
        }
    }

    /// Where the scripts take long, the record is offered as text, until hands work.
    fn who_waits_long_is_offered_the_record_as_text(browser) {
        let mut page = browser.impatient().open("held/", Screen::DESKTOP);
        page.wait_until(STANDS, "the picture");
        assert_eq!(page.seen_text("#chronology"), "", "not at once");
        page.wait_until("document.querySelector('#chronology').innerText", "the link");
        assert!(page.seen_text("#chronology a").contains("as text"));
        assert!(page.rect(".skeleton .plot").height > 200.0, "the picture stays above it");
        page.release();
        page.wait_ready();
        page.settle();
        assert_eq!(page.rect("#chronology").height, 0.0, "it is gone");
    }
}

/// All of the HTML has come, and the style sheet.
const STANDS: &str =
    "document.querySelector('#record') && getComputedStyle(document.body).marginTop === '0px'";

/// What has its own place in both.
const BLOCKS: [&str; 9] = [
    ".masthead",
    ".masthead h1",
    ".toolbar",
    ".pulse-strip",
    ".plot",
    ".legend",
    ".strip",
    ".tabs",
    ".panel.details",
];

/// The sum of all layout shifts so far; `null` in browsers that do not tell.
const SHIFT: &str = "if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return null;
    const observer = new PerformanceObserver(() => {});
    observer.observe({ type: 'layout-shift', buffered: true });
    return observer.takeRecords().reduce((sum, shift) => sum + shift.value, 0)";

fn blocks(page: &mut Page) -> Vec<Rect> {
    BLOCKS.iter().map(|block| page.rect(block)).collect()
}

/// The events that have a mark which is seen, each with the middle of its glyph.
fn marks(page: &mut Page, css: &str, name: &str) -> Vec<(String, f64)> {
    let code = format!(
        "return Array.from(document.querySelectorAll('{css}'), e => {{ const r = \
         e.querySelector('.glyph').getBoundingClientRect();
            return [e.getAttribute('{name}').replace('#select=', ''), r.x + r.width / 2, r.width] \
            }}).filter(mark => mark[2] > 0)"
    );
    let found = page.js(&code);
    let mark = |mark: &serde_json::Value| {
        (mark[0].as_str().unwrap_or_default().to_owned(), mark[1].as_f64().unwrap_or(f64::NAN))
    };
    found.as_array().map(|found| found.iter().map(mark).collect()).unwrap_or_default()
}
