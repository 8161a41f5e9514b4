//! The strip of the whole record: how much happened when, and which part of it the window shows.

use dataset::model::EventIdx;

use crate::geom::outline::Outline;
use crate::geom::{Point, clamp};
use crate::order::{down, float, sort_by_key};
use crate::record::Record;
use crate::time::format;
use crate::time::scale::TimeScale;
use crate::time::ticks::{Tick, Ticks, ticks};
use crate::time::window::TimeWindow;

/// Width of a bar of the strip with its gap, in pixels.
const BAR_PX: f64 = 4.0;
/// The brush is drawn at least this wide, so that it can be seen and grasped.
const MIN_BRUSH_PX: f64 = 8.0;

/// The strip as plain data.
#[derive(Clone, Debug, PartialEq)]
pub struct OverviewScene {
    /// Outline of the bars: for each few pixels the square root of the number of events that started there.
    pub density: Outline,
    /// Labels of the strip's own axis.
    pub ticks: Vec<Tick>,
    /// The record's turning points, as far as their names fit; left to right.
    pub turning: Vec<TurningPoint>,
}

/// A turning point of the whole record.
#[derive(Clone, Debug, PartialEq)]
pub struct TurningPoint {
    /// Which.
    pub event: EventIdx,
    /// Where it stands.
    pub x: f64,
    /// When it was, in a word or two.
    pub name: String,
}

/// Room for the name of a turning point: a month and a year, or the year alone.
const NAMES_PX: [f64; 2] = [58.0, 34.0];

/// The events of importance 5 whose names fit on the strip, those that were answered most first; where the
/// month does not fit, the year is told.
fn turning(record: &Record, scale: TimeScale, stretch: f64) -> Vec<TurningPoint> {
    let mut events: Vec<EventIdx> =
        record.events().filter(|&event| record.event(event).importance == 5).collect();
    sort_by_key(&mut events, |&event| down(u32::try_from(record.answers(event).len()).unwrap_or(u32::MAX)));
    let mut points: Vec<(TurningPoint, f64)> = Vec::new();
    for event in events {
        let x = scale.px_from_time(record.span(event).start);
        let date = record.event(event).date;
        for (room, name) in
            NAMES_PX.map(|room| room * stretch).into_iter().zip([format::month(date), format::year(date)])
        {
            let left = clamp(x, room / 2.0, scale.width() - room / 2.0);
            let is_free = points.iter().all(|(other, taken)| (other.x - left).abs() >= (room + taken) / 2.0);
            if is_free && (left - x).abs() < room {
                points.push((TurningPoint { event, x: left, name }, room));
                break;
            }
        }
    }
    sort_by_key(&mut points, |(point, _)| float(point.x));
    points.into_iter().map(|(point, _)| point).collect()
}

/// The window on the strip, in pixels; drawn never narrower than can be grasped.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Brush {
    /// Left edge.
    pub x: f64,
    /// Width.
    pub width: f64,
}

impl OverviewScene {
    /// Draws all of `record` on `width` × `height` pixels,
    /// with names that are `stretch` times as wide as usual.
    #[must_use]
    pub fn draw(record: &Record, width: f64, height: f64, stretch: f64) -> Self {
        let scale = whole(record, width);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "`as` saturates; screens are small"
        )]
        let bin = |px: f64| (px / BAR_PX) as usize;
        let mut counts = vec![0u32; bin(scale.width()) + 1];
        let last = counts.len() - 1;
        for event in record.events() {
            counts[bin(scale.px_from_time(record.span(event).start)).min(last)] += 1;
        }
        let most = f64::from(counts.iter().copied().max().unwrap_or(0)).sqrt();
        let mut density = Outline::default();
        for (i, &count) in counts.iter().enumerate().filter(|&(_, &count)| count > 0) {
            #[expect(clippy::cast_precision_loss, reason = "a few hundred bars")]
            let x = i as f64 * BAR_PX;
            let tall = (f64::from(count).sqrt() / most * height).max(2.0);
            let at = |right: f64, up: f64| Point::new(x + right, height - up);
            let (start, width) = (at(0.0, 0.0), BAR_PX - 1.0);
            density =
                density.start(start).line(at(width, 0.0)).line(at(width, tall)).line(at(0.0, tall)).close();
        }
        let narrower = whole(record, width / stretch);
        let ticks = one_row(ticks(narrower, record.clock()).spread(stretch));
        Self { density, ticks, turning: turning(record, scale, stretch) }
    }
}

