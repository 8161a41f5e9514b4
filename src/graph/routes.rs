//! How each band runs from one camp's box to another's, and where its number stands. Pairs run side by side,
//! straight where two boxes face each other. No number lies on a box or on another number.

use crate::geom::outline::Outline;
use crate::geom::{Point, Rect, Size, Vec2, clamp};
use crate::order::{float, sort_by_key};

/// Room in px between two bands at the edge of a box.
const GAP: f64 = 6.0;

/// Least distance in px of two bands: numbers fit beside one another on upright and on level ones.
const LEVEL_PITCH: f64 = 18.0;
const UPRIGHT_PITCH: f64 = 27.0;

/// Height in px of a number's box.
const NUMBER_HEIGHT: f64 = 16.0;

/// Where along its band a number is tried, the best first.
const TRIED: [f64; 15] =
    [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8, 0.13, 0.87, 0.08, 0.92, 0.05, 0.95];

/// How far in px a band goes aside that leads round another box,
/// or from one box to the next where it has no room between them.
const AROUND: f64 = 34.0;

/// Room in px that a band needs between two boxes for its head and its number.
const ROOM: f64 = 24.0;

/// In how many pieces a band is looked at when it is asked what lies on it.
const PIECES: u32 = 32;

/// A band to be led from one box to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RouteSpec {
    /// The boxes, as places in the list of all.
    pub ends: [usize; 2],
    /// Its width in px.
    pub width: f64,
    /// Width of its number in px.
    pub number_width: f64,
}

/// The way of a band.
#[derive(Clone, Debug, PartialEq)]
pub struct Route {
    /// The line up to the base of the head, to be stroked.
    pub line: Outline,
    /// The head, to be filled.
    pub head: Outline,
    /// The box of its number.
    pub number: Rect,
}

/// Width in px of a band of `count` dealings: it grows with the root, 3 for one, 20 from 95 on.
#[must_use]
pub fn width(count: u32) -> f64 {
    clamp(1.3 + 1.92 * f64::from(count).sqrt(), 3.0, 20.0)
}

/// Length and half the breadth in px of the head of a line `width` px wide.
fn head(width: f64) -> (f64, f64) {
    (5.0 + 0.75 * width, 3.0 + 0.8 * width)
}

/// An S between two points that leaves and comes as its ends say: two curves that meet in its middle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bow {
    /// Where it starts and where it ends.
    pub ends: [Point; 2],
    /// What it is drawn towards on leaving and on coming.
    pub controls: [Point; 2],
}

impl Bow {
    /// From `start` along `out` to `end`, which it comes to against `back`;
    /// both are of the length that they are drawn out.
    #[must_use]
    pub fn new([start, end]: [Point; 2], [out, back]: [Vec2; 2]) -> Self {
        Self { ends: [start, end], controls: [start + out, end + back] }
    }

    fn middle(&self) -> Point {
        let [a, b] = self.controls;
        a + (b - a) * 0.5
    }

    /// The point at `share` of it, 0 to 1.
    #[must_use]
    pub fn at(&self, share: f64) -> Point {
        let curve = |from: Point, control: Point, to: Point, t: f64| {
            let (a, b) = (from + (control - from) * t, control + (to - control) * t);
            a + (b - a) * t
        };
        if share < 0.5 {
            curve(self.ends[0], self.controls[0], self.middle(), 2.0 * share)
        } else {
            curve(self.middle(), self.controls[1], self.ends[1], 2.0 * share - 1.0)
        }
    }

    /// `path`, led on along it to its end.
    #[must_use]
    pub fn led(self, path: Outline) -> Outline {
        path.curve(self.controls[0], self.middle()).curve(self.controls[1], self.ends[1])
    }

    /// It and a head `width` px wide at its end, which it comes to against `back`; both end where it ends.
    #[must_use]
    pub fn drawn(self, path: Outline, width: f64, back: Vec2) -> (Outline, Outline) {
        let (long, half) = head(width);
        let along = back / back.length().max(f64::MIN_POSITIVE);
        let tip = self.ends[1];
        let base = tip + along * long;
        let out = Vec2::new(along.y, -along.x) * half;
        let line = path.curve(self.controls[0], self.middle()).curve(self.controls[1], base);
        (line, Outline::from(tip).line(base + out).line(base + -out).close())
    }
}

/// An end of a band at a box.
struct Port {
    band: usize,
    end: usize,
    /// Which box, and which of its edges: left, top, right, bottom.
    edge: (usize, usize),
    /// Where along the edge it would best be.
    wish: f64,
}

