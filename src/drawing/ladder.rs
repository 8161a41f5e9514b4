//! The ladder: rails, rungs, dates, acts with their headlines, and the times between,
//! from the lowest layer up.
//!
//! Acts stand in the order in which they are told, each followed by its answers.
//! Screen readers read them in that order.

use dataset::model::EventIdx;

use super::shape::{Block, Class, Detail, Shape, Signs};
use crate::geom::outline::Outline;
use crate::geom::{Point, Rect};
use crate::ladder::layout::{LINE, RungMark};
use crate::ladder::{Card, Ladder, Layout, Pace, Rail};
use crate::record::Record;
use crate::time::format;
use crate::time::zone::Zone;
use crate::timeline::classes::{hue, hue_of};

const ITEM: &[&str] = &["class", "role", "aria-level"];
const ACT: &[&str] = &["class", "data-open", "role", "tabindex", "aria-label", "aria-current"];
const LIST: &[&str] = &["class", "role", "aria-label"];
const RUNG: &[&str] = &["class", "data-rung"];
const HIDDEN: &[&str] = &["class", "aria-hidden"];
const OUTSIDE: &[&str] = &["class", "data-open", "aria-hidden"];

/// Width of a rail.
const RAIL: f64 = 3.0;
/// Radius of an act's place on its rail, and what each step of importance adds.
const KNOT: (f64, f64) = (2.5, 0.9);
/// From the top of a line of 14 px, and of 12 px, to its baseline.
const BASELINE: (f64, f64) = (13.5, 12.0);
/// Room at the top of a card.
const PAD: f64 = 5.0;
/// Room between headlines and the side of their card, towards the rail.
const BESIDE: f64 = 5.0;
/// Half the width of a letter of a date.
const LETTER: f64 = 5.2;

/// A picture of a ladder.
#[derive(Clone, Copy)]
pub struct LadderPicture<'a> {
    /// Titles and ids.
    pub record: &'a Record,
    /// Its acts.
    pub ladder: &'a Ladder,
    /// Where they stand.
    pub layout: &'a Layout,
    /// The clock on which dates are told.
    pub zone: Zone,
    /// The selected event.
    pub selected: Option<EventIdx>,
    /// Keys and signs, or only what is seen.
    pub detail: Detail,
}

