//! Where acts, dates and rungs stand on a ladder of a width.
//!
//! ```text
//!              3 January 2020                 a date, where it changes
//!   headline ●──────╮  ┃                      an act of the first side on its rail
//!            ┃      │  ┃
//!            ┃   [5 days]──▶● headline        its answer by the second side, with the time between
//!            ┃         ┃
//!          [same day]                         a third party's act, on both rails
//!           headline
//! ```

mod ways;

use dataset::civil::Date;
use dataset::edtf::{Edtf, Endpoint, Stamp};
use dataset::model::{EventIdx, SideIdx};

use super::content::Ladder;
use super::text::lines;
use super::words::{Pace, between, first};
use crate::geom::outline::Outline;
use crate::geom::{Point, Rect, Size, clamp};
use crate::record::{Acting, Record};
use crate::time::format;
use crate::time::zone::Zone;
use ways::rungs;

/// Height of a line of a headline, in 14 px type, and of a note, in 12 px.
pub const LINE: (f64, f64) = (18.0, 16.0);
/// Height of a time between, and from one to the next, in pixels.
pub const PILL: (f64, f64) = (18.0, 21.0);
/// Height of a date with the room around it.
const DATE: f64 = 46.0;
/// Room at the top and the bottom of a card, and between two cards.
const PAD: (f64, f64) = (5.0, 7.0);
/// From a rail to the headlines beside it.
const AWAY: f64 = 14.0;
/// The room between the rails: least, most, and the share of the width.
const BETWEEN: (f64, f64, f64) = (92.0, 190.0, 0.2);
/// From a rail to the nearest time between.
const BESIDE: f64 = 20.0;
/// What stands on both rails: its share of the width, and its most.
const MIDDLE: (f64, f64) = (0.7, 460.0);
/// The full title is used if it takes at most this many lines; else the short headline.
const TITLE_LINES: usize = 2;
/// Type of the notes and the times between against the measured one.
const SMALL: f64 = 12.0 / 14.0;
/// The corner of a rung.
const CORNER: f64 = 6.0;

/// What the places depend on beside the acts.
#[derive(Clone, Copy)]
pub struct Room<'a> {
    /// Width of all of it in pixels.
    pub width: f64,
    /// The clock on which dates are told.
    pub zone: Zone,
    /// Width in pixels of a text in the bold type of 14 px.
    pub measure: &'a dyn Fn(&str) -> f64,
}

/// Where an act stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rail {
    /// Left: the first of the adversaries.
    First,
    /// Right: the second.
    Second,
    /// Across: an act of both.
    Both,
    /// On the rails, between: a third party's, or nobody's.
    Third,
}

/// Everything in its place, in pixels from the left top corner.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// All of it.
    pub size: Size,
    /// Where the rails stand.
    pub rails: [f64; 2],
    /// In the order of [`Ladder::acts`].
    pub cards: Vec<Card>,
    /// Dates, each with the baseline's middle.
    pub dates: Vec<(Point, String)>,
    /// In the order of [`Ladder::rungs`].
    pub rungs: Vec<RungMark>,
}

/// An act.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// What happened.
    pub event: EventIdx,
    /// Where it stands.
    pub rail: Rail,
    /// Its room: no two overlap.
    pub rect: Rect,
    /// Whose or when, where the date above does not say it; may be empty.
    pub note: String,
    /// Its headline.
    pub lines: Vec<String>,
    /// Its place on its rail; for those across, the middle of the upper edge.
    pub knot: Point,
    /// The times since what it answered: first those of its rungs, in their order,
    /// then one for what is not on the ladder.
    pub pills: Vec<Pill>,
}

/// A time between an act and its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Pill {
    /// The act that was answered.
    pub cause: EventIdx,
    /// Whether that act stands on the ladder.
    pub is_seen: bool,
    /// The time in words.
    pub words: String,
    /// How fast the answer came.
    pub pace: Pace,
    /// Its room; it overlaps no card and no other.
    pub rect: Rect,
}

/// The way from an act to its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct RungMark {
    /// The act.
    pub cause: EventIdx,
    /// The answer.
    pub answer: EventIdx,
    /// Where it leaves the act, always above where it ends.
    pub from: Point,
    /// Where it comes to the answer.
    pub to: Point,
    /// Its line.
    pub line: Outline,
    /// The point of the arrow at its end.
    pub head: Outline,
}

