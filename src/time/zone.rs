//! The clocks that a reader can choose for dates and axis, and how far each stands from UTC at any instant.
//!
//! Separate from [`format`](mod@super::format), which writes a date on whatever offset it is given. Clocks
//! are kept as the rules of their lawmakers (`rules`): shorter than a table of all changes, readable beside
//! the law, and right beyond its end.

mod rules;

use dataset::civil::DateTime;
use dataset::edtf::Edtf;
use dataset::units::{UnixSecs, UtcOffset};

use super::window::TimeWindow;
use rules::{BAGHDAD, Rule, TEHRAN, WASHINGTON};

/// A clock that dates can be shown on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Zone {
    /// Each date on the clock that it was given with, the axis on the record's commonest one.
    #[default]
    Event,
    /// Coordinated universal time.
    Utc,
    /// The clock of New York, which Washington has shared since 1967; before, it stands for Washington's own.
    Washington,
    /// Iran.
    Tehran,
    /// Iraq.
    Baghdad,
}

/// A clock that is put forward or back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The first second of the new offset.
    pub at: UnixSecs,
    /// What holds from then on.
    pub offset: UtcOffset,
}

impl Zone {
    /// All of them in the order of a menu.
    pub const ALL: [Self; 5] = [Self::Event, Self::Utc, Self::Washington, Self::Tehran, Self::Baghdad];

    /// Its name in addresses.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Utc => "utc",
            Self::Washington => "washington",
            Self::Tehran => "tehran",
            Self::Baghdad => "baghdad",
        }
    }

    /// Its name for people.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Event => "Event-local",
            Self::Utc => "UTC",
            Self::Washington => "Washington",
            Self::Tehran => "Tehran",
            Self::Baghdad => "Baghdad",
        }
    }

    /// The one that is called `id` in addresses.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|zone| zone.id() == id)
    }

    /// How far it stands from UTC at `at`; `record_clock` where each event has its own clock.
    /// O(rules), about a dozen.
    ///
    /// Right for every instant from 1951 on, and until a parliament thinks otherwise; standard time before.
    ///
    /// ```
    /// use brink::time::zone::Zone;
    /// use dataset::units::{UnixSecs, UtcOffset};
    /// // In Iran the summer of 2019 was on summer time, that of 2023 was not.
    /// let minutes = |at| Zone::Tehran.offset_at(UnixSecs(at), UtcOffset::UTC).minutes();
    /// assert_eq!((minutes(1_563_000_000), minutes(1_689_000_000)), (270, 210));
    /// ```
    #[must_use]
    pub fn offset_at(self, at: UnixSecs, record_clock: UtcOffset) -> UtcOffset {
        match self {
            Self::Event => record_clock,
            _ => self.last_change(at).map_or_else(|| offset(self.clock().0), |change| change.offset),
        }
    }

    /// `date` as this clock shows it: on its own clock for [`Zone::Event`].
    /// A date without a time stays as it is.
    #[must_use]
    pub fn read(self, date: Edtf) -> Edtf {
        match self {
            Self::Event => date,
            _ => date.on_clock(|at| self.offset_at(at, UtcOffset::UTC)),
        }
    }

    /// The changes in `[window.start(), window.end())`, in order; none for [`Zone::Event`] and [`Zone::Utc`].
    ///
    /// Costs as much as [`Zone::offset_at`] for each change:
    /// a window of 75 years has 150 of them in Washington.
    #[must_use]
    pub fn transitions(self, window: TimeWindow) -> Vec<Change> {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "windows lie within the calendar; beyond it the cast saturates"
        )]
        let [start, end] = [window.start(), window.end()].map(|moment| moment.0.ceil() as i64);
        let mut changes = Vec::new();
        let mut before = end;
        while let Some(change) =
            self.last_change(UnixSecs(before.saturating_sub(1))).filter(|change| change.at.0 >= start)
        {
            before = change.at.0;
            changes.push(change);
        }
        changes.reverse();
        changes
    }

    /// The latest change that is not after `at`.
    fn last_change(self, at: UnixSecs) -> Option<Change> {
        let year = DateTime::at(at, UtcOffset::UTC).date().year();
        let mut last: Option<Change> = None;
        for rule in self.clock().1 {
            if let Some(found) = rule.last(at, year).filter(|found| last.is_none_or(|last| last.at < *found))
            {
                last = Some(Change { at: found, offset: offset(rule.offset) });
            }
        }
        last
    }

    /// The offset before the first change, and the changes.
    const fn clock(self) -> (i16, &'static [Rule]) {
        match self {
            Self::Event | Self::Utc => (0, &[]),
            Self::Washington => (-300, &WASHINGTON),
            Self::Tehran => (210, &TEHRAN),
            Self::Baghdad => (180, &BAGHDAD),
        }
    }
}

