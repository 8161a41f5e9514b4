//! Lanes: which one an event belongs to, and how much room each has.

use dataset::model::EventIdx;

use crate::story::Story;

/// Height of a row of marks and labels: a 12 px text with room for a focus ring.
pub const ROW_HEIGHT: f64 = 18.0;
/// Height of the row of clusters below the others: a badge of 18 px with air.
pub const CLUSTER_HEIGHT: f64 = 20.0;

/// What the lanes stand for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LaneMode {
    /// A lane for each side.
    #[default]
    Side,
    /// A lane for each field of action.
    Domain,
}

/// The lanes of the plot: as many as there are sides or domains, all of one height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lanes {
    /// What they stand for.
    pub mode: LaneMode,
    /// How many.
    pub num_lanes: u16,
    /// Rows of labels in each, at least one.
    pub num_rows: u16,
    /// Height of each in pixels.
    pub height: f64,
    /// Room for the lane's name above its rows: 0 where the names stand beside the lanes.
    pub name_height: f64,
}

impl Lanes {
    /// Room that a lane's name takes above its rows, in pixels.
    pub const NAME_HEIGHT: f64 = 16.0;

    /// From this width of the plot on, in pixels, the lanes' names stand beside their rows.
    pub const BESIDE_FROM_PX: f64 = 600.0;

    /// The lanes that fill `height` pixels; they take more where a lane would have no row.
    #[must_use]
    pub fn fitting(story: &Story, mode: LaneMode, name_height: f64, height: f64) -> Self {
        let names = match mode {
            LaneMode::Side => story.data().sides.len(),
            LaneMode::Domain => story.data().domains.len(),
        };
        let num_lanes = u16::try_from(names.max(1)).unwrap_or(u16::MAX);
        let fixed = name_height + CLUSTER_HEIGHT;
        let share = height / f64::from(num_lanes);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates at 0 and 65,535")]
        let num_rows = (((share - fixed) / ROW_HEIGHT).floor() as u16).max(1);
        Self { mode, num_lanes, num_rows, height: share.max(fixed + f64::from(num_rows) * ROW_HEIGHT), name_height }
    }

    /// The lane of `event`.
    #[must_use]
    pub fn lane_of(&self, story: &Story, event: EventIdx) -> u16 {
        match self.mode {
            LaneMode::Side => story.side(event).0,
            LaneMode::Domain => story.domain(event).0,
        }
    }

    /// The name of the lane `nth`.
    #[must_use]
    pub fn name(&self, story: &Story, nth: u16) -> &'static str {
        match self.mode {
            LaneMode::Side => story.data().sides[usize::from(nth)].name,
            LaneMode::Domain => story.data().domains[usize::from(nth)].name,
        }
    }

    /// The least height of so many lanes: one row each.
    #[must_use]
    pub fn least_height(&self) -> f64 {
        f64::from(self.num_lanes) * (self.name_height + ROW_HEIGHT + CLUSTER_HEIGHT)
    }

    /// Height of all lanes together.
    #[must_use]
    pub fn total_height(&self) -> f64 {
        self.height * f64::from(self.num_lanes)
    }

    /// The middle of row `row` in lane `lane`; `None` is the row of clusters.
    #[must_use]
    pub fn row_middle(&self, lane: u16, row: Option<u16>) -> f64 {
        let top = self.height * f64::from(lane);
        match row {
            Some(row) => top + self.name_height + (f64::from(row) + 0.5) * ROW_HEIGHT,
            None => top + self.height - CLUSTER_HEIGHT / 2.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::sample::any_story;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn lanes_fill_the_plot_with_rows_that_lie_in_their_own_lane(
            story in any_story(),
            mode in prop_oneof![Just(LaneMode::Side), Just(LaneMode::Domain)],
            name_height in prop_oneof![Just(0.0), Just(Lanes::NAME_HEIGHT)],
            height in -50.0..900.0,
        ) {
            let lanes = Lanes::fitting(&story, mode, name_height, height);
            prop_assert!((lanes.total_height() - height.max(lanes.least_height())).abs() < 1e-6);
            for lane in 0..lanes.num_lanes {
                let (top, bottom) = (f64::from(lane) * lanes.height, f64::from(lane + 1) * lanes.height);
                let edges: Vec<f64> = (0..lanes.num_rows).map(|row| lanes.row_middle(lane, Some(row))).collect();
                prop_assert!(edges[0] - ROW_HEIGHT / 2.0 >= top + name_height - 1e-6);
                prop_assert!(edges.windows(2).all(|pair| pair[1] - pair[0] == ROW_HEIGHT || (pair[1] - pair[0] - ROW_HEIGHT).abs() < 1e-6));
                let clusters = lanes.row_middle(lane, None);
                prop_assert!(edges[edges.len() - 1] + ROW_HEIGHT / 2.0 <= clusters - CLUSTER_HEIGHT / 2.0 + 1e-6);
                prop_assert!((clusters + CLUSTER_HEIGHT / 2.0 - bottom).abs() < 1e-6);
            }
            prop_assert!(story.events().all(|event| lanes.lane_of(&story, event) < lanes.num_lanes));
        }
    }

    #[test]
    fn lanes_are_named_after_what_they_stand_for() {
        let story = Story::compiled();
        let by_side = Lanes::fitting(&story, LaneMode::Side, 0.0, 300.0);
        let by_domain = Lanes::fitting(&story, LaneMode::Domain, 0.0, 300.0);
        assert_eq!(usize::from(by_side.num_lanes), story.data().sides.len());
        assert_eq!(usize::from(by_domain.num_lanes), story.data().domains.len());
        assert_eq!(by_side.name(&story, 0), story.data().sides[0].name);
        assert_eq!(by_domain.name(&story, 1), story.data().domains[1].name);
    }
}
