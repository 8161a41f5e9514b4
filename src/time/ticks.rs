//! The time axis: two rows of calendar ticks with labels that never overlap.
//!
//! ```text
//!   January 2020                                  ┆ major: the period around, its label at the period's start
//!   ╷3    ╷4    ╷5    ╷6    ╷7    ╷8    ╷9         ┆ minor: the steps in it
//! ```
//!
//! Separate from `interval`, which knows where periods begin but not how many fit on a screen.

use dataset::civil::{Date, DateTime};
use dataset::units::{TimeSpan, UnixSecs, UtcOffset};

use super::format::short_name;
use super::interval::{Interval, Unit};
use super::scale::TimeScale;

/// Width of a character in pixels, on the safe side for the axis's type (12 px, digits and mixed case).
/// Too small, and labels overlap; too large, and the axis is emptier than it must be.
const CHAR_PX: f64 = 7.0;

/// Least room between two labels of a row, in pixels: below it they read as one.
const GAP_PX: f64 = 12.0;

/// From a tick to its label, and from the label to the edge of the plot, in pixels.
pub const LEAD_PX: f64 = 3.0;

/// Most minor periods on a screen, however wide: more are a texture that nobody reads, and as many SVG elements.
const MOST_MINOR: f64 = 60.0;

/// A date whose names are the longest there are: Wednesday, 30 September 2020.
const WIDEST: Date = Date::from_days(18_535);

/// The ticks of a window.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ticks {
    /// The periods around, in order; the first one holds the window's start. Empty where centuries are the minor row.
    pub major: Vec<Tick>,
    /// The steps, in order.
    pub minor: Vec<Tick>,
}

impl Ticks {
    /// The same, so many times as far apart.
    #[must_use]
    pub fn spread(mut self, times: f64) -> Self {
        if times != 1.0 {
            self.major.iter_mut().chain(&mut self.minor).for_each(|tick| tick.px *= times);
        }
        self
    }
}

/// One tick. Its label is written from [`LEAD_PX`] right of it on.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// The start of a period. That of the first major tick may lie before the window: then there is no line to draw.
    pub at: UnixSecs,
    /// Where it stands, in `[0, width)`: a period that began before the window stands at its left edge.
    pub px: f64,
    /// What it says; empty where there is no room for even its shortest form.
    pub label: String,
}

/// The ticks of the window of `scale`, on the clock of `clock`.
///
/// The minor row is the finest step whose labels have room, by an estimate of their width; a window of equal length and
/// width gets an equal step wherever it lies, so panning moves the ticks and changes none. Major labels shorten
/// ("January 2020", "Jan 2020", "Jan") as their periods become narrow, all of them alike; those cut by an edge or by their
/// successor shorten further or fall away. From 200 pixels on and up to a century at least one label names its year.
/// Costs at most some 120 labels.
#[must_use]
pub fn ticks(scale: TimeScale, clock: UtcOffset) -> Ticks {
    let step = minor_step(scale);
    Ticks {
        major: major_of(step).map_or_else(Vec::new, |around| major_ticks(around, scale, clock)),
        minor: minor_ticks(step, scale, clock),
    }
}

/// The finest step whose labels have room.
fn minor_step(scale: TimeScale) -> Interval {
    let has_room = |step: &Interval| {
        let label_px = text_px(&minor_label(*step, DateTime::midnight(WIDEST)));
        scale.px_from_secs(step.shortest()) >= (label_px + GAP_PX).max(scale.width() / MOST_MINOR)
    };
    Interval::ALL.into_iter().find(has_room).unwrap_or(Interval::CENTURY)
}

/// What the major row shows around a minor row of `step`.
const fn major_of(step: Interval) -> Option<Interval> {
    match step.unit() {
        Unit::Minute | Unit::Hour => Some(Interval::DAY),
        Unit::Day | Unit::Week => Some(Interval::MONTH),
        Unit::Month => Some(Interval::YEAR),
        Unit::Year if step.is_shorter(Interval::DECADE) => Some(Interval::DECADE),
        Unit::Year if step.is_shorter(Interval::CENTURY) => Some(Interval::CENTURY),
        Unit::Year => None,
    }
}

fn minor_ticks(step: Interval, scale: TimeScale, clock: UtcOffset) -> Vec<Tick> {
    let tick = |at| {
        let px = scale.px_from_time(at);
        let label = minor_label(step, DateTime::at(at, clock));
        Tick { at, px, label: if px + edge_px(&label) <= scale.width() { label } else { String::new() } }
    };
    step.range(whole_secs(scale), clock).map(tick).collect()
}