/// The offset of a rule, all of which are within the bounds of the world's clocks.
fn offset(minutes: i16) -> UtcOffset {
    UtcOffset::from_minutes(minutes).unwrap_or(UtcOffset::UTC)
}

#[cfg(test)]
mod tests {
    use super::super::window::{Bounds, Moment};
    use super::*;
    use dataset::edtf::Edtf;
    use dataset::units::TimeSpan;
    use proptest::prelude::*;

    const CHANGES: &str = include_str!("../../tests/it/fixtures/clocks.txt");

    fn instant(text: &str) -> UnixSecs {
        Edtf::parse(text).unwrap().span(UtcOffset::UTC).start
    }

    fn minutes(zone: Zone, at: i64) -> i16 {
        zone.offset_at(UnixSecs(at), UtcOffset::UTC).minutes()
    }

    /// The changes from zoneinfo for `zone`: when, minutes before, minutes after.
    fn known(zone: Zone) -> Vec<(i64, i16, i16)> {
        let lines = CHANGES.lines().filter_map(|line| line.strip_prefix(zone.id()));
        let change = |line: &str| {
            let numbers: Vec<i64> = line.split_whitespace().map(|number| number.parse().unwrap()).collect();
            (numbers[0], numbers[1].try_into().unwrap(), numbers[2].try_into().unwrap())
        };
        lines.map(change).collect()
    }

    fn window(start: i64, end: i64) -> TimeWindow {
        let bounds = Bounds::around(TimeSpan { start: Edtf::FIRST, end: Edtf::LAST });
        TimeWindow::fitting(UnixSecs(start).into(), UnixSecs(end).into(), bounds)
    }

    #[test]
    fn the_strike_was_on_the_third_in_baghdad_and_tehran_and_on_the_second_in_washington() {
        let check = |zone: Zone, expected| {
            let at = instant("2020-01-02T21:47Z");
            let local = DateTime::at(at, zone.offset_at(at, UtcOffset::EASTMOST));
            assert_eq!(format!("{}T{:02}:{:02}", local.date(), local.hour(), local.minute()), expected);
        };
        check(Zone::Utc, "2020-01-02T21:47");
        check(Zone::Baghdad, "2020-01-03T00:47");
        check(Zone::Washington, "2020-01-02T16:47");
        check(Zone::Tehran, "2020-01-03T01:17");
        check(Zone::Event, "2020-01-03T11:47");
    }

    #[test]
    fn summers_are_on_summer_time_where_and_when_there_was_one() {
        let check =
            |zone, day, expected| assert_eq!(minutes(zone, instant(day).0), expected, "{zone:?} on {day}");
        check(Zone::Washington, "2020-07-01", -240);
        check(Zone::Washington, "2050-07-01", -240);
        check(Zone::Washington, "2050-12-01", -300);
        check(Zone::Washington, "1950-07-01", -300);
        check(Zone::Tehran, "2019-07-01", 270);
        check(Zone::Tehran, "2006-07-01", 210);
        check(Zone::Tehran, "2023-07-01", 210);
        check(Zone::Tehran, "1978-12-01", 210);
        check(Zone::Baghdad, "2003-04-09", 240);
        check(Zone::Baghdad, "2019-07-01", 180);
    }

