//! What the reader sees as a picture to take away: the same window, lanes,
//! filters and selection, at the same size.

use std::rc::Rc;

use dataset::edtf::{Edtf, Stamp};
use dataset::model::{ClaimStatus, EventIdx};

use super::names::{GUTTER, gutter, names};
use super::palette::Palette;
use super::sheet::{Form, Part, Sheet};
use crate::drawing::camps::CampPicture;
use crate::drawing::graph::GraphPicture;
use crate::drawing::ladder::LadderPicture;
use crate::drawing::shape::{Detail, Shape};
use crate::drawing::timeline::TimelinePicture;
use crate::geom::Size;
use crate::graph::camp_scene::Ranks;
use crate::graph::camps::Camps;
use crate::graph::content::GraphContent;
use crate::graph::layout::{GraphRequest, home, settle};
use crate::graph::lettering::Measure;
use crate::graph::scene::{Focus, GraphScene, SceneRequest};
use crate::ladder::{Ladder, Layout, Room};
use crate::state::{GraphMode, Parts, Selection, State, Tab};
use crate::time::format;
use crate::timeline::arcs::{ArcRequest, Arcs, Reach};
use crate::timeline::classes::AXIS_HEIGHT;
use crate::timeline::labels::Labels;
use crate::timeline::lanes::Lanes;
use crate::timeline::layout::LayoutRequest;
use crate::timeline::levels::LevelCache;

/// How much wider than the measured type of 12 px the bold one of 14 px runs.
const LADDER_TYPE: f64 = 14.0 / 12.0 * 1.08;
/// The most of a ladder in a picture that is no still: a sheet of paper.
const PAPER: Size = Size::new(720.0, 960.0);
/// Height of the line below a ladder that says how much more there is.
const MORE: f64 = 22.0;

/// What is seen, and how it is to be drawn.
#[derive(Clone, Copy)]
pub struct Seen<'a> {
    /// Window, lanes, filters, selection.
    pub state: &'a State,
    /// The timeline's plot in pixels, its axis included.
    pub plot: Size,
    /// The graph's panel in pixels; `None` leaves the graph out.
    pub plane: Option<Size>,
    /// Light or dark.
    pub palette: Palette,
    /// Where the view is found; may be empty.
    pub address: &'a str,
    /// Width in pixels of a text in the families [`super::palette::FAMILIES`] at 12 px.
    pub measure: &'a dyn Fn(&str) -> f64,
}

/// The picture as an SVG file, with headline, window, what narrows it, legend and source line.
///
/// Lays timeline and graph out for it, which takes some hundredths of a second.
#[must_use]
pub fn svg(seen: &Seen<'_>) -> String {
    let Seen { state, plot, palette, measure, .. } = *seen;
    let record = &state.record;
    let meta = &record.data().meta;
    if state.is_ladder() {
        let (when, source) = told(seen);
        let part = ladder(seen, PAPER);
        return Sheet {
            title: meta.title,
            when: &when,
            source: &source,
            lanes: state.view.lanes,
            palette,
            measure,
        }
        .picture(record, &[part]);
    }
    let labels = Rc::new(Labels::measured(record, measure));
    let (lit, selected, kept) = (state.lit(), state.selected_event(), state.kept());
    let request = LayoutRequest {
        record,
        mode: state.view.lanes,
        labels: &labels,
        size: plot,
        are_names_beside: Lanes::has_room_beside(plot.width),
        window: state.window(),
        zone: state.view.clock,
        kept: &kept,
        lit: lit.as_deref(),
    };
    let timeline = timeline(&request, selected, state.visit.reach);
    let mut parts = vec![timeline];
    parts.extend(seen.plane.map(|size| Part::Graph(size, graph(state, size, measure))));

    let (when, source) = told(seen);
    Sheet { title: meta.title, when: &when, source: &source, lanes: state.view.lanes, palette, measure }
        .picture(record, &parts)
}

/// The view as a still for an article: the ladder or the graph where they are in front, else the timeline.
///
/// As costly as [`svg`]; a ladder is laid out some ten times, until as much of it as finds room stands on it.
#[must_use]
pub fn still(seen: &Seen<'_>, form: Form) -> String {
    let Seen { state, palette, measure, .. } = *seen;
    let record = &state.record;
    let (when, source) = told(seen);
    let sheet = Sheet {
        title: record.data().meta.title,
        when: &when,
        source: &source,
        lanes: state.view.lanes,
        palette,
        measure,
    };
    if state.is_ladder() {
        let room = sheet.room(record, form, &Part::Ladder(Size::default(), Vec::new()));
        return sheet.still(record, form, ladder(seen, room));
    }
    if state.frame.parts == Parts::Graph || state.view.tab == Tab::Actors {
        let room = sheet.room(record, form, &Part::Graph(Size::default(), Vec::new()));
        return sheet.still(record, form, Part::Graph(room, graph(state, room, measure)));
    }
    let labels = Rc::new(Labels::measured(record, measure));
    let (lit, selected, kept) = (state.lit(), state.selected_event(), state.kept());
    let room = sheet.room(record, form, &Part::Timeline(Size::default(), Vec::new()));
    let plot = Size::new(room.width - GUTTER, room.height);
    let (mode, window, zone) = (state.view.lanes, state.window(), state.view.clock);
    let (are_names_beside, lit) = (Lanes::has_room_beside(plot.width), lit.as_deref());
    let request = LayoutRequest {
        record,
        mode,
        labels: &labels,
        size: plot,
        are_names_beside,
        window,
        zone,
        kept: &kept,
        lit,
    };
    sheet.still(record, form, timeline(&request, selected, state.visit.reach))
}

