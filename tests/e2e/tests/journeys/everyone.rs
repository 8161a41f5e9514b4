//! The page for everyone: nothing for axe-core to find in thirty states, the tree that screen readers walk,
//! and a visit by keys alone.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use e2e::contract::{DETAILS, PLOT};
use e2e::{Browser, Held, Page, Screen, journeys};

/// More presses of Tab than lie between two places of the page.
const MOST_STOPS: usize = 120;

/// A state: its name, its address, whether the screen is a phone's, and the buttons that lead there.
type State = (&'static str, &'static str, bool, &'static [&'static str]);

const LIGHT: [State; 22] = [
    ("the opening", "?1", false, &[]),
    ("an event", "?2#select=2020-01-03-soleimani-strike", false, &[]),
    ("an actor", "?3#select=quds-force", false, &[]),
    ("the way between two actors", "?4#select=kataib-hezbollah&path=us-treasury", false, &[]),
    ("what a camp did", "?5", false, &[".plane [data-band]"]),
    ("lanes by field, filtered", "?6#lanes=domain&sides=iran", false, &[]),
    ("a step of a story", "?7#story=january-2020.3", false, &[]),
    ("the list of events", "?8#view=list", false, &[]),
    ("the table of events", "?9", false, &["[data-do=table-events]", "[data-do='sort:1']"]),
    ("the table of dealings", "?10", false, &["[data-do=table-dealings]"]),
    ("the claims", "?11#view=claims", false, &[]),
    ("the ladder", "?12#view=ladder", false, &[]),
    ("the filters", "?13", false, &["[data-do=filters]"]),
    ("help", "?14", false, &["[data-do=help]"]),
    (
        "share, with something taken",
        "?15#select=2020-01-03-soleimani-strike",
        false,
        &["[data-do=share]", "[data-do=copy]"],
    ),
    ("every actor", "?16#graph=all", false, &[]),
    ("the opening on a phone", "?17", true, &[]),
    ("an event on a phone", "?18#select=2020-01-03-soleimani-strike", true, &[]),
    ("a step of a story on a phone", "?19#story=january-2020.3", true, &[]),
    ("a frame of all", "?embed&20", false, &[]),
    ("a frame of the timeline", "?embed&view=timeline&21", false, &[]),
    ("a frame of the ladder", "?embed&view=ladder&22", false, &[]),
];

const DARK: [State; 9] = [
    ("the opening at night", "?1", false, &[]),
    ("search at night", "?2#q=missile", false, &["#search"]),
    ("the claims at night", "?3#view=claims", false, &[]),
    ("the ladder at night", "?4#view=ladder", false, &[]),
    ("about at night", "?5", false, &["[data-do=about]"]),
    ("actors on a phone at night", "?6#view=actors", true, &[]),
    ("a table on a phone at night", "?7", true, &["[data-do=table-events]"]),
    ("a frame of the graph at night", "?embed&view=graph&8", false, &[]),
    ("a frame of the list at night", "?embed&view=list&9", false, &[]),
];

/// What axe-core may leave to be looked at; docs/accessibility.md has the verdict on each.
const LOOKED_AT: [&str; 4] =
    ["color-contrast", "label-content-name-mismatch", "target-size", "aria-valid-attr-value"];

#[test]
fn axe_finds_nothing_in_thirty_states() {
    let name = "axe_finds_nothing_in_thirty_states";
    let mut wrong = Vec::new();
    let mut left: BTreeMap<String, usize> = BTreeMap::new();
    for (screen, states) in [(Screen::DESKTOP, &LIGHT[..]), (Screen::DESKTOP.dark(), &DARK[..])] {
        let mut page = Browser::chromium(name).open("?0", screen);
        for (state, address, is_phone, buttons) in states {
            let Screen { width, height, .. } = if *is_phone { Screen::PHONE } else { screen };
            page.resize(width, height);
            page.go(address);
            page.wait_ready();
            page.settle();
            for button in *buttons {
                page.js(&format!(
                    "const e = document.querySelector({button:?}); e.focus(); e.dispatchEvent(new \
                     MouseEvent('click', {{ bubbles: true }}))"
                ));
                page.settle();
            }
            look(&mut page, state, &mut wrong, &mut left);
        }
    }
    let mut page = Browser::chromium(name).open("?policy=without-wasm", Screen::DESKTOP);
    page.wait_until("document.querySelector('#failed ~ .chronology h3')", "the record as text");
    look(&mut page, "WebAssembly refused", &mut wrong, &mut left);
    page.go("chronology.html");
    look(&mut page, "the record as text", &mut wrong, &mut left);
    page.switch_scripts(false);
    page.go("?no-script");
    // axe-core is a script: it runs on what came without, which looks as where the page has failed.
    page.switch_scripts(true);
    page.js("document.documentElement.dataset.failed = 'true'");
    look(&mut page, "no script", &mut wrong, &mut left);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for (rule, count) in &left {
        assert!(LOOKED_AT.contains(&rule.as_str()), "{rule} has {count} places that nobody has looked at");
    }
}

