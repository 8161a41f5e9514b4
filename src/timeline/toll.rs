//! The dead and the injured of events, summed from the lowest to the highest counts, by side and by status.
//!
//! These are plain sums of what the record counts. Nobody is in two rows of one event. An event without rows adds nothing,
//! which does not mean that nobody died in it.

use dataset::civil::DateTime;
use dataset::model::{Casualties, EventIdx, Harm, SideIdx, Standing};

use crate::story::Story;
use crate::time::format;

/// A count that is not known better than this; `low` ≤ `high`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Range {
    /// The lowest count.
    pub low: u64,
    /// The highest count.
    pub high: u64,
}

impl Range {
    fn add(&mut self, row: &Casualties) {
        self.low += u64::from(row.low);
        self.high += u64::from(row.high);
    }

    /// The sum of the rows that `is_meant` picks. O(rows).
    pub fn of<'a>(rows: impl IntoIterator<Item = &'a Casualties>, is_meant: impl Fn(&Casualties) -> bool) -> Self {
        let mut sum = Self::default();
        rows.into_iter().filter(|row| is_meant(row)).for_each(|row| sum.add(row));
        sum
    }

    /// "176", or "176 to 180".
    #[must_use]
    pub fn words(self) -> String {
        #[expect(clippy::cast_precision_loss, reason = "people are fewer than 2^53")]
        let [low, high] = [self.low, self.high].map(|count| format::number(count as f64));
        if self.low == self.high { high } else { low + " to " + &high }
    }
}

/// The killed of a side on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// Days since 1970-01-01 on the story's clock: the first day of the event.
    pub day: i64,
    /// Whose people they were.
    pub side: SideIdx,
    /// How many.
    pub killed: Range,
}

/// The killed of `events`, which come in time order, by the first days of the events and by side; days without any are left out.
/// O(rows × sides).
#[must_use]
pub fn by_day(story: &Story, events: impl IntoIterator<Item = EventIdx>) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for event in events {
        let day = DateTime::at(story.span(event).start, story.clock()).date().days();
        for row in story.event(event).casualties.iter().filter(|row| row.kind == Harm::Killed) {
            let same = days.iter().rposition(|old| old.day == day && old.side == row.side);
            let at = same.unwrap_or_else(|| {
                days.push(Day { day, side: row.side, killed: Range::default() });
                days.len() - 1
            });
            days[at].killed.add(row);
        }
    }
    days
}

/// What the record counts in `events`, in a sentence: "The record counts 176 to 180 killed here, of them 170 civilians; by side:
/// Iran 176 to 180." Nothing where it counts nobody. O(events + rows × sides).
#[must_use]
pub fn sentence(story: &Story, events: impl IntoIterator<Item = EventIdx>) -> Option<String> {
    let rows: Vec<&Casualties> = events.into_iter().flat_map(|event| story.event(event).casualties).collect();
    let of = |kind| Range::of(rows.iter().copied(), |row| row.kind == kind);
    let (killed, injured) = (of(Harm::Killed), of(Harm::Injured));
    let is_killed = |row: &Casualties| row.kind == Harm::Killed;
    let civilians = Range::of(rows.iter().copied(), |row| is_killed(row) && row.status == Standing::Civilian);
    let mut sides = Vec::new();
    for (nth, side) in (0u16..).map(SideIdx).zip(story.data().sides) {
        let count = Range::of(rows.iter().copied(), |row| is_killed(row) && row.side == nth);
        if count.high > 0 {
            sides.push(format!("{} {}", side.short, count.words()));
        }
    }
    let mut text = match (killed.high, injured.high) {
        (0, 0) => return None,
        (0, _) => format!("The record counts {} injured here", injured.words()),
        _ => format!("The record counts {} killed here", killed.words()),
    };
    if civilians.high > 0 {
        text += ", of them ";
        text += &civilians.words();
        text += " known as civilians";
    }
    if !sides.is_empty() {
        text += "; by side: ";
        text += &sides.join(", ");
    }
    if killed.high > 0 && injured.high > 0 {
        text += "; and ";
        text += &injured.words();
        text += " injured";
    }
    Some(text + ". Each event says who counted.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use dataset::source::check;

    /// The two islands, with more people hurt.
    fn story(more: &str) -> Story {
        let text = include_str!("../../tests/it/fixtures/small.json");
        let text = text.replace("\"casualties\": [", &format!("\"casualties\": [{more}"));
        Story::new(check("small.json", &text).unwrap_or_else(|problems| panic!("{problems:?}")))
    }

    fn killed(who: &str, side: &str, status: &str, low: u32, high: u32) -> String {
        format!(
            r#"{{"kind": "killed", "who": "{who}", "side": "{side}", "status": "{status}", "low": {low}, "high": {high},
                "by": "the Almanac", "sources": ["almanac"]}},"#
        )
    }

    fn told(more: &str) -> Option<String> {
        let story = story(more);
        sentence(&story, story.events())
    }

    #[test]
    fn a_window_tells_the_dead_from_the_lowest_to_the_highest_count() {
        assert_eq!(told("").unwrap(), "The record counts 1 to 3 injured here. Each event says who counted.");
        let more = killed("sailors", "north", "combatant", 2, 2) + &killed("anglers", "south", "civilian", 1000, 1004);
        assert_eq!(
            told(&more).unwrap(),
            "The record counts 1,002 to 1,006 killed here, of them 1,000 to 1,004 known as civilians; by side: North 2, South 1,000 to \
             1,004; and 1 to 3 injured. Each event says who counted."
        );
        let story = story("");
        assert_eq!(sentence(&story, []), None);
    }

    #[test]
    fn the_killed_of_a_day_add_up_by_side_and_the_injured_are_not_among_them() {
        let more = killed("sailors", "north", "combatant", 2, 2)
            + &killed("anglers", "south", "civilian", 3, 5)
            + &killed("divers", "south", "unknown", 1, 1);
        let story = story(&more);
        let days = by_day(&story, story.events());
        let day = DateTime::at(story.span(EventIdx(1)).start, story.clock()).date().days();
        assert_eq!(
            days,
            [
                Day { day, side: SideIdx(0), killed: Range { low: 2, high: 2 } },
                Day { day, side: SideIdx(1), killed: Range { low: 4, high: 6 } },
            ]
        );
        let total: u64 = days.iter().map(|day| day.killed.high).sum();
        assert_eq!(total, Range::of(story.event(EventIdx(1)).casualties, |row| row.kind == Harm::Killed).high);
        assert!(by_day(&story, [EventIdx(0)]).is_empty());
    }
}
