//! Levels of detail: for each step of the zoom, which event gets a label, which a mark, which a place in a cluster.
//!
//! A level is computed once for the whole record at its coarsest scale, so panning moves the picture and changes
//! nothing in it, and every finer scale of the same level has more room than was reckoned with.

use std::rc::Rc;

use dataset::model::EventIdx;
use dataset::units::UnixSecs;

use super::labels::Labels;
use super::lanes::Lanes;
use super::rows::{Row, Stretch};
use crate::order::{down, float, sort_by_key};
use crate::story::Story;
use crate::time::scale::TimeScale;

/// Pixels from a mark's middle to its edge at most, with room for the focus ring.
pub const MARK_REACH: f64 = 9.0;
/// A mark stands at most this far right of the start of its event, so that it lies on the bar of a long one.
pub const MARK_INSET: f64 = 7.0;
/// From a mark's middle to its label.
pub const LABEL_GAP: f64 = 11.0;
/// Free pixels behind a label.
const LABEL_MARGIN: f64 = 8.0;
/// Events without a mark of their own form a cluster when they start within this many pixels. Middles of clusters are
/// then at least half of that, less half of [`MARK_INSET`], apart: 32 px, so that a badge with three digits fits.
const CLUSTER_REACH: f64 = 72.0;
/// Levels in a doubling of the scale: more waste less room, fewer are computed less often.
const LEVELS_PER_OCTAVE: f64 = 8.0;

/// The room that an event got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// A mark with the whole headline, in this row.
    FullLabel(u16),
    /// A mark with the short headline, in this row.
    ShortLabel(u16),
    /// A mark alone, in this row.
    Mark(u16),
    /// A place in this cluster; numbers rise with the lane, then with time.
    Cluster(u32),
}

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

/// The room of every event at one level.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    rooms: Vec<Room>,
}

impl Level {
    /// Gives room by importance: first each event the row it takes by its turn, or the first free one, with a short
    /// label, else with a mark; then, as long as there is room behind them, the whole headlines; what got no mark is
    /// joined into clusters. O(n log n) but for insertions into crowded rows.
    #[must_use]
    pub fn compute(story: &Story, lanes: &Lanes, labels: &Labels, id: LevelId) -> Self {
        let mut placing = Placing {
            px_per_sec: id.px_per_sec(),
            num_rows: lanes.num_rows,
            rows: vec![Row::default(); usize::from(lanes.num_lanes) * usize::from(lanes.num_rows)],
            rooms: vec![Room::Cluster(u32::MAX); story.data().events.len()],
        };
        let mut ranked: Vec<Ranked> = rank(story, lanes);
        sort_by_key(&mut ranked, |r| down(story.event(r.event).importance));
        for r in &ranked {
            placing.place(r, labels);
        }
        for r in &ranked {
            placing.lengthen(r, labels);
        }
        placing.cluster(story, lanes);
        Self { rooms: placing.rooms }
    }

    /// The room of `event`.
    #[must_use]
    pub fn room(&self, event: EventIdx) -> Room {
        self.rooms[event.get()]
    }
}

/// The levels that have been computed for one arrangement of lanes and labels.
#[derive(Debug, Default)]
pub struct LevelCache {
    made_for: Option<(Lanes, Rc<Labels>)>,
    levels: Vec<(LevelId, Rc<Level>)>,
}

impl LevelCache {
    /// The level of `scale`, computed at the first asking. Forgets all when lanes or labels have changed.
    pub fn get(&mut self, story: &Story, lanes: &Lanes, labels: &Rc<Labels>, scale: TimeScale) -> Rc<Level> {
        let is_current = self.made_for.as_ref().is_some_and(|(own, texts)| own == lanes && Rc::ptr_eq(texts, labels));
        if !is_current {
            self.made_for = Some((*lanes, labels.clone()));
            self.levels.clear();
        }
        let id = LevelId::of(scale);
        if let Some((_, level)) = self.levels.iter().find(|(known, _)| *known == id) {
            return level.clone();
        }
        let level = Rc::new(Level::compute(story, lanes, labels, id));
        self.levels.push((id, level.clone()));
        level
    }
}

