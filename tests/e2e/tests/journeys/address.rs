//! Whatever stands in the address, the page comes up and names what it ignored.

use e2e::contract::{GRAPH, TIMELINE};
use e2e::{Record, Screen, journeys};

/// What may stand behind the `#`, and a word of it that the notice must hold;
/// none where the notice may choose its words.
const NONSENSE: [(&str, &str); 15] = [
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
    ("window=2020-01-03&select=2020-01-03-soleimani-strike&a=b&lanes=x", "lanes"),
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
            assert!(
                !notices.is_empty() && notices.contains(word),
                "#{nonsense:.60}: the notice says “{notices:.200}”"
            );
            assert!(notices.chars().count() < 1000, "#{nonsense:.60}: the notice is short");
            let shown = page.shown();
            shown.assert_adds_up(&record);
            assert!(
                !shown.marks.is_empty() && page.count(&format!("{GRAPH} [data-actor]")) > 0,
                "#{nonsense:.60}"
            );
            let wanted = if nonsense.contains("a=b&") { e2e::Span::of("2020-01-03") } else { record.opening };
            assert!(
                shown.window.is_about(wanted),
                "#{nonsense:.60}: what is right is followed, else the opening is shown"
            );
        }
        assert_eq!(page.texts("script:not([src], [type='application/ld+json'])").concat(), "");
        dismiss(&mut page);

        // The same while the page is open, by hand in the address bar.
        page.go("#select=2020-01-05-iraq-parliament-vote&window=2020-01-05");
        page.wait_heading(&record.event("2020-01-05-iraq-parliament-vote").title);
        page.wait_window(|window| window.is_about(e2e::Span::of("2020-01-05")), "5 January");
        page.go("#select=nothing-of-the-kind");
        page.wait_until(
            "document.querySelector('[role=status]').textContent.includes('nothing-of-the-kind')",
            "the notice",
        );
        page.wait_until(
            &format!("!document.querySelector(\"{TIMELINE} [aria-current]\")"),
            "nothing selected",
        );
        page.assert_no_complaints();
    }

    /// What hosts and trackers put behind `#` and `?` is passed over without a word and stays there,
    /// also when the page writes.
    fn keys_of_others_raise_no_notice_and_stay(browser) {
        let others =
            ["amp=1", "?secret=aB3dE5fG7h", "utter-nonsense", "=&==&%3D", "__proto__=1&constructor=2"];
        let mut page = browser.open("", Screen::DESKTOP);
        for (nth, other) in others.into_iter().enumerate() {
            page.go(&format!("?{nth}&utm_source=x&fbclid=y#{other}&lanes=domain"));
            page.wait_ready();
            assert_eq!(page.texts("[role=status]").concat(), "", "#{other}");
            assert_eq!(page.attributes(".choice[aria-pressed=true]", "data-do").concat(), "by-domain");
            page.js("document.querySelector('[data-do=by-side]').click()");
            page.wait_until("!location.hash.includes('lanes')", "the address written");
            page.click(&format!("{TIMELINE} [data-event] .glyph"));
            page.wait_until("location.hash.includes('select=')", "the address written anew");
            let address =
                page.js("return location.search + location.hash").as_str().unwrap_or_default().to_owned();
            let (query, fragment) = address.split_once('#').unwrap_or_default();
            assert_eq!(query, format!("?{nth}&utm_source=x&fbclid=y"));
            assert!(
                other.split('&').all(|pair| fragment.split('&').any(|it| it == pair)),
                "#{other}: {fragment}"
            );
            let told = page.attributes("html", "data-address").concat();
            assert!(
                told.starts_with("select=") && !told.contains('&'),
                "hosts are told what is ours alone: {told}"
            );
        }
        page.assert_no_complaints();
    }
}

fn dismiss(page: &mut e2e::Page) {
    page.js("Array.from(document.querySelectorAll('button')).find(b => b.textContent.trim() === \
             'Dismiss').click()");
    page.wait_until("document.querySelector('[role=status]').textContent === ''", "no notice");
}
