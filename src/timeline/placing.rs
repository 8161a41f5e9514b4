//! Which events of a lane get a mark at one level, and in which row, for any stretch of the axis.
//!
//! An event gets a row where its short headline fits, or else where its mark fits. Which words it has in the
//! end is decided in `words.rs`.
//!
//! The axis is cut into tiles, and no label that is placed first is wider than a tile. Events take turns by
//! importance. Before all others come turning points that were answered more than everything in their tile
//! and the two beside it: the strike before the strikes that led to it. Among events of equal importance,
//! those in even tiles come first, because they lie too far apart to be in each other's way; then those in
//! odd tiles. So who gets a place depends on a few tiles around it. Any stretch can be computed alone, and
//! comes out as it would within the whole record.

use std::ops::Range;

use super::labels::Labels;
use super::levels::{LABEL_MARGIN, MARK_INSET, MARK_REACH};
use super::queues::Queue;
use super::rows::{Row, Stretch};
use crate::order::{down, sort_by_key};

/// Pixels of a tile: a short label of 34 letters takes less at almost twice the usual size;
/// a wider one would be left out.
pub(super) const TILE: f64 = 504.0;
/// Pixels of a bucket. Of the events that start in one bucket, at most 2 × rows + 1 compete for marks; the
/// rest is joined at once. A tile is a whole number of buckets, so that each bucket is decided in one place.
const BUCKET: f64 = 72.0;
/// Ranks (0 is importance 5) that take their turns together, the more important first within a tile; and for
/// how many more tiles on both sides they must be computed. That is one tile for each parity, of this and of
/// each later turn. Turning points need one more because some of them come first, and another to know which.
const TURNS: [(Range<usize>, f64); 3] = [(0..1, 7.0), (1..2, 3.0), (2..5, 1.0)];

/// The pixels of a level, counted from the first event.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pixels {
    /// How many there are in a second.
    pub per_sec: f64,
}

impl Pixels {
    /// How many seconds after the first event pixel `px` is.
    #[must_use]
    pub fn secs(self, px: f64) -> f64 {
        px / self.per_sec
    }

    /// In which piece of `width` pixels something lies that is `secs` after the first event. The pieces are
    /// exactly those that [`Self::secs`] gives.
    #[must_use]
    pub fn piece(self, secs: f64, width: f64) -> f64 {
        let about = (secs * self.per_sec / width).floor();
        if self.secs((about + 1.0) * width) <= secs {
            about + 1.0
        } else if self.secs(about * width) > secs {
            about - 1.0
        } else {
            about
        }
    }
}

/// What gets a mark in `queue`: position and row, in order of positions; right for all that starts within
/// `tiles` (first and last) and as far beside them as clusters reach.
/// O(events near them that can have a mark).
pub(super) fn marks(
    queue: &Queue,
    num_rows: u16,
    labels: &Labels,
    pixels: Pixels,
    tiles: [f64; 2],
) -> Vec<(u32, u16)> {
    if num_rows == 0 {
        return Vec::new();
    }
    let needed = [tiles[0] - 1.0, tiles[1] + 2.0];
    let mut placing = Placing {
        queue,
        labels,
        pixels,
        rows: vec![Row::default(); usize::from(num_rows)],
        placed: Vec::new(),
    };
    let mut candidates = placing.candidates(needed);
    let leading = leading(&candidates[0]);
    candidates[0].retain(|event| !leading.contains(event));
    for (pos, tile) in leading {
        placing.place(pos, tile);
    }
    for (ranks, _) in &TURNS {
        for is_odd in [false, true] {
            for &(pos, tile) in candidates[ranks.clone()].iter().flatten() {
                if ((tile / 2.0).fract() != 0.0) == is_odd {
                    placing.place(pos, tile);
                }
            }
        }
    }
    placing.finished(needed)
}

/// Of events with their tiles, the most answered first, those that lead their tile and the two beside it:
/// they lie too far apart to be in each other's way.
fn leading(events: &[(u32, f64)]) -> Vec<(u32, f64)> {
    let is_far = |tile: f64| move |&(_, other): &(u32, f64)| (other - tile).abs() > 1.0;
    let leads = |&(at, (_, tile)): &(usize, &(u32, f64))| events[..at].iter().all(is_far(*tile));
    events.iter().enumerate().filter(leads).map(|(_, event)| *event).collect()
}

