//! The wasm comes in two parts: hands do without the late one, whoever asks for more waits for it,
//! and where it is lost the page says so.

use e2e::contract::{DETAILS, GRAPH, PLOT, TIMELINE};
use e2e::{Held, Page, Record, Screen, journeys};

/// An event.
const EVENT: &str = "2020-01-03-soleimani-strike";

journeys! {
    /// Whatever was asked of the late part would stand still here: the wait for it has no end.
    fn hands_work_without_the_late_part(browser) {
        let record = Record::read();
        let mut page = browser.impatient().open("parted/#window=2020-01-02/2020-01-09", Screen::DESKTOP);
        page.wait_drawn();
        let mark = format!("{TIMELINE} [data-event='{EVENT}']");
        page.hover(&mark);
        page.click(&mark);
        page.wait_heading(&record.event(EVENT).title);
        for command in ["chain", "next", "previous", "close"] {
            page.js(&format!("document.querySelector(\"{DETAILS} [data-do='{command}']\")?.click()"));
            page.settle();
        }
        let all = ["theme", "by-domain", "by-side", "strip-dead", "strip-pulse", "0", "+"];
        for command in all {
            let button = format!("[data-do='{command}']");
            assert!(page.count(&button) > 0, "no button for {command}");
            page.js(&format!("document.querySelector(\"{button}\").click()"));
            page.settle();
        }
        let (x, y) = page.rect(PLOT).center();
        let moved = |page: &mut Page, how: &dyn Fn(&mut Page)| {
            let before = page.attributes(TIMELINE, "data-window").concat();
            how(page);
            page.wait_until(
                &format!("document.querySelector(\"{TIMELINE}\").dataset.window !== '{before}'"),
                "another window",
            );
        };
        moved(&mut page, &|page| page.wheel(x, y, (0, -200), 2, Held::Nothing));
        moved(&mut page, &|page| page.wheel(x, y, (0, 300), 2, Held::Nothing));
        moved(&mut page, &|page| page.drag((x, y), (x - 90.0, y)));
        moved(&mut page, &|page| page.press(".toolbar [aria-label='Zoom in']"));
        page.js(&format!("document.querySelector(\"{PLOT}\").focus()"));
        moved(&mut page, &|page| page.key("ArrowLeft"));
        assert_eq!(page.count(&format!("{GRAPH} svg")), 0, "the graph of another window is not shown");
        page.release();
        page.wait_ready();
        page.click(&format!("{GRAPH} [data-camp]"));
        page.assert_no_complaints();
    }

    /// A frame in an article opens without it, too.
    fn a_frame_opens_without_the_late_part(browser) {
        for parameters in ["?embed", "?embed&view=timeline&title=off", "?embed&view=graph&lanes=domain"] {
            let mut page = browser.impatient().open(&format!("parted/{parameters}"), Screen::DESKTOP);
            page.wait_drawn();
            page.settle();
            page.release();
            page.wait_ready();
            page.assert_no_complaints();
        }
    }

    /// The graph of the opening window stands there as the build has drawn it, and stays where it is when the
    /// late part draws it.
    fn the_graph_is_a_picture_until_the_late_part_comes(browser) {
        let mut page = browser.impatient().open("parted/", Screen::DESKTOP);
        page.wait_drawn();
        let drawn = page.rect(&format!("{GRAPH} .plane svg"));
        let says = page.seen_text(&format!("{GRAPH} .graph-says"));
        assert!(drawn.width > 300.0 && drawn.height > 50.0, "{drawn:?}");
        assert_eq!(page.count(&format!("{GRAPH} [data-camp]")), 0, "it is a picture");
        page.release();
        page.wait_ready();
        page.wait_until(&format!("document.querySelector(\"{GRAPH} [data-camp]\")"), "the graph");
        let whole = page.rect(&format!("{GRAPH} .plane svg"));
        assert!((whole.y - drawn.y).abs() < 2.0 && (whole.height - drawn.height).abs() < 2.0, "{drawn:?} {whole:?}");
        assert_eq!(page.seen_text(&format!("{GRAPH} .graph-says")), says);
        page.assert_no_complaints();
    }

    /// A search and a dialog that are asked for before the late part has come are there as soon as it has.
    fn what_is_asked_for_too_early_waits_for_the_late_part(browser) {
        for (ask, answer) in [
            ("document.querySelector('[data-do=share]').click()", "dialog[open]"),
            (
                "const field = document.querySelector('#search'); field.focus(); field.value = 'Soleimani'; \
                 field.dispatchEvent(new InputEvent('input', { bubbles: true }))",
                ".results .link",
            ),
        ] {
            let mut page = browser.impatient().open("parted/", Screen::DESKTOP);
            page.wait_drawn();
            page.js(&format!("setTimeout(() => {{ {ask} }})"));
            page.release();
            page.wait_until(&format!("document.querySelector('{answer}')"), "the answer");
            page.wait_ready();
            let _ = page.console_errors();
        }
    }

    /// Without the late part hands work still, and a notice says that something is missing. What needs it
    /// ends the page with a message above the whole record.
    fn where_the_late_part_is_lost_the_page_says_so_and_the_record_can_be_read(browser) {
        let record = Record::read();
        let mut page = browser.open(&format!("lost/#select={EVENT}"), Screen::DESKTOP);
        page.wait_ready();
        page.wait_until("/did not load/.test(document.querySelector('.notices').innerText)", "a notice");
        page.wait_heading(&record.event(EVENT).title);
        page.press(".toolbar [aria-label='Zoom in']");
        page.settle();
        assert_eq!(page.attributes("html", "data-failed"), [""], "hands work");
        page.js("setTimeout(() => document.querySelector('[data-do=share]').click())");
        page.wait_until("document.documentElement.dataset.failed === 'true'", "the message");
        assert_eq!(page.texts("#failed [data-reason]"), ["a file did not load"]);
        page.wait_until("document.querySelector('#chronology h3')", "the record as text");
        record.assert_lists(&page.texts("#chronology h3"), record.events.iter());
        assert!(
            page.rects("#chronology h3").iter().take(20).all(|line| line.height > 0.0),
            "the record can be read"
        );
        let _ = page.console_errors();
    }
}
