//! Addresses that versions of the page have written, which must show the same in all later ones.
//!
//! Separate from the unit tests of addresses, which hold how they are written today.

use std::collections::BTreeSet;

use brink::state::url::{Decoded, decode, encode};
use brink::state::{Filter, Frame, PARTS, Parts, Selection, Tab, Theme, View};
use brink::time::window::TimeWindow;
use brink::time::zone::Zone;
use brink::timeline::lanes::LaneMode;
use dataset::edtf::Edtf;
use dataset::model::{ActorIdx, ClaimStatus, DomainIdx, EventIdx, SideIdx, SourceIdx};

use super::record::RECORD;

/// Query, fragment, and what they show.
fn addresses() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let lines = include_str!("fixtures/addresses.txt").lines();
    lines.filter(|line| !line.is_empty() && !line.starts_with("# ")).map(|line| {
        let (address, shown) = line.split_once(' ').unwrap();
        let (query, fragment) = address.split_once('#').unwrap_or((address, ""));
        assert!(query.is_empty() || query.starts_with('?'), "{line}");
        (query.trim_start_matches('?'), fragment, shown)
    })
}

/// The one that shows this.
#[track_caller]
fn of(shown: &str) -> Decoded {
    let mut found = addresses().filter(|address| address.2 == shown);
    let (Some((query, fragment, _)), None) = (found.next(), found.next()) else {
        panic!("“{shown}” is not there once")
    };
    decode(&RECORD, query, fragment)
}

#[track_caller]
fn check(shown: &str, expected: &View) {
    let decoded = of(shown);
    assert_eq!((&decoded.view, decoded.frame), (expected, Frame::default()), "{shown}");
}

fn event(id: &str) -> EventIdx {
    RECORD.event_by_id(id).unwrap()
}

fn actor(id: &str) -> ActorIdx {
    RECORD.actor_by_id(id).unwrap()
}

fn publishers<const N: usize>(names: [&str; N]) -> Vec<SourceIdx> {
    names.map(|name| RECORD.publisher_by_name(name).unwrap()).to_vec()
}

fn window(text: &str) -> Option<TimeWindow> {
    let span = Edtf::parse(text).unwrap().span(RECORD.clock());
    Some(TimeWindow::fitting(span.start.into(), span.end.into(), RECORD.bounds()))
}

#[test]
fn addresses_of_all_versions_are_understood_and_written_so_that_they_show_the_same() {
    for (query, fragment, shown) in addresses() {
        let decoded = decode(&RECORD, query, fragment);
        assert_eq!(decoded.problems, [""; 0], "?{query}#{fragment}");
        let written = encode(&RECORD, &decoded.view);
        assert_eq!(decode(&RECORD, "", &written).view, decoded.view, "{shown}: {written}");
        assert_eq!(decode(&RECORD, query, &written).frame, decoded.frame, "{shown}: {written}");
    }
}

/// The keys of the page's choices, as the code that writes them has them.
fn written_keys() -> Vec<&'static str> {
    let source = include_str!("../../src/state/url.rs");
    let keys: Vec<&str> =
        source.split("choice(\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(keys.contains(&"publishers") && keys.len() >= 12, "{keys:?}");
    keys
}

