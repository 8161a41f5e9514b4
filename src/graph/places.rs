//! Where the camps stand on a panel, and the seats of their members: known from the panel's size and the story's sides
//! alone, so that everything stays in its place while the window moves.
//!
//! ```text
//!  wide:  ┌───────┐   ┌──────┐   ┌───────┐      narrow:  ┌──────┐ ┌──────┐
//!         │     ● │   │● last│   │ ●     │               │first●│ │●second
//!         │ first │   └──────┘   │ second│               └──────┘ └──────┘
//!         │     ● │   (between)  │ ●     │                 unattributed
//!         │     ● │   ┌──────┐   │ ●     │               ┌──────┐ ┌──────┐
//!         │     ● │   │●third│   │ ●     │               │third●│ │● last│
//!         └───────┘   └──────┘   └───────┘               └──────┘ └──────┘
//! ```
//! Discs stand on the side of a box that faces the others, names on the side away from them: so no line between two
//! discs crosses a name.

use dataset::model::SideIdx;

use crate::geom::{Point, Rect, Size, Vec2, clamp};

/// A panel at least so wide has three columns, a narrower one two.
const WIDE_FROM: f64 = 560.0;

/// Room in px between a box and the panel's edge, and between boxes one above the other.
const MARGIN: f64 = 6.0;
const BETWEEN: f64 = 10.0;

/// Height in px of a camp's own name, and of the least row that holds an actor's.
pub const HEADER: f64 = 19.0;
const LEAST_PITCH: f64 = 24.0;
const MOST_PITCH: f64 = 40.0;

/// Height in px of a place for one whom nobody knows.
const UNATTRIBUTED_HEIGHT: f64 = HEADER + LEAST_PITCH + 4.0;

/// Room in px from the edge of a box to the middle of its discs.
const DISC_INSET: f64 = 14.0;

/// Room in px from the middle of a disc to its name, and for a number.
const NAME_AT: f64 = 15.0;
/// Room in px from the edge of a box to what is written in it.
pub const INSET: f64 = 7.0;
const NUMBER_ROOM: f64 = 24.0;

/// A box at least so wide has the numbers of its actors' events.
const NUMBERS_FROM: f64 = 145.0;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Panel {
    /// Its size in px.
    pub size: Size,
    /// How many sides the story has; the first stands left, the second right.
    pub num_sides: u16,
    /// The side of those whom nobody knows.
    pub unattributed: Option<SideIdx>,
    /// The camp that is opened: it has the whole panel.
    pub opened: Option<SideIdx>,
}

/// A camp's part of the panel.
#[derive(Clone, Debug, PartialEq)]
pub struct CampPlace {
    /// Whose.
    pub side: SideIdx,
    /// Its box.
    pub rect: Rect,
    /// On which side of the box its discs are.
    pub facing: Facing,
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
}

impl Facing {
    /// 1 to the right, −1 to the left.
    #[must_use]
    pub const fn sign(self) -> f64 {
        match self {
            Self::Left => -1.0,
            Self::Right => 1.0,
        }
    }
}

impl Panel {
    /// Whether there is room for three columns.
    #[must_use]
    pub fn is_wide(&self) -> bool {
        self.size.width >= WIDE_FROM
    }

    /// The most bands and the most named actors of its picture.
    #[must_use]
    pub fn most(&self) -> (usize, usize) {
        if self.is_wide() { (12, 24) } else { (8, 12) }
    }

    /// What is kept free between the camps of the middle column, where lines between the adversaries pass; none in two columns.
    #[must_use]
    pub fn passage(&self) -> Option<Rect> {
        let Size { width, height } = self.size;
        let (inner, half) = (clamp(0.245 * width, 120.0, 230.0), self.half_passage());
        self.is_wide().then(|| rect((width - inner) / 2.0 - 8.0, height / 2.0 - half, inner + 16.0, 2.0 * half))
    }

