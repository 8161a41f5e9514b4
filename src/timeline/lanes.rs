//! Lanes: which one an event belongs to, and how much room each has.
//! The height goes to those that need it; their order stays.

use std::rc::Rc;

use dataset::model::{EventIdx, SideIdx};

use crate::record::{Acting, Record};

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

/// The lanes of the plot, top to bottom: as many as there are sides or domains.
#[derive(Clone, Debug, PartialEq)]
pub struct Lanes {
    /// What they stand for.
    pub mode: LaneMode,
    /// Room for a lane's name above its rows: 0 where the names stand beside the lanes.
    pub name_height: f64,
    all: Rc<[Lane]>,
}

/// The room of a lane.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Lane {
    /// Its top edge in pixels.
    pub top: f64,
    /// Its height in pixels.
    pub height: f64,
    /// Its rows of marks and headlines, above the row of clusters that each lane has.
    pub num_rows: u16,
}

/// How many rows a lane could use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Need {
    /// For the short headlines of its turning points.
    pub foremost: u16,
    /// For all its headlines, written whole; 0 where nothing happened.
    pub all: u16,
}

impl From<u16> for Need {
    fn from(all: u16) -> Self {
        Self { foremost: 0, all }
    }
}

impl Lanes {
    /// Room that a lane's name takes above its rows, in pixels.
    pub const NAME_HEIGHT: f64 = 16.0;

    /// Whether the lanes' names stand beside the rows of a plot of this width, and not above them.
    #[must_use]
    pub const fn has_room_beside(width: f64) -> bool {
        width >= 600.0
    }

    /// How many lanes there are.
    #[must_use]
    pub fn count(record: &Record, mode: LaneMode) -> u16 {
        let names = match mode {
            LaneMode::Side => record.data().sides.len() + usize::from(record.has_joint_acts()),
            LaneMode::Domain => record.data().domains.len(),
        };
        u16::try_from(names.max(1)).unwrap_or(u16::MAX)
    }