/// How far down what has been placed reaches.
#[derive(Default)]
struct Depth {
    columns: [f64; 2],
    /// Between the rails: times, and places of acts.
    between: f64,
}

impl Layout {
    /// Places `ladder`. O(acts + rungs × acts). The same for the same record, acts and room.
    #[must_use]
    pub fn of(record: &Record, ladder: &Ladder, room: &Room<'_>) -> Self {
        let gap = clamp(room.width * BETWEEN.2, BETWEEN.0, BETWEEN.1);
        let rails = [(room.width - gap) / 2.0, (room.width + gap) / 2.0];
        let mut layout = Self { rails, ..Self::default() };
        let (mut depth, mut told, mut before) = (Depth::default(), None::<Stamp>, None::<Date>);
        for at in 0..ladder.acts.len() {
            let event = ladder.acts[at].event;
            let date = room.zone.read(record.event(event).date);
            let stamp = first(date);
            let day = stamp.map(Stamp::date);
            let rest = rest(before, day);
            before = day.max(before);
            // Dates go down the ladder, also where an act had to wait for its cause.
            let is_next = |known: Stamp| {
                stamp.is_some_and(|new| is_other_day(known, new) && new.date() >= known.date())
            };
            if told.is_none_or(is_next) {
                let top = depth.columns[0].max(depth.columns[1]).max(depth.between) + rest;
                layout.dates.push((Point::new(room.width / 2.0, top + 0.66 * DATE), heading(stamp)));
                depth = Depth { columns: [top + DATE; 2], between: top + DATE };
                told = stamp;
            }
            let note = note(record, event, date, told);
            let card = card(record, ladder, at, room, rails, &mut depth, note);
            layout.cards.push(card);
        }
        let height = depth.columns[0].max(depth.columns[1]).max(depth.between) + 2.0 * PAD.1;
        layout.size = Size::new(room.width, height);
        layout.rungs = rungs(ladder, &layout.cards, rails);
        layout
    }
}

/// The room that a stretch without acts takes: more for a longer one.
fn rest(before: Option<Date>, now: Option<Date>) -> f64 {
    let (Some(before), Some(now)) = (before, now) else { return 0.0 };
    match now.days() - before.days() {
        ..=1 => 0.0,
        2..=6 => 6.0,
        7..=30 => 16.0,
        31..=365 => 30.0,
        _ => 48.0,
    }
}

fn is_other_day(one: Stamp, other: Stamp) -> bool {
    let coarse = |stamp: Stamp| stamp.precision().max(dataset::edtf::Precision::Day);
    (one.date(), coarse(one)) != (other.date(), coarse(other))
}

/// A date without its time of day.
fn heading(stamp: Option<Stamp>) -> String {
    let Some(stamp) = stamp else { return "Date unknown".to_owned() };
    match stamp.time() {
        Some(time) => format::day(time.date()),
        None => {
            let mut words = format::long(Edtf::single(stamp));
            // The weekday is left out.
            if let Some((_, rest)) = words.split_once(", ") {
                words = rest.to_owned();
            }
            words
        }
    }
}

/// Whose act it was where no rail says it, and when where the date above does not say all of it.
fn note(record: &Record, event: EventIdx, date: Edtf, told: Option<Stamp>) -> String {
    let mut note = String::new();
    match record.acting(event) {
        Acting::One(SideIdx(side)) if side > 1 => note += record.data().sides[usize::from(side)].short,
        Acting::Both => note += "Both sides",
        _ => {}
    }
    let stamp = first(date);
    let is_told = stamp.zip(told).is_some_and(|(own, told)| !is_other_day(own, told));
    let time = stamp.filter(|stamp| stamp.time().is_some()).map(|stamp| {
        let words = format::short(Edtf::single(stamp));
        words.rsplit(", ").next().unwrap_or_default().to_owned()
    });
    let last = date.ends().1;
    let when = match last {
        _ if !is_told => Some(format::short(date)),
        Endpoint::On(last) if date.is_interval() && time.is_none() => {
            Some(String::from("to ") + &format::short(Edtf::single(last)))
        }
        Endpoint::Open => Some("and on".to_owned()),
        _ => time,
    };
    if let Some(when) = when {
        note += if note.is_empty() { "" } else { " · " };
        note += &when;
    }
    note
}

