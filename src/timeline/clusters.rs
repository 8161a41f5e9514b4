//! Joins the events that have no mark into clusters.
//!
//! The axis is cut into blocks. Two neighbouring blocks become one cluster
//! where their middles would lie too close.
//!
//! ```text
//! |  ·   · ··|··       | ·    |    blocks; a dot is an event without a mark
//!     (------)(1)       (1)        the first two middles are close: one cluster of six dots
//! ```
//!
//! The middles of every second block are more than a block apart. So a block is too close to at most one of
//! its neighbours. Two blocks whose middles are closer than half a block span less than one block together.
//! So a cluster is never longer than a block, the middles of two clusters are never closer than half a block,
//! and each depends only on its neighbours.

use std::ops::Range;

use dataset::model::EventIdx;

use super::levels::Level;

/// Pixels of a block: middles of clusters are at least half of that, less half of a mark's inset, apart: 32
/// px, so that a badge with three digits fits.
pub(super) const BLOCK: f64 = 72.0;

/// Some events without marks.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Numbers of a lane rise with time.
    pub number: u32,
    /// By start; at least one.
    pub events: Vec<EventIdx>,
    /// The first of the most important ones, after its rank.
    pub foremost: (usize, EventIdx),
}

impl Level {
    /// What has no mark among the positions `shown` of `lane`, by clusters;
    /// O(log n) for each, and copying its events.
    #[must_use]
    pub fn groups(&self, lane: u16, shown: Range<usize>) -> Vec<Group> {
        let queue = self.queue(lane);
        let mut groups: Vec<Group> = Vec::new();
        let mut at = shown.start;
        while at < shown.end {
            let block = self.pixels.piece(queue.starts[at], BLOCK);
            let until = self.pixels.secs((block + 1.0) * BLOCK);
            let range = at..at + queue.starts[at..shown.end].partition_point(|&start| start < until);
            at = range.end;
            let Some(foremost) = self.foremost(lane, range.clone()) else { continue };
            let number = self.cluster(lane, block);
            if groups.last().is_none_or(|group| group.number != number) {
                groups.push(Group { number, events: Vec::new(), foremost });
            }
            let Some(group) = groups.last_mut() else { continue };
            group.foremost = group.foremost.min(foremost);
            let mut from = range.start;
            for &(mark, _) in self.marks_in(lane, range.clone()) {
                group.events.extend_from_slice(&queue.events[from..mark as usize]);
                from = mark as usize + 1;
            }
            group.events.extend_from_slice(&queue.events[from..range.end]);
        }
        groups
    }

    /// The number of the cluster that joins what has no mark in `block`: that block, or the one before.
    pub(super) fn cluster(&self, lane: u16, block: f64) -> u32 {
        let middle = |block| self.middle(lane, block);
        let is_near =
            middle(block - 1.0).zip(middle(block)).is_some_and(|(before, own)| own - before < BLOCK / 2.0);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "blocks of the finest level are some 10⁸"
        )]
        let number = (if is_near { block - 1.0 } else { block }) as u32;
        number
    }

    /// Midway between the first and the last start in `block` without a mark, in pixels.
    fn middle(&self, lane: u16, block: f64) -> Option<f64> {
        let queue = self.queue(lane);
        let range = queue.between(self.pixels.secs(block * BLOCK), self.pixels.secs((block + 1.0) * BLOCK));
        let (mut marks, mut range) = (self.marks_in(lane, range.clone()), range);
        while let Some((&(pos, _), rest)) =
            marks.split_first().filter(|((pos, _), _)| *pos as usize == range.start)
        {
            (range.start, marks) = (pos as usize + 1, rest);
        }
        while let Some((&(pos, _), rest)) =
            marks.split_last().filter(|((pos, _), _)| *pos as usize + 1 == range.end)
        {
            (range.end, marks) = (pos as usize, rest);
        }
        let starts = &queue.starts[range];
        Some(f64::midpoint(*starts.first()?, *starts.last()?) * self.pixels.per_sec)
    }

    /// The first of the most important among the positions `range` without a mark, after its rank.
    fn foremost(&self, lane: u16, range: Range<usize>) -> Option<(usize, EventIdx)> {
        let queue = self.queue(lane);
        let marks = self.marks_in(lane, range.clone());
        queue.ranked.iter().enumerate().find_map(|(rank, list)| {
            let from = list.partition_point(|&pos| (pos as usize) < range.start);
            let among = list[from..].iter().take_while(|&&pos| (pos as usize) < range.end);
            let pos = among.copied().find(|&pos| marks.binary_search_by_key(&pos, |mark| mark.0).is_err())?;
            Some((rank, queue.events[pos as usize]))
        })
    }
}