/// The ways of `bands` between `boxes`, in their order. O(bands² × pieces), with a dozen bands.
#[must_use]
pub fn routes(boxes: &[Rect], bands: &[RouteSpec]) -> Vec<Route> {
    let mut ports = ports(boxes, bands);
    let mut places = vec![[Point::default(); 2]; bands.len()];
    let mut normals = vec![[Vec2::default(); 2]; bands.len()];
    sort_by_key(&mut ports, |port| float(port.wish));
    sort_by_key(&mut ports, |port| (port.edge.0 * 4 + port.edge.1) as u64);
    for edge in ports.chunk_by(|a, b| a.edge == b.edge) {
        let (rect, nth) = (boxes[edge[0].edge.0], edge[0].edge.1);
        let is_upright = nth % 2 == 0;
        let (from, to) = if is_upright { (rect.min.y, rect.max.y) } else { (rect.min.x, rect.max.x) };
        let least = if is_upright { LEVEL_PITCH } else { UPRIGHT_PITCH };
        for (port, along) in edge.iter().zip(packed(edge, bands, [from, to], least)) {
            let (place, normal) = match nth {
                0 => (Point::new(rect.min.x, along), Vec2::new(-1.0, 0.0)),
                1 => (Point::new(along, rect.min.y), Vec2::new(0.0, -1.0)),
                2 => (Point::new(rect.max.x, along), Vec2::new(1.0, 0.0)),
                _ => (Point::new(along, rect.max.y), Vec2::new(0.0, 1.0)),
            };
            places[port.band][port.end] = place + normal * 2.0;
            normals[port.band][port.end] = normal;
        }
    }
    let bows: Vec<Bow> = (0..bands.len())
        .map(|nth| {
            let way = places[nth][1] - places[nth][0];
            let reach = (way.x * normals[nth][0].x + way.y * normals[nth][0].y).abs() / 2.0;
            if normals[nth][0] == normals[nth][1] {
                return Bow::new(places[nth], normals[nth].map(|normal| normal * AROUND));
            }
            let later = clamp(apart(bands, &places, nth, normals[nth][0]), -0.8 * reach, 0.8 * reach);
            Bow::new(places[nth], [normals[nth][0] * (reach + later), normals[nth][1] * (reach - later)])
        })
        .collect();
    let numbers = numbers(boxes, bands, &bows);
    let route = |nth: usize| {
        let (line, head) =
            bows[nth].drawn(Outline::from(bows[nth].ends[0]), bands[nth].width, normals[nth][1]);
        Route { line, head, number: numbers[nth] }
    };
    (0..bands.len()).map(route).collect()
}

/// How much later than midway the `nth` band turns aside, so that it keeps off the one that answers it where
/// both do; negative: earlier. `out` is its way out of its first box.
fn apart(bands: &[RouteSpec], places: &[[Point; 2]], nth: usize, out: Vec2) -> f64 {
    let spec = &bands[nth];
    let Some(other) = bands.iter().position(|other| other.ends == [spec.ends[1], spec.ends[0]]) else {
        return 0.0;
    };
    let across = |way: Vec2| way.x * out.y - way.y * out.x;
    let aside = across(places[nth][1] - places[nth][0]);
    if aside.abs() < 2.0 {
        return 0.0;
    }
    // Which of both lies on the side that they turn to, where this one starts: it turns first.
    let is_inside = across(places[nth][0] - places[other][1]) * aside > 0.0;
    let half = (f64::midpoint(spec.width, bands[other].width) + GAP) / 2.0;
    if is_inside { -half } else { half }
}

