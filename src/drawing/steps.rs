//! A count that changed, drawn as steps: level from one report to the next.

use super::shape::Shape;
use crate::geom::outline::Outline;
use crate::geom::{Point, Size, coord};
use crate::record::series::Series;
use crate::time::format;

/// Room above the steps for a number, below them for the days, and right of the last.
const ROOM: [f64; 3] = [18.0, 18.0, 34.0];

/// The chart on `size`: the steps with the last value beside them, the first and last day below.
#[must_use]
pub fn steps(series: &Series, size: Size) -> Vec<Shape> {
    let (Some((from, first)), Some((to, last))) =
        (series.values.first().copied(), series.values.last().copied())
    else {
        return Vec::new();
    };
    let most = series.values.iter().map(|(_, value)| *value).fold(1.0, f64::max);
    let bottom = size.height - ROOM[1];
    #[expect(clippy::cast_precision_loss, reason = "days of a record")]
    let share = |days: i64, whole: i64| days as f64 / whole.max(1) as f64;
    let x = |at: i64| share(at - from.days(), to.days() - from.days()) * (size.width - ROOM[2]);
    let y = |value: f64| bottom - value / most * (bottom - ROOM[0]);
    let mut line = Outline::from(Point::new(0.0, y(first)));
    let mut height = y(first);
    for &(day, value) in &series.values {
        line = line.line(Point::new(x(day.days()), height)).line(Point::new(x(day.days()), y(value)));
        height = y(value);
    }
    let end = size.width - ROOM[2];
    vec![
        Shape::path("base", Outline::level(bottom, 0.0, end)),
        Shape::path("steps-line", line.line(Point::new(end, height))),
        Shape::text("steps-value", end + 4.0, y(last) + 4.0, coord(last)),
        Shape::text("steps-value", 0.0, y(first) - 4.0, coord(first)),
        Shape::text("steps-day", 0.0, size.height - 4.0, format::day(from)),
        Shape::text("steps-day steps-end", end, size.height - 4.0, format::day(to)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use dataset::civil::Date;
    use dataset::model::EventIdx;

    #[test]
    fn steps_rise_with_their_values_within_the_picture() {
        let day = |day| Date::new(2020, 1, day).unwrap_or(Date::MIN);
        let series = Series {
            event: EventIdx(0),
            label: "",
            values: vec![(day(1), 0.0), (day(5), 10.0), (day(9), 20.0)],
        };
        let shapes = steps(&series, Size::new(234.0, 100.0));
        let Some(Shape::Path(_, line)) = shapes.get(1) else { panic!("no line") };
        assert_eq!(line.text(), "M0 82L0 82L0 82L100 82L100 50L200 50L200 18L200 18");
    }
}
