//! The finished picture in the plot, and what pictures are drawn of.

use std::rc::Rc;

use yew::prelude::*;

use super::axis::{AXIS_HEIGHT, axis};
use super::element::element;
use super::marks::marks;
use super::pulse_areas::PulseAreas;
use crate::state::State;
use crate::time::scale::TimeScale;
use crate::timeline::arcs::{ArcRequest, Arcs};
use crate::timeline::labels::Labels;
use crate::timeline::lanes::Lanes;
use crate::timeline::scene::TimelineScene;

/// What a picture is drawn of.
#[derive(Clone, Properties)]
pub struct PictureProps {
    pub state: Rc<State>,
    pub scene: Rc<TimelineScene>,
    pub lanes: Lanes,
    pub labels: Rc<Labels>,
    pub pulse: Rc<PulseAreas>,
    /// While the plot is panned the picture is wider and goes beyond its frame, so that the frame needs no layout.
    pub plot_width: f64,
    pub scale: TimeScale,
    /// As a [brief](super::brief) picture.
    pub is_brief: bool,
}

impl PartialEq for PictureProps {
    /// The rest follows from these.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.scene, &other.scene) && self.scale == other.scale && self.state.is_moved(&other.state)
    }
}

/// The picture with all that there is.
pub fn full(props: &PictureProps) -> Html {
    let PictureProps { state, scene, lanes, labels, pulse, plot_width, scale, .. } = props;
    let lit = state.lit();
    let request = ArcRequest {
        story: &state.story,
        scene,
        lanes,
        labels,
        scale: *scale,
        // An actor under the pointer comes before a selected event, as in what is lit.
        chain_of: state.chain_of().filter(|_| state.visit.pointed_actor.is_none()),
        lit: lit.as_deref(),
    };
    let arcs = Arcs::draw(&request);
    let height = lanes.total_height() + AXIS_HEIGHT;
    element!("svg" { "class": "canvas", "width": *plot_width, "height": height, "role": "presentation" } [
        pulse.draw(),
        axis(scene, lanes, scale.width(), false),
        marks(state, scene, lit.as_deref(), &arcs, scale.width()),
    ])
}
