//! The lanes with their marks, at any width: places in time are percentages of the plot, all else is in pixels.
//!
//! Two forms, for wide and for narrow screens, are drawn for the sizes below; the style sheet shows one of them. On screens
//! in between the marks stand right and the labels have a little more or less room than they need. Arcs are left out: their
//! curves cannot be stretched.

use std::fmt::Write as _;

use brink::geom::coord;
use brink::story::Story;
use brink::time::scale::TimeScale;
use brink::time::ticks::Tick;
use brink::time::zone::Zone;
use brink::timeline::classes::{AXIS_HEIGHT, fade, hue};
use brink::timeline::glyph;
use brink::timeline::labels::Labels;
use brink::timeline::lanes::{LaneMode, Lanes};
use brink::timeline::levels::{Level, LevelId};
use brink::timeline::scene::{Cluster, Mark, TimelineScene};

use super::flag_mark;
use crate::finish::html::escaped;
use crate::finish::letters::{self, FONTS_DIFFER};

/// A form of the plot.
struct Form {
    class: &'static str,
    /// Size of the plot in pixels.
    size: [f64; 2],
    name_height: f64,
}

/// What the running page has on 1280 × 800 and on 390 × 844 pixels.
const FORMS: [Form; 2] = [
    Form { class: "wide", size: [1110.0, 280.0], name_height: 0.0 },
    Form { class: "narrow", size: [366.0, 257.0], name_height: Lanes::NAME_HEIGHT },
];

impl Form {
    fn lanes(&self, story: &Story) -> Lanes {
        Lanes::fitting(story, LaneMode::Side, self.name_height, self.size[1] - AXIS_HEIGHT)
    }

    fn scene(&self, story: &Story, lanes: &Lanes) -> TimelineScene {
        let labels = Labels::measured(story, |text| FONTS_DIFFER * letters::width(text, 12.0));
        let scale = TimeScale::new(story.opening(), self.size[0]);
        let level = Level::compute(story, lanes, &labels, LevelId::of(scale));
        TimelineScene::draw(story, lanes, &level, &labels, scale, Zone::Event)
    }
}

/// The lanes' names with their counts.
pub fn names(story: &Story) -> String {
    let form = &FORMS[0];
    let scene = form.scene(story, &form.lanes(story));
    let name = |lane: &brink::timeline::scene::LaneName| {
        format!("<li><span class=\"name\">{}</span><span class=\"count\">{}</span></li>", escaped(lane.name), lane.num_events)
    };
    format!("<ul class=\"lane-names\">{}</ul>", scene.lanes.iter().map(name).collect::<String>())
}

/// The plot in both forms, with what keeps it from being shorter than its lanes can be.
pub fn plot(story: &Story) -> String {
    let mut html = String::from("<div class=\"plot\">");
    for form in &FORMS {
        let lanes = form.lanes(story);
        let scene = form.scene(story, &lanes);
        let _ = write!(
            html,
            "<svg class=\"strut {}\" width=\"1\" height=\"{}\"></svg>",
            form.class,
            coord(lanes.least_height() + AXIS_HEIGHT)
        );
        html += &axis(form, &scene);
        let _ = write!(html, "<div class=\"lanes {}\">", form.class);
        for nth in 0..lanes.num_lanes {
            html += &lane(story, form, &lanes, &scene, nth);
        }
        html += "</div>";
    }
    html + "</div>"
}

/// A place of the form's plot as a share of any plot's width.
fn share(form: &Form, px: f64) -> String {
    coord(px / form.size[0] * 100.0) + "%"
}

fn axis(form: &Form, scene: &TimelineScene) -> String {
    let upright = |class: &str, ticks: &[Tick]| -> String {
        let seen = ticks.iter().filter(|tick| tick.px > 0.5);
        seen.map(|tick| {
            let x = share(form, tick.px);
            format!("<line class=\"{class}\" x1=\"{x}\" x2=\"{x}\" y2=\"100%\"/>")
        })
        .collect()
    };
    let labels = |class: &str, down: u8, ticks: &[Tick]| -> String {
        let said = ticks.iter().filter(|tick| !tick.label.is_empty());
        said.map(|tick| {
            let x = share(form, tick.px);
            format!("<text class=\"{class}\" x=\"{x}\" y=\"100%\" dy=\"{down}\">{}</text>", escaped(&tick.label))
        })
        .collect()
    };
    format!(
        "<svg class=\"canvas axis {0}\">{1}</svg><svg class=\"canvas rows {0}\">{2}<line class=\"base\" x2=\"100%\" y1=\"100%\" y2=\"100%\"/>{3}{4}</svg>",
        form.class,
        upright("grid-major", &scene.ticks.major),
        upright("grid", &scene.ticks.minor),
        labels("tick", 14, &scene.ticks.minor),
        labels("tick-major", 31, &scene.ticks.major),
    )
}

