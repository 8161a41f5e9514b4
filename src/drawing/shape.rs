//! What pictures are made of, as plain data: groups, outlines, rectangles and lines of text. Each has the
//! class names by which the style sheet gives it a look. Places are CSS pixels with y pointing down.

use std::borrow::Cow;

use crate::geom::outline::Outline;
use crate::geom::translate;

/// One thing that is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Several, later ones above earlier ones.
    Group(Group),
    /// An outline.
    Path(Class, Outline),
    /// An upright rectangle.
    Rect(Class, Block),
    /// A line of text.
    Text(Class, Line),
}

/// Up to four names of classes; empty ones count for nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Class(pub [&'static str; 4]);

/// A rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Block {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Radius of its corners.
    pub radius: f64,
}

/// A line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The place that its class says how it lies about: its left end, unless that says otherwise.
    pub x: f64,
    /// Baseline.
    pub y: f64,
    /// What is written.
    pub text: Cow<'static, str>,
}

/// Shapes that belong together, and what they stand for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    /// Its names.
    pub class: Class,
    /// What it is known by among its neighbours, where their order may change.
    pub key: Option<Cow<'static, str>>,
    /// What it says to others than eyes: none while only what is seen counts.
    pub signs: Signs,
    /// The place in time that it belongs to, in pixels, if to one:
    /// where a picture is stretched, it is drawn about that.
    pub anchor: Option<f64>,
    /// What it holds.
    pub shapes: Vec<Shape>,
}

/// Attributes: data, role and name. The names of groups of one kind are one list,
/// those that do not apply have no value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Signs {
    /// The attributes' names; the first is `class`, which the group's own [`Class`] fills.
    pub names: &'static [&'static str],
    /// Their values, but for the first.
    pub values: Vec<Option<Cow<'static, str>>>,
}

/// How much of a picture is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// With keys and [`Signs`].
    Whole,
    /// What is seen alone: it is drawn once and thrown away.
    Seen,
}

impl Class {
    /// One name.
    #[must_use]
    pub const fn of(name: &'static str) -> Self {
        Self([name, "", "", ""])
    }

    /// Several.
    ///
    /// # Panics
    /// In tests, for more than four that are not empty: there is no room for a fifth.
    #[must_use]
    pub fn all(names: &[&'static str]) -> Self {
        let mut all = Self::default();
        let mut given = names.iter().filter(|name| !name.is_empty());
        for (place, name) in all.0.iter_mut().zip(&mut given) {
            *place = name;
        }
        debug_assert!(given.next().is_none(), "more than four names of classes: {names:?}");
        all
    }

    /// As a `class` attribute has them; empty for none.
    #[must_use]
    pub fn text(&self) -> Cow<'static, str> {
        let mut names = self.0.iter().filter(|name| !name.is_empty());
        match names.clone().count() {
            0 => Cow::Borrowed(""),
            1 => Cow::Borrowed(names.next().copied().unwrap_or_default()),
            _ => {
                let mut text = String::new();
                for name in names {
                    if !text.is_empty() {
                        text.push(' ');
                    }
                    text.push_str(name);
                }
                Cow::Owned(text)
            }
        }
    }
}

impl Shape {
    /// An outline of one class.
    #[must_use]
    pub const fn path(class: &'static str, outline: Outline) -> Self {
        Self::Path(Class::of(class), outline)
    }

    /// A line of text of one class with its baseline at `y`.
    #[must_use]
    pub fn text(class: &'static str, x: f64, y: f64, text: impl Into<Cow<'static, str>>) -> Self {
        Self::Text(Class::of(class), Line { x, y, text: text.into() })
    }

    /// A rectangle of one class.
    #[must_use]
    pub const fn rect(class: &'static str, block: Block) -> Self {
        Self::Rect(Class::of(class), block)
    }

    /// A group that stands for nothing by itself.
    #[must_use]
    pub const fn group(class: Class, shapes: Vec<Self>) -> Self {
        Self::Group(Group {
            class,
            key: None,
            signs: Signs { names: &[], values: Vec::new() },
            anchor: None,
            shapes,
        })
    }

    /// Shapes, all of them `x` further right and `y` further down.
    #[must_use]
    pub fn moved(x: f64, y: f64, shapes: Vec<Self>) -> Self {
        let signs = Signs { names: &["class", "transform"], values: vec![Some(translate(x, y).into())] };
        Self::Group(Group { class: Class::default(), key: None, signs, anchor: None, shapes })
    }

