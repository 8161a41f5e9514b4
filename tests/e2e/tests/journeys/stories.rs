//! The told stories, walked from end to end: at every step all of its text and the way on are on the screen,
//! its events are drawn, and nothing scrolls within what scrolls.

use e2e::contract::PLOT;
use e2e::{Browser, Page, Record, Rect, Screen, journeys};
use serde_json::Value;

journeys! {
    /// On a large and on a small phone, with a thumb on "Next".
    fn each_story_is_read_on_a_phone(browser) {
        let least = browser.narrowest();
        walk(browser, Screen::PHONE.sized(least.max(390), 844));
        walk(browser, Screen::PHONE.sized(least.max(360), 640));
    }

    fn each_story_is_read_at_a_desk(browser) {
        walk(browser, Screen::DESKTOP);
        walk(browser, Screen::DESKTOP.sized(1920, 1080));
    }

    /// A swipe over the text turns the step; the last one leads on.
    fn a_thumb_turns_the_steps_and_the_last_leads_on(browser) {
        let record = Record::read();
        let story = &record.stories[0];
        let mut page = browser
            .open(&format!("#story={}.1", story.id), Screen::PHONE.sized(browser.narrowest().max(390), 844));
        page.wait_ready();
        let (x, y) = page.rect(".told .summary").center();
        page.swipe((x + 80.0, y), (x - 80.0, y + 5.0));
        page.eventually("the second step", |page| page.texts(".told h2") == [story.steps[1].title.as_str()]);
        page.swipe((x - 80.0, y), (x + 80.0, y + 5.0));
        page.eventually("the first step", |page| page.texts(".told h2") == [story.steps[0].title.as_str()]);

        page.go(&format!("#story={}.{}", story.id, story.steps.len()));
        page.eventually("the last step", |page| {
            page.texts(".told h2") == [story.steps.last().map_or("", |step| step.title.as_str())]
        });
        page.click("[data-do='on-claims']");
        page.eventually("the claims still open", |page| {
            page.fragment().contains("status=disputed,unverified") && page.count(".claim") > 0
        });
        page.assert_no_complaints();
    }

    /// A reader who comes from an article sees the title, the way into the story and the picture,
    /// and begins at any chapter.
    fn a_phone_begins_with_the_title_the_story_and_the_picture(browser) {
        let record = Record::read();
        let mut page = browser.open("", Screen::PHONE.sized(browser.narrowest().max(390), 844));
        page.wait_ready();
        page.settle();
        assert!(page.rect(PLOT).y <= 200.0, "the picture begins at {:?}", page.rect(PLOT));
        assert_eq!(page.count("#search"), 1);
        assert_eq!(page.rect("#search").height, 0.0, "the tools wait behind their button");
        page.click("[data-do='tools']");
        page.eventually("the tools", |page| page.rect("#search").height > 20.0);
        page.click("[data-do='tools']");
        page.click("[data-do='stories']");
        page.eventually("the chapters of all stories", |page| {
            let ways = page.attributes("dialog [data-tell]", "data-tell");
            record.stories.iter().all(|story| ways.contains(&format!("{}.1", story.id)))
        });
        let last = page.attributes("dialog [data-tell]", "data-tell").pop().unwrap_or_default();
        page.click(&format!("dialog [data-tell='{last}']"));
        page.eventually("that chapter", |page| {
            page.fragment().contains(&format!("story={last}")) && page.count("dialog[open]") == 0
        });
        page.assert_no_complaints();
    }

    /// At a desk what an event says is read beside the picture, which keeps its marks.
    fn a_chosen_event_is_read_beside_the_picture(browser) {
        let record = Record::read();
        for screen in [Screen::DESKTOP, Screen::DESKTOP.sized(1920, 1080)] {
            let mut page = browser.open("", screen);
            page.wait_ready();
            page.settle();
            let before = page.rect(PLOT);
            assert!(before.height >= 330.0, "{before:?}");
            let shown = page.shown();
            let longest = shown.marks.iter().max_by_key(|id| record.event(id).summary.len());
            let Some(longest) = longest else { panic!("no event has a mark") };
            page.go(&format!("#select={longest}"));
            page.wait_heading(&record.event(longest).title);
            page.settle();
            let text = page.rect(".details .summary");
            let panel = page.rect(".details");
            assert!(
                text.y >= panel.y && text.y + text.height <= panel.y + panel.height,
                "{longest} at {screen:?}: {text:?} in {panel:?}"
            );
            assert_eq!(page.rect(PLOT), before, "a choice moves nothing");
            page.assert_no_complaints();
        }
    }
}