/// As much of the ladder as finds room, and how much more there is.
fn ladder(seen: &Seen<'_>, room: Size) -> Part {
    let Seen { state, measure, .. } = *seen;
    let (record, zone) = (&state.record, state.view.clock);
    let wide = |text: &str| measure(text) * LADDER_TYPE;
    let of = |most: usize| {
        let ladder = Ladder::of(record, state.window(), most, |event| state.keeps(event));
        let layout = Layout::of(record, &ladder, &Room { width: room.width, zone, measure: &wide });
        (ladder, layout)
    };
    let num_in_window = of(usize::MAX).0.num_in_window;
    let most = (0..=num_in_window)
        .rev()
        .find(|&most| of(most).1.size.height + MORE <= room.height)
        .unwrap_or_default();
    let (ladder, layout) = of(most);
    let selected = state.selected_event();
    let drawn =
        LadderPicture { record, ladder: &ladder, layout: &layout, zone, selected, detail: Detail::Whole };
    let mut shapes = drawn.shapes();
    if most < num_in_window {
        let words = ["and ", &(num_in_window - most).to_string(), " more in this window"].concat();
        shapes.push(Shape::text("act-more", room.width / 2.0, layout.size.height + MORE - 4.0, words));
    }
    let more = if most < num_in_window { MORE } else { 0.0 };
    Part::Ladder(Size::new(layout.size.width, layout.size.height + more), shapes)
}

/// What is shown, and whose it is.
fn told(seen: &Seen<'_>) -> (String, String) {
    let state = seen.state;
    let meta = &state.record.data().meta;
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
    (when, source)
}

/// The lanes with their names, their answers and the axis.
#[must_use]
pub fn timeline(request: &LayoutRequest<'_>, selected: Option<EventIdx>, reach: Reach) -> Part {
    let LayoutRequest { record, labels, zone, lit, .. } = *request;
    let (lanes, scale) = (request.lanes(), request.scale());
    let scene = request.scene(&lanes, &mut LevelCache::default());
    let arcs = Arcs::draw(&ArcRequest {
        record,
        scene: &scene,
        lanes: &lanes,
        labels,
        scale,
        chain_of: selected,
        reach,
        lit,
    });
    let (width, detail) = (scale.width(), Detail::Whole);
    let picture = TimelinePicture {
        record,
        scene: &scene,
        lanes: &lanes,
        arcs: &arcs,
        width,
        zone,
        lit,
        selected,
        focused: None,
        detail,
    };
    let gutter = gutter(&lanes);
    let mut shapes = names(&scene, &lanes);
    shapes.push(Shape::moved(gutter, 0.0, picture.shapes()));
    Part::Timeline(Size::new(gutter + width, lanes.total_height() + AXIS_HEIGHT), shapes)
}

/// The graph of the window on a panel of `size`: as the page comes to it.
fn graph(state: &State, size: Size, measure: Measure<'_>) -> Vec<Shape> {
    let record = &state.record;
    let whole = GraphContent::whole(record);
    let content = whole.within(record, state.window());
    let dealing = match state.view.selection {
        Some(Selection::Dealing(from, to)) => Some((from, to)),
        _ => None,
    };
    if state.view.graph == GraphMode::Camps {
        let (camps, ranks) = (Camps::of(record, &content), Ranks::of(record));
        let scene = state.camp_scene(&content, &camps, &ranks, size, measure);
        let band = match state.view.selection {
            Some(Selection::Band(from, to)) => Some((from, to)),
            _ => None,
        };
        return CampPicture {
            record,
            scene: &scene,
            camera: state.visit.camera,
            band,
            dealing,
            before: None,
        }
        .shapes();
    }
    let homes = home(record, &whole, size);
    let content = content.foremost(&state.chosen_actors());
    let layout = settle(&GraphRequest::of(record, &content, &state.visit.pins, size), Some(&homes));
    let label_widths: Vec<f64> = record.actors().map(|actor| measure(record.actor(actor).short)).collect();
    let scene = GraphScene::of(&SceneRequest {
        record,
        content: &content,
        layout: &layout,
        camera: state.visit.camera,
        size,
        focus: Focus { selected: state.selected_actor(), hovered: None, lit: &state.lit_actors(&content) },
        label_widths: &label_widths,
    });
    GraphPicture { record, scene: &scene, dealing }.shapes()
}

/// What leaves events out, a few words each.
fn narrowed_by(state: &State) -> Vec<String> {
    let (data, filter) = (state.record.data(), &state.view.filter);
    let mut names: Vec<String> = Vec::new();
    names.extend(filter.sides.iter().map(|side| data.sides[side.get()].short.to_owned()));
    names.extend(filter.domains.iter().map(|domain| data.domains[domain.get()].name.to_owned()));
    names.extend(filter.actors.iter().map(|&actor| state.record.actor(actor).short.to_owned()));
    names.extend(
        ClaimStatus::ALL
            .iter()
            .filter(|status| filter.statuses.contains(status))
            .map(|status| status.word().to_owned()),
    );
    names.extend(
        filter
            .publishers
            .iter()
            .map(|source| String::from("sourced by ") + data.sources[source.get()].publisher),
    );
    if filter.least > 1 {
        names.push(String::from("importance from ") + &filter.least.to_string());
    }
    if state.found.is_some() {
        names.push(String::from("“") + state.view.query.trim() + "”");
    }
    names
}

#[cfg(test)]
mod tests;
