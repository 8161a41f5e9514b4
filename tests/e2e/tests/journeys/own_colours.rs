//! Systems that paint pages in few colours of their own: what is chosen is told without ours.

use e2e::{Page, Screen, journeys};

/// What tells a thing that is chosen from one that is not, but for the colour of its letters;
/// and whether those can be read.
const LOOK: &str = "const look = e => { const s = getComputedStyle(e), canvas = \
                    getComputedStyle(document.body).backgroundColor;
    const ground = /, 0\\)$/.test(s.backgroundColor) ? canvas : s.backgroundColor;
    const line = s.borderBottomStyle === 'none' || s.borderBottomColor === canvas ? 'none' : \
    s.borderBottomWidth + s.borderBottomColor;
    return [[ground, line, s.outlineStyle, s.fontWeight, s.textDecorationLine].join(' '), s.color !== \
    ground] };";

journeys! {
    fn what_is_chosen_is_seen_in_the_systems_colours(browser) {
        for screen in [Screen::DESKTOP, Screen::DESKTOP.dark()] {
            let address = "#window=2019-12-27/2020-01-12&view=list&select=2020-01-03-soleimani-strike&importance=4&graph=all";
            let mut page = browser.with_own_colours().open(address, screen);
            page.wait_ready();
            assert_eq!(page.js("return matchMedia('(forced-colors: active)').matches"), true);
            page.wait_until("document.querySelector('.list .link[aria-current]')", "the list");
            page.click("[data-do=filters]");
            page.wait_until("document.querySelector('.filters .chip[aria-pressed=true]')", "the filters");
            for (chosen, other) in [
                (".choice[aria-pressed=true]", ".choice[aria-pressed=false]"),
                (".tab[aria-pressed=true]", ".tab[aria-pressed=false]"),
                (".filters .chip[aria-pressed=true]", ".filters .chip[aria-pressed=false]"),
                (".list .link[aria-current]", ".list .link:not([aria-current])"),
                (".graph-key .quiet[aria-pressed=true]", ".graph-key .quiet:not([aria-pressed=true])"),
            ] {
                assert_differ(&mut page, chosen, other);
            }
            let keys = page.js(
                "return [...document.querySelectorAll('.graph-key > .fierce, .graph-key > \
                                .hostile, .graph-key > .cooperative')]
                .map(e => { const s = getComputedStyle(e, '::before'); return s.borderTopColor + s.height })",
            );
            let mut keys: Vec<String> =
                keys.as_array().into_iter().flatten().map(ToString::to_string).collect();
            keys.sort();
            keys.dedup();
            assert_eq!(keys.len(), 3, "keys of lines tell: {keys:?}");
            page.assert_no_complaints();
        }
    }
}

#[track_caller]
fn assert_differ(page: &mut Page, chosen: &str, other: &str) {
    let looks = page
        .js(&format!("{LOOK} return ['{chosen}', '{other}'].map(css => look(document.querySelector(css)))"));
    assert!(looks[0][0] != looks[1][0] && looks[0][0].is_string(), "{chosen}: {looks}");
    assert_eq!([&looks[0][1], &looks[1][1]], [true, true], "{chosen} can be read: {looks}");
}
