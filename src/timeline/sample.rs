//! Made-up records for the laws of this folder: any number of events, crowded or far apart,
//! with dates of every kind.

use dataset::civil::{Date, DateTime};
use dataset::edtf::Edtf;
use dataset::model::{
    Actor, ActorIdx, ActorKind, Cameo, Dataset, Domain, DomainIdx, Event, EventIdx, Meta, Side, SideIdx,
};
use dataset::units::{UnixSecs, UtcOffset};
use proptest::prelude::*;

use super::labels::Labels;
use super::lanes::{LaneMode, Lanes};
use super::needs;
use crate::record::Record;
use crate::time::scale::TimeScale;
use crate::time::window::{Moment, TimeWindow};

/// Midnight of 2020-01-01 in UTC.
pub(crate) const NEW_YEAR: i64 = 1_577_836_800;
const NUM_SIDES: u16 = 4;
const NUM_DOMAINS: u16 = 9;

/// A made-up record, which is told in short when a law fails.
pub(crate) struct Made(Record);

impl std::ops::Deref for Made {
    type Target = Record;

    fn deref(&self) -> &Record {
        &self.0
    }
}

impl std::fmt::Debug for Made {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for event in self.0.events().map(|idx| self.0.event(idx)) {
            write!(
                f,
                "[{} by {} in {} of {}: {}] ",
                event.date, event.initiators[0].0, event.domain.0, event.importance, event.title
            )?;
        }
        Ok(())
    }
}

/// Any record of up to 120 events within two years, crowded around a few moments, of one side to four. What
/// is leaked is a few kilobytes for each.
pub(crate) fn any_record() -> impl Strategy<Value = Made> {
    let crowd = (1i64..5, prop::sample::select(vec![4_000i64, 40_000, 400_000, 4_000_000]), 1..=NUM_SIDES);
    let one = (0i64..60, -1.0..1.0, any_date(), any::<u16>(), 1u8..6, 3usize..70);
    (crowd, prop::collection::vec(one, 0..120)).prop_map(|((num_moments, spread, num_sides), events)| {
        let event = |(nth, off, date, by, importance, title_chars): (i64, f64, Written, u16, u8, usize)| {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_precision_loss,
                reason = "a few years in seconds"
            )]
            let start = NEW_YEAR + nth % num_moments * 12_000_000 + (off * spread as f64) as i64;
            event(
                &date(start),
                ActorIdx(by % num_sides),
                DomainIdx(by % NUM_DOMAINS),
                importance,
                title_chars,
            )
        };
        Made(record(events.into_iter().map(event).collect()))
    })
}

/// Any such record of so many events, with gaps out of `gaps`.
pub(crate) fn any_queue(gaps: Vec<i64>, len: std::ops::Range<usize>) -> impl Strategy<Value = Made> {
    prop::collection::vec(prop::sample::select(gaps), len).prop_map(|gaps| queue(&gaps))
}

/// A record of one side whose events follow each other after `gaps` minutes.
pub(crate) fn queue(gaps: &[i64]) -> Made {
    let mut at = NEW_YEAR;
    let next = |gap: &i64| {
        at += gap * 60;
        event(&minute(at), ActorIdx(0), DomainIdx(0), 3, 60)
    };
    Made(record(gaps.iter().map(next).collect()))
}

/// A record of acts, each with its date, its side and its value on the Goldstein scale.
pub(crate) fn rated<T: AsRef<str>>(acts: impl IntoIterator<Item = (T, u16, Option<f32>)>) -> Made {
    let one = |(date, side, goldstein): (T, u16, Option<f32>)| Event {
        cameo: goldstein.map(|goldstein| Cameo { code: "", label: "", goldstein }),
        ..event(date.as_ref(), ActorIdx(side), DomainIdx(0), 3, 60)
    };
    Made(record(acts.into_iter().map(one).collect()))
}

