//! What the picture of the camps shows, in a few sentences.
//! They stand above it and tell the same to those who cannot see it.

use dataset::model::SideIdx;

use super::acts;
use super::camps::{Band, Camps};
use super::content::Balance;
use crate::order::{down, sort_by_key};
use crate::record::Record;
use crate::time::window::TimeWindow;

/// How many kinds of acts are named for each direction.
const NUM_ACTS: usize = 3;

/// How many bands beside those between the first two sides are named.
const NUM_OTHERS: usize = 3;

/// The camps of `window` in words: "In these 17 days United States and allies acted on Iran and allied armed
/// groups 15 times, hostile on the whole (threatened 3, spoke of 3, showed force to 2);
/// Iran acted on US 10 times, …".
#[must_use]
pub fn sentence(record: &Record, camps: &Camps, window: TimeWindow) -> String {
    parts(record, camps, window).concat()
}

/// The same in two parts: the first two sides, and what else there was, which may be empty.
#[must_use]
pub fn parts(record: &Record, camps: &Camps, window: TimeWindow) -> [String; 2] {
    let sides = record.data().sides;
    let total = camps.num_dealings();
    let when = stretch(window);
    if total == 0 {
        return [format!("In {when} nobody in the record acted on anybody else."), String::new()];
    }
    let mut said = format!("In {when} ");
    let mut told = 0;
    if let [first, second, ..] = sides {
        let ways = [[0, 1], [1, 0]].map(|[from, to]| camps.band(SideIdx(from), SideIdx(to)));
        told = ways.iter().flatten().map(|band| band.count()).sum();
        let there = said_of(record, ways[0], [first.name, second.name]);
        let back = said_of(record, ways[1], [second.short, first.short]);
        said += &format!("{there}; {back}.");
    }
    let mut others: Vec<&Band> =
        camps.bands.iter().filter(|band| band.from.0.max(band.to.0) > 1 || band.is_loop()).collect();
    sort_by_key(&mut others, |band| down(band.count()));
    let mut named: Vec<String> = Vec::new();
    for band in others.iter().take(NUM_OTHERS) {
        let [from, to] = [band.from, band.to].map(|side| sides[side.get()].short);
        let who = if band.is_loop() { format!("{from} among themselves") } else { format!("{from} on {to}") };
        named.push(format!("{who} {}", band.count()));
        told += band.count();
    }
    if named.is_empty() {
        return [said, String::new()];
    }
    let rest = if told < total { format!(", {} more", total - told) } else { String::new() };
    [said, format!(" Beside them: {}{rest}.", named.join(", "))]
}

/// Who acted on whom how often, how hostile that was, and what for the most part.
fn said_of(record: &Record, band: Option<&Band>, [from, to]: [&str; 2]) -> String {
    let Some(band) = band else { return format!("{from} never acted on {to}") };
    let acts: Vec<String> = acts::counted(record, &band.events)
        .iter()
        .take(NUM_ACTS)
        .map(|(word, count)| format!("{word} {count}"))
        .collect();
    format!("{from} acted on {to} {}, {} ({})", times(band.count()), balance(band.balance()), acts.join(", "))
}

/// "once", "twice", "3 times".
fn times(count: u32) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        _ => format!("{count} times"),
    }
}

/// A balance in words.
#[must_use]
pub const fn balance(balance: Balance) -> &'static str {
    match balance {
        Balance::Fierce => "very hostile on the whole",
        Balance::Hostile => "hostile on the whole",
        Balance::Neutral => "neither hostile nor friendly on the whole",
        Balance::Cooperative => "friendly on the whole",
    }
}

/// How long the window is: "these 17 days", in the largest unit of which it holds at least two.
fn stretch(window: TimeWindow) -> String {
    const UNITS: [(f64, &str); 4] =
        [(31_556_952.0, "years"), (2_629_746.0, "months"), (86_400.0, "days"), (3_600.0, "hours")];
    let len = window.len().0;
    for (unit, name) in UNITS {
        #[expect(clippy::cast_possible_truncation, reason = "windows lie within the calendar")]
        let count = (len / unit).round() as i64;
        if count >= 2 {
            return format!("these {count} {name}");
        }
    }
    "this hour".to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::content::GraphContent;
    use super::super::sample::{Sample, window};
    use super::*;
    use dataset::model::ActorIdx;

    const A: ActorIdx = ActorIdx(0);
    const B: ActorIdx = ActorIdx(1);
    const C: ActorIdx = ActorIdx(2);
    const D: ActorIdx = ActorIdx(3);

    #[track_caller]
    fn check(start: &str, end: &str, expected: &str) {
        let record = Sample::new(4)
            .event("2020-01-01", &[A], &[B], Some(-10.0))
            .event("2020-01-02", &[A, B], &[C], Some(2.0))
            .event("2020-01-03", &[D], &[A, B], None)
            .event("2020-01-05", &[C], &[], None)
            .event("2020-01-20", &[B], &[A], Some(3.0))
            .record();
        let camps = Camps::of(&record, &GraphContent::of(&record, window(start, end)));
        assert_eq!(sentence(&record, &camps, window(start, end)), expected);
    }

    #[test]
    fn it_tells_both_directions_then_the_others() {
        check(
            "2020-01-01",
            "2020-01-03",
            "In these 3 days West acted on East twice, very hostile on the whole (dealt with 2); East never \
             acted on West. Beside them: West among themselves 1, West on Rest 1, East on Rest 1.",
        );
        check(
            "2020-01-19",
            "2020-01-20",
            "In these 2 days West never acted on East; East acted on West once, friendly on the whole \
             (dealt with 1).",
        );
    }

    #[test]
    fn a_window_in_which_nobody_was_acted_on_says_so() {
        check("2020-01-05", "2020-01-06", "In these 2 days nobody in the record acted on anybody else.");
        check("2020-03-05", "2020-03-05", "In these 24 hours nobody in the record acted on anybody else.");
    }

    #[test]
    fn lengths_are_told_in_the_largest_unit_of_which_there_are_two() {
        let said = |start, end| stretch(window(start, end));
        assert_eq!(said("2019-12-27", "2020-01-12"), "these 17 days");
        assert_eq!(said("2020-01", "2020-06"), "these 6 months");
        assert_eq!(said("1951", "2026"), "these 76 years");
    }
}
