//! Boxes on the screen.

/// A box in CSS pixels of the page's area.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Rect {
    /// Its middle.
    #[must_use]
    pub fn center(self) -> (f64, f64) {
        (self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// Whether the two share more than `slack` pixels in both directions.
    #[must_use]
    pub fn overlaps(self, other: Self, slack: f64) -> bool {
        let shared = |a: f64, a_len: f64, b: f64, b_len: f64| (a + a_len).min(b + b_len) - a.max(b);
        shared(self.x, self.width, other.x, other.width) > slack
            && shared(self.y, self.height, other.y, other.height) > slack
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_that_touch_do_not_overlap() {
        let at = |x| Rect { x, y: 0.0, width: 10.0, height: 10.0 };
        assert!(at(0.0).overlaps(at(9.0), 0.5));
        assert!(!at(0.0).overlaps(at(10.0), 0.0));
        assert!(!at(0.0).overlaps(at(9.0), 1.5));
    }
}