/// An event with what decides its row.
struct Ranked {
    event: EventIdx,
    start: UnixSecs,
    lane: u16,
    /// Place among the events of its lane: neighbours in time try different rows first, and the same at each level.
    turn: u16,
}

fn rank(story: &Story, lanes: &Lanes) -> Vec<Ranked> {
    let mut turns = vec![0u16; usize::from(lanes.num_lanes)];
    story
        .events()
        .map(|event| {
            let lane = lanes.lane_of(story, event);
            let turn = turns[usize::from(lane)];
            turns[usize::from(lane)] = turn.wrapping_add(1);
            Ranked { event, start: story.span(event).start, lane, turn }
        })
        .collect()
}

struct Placing {
    px_per_sec: f64,
    num_rows: u16,
    rows: Vec<Row>,
    rooms: Vec<Room>,
}

impl Placing {
    fn px(&self, at: UnixSecs) -> f64 {
        (at - UnixSecs(0)).0 * self.px_per_sec
    }

    fn row(&mut self, lane: u16, row: u16) -> &mut Row {
        &mut self.rows[usize::from(lane) * usize::from(self.num_rows) + usize::from(row)]
    }

    fn place(&mut self, r: &Ranked, labels: &Labels) {
        let start = self.px(r.start) - MARK_REACH;
        let mark = Stretch { start, end: start + MARK_INSET + 2.0 * MARK_REACH };
        let label = Stretch { start, end: label_end(start, labels.of(r.event).short.width) };
        let rows = || (0..self.num_rows).map(|i| (r.turn + i) % self.num_rows);
        let (candidates, lane) = (rows().collect::<Vec<_>>(), r.lane);
        if let Some(&row) = candidates.iter().find(|&&row| self.row(lane, row).take(label)) {
            self.rooms[r.event.get()] = Room::ShortLabel(row);
        } else if let Some(&row) = candidates.iter().find(|&&row| self.row(lane, row).take(mark)) {
            self.rooms[r.event.get()] = Room::Mark(row);
        }
    }

    fn lengthen(&mut self, r: &Ranked, labels: &Labels) {
        if let Room::ShortLabel(row) = self.rooms[r.event.get()] {
            let start = self.px(r.start) - MARK_REACH;
            if self.row(r.lane, row).lengthen(start, label_end(start, labels.of(r.event).full.width)) {
                self.rooms[r.event.get()] = Room::FullLabel(row);
            }
        }
    }

    /// Joins what has no mark, from left to right: a day may start before what precedes it in the record, since where
    /// it starts depends on the clock.
    fn cluster(&mut self, story: &Story, lanes: &Lanes) {
        let mut unmarked: Vec<(EventIdx, f64)> = story
            .events()
            .filter(|event| matches!(self.rooms[event.get()], Room::Cluster(_)))
            .map(|event| (event, self.px(story.span(event).start)))
            .collect();
        sort_by_key(&mut unmarked, |&(_, px)| float(px));
        let mut next = 0;
        for lane in 0..lanes.num_lanes {
            let mut open: Option<(u32, f64)> = None;
            for &(event, px) in unmarked.iter().filter(|&&(event, _)| lanes.lane_of(story, event) == lane) {
                let (id, first) = open.filter(|&(_, first)| px - first <= CLUSTER_REACH).unwrap_or_else(|| {
                    next += 1;
                    (next - 1, px)
                });
                open = Some((id, first));
                self.rooms[event.get()] = Room::Cluster(id);
            }
        }
    }
}

