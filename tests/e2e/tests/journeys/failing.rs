//! Where the page cannot run, a message says why, and title, picture and the whole record stand in its place.

use e2e::{Page, Record, Screen, journeys};

journeys! {
    /// Where the host's policy forbids WebAssembly, where the wasm has not come along with the other files,
    /// and where scripts are off.
    fn where_the_page_cannot_run_a_message_says_why_above_the_whole_record(browser) {
        let record = Record::read();
        let mut page = browser.open("?policy=without-wasm", Screen::DESKTOP);
        assert_failed(&mut page, &record, "the site's security policy does not allow WebAssembly");
        page.go("half/");
        assert_failed(&mut page, &record, "a file did not load");

        page.go("?policy=without-scripts");
        let heading = page.seen_text("h1");
        assert!(heading.contains(TITLE), "the title is there: “{heading}”");
        let message = page.seen_text("#failed");
        assert!(message.contains("script"), "the message says “{message}”");
        let Some(major) = record.events_in(record.opening).find(|event| event.importance == 5) else {
            panic!("the opening window holds no turning point")
        };
        let picture = page.seen_text(&format!(".skeleton .canvas.wide a[href='#select={}']", major.id));
        assert!(
            picture == major.title || picture == major.short,
            "the picture names {}: “{picture}”",
            major.id
        );
        assert!(page.seen_text("#chronology a").contains("as text"), "the record is offered");
        page.go(&format!("chronology.html?policy=without-scripts#select={}", major.id));
        assert!(page.seen_text(":target h3").contains(&major.title), "a link to an event leads to its text");
        let seen = page.seen_text(".chronology");
        let lines: Vec<String> = seen
            .lines()
            .filter(|line| record.events.iter().any(|event| event.title == **line))
            .map(str::to_owned)
            .collect();
        // A headline that another event answers stands there again, as a link.
        let of_own: Vec<&e2e::record::Event> =
            record.events.iter().filter(|event| lines.contains(&event.title)).collect();
        assert_eq!(of_own.len(), record.events.len(), "every headline can be read");
        let source = page.seen_text(&format!("[id='select={}'] .sources li", major.id));
        assert!(!source.is_empty(), "its sources too");
    }

    /// A page that stops after it was drawn says so above the record as text, and comes back where it was;
    /// errors of others, as of an extension, are none of it.
    fn a_page_that_stops_later_says_so_and_can_be_loaded_anew(browser) {
        let record = Record::read();
        let mut page =
            browser.open("#window=2020-01-02/2020-01-09&select=2020-01-03-soleimani-strike", Screen::DESKTOP);
        page.wait_ready();
        let title = record.event("2020-01-03-soleimani-strike").title.clone();
        page.js("setTimeout(() => { throw new Error('of an extension') }); Promise.reject(new Error('of \
                 another'))");
        page.wait_heading(&title);
        page.settle();
        assert_eq!(page.attributes("html", "data-failed"), [""], "others' errors stop nothing");
        page.js("document.querySelector('[data-do=help]').click()");
        page.wait_until("document.querySelector('dialog[open]')", "a dialog, which would lie over all");
        let _ = page.console_errors();
        // Eight bytes of head, a function without a value, its export as f, its body: unreachable.
        let trap = "const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, \
                    102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
            const page = window.wrappedJSObject ?? window;
            const { f } = new page.WebAssembly.Instance(new \
            page.WebAssembly.Module(page.Uint8Array.from(bytes))).exports;
            page.setTimeout(f)";
        page.js(trap);
        page.wait_until("document.documentElement.dataset.failed === 'true'", "the message");
        let message = page.seen_text("#failed");
        assert!(message.contains("has stopped") && message.contains("an error in the page"), "“{message}”");
        assert!(page.rect("#failed").y < 200.0, "it is on the screen");
        page.wait_until("document.querySelector('#chronology h3')", "the record as text");
        record.assert_lists(&page.texts("#chronology h3"), record.events.iter());
        assert!(
            page.rects("#chronology h3").iter().take(20).all(|line| line.height > 0.0),
            "the record can be read"
        );
        page.press("#failed button");
        page.wait_ready();
        page.wait_heading(&title);
    }
}

const TITLE: &str = "How the United States and Iran came to war";

/// Checks what stands where the page cannot start.
fn assert_failed(page: &mut Page, record: &Record, reason: &str) {
    page.wait_until("document.documentElement?.dataset.failed === 'true'", "the message");
    let message = page.rect("#failed");
    assert!(message.width > 0.0 && message.height > 0.0, "it is on the screen: {message:?}");
    assert_eq!(page.texts("#failed [data-reason]"), [reason]);
    assert_eq!(page.texts("h1"), [TITLE], "the title stays");
    let picture = page.rect(".skeleton .plot");
    assert!(picture.width > 500.0 && picture.height > 200.0, "and so does the picture: {picture:?}");

    page.wait_until("document.querySelector('#chronology h3')", "the record as text");
    record.assert_lists(&page.texts("#chronology h3"), record.events.iter());
    let boxes = page.rects("#chronology h3");
    assert!(boxes.iter().all(|line| line.width > 0.0 && line.height > 0.0), "all of them can be seen");
    let bare = "Array.from(document.querySelectorAll('#chronology article'), e => e).filter(e =>
        !e.querySelector('time')?.textContent || !e.querySelector(\"a[href^='http']\")?.textContent).map(e \
        => e.id)";
    assert_eq!(page.js(&format!("return {bare}")), serde_json::json!([]), "each with its date and a source");
}
