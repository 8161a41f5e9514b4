//! Letters as the reader has them: larger, or set apart.
//! All of them grow, none lies on another, nothing is cut.

use e2e::contract::{GRAPH, OVERVIEW, PLOT, TIMELINE};
use e2e::{Browser, Page, Record, Screen, journeys};

use super::labels::{assert_apart, labels};

/// Letters and words set apart as WCAG 1.4.12 has it.
const APART: &str =
    "* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important }";

/// Texts of all kinds: of the pictures, of the page around them.
const TEXTS: [&str; 9] = [
    ".mark .label",
    ".plot .tick",
    ".strip .tick",
    ".lane-names .name",
    ".turning button",
    ".node .name",
    ".camp-name",
    ".masthead h1",
    ".shown strong",
];

journeys! {
    /// All texts are twice as high where letters are chosen twice as large, also while the page is open,
    /// and while the window moves.
    fn all_letters_grow_with_the_readers(browser) {
        let mut page = browser.open(WINDOW, Screen::DESKTOP);
        page.wait_ready();
        page.rest();
        let before = sizes(&mut page);
        page.style("html { font-size: 32px }");
        page.wait_until("document.documentElement.dataset.letters === 'large'", "larger letters");
        page.rest();
        assert_twice(&before, &sizes(&mut page));
        assert_room(&mut page, "chosen while it was open");
        // A canvas shows the window on its way.
        page.js("document.querySelector('.plot').scrollIntoView({ block: 'center' })");
        let (x, y) = page.rect(PLOT).center();
        page.hover_at(x, y);
        page.js("window.drawn = []; const look = () => { const canvas = document.querySelector('canvas');
            if (document.querySelector('[data-moving]')) drawn.push([canvas.getBoundingClientRect().width, \
            canvas.getBoundingClientRect().height]);
            requestAnimationFrame(look) }; look()");
        page.drag((x, y), (x - 160.0, y));
        page.wait_until("window.drawn.length > 0", "the canvas");
        let plot = page.rect(PLOT);
        let drawn = page.js("return drawn.at(-1)");
        let size = [0, 1].map(|nth| drawn[nth].as_f64().unwrap_or(f64::NAN));
        assert!((size[0] - plot.width).abs() <= 2.0 && size[1] >= plot.height, "{size:?} for {plot:?}");
        page.style("");
        page.wait_until("!document.documentElement.dataset.letters", "usual letters");
        page.rest();
        page.assert_no_complaints();

        let mut page = browser.with_letters(32).open(WINDOW, Screen::DESKTOP);
        page.wait_ready();
        page.rest();
        assert_twice(&before, &sizes(&mut page));
        assert_room(&mut page, "chosen before");
        page.assert_no_complaints();
    }

    /// At a desk and on a phone, in each part: nothing scrolls sideways,
    /// no label lies on another, no text is cut.
    fn larger_letters_have_room(browser) {
        look_around(&browser.with_letters(32), "");
    }

    fn letters_that_are_set_apart_have_room(browser) {
        look_around(browser, APART);
    }

    /// A mark that is pressed is opened, and a wheel zooms about the pointer,
    /// in pixels that are twice as large.
    fn hands_hit_what_is_enlarged(browser) {
        let record = Record::read();
        let mut page = browser.with_letters(32).open(WINDOW, Screen::DESKTOP);
        page.wait_ready();
        let id =
            page.shown().marks.into_iter().max_by_key(|id| record.event(id).importance).unwrap_or_default();
        page.click(&format!("{TIMELINE} [data-event='{id}'] path"));
        page.wait_heading(&record.event(&id).title);
        page.js("document.querySelector('.plot').scrollIntoView({ block: 'center' })");
        let before = page.shown();
        let (x, y) = before.plot.center();
        let at = before.instant_at(x + 90.0);
        page.wheel(x + 90.0, y, (0, -100), 2, e2e::Held::Ctrl);
        page.wait_window(|window| window.len() < 0.8 * before.window.len(), "a shorter window");
        let after = page.shown();
        assert!(
            (after.x_of(at) - x - 90.0).abs() <= 3.0,
            "{at} is at {} and not at {}",
            after.x_of(at),
            x + 90.0
        );
        after.assert_adds_up(&record);
        page.assert_no_complaints();
    }
}