struct Placing<'a> {
    queue: &'a Queue,
    labels: &'a Labels,
    pixels: Pixels,
    rows: Vec<Row>,
    placed: Vec<Placed>,
}

struct Placed {
    pos: u32,
    tile: f64,
    row: u16,
}

impl Placing<'_> {
    /// What may get a mark, by rank, then by answers (turning points) or time, with its tile:
    /// of each bucket the most important.
    fn candidates(&self, needed: [f64; 2]) -> [Vec<(u32, f64)>; 5] {
        let mut found: [Vec<(u32, f64)>; 5] = Default::default();
        let (lists, starts, most) = (&self.queue.ranked, &self.queue.starts, 2 * self.rows.len() + 1);
        // For each rank the place in its list that is next, and the end.
        let mut ways = [[0, 0]; 5];
        for (ranks, margin) in &TURNS {
            let [from, to] =
                [needed[0] - margin, needed[1] + margin + 1.0].map(|tile| self.pixels.secs(tile * TILE));
            for rank in ranks.clone() {
                ways[rank] =
                    [from, to].map(|secs| lists[rank].partition_point(|&pos| starts[pos as usize] < secs));
            }
        }
        let next = |rank: usize, [at, end]: [usize; 2]| (at < end).then(|| starts[lists[rank][at] as usize]);
        while let Some(first) = (0..5).filter_map(|rank| next(rank, ways[rank])).reduce(f64::min) {
            let (bucket, tile) = (self.pixels.piece(first, BUCKET), self.pixels.piece(first, TILE));
            let until = self.pixels.secs((bucket + 1.0) * BUCKET);
            let mut left = most;
            for (rank, [at, end]) in ways.iter_mut().enumerate().filter(|(_, [at, end])| at < end) {
                let behind = self.queue.skip(rank, *at, until).min(*end);
                let taken = &lists[rank][*at..behind.min(*at + left)];
                left -= taken.len();
                found[rank].extend(taken.iter().map(|&pos| (pos, tile)));
                *at = behind;
            }
        }
        // Among turning points what was answered most comes first.
        sort_by_key(&mut found[0], |&(pos, _)| down(self.queue.num_answers[pos as usize]));
        found
    }

    /// Gives the event the row it takes by its position, or the first free one,
    /// with a short label, else with a mark.
    fn place(&mut self, pos: u32, tile: f64) {
        let start = self.start(pos);
        let mark = Stretch { start, end: start + MARK_INSET + 2.0 * MARK_REACH };
        let num_rows = self.rows.len();
        let turn = pos as usize % num_rows;
        let nth_row = |nth: usize| if turn + nth < num_rows { turn + nth } else { turn + nth - num_rows };
        // No text is measured for what has not even room for a mark.
        let Some(free) = (0..num_rows).find(|&nth| self.rows[nth_row(nth)].is_free(mark)) else { return };
        let words = self.labels.of(self.queue.events[pos as usize]);
        let label = Stretch { start, end: label_end(start, words.gap + words.short.width) };
        let fits = label.end - label.start <= TILE - 2.0 * MARK_REACH;
        let labelled = (free..num_rows).filter(|_| fits).find(|&nth| self.rows[nth_row(nth)].take(label));
        let row = nth_row(labelled.unwrap_or(free));
        if labelled.is_none() {
            self.rows[row].take(mark);
        }
        self.placed.push(Placed { pos, tile, row: u16::try_from(row).unwrap_or(u16::MAX) });
    }

    fn finished(self, needed: [f64; 2]) -> Vec<(u32, u16)> {
        let is_needed = |placed: &&Placed| (needed[0]..=needed[1]).contains(&placed.tile);
        let mut marks: Vec<(u32, u16)> =
            self.placed.iter().filter(is_needed).map(|placed| (placed.pos, placed.row)).collect();
        sort_by_key(&mut marks, |(pos, _)| u64::from(*pos));
        marks
    }

    fn start(&self, pos: u32) -> f64 {
        self.queue.starts[pos as usize] * self.pixels.per_sec - MARK_REACH
    }
}

/// Where a headline ends whose end is `reach` pixels from the middle of its mark.
fn label_end(start: f64, reach: f64) -> f64 {
    start + MARK_REACH + MARK_INSET + reach + LABEL_MARGIN
}
