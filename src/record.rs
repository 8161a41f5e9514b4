//! The record with the look-ups that every view shares:
//! who answered whom, what an actor did, what lies in a window.

pub mod chapters;
mod ids;
mod named;
mod near;
mod publishers;
mod reach;
pub mod series;
pub mod words;

use std::sync::{LazyLock, OnceLock};

use dataset::clock;
pub use dataset::model::Acting;
use dataset::model::{Actor, ActorIdx, Dataset, DomainIdx, Event, EventIdx, SideIdx};
use dataset::packed::{self, Broken};
use dataset::units::{Secs, TimeSpan, UtcOffset};

use crate::time::window::{Bounds, Moment, TimeWindow};
use ids::Ids;
use publishers::Publishers;
use reach::Reach;

/// What the build made of the checked data file, for tests and tools.
/// The page gets the same texts from its host.
static COMPILED: LazyLock<Option<Dataset>> = LazyLock::new(|| packed::unpack(FIRST, TEXTS).ok());

/// Its two parts, see [`packed`].
const FIRST: &str = include_str!(concat!(env!("OUT_DIR"), "/record.txt"));
const TEXTS: &str = include_str!(concat!(env!("OUT_DIR"), "/texts.txt"));

/// A dataset with what follows from it, computed once.
///
/// "Clock" is the offset from UTC on which the axis is drawn and dates without a time are read.
#[derive(Debug)]
pub struct Record {
    data: &'static Dataset,
    /// The packed first part, as long as the texts are not there.
    first: Option<&'static str>,
    clock: UtcOffset,
    spans: Vec<TimeSpan>,
    reach: Reach,
    event_ids: Ids,
    actor_ids: Ids,
    /// Made when a filter first asks for it: names are slow to sort, and few visits need them.
    publishers: OnceLock<Publishers>,
    sides: Vec<SideIdx>,
    acting: Vec<Acting>,
    has_joint_acts: bool,
    answers: Vec<Vec<EventIdx>>,
    outcomes: Vec<Vec<EventIdx>>,
    events_of_actor: Vec<Vec<EventIdx>>,
    bounds: Bounds,
    opening: TimeWindow,
}

impl PartialEq for Record {
    /// Two records are the same when they are made from the same tables.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.data, other.data)
    }
}

impl Record {
    /// The record without its texts, from the first part that the build packed;
    /// it is kept until the program ends.
    ///
    /// # Errors
    /// When that part is not what was packed.
    pub fn first(first: String) -> Result<Self, Broken> {
        let first: &'static str = first.leak();
        let record = Self::new(Box::leak(Box::new(packed::unpack_first(first)?)));
        Ok(Self { first: Some(first), ..record })
    }

    /// It with its texts; all indices stay what they are. `None` where it has them already.
    ///
    /// # Errors
    /// When the texts are not what was packed with it.
    pub fn with_texts(&self, texts: String) -> Result<Option<Self>, Broken> {
        let Some(first) = self.first else { return Ok(None) };
        Ok(Some(Self::new(Box::leak(Box::new(packed::unpack(first, texts.leak())?)))))
    }

    /// Whether its texts are there: summaries, claims in words, figures, sources, places,
    /// descriptions. Else they are empty.
    #[must_use]
    pub const fn has_texts(&self) -> bool {
        self.first.is_none()
    }

    /// The record that the crate was built with.
    ///
    /// # Panics
    /// When the build's own files are broken.
    #[must_use]
    pub fn compiled() -> Self {
        let Some(data) = &*COMPILED else { panic!("the build has packed no record") };
        Self::new(data)
    }