/// Reads each story of the record with a click on "Next" at each step.
fn walk(browser: &Browser, screen: Screen) {
    let record = Record::read();
    let mut page = browser.open(&format!("#story={}.1", record.stories[0].id), screen);
    page.wait_ready();
    for story in &record.stories {
        page.go(&format!("#story={}.1", story.id));
        for (nth, step) in story.steps.iter().enumerate() {
            let place = format!("{}.{} at {} × {}", story.id, nth + 1, screen.width, screen.height);
            page.eventually(&place, |page| page.texts(".told h2") == [step.title.as_str()]);
            page.eventually(&format!("{place}: its events, one told in words"), |page| {
                is_drawn(page, &step.events)
            });
            assert_read(&mut page, &place);
            if nth + 1 < story.steps.len() {
                page.click("[data-do='tell-next']");
            }
        }
        assert_eq!(page.count("[data-do='tell-next']"), 0, "the last step");
    }
    page.assert_no_complaints();
}

/// All of the step's text and the ways on and back are on the screen,
/// and nothing scrolls within what scrolls.
#[track_caller]
fn assert_read(page: &mut Page, place: &str) {
    let found = page.js("const shows = e => {
            const r = e.getBoundingClientRect();
            const top = document.elementFromPoint(r.x + r.width / 2, Math.min(r.bottom, innerHeight) - 3);
            return r.height > 0 && r.top >= 0 && r.left >= 0 && r.bottom <= innerHeight + 0.5 && r.right <= \
            innerWidth + 0.5 && (e.contains(top) || top?.contains(e)) };
        const wanted = [...document.querySelectorAll('.told h2, .told .summary, .told-back, .told-next, \
        .told-end')];
        const scrolls = e => /auto|scroll/.test(getComputedStyle(e).overflowY) && e.scrollHeight > \
        e.clientHeight + 1;
        const root = document.documentElement;
        const isLong = root.scrollHeight > root.clientHeight + 1 && getComputedStyle(root).overflowY !== \
        'hidden';
        const inner = [...document.querySelectorAll('#app *')].filter(scrolls);
        return [wanted.length, wanted.filter(e => !shows(e)).map(e => e.className || e.tagName),
            inner.filter(e => isLong || inner.some(other => other !== e && other.contains(e))).map(e => \
            e.className)]");
    assert!(found[0].as_u64() >= Some(4), "{place}: {found}");
    for (nth, what) in [(1, "out of sight"), (2, "scrolls within what scrolls")] {
        assert_eq!(found[nth].as_array().map(Vec::as_slice), Some(&[] as &[Value]), "{place}: {what}");
    }
}

/// Whether each of the step's events has a mark of its own, and at least one is told in words that are seen.
fn is_drawn(page: &mut Page, events: &[String]) -> bool {
    let marks = page.attributes("[data-event]", "data-event");
    let plot = page.rect(PLOT);
    let is_seen = |label: &Rect| {
        label.width > 20.0 && label.y >= plot.y && label.y + label.height <= plot.y + plot.height
    };
    let is_told = |id: &String| page.rects(&format!("[data-event='{id}'] .label")).iter().any(is_seen);
    events.is_empty() || events.iter().all(|id| marks.contains(id)) && events.iter().any(is_told)
}
