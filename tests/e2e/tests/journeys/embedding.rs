//! The page as a guest: in a frame of another page, which keeps its own scrolling.

use e2e::contract::{PLOT, TIMELINE};
use e2e::dates::instant;
use e2e::{Held, Page, Screen, Span, journeys};

journeys! {
    /// A plain wheel over the timeline scrolls the article and shows a hint;
    /// with Ctrl it zooms the timeline, not the page.
    fn in_a_frame_the_wheel_is_the_articles_and_ctrl_is_ours(browser) {
        let mut page = browser.open("hosts/article.html", Screen::DESKTOP);
        page.wait_until(
            &format!("{FRAME}?.documentElement?.dataset.ready === 'true'"),
            "the page in the frame",
        );
        page.js("scrollTo({ top: 300, behavior: 'instant' })");
        page.settle();
        let window = framed_window(&mut page);
        let (x, y) = plot_middle(&mut page);
        page.wheel(x, y, (0, 120), 1, Held::Nothing);
        page.wait_until("scrollY > 300", "the article scrolled");
        let hint = format!(
            "Array.from({FRAME}.querySelectorAll(\"{TIMELINE} [role=status]\"), e => \
             e.textContent).join('').includes('Ctrl')"
        );
        page.wait_until(&hint, "the hint");
        assert!(framed_window(&mut page).is_about(window), "the timeline stays as it is");
        page.wait_until(&format!("!({hint})"), "the hint to go");

        let before = page.js("return [scrollY, devicePixelRatio, visualViewport.scale, innerWidth]");
        let (x, y) = plot_middle(&mut page);
        page.wheel(x, y, (0, -120), 2, Held::Ctrl);
        page.eventually("a shorter window", |page| framed_window(page).len() < 0.95 * window.len());
        assert_eq!(
            page.js("return [scrollY, devicePixelRatio, visualViewport.scale, innerWidth]"),
            before,
            "the article stays as it is"
        );
        // Another gesture: each keeps to its axis.
        page.rest();
        let closer = framed_window(&mut page);
        page.wheel(x, y, (150, 0), 1, Held::Nothing);
        page.eventually("a later window", |page| framed_window(page).start > closer.start + 1.0);
        page.assert_no_complaints();
    }
}

/// The document in the frame.
const FRAME: &str = "document.querySelector('iframe').contentDocument";

fn framed_window(page: &mut Page) -> Span {
    let window = page.js(&format!("return {FRAME}.querySelector(\"{TIMELINE}\").dataset.window"));
    let (start, end) = window.as_str().and_then(|text| text.split_once('/')).unwrap_or_default();
    Span { start: instant(start), end: instant(end) }
}

/// The middle of the framed plot in the article's window.
fn plot_middle(page: &mut Page) -> (f64, f64) {
    let at = page.js(&format!(
        "const frame = document.querySelector('iframe').getBoundingClientRect();
        const plot = {FRAME}.querySelector(\"{PLOT}\").getBoundingClientRect();
        return [frame.x + plot.x + plot.width / 2, frame.y + plot.y + plot.height / 2]"
    ));
    let number = |index: usize| at[index].as_f64().unwrap_or(f64::NAN);
    (number(0), number(1))
}
