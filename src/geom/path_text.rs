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
}

impl PathText {
    /// Starts a part at `to`.
    #[must_use]
    pub fn move_to(self, to: Point) -> Self {
        self.command("M").point(to)
    }

    /// A straight line to `to`.
    #[must_use]
    pub fn line_to(self, to: Point) -> Self {
        self.command("L").point(to)
    }

    /// A quadratic curve to `to`, drawn towards `control`.
    #[must_use]
    pub fn curve_to(self, control: Point, to: Point) -> Self {
        self.command("Q").point(control).command(" ").point(to)
    }

    /// Half a circle of `radius` to `to`, clockwise on the screen.
    #[must_use]
    pub fn half_circle_to(self, radius: f64, to: Point) -> Self {
        let radius = coord(radius);
        self.command("A").command(&radius).command(",").command(&radius).command(" 0 0 1 ").point(to)
    }

    /// Back to where the part started.
    #[must_use]
    pub fn close(self) -> Self {
        self.command("Z")
    }

    /// What a `d` attribute takes.
    #[must_use]
    pub fn into_text(self) -> String {
        self.text
    }

    fn command(mut self, command: &str) -> Self {
        self.text.push_str(command);
        self
    }

    fn point(self, p: Point) -> Self {
        self.command(&coord(p.x)).command(",").command(&coord(p.y))
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
