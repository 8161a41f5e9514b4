//! The timeline, from the lowest layer up: axis, arcs, bars, marks with headlines,
//! clusters, arrows at the edges.

use std::borrow::Cow;

use dataset::model::EventIdx;

use super::shape::{Block, Class, Detail, Line, Shape, Signs};
use crate::geom::Point;
use crate::geom::outline::Outline;
use crate::order::sort_by_key;
use crate::record::Record;
use crate::time::format;
use crate::time::ticks::{LEAD_PX, Tick};
use crate::time::zone::Zone;
use crate::timeline::arcs::{Arc, Arcs, EdgeEnd, Weight};
use crate::timeline::classes::{self, AXIS_HEIGHT, hue_of, side_of};
use crate::timeline::glyph;
use crate::timeline::lanes::{LaneMode, Lanes};
use crate::timeline::scene::{BADGE, Cluster, Mark, TimelineScene};
use crate::timeline::spoken;

/// Baselines of the two rows of ticks below the lanes.
const TICK_ROWS: [f64; 2] = [14.0, 31.0];
/// From the middle of a row to the baseline of its text.
const BASELINE: f64 = 4.0;
/// From the middle of a row to the top of an event's bar, and the bar's height.
const BAR: [f64; 2] = [6.5, 2.5];
/// From the middle of a mark to the foot of its flag.
const FLAG: [f64; 2] = [5.5, -2.0];

/// What the signs of each kind of group are called.
const EVENT: &[&str] = &["class", "data-event", "role", "tabindex", "aria-label", "aria-current"];
const CLUSTER: &[&str] = &["class", "data-cluster", "data-first", "role", "tabindex", "aria-label"];
const ANSWER: &[&str] = &["class", "data-answer"];
const EDGE: &[&str] = &["class", "data-open", "role", "tabindex", "aria-label"];
const LABELLED: &[&str] = &["class", "role", "aria-label"];
const LANE: &[&str] = &["class", "data-lane", "role", "tabindex", "aria-label"];
pub(super) const HIDDEN: &[&str] = &["class", "aria-hidden"];

/// A picture of the timeline.
#[derive(Clone, Copy, Debug)]
pub struct TimelinePicture<'a> {
    /// Titles, ids and claims.
    pub record: &'a Record,
    /// What stands where.
    pub scene: &'a TimelineScene,
    /// The lanes that it was drawn with.
    pub lanes: &'a Lanes,
    /// The answers; none while the window moves.
    pub arcs: &'a Arcs,
    /// Width of the plot in pixels.
    pub width: f64,
    /// The clock on which dates are told.
    pub zone: Zone,
    /// For each event whether it stands out; `None` when none does.
    pub lit: Option<&'a [bool]>,
    /// The selected event.
    pub selected: Option<EventIdx>,
    /// The event that the keyboard has gone to.
    pub focused: Option<EventIdx>,
    /// Keys and signs, or only what is seen.
    pub detail: Detail,
}