fn minor_label(step: Interval, at: DateTime) -> String {
    match step.unit() {
        Unit::Minute | Unit::Hour => format!("{:02}:{:02}", at.hour(), at.minute()),
        Unit::Day | Unit::Week => at.date().day().to_string(),
        Unit::Month => short_name(at.date().month_name()).to_owned(),
        Unit::Year => at.date().year().to_string(),
    }
}

fn major_ticks(around: Interval, scale: TimeScale, clock: UtcOffset) -> Vec<Tick> {
    let TimeSpan { start, end } = whole_secs(scale);
    let first = around.floor(start, clock);
    let first = if scale.px_from_time(first) > 0.0 { around.offset(first, -1, clock) } else { first };
    let starts: Vec<_> = around.range(TimeSpan { start: first, end }, clock).collect();
    let px = |at| scale.px_from_time(at).max(0.0);
    let longest = longest_form(around, scale);
    let label = |idx: usize, at| {
        let fits = |form: &&String| match starts.get(idx + 1) {
            Some(next) => px(at) + text_px(form) + GAP_PX <= px(*next),
            None => px(at) + edge_px(form) <= scale.width(),
        };
        let forms = major_forms(around, DateTime::at(at, clock).date());
        forms.into_iter().skip(longest).find(|form| fits(&form)).unwrap_or_default()
    };
    starts.iter().enumerate().map(|(idx, &at)| Tick { at, px: px(at), label: label(idx, at) }).collect()
}

/// Which of the forms is the longest that every whole period has room for; the last one where none is.
fn longest_form(around: Interval, scale: TimeScale) -> usize {
    let room = scale.px_from_secs(around.shortest()) - GAP_PX;
    let forms = major_forms(around, WIDEST);
    forms.iter().position(|form| text_px(form) <= room).unwrap_or(forms.len() - 1)
}

/// What the period that starts on `date` is called, longest first.
fn major_forms(around: Interval, date: Date) -> Vec<String> {
    let (year, day) = (date.year(), date.day());
    let month = short_name(date.month_name());
    match around.unit() {
        Unit::Minute | Unit::Hour | Unit::Day => vec![
            format!("{} {day} {} {year}", date.weekday().name(), date.month_name()),
            format!("{} {day} {month} {year}", short_name(date.weekday().name())),
            format!("{day} {month} {year}"),
            format!("{day} {month}"),
        ],
        Unit::Week | Unit::Month => {
            vec![format!("{} {year}", date.month_name()), format!("{month} {year}"), month.to_owned()]
        }
        Unit::Year if around == Interval::DECADE => vec![format!("{year}s")],
        Unit::Year if around == Interval::CENTURY => vec![century(year), format!("{year}s")],
        Unit::Year => vec![year.to_string()],
    }
}

/// The century that begins with `year`, a multiple of 100.
fn century(year: i32) -> String {
    let nth = year / 100 + 1;
    let ending = match nth % 10 {
        _ if nth / 10 % 10 == 1 => "th",
        1 => "st",
        2 => "nd",
        3 => "rd",
        _ => "th",
    };
    format!("{nth}{ending} century")
}

/// The whole seconds in the window.
#[expect(clippy::cast_possible_truncation, reason = "windows lie within the calendar; beyond it the cast saturates")]
fn whole_secs(scale: TimeScale) -> TimeSpan {
    let window = scale.window();
    TimeSpan { start: UnixSecs(window.start().0.ceil() as i64), end: UnixSecs(window.end().0.ceil() as i64) }
}

/// The least room from a tick to the edge of the plot in which its label stands whole.
fn edge_px(label: &str) -> f64 {
    text_px(label) + 2.0 * LEAD_PX
}

/// Estimated width of a label.
#[expect(clippy::cast_precision_loss, reason = "labels have a few characters")]
fn text_px(label: &str) -> f64 {
    label.chars().count() as f64 * CHAR_PX
}

