//! The text of SVG paths, so that commands are written in one place and coordinates by the one formatter.

use super::{Point, coord};

/// A path in the making; coordinates are written by [`coord`].
///
/// ```
/// use brink::geom::Point;
/// use brink::geom::path_text::PathText;
/// let text = PathText::default().move_to(Point::new(0.5, -0.001)).line_to(Point::new(10.0, 1.0 / 3.0)).close().into_text();
/// assert_eq!(text, "M0.5,0L10,0.33Z");
/// ```
#[derive(Clone, Debug, Default)]
pub struct PathText {
    text: String,
    /// Where the path has come to, if its points are told from there.
    reached: Option<Point>,
}

impl PathText {
    /// A path whose points are counted from `origin`: but for its beginning it is the same text wherever that is.
    ///
    /// ```
    /// use brink::geom::Point;
    /// use brink::geom::path_text::PathText;
    /// let path = PathText::around(Point::new(40.0, 50.0)).move_to(Point::new(0.0, -2.0)).line_to(Point::new(3.0, 1.0));
    /// assert_eq!(path.into_text(), "M40,50m0,-2l3,3");
    /// ```
    #[must_use]
    pub fn around(origin: Point) -> Self {
        Self { reached: Some(Point::default()), ..Self::default().move_to(origin) }
    }

    /// Starts a part at `to`.
    #[must_use]
    pub fn move_to(self, to: Point) -> Self {
        self.step('M').point(to).reach(to)
    }

    /// A straight line to `to`.
    #[must_use]
    pub fn line_to(self, to: Point) -> Self {
        self.step('L').point(to).reach(to)
    }

    /// A quadratic curve to `to`, drawn towards `control`.
    #[must_use]
    pub fn curve_to(self, control: Point, to: Point) -> Self {
        self.step('Q').point(control).write(" ").point(to).reach(to)
    }

    /// Half a circle of `radius` to `to`, clockwise on the screen.
    #[must_use]
    pub fn half_circle_to(self, radius: f64, to: Point) -> Self {
        let radius = coord(radius);
        self.step('A').write(&radius).write(",").write(&radius).write(" 0 0 1 ").point(to).reach(to)
    }

    /// Back to where the part started; the last step of it.
    #[must_use]
    pub fn close(self) -> Self {
        self.write("Z")
    }

    /// What a `d` attribute takes.
    #[must_use]
    pub fn into_text(self) -> String {
        self.text
    }

    /// The letter of a step, which says from where its points are told.
    fn step(mut self, letter: char) -> Self {
        self.text.push(if self.reached.is_some() { letter.to_ascii_lowercase() } else { letter });
        self
    }

    fn point(self, p: Point) -> Self {
        let from = self.reached.unwrap_or_default();
        self.write(&coord(p.x - from.x)).write(",").write(&coord(p.y - from.y))
    }

    fn reach(self, to: Point) -> Self {
        Self { reached: self.reached.map(|_| to), ..self }
    }

    fn write(mut self, text: &str) -> Self {
        self.text.push_str(text);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_step_is_written_as_svg_reads_it() {
        let at = Point::new;
        let path = PathText::default().move_to(at(1.0, -2.5)).line_to(at(0.125, 3.0)).curve_to(at(4.0, 4.0), at(5.0, 5.0));
        assert_eq!(path.half_circle_to(2.0, at(9.0, 5.0)).close().into_text(), "M1,-2.5L0.13,3Q4,4 5,5A2,2 0 0 1 9,5Z");
    }
}
