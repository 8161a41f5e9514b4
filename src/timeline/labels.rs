//! The words beside the marks: a full and a short form of each headline, with their measured widths.

use std::cell::OnceCell;
use std::fmt;

use dataset::model::{Dataset, EventIdx};

use crate::story::Story;

/// The most characters of a short form: about half of the longest headline, so twice as many get one.
const SHORT_CHARS: usize = 34;

/// A headline's two forms.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The whole headline.
    pub full: Text,
    /// Its beginning with an ellipsis, or the whole if that is short.
    pub short: Text,
}

/// A text with its width.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// What is written.
    pub text: String,
    /// CSS pixels from left to right in the font of the timeline's labels.
    pub width: f64,
}

/// The labels of all events, each cut and measured when it is first asked for.
pub struct Labels {
    data: &'static Dataset,
    measure: Box<dyn Fn(&str) -> f64>,
    measured: Vec<OnceCell<Box<Label>>>,
}

impl fmt::Debug for Labels {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(&self.measured).finish()
    }
}

impl PartialEq for Labels {
    /// Only the same labels are equal: others may be of another font.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Labels {
    /// Labels that `measure` measures, which gives a text's width in CSS pixels; each at the first use.
    #[must_use]
    pub fn new(story: &Story, measure: impl Fn(&str) -> f64 + 'static) -> Self {
        let data = story.data();
        Self { data, measure: Box::new(measure), measured: vec![OnceCell::new(); data.events.len()] }
    }

    /// Labels that `measure` has measured, all of them now.
    #[must_use]
    pub fn measured(story: &Story, measure: impl Fn(&str) -> f64) -> Self {
        let labels = Self::new(story, |_| 0.0);
        for (cell, event) in labels.measured.iter().zip(labels.data.events) {
            cell.get_or_init(|| label(event.title, &measure));
        }
        labels
    }

    /// The label of `event`.
    #[must_use]
    pub fn of(&self, event: EventIdx) -> &Label {
        self.measured[event.get()].get_or_init(|| label(self.data.events[event.get()].title, &self.measure))
    }
}

fn label(title: &str, measure: &dyn Fn(&str) -> f64) -> Box<Label> {
    let text = |text: String| Text { width: measure(&text), text };
    let (full, short) = (text(title.to_owned()), shorten(title, SHORT_CHARS));
    // Measuring is slow.
    let short = if short == title { full.clone() } else { text(short) };
    Box::new(Label { full, short })
}

impl Text {
    /// As much of it as fits into `room` pixels, ellipsis included; `None` when that would be under three letters.
    #[must_use]
    pub fn cut_to(&self, room: f64) -> Option<Self> {
        if self.width <= room {
            return Some(self.clone());
        }
        let total: u32 = self.text.chars().map(weight).sum();
        // A little less than it would be by weight, for what a font differs from the weights.
        let mut left = 0.95 * room / self.width * f64::from(total) - f64::from(weight('…'));
        let fits = |c: &char| {
            left -= f64::from(weight(*c));
            left >= 0.0
        };
        let fitting = 1 + self.text.chars().take_while(fits).count();
        (fitting > 3).then(|| Self { text: shorten(&self.text, fitting), width: room })
    }
}

/// How wide a letter is beside others, about: fonts without serifs differ little in that.
const fn weight(c: char) -> u32 {
    match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' => 3,
        ' ' | 'f' | 'r' | 't' | '-' | '(' | ')' | '“' | '”' => 4,
        'm' | 'w' | 'M' | 'W' | '…' | '%' | '—' => 11,
        'A'..='Z' => 8,
        _ => 7,
    }
}

/// The first words of `text`, at most `max` characters with the ellipsis; a first word that is longer is broken.
fn shorten(text: &str, max: usize) -> String {
    if text.chars().count() <= max {
        return text.to_owned();
    }
    let head: String = text.chars().take(max.saturating_sub(1)).collect();
    let at_word = head.rfind(' ').filter(|&at| at * 3 > head.len() * 2).unwrap_or(head.len());
    format!("{}…", head[..at_word].trim_end_matches([' ', ',', ';', ':', '–']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_form_ends_at_a_word_with_an_ellipsis() {
        assert_eq!(shorten("US drone strike killed Qasem Soleimani", 26), "US drone strike killed…");
        assert_eq!(shorten("Short", 26), "Short");
        assert_eq!(shorten("Bundesverfassungsgericht", 10), "Bundesver…");
    }

    #[test]
    fn what_is_cut_is_never_wider_than_its_room() {
        let text = Text { text: "Iran fired missiles".to_owned(), width: 19.0 * 7.0 };
        for room in [40.0, 60.0, 100.0, 132.0] {
            if let Some(cut) = text.cut_to(room) {
                assert!(cut.text.chars().count() as f64 * 7.0 <= room, "{room}: {}", cut.text);
            }
        }
        assert_eq!(text.cut_to(20.0), None);
    }
}
