//! How many rows each lane could use in a window if all its headlines are to be whole.

use dataset::model::EventIdx;

use super::labels::{Label, Labels, Text};
use super::lanes::{LaneMode, Lanes, Need, ROW_HEIGHT};
use super::levels::{LABEL_GAP, LABEL_MARGIN, MARK_REACH};
use super::rows::{Row, Stretch};
use super::seats::{places, seats};
use super::words::{Standing, TURNED_GAP};
use crate::record::Record;
use crate::time::scale::TimeScale;

/// A lane with this many events for each row that the plot could hold is not computed: it needs all rows.
const CROWD: usize = 8;
/// Of so many turning points the fewest rows are looked for.
const MOST_FIRSTS: usize = 12;
/// A level is at most an eighth of an octave coarser than a scale of it: 2^(−1/8).
const COARSER: f64 = 0.917;

/// For each lane of a plot of `height` pixels, the rows that the headlines of the window of `scale` take.
///
/// A headline is put into the first row where it fits, right of its mark or left of it; none is measured
/// where there are too many. O(events of the window × rows).
#[must_use]
pub fn rows(record: &Record, mode: LaneMode, labels: &Labels, scale: TimeScale, height: f64) -> Vec<Need> {
    rows_telling(record, mode, labels, scale, height, &[])
}

/// As [`rows`], where the events `told` come before all others,
/// in place of the turning points; none is as none told.
#[must_use]
pub fn rows_telling(
    record: &Record,
    mode: LaneMode,
    labels: &Labels,
    scale: TimeScale,
    height: f64,
    told: &[EventIdx],
) -> Vec<Need> {
    let is_foremost = |event: EventIdx| {
        if told.is_empty() { record.event(event).importance == 5 } else { told.contains(&event) }
    };
    let mut lanes: Vec<Vec<EventIdx>> = vec![Vec::new(); usize::from(Lanes::count(record, mode))];
    for event in record.events_in(scale.window()) {
        lanes[usize::from(mode.lane_of(record, event))].push(event);
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "`as` saturates; plots are low"
    )]
    let most = (height / ROW_HEIGHT).max(1.0) as usize;
    let needed = |events: &mut dyn Iterator<Item = EventIdx>, text: fn(&Label) -> &Text, scale: TimeScale| {
        let mut rows: Vec<Row> = Vec::new();
        for event in events {
            place(&mut rows, most, stretches(record, labels.of(event), text, scale, event));
        }
        u16::try_from(rows.len()).unwrap_or(u16::MAX)
    };
    // The coarsest scale of the level that this one belongs to: rows are given there.
    let coarse = TimeScale::new(scale.window(), scale.width() * COARSER);
    let need = |events: Vec<EventIdx>| {
        let foremost = events.iter().copied().filter(|&event| is_foremost(event)).take(CROWD * most);
        let foremost: Vec<EventIdx> = foremost.collect();
        let foremost = fewest(record, labels, &foremost, coarse)
            .unwrap_or_else(|| needed(&mut foremost.into_iter(), |label| &label.short, coarse));
        let is_crowd = events.len() > CROWD * most;
        let all = if is_crowd {
            u16::try_from(most).unwrap_or(u16::MAX)
        } else {
            needed(&mut events.into_iter(), |label| &label.full, scale)
        };
        Need { foremost, all }
    };
    lanes.into_iter().map(need).collect()
}

/// The fewest rows in which all of `events` can have their short headlines;
/// nothing where there are too many to tell.
fn fewest(record: &Record, labels: &Labels, events: &[EventIdx], scale: TimeScale) -> Option<u16> {
    if events.len() > MOST_FIRSTS {
        return None;
    }
    let standing = |event: &EventIdx| {
        let x = scale.px_from_time(record.span(*event).start).max(0.0);
        Standing {
            body: [x - MARK_REACH, x + MARK_REACH],
            x,
            label: Some(labels.of(*event)),
            turn: 0,
            words: None,
        }
    };
    let standing: Vec<Standing<'_>> = events.iter().map(standing).collect();
    let num_words = |num_rows: usize| {
        let wishes: Vec<_> = standing.iter().map(|one| places(one, 0, num_rows, scale.width())).collect();
        seats(&wishes).iter().filter(|seat| seat.words.is_some()).count()
    };
    // A row each is always enough, but for those that the plot is too narrow for.
    let most = num_words(events.len());
    (0..=events.len()).find(|&num_rows| num_words(num_rows) >= most).and_then(|rows| u16::try_from(rows).ok())
}

/// What a mark takes with its headline on the right, and on the left, where the plot has room for that; on
/// the right where it has room for neither.
fn stretches(
    record: &Record,
    label: &Label,
    text: fn(&Label) -> &Text,
    scale: TimeScale,
    event: EventIdx,
) -> [Option<Stretch>; 2] {
    let width = text(label).width;
    let x = scale.px_from_time(record.span(event).start).max(0.0);
    let right = Stretch { start: x - MARK_REACH, end: x + label.gap + width + LABEL_MARGIN };
    let text_start = x - LABEL_GAP - width;
    let left = (text_start >= 0.0).then_some(Stretch { start: text_start - TURNED_GAP, end: x + MARK_REACH });
    let is_in_plot = right.end - LABEL_MARGIN <= scale.width();
    [(is_in_plot || left.is_none()).then_some(right), left]
}

fn place(rows: &mut Vec<Row>, most: usize, stretches: [Option<Stretch>; 2]) {
    for row in rows.iter_mut() {
        if stretches.into_iter().flatten().any(|stretch| row.take(stretch)) {
            return;
        }
    }
    if rows.len() < most {
        let mut row = Row::default();
        stretches.into_iter().flatten().take(1).for_each(|stretch| _ = row.take(stretch));
        rows.push(row);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::sample::{any_plot, any_record, labels, queue};
    use proptest::prelude::*;

    #[test]
    fn events_that_would_cover_each_other_need_a_row_each() {
        // A minute is a pixel.
        let record = queue(&[60, 1, 1, 900]);
        let scale = TimeScale::new(record.bounds().whole(), record.bounds().whole().len().0 / 60.0);
        assert_eq!(rows(&record, LaneMode::Side, &labels(&record), scale, 300.0)[0].all, 3);
        assert_eq!(
            rows(&record, LaneMode::Side, &labels(&record), scale, 40.0)[0].all,
            2,
            "no more than there is height for"
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn a_lane_needs_rows_where_something_happened(record in any_record(), plot in any_plot()) {
            let scale = plot.scale(&record);
            let needs = rows(&record, LaneMode::Side, &labels(&record), scale, 300.0);
            for (lane, need) in (0..).zip(&needs) {
                let is_used = record
                    .events_in(scale.window())
                    .any(|event| LaneMode::Side.lane_of(&record, event) == lane);
                prop_assert_eq!(is_used, need.all > 0);
                prop_assert!(need.foremost <= need.all.max(1));
            }
        }
    }
}
