//! Made-up records of any size: equal seed and size, equal record.
//!
//! A crate of its own because the commands and the benchmarks use it, and the page must not. A made-up record
//! is like the real one where that matters for drawing: events come in bursts, more of them late than early;
//! most dates are days; importance is spread as in the record; titles are as long. Names are obviously made
//! up, so that nobody takes it for a report.

mod dates;
mod random;
mod words;

use serde_json::{Value, json};

use dates::Date;
pub use random::Random;

/// How the importance of the real record's events is spread, in shares of 1,000 for 1 to 5.
const IMPORTANCE: [u32; 5] = [4, 45, 366, 438, 147];
/// The years that a record spans; the real one has as many.
const YEARS: (i64, i64) = (1951, 2026);
/// CAMEO codes of talk, aid, threats and force, so that the pulse has something to add up.
const CODES: [&str; 10] = ["010", "036", "046", "057", "112", "138", "163", "172", "190", "195"];
/// The fields of action.
const DOMAINS: [&str; 6] = ["military", "diplomatic", "economic", "political", "legal", "cyber"];
/// The parties.
const SIDES: [&str; 4] = ["north", "south", "east", "west"];
const GRADES: [&str; 5] = ["official", "agency", "newspaper", "reference", "digest"];
const KINDS: [&str; 6] =
    ["state", "person", "armed-group", "organisation", "legislature", "intergovernmental"];
const STATUSES: [&str; 5] = ["confirmed", "disputed", "denied", "revised", "unverified"];
const STANDINGS: [&str; 4] = ["civilian", "combatant", "mixed", "unknown"];
const RELATIONS: [&str; 8] =
    ["part-of", "commands", "backs", "ally-of", "hostile-to", "sanctions", "represents", "mediates"];

/// The text of a record file with `num_events` events, all rules kept.
///
/// It has 50 to 1,000 actors (a tenth of the events) with one and a half relations for each, a source for
/// each five events (at least 20, at most 20,000) and 40 places. Every third event answers an earlier one of
/// its burst; every seventh has a claim, every eighth counts dead or injured. O(n log n).
///
/// ```
/// let text = synth::record(100, 1);
/// assert_eq!(text, synth::record(100, 1));
/// assert_ne!(text, synth::record(100, 2));
/// ```
#[must_use]
pub fn record(num_events: usize, seed: u64) -> String {
    let mut random = Random::new(seed);
    let size = Sizes::of(num_events);
    let dates = dates::bursts(num_events, YEARS, &mut random);
    let events: Vec<Value> = (0..num_events).map(|index| event(index, &dates, size, &mut random)).collect();
    let middle = dates.get(num_events * 4 / 5).map_or(0, |date| date.day);
    let record = json!({
        "version": 1,
        "meta": {
            "title": format!("A made-up record of {num_events} events"),
            "description": "Nothing in it happened: it is there to measure the page.",
            "lang": "en",
            "updated": "2026-12-31",
            "license": "CC0-1.0",
            "opening": format!("{}/{}", dates::iso(middle - 365), dates::iso(middle + 365)),
        },
        "sides": SIDES.map(|id| json!({ "id": id, "name": format!("The {id} and its friends"), "short": id })),
        "domains": DOMAINS.map(|id| json!({ "id": id, "name": id })),
        "sources": (0..size.sources).map(|index| source(index, &mut random)).collect::<Vec<_>>(),
        "places": (0..size.places).map(place).collect::<Vec<_>>(),
        "actors": (0..size.actors).map(|index| actor(index, size, &mut random)).collect::<Vec<_>>(),
        "relations": relations(size, &mut random),
        "events": events,
    });
    record.to_string()
}

/// How many there are of what events refer to.
#[derive(Clone, Copy)]
struct Sizes {
    actors: usize,
    sources: usize,
    places: usize,
}

impl Sizes {
    fn of(num_events: usize) -> Self {
        Self {
            actors: (num_events / 10).clamp(50, 1_000),
            sources: (num_events / 5).clamp(20, 20_000),
            places: num_events.clamp(1, 40),
        }
    }

    /// Two sources that follow each other, which are of two publishers;
    /// so every source is used by some event.
    fn two_sources(self, index: usize) -> [String; 2] {
        let first = index % self.sources;
        [format!("source-{first}"), format!("source-{}", (first + 1) % self.sources)]
    }
}