impl LadderPicture<'_> {
    /// All of it.
    #[must_use]
    pub fn shapes(&self) -> Vec<Shape> {
        let layout = self.layout;
        let rail = |nth: usize, class| {
            let block =
                Block::new([layout.rails[nth] - RAIL / 2.0, 0.0, RAIL, layout.size.height, RAIL / 2.0]);
            Shape::group(Class::of(class), vec![Shape::rect("rail", block)])
        };
        let rungs = layout.rungs.iter().map(|rung| self.rung(rung)).collect();
        let dates = layout.dates.iter().map(|(place, words)| date(*place, words)).collect();
        let cards = self.ladder.told().into_iter().map(|(act, depth)| self.act(act, depth)).collect();
        let pills = layout.cards.iter().flat_map(|card| self.pills(card)).collect();
        let list = || {
            (
                "".into(),
                Signs {
                    names: LIST,
                    values: vec![Some("list".into()), Some("Acts, each with its answers".into())],
                },
            )
        };
        vec![
            self.hidden("rails", vec![rail(0, "side-0"), rail(1, "side-1")]),
            self.hidden("rungs", rungs),
            self.hidden("dates", dates),
            Shape::told(self.detail, Class::of("acts"), list, cards),
            self.hidden("since-all", pills),
        ]
    }

    fn hidden(&self, class: &'static str, shapes: Vec<Shape>) -> Shape {
        let told = || ("".into(), Signs { names: HIDDEN, values: vec![Some("true".into())] });
        Shape::told(self.detail, Class::of(class), told, shapes)
    }

    /// Of an act that is selected its own rungs stand out.
    fn emphasis(&self, one: EventIdx, other: EventIdx) -> &'static str {
        match self.selected.filter(|event| self.layout.cards.iter().any(|card| card.event == *event)) {
            Some(event) if event == one || event == other => "lit",
            Some(_) => "dim",
            None => "",
        }
    }

    fn rung(&self, rung: &RungMark) -> Shape {
        let shapes = vec![Shape::path("way", rung.line.clone()), Shape::path("way-head", rung.head.clone())];
        let ids = [self.record.event(rung.cause).id, ">", self.record.event(rung.answer).id].concat();
        let told = || (ids.clone().into(), Signs { names: RUNG, values: vec![Some(ids.clone().into())] });
        let class = Class::all(&[hue_of(self.record, rung.cause), self.emphasis(rung.cause, rung.answer)]);
        Shape::told(self.detail, class, told, shapes)
    }

    fn act(&self, at: usize, depth: usize) -> Shape {
        let card = &self.layout.cards[at];
        let facts = self.record.event(card.event);
        let is_selected = self.selected == Some(card.event);
        let (place, x) = match card.rail {
            Rail::First => ("on-first", card.rect.max.x),
            Rail::Second => ("on-second", card.rect.min.x),
            Rail::Both | Rail::Third => ("on-both", card.rect.center().x),
        };
        let kind = if card.rail == Rail::Both { "joint-act" } else { "" };
        let [left, right] = match card.rail {
            Rail::First => [0.0, BESIDE],
            Rail::Second => [BESIDE, 0.0],
            _ => [0.0, 0.0],
        };
        let mut room = block(card.rect);
        (room.x, room.width) = (room.x - left, room.width + left + right);
        let mut shapes = vec![Shape::rect("act-room", room)];
        if card.rail == Rail::Both {
            let side = |nth: u16, from: f64| {
                let edge = Block::new([from, card.rect.min.y, card.rect.width() / 2.0, 2.5, 0.0]);
                Shape::group(Class::of(hue(dataset::model::SideIdx(nth))), vec![Shape::rect("edge", edge)])
            };
            shapes.extend([side(0, card.rect.min.x), side(1, x)]);
        }
        // The note stands above the headline, and is read out behind it. The blanks are not drawn:
        // they part what is read as one text.
        let below = if card.note.is_empty() { 0.0 } else { LINE.1 };
        for (nth, line) in (0u8..).zip(&card.lines) {
            let y = card.rect.min.y + PAD + below + f64::from(nth) * LINE.0;
            shapes.push(Shape::text("act-title", x, y + BASELINE.0, line.clone() + " "));
        }
        if !card.note.is_empty() {
            shapes.push(Shape::text("act-note", x, card.rect.min.y + PAD + BASELINE.1, card.note.clone()));
        }
        if matches!(card.rail, Rail::First | Rail::Second) {
            let radius = KNOT.0 + KNOT.1 * f64::from(facts.importance);
            shapes.push(Shape::path("knot", Outline::circle(card.knot, radius)));
        }
        let told = || {
            let values = vec![
                Some(facts.id.into()),
                Some("button".into()),
                Some("-1".into()),
                Some(self.words(at).into()),
                is_selected.then(|| "true".into()),
            ];
            ("".into(), Signs { names: ACT, values })
        };
        let major = if facts.importance >= 4 { "major" } else { "" };
        let chosen = if is_selected { "chosen" } else { kind };
        let class = Class::all(&[hue_of(self.record, card.event), place, major, chosen]);
        let inside = Shape::told(self.detail, class, told, shapes);
        let item = || {
            let values = vec![Some("listitem".into()), Some(depth.min(6).to_string().into())];
            (facts.id.into(), Signs { names: ITEM, values })
        };
        Shape::told(self.detail, Class::of("act"), item, vec![inside])
    }

    /// What is read out: headline, date, what it answered and after what time.
    fn words(&self, at: usize) -> String {
        let card = &self.layout.cards[at];
        let facts = self.record.event(card.event);
        let mut words = String::from(facts.title);
        // What is seen, as those who speak to their computer say it.
        let seen = card.lines.join(" ");
        if !facts.title.contains(&seen) {
            words += ". ";
            words += &seen;
        }
        if !card.note.is_empty() {
            words += ". ";
            words += &card.note;
        }
        words += ", ";
        words += &format::long(self.zone.read(facts.date));
        for pill in &card.pills {
            words += ". Answered “";
            words += self.record.event(pill.cause).title;
            words += "”, ";
            words += pill.words.trim_start_matches("↑ ");
            words += if pill.words.contains("same")
                || pill.words.contains("next")
                || pill.words.contains("once")
            {
                ""
            } else {
                " later"
            };
        }
        words
    }

    fn pills<'a>(&'a self, card: &'a Card) -> impl Iterator<Item = Shape> + 'a {
        card.pills.iter().map(move |pill| {
            let middle = pill.rect.center();
            let shapes = vec![
                Shape::rect("since-room", Block { radius: pill.rect.height() / 2.0, ..block(pill.rect) }),
                Shape::text("since-words", middle.x, middle.y + 4.0, pill.words.clone()),
            ];
            let pace = match pill.pace {
                Pace::Hours => "in-hours",
                Pace::Days => "in-days",
                Pace::Months | Pace::Years => "later",
            };
            let class = Class::all(&[
                "since",
                hue_of(self.record, card.event),
                pace,
                self.emphasis(pill.cause, card.event),
            ]);
            if pill.is_seen {
                return Shape::group(class, shapes);
            }
            // It leads to what stands above the ladder.
            let cause = self.record.event(pill.cause).id;
            let told = || {
                ("".into(), Signs { names: OUTSIDE, values: vec![Some(cause.into()), Some("true".into())] })
            };
            Shape::told(self.detail, class, told, shapes)
        })
    }
}

fn block(rect: Rect) -> Block {
    Block::new([rect.min.x, rect.min.y, rect.width(), rect.height(), 4.0])
}

/// A date on the rails, with room about it.
fn date(place: Point, words: &str) -> Shape {
    #[expect(clippy::cast_precision_loss, reason = "dates are short")]
    let half = LETTER * words.chars().count() as f64 + 12.0;
    let room = Block::new([place.x - half, place.y - 22.0, 2.0 * half, 31.0, 0.0]);
    Shape::Group(super::shape::Group {
        class: Class::of("act-date"),
        shapes: vec![
            Shape::rect("act-room", room),
            Shape::text("act-day", place.x, place.y, words.to_owned()),
        ],
        ..Default::default()
    })
}
