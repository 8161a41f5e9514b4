//! The words beside the marks: a full and a short form of each headline, with their measured widths.
//!
//! The short form is the record's own short headline, where it has one.
//! Only where that is missing is the title cut.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::fmt;

use dataset::model::{Dataset, Event, EventIdx};

use super::levels::{FLAG_ROOM, LABEL_GAP};
use crate::record::Record;
use crate::time::format;

/// The most characters of a title that stands for a short headline: about half of the longest.
const SHORT_CHARS: usize = 34;
/// A headline is never cut to fewer characters, ellipsis aside.
const LEAST_CHARS: usize = 24;

/// A headline's two forms.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The whole headline.
    pub full: Text,
    /// The record's short headline, or its beginning with an ellipsis, or the whole if that is short.
    pub short: Text,
    /// The day, then the short form: for where the axis does not tell the day.
    pub dated: Text,
    /// The day alone.
    pub date: Text,
    /// From the middle of its mark to it, in pixels: a flag needs room.
    pub gap: f64,
}

/// A text with its width.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// What is written.
    pub text: Cow<'static, str>,
    /// CSS pixels from left to right in the font of the timeline's labels.
    pub width: f64,
}

/// The labels of all events, each cut and measured when it is first asked for.
pub struct Labels {
    data: &'static Dataset,
    measure: Box<dyn Fn(&str) -> f64>,
    measured: Vec<OnceCell<Box<Label>>>,
    /// How many times as wide as usual texts are: readers may set letters and words apart.
    pub stretch: f64,
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
    pub fn new(record: &Record, measure: impl Fn(&str) -> f64 + 'static) -> Self {
        let data = record.data();
        Self {
            data,
            measure: Box::new(measure),
            measured: vec![OnceCell::new(); data.events.len()],
            stretch: 1.0,
        }
    }

    /// Labels that `measure` has measured, all of them now.
    #[must_use]
    pub fn measured(record: &Record, measure: impl Fn(&str) -> f64) -> Self {
        let labels = Self::new(record, |_| 0.0);
        for (cell, event) in labels.measured.iter().zip(labels.data.events) {
            cell.get_or_init(|| label(event, &measure));
        }
        labels
    }

    /// The same, for texts that are so many times as wide as usual.
    #[must_use]
    pub fn stretched(self, stretch: f64) -> Self {
        Self { stretch, ..self }
    }

    /// Width of `text` in the font of the labels, in pixels of the picture.
    #[must_use]
    pub fn width(&self, text: &str) -> f64 {
        (self.measure)(text)
    }

    /// The label of `event`.
    #[must_use]
    pub fn of(&self, event: EventIdx) -> &Label {
        self.measured[event.get()].get_or_init(|| label(&self.data.events[event.get()], &self.measure))
    }
}

fn label(event: &'static Event, measure: &dyn Fn(&str) -> f64) -> Box<Label> {
    let text = |text: Cow<'static, str>| Text { width: measure(&text), text };
    let full = text(event.title.into());
    let cut = || shorten(event.title, SHORT_CHARS).into();
    let short: Cow<'static, str> = event.short.map_or_else(cut, Cow::Borrowed);
    // Measuring is slow.
    let short = if short == full.text { full.clone() } else { text(short) };
    let gap = if event.claims.is_empty() { LABEL_GAP } else { LABEL_GAP + FLAG_ROOM };
    let day = format::short(event.date);
    let dated = text([&day, " · ", &short.text].concat().into());
    Box::new(Label { full, short, dated, date: text(day.into()), gap })
}

impl Text {
    /// As much of it as fits into `room` pixels, ellipsis included;
    /// `None` when that would be under 24 letters.
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
        let cut = shorten(&self.text, fitting);
        (cut.chars().count() > LEAST_CHARS).then(|| Self { text: cut.into(), width: room })
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

/// The first words of `text`, at most `max` characters with the ellipsis;
/// a first word that is longer is broken.
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
    fn what_is_cut_is_never_wider_than_its_room_nor_shorter_than_24_letters() {
        let title = "Iran fired missiles at two bases that host US forces";
        #[expect(clippy::cast_precision_loss, reason = "a title is short")]
        let letters = |text: &str| text.chars().count() as f64;
        let text = Text { text: title.into(), width: letters(title) * 7.0 };
        for room in (0..400).map(f64::from) {
            if let Some(cut) = text.cut_to(room) {
                assert!(
                    letters(&cut.text) * 7.0 <= room && letters(&cut.text) > 24.0,
                    "{room}: {}",
                    cut.text
                );
            }
        }
        assert!(text.cut_to(260.0).is_some());
        assert_eq!(text.cut_to(150.0), None);
    }
}