#[test]
fn articles_may_use_every_key_that_the_page_writes() {
    let script = include_str!("../../scripts/embed.js");
    let list = script.split("const KEYS = \"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let attributes: Vec<&str> = list.split(' ').collect();
    let guide = include_str!("../../docs/embedding.md");
    let rows: Vec<&str> =
        guide.lines().filter_map(|line| line.strip_prefix("| ")?.split(" | ").next()).collect();
    for key in written_keys().into_iter().chain(["window", "select"]) {
        assert!(key == "view" || attributes.contains(&key), "scripts/embed.js does not know {key}");
        assert!(
            rows.iter().any(|row| row.contains(&format!("`{key}`"))),
            "docs/embedding.md does not tell of {key}"
        );
    }
}

#[test]
fn the_addresses_hold_every_key_and_every_name_that_the_page_writes() {
    let pairs = |query: &'static str, fragment: &'static str| query.split('&').chain(fragment.split('&'));
    let keys: BTreeSet<&str> = addresses()
        .flat_map(|(query, fragment, _)| pairs(query, fragment))
        .filter_map(|pair| pair.split('=').next())
        .collect();
    for key in written_keys().into_iter().chain(["window", "select", "embed", "title"]) {
        assert!(keys.contains(key), "no address has {key}");
    }
    let all: Vec<Decoded> =
        addresses().map(|(query, fragment, _)| decode(&RECORD, query, fragment)).collect();
    let count = |name: &dyn Fn(&Decoded) -> String| all.iter().map(name).collect::<BTreeSet<_>>().len();
    assert_eq!(count(&|it| format!("{:?}", it.view.tab)), 5);
    assert_eq!(count(&|it| format!("{:?}", it.view.theme)), 3);
    assert_eq!(count(&|it| format!("{:?}", it.view.lanes)), 2);
    assert_eq!(count(&|it| format!("{:?}", it.view.clock)), Zone::ALL.len());
    assert_eq!(count(&|it| format!("{:?}", it.frame.parts)), PARTS.len());
    assert_eq!(count(&|it| it.view.filter.least.to_string()), 5, "1 is not written");
}

#[test]
fn windows_and_selections_are_those_that_they_were() {
    let strike = Some(Selection::Event(event("2020-01-03-soleimani-strike")));
    let none = View::default();
    check("a window of days", &View { window: window("1951-01-01/1979-12-31"), ..none.clone() });
    let june = View { window: window("2019-06"), lanes: LaneMode::Domain, ..none.clone() };
    check("lanes by field", &june);
    check("an event", &View { selection: strike, ..none.clone() });
    let oil = event("1951-05-oil-nationalization");
    let brought = of("an event outside the opening window, which is brought in").view;
    assert_eq!(brought.selection, Some(Selection::Event(oil)));
    assert!(brought.window.is_some_and(|window| window.shows(RECORD.span(oil))));
    check("an event out of sight", &View { selection: Some(Selection::Event(oil)), ..none.clone() });
    let (us, iran) = (actor("united-states"), actor("iran"));
    check(
        "what one actor did to another",
        &View { selection: Some(Selection::Dealing(us, iran)), ..none.clone() },
    );
    let selection = Some(Selection::Actor(actor("kataib-hezbollah")));
    check(
        "the way between two actors",
        &View { selection, path: Some(actor("us-treasury")), ..none.clone() },
    );
    let told = of("a step in another window").view;
    assert_eq!(
        (told.told.map(|told| (told.story, told.step)), told.window),
        (Some((0, 3)), window("2020-01-01/2020-01-02"))
    );
    let opened = of("an event opened from a step").view;
    assert_eq!(
        (opened.selection, opened.window),
        (strike, opened.told.and_then(|told| told.window(&RECORD)))
    );
}

#[test]
fn filters_and_searches_are_those_that_they_were() {
    let with = |filter| View { filter, ..View::default() };
    let sides = (0..4).map(SideIdx).collect();
    check("every side", &with(Filter { sides, ..Filter::default() }));
    let statuses = ClaimStatus::ALL.to_vec();
    check("claims of every status", &with(Filter { statuses, ..Filter::default() }));
    let brackets = publishers(["Axios", "Axios, citing AP", "Wikipedia (mirror)"]);
    check(
        "publishers with a comma and brackets in their names",
        &with(Filter { publishers: brackets.clone(), ..Filter::default() }),
    );
    let wrapped = with(Filter { publishers: brackets[..2].to_vec(), ..Filter::default() });
    check("two publishers, as the element in an article wraps them", &wrapped);
    let query = |query: &str| View { query: query.to_owned(), ..View::default() };
    check("words with signs that end an address", &query("\"Ain al-Asad\" & 100 % #<>`"));
    check("words with brackets, unwrapped", &query("strike (drone)"));
    check("words in another script", &query("قاسم"));
    let filter = Filter {
        sides: vec![SideIdx(1)],
        domains: vec![DomainIdx(0), DomainIdx(1)],
        actors: vec![actor("irgc")],
        statuses: vec![ClaimStatus::Disputed, ClaimStatus::Denied],
        publishers: publishers(["RFE/RL"]),
        least: 3,
    };
    let days = window("2018-05-01/2020-01-31");
    check(
        "all filters at once",
        &View { window: days, filter, query: "tanker".to_owned(), tab: Tab::List, ..View::default() },
    );
}

#[test]
fn hosts_and_readers_get_what_each_asked_for() {
    let framed = Frame { is_embedded: true, ..Frame::default() };
    let untitled = |parts| Frame { is_untitled: true, parts, ..framed };
    assert_eq!(of("the timeline alone, without the headline").frame, untitled(Parts::Timeline));
    assert_eq!(of("the graph alone").frame, Frame { parts: Parts::Graph, ..framed });
    assert_eq!(of("the list alone").frame, untitled(Parts::List));
    assert_eq!(of("a frame of pym.js"), Decoded { frame: framed, ..Decoded::default() });
    let claims = of("a frame that begins with the claims");
    assert_eq!((claims.frame, claims.view.tab), (framed, Tab::Claims));
    let chosen = of("choices of the host").view;
    assert_eq!((chosen.theme, chosen.clock, chosen.filter.least), (Theme::Dark, Zone::Utc, 4));
    let changed = of("a choice of the host that the reader has changed").view.filter;
    assert_eq!((changed.sides, changed.publishers), (vec![SideIdx(0)], publishers(["Axios"])));
}
