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
