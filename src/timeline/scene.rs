//! The picture of the timeline for one window, as plain data in screen words;
//! `draft.rs` decides who stands where.

mod draft;

use dataset::model::{DomainIdx, EventIdx};

use self::draft::Draft;
use super::labels::{Labels, Text};
use super::lanes::Lanes;
use super::levels::Level;
use crate::order::{down, sort_by_key};
use crate::record::Record;
use crate::time::axis::ticks_on;
use crate::time::format;
use crate::time::scale::TimeScale;
use crate::time::ticks::Ticks;
use crate::time::zone::Zone;

/// Half the height of a cluster's badge.
pub const BADGE: f64 = 9.0;

/// The timeline without its frame: lanes from the top, the axis below them is drawn by the view.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelineScene {
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
    /// The same in a word or two.
    pub short: &'static str,
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
}

impl Mark {
    /// From where to where it reaches with its headline, when its shape takes `radius` pixels to each side.
    #[must_use]
    pub fn reach(&self, radius: f64) -> [f64; 2] {
        let [left, right] = [self.x - radius, self.x + radius];
        self.label
            .as_ref()
            .map_or([left, right], |Label { x, text }| [left.min(*x), right.max(x + text.width)])
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
    /// The most important one, whose colour it has.
    pub leading: EventIdx,
}

/// What a scene is drawn of.
#[derive(Clone, Copy, Debug)]
pub struct SceneRequest<'a> {
    /// The events.
    pub record: &'a Record,
    /// The room of each lane.
    pub lanes: &'a Lanes,
    /// Who has a mark in which row.
    pub level: &'a Level,
    /// The words.
    pub labels: &'a Labels,
    /// The window on the plot.
    pub scale: TimeScale,
    /// The clock of the axis.
    pub zone: Zone,
    /// Events that have a mark and words before all others, and are never inside a number:
    /// what the reader chose, or a story tells.
    pub kept: &'a [EventIdx],
    /// For each event whether it stands out: its words come before those
    /// of the others. `None` when none does.
    pub lit: Option<&'a [bool]>,
}

impl TimelineScene {
    /// Draws the window. Every event of it is in exactly one mark or cluster.
    #[must_use]
    pub fn draw(request: &SceneRequest<'_>) -> Self {
        let SceneRequest { record, lanes, level, scale, zone, .. } = *request;
        let mut draft = Draft::new(request);
        let mut names: Vec<LaneName> = (0..)
            .zip(lanes.all())
            .map(|(nth, lane)| {
                let [name, short] = lanes.names(record, nth);
                LaneName { name, short, y: lane.top, num_events: 0 }
            })
            .collect();
        let mut earlier: Vec<Vec<EventIdx>> = vec![Vec::new(); names.len()];
        for event in record.going_on_in(scale.window()) {
            earlier[usize::from(lanes.lane_of(record, event))].push(event);
        }
        for ((lane, name), earlier) in (0..).zip(&mut names).zip(earlier) {
            let num_events = earlier.len() + level.starting_in(lane, scale.window()).len();
            name.num_events = u32::try_from(num_events).unwrap_or(u32::MAX);
            draft.lane(lane, &earlier);
        }
        sort_by_key(&mut draft.marks, |mark| mark.event.0.into());
        let stretch = request.labels.stretch;
        // Wider labels are as usual ones on less room.
        let ticks = ticks_on(TimeScale::new(scale.window(), scale.width() / stretch), zone, record.clock())
            .spread(stretch);
        Self { ticks, lanes: names, marks: draft.marks, clusters: draft.clusters }
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

impl Cluster {
    /// Width of its badge in pixels.
    #[must_use]
    pub const fn width(&self) -> f64 {
        if self.events.len() < 100 { 22.0 } else { 30.0 }
    }

    /// Count, dates and the most important of its events, for those who don't see the picture.
    #[must_use]
    pub fn spoken(&self, record: &Record, zone: Zone) -> String {
        let date = |event: Option<&EventIdx>| {
            event.map_or(String::new(), |&event| format::short(zone.read(record.event(event).date)))
        };
        let [first, last] = [date(self.events.first()), date(self.events.last())];
        let mut spoken = format!("{} events, {first} to {last}", self.events.len());
        for (nth, event) in self.foremost(record, MOST_SPOKEN).into_iter().enumerate() {
            spoken += if nth == 0 { ": " } else { "; " };
            spoken += record.event(event).title;
        }
        spoken
    }

    /// The `most` most important of its events, in time order.
    #[must_use]
    pub fn foremost(&self, record: &Record, most: usize) -> Vec<EventIdx> {
        let mut events = self.events.clone();
        sort_by_key(&mut events, |&event| down(record.event(event).importance));
        events.truncate(most);
        sort_by_key(&mut events, |event| event.0.into());
        events
    }
}

/// So many events of a cluster are named to those who do not see it.
const MOST_SPOKEN: usize = 3;

#[cfg(test)]
mod tests;
