//! Levels of detail: for each step of the zoom, which event gets a mark and in which row,
//! and which goes into a cluster.
//!
//! A level is computed at its coarsest scale, so every finer scale of it has more room than was planned for.
//! It is computed only for a stretch around the window, with the result that the whole record would give
//! there. So panning moves the picture without changing it,
//! and the cost of a step does not depend on the length of the record.

use std::ops::Range;
use std::rc::Rc;

use dataset::model::EventIdx;

use super::clusters::BLOCK;
use super::labels::Labels;
use super::lanes::{Lane, LaneMode, Lanes};
use super::placing::{self, Pixels, TILE};
use super::queues::{Queue, Queues};
use crate::record::Record;
use crate::time::scale::TimeScale;
use crate::time::window::{Moment, TimeWindow};

/// Pixels from a mark's middle to its edge at most, with room for the focus ring.
pub const MARK_REACH: f64 = 9.0;
/// A mark stands at most this far right of the start of its event, so that it lies on the bar of a long one.
pub const MARK_INSET: f64 = 7.0;
/// From a mark's middle to its label.
pub const LABEL_GAP: f64 = 11.0;
/// What a flag beside the mark takes of that, and a little air.
pub const FLAG_ROOM: f64 = 3.0;
/// Free pixels behind a label.
pub const LABEL_MARGIN: f64 = 8.0;
/// Levels in a doubling of the scale: more waste less room, fewer are computed less often.
const LEVELS_PER_OCTAVE: f64 = 8.0;

/// Which level of detail a scale belongs to; larger is finer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LevelId(i32);

impl LevelId {
    /// The level of `scale`.
    #[must_use]
    pub fn of(scale: TimeScale) -> Self {
        let px_per_sec = scale.width() / scale.window().len().0;
        #[expect(clippy::cast_possible_truncation, reason = "scales lie between 1e-8 and 10 px/s")]
        Self((px_per_sec.log2() * LEVELS_PER_OCTAVE).floor() as i32)
    }

    /// The coarsest scale of the level, in pixels a second.
    fn px_per_sec(self) -> f64 {
        // A hair less, so that rounding never puts a scale below that of its level.
        (f64::from(self.0) / LEVELS_PER_OCTAVE).exp2() * (1.0 - 1e-12)
    }
}

/// The rows of all events that start within a stretch of one level.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    id: LevelId,
    /// First and last tile of the stretch.
    tiles: [f64; 2],
    pub(super) pixels: Pixels,
    queues: Rc<Queues>,
    /// For each lane what has a mark, position and row, by position;
    /// also beside the stretch, as far as clusters reach.
    marks: Vec<Vec<(u32, u16)>>,
}

impl Level {
    /// Gives rows by importance: each event the one it takes by its position in the lane, or the first that
    /// has room for its short headline, else for its mark; what got no mark is joined into clusters.
    /// For the whole record: O(n log n).
    #[must_use]
    pub fn compute(record: &Record, lanes: &Lanes, labels: &Labels, id: LevelId) -> Self {
        let queues = Rc::new(Queues::of(record, lanes));
        let tiles = tiles_of(&queues, id, record.bounds().whole());
        Self::stretch(queues, lanes, labels, id, tiles)
    }

    fn stretch(queues: Rc<Queues>, lanes: &Lanes, labels: &Labels, id: LevelId, tiles: [f64; 2]) -> Self {
        let pixels = Pixels { per_sec: id.px_per_sec() };
        let lane =
            |(queue, lane): (&Queue, &Lane)| placing::marks(queue, lane.num_rows, labels, pixels, tiles);
        let marks = queues.lanes.iter().zip(lanes.all()).map(lane).collect();
        Self { id, tiles, pixels, queues, marks }
    }

    /// The row of `event`, which starts within the stretch,
    /// or the cluster that it is joined in: numbers rise with time.
    ///
    /// # Errors
    /// The number of the cluster.
    pub fn row(&self, record: &Record, lanes: &Lanes, event: EventIdx) -> Result<u16, u32> {
        let lane = lanes.lane_of(record, event);
        let start = (record.span(event).start - self.queues.origin()).0;
        let pos = self.queue(lane).position(event, start);
        match self.marks_in(lane, pos..pos + 1) {
            [(_, row)] => Ok(*row),
            _ => Err(self.cluster(lane, self.pixels.piece(start, BLOCK))),
        }
    }