/// A lane as an SVG of its own, so that lanes share the plot's height however high it is.
fn lane(story: &Story, form: &Form, lanes: &Lanes, scene: &TimelineScene, nth: u16) -> String {
    let top = lanes.height * f64::from(nth);
    let is_inside = |y: f64| (top..top + lanes.height).contains(&y);
    let clusters_y = lanes.row_middle(nth, None);
    // Rows count from the top, the row of clusters stands at the bottom.
    let place = |x: f64, y: f64| {
        let x = share(form, x);
        if y == clusters_y { format!("x=\"{x}\" y=\"100%\"") } else { format!("x=\"{x}\" y=\"{}\"", coord(y - top)) }
    };
    let mut svg = String::from("<svg class=\"lane\">");
    if nth > 0 {
        svg += "<line class=\"border\" x2=\"100%\"/>";
    }
    for mark in scene.marks.iter().filter(|mark| is_inside(mark.y)) {
        if let Some(bar) = mark.bar {
            let (start, end) = (bar.start.max(0.0), bar.end.min(form.size[0]));
            let is_low = mark.y == clusters_y;
            // From the middle of a row to the bar, and of the row of clusters from the lane's bottom up.
            let y = if is_low { "100%\" transform=\"translate(0 -3.5)".to_owned() } else { coord(mark.y - top + 6.5) };
            let _ = write!(
                svg,
                "<rect class=\"bar {} {}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"2.5\" rx=\"1.25\"/>",
                hue(mark.side),
                fade(bar),
                share(form, start),
                y,
                share(form, end - start)
            );
        }
    }
    for mark in scene.marks.iter().filter(|mark| is_inside(mark.y)) {
        svg += &self::mark(story, mark, &place(mark.x, mark.y), mark.y == clusters_y);
    }
    for cluster in scene.clusters.iter().filter(|cluster| is_inside(cluster.y)) {
        svg += &self::cluster(cluster, &place(cluster.x, cluster.y));
    }
    svg + "</svg>"
}

fn mark(story: &Story, mark: &Mark, place: &str, is_low: bool) -> String {
    let event = story.event(mark.event);
    let major = if event.importance >= 4 { " major" } else { "" };
    let (name, label) = match &mark.label {
        Some(label) => {
            let x = coord(label.x - mark.x);
            (String::new(), format!("<text class=\"label\" x=\"{x}\" y=\"4\">{}</text>", escaped(&label.text.text)))
        }
        None => (format!(" aria-label=\"{}\"", escaped(event.title)), String::new()),
    };
    let inside = format!(
        "<path class=\"glyph\" d=\"{}\"/>{}{label}",
        glyph::path(usize::from(mark.domain.0), 0.0, 0.0, mark.radius),
        flag_mark(story, mark.event)
    );
    // In the row of clusters, whose middle lies ten pixels above the bottom.
    let inside = if is_low { format!("<g transform=\"translate(0 -10)\">{inside}</g>") } else { inside };
    format!("<a href=\"#select={}\"{name}><svg class=\"mark {}{major}\" {place}>{inside}</svg></a>", event.id, hue(mark.side))
}

fn cluster(cluster: &Cluster, place: &str) -> String {
    let count = cluster.events.len().to_string();
    let width = if count.len() < 3 { 22.0 } else { 30.0 };
    format!(
        "<svg class=\"cluster {}\" {place}><rect class=\"badge\" x=\"{}\" y=\"-19\" width=\"{}\" height=\"18\" rx=\"9\"/><text class=\"number\" y=\"-6\">{count}</text></svg>",
        hue(cluster.side),
        coord(-width / 2.0),
        coord(width)
    )
}
