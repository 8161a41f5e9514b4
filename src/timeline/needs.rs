//! How many rows each lane could use in a window if all its headlines are to be whole.

use dataset::model::EventIdx;

use super::labels::{Label, Labels, Text};
use super::lanes::{LaneMode, Lanes, Need, ROW_HEIGHT};
use super::levels::{LABEL_GAP, LABEL_MARGIN, MARK_REACH};
use super::rows::{Row, Stretch};
use crate::story::Story;
use crate::time::scale::TimeScale;

/// A lane with this many events for each row that the plot could hold is not computed: it needs all rows.
const CROWD: usize = 8;
/// A level is at most an eighth of an octave coarser than a scale of it: 2^(−1/8).
const COARSER: f64 = 0.917;

/// For each lane of a plot of `height` pixels, the rows that the headlines of the window of `scale` take.
///
/// A headline is put into the first row where it fits, right of its mark or left of it; none is measured where there are too
/// many. O(events of the window × rows).
#[must_use]
pub fn rows(story: &Story, mode: LaneMode, labels: &Labels, scale: TimeScale, height: f64) -> Vec<Need> {
    rows_telling(story, mode, labels, scale, height, &[])
}

/// As [`rows`], where the events `told` come before all others, in place of the turning points; none is as none told.
#[must_use]
pub fn rows_telling(
    story: &Story,
    mode: LaneMode,
    labels: &Labels,
    scale: TimeScale,
    height: f64,
    told: &[EventIdx],
) -> Vec<Need> {
    let is_foremost = |event: EventIdx| {
        if told.is_empty() { story.event(event).importance == 5 } else { told.contains(&event) }
    };
    let mut lanes: Vec<Vec<EventIdx>> = vec![Vec::new(); usize::from(Lanes::count(story, mode))];
    for event in story.events_in(scale.window()) {
        lanes[usize::from(mode.lane_of(story, event))].push(event);
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates; plots are low")]
    let most = (height / ROW_HEIGHT).max(1.0) as usize;
    let needed = |events: &mut dyn Iterator<Item = EventIdx>, text: fn(&Label) -> &Text, scale: TimeScale| {
        let mut rows: Vec<Row> = Vec::new();
        for event in events {
            place(&mut rows, most, stretches(story, labels.of(event), text, scale, event));
        }
        u16::try_from(rows.len()).unwrap_or(u16::MAX)
    };
    // The coarsest scale of the level that this one belongs to: rows are given there.
    let coarse = TimeScale::new(scale.window(), scale.width() * COARSER);
    let need = |events: Vec<EventIdx>| {
        let mut foremost = events.iter().copied().filter(|&event| is_foremost(event)).take(CROWD * most);
        let foremost = needed(&mut foremost, |label| &label.short, coarse);
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

/// What a mark takes with its headline on the right, and on the left; the one that lies in the plot first.
fn stretches(story: &Story, label: &Label, text: fn(&Label) -> &Text, scale: TimeScale, event: EventIdx) -> [Stretch; 2] {
    let width = text(label).width;
    let x = scale.px_from_time(story.span(event).start).max(0.0);
    let right = Stretch { start: x - MARK_REACH, end: x + label.gap + width + LABEL_MARGIN };
    let left = Stretch { start: x - LABEL_GAP - width - LABEL_MARGIN, end: x + MARK_REACH };
    if right.end > scale.width() && left.start > 0.0 { [left, right] } else { [right, left] }
}

fn place(rows: &mut Vec<Row>, most: usize, stretches: [Stretch; 2]) {
    for row in rows.iter_mut() {
        for stretch in stretches {
            if stretch.start > -MARK_REACH * 2.0 && row.take(stretch) {
                return;
            }
        }
    }
    if rows.len() < most {
        let mut row = Row::default();
        row.take(stretches[0]);
        rows.push(row);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::sample::{any_plot, any_story, labels, queue};
    use proptest::prelude::*;

    #[test]
    fn events_that_would_cover_each_other_need_a_row_each() {
        // A minute is a pixel.
        let story = queue(&[60, 1, 1, 900]);
        let scale = TimeScale::new(story.bounds().whole(), story.bounds().whole().len().0 / 60.0);
        assert_eq!(rows(&story, LaneMode::Side, &labels(&story), scale, 300.0)[0].all, 3);
        assert_eq!(rows(&story, LaneMode::Side, &labels(&story), scale, 40.0)[0].all, 2, "no more than there is height for");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn a_lane_needs_rows_where_something_happened(story in any_story(), plot in any_plot()) {
            let scale = plot.scale(&story);
            let needs = rows(&story, LaneMode::Side, &labels(&story), scale, 300.0);
            for (lane, need) in (0..).zip(&needs) {
                let is_used = story.events_in(scale.window()).any(|event| LaneMode::Side.lane_of(&story, event) == lane);
                prop_assert_eq!(is_used, need.all > 0);
                prop_assert!(need.foremost <= need.all.max(1));
            }
        }
    }
}
