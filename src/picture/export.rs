//! What the reader sees as a picture to take away: the same window, lanes, filters and selection, at the same size.

use dataset::edtf::{Edtf, Stamp};
use dataset::model::ActorIdx;

use super::graph::Graph;
use super::palette::Palette;
use super::sheet::{Part, Sheet};
use super::timeline::Timeline;
use crate::geom::Size;
use crate::graph::content::GraphContent;
use crate::graph::layout::{GraphRequest, home, settle};
use crate::graph::scene::{Focus, GraphScene, SceneRequest};
use crate::state::State;
use crate::state::url::STATUSES;
use crate::time::format;
use crate::time::scale::TimeScale;
use crate::timeline::arcs::{ArcRequest, Arcs};
use crate::timeline::classes::AXIS_HEIGHT;
use crate::timeline::labels::Labels;
use crate::timeline::lanes::Lanes;
use crate::timeline::levels::{Level, LevelId};
use crate::timeline::scene::TimelineScene;

/// What is seen, and how it is to be drawn.
#[derive(Clone, Copy)]
pub struct Seen<'a> {
    /// Window, lanes, filters, selection.
    pub state: &'a State,
    /// The timeline's plot in pixels, its axis included.
    pub plot: Size,
    /// The graph's panel in pixels; `None` leaves the graph out.
    pub plane: Option<Size>,
    /// The actors that stand out in the graph; none: all are drawn alike.
    pub lit_actors: &'a [ActorIdx],
    /// Light or dark.
    pub palette: Palette,
    /// Where the view is found; may be empty.
    pub address: &'a str,
    /// Width in pixels of a text in the families [`super::palette::FAMILIES`] at 12 px.
    pub measure: &'a dyn Fn(&str) -> f64,
}

/// The picture as an SVG file, with headline, window, what narrows it, legend and source line.
///
/// Lays timeline and graph out anew: some hundredths of a second.
#[must_use]
pub fn svg(seen: &Seen<'_>) -> String {
    let Seen { state, plot, palette, measure, .. } = *seen;
    let story = &state.story;
    let meta = &story.data().meta;
    let name_height = if plot.width < Lanes::BESIDE_FROM_PX { Lanes::NAME_HEIGHT } else { 0.0 };
    let lanes = Lanes::fitting(story, state.view.lanes, name_height, plot.height - AXIS_HEIGHT);
    let labels = Labels::measured(story, measure);
    let scale = TimeScale::new(state.window(), plot.width);
    let level = Level::compute(story, &lanes, &labels, LevelId::of(scale));
    let scene = TimelineScene::draw(story, &lanes, &level, &labels, scale, state.view.clock);
    let (lit, chain_of) = (state.lit(), state.selected_event());
    let request = ArcRequest { story, scene: &scene, lanes: &lanes, labels: &labels, scale, chain_of, lit: lit.as_deref() };
    let arcs = Arcs::draw(&request);
    let timeline =
        Timeline { scene: &scene, arcs: &arcs, lanes: &lanes, width: plot.width, lit: lit.as_deref(), selected: chain_of };
    let graph = seen.plane.map(|size| (graph(seen, size), size));
    let mut parts = vec![Part::Timeline(timeline)];
    parts.extend(graph.as_ref().map(|(scene, size)| Part::Graph(Graph { scene, size: *size })));

    let mut when = format::window(state.window(), state.clock());
    for name in narrowed_by(state) {
        when += " · ";
        when += &name;
    }
    let kept_to = Edtf::single(Stamp::day(meta.updated.year(), meta.updated.month(), meta.updated.day()));
    let mut source = String::from("Record kept to ");
    source += &format::short(kept_to);
    source += ". ";
    source += meta.license;
    source += ". ";
    source += seen.address;
    Sheet { title: meta.title, when: &when, source: &source, palette, measure }.picture(story, &parts)
}

/// The graph of the window on a panel of `size`, from where its nodes are at home: as the page comes to it.
fn graph(seen: &Seen<'_>, size: Size) -> GraphScene {
    let state = seen.state;
    let story = &state.story;
    let whole = GraphContent::whole(story);
    let homes = home(story, &whole, size);
    let content = whole.within(story, state.window()).foremost(&state.chosen_actors());
    let layout = settle(&GraphRequest::of(story, &content, &state.visit.pins, size), Some(&homes));
    let label_widths: Vec<f64> = story.actors().map(|actor| (seen.measure)(story.actor(actor).short)).collect();
    GraphScene::of(&SceneRequest {
        story,
        content: &content,
        layout: &layout,
        camera: state.visit.camera,
        size,
        focus: Focus { selected: state.selected_actor(), hovered: None, lit: seen.lit_actors },
        label_widths: &label_widths,
    })
}

/// What leaves events out, a few words each.
fn narrowed_by(state: &State) -> Vec<String> {
    let (data, filter) = (state.story.data(), &state.view.filter);
    let mut names: Vec<String> = Vec::new();
    names.extend(filter.sides.iter().map(|side| data.sides[side.get()].short.to_owned()));
    names.extend(filter.domains.iter().map(|domain| data.domains[domain.get()].name.to_owned()));
    names.extend(filter.actors.iter().map(|&actor| state.story.actor(actor).short.to_owned()));
    names.extend(STATUSES.iter().filter(|(_, status)| filter.statuses.contains(status)).map(|(name, _)| (*name).to_owned()));
    names.extend(filter.publishers.iter().map(|source| String::from("sourced by ") + data.sources[source.get()].publisher));
    if filter.least > 1 {
        names.push(String::from("importance from ") + &filter.least.to_string());
    }
    if state.found.is_some() {
        names.push(String::from("“") + state.view.query.trim() + "”");
    }
    names
}
