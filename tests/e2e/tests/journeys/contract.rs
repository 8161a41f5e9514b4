//! The page comes up from its own folder, and others find its parts by its contract
//! (`tests/e2e/src/contract.rs`).

use e2e::contract::{DETAILS, EVENTS, GRAPH, OVERVIEW, PLANE, PLOT, STRIP, TIMELINE};
use e2e::{Page, Record, Screen, journeys};

journeys! {
    /// The page is drawn, from its own folder alone, under a policy
    /// that allows no inline script and no inline style.
    fn the_page_comes_up_without_a_word_on_the_console(browser) {
        let mut page = browser.open("", Screen::DESKTOP);
        page.wait_ready();
        page.assert_no_complaints();
        let requests = page.requests();
        assert!(
            requests.iter().all(|path| !path.starts_with('/')),
            "asked for something outside its folder: {requests:?}"
        );
        let of_wasm = requests.iter().filter(|path| path.ends_with(".wasm")).count();
        assert_eq!(of_wasm, 2, "each part is loaded once, not once more beside its preload: {requests:?}");
        assert_eq!(
            page.js("return document.cookie + Object.keys(localStorage) + Object.keys(sessionStorage)"),
            ""
        );
        let looks = "return [...document.querySelectorAll('[style]')].flatMap(it => \
                     [...it.style]).filter(name => !['height', 'width', 'left', 'top'].includes(name))";
        assert_eq!(
            page.js(looks),
            serde_json::json!([]),
            "looks belong to the style sheets, places alone do not"
        );
    }

    /// Regions, window, marks, clusters, nodes, dealings and relations are where the contract says, for those
    /// who see the page and for those who hear it.
    fn the_parts_are_found_as_the_contract_says(browser) {
        let record = Record::read();
        let mut page = browser.open("#select=2020-01-03-soleimani-strike&graph=all", Screen::DESKTOP);
        page.wait_ready();
        for (part, name) in
            [(TIMELINE, "Timeline"), (OVERVIEW, "Overview"), (GRAPH, "Actor graph"), (DETAILS, "Details")]
        {
            assert_eq!(page.rects(part).iter().filter(|rect| rect.width > 0.0).count(), 1, "one {name}");
            assert_eq!(
                (page.spoken_role(part), page.spoken_name(part)),
                ("region".to_owned(), name.to_owned())
            );
        }
        let window = page.attributes(TIMELINE, "data-window").concat();
        let ends: Vec<&str> = window.split('/').collect();
        assert!(
            ends.len() == 2
                && ends.iter().all(|end| end.len() >= 20 && end.contains('T') && end.ends_with('Z')),
            "{window}"
        );
        for part in [PLOT, STRIP, PLANE] {
            assert_eq!(page.count(part), 1, "one stop for the Tab key: {part}");
        }
        assert_marks_tell_their_title_and_date(&mut page, &record);
        assert_the_selection_is_marked(&mut page, &record);
        let whole = page.rect("body").width;
        page.click("[aria-label^='All:']");
        page.wait_until("document.querySelector('[data-cluster]')", "a cluster");
        let shown = page.shown();
        assert!(shown.clusters.iter().all(|&count| count >= 2) && shown.plot.width < whole);
        assert_focusable(&mut page, "[data-cluster]");
        choose_tab(&mut page, "Events");
        page.wait_until(&format!("document.querySelector(\"{EVENTS}\").getClientRects().length"), "the list");
        assert_eq!(page.spoken_name(EVENTS), "Events");
        page.assert_no_complaints();
    }
}

fn assert_marks_tell_their_title_and_date(page: &mut Page, record: &Record) {
    let marks = page.shown().marks;
    assert!(marks.len() > 5, "a window of sixteen days has more marks than {marks:?}");
    for id in marks.iter().take(8) {
        let css = format!("{TIMELINE} [data-event='{id}']");
        let name = page.spoken_name(&css);
        let event = record.event(id);
        assert!(name.starts_with(&event.title), "{name} starts with the title of {id}");
        // The day as the id has it; its month by name.
        let (year, day) = (&id[..4], id[8..10].trim_start_matches('0'));
        let date = &name[event.title.len()..];
        assert!(
            date.contains(year) && (date.contains(day) || event.span.len() > 86_400.0),
            "{name} holds the date"
        );
    }
    assert_focusable(page, &format!("{TIMELINE} [data-event]"));
    assert_focusable(page, &format!("{GRAPH} [data-actor]"));
    for name in ["data-dealing", "data-relation"] {
        let pairs = page.all(GRAPH, name);
        assert!(!pairs.is_empty(), "there is no {name}");
        for pair in pairs {
            let (from, to) = pair.split_once('>').unwrap_or_default();
            assert!(record.actor(from).name != record.actor(to).name);
        }
    }
}

fn assert_the_selection_is_marked(page: &mut Page, record: &Record) {
    let event = record.event("2020-01-03-soleimani-strike");
    assert_eq!(
        page.attributes(&format!("{TIMELINE} [aria-current='true']"), "data-event"),
        [event.id.as_str()]
    );
    page.wait_heading(&event.title);
    assert_eq!(page.count(&format!("{GRAPH} [aria-current='true']")), 0);
}

fn assert_focusable(page: &mut Page, css: &str) {
    let is_focused = format!(
        "const e = document.querySelector(\"{css}\"); e.focus(); return e === document.activeElement"
    );
    assert_eq!(page.js(&is_focused), true, "{css} can have the focus");
    page.js("document.activeElement.blur()");
}

fn choose_tab(page: &mut Page, name: &str) {
    let find =
        "Array.from(document.querySelectorAll('button')).find(b => b.textContent.trim() === NAME).click()";
    page.js(&find.replace("NAME", &format!("'{name}'")));
}
