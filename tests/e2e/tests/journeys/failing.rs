//! Where the page cannot run, a message stands in its place, with what it would have shown.

use e2e::{Page, Record, Screen, journeys};

journeys! {
    /// Where the host's policy forbids WebAssembly, where the wasm has not come along with the other files, and where
    /// scripts are off.
    fn where_the_page_cannot_run_a_message_says_why_and_lists_the_events(browser) {
        let record = Record::read();
        let mut page = browser.open("?policy=without-wasm", Screen::DESKTOP);
        assert_failed(&mut page, &record, "the site's security policy does not allow WebAssembly");
        page.go("half/");
        assert_failed(&mut page, &record, "a file did not load");

        page.go("?policy=without-scripts");
        let heading = page.seen_text("h1");
        assert!(heading.contains(TITLE), "the title is there: “{heading}”");
        let message = page.seen_text("#failed h2");
        assert!(message.contains("script"), "the message says “{message}”");
        let lines: Vec<String> = page.seen_text("#failed ol").lines().map(str::to_owned).collect();
        record.assert_lists(&lines, record.events.iter());
    }
}

const TITLE: &str = "How the United States and Iran came to the edge of war";

/// Checks the message that stands where the page cannot start.
fn assert_failed(page: &mut Page, record: &Record, reason: &str) {
    page.wait_until("document.documentElement.dataset.failed === 'true'", "the message");
    let message = page.rect("#failed");
    assert!(message.width > 0.0 && message.height > 0.0, "it is on the screen: {message:?}");
    assert_eq!(page.texts("#failed [data-reason]"), [reason]);
    let headings = page.texts("h1, h2");
    assert!(headings.concat().contains(TITLE), "the title stays: {headings:?}");
    record.assert_lists(&page.texts("#failed ol > li"), record.events.iter());
    let boxes = page.rects("#failed ol > li");
    assert!(boxes.iter().all(|line| line.width > 0.0 && line.height > 0.0), "all of them can be seen");
}
