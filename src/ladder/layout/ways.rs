//! The ways of the rungs: from an act's place down a lane between the rails to the answer.

use super::{CORNER, Card, Rail, RungMark};
use crate::geom::Point;
use crate::geom::outline::Outline;
use crate::ladder::content::Ladder;
use crate::ladder::lanes::Lanes;

/// The ways of all rungs.
pub(super) fn rungs(ladder: &Ladder, cards: &[Card], rails: [f64; 2]) -> Vec<RungMark> {
    let end_of = |rung: usize| {
        let answer = ladder.rungs[rung].answer;
        let nth = ladder.rungs[..rung].iter().filter(|other| other.answer == answer).count();
        let card = &cards[answer];
        let y = match card.rail {
            Rail::First | Rail::Second => card.pills[nth].rect.center().y,
            _ => card.rect.min.y,
        };
        (card.rail, y)
    };
    let mut lanes = Lanes::between(rails[0], rails[1]);
    let mut lane_of = vec![0.0; cards.len()];
    for (at, card) in cards.iter().enumerate() {
        let ends =
            (0..ladder.rungs.len()).filter(|&rung| ladder.rungs[rung].cause == at).map(|rung| end_of(rung).1);
        let bottom = ends.fold(f64::NEG_INFINITY, f64::max);
        if bottom > card.knot.y {
            lane_of[at] = lanes.take(card.rail, card.knot.y, bottom);
        }
    }
    let mark = |rung: usize| {
        let (cause, answer) = (ladder.rungs[rung].cause, ladder.rungs[rung].answer);
        let (card, lane, (rail, y)) = (&cards[cause], lane_of[cause], end_of(rung));
        let is_across = matches!(card.rail, Rail::Both | Rail::Third);
        let from = if is_across { Point::new(lane, card.rect.max.y) } else { card.knot };
        let to = match rail {
            Rail::First => Point::new(rails[0], y),
            Rail::Second => Point::new(rails[1], y),
            _ => Point::new(lane, y),
        };
        let (line, head) = way(from, lane, to);
        RungMark { cause: card.event, answer: cards[answer].event, from, to, line, head }
    };
    (0..ladder.rungs.len()).map(mark).collect()
}

/// From an act's place aside to its lane, down, and aside to the answer,
/// with round corners; and the arrow's point.
fn way(from: Point, lane: f64, to: Point) -> (Outline, Outline) {
    let corner = CORNER.min((to.y - from.y) / 2.0).max(0.0);
    let towards = |from: f64, to: f64| if to > from { 1.0 } else { -1.0 };
    let mut line = Outline::from(from);
    if (lane - from.x).abs() > corner {
        let turn = Point::new(lane - corner * towards(from.x, lane), from.y);
        line = line.line(turn).curve(Point::new(lane, from.y), Point::new(lane, from.y + corner));
    }
    if (to.x - lane).abs() <= corner {
        let tip = Point::new(to.x, to.y - 1.0);
        let head = [tip, Point::new(tip.x - 4.0, tip.y - 7.0), Point::new(tip.x + 4.0, tip.y - 7.0)];
        return (line.line(Point::new(to.x, to.y - 4.0)), Outline::polygon(head));
    }
    let side = towards(lane, to.x);
    let tip = Point::new(to.x - 7.0 * side, to.y);
    let back = tip.x - 7.0 * side;
    let head = [tip, Point::new(back, tip.y - 4.0), Point::new(back, tip.y + 4.0)];
    line = line
        .line(Point::new(lane, to.y - corner))
        .curve(Point::new(lane, to.y), Point::new(lane + corner * side, to.y));
    (line.line(Point::new(back, to.y)), Outline::polygon(head))
}