/// The two rows of an axis as one: where a larger period begins, its name stands for that of the smaller.
fn one_row(ticks: Ticks) -> Vec<Tick> {
    let Ticks { major, minor } = ticks;
    let merged = |tick: &Tick| {
        let larger =
            major.iter().find(|larger| larger.at == tick.at && larger.label.len() <= tick.label.len().max(4));
        larger.map_or_else(|| tick.clone(), |larger| Tick { px: tick.px, ..larger.clone() })
    };
    minor.iter().map(merged).collect()
}

/// The scale of the strip: the whole record on `width` pixels.
#[must_use]
pub fn whole(record: &Record, width: f64) -> TimeScale {
    TimeScale::new(record.bounds().whole(), width)
}

/// Where `window` lies on the strip.
#[must_use]
pub fn brush(scale: TimeScale, window: TimeWindow) -> Brush {
    let (start, end) = (scale.px_from_time(window.start()), scale.px_from_time(window.end()));
    let width = (end - start).max(MIN_BRUSH_PX);
    Brush { x: clamp(f64::midpoint(start, end) - width / 2.0, 0.0, scale.width() - width), width }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::outline::Step;
    use crate::timeline::sample::{any_plot, any_record, queue};
    use proptest::prelude::*;

    /// Left edge and height of each bar of the outline.
    fn bars(density: &Outline) -> Vec<(f64, f64)> {
        let parts = density.steps.split(|step| *step == Step::Close).filter(|part| !part.is_empty());
        let bar = |part: &[Step]| match part {
            [Step::Move(start), _, _, Step::Line(top)] => (start.x, start.y - top.y),
            other => panic!("{other:?} is no bar"),
        };
        parts.map(bar).collect()
    }

    #[test]
    fn the_root_of_the_count_is_the_height_of_a_bar_and_one_event_is_seen() {
        let gaps = [vec![0; 100], vec![5_000; 1]].concat();
        let heights: Vec<f64> = bars(&OverviewScene::draw(&queue(&gaps), 400.0, 30.0, 1.0).density)
            .iter()
            .map(|bar| bar.1)
            .collect();
        assert_eq!(heights, [30.0, 3.0]);
        assert_eq!(OverviewScene::draw(&queue(&[]), 400.0, 30.0, 1.0).density, Outline::default());
    }

    #[test]
    fn ten_minutes_at_either_end_of_the_record_are_a_brush_at_the_end_of_the_strip() {
        let record = Record::compiled();
        let (scale, bounds) = (whole(&record, 500.0), record.bounds());
        let (first, last) = (bounds.whole().start(), bounds.whole().end());
        assert_eq!(
            brush(scale, TimeWindow::fitting(first, first, bounds)),
            Brush { x: 0.0, width: MIN_BRUSH_PX }
        );
        assert_eq!(
            brush(scale, TimeWindow::fitting(last, last, bounds)),
            Brush { x: 500.0 - MIN_BRUSH_PX, width: MIN_BRUSH_PX }
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn bars_and_labels_stay_on_the_strip(
            record in any_record(),
            width in 1.0..2560.0,
            height in 5.0..80.0,
            stretch in 1.0..2.0,
        ) {
            let scene = OverviewScene::draw(&record, width, height, stretch);
            let bars = bars(&scene.density);
            prop_assert!(bars.windows(2).all(|pair| pair[0].0 + BAR_PX <= pair[1].0), "{bars:?}");
            for (x, tall) in bars {
                prop_assert!(
                    (0.0..width).contains(&x) && (2.0..=height + 0.01).contains(&tall),
                    "{x} {tall}"
                );
            }
            prop_assert!(scene.ticks.iter().all(|tick| (-1e-6..=width).contains(&tick.px)));
        }

        #[test]
        fn the_brush_lies_on_the_strip_over_the_window_and_can_be_grasped(
            record in any_record(),
            plot in any_plot(),
            width in 100.0..2560.0,
        ) {
            let window = plot.scale(&record).window();
            let scale = whole(&record, width);
            let Brush { x, width: long } = brush(scale, window);
            prop_assert!(x >= 0.0 && x + long <= width + 1e-6);
            prop_assert!(long >= MIN_BRUSH_PX);
            prop_assert!(
                x <= scale.px_from_time(window.start()) + 1e-6
                    && x + long >= scale.px_from_time(window.end()) - 1e-6
            );
            prop_assert!(long == MIN_BRUSH_PX || (long - scale.px_from_secs(window.len())).abs() < 1e-6);
        }
    }
}
