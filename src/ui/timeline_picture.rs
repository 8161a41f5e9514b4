//! The timeline's picture at rest, as elements of the page.

use std::rc::Rc;

use yew::prelude::*;

use super::above::{border, height};
use super::guard::Same;
use super::paint;
use crate::drawing::above::Above;
use crate::drawing::shape::Detail;
use crate::drawing::timeline::TimelinePicture;
use crate::geom::Size;
use crate::state::State;
use crate::time::scale::TimeScale;
use crate::time::window::TimeWindow;
use crate::timeline::arcs::{ArcRequest, Arcs};
use crate::timeline::classes::AXIS_HEIGHT;
use crate::timeline::glide::Laid;
use crate::timeline::labels::Labels;

/// What a picture at rest is drawn of.
#[derive(Clone, Properties)]
pub struct PictureProps {
    pub state: Rc<State>,
    pub laid: Same<Laid>,
    pub labels: Same<Rc<Labels>>,
    pub above: Same<Above>,
    pub size: Size,
    pub window: TimeWindow,
}

impl PartialEq for PictureProps {
    /// The rest follows from these.
    fn eq(&self, other: &Self) -> bool {
        self.laid == other.laid && self.above == other.above && self.state.is_moved(&other.state)
    }
}

/// The picture at rest.
#[component]
pub fn Picture(props: &PictureProps) -> Html {
    let PictureProps { state, laid: Same(laid), labels: Same(labels), above: Same(above), size, window } =
        props;
    let (record, lit, scale) = (&state.record, state.lit(), TimeScale::new(*window, size.width));
    let Laid { lanes, scene } = &**laid;
    // An actor under the pointer comes before a selected event, as in what is lit.
    let chain_of = state.chain_of().filter(|_| state.visit.pointed_actor.is_none());
    let arcs = Arcs::draw(&ArcRequest {
        record,
        scene,
        lanes,
        labels,
        scale,
        chain_of,
        reach: state.visit.reach,
        lit: lit.as_deref(),
    });
    let (zone, selected, detail) = (state.view.clock, state.selected_event(), Detail::Whole);
    let timeline = TimelinePicture {
        record,
        scene,
        lanes,
        arcs: &arcs,
        width: size.width,
        zone,
        lit: lit.as_deref(),
        selected,
        focused: state.visit.focused_event,
        detail,
    };
    let strip = height(size.width);
    let mut shapes = vec![above.shape(scale, [-border() - strip, strip], &|text| labels.width(text))];
    shapes.extend(timeline.shapes());
    paint::picture("canvas", [size.width, lanes.total_height() + AXIS_HEIGHT], shapes)
}
