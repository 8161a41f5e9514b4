//! The arcs from an event to those that answered it, between whatever stands for both in the picture.
//!
//! Separate from the scene, which depends on no choice of the reader: arcs follow where the reader points.
//!
//! ```text
//!      ,-- bend --.         from the answered event to the answer, bent to the left of its way:
//!   from           `> to    above what runs to the right, so that it leaves a row's labels
//! ```
//!
//! Of some bends, that way and the other, each arc takes the first that runs through no words; where all
//! do, it runs between the rows.

mod edge;
mod ways;

use dataset::model::EventIdx;

use self::edge::Edges;
use self::ways::Rows;
use super::labels::Labels;
use super::lanes::Lanes;
use super::scene::TimelineScene;
use crate::geom::outline::Outline;
use crate::geom::{Point, Vec2, clamp};
use crate::order::{parts, sort_by_key, sort_unique_by_key};
use crate::record::Record;
use crate::time::scale::TimeScale;

pub use self::edge::EdgeEnd;

/// Most arcs that are drawn, whatever the record holds: more would be a grey cloth, and slow.
pub const MOST_ARCS: usize = 200;
/// Most of those that nobody asked for.
pub const MOST_CALM: usize = 32;
/// Both events must be at least this important for an arc that nobody asked for.
const CALM_FROM: u8 = 5;
/// How far an arc leaves the straight way, as a share of its length, and at most, in pixels.
const BEND: (f64, f64) = (0.32, 64.0);
/// Bends that are tried, as shares of that: those that look best first; below zero they go to the other side.
const BENDS: [f64; 8] = [1.0, 0.5, 1.6, -0.5, -1.0, 2.3, -1.6, 0.0];
/// A curve is looked at after each so many pixels of its way, at most so many times.
const SAMPLE: f64 = 4.0;
const MOST_SAMPLES: u8 = 160;
/// From the edge of a mark to the end of its arc.
const GAP: f64 = 2.5;
/// From the middle of a cluster's badge to the end of its arc.
const CLUSTER_REACH: f64 = 12.0;
/// Length of an arrow's head, and half its width.
const HEAD: (f64, f64) = (7.0, 3.2);

/// What the arcs follow from.
#[derive(Clone, Copy, Debug)]
pub struct ArcRequest<'a> {
    /// Who answered whom.
    pub record: &'a Record,
    /// The picture that they run through.
    pub scene: &'a TimelineScene,
    /// The lanes that it was drawn with.
    pub lanes: &'a Lanes,
    /// Headlines for what lies outside.
    pub labels: &'a Labels,
    /// Its window.
    pub scale: TimeScale,
    /// The event whose answers are shown, if the reader has come to one.
    pub chain_of: Option<EventIdx>,
    /// How far they are followed.
    pub reach: Reach,
    /// For each event whether it stands out; `None` when none does.
    pub lit: Option<&'a [bool]>,
}

/// How far from an event its answers are followed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// What it answered and what answered it.
    #[default]
    Direct,
    /// All that led to it and all that followed from it.
    Chain,
}

impl Reach {
    /// The event with the events so far from it.
    #[must_use]
    pub fn from(self, record: &Record, event: EventIdx) -> Vec<EventIdx> {
        match self {
            Self::Direct => record.exchange(event),
            Self::Chain => record.chain(event),
        }
    }
}

/// How much an arc says, most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// It is of the event itself whose chain is shown.
    Near,
    /// It is another part of that chain.
    Far,
    /// Nothing is asked for: pale.
    Calm,
    /// Something else is.
    Dim,
}

/// An arc.
#[derive(Clone, Debug, PartialEq)]
pub struct Arc {
    /// The answered event: of those that the arc stands for, the one of the most important answer.
    pub from: EventIdx,
    /// The answer to it.
    pub to: EventIdx,
    /// How clearly it is drawn.
    pub weight: Weight,
    /// Where it begins, at the answered event.
    pub start: Point,
    /// Where it ends, at the answer.
    pub end: Point,
    /// Its way from the one to the other.
    pub line: Outline,
    /// Where it comes from when it ends: a point on the straight way to its end.
    pub last: Point,
}

