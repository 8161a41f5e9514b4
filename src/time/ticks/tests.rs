//! Ticks on clocks and calendars: a file of its own because of the pictures of both rows.

use super::*;
use crate::time::window::{Bounds, Moment, TimeWindow};
use dataset::edtf::Edtf;
use proptest::prelude::*;

/// The scale that shows `len` seconds from `start` on `width` pixels.
fn scale(start: f64, len: f64, width: f64) -> TimeScale {
    let bounds = Bounds::around(Edtf::parse("1900/2099").unwrap().span(UtcOffset::UTC));
    TimeScale::new(TimeWindow::fitting(Moment(start), Moment(start + len), bounds), width)
}

/// Checks both rows on Baghdad's clock; a dot is a tick without a label.
fn check(start: &str, len: f64, width: f64, major: &str, minor: &str) {
    let row = |ticks: Vec<Tick>| {
        let labels =
            ticks.into_iter().map(|tick| if tick.label.is_empty() { "·".to_owned() } else { tick.label });
        labels.collect::<Vec<_>>().join(" | ")
    };
    let Moment(from) = Edtf::parse(start).unwrap().span(UtcOffset::UTC).start.into();
    let both = ticks(scale(from, len, width), UtcOffset::from_minutes(180).unwrap());
    assert_eq!(
        (row(both.major), row(both.minor)),
        (major.to_owned(), minor.to_owned()),
        "{start} for {len} s on {width} px"
    );
}

const MINUTE: f64 = 60.0;
const HOUR: f64 = 3600.0;
const DAY: f64 = 86_400.0;
const YEAR: f64 = 366.0 * DAY;

#[test]
fn minutes_and_hours_stand_under_their_day() {
    let friday = "Friday 3 January 2020";
    check("2020-01-02T21:42:30Z", 10.0 * MINUTE, 240.0, friday, "00:45 | 00:50");
    check(
        "2020-01-02T21:42Z",
        10.0 * MINUTE,
        480.0,
        friday,
        "00:42 | 00:43 | 00:44 | 00:45 | 00:46 | 00:47 | 00:48 | 00:49 | 00:50 | 00:51",
    );
    check("2020-01-02T21:42Z", 25.0 * MINUTE, 320.0, friday, "00:45 | 00:50 | 00:55 | 01:00 | ·");
    check("2020-01-02T21:42Z", HOUR, 320.0, friday, "00:50 | 01:00 | 01:10 | 01:20 | 01:30 | ·");
    check(
        "2020-01-02T20:42Z",
        1.5 * HOUR,
        320.0,
        "2 Jan | Friday 3 January 2020",
        "23:45 | 00:00 | 00:15 | 00:30 | 00:45 | 01:00",
    );
    check(
        "2020-01-02T20:42Z",
        3.0 * HOUR,
        320.0,
        "· | Friday 3 January 2020",
        "00:00 | 00:30 | 01:00 | 01:30 | 02:00 | ·",
    );
    let both = "Thu 2 Jan 2020 | Friday 3 January 2020";
    check("2020-01-02T18:42Z", 6.0 * HOUR, 320.0, both, "22:00 | 23:00 | 00:00 | 01:00 | 02:00 | ·");
    check("2020-01-02T12:00Z", 18.0 * HOUR, 320.0, both, "15:00 | 18:00 | 21:00 | 00:00 | 03:00 | 06:00");
    check(
        "2020-01-02T12:00Z",
        36.0 * HOUR,
        320.0,
        "2 Jan | Friday 3 January 2020 | ·",
        "18:00 | 00:00 | 06:00 | 12:00 | 18:00 | ·",
    );
    check(
        "2020-01-02T12:00Z",
        72.0 * HOUR,
        320.0,
        "· | 3 Jan 2020 | 4 Jan 2020 | 5 Jan",
        "00:00 | 12:00 | 00:00 | 12:00 | 00:00 | ·",
    );
}

#[test]
fn days_and_weeks_stand_under_their_month() {
    check("2019-12-28", 8.0 * DAY, 320.0, "December 2019 | January 2020", "29 | 30 | 31 | 1 | 2 | 3 | 4 | ·");
    check("2019-12-27", 16.0 * DAY, 320.0, "Dec 2019 | January 2020", "28 | 30 | 1 | 3 | 5 | 7 | 9 | 11");
    check(
        "2019-12-27",
        60.0 * DAY,
        320.0,
        "· | January 2020 | February 2020",
        "30 | 6 | 13 | 20 | 27 | 3 | 10 | 17 | ·",
    );
}

