//! The actor graph of the opening window, scaled into its panel.

use brink::geom::{Size, coord};
use brink::graph::camera::GraphCamera;
use brink::graph::content::GraphContent;
use brink::graph::layout::{GraphRequest, home, settle};
use brink::graph::scene::{Focus, GraphScene, SceneRequest};
use brink::story::Story;
use brink::timeline::classes::hue;

use crate::finish::html::escaped;
use crate::finish::letters::{self, FONTS_DIFFER};

/// The panel inside its border on 1280 × 800 pixels.
const SIZE: Size = Size::new(712.0, 221.0);

/// The graph with its key.
pub fn graph(story: &Story) -> String {
    let scene = scene(story, SIZE);
    let mut marks = String::new();
    for mark in &scene.relations {
        marks += &format!("<path class=\"relation\" d=\"{}\"/>", light(&mark.line, 0));
    }
    for mark in &scene.dealings {
        marks += &format!(
            "<g class=\"dealing {}\" stroke-width=\"{}\"><path class=\"line\" d=\"{}\"/></g>",
            mark.balance.class(),
            light(&coord(mark.width), 1),
            light(&mark.arrow.line, 0)
        );
    }
    for mark in &scene.nodes {
        marks += &format!("<g class=\"node {}\"><path class=\"outline\" d=\"{}\"/>", hue(mark.side), light(&mark.outline, 1));
        if let Some(label) = &mark.label {
            let at = label.place.at;
            marks += &format!(
                "<text class=\"name\" x=\"{}\" y=\"{}\" text-anchor=\"{}\">{}</text>",
                coord(at.x.round()),
                coord(at.y.round()),
                label.place.anchor.as_str(),
                escaped(label.text)
            );
        }
        marks += "</g>";
    }
    let Size { width, height } = SIZE;
    format!(
        "<section class=\"graph\"><div class=\"plane\"><svg class=\"canvas\" viewBox=\"0 0 {width} {height}\">{marks}</svg></div><p class=\"graph-key\">\
         <span class=\"hostile\">hostile</span><span class=\"cooperative\">cooperative</span><span class=\"neutral\">neither</span>\
         <span class=\"standing\">standing relation</span></p></section>"
    )
}

/// `text` with no more than `num_digits` behind each point: what is seen for a second needs no hundredths of a pixel.
fn light(text: &str, num_digits: usize) -> String {
    let mut pieces = text.split('.');
    let mut light = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let len = piece.find(|c: char| !c.is_ascii_digit()).unwrap_or(piece.len());
        let kept = &piece[..len.min(num_digits)];
        if !kept.is_empty() {
            light.push('.');
            light += kept;
        }
        light += &piece[len..];
    }
    light
}

/// The graph of the opening window on a panel of `size`, as the running page comes to it.
pub fn scene(story: &Story, size: Size) -> GraphScene {
    let whole = GraphContent::whole(story);
    let homes = home(story, &whole, size);
    let content = whole.within(story, story.opening());
    let layout = settle(&GraphRequest::of(story, &content, &[], size), Some(&homes));
    let label_widths: Vec<f64> =
        story.actors().map(|actor| FONTS_DIFFER * letters::width(story.actor(actor).short, 11.5)).collect();
    GraphScene::of(&SceneRequest {
        story,
        content: &content,
        layout: &layout,
        camera: GraphCamera::default(),
        size,
        focus: Focus::default(),
        label_widths: &label_widths,
    })
}

#[cfg(test)]
mod tests {
    use super::light;

    #[test]
    fn digits_behind_the_point_are_cut_and_nothing_else() {
        assert_eq!(light("M1.25 -0.5Q10.09 3 4.5z", 0), "M1 -0Q10 3 4z");
        assert_eq!(light("M1.25 -0.5Q10.09 3 4.5z", 1), "M1.2 -0.5Q10.0 3 4.5z");
    }
}