/// All arcs of a picture, and the arrows at its edges that they run to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arcs {
    /// Most important first; at most [`MOST_ARCS`].
    pub arcs: Vec<Arc>,
    /// Events of the chain outside the window, next to one inside.
    pub edges: Vec<EdgeEnd>,
}

/// What stands for an event in the picture: its number is its own.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Place {
    nth: usize,
    at: Point,
    reach: f64,
}

struct Link {
    from: EventIdx,
    to: EventIdx,
    weight: Weight,
    rank: u64,
}

impl Arcs {
    /// The arcs of the chain that is shown, and those between important events.
    ///
    /// Answers within one cluster have none, several between the same two places share one. An answer from or
    /// to outside the window has one only in the chain: it runs to an arrow at the edge. O(n log n) for the
    /// events of the picture and the chain.
    #[must_use]
    pub fn draw(request: &ArcRequest<'_>) -> Self {
        let (places, rows) = (places(request), rows(request));
        let mut edges = Edges::new(request);
        let mut drawn: Vec<(usize, usize)> = Vec::new();
        let mut arcs = Vec::new();
        for link in links(request, &places) {
            let most = if link.weight < Weight::Calm { MOST_ARCS } else { MOST_CALM };
            if arcs.len() >= most {
                break;
            }
            let mut place = |event: EventIdx| place_of(&places, event).or_else(|| edges.place(event));
            let (Some(from), Some(to)) = (place(link.from), place(link.to)) else { continue };
            if from.nth == to.nth || drawn.contains(&(from.nth, to.nth)) {
                continue;
            }
            drawn.push((from.nth, to.nth));
            arcs.push(arc(request, &rows, &link, from, to));
        }
        Self { arcs, edges: edges.ends }
    }
}

/// The answers to be drawn, most important first: those of the chain with one end in the picture or two, and
/// of the others those between two important events of the picture.
fn links(request: &ArcRequest<'_>, places: &[(EventIdx, Place)]) -> Vec<Link> {
    let record = request.record;
    let mut chain = request.chain_of.map_or(Vec::new(), |event| request.reach.from(record, event));
    sort_unique_by_key(&mut chain, |event| event.0.into());
    let is_in_chain = |event: &EventIdx| chain.binary_search(event).is_ok();
    let is_lit = |event: EventIdx| request.lit.is_none_or(|lit| lit.get(event.get()) == Some(&true));
    let importance = |event| record.event(event).importance;
    let mut answers: Vec<EventIdx> =
        places.iter().map(|&(event, _)| event).chain(chain.iter().copied()).collect();
    sort_unique_by_key(&mut answers, |event| event.0.into());
    let mut links = Vec::new();
    for to in answers {
        for &from in record.event(to).responds_to {
            let num_placed = [from, to].iter().filter(|end| place_of(places, **end).is_some()).count();
            let is_chained = is_in_chain(&from) && is_in_chain(&to);
            let (less, more) = (importance(from).min(importance(to)), importance(from).max(importance(to)));
            let is_drawn = if is_chained { num_placed > 0 } else { num_placed == 2 && less >= CALM_FROM };
            if !is_drawn {
                continue;
            }
            let weight = match (is_chained, is_lit(from) && is_lit(to)) {
                (true, _) if request.chain_of.is_some_and(|event| event == from || event == to) => {
                    Weight::Near
                }
                (true, _) => Weight::Far,
                (false, true) => Weight::Calm,
                (false, false) => Weight::Dim,
            };
            let by_importance = |number: u8| u8::MAX - number;
            links.push(Link {
                from,
                to,
                weight,
                rank: parts(weight as u16, by_importance(less).into(), by_importance(more).into()),
            });
        }
    }
    sort_by_key(&mut links, |link| link.rank);
    links
}

/// Where each event of the picture stands, in the order of the record.
fn places(request: &ArcRequest<'_>) -> Vec<(EventIdx, Place)> {
    let scene = request.scene;
    let mut places = Vec::new();
    for (nth, mark) in scene.marks.iter().enumerate() {
        places.push((mark.event, Place { nth, at: Point::new(mark.x, mark.y), reach: mark.radius + GAP }));
    }
    for (nth, cluster) in (scene.marks.len()..).zip(&scene.clusters) {
        let place = Place { nth, at: Point::new(cluster.x, cluster.y), reach: CLUSTER_REACH };
        places.extend(cluster.events.iter().map(|&event| (event, place)));
    }
    sort_unique_by_key(&mut places, |(event, _)| event.0.into());
    places
}

