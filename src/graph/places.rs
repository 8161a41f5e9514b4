//! Where the camps stand on a panel, and the seats of their members: known from the panel's size and the
//! record's sides alone, so that everything stays in its place while the window moves.
//!
//! ```text
//!  wide:  ┌───────┐   ┌──────┐   ┌───────┐      narrow:  ┌──────┐   ┌──────┐
//!         │ first │   │last  │   │second │               │ first│   │second│
//!         │     ● │   │●     │   │ ●     │               │     ●│   │●     │
//!         │     ● │   └──────┘   │ ●     │               │     ●│   │●     │
//!         │     ● │   (between)  │ ●     │               └──────┘   └──────┘
//!         │     ● │   ┌──────┐   │ ●     │                   (between)
//!         │     ● │   │third │   │ ●     │               ┌─●──┐ ┌─●──┐ ┌─●──┐
//!         │     ● │   │●     │   │ ●     │               │    │ │    │ │    │
//!         └───────┘   └──────┘   └───────┘               └────┘ └────┘ └────┘
//! ```
//! Discs stand on the side of a box that faces the others, names on the side away from them: so no line
//! between two discs crosses a name.

use dataset::model::SideIdx;

use super::seats::{CampPlace, DISC_INSET, Facing, HEADER, LEAST_PITCH, LOW_HEIGHT, Rows, low_place, place};
use crate::geom::{Point, Rect, Size, clamp};

/// A panel at least so wide has three columns, a narrower one two.
const WIDE_FROM: f64 = 560.0;

/// Room in px between a box and the panel's edge, and between boxes one above the other.
const MARGIN: f64 = 6.0;
const BETWEEN: f64 = 10.0;

/// A panel at least so wide and high names more than two dozen: as many as stand in rows of which each has
/// room for what its actor did, but no more than can be looked over.
const ROOMY_FROM: Size = Size::new(900.0, 480.0);
const ROOMY_PITCH: f64 = 35.0;
const ROOMY_MOST: (usize, usize) = (18, 56);

