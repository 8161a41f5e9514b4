//! A reader's journeys on the built page, each in both browsers.

use e2e::{Screen, journeys};

journeys! {
    /// The page is drawn, from its own folder alone, under a policy that allows no inline script and no inline style.
    fn the_page_comes_up_without_a_word_on_the_console(browser) {
        let mut page = browser.open("", Screen::DESKTOP);
        page.wait_ready();
        assert_eq!(page.console_errors(), [] as [&str; 0]);
        assert_eq!(page.missing(), [] as [&str; 0]);
        assert_eq!(page.foreign_requests(), [] as [&str; 0]);
        let requests = page.requests();
        assert!(requests.iter().all(|path| !path.starts_with('/')), "asked for something outside its folder: {requests:?}");
        let of_wasm = requests.iter().filter(|path| path.ends_with(".wasm")).count();
        assert_eq!(of_wasm, 1, "the wasm is loaded once, not once more beside its preload: {requests:?}");
    }

    /// Where the host's policy forbids WebAssembly, the message stands in place of the page and says so.
    fn without_webassembly_a_message_says_why(browser) {
        let mut page = browser.open("?policy=without-wasm", Screen::DESKTOP);
        page.wait_until("document.documentElement.dataset.failed === 'true'", "the message");
        let message = page.rect("#failed");
        assert!(message.width > 0.0 && message.height > 0.0, "it is on the screen: {message:?}");
        assert_eq!(page.texts("#failed [data-reason]"), ["the site's security policy does not allow WebAssembly"]);
    }
}
