//! The picture of the timeline for one window, as plain data in screen words.

use dataset::model::{DomainIdx, EventIdx, SideIdx};

use super::clusters::Group;
use super::labels::{Labels, Text};
use super::lanes::Lanes;
use super::levels::{LABEL_GAP, LABEL_MARGIN, Level, MARK_INSET, MARK_REACH, Room};
use super::queues::rank_of;
use crate::order::sort_by_key;
use crate::story::Story;
use crate::time::axis::ticks_on;
use crate::time::format;
use crate::time::scale::TimeScale;
use crate::time::ticks::Ticks;
use crate::time::zone::Zone;

/// Where the marks that started before the window stand: just inside its left edge.
const EDGE_X: f64 = 12.0;
/// Pixels between a headline that stands left of its mark and what stands left of that.
const TURNED_GAP: f64 = 24.0;
/// Middles of clusters are at least this far apart: a badge with three digits is 30 px wide. Levels keep it already,
/// but for what the edge cuts off.
const CLUSTER_APART: f64 = 32.0;

/// The timeline without its frame: lanes from the top, the axis below them is drawn by the view.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelineScene {
    /// Left edge of the picture, zero unless it was [moved](Self::moved).
    pub left: f64,
    /// Calendar ticks of the window.
    pub ticks: Ticks,
    /// One entry a lane, top to bottom.
    pub lanes: Vec<LaneName>,
    /// Events with a mark of their own, in time order.
    pub marks: Vec<Mark>,
    /// Events without one, joined; left to right in each lane.
    pub clusters: Vec<Cluster>,
}

/// A lane's heading.
#[derive(Clone, Debug, PartialEq)]
pub struct LaneName {
    /// Name of its side or domain.
    pub name: &'static str,
    /// Top edge.
    pub y: f64,
    /// How many of the window's events it holds.
    pub num_events: u32,
}

/// An event's mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Whose.
    pub event: EventIdx,
    /// Colour.
    pub side: SideIdx,
    /// Shape.
    pub domain: DomainIdx,
    /// Middle of the shape.
    pub x: f64,
    /// Middle of the row.
    pub y: f64,
    /// From middle to edge, by importance.
    pub radius: f64,
    /// The stretch that the event took or that its date leaves open.
    pub bar: Option<Bar>,
    /// Headline beside it.
    pub label: Option<Label>,
    /// Title and date for those who don't see the picture.
    pub spoken: String,
}

impl Mark {
    /// From where to where it reaches with its headline, when its shape takes `radius` pixels to each side.
    #[must_use]
    pub fn reach(&self, radius: f64) -> [f64; 2] {
        let [left, right] = [self.x - radius, self.x + radius];
        self.label.as_ref().map_or([left, right], |Label { x, text }| [left.min(*x), right.max(x + text.width)])
    }
}

/// A stretch of time on the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// Left end, not left of the plot by more than a few pixels.
    pub start: f64,
    /// Right end, likewise.
    pub end: f64,
    /// Whether the true start is not known exactly or lies before the record.
    pub is_start_vague: bool,
    /// Whether the true end is not known exactly, or it still goes on.
    pub is_end_vague: bool,
}

/// A placed text.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Left end.
    pub x: f64,
    /// What is written, and how wide.
    pub text: Text,
}

/// Several events at one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Cluster {
    /// Middle.
    pub x: f64,
    /// Middle of the row.
    pub y: f64,
    /// At least two, in time order.
    pub events: Vec<EventIdx>,
    /// Side of the most important one.
    pub side: SideIdx,
    /// Count and dates for those who don't see the picture.
    pub spoken: String,
}

impl TimelineScene {
    /// Draws the window of `scale`, with axis and dates on the clock of `zone`. Every event of the window is in exactly one mark or cluster.
    #[must_use]
    pub fn draw(story: &Story, lanes: &Lanes, level: &Level, labels: &Labels, scale: TimeScale, zone: Zone) -> Self {
        let mut draft = Draft { story, lanes, labels, scale, zone, marks: Vec::new(), clusters: Vec::new() };
        let mut names: Vec<LaneName> = (0..lanes.num_lanes)
            .map(|nth| LaneName { name: lanes.name(story, nth), y: lanes.height * f64::from(nth), num_events: 0 })
            .collect();
        let mut earlier: Vec<Vec<EventIdx>> = vec![Vec::new(); names.len()];
        for event in story.going_on_in(scale.window()) {
            earlier[usize::from(lanes.lane_of(story, event))].push(event);
        }
        for ((lane, name), earlier) in (0..).zip(&mut names).zip(earlier) {
            let num_events = earlier.len() + level.starting_in(lane, scale.window()).len();
            name.num_events = u32::try_from(num_events).unwrap_or(u32::MAX);
            draft.lane(lane, &earlier, level);
        }
        sort_by_key(&mut draft.marks, |mark| mark.event.0.into());
        let ticks = ticks_on(scale, zone, story.clock());
        Self { left: 0.0, ticks, lanes: names, marks: draft.marks, clusters: draft.clusters }
    }

