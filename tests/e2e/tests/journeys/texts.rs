//! The record's texts, which come after the first picture:
//! what is said until they are there, and where they do not come.

use e2e::{Page, Record, Screen, journeys};

/// An event with claims.
const EVENT: &str = "2020-01-03-soleimani-strike";

journeys! {
    /// Hands work before the texts are there; whoever opens what needs them is told,
    /// and sees them as soon as they come.
    fn texts_that_take_long_are_announced_and_filled_in(browser) {
        let record = Record::read();
        let title = record.event(EVENT).title.clone();
        let mut page = browser.impatient().open(&format!("late/#select={EVENT}"), Screen::DESKTOP);
        page.wait_drawn();
        page.wait_heading(&title);
        let details = page.seen_text(".details");
        assert!(
            details.contains("on its way")
                && !details.contains("Sources")
                && !details.contains("rests on digests"),
            "{details}"
        );
        page.press("[data-do=claims]");
        page.wait_until(
            "/on its way/.test(document.querySelector('.claims-view').innerText)",
            "a word in place of the claims",
        );
        assert_eq!(page.count(".claims-view .claim"), 0);
        let window = page.attributes("[data-window]", "data-window");
        page.press(".toolbar [aria-label='Zoom in']");
        page.wait_until(
            &format!("document.querySelector('[data-window]').dataset.window !== '{}'", window[0]),
            "another window",
        );
        page.press("[data-do=details]");
        page.release();
        page.wait_ready();
        page.wait_until("!/on its way/.test(document.body.innerText)", "the texts");
        assert_filled(&mut page, &title);
        page.assert_no_complaints();
    }

    /// An address that names a publisher is understood, though publishers come with the texts.
    fn an_address_that_needs_the_texts_waits_for_them(browser) {
        let mut page = browser.impatient().open("late/#publishers=Rudaw", Screen::DESKTOP);
        page.wait_until("document.querySelector('#record') === null", "the page runs");
        assert_eq!(page.count("[data-window]"), 0, "the first picture stays");
        page.release();
        page.wait_ready();
        assert!(page.seen_text(".narrowing").contains("Rudaw"));
        assert_eq!(page.texts(".notices li"), [""; 0]);
    }

    /// Texts that are broken or missing: it is said why, pictures work,
    /// and the record can be read below them.
    fn without_its_texts_the_page_says_so_and_offers_the_record_below(browser) {
        let record = Record::read();
        for (folder, reason) in [("broken/", "is not as it was sent"), ("gone/", "did not load")] {
            let mut page = browser.open(&format!("{folder}#select={EVENT}"), Screen::DESKTOP);
            page.wait_ready();
            assert_eq!(page.attributes("html", "data-texts"), ["missing"]);
            page.wait_until("document.querySelector('.notices li')", "a notice");
            let notice = page.seen_text(".notices");
            assert!(notice.contains(reason), "{notice}");
            page.wait_heading(&record.event(EVENT).title);
            assert!(page.seen_text(".details").contains("has not come"));
            page.wait_until("document.querySelector('#chronology h3')", "the record as text");
            record.assert_lists(&page.texts("#chronology h3"), record.events.iter());
            assert!(
                page.rects("#chronology h3").iter().take(20).all(|line| line.height > 0.0),
                "the record can be read"
            );
            page.press("[data-do=claims]");
            page.wait_until(
                "/has not come/.test(document.querySelector('.claims-view').innerText)",
                "a word in place of the claims",
            );
            let _ = page.console_errors();
        }
    }
}

/// Checks that the details of [`EVENT`] are whole.
fn assert_filled(page: &mut Page, title: &str) {
    page.wait_heading(title);
    let details = page.seen_text(".details");
    assert!(details.contains("Sources"), "{details}");
    assert!(page.seen_text(".details .summary").len() > 50);
    assert!(page.count(".details .sources li") > 1 && page.count(".details .claim") > 0);
}
