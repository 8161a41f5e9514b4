//! The pulse as two lines, the first side's up and the second side's down from the middle of a strip.
//!
//! Separate from the values, since it alone knows pixels.
//!
//! ```text
//!    │\        │\           each act is a vertical at its instant, then the line falls to half in a week
//! ───┘ ‾‾──────┘ ‾‾──      first side
//! ──────────┐ __────       second side
//!           │/
//! ```

use super::{Act, HALF_LIFE, Pulse, fade, value_after};
use crate::geom::Point;
use crate::time::scale::TimeScale;
use crate::time::window::Moment;

/// Most points of both lines together: about 6 KB of path text, which is set anew with every step of a zoom.
pub const MOST_POINTS: usize = 600;

/// How far a line may be off its curve between its points, as a share of the width of a column.
const OFF_BY: f64 = 0.3;

impl Pulse {
    /// The lines of the first and the second side in the window of `scale`, on its width and on `height` pixels.
    ///
    /// x rises from 0 to the width, y lies between 0 and `height`, and zero at `height / 2`; the highest value of the record
    /// reaches an edge, whatever the window. To fill, close along `height / 2`. An act inside the window is a vertical,
    /// two points with one x. Acts in one column share the vertical of the highest; a column is a pixel wide, or twice, four
    /// times … as wide until there are at most [`MOST_POINTS`]. Columns are counted from 1970, so that lines move with the
    /// window and do not flicker. O(acts in the window).
    #[must_use]
    pub fn curve(&self, scale: TimeScale, height: f64) -> [Vec<Point>; 2] {
        let mut column = 1.0;
        loop {
            let lines = self.sides.each_ref().map(|acts| Line::of(acts, scale, self.px_per_point(height), column).points);
            if lines.iter().map(Vec::len).sum::<usize>() <= MOST_POINTS || column > scale.width() {
                let middle = height / 2.0;
                let [up, down] = lines;
                let turn = |line: Vec<(f64, f64)>, way: f64| {
                    line.into_iter().map(|(x, tall)| Point::new(x, middle + way * tall.min(middle))).collect()
                };
                return [turn(up, -1.0), turn(down, 1.0)];
            }
            column *= 2.0;
        }
    }

    fn px_per_point(&self, height: f64) -> f64 {
        if self.peak > 0.0 { height / 2.0 / self.peak } else { 0.0 }
    }
}

/// A line in the making: its points are pixels from the left and pixels from the middle.
struct Line {
    scale: TimeScale,
    /// Pixels for a point of the Goldstein scale.
    unit: f64,
    /// Width of a column in pixels.
    column: f64,
    points: Vec<(f64, f64)>,
}

impl Line {
    fn of(acts: &[Act], scale: TimeScale, unit: f64, column: f64) -> Self {
        let mut line = Self { scale, unit, column, points: Vec::new() };
        let (start, end) = (scale.window().start().0, scale.window().end().0);
        let first = acts.partition_point(|act| act.start < start);
        let acts = &acts[..acts.partition_point(|act| act.start < end)];
        let column_secs = scale.secs_from_px(column).0;
        let column_of = |act: &Act| (act.start / column_secs).floor();
        // Where the line fades from, and the height there.
        let mut from = (start, value_after(&acts[..first], start));
        line.push(from);
        let mut at = first;
        for group in acts[first..].chunk_by(|a, b| column_of(a) == column_of(b)) {
            let highest = group.iter().fold(group[0], |high, act| if act.sum > high.sum { *act } else { high });
            let before = value_after(&acts[..at], group[0].start);
            line.fall(from, highest.start);
            line.push((highest.start, before));
            line.push((highest.start, highest.sum));
            at += group.len();
            from = (acts[at - 1].start, acts[at - 1].sum);
        }
        line.fall(from, end);
        line.push((end, value_after(acts, end)));
        line
    }

    /// The points between `from` and `until` that the curve needs to be less than [`OFF_BY`] of a column off: the farther
    /// apart, the lower it is.
    ///
    /// A chord over d half-lives from the height v is off by at most v (d ln 2)² / 8.
    fn fall(&mut self, from: (f64, f64), until: f64) {
        let (mut at, off) = (from.0, OFF_BY * self.column);
        let least = self.scale.secs_from_px(self.column).0;
        loop {
            let value = from.1 * fade(at - from.0);
            let tall = value * self.unit;
            if tall <= off {
                return;
            }
            at += ((8.0 * off / tall).sqrt() / std::f64::consts::LN_2 * HALF_LIFE.0).max(least);
            if at >= until {
                return;
            }
            self.push((at, from.1 * fade(at - from.0)));
        }
    }