/// Both ends of each band, at the edges of their boxes that face each other.
fn ports(boxes: &[Rect], bands: &[RouteSpec]) -> Vec<Port> {
    let mut ports = Vec::new();
    for (band, spec) in bands.iter().enumerate() {
        let [a, b] = spec.ends.map(|nth| boxes[nth]);
        // Of two boxes that are both beside and below one another, the bands are upright.
        let is_level = a.max.y > b.min.y && b.max.y > a.min.y;
        let is_ahead = if is_level { a.min.x < b.min.x } else { a.min.y < b.min.y };
        // Round what stands between two boxes of a column or a row.
        let along = |rect: &Rect| if is_level { [rect.min.x, rect.max.x] } else { [rect.min.y, rect.max.y] };
        let across = |rect: &Rect| if is_level { [rect.min.y, rect.max.y] } else { [rect.min.x, rect.max.x] };
        let (first, last) = (along(&a)[1].min(along(&b)[1]), along(&a)[0].max(along(&b)[0]));
        let (from, to) = (across(&a)[0].max(across(&b)[0]), across(&a)[1].min(across(&b)[1]));
        let middle = f64::midpoint(from, to);
        let is_across = |other: &Rect| across(other)[0] < middle && middle < across(other)[1];
        let is_between =
            |other: &Rect| along(other)[0] >= first && along(other)[1] <= last && is_across(other);
        let is_blocked = from < to && (last - first < ROOM || boxes.iter().any(is_between));
        let is_beside = is_level != is_blocked;
        let edges = match (is_beside, is_ahead) {
            _ if is_blocked && is_level => [1, 1],
            _ if is_blocked => [0, 0],
            (true, true) => [2, 0],
            (true, false) => [0, 2],
            (false, true) => [3, 1],
            (false, false) => [1, 3],
        };
        let stretch =
            |rect: Rect| if is_beside { [rect.min.y, rect.max.y] } else { [rect.min.x, rect.max.x] };
        let [[a0, a1], [b0, b1]] = [stretch(a), stretch(b)];
        let (from, to) = (a0.max(b0), a1.min(b1));
        // In the middle of what faces each other, else as near to the other as can be;
        // an arch is not as narrow.
        let inwards = if is_blocked && is_level { AROUND } else { 0.0 };
        let wishes = if from < to {
            [f64::midpoint(from, to); 2]
        } else if a1 <= b0 {
            [a1 - inwards, b0 + inwards]
        } else {
            [a0 + inwards, b1 - inwards]
        };
        // Of a pair the one from the earlier box comes first at both ends.
        let nudge = if spec.ends[0] < spec.ends[1] { -0.01 } else { 0.01 };
        for end in [0, 1] {
            ports.push(Port { band, end, edge: (spec.ends[end], edges[end]), wish: wishes[end] + nudge });
        }
    }
    ports
}

/// Places along an edge for its ports, in their order,
/// as near to where they wish to be as their widths allow.
///
/// Method: least squares under order by pooling neighbours that violate it,
/// on places less what must lie before them.
fn packed(ports: &[Port], bands: &[RouteSpec], [from, to]: [f64; 2], least: f64) -> Vec<f64> {
    let width = |port: &Port| bands[port.band].width;
    let mut before = vec![0.0];
    for pair in ports.windows(2) {
        let step = (f64::midpoint(width(&pair[0]), width(&pair[1])) + GAP).max(least);
        before.push(before[before.len() - 1] + step);
    }
    let needed = before[before.len() - 1];
    let ends = [&ports[0], &ports[ports.len() - 1]].map(|port| width(port) / 2.0 + 3.0);
    let (low, high) = (from + ends[0], to - ends[1]);
    let share = if needed > high - low { ((high - low) / needed).max(0.0) } else { 1.0 };
    before.iter_mut().for_each(|step| *step *= share);
    let mut pools: Vec<(f64, f64)> = Vec::new();
    for (port, before) in ports.iter().zip(&before) {
        let mut pool = (port.wish - before, 1.0);
        while let Some(&(mean, count)) = pools.last().filter(|last| last.0 >= pool.0) {
            pools.pop();
            pool = ((pool.0 * pool.1 + mean * count) / (pool.1 + count), pool.1 + count);
        }
        pools.push(pool);
    }
    let starts = pools.iter().flat_map(|&(mean, count)| {
        let mut left = count;
        std::iter::from_fn(move || {
            left -= 1.0;
            (left >= 0.0).then_some(mean)
        })
    });
    starts.zip(&before).map(|(start, before)| clamp(start, low, high - needed * share) + before).collect()
}

