//! The actor graph of the window: measures its room, keeps the layout, and turns hands and keys into actions.

use std::cell::Cell;
use std::rc::Rc;

use dataset::model::ActorIdx;
use yew::prelude::*;

use super::clicks::pair;
use super::element::element;
use super::graph_hands::{Meaning, Spot, Spots, key_meaning, use_gestures};
use super::graph_key::{Shown, graph_key};
use super::graph_leaving::use_leaving;
use super::guard::{Same, use_guard};
use super::measured::{use_font, use_size, width};
use super::paint::picture;
use super::shapes::span;
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
use crate::graph::sentence;
use crate::platform::measure::scale;
use crate::platform::{dom, gestures, keys};
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
    /// What the keyboard finds in it.
    fn spots(&self, state: &State, origin: Option<Spot>) -> Spots {
        let dealings = match self {
            Self::All(scene) => scene.dealings.iter().map(|mark| (mark.from, mark.to)).collect(),
            Self::Camps(scene) => scene.wires.iter().map(|mark| (mark.from, mark.to)).collect(),
        };
        Spots { all: self.places(state), dealings, origin }
    }

    fn places(&self, state: &State) -> Vec<(Spot, Point)> {
        match self {
            Self::All(scene) => {
                scene.nodes.iter().map(|node| (Spot::Actor(node.actor), node.center)).collect()
            }
            Self::Camps(scene) => {
                let actors = scene.actors.iter().map(|mark| (Spot::Actor(mark.actor), mark.plug.center));
                let bands = scene
                    .bands
                    .iter()
                    .map(|mark| (Spot::Band(mark.from, mark.to), mark.number.bounds.center()));
                // A camp is above its actors, wherever its name stands.
                let first =
                    |side| scene.actors.iter().find(|mark| mark.side == side).map(|mark| mark.plug.center.x);
                let camps = scene.camps.iter().map(|mark| {
                    let name = mark.name.bounds.center();
                    (Spot::Camp(mark.side), Point::new(first(mark.side).unwrap_or(name.x), name.y))
                });
                camps
                    .chain(actors)
                    .chain(bands)
                    .map(|(spot, at)| (spot, state.visit.camera.on_screen(at)))
                    .collect()
            }
        }
    }
}

/// What those hear who cannot see the graph.
const HOW: &str = "Down goes in to camps and actors, arrows from one to the next, Enter opens, with what \
                   they did, and again goes in to each of it. Escape comes out. Plus and minus zoom, Shift \
                   with arrows moves an actor, T opens a table.";

/// The graph, as soon as the late part of the app is there.
/// Until then stands there what the build has drawn of the opening window, and nothing of another one.
#[component]
pub fn GraphView(props: &Props) -> Html {
    let state = &props.state;
    let again = use_force_update();
    use_guard((), move || dom::when_whole(move || again.force_update()));
    if dom::is_whole() {
        return html! { <Graph state={state.clone()} dispatch={props.dispatch.clone()} /> };
    }
    let is_drawn = state.window() == state.record.opening();
    if let Some(graph) = dom::graph_before().filter(|_| is_drawn && state.view.graph == GraphMode::Camps) {
        return Html::VRef(graph);
    }
    let told = state.lacks.map_or("The graph is on its way.", |_| "The graph has not come.");
    element!("section" {
        "class": "graph",
        "role": "region",
        "aria-label": "Actor graph",
        "aria-busy": "true",
    } [
        element!("p" { "class": "graph-says", "lang": "en" } [told]),
        element!("div" { "class": "plane" } []),
    ])
}

