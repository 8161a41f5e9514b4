//! The time axis: two rows of calendar ticks with labels that never overlap.
//!
//! ```text
//!   January 2020                                  ┆ major: the period around, its label at its start
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

/// Most minor periods on a screen, however wide: more are a texture that nobody reads,
/// and as many SVG elements.
const MOST_MINOR: f64 = 60.0;

/// A date whose names are the longest there are: Wednesday, 30 September 2020.
const WIDEST: Date = Date::from_days(18_535);

/// The ticks of a window.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ticks {
    /// The periods around, in order; the first one holds the window's start.
    /// Empty where centuries are the minor row.
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
    /// The start of a period. That of the first major tick may lie before the window:
    /// then there is no line to draw.
    pub at: UnixSecs,
    /// Where it stands, in `[0, width)`: a period that began before the window stands at its left edge.
    pub px: f64,
    /// What it says; empty where there is no room for even its shortest form.
    pub label: String,
}

/// The ticks of the window of `scale`, on the clock of `clock`.
///
/// The minor row is the finest step whose labels have room, by an estimate of their width; a window of equal
/// length and width gets an equal step wherever it lies, so panning moves the ticks and changes none. Major
/// labels shorten ("January 2020", "Jan 2020", "Jan") as their periods become narrow, all of them alike;
/// those cut by an edge or by their successor shorten further or fall away. From 200 pixels on and up to a
/// century at least one label names its year. Costs at most some 120 labels.
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
#[expect(
    clippy::cast_possible_truncation,
    reason = "windows lie within the calendar; beyond it the cast saturates"
)]
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
mod tests;