fn label_end(start: f64, width: f64) -> f64 {
    start + MARK_REACH + MARK_INSET + LABEL_GAP + width + LABEL_MARGIN
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::lanes::LaneMode;
    use crate::timeline::sample::{any_plot, any_story, labels, queue};
    use proptest::prelude::*;

    /// First and last start of each cluster in pixels at the level's coarsest scale, with its lane, by number.
    fn clusters(story: &Story, lanes: &Lanes, level: &Level, id: LevelId) -> Vec<(u16, f64, f64)> {
        let mut found: Vec<(u16, f64, f64)> = Vec::new();
        for event in story.events() {
            let Room::Cluster(nth) = level.room(event) else { continue };
            let px = (story.span(event).start - UnixSecs(0)).0 * id.px_per_sec();
            let nth = nth as usize;
            found.resize(found.len().max(nth + 1), (u16::MAX, f64::INFINITY, f64::NEG_INFINITY));
            let (_, first, last) = found[nth];
            found[nth] = (lanes.lane_of(story, event), first.min(px), last.max(px));
        }
        found
    }

    #[test]
    fn among_equals_the_earlier_gets_the_room() {
        let story = queue(&[0, 1, 1, 1]);
        let lanes = Lanes { num_rows: 2, ..Lanes::fitting(&story, LaneMode::Side, 0.0, 0.0) };
        let scale = TimeScale::new(story.bounds().whole(), 500.0);
        let level = Level::compute(&story, &lanes, &labels(&story), LevelId::of(scale));
        let rooms: Vec<Room> = story.events().map(|event| level.room(event)).collect();
        assert_eq!(rooms, [Room::FullLabel(0), Room::FullLabel(1), Room::Cluster(0), Room::Cluster(0)]);
    }

    #[test]
    fn levels_are_kept_until_lanes_or_labels_change() {
        let story = queue(&[0, 10, 100]);
        let (lanes, texts) = (Lanes::fitting(&story, LaneMode::Side, 0.0, 300.0), Rc::new(labels(&story)));
        let scale = TimeScale::new(story.opening(), 500.0);
        let mut cache = LevelCache::default();
        let first = cache.get(&story, &lanes, &texts, scale);
        assert!(Rc::ptr_eq(&first, &cache.get(&story, &lanes, &texts, scale)));
        assert!(!Rc::ptr_eq(&first, &cache.get(&story, &lanes, &Rc::new(labels(&story)), scale)));
        let others = Lanes::fitting(&story, LaneMode::Domain, 0.0, 300.0);
        assert_eq!(*cache.get(&story, &others, &texts, scale), Level::compute(&story, &others, &texts, LevelId::of(scale)));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(150))]

        #[test]
        fn a_scale_is_never_coarser_than_its_level_and_less_than_an_eighth_of_an_octave_finer(
            story in any_story(), plot in any_plot(),
        ) {
            let scale = plot.scale(&story);
            let octaves = (scale.width() / scale.window().len().0 / LevelId::of(scale).px_per_sec()).log2();
            prop_assert!((0.0..0.1251).contains(&octaves), "{octaves}");
        }

        #[test]
        fn clusters_are_short_and_their_middles_apart(
            story in prop_oneof![any_story(), prop::collection::vec(prop::sample::select(vec![1, 8, 30, 36, 72, 74]), 20..60).prop_map(|gaps| queue(&gaps))],
            plot in any_plot(),
        ) {
            let (lanes, id) = (plot.lanes(&story), LevelId::of(plot.scale(&story)));
            let level = Level::compute(&story, &lanes, &labels(&story), id);
            let clusters = clusters(&story, &lanes, &level, id);
            for (_, first, last) in &clusters {
                prop_assert!(last - first <= CLUSTER_REACH + 1e-3, "{first} to {last}");
            }
            for pair in clusters.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
                // Each mark may stand an inset to the right of its start.
                let middles = [pair[0], pair[1]].map(|(_, first, last)| f64::midpoint(first, last));
                prop_assert!(middles[1] - middles[0] - MARK_INSET / 2.0 >= 32.0, "{pair:?}");
            }
            prop_assert!(clusters.is_sorted_by_key(|(lane, ..)| lane));
        }

        #[test]
        fn a_turning_point_without_many_others_near_it_has_its_headline(story in any_story(), plot in any_plot()) {
            let (lanes, id) = (plot.lanes(&story), LevelId::of(plot.scale(&story)));
            let level = Level::compute(&story, &lanes, &labels(&story), id);
            for event in story.events().filter(|&event| story.event(event).importance == 5) {
                let rivals = story.events().filter(|&other| {
                    let apart = (story.span(other).start - story.span(event).start).0.abs() * id.px_per_sec();
                    story.event(other).importance == 5 && lanes.lane_of(&story, other) == lanes.lane_of(&story, event) && apart < 700.0
                });
                let is_crowded = rivals.count() > usize::from(lanes.num_rows);
                prop_assert!(is_crowded || !matches!(level.room(event), Room::Cluster(_) | Room::Mark(_)), "{:?}", level.room(event));
            }
        }
    }
}
