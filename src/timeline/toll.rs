//! The dead and the injured of events, summed from the lowest to the highest counts, by side and by status.
//!
//! These are plain sums of what the record counts. Nobody is in two rows of one event. An event without rows
//! adds nothing, which does not mean that nobody died in it.

use dataset::model::{Casualties, EventIdx, Harm, SideIdx, Standing};

use crate::order::sort_by_key;
use crate::record::Record;
use crate::time::format;
use crate::time::scale::TimeScale;
use crate::time::window::Moment;

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
    pub fn of<'a>(
        rows: impl IntoIterator<Item = &'a Casualties>,
        is_meant: impl Fn(&Casualties) -> bool,
    ) -> Self {
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

/// The killed of a side in an event.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Loss {
    /// In which they were killed.
    pub event: EventIdx,
    /// Whose people they were.
    pub side: SideIdx,
    /// How many; `high` is never 0.
    pub killed: Range,
    /// When the event began.
    pub start: Moment,
    /// When it ended, as far as its date tells.
    pub end: Moment,
}

/// The killed of several events, event by event and side by side.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Toll {
    losses: Vec<Loss>,
    /// How many powers of ten the strip has room for, so that the greatest count fits. At least one.
    decades: f64,
}

/// Where a loss is drawn in a strip, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stake {
    /// Which of the losses.
    pub loss: Loss,
    /// The stretch of time, from left to right.
    pub reach: [f64; 2],
    /// Between the highest count and the lowest, from the top.
    pub level: [f64; 2],
}

impl Toll {
    /// The killed of `events`, which come in time order. O(rows × sides).
    #[must_use]
    pub fn of(record: &Record, events: impl IntoIterator<Item = EventIdx>) -> Self {
        let mut losses = Vec::new();
        for event in events {
            let (rows, span) = (record.event(event).casualties, record.span(event));
            for side in (0u16..).map(SideIdx).take(record.data().sides.len()) {
                let killed = Range::of(rows, |row| row.kind == Harm::Killed && row.side == side);
                if killed.high > 0 {
                    losses.push(Loss { event, side, killed, start: span.start.into(), end: span.end.into() });
                }
            }
        }
        let most = losses.iter().map(|loss| loss.killed.high).max().unwrap_or_default();
        sort_by_key(&mut losses, |loss| u64::MAX - loss.killed.high);
        Self { losses, decades: decades(most).ceil().max(1.0) }
    }

    /// All of them, the greatest counts first.
    #[must_use]
    pub fn losses(&self) -> &[Loss] {
        &self.losses
    }

    /// Where the losses of the scale's window stand in a strip of `height` pixels, the greatest first: each
    /// power of ten as high as the others, one dead a little above the ground. O(losses).
    pub fn stakes(&self, scale: TimeScale, height: f64) -> impl Iterator<Item = Stake> + '_ {
        let head = if height < LOW_PX { NAMED_HEAD_PX } else { HEAD_PX };
        let unit = (height - head - FOOT_PX) / self.decades;
        let level =
            move |count: u64| if count == 0 { height } else { height - FOOT_PX - decades(count) * unit };
        self.losses
            .iter()
            .map(move |loss| {
                let [start, end] = [loss.start, loss.end].map(|at| scale.px_from_time(at));
                let reach = [start, end.max(start + LEAST_PX)];
                let [high, low] = [loss.killed.high, loss.killed.low].map(level);
                Stake { loss: *loss, reach, level: [high, low.max(high + LEAST_PX)] }
            })
            .filter(move |stake| stake.reach[1] > 0.0 && stake.reach[0] < scale.width())
    }
}

/// From the top of a strip to the greatest count that it has room for, in pixels.
const HEAD_PX: f64 = 6.0;
/// The same in a low strip, lower than [`LOW_PX`], whose name stands on it.
const NAMED_HEAD_PX: f64 = 19.0;
const LOW_PX: f64 = 50.0;
/// From the ground of a strip to a count of one.
const FOOT_PX: f64 = 5.0;
/// Nothing is drawn smaller.
const LEAST_PX: f64 = 3.0;

/// The power of ten that `count` is; 0 for none and for one.
fn decades(count: u64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "people are fewer than 2^53")]
    let count = count.max(1) as f64;
    count.log10()
}

