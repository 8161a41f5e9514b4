//! Search over the whole record: what readers type and what it must find,
//! and the laws that hold for every word.
//!
//! Separate from the unit tests of folding and spelling because here the record decides what is near enough.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use brink::record::Record;
use brink::search::{Found, Index};
use dataset::model::{ActorKind, Dataset, EventIdx};
use dataset::source::check_file;
use proptest::prelude::*;
use proptest::sample::{Index as Pick, select};

const RECORD: &str = "data/escalation.json";

static DATA: LazyLock<&'static Dataset> =
    LazyLock::new(|| check_file(&Path::new(env!("CARGO_MANIFEST_DIR")).join(RECORD)).unwrap());
static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(&Record::new(&DATA)));

/// What is typed, and the ids of events and actors that must be among what is found;
/// `!` before that of the actor that must come first.
const QUERIES: [(&str, &[&str]); 101] = [
    // Persian and Arabic names as readers spell them.
    ("Qassim Suleimani", &["!qasem-soleimani", "2020-01-03-soleimani-strike", "2020-01-07-kerman-stampede"]),
    ("Kasem Solaimani", &["!qasem-soleimani", "2020-01-03-soleimani-strike"]),
    ("Ghassem Soleymani", &["!qasem-soleimani", "2020-01-04-funeral-processions"]),
    ("soleimani qasem", &["!qasem-soleimani", "2020-01-05-nasrallah-speech"]),
    ("solaim", &["!qasem-soleimani"]),
    ("Massoud Soleimani", &["!massoud-soleimani", "2019-12-07-prisoner-swap"]),
    ("Ayatolla Khameni", &["!ali-khamenei", "2020-01-03-khamenei-mourning-revenge"]),
    ("Khamenai", &["!ali-khamenei", "2018-08-13-khamenei-bans-talks"]),
    ("Ayatollah Chamenei", &["!ali-khamenei"]),
    ("Mujtaba Khameney", &["!mojtaba-khamenei", "2026-03-08-mojtaba-khamenei"]),
    ("Khomeni", &["!ruhollah-khomeini", "1979-01-16-iranian-revolution"]),
    ("Ayatollah Chomeini", &["!ruhollah-khomeini"]),
    ("Kataeb Hizbollah", &["!kataib-hezbollah", "2019-12-29-us-strikes-kataib-hezbollah"]),
    ("Katāʾib Ḥizbullāh", &["!kataib-hezbollah"]),
    ("Kata'ib Hizballah", &["!kataib-hezbollah"]),
    ("Hezbolah", &["!hezbollah", "kataib-hezbollah"]),
    ("Hizbullah", &["!hezbollah"]),
    ("Hisbollah", &["kataib-hezbollah"]),
    ("Al Asad", &["2020-01-08-missile-strike-al-asad-erbil", "bashar-al-assad"]),
    ("Ain al Assad", &["2020-01-08-missile-strike-al-asad-erbil", "2020-01-16-brain-injury-count"]),
    ("Ayn al-Asad", &["2020-01-08-missile-strike-al-asad-erbil"]),
    ("Ein al-Asad", &["2020-01-08-missile-strike-al-asad-erbil"]),
    ("Abou Mahdi al Mohandes", &["!abu-mahdi-al-muhandis", "2020-01-03-soleimani-strike"]),
    ("Muhandes", &["!abu-mahdi-al-muhandis", "2009-07-02-kataib-hezbollah-listed"]),
    ("Zarif", &["!javad-zarif", "2019-07-31-zarif-sanctioned"]),
    ("Sarif", &["javad-zarif"]),
    ("Jawad Zareef", &["!javad-zarif", "2020-01-08-zarif-concluded-measures"]),
    ("Rouhani", &["!hassan-rouhani", "2018-07-22-rouhani-trump-warnings"]),
    ("Ruhani", &["!hassan-rouhani", "2018-05-08-rouhani-conditional-stay"]),
    ("Hasan Rowhani", &["!hassan-rouhani"]),
    ("Fakhrizade", &["!mohsen-fakhrizadeh", "2020-11-27-fakhrizadeh-killed"]),
    ("Fakrizadeh", &["!mohsen-fakhrizadeh"]),
    ("Araqchi", &["!abbas-araghchi"]),
    ("Arakchi", &["!abbas-araghchi"]),
    ("Qalibaf", &["!mohammad-bagher-ghalibaf", "2026-04-11-islamabad-talks"]),
    ("Mohamad Baker Kalibaf", &["!mohammad-bagher-ghalibaf"]),
    ("Ebrahim Raeesi", &["!ebrahim-raisi", "2021-06-18-raisi-elected"]),
    ("Reisi", &["!ebrahim-raisi"]),
    ("Pezeshkiyan", &["!masoud-pezeshkian", "2024-05-19-raisi-dies-pezeshkian-follows"]),
    ("Ismail Ghani", &["!esmail-qaani", "2020-01-03-qaani-appointed"]),
    ("Larijany", &["!ali-larijani"]),
    ("Hajizade", &["!amir-ali-hajizadeh"]),
    ("Amirabdolahian", &["!hossein-amirabdollahian"]),
    ("Amir Abdollahian", &["!hossein-amirabdollahian"]),
    ("Mussadeq", &["!mohammad-mosaddegh", "1953-08-19-coup-in-iran"]),
    ("Shah", &["!mohammad-reza-pahlavi", "1979-01-16-iranian-revolution"]),
    ("Nasrollah", &["!hassan-nasrallah", "2020-01-05-nasrallah-speech"]),
    ("Moktada al Sader", &["!muqtada-al-sadr", "2020-01-24-baghdad-march"]),
    ("Seestani", &["!ali-al-sistani", "2014-06-13-popular-mobilization-forces"]),
    ("Adil Abdulmahdi", &["!adel-abdul-mahdi", "2019-11-29-abdul-mahdi-resigns"]),
    ("Kazemi", &["!mustafa-al-kadhimi"]),
    ("Hossein al Lami", &["!husayn-falih-al-lami", "2019-12-06-militia-leaders-sanctioned"]),
    ("Hashd al Shabi", &["!popular-mobilization-forces", "2020-01-01-protesters-leave-embassy"]),
    ("Asaeb Ahl alHaqq", &["!asaib-ahl-al-haq"]),
    ("Sadam Husein", &["!saddam-hussein", "1980-09-22-iran-iraq-war"]),
    ("Huthi", &["!houthis", "2023-11-19-red-sea-attacks"]),
    ("Ansarullah", &["!houthis"]),
    ("Pasdaran", &["!irgc", "2019-04-08-irgc-designated-terrorist"]),
    ("Kuds force", &["!quds-force", "2007-10-25-quds-force-sanctioned"]),
    // Other names, with and without their marks.
    ("Agnes Callamard", &["!agnes-callamard", "2020-07-07-callamard-report"]),
    ("ANTÓNIO GUTERRES", &["!antonio-guterres"]),
    ("Josep Borell", &["!josep-borrell"]),
    ("Netanjahu", &["!benjamin-netanyahu", "2025-06-13-israel-attacks-iran"]),
    ("Mohamed bin Salman", &["!mohammed-bin-salman"]),
    ("Caine", &["!dan-caine"]),
    ("Kaine", &["!tim-kaine", "2020-01-03-democrats-kaine-resolution"]),
    ("Obrien", &["!robert-obrien"]),
    ("Trump", &["!donald-trump", "2018-05-08-us-withdraws-from-jcpoa"]),
    // Places.
    ("Natans", &["2010-stuxnet", "2020-07-02-natanz-explosion"]),
    ("Fordo", &["2019-11-06-fordow-fourth-step", "2025-06-22-us-strikes-nuclear-sites"]),
    ("Arak", &["2002-08-natanz-disclosed"]),
    ("Esfahan", &["2025-06-22-us-strikes-nuclear-sites"]),
    ("Aramco Abqaiq", &["!aramco", "2019-09-14-abqaiq-khurais"]),
    ("Abkaik", &["2019-09-14-abqaiq-khurais"]),
    ("Hormus", &["2026-03-02-hormuz-closed", "1988-07-03-iran-air-655"]),
    ("Bandar Abas", &["2019-09-27-stena-impero-released"]),
    ("Fujeirah", &["2019-05-12-fujairah-tanker-sabotage"]),
    ("Arbil", &["2021-02-15-erbil-rockets", "2020-01-08-missile-strike-al-asad-erbil"]),
    ("Kerkuk", &["2019-12-27-k1-rocket-attack"]),
    ("storming embasy", &["2019-12-31-embassy-stormed"]),
    ("embassy Bagdad", &["!us-embassy-baghdad", "2019-12-31-embassy-stormed", "2020-01-26-embassy-rockets"]),
    ("U.S. embassy", &["!us-embassy-baghdad", "1979-11-04-us-embassy-seized"]),
    ("Al-Udaid", &["2025-06-23-al-udeid-attack"]),
    ("Buergenstock", &["2026-06-22-burgenstock-roadmap"]),
    ("tehran", &["!iran", "1979-11-04-us-embassy-seized"]),
    // Things, with numbers and slips.
    ("JCPOA", &["!jcpoa", "2015-07-14-jcpoa"]),
    ("nuclear deal", &["!jcpoa", "2018-05-08-us-withdraws-from-jcpoa"]),
    (
        "PS 752",
        &["2020-01-08-ps752-shot-down", "2020-01-11-iran-admits-ps752", "2020-07-13-ps752-interim-report"],
    ),
    ("ps-752", &["2020-01-08-ps752-shot-down"]),
    ("Flight 752", &["2020-01-08-ps752-shot-down"]),
    ("flight 655 Vincenes", &["1988-07-03-iran-air-655"]),
    ("E3", &["!e3", "2020-01-14-e3-dispute-mechanism"]),
    ("K1 base", &["2019-12-27-k1-rocket-attack"]),
    ("1500 troops", &["2019-05-24-1500-troops"]),
    ("52 sites", &["2020-01-04-trump-52-sites"]),
    ("Tower 22", &["2024-01-28-tower-22"]),
    ("preemptive action", &["2020-01-02-esper-preemptive-warning"]),
    ("Revolutionary Gaurds", &["!irgc", "2020-04-15-gulf-boats"]),
    ("Stena Empero", &["2019-07-19-stena-impero-seized", "2019-09-27-stena-impero-released"]),
    ("rocket attcks", &["2019-12-03-rocket-attacks-iraq"]),
    ("Ukranian airliner", &["2020-01-08-ps752-shot-down"]),
];