    fn half_passage(&self) -> f64 {
        clamp(0.2 * self.size.height, 52.0, 110.0) / 2.0
    }

    /// The places of all camps that have room, by side. O(sides + seats).
    #[must_use]
    pub fn places(&self) -> Vec<CampPlace> {
        if let Some(side) = self.opened {
            return vec![self.opened_place(side)];
        }
        let sides = (0..self.num_sides).map(SideIdx).filter(|&side| Some(side) != self.unattributed);
        let [mut main, mut thirds] = [Vec::new(), Vec::new()];
        sides.for_each(|side| if side.0 < 2 { main.push(side) } else { thirds.push(side) });
        let mut places = if self.is_wide() { self.columns(&main, &thirds) } else { self.quarters(&main, &thirds) };
        let is_inside = |rect: Rect| rect.max.y <= self.size.height && rect.max.x <= self.size.width;
        places.retain(|place| is_inside(place.rect) && place.rect.height() >= HEADER && place.rect.width() > 60.0);
        crate::order::sort_by_key(&mut places, |place| place.side.0.into());
        places
    }

    /// Adversaries left and right, the others between them, the last on top, with room in the middle for what passes.
    fn columns(&self, main: &[SideIdx], thirds: &[SideIdx]) -> Vec<CampPlace> {
        let Size { width, height } = self.size;
        let (outer, inner) = (clamp(0.28 * width, 150.0, 240.0), clamp(0.245 * width, 120.0, 230.0));
        let (bottom, middle) = (height - MARGIN, height / 2.0);
        let passage = self.half_passage();
        let (_, most) = self.most();
        let mut places = Vec::new();
        for (&side, left) in main.iter().zip([MARGIN, width - MARGIN - outer]) {
            let rect = rect(left, MARGIN, outer, bottom - MARGIN);
            places.push(place(side, rect, if side.0 == 0 { Facing::Right } else { Facing::Left }, most / 3));
        }
        let left = (width - inner) / 2.0;
        let (below, above) = thirds.split_at(thirds.len() / 2);
        let mut column = |sides: &mut dyn Iterator<Item = SideIdx>, count: usize, top: f64, bottom: f64| {
            let each = (bottom - top + BETWEEN) / float(count);
            for (nth, side) in sides.enumerate() {
                let rect = rect(left, top + each * float(nth), inner, each - BETWEEN);
                places.push(place(side, rect, Facing::Left, self.most_of_a_third(thirds)));
            }
        };
        column(&mut above.iter().rev().copied(), above.len(), MARGIN, middle - passage);
        let lowest = self.unattributed.map_or(bottom, |_| bottom - UNATTRIBUTED_HEIGHT - BETWEEN);
        column(&mut below.iter().rev().copied(), below.len(), middle + passage, lowest);
        if let Some(side) = self.unattributed {
            let rect = rect(left, bottom - UNATTRIBUTED_HEIGHT, inner, UNATTRIBUTED_HEIGHT);
            places.push(place(side, rect, Facing::Left, 1));
        }
        places
    }