/// Up to 60 such acts within four months, each at a minute.
pub(crate) fn any_rated() -> impl Strategy<Value = Made> {
    let act = (0i64..10_000_000, 0u16..3, -10f32..10.0);
    let date = |(after, side, goldstein)| (minute(NEW_YEAR + after), side, Some(goldstein));
    prop::collection::vec(act, 0..60).prop_map(move |acts| rated(acts.into_iter().map(date)))
}

/// Up to 60 acts within four months that answer up to two earlier ones each.
pub(crate) fn any_answered() -> impl Strategy<Value = Made> {
    let act = (0i64..10_000_000, 0u16..NUM_SIDES, 1u8..6, prop::collection::vec(any::<u32>(), 0..3));
    prop::collection::vec(act, 0..60).prop_map(|mut acts| {
        acts.sort_by_key(|act| act.0);
        let one = |(nth, (after, side, importance, causes)): (u32, (i64, u16, u8, Vec<u32>))| {
            let mut causes: Vec<EventIdx> =
                causes.into_iter().filter_map(|cause| cause.checked_rem(nth)).map(EventIdx).collect();
            causes.sort();
            causes.dedup();
            let act = event(&minute(NEW_YEAR + after), ActorIdx(side), DomainIdx(0), importance, 60);
            Event { responds_to: causes.leak(), ..act }
        };
        Made(record((0..).zip(acts).map(one).collect()))
    })
}

fn minute(secs: i64) -> String {
    let local = DateTime::at(UnixSecs(secs), UtcOffset::UTC);
    format!("{}T{:02}:{:02}Z", local.date(), local.hour(), local.minute())
}

/// A record of one side with these dates.
pub(crate) fn dated(dates: &[&str]) -> Made {
    Made(record(dates.iter().map(|date| event(date, ActorIdx(0), DomainIdx(0), 3, 60)).collect()))
}

/// A way to write a date that begins about this second.
type Written = fn(i64) -> String;

/// Each of the ways that records use.
fn any_date() -> impl Strategy<Value = Written> {
    fn at(secs: i64, offset: i16) -> DateTime {
        DateTime::at(UnixSecs(secs), UtcOffset::from_minutes(offset).unwrap())
    }
    fn day(secs: i64) -> Date {
        at(secs, 0).date()
    }
    fn minute(secs: i64, offset: i16, sign: &str) -> String {
        let local = at(secs, offset);
        format!("{}T{:02}:{:02}{sign}", local.date(), local.hour(), local.minute())
    }
    prop::sample::select(vec![
        (|secs| minute(secs, 180, "+03:00")) as Written,
        |secs| minute(secs, 180, "+03:00"),
        |secs| minute(secs, -300, "-05:00"),
        |secs| minute(secs, 0, "Z"),
        |secs| day(secs).to_string(),
        |secs| day(secs).to_string(),
        |secs| format!("{}~", day(secs)),
        |secs| format!("{:04}-{:02}", day(secs).year(), day(secs).month()),
        |secs| format!("{:04}?", day(secs).year()),
        |secs| format!("{}/{}", day(secs), day(secs + 500_000)),
        |secs| format!("{}/..", day(secs)),
        |secs| format!("{}/{}", minute(secs, 210, "+03:30"), minute(secs + 2_400, 210, "+03:30")),
    ])
}

fn event(date: &str, actor: ActorIdx, domain: DomainIdx, importance: u8, title_chars: usize) -> Event {
    let title: String = "Somebody did something to nobody in particular, wide and illicit, and all said so"
        .chars()
        .take(title_chars)
        .collect();
    Event {
        id: "",
        date: Edtf::parse(date).unwrap(),
        title: title.leak(),
        short: None,
        summary: "",
        domain,
        cameo: None,
        importance,
        place: None,
        initiators: vec![actor].leak(),
        targets: &[],
        others: &[],
        responds_to: &[],
        follows: &[],
        figures: &[],
        casualties: &[],
        claims: &[],
        revised: &[],
        sources: &[],
    }
}

