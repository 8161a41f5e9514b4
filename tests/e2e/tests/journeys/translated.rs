//! The page while the browser translates it: every text outside drawings is taken out and one of the
//! translator's own put in its place, again and again.

use e2e::{Page, Screen, journeys};

/// How many steps each browser takes, and in how many turns, with a look at the page after each.
const STEPS: u32 = 1000;
const TURNS: u32 = 10;

journeys! {
    /// Whatever is done, the page lives, and what it says is what an
    /// untranslated page says at the same address.
    fn a_translated_page_keeps_up_with_its_state(browser) {
        let mut page = browser.open("", Screen::DESKTOP);
        page.wait_ready();
        page.js(TRANSLATOR);
        page.js(STEPPER);
        let mut plain = browser.open("", Screen::DESKTOP);
        for turn in 1..=TURNS {
            let done = page.js(&format!("return stepped({})", STEPS / TURNS));
            let told = format!("after {} steps, the last of them {done}", turn * STEPS / TURNS);
            page.rest();
            page.wait_until("!document.documentElement.dataset.failed", &told);
            // The address is written some time after the window has come to rest.
            let mut seen = (String::new(), 0);
            page.eventually("the address to stay as it is", |page| {
                let now = format!(
                    "{}{:?}",
                    page.js("return location.hash"),
                    page.attributes("[data-window]", "data-window")
                );
                seen.1 = if seen.0 == now { seen.1 + 1 } else { 0 };
                seen.0 = now;
                seen.1 > 60
            });
            let address = page.js("return location.hash").as_str().unwrap_or_default().to_owned();
            // Another query makes it another document: loading the same one again
            // can wait for ever in ChromeDriver.
            plain.go(&format!("?turn={turn}{address}"));
            plain.wait_ready();
            plain.rest();
            assert_eq!(
                page.attributes("[data-window]", "data-window"),
                plain.attributes("[data-window]", "data-window"),
                "{told}"
            );
            for part in
                [".shown", ".tabs", ".list", ".narrowing", ".graph-key", ".lane-names", ".toolbar .clock"]
            {
                assert_eq!(said(&mut page, part), said(&mut plain, part), "{told}: {part} at {address}");
            }
            if address.contains("select=") {
                assert_eq!(
                    said(&mut page, ".details"),
                    said(&mut plain, ".details"),
                    "{told}: the details at {address}"
                );
            }
            // It is translated still, and the translator has come to rest.
            assert!(page.count("#app font") > 20, "{told}");
            let wraps = page.js("return window.wraps");
            page.rest();
            assert_eq!(
                page.js("return window.wraps"),
                wraps,
                "{told}: page and translator wait for each other in vain"
            );
            page.assert_no_complaints();
        }
    }
}

/// What a part says, without the translator's mark.
fn said(page: &mut Page, css: &str) -> Vec<String> {
    page.texts(css).into_iter().map(|text| text.replace('·', "")).collect()
}

/// Does what translators do, and marks what it has translated by a dot at its end.
const TRANSLATOR: &str = "
    window.wraps = 0;
    const app = document.getElementById('app');
    const wrap = () => {
        const walker = document.createTreeWalker(app, NodeFilter.SHOW_TEXT);
        const texts = [];
        while (walker.nextNode()) texts.push(walker.currentNode);
        for (const text of texts) {
            if (!text.data.trim() || text.parentElement.closest('svg, font, [translate=no]')) continue;
            const font = document.createElement('font');
            font.append(text.data + '·');
            text.replaceWith(font);
            window.wraps += 1;
        }
    };
    new MutationObserver(wrap).observe(app, { childList: true, subtree: true, characterData: true });
    wrap();";

/// Hands that do anything that leads to no download and no other page.
const STEPPER: &str = "
    let seed = 7;
    const below = (most) => (seed = (seed * 48271) % 2147483647) % most;
    const any = (all) => all[below(all.length)];
    const key = (at, key) => at.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, \
    cancelable: true }));
    const type = (text) => {
        const field = document.getElementById('search');
        field.focus();
        field.value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    };
    const click = (css) => any([...document.querySelectorAll(css)])?.dispatchEvent(new MouseEvent('click', \
    { bubbles: true, cancelable: true }));
    const kinds = [
        () => key(document.querySelector('.plot'), any(['ArrowLeft', 'ArrowRight', '+', '-', '0', 'Home', \
        'End', 'ArrowDown', 'Enter', 'Escape'])),
        () => click('.plot [data-event], .plot [data-first]'),
        () => click('.graph [data-actor], .graph [data-dealing]'),
        () => click('.panel [data-open], .results [data-open]'),
        () => click('.tabs button, .choices button, .tools button'),
        () => click('[data-do=filters], .filters button, .narrowing button'),
        () => click('[data-do=help], [data-do=about], [data-do=share], [data-do=pulse-help], \
        [data-do=close]'),
        () => click('[data-tell], [data-do^=tell-]'),
        () => type(any(['soleimani strike', 'nuclear', 'x', 'drone attack', 'zzz', ''])),
        () => type(''),
        () => key(document.body, any(['[', ']', 'Escape', '?'])),
    ];
    window.stepped = async (count) => {
        let last;
        for (let step = 0; step < count; step += 1) {
            last = below(kinds.length);
            kinds[last]();
            await new Promise((done) => setTimeout(done, below(3) ? 0 : 30));
        }
        key(document.body, 'Escape');
        type('');
        return last;
    };";