    /// It with all its places `by` pixels further to the right: what two pictures of a pan share can so stand at one place.
    #[must_use]
    pub fn moved(mut self, by: f64) -> Self {
        self.left += by;
        for mark in &mut self.marks {
            mark.x += by;
            if let Some(bar) = &mut mark.bar {
                bar.start += by;
                bar.end += by;
            }
            if let Some(label) = &mut mark.label {
                label.x += by;
            }
        }
        self.clusters.iter_mut().for_each(|cluster| cluster.x += by);
        let Ticks { minor, major } = &mut self.ticks;
        minor.iter_mut().chain(major).for_each(|tick| tick.px += by);
        self
    }

    /// How many events its marks and clusters stand for.
    #[must_use]
    pub fn num_events(&self) -> usize {
        self.marks.len() + self.clusters.iter().map(|cluster| cluster.events.len()).sum::<usize>()
    }

    /// The cluster that `event` is joined in, if it is.
    #[must_use]
    pub fn cluster_of(&self, event: EventIdx) -> Option<&Cluster> {
        self.clusters.iter().find(|cluster| cluster.events.contains(&event))
    }
}

struct Draft<'a> {
    story: &'a Story,
    lanes: &'a Lanes,
    labels: &'a Labels,
    scale: TimeScale,
    zone: Zone,
    marks: Vec<Mark>,
    clusters: Vec<Cluster>,
}

