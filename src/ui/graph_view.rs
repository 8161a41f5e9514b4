//! The actor graph of the window: measures its room, keeps the layout, and turns hands and keys into actions.

use std::rc::Rc;

use dataset::model::ActorIdx;
use yew::prelude::*;

use super::clicks::pair;
use super::element::element;
use super::graph_hands::{Meaning, Spot, key_meaning, use_gestures};
use super::graph_key::{Shown, graph_key};
use super::guard::Same;
use super::measured::{use_font, use_size, width};
use super::paint::picture;
use super::store::Dispatch;
use crate::drawing::camps::CampPicture;
use crate::drawing::graph::GraphPicture;
use crate::geom::{Point, Size};
use crate::graph::camera::GraphCamera;
use crate::graph::camp_scene::{CampScene, Ranks};
use crate::graph::camps::Camps;
use crate::graph::content::GraphContent;
use crate::graph::layout::{GraphLayout, GraphRequest, home, settle};
use crate::graph::scene::{Focus, GraphScene, SceneRequest};
use crate::graph::sentence::sentence;
use crate::platform::measure::scale;
use crate::platform::{dom, keys};
use crate::state::{Action, GraphMode, Selection, State};

#[derive(PartialEq, Properties)]
pub struct Props {
    pub state: Rc<State>,
    pub dispatch: Dispatch,
}

/// What is drawn.
pub enum Drawn {
    /// The camps.
    Camps(CampScene),
    /// Every actor and line.
    All(GraphScene),
}

impl Drawn {
    /// What the arrow keys go to, with where it is on the panel.
    pub fn spots(&self, state: &State) -> Vec<(Spot, Point)> {
        match self {
            Self::All(scene) => scene.nodes.iter().map(|node| (Spot::Actor(node.actor), node.center)).collect(),
            Self::Camps(scene) => {
                let actors = scene.actors.iter().map(|mark| (Spot::Actor(mark.actor), mark.plug.center));
                let bands = scene.bands.iter().map(|mark| (Spot::Band(mark.from, mark.to), mark.number.bounds.center()));
                let camps = scene.camps.iter().map(|mark| (Spot::Camp(mark.side), mark.name.bounds.center()));
                camps.chain(actors).chain(bands).map(|(spot, at)| (spot, state.visit.camera.on_screen(at))).collect()
            }
        }
    }
}

/// What those hear who cannot see the graph.
const HOW: &str = "Down goes in to camps and actors, arrows from one to the next, Enter opens, with what they did. Escape comes out. Plus \
                   and minus zoom, Shift with arrows moves an actor, T opens a table.";

