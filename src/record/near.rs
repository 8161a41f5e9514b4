//! Windows that follow from where the events are: the heart of the opening one,
//! and the nearest that is not empty.

use dataset::civil::{Date, DateTime};
use dataset::model::EventIdx;
use dataset::units::Secs;

use super::Record;
use crate::order::sort_by_key;
use crate::time::window::{Moment, TimeWindow};

/// From this importance on an event is a turning point.
const TURNING_POINT: u8 = 5;

impl Record {
    /// What a narrow screen shows first, so that headlines can be read: the shortest stretch of whole days
    /// within the opening window in which at least half of its turning points begin; of equals the first. The
    /// opening window itself where it has fewer than two. O(events of the opening).
    #[must_use]
    pub fn heart(&self) -> TimeWindow {
        let opening = self.opening();
        let day = |event: EventIdx| DateTime::at(self.span(event).start, self.clock()).date().days();
        let is_inside = |event: &EventIdx| Moment::from(self.span(*event).start) >= opening.start();
        let turning = self.events_in(opening).filter(|event| self.event(*event).importance >= TURNING_POINT);
        let mut days: Vec<i64> = turning.filter(is_inside).map(day).collect();
        // No date lies so far before 1970.
        sort_by_key(&mut days, |day| day.saturating_add(1 << 40).unsigned_abs());
        let most_apart = days.len().div_ceil(2).max(2) - 1;
        let ends = days.iter().zip(days.get(most_apart..).unwrap_or_default());
        let Some((first, last)) = ends.min_by_key(|(first, last)| *last - *first) else { return opening };
        let [start, end] =
            [*first, *last + 1].map(|day| Moment::from(Date::from_days(day).start(self.clock())));
        TimeWindow::fitting(start, end, self.bounds())
    }

    /// `window` where something happened in it, else one as long about the event nearest to its middle: so
    /// that no way leads to where nothing is. O(log n), and O(events) for an empty one.
    #[must_use]
    pub fn not_empty(&self, window: TimeWindow) -> TimeWindow {
        if self.num_events_in(window) > 0 {
            return window;
        }
        let (Moment(start), len) = (window.start(), window.len().0);
        let middle = start + len / 2.0;
        let away = |event: EventIdx| {
            let (Moment(first), Moment(last)) = (self.span(event).start.into(), self.span(event).end.into());
            if last <= middle { middle - last } else { first - middle }
        };
        let nearest = self.events().min_by(|a, b| away(*a).total_cmp(&away(*b)));
        nearest.map_or(window, |event| {
            let Moment(at) = self.span(event).start.into();
            window.pan(Secs(at - middle), self.bounds())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::sample::any_record;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn the_heart_lies_in_the_opening_and_holds_half_of_its_turning_points(record in any_record()) {
            let (heart, opening) = (record.heart(), record.opening());
            prop_assert!(heart.len().0 <= opening.len().0 + 86_400.0);
            let begins = |event: EventIdx| Moment::from(record.span(event).start) >= opening.start();
            let count = |window| {
                let turning =
                    record.events_in(window).filter(|&event| record.event(event).importance >= TURNING_POINT);
                turning.filter(|event| begins(*event)).count()
            };
            prop_assert!(heart == opening || 2 * count(heart) >= count(opening));
        }

        #[test]
        fn a_window_that_is_asked_for_is_never_empty(
            record in any_record(),
            share in 0.0..1.0,
            len in 60.0..1e7,
        ) {
            prop_assume!(!record.data().events.is_empty());
            let whole = record.bounds().whole();
            let start = whole.start().0 + share * whole.len().0;
            let window = TimeWindow::fitting(Moment(start), Moment(start + len), record.bounds());
            let found = record.not_empty(window);
            prop_assert!(record.num_events_in(found) > 0);
            prop_assert!((found.len().0 - window.len().0).abs() < 1.0);
            prop_assert!(record.num_events_in(window) == 0 || found == window);
        }
    }
}