impl Draft<'_> {
    fn lane(&mut self, lane: u16, earlier: &[EventIdx], level: &Level) {
        // First marks in each row: what started before the window may use the room left of them. And last ones so far.
        let mut free_until = vec![f64::INFINITY; usize::from(self.lanes.num_rows)];
        let mut free_from = vec![0.0; usize::from(self.lanes.num_rows)];
        let shown = level.starting_in(lane, self.scale.window());
        for &(pos, room) in level.marks_in(lane, shown.clone()) {
            let event = level.queue(lane).events[pos as usize];
            let (row, label) = match room {
                Room::FullLabel(row) => (row, Some(&self.labels.of(event).full)),
                Room::ShortLabel(row) => (row, Some(&self.labels.of(event).short)),
                Room::Mark(row) => (row, None),
                Room::Cluster(_) => continue,
            };
            let (until, from) = (&mut free_until[usize::from(row)], &mut free_from[usize::from(row)]);
            let mark = self.mark(event, lane, Some(row), label, *from);
            let [left, right] = mark.reach(MARK_REACH);
            *until = until.min(left - MARK_INSET);
            *from = right + LABEL_MARGIN;
            self.marks.push(mark);
        }
        let mut piles = Vec::new();
        piles.extend(self.earlier(lane, earlier, &free_until));
        for Group { events, foremost, .. } in level.groups(lane, shown) {
            let [start, end] = [events.first(), events.last()].map(|event| event.map_or(0.0, |&event| self.anchor(event)));
            piles.push(Pile { start, end: end.max(start), events, foremost });
        }
        // A group that the edge cut off stands further right than reckoned with: what it would cover joins it.
        piles.dedup_by(|next, kept| {
            let is_near = next.middle() - kept.middle() < CLUSTER_APART;
            if is_near {
                kept.join(next);
            }
            is_near
        });
        for pile in piles {
            self.pile(lane, pile);
        }
    }

    /// Places what started before the window: in the rows where room is left at the edge; the rest is joined there.
    fn earlier(&mut self, lane: u16, events: &[EventIdx], free_until: &[f64]) -> Option<Pile> {
        let mut rows: Vec<u16> = (0..self.lanes.num_rows).collect();
        let mut edge: Option<Pile> = None;
        for rank in 0..5 {
            for &event in events.iter().filter(|&&event| rank_of(self.story, event) == rank) {
                // No text is measured where no row is left.
                let row = rows.iter().position(|&row| {
                    let needed = EDGE_X + LABEL_GAP + self.labels.of(event).short.width + MARK_REACH;
                    free_until[usize::from(row)] >= needed
                });
                if let Some(at) = row {
                    let text = &self.labels.of(event).short;
                    let mark = self.mark(event, lane, Some(rows.remove(at)), Some(text), f64::INFINITY);
                    self.marks.push(mark);
                    continue;
                }
                let start = f64::NEG_INFINITY;
                let pile = edge.get_or_insert_with(|| Pile { start, end: start, events: Vec::new(), foremost: (rank, event) });
                pile.events.push(event);
            }
        }
        edge
    }

    fn pile(&mut self, lane: u16, mut pile: Pile) {
        let x = pile.middle();
        let events = &mut pile.events;
        // By start they mostly are in the record's order, which depends on no clock.
        if !events.is_sorted() {
            sort_by_key(events, |event| event.0.into());
        }
        let (Some(&first), Some(&last)) = (events.first(), events.last()) else { return };
        if first == last {
            let mark = self.mark(first, lane, None, None, f64::INFINITY);
            self.marks.push(mark);
            return;
        }
        let spoken = format!(
            "{} events, {} to {}",
            events.len(),
            format::short(self.zone.read(self.story.event(first).date)),
            format::short(self.zone.read(self.story.event(last).date))
        );
        let side = self.story.side(pile.foremost.1);
        self.clusters.push(Cluster { x, y: self.lanes.row_middle(lane, None), events: pile.events, side, spoken });
    }

    /// Where the mark of `event` stands: on its start, or a little to the right of it where the event is long.
    fn anchor(&self, event: EventIdx) -> f64 {
        let span = self.story.span(event);
        let start = self.scale.px_from_time(span.start);
        let long = self.scale.px_from_secs(span.end - span.start);
        if start < 0.0 { EDGE_X } else { start + (long / 2.0).min(MARK_INSET) }
    }

    fn mark(&self, event: EventIdx, lane: u16, row: Option<u16>, label: Option<&Text>, free_from: f64) -> Mark {
        let facts = self.story.event(event);
        let x = self.anchor(event);
        let label = label.and_then(|text| self.label(x, text, &self.labels.of(event).short, free_from));
        Mark {
            event,
            side: self.story.side(event),
            domain: facts.domain,
            x,
            y: self.lanes.row_middle(lane, row),
            radius: radius(facts.importance),
            bar: self.bar(event),
            label,
            spoken: format!("{}, {}", facts.title, format::long(self.zone.read(facts.date))),
        }
    }

    /// The headline right of the mark at `x`; where the edge of the plot would cut it, on the left if all of it or of the
    /// `short` one fits there, well away from what `free_from` is the end of: else it would seem to belong to that.
    fn label(&self, x: f64, text: &Text, short: &Text, free_from: f64) -> Option<Label> {
        let (left, right) = (x - LABEL_GAP - free_from - TURNED_GAP, self.scale.width() - x - LABEL_GAP);
        if text.width > right
            && let Some(text) = [text, short].into_iter().find(|text| text.width <= left)
        {
            return Some(Label { x: x - LABEL_GAP - text.width, text: text.clone() });
        }
        Some(Label { x: x + LABEL_GAP, text: text.cut_to(right)? })
    }

    fn bar(&self, event: EventIdx) -> Option<Bar> {
        let date = self.story.event(event).date;
        let span = self.story.span(event);
        let (start, end) = (self.scale.px_from_time(span.start), self.scale.px_from_time(span.end));
        // Shorter than the mark, it would not be seen.
        (end - start > 2.0 * MARK_INSET).then(|| Bar {
            start: start.max(-20.0),
            end: end.min(self.scale.width() + 20.0),
            is_start_vague: date.is_vague_start() || date.has_open_start(),
            is_end_vague: date.is_vague_end() || date.has_open_end(),
        })
    }
}

/// Events that are joined at one place.
struct Pile {
    /// Where its first mark would stand; nowhere when it is at the left edge.
    start: f64,
    /// Where its last mark would stand.
    end: f64,
    events: Vec<EventIdx>,
    /// The first of the most important ones, after its rank.
    foremost: (usize, EventIdx),
}

impl Pile {
    /// Midway between the first and the last mark, or at the left edge.
    fn middle(&self) -> f64 {
        if self.start < 0.0 { EDGE_X } else { f64::midpoint(self.start, self.end) }
    }

    fn join(&mut self, next: &mut Self) {
        self.end = self.end.max(next.end);
        self.events.append(&mut next.events);
        self.foremost = self.foremost.min(next.foremost);
    }
}

/// Radius of a mark: 3.5 px for a detail to 7.5 px for a turning point.
fn radius(importance: u8) -> f64 {
    2.5 + f64::from(importance.min(5))
}

#[cfg(test)]
mod tests;