fn record(mut events: Vec<Event>) -> Record {
    // The order that a checked record has.
    events.sort_by_key(|event| {
        let span = event.span(UtcOffset::UTC);
        (span.start, span.end)
    });
    let actor = |side| Actor {
        id: "",
        name: "Somebody",
        short: "Somebody",
        aka: &[],
        kind: ActorKind::State,
        side: SideIdx(side),
        about: "",
        active: None,
        parent: None,
        sources: &[],
    };
    let side = |_| Side { id: "", name: "Side", short: "Side" };
    let meta = Meta {
        title: "",
        description: "",
        lang: "en",
        updated: Date::new(2022, 3, 1).unwrap(),
        license: "",
        opening: Edtf::parse("2020-01-01/2020-02-01").unwrap(),
        method: "",
        contact: "",
    };
    Record::new(Box::leak(Box::new(Dataset {
        meta,
        sides: (0..NUM_SIDES).map(side).collect::<Vec<_>>().leak(),
        domains: (0..NUM_DOMAINS).map(|_| Domain { id: "", name: "Domain" }).collect::<Vec<_>>().leak(),
        sources: &[],
        places: &[],
        actors: (0..NUM_SIDES).map(actor).collect::<Vec<_>>().leak(),
        relations: &[],
        events: events.leak(),
        stories: &[],
    })))
}

/// Widths about those of a sans serif of 12 px.
pub(crate) fn text_width(text: &str) -> f64 {
    let letter = |c: char| match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | '\'' | ':' | ';' | '|' => 2.9,
        'f' | 't' | 'r' | ' ' | '(' | ')' | '-' => 3.7,
        'm' | 'w' | 'M' | 'W' | '…' | '%' => 10.4,
        'A'..='Z' => 8.2,
        _ => 6.6,
    };
    text.chars().map(letter).sum()
}

/// What a window is drawn on, for any record.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plot {
    /// Which event it is near, as a share of all.
    near: f64,
    /// Where that event stands, in pixels.
    near_px: f64,
    /// How often the whole record is halved to get its length.
    halvings: f64,
    width: f64,
    height: f64,
    name_height: f64,
    mode: LaneMode,
}

/// From 280 px to wide screens, from the whole record to ten minutes; more than half begin amid some events.
pub(crate) fn any_plot() -> impl Strategy<Value = Plot> {
    let mode = prop_oneof![Just(LaneMode::Side), Just(LaneMode::Domain)];
    let name_height = prop_oneof![Just(0.0), Just(Lanes::NAME_HEIGHT)];
    let near_px = prop_oneof![2 => -100.0..40.0, 1 => 0.0..2560.0];
    let height = prop_oneof![Just(150.0), 150.0..600.0];
    let width = prop_oneof![280.0..800.0, 280.0..2560.0];
    (0.0..1.0, near_px, 0.0..17.0, width, height, name_height, mode).prop_map(
        |(near, near_px, halvings, width, height, name_height, mode)| Plot {
            near,
            near_px,
            halvings,
            width,
            height,
            name_height,
            mode,
        },
    )
}

impl Plot {
    /// Its lanes for `record`.
    pub(crate) fn lanes(self, record: &Record) -> Lanes {
        let needs = needs::rows(record, self.mode, &labels(record), self.scale(record), self.height);
        Lanes::fitting(self.mode, self.name_height, self.height, &needs)
    }

    /// Its window of `record`, on its width.
    pub(crate) fn scale(self, record: &Record) -> TimeScale {
        let whole = record.bounds().whole();
        let len = whole.len().0 / self.halvings.exp2();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_precision_loss,
            clippy::cast_sign_loss,
            reason = "a share of a small count"
        )]
        let nth = (self.near * record.data().events.len() as f64) as usize;
        let Moment(near) =
            record.events().nth(nth).map_or(whole.start(), |event| record.span(event).start.into());
        let start = near - len * self.near_px / self.width;
        TimeScale::new(TimeWindow::fitting(Moment(start), Moment(start + len), record.bounds()), self.width)
    }
}

/// The labels of `record` in the font of [`text_width`].
pub(crate) fn labels(record: &Record) -> Labels {
    Labels::measured(record, text_width)
}
