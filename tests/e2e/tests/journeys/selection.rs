//! One selection, bound across the three views and the address.

use e2e::contract::{DETAILS, EVENTS, GRAPH, PLOT, TIMELINE};
use e2e::{Browser, Held, Page, Record, Screen, Span, journeys};

const STRIKE: &str = "2020-01-03-soleimani-strike";
const ACTOR: &str = "qasem-soleimani";

journeys! {
    /// The texts of turning points have the most sources: their numbers go on in the next line.
    fn no_text_is_wider_than_its_panel(browser) {
        assert_texts_fit(&mut browser.open("", Screen::DESKTOP));
    }

    fn no_text_is_wider_than_a_phone(browser) {
        assert_texts_fit(&mut browser.open("", Screen::PHONE.sized(browser.narrowest().max(390), 844)));
    }

    /// A click on a mark, a node, a dealing and an entry of the list: each is shown in the details and marked
    /// as current where it is drawn, with what belongs to it clear and the rest dimmed;
    /// Escape and the button close.
    fn what_is_clicked_is_shown_in_all_views(browser) {
        let record = Record::read();
        let mut page = browser.open("#graph=all", Screen::DESKTOP);
        page.wait_ready();
        let event = record.event(STRIKE);
        click_mark(&mut page, STRIKE);
        page.wait_heading(&event.title);
        assert_current(&mut page, Some(STRIKE), None);
        assert!(
            assert_clear(&mut page, GRAPH, "data-actor", |id| event.participants.contains(id)) > 0,
            "some are clear"
        );

        page.key("Escape");
        assert_closed(&mut page);

        click_node(&mut page, ACTOR);
        page.wait_heading(&record.actor(ACTOR).name);
        page.hover_at(2.0, 2.0);
        assert_current(&mut page, None, Some(ACTOR));
        let num_clear = assert_clear(&mut page, TIMELINE, "data-event", |id| {
            record.event(id).participants.contains(ACTOR)
        });
        assert!(num_clear > 0, "some are clear");
        page.click(&format!("{DETAILS} [aria-label='Close']"));
        assert_closed(&mut page);

        let (from, to) = click_a_dealing(&mut page);
        page.wait_heading(&format!("{} → {}", record.actor(&from).name, record.actor(&to).name));
        page.hover_at(2.0, 2.0);
        let acts =
            |id: &str| record.event(id).initiators.contains(&from) && record.event(id).targets.contains(&to);
        assert_clear(&mut page, TIMELINE, "data-event", acts);
        page.key("Escape");
        assert_closed(&mut page);

        choose_an_entry_of_the_list(&mut page, &record);
        page.key("Escape");
        assert_closed(&mut page);
        page.assert_no_complaints();
    }

    /// Back and forward go from selection to selection, each with its window; a reload and a copy of the
    /// address in another browser show the same.
    fn the_address_holds_what_is_selected_and_when(browser) {
        let record = Record::read();
        let mut page = browser.open("#graph=all", Screen::DESKTOP);
        page.wait_ready();
        click_mark(&mut page, STRIKE);
        page.wait_heading(&record.event(STRIKE).title);
        wait_address(&mut page, &format!("select={STRIKE}"));

        let plot = page.rect(PLOT);
        page.wheel(plot.x + 200.0, plot.y + plot.height - 50.0, (0, -300), 1, Held::Nothing);
        wait_address(&mut page, "window=");
        let closer = page.window();
        assert!(closer.len() < record.opening.len());
        click_node(&mut page, ACTOR);
        page.wait_heading(&record.actor(ACTOR).name);
        wait_address(&mut page, &format!("select={ACTOR}"));
        let (from, to) = click_a_dealing(&mut page);
        let dealing = format!("{} → {}", record.actor(&from).name, record.actor(&to).name);
        page.wait_heading(&dealing);

        page.back();
        assert_view(&mut page, &record.actor(ACTOR).name, closer);
        page.back();
        assert_view(&mut page, &record.event(STRIKE).title, closer);
        page.back();
        page.wait_until(
            &format!("!document.querySelector(\"{TIMELINE} [aria-current]\")"),
            "nothing selected",
        );
        page.forward();
        assert_view(&mut page, &record.event(STRIKE).title, closer);
        page.forward();
        assert_view(&mut page, &record.actor(ACTOR).name, closer);
        page.forward();
        assert_view(&mut page, &dealing, closer);

        page.reload();
        page.wait_ready();
        assert_view(&mut page, &dealing, closer);
        page.back();
        assert_view(&mut page, &record.actor(ACTOR).name, closer);
        let fragment = page.fragment();
        assert!(fragment.contains("window=") && fragment.contains(&format!("select={ACTOR}")), "{fragment}");
        page.assert_no_complaints();
        assert_same_in(&browser.other(), &mut page, &record);
    }
}

/// Opens the page's address in another browser and compares what they show.
/// Chooses each turning point: its text has the width of its panel.
#[track_caller]
fn assert_texts_fit(page: &mut Page) {
    page.wait_ready();
    for event in Record::read().events.iter().filter(|event| event.importance == 5) {
        page.go(&format!("#select={}", event.id));
        page.wait_heading(&event.title);
        page.eventually("the text", |page| page.count(&format!("{DETAILS} .cite a")) > 0);
        let over = page.js(&format!(
            "const panel = document.querySelector(\"{DETAILS}\"), around = panel.parentElement;
            return Math.max(panel.scrollWidth - panel.clientWidth, around.scrollWidth - around.clientWidth)"
        ));
        assert!(over.as_f64().is_some_and(|over| over <= 0.0), "{} is {over} pixels too wide", event.id);
    }
}

