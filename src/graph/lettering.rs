//! The words in the picture of the camps: how wide they are, which form of a name fits, and the box that they fill.

use super::labels::TextAnchor;
use crate::geom::{Point, Rect, Size};

/// Size of the type in px that widths are measured for: that of actors' names.
pub const NAME_PX: f64 = 11.5;

/// A piece of text with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    /// What it says.
    pub text: String,
    /// `x` by `anchor`, `y` is the baseline.
    pub at: Point,
    /// How it lies about `at`.
    pub anchor: TextAnchor,
    /// The box that it fills.
    pub bounds: Rect,
}

/// A type: its size in px, and how much wider than plain letters it runs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Type {
    /// Size in px.
    pub px: f64,
    /// 1 for plain letters.
    pub stretch: f64,
}

/// The types of the picture: actors' names, camps' names, numbers of bands, and what is said beside names.
pub const NAME: Type = Type { px: NAME_PX, stretch: 1.0 };
/// See [`NAME`].
pub const CAMP: Type = Type { px: 12.0, stretch: 1.1 };
/// See [`NAME`].
pub const COUNT: Type = Type { px: 11.0, stretch: 1.12 };
/// See [`NAME`].
pub const NOTE: Type = Type { px: 10.0, stretch: 1.0 };

/// Width in px of a text in the type of names.
pub type Measure<'a> = &'a dyn Fn(&str) -> f64;

impl Type {
    /// Width of `text` in px.
    #[must_use]
    pub fn width(self, text: &str, measure: Measure<'_>) -> f64 {
        measure(text) * self.px / NAME_PX * self.stretch
    }

    /// `text` at `x` on the baseline `y`.
    #[must_use]
    pub fn words(self, text: String, [x, y]: [f64; 2], anchor: TextAnchor, measure: Measure<'_>) -> Words {
        let width = self.width(&text, measure);
        let left = match anchor {
            TextAnchor::Start => x,
            TextAnchor::Middle => x - width / 2.0,
            TextAnchor::End => x - width,
        };
        let bounds = Rect::from_min_size(Point::new(left, y - 0.78 * self.px), Size::new(width, self.px));
        Words { text, at: Point::new(x, y), anchor, bounds }
    }

    /// The first of `forms` that is at most `room` px wide; of the last as many letters as fit where none is.
    #[must_use]
    pub fn fitting(self, forms: [&str; 2], room: f64, measure: Measure<'_>) -> String {
        if let Some(form) = forms.into_iter().find(|form| self.width(form, measure) <= room) {
            return form.to_owned();
        }
        let mut kept = forms[1].to_owned();
        while kept.pop().is_some() {
            let cut = format!("{}…", kept.trim_end());
            if self.width(&cut, measure) <= room {
                return cut;
            }
        }
        String::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measure(text: &str) -> f64 {
        text.chars().map(|_| 6.0).sum()
    }

    #[test]
    fn the_longest_form_that_fits_is_taken_and_else_the_short_one_cut() {
        let fitting = |room| NAME.fitting(["Qasem Soleimani", "Soleimani"], room, &measure);
        assert_eq!(
            [90.0, 89.0, 54.0, 53.0, 7.0, 3.0].map(fitting),
            ["Qasem Soleimani", "Soleimani", "Soleimani", "Soleima…", "…", ""]
        );
    }

    #[test]
    fn words_fill_a_box_about_their_baseline() {
        let words = NOTE.words("four".into(), [50.0, 20.0], TextAnchor::End, &measure);
        assert!((words.bounds.width() - 24.0 * 10.0 / 11.5).abs() < 1e-9);
        assert!((words.bounds.max.x - 50.0).abs() < 1e-9 && words.bounds.min.y < 13.0 && words.bounds.max.y > 21.0);
    }
}
