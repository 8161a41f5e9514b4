//! What a reader sees while the window moves: each frame is the picture that the same window has at rest.

use e2e::browser::Motion;
use e2e::contract::PLOT;
use e2e::{Browser, Held, Page, Record, Screen, Span, journeys};
use serde_json::Value;

/// So many moments of each movement are looked at.
const MOMENTS: usize = 20;

/// Keeps what is drawn on the page's canvas, frame by frame: each text with its place and how it is
/// stretched; then what the page tells of the window. Frames begin by being wiped.
const RECORDER: &str = "
    window.film = []; let frame = null;
    const paper = CanvasRenderingContext2D.prototype, { clearRect, fillText } = paper;
    paper.clearRect = function (...box) { if (this.canvas.isConnected) frame = { texts: [], ratio: \
    devicePixelRatio }; return clearRect.apply(this, box); };
    paper.fillText = function (text, x, y) {
        if (frame && this.canvas.isConnected) {
            const { a, b, c, d } = this.getTransform();
            frame.texts.push({ text, x, y, a, b, c, d, width: this.measureText(text).width });
        }
        return fillText.apply(this, arguments);
    };
    const timeline = document.querySelector('.timeline');
    new MutationObserver(() => {
        if (!frame) return;
        const all = (css) => [...document.querySelectorAll(css)];
        film.push({ ...frame, window: timeline.dataset.window, shown: +timeline.dataset.shown,
            told: document.querySelector('.toolbar .count').textContent, range: \
            document.querySelector('.shown strong').textContent,
            lanes: all('.lane-names .count').reduce((sum, count) => sum + +count.textContent, 0),
            brush: +document.querySelector('.brush').getAttribute('x') });
        frame = null;
    }).observe(timeline, { attributes: true, attributeFilter: ['data-window'] });";

journeys! {
    /// Wheel in, wheel out, and a throw.
    fn each_frame_of_a_moving_window_is_as_at_rest(browser) {
        let record = Record::read();
        let mut page = opened(browser, Screen::DESKTOP);
        let (x, y) = page.rect(PLOT).center();
        page.wheel(x, y, (0, -60), 24, Held::Nothing);
        check(&mut page, &record, "zoom in", MOMENTS);
        page.wheel(x, y, (0, 120), 30, Held::Nothing);
        let places = check(&mut page, &record, "zoom out", MOMENTS);
        // Of the shortest windows the brush is as wide as can be grasped, and stands still.
        assert!(
            places.windows(2).filter(|pair| pair[0] != pair[1]).count() >= 5,
            "the brush follows: {places:?}"
        );
        page.throw((x + 300.0, y), (x - 300.0, y));
        check(&mut page, &record, "throw", 4);
        page.assert_no_complaints();
    }

    /// Two fingers on a phone.
    fn each_frame_of_a_pinch_is_as_at_rest(browser) {
        let record = Record::read();
        let mut page = opened(browser, Screen::PHONE.sized(browser.narrowest().max(390), 844));
        let (x, y) = page.rect(PLOT).center();
        page.pinch(((x - 20.0, y), (x - 150.0, y)), ((x + 20.0, y), (x + 150.0, y)));
        check(&mut page, &record, "pinch", 4);
        page.assert_no_complaints();
    }
}

fn opened(browser: &Browser, screen: Screen) -> Page {
    let mut page = browser.open("", Screen { motion: Motion::Full, ..screen });
    page.wait_ready();
    page.rest();
    page.js(RECORDER);
    page
}

/// Looks at up to [`MOMENTS`] frames since the last look, of which there must be `least`, and at the page at
/// rest after them; where the brush was in each frame.
#[track_caller]
fn check(page: &mut Page, record: &Record, what: &str, least: usize) -> Vec<f64> {
    page.rest();
    let film = page.js("return film.splice(0)");
    let film = film.as_array().cloned().unwrap_or_default();
    assert!(film.len() >= least, "{} frames of a {what}", film.len());
    let step = film.len().div_ceil(MOMENTS);
    for frame in film.iter().step_by(step) {
        check_frame(record, what, frame);
    }
    let number = |frame: &Value, name: &str| frame[name].as_f64().unwrap_or(f64::NAN);

    // The last frame and the page at rest say the same at the same places, but for lanes of other heights.
    page.shown().assert_adds_up(record);
    let places = film.iter().map(|frame| number(frame, "brush")).collect();
    let Some(last) = film.last() else { return places };
    let at_rest = page.js(
        "return [...document.querySelectorAll('.plot .film text')].map(text => ({ text: text.textContent, \
         x: +text.getAttribute('x'), width: text.getComputedTextLength() }))",
    );
    let at_rest = at_rest.as_array().cloned().unwrap_or_default();
    let mut num_same = 0;
    for text in last["texts"].as_array().into_iter().flatten() {
        let same = at_rest.iter().find(|other| {
            other["text"] == text["text"] && (number(other, "x") - number(text, "x")).abs() < 0.1
        });
        let Some(same) = same else { continue };
        num_same += 1;
        let [moving, still] = [number(text, "width"), number(same, "width")];
        assert!((moving - still).abs() <= 0.01 * still + 0.1, "{text} is {still} px wide at rest");
    }
    assert!(num_same >= 8, "{num_same} texts of the last frame of a {what} stand at rest too");
    places
}

#[track_caller]
fn check_frame(record: &Record, what: &str, frame: &Value) {
    let number = |value: &Value, name: &str| value[name].as_f64().unwrap_or(f64::NAN);
    let word = |name: &str| frame[name].as_str().unwrap_or_default();
    let window = Span::of(word("window"));
    let shown = number(frame, "shown");
    // The window is told to the second: events that begin or end within one may count or not.
    #[expect(clippy::cast_precision_loss, reason = "a few hundred events")]
    let about = [window.grown(-1.0), window.grown(1.0)].map(|window| record.events_in(window).count() as f64);
    assert!(
        (about[0]..=about[1]).contains(&shown),
        "{shown} events are drawn in {} of a {what}, {about:?} are recorded",
        word("window")
    );
    assert_eq!(number(frame, "lanes"), shown, "in all lanes in {} of a {what}", word("window"));
    assert!(
        word("told").starts_with(&format!("{shown} of ")),
        "{} in {} of a {what}",
        word("told"),
        word("window")
    );
    let texts = frame["texts"].as_array().cloned().unwrap_or_default();
    for text in &texts {
        let ratio = number(frame, "ratio");
        let [a, b, c, d] = ["a", "b", "c", "d"].map(|name| number(text, name));
        assert!(a == ratio && d == ratio && b == 0.0 && c == 0.0, "{text} is stretched in a {what}");
    }
    // The two lowest rows are those of the ticks.
    let lowest = texts.iter().map(|text| number(text, "y")).fold(f64::NEG_INFINITY, f64::max);
    let num_ticks = texts.iter().filter(|text| number(text, "y") > lowest - 20.0).count();
    assert!(num_ticks >= 3, "{num_ticks} ticks have words in {} of a {what}", word("window"));
    let years: String = word("range").chars().filter(char::is_ascii_digit).collect();
    assert!(years.len() >= 4, "“{}” names the window of a {what}", word("range"));
}