    /// Rows of two, the adversaries on top, and between the first two rows the place of those whom nobody knows.
    fn quarters(&self, main: &[SideIdx], thirds: &[SideIdx]) -> Vec<CampPlace> {
        let Size { width, height } = self.size;
        let half = (width - clamp(0.22 * width, 60.0, 130.0)) / 2.0 - MARGIN;
        let rows: Vec<&[SideIdx]> = main.chunks(2).chain(thirds.chunks(2)).collect();
        let passage = if self.unattributed.is_some() { UNATTRIBUTED_HEIGHT + 56.0 } else { 64.0 };
        let (_, most) = self.most();
        // The adversaries have room for twice as many.
        let weight = |nth: usize| if nth == 0 { 1.7 } else { 1.0 };
        let gaps = if rows.len() > 1 { passage + 40.0 * float(rows.len() - 2) } else { 0.0 };
        let unit = (height - 2.0 * MARGIN - gaps) / (0..rows.len()).map(weight).sum::<f64>();
        let mut places = Vec::new();
        let mut top = MARGIN;
        for (nth, row) in rows.iter().enumerate() {
            let tall = unit * weight(nth);
            for (&side, (left, facing)) in row.iter().zip([(MARGIN, Facing::Right), (width - MARGIN - half, Facing::Left)]) {
                let most = if nth == 0 { most / 3 } else { self.most_of_a_third(thirds) };
                places.push(place(side, rect(left, top, half, tall), facing, most));
            }
            top += tall + if nth == 0 { passage } else { 40.0 };
        }
        if let (Some(side), Some(first)) = (self.unattributed, places.first()) {
            let wide = clamp(0.38 * width, 110.0, 150.0);
            let top = first.rect.max.y + (passage - UNATTRIBUTED_HEIGHT) / 2.0;
            places.push(place(side, rect((width - wide) / 2.0, top, wide, UNATTRIBUTED_HEIGHT), Facing::Left, 1));
        }
        places
    }

    fn most_of_a_third(&self, thirds: &[SideIdx]) -> usize {
        let (_, most) = self.most();
        (most / 3 - usize::from(self.unattributed.is_some())) / thirds.len().max(1)
    }

    /// As many columns of small rows as the panel holds.
    fn opened_place(&self, side: SideIdx) -> CampPlace {
        const COLUMN: f64 = 116.0;
        const ROW: f64 = 19.0;
        let rect = rect(MARGIN, MARGIN, self.size.width - 2.0 * MARGIN, self.size.height - 2.0 * MARGIN);
        let columns = (rect.width() / COLUMN).floor().max(1.0);
        let rows = ((rect.height() - 2.0 * HEADER - 4.0) / ROW).floor().max(0.0);
        let wide = rect.width() / columns;
        let mut seats = Vec::new();
        let mut x = rect.min.x + DISC_INSET;
        while x < rect.max.x - COLUMN / 2.0 {
            let mut nth = 0.0;
            while nth < rows {
                seats.push(Point::new(x, rect.min.y + HEADER + (nth + 0.5) * ROW + 2.0));
                nth += 1.0;
            }
            x += wide;
        }
        let (name_at, foot_y) = (12.0, rect.max.y - 7.0);
        let name_room = wide - name_at - 14.0;
        CampPlace { side, facing: Facing::Left, seats, pitch: ROW, name_at, name_room, number_x: None, foot_y, rect }
    }
}

/// A box with as many seats as it holds, at most `most`, and a foot below them or beside its name.
fn place(side: SideIdx, rect: Rect, facing: Facing, most: usize) -> CampPlace {
    let room = rect.height() - HEADER - 3.0;
    let fits = (room / LEAST_PITCH).floor().max(0.0);
    // Of few rows none is given away for a foot.
    let has_foot = fits >= 3.0;
    let most = float(most);
    let seats = (if has_foot { fits - 1.0 } else { fits }).min(most);
    let rows = seats + if has_foot { 1.0 } else { 0.0 };
    let pitch = (room / rows.max(1.0)).min(MOST_PITCH);
    let x = match facing {
        Facing::Left => rect.min.x + DISC_INSET,
        Facing::Right => rect.max.x - DISC_INSET,
    };
    let mut at = Point::new(x, rect.min.y + HEADER + pitch / 2.0);
    let mut middles = Vec::new();
    while float(middles.len()) < seats {
        middles.push(at);
        at = at + Vec2::new(0.0, pitch);
    }
    let foot_y = if has_foot { at.y + 4.0 } else { rect.min.y + HEADER - 5.0 };
    let number_x = (rect.width() >= NUMBERS_FROM).then_some(match facing {
        Facing::Left => rect.max.x - INSET,
        Facing::Right => rect.min.x + INSET,
    });
    let number_room = if number_x.is_some() { NUMBER_ROOM } else { 0.0 };
    let name_room = rect.width() - DISC_INSET - NAME_AT - INSET - number_room;
    CampPlace { side, facing, seats: middles, pitch, name_at: NAME_AT, name_room, number_x, foot_y, rect }
}