fn card(
    record: &Record,
    ladder: &Ladder,
    at: usize,
    room: &Room<'_>,
    rails: [f64; 2],
    depth: &mut Depth,
    note: String,
) -> Card {
    let act = &ladder.acts[at];
    let facts = record.event(act.event);
    let rail = match record.acting(act.event) {
        Acting::One(SideIdx(0)) => Rail::First,
        Acting::One(SideIdx(1)) => Rail::Second,
        Acting::Both => Rail::Both,
        _ => Rail::Third,
    };
    let middle = room.width / 2.0;
    let (left, right) = match rail {
        Rail::First => (0.0, rails[0] - AWAY),
        Rail::Second => (rails[1] + AWAY, room.width),
        Rail::Both => (0.0, room.width),
        Rail::Third => {
            let half = (room.width * MIDDLE.0).min(MIDDLE.1) / 2.0;
            (middle - half, middle + half)
        }
    };
    let aside = if matches!(rail, Rail::First | Rail::Second) { PAD.0 } else { 2.0 * AWAY };
    let text_width = (right - left - aside).max(40.0);
    let mut words = lines(facts.title, text_width, room.measure);
    if let Some(short) = facts.short.filter(|_| words.len() > TITLE_LINES) {
        words = lines(short, text_width, room.measure);
    }
    let since =
        |cause: EventIdx| between(room.zone.read(record.event(cause).date), room.zone.read(facts.date));
    let seen = ladder.causes(at).map(|cause| (ladder.acts[cause].event, true));
    let unseen = act.unseen.last().map(|&cause| (cause, false));
    let causes: Vec<(EventIdx, bool)> = seen.chain(unseen).collect();
    #[expect(clippy::cast_precision_loss, reason = "a few lines")]
    let [num_lines, num_pills] = [words.len(), causes.len()].map(|count| count as f64);
    let note_height = if note.is_empty() { 0.0 } else { LINE.1 };
    let text_height = note_height + num_lines * LINE.0 + 2.0 * PAD.0;

    let is_across = matches!(rail, Rail::Both | Rail::Third);
    let columns = match rail {
        Rail::First => &depth.columns[..1],
        Rail::Second => &depth.columns[1..],
        _ => &depth.columns[..],
    };
    let free = columns.iter().copied().fold(0.0, f64::max) + PAD.1;
    let (top, first_pill, height) = if is_across {
        let first_pill = free.max(depth.between);
        (first_pill + num_pills * PILL.1, first_pill, text_height)
    } else {
        // The first time stands level with the first line.
        let level = PAD.0 + (LINE.0 - PILL.0) / 2.0;
        let top = free.max(depth.between - level);
        (top, top + level, text_height.max(level + num_pills.max(1.0) * PILL.1))
    };
    let rect = Rect::from_min_size(Point::new(left, top), Size::new(right - left, height));
    let knot = match rail {
        Rail::First => Point::new(rails[0], first_pill + PILL.0 / 2.0),
        Rail::Second => Point::new(rails[1], first_pill + PILL.0 / 2.0),
        _ => Point::new(middle, top),
    };
    let mut pills = Vec::new();
    for (nth, (cause, is_seen)) in causes.into_iter().enumerate() {
        let (mut words, pace) = since(cause);
        if !is_seen {
            words.insert_str(0, "↑ ");
        }
        let width = ((room.measure)(&words) * SMALL + 14.0).min(rails[1] - rails[0] + 2.0 * AWAY);
        #[expect(clippy::cast_precision_loss, reason = "a few causes")]
        let y = first_pill + nth as f64 * PILL.1;
        // Near to its act, or in the middle where there is no more room than that.
        let x = match rail {
            Rail::First => (rails[0] + BESIDE + width / 2.0).min(middle),
            Rail::Second => (rails[1] - BESIDE - width / 2.0).max(middle),
            _ => middle,
        };
        let rect = Rect::from_min_size(Point::new(x - width / 2.0, y), Size::new(width, PILL.0));
        pills.push(Pill { cause, is_seen, words, pace, rect });
    }
    if is_across {
        *depth = Depth { columns: [top + height; 2], between: top + height + PAD.1 };
    } else {
        depth.columns[usize::from(rail == Rail::Second)] = top + height;
        depth.between = first_pill + num_pills.max(1.0) * PILL.1;
    }
    Card { event: act.event, rail, rect, note, lines: words, knot, pills }
}

/// The note's type against the measured one.
#[must_use]
pub const fn note_scale() -> f64 {
    SMALL
}

#[cfg(test)]
mod tests;
