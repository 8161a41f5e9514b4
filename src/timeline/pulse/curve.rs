//! The pulse as two lines, the first side's up and the second side's down from the middle of a strip.
//!
//! Separate from the values, since it alone knows pixels.
//!
//! ```text
//!    ┌─╮       ┌╮           a stronger act is a vertical where its first day begins, then the line is
//! ───┘  ‾‾─────┘ ‾‾──      level while it goes on, and falls to half in a week; first side
//! ──────────┐ __────       second side
//!           │/
//! ```

use super::force::{self, Step};
use super::{HALF_LIFE, Pulse, SCALE};
use crate::geom::Point;
use crate::time::scale::TimeScale;
use crate::time::window::Moment;

/// Most points of both lines together: about 6 KB of path text, which is set at each step of a zoom.
pub const MOST_POINTS: usize = 600;

/// How far a line may be off its curve between its points, as a share of the width of a column.
const OFF_BY: f64 = 0.3;

impl Pulse {
    /// The lines of the first and the second side in the window of `scale`,
    /// on its width and on `height` pixels.
    ///
    /// x rises from 0 to the width, y lies between 0 and `height`, and zero at `height / 2`; a value of
    /// [`SCALE`] reaches an edge, whatever the window. To fill, close along `height / 2`. Where a stronger
    /// act begins there is a vertical, two points with one x. Acts in one column share the vertical of the
    /// highest; a column is a pixel wide, or twice, four times … as wide until there are at most
    /// [`MOST_POINTS`]. Columns are counted from 1970, so that lines move with the window
    /// and do not flicker. O(acts in the window).
    #[must_use]
    pub fn curve(&self, scale: TimeScale, height: f64) -> [Vec<Point>; 2] {
        let mut column = 1.0;
        // Each column has a point of its own at least: what would be too much is not drawn first.
        let num_columns =
            |column| self.steps.iter().map(|steps| columns(steps, scale, column).count()).sum::<usize>();
        while num_columns(column) > MOST_POINTS && column <= scale.width() {
            column *= 2.0;
        }
        loop {
            let lines = self
                .steps
                .each_ref()
                .map(|steps| Line::of(steps, scale, height / 2.0 / SCALE, column).points);
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
    fn of(steps: &[Step], scale: TimeScale, unit: f64, column: f64) -> Self {
        let mut line = Self { scale, unit, column, points: Vec::new() };
        let (start, end) = (scale.window().start().0, scale.window().end().0);
        let first = steps.partition_point(|step| step.start < start);
        // Where the line goes on from.
        let mut from = start;
        let mut at = first;
        line.push((start, force::at(&steps[..first], start).1));
        for group in columns(steps, scale, column) {
            let highest =
                group.iter().fold(group[0], |high, step| if step.value > high.value { *step } else { high });
            let before = force::at(&steps[..at], group[0].start).1;
            line.fall(steps[..at].last(), from, highest.start);
            line.push((highest.start, before));
            // An act that ends makes a corner and no vertical.
            if highest.value != before {
                line.push((highest.start, highest.value));
            }
            at += group.len();
            from = steps[at - 1].start;
        }
        line.fall(steps[..at].last(), from, end);
        line.push((end, force::at(&steps[..at], end).1));
        line
    }

    /// The points between `from` and `until` that the curve of `step` needs to be less than [`OFF_BY`] of a
    /// column off: the farther apart, the lower it is. It ends where what fades comes down to what goes on.
    ///
    /// A chord over d half-lives from the height v is off by at most v (d ln 2)² / 8.
    fn fall(&mut self, step: Option<&Step>, from: f64, until: f64) {
        let Some(step) = step else { return };
        let (mut at, off) = (from, OFF_BY * self.column);
        let (floor, least) = (step.going_on(), self.scale.secs_from_px(self.column).0);
        loop {
            let tall = step.fading(at) * self.unit;
            if tall <= off || step.fading(at) <= floor {
                return;
            }
            let mut next = at + ((8.0 * off / tall).sqrt() / std::f64::consts::LN_2 * HALF_LIFE.0).max(least);
            if step.fading(next.min(until)) < floor {
                next = meeting(step, floor, at, next.min(until));
            }
            at = next;
            if at >= until {
                return;
            }
            self.push((at, step.at(at).1));
        }
    }

    fn push(&mut self, (at, value): (f64, f64)) {
        self.points.push((self.scale.px_from_time(Moment(at)), value * self.unit));
    }
}

/// The steps within the window of `scale`, those of each column of so many pixels together.
fn columns(steps: &[Step], scale: TimeScale, column: f64) -> impl Iterator<Item = &[Step]> {
    let [first, last] = [scale.window().start(), scale.window().end()]
        .map(|at| steps.partition_point(|step| step.start < at.0));
    let column_secs = scale.secs_from_px(column).0;
    let column_of = move |step: &Step| (step.start / column_secs).floor();
    steps[first..last].chunk_by(move |a, b| column_of(a) == column_of(b))
}

/// Between `before` and `behind`, when what fades in `step` comes down to `floor`: halved so often that
/// nobody sees the rest.
fn meeting(step: &Step, floor: f64, mut before: f64, mut behind: f64) -> f64 {
    for _ in 0..16 {
        let middle = f64::midpoint(before, behind);
        if step.fading(middle) < floor {
            behind = middle;
        } else {
            before = middle;
        }
    }
    behind
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
    fn scale(record: &Made, start: f64, days: f64, width: f64) -> TimeScale {
        #[expect(clippy::cast_precision_loss, reason = "a moment of 2020")]
        let start = NEW_YEAR as f64 + start * DAY;
        TimeScale::new(TimeWindow::fitting(Moment(start), Moment(start + days * DAY), record.bounds()), width)
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
        let record = quarrel();
        let [up, down] = Pulse::new(&record).curve(scale(&record, 1.0, 7.0, 70.0), 40.0);
        assert_eq!(told(&up), "0,20 6,20 6,0 16,0 51,6 70,8");
        assert_eq!(told(&down), "0,20 26,20 26,30 36,30 70,27");
    }

    #[test]
    fn the_scale_is_the_same_in_every_window() {
        let record = quarrel();
        let [up, down] = Pulse::new(&record).curve(scale(&record, 10.0, 1.0, 70.0), 40.0);
        assert_eq!((told(&up).as_str(), told(&down).as_str()), ("0,10 70,11", "0,26 70,26"));
    }

    #[test]
    fn without_hostile_acts_both_lines_are_flat() {
        let record = rated([("2020-01-03", 0, Some(3.0)), ("2020-02-03", 1, None)]);
        let lines = Pulse::new(&record).curve(scale(&record, 1.0, 7.0, 70.0), 40.0);
        assert_eq!(lines.map(|line| told(&line)), ["0,20 70,20", "0,20 70,20"]);
    }

    #[test]
    fn a_crowd_of_acts_is_drawn_with_few_points_and_keeps_its_peak() {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 9,999")]
        let acts = (0..10_000)
            .map(|i| (format!("2020-{:02}-{:02}", i % 12 + 1, i % 28 + 1), i as u16 % 2, Some(-10.0)));
        let record = rated(acts);
        let pulse = Pulse::new(&record);
        let lines = pulse.curve(scale(&record, -20.0, 400.0, 2000.0), 40.0);
        assert!(lines.iter().map(Vec::len).sum::<usize>() <= MOST_POINTS);
        let extreme = lines.iter().flatten().map(|p| (p.y - 20.0).abs()).fold(0.0, f64::max);
        assert!((extreme - 20.0).abs() < 1e-9, "{extreme}");
    }

    proptest! {
        #[test]
        fn the_lines_follow_the_values(
            record in any_rated(),
            start in -10.0..120.0_f64,
            days in 0.01..150.0_f64,
            width in 200.0..2000.0_f64,
        ) {
            let pulse = Pulse::new(&record);
            let (scale, height) = (scale(&record, start, days, width), 60.0);
            let lines = pulse.curve(scale, height);
            prop_assert!(lines.iter().map(Vec::len).sum::<usize>() <= MOST_POINTS);
            let unit = height / 2.0 / SCALE;
            for (side, line) in (0..).map(SideIdx).zip(&lines) {
                prop_assert!(line.windows(2).all(|pair| pair[0].x <= pair[1].x), "{:?}", line);
                prop_assert!(line[0].x == 0.0 && (line[line.len() - 1].x - width).abs() < 1e-6);
                prop_assert!(line.iter().all(|p| (0.0..=height).contains(&p.y)));
                for pair in line.windows(2).filter(|pair| pair[1].x - pair[0].x > 2.0) {
                    // Half-way between two points, away from the verticals, the line is where the value is.
                    let at = scale.time_from_px(f64::midpoint(pair[0].x, pair[1].x));
                    let (drawn, value) = (
                        (f64::midpoint(pair[0].y, pair[1].y) - height / 2.0).abs(),
                        pulse.value(side, at) * unit,
                    );
                    prop_assert!((drawn - value).abs() < 0.5, "{} {} {:?}", drawn, value, pair);
                }
                // Days of UTC, which is the record's clock.
                for day in 0..150 {
                    #[expect(clippy::cast_precision_loss, reason = "a moment of 2020")]
                    let at = NEW_YEAR as f64 + f64::from(day) * DAY;
                    let (px, before) = (scale.px_from_time(Moment(at)), pulse.value(side, Moment(at - 1.0)));
                    let is_jump = (pulse.value(side, Moment(at)) - before) * unit > 1.0;
                    if is_jump && (1.0..width).contains(&px) {
                        let rise = line
                            .windows(2)
                            .find(|pair| pair[0].x == pair[1].x && (pair[0].x - px).abs() <= 1.0);
                        prop_assert!(rise.is_some(), "{} {:?}", px, line);
                    }
                }
            }
        }
    }
}
