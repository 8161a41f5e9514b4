//! The ways of arcs past what is written: a curve where one is free, else between the rows.
//!
//! ```text
//!   from ,----------.        out of the row at the mark, along the room between two rows,
//!   ----------------|---     and through the next row where nothing stands
//!   words   words   `----> to
//! ```

use crate::geom::outline::Outline;
use crate::geom::{Point, Vec2, clamp};
use crate::order::{float, sort_by_key};

/// From the middle of a row to the top and to the foot of its words.
const LETTERS: (f64, f64) = (7.0, 5.0);
/// From the middle of a row to a line that runs above it, and below it.
const BETWEEN: (f64, f64) = (8.0, 10.0);
/// Room that a line through a row keeps from what stands there.
const CLEAR: f64 = 4.0;
/// What a way costs in pixels of detour: a turn, and running through what stands in a row.
const TURN: f64 = 24.0;
const THROUGH: f64 = 2_000.0;
/// So many places to go on from are kept at each row, the cheapest.
const MOST_PLACES: usize = 12;
/// Radius of a turn.
const ROUND: f64 = 7.0;
/// A way ends at the side of what it runs to when there is so much room beside it, and turns in the middle
/// of it.
const BESIDE: f64 = 18.0;

/// What stands in the rows of a picture, top to bottom.
pub(super) struct Rows {
    rows: Vec<Row>,
    width: f64,
    height: f64,
}

struct Row {
    y: f64,
    /// From where to where it is taken, left to right.
    taken: Vec<[f64; 2]>,
    /// From where to where words run, left to right.
    words: Vec<[f64; 2]>,
}

/// A place in a way through the rows: after how many of them, and from which place before the row.
#[derive(Clone, Copy)]
struct Step {
    x: f64,
    cost: f64,
    before: usize,
}

impl Rows {
    /// Rows of a picture `width` × `height`: each entry is the middle of its row, what it takes, and the
    /// words in that.
    pub(super) fn new(width: f64, height: f64, mut taken: Vec<(f64, [f64; 2], Option<[f64; 2]>)>) -> Self {
        sort_by_key(&mut taken, |(_, [left, _], _)| float(*left));
        sort_by_key(&mut taken, |(y, ..)| float(*y));
        let mut rows: Vec<Row> = Vec::new();
        for (y, stretch, words) in taken {
            if rows.last().is_none_or(|row| y - row.y > 1.0) {
                rows.push(Row { y, taken: Vec::new(), words: Vec::new() });
            }
            if let Some(row) = rows.last_mut() {
                row.taken.push(stretch);
                row.words.extend(words);
            }
        }
        Self { rows, width, height }
    }

    /// Whether words stand at `point`.
    pub(super) fn has_words_at(&self, point: Point) -> bool {
        let nth = self.rows.partition_point(|row| row.y + LETTERS.1 <= point.y);
        let row = self.rows.get(nth).filter(|row| row.y - LETTERS.0 < point.y);
        row.is_some_and(|row| row.words.iter().any(|&[left, right]| left < point.x && point.x < right))
    }

    /// The corners of the way between two places, from the edge of the one to the edge of the other: both
    /// are so many pixels from middle to edge. At least two.
    pub(super) fn way(&self, [from, to]: [Point; 2], [from_reach, to_reach]: [f64; 2]) -> Vec<Point> {
        let mut corners = self.corners(from, to);
        self.enter_beside(&mut corners, to_reach);
        without_start(&mut corners, from_reach);
        corners.reverse();
        without_start(&mut corners, to_reach);
        corners.reverse();
        without_twins(&mut corners);
        corners
    }

    /// The corners of a way between the rows, its ends included.
    fn corners(&self, from: Point, to: Point) -> Vec<Point> {
        let is_down = to.y > from.y;
        let (top, bottom) = (from.y.min(to.y) + 1.0, from.y.max(to.y) - 1.0);
        let mut between: Vec<&Row> = self.rows.iter().filter(|row| top < row.y && row.y < bottom).collect();
        if !is_down {
            between.reverse();
        }
        // The heights between the rows on the way, from the first to the last.
        let mut levels = Vec::new();
        if bottom < top {
            let above = from.y - BETWEEN.0;
            let below = from.y + BETWEEN.1;
            let is_above = if to.x > from.x { above > 1.0 } else { below > self.height - 1.0 };
            levels.push(if is_above { above } else { below });
        } else {
            let ys: Vec<f64> =
                [from.y].into_iter().chain(between.iter().map(|row| row.y)).chain([to.y]).collect();
            levels.extend(
                ys.windows(2)
                    .map(|pair| (pair[0].min(pair[1]) + BETWEEN.1).min(pair[0].max(pair[1]) - BETWEEN.0)),
            );
        }
        let xs = self.crossings(&between, from.x, to.x);
        let mut corners = vec![from];
        for (nth, &level) in levels.iter().enumerate() {
            if (xs[nth] - xs[nth + 1]).abs() > 0.5 {
                corners.extend([xs[nth], xs[nth + 1]].map(|x| Point::new(x, level)));
            }
        }
        corners.push(to);
        corners
    }

