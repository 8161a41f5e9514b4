//! The picture while a zoom goes on: the marks of a colour are one path, and only a few turning points have words.
//!
//! A finished picture has some thousand elements, each of which a browser lays out and paints anew when a zoom moves it. This
//! one has thirty; nothing in it can be pointed at.

use dataset::model::EventIdx;
use yew::prelude::*;

use super::axis::{AXIS_HEIGHT, axis};
use super::element::{class, element, when};
use super::full::PictureProps;
use super::marks::{BADGE, badge_width};
use super::shapes::{hue, path, word};
use crate::geom::Point;
use crate::geom::path_text::PathText;
use crate::order::{down, sort_by_key};
use crate::state::State;
use crate::timeline::glyph;
use crate::timeline::scene::{Mark, TimelineScene};

/// So many events keep their words.
const MOST_WORDS: usize = 6;

/// The picture with few words and few elements.
pub fn brief(props: &PictureProps) -> Html {
    let PictureProps { state, scene, lanes, pulse, plot_width: width, scale, .. } = props;
    let lit = state.lit();
    let is_dim = |events: &[EventIdx]| lit.as_deref().is_some_and(|lit| !events.iter().any(|event| lit[event.get()]));
    let mut heaps = Heaps::default();
    for mark in &scene.marks {
        let heap = heaps.of(hue(mark.side), is_dim(&[mark.event]));
        if let Some(bar) = mark.bar {
            let y = mark.y + 7.75;
            heap.bars += &PathText::default().move_to(Point::new(bar.start, y)).line_to(Point::new(bar.end, y)).into_text();
        }
        heap.glyphs += &glyph::path(usize::from(mark.domain.0), mark.x, mark.y, mark.radius);
    }
    for cluster in &scene.clusters {
        let left = cluster.x - badge_width(cluster.events.len()) / 2.0;
        let badge = PathText::default().move_to(Point::new(left + BADGE, cluster.y + BADGE));
        let badge = badge.half_circle_to(BADGE, Point::new(left + BADGE, cluster.y - BADGE));
        let right = 2.0 * cluster.x - left - BADGE;
        let badge =
            badge.line_to(Point::new(right, cluster.y - BADGE)).half_circle_to(BADGE, Point::new(right, cluster.y + BADGE));
        heaps.of(hue(cluster.side), is_dim(&cluster.events)).badges += &badge.close().into_text();
    }
    let words = worded(state, scene).into_iter().filter_map(|mark| {
        let label = mark.label.as_ref()?;
        Some(word("label", label.x, mark.y + 4.0, &label.text.text))
    });
    element!("svg" { "class": "canvas", "width": *width, "height": lanes.total_height() + AXIS_HEIGHT, "aria-hidden": "true" } [
        pulse.draw(),
        axis(scene, lanes, scale.width(), true),
        heaps.draw(),
        element!("g" { "class": "mark major" } [words.collect::<Vec<Html>>()]),
    ])
}

/// The labelled marks that keep their words: the selected one, the most important, and among those the most answered.
fn worded<'a>(state: &State, scene: &'a TimelineScene) -> Vec<&'a Mark> {
    let mut marks: Vec<&Mark> = scene.marks.iter().filter(|mark| mark.label.is_some()).collect();
    sort_by_key(&mut marks, |mark| {
        let is_selected = state.selected_event() == Some(mark.event);
        let importance = if is_selected { u8::MAX } else { state.story.event(mark.event).importance };
        down(u32::from(importance) * 1_000 + state.story.answers(mark.event).len().min(999) as u32)
    });
    marks.truncate(MOST_WORDS);
    marks
}

/// What is drawn in one colour, as the `d` of paths.
#[derive(Default)]
struct Heap {
    glyphs: String,
    bars: String,
    badges: String,
}

/// The heaps of each hue, clear or dim.
#[derive(Default)]
struct Heaps(Vec<((&'static str, bool), Heap)>);

impl Heaps {
    fn of(&mut self, hue: &'static str, is_dim: bool) -> &mut Heap {
        let key = (hue, is_dim);
        let at = self.0.iter().position(|(known, _)| *known == key).unwrap_or_else(|| {
            self.0.push((key, Heap::default()));
            self.0.len() - 1
        });
        &mut self.0[at].1
    }

    fn draw(self) -> Vec<Html> {
        let draw = |((hue, is_dim), heap): ((&'static str, bool), Heap)| {
            element!("g" { "class": class(&["cluster", hue, when(is_dim, "dim")]) } [
                path("stretch", heap.bars),
                path("glyph", heap.glyphs),
                path("badge", heap.badges),
            ])
        };
        self.0.into_iter().map(draw).collect()
    }
}
