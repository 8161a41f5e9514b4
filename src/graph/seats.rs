//! One camp's box: its seats, one below the other, and where its name and what is said at its foot stand.
//!
//! Separate from `places`, which says where the boxes are.

use dataset::model::SideIdx;

use crate::geom::{Point, Rect, Vec2};

/// Height in px of a camp's own name, of one in two lines, and of the least row that holds an actor's.
pub const HEADER: f64 = 19.0;
pub(super) const TALL_HEADER: f64 = 32.0;
pub(super) const LEAST_PITCH: f64 = 24.0;
const MOST_PITCH: f64 = 52.0;

/// A box with its one disc on top: its height in px, the middle of the disc, and the baselines of name,
/// number and camp below it.
pub(super) const LOW_HEIGHT: f64 = 104.0;
const LOW_ROWS: [f64; 4] = [16.0, 40.0, 82.0, 97.0];

/// Room in px from the edge of a box to the middle of its discs.
pub(super) const DISC_INSET: f64 = 14.0;

/// Room in px from the middle of a disc to its name, and for a number.
const NAME_AT: f64 = 17.0;
/// Room in px from the edge of a box to what is written in it.
pub const INSET: f64 = 7.0;
const NUMBER_ROOM: f64 = 24.0;

/// A box at least so wide has the numbers of its actors' events.
const NUMBERS_FROM: f64 = 145.0;

/// A camp's part of the panel.
#[derive(Clone, Debug, PartialEq)]
pub struct CampPlace {
    /// Whose.
    pub side: SideIdx,
    /// Its box.
    pub rect: Rect,
    /// On which side of the box its discs are.
    pub facing: Facing,
    /// Baseline of the first line of its name.
    pub header_y: f64,
    /// Whether its name has room for a second line.
    pub has_tall_header: bool,
    /// The middles of the discs, the first seat first.
    pub seats: Vec<Point>,
    /// From one row to the next in px.
    pub pitch: f64,
    /// Room in px from the middle of a disc to its name, and for the name.
    pub name_at: f64,
    /// See above.
    pub name_room: f64,
    /// Where the number of an actor's events ends that is away from its disc, where there is room for one.
    pub number_x: Option<f64>,
    /// Baseline of what is said below the members: in the header's line where there is no other room.
    pub foot_y: f64,
}

/// Which edge of its box a camp's discs stand at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facing {
    /// The left one; names stand right of the discs.
    Left,
    /// The right one; names stand left of the discs.
    Right,
    /// The upper one; names stand below the discs.
    Top,
}

impl CampPlace {
    /// Whether what is said at its foot stands beside its name.
    #[must_use]
    pub fn has_foot_beside(&self) -> bool {
        (self.foot_y - self.header_y).abs() < 1.0
    }
}

impl Facing {
    /// The way out of the box, of length one.
    #[must_use]
    pub const fn out(self) -> Vec2 {
        match self {
            Self::Left => Vec2::new(-1.0, 0.0),
            Self::Right => Vec2::new(1.0, 0.0),
            Self::Top => Vec2::new(0.0, -1.0),
        }
    }
}

/// How many rows a box may have, and how high they are at least.
#[derive(Clone, Copy)]
pub(super) struct Rows {
    pub most: usize,
    pub least_pitch: f64,
    pub has_tall_header: bool,
}

/// A box with as many seats as it holds, and a foot below them or beside its name.
pub(super) fn place(side: SideIdx, rect: Rect, facing: Facing, rows: Rows) -> CampPlace {
    let has_tall_header = rows.has_tall_header && rect.height() > TALL_HEADER + 3.0 * rows.least_pitch;
    let header = if has_tall_header { TALL_HEADER } else { HEADER };
    let room = rect.height() - header - 3.0;
    let fits = (room / rows.least_pitch).floor().max(0.0);
    // Of few rows none is given away for a foot.
    let has_foot = fits >= 3.0;
    let seats = (if has_foot { fits - 1.0 } else { fits }).min(float(rows.most));
    let rows = seats + if has_foot { 1.0 } else { 0.0 };
    let pitch = (room / rows.max(1.0)).min(MOST_PITCH);
    let x = if facing == Facing::Left { rect.min.x + DISC_INSET } else { rect.max.x - DISC_INSET };
    let mut at = Point::new(x, rect.min.y + header + pitch / 2.0);
    let mut middles = Vec::new();
    while float(middles.len()) < seats {
        middles.push(at);
        at = at + Vec2::new(0.0, pitch);
    }
    let header_y = rect.min.y + HEADER - 5.0;
    let foot_y = if has_foot { at.y + 4.0 } else { header_y };
    let number_x = (rect.width() >= NUMBERS_FROM).then_some(match facing {
        Facing::Left => rect.max.x - INSET,
        _ => rect.min.x + INSET,
    });
    let number_room = if number_x.is_some() { NUMBER_ROOM } else { 0.0 };
    let name_room = rect.width() - DISC_INSET - NAME_AT - INSET - number_room;
    CampPlace {
        side,
        facing,
        seats: middles,
        pitch,
        name_at: NAME_AT,
        name_room,
        number_x,
        foot_y,
        header_y,
        has_tall_header,
        rect,
    }
}

/// A low box with one seat on top.
pub(super) fn low_place(side: SideIdx, rect: Rect) -> CampPlace {
    let [seat, name, foot, header] = LOW_ROWS;
    CampPlace {
        side,
        facing: Facing::Top,
        seats: vec![Point::new(rect.center().x, rect.min.y + seat)],
        pitch: LEAST_PITCH,
        name_at: name - seat,
        name_room: rect.width() - 2.0 * INSET,
        number_x: None,
        foot_y: rect.min.y + foot,
        header_y: rect.min.y + header,
        has_tall_header: false,
        rect,
    }
}

#[expect(clippy::cast_precision_loss, reason = "seats are few")]
const fn float(count: usize) -> f64 {
    count as f64
}

/// The seat of each of `ranks`, of `num_seats`: those who are foremost in the whole record have the same one
/// in every window, the others the first that is free.
///
/// `ranks` are places in the camp's order of the whole record, ascending, at most as many as there are seats.
#[must_use]
pub fn seats(ranks: &[u32], num_seats: usize) -> Vec<usize> {
    let mut is_taken = vec![false; num_seats];
    let own = |rank: u32| usize::try_from(rank).ok().filter(|&rank| rank < num_seats);
    ranks.iter().filter_map(|&rank| own(rank)).for_each(|seat| is_taken[seat] = true);
    let mut next = 0;
    let mut free = || {
        while is_taken.get(next) == Some(&true) {
            next += 1;
        }
        next += 1;
        next - 1
    };
    ranks.iter().map(|&rank| own(rank).unwrap_or_else(&mut free)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_foremost_keep_their_seats_and_the_others_fill_the_gaps() {
        assert_eq!(seats(&[0, 1, 2], 4), [0, 1, 2]);
        assert_eq!(seats(&[0, 2, 7, 9], 4), [0, 2, 1, 3]);
        assert_eq!(seats(&[5, 6], 4), [0, 1]);
        assert_eq!(seats(&[], 0), [] as [usize; 0]);
    }

    proptest! {
        #[test]
        fn no_two_have_one_seat(all in prop::collection::btree_set(0u32..30, 0..9)) {
            let ranks: Vec<u32> = all.into_iter().collect();
            let mut seats = seats(&ranks, ranks.len());
            seats.sort_unstable();
            prop_assert_eq!(seats, (0..ranks.len()).collect::<Vec<_>>());
        }
    }
}