    #[test]
    fn every_second_from_1951_to_2035_is_as_the_database_has_it() {
        for zone in [Zone::Washington, Zone::Tehran, Zone::Baghdad] {
            let (start, end) = (instant("1951").0, instant("2036").0);
            let mut from = start;
            let known = known(zone);
            for &(at, before, after) in &known {
                assert_eq!(
                    (minutes(zone, from), minutes(zone, i64::midpoint(from, at))),
                    (before, before),
                    "{zone:?} {at}"
                );
                assert_eq!((minutes(zone, at - 1), minutes(zone, at)), (before, after), "{zone:?} {at}");
                from = at;
            }
            assert_eq!(minutes(zone, end - 1), known[known.len() - 1].2);
            // Since there are no other changes, what holds at the ends of a stretch holds within it.
            let ours = zone.transitions(window(start, end));
            let ours: Vec<_> = ours.iter().map(|change| (change.at.0, change.offset.minutes())).collect();
            assert_eq!(ours, known.iter().map(|change| (change.0, change.2)).collect::<Vec<_>>());
        }
        assert!(CHANGES.lines().count() > 280);
    }

    #[test]
    fn a_change_belongs_to_the_window_that_starts_with_it_and_not_to_the_one_that_ends() {
        let at = instant("2020-03-08T07:00Z").0;
        let changes = |start, end| Zone::Washington.transitions(window(start, end)).len();
        assert_eq!((changes(at, at + 3600), changes(at - 3600, at), changes(at - 3600, at + 1)), (1, 0, 1));
        assert_eq!(Zone::Event.transitions(window(0, 2_000_000_000)), []);
        assert_eq!(Zone::Utc.transitions(window(0, 2_000_000_000)), []);
    }

    #[test]
    fn an_id_leads_back_to_its_clock_and_no_other_word_does() {
        assert!(
            Zone::ALL.iter().all(|&zone| Zone::from_id(zone.id()) == Some(zone) && !zone.name().is_empty())
        );
        assert_eq!((Zone::from_id("Utc"), Zone::from_id(""), Zone::default()), (None, None, Zone::Event));
    }

    #[test]
    fn at_the_ends_of_time_every_clock_still_answers() {
        for zone in Zone::ALL {
            assert_eq!(zone.offset_at(UnixSecs(i64::MIN), UtcOffset::UTC).minutes(), zone.clock().0);
            let _ = zone.offset_at(UnixSecs(i64::MAX), UtcOffset::UTC);
        }
    }

    proptest! {
        #[test]
        fn the_clock_goes_on_evenly_between_its_changes(
            idx in 0..Zone::ALL.len(), start in -7e8..3e9_f64, len in 600.0..1e8_f64, share in 0.0..1.0_f64,
        ) {
            let (zone, record_clock) = (Zone::ALL[idx], UtcOffset::EASTMOST);
            let bounds = Bounds::around(TimeSpan { start: Edtf::FIRST, end: Edtf::LAST });
            let shown = TimeWindow::fitting(Moment(start), Moment(start + len), bounds);
            #[expect(clippy::cast_possible_truncation, reason = "moments within the calendar")]
            let [first, at] = [start, start + share * len].map(|moment| UnixSecs(moment as i64));
            let changes = zone.transitions(shown);
            let last = changes.iter().rev().find(|change| change.at <= at).map(|change| change.offset);
            prop_assert_eq!(
                zone.offset_at(at, record_clock),
                last.unwrap_or_else(|| zone.offset_at(first, record_clock))
            );
            prop_assert!(
                changes.windows(2).all(|pair| pair[0].at < pair[1].at && pair[0].offset != pair[1].offset)
            );
        }
    }
}