    /// The positions in `lane` of what starts within `window`; O(log n).
    #[must_use]
    pub fn starting_in(&self, lane: u16, window: TimeWindow) -> Range<usize> {
        let Moment(origin) = self.queues.origin().into();
        let before =
            |Moment(at): Moment| self.queue(lane).starts.partition_point(|start| start + origin < at);
        before(window.start())..before(window.end())
    }

    /// What has a mark among the positions `range` of `lane`, in order of their starts; O(log n).
    #[must_use]
    pub fn marks_in(&self, lane: u16, range: Range<usize>) -> &[(u32, u16)] {
        let marks = &self.marks[usize::from(lane)];
        let before = |end: usize| marks.partition_point(|&(pos, _)| (pos as usize) < end);
        &marks[before(range.start)..before(range.end)]
    }

    /// The events of `lane`.
    #[must_use]
    pub fn queue(&self, lane: u16) -> &Queue {
        &self.queues.lanes[usize::from(lane)]
    }
}

/// First and last tile of what starts in `window`.
fn tiles_of(queues: &Queues, id: LevelId, window: TimeWindow) -> [f64; 2] {
    let pixels = Pixels { per_sec: id.px_per_sec() };
    let Moment(origin) = queues.origin().into();
    let last = queues.lanes.iter().filter_map(|queue| queue.starts.last().copied()).fold(0.0, f64::max);
    [window.start(), window.end()].map(|at| pixels.piece((at.0 - origin).max(0.0).min(last), TILE))
}

/// What was computed for one arrangement of lanes and labels: of each level the latest stretch.
#[derive(Debug, Default)]
pub struct LevelCache {
    queues: Option<(LaneMode, Rc<Queues>)>,
    made_for: Option<(Lanes, Rc<Labels>)>,
    levels: Vec<Rc<Level>>,
}

impl LevelCache {
    /// The level of `scale` about its window, computed at the first asking.
    /// Forgets all when lanes or labels have changed.
    pub fn get(
        &mut self,
        record: &Record,
        lanes: &Lanes,
        labels: &Rc<Labels>,
        scale: TimeScale,
    ) -> Rc<Level> {
        let known =
            self.queues.as_ref().filter(|(mode, _)| *mode == lanes.mode).map(|(_, queues)| queues.clone());
        let queues = known.unwrap_or_else(|| Rc::new(Queues::of(record, lanes)));
        self.queues = Some((lanes.mode, queues.clone()));
        let is_current =
            self.made_for.as_ref().is_some_and(|(own, texts)| own == lanes && Rc::ptr_eq(texts, labels));
        if !is_current {
            self.made_for = Some((lanes.clone(), labels.clone()));
            self.levels.clear();
        }
        let id = LevelId::of(scale);
        let [first, last] = tiles_of(&queues, id, scale.window());
        let known = self.levels.iter().position(|level| level.id == id);
        if let Some(level) = known.map(|nth| &self.levels[nth])
            && level.tiles[0] <= first
            && last <= level.tiles[1]
        {
            return level.clone();
        }
        let level = Rc::new(Level::stretch(queues, lanes, labels, id, [first, last]));
        match known {
            Some(nth) => self.levels[nth] = level.clone(),
            None => self.levels.push(level.clone()),
        }
        level
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::lanes::{CLUSTER_HEIGHT, ROW_HEIGHT};
    use crate::timeline::sample::{any_plot, any_queue, any_record, labels, queue};
    use dataset::units::UnixSecs;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    /// First and last start of each cluster in pixels at the level's coarsest scale,
    /// after its lane, by lane and number.
    fn clusters(record: &Record, lanes: &Lanes, level: &Level, id: LevelId) -> Vec<(u16, f64, f64)> {
        let mut found: BTreeMap<(u16, u32), (f64, f64)> = BTreeMap::new();
        for event in record.events() {
            let Err(nth) = level.row(record, lanes, event) else { continue };
            let px = (record.span(event).start - UnixSecs(0)).0 * id.px_per_sec();
            let (first, last) = found.entry((lanes.lane_of(record, event), nth)).or_insert((px, px));
            (*first, *last) = (first.min(px), last.max(px));
        }
        found.into_iter().map(|((lane, _), (first, last))| (lane, first, last)).collect()
    }

    #[test]
    fn among_equals_the_earlier_gets_the_room() {
        let record = queue(&[0, 1, 1, 1]);
        let lanes =
            Lanes::fitting(LaneMode::Side, 0.0, 4.0 * CLUSTER_HEIGHT + 2.0 * ROW_HEIGHT, &[2u16, 0, 0, 0]);
        let scale = TimeScale::new(record.bounds().whole(), 500.0);
        let level = Level::compute(&record, &lanes, &labels(&record), LevelId::of(scale));
        let rows: Vec<Result<u16, u32>> =
            record.events().map(|event| level.row(&record, &lanes, event)).collect();
        assert_eq!(rows, [Ok(0), Ok(1), Err(0), Err(0)]);
    }

    #[test]
    fn levels_are_kept_until_lanes_or_labels_change() {
        let record = queue(&[0, 10, 100]);
        let (lanes, texts) =
            (Lanes::fitting(LaneMode::Side, 0.0, 300.0, &[1u16; 4]), Rc::new(labels(&record)));
        let scale = TimeScale::new(record.opening(), 500.0);
        let mut cache = LevelCache::default();
        let first = cache.get(&record, &lanes, &texts, scale);
        assert!(Rc::ptr_eq(&first, &cache.get(&record, &lanes, &texts, scale)));
        assert!(!Rc::ptr_eq(&first, &cache.get(&record, &lanes, &Rc::new(labels(&record)), scale)));
        let others = Lanes::fitting(LaneMode::Domain, 0.0, 300.0, &[1u16; 9]);
        assert_eq!(
            *cache.get(&record, &others, &texts, scale),
            Level::compute(&record, &others, &texts, LevelId::of(scale))
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(150))]

        #[test]
        fn a_scale_is_never_coarser_than_its_level_and_less_than_an_eighth_of_an_octave_finer(
            record in any_record(), plot in any_plot(),
        ) {
            let scale = plot.scale(&record);
            let octaves = (scale.width() / scale.window().len().0 / LevelId::of(scale).px_per_sec()).log2();
            prop_assert!((0.0..0.1251).contains(&octaves), "{octaves}");
        }

        #[test]
        fn clusters_are_short_and_their_middles_apart(
            record in prop_oneof![any_record(), any_queue(vec![1, 8, 30, 36, 72, 74], 20..60)],
            plot in any_plot(),
        ) {
            let (lanes, id) = (plot.lanes(&record), LevelId::of(plot.scale(&record)));
            let level = Level::compute(&record, &lanes, &labels(&record), id);
            let clusters = clusters(&record, &lanes, &level, id);
            for (_, first, last) in &clusters {
                prop_assert!(last - first <= BLOCK + 1e-3, "{first} to {last}");
            }
            for pair in clusters.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
                // Each mark may stand an inset to the right of its start.
                let middles = [pair[0], pair[1]].map(|(_, first, last)| f64::midpoint(first, last));
                prop_assert!(middles[1] - middles[0] - MARK_INSET / 2.0 >= 32.0, "{pair:?}");
            }
            prop_assert!(
                clusters.is_sorted_by(|a, b| (a.0, a.1) <= (b.0, b.1)),
                "numbers do not rise with time"
            );
        }