/// Height in px of a place for one whom nobody knows, beside others of three columns.
const UNATTRIBUTED_HEIGHT: f64 = HEADER + LEAST_PITCH + 4.0;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Panel {
    /// Its size in px.
    pub size: Size,
    /// How many sides the record has; the first stands left, the second right.
    pub num_sides: u16,
    /// The side of those whom nobody knows.
    pub unattributed: Option<SideIdx>,
    /// The camp that is opened: it has the whole panel.
    pub opened: Option<SideIdx>,
    /// Whether a name of the first two sides needs two lines.
    pub has_tall_headers: bool,
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
        match (self.is_wide(), self.is_roomy()) {
            (true, true) => (12, ROOMY_MOST.1),
            (true, false) => (12, 24),
            (false, _) => (8, 12),
        }
    }

    fn is_roomy(&self) -> bool {
        self.size.width >= ROOMY_FROM.width && self.size.height >= ROOMY_FROM.height
    }

    /// The rows of one of the first two camps.
    fn main_rows(&self) -> Rows {
        let least_pitch = if self.is_roomy() { ROOMY_PITCH } else { LEAST_PITCH };
        let most = if self.is_roomy() { ROOMY_MOST.0 } else { self.most().1 / 3 };
        Rows { most, least_pitch, has_tall_header: self.has_tall_headers }
    }

    /// The rows of each of the others, of which there are so many beside that of those whom nobody knows.
    fn third_rows(&self, num_thirds: usize) -> Rows {
        let main = self.main_rows();
        let left = self.most().1 - 2 * main.most - usize::from(self.unattributed.is_some());
        Rows { most: left / num_thirds.max(1), has_tall_header: false, ..main }
    }

    /// Width in px of the box of one of the first two camps.
    #[must_use]
    pub fn main_width(&self) -> f64 {
        let width = self.size.width;
        if self.is_wide() {
            clamp(0.28 * width, 150.0, 240.0)
        } else {
            (width - clamp(0.22 * width, 60.0, 130.0)) / 2.0 - MARGIN
        }
    }

    /// What is kept free between the camps of the middle column,
    /// where lines between the adversaries pass; none in two columns.
    #[must_use]
    pub fn passage(&self) -> Option<Rect> {
        let Size { width, height } = self.size;
        let (inner, half) = (clamp(0.245 * width, 120.0, 230.0), self.half_passage());
        self.is_wide()
            .then(|| rect((width - inner) / 2.0 - 8.0, height / 2.0 - half, inner + 16.0, 2.0 * half))
    }

    fn half_passage(&self) -> f64 {
        let most = if self.is_roomy() { 160.0 } else { 110.0 };
        clamp(0.2 * self.size.height, 52.0, most) / 2.0
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
        let mut places =
            if self.is_wide() { self.columns(&main, &thirds) } else { self.quarters(&main, &thirds) };
        let is_inside = |rect: Rect| rect.max.y <= self.size.height && rect.max.x <= self.size.width;
        places.retain(|place| {
            is_inside(place.rect) && place.rect.height() >= HEADER && place.rect.width() > 60.0
        });
        crate::order::sort_by_key(&mut places, |place| place.side.0.into());
        places
    }

    /// Adversaries left and right, the others between them, the last on top,
    /// with room in the middle for what passes.
    fn columns(&self, main: &[SideIdx], thirds: &[SideIdx]) -> Vec<CampPlace> {
        let Size { width, height } = self.size;
        let (outer, inner) = (self.main_width(), clamp(0.245 * width, 120.0, 230.0));
        let (bottom, middle) = (height - MARGIN, height / 2.0);
        let passage = self.half_passage();
        let mut places = Vec::new();
        for (&side, left) in main.iter().zip([MARGIN, width - MARGIN - outer]) {
            let rect = rect(left, MARGIN, outer, bottom - MARGIN);
            places.push(place(
                side,
                rect,
                if side.0 == 0 { Facing::Right } else { Facing::Left },
                self.main_rows(),
            ));
        }
        let left = (width - inner) / 2.0;
        let (below, above) = thirds.split_at(thirds.len() / 2);
        let rows = self.third_rows(thirds.len());
        let mut column = |sides: &mut dyn Iterator<Item = SideIdx>, count: usize, top: f64, bottom: f64| {
            let each = (bottom - top + BETWEEN) / float(count);
            for (nth, side) in sides.enumerate() {
                let rect = rect(left, top + each * float(nth), inner, each - BETWEEN);
                places.push(place(side, rect, Facing::Left, rows));
            }
        };
        column(&mut above.iter().rev().copied(), above.len(), MARGIN, middle - passage);
        let lowest = self.unattributed.map_or(bottom, |_| bottom - UNATTRIBUTED_HEIGHT - BETWEEN);
        column(&mut below.iter().rev().copied(), below.len(), middle + passage, lowest);
        // On a low panel nothing stands where the lines between the adversaries pass.
        if let Some(side) = self.unattributed.filter(|_| bottom - UNATTRIBUTED_HEIGHT > middle + passage) {
            let rect = rect(left, bottom - UNATTRIBUTED_HEIGHT, inner, UNATTRIBUTED_HEIGHT);
            places.push(place(
                side,
                rect,
                Facing::Left,
                Rows { most: 1, least_pitch: LEAST_PITCH, has_tall_header: false },
            ));
        }
        places
    }

    /// The adversaries on top, and below them rows of low boxes for the others, those whom nobody knows in
    /// the middle of the first: what passes between the rows crosses none of them.
    fn quarters(&self, main: &[SideIdx], thirds: &[SideIdx]) -> Vec<CampPlace> {
        let Size { width, height } = self.size;
        let half = self.main_width();
        let mut lower = thirds.to_vec();
        if let Some(side) = self.unattributed {
            lower.insert(lower.len().min(1), side);
        }
        let mut rows: Vec<&[SideIdx]> = lower.chunks(3).collect();
        let passage = clamp(0.24 * height, 64.0, 130.0);
        let left = |num_rows: usize| height - 2.0 * MARGIN - float(num_rows) * (LOW_HEIGHT + passage);
        while !rows.is_empty() && left(rows.len()) < HEADER + 2.0 * LEAST_PITCH {
            rows.pop();
        }
        let tall = left(rows.len());
        let mut places = Vec::new();
        for (&side, (left, facing)) in
            main.iter().zip([(MARGIN, Facing::Right), (width - MARGIN - half, Facing::Left)])
        {
            places.push(place(side, rect(left, MARGIN, half, tall), facing, self.main_rows()));
        }
        let mut top = MARGIN + tall + passage;
        for row in rows {
            let each = (width - 2.0 * MARGIN + BETWEEN) / float(row.len());
            for (nth, &side) in row.iter().enumerate() {
                places
                    .push(low_place(side, rect(MARGIN + each * float(nth), top, each - BETWEEN, LOW_HEIGHT)));
            }
            top += LOW_HEIGHT + passage;
        }
        places
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
        let header_y = rect.min.y + HEADER - 5.0;
        let (facing, number_x, has_tall_header) = (Facing::Left, None, false);
        CampPlace {
            side,
            facing,
            seats,
            pitch: ROW,
            name_at,
            name_room,
            number_x,
            foot_y,
            header_y,
            has_tall_header,
            rect,
        }
    }
}