    /// The lanes that fill `height` pixels, or more where even lanes without rows do.
    ///
    /// Where something happened there is a row before any lane has two; then come the rows of turning points,
    /// then the others, each time by the method of the largest quotient (D'Hondt), in which no lane has more
    /// than it needs before all have that. What is left over is shared alike.
    #[must_use]
    pub fn fitting(mode: LaneMode, name_height: f64, height: f64, needs: &[impl Into<Need> + Copy]) -> Self {
        let needs: Vec<Need> = needs.iter().map(|need| (*need).into()).collect();
        let is_empty = needs.iter().all(|need| need.all == 0);
        // Where nothing happened the name, if it stands within the lane, takes the place of the clusters.
        let fixed = |need: &Need| {
            if need.all == 0 && !is_empty { CLUSTER_HEIGHT } else { name_height + CLUSTER_HEIGHT }
        };
        let num_lanes = f64::from(u16::try_from(needs.len()).unwrap_or(u16::MAX));
        let height = height.max(num_lanes * (name_height + CLUSTER_HEIGHT));
        let spare = height - needs.iter().map(fixed).sum::<f64>();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "`as` saturates at 0 and 65,535"
        )]
        let num_rows = (spare / ROW_HEIGHT).floor() as u16;
        let mut rows = vec![0u16; needs.len()];
        for _ in 0..num_rows {
            let quotient = |(lane, need): (usize, &Need)| {
                let own = rows[lane];
                let share = |need: u16| f64::from(need) / f64::from(own + 1);
                match need {
                    // A first row comes before all others, and of those the ones for turning points.
                    Need { foremost: 1.., .. } if own == 0 => 3e6 + share(need.foremost),
                    Need { all: 1.., .. } if own == 0 => 2e6 + share(need.all),
                    Need { foremost, .. } if own < *foremost => 1e6 + share(*foremost),
                    Need { all, .. } => share(if is_empty { 1 } else { *all }),
                }
            };
            let quotients = needs.iter().enumerate().map(quotient);
            // Of equals the upper one.
            let best =
                quotients.enumerate().fold((0, 0.0), |best, next| if next.1 > best.1 { next } else { best });
            if let Some(row) = rows.get_mut(best.0) {
                *row += 1;
            }
        }
        let lane_height = |(need, row): (&Need, &u16)| fixed(need) + f64::from(*row) * ROW_HEIGHT;
        let taken: f64 = needs.iter().zip(&rows).map(lane_height).sum();
        let more = (height - taken).max(0.0) / num_lanes.max(1.0);
        let mut top = 0.0;
        let lane = |(need, num_rows): (&Need, &u16)| {
            let lane = Lane { top, height: lane_height((need, num_rows)) + more, num_rows: *num_rows };
            top += lane.height;
            lane
        };
        Self { mode, name_height, all: needs.iter().zip(&rows).map(lane).collect() }
    }

    /// These lanes when `share` of the way from the heights of `from`, of which there are as many, is done.
    #[must_use]
    pub fn coming_from(&self, from: &Self, share: f64) -> Self {
        let between =
            |before: f64, after: f64| if share < 1.0 { before + (after - before) * share } else { after };
        let lane = |(before, after): (&Lane, &Lane)| Lane {
            top: between(before.top, after.top),
            height: between(before.height, after.height),
            ..*after
        };
        let is_alike = self.all.len() == from.all.len();
        let all =
            if is_alike { from.all.iter().zip(&*self.all).map(lane).collect() } else { self.all.clone() };
        Self { all, ..self.clone() }
    }

    /// All of them, top to bottom.
    #[must_use]
    pub fn all(&self) -> &[Lane] {
        &self.all
    }

    /// How many there are.
    #[must_use]
    pub fn num_lanes(&self) -> u16 {
        u16::try_from(self.all.len()).unwrap_or(u16::MAX)
    }

    /// The room of the lane `nth`; none where there is no such lane.
    #[must_use]
    pub fn lane(&self, nth: u16) -> Lane {
        self.all.get(usize::from(nth)).copied().unwrap_or_default()
    }

    /// The lane of `event`.
    #[must_use]
    pub fn lane_of(&self, record: &Record, event: EventIdx) -> u16 {
        self.mode.lane_of(record, event)
    }

    /// The name of the lane `nth`, and the same in a word or two.
    #[must_use]
    pub fn names(&self, record: &Record, nth: u16) -> [&'static str; 2] {
        let data = record.data();
        match self.mode {
            LaneMode::Side if record.has_joint_acts() && nth == JOINT_LANE => JOINT_NAMES,
            LaneMode::Side => {
                let before = u16::from(record.has_joint_acts() && nth > JOINT_LANE);
                data.sides.get(usize::from(nth - before)).map_or([""; 2], |side| [side.name, side.short])
            }
            LaneMode::Domain => data.domains.get(usize::from(nth)).map_or([""; 2], |domain| [domain.name; 2]),
        }
    }

    /// The least height of these lanes together.
    #[must_use]
    pub fn least_height(&self) -> f64 {
        f64::from(self.num_lanes()) * (self.name_height + CLUSTER_HEIGHT)
    }

    /// Height of all lanes together.
    #[must_use]
    pub fn total_height(&self) -> f64 {
        self.all.last().map_or(0.0, |last| last.top + last.height)
    }

    /// The middle of row `row` in lane `nth`; `None` is the row of clusters.
    #[must_use]
    pub fn row_middle(&self, nth: u16, row: Option<u16>) -> f64 {
        let lane = self.lane(nth);
        match row {
            Some(row) => lane.top + self.name_height + (f64::from(row) + 0.5) * ROW_HEIGHT,
            None => lane.top + lane.height - CLUSTER_HEIGHT / 2.0,
        }
    }
}

/// The lane of what both adversaries did, between theirs, where there are such acts.
const JOINT_LANE: u16 = 1;
const JOINT_NAMES: [&str; 2] = ["Both sides together", "Both"];