    /// Computes all look-ups; O(events × actors per event).
    #[must_use]
    pub fn new(data: &'static Dataset) -> Self {
        let clock = clock::commonest(data.events.iter().filter_map(|event| event.date.offset()));
        let record_end = data.meta.updated.end(clock);
        let spans: Vec<TimeSpan> = data
            .events
            .iter()
            .map(|event| {
                let span = event.span(clock);
                // What still goes on reaches as far as the record does.
                if event.date.has_open_end() {
                    TimeSpan { end: record_end.max(span.start), ..span }
                } else {
                    span
                }
            })
            .collect();
        let record = TimeSpan {
            start: spans.iter().map(|span| span.start).min().unwrap_or(record_end),
            end: spans.iter().map(|span| span.end).max().unwrap_or(record_end),
        };
        let bounds = Bounds::around(record);
        let opening = data.meta.opening.span(clock);
        let mut answers = vec![Vec::new(); data.events.len()];
        let mut outcomes = vec![Vec::new(); data.events.len()];
        let mut events_of_actor = vec![Vec::new(); data.actors.len()];
        for (idx, event) in event_indices(data).zip(data.events) {
            for cause in event.responds_to {
                answers[cause.get()].push(idx);
            }
            for cause in event.follows {
                outcomes[cause.get()].push(idx);
            }
            for actor in participants(event) {
                let own: &mut Vec<EventIdx> = &mut events_of_actor[actor.get()];
                if own.last() != Some(&idx) {
                    own.push(idx);
                }
            }
        }
        let acting: Vec<Acting> = data.events.iter().map(|event| data.acting(event)).collect();
        Self {
            data,
            first: None,
            clock,
            has_joint_acts: acting.contains(&Acting::Both),
            acting,
            sides: data.events.iter().map(|event| data.side_of(event)).collect(),
            reach: Reach::of(&spans),
            event_ids: Ids::of(data.events.iter().map(|event| event.id)),
            actor_ids: Ids::of(data.actors.iter().map(|actor| actor.id)),
            publishers: OnceLock::new(),
            spans,
            answers,
            outcomes,
            events_of_actor,
            bounds,
            opening: TimeWindow::fitting(opening.start.into(), opening.end.into(), bounds),
        }
    }

