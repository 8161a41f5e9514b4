//! Questions that a newcomer brings, each answered from the first screen with what is on it.

use e2e::contract::{DETAILS, EVENTS, GRAPH};
use e2e::{Page, Record, Screen, journeys};

const STRIKE: &str = "2020-01-03-soleimani-strike";
const MISSILES: &str = "2020-01-08-missile-strike-al-asad-erbil";
const COUNT: &str = "2020-01-16-brain-injury-count";

journeys! {
    /// What did the embassy storming answer? How many were hurt at Ain al-Asad, and who said what when? When
    /// did Iran exceed 3.67 %? All by searching, with a slip of the pen and without the mouse.
    fn words_lead_to_answers(browser) {
        let record = Record::read();
        let mut page = first_screen(browser, 0);
        search(&mut page, "storming embasy", "Militia supporters stormed");
        page.wait_heading(&record.event("2019-12-31-embassy-stormed").title);
        assert_told(
            &mut page,
            "What led here",
            &record.event("2019-12-29-us-strikes-kataib-hezbollah").title,
        );

        let mut page = first_screen(browser, 1);
        search(&mut page, "brain injuries", "Pentagon raised its count");
        page.wait_heading(&record.event(COUNT).title);
        let counts = page.texts(&format!("{DETAILS} .count-row strong"));
        assert_eq!(counts, ["0", "11", "34", "50", "64", "109", "110"], "the row of counts");
        let speakers = page.texts(&format!("{DETAILS} .claim .speaker"));
        let num_claims = record.event(COUNT).num_claims;
        assert!(
            speakers.len() == num_claims
                && speakers.iter().any(|line| line.contains("Trump") && line.contains("2020")),
            "{speakers:?}"
        );

        let mut page = first_screen(browser, 2);
        search(&mut page, "3.67", "3.67");
        page.eventually("the step over the limit", |page| {
            let heading = page.heading();
            heading.contains("3.67") && page.shown_text(DETAILS).contains("July 2019")
        });
        page.assert_no_complaints();
    }

    /// What followed the strike on Iran's side? Which events of June 2019 are at sea? What time was the
    /// missile attack in Tehran? By filters and the choice of the clock.
    fn filters_and_clocks_lead_to_answers(browser) {
        let record = Record::read();
        let mut page = first_screen(browser, 0);
        page.click("[data-do='filters']");
        page.click("[data-do='side:iran']");
        page.click("[data-do='list']");
        page.eventually("Iran's acts alone", |page| {
            let entries = page.texts(&format!("{EVENTS} li"));
            entries.iter().any(|entry| entry.contains("Khamenei declared three days"))
                && !entries.iter().any(|entry| entry.contains("US air strikes"))
        });
        page.key("Escape");
        page.wait_until("!document.querySelector('.filters')", "the panel closed");
        page.click("[data-do='show-all']");
        page.wait_until("!document.querySelector('.chips .set')", "all events again");

        page.go("#window=2019-06&domains=maritime&view=list");
        let at_sea: Vec<_> = record
            .events_in(e2e::Span::of("2019-06"))
            .filter(|event| event.domain == "maritime")
            .map(|event| event.title.clone())
            .collect();
        page.eventually("the events at sea", |page| {
            let entries = page.texts(&format!("{EVENTS} li"));
            !at_sea.is_empty()
                && entries.len() == at_sea.len()
                && entries.iter().zip(&at_sea).all(|(entry, title)| entry.contains(title))
        });

        page.go(&format!("#select={MISSILES}"));
        page.wait_heading(&record.event(MISSILES).title);
        choose(&mut page, "[data-set='clock']", "tehran");
        page.eventually("the time in Tehran", |page| {
            page.shown_text(&format!("{DETAILS} time")).contains("UTC+3:30")
        });
        choose(&mut page, "[data-set='clock']", "washington");
        page.eventually("the time in Washington", |page| {
            let time = page.shown_text(&format!("{DETAILS} time"));
            time.contains("7 January 2020") && time.contains("UTC−5")
        });
        page.go(&format!("#select={STRIKE}&clock=washington"));
        page.eventually("the strike's afternoon in Washington", |page| {
            page.shown_text(&format!("{DETAILS} time")).contains("2 January 2020, 16:47")
        });
        page.assert_no_complaints();
    }

    /// Who led the Quds Force on 5 January 2020? How is Kataib Hezbollah connected to the US Treasury?
    fn the_graph_leads_to_answers(browser) {
        let record = Record::read();
        let mut page = first_screen(browser, 0);
        search(&mut page, "quds force", "Quds Force");
        page.wait_heading(&record.actor("quds-force").name);
        let relations = page.texts(&format!("{DETAILS} .relations li"));
        let since = relations.iter().find(|line| line.contains("commanded by") && line.contains("Qaani"));
        assert!(since.is_some_and(|line| line.contains("3 Jan 2020")), "{relations:?}");
        let until = relations.iter().find(|line| line.contains("commanded by") && line.contains("Soleimani"));
        assert!(until.is_some_and(|line| line.contains("3 Jan 2020")), "{relations:?}");
        // The graph of a window with all its lines shows who held the office then.
        page.go("#window=2020-01-03T12:00Z/2020-01-09&graph=all&select=quds-force");
        page.eventually("the new commander", |page| {
            page.all(GRAPH, "data-relation").contains("esmail-qaani>quds-force")
        });
        page.go("#window=2019-12-29/2020-01-02&graph=all&select=quds-force");
        page.eventually("the former one", |page| {
            !page.all(GRAPH, "data-relation").contains("esmail-qaani>quds-force")
        });

        let mut page = first_screen(browser, 1);
        search(&mut page, "kataeb hizbollah", "Kataib Hezbollah");
        page.wait_heading(&record.actor("kataib-hezbollah").name);
        choose(&mut page, "[data-set='path']", "us-treasury");
        page.eventually("the way with its evidence", |page| {
            let told = page.shown_text(&format!("{DETAILS} .path"));
            told.contains("step") || told.contains("Directly")
        });
        assert!(
            page.count(&format!("{DETAILS} .path .steps [data-open]")) >= 2,
            "each step has its evidence"
        );
        page.eventually("the way in the address", |page| page.fragment().contains("path=us-treasury"));
        let shown = page.fragment();
        page.reload();
        page.wait_ready();
        assert_eq!(page.fragment(), shown);
        page.eventually("the way after a reload", |page| {
            page.shown_text(&format!("{DETAILS} .path .steps")).contains("United States")
        });
        let way = page.js("const [panel, way] = ['.details', '.path .steps'].map(e => \
                           document.querySelector(e).getBoundingClientRect());
            return way.top >= panel.top && way.top < panel.bottom");
        assert_eq!(way, true, "the way is told in sight");
        page.assert_no_complaints();
    }

    /// From the missiles back to the first rockets, and from Khamenei's vow forward to Trump's threat of 52
    /// sites and Rouhani's answer: by keyboard alone. Each chosen event's chain is lit and drawn.
    fn a_chain_of_answers_is_walked_by_keyboard(browser) {
        let record = Record::read();
        let mut page = first_screen(browser, 0);
        search(&mut page, "missiles Ain al-Asad", "Iran fired ballistic missiles");
        page.wait_heading(&record.event(MISSILES).title);
        let arc = format!("[data-answer='{STRIKE}>{MISSILES}']");
        page.wait_until(&format!("document.querySelector(\"{arc}\")"), "the arc from the strike");
        page.settle();
        let lit = |page: &mut Page| page.count(".plot .arc:not(.dim)");
        let direct = lit(&mut page);
        page.click(&format!("{DETAILS} [data-do=chain]"));
        page.eventually("the whole chain", |page| lit(page) > direct);
        let back = [
            STRIKE,
            "2019-12-31-embassy-stormed",
            "2019-12-29-us-strikes-kataib-hezbollah",
            "2019-12-27-k1-rocket-attack",
        ];
        for event in back {
            page.key("[");
            page.wait_heading(&record.event(event).title);
        }
        let vow = "2020-01-03-khamenei-mourning-revenge";
        page.go(&format!("#select={vow}"));
        page.wait_heading(&record.event(vow).title);
        // Signs are the browser's until a part has the focus.
        page.js("document.querySelector('.details').focus()");
        for event in ["2020-01-04-trump-52-sites", "2020-01-06-rouhani-290"] {
            page.key("]");
            page.wait_heading(&record.event(event).title);
        }
        page.assert_no_complaints();
    }

    /// How many were killed, and where? The strip above the lanes tells, by keyboard, event by event,
    /// and the address keeps it.
    fn the_dead_can_take_the_place_of_the_pulse(browser) {
        let mut page = browser.open("#window=2020-01-01/2020-01-12", Screen::DESKTOP);
        page.wait_ready();
        page.settle();
        page.click("[data-do=strip-dead]");
        page.wait_until("document.querySelector('.plot .above .stake')", "places of the dead");
        page.eventually("the choice in the address", |page| page.fragment().contains("strip=dead"));
        let numbers = page.texts(".plot .above .toll");
        assert!(numbers.iter().any(|number| *number == "94"), "{numbers:?}");
        page.js("document.querySelector('.plot').focus()");
        page.key("ArrowUp");
        let mut told = String::new();
        for _ in 0..12 {
            page.key("ArrowRight");
            page.settle();
            told += &page.texts("[aria-label='Deaths'] [role=status]").concat();
        }
        assert!(told.contains("Others 94 killed: ") && told.contains("176"), "{told}");
        page.click("[data-do=strip-pulse]");
        page.wait_until("document.querySelector('.plot .above .area')", "the pulse");
        page.eventually("the default, which no address tells", |page| !page.fragment().contains("strip"));
        page.assert_no_complaints();
    }

    /// What was hottest in the record's core? The pulse tells, by keyboard, and names the acts in force.
    fn the_pulse_names_the_hottest_days(browser) {
        let mut page = browser.open("#window=2020-01-05T20:00Z/2020-01-08T04:00Z", Screen::DESKTOP);
        page.wait_ready();
        page.settle();
        page.js("document.querySelector('.plot').focus()");
        page.key("ArrowUp");
        page.key("End");
        page.eventually("the acts in force", |page| {
            let told = page.texts("[aria-label='Pulse'] [role=status]").concat();
            told.contains("Soleimani") && told.contains("missiles")
        });
        page.key("Escape");
        page.assert_no_complaints();
    }

    /// The told story: opened from the first screen, step by step, left and taken up again; what the article
    /// had imprecise is said where it is told.
    fn the_story_is_told_step_by_step(browser) {
        let story = &Record::read().stories[0];
        let place = |step: usize| format!("Step {step} of {}", story.steps.len());
        let mut page = first_screen(browser, 0);
        page.click("[data-tell]");
        page.eventually("the first step", |page| page.shown_text(DETAILS).contains(&place(1)));
        page.click("[data-do='tell-next']");
        page.eventually("the second step", |page| page.shown_text(DETAILS).contains(&place(2)));
        page.eventually("the step in the address", |page| page.fragment().contains("story=january-2020.2"));
        page.go("#story=january-2020.8");
        page.wait_ready();
        page.eventually("a step with its correction", |page| {
            let told = page.shown_text(DETAILS);
            told.contains(&place(8)) && told.contains("he was a major general")
        });
        page.reload();
        page.wait_ready();
        page.eventually("the same step", |page| page.shown_text(DETAILS).contains(&place(8)));
        page.click("[data-do='tell-exit']");
        page.eventually("the story left", |page| !page.shown_text(DETAILS).contains("Step 8"));
        page.click("[data-tell]");
        page.eventually("the story taken up where it was left", |page| {
            page.shown_text(DETAILS).contains(&place(8))
        });
        page.assert_no_complaints();
    }
}

/// A page loaded anew, as a newcomer sees it; `nth` tells it from the one before.
fn first_screen(browser: &e2e::Browser, nth: usize) -> Page {
    let mut page = browser.open(&format!("?{nth}"), Screen::DESKTOP);
    page.wait_ready();
    page
}

/// Types `words` into the search and goes with the keys to the result that holds `result`.
fn search(page: &mut Page, words: &str, result: &str) {
    page.click("#search");
    page.type_text(words);
    let found = format!(
        "Array.from(document.querySelectorAll('.results .link')).some(e => \
         e.textContent.includes({result:?}))"
    );
    page.wait_until(&found, "the result");
    for _ in 0..60 {
        page.key("ArrowDown");
        if page
            .js("return document.activeElement.textContent")
            .as_str()
            .is_some_and(|text| text.contains(result))
        {
            page.key("Enter");
            return;
        }
    }
    panic!("the keys never came to “{result}”");
}

/// Chooses `value` in a list of choices, as a reader does.
fn choose(page: &mut Page, css: &str, value: &str) {
    page.js(&format!(
        "const list = document.querySelector({css:?});
        list.value = {value:?};
        list.dispatchEvent(new Event('input', {{ bubbles: true }}));
        list.dispatchEvent(new Event('change', {{ bubbles: true }}));"
    ));
}

/// Checks that the section of the details with this heading names `title`.
#[track_caller]
fn assert_told(page: &mut Page, heading: &str, title: &str) {
    let sections = page.texts(&format!("{DETAILS} section"));
    let told = sections.iter().any(|section| section.starts_with(heading) && section.contains(title));
    assert!(told, "“{heading}” names “{title}”: {sections:?}");
}
