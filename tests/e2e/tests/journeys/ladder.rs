//! The ladder of act and answer, and what came of the claims.

use e2e::{Page, Record, Screen, journeys};

journeys! {
    /// On a phone the second tab leads to it; each rung joins an act above to an answer below, in the other
    /// column or the same; a tap tells of an act below it, and the page scrolls, nothing within it.
    fn a_phone_climbs_the_ladder(browser) {
        let record = Record::read();
        let mut page = browser.open("", Screen::PHONE.sized(browser.narrowest().max(390), 844));
        page.wait_ready();
        assert_eq!(page.texts(".tabs button")[1], "Ladder");
        page.js("document.querySelectorAll('.tabs button')[1].click()");
        page.wait_until("document.querySelector('.ladder .act')", "the ladder");
        page.wait_until("location.hash.includes('view=ladder')", "its address");
        let rungs = page.attributes(".ladder [data-rung]", "data-rung");
        assert!(rungs.len() > 20, "{rungs:?}");
        for rung in &rungs {
            let (cause, answer) = rung.split_once('>').unwrap_or_default();
            assert!(record.exchange(cause).iter().any(|event| event.id == answer), "{rung}");
        }
        let upward = page.js(&format!(
            "const top = id => document.querySelector(`.ladder \
             [data-open='${{id}}']`).getBoundingClientRect().top;
             return {}.filter(rung => {{ const [from, to] = rung.split('>'); return top(from) >= top(to) }})",
            serde_json::json!(rungs)
        ));
        assert_eq!(upward, serde_json::json!([]), "a rung leads upward");
        let acts = page.attributes(".ladder .act > [data-open]", "data-open");
        let mut once = acts.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), acts.len(), "one stands twice");
        let wide = page.js("return document.documentElement.scrollWidth - innerWidth").as_f64();
        assert!(wide <= Some(0.0), "it scrolls aside: {wide:?}");
        let id = "2020-01-03-soleimani-strike";
        page.js(&format!(
            "document.querySelector(\".ladder [data-open='{id}']\").dispatchEvent(new \
                          MouseEvent('click', {{ bubbles: true }}))"
        ));
        page.wait_heading(&record.event(id).title);
        let card = page.rect(&format!(".ladder .act > [data-open='{id}']"));
        let told = page.rect(".details");
        assert!(
            told.y >= card.y + card.height - 1.0,
            "what is told stands below its act: {card:?}, {told:?}"
        );
        page.assert_no_complaints();
    }

    /// It grows as the page is scrolled to its end, and begins again with another filter.
    fn the_ladder_grows_and_follows_the_filters(browser) {
        let mut page = browser.open("#window=2020-01-03/2020-01-08&view=ladder", Screen::DESKTOP);
        page.wait_ready();
        page.wait_until("document.querySelector('.ladder .act')", "the ladder");
        let before = page.count(".ladder .act");
        page.js("scrollTo(0, document.documentElement.scrollHeight)");
        page.eventually("more acts", |page| page.count(".ladder .act") > before);
        page.go("#window=2020-01-03/2020-01-08&view=ladder&sides=iraq");
        page.wait_ready();
        page.eventually("Iraq's acts alone", |page| {
            let all = page.count(".ladder .act > [data-open]");
            all > 0 && all == page.count(".ladder .act > .side-2")
        });
        page.assert_no_complaints();
    }

    /// In a frame it stands alone, with a button that shows more, and Down and Enter reach an act.
    fn a_frame_shows_the_ladder_alone_and_keys_reach_its_acts(browser) {
        let mut page = browser.open("?embed&view=ladder", Screen::DESKTOP);
        page.wait_ready();
        page.wait_until("document.querySelector('.ladder .act')", "the ladder");
        assert!(page.rects(".graph, .when, .tabs").iter().all(|rect| rect.width == 0.0), "it stands alone");
        let before = page.count(".ladder .act");
        page.js("document.querySelector('.ladder .more').click()");
        page.eventually("more acts", |page| page.count(".ladder .act") > before);
        page.js("document.querySelector('.rungs-room').focus()");
        page.key("ArrowDown");
        page.key("ArrowDown");
        page.key("Enter");
        page.wait_until("document.querySelector('.ladder [aria-current]')", "an act chosen");
        let second = page.attributes(".ladder .act > [data-open]", "data-open")[1].clone();
        assert_eq!(page.attributes(".ladder [aria-current]", "data-open"), [second]);
        page.assert_no_complaints();
    }

    /// The claims lead with a sentence and a bar whose parts add up, and a part leaves only its own claims.
    fn a_part_of_the_bar_leaves_its_own_claims(browser) {
        let mut page = browser.open("#view=claims", Screen::DESKTOP);
        page.wait_ready();
        page.wait_until("document.querySelector('.claims-bar')", "the bar");
        let counts = counts(&mut page);
        let all: usize = counts.iter().sum();
        assert_eq!(page.count(".claims > .claim"), all);
        assert!(
            page.texts(".told-claims")[0].starts_with(&format!("{all} claims: ")),
            "{:?}",
            page.texts(".told-claims")
        );
        page.click(".claims-bar [data-do='status:denied']");
        page.wait_until("location.hash.includes('status=denied')", "the filter");
        let denied = page.count(".claims > .claim.denied");
        assert!(denied > 0 && denied == page.count(".claims > .claim"));
        assert_eq!(self::counts(&mut page), counts, "the bar stays whole");
        page.assert_no_complaints();
    }
}

/// How many claims each part of the bar stands for.
fn counts(page: &mut Page) -> Vec<usize> {
    page.attributes(".claims-bar [data-count]", "data-count")
        .iter()
        .map(|count| count.parse().unwrap_or_default())
        .collect()
}