    /// A group with its key and [`Signs`], both left away where only what is seen counts.
    #[must_use]
    pub fn told(
        detail: Detail,
        class: Class,
        told: impl FnOnce() -> (Cow<'static, str>, Signs),
        shapes: Vec<Self>,
    ) -> Self {
        if detail == Detail::Seen {
            return Self::group(class, shapes);
        }
        let (key, signs) = told();
        Self::Group(Group { class, key: (!key.is_empty()).then_some(key), signs, anchor: None, shapes })
    }

    /// It as large as `times` says, about the origin; letters and strokes stay as the style sheet has them.
    #[must_use]
    pub fn enlarged(self, times: f64) -> Self {
        match self {
            Self::Group(group) => {
                let anchor = group.anchor.map(|x| x * times);
                Self::Group(Group { anchor, shapes: Self::all_enlarged(group.shapes, times), ..group })
            }
            Self::Path(class, outline) => Self::Path(class, outline.enlarged(times)),
            Self::Rect(class, Block { x, y, width, height, radius }) => {
                Self::Rect(class, Block::new([x, y, width, height, radius].map(|side| side * times)))
            }
            Self::Text(class, Line { x, y, text }) => {
                Self::Text(class, Line { x: x * times, y: y * times, text })
            }
        }
    }

    /// All of `shapes` [enlarged](Self::enlarged).
    #[must_use]
    pub fn all_enlarged(shapes: Vec<Self>, times: f64) -> Vec<Self> {
        if times == 1.0 { shapes } else { shapes.into_iter().map(|shape| shape.enlarged(times)).collect() }
    }

    /// A group that belongs to the place `x` in time.
    #[must_use]
    pub fn anchored(self, x: f64) -> Self {
        match self {
            Self::Group(group) => Self::Group(Group { anchor: Some(x), ..group }),
            other => other,
        }
    }
}

impl Block {
    /// A rectangle from its left, top, width, height and corner radius.
    #[must_use]
    pub const fn new([x, y, width, height, radius]: [f64; 5]) -> Self {
        Self { x, y, width, height, radius }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::Point;

    #[test]
    fn empty_names_count_for_nothing() {
        assert_eq!(Class::all(&["mark", "", "side-0", ""]).text(), "mark side-0");
        assert_eq!(Class::all(&["mark", ""]), Class::of("mark"));
        assert_eq!(Class::all(&["a", "b", "", "c", "d", ""]).text(), "a b c d");
        assert_eq!(Class::default().text(), "");
    }

    #[test]
    #[should_panic(expected = "more than four names of classes")]
    fn a_fifth_name_is_not_dropped_in_silence() {
        let _ = Class::all(&["a", "b", "", "c", "d", "e"]);
    }

    #[test]
    fn what_is_enlarged_is_so_about_the_origin() {
        let block = Block::new([1.0, 2.0, 3.0, 4.0, 0.5]);
        let line = Outline::circle(Point::new(4.0, 4.0), 2.0)
            .line(Point::new(1.0, 1.0))
            .curve(Point::new(2.0, 3.0), Point::new(0.5, 0.0));
        let shapes = vec![Shape::rect("a", block), Shape::text("b", 3.0, 5.0, "c"), Shape::path("d", line)];
        let group = Shape::group(Class::of("g"), shapes).anchored(7.0);
        let Shape::Group(twice) = group.clone().enlarged(2.0) else { panic!("no group") };
        let [Shape::Rect(_, block), Shape::Text(_, text), Shape::Path(_, line)] = &twice.shapes[..] else {
            panic!("other shapes")
        };
        assert_eq!(*block, Block::new([2.0, 4.0, 6.0, 8.0, 1.0]));
        assert_eq!((text.x, text.y, twice.anchor), (6.0, 10.0, Some(14.0)));
        assert_eq!(line.text(), "M4 8A4 4 0 0 1 12 8A4 4 0 0 1 4 8ZL2 2Q4 6 1 0");
        assert_eq!(Shape::all_enlarged(vec![group.clone()], 1.0), [group]);
    }

    #[test]
    fn what_is_only_seen_has_no_signs() {
        let told =
            || (Cow::Borrowed("key"), Signs { names: &["class", "role"], values: vec![Some("img".into())] });
        let Shape::Group(seen) = Shape::told(Detail::Seen, Class::of("x"), told, Vec::new()) else {
            panic!("no group")
        };
        assert_eq!((seen.key, seen.signs), (None, Signs::default()));
        let Shape::Group(whole) = Shape::told(Detail::Whole, Class::of("x"), told, Vec::new()) else {
            panic!("no group")
        };
        assert_eq!(whole.signs.names.len(), whole.signs.values.len() + 1);
    }
}