    /// Where a way from `from` to `to` runs through each of the rows; those two stand at the ends.
    fn crossings(&self, between: &[&Row], from: f64, to: f64) -> Vec<f64> {
        let aside = |from: f64, to: f64| {
            let off = (to - from).abs();
            if off > 0.5 { off + TURN } else { off }
        };
        let mut steps: Vec<Vec<Step>> = vec![vec![Step { x: from, cost: 0.0, before: 0 }]];
        for row in between {
            let mut next: Vec<Step> = Vec::new();
            for (before, step) in steps[steps.len() - 1].iter().enumerate() {
                let mut add = |x: f64, more: f64| {
                    let cost = step.cost + aside(step.x, x) + more;
                    match next.iter_mut().find(|other| (other.x - x).abs() < 0.5) {
                        Some(other) if other.cost <= cost => {}
                        Some(other) => *other = Step { x, cost, before },
                        None => next.push(Step { x, cost, before }),
                    }
                };
                let mut left = CLEAR;
                let mut is_free = false;
                let ends = row.taken.iter().copied().chain([[self.width, self.width]]);
                for [start, end] in ends {
                    let right = start - CLEAR;
                    if right >= left {
                        add(clamp(step.x, left, right), 0.0);
                        add(clamp(to, left, right), 0.0);
                        is_free |= left <= step.x && step.x <= right;
                    }
                    left = left.max(end + CLEAR);
                }
                if !is_free {
                    add(step.x, THROUGH);
                }
            }
            sort_by_key(&mut next, |step| float(step.cost + aside(step.x, to)));
            next.truncate(MOST_PLACES);
            steps.push(next);
        }
        // The cheapest comes first.
        let mut nth = 0;
        let mut xs = vec![to];
        for places in steps.iter().rev() {
            xs.push(places[nth].x);
            nth = places[nth].before;
        }
        xs.reverse();
        xs
    }

    /// Lets a way that comes along a row's edge end at the side of what is `reach` pixels about its end,
    /// where that side is free.
    fn enter_beside(&self, corners: &mut Vec<Point>, reach: f64) {
        let &[.., before, over, end] = corners.as_slice() else { return };
        if (end.y - over.y).abs() > BETWEEN.1 + 1.0 || over.y == end.y {
            return;
        }
        let toward = if before.x < end.x { -1.0 } else { 1.0 };
        let side = [toward, -toward].into_iter().find(|side| {
            let [near, far] = [reach, reach + BESIDE].map(|off| end.x + side * off);
            let is_ahead = *side != toward || (end.x - before.x).abs() > reach + BESIDE;
            is_ahead && self.is_free(end, near.min(far), near.max(far))
        });
        let Some(side) = side else { return };
        let x = end.x + side * (reach + BESIDE / 2.0);
        corners.truncate(corners.len() - 2);
        corners.extend([Point::new(x, over.y), Point::new(x, end.y), end]);
    }

    /// Whether nothing stands in the row of `end` between `left` and `right` but what it is itself; no
    /// words at all.
    fn is_free(&self, end: Point, left: f64, right: f64) -> bool {
        let row = self.rows.iter().find(|row| (row.y - end.y).abs() < 1.0);
        let meets = |[start, stop]: &[f64; 2]| *start < right && left < *stop;
        let is_other = |[start, stop]: &[f64; 2]| !(*start <= end.x && end.x <= *stop);
        let is_taken = row.is_some_and(|row| {
            row.words.iter().any(meets) || row.taken.iter().filter(|one| is_other(one)).any(meets)
        });
        left >= 0.0 && right <= self.width && !is_taken
    }
}

/// Drops corners that stand where the one before them does: a line has no direction there. Two are left.
fn without_twins(corners: &mut Vec<Point>) {
    let Some(&end) = corners.last() else { return };
    corners.dedup_by(|next, before| (*next - *before).length() < 0.1);
    if corners.len() < 2 {
        corners.push(end);
    }
}

/// The way over `corners`, its corners rounded.
pub(super) fn rounded(corners: &[Point]) -> Outline {
    let Some((&first, &last)) = corners.first().zip(corners.last()) else { return Outline::default() };
    let mut line = Outline::from(first);
    for turn in corners.windows(3) {
        let (before, after) = (turn[0] - turn[1], turn[2] - turn[1]);
        let radius = ROUND.min(before.length() / 2.0).min(after.length() / 2.0);
        // No way is as short as nothing: a corner may stand there twice.
        let towards = |way: Vec2| turn[1] + way * (radius / way.length().max(f64::MIN_POSITIVE));
        line = line.line(towards(before)).curve(turn[1], towards(after));
    }
    line.line(last)
}

/// What of a way over corners lies farther than `reach` from where it begins.
fn without_start(corners: &mut Vec<Point>, reach: f64) {
    let Some(&middle) = corners.first() else { return };
    let Some(nth) = corners.iter().position(|&corner| (corner - middle).length() > reach) else { return };
    let (inside, outside) = (corners[nth - 1], corners[nth]);
    // Where the way from the one to the other leaves the circle.
    let (off, way) = (inside - middle, outside - inside);
    let dot = |one: Vec2, other: Vec2| one.x * other.x + one.y * other.y;
    let (a, b, c) = (dot(way, way), dot(off, way), dot(off, off) - reach * reach);
    let share = ((b * b - a * c).max(0.0).sqrt() - b) / a.max(f64::MIN_POSITIVE);
    corners[nth - 1] = inside + way * clamp(share, 0.0, 1.0);
    corners.drain(..nth - 1);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::outline::Step;

    #[test]
    fn a_corner_that_stands_twice_leaves_the_line_where_it_was() {
        let at = |x: f64, y: f64| Point::new(x, y);
        let plain = [at(10.0, 5.0), at(60.0, 5.0), at(60.0, 40.0)];
        for nth in 0..plain.len() {
            let mut twice = plain.to_vec();
            twice.insert(nth, plain[nth]);
            let text = rounded(&twice).text();
            assert!(!text.contains("NaN"), "{text}");
            for step in rounded(&twice).steps {
                let (Step::Move(to) | Step::Line(to) | Step::Curve(_, to)) = step else { panic!("{step:?}") };
                assert!((10.0..=60.0).contains(&to.x) && (5.0..=40.0).contains(&to.y), "{step:?} in {text}");
            }
        }
    }
}
