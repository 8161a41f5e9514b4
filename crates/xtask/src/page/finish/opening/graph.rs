//! The actor graph of the opening window: its sentence, its camps scaled into the panel, and its key.

use std::rc::Rc;

use brink::drawing::camps::CampPicture;
use brink::drawing::shape::{Class, Shape};
use brink::geom::{Point, Size, coord};
use brink::graph::camera::GraphCamera;
use brink::graph::camp_scene::{CampScene, Ranks};
use brink::graph::camps::Camps;
use brink::graph::content::GraphContent;
use brink::graph::sentence;
use brink::graph::shapes::{KEY, filling, sign};
use brink::record::Record;
use brink::state::{State, View};

use crate::page::finish::html::escaped;
use crate::page::finish::letters::{self, FONTS_DIFFER};

/// The panel inside its border on 1280 × 800 pixels.
const SIZE: Size = Size::new(712.0, 178.0);

/// The graph with its sentence and its key.
pub fn graph(record: &Record) -> String {
    let state = State::new(Rc::new(Record::new(record.data())), View::default());
    let content = GraphContent::of(record, state.window());
    let camps = Camps::of(record, &content);
    let [first, beside] = sentence::parts(record, &camps, state.window()).map(|said| escaped(&said));
    let scene = scene(&state, &content, &camps, SIZE);
    let picture = CampPicture {
        record,
        scene: &scene,
        camera: GraphCamera::default(),
        band: None,
        dealing: None,
        before: None,
    };
    let marks: String = picture.shapes().iter().map(written).collect();
    let kinds: String = KEY
        .iter()
        .map(|&(kind, words)| {
            let parts = sign(kind, Point::new(7.0, 7.0), 3.8)
                .into_iter()
                .map(|(class, outline)| Shape::path(class, outline));
            let node = Class::all(&["node", filling(kind)]);
            let drawn = written(&Shape::group(node, parts.collect()));
            format!(
                "<span class=\"part\"><svg class=\"key\" width=\"14\" height=\"14\">{drawn}</svg>\
                     {words}</span>"
            )
        })
        .collect();
    let Size { width, height } = SIZE;
    let more = if scene.num_left_out > 0 {
        format!("<span class=\"part\">{} dealings more in no band</span>", scene.num_left_out)
    } else {
        String::new()
    };
    format!(
        "<section class=\"graph\" role=\"region\" aria-label=\"Actor graph\"><p class=\"graph-says\"><span>{first}</span><span class=\"beside\">\
         {beside}</span></p><div class=\"plane\"><svg class=\"canvas\" viewBox=\"0 0 {width} {height}\">\
         {marks}</svg></div>\
         <p class=\"graph-key\"><span class=\"fierce\">very hostile</span><span class=\"hostile\">\
         hostile</span><span class=\"neutral\">neither</span>\
         <span class=\"cooperative\">friendly</span><span class=\"part\">\
         on bands: dealings, beside names: events</span>{kinds}<span class=\"standing\">relation</span>{more}\
         <span class=\"part buttons unseen\"><button class=\"quiet\">All actors and lines</button>\
         <button class=\"quiet\">Larger</button></span></p></section>"
    )
}

/// The camps of `state` on a panel of `size`, as the running page comes to them.
pub fn scene(state: &State, content: &GraphContent, camps: &Camps, size: Size) -> CampScene {
    let measure = |text: &str| FONTS_DIFFER * letters::width(text, 11.5);
    state.camp_scene(content, camps, &Ranks::of(&state.record), size, &measure)
}

/// What is seen of a shape, with no more than a digit behind each point: it is looked at for a second.
fn written(shape: &Shape) -> String {
    match shape {
        Shape::Group(group) => {
            let inside: String = group.shapes.iter().map(written).collect();
            let width = group.signs.names.iter().skip(1).zip(&group.signs.values);
            let width =
                width.filter(|(name, _)| **name == "stroke-width").find_map(|(_, value)| value.as_deref());
            let width = width.map_or(String::new(), |width| format!(" stroke-width=\"{}\"", light(width)));
            format!("<g class=\"{}\"{width}>{inside}</g>", group.class.text())
        }
        Shape::Path(Class(["reach", ..]), _) | Shape::Rect(Class(["hit", ..]), _) => String::new(),
        Shape::Path(class, outline) => {
            format!("<path class=\"{}\" d=\"{}\"/>", class.text(), light(&outline.text()))
        }
        Shape::Rect(class, block) => format!(
            "<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\"/>",
            class.text(),
            light(&coord(block.x)),
            light(&coord(block.y)),
            light(&coord(block.width)),
            light(&coord(block.height)),
            coord(block.radius)
        ),
        Shape::Text(class, line) => format!(
            "<text class=\"{}\" x=\"{}\" y=\"{}\">{}</text>",
            class.text(),
            light(&coord(line.x)),
            light(&coord(line.y)),
            escaped(&line.text)
        ),
    }
}

/// `text` with no more than one digit behind each point.
fn light(text: &str) -> String {
    let mut pieces = text.split('.');
    let mut light = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let len = piece.find(|c: char| !c.is_ascii_digit()).unwrap_or(piece.len());
        light.push('.');
        light += &piece[..len.min(1)];
        light += &piece[len..];
    }
    light
}

#[cfg(test)]
mod tests {
    use super::light;

    #[test]
    fn digits_behind_the_point_are_cut_and_nothing_else() {
        assert_eq!(light("M1.25 -0.5Q10.09 3 4.5z"), "M1.2 -0.5Q10.0 3 4.5z");
    }
}