/// Where the numbers stand: of the places along each band the one on the fewest boxes and numbers,
/// then on the fewest others.
fn numbers(boxes: &[Rect], bands: &[RouteSpec], bows: &[Bow]) -> Vec<Rect> {
    let points: Vec<Vec<Point>> = bows
        .iter()
        .map(|bow| (0..=PIECES).map(|nth| bow.at(f64::from(nth) / f64::from(PIECES))).collect())
        .collect();
    // The widest first: they have the least choice.
    let mut order: Vec<usize> = (0..bands.len()).collect();
    sort_by_key(&mut order, |&nth| u64::MAX - float(bands[nth].width));
    let mut taken: Vec<Rect> = Vec::new();
    let mut numbers = vec![Rect::default(); bands.len()];
    for nth in order {
        let size = Size::new(bands[nth].number_width, NUMBER_HEIGHT);
        let mut best = (f64::INFINITY, Rect::default());
        for share in TRIED {
            let middle = bows[nth].at(share);
            let at = Rect::from_min_size(middle + Vec2::new(-size.width / 2.0, -size.height / 2.0), size);
            let covered =
                boxes.iter().chain(&taken).filter(|other| other.overlaps(at)).map(|_| 1_000.0).sum::<f64>();
            let crossed = (0..bands.len()).filter(|&other| other != nth).map(|other| {
                let half = bands[other].width / 2.0;
                let is_on = |p: &&Point| {
                    p.x > at.min.x - half
                        && p.x < at.max.x + half
                        && p.y > at.min.y - half
                        && p.y < at.max.y + half
                };
                points[other].iter().filter(is_on).map(|_| 1.0).sum::<f64>()
            });
            let cost = covered + crossed.sum::<f64>() + (share - 0.5).abs();
            if cost < best.0 {
                best = (cost, at);
            }
        }
        taken.push(best.1);
        numbers[nth] = best.1;
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rect(x: f64, y: f64, width: f64, height: f64) -> Rect {
        Rect::from_min_size(Point::new(x, y), Size::new(width, height))
    }

    fn spec(from: usize, to: usize) -> RouteSpec {
        RouteSpec { ends: [from, to], width: 4.0, number_width: 20.0 }
    }

    #[test]
    fn a_pair_between_boxes_that_face_each_other_is_straight_and_side_by_side() {
        let boxes = [rect(0.0, 0.0, 100.0, 200.0), rect(300.0, 50.0, 100.0, 100.0)];
        let routes = routes(&boxes, &[spec(0, 1), spec(1, 0)]);
        assert_eq!(routes[0].line.text(), "M102 91Q200 91 200 91Q200 91 290 91");
        assert_eq!(routes[1].line.text(), "M298 109Q200 109 200 109Q200 109 110 109");
        assert_eq!(routes[0].head.text(), "M298 91L290 97.2L290 84.8Z");
        assert_eq!(routes[0].number.center(), Point::new(200.0, 91.0));
    }

    #[test]
    fn boxes_one_above_the_other_are_joined_upright() {
        let boxes = [rect(0.0, 0.0, 100.0, 50.0), rect(20.0, 150.0, 100.0, 50.0)];
        assert_eq!(
            routes(&boxes, &[spec(1, 0)])[0].line.text(),
            "M60.01 148Q60.01 100 60.01 100Q60.01 100 60.01 60"
        );
    }

    #[test]
    fn boxes_too_near_to_one_another_or_with_one_between_are_joined_round_about() {
        let row =
            [rect(0.0, 100.0, 100.0, 80.0), rect(110.0, 100.0, 100.0, 80.0), rect(220.0, 100.0, 100.0, 80.0)];
        let all = routes(&row, &[spec(0, 1), spec(0, 2)]);
        assert!(all.iter().all(|route| route.number.max.y < 100.0), "above the row: {all:?}");
        let column = row.map(|at| rect(at.min.y, at.min.x, 80.0, 100.0));
        let all = routes(&column, &[spec(1, 0), spec(2, 0)]);
        assert!(all.iter().all(|route| route.number.max.x < 100.0), "left of the column: {all:?}");
    }

    #[test]
    fn a_band_and_its_answer_that_both_turn_aside_keep_apart() {
        let boxes = [rect(0.0, 0.0, 100.0, 50.0), rect(200.0, 150.0, 100.0, 50.0)];
        let [there, back] =
            [routes(&boxes, &[spec(0, 1), spec(1, 0)]), routes(&boxes, &[spec(1, 0), spec(0, 1)])]
                .map(|all| all[0].line.text());
        assert_eq!(there, "M68 52Q68 105 136.5 105Q205 105 205 140");
        assert_eq!(back, "M232 148Q232 95 163.5 95Q95 95 95 60");
    }

    #[test]
    fn boxes_beside_and_below_one_another_are_joined_upright() {
        let boxes = [rect(0.0, 0.0, 100.0, 50.0), rect(150.0, 150.0, 100.0, 50.0)];
        assert_eq!(routes(&boxes, &[spec(0, 1)])[0].line.text(), "M95 52Q95 100 125 100Q155 100 155 140");
    }

    #[test]
    fn numbers_keep_off_boxes_each_other_and_bands_that_cross() {
        let boxes = [
            rect(0.0, 0.0, 100.0, 300.0),
            rect(300.0, 0.0, 100.0, 300.0),
            rect(150.0, 0.0, 100.0, 90.0),
            rect(150.0, 210.0, 100.0, 90.0),
        ];
        let all: Vec<RouteSpec> =
            (0..4).flat_map(|a| (0..4).filter(move |b| *b != a).map(move |b| spec(a, b))).collect();
        let routes = routes(&boxes, &all);
        for (nth, route) in routes.iter().enumerate() {
            assert!(boxes.iter().all(|other| !other.overlaps(route.number)), "{:?}", all[nth]);
            assert!(routes[..nth].iter().all(|other| !other.number.overlaps(route.number)), "{:?}", all[nth]);
        }
    }

    #[test]
    fn a_width_grows_with_the_root_of_the_count_between_its_bounds() {
        assert_eq!([0, 25, 100, 9999].map(width), [3.0, 10.9, 20.0, 20.0]);
    }
}