    /// The tables.
    #[must_use]
    pub const fn data(&self) -> &'static Dataset {
        self.data
    }

    /// The clock of the axis: the one that most of the record's timed events were read on, or UTC.
    #[must_use]
    pub const fn clock(&self) -> UtcOffset {
        self.clock
    }

    /// How far the window may go.
    #[must_use]
    pub const fn bounds(&self) -> Bounds {
        self.bounds
    }

    /// What the timeline shows first.
    #[must_use]
    pub const fn opening(&self) -> TimeWindow {
        self.opening
    }

    /// The event at `idx`.
    #[must_use]
    pub fn event(&self, idx: EventIdx) -> &'static Event {
        &self.data.events[idx.get()]
    }

    /// The actor at `idx`.
    #[must_use]
    pub fn actor(&self, idx: ActorIdx) -> &'static Actor {
        &self.data.actors[idx.get()]
    }

    /// When the event happened on the record's clock; what still goes on ends with the record.
    #[must_use]
    pub fn span(&self, idx: EventIdx) -> TimeSpan {
        self.spans[idx.get()]
    }

    /// Whose act the event was.
    #[must_use]
    pub fn acting(&self, idx: EventIdx) -> Acting {
        self.acting[idx.get()]
    }

    /// Whether the record has acts of both adversaries.
    #[must_use]
    pub const fn has_joint_acts(&self) -> bool {
        self.has_joint_acts
    }

    /// The side that the event is drawn with, also where no side or both acted: see [`Dataset::side_of`].
    #[must_use]
    pub fn side(&self, idx: EventIdx) -> SideIdx {
        self.sides[idx.get()]
    }

    /// The event's field of action.
    #[must_use]
    pub fn domain(&self, idx: EventIdx) -> DomainIdx {
        self.event(idx).domain
    }

    /// The events that answered `idx`, in time order.
    #[must_use]
    pub fn answers(&self, idx: EventIdx) -> &[EventIdx] {
        &self.answers[idx.get()]
    }

    /// The events that followed from `idx` without answering it, in time order.
    #[must_use]
    pub fn outcomes(&self, idx: EventIdx) -> &[EventIdx] {
        &self.outcomes[idx.get()]
    }

    /// The events in which `actor` acted, was acted on or had another part, in time order.
    #[must_use]
    pub fn events_of(&self, actor: ActorIdx) -> &[EventIdx] {
        &self.events_of_actor[actor.get()]
    }

    /// The events in which `from` acted on `to`, in time order.
    pub fn dealings(&self, from: ActorIdx, to: ActorIdx) -> impl Iterator<Item = EventIdx> + '_ {
        let acts = move |event: &Event| event.initiators.contains(&from) && event.targets.contains(&to);
        self.events_of(from).iter().copied().filter(move |&idx| acts(self.event(idx)))
    }

    /// All events in time order.
    pub fn events(&self) -> impl DoubleEndedIterator<Item = EventIdx> + use<> {
        event_indices(self.data)
    }

    /// The events of `window` in time order; O(log n + events found), and O(log n)
    /// for each that started earlier.
    pub fn events_in(&self, window: TimeWindow) -> impl DoubleEndedIterator<Item = EventIdx> + '_ {
        let [from, to] = [window.start(), window.end()].map(|at| self.reach.before(at));
        let later = indices(from..to.max(from));
        self.reach
            .lasting(window.start(), from)
            .into_iter()
            .chain(later)
            .filter(move |&idx| window.shows(self.span(idx)))
    }

    /// How many events `window` has; O(log n), and O(log n) for each that started earlier.
    #[must_use]
    pub fn num_events_in(&self, window: TimeWindow) -> usize {
        let [from, to] = [window.start(), window.end()].map(|at| self.reach.before(at));
        self.going_on_in(window).count() + to.saturating_sub(from)
    }

    /// The events of `window` that started before it, in time order; O(log n) for each.
    pub fn going_on_in(&self, window: TimeWindow) -> impl Iterator<Item = EventIdx> + '_ {
        let Moment(start) = window.start();
        let earlier = self.reach.lasting(window.start(), self.reach.before(window.start()));
        earlier.into_iter().filter(move |&idx| {
            let span = self.span(idx);
            Moment::from(span.start).0 < start && window.shows(span)
        })
    }

    /// The event with those that it answered and those that answered it.
    #[must_use]
    pub fn exchange(&self, event: EventIdx) -> Vec<EventIdx> {
        [&[event], self.event(event).responds_to, self.answers(event)].concat()
    }

    /// The event with all that led to it and all that followed from it,
    /// over any number of answers; in time order.
    ///
    /// O(events + answers).
    #[must_use]
    pub fn chain(&self, event: EventIdx) -> Vec<EventIdx> {
        let mut is_part = vec![false; self.spans.len()];
        is_part[event.get()] = true;
        let mut waiting = vec![event];
        while let Some(at) = waiting.pop() {
            for &cause in self.event(at).responds_to {
                if !std::mem::replace(&mut is_part[cause.get()], true) {
                    waiting.push(cause);
                }
            }
        }
        waiting.push(event);
        while let Some(at) = waiting.pop() {
            for &answer in self.answers(at) {
                if !std::mem::replace(&mut is_part[answer.get()], true) {
                    waiting.push(answer);
                }
            }
        }
        self.events().filter(|event| is_part[event.get()]).collect()
    }

    /// All actors in file order.
    pub fn actors(&self) -> impl Iterator<Item = ActorIdx> + use<> {
        (0..u16::try_from(self.data.actors.len()).unwrap_or(u16::MAX)).map(ActorIdx)
    }

    /// Everybody who had a part in the event, initiators first; somebody with two parts comes twice.
    pub fn participants(&self, event: EventIdx) -> impl Iterator<Item = ActorIdx> + use<> {
        participants(self.event(event))
    }

    fn publishers(&self) -> &Publishers {
        self.publishers.get_or_init(|| Publishers::of(self.data.sources))
    }

    /// `window`, moved as little as is needed to have `event` in sight; its length stays.
    #[must_use]
    pub fn brought_in(&self, window: TimeWindow, event: EventIdx) -> TimeWindow {
        let span = self.span(event);
        let Moment(start) = span.start.into();
        let (Moment(first), len) = (window.start(), window.len().0);
        // Out of sight, or so near to the right edge that its label would be cut.
        if window.shows(span) && start <= first + 0.97 * len {
            return window;
        }
        let new_start = if start < first { start - 0.15 * len } else { start - 0.6 * len };
        // Its length stays what it is to the last digit, so that to do it twice is to do it once.
        window.pan(Secs(new_start - first), self.bounds)
    }

    /// The window that shows `events` with room at both sides; the opening one when there are none.
    #[must_use]
    pub fn window_around(&self, events: &[EventIdx]) -> TimeWindow {
        let spans = || events.iter().map(|&idx| self.span(idx));
        let (Some(start), Some(end)) = (spans().map(|s| s.start).min(), spans().map(|s| s.end).max()) else {
            return self.opening;
        };
        let (Moment(start), Moment(end)) = (start.into(), end.into());
        // Room for the label of the last event, which stands to its right.
        let room = ((end - start) * 0.25).max(3600.0);
        TimeWindow::fitting(Moment(start - room / 2.0), Moment(end + room), self.bounds)
    }
}

fn event_indices(data: &'static Dataset) -> impl DoubleEndedIterator<Item = EventIdx> + use<> {
    indices(0..data.events.len())
}

fn indices(range: std::ops::Range<usize>) -> impl DoubleEndedIterator<Item = EventIdx> + use<> {
    // The check refuses more events than an index holds.
    let [from, to] = [range.start, range.end].map(|nth| u32::try_from(nth).unwrap_or(u32::MAX));
    (from..to).map(EventIdx)
}

fn participants(event: &'static Event) -> impl Iterator<Item = ActorIdx> {
    event.initiators.iter().chain(event.targets).copied().chain(event.others.iter().map(|part| part.actor))
}