/// By how much the boxes of letters twice as large are higher than what is seen of them.
const BOX_SLACK: f64 = 4.0;

const WINDOW: &str = "#window=2019-12-27/2020-01-12";

/// The heights of the first text of each kind in pixels.
fn sizes(page: &mut Page) -> Vec<(f64, f64)> {
    TEXTS
        .iter()
        .map(|css| {
            let found = page.js(&format!(
                "const e = document.querySelector('{css}');
                return [parseFloat(getComputedStyle(e).fontSize), e.getBBox ? e.getBBox().height : \
                parseFloat(getComputedStyle(e).fontSize)]"
            ));
            (found[0].as_f64().unwrap_or_default(), found[1].as_f64().unwrap_or_default())
        })
        .collect()
}

#[track_caller]
fn assert_twice(before: &[(f64, f64)], after: &[(f64, f64)]) {
    for ((css, before), after) in TEXTS.iter().zip(before).zip(after) {
        for (before, after) in [(before.0, after.0), (before.1, after.1)] {
            assert!(
                before > 9.0 && (1.8..=2.2).contains(&(after / before)),
                "{css}: {before} px, then {after} px"
            );
        }
    }
}

/// Each part at a desk and on a phone.
fn look_around(browser: &Browser, css: &str) {
    let mut page = browser.open("", Screen::DESKTOP);
    page.wait_ready();
    if !css.is_empty() {
        page.style(css);
        page.wait_until("document.documentElement.dataset.letters === 'apart'", "letters set apart");
    }
    for (width, height) in [(1280, 800), (browser.narrowest().max(390), 844)] {
        page.resize(width, height);
        page.go(WINDOW);
        page.rest();
        for dialog in ["share", "help", "about", "stories"] {
            page.js(&format!("document.querySelector('[data-do={dialog}]').click()"));
            page.wait_until("document.querySelector('dialog[open]')", "the dialog");
            assert_room(&mut page, &format!("{dialog} on {width} px"));
            page.key("Escape");
            page.wait_until("!document.querySelector('dialog[open]')", "the dialog closed");
        }
        for part in [
            "",
            "&view=actors",
            "&view=list",
            "&view=claims",
            "&view=ladder",
            "&select=2020-01-03-soleimani-strike",
        ] {
            let address = format!("#window=2019-12-27/2020-01-12{part}");
            page.go(&address);
            page.wait_until(
                &format!("location.hash.includes('{}')", part.trim_start_matches('&')),
                "the part",
            );
            page.rest();
            assert_room(&mut page, &format!("{address} on {width} px"));
        }
    }
    page.assert_no_complaints();
}

#[track_caller]
fn assert_room(page: &mut Page, place: &str) {
    assert_eq!(
        page.js("return document.documentElement.scrollWidth <= innerWidth"),
        true,
        "{place}: scrolls sideways"
    );
    // What shows a part of its content at any size, and scrolls or says the rest elsewhere, is not asked.
    let cut = page.js(
        "const isNameCut = e => { const r = e.querySelector('.name').getBoundingClientRect(), own = \
         e.getBoundingClientRect();
            const middle = (r.top + r.bottom) / 2, half = 0.55 * parseFloat(getComputedStyle(e).fontSize);
            return middle - half < own.top - 0.5 || middle + half > own.bottom + 0.5 };
        const isCut = e => e.getClientRects().length > 0 && !e.closest('svg, .strip, .turning') && \
        /hidden|clip/.test(getComputedStyle(e).overflowX)
            && e.clientWidth > 1 && (e.scrollWidth > e.clientWidth + 1 || e.matches('.lane-names li') && \
            isNameCut(e));
        return [...document.querySelectorAll('body *')].filter(isCut).filter(e => \
        e.textContent.trim()).map(e => e.className + ': ' + e.textContent.slice(0, 30))",
    );
    assert_eq!(cut, serde_json::json!([]), "{place}: cut");
    // The cards of answers beyond the edges lie over the picture.
    let parts = if place.contains("select=") { &[GRAPH, OVERVIEW][..] } else { &[TIMELINE, GRAPH, OVERVIEW] };
    for part in parts {
        assert_apart(&labels(page, part), BOX_SLACK, &format!("{place}: {part}"));
    }
}
