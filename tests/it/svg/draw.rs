//! Scenes as SVG text, one element a line, with just enough style to be looked at. The page draws them in its views.

use brink::geom::{Size, coord};
use brink::graph::content::Balance;
use brink::graph::scene::{Emphasis, GraphScene};
use brink::story::Story;
use brink::time::ticks::Tick;
use brink::timeline::arcs::Arcs;
use brink::timeline::glyph;
use brink::timeline::overview::{Brush, OverviewScene};
use brink::timeline::scene::TimelineScene;

const STYLE: &str = "text { font: 12px sans-serif } .side0 { fill: #1f5fa8 } .side1 { fill: #c2412d } .side2 { fill: #6b7280 } \
    .bar { opacity: .4 } .vague { opacity: .2 } .tick { stroke: #ddd } .badge, .count { fill: none; stroke: #777 } \
    .line, .relation { fill: none; stroke: #aaa } .relation { stroke-dasharray: 2 3 } .hostile { stroke: #c2412d } .dim { opacity: .3 }";

/// Room below the lanes for the axis, and below the strip for its labels.
const AXIS_HEIGHT: f64 = 36.0;

/// The lines of a picture.
struct Picture(String);

impl Picture {
    fn new(width: f64, height: f64) -> Self {
        let (width, height) = (coord(width), coord(height));
        let mut picture = Self(String::new());
        picture.line(&format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\">"));
        picture.line(&format!("<style>{STYLE}</style>"));
        picture
    }

    fn line(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }

    fn text(&mut self, [x, y]: [f64; 2], more: &str, text: &str) {
        self.line(&format!("<text x=\"{}\" y=\"{}\"{more}>{}</text>", coord(x), coord(y), escaped(text)));
    }

    fn rect(&mut self, class: &str, [x, y, width, height]: [f64; 4]) {
        let (x, y, width, height) = (coord(x), coord(y), coord(width), coord(height));
        self.line(&format!("<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>"));
    }

    fn tick(&mut self, tick: &Tick, bottom: f64, baseline: f64) {
        self.line(&format!("<path class=\"tick\" d=\"M{} 0V{}\"/>", coord(tick.px), coord(bottom)));
        self.text([tick.px, baseline], "", &tick.label);
    }

    fn end(mut self) -> String {
        self.line("</svg>");
        self.0
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The lanes with their ticks below.
pub fn timeline(story: &Story, scene: &TimelineScene, arcs: &Arcs, width: f64, height: f64) -> String {
    let mut picture = Picture::new(width, height + AXIS_HEIGHT);
    for tick in &scene.ticks.minor {
        picture.tick(tick, height, height + 14.0);
    }
    for tick in &scene.ticks.major {
        picture.tick(tick, height + AXIS_HEIGHT, height + 30.0);
    }
    for lane in &scene.lanes {
        picture.line(&format!("<path class=\"tick\" d=\"M0 {}H{}\"/>", coord(lane.y), coord(width)));
        picture.text(
            [width - 4.0, lane.y + 12.0],
            " text-anchor=\"end\" opacity=\".4\"",
            &format!("{}: {}", lane.name, lane.num_events),
        );
    }
    for arc in &arcs.arcs {
        let pair = format!("{}&gt;{}", story.event(arc.from).id, story.event(arc.to).id);
        picture.line(&format!("<path class=\"line\" data-answer=\"{pair}\" d=\"{}\"/>", arc.line()));
        picture.line(&format!("<path class=\"side{}\" d=\"{}\"/>", arc.side.0, arc.head()));
    }
    for mark in &scene.marks {
        let (id, side) = (story.event(mark.event).id, mark.side.0);
        if let Some(bar) = mark.bar {
            let vague = if bar.is_start_vague || bar.is_end_vague { " vague" } else { "" };
            picture.rect(&format!("bar side{side}{vague}"), [bar.start, mark.y + 6.5, bar.end - bar.start, 2.5]);
        }
        let (path, spoken) = (glyph::path(usize::from(mark.domain.0), mark.x, mark.y, mark.radius), escaped(&mark.spoken));
        picture.line(&format!("<path class=\"side{side}\" data-event=\"{id}\" aria-label=\"{spoken}\" d=\"{path}\"/>"));
        if let Some(label) = &mark.label {
            picture.text([label.x, mark.y + 4.0], "", &label.text.text);
        }
    }
    for cluster in &scene.clusters {
        let spoken = escaped(&cluster.spoken);
        picture.rect("badge", [cluster.x - 11.0, cluster.y - 9.0, 22.0, 18.0]);
        let more = format!(" class=\"side{}\" text-anchor=\"middle\" aria-label=\"{spoken}\"", cluster.side.0);
        picture.text([cluster.x, cluster.y + 4.0], &more, &cluster.events.len().to_string());
    }
    for end in &arcs.edges {
        let card = end.card;
        picture.rect("badge", [card.min.x, card.min.y, card.width(), card.height()]);
        let more = format!(" aria-label=\"{}\"", escaped(&end.spoken));
        picture.text([end.text_at.x, end.text_at.y + 4.0], &more, end.text.as_ref().map_or("", |text| &text.text));
    }
    picture.end()
}

/// The strip with its brush and labels.
pub fn overview(scene: &OverviewScene, brush: Brush, size: Size) -> String {
    let mut picture = Picture::new(size.width, size.height + 20.0);
    for tick in &scene.ticks {
        picture.tick(tick, size.height, size.height + 14.0);
    }
    for bar in scene.density.split_inclusive('z') {
        picture.line(&format!("<path class=\"side2\" d=\"{bar}\"/>"));
    }
    picture.rect("badge", [brush.x, 0.0, brush.width, size.height]);
    picture.end()
}

/// Relations, dealings, nodes with their names.
pub fn graph(story: &Story, scene: &GraphScene, size: Size) -> String {
    let mut picture = Picture::new(size.width, size.height);
    let id = |actor| story.actor(actor).id;
    let dim = |emphasis| if emphasis == Emphasis::Dimmed { " dim" } else { "" };
    for mark in &scene.relations {
        let (pair, class, line) = (format!("{}&gt;{}", id(mark.source), id(mark.target)), dim(mark.emphasis), &mark.line);
        picture.line(&format!("<path class=\"relation{class}\" data-relation=\"{pair}\" d=\"{line}\"/>"));
    }
    for mark in &scene.dealings {
        let pair = format!("{}&gt;{}", id(mark.from), id(mark.to));
        let class = if mark.balance == Balance::Hostile { " hostile" } else { "" };
        let (class, width, dim) = (format!("line{class}"), coord(mark.width), dim(mark.emphasis));
        let line = &mark.arrow.line;
        picture.line(&format!("<path class=\"{class}{dim}\" data-dealing=\"{pair}\" stroke-width=\"{width}\" d=\"{line}\"/>"));
        picture.line(&format!("<path class=\"head{dim}\" d=\"{}\"/>", mark.arrow.head));
    }
    for mark in &scene.nodes {
        let (id, side, dim, outline) = (id(mark.actor), mark.side.0, dim(mark.emphasis), &mark.outline);
        let place = format!("translate({} {})", coord(mark.center.x), coord(mark.center.y));
        let selected = if mark.is_selected { " stroke=\"orange\" stroke-width=\"3\"" } else { "" };
        picture.line(&format!(
            "<path class=\"side{side}{dim}\" data-actor=\"{id}\"{selected} transform=\"{place}\" d=\"{outline}\"/>"
        ));
        if let Some(label) = &mark.label {
            let more = format!(" text-anchor=\"{}\" aria-label=\"{}\"", label.place.anchor.as_str(), escaped(&mark.title));
            picture.text([label.place.at.x, label.place.at.y], &more, label.text);
        }
    }
    picture.end()
}