fn look(page: &mut Page, state: &str, wrong: &mut Vec<String>, left: &mut BTreeMap<String, usize>) {
    let [violations, incomplete] = page.axe();
    for (rule, nodes) in violations {
        eprintln!("{state}: {rule}, {} times: {}", nodes.len(), nodes[0]);
        wrong.push(format!("{state}: {rule}, {} times: {}", nodes.len(), nodes[0]));
    }
    for (rule, nodes) in incomplete {
        *left.entry(rule).or_default() += nodes.len();
    }
}

/// Roles, names and levels of the opening, as Chromium hands them to screen readers.
#[test]
fn the_tree_of_the_opening_is_as_it_was() {
    let mut page = Browser::chromium("the_tree_of_the_opening_is_as_it_was").open("", Screen::DESKTOP);
    page.wait_ready();
    page.settle();
    let tree = page.accessibility_tree();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/journeys/opening.tree.txt");
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        assert!(fs::write(&file, &tree).is_ok(), "cannot write {}", file.display());
    }
    let kept = fs::read_to_string(&file).unwrap_or_default();
    let differs = kept.lines().zip(tree.lines()).position(|(kept, found)| kept != found);
    assert!(
        kept == tree,
        "differs from {} in line {differs:?}. If it is meant so: UPDATE_SNAPSHOTS=1 cargo test -p e2e \
         --test journeys -- the_tree",
        file.display()
    );
}