fn rect(left: f64, top: f64, width: f64, height: f64) -> Rect {
    Rect::from_min_size(Point::new(left, top), Size::new(width.max(0.0), height.max(0.0)))
}

#[expect(clippy::cast_precision_loss, reason = "sides and seats are few")]
const fn float(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::super::seats::TALL_HEADER;
    use super::*;
    use crate::geom::Vec2;
    use proptest::prelude::*;

    const OTHER: SideIdx = SideIdx(4);

    fn panel(width: f64, height: f64, num_sides: u16, unattributed: Option<SideIdx>) -> Panel {
        Panel {
            size: Size::new(width, height),
            num_sides,
            unattributed,
            opened: None,
            has_tall_headers: false,
        }
    }

    #[test]
    fn the_first_stands_left_and_the_second_right_and_the_others_between_or_below() {
        let at = |panel: Panel, side: u16| {
            panel.places().iter().find(|place| place.side.0 == side).unwrap().rect.center()
        };
        for unattributed in [None, Some(OTHER)] {
            let wide = panel(712.0, 420.0, 5, unattributed);
            assert!(at(wide, 0).x < at(wide, 2).x && at(wide, 2).x < at(wide, 1).x);
            assert!(at(wide, 3).y < at(wide, 2).y, "the last on top");
            let narrow = panel(366.0, 440.0, 5, unattributed);
            assert!(
                at(narrow, 0).x < at(narrow, 1).x
                    && at(narrow, 2).y > at(narrow, 0).y
                    && at(narrow, 3).y > at(narrow, 1).y
            );
            assert!(
                unattributed.is_none()
                    || at(narrow, 2).x < at(narrow, 4).x && at(narrow, 4).x < at(narrow, 3).x
            );
        }
    }

    proptest! {
        #[test]
        fn boxes_are_inside_the_panel_and_apart_and_seats_inside_their_box_and_as_many_as_may_be(
            width in 320.0..1900.0f64,
            height in 50.0..1200.0f64,
            num_sides in 1u16..7,
            has_unattributed in any::<bool>(),
            has_tall_headers in any::<bool>(),
        ) {
            let unattributed =
                (has_unattributed && num_sides > 2).then_some(SideIdx(num_sides.saturating_sub(1)));
            let panel = Panel { has_tall_headers, ..panel(width, height, num_sides, unattributed) };
            let places = panel.places();
            let passage = panel.passage().unwrap_or_default();
            let passage =
                Rect { min: passage.min + Vec2::new(0.0, 0.1), max: passage.max + Vec2::new(0.0, -0.1) };
            prop_assert!(
                places.iter().all(|place| !place.rect.overlaps(passage)),
                "nothing stands where lines pass"
            );
            for (nth, place) in places.iter().enumerate() {
                let rect = place.rect;
                prop_assert!(
                    rect.min.x >= 0.0 && rect.min.y >= 0.0 && rect.max.x <= width && rect.max.y <= height,
                    "{rect:?}"
                );
                prop_assert!(places[..nth].iter().all(|other| !other.rect.overlaps(rect)), "{place:?}");
                for seat in place.seats.iter().filter(|_| place.facing != Facing::Top) {
                    let (half, header) =
                        (place.pitch / 2.0, if place.has_tall_header { TALL_HEADER } else { HEADER });
                    prop_assert!(
                        seat.y - half >= rect.min.y + header - 0.1 && seat.y + half <= rect.max.y + 0.1,
                        "{place:?}"
                    );
                }
                prop_assert!(place.seats.is_empty() || place.pitch >= LEAST_PITCH);
            }
            prop_assert!(places.iter().map(|place| place.seats.len()).sum::<usize>() <= panel.most().1);
        }

    }
}
