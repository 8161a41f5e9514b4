//! Messages and addresses that mean harm: none does more than a notice.

use e2e::contract::{DETAILS, TIMELINE};
use e2e::{Page, Screen, journeys};

use super::newspaper::{ELEMENT, PLAIN, assert_quiet, open, show};

/// What the frame hears of its own parent and passes over: JavaScript expressions.
const PASSED_OVER: [&str; 24] = [
    "null",
    "undefined",
    "''",
    "0",
    "NaN",
    "[]",
    "{}",
    "{ brink: '1', type: 'goto', address: 'select=iran' }",
    "{ brink: [1], type: 'goto', address: 'select=iran' }",
    "{ type: 'goto', address: 'select=iran' }",
    "{ brink: 1 }",
    "{ brink: 1, type: 'goto' }",
    "{ brink: 1, type: 'goto', address: null }",
    "{ brink: 1, type: 'goto', address: 7 }",
    "{ brink: 1, type: 'goto', address: ['select=iran'] }",
    "{ brink: 1, type: 'goto', address: { length: 3, replace: 1 } }",
    "{ brink: 1, type: 'goto', address: 'select=iran&q=' + 'x'.repeat(4000) }",
    "{ brink: 1, type: '__proto__', address: 'select=iran' }",
    "JSON.parse('{\"__proto__\":{\"brink\":1,\"type\":\"goto\",\"address\":\"select=iran\"}}')",
    "'pymxPYMx__proto__xPYMxnavigateToxPYMxjavascript:parent.pwned=1'",
    "'x'.repeat(5e6)",
    "JSON.parse('['.repeat(900) + ']'.repeat(900))",
    "new Map([['brink', 1], ['type', 'goto']])",
    "{ sentinel: { sentinel: 'amp' }, type: ['frames-init'], height: 1e9 }",
];

/// The keys of an address.
const KEYS: [&str; 14] = [
    "window",
    "select",
    "path",
    "lanes",
    "clock",
    "sides",
    "domains",
    "actors",
    "status",
    "publishers",
    "importance",
    "story",
    "theme",
    "view",
];

/// Addresses without a key of ours.
const FOREIGN: [&str; 6] = [
    "<script>parent.pwned=1</script>",
    "javascript:parent.pwned=1",
    "__proto__=1&constructor=2&toString=3",
    "title=<script>parent.pwned=1</script>",
    "a##########",
    "&=&=&?#&=",
];

/// Addresses that are followed and mean nothing.
const NONSENSE: [&str; 5] = [
    "select=__proto__",
    "window=1066/NaN",
    "select=%00%ff%E2%80%AE<svg onload=parent.pwned=1>",
    "embed&title=off&view=list%00",
    "story=../../../etc/passwd.9",
];

/// What the element hears of its own frame and passes over.
const FORGED: [&str; 14] = [
    "null",
    "'height'",
    "{ brink: 1, type: 'height', height: -1 }",
    "{ brink: 1, type: 'height', height: 0 }",
    "{ brink: 1, type: 'height', height: 1e9 }",
    "{ brink: 1, type: 'height', height: NaN }",
    "{ brink: 1, type: 'height', height: '333' }",
    "{ brink: 1, type: 'height', height: [333] }",
    "{ brink: 1, type: 'height', height: { valueOf: 333 } }",
    "{ brink: '1', type: 'height', height: 333 }",
    "{ brink: 1, type: 'select', address: 5, select: 'x', window: 'y' }",
    "{ brink: 1, type: 'select', address: 'x'.repeat(9999), select: 'x', window: 'y' }",
    "{ brink: 1, type: 'select', address: 'select=x', select: { toString: 1 }, window: 'y' }",
    "{ brink: 1, type: '__proto__', address: ['x'], select: '<script>', window: [] }",
];

