//! Another record in another language: its texts run as their letters do and fit their places, what the page
//! says itself is marked as English, and nothing of the project's own record is said of it.

use e2e::contract::{DETAILS, GRAPH, TIMELINE};
use e2e::{Page, Screen, journeys};

const RECORD: &str = include_str!("../../records/other.json");

journeys! {
    /// A full stop and a bracket stand where a reader from the right expects them.
    fn a_persian_title_runs_from_the_right(browser) {
        let mut page = opened(browser, "other/#select=2020-03-02-warning");
        page.wait_heading("«انتقام سخت» (IRGC).");
        // The last sign is the leftmost, wherever the title stands.
        for css in [&format!("{DETAILS} h2"), ".mark.chosen .label", ".masthead h1"] {
            let places = page.js(&format!(
                "const e = document.querySelector(\"{css}\"), text = document.createTreeWalker(e, \
                 NodeFilter.SHOW_TEXT).nextNode();
                if (e.getEndPositionOfChar) return [e.getExtentOfChar(0).x, \
                e.getExtentOfChar(e.getNumberOfChars() - 1).x];
                const at = n => {{ const r = document.createRange(); r.setStart(text, n); r.setEnd(text, n \
                + 1); return r.getBoundingClientRect().x }};
                return [at(0), at(text.data.length - 1)]"
            ));
            assert!(places[1].as_f64() < places[0].as_f64(), "{css}: {places}");
        }
        let aligned = page.js(&format!(
            "const e = document.querySelector(\"{DETAILS} h2\"), r = \
                                        document.createRange(); r.selectNodeContents(e);
            return [e.getBoundingClientRect().right - r.getBoundingClientRect().right]"
        ));
        assert!(aligned[0].as_f64() < Some(2.0), "it begins at the right: {aligned}");
        page.assert_no_complaints();
    }

    /// A reader's voice is told which words are the page's and which the record's.
    fn the_pages_own_words_are_marked_as_english(browser) {
        let mut page = opened(browser, "other/#select=2020-03-02-warning");
        for part in ["", "&view=list", "&view=claims", "&view=ladder", "&view=actors"] {
            page.go(&format!("other/#select=2020-03-02-warning{part}"));
            page.rest();
            let unmarked = page.js(
                "const words = 'button[data-do]:not(.link), select, input, h3, .date, .kicker, .shown, \
                 .legend li:last-child span, .graph-says, .pulse-name, .tip, .chips';
                return [...document.querySelectorAll('#app :is(' + words + ')')].filter(e => \
                !/[\\u0600-\\u06ff\\u3040-\\u9fff]/.test(e.textContent))
                    .filter(e => e.closest('[lang]').lang !== 'en').map(e => e.className + ': ' + \
                    e.textContent.slice(0, 20))",
            );
            assert_eq!(unmarked, serde_json::json!([]), "{part}");
            let ours = page.js(
                "return [...document.querySelectorAll('#app :is(h1, .summary, .entry .title, .mark, \
                 .node)')].filter(e => e.closest('[lang]').lang !== 'fa')
                    .map(e => e.getAttribute('class') + ': ' + e.textContent.slice(0, 20))",
            );
            assert_eq!(ours, serde_json::json!([]), "{part}: of the record");
        }
        page.assert_no_complaints();
    }

    /// Letters of any script stay in their card, and names in the picture.
    fn letters_of_any_script_stay_in_their_places(browser) {
        let mut page = opened(browser, "other/");
        for id in ["2020-03-03-reply", "2020-03-05-protest"] {
            page.hover(&format!("{TIMELINE} [data-event='{id}'] .glyph"));
            page.wait_until("document.querySelector('.readout .title')", "the card");
            let cut =
                page.js("const card = document.querySelector('.readout').getBoundingClientRect(), r = \
                               document.createRange();
                r.selectNodeContents(document.querySelector('.readout .title')); const text = \
                r.getBoundingClientRect();
                return [text.left - card.left, card.right - text.right, text.top - card.top, card.bottom - \
                text.bottom]");
            assert!((0..4).all(|nth| cut[nth].as_f64() >= Some(0.0)), "{id}: {cut}");
            page.hover(".masthead h1");
            page.wait_until("!document.querySelector('.readout')", "the card gone");
        }
        let out = page.js(&format!(
            "const room = document.querySelector(\"{GRAPH} \
                                    .plane\").getBoundingClientRect();
            return [...document.querySelectorAll(\"{GRAPH} .ground\")].length + ': ' + \
            [...document.querySelectorAll(\"{GRAPH} .name\")].filter(e => {{
                const own = e.getBoundingClientRect();
                return own.left < room.left - 1 || own.right > room.right + 1 ||
                    ![...document.querySelectorAll(\"{GRAPH} .ground\")].some(g => {{ const camp = \
                    g.getBoundingClientRect(); return own.left >= camp.left - 2 && own.right <= camp.right \
                    + 2 }})
            }}).map(e => e.textContent)"
        ));
        assert_eq!(
            out.as_str().map(|out| out.trim_end().ends_with(':')),
            Some(true),
            "names outside their camps: {out}"
        );
        page.assert_no_complaints();
    }

    /// About says how this record is made and whom to write to, as its file has it.
    fn about_says_what_the_file_says(browser) {
        let mut page = opened(browser, "other/");
        page.js("document.querySelector('[data-do=about]').click()");
        page.wait_until("document.querySelector('dialog[open] .citation')", "the dialog");
        let said = page.texts("dialog[open]").concat();
        let file: serde_json::Value = serde_json::from_str(RECORD).unwrap_or_default();
        for key in ["method", "contact", "title", "license"] {
            let wanted = file["meta"][key].as_str().unwrap_or_default();
            assert!(!wanted.is_empty() && said.contains(wanted), "{key}: {wanted} in {said}");
        }
        let own: serde_json::Value =
            serde_json::from_str(include_str!("../../../../data/escalation.json")).unwrap_or_default();
        for key in ["method", "contact", "title"] {
            let other = own["meta"][key].as_str().unwrap_or("nothing of it");
            assert!(!said.contains(other), "{key} of our own record: {said}");
        }
        page.assert_no_complaints();
    }
}

fn opened(browser: &e2e::Browser, address: &str) -> Page {
    let mut page = browser.open(address, Screen::DESKTOP);
    page.wait_ready();
    page.rest();
    assert_eq!(page.js("return document.documentElement.lang"), "fa");
    page
}
