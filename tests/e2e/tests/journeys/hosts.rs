//! Hosts as they are: systems that change addresses, listeners that guess, frames that may do little,
//! screens lower than frames.

use e2e::contract::DETAILS;
use e2e::{Page, Screen, journeys};
use serde_json::json;

journeys! {
    /// What a system adds to the address is no business of the reader, each system gets the height in its own
    /// words, and no listener takes another's frame.
    fn systems_that_change_addresses_hold_the_page(browser) {
        let mut page = browser.open("hosts/article.html", Screen::DESKTOP.sized(1280, 1000));
        page.go_to_host("systems.html");
        for name in ["amp", "wordpress", "spelt"] {
            let frame = frame(name);
            page.js(&format!("{frame}.scrollIntoView()"));
            page.within(&frame, |page| {
                page.wait_ready();
                assert_eq!(page.texts(".notices").concat(), "", "{name}");
                assert_eq!(page.attributes(".page", "data-embed"), ["true"], "{name}");
            });
        }
        page.wait_until(
            "document.getElementById('wordpress').clientHeight === 800",
            "the height in WordPress' words",
        );
        page.wait_until(
            "told.filter(data => data?.sentinel === 'amp' && data.height > 500).length >= 3",
            "the heights in AMP's words",
        );
        let heights =
            page.js("return ['video', 'amp', 'spelt'].map(id => document.getElementById(id).clientHeight)");
        assert_eq!(heights, json!([225, 300, 300]), "no other frame is touched");
        assert_eq!(
            page.js("return told.filter(data => data?.['datawrapper-height']).length"),
            0,
            "nobody has given a name for it"
        );
        quiet(&mut page);
    }

    /// Where a frame may open no page, a link's address is there to be copied.
    fn a_link_that_may_not_open_shows_its_address(browser) {
        let mut page = browser.open("hosts/article.html", Screen::DESKTOP.sized(1280, 1000));
        page.go_to_host("systems.html");
        let frame = frame("wordpress");
        page.js(&format!("{frame}.scrollIntoView()"));
        page.within(&frame, |page| {
            page.wait_ready();
            page.js("location.replace('#select=2020-01-03-soleimani-strike')");
            page.wait_until(
                &format!("document.querySelector(\"{DETAILS} .sources a[target=_blank]\")"),
                "a source",
            );
            let href = page.attributes(".sources a[target=_blank]", "href")[0].clone();
            page.press(".sources a[target=_blank]");
            page.wait_until("document.querySelector('.offer pre')", "the address");
            page.wait_until(&format!("getSelection().toString() === '{href}'"), "it is marked");
            assert!(page.texts(".offer p").concat().contains("may open no other page"));
            page.press(".offer button");
            page.wait_until("!document.querySelector('.offer')", "it is gone");
        });
        quiet(&mut page);
    }

    /// Where a frame may print nothing, a line says so, and the address of the page by itself is there.
    fn a_print_that_is_refused_is_said(browser) {
        let mut page = browser.open("hosts/article.html", Screen::DESKTOP.sized(1280, 1000));
        page.go_to_host("systems.html");
        let frame = frame("wordpress");
        page.js(&format!("{frame}.scrollIntoView()"));
        page.within(&frame, |page| {
            page.wait_ready();
            page.js("document.querySelector('[data-do=share]').click()");
            page.wait_until("document.querySelector('dialog [data-do=print]')", "the dialog");
            page.js("document.querySelector('dialog [data-do=print]').click()");
            page.wait_until("document.querySelector('.offer pre')", "the address");
            assert!(page.texts(".offer p").concat().contains("prints nothing from here"));
            let address = page.texts(".offer pre").concat();
            assert!(
                address.starts_with("http") && address.contains("index.html#") && !address.contains("embed"),
                "{address}"
            );
        });
        // Chromium says on its console what it has not done.
        let complaints: Vec<String> =
            page.console_errors().into_iter().filter(|line| !line.contains("print")).collect();
        assert_eq!((complaints, page.breaches()), (Vec::new(), Vec::new()));
    }

    /// A host that lets in only what allows it gets the page, also in a sandbox, and the element.
    fn an_isolated_host_holds_the_page(browser) {
        let mut page = browser.open("hosts/article.html", Screen::DESKTOP.sized(1280, 1000));
        page.go_to_host("isolated/index.html");
        page.wait_until("document.getElementById('element').shadowRoot", "the element");
        for frame in [
            frame("plain"),
            frame("sandboxed"),
            "document.getElementById('element').shadowRoot.querySelector('iframe')".to_owned(),
        ] {
            page.js(&format!("{frame}.scrollIntoView()"));
            page.within(&frame, |page| {
                page.wait_ready();
                assert!(page.rect(".timeline").height > 100.0, "{frame} has its style sheet");
            });
        }
        quiet(&mut page);
    }

    /// A dialog opens where the reader is, wherever the frame stands on the screen.
    fn a_dialog_opens_on_the_screen_of_a_lower_window(browser) {
        let mut page =
            browser.open("hosts/article.html", Screen::PHONE.sized(browser.narrowest().max(360), 640));
        page.go_to_host("tall.html");
        page.js(&format!("{FRAME}.scrollIntoView()"));
        page.within(FRAME, Page::wait_ready);
        for top in [0, -230, 200] {
            for order in ["help", "about", "share"] {
                page.js(&format!("scrollTo({{ top: 900 - {top}, behavior: 'instant' }})"));
                page.settle();
                page.within(FRAME, |page| {
                    page.js(&format!("document.querySelector('[data-do={order}]').click()"))
                });
                page.eventually(&format!("{order} with the frame at {top}"), |page| {
                    let at = page
                        .js(&format!("return {FRAME}.getBoundingClientRect().top"))
                        .as_f64()
                        .unwrap_or(f64::NAN);
                    let dialog = page.within(FRAME, |page| page.rects("dialog[open]").first().copied());
                    dialog.is_some_and(|dialog| {
                        at + dialog.y >= 0.0
                            && at + dialog.y + dialog.height <= 640.0
                            && dialog.height >= 150.0
                    })
                });
                page.within(FRAME, |page| {
                    page.js("document.querySelector('dialog [data-do=close]').click()");
                    page.wait_until("!document.querySelector('dialog[open]')", "it closed");
                });
            }
        }
        quiet(&mut page);
    }
}

const FRAME: &str = "document.querySelector('iframe')";

fn frame(id: &str) -> String {
    format!("document.getElementById('{id}')")
}

/// Nobody complained.
fn quiet(page: &mut Page) {
    let complaints = [page.console_errors(), page.breaches()].concat();
    assert_eq!(complaints, [] as [&str; 0]);
}
