//! The element in an article that does with it what articles do:
//! changes it, moves it, lets the keyboard come by.

use e2e::contract::DETAILS;
use e2e::{Page, journeys};

use super::newspaper::{ELEMENT, assert_quiet, open, show};

const ASKED: &str = "document.getElementById('asked').shadowRoot.querySelector('iframe')";

journeys! {
    /// One step back leaves the article, whatever was changed in between.
    fn changed_attributes_are_no_steps_of_the_history(browser) {
        let mut page = open(browser);
        show(&mut page, ELEMENT);
        page.wait_until("heard.some(({ type }) => type === 'ready')", "ready");
        let before = page.js("return history.length");
        for change in [
            "setAttribute('view', 'graph')",
            "setAttribute('no-title', '')",
            "setAttribute('view', 'timeline')",
            "setAttribute('lanes', 'domain')",
        ] {
            page.js(&format!("window.heard.length = 0; document.getElementById('element').{change}"));
            let told = if change.contains("lanes") {
                "contentWindow"
            } else {
                "isConnected && heard.some(({ type }) => type === 'ready')"
            };
            page.wait_until(&format!("{ELEMENT}.{told}"), change);
            page.within(ELEMENT, Page::wait_ready);
            page.settle();
            assert_eq!(page.js("return history.length"), before, "{change}");
        }
        assert_quiet(&mut page);
    }

    /// An element that is moved in the document shows what it showed, keeps the article's address,
    /// and loses no request meanwhile.
    fn a_moved_element_keeps_the_readers_place(browser) {
        let mut page = open(browser);
        show(&mut page, ELEMENT);
        page.wait_until("heard.some(({ type }) => type === 'ready')", "ready");
        page.js("document.getElementById('element').goto({ select: '2020-01-05-iraq-parliament-vote' })");
        page.wait_until("location.hash.includes('iraq-parliament-vote')", "the article's address");
        let link = page.js("return location.hash");
        page.js("window.heard.length = 0; \
                 document.querySelector('main').append(document.getElementById('element'))");
        show(&mut page, ELEMENT);
        page.within(ELEMENT, |page| {
            page.wait_until(
                &format!("document.querySelector(\"{DETAILS} h2\")?.textContent.includes('arliament')"),
                "the reader's view",
            )
        });
        page.settle();
        assert_eq!(page.js("return location.hash"), link, "the article's address stays");
        // It is asked for something in the moment in which it loads anew.
        page.js("window.heard.length = 0; const element = document.getElementById('element'); \
                 document.querySelector('main').prepend(element);
            element.goto({ select: '2020-01-03-soleimani-strike' })");
        show(&mut page, ELEMENT);
        page.within(ELEMENT, |page| {
            page.wait_until("location.hash.includes('soleimani-strike')", "what was asked for")
        });
        page.wait_until("location.hash.includes('soleimani-strike')", "the article's address follows");
        assert_quiet(&mut page);
    }

    /// The button that loads the frame has a name, and its focus goes to the frame.
    fn a_button_that_loads_keeps_the_keyboards_place(browser) {
        let mut page = open(browser);
        for (inside, title, name) in [
            ("", "Vorgeschichte", "Vorgeschichte"),
            ("  \n ", "", "Timeline"),
            ("<a href='/'>Die Zeitleiste</a>", "", "Die Zeitleiste"),
        ] {
            page.js(&format!(
                "const made = document.createElement('brink-timeline'); made.innerHTML = {inside:?}; \
                 made.id = 'made'; made.title = {title:?};
                 made.setAttribute('load', 'touch'); document.querySelector('main').prepend(made); \
                 window.made = made.shadowRoot.querySelector('button')"
            ));
            assert_eq!(
                page.js(
                    "return [made.ariaLabel || made.textContent, made.querySelector('slot')?.inert ?? true]"
                ),
                serde_json::json!([name, true])
            );
            page.js("document.getElementById('made').remove()");
        }
        let asked = "document.getElementById('asked')";
        page.js(&format!("{asked}.scrollIntoView(); {asked}.shadowRoot.querySelector('button').focus()"));
        page.key("Enter");
        page.wait_until(ASKED, "the frame");
        assert_eq!(
            page.js(&format!(
                "return document.activeElement === {asked} && {asked}.shadowRoot.activeElement === {ASKED}"
            )),
            true
        );
        page.within(ASKED, Page::wait_ready);
        assert_eq!(page.js(&format!("return document.activeElement === {asked}")), true, "it stays there");
        assert_quiet(&mut page);
    }
}