        #[test]
        fn a_stretch_alone_comes_out_as_within_the_whole_record(
            record in prop_oneof![any_record(), any_queue(vec![1, 8, 30, 74, 150, 600], 60..120)],
            plot in any_plot(),
        ) {
            let (lanes, scale, texts) = (plot.lanes(&record), plot.scale(&record), Rc::new(labels(&record)));
            let whole = Level::compute(&record, &lanes, &texts, LevelId::of(scale));
            let part = LevelCache::default().get(&record, &lanes, &texts, scale);
            let is_within = |&event: &EventIdx| {
                let start = Moment::from(record.span(event).start);
                start >= scale.window().start() && start < scale.window().end()
            };
            for event in record.events().filter(is_within) {
                prop_assert_eq!(part.row(&record, &lanes, event), whole.row(&record, &lanes, event));
            }
        }

        #[test]
        fn a_turning_point_without_many_others_near_it_has_a_mark(
            record in any_record(),
            plot in any_plot(),
        ) {
            let (lanes, id) = (plot.lanes(&record), LevelId::of(plot.scale(&record)));
            let level = Level::compute(&record, &lanes, &labels(&record), id);
            for event in record.events().filter(|&event| record.event(event).importance == 5) {
                let lane = lanes.lane_of(&record, event);
                let rivals = record.events().filter(|&other| {
                    let apart =
                        (record.span(other).start - record.span(event).start).0.abs() * id.px_per_sec();
                    record.event(other).importance == 5
                        && lanes.lane_of(&record, other) == lane
                        && apart < 700.0
                });
                let is_crowded = rivals.count() > usize::from(lanes.lane(lane).num_rows);
                prop_assert!(is_crowded || level.row(&record, &lanes, event).is_ok());
            }
        }
    }
}
