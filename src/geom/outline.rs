//! Outlines as plain data: they can be written down as SVG path data,
//! or drawn on a canvas without being read again.

use super::{Point, coord};

/// One step of an outline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// Starts a part here.
    Move(Point),
    /// A straight line to here.
    Line(Point),
    /// A quadratic curve, drawn towards the first point, to the second.
    Curve(Point, Point),
    /// Half a circle of this radius to here, clockwise on the screen.
    HalfCircle(f64, Point),
    /// Back to where the part started.
    Close,
}

/// A path of straight lines and curves.
///
/// ```
/// use brink::geom::Point;
/// use brink::geom::outline::Outline;
/// let at = Point::new;
/// let outline = Outline::from(at(0.5, -0.001)).line(at(10.0, 1.0 / 3.0)).close();
/// assert_eq!(outline.text(), "M0.5 0L10 0.33Z");
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    /// Its steps in order.
    pub steps: Vec<Step>,
}

impl Outline {
    /// An outline that starts at `from`.
    #[must_use]
    pub fn from(from: Point) -> Self {
        Self { steps: vec![Step::Move(from)] }
    }

    /// A level line.
    #[must_use]
    pub fn level(y: f64, from: f64, to: f64) -> Self {
        Self::from(Point::new(from, y)).line(Point::new(to, y))
    }

    /// A circle about `middle`.
    #[must_use]
    pub fn circle(middle: Point, radius: f64) -> Self {
        let [left, right] = [-radius, radius].map(|aside| Point::new(middle.x + aside, middle.y));
        Self::from(left).half_circle(radius, right).half_circle(radius, left).close()
    }

    /// The polygon of `corners`; nothing for none.
    #[must_use]
    pub fn polygon(corners: impl IntoIterator<Item = Point>) -> Self {
        let mut outline = Self::default();
        for corner in corners {
            outline.steps.push(if outline.steps.is_empty() {
                Step::Move(corner)
            } else {
                Step::Line(corner)
            });
        }
        outline.close()
    }

    /// Goes on with a part of its own at `to`.
    #[must_use]
    pub fn start(self, to: Point) -> Self {
        self.then(Step::Move(to))
    }

    /// Goes on straight to `to`.
    #[must_use]
    pub fn line(self, to: Point) -> Self {
        self.then(Step::Line(to))
    }

    /// Goes on in a quadratic curve, drawn towards `control`, to `to`.
    #[must_use]
    pub fn curve(self, control: Point, to: Point) -> Self {
        self.then(Step::Curve(control, to))
    }

    /// Goes on in half a circle to `to`, clockwise on the screen; `radius` is half the way there.
    #[must_use]
    pub fn half_circle(self, radius: f64, to: Point) -> Self {
        self.then(Step::HalfCircle(radius, to))
    }

    /// Ends the part where it started.
    #[must_use]
    pub fn close(self) -> Self {
        self.then(Step::Close)
    }

    /// It and `other` as one path.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.steps.extend(other.steps);
        self
    }

    /// It with all its points so much further right and down.
    #[must_use]
    pub fn moved(&self, x: f64, y: f64) -> Self {
        let at = |point: Point| Point::new(point.x + x, point.y + y);
        let step = |step: &Step| match *step {
            Step::Move(to) => Step::Move(at(to)),
            Step::Line(to) => Step::Line(at(to)),
            Step::Curve(control, to) => Step::Curve(at(control), at(to)),
            Step::HalfCircle(radius, to) => Step::HalfCircle(radius, at(to)),
            Step::Close => Step::Close,
        };
        Self { steps: self.steps.iter().map(step).collect() }
    }

    /// It so many times as large, about the origin.
    #[must_use]
    pub fn enlarged(mut self, times: f64) -> Self {
        let at = |point: Point| Point::new(point.x * times, point.y * times);
        for step in &mut self.steps {
            *step = match *step {
                Step::Move(to) => Step::Move(at(to)),
                Step::Line(to) => Step::Line(at(to)),
                Step::Curve(control, to) => Step::Curve(at(control), at(to)),
                Step::HalfCircle(radius, to) => Step::HalfCircle(radius * times, at(to)),
                Step::Close => Step::Close,
            };
        }
        self
    }

    fn then(mut self, step: Step) -> Self {
        self.steps.push(step);
        self
    }

    /// SVG path data.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut write = |letter: &str, numbers: &[f64]| {
            text.push_str(letter);
            for (nth, number) in numbers.iter().enumerate() {
                text.push_str(if nth > 0 { " " } else { "" });
                text.push_str(&coord(*number));
            }
        };
        for step in &self.steps {
            match *step {
                Step::Move(to) => write("M", &[to.x, to.y]),
                Step::Line(to) => write("L", &[to.x, to.y]),
                Step::Curve(control, to) => write("Q", &[control.x, control.y, to.x, to.y]),
                // Two radii, no turn, the shorter way, clockwise.
                Step::HalfCircle(radius, to) => write("A", &[radius, radius, 0.0, 0.0, 1.0, to.x, to.y]),
                Step::Close => write("Z", &[]),
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_step_is_written_as_svg_reads_it() {
        let at = Point::new;
        let outline = Outline::from(at(1.0, -2.5)).line(at(0.125, 3.0)).curve(at(4.0, 4.0), at(5.0, 5.0));
        assert_eq!(
            outline.half_circle(2.0, at(9.0, 5.0)).close().text(),
            "M1 -2.5L0.13 3Q4 4 5 5A2 2 0 0 1 9 5Z"
        );
    }

    #[test]
    fn a_polygon_of_nothing_draws_nothing_wrong() {
        assert_eq!(Outline::polygon([Point::new(1.0, 1.0), Point::new(2.0, 1.0)]).text(), "M1 1L2 1Z");
        assert_eq!(Outline::level(1.0, 0.0, 4.0).moved(2.0, 1.0), Outline::level(2.0, 2.0, 6.0));
        assert_eq!(Outline::circle(Point::new(5.0, 5.0), 2.0).text(), "M3 5A2 2 0 0 1 7 5A2 2 0 0 1 3 5Z");
    }
}