impl TimelinePicture<'_> {
    /// All of it.
    #[must_use]
    pub fn shapes(&self) -> Vec<Shape> {
        // Each has its place also when it is empty: pages know parts again by their places.
        vec![self.axis(), self.arcs(), self.bars(), self.marks(), self.edge_ends()]
    }

    fn dim(&self, events: &[EventIdx]) -> &'static str {
        let is_lit = |lit: &[bool]| events.iter().any(|event| lit.get(event.get()) == Some(&true));
        if self.lit.is_none_or(is_lit) { "" } else { "dim" }
    }

    fn axis(&self) -> Shape {
        let (ticks, bottom, width) = (&self.scene.ticks, self.lanes.total_height(), self.width);
        let mut borders = Outline::default();
        for lane in self.scene.lanes.iter().skip(1) {
            borders = borders.start(Point::new(0.0, lane.y)).line(Point::new(width, lane.y));
        }
        let mut shapes = vec![
            Shape::path("grid", classes::upright(&ticks.minor, bottom)),
            Shape::path("grid-major", classes::upright(&ticks.major, bottom + AXIS_HEIGHT)),
            Shape::path("border", borders),
            Shape::path("base", Outline::level(bottom, 0.0, width)),
        ];
        shapes.extend(tick_labels(self.detail, "tick", &ticks.minor, bottom + TICK_ROWS[0]));
        shapes.extend(tick_labels(self.detail, "tick-major", &ticks.major, bottom + TICK_ROWS[1]));
        self.hidden("axis", shapes)
    }

    /// A group that says nothing to those who do not see.
    fn hidden(&self, class: &'static str, shapes: Vec<Shape>) -> Shape {
        let told = || (Cow::Borrowed(""), Signs { names: HIDDEN, values: vec![Some("true".into())] });
        Shape::told(self.detail, Class::of(class), told, shapes)
    }

    /// A group with a name, whose members can be reached.
    fn labelled(&self, class: Class, name: &'static str, shapes: Vec<Shape>) -> Shape {
        let told = || {
            (
                Cow::Borrowed(""),
                Signs { names: LABELLED, values: vec![Some("group".into()), Some(name.into())] },
            )
        };
        Shape::told(self.detail, class, told, shapes)
    }

    fn arcs(&self) -> Shape {
        // The most important ones last, above the others.
        self.hidden("arcs", self.arcs.arcs.iter().rev().map(|arc| self.arc(arc)).collect())
    }

    fn arc(&self, arc: &Arc) -> Shape {
        let mut shapes =
            vec![Shape::Path(Class::all(&["arc", classes::weight(arc.weight)]), arc.line.clone())];
        if arc.weight <= Weight::Far {
            shapes.push(Shape::path("arc-head", arc.head()));
        }
        let told = || {
            let answer = [self.record.event(arc.from).id, ">", self.record.event(arc.to).id].concat();
            (answer.clone().into(), Signs { names: ANSWER, values: vec![Some(answer.into())] })
        };
        Shape::told(self.detail, Class::of(hue_of(self.record, arc.to)), told, shapes)
    }

    fn bars(&self) -> Shape {
        let bar = |mark: &Mark| {
            let bar = mark.bar?;
            let class = Class::all(&["bar", classes::fade(bar)]);
            let block = Block::new([bar.start, mark.y + BAR[0], bar.end - bar.start, BAR[1], BAR[1] / 2.0]);
            let told =
                || (self.record.event(mark.event).id.into(), Signs { names: &["class"], values: Vec::new() });
            let around = Class::all(&[hue_of(self.record, mark.event), self.dim(&[mark.event])]);
            Some(Shape::told(self.detail, around, told, vec![Shape::Rect(class, block)]))
        };
        self.hidden("bars", self.scene.marks.iter().filter_map(bar).collect())
    }

    fn marks(&self) -> Shape {
        let mut lanes: Vec<Vec<(EventIdx, Shape)>> = vec![Vec::new(); self.scene.lanes.len()];
        let mut add = |event: EventIdx, shape: Shape| {
            if let Some(lane) = lanes.get_mut(usize::from(self.lanes.lane_of(self.record, event))) {
                lane.push((event, shape));
            }
        };
        self.scene.marks.iter().for_each(|mark| add(mark.event, self.mark(mark)));
        for cluster in &self.scene.clusters {
            cluster.events.first().into_iter().for_each(|&first| add(first, self.cluster(cluster)));
        }
        self.labelled(
            Class::of("marks"),
            "Events",
            (0..).zip(lanes).map(|(nth, inside)| self.lane(nth, inside)).collect(),
        )
    }

    /// A lane with its marks and clusters, in the order of time.
    fn lane(&self, nth: u16, mut inside: Vec<(EventIdx, Shape)>) -> Shape {
        sort_by_key(&mut inside, |(event, _)| event.0.into());
        let told = || {
            let values = vec![
                Some(nth.to_string().into()),
                Some("group".into()),
                Some("-1".into()),
                Some(self.spoken_lane(nth).into()),
            ];
            ("".into(), Signs { names: LANE, values })
        };
        let mut shapes: Vec<Shape> = inside.into_iter().map(|(_, shape)| shape).collect();
        if self.detail == Detail::Whole {
            let room = self.lanes.lane(nth);
            let ring = Block::new([
                1.5,
                room.top + 1.5,
                (self.width - 3.0).max(0.0),
                (room.height - 3.0).max(0.0),
                4.0,
            ]);
            shapes.insert(0, Shape::rect("lane-ring", ring));
        }
        Shape::told(self.detail, Class::of("lane-events"), told, shapes)
    }

    /// A lane's name, how many events of the window it holds and from when to when.
    fn spoken_lane(&self, nth: u16) -> String {
        let [name, _] = self.lanes.names(self.record, nth);
        let count = self.scene.lanes.get(usize::from(nth)).map_or(0, |lane| lane.num_events);
        let is_own = |event: &EventIdx| self.lanes.lane_of(self.record, *event) == nth;
        let marks = self.scene.marks.iter().map(|mark| mark.event);
        let all = marks
            .chain(self.scene.clusters.iter().flat_map(|cluster| cluster.events.iter().copied()))
            .filter(is_own);
        let ends = all.fold(None, |ends: Option<[EventIdx; 2]>, event| {
            Some(ends.map_or([event; 2], |[first, last]| [first.min(event), last.max(event)]))
        });
        let dates =
            ends.map(|ends| ends.map(|event| format::short(self.zone.read(self.record.event(event).date))));
        match dates {
            None => format!("{name}: no events"),
            Some([first, _]) if count == 1 => format!("{name}: 1 event, {first}"),
            Some([first, last]) if first == last => format!("{name}: {count} events, {first}"),
            Some([first, last]) => format!("{name}: {count} events, {first} to {last}"),
        }
    }

    fn mark(&self, mark: &Mark) -> Shape {
        let event = self.record.event(mark.event);
        let major = if event.importance >= 4 { "major" } else { "" };
        let is_selected = self.selected == Some(mark.event);
        let [left, right] = mark.reach(BADGE);
        let mut shapes = vec![
            Shape::rect("hit", Block::new([left, mark.y - BADGE, right - left, 2.0 * BADGE, 4.0])),
            Shape::path("glyph", self.glyph(mark)),
        ];
        if let Some(class) = classes::flag(event.claims) {
            shapes.push(Shape::path(class, glyph::flag(mark.x + FLAG[0], mark.y + FLAG[1])));
        }
        if let Some(label) = &mark.label {
            shapes.push(Shape::text("label", label.x, mark.y + BASELINE, label.text.text.clone()));
        }
        let told = || {
            let name = spoken::event(self.record, mark.event, self.zone);
            let name = with_seen(name, mark.label.as_ref().map(|label| &*label.text.text));
            let current = is_selected.then_some("true".into());
            let values = vec![
                Some(event.id.into()),
                Some("button".into()),
                Some("-1".into()),
                Some(name.into()),
                current,
            ];
            (event.id.into(), Signs { names: EVENT, values })
        };
        let class = Class([
            if is_selected { "mark chosen" } else { "mark" },
            hue_of(self.record, mark.event),
            major,
            self.dim(&[mark.event]),
        ]);
        Shape::told(self.detail, class, told, shapes).anchored(mark.x)
    }

    /// The shape of a mark's field; with a tail for its side where no lane tells that.
    fn glyph(&self, mark: &Mark) -> Outline {
        let shape = glyph::shape(usize::from(mark.domain.0), mark.x, mark.y, mark.radius);
        match side_of(self.record, mark.event).filter(|_| self.lanes.mode == LaneMode::Domain) {
            Some(side) => shape.and(glyph::tail(side.get(), mark.x, mark.y, mark.radius)),
            None => shape,
        }
    }

    fn cluster(&self, cluster: &Cluster) -> Shape {
        let count = cluster.events.len();
        let holds =
            if self.selected.is_some_and(|event| cluster.events.contains(&event)) { "holds" } else { "" };
        let width = cluster.width();
        let badge = Block::new([cluster.x - width / 2.0, cluster.y - BADGE, width, 2.0 * BADGE, BADGE]);
        let number = Line { x: cluster.x, y: cluster.y + BASELINE, text: count.to_string().into() };
        let told = || {
            let first = cluster.events.first().map_or("", |&event| self.record.event(event).id);
            let name = match self
                .focused
                .and_then(|event| spoken::within(self.record, &cluster.events, event, self.zone))
            {
                Some(name) => name,
                None => cluster.spoken(self.record, self.zone),
            };
            let values = vec![
                Some(count.to_string().into()),
                Some(first.into()),
                Some("button".into()),
                Some("-1".into()),
                Some(name.into()),
            ];
            (["c", first].concat().into(), Signs { names: CLUSTER, values })
        };
        let class =
            Class(["cluster", hue_of(self.record, cluster.leading), self.dim(&cluster.events), holds]);
        Shape::told(
            self.detail,
            class,
            told,
            vec![Shape::rect("badge", badge), Shape::Text(Class::of("number"), number)],
        )
        .anchored(cluster.x)
    }

    fn edge_ends(&self) -> Shape {
        let ends = self.arcs.edges.iter().map(|end| self.edge_end(end)).collect();
        self.labelled(Class::of("edge-ends"), "Answers outside the window", ends)
    }

    fn edge_end(&self, end: &EdgeEnd) -> Shape {
        let card = Block::new([end.card.min.x, end.card.min.y, end.card.width(), end.card.height(), 4.0]);
        let mut shapes = vec![Shape::rect("card", card), Shape::path("arrow", end.arrow())];
        if let Some(text) = &end.text {
            shapes.push(Shape::text("title", end.text_at.x, end.text_at.y + BASELINE, text.text.clone()));
        }
        let event = self.record.event(end.event);
        let told = || {
            let when = if end.is_later { "Later: " } else { "Earlier: " };
            let name = [when, event.title, ", ", &format::long(self.zone.read(event.date))].concat();
            let name = with_seen(name, end.text.as_ref().map(|text| &*text.text));
            let values =
                vec![Some(event.id.into()), Some("button".into()), Some("-1".into()), Some(name.into())];
            (event.id.into(), Signs { names: EDGE, values })
        };
        Shape::told(self.detail, Class::all(&["edge-end", hue_of(self.record, end.event)]), told, shapes)
    }
}

/// A name that also has the words that are seen, as those who speak to their computer say them.
fn with_seen(name: String, seen: Option<&str>) -> String {
    match seen.map(|seen| seen.trim_end_matches('…').trim_end()) {
        Some(seen) if !name.contains(seen) => [&name, ". ", seen].concat(),
        _ => name,
    }
}

/// Those of `ticks` that say something, each a little to the right of its line.
pub(super) fn tick_labels(detail: Detail, class: &'static str, ticks: &[Tick], y: f64) -> Vec<Shape> {
    let said = ticks.iter().filter(|tick| !tick.label.is_empty());
    let draw = |tick: &Tick| {
        let text = Shape::text(class, tick.px + LEAD_PX, y, tick.label.clone());
        let told = || (tick.at.0.to_string().into(), Signs { names: &["class"], values: Vec::new() });
        if detail == Detail::Seen {
            text
        } else {
            Shape::told(detail, Class::default(), told, vec![text]).anchored(tick.px)
        }
    };
    said.map(draw).collect()
}
