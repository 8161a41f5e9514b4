//! Elements without listeners, written so that they weigh little.
//!
//! Each place where Yew's `html!` writes an element out costs some 500 bytes of wasm, and the page has two
//! hundred. [`element!`] says the same in less than 100: what is known when the page is built becomes one
//! text, and one plain function builds all elements from their texts and what the moment adds.
//! `html!` remains where it does more: for components, listeners and references.
//!
//! Browsers that translate pages put elements of their own in the place of text nodes. So no text in HTML is
//! a node that Yew keeps: a text alone is set as its element's `textContent`,
//! and one among others gets an element of its own.

use std::cell::RefCell;

use yew::AttrValue;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VList, VNode, VTag, VText};

/// An element: its tag, its attributes in braces, what is in it in brackets.
///
/// A value is a text, a number (written as a coordinate) or an `Option` of a text, of which `None` leaves the
/// attribute out. What is inside is a text, an element, or several or none of them: see [`Inside`].
macro_rules! element {
    ($tag:literal { $($attributes:tt)* } [ $($inside:expr),* $(,)? ]) => {
        $crate::ui::element::attributes!(
            ($tag) () (vec![$($crate::ui::element::Inside::node($inside)),*]) $($attributes)*
        )
    };
}
pub(crate) use element;

/// Parts attributes by whether their value is a literal:
/// those go into the shape, of the others only the name does.
macro_rules! attributes {
    (($($shape:literal)*) ($($value:expr;)*) ($inside:expr)) => {
        $crate::ui::element::build(
            concat!($($shape),*),
            &mut [$($crate::ui::element::Value::from($value).0),*],
            $inside,
        )
    };
    (($($shape:literal)*) ($($values:tt)*) $inside:tt $name:literal: $value:literal $(, $($rest:tt)*)?) => {
        $crate::ui::element::attributes!(
            ($($shape)* "\n" $name "=" $value) ($($values)*) $inside $($($rest)*)?
        )
    };
    (($($shape:literal)*) ($($values:tt)*) $inside:tt $name:literal: $value:expr $(, $($rest:tt)*)?) => {
        $crate::ui::element::attributes!(($($shape)* "\n" $name) ($($values)* $value;) $inside $($($rest)*)?)
    };
}
pub(crate) use attributes;

/// The value of an attribute; `None` where there is to be none.
pub struct Value(pub Option<AttributeOrProperty>);

impl From<&'static str> for Value {
    fn from(text: &'static str) -> Self {
        Self(Some(AttributeOrProperty::Static(text)))
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self(Some(AttributeOrProperty::Attribute(text.into())))
    }
}

impl From<std::borrow::Cow<'static, str>> for Value {
    fn from(text: std::borrow::Cow<'static, str>) -> Self {
        match text {
            std::borrow::Cow::Borrowed(text) => text.into(),
            std::borrow::Cow::Owned(text) => text.into(),
        }
    }
}

impl From<f64> for Value {
    fn from(place: f64) -> Self {
        crate::geom::coord(place).into()
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self(None), Into::into)
    }
}

/// What can stand in an element.
pub trait Inside {
    /// It as one node.
    fn node(self) -> Html;
}

impl Inside for Html {
    fn node(self) -> Html {
        self
    }
}

impl Inside for &'static str {
    fn node(self) -> Html {
        VText::new(AttrValue::Static(self)).into()
    }
}

impl Inside for String {
    fn node(self) -> Html {
        VText::new(AttrValue::from(self)).into()
    }
}

/// Keeps its place among its neighbours also when there is nothing.
impl<T: Inside> Inside for Option<T> {
    fn node(self) -> Html {
        self.map_or_else(Html::default, Inside::node)
    }
}

impl Inside for Vec<Html> {
    fn node(mut self) -> Html {
        for node in &mut self {
            if matches!(node, VNode::VText(_)) {
                // `slot` lays its text out as if it were not there.
                *node = build("slot", &mut [], vec![std::mem::take(node)]);
            }
        }
        VList::from(self).into()
    }
}

/// What all elements written at one place have in common.
struct Shape {
    text: &'static str,
    tag: &'static str,
    /// At last that of the text.
    names: &'static [&'static str],
    /// The values that are always the same; `None` where each element has its own.
    fixed: Vec<Option<&'static str>>,
}

thread_local! {
    /// The shapes read so far, by where their texts stand, in that order.
    static SHAPES: RefCell<Vec<&'static Shape>> = const { RefCell::new(Vec::new()) };
}

/// The shape written as `text`: the tag, then a line for each attribute,
/// `name=value` or the name alone. Read once.
fn shape(text: &'static str) -> &'static Shape {
    SHAPES.with_borrow_mut(|shapes| {
        let place = shapes.binary_search_by_key(&text.as_ptr(), |shape| shape.text.as_ptr());
        let place = place.unwrap_or_else(|place| {
            shapes.insert(place, Shape::read(text));
            place
        });
        shapes[place]
    })
}

impl Shape {
    fn read(text: &'static str) -> &'static Self {
        let mut lines = text.split('\n');
        let tag = lines.next().unwrap_or_default();
        let (mut names, mut fixed) = (Vec::new(), Vec::new());
        for line in lines {
            let (name, value) =
                line.split_once('=').map_or((line, None), |(name, value)| (name, Some(value)));
            names.push(name);
            fixed.push(value);
        }
        names.push("textContent");
        Box::leak(Box::new(Self { text, tag, names: names.leak(), fixed }))
    }
}

/// What [`element!`] calls: the shape's text, the values that it leaves open
/// in their order, then what is inside.
pub fn build(text: &'static str, values: &mut [Option<AttributeOrProperty>], mut inside: Vec<Html>) -> Html {
    let shape = shape(text);
    let mut element = VTag::new(shape.tag);
    let mut values = values.iter_mut();
    let all = shape.fixed.iter().map(|fixed| match fixed {
        Some(text) => Some(AttributeOrProperty::Static(text)),
        None => values.next().and_then(Option::take),
    });
    // No translator goes into a drawing.
    let text = match inside[..] {
        [VNode::VText(ref text)] if shape.tag != "text" => {
            Some(AttributeOrProperty::Property((&*text.text).into()))
        }
        _ => None,
    };
    if text.is_some() {
        inside.clear();
    }
    element.attributes = Attributes::Dynamic { keys: shape.names, values: all.chain([text]).collect() };
    if let Some(children) = element.children_mut() {
        *children = match (inside.len(), inside.pop()) {
            (1, Some(only)) => only,
            (_, last) => {
                inside.extend(last);
                inside.node()
            }
        };
    }
    element.into()
}

/// `node` with a key, by which Yew knows it again among its neighbours when their order changes.
pub fn keyed(key: &str, mut node: Html) -> Html {
    if let VNode::VTag(element) = &mut node
        && let Some(element) = std::rc::Rc::get_mut(element)
    {
        element.key = Some(key.into());
    }
    node
}

/// Several names of classes as one value; empty ones count for nothing.
pub fn class(names: &[&str]) -> Option<String> {
    let mut all = String::new();
    for name in names.iter().filter(|name| !name.is_empty()) {
        if !all.is_empty() {
            all.push(' ');
        }
        all.push_str(name);
    }
    (!all.is_empty()).then_some(all)
}

/// `name` if it is so, else no class.
pub const fn when(is_so: bool, name: &'static str) -> &'static str {
    if is_so { name } else { "" }
}
