//! The lanes with their names, marks, clusters, arcs and axis.

use dataset::model::EventIdx;

use super::svg::Svg;
use crate::geom::{Size, coord, translate};
use crate::story::Story;
use crate::time::ticks::Tick;
use crate::timeline::arcs::{Arc, Arcs, EdgeEnd, Weight};
use crate::timeline::classes::{AXIS_HEIGHT, fade, flag, hue, upright, weight};
use crate::timeline::glyph;
use crate::timeline::lanes::Lanes;
use crate::timeline::scene::{Cluster, Mark, TimelineScene};

/// Room for the lanes' names beside them, in pixels, where they do not stand above their rows.
const GUTTER: f64 = 150.0;
/// Half the height of a cluster's badge.
const BADGE: f64 = 9.0;

/// What the view of the timeline draws.
#[derive(Clone, Copy, Debug)]
pub struct Timeline<'a> {
    /// The scene.
    pub scene: &'a TimelineScene,
    /// Its arcs.
    pub arcs: &'a Arcs,
    /// The lanes that both were drawn with.
    pub lanes: &'a Lanes,
    /// Width of the plot in pixels.
    pub width: f64,
    /// For each event whether it stands out; `None` when none does.
    pub lit: Option<&'a [bool]>,
    /// The selected event.
    pub selected: Option<EventIdx>,
}

impl Timeline<'_> {
    /// The room that it takes, names and axis included.
    #[must_use]
    pub fn size(&self) -> Size {
        Size::new(self.gutter() + self.width, self.lanes.total_height() + AXIS_HEIGHT)
    }

    const fn gutter(&self) -> f64 {
        if self.lanes.name_height > 0.0 { 0.0 } else { GUTTER }
    }

    fn dim(&self, events: &[EventIdx]) -> &'static str {
        let is_lit = |lit: &[bool]| events.iter().any(|event| lit.get(event.get()) == Some(&true));
        if self.lit.is_none_or(is_lit) { "" } else { "dim" }
    }

    /// Draws it with its left top corner at `x`, `y`.
    pub fn draw(&self, story: &Story, svg: &mut Svg, x: f64, y: f64) {
        svg.start("g").set("transform", &translate(x, y)).block();
        self.names(svg);
        svg.start("g").set("transform", &translate(self.gutter(), 0.0)).block();
        self.axis(svg);
        // The most important ones last, above the others.
        for arc in self.arcs.arcs.iter().rev() {
            curve(story, svg, arc);
        }
        for mark in &self.scene.marks {
            self.bar(svg, mark);
        }
        for mark in &self.scene.marks {
            self.mark(story, svg, mark);
        }
        for cluster in &self.scene.clusters {
            self.cluster(svg, cluster);
        }
        for end in &self.arcs.edges {
            edge_end(story, svg, end);
        }
        svg.end();
        svg.end();
    }

    fn names(&self, svg: &mut Svg) {
        for lane in &self.scene.lanes {
            let count = lane.num_events.to_string();
            if self.gutter() > 0.0 {
                svg.path("border", &line(lane.y, 0.0, GUTTER));
                svg.text("lane", 0.0, lane.y + 16.0, lane.name);
                svg.text("count", 0.0, lane.y + 31.0, &count);
            } else {
                svg.text("lane above", 2.0, lane.y + 12.0, &(String::from(lane.name) + "  " + &count));
            }
        }
    }

    fn axis(&self, svg: &mut Svg) {
        let (ticks, bottom) = (&self.scene.ticks, self.lanes.total_height());
        svg.path("grid", &upright(&ticks.minor, 0.0, bottom));
        svg.path("grid-major", &upright(&ticks.major, 0.0, bottom + AXIS_HEIGHT));
        for lane in &self.scene.lanes {
            svg.path("border", &line(lane.y, 0.0, self.width));
        }
        svg.path("base", &line(bottom, 0.0, self.width));
        tick_labels(svg, "tick", &ticks.minor, bottom + 14.0);
        tick_labels(svg, "tick-major", &ticks.major, bottom + 31.0);
    }

    fn bar(&self, svg: &mut Svg, mark: &Mark) {
        if let Some(bar) = mark.bar {
            let classes = ["h", "bar", hue(mark.side), fade(bar), self.dim(&[mark.event])];
            let end = bar.end.min(self.width);
            let start = bar.start.max(0.0);
            svg.rect(&classes, [start, mark.y + 6.5, end - start, 2.5, 1.25]);
        }
    }

    fn mark(&self, story: &Story, svg: &mut Svg, mark: &Mark) {
        let event = story.event(mark.event);
        let major = if event.importance >= 4 { "major" } else { "" };
        svg.start("g").class(&["mark", hue(mark.side), major, self.dim(&[mark.event])]).set("data-event", event.id).group();
        svg.title(&mark.spoken);
        if self.selected == Some(mark.event) {
            let [left, right] = mark.reach(BADGE);
            svg.rect(&["hit"], [left, mark.y - BADGE, right - left, 2.0 * BADGE, 4.0]);
        }
        svg.path("h glyph", &glyph::path(usize::from(mark.domain.0), mark.x, mark.y, mark.radius));
        if let Some(class) = flag(event.claims) {
            svg.path(class, &glyph::flag(mark.x + 5.5, mark.y - 2.0));
        }
        if let Some(label) = &mark.label {
            svg.text("label", label.x, mark.y + 4.0, &label.text.text);
        }
        svg.end();
    }

    fn cluster(&self, svg: &mut Svg, cluster: &Cluster) {
        let count = cluster.events.len().to_string();
        let width = if count.len() < 3 { 22.0 } else { 30.0 };
        svg.start("g").class(&["cluster", hue(cluster.side), self.dim(&cluster.events)]).set("data-cluster", &count).group();
        svg.title(&cluster.spoken);
        svg.rect(&["badge"], [cluster.x - width / 2.0, cluster.y - BADGE, width, 2.0 * BADGE, BADGE]);
        svg.text("h number", cluster.x, cluster.y + 4.0, &count);
        svg.end();
    }
}

fn curve(story: &Story, svg: &mut Svg, arc: &Arc) {
    let mut pair = String::from(story.event(arc.from).id);
    pair.push('>');
    pair += story.event(arc.to).id;
    svg.start("path").class(&["arc", hue(arc.side), weight(arc.weight)]).set("data-answer", &pair).set("d", &arc.line()).done();
    if arc.weight <= Weight::Far {
        svg.start("path").class(&["h", hue(arc.side)]).set("d", &arc.head()).done();
    }
}

fn edge_end(story: &Story, svg: &mut Svg, end: &EdgeEnd) {
    svg.start("g").class(&["edge-end", hue(story.side(end.event))]).group();
    svg.title(&end.spoken);
    svg.rect(&["card"], [end.card.min.x, end.card.min.y, end.card.width(), end.card.height(), 4.0]);
    svg.path("h", &end.arrow());
    if let Some(text) = &end.text {
        svg.text("card-title", end.text_at.x, end.text_at.y + 4.0, &text.text);
    }
    svg.end();
}

/// Those of `ticks` that say something, each a little to the right of its line.
pub(super) fn tick_labels(svg: &mut Svg, class: &str, ticks: &[Tick], y: f64) {
    for tick in ticks.iter().filter(|tick| !tick.label.is_empty()) {
        svg.text(class, tick.px + 3.0, y, &tick.label);
    }
}

/// SVG path data of a level line.
pub(super) fn line(y: f64, from: f64, to: f64) -> String {
    let mut d = String::from("M");
    d += &coord(from);
    d.push(' ');
    d += &coord(y);
    d.push('H');
    d += &coord(to);
    d
}
