//! The words in the picture of the camps: how wide they are, which form of a name fits,
//! and the box that they fill.

use super::labels::TextAnchor;
use crate::geom::{Point, Rect, Size};

/// Size of the type in px that widths are measured for: that of actors' names.
pub const NAME_PX: f64 = 12.0;

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
/// See [`NAME`]; of the selected actor, in bold letters.
pub const CHOSEN: Type = Type { px: NAME_PX, stretch: 1.1 };
/// See [`NAME`].
pub const CAMP: Type = Type { px: 12.0, stretch: 1.1 };
/// See [`NAME`].
pub const COUNT: Type = Type { px: 12.0, stretch: 1.12 };
/// See [`NAME`].
pub const NOTE: Type = Type { px: 12.0, stretch: 1.0 };

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

    /// The first of `forms` that is at most `room` px wide, or the last one.
    #[must_use]
    pub fn fitting<'a>(self, forms: [&'a str; 2], room: f64, measure: Measure<'_>) -> &'a str {
        forms.into_iter().find(|form| self.width(form, measure) <= room).unwrap_or(forms[1])
    }

    /// Whether `text` stands whole in one line or two that are at most `room` px wide,
    /// parted between words alone.
    #[must_use]
    pub fn has_two_lines(self, text: &str, room: f64, measure: Measure<'_>) -> bool {
        let lines = self.lines(text, room, measure);
        lines.concat().len() <= text.len() && lines.iter().all(|line| self.width(line, measure) <= room)
    }

    /// `text` as one line where that is at most `room` px wide, else as two, parted where the longer one is
    /// shortest: between words or after a hyphen. A single word
    /// that is too wide is parted within, with a hyphen.
    #[must_use]
    pub fn lines(self, text: &str, room: f64, measure: Measure<'_>) -> [String; 2] {
        let width = |line: &str| self.width(line, measure);
        if width(text) <= room {
            return [text.to_owned(), String::new()];
        }
        // The best places between words and within one: how wide the wider line is,
        // where the first ends and the second begins.
        let mut best = [(f64::INFINITY, text.len(), text.len()); 2];
        for (at, letter) in text.char_indices().skip(1) {
            let (kind, end, begin) = match letter {
                ' ' => (0, at, at + 1),
                '-' => (0, at + 1, at + 1),
                _ => (1, at, at),
            };
            let hyphen = if kind == 1 { width("-") } else { 0.0 };
            let widest = (width(&text[..end]) + hyphen).max(width(&text[begin..]));
            if widest < best[kind].0 && (kind == 0 || end > 1) {
                best[kind] = (widest, end, begin);
            }
        }
        let [whole, within] = best;
        let is_within = whole.0 > room && within.0 < whole.0;
        let (_, end, begin) = if is_within { within } else { whole };
        let hyphen = if is_within { "-" } else { "" };
        [[&text[..end], hyphen].concat(), text[begin..].to_owned()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measure(text: &str) -> f64 {
        text.chars().map(|_| 6.0).sum()
    }

    #[test]
    fn the_longest_form_that_fits_is_taken_and_else_the_short_one() {
        let fitting = |room| NAME.fitting(["Qasem Soleimani", "Soleimani"], room, &measure);
        assert_eq!(
            [90.0, 89.0, 54.0, 53.0].map(fitting),
            ["Qasem Soleimani", "Soleimani", "Soleimani", "Soleimani"]
        );
    }

    #[test]
    fn what_is_too_wide_for_a_line_is_in_two_and_no_letter_of_it_is_lost() {
        let lines = |text, room| NAME.lines(text, room, &measure).join("|");
        assert_eq!(lines("Kataib Hezbollah", 96.0), "Kataib Hezbollah|");
        assert_eq!(lines("Kataib Hezbollah", 95.0), "Kataib|Hezbollah");
        assert_eq!(lines("Iran and allied armed groups", 100.0), "Iran and allied|armed groups");
        assert_eq!(lines("Takht-Ravanchi", 60.0), "Takht-|Ravanchi");
        assert_eq!(lines("Amirabdollahian", 60.0), "Amirabd-|ollahian");
        assert_eq!(lines("Ayo", 6.0), "Ay-|o");
        assert_eq!(lines("E3", 6.0), "E3|");
    }

    #[test]
    fn words_fill_a_box_about_their_baseline() {
        let words = NOTE.words("four".into(), [50.0, 20.0], TextAnchor::End, &measure);
        assert!((words.bounds.width() - 24.0).abs() < 1e-9);
        assert!(
            (words.bounds.max.x - 50.0).abs() < 1e-9
                && words.bounds.min.y < 13.0
                && words.bounds.max.y > 21.0
        );
    }
}