journeys! {
    /// From the parent of the wrong form, from others of the right form, and nonsense of the right form.
    fn a_hostile_page_gets_nothing_from_the_frame(browser) {
        let mut page = open(browser);
        show(&mut page, ELEMENT);
        let before = state(&mut page);
        for message in PASSED_OVER {
            page.js(&format!("{ELEMENT}.contentWindow.postMessage({message}, '*')"));
            page.settle();
            assert_eq!(state(&mut page), before, "{message}");
        }
        // A stranger beside it, and another frame of ours, neither of which is its parent.
        add_stranger(&mut page);
        for (name, frame) in [("a stranger", STRANGER), ("another", PLAIN)] {
            page.js(&format!("{frame}.scrollIntoView()"));
            page.js("window.target = document.getElementById('element').shadowRoot.querySelector('iframe').contentWindow");
            page.within(frame, |page| {
                // What is behind the shadow is reached from the article's own origin alone.
                page.js("try { parent.target.postMessage({ brink: 1, type: 'goto', address: 'select=iran' \
                         }, '*') } catch {}");
                page.settle();
            });
            assert_eq!(state(&mut page), before, "{name}");
        }
        show(&mut page, ELEMENT);
        for address in FOREIGN {
            let message =
                format!("{{ brink: 1, type: 'goto', address: {} }}", serde_json::Value::from(address));
            page.js(&format!("{ELEMENT}.contentWindow.postMessage({message}, '*')"));
            page.settle();
            assert_eq!(state(&mut page), before, "{address}");
        }
        let script_in_every_field = KEYS.map(|key| format!("{key}=<script>parent.pwned=1</script>"));
        for address in script_in_every_field.iter().map(String::as_str).chain(NONSENSE) {
            let message =
                format!("{{ brink: 1, type: 'goto', address: {} }}", serde_json::Value::from(address));
            page.js(&format!("{ELEMENT}.contentWindow.postMessage({message}, '*')"));
            page.within(ELEMENT, |page| {
                page.wait_until("document.querySelector('.notices li')", &format!("a notice of {address}"));
                page.press(".notices button");
                page.wait_until("!document.querySelector('.notices li')", "the notice to go");
            });
            let [window, details, _] = state(&mut page);
            assert_eq!([&window, &details], [&before[0], &before[1]], "{address}");
        }
        assert_unharmed(&mut page);
    }

    /// From others than its frame, from its frame of the wrong form,
    /// and from its frame when that has gone elsewhere.
    fn a_hostile_frame_gets_nothing_from_the_element(browser) {
        let mut page = open(browser);
        show(&mut page, ELEMENT);
        page.wait_until("heard.some(({ type }) => type === 'ready')", "the element to be ready");
        page.settle();
        add_stranger(&mut page);
        let before = element_state(&mut page);
        let true_ones = [
            "{ brink: 1, type: 'height', height: 333 }",
            "{ brink: 1, type: 'select', address: 'select=x', select: 'x', window: 'y' }",
        ];
        for message in true_ones {
            page.js(&format!("postMessage({message}, '*')"));
            for frame in [STRANGER, PLAIN] {
                page.within(frame, |page| page.js(&format!("parent.postMessage({message}, '*')")));
            }
            page.settle();
            assert_eq!(element_state(&mut page), before, "{message} of others");
        }
        for message in FORGED {
            page.within(ELEMENT, |page| page.js(&format!("parent.postMessage({message}, '*')")));
            page.settle();
            assert_eq!(element_state(&mut page), before, "{message}");
        }
        page.within(ELEMENT, |page| {
            page.js("location.replace(document.referrer + 'deep/er/hosts/zeitung/fremd.html')")
        });
        page.eventually("the stranger in the frame", |page| {
            page.within(ELEMENT, |page| page.texts("p") == ["Sie will hinein."])
        });
        for message in true_ones {
            page.within(ELEMENT, |page| page.js(&format!("parent.postMessage({message}, '*')")));
            page.settle();
            assert_eq!(element_state(&mut page), before, "{message} of another origin");
        }
        assert_unharmed(&mut page);
    }

    /// A page of its own that is given nonsense for a frame's parameters says so and stands.
    fn wrong_parameters_are_named_and_left_out(browser) {
        let mut page = browser.open(
            "?embed&view=<script>&title=__proto__&window=x&childId='%3E",
            Screen::PHONE.sized(browser.narrowest(), 700),
        );
        page.wait_ready();
        assert_eq!(page.count(".notices li"), 3);
        assert_eq!(page.count("script:not([src]):not([type])"), 0);
        assert!(page.rect(TIMELINE).height > 100.0);
        page.assert_no_complaints();
    }
}

const STRANGER: &str = "document.getElementById('stranger')";

fn add_stranger(page: &mut Page) {
    page.js(
        "const frame = document.createElement('iframe'); frame.id = 'stranger'; frame.src = 'fremd.html'; \
         document.body.append(frame)",
    );
    page.eventually("the stranger", |page| {
        page.within(STRANGER, |page| page.texts("p") == ["Sie will hinein."])
    });
}

/// What the frame shows: its window, the heading of its details, its notices.
fn state(page: &mut Page) -> [String; 3] {
    page.within(ELEMENT, |page| {
        let window = page.attributes(TIMELINE, "data-window").concat();
        [window, page.texts(&format!("{DETAILS} h2")).concat(), page.texts(".notices li").concat()]
    })
}

/// The height of the element's frame, what it has told, and the article's address.
fn element_state(page: &mut Page) -> String {
    page.js(&format!("return JSON.stringify([{ELEMENT}.style.height, heard.length, location.hash])"))
        .to_string()
}

fn assert_unharmed(page: &mut Page) {
    assert_eq!(
        page.js("return [window.pwned ?? null, Object.keys(Object.prototype).length]"),
        serde_json::json!([null, 0])
    );
    assert_quiet(page);
}