fn assert_same_in(browser: &Browser, page: &mut Page, record: &Record) {
    let mut copy = browser.open(&format!("#{}", page.fragment()), Screen::DESKTOP);
    copy.wait_ready();
    let window = page.window();
    assert_view(&mut copy, &record.actor(ACTOR).name, window);
    assert_eq!(copy.all(GRAPH, "data-dealing"), page.all(GRAPH, "data-dealing"));
    assert_eq!(copy.all(GRAPH, "data-actor"), page.all(GRAPH, "data-actor"));
    copy.shown().assert_adds_up(record);
    copy.assert_no_complaints();
}

/// Checks the details' heading and the window.
#[track_caller]
fn assert_view(page: &mut Page, heading: &str, window: Span) {
    page.wait_heading(heading);
    page.wait_window(|shown| shown.is_about(window), &format!("the window of “{heading}”"));
}

#[track_caller]
fn wait_address(page: &mut Page, part: &str) {
    page.wait_until(&format!("location.hash.includes('{part}')"), &format!("{part} in the address"));
}

fn click_mark(page: &mut Page, event: &str) {
    page.click(&format!("{TIMELINE} [data-event='{event}']"));
}

/// Clicks the middle of a node's shape, which its name may stand beside.
fn click_node(page: &mut Page, actor: &str) {
    page.click(&format!("{GRAPH} [data-actor='{actor}'] path"));
}

/// Clicks a dealing where nothing else lies over it; gives who dealt with whom.
fn click_a_dealing(page: &mut Page) -> (String, String) {
    let spot = page.js(&format!(
        "for (const line of document.querySelectorAll(\"{GRAPH} [data-dealing] path\")) {{
            for (let share = 0.2; share < 0.8; share += 0.05) {{
                const at = line.getPointAtLength(share * \
                line.getTotalLength()).matrixTransform(line.getScreenCTM());
                // The pointer goes to whole pixels.
                const [x, y] = [Math.round(at.x), Math.round(at.y)];
                const hit = document.elementFromPoint(x, y)?.closest('[data-dealing]');
                if (hit && hit.contains(line)) return [x, y, hit.dataset.dealing];
            }}
        }}"
    ));
    let at = |index: usize| spot[index].as_f64().unwrap_or(f64::NAN);
    page.click_at(at(0), at(1), Held::Nothing);
    let pair = spot[2].as_str().unwrap_or_default();
    let (from, to) = pair.split_once('>').unwrap_or_default();
    (from.to_owned(), to.to_owned())
}

fn choose_an_entry_of_the_list(page: &mut Page, record: &Record) {
    page.js("Array.from(document.querySelectorAll('button')).find(b => b.textContent.trim() === \
             'Events').click()");
    let window = page.window();
    let count = record.events_in(window).count();
    page.wait_until(
        &format!("document.querySelectorAll(\"{EVENTS} li\").length === {count}"),
        "the window's events",
    );
    let entries = page.texts(&format!("{EVENTS} li"));
    record.assert_lists(&entries, record.events_in(window));
    page.click(&format!("{EVENTS} li:nth-of-type(3) button"));
    page.eventually("the entry's event in the details", |page| {
        let heading = page.heading();
        !heading.is_empty() && entries[2].contains(&heading)
    });
}

/// Checks that nothing is selected any more.
#[track_caller]
fn assert_closed(page: &mut Page) {
    page.wait_until(
        &format!("!document.querySelector(\"{DETAILS} [aria-label='Close']\")"),
        "the details closed",
    );
    assert_current(page, None, None);
    page.wait_until("!location.hash.includes('select=')", "no selection in the address");
}

/// Checks which mark and which node are the current ones.
#[track_caller]
fn assert_current(page: &mut Page, event: Option<&str>, actor: Option<&str>) {
    let marks = page.attributes(&format!("{TIMELINE} [data-event][aria-current='true']"), "data-event");
    assert_eq!(marks, event.into_iter().collect::<Vec<_>>(), "the current mark");
    let nodes = page.attributes(&format!("{GRAPH} [data-actor][aria-current='true']"), "data-actor");
    assert_eq!(nodes, actor.into_iter().collect::<Vec<_>>(), "the current node");
}

/// Checks that in `part` those whose attribute `name` is one that `belongs` are clear and the others paler;
/// gives the number of the clear ones, for what belongs may stand in clusters.
#[track_caller]
fn assert_clear(page: &mut Page, part: &str, name: &str, belongs: impl Fn(&str) -> bool) -> usize {
    page.settle();
    let opacities = format!(
        "return Array.from(document.querySelectorAll(\"{part} [{name}]\"), e => {{
            let opacity = 1;
            for (let up = e; up; up = up.parentElement) opacity *= getComputedStyle(up).opacity;
            return [e.getAttribute('{name}'), opacity];
        }})"
    );
    let found = page.js(&opacities);
    let all: Vec<(&str, f64)> = found
        .as_array()
        .into_iter()
        .flatten()
        .map(|one| (one[0].as_str().unwrap_or_default(), one[1].as_f64().unwrap_or(0.0)))
        .collect();
    assert!(all.iter().any(|(id, _)| !belongs(id)), "some do not belong: {all:?}");
    for (id, opacity) in &all {
        assert_eq!(*opacity == 1.0, belongs(id), "{id} has the opacity {opacity}");
    }
    all.iter().filter(|(id, _)| belongs(id)).count()
}