#[component]
pub fn GraphView(props: &Props) -> Html {
    let Props { state, dispatch } = props;
    let story = &state.story;
    let plane = use_node_ref();
    // Whole pixels: fractions differ from browser to browser, and the places of the nodes must not.
    let room = use_size(&plane, ".plane");
    let size = Size::new(room.width.floor(), room.height.floor());
    let font = use_font(&plane, ".plane");
    let whole = use_memo((), |()| GraphContent::whole(story));
    let ranks = use_memo((), |()| Ranks::of(story));
    let content = whole.within(story, state.window());
    let camps = Camps::of(story, &content);
    let num_actors = content.nodes.len();
    let (content, layout) = use_layout(state, &whole, content, size);
    let dealing = match state.view.selection {
        Some(Selection::Dealing(from, to)) => Some((from, to)),
        _ => None,
    };
    let (drawn, shapes, num_left_out) = if let Some(layout) = layout {
        let scene = all_actors(state, &content, &layout, size, &|text| width(&font, text));
        let shapes = GraphPicture { story, scene: &scene, dealing }.shapes();
        (Drawn::All(scene), shapes, 0)
    } else {
        let scene = state.camp_scene(&content, &camps, &ranks, size, &|text| width(&font, text));
        let band = match state.view.selection {
            Some(Selection::Band(from, to)) => Some((from, to)),
            _ => None,
        };
        // Of a picture that is enlarged with its letters the way that it was moved is as much longer.
        let camera = GraphCamera { pan: state.visit.camera.pan * scale(), ..state.visit.camera };
        let shapes = CampPicture { story, scene: &scene, camera, band, dealing }.shapes();
        let num_left_out = scene.num_left_out;
        (Drawn::Camps(scene), shapes, num_left_out)
    };
    let drawn = Rc::new(drawn);
    use_gestures(&plane, state, dispatch, &drawn);
    let onkeydown = {
        let (state, dispatch, drawn) = (state.clone(), dispatch.clone(), drawn.clone());
        Callback::from(move |event: KeyboardEvent| {
            let press = keys::KeyPress::from(&event);
            match key_meaning(&state, &drawn.spots(&state), Spot::at(&state, &event), size, &press) {
                Some(Meaning::Send(action)) => dispatch.dispatch(action),
                Some(Meaning::Focus(spot)) => {
                    dom::focus(&spot.map_or(".plane".to_owned(), |spot| spot.selector(&state)));
                    dispatch.dispatch(spot.map_or(Action::PointAtActor(None), Spot::pointed));
                }
                None => return,
            }
            keys::consume(&event);
        })
    };
    let point_at = |leaves: bool| {
        let (state, dispatch) = (state.clone(), dispatch.clone());
        Callback::from(move |event: MouseEvent| {
            let under = dom::nearest(&event, &["data-dealing", "data-actor", "data-band"]).filter(|_| !leaves);
            dispatch.dispatch(match under {
                // On a line of the actor that was pointed at: it stays.
                Some(("data-dealing", _)) => return,
                Some(("data-band", id)) => Action::PointAtBand(pair(&state, &id)),
                under => Action::PointAtActor(under.and_then(|(_, id)| state.story.actor_by_id(&id))),
            });
        })
    };
    let is_enlarged = state.visit.camera.zoom > 1.0;
    let is_moved = state.visit.camera != Default::default() || !state.visit.pins.is_empty();
    let shown = Shown { is_moved, num_left_out, actors: [content.nodes.len(), num_actors] };
    html! {
        <section class="graph" role="region" aria-label="Actor graph">
            <p class="graph-says" lang="en" id="graph-says">{ sentence(story, &camps, state.window()) }</p>
            { element!("h2" { "class": "spoken" } ["Actors"]) }
            <div class="plane" data-enlarged={is_enlarged.then_some("true")} ref={plane} tabindex="0" role="application" {onkeydown} onmouseover={point_at(false)} onmouseleave={point_at(true)}
                aria-roledescription="graph" aria-describedby="graph-says" aria-label="Camps and actors of the window"
                aria-description={HOW}>
                { picture("canvas", [size.width, size.height], shapes) }
            </div>
            { graph_key(state, shown) }
        </section>
    }
}

/// Where every actor stands, if all are asked for, with as much of the graph as can be read; computed anew only when the
/// window's events have changed.
#[hook]
fn use_layout(
    state: &Rc<State>,
    whole: &GraphContent,
    content: GraphContent,
    size: Size,
) -> (GraphContent, Option<Rc<GraphLayout>>) {
    let story = &state.story;
    let is_all = state.view.graph == GraphMode::All;
    let homes = use_memo((is_all, size), |_| is_all.then(|| home(story, whole, size)));
    let content = if is_all { content.foremost(&state.chosen_actors()) } else { content };
    let request = is_all.then(|| GraphRequest::of(story, &content, &state.visit.pins, size));
    let layout = use_memo((request, Same(homes)), |(request, Same(homes))| {
        request.as_ref().map(|request| settle(request, homes.as_ref().as_ref()))
    });
    let layout = (*layout).clone().map(Rc::new);
    (content, layout)
}

fn all_actors(
    state: &State,
    content: &GraphContent,
    layout: &GraphLayout,
    size: Size,
    measure: &dyn Fn(&str) -> f64,
) -> GraphScene {
    let lit: Vec<ActorIdx> = state.lit_actors(content);
    let widths: Vec<f64> = state.story.actors().map(|actor| measure(state.story.actor(actor).short)).collect();
    GraphScene::of(&SceneRequest {
        story: &state.story,
        content,
        layout,
        camera: state.visit.camera,
        size,
        focus: Focus { selected: state.selected_actor(), hovered: state.visit.pointed_actor, lit: &lit },
        label_widths: &widths,
    })
}