#[cfg(test)]
mod tests {
    use super::super::window::{Bounds, Moment, TimeWindow};
    use super::*;
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
            let labels = ticks.into_iter().map(|tick| if tick.label.is_empty() { "·".to_owned() } else { tick.label });
            labels.collect::<Vec<_>>().join(" | ")
        };
        let Moment(from) = Edtf::parse(start).unwrap().span(UtcOffset::UTC).start.into();
        let both = ticks(scale(from, len, width), UtcOffset::from_minutes(180).unwrap());
        assert_eq!((row(both.major), row(both.minor)), (major.to_owned(), minor.to_owned()), "{start} for {len} s on {width} px");
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
        check("2020-01-02T20:42Z", 3.0 * HOUR, 320.0, "· | Friday 3 January 2020", "00:00 | 00:30 | 01:00 | 01:30 | 02:00 | ·");
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
        check("2019-12-27", 60.0 * DAY, 320.0, "· | January 2020 | February 2020", "30 | 6 | 13 | 20 | 27 | 3 | 10 | 17 | ·");
    }

    #[test]
    fn months_stand_under_their_year_and_years_under_their_decade_or_century() {
        check("2019-09-05", 200.0 * DAY, 320.0, "2019 | 2020", "Oct | Nov | Dec | Jan | Feb | Mar");
        check("2019-05-08", 600.0 * DAY, 320.0, "2019 | 2020", "Jul | Oct | Jan | Apr | Jul | Oct");
        check("2018-05-08", 5.0 * YEAR, 320.0, "2010s | 2020s", "2019 | 2020 | 2021 | 2022 | ·");
        check("2012-05-08", 11.0 * YEAR, 320.0, "2010s | 2020s", "2014 | 2016 | 2018 | 2020 | 2022");
        check("2001-09-11", 25.0 * YEAR, 320.0, "2000s | 2010s | 2020s", "2005 | 2010 | 2015 | 2020 | ·");
        check("1953-08-19", 75.0 * YEAR, 320.0, "20th century | 21st century", "1960 | 1970 | 1980 | 1990 | 2000 | 2010 | 2020");
        check("1953-08-19", 75.0 * YEAR, 200.0, "20th century | 2000s", "1960 | 1980 | 2000 | ·");
        check("1905-08-19", 150.0 * YEAR, 200.0, "20th century | 2000s", "1950 | 2000 | ·");
        check("1900", 198.0 * YEAR, 96.0, "", "2000");
    }

    #[test]
    fn the_widest_date_is_the_widest() {
        for days in 0..400 {
            for (form, widest) in major_forms(Interval::DAY, Date::from_days(days)).iter().zip(major_forms(Interval::DAY, WIDEST))
            {
                assert!(form.len() <= widest.len(), "{form}");
            }
        }
    }

    /// Windows of ten minutes to eighty years, every length as likely as every other to the eye, on every screen.
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
                    prop_assert!(pair[0].px + text_px(&pair[0].label) + GAP_PX <= pair[1].px + 1e-6, "{:?}", pair);
                }
                for tick in written {
                    prop_assert!(tick.px >= 0.0 && tick.px + edge_px(&tick.label) <= scale.width() + 1e-6, "{:?}", tick);
                }
            }
        }

        #[test]
        fn one_label_at_least_names_its_year(scale in any_scale(), clock in any_clock()) {
            let both = ticks(scale, clock);
            let has_year = |tick: &Tick| tick.label.split(' ').any(|word| word.len() == 4 && word.parse::<u16>().is_ok());
            prop_assert!(both.major.iter().chain(&both.minor).any(has_year), "{:?}", both);
        }

        #[test]
        fn ticks_rise_and_stand_on_their_interval_and_are_few(scale in any_scale(), clock in any_clock()) {
            let (step, both) = (minor_step(scale), ticks(scale, clock));
            prop_assert!(both.minor.len() <= 61);
            prop_assert!(both.minor.windows(2).all(|pair| step.offset(pair[0].at, 1, clock) == pair[1].at));
            prop_assert!(both.minor.iter().all(|tick| step.floor(tick.at, clock) == tick.at && (0.0..scale.width()).contains(&tick.px)));
            if let Some(around) = major_of(step) {
                prop_assert!(both.major.windows(2).all(|pair| around.offset(pair[0].at, 1, clock) == pair[1].at));
                prop_assert!(Moment::from(both.major[0].at).0 <= scale.window().start().0);
                prop_assert!(both.major.iter().skip(1).all(|tick| tick.px > 0.0));
            }
        }

        #[test]
        fn overlapping_windows_of_equal_length_agree(first in any_scale(), share in 0.0..1.0_f64, clock in any_clock()) {
            let (window, width) = (first.window(), first.width());
            let second = scale(window.start().0 + share * window.len().0, window.len().0, width);
            let in_both = |tick: &Tick| {
                let Moment(at) = tick.at.into();
                at >= second.window().start().0.max(window.start().0) && at < second.window().end().0.min(window.end().0)
            };
            let (a, b) = (ticks(first, clock), ticks(second, clock));
            for (a, b) in [(a.major, b.major), (a.minor, b.minor)] {
                let common = |row: Vec<Tick>| row.into_iter().filter(&in_both).map(|tick| tick.at).collect::<Vec<_>>();
                prop_assert_eq!(common(a), common(b));
            }
        }
    }
}