    fn push(&mut self, (at, value): (f64, f64)) {
        self.points.push((self.scale.px_from_time(Moment(at)), value * self.unit));
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::sample::{Made, NEW_YEAR, any_rated, rated};
    use super::*;
    use crate::time::window::TimeWindow;
    use dataset::model::SideIdx;
    use proptest::prelude::*;

    const DAY: f64 = 86_400.0;

    /// The scale from `start` days after New Year for `days` on `width` pixels.
    fn scale(story: &Made, start: f64, days: f64, width: f64) -> TimeScale {
        #[expect(clippy::cast_precision_loss, reason = "a moment of 2020")]
        let start = NEW_YEAR as f64 + start * DAY;
        TimeScale::new(TimeWindow::fitting(Moment(start), Moment(start + days * DAY), story.bounds()), width)
    }

    /// One line in words, rounded to whole pixels.
    fn told(line: &[Point]) -> String {
        line.iter().map(|p| format!("{:.0},{:.0}", p.x, p.y)).collect::<Vec<_>>().join(" ")
    }

    fn quarrel() -> Made {
        rated([("2020-01-03", 0, Some(-10.0)), ("2020-01-05", 1, Some(-5.0)), ("2020-03-01", 0, Some(-1.0))])
    }

    #[test]
    fn one_side_goes_up_and_the_other_down_with_a_vertical_at_each_act() {
        let story = quarrel();
        let [up, down] = Pulse::new(&story).curve(scale(&story, 1.0, 7.0, 70.0), 40.0);
        assert_eq!(told(&up), "0,20 6,20 6,0 41,6 70,9");
        assert_eq!(told(&down), "0,20 26,20 26,30 70,26");
    }

    #[test]
    fn the_scale_is_the_record_s_in_every_window() {
        let story = quarrel();
        let [up, down] = Pulse::new(&story).curve(scale(&story, 10.0, 1.0, 70.0), 40.0);
        assert_eq!((told(&up).as_str(), told(&down).as_str()), ("0,11 70,12", "0,26 70,25"));
    }

    #[test]
    fn without_hostile_acts_both_lines_are_flat() {
        let story = rated([("2020-01-03", 0, Some(3.0)), ("2020-02-03", 1, None)]);
        let lines = Pulse::new(&story).curve(scale(&story, 1.0, 7.0, 70.0), 40.0);
        assert_eq!(lines.map(|line| told(&line)), ["0,20 70,20", "0,20 70,20"]);
    }

    #[test]
    fn a_crowd_of_acts_is_drawn_with_few_points_and_keeps_its_peak() {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 9,999")]
        let acts = (0..10_000).map(|i| (format!("2020-{:02}-{:02}", i % 12 + 1, i % 28 + 1), i as u16 % 2, Some(-1.0)));
        let story = rated(acts);
        let pulse = Pulse::new(&story);
        let lines = pulse.curve(scale(&story, -20.0, 400.0, 2000.0), 40.0);
        assert!(lines.iter().map(Vec::len).sum::<usize>() <= MOST_POINTS);
        let extreme = lines.iter().flatten().map(|p| (p.y - 20.0).abs()).fold(0.0, f64::max);
        assert!((extreme - 20.0).abs() < 1e-9, "{extreme}");
    }

    proptest! {
        #[test]
        fn the_lines_follow_the_values(story in any_rated(), start in -10.0..120.0_f64, days in 0.01..150.0_f64, width in 200.0..2000.0_f64) {
            let pulse = Pulse::new(&story);
            let (scale, height) = (scale(&story, start, days, width), 60.0);
            let lines = pulse.curve(scale, height);
            prop_assert!(lines.iter().map(Vec::len).sum::<usize>() <= MOST_POINTS);
            let unit = pulse.px_per_point(height);
            for (side, line) in (0..).map(SideIdx).zip(&lines) {
                prop_assert!(line.windows(2).all(|pair| pair[0].x <= pair[1].x), "{:?}", line);
                prop_assert!(line[0].x == 0.0 && (line[line.len() - 1].x - width).abs() < 1e-6);
                prop_assert!(line.iter().all(|p| (0.0..=height).contains(&p.y)));
                for pair in line.windows(2).filter(|pair| pair[1].x - pair[0].x > 2.0) {
                    // Half-way between two points, away from the verticals, the line is where the value is.
                    let at = scale.time_from_px(f64::midpoint(pair[0].x, pair[1].x));
                    let (drawn, value) = ((f64::midpoint(pair[0].y, pair[1].y) - height / 2.0).abs(), pulse.value(side, at) * unit);
                    prop_assert!((drawn - value).abs() < 0.5, "{} {} {:?}", drawn, value, pair);
                }
                for idx in story.events().filter(|&idx| story.side(idx) == side) {
                    let px = scale.px_from_time(story.span(idx).start);
                    let is_jump = story.event(idx).cameo.is_some_and(|cameo| cameo.goldstein < 0.0);
                    if is_jump && (0.0..width).contains(&px) {
                        let rise = line.windows(2).find(|pair| pair[0].x == pair[1].x && (pair[0].x - px).abs() <= 1.0);
                        prop_assert!(rise.is_some(), "{} {:?}", px, line);
                    }
                }
            }
        }
    }
}