fn event(index: usize, dates: &[Date], size: Sizes, random: &mut Random) -> Value {
    let date = dates[index];
    let importance = 1 + random.weighted(&IMPORTANCE);
    // Few actors do much and many little, as in every record: the square of an even share.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        clippy::cast_sign_loss,
        reason = "a share of a count far below 2^53"
    )]
    let mut actor = || {
        let share = random.share();
        (share * share * size.actors as f64) as usize
    };
    let (by, on) = (actor(), actor());
    let on = if on == by { (by + 1) % size.actors } else { on };
    let written_date = date.edtf(random);
    let title = words::title(by, on, random);
    let mut event = json!({
        "id": format!("e{index}"),
        "date": written_date,
        "title": title,
        "short": words::first_of(&title, 32),
        "summary": words::summary(random),
        "domain": DOMAINS[random.below(DOMAINS.len())],
        "cameo": CODES[random.below(CODES.len())],
        "importance": importance,
        "place": format!("place-{}", index % size.places),
        "initiators": [format!("actor-{by}")],
        "targets": [format!("actor-{on}")],
        "sources": size.two_sources(index),
    });
    if random.share() < 0.33
        && let Some(cause) = earlier_in_burst(index, dates, random)
    {
        event["responds_to"] = json!([format!("e{cause}")]);
    } else if index % 10 == 9 && dates[index - 1].day + 1 < date.day {
        event["follows"] = json!([format!("e{}", index - 1)]);
    }
    if index % 8 == 3 {
        event["casualties"] = json!([{
            "kind": if index.is_multiple_of(3) { "injured" } else { "killed" },
            "who": format!("people of {}", words::actor(on)),
            "side": SIDES[on % SIDES.len()],
            "status": STANDINGS[index % STANDINGS.len()],
            "low": index % 7,
            "high": index % 7 + index % 4,
            "by": words::actor(by),
            "sources": size.two_sources(index),
        }]);
    }
    if random.share() < 0.15 {
        event["claims"] = json!([{
            "by": format!("actor-{on}"),
            "date": dates::iso(date.day + 1),
            "text": words::summary(random),
            "status": STATUSES[random.below(STATUSES.len())],
            "sources": size.two_sources(index),
        }]);
    }
    event
}

/// An event on an earlier day of the same burst, one of the ten before.
fn earlier_in_burst(index: usize, dates: &[Date], random: &mut Random) -> Option<usize> {
    let candidates = dates[index.saturating_sub(10)..index].iter().rev();
    let fitting: Vec<usize> = candidates
        .enumerate()
        .filter(|(_, date)| {
            date.burst.is_some() && date.burst == dates[index].burst && date.day + 1 < dates[index].day
        })
        .map(|(back, _)| index - 1 - back)
        .collect();
    (!fitting.is_empty()).then(|| fitting[random.below(fitting.len())])
}

fn place(index: usize) -> Value {
    json!({ "id": format!("place-{index}"), "name": words::place(index) })
}

fn source(index: usize, random: &mut Random) -> Value {
    json!({
        "id": format!("source-{index}"),
        "publisher": format!("Paper {}", index % 17),
        "title": words::summary(random),
        "grade": GRADES[index % GRADES.len()],
        "url": format!("https://example.org/{index}"),
    })
}

fn actor(index: usize, size: Sizes, random: &mut Random) -> Value {
    json!({
        "id": format!("actor-{index}"),
        "name": words::actor(index),
        "kind": KINDS[random.below(KINDS.len())],
        "side": SIDES[index % SIDES.len()],
        "about": words::summary(random),
        "sources": size.two_sources(index),
    })
}

fn relations(size: Sizes, random: &mut Random) -> Vec<Value> {
    let between = |index: usize, random: &mut Random| {
        let source = index % size.actors;
        let target = (source + 1 + random.below(size.actors - 1)) % size.actors;
        json!({
            "source": format!("actor-{source}"),
            "target": format!("actor-{target}"),
            "kind": RELATIONS[random.below(RELATIONS.len())],
            "sources": size.two_sources(index),
        })
    };
    (0..size.actors * 3 / 2).map(|index| between(index, random)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_of_several_sizes_and_seeds_pass_the_check_with_all_their_events() {
        for (num_events, seed) in [(1, 1), (2, 1), (100, 1), (100, 2), (2_000, 7)] {
            match dataset::source::check("synthetic", &record(num_events, seed)) {
                Ok(record) => assert_eq!(record.events.len(), num_events),
                Err(problems) => {
                    panic!("{num_events} events, seed {seed}: {}, {} problems", problems[0], problems.len())
                }
            }
        }
    }

    #[test]
    fn a_made_up_record_is_shaped_like_the_real_one() {
        let Ok(record) = dataset::source::check("synthetic", &record(5_000, 3)) else {
            panic!("it has problems")
        };
        #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
        let share = |count: usize| count as f64 / record.events.len() as f64;
        let important = share(record.events.iter().filter(|event| event.importance >= 4).count());
        assert!((0.55..0.62).contains(&important), "{important} are of importance 4 or 5");
        let answers = share(record.events.iter().filter(|event| !event.responds_to.is_empty()).count());
        assert!((0.1..0.33).contains(&answers), "{answers} answer another");
        #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
        let length = record.events.iter().map(|event| event.title.len()).sum::<usize>() as f64 / 5_000.0;
        assert!((45.0..65.0).contains(&length), "titles are {length} long on average");
        let late =
            share(record.events.iter().filter(|event| event.date.earliest().0 > 1_000_000_000).count());
        assert!(late > 0.5, "{late} are later than 2001");
    }
}