journeys! {
    /// The opening's turning points, a chain of answers, a filter, two claims, how two actors are connected:
    /// with no pointer, the focus seen at each step.
    fn a_visit_by_keys_alone(browser) {
        let mut page = browser.open("", Screen::DESKTOP);
        page.wait_ready();

        // The ten turning points, past all that stands before them.
        tab_to(&mut page, "[data-do=go-details]");
        page.key("Enter");
        page.wait_until(
            &format!("document.activeElement.matches(\"{DETAILS}\")"),
            "the details with the focus",
        );
        let mut read = Vec::new();
        while read.len() < 10 {
            page.key("Tab");
            let told = page.seen_focus();
            if page.js("return document.activeElement.matches('.entries [data-open]')") == true {
                read.push(told);
            }
        }
        let title = page.js("return document.activeElement.querySelector('.title').textContent");
        page.key("Enter");
        page.wait_heading(title.as_str().unwrap_or_default());
        assert!(
            page.js("return document.title")
                .as_str()
                .is_some_and(|told| title.as_str().is_some_and(|title| told.starts_with(title)))
        );
        page.seen_focus();
        page.key("Escape");
        page.wait_until(
            &format!("!document.querySelector(\"{DETAILS} [aria-label='Close']\")"),
            "the details closed",
        );
        page.seen_focus();

        // In to an event, to what followed from it and on from there, and back where it began.
        page.go("?2#window=2019-12-27/2020-01-12");
        page.wait_ready();
        tab_to(&mut page, PLOT);
        page.key("ArrowDown");
        let first = page.seen_focus();
        page.key("ArrowDown");
        let second = page.seen_focus();
        page.key("ArrowDown");
        let third = page.seen_focus();
        assert!(first != second && second != third && first != third, "a chain: {first}, {second}, {third}");
        page.key("Escape");
        assert_eq!(page.seen_focus(), second);
        page.key("ArrowUp");
        assert_eq!(page.seen_focus(), first);
        page.key("ArrowUp");
        let lane = page.seen_focus();
        assert!(lane.contains(" events, "), "its lane: {lane}");
        page.key("ArrowUp");
        assert_ne!(page.seen_focus(), lane);
        page.key("ArrowRight");
        assert!(!page.seen_focus().contains(" events, 27"), "an event of that lane");
        page.key("Escape");
        page.wait_until(&format!("document.activeElement.matches(\"{PLOT}\")"), "the plot");

        // A filter, said in one sentence, closed again.
        back_to(&mut page, "[data-do=filters]");
        page.key("Enter");
        tab_to(&mut page, ".filters .chip");
        page.key(" ");
        page.eventually("the number said", |page| page.texts("#said").concat().contains("events match"));
        page.key("Escape");
        page.wait_until("document.activeElement.matches('[data-do=filters]')", "the button of the filters");
        page.seen_focus();
        tab_to(&mut page, "[data-do=show-all]");
        page.key("Enter");
        page.eventually("all again", |page| page.texts("#said").concat().starts_with("all "));
        page.seen_focus();

        // Two claims side by side.
        tab_to(&mut page, "[data-do=claims]");
        page.key("Enter");
        let claims: Vec<String> = (0..2)
            .map(|_| {
                tab_to(&mut page, ".claims-view .speaker .actor");
                page.js("return document.activeElement.closest('.claim').innerText").to_string()
            })
            .collect();
        assert_ne!(claims[0], claims[1]);
        assert!(claims.iter().all(|claim| {
            ["confirmed", "disputed", "denied", "revised", "unverified"]
                .iter()
                .any(|word| claim.contains(word))
        }));

        // How are two actors connected?
        page.key("/");
        page.seen_focus();
        page.type_text("kataeb hizbollah");
        page.wait_until("document.querySelector('.results .link')", "results");
        page.key("ArrowDown");
        page.seen_focus();
        page.key("Enter");
        page.wait_heading("Kataib Hezbollah");
        page.seen_focus();
        tab_to(&mut page, "[data-set=path]");
        page.key("ArrowDown");
        page.eventually("the way told", |page| !page.texts(".path [role=status]").concat().is_empty());
        page.seen_focus();

        // And out of the page again.
        for _ in 0..MOST_STOPS {
            page.key("Tab");
            if page.js("return document.activeElement === document.body || !document.hasFocus()") == true {
                break;
            }
            page.seen_focus();
        }
        page.assert_no_complaints();
    }

    /// Keys of one sign are the browser's while no part has the focus, unless the reader chose otherwise;
    /// they can be others, and both lasts.
    fn signs_can_be_chosen(browser) {
        let mut page = browser.open("", Screen::DESKTOP);
        page.wait_ready();
        page.js("document.activeElement.blur()");
        page.js(PRESS_SLASH);
        page.settle();
        assert_eq!(page.js("return document.activeElement === document.body"), true, "the browser's own");
        page.js("document.querySelector('.plot').focus()");
        page.key("?");
        page.wait_until("document.querySelector('dialog[open]')", "the help");
        page.js("const field = document.querySelector('[data-set=key-0]'); field.value = 's'; \
                 field.dispatchEvent(new Event('input', { bubbles: true }))");
        page.click("[data-do='keys:everywhere']");
        page.settle();
        page.reload();
        page.wait_ready();
        page.js("document.activeElement.blur()");
        page.key("s");
        page.wait_until(
            "document.activeElement.id === 'search'",
            "the search, by its new key, from everywhere",
        );
        page.assert_no_complaints();
    }

    /// What can be dragged can be moved by keys: the window's end on the strip, an actor in the graph.
    fn keys_move_what_a_hand_drags(browser) {
        let mut page = browser.open("", Screen::DESKTOP);
        page.wait_ready();
        let before = page.window();
        page.js("document.querySelector('.strip').focus()");
        page.key_with("ArrowRight", Held::Shift);
        page.wait_window(|window| window.start == before.start && window.end > before.end, "a later end");
        let told = page.attributes(".strip", "aria-valuetext").concat();
        assert!(told.contains("events") && told.contains("2020"), "{told}");
        page.js("document.querySelector('.plane [data-actor=iran]').focus()");
        let seat = page.rect(".plane [data-actor=iran] path");
        page.key_with("ArrowDown", Held::Shift);
        page.eventually("the actor moved", |page| {
            page.rect(".plane [data-actor=iran] path").y > seat.y + 5.0
        });
        page.seen_focus();
        page.assert_no_complaints();
    }

    /// On a phone nothing that has the focus lies under the sheet of an event: it is brought above it.
    fn no_focus_is_under_the_sheet(browser) {
        let width = browser.narrowest().max(390);
        let mut page = browser.open("#select=2020-01-03-soleimani-strike", Screen::PHONE.sized(width, 844));
        page.wait_ready();
        for stop in [".strip", "[data-do=ladder]", "[data-do=claims]", ".plot", ".details [data-do=close]"] {
            page.js(&format!("document.querySelector({stop:?}).focus()"));
            page.key_with("Tab", Held::Shift);
            page.key("Tab");
            page.seen_focus();
        }
        page.assert_no_complaints();
    }

    /// The focus goes with what had it to the nearest, never to the body.
    fn the_focus_is_never_lost(browser) {
        let mut page = browser.open("#window=2019-12-27/2020-01-12", Screen::DESKTOP);
        page.wait_ready();
        for (from, key) in [
            (format!("{DETAILS} .entries [data-open]"), "Enter"),
            (format!("{DETAILS} [aria-label='Close']"), "Enter"),
            (".tip button".to_owned(), "Enter"),
            ("[data-do=list]".to_owned(), "Enter"),
            (".list [data-open]".to_owned(), "Enter"),
        ] {
            page.js(&format!("document.querySelector({from:?}).focus()"));
            page.key(key);
            page.settle();
            page.seen_focus();
        }
        page.assert_no_complaints();
    }
}

const PRESS_SLASH: &str = "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: \
                           true, cancelable: true }))";

/// Presses Tab until the element that matches `css` has the focus, which is seen all the way.
#[track_caller]
fn tab_to(page: &mut Page, css: &str) {
    go(page, css, Held::Nothing);
}

/// The same backwards.
#[track_caller]
fn back_to(page: &mut Page, css: &str) {
    go(page, css, Held::Shift);
}

#[track_caller]
fn go(page: &mut Page, css: &str, held: Held) {
    for _ in 0..MOST_STOPS {
        page.key_with("Tab", held);
        if page.js(&format!("return document.activeElement.matches({css:?})")) == true {
            page.seen_focus();
            return;
        }
    }
    panic!("Tab does not reach {css}");
}