#[component]
fn Graph(props: &Props) -> Html {
    let Props { state, dispatch } = props;
    let record = &state.record;
    let plane = use_node_ref();
    // Whole pixels: fractions differ from browser to browser, and the places of the nodes must not.
    let room = use_size(&plane, ".plane");
    let size = Size::new(room.width.floor(), room.height.floor());
    let font = use_font(&plane, ".plane");
    let whole = use_memo((), |()| GraphContent::whole(record));
    let ranks = use_memo((), |()| Ranks::of(record));
    let content = whole.within(record, state.window());
    let camps = Camps::of(record, &content);
    let num_actors = content.nodes.len();
    let (content, layout) = use_layout(state, &whole, content, size);
    let dealing = match state.view.selection {
        Some(Selection::Dealing(from, to)) => Some((from, to)),
        _ => None,
    };
    let measure = |text: &str| width(&font, text);
    let drawn = match layout {
        Some(layout) => Drawn::All(all_actors(state, &content, &layout, size, &measure)),
        None => Drawn::Camps(state.camp_scene(&content, &camps, &ranks, size, &measure)),
    };
    let drawn = Rc::new(drawn);
    let before = use_leaving(&drawn);
    let (shapes, num_left_out) = match &*drawn {
        Drawn::All(scene) => (GraphPicture { record, scene, dealing }.shapes(), 0),
        Drawn::Camps(scene) => {
            let band = match state.view.selection {
                Some(Selection::Band(from, to)) => Some((from, to)),
                _ => None,
            };
            // Of a picture that is enlarged with its letters the way that it was moved is as much longer.
            let camera = GraphCamera { pan: state.visit.camera.pan * scale(), ..state.visit.camera };
            let before = if let Some(Drawn::Camps(before)) = before.as_deref() { Some(before) } else { None };
            (CampPicture { record, scene, camera, band, dealing, before }.shapes(), scene.num_left_out)
        }
    };
    use_gestures(&plane, state, dispatch, &drawn);
    let origin = use_memo((), |()| Cell::new(None::<Spot>));
    let onkeydown = {
        let (state, dispatch, drawn, origin) =
            (state.clone(), dispatch.clone(), drawn.clone(), origin.clone());
        Callback::from(move |event: KeyboardEvent| {
            let press = keys::KeyPress::from(&event);
            let focused = Spot::at(&state, &event);
            match key_meaning(&state, &drawn.spots(&state, origin.get()), focused, size, &press) {
                Some(Meaning::Send(action)) => dispatch.dispatch(action),
                Some(Meaning::Focus(spot)) => {
                    if !matches!(focused, Some(Spot::Dealing(..))) {
                        origin.set(focused);
                    }
                    dom::focus(&spot.map_or(".plane".to_owned(), |spot| spot.selector(&state)));
                    if let Some(action) = spot.map_or(Some(Action::PointAtActor(None)), Spot::pointed) {
                        dispatch.dispatch(action);
                    }
                }
                Some(Meaning::Details) => drop(dom::focus(".details")),
                None => return,
            }
            keys::consume(&event);
        })
    };
    let point_at = |leaves: bool| {
        let (state, dispatch) = (state.clone(), dispatch.clone());
        Callback::from(move |event: MouseEvent| {
            let under =
                dom::nearest(&event, &["data-dealing", "data-actor", "data-band"]).filter(|_| !leaves);
            dispatch.dispatch(match under {
                // On a line of the actor that was pointed at: it stays.
                Some(("data-dealing", _)) => return,
                Some(("data-band", id)) => Action::PointAtBand(pair(&state, &id)),
                under => Action::PointAtActor(under.and_then(|(_, id)| state.record.actor_by_id(&id))),
            });
        })
    };
    let is_enlarged = state.visit.camera.zoom > 1.0;
    let onclick = {
        let (dispatch, plane) = (dispatch.clone(), plane.clone());
        Callback::from(move |event: MouseEvent| {
            // What a hand has chosen was not gone in to.
            origin.set(None);
            // Nearer than at first, a click where nothing is brings that place to the middle:
            // for those who cannot drag.
            let is_free =
                dom::nearest(&event, &["data-dealing", "data-actor", "data-band", "data-camp"]).is_none();
            if let Some(element) = plane.cast().filter(|_| is_free && is_enlarged) {
                let middle = Point::new(size.width / 2.0, size.height / 2.0);
                dispatch.dispatch(Action::PanGraph(middle - gestures::at_within(&element, &event)));
            }
        })
    };
    let is_moved = state.visit.camera != Default::default() || !state.visit.pins.is_empty();
    let shown = Shown { is_moved, num_left_out, actors: [content.nodes.len(), num_actors] };
    let [first, beside] = sentence::parts(record, &camps, state.window());
    html! {
        <section class="graph" role="region" aria-label="Actor graph">
            { element!("p" {
                "class": "graph-says",
                "lang": "en",
                "id": "graph-says",
            } [span("", first), span("beside", beside)]) }
            { element!("h2" { "class": "spoken" } ["Actors"]) }
            <div class="plane" data-enlarged={is_enlarged.then_some("true")} ref={&plane} tabindex="0"
                {onkeydown} {onclick} onmouseover={point_at(false)} onmouseleave={point_at(true)}
                role="application" aria-roledescription="graph" aria-describedby="graph-says"
                aria-label="Camps and actors of the window" aria-description={HOW}>
                { picture("canvas", [size.width, size.height], shapes) }
            </div>
            { graph_key(state, shown) }
        </section>
    }
}

/// Where every actor stands, if all are asked for, with as much of the graph as can be read; computed anew
/// only when the window's events have changed.
#[hook]
fn use_layout(
    state: &Rc<State>,
    whole: &GraphContent,
    content: GraphContent,
    size: Size,
) -> (GraphContent, Option<Rc<GraphLayout>>) {
    let record = &state.record;
    let is_all = state.view.graph == GraphMode::All;
    let homes = use_memo((is_all, size), |_| is_all.then(|| home(record, whole, size)));
    let content = if is_all { content.foremost(&state.chosen_actors()) } else { content };
    let request = is_all.then(|| GraphRequest::of(record, &content, &state.visit.pins, size));
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
    let widths: Vec<f64> =
        state.record.actors().map(|actor| measure(state.record.actor(actor).short)).collect();
    GraphScene::of(&SceneRequest {
        record: &state.record,
        content,
        layout,
        camera: state.visit.camera,
        size,
        focus: Focus { selected: state.selected_actor(), hovered: state.visit.pointed_actor, lit: &lit },
        label_widths: &widths,
    })
}