impl LaneMode {
    /// The lane of `event`.
    #[must_use]
    pub fn lane_of(self, record: &Record, event: EventIdx) -> u16 {
        match self {
            Self::Side if record.acting(event) == Acting::Both => JOINT_LANE,
            Self::Side => {
                let SideIdx(side) = record.side(event);
                side + u16::from(record.has_joint_acts() && side >= JOINT_LANE)
            }
            Self::Domain => record.domain(event).0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::sample::any_record;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        #[test]
        fn lanes_fill_the_plot_with_rows_that_lie_in_their_own_lane(
            needs in prop::collection::vec(0u16..30, 1..12),
            name_height in prop_oneof![Just(0.0), Just(Lanes::NAME_HEIGHT)],
            height in -50.0..900.0,
        ) {
            let lanes = Lanes::fitting(LaneMode::Side, name_height, height, &needs);
            prop_assert!((lanes.total_height() - height.max(lanes.least_height())).abs() < 1e-6);
            let mut bottom = 0.0;
            for (nth, lane) in (0..).zip(lanes.all()) {
                prop_assert!((lane.top - bottom).abs() < 1e-6);
                bottom = lane.top + lane.height;
                let rows: Vec<f64> = (0..lane.num_rows).map(|row| lanes.row_middle(nth, Some(row))).collect();
                prop_assert!(
                    rows.first()
                        .is_none_or(|first| first - ROW_HEIGHT / 2.0 >= lane.top + name_height - 1e-6)
                );
                prop_assert!(rows.windows(2).all(|pair| (pair[1] - pair[0] - ROW_HEIGHT).abs() < 1e-6));
                let clusters = lanes.row_middle(nth, None);
                prop_assert!(
                    rows.last()
                        .is_none_or(|last| last + ROW_HEIGHT / 2.0 <= clusters - CLUSTER_HEIGHT / 2.0 + 1e-6)
                );
                prop_assert!((clusters + CLUSTER_HEIGHT / 2.0 - bottom).abs() < 1e-6);
            }
        }

        #[test]
        fn no_lane_has_more_than_it_needs_while_another_has_less(
            needs in prop::collection::vec(0u16..30, 1..12),
            height in 0.0..900.0,
        ) {
            let lanes = Lanes::fitting(LaneMode::Side, 0.0, height, &needs);
            let rows: Vec<u16> = lanes.all().iter().map(|lane| lane.num_rows).collect();
            let lacks = needs.iter().zip(&rows).any(|(need, rows)| rows < need);
            let is_spoilt = needs.iter().zip(&rows).any(|(need, rows)| rows > need);
            prop_assert!(!(lacks && is_spoilt), "{needs:?} {rows:?}");
            let has_none = needs.iter().zip(&rows).any(|(need, rows)| *need > 0 && *rows == 0);
            prop_assert!(!has_none || rows.iter().all(|rows| *rows <= 1), "{needs:?} {rows:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn each_event_has_a_lane(record in any_record()) {
            for mode in [LaneMode::Side, LaneMode::Domain] {
                prop_assert!(
                    record.events().all(|event| mode.lane_of(&record, event) < Lanes::count(&record, mode))
                );
            }
        }
    }

    #[test]
    fn lanes_are_named_after_what_they_stand_for() {
        let record = Record::compiled();
        let of =
            |mode| Lanes::fitting(mode, 0.0, 300.0, &vec![1u16; usize::from(Lanes::count(&record, mode))]);
        let (by_side, by_domain) = (of(LaneMode::Side), of(LaneMode::Domain));
        assert_eq!(
            usize::from(by_side.num_lanes()),
            record.data().sides.len() + usize::from(record.has_joint_acts())
        );
        assert_eq!(usize::from(by_domain.num_lanes()), record.data().domains.len());
        assert_eq!(by_side.names(&record, 0)[0], record.data().sides[0].name);
        let last = by_side.num_lanes() - 1;
        assert_eq!(by_side.names(&record, last)[1], record.data().sides.last().unwrap().short);
        assert_eq!(by_domain.names(&record, 1)[0], record.data().domains[1].name);
    }
}