fn place_of(places: &[(EventIdx, Place)], event: EventIdx) -> Option<Place> {
    places.binary_search_by_key(&event, |&(event, _)| event).ok().map(|at| places[at].1)
}

/// What stands in the way.
fn rows(request: &ArcRequest<'_>) -> Rows {
    let scene = request.scene;
    let marks = scene.marks.iter().map(|mark| {
        let words = mark.label.as_ref().map(|label| [label.x, label.x + label.text.width]);
        (mark.y, mark.reach(mark.radius), words)
    });
    let clusters = scene
        .clusters
        .iter()
        .map(|cluster| (cluster.y, [-1.0, 1.0].map(|side| cluster.x + side * CLUSTER_REACH), None));
    Rows::new(request.scale.width(), request.lanes.total_height(), marks.chain(clusters).collect())
}

fn arc(request: &ArcRequest<'_>, rows: &Rows, link: &Link, from: Place, to: Place) -> Arc {
    let &Link { from: answered, to: answer, weight, .. } = link;
    let way = to.at - from.at;
    // Where both stand so near that nothing would be left, the arc runs from middle to middle, below the
    // marks.
    let is_far = way.length() > from.reach + to.reach + HEAD.0;
    let curve = |share: f64| {
        let bend = bend(request, from, to, share);
        let [start, end] =
            [from, to].map(|place| if is_far { towards(place.at, bend, place.reach) } else { place.at });
        Curve { start, bend, end }
    };
    let free =
        BENDS.into_iter().map(curve).find(|curve| !curve.points().any(|point| rows.has_words_at(point)));
    if let Some(Curve { start, bend, end }) = free.or_else(|| (!is_far).then(|| curve(1.0))) {
        let line = Outline::from(start).curve(bend, end);
        return Arc { from: answered, to: answer, weight, start, end, line, last: bend };
    }
    let corners = rows.way([from.at, to.at], [from.reach, to.reach]);
    let &[.., last, end] = corners.as_slice() else { unreachable!("a way has two ends") };
    Arc { from: answered, to: answer, weight, start: corners[0], end, line: ways::rounded(&corners), last }
}

/// A quadratic curve.
struct Curve {
    start: Point,
    bend: Point,
    end: Point,
}

impl Curve {
    /// Points on its way.
    fn points(&self) -> impl Iterator<Item = Point> {
        let length = (self.bend - self.start).length() + (self.end - self.bend).length();
        let step = SAMPLE.max(length / f64::from(MOST_SAMPLES)) / length.max(1.0);
        (1..MOST_SAMPLES).map(move |nth| f64::from(nth) * step).take_while(|&share| share < 1.0).map(
            move |share| {
                let [before, after] = [(self.start, self.bend), (self.bend, self.end)]
                    .map(|(from, to)| from + (to - from) * share);
                before + (after - before) * share
            },
        )
    }
}

/// The control point of the curve with this share of the usual bend.
fn bend(request: &ArcRequest<'_>, from: Place, to: Place, share: f64) -> Point {
    let way = to.at - from.at;
    let length = way.length().max(1.0);
    let left = Vec2::new(way.y, -way.x) / length;
    let middle = from.at + way / 2.0 + left * (share * (BEND.0 * length).min(BEND.1));
    Point::new(
        clamp(middle.x, 0.0, request.scale.width()),
        clamp(middle.y, 0.0, request.lanes.total_height()),
    )
}

/// The point `by` pixels from `from` on the straight way to `to`.
fn towards(from: Point, to: Point, by: f64) -> Point {
    let way = to - from;
    from + way * (by / way.length().max(by))
}

impl Arc {
    /// An arrow's head at the answer.
    #[must_use]
    pub fn head(&self) -> Outline {
        let back = towards(self.end, self.last, HEAD.0);
        let way = self.end - back;
        let aside = Vec2::new(way.y, -way.x) * (HEAD.1 / HEAD.0);
        Outline::polygon([self.end, back + aside, back + -aside])
    }
}

#[cfg(test)]
mod tests;