fn rect(left: f64, top: f64, width: f64, height: f64) -> Rect {
    Rect::from_min_size(Point::new(left, top), Size::new(width.max(0.0), height.max(0.0)))
}

#[expect(clippy::cast_precision_loss, reason = "sides and seats are few")]
const fn float(count: usize) -> f64 {
    count as f64
}

/// The seat of each of `ranks`, of `num_seats`: those who are foremost in the whole record have the same one in every window,
/// the others the first that is free.
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

    const OTHER: SideIdx = SideIdx(4);

    fn panel(width: f64, height: f64, num_sides: u16, unattributed: Option<SideIdx>) -> Panel {
        Panel { size: Size::new(width, height), num_sides, unattributed, opened: None }
    }

    #[test]
    fn the_first_stands_left_and_the_second_right_and_the_others_between_or_below() {
        let at = |panel: Panel, side: u16| panel.places().iter().find(|place| place.side.0 == side).unwrap().rect.center();
        for unattributed in [None, Some(OTHER)] {
            let wide = panel(712.0, 420.0, 5, unattributed);
            assert!(at(wide, 0).x < at(wide, 2).x && at(wide, 2).x < at(wide, 1).x);
            assert!(at(wide, 3).y < at(wide, 2).y, "the last on top");
            let narrow = panel(366.0, 440.0, 5, unattributed);
            assert!(at(narrow, 0).x < at(narrow, 1).x && at(narrow, 2).y > at(narrow, 0).y && at(narrow, 3).y > at(narrow, 1).y);
        }
    }

    #[test]
    fn the_foremost_keep_their_seats_and_the_others_fill_the_gaps() {
        assert_eq!(seats(&[0, 1, 2], 4), [0, 1, 2]);
        assert_eq!(seats(&[0, 2, 7, 9], 4), [0, 2, 1, 3]);
        assert_eq!(seats(&[5, 6], 4), [0, 1]);
        assert_eq!(seats(&[], 0), [] as [usize; 0]);
    }

    proptest! {
        #[test]
        fn boxes_are_inside_the_panel_and_apart_and_seats_inside_their_box_and_as_many_as_may_be(
            width in 320.0..1600.0f64, height in 150.0..900.0f64, num_sides in 1u16..7, has_unattributed in any::<bool>(),
        ) {
            let unattributed = (has_unattributed && num_sides > 2).then_some(SideIdx(num_sides.saturating_sub(1)));
            let panel = panel(width, height, num_sides, unattributed);
            let places = panel.places();
            for (nth, place) in places.iter().enumerate() {
                let rect = place.rect;
                prop_assert!(rect.min.x >= 0.0 && rect.min.y >= 0.0 && rect.max.x <= width && rect.max.y <= height, "{rect:?}");
                prop_assert!(places[..nth].iter().all(|other| !other.rect.overlaps(rect)), "{place:?}");
                for seat in &place.seats {
                    let half = place.pitch / 2.0;
                    prop_assert!(seat.y - half >= rect.min.y + HEADER - 0.1 && seat.y + half <= rect.max.y + 0.1, "{place:?}");
                }
                prop_assert!(place.seats.is_empty() || place.pitch >= LEAST_PITCH);
            }
            prop_assert!(places.iter().map(|place| place.seats.len()).sum::<usize>() <= panel.most().1);
        }

        #[test]
        fn no_two_have_one_seat(all in prop::collection::btree_set(0u32..30, 0..9)) {
            let ranks: Vec<u32> = all.into_iter().collect();
            let mut seats = seats(&ranks, ranks.len());
            seats.sort_unstable();
            prop_assert_eq!(seats, (0..ranks.len()).collect::<Vec<_>>());
        }
    }
}
