//! The arrows at the edges of the plot: what the chain holds outside the window,
//! with its day, a headline and a link.

use dataset::model::EventIdx;

use super::{ArcRequest, Place};
use crate::geom::outline::Outline;
use crate::geom::{Point, Rect, Size};
use crate::order::{float, sort_by_key};
use crate::time::window::Moment;
use crate::timeline::labels::Text;

/// Most arrows at one edge: more would cover what happened in the window.
const MOST_AT_EDGE: usize = 4;
/// Words take at most so much of the plot's width.
const MOST_ROOM: f64 = 0.46;
/// Height of an arrow's card: a row's.
const HEIGHT: f64 = 18.0;
/// Room between a headline and the edge of its card.
const PAD: f64 = 6.0;
/// Width of the arrow itself, with the room beside it.
const ARROW: f64 = 12.0;
/// From a card to the edge of the plot.
const MARGIN: f64 = 2.0;

/// An event outside the window, as an arrow at the edge that it lies beyond.
#[derive(Clone, Debug, PartialEq)]
pub struct EdgeEnd {
    /// Which.
    pub event: EventIdx,
    /// It lies to the right.
    pub is_later: bool,
    /// Its card; inside the plot.
    pub card: Rect,
    /// Left end of the headline, in the middle of its height.
    pub text_at: Point,
    /// Its day and short headline, or the day alone; none where there is room for neither.
    pub text: Option<Text>,
    /// The tip of the arrow.
    pub tip: Point,
}

impl EdgeEnd {
    /// Its arrow.
    #[must_use]
    pub fn arrow(&self) -> Outline {
        let Point { x, y } = self.tip;
        let back = if self.is_later { x - 6.0 } else { x + 6.0 };
        Outline::polygon([self.tip, Point::new(back, y - 4.0), Point::new(back, y + 4.0)])
    }
}

/// The arrows placed so far.
pub(super) struct Edges<'a> {
    request: &'a ArcRequest<'a>,
    /// Where cards would cover something.
    taken: Vec<Rect>,
    pub(super) ends: Vec<EdgeEnd>,
}

impl<'a> Edges<'a> {
    pub(super) const fn new(request: &'a ArcRequest<'a>) -> Self {
        Self { request, taken: Vec::new(), ends: Vec::new() }
    }

    /// Where arcs to `event` end; makes its arrow at the first call. `None` when the edge is full.
    pub(super) fn place(&mut self, event: EventIdx) -> Option<Place> {
        let known = self.ends.iter().position(|end| end.event == event);
        let nth = known.or_else(|| self.add(event))?;
        let Rect { min, max } = self.ends[nth].card;
        // Arcs end at the side that looks into the plot.
        let x = if self.ends[nth].is_later { min.x } else { max.x };
        let scene = self.request.scene;
        Some(Place {
            nth: scene.marks.len() + scene.clusters.len() + nth,
            at: Point::new(x, f64::midpoint(min.y, max.y)),
            reach: 0.0,
        })
    }

    fn add(&mut self, event: EventIdx) -> Option<usize> {
        let ArcRequest { record, labels, scale, .. } = *self.request;
        let width = scale.width();
        let is_later = Moment::from(record.span(event).start) >= scale.window().start();
        if self.ends.iter().filter(|end| end.is_later == is_later).count() == MOST_AT_EDGE {
            return None;
        }
        let label = labels.of(event);
        let text =
            [&label.dated, &label.date].into_iter().find(|text| text.width <= MOST_ROOM * width).cloned();
        let card_width = ARROW + 2.0 * PAD + text.as_ref().map_or(0.0, |text| text.width);
        let x = if is_later { width - MARGIN - card_width } else { MARGIN };
        let card =
            |y: f64| Rect::from_min_size(Point::new(x, y - HEIGHT / 2.0), Size::new(card_width, HEIGHT));
        let y = self.free_row(event, card)?;
        let (tip_x, text_x) =
            if is_later { (card(y).max.x - PAD, x + PAD) } else { (x + PAD, x + PAD + ARROW) };
        self.ends.push(EdgeEnd {
            event,
            is_later,
            card: card(y),
            text_at: Point::new(text_x, y),
            text,
            tip: Point::new(tip_x, y),
        });
        Some(self.ends.len() - 1)
    }

    /// The middle of the row for a card: the nearest to the last row of the event's lane where the card
    /// covers nothing, else where it covers no other card.
    fn free_row(&mut self, event: EventIdx, card: impl Fn(f64) -> Rect) -> Option<f64> {
        let ArcRequest { record, lanes, scene, .. } = *self.request;
        if self.taken.is_empty() {
            let stretch = |left: f64, right: f64, y: f64| Rect {
                min: Point::new(left, y - 8.0),
                max: Point::new(right, y + 8.0),
            };
            self.taken.extend(scene.marks.iter().map(|mark| {
                let [left, right] = mark.reach(mark.radius);
                stretch(left, right, mark.y)
            }));
            self.taken.extend(
                scene.clusters.iter().map(|cluster| stretch(cluster.x - 15.0, cluster.x + 15.0, cluster.y)),
            );
        }
        let home = lanes.row_middle(lanes.lane_of(record, event), None);
        let of_lane = |lane| {
            (0..lanes.lane(lane).num_rows).map(Some).chain([None]).map(move |row| lanes.row_middle(lane, row))
        };
        let mut rows: Vec<f64> = (0..lanes.num_lanes()).flat_map(of_lane).collect();
        sort_by_key(&mut rows, |&y| float((y - home).abs()));
        rows.retain(|&y| !self.ends.iter().any(|end| end.card.overlaps(card(y))));
        rows.iter()
            .find(|&&y| !self.taken.iter().any(|taken| taken.overlaps(card(y))))
            .or(rows.first())
            .copied()
    }
}
