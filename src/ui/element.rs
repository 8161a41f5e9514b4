//! Elements without listeners, written so that they weigh little.
//!
//! Each place where Yew's `html!` writes an element out costs some 500 bytes of wasm, and the page has two hundred.
//! [`element!`] says the same in about 100: names stand next to their values, and one plain function builds them all.
//! `html!` remains where it does more: for components, listeners and references.

use yew::AttrValue;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VList, VNode, VTag, VText};

/// An element: its tag, its attributes in braces, what is in it in brackets.
///
/// A value is a text, a number (written as a coordinate) or an `Option` of a text, of which `None` leaves the attribute
/// out. What is inside is a text, an element, or several or none of them: see [`Inside`].
macro_rules! element {
    ($tag:literal { $($name:literal: $value:expr),* $(,)? } [ $($inside:expr),* $(,)? ]) => {
        $crate::ui::element::build(
            $tag,
            &[$($name),*],
            Box::new([$($crate::ui::element::Value::from($value).0),*]),
            vec![$($crate::ui::element::Inside::node($inside)),*],
        )
    };
}
pub(crate) use element;

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
    fn node(self) -> Html {
        VList::from(self).into()
    }
}

/// What [`element!`] calls: names and values of the attributes in the same order, then what is inside.
pub fn build(
    tag: &'static str,
    names: &'static [&'static str],
    values: Box<[Option<AttributeOrProperty>]>,
    mut inside: Vec<Html>,
) -> Html {
    let mut element = VTag::new(tag);
    element.attributes = Attributes::Dynamic { keys: names, values };
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