fn events(found: &Found) -> Vec<&'static str> {
    found.events.iter().map(|idx| DATA.events[idx.get()].id).collect()
}

fn actors(found: &Found) -> Vec<&'static str> {
    found.actors.iter().map(|idx| DATA.actors[idx.get()].id).collect()
}

/// The runs of letters and digits in a text.
fn words(text: &str) -> Vec<String> {
    text.split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_query_of_the_table_finds_what_a_reader_expects() {
    let mut misses = Vec::new();
    for (query, expected) in QUERIES {
        let found = INDEX.find(query);
        let (events, actors) = (events(&found), actors(&found));
        for id in expected {
            let is_found = match id.strip_prefix('!') {
                Some(best) => actors.first() == Some(&best),
                None => events.contains(id) || actors.contains(id),
            };
            if !is_found {
                misses.push(format!("{query}: {id} is missing; actors {actors:?}"));
            }
        }
    }
    assert!(misses.is_empty(), "\n{}", misses.join("\n"));
}

#[test]
fn forgiving_is_not_vague() {
    let num_events = |query| INDEX.find(query).events.len();
    assert_eq!(
        events(&INDEX.find("Arak")),
        ["2002-08-natanz-disclosed", "2016-01-16-implementation-day", "2020-01-30-us-sanctions-aeoi"]
    );
    assert_eq!(actors(&INDEX.find("Qais Khazali"))[0], "qais-al-khazali");
    assert!(!actors(&INDEX.find("Kaine")).contains(&"esmail-qaani"));
    assert!(
        !events(&INDEX.find("Qasem")).contains(&"2019-12-07-prisoner-swap"),
        "only his namesake has a part in it"
    );
    for word in ["war", "Tehran", "missile", "oil", "embassy"] {
        let found = INDEX.find(word).events;
        let without: Vec<&str> = found
            .iter()
            .filter(|&&event| !holds(event, word))
            .map(|event| DATA.events[event.get()].id)
            .collect();
        assert!(
            without.len() * 10 < found.len(),
            "{word}: {} of {}: {without:?}",
            without.len(),
            found.len()
        );
    }
    for nothing in ["", "  ", "–!?", "تهران", "xyzzy", "Natanz xyzzy"] {
        assert_eq!((num_events(nothing), actors(&INDEX.find(nothing)).len()), (0, 0), "{nothing:?}");
    }
}

/// Whether a text of `event` holds the letters of `word`, or the name of its place or of somebody in it.
fn holds(event: EventIdx, word: &str) -> bool {
    let event = &DATA.events[event.get()];
    let parts =
        event.initiators.iter().chain(event.targets).chain(event.others.iter().map(|part| &part.actor));
    let names = parts.flat_map(|actor| {
        let actor = &DATA.actors[actor.get()];
        [actor.name, actor.short].into_iter().chain(actor.aka.iter().copied())
    });
    let claims = event.claims.iter().flat_map(|claim| [claim.text, claim.later]);
    let place = event.place.map_or("", |place| DATA.places[place.get()].name);
    let texts = [event.title, event.short.unwrap_or_default(), event.summary, place]
        .into_iter()
        .chain(claims)
        .chain(names);
    texts.into_iter().any(|text| text.to_lowercase().contains(&word.to_lowercase()))
}

#[test]
fn each_event_is_found_by_each_word_of_its_title_and_by_its_whole_title() {
    let mut found: BTreeMap<&str, Found> = BTreeMap::new();
    for (idx, event) in (0..).map(EventIdx).zip(DATA.events) {
        for word in event.title.split_whitespace().chain([event.title]) {
            let found = found.entry(word).or_insert_with(|| INDEX.find(word));
            assert!(found.events.contains(&idx), "{word} does not find {}", event.id);
        }
    }
}

#[test]
fn each_actor_is_found_by_each_of_its_names_and_leads_by_its_full_one() {
    for actor in DATA.actors {
        for name in [actor.name, actor.short].iter().chain(actor.aka) {
            assert!(actors(&INDEX.find(name)).contains(&actor.id), "{name} does not find {}", actor.id);
        }
        if actor.kind == ActorKind::Person {
            assert_eq!(actors(&INDEX.find(actor.name))[0], actor.id);
        }
    }
}

#[test]
fn a_summary_is_marked_where_another_spelling_was_typed() {
    let found = INDEX.find("kassem suleimany");
    let marked = found.marked("US drone strike killed Qasem Soleimani at Baghdad airport");
    assert_eq!(
        marked,
        [
            ("US drone strike killed ", false),
            ("Qasem", true),
            (" ", false),
            ("Soleimani", true),
            (" at Baghdad airport", false)
        ]
    );
}

fn event() -> impl Strategy<Value = EventIdx> {
    (0..u32::try_from(DATA.events.len()).unwrap()).prop_map(EventIdx)
}

/// A query of words that the record has, and some that it has not.
fn query() -> impl Strategy<Value = Vec<String>> {
    let texts = || {
        DATA.events
            .iter()
            .flat_map(|event| [event.title, event.summary])
            .chain(DATA.actors.iter().map(|actor| actor.name))
    };
    let known = select(texts().flat_map(words).collect::<Vec<_>>());
    prop::collection::vec(prop_oneof![9 => known, 1 => "[a-z]{1,9}"], 1..5)
}

proptest! {
    #[test]
    fn size_marks_and_order_do_not_matter(words in query()) {
        let found = INDEX.find(&words.join(" "));
        let marks = [
            ('a', "ā"),
            ('e', "é"),
            ('h', "Ḥ"),
            ('i', "ı"),
            ('o', "o\u{302}"),
            ('s', "ṣ"),
            ('u', "Ü"),
            ('z', "ž"),
        ];
        let marked = marks.iter().fold(words.join(" "), |text, (plain, marked)| text.replace(*plain, marked));
        let turned: Vec<_> = words.iter().rev().map(|word| word.to_uppercase()).collect();
        for other in [marked, turned.join("  ")] {
            let other_found = INDEX.find(&other);
            prop_assert_eq!(
                (&other_found.events, &other_found.actors),
                (&found.events, &found.actors),
                "{}",
                other
            );
        }
        prop_assert!(found.events.is_sorted());
    }

    #[test]
    fn a_word_more_never_finds_more(words in query(), more in query()) {
        let (fewer, found) =
            (INDEX.find(&[&words[..], &more].concat().join(" ")), INDEX.find(&words.join(" ")));
        prop_assert!(fewer.events.iter().all(|event| found.events.contains(event)));
        prop_assert!(fewer.actors.iter().all(|actor| found.actors.contains(actor)));
    }

    #[test]
    fn marked_slices_make_up_the_text(words in query(), event in event()) {
        let found = INDEX.find(&words.join(" "));
        let data = &DATA.events[event.get()];
        for text in [data.title, data.summary, &words.join("-")] {
            let slices = found.marked(text);
            prop_assert_eq!(slices.iter().map(|slice| slice.0).collect::<String>(), text);
            prop_assert!(slices.iter().all(|slice| !slice.0.is_empty()));
        }
    }

    /// Unless the slip makes another word of the record, which is then what is meant.
    #[test]
    fn one_slip_in_a_long_word_of_a_title_still_finds_the_event(
        event in event(),
        word: Pick,
        at: Pick,
        kind in 0..4,
        letter in b'a'..=b'z',
    ) {
        let long: Vec<_> = words(DATA.events[event.get()].title)
            .into_iter()
            .filter(|word| word.len() >= 6 && word.is_ascii())
            .collect();
        prop_assume!(!long.is_empty());
        let mut slipped = word.get(&long).to_lowercase().into_bytes();
        let at = at.index(slipped.len() - 1);
        match kind {
            0 => slipped.swap(at, at + 1),
            1 => slipped[at] = letter,
            2 => slipped.insert(at, letter),
            _ => drop(slipped.remove(at)),
        }
        let slipped = String::from_utf8(slipped).unwrap();
        let found = INDEX.find(&slipped);
        let is_word = found.marked(&slipped).iter().any(|slice| slice.1);
        prop_assert!(is_word || found.events.contains(&event), "{slipped}");
    }
}

/// The two islands with names in Persian and Arabic.
fn islands() -> Index {
    let text = include_str!("fixtures/small.json").replace(
        "\"aka\": [\"The Grey Ships\"]",
        "\"aka\": [\"The Grey Ships\", \"ناوگان کاظم\", \"ناوهای می\u{200C}رود\", \"الأسطول ۷۵۲\", \"Флот\"]",
    );
    let data = dataset::source::check("small.json", &text).unwrap_or_else(|problems| panic!("{problems:?}"));
    Index::new(&Record::new(data))
}

#[test]
fn names_in_other_scripts_are_found_however_they_are_spelt() {
    let index = islands();
    for query in [
        "کاظم",
        "كاظم",
        "ناوگان كاظم",
        "میرود",
        "می\u{200C}رود",
        "752",
        "٧٥٢",
        "۷۵۲",
        "флот",
        "ФЛОТ",
        "الاسطول",
    ] {
        assert_eq!(index.find(query).actors.len(), 1, "{query}");
    }
    for query in ["伊朗", "کاظمی", "Сулеймани"] {
        assert_eq!(index.find(query), Found::default(), "{query}");
    }
}