#[test]
fn months_stand_under_their_year_and_years_under_their_decade_or_century() {
    check("2019-09-05", 200.0 * DAY, 320.0, "2019 | 2020", "Oct | Nov | Dec | Jan | Feb | Mar");
    check("2019-05-08", 600.0 * DAY, 320.0, "2019 | 2020", "Jul | Oct | Jan | Apr | Jul | Oct");
    check("2018-05-08", 5.0 * YEAR, 320.0, "2010s | 2020s", "2019 | 2020 | 2021 | 2022 | ·");
    check("2012-05-08", 11.0 * YEAR, 320.0, "2010s | 2020s", "2014 | 2016 | 2018 | 2020 | 2022");
    check("2001-09-11", 25.0 * YEAR, 320.0, "2000s | 2010s | 2020s", "2005 | 2010 | 2015 | 2020 | ·");
    check(
        "1953-08-19",
        75.0 * YEAR,
        320.0,
        "20th century | 21st century",
        "1960 | 1970 | 1980 | 1990 | 2000 | 2010 | 2020",
    );
    check("1953-08-19", 75.0 * YEAR, 200.0, "20th century | 2000s", "1960 | 1980 | 2000 | ·");
    check("1905-08-19", 150.0 * YEAR, 200.0, "20th century | 2000s", "1950 | 2000 | ·");
    check("1900", 198.0 * YEAR, 96.0, "", "2000");
}

#[test]
fn the_widest_date_is_the_widest() {
    for days in 0..400 {
        for (form, widest) in
            major_forms(Interval::DAY, Date::from_days(days)).iter().zip(major_forms(Interval::DAY, WIDEST))
        {
            assert!(form.len() <= widest.len(), "{form}");
        }
    }
}

/// Windows of ten minutes to eighty years, every length as likely
/// as every other to the eye, on every screen.
fn any_scale() -> impl Strategy<Value = TimeScale> {
    (-1.5e9..2e9, (600.0_f64).ln()..(2.53e9_f64).ln(), 200.0..2560.0)
        .prop_map(|(start, len, width)| scale(start, len.exp(), width))
}

fn any_clock() -> impl Strategy<Value = UtcOffset> {
    (-48_i16..=56).prop_map(|quarters| UtcOffset::from_minutes(quarters * 15).unwrap())
}

proptest! {
    #[test]
    fn labels_never_touch_and_never_leave_the_screen(scale in any_scale(), clock in any_clock()) {
        let both = ticks(scale, clock);
        for row in [&both.major, &both.minor] {
            let written: Vec<_> = row.iter().filter(|tick| !tick.label.is_empty()).collect();
            for pair in written.windows(2) {
                prop_assert!(
                    pair[0].px + text_px(&pair[0].label) + GAP_PX <= pair[1].px + 1e-6,
                    "{:?}",
                    pair
                );
            }
            for tick in written {
                prop_assert!(
                    tick.px >= 0.0 && tick.px + edge_px(&tick.label) <= scale.width() + 1e-6,
                    "{:?}",
                    tick
                );
            }
        }
    }

    #[test]
    fn one_label_at_least_names_its_year(scale in any_scale(), clock in any_clock()) {
        let both = ticks(scale, clock);
        let has_year =
            |tick: &Tick| tick.label.split(' ').any(|word| word.len() == 4 && word.parse::<u16>().is_ok());
        prop_assert!(both.major.iter().chain(&both.minor).any(has_year), "{:?}", both);
    }

    #[test]
    fn ticks_rise_and_stand_on_their_interval_and_are_few(scale in any_scale(), clock in any_clock()) {
        let (step, both) = (minor_step(scale), ticks(scale, clock));
        prop_assert!(both.minor.len() <= 61);
        prop_assert!(both.minor.windows(2).all(|pair| step.offset(pair[0].at, 1, clock) == pair[1].at));
        prop_assert!(
            both.minor
                .iter()
                .all(|tick| step.floor(tick.at, clock) == tick.at && (0.0..scale.width()).contains(&tick.px))
        );
        if let Some(around) = major_of(step) {
            prop_assert!(both.major.windows(2).all(|pair| around.offset(pair[0].at, 1, clock) == pair[1].at));
            prop_assert!(Moment::from(both.major[0].at).0 <= scale.window().start().0);
            prop_assert!(both.major.iter().skip(1).all(|tick| tick.px > 0.0));
        }
    }

    #[test]
    fn overlapping_windows_of_equal_length_agree(
        first in any_scale(),
        share in 0.0..1.0_f64,
        clock in any_clock(),
    ) {
        let (window, width) = (first.window(), first.width());
        let second = scale(window.start().0 + share * window.len().0, window.len().0, width);
        let in_both = |tick: &Tick| {
            let Moment(at) = tick.at.into();
            at >= second.window().start().0.max(window.start().0)
                && at < second.window().end().0.min(window.end().0)
        };
        let (a, b) = (ticks(first, clock), ticks(second, clock));
        for (a, b) in [(a.major, b.major), (a.minor, b.minor)] {
            let common =
                |row: Vec<Tick>| row.into_iter().filter(&in_both).map(|tick| tick.at).collect::<Vec<_>>();
            prop_assert_eq!(common(a), common(b));
        }
    }
}
