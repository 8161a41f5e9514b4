//! Whatever stands in the address, the page comes up and names what it ignored.

use e2e::contract::{GRAPH, TIMELINE};
use e2e::{Record, Screen, journeys};

/// What may stand behind the `#`, and a word of it that the notice must hold; none where the notice may choose its words.
const NONSENSE: [(&str, &str); 18] = [
    ("window=yesterday", "yesterday"),
    ("window=2020-02-30", "2020-02-30"),
    ("window=2020-01-12/2019-12-27", "2020-01-12/2019-12-27"),
    ("window=1453/1492", "1453"),
    ("window=", "window"),
    ("window=2020-01-03T00:47", "2020-01-03T00:47"),
    ("select=nobody", "nobody"),
    ("select=united-states~nobody", "nobody"),
    ("select=%00%ff%fe", "select"),
    ("select=<script>alert(1)</script>", "script"),
    ("select=%E2%80%AEevil", "evil"),
    ("lanes=diagonal", "diagonal"),
    ("theme=plaid", "plaid"),
    ("view=%%%", "view"),
    ("utter-nonsense", "utter-nonsense"),
    ("=&==&%3D", ""),
    ("__proto__=1&constructor=2", "__proto__"),
    ("window=2020-01-03&select=2020-01-03-soleimani-strike&a=b", "a"),
];

journeys! {
    /// A list of addresses that mean nothing, each opened as a page of its own; then one edited by hand.
    fn nonsense_in_the_address_is_named_and_ignored(browser) {
        let record = Record::read();
        let mut page = browser.open("", Screen::DESKTOP);
        let long = format!("select={}", "x".repeat(5000));
        let cases = NONSENSE.into_iter().chain([(long.as_str(), "xxx")]).enumerate();
        for (nth, (nonsense, word)) in cases {
            // Another query, so that the page is loaded anew.
            page.go(&format!("?{nth}#{nonsense}"));
            page.wait_ready();
            let notices = page.texts("[role=status]").concat();
            assert!(!notices.is_empty() && notices.contains(word), "#{nonsense:.60}: the notice says “{notices:.200}”");
            assert!(notices.chars().count() < 1000, "#{nonsense:.60}: the notice is short");
            let shown = page.shown();
            shown.assert_adds_up(&record);
            assert!(!shown.marks.is_empty() && page.count(&format!("{GRAPH} [data-actor]")) > 0, "#{nonsense:.60}");
            let wanted = if nonsense.contains("a=b") { e2e::Span::of("2020-01-03") } else { record.opening };
            assert!(shown.window.is_about(wanted), "#{nonsense:.60}: what is right is followed, else the opening is shown");
        }
        assert_eq!(page.texts("script:not([src], [type='application/ld+json'])").concat(), "");
        dismiss(&mut page);

        // The same while the page is open, by hand in the address bar.
        page.go("#select=2020-01-05-iraq-parliament-vote&window=2020-01-05");
        page.wait_heading(&record.event("2020-01-05-iraq-parliament-vote").title);
        page.wait_window(|window| window.is_about(e2e::Span::of("2020-01-05")), "5 January");
        page.go("#select=nothing-of-the-kind");
        page.wait_until("document.querySelector('[role=status]').textContent.includes('nothing-of-the-kind')", "the notice");
        page.wait_until(&format!("!document.querySelector(\"{TIMELINE} [aria-current]\")"), "nothing selected");
        page.assert_no_complaints();
    }
}

fn dismiss(page: &mut e2e::Page) {
    page.js("Array.from(document.querySelectorAll('button')).find(b => b.textContent.trim() === 'Dismiss').click()");
    page.wait_until("document.querySelector('[role=status]').textContent === ''", "no notice");
}
