//! Shapes as elements of the page.

use std::borrow::Cow;

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag};

use super::element::{Inside, element, keyed};
use crate::drawing::shape::{Class, Group, Line, Shape};
use crate::platform::measure::scale;

/// The shapes as nodes.
pub fn paint(shapes: Vec<Shape>) -> Vec<Html> {
    shapes.into_iter().map(node).collect()
}

/// An SVG of this size that holds the shapes, so many times as large as the reader's letters are.
pub fn picture(class: &'static str, size: [f64; 2], shapes: Vec<Shape>) -> Html {
    let ([width, height], shapes) = (size.map(|side| side * scale()), Shape::all_enlarged(shapes, scale()));
    element!("svg" {
        "class": class,
        "width": width,
        "height": height,
        "role": "presentation",
    } [paint(shapes)])
}

fn node(shape: Shape) -> Html {
    match shape {
        Shape::Path(class, outline) => element!("path" { "class": value(class), "d": outline.text() } []),
        Shape::Rect(class, block) => element!("rect" {
            "class": value(class),
            "x": block.x,
            "y": block.y,
            "width": block.width,
            "height": block.height,
            "rx": block.radius,
        } []),
        Shape::Text(class, Line { x, y, text }) => {
            element!("text" { "class": value(class), "x": x, "y": y } [text.into_owned()])
        }
        Shape::Group(group) if group.shapes.is_empty() => Html::default(),
        Shape::Group(group) => draw_group(group),
    }
}

fn draw_group(Group { class, key, signs, shapes, .. }: Group) -> Html {
    let mut element = VTag::new("g");
    let names = if signs.names.is_empty() { &["class"] } else { signs.names };
    let values = signs.values.into_iter().map(|value| value.map(attribute));
    let values = [value(class).map(attribute)].into_iter().chain(values).collect();
    element.attributes = Attributes::Dynamic { keys: names, values };
    if let Some(children) = element.children_mut() {
        *children = paint(shapes).node();
    }
    match key {
        Some(key) => keyed(&key, element.into()),
        None => element.into(),
    }
}

fn value(class: Class) -> Option<Cow<'static, str>> {
    Some(class.text()).filter(|text| !text.is_empty())
}

fn attribute(value: Cow<'static, str>) -> AttributeOrProperty {
    match value {
        Cow::Borrowed(text) => AttributeOrProperty::Static(text),
        Cow::Owned(text) => AttributeOrProperty::Attribute(text.into()),
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::drawing::shape::Detail;
    use crate::drawing::svg::Svg;
    use crate::drawing::timeline::TimelinePicture;
    use crate::geom::Size;
    use crate::time::zone::Zone;
    use crate::timeline::arcs::Arcs;
    use crate::timeline::glide::Laid;
    use crate::timeline::lanes::{LaneMode, Lanes};
    use crate::timeline::layout::LayoutRequest;
    use crate::timeline::levels::LevelCache;
    use crate::timeline::sample::{any_plot, any_record, labels};
    use proptest::prelude::*;
    use std::rc::Rc;
    use yew::virtual_dom::VNode;

    /// What is seen of an element: its tag, what places it, and its text.
    type Seen = (String, Vec<(String, String)>, String);

    const PLACES: [&str; 8] = ["class", "d", "x", "y", "width", "height", "rx", "transform"];

    fn seen_of_node(node: &VNode, seen: &mut Vec<Seen>) {
        match node {
            VNode::VTag(tag) => {
                let Attributes::Dynamic { keys, values } = &tag.attributes else {
                    panic!("a tag of another kind")
                };
                let text = |value: &Option<AttributeOrProperty>| match value {
                    Some(AttributeOrProperty::Static(text)) => (*text).to_owned(),
                    Some(AttributeOrProperty::Attribute(text)) => text.to_string(),
                    _ => String::new(),
                };
                let all = keys.iter().map(|name| (*name).to_owned()).zip(values.iter().map(text));
                let is_place = |(name, value): &(String, String)| {
                    PLACES.contains(&name.as_str())
                        && !value.is_empty()
                        && (name.as_str(), value.as_str()) != ("rx", "0")
                };
                let mut places: Vec<(String, String)> = all.filter(is_place).collect();
                places.sort();
                let children = tag.children().cloned().unwrap_or_default();
                let text =
                    if let VNode::VText(text) = &children { text.text.to_string() } else { String::new() };
                if !places.is_empty() {
                    seen.push((tag.tag().to_owned(), places, text));
                }
                seen_of_node(&children, seen);
            }
            VNode::VList(list) => list.iter().for_each(|node| seen_of_node(node, seen)),
            _ => {}
        }
    }

    fn seen_of_file(shapes: &[Shape]) -> Vec<Seen> {
        let mut svg = Svg::with_style(Size::new(100.0, 100.0), "");
        svg.shapes(0.0, 0.0, shapes);
        let text = svg.finished();
        let Ok(file) = roxmltree::Document::parse(&text) else { panic!("no well-formed file: {text}") };
        let drawn = file
            .root_element()
            .descendants()
            .filter(|node| node.is_element() && !["svg", "style", "title"].contains(&node.tag_name().name()));
        // The first is the group that moves all of it.
        drawn
            .skip(1)
            .map(|node| {
                let is_place = |name: &str| PLACES.contains(&name);
                let places = node.attributes().filter(|attribute| is_place(attribute.name()));
                let mut places: Vec<(String, String)> =
                    places.map(|it| (it.name().to_owned(), it.value().to_owned())).collect();
                places.sort();
                let text = if node.tag_name().name() == "text" {
                    node.text().unwrap_or_default().to_owned()
                } else {
                    String::new()
                };
                (node.tag_name().name().to_owned(), places, text)
            })
            .filter(|(_, places, _)| !places.is_empty())
            .collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        #[test]
        fn the_page_and_a_file_show_the_same(record in any_record(), plot in any_plot()) {
            let (scale, labels) = (plot.scale(&record), Rc::new(labels(&record)));
            let size = Size::new(scale.width(), 400.0);
            let (mode, window, zone) = (LaneMode::Side, scale.window(), Zone::Event);
            let are_names_beside = Lanes::has_room_beside(size.width);
            let request = LayoutRequest {
                record: &record,
                mode,
                labels: &labels,
                size,
                are_names_beside,
                window,
                zone,
                kept: &[],
                lit: None,
            };
            let lanes = request.lanes();
            let laid = Laid { scene: request.scene(&lanes, &mut LevelCache::default()), lanes };
            let (width, arcs, detail) = (scale.width(), Arcs::default(), Detail::Whole);
            let picture = TimelinePicture {
                record: &record,
                scene: &laid.scene,
                lanes: &laid.lanes,
                arcs: &arcs,
                width,
                zone,
                lit: None,
                selected: None,
                focused: None,
                detail,
            };
            let mut page = Vec::new();
            paint(picture.shapes()).iter().for_each(|node| seen_of_node(node, &mut page));
            prop_assert_eq!(page, seen_of_file(&picture.shapes()));
        }
    }
}