/// What the record counts in `events`, in a sentence: "The record counts 176 to 180 killed here, of them 170
/// civilians; by side: Iran 176 to 180." Nothing where it counts nobody. O(events + rows × sides).
#[must_use]
pub fn sentence(record: &Record, events: impl IntoIterator<Item = EventIdx>) -> Option<String> {
    let rows: Vec<&Casualties> =
        events.into_iter().flat_map(|event| record.event(event).casualties).collect();
    let of = |kind| Range::of(rows.iter().copied(), |row| row.kind == kind);
    let (killed, injured) = (of(Harm::Killed), of(Harm::Injured));
    let is_killed = |row: &Casualties| row.kind == Harm::Killed;
    let civilians = Range::of(rows.iter().copied(), |row| is_killed(row) && row.status == Standing::Civilian);
    let mut sides = Vec::new();
    for (nth, side) in (0u16..).map(SideIdx).zip(record.data().sides) {
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
    use crate::time::window::TimeWindow;
    use dataset::source::check;

    /// The two islands, with more people hurt.
    fn record(more: &str) -> Record {
        let text = include_str!("../../tests/it/fixtures/small.json");
        let text = text.replace("\"casualties\": [", &format!("\"casualties\": [{more}"));
        Record::new(check("small.json", &text).unwrap_or_else(|problems| panic!("{problems:?}")))
    }

    fn killed(who: &str, side: &str, status: &str, low: u32, high: u32) -> String {
        format!(
            r#"{{"kind": "killed", "who": "{who}", "side": "{side}", "status": "{status}", "low": {low}, "high": {high},
                "by": "the Almanac", "sources": ["almanac"]}},"#
        )
    }

    fn told(more: &str) -> Option<String> {
        let record = record(more);
        sentence(&record, record.events())
    }

    #[test]
    fn a_window_tells_the_dead_from_the_lowest_to_the_highest_count() {
        assert_eq!(told("").unwrap(), "The record counts 1 to 3 injured here. Each event says who counted.");
        let more = killed("sailors", "north", "combatant", 2, 2)
            + &killed("anglers", "south", "civilian", 1000, 1004);
        assert_eq!(
            told(&more).unwrap(),
            "The record counts 1,002 to 1,006 killed here, of them 1,000 to 1,004 known as civilians; by \
             side: North 2, South 1,000 to 1,004; and 1 to 3 injured. Each event says who counted."
        );
        let record = record("");
        assert_eq!(sentence(&record, []), None);
    }

    #[test]
    fn the_killed_of_an_event_add_up_by_side_and_the_injured_are_not_among_them() {
        let more = killed("sailors", "north", "combatant", 2, 2)
            + &killed("anglers", "south", "civilian", 3, 5)
            + &killed("divers", "south", "unknown", 1, 1);
        let record = record(&more);
        let toll = Toll::of(&record, record.events());
        let told: Vec<_> = toll.losses().iter().map(|loss| (loss.event, loss.side, loss.killed)).collect();
        let event = EventIdx(1);
        assert_eq!(
            told,
            [(event, SideIdx(1), Range { low: 4, high: 6 }), (event, SideIdx(0), Range { low: 2, high: 2 })]
        );
        let total: u64 = toll.losses().iter().map(|loss| loss.killed.high).sum();
        assert_eq!(total, Range::of(record.event(event).casualties, |row| row.kind == Harm::Killed).high);
        assert!(Toll::of(&record, [EventIdx(0)]).losses().is_empty());
    }

    #[test]
    fn ten_times_as_many_stand_a_step_higher_and_unknown_lows_reach_the_ground() {
        let more = killed("sailors", "north", "combatant", 1000, 1000)
            + &killed("anglers", "south", "civilian", 100, 100)
            + &killed("divers", "other", "unknown", 0, 10);
        let record = record(&more);
        let toll = Toll::of(&record, record.events());
        let at = record.span(EventIdx(1)).start;
        let window =
            TimeWindow::fitting(Moment::from(at), Moment(Moment::from(at).0 + 86_400.0), record.bounds());
        let stakes: Vec<Stake> = toll.stakes(TimeScale::new(window, 400.0), 56.0).collect();
        let tops: Vec<f64> = stakes.iter().map(|stake| stake.level[0]).collect();
        assert!((tops[0] - HEAD_PX).abs() < 1e-9, "the greatest count reaches the top: {tops:?}");
        assert!((tops[1] - tops[0] - (tops[2] - tops[1])).abs() < 1e-9, "{tops:?}");
        assert!((stakes[2].level[1] - 56.0).abs() < 1e-9, "{stakes:?}");
        assert!(stakes.iter().all(|stake| stake.reach[1] - stake.reach[0] >= LEAST_PX), "{stakes:?}");
    }
}
