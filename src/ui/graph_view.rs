//! The actor graph of the window: measures its room, keeps the layout, and turns hands and keys into actions.

use std::cell::RefCell;
use std::rc::Rc;

use dataset::model::{ActorIdx, EventIdx};
use yew::prelude::*;

use super::element::element;
use super::graph_marks::graph_marks;
use super::guard::{Same, use_guard};
use super::measured::{use_font, use_size, width};
use super::shapes::{quiet, span};
use super::store::Dispatch;
use crate::geom::{Point, Size, Vec2};
use crate::graph::content::{GraphContent, neighbourhood};
use crate::graph::layout::{GraphLayout, GraphRequest, home, settle};
use crate::graph::scene::{Focus, GraphScene, SceneRequest};
use crate::graph::walk;
use crate::input::{Gesture, Intent, Phase, wheel};
use crate::order::sort_unique_by_key;
use crate::platform::gestures::{self, Grip, Sample};
use crate::platform::{dom, keys};
use crate::state::{Action, Selection, State};

/// A press this near to a node takes hold of it, in pixels beyond its edge.
const REACH_PX: f64 = 4.0;
/// A press of + enlarges the graph so many times.
const ZOOM_STEP: f64 = 1.5;

#[derive(PartialEq, Properties)]
pub struct Props {
    pub state: Rc<State>,
    pub dispatch: Dispatch,
}

#[component]
pub fn GraphView(props: &Props) -> Html {
    let Props { state, dispatch } = props;
    let plane = use_node_ref();
    // Whole pixels: fractions differ from browser to browser, and the places of the nodes must not.
    let room = use_size(&plane, ".plane");
    let size = Size::new(room.width.floor(), room.height.floor());
    let font = use_font(&plane, ".plane");
    let widths = use_memo(font.is_some(), |_| {
        state.story.actors().map(|actor| width(&font, state.story.actor(actor).short)).collect::<Vec<f64>>()
    });
    let (content, layout, num_actors) = use_layout(state, size);
    let lit = lit_actors(state, &content);
    let focus = Focus { selected: state.selected_actor(), hovered: state.visit.pointed_actor, lit: &lit };
    let scene = Rc::new(GraphScene::of(&SceneRequest {
        story: &state.story,
        content: &content,
        layout: &layout,
        camera: state.visit.camera,
        size,
        focus,
        label_widths: &widths,
    }));
    use_gestures(&plane, state, dispatch, &scene);
    let focused = use_state_eq(|| None::<ActorIdx>);
    {
        let (story, focused) = (state.story.clone(), *focused);
        use_guard(focused, move || {
            if let Some(actor) = focused {
                dom::focus(&format!(".plane [data-actor=\"{}\"]", story.actor(actor).id));
            }
        });
    }
    let onkeydown = {
        let (state, dispatch, scene) = (state.clone(), dispatch.clone(), scene.clone());
        Callback::from(move |event: KeyboardEvent| {
            let press = keys::KeyPress::from(&event);
            match key_meaning(&state, &scene, *focused, size, &press) {
                Some(Meaning::Send(action)) => dispatch.dispatch(action),
                Some(Meaning::Focus(actor)) => {
                    focused.set(actor);
                    dispatch.dispatch(Action::PointAtActor(actor));
                    if actor.is_none() {
                        dom::focus(".plane");
                    }
                }
                None => return,
            }
            keys::consume(&event);
        })
    };
    let point_at = |leaves: bool| {
        let (state, dispatch) = (state.clone(), dispatch.clone());
        Callback::from(move |event: MouseEvent| {
            let id = dom::nearest(&event, &["data-actor"]).filter(|_| !leaves);
            dispatch.dispatch(Action::PointAtActor(id.and_then(|(_, id)| state.story.actor_by_id(&id))));
        })
    };
    let is_moved = state.visit.camera != Default::default() || !state.visit.pins.is_empty();
    let marks = graph_marks(state, &scene);
    let picture =
        element!("svg" { "class": "canvas", "width": size.width, "height": size.height, "role": "presentation" } [marks]);
    html! {
        <section class="graph" role="region" aria-label="Actor graph">
            <div class="plane" ref={plane} tabindex="0" role="group" {onkeydown} onmouseover={point_at(false)} onmouseleave={point_at(true)}
                aria-label="Actors of the window. Down goes to the actors, arrows from one to the next, plus and minus zoom.">
                { picture }
            </div>
            { graph_key(is_moved, [content.nodes.len(), num_actors]) }
        </section>
    }
}

/// What the colours of the lines mean, how much of a large graph is shown, and the way back from a moved one.
fn graph_key(is_moved: bool, [num_shown, num_actors]: [usize; 2]) -> Html {
    let entry = |class, name: &'static str| element!("span" { "class": class } [name]);
    element!("p" { "class": "graph-key" } [
        entry("hostile", "hostile"),
        entry("cooperative", "cooperative"),
        entry("neutral", "neither"),
        entry("standing", "standing relation"),
        (num_shown < num_actors).then(|| span("part", format!("{num_shown} of {num_actors} actors, those with most events"))),
        is_moved.then(|| quiet("Reset", "reset-graph")),
    ])
}

/// Who acted on whom in the window, where they stand, and how many actors the window has; the layout is computed anew only
/// when the window's events have changed.
#[hook]
fn use_layout(state: &Rc<State>, size: Size) -> (Rc<GraphContent>, Rc<GraphLayout>, usize) {
    let story = &state.story;
    let whole = use_memo((), |()| GraphContent::whole(story));
    let homes = use_memo(size, |size| home(story, &whole, *size));
    let all = whole.within(story, state.window());
    let num_actors = all.nodes.len();
    let content = Rc::new(all.foremost(&state.chosen_actors()));
    let request = GraphRequest::of(story, &content, &state.visit.pins, size);
    let layout = use_memo((request, Same(homes)), |(request, Same(homes))| settle(request, Some(homes)));
    (content, layout, num_actors)
}

/// Who stands out: the neighbourhood of what is pointed at or selected, those who had a part in the event, or those whom
/// the told step is about.
pub fn lit_actors(state: &State, content: &GraphContent) -> Vec<ActorIdx> {
    let around = |actor: ActorIdx| {
        let mut all = neighbourhood(content, actor);
        all.push(actor);
        all
    };
    let of_event = |event: EventIdx| state.story.participants(event).collect();
    if let Some(actor) = state.visit.pointed_actor.filter(|&actor| content.node(actor).is_some()) {
        return around(actor);
    }
    match (state.visit.pointed_event, state.view.selection) {
        (Some(event), _) | (None, Some(Selection::Event(event))) => of_event(event),
        (None, Some(Selection::Actor(actor))) if state.view.path.is_some() => {
            let steps = state.path().map(|(path, _)| path.steps).unwrap_or_default();
            std::iter::once(actor).chain(steps.into_iter().map(|step| step.to)).collect()
        }
        (None, Some(Selection::Actor(actor))) if content.node(actor).is_some() => around(actor),
        (None, Some(Selection::Dealing(from, to))) => vec![from, to],
        (None, None) if let Some(step) = state.told_step() => step.actors.to_vec(),
        (None, None) if state.is_narrowed() => {
            let kept = state.story.events_in(state.window()).filter(|&event| state.keeps(event));
            let mut actors: Vec<ActorIdx> = kept.flat_map(|event| state.story.participants(event)).collect();
            sort_unique_by_key(&mut actors, |actor| actor.0.into());
            actors
        }
        _ => Vec::new(),
    }
}

#[hook]
fn use_gestures(plane: &NodeRef, state: &Rc<State>, dispatch: &Dispatch, scene: &Rc<GraphScene>) {
    let newest = use_mut_ref(|| (state.clone(), scene.clone()));
    *newest.borrow_mut() = (state.clone(), scene.clone());
    let (plane, dispatch) = (plane.clone(), dispatch.clone());
    use_guard((), move || {
        let gesture = RefCell::new(Gesture::default());
        let held = RefCell::new(None::<ActorIdx>);
        let heard = move |sample| {
            let (state, scene) = newest.borrow().clone();
            let pointer = match sample {
                Sample::Pointer(pointer) => pointer,
                Sample::Wheel(turn) => {
                    match wheel(&turn) {
                        Some(Intent::Zoom { at, factor }) => dispatch.dispatch(Action::ZoomGraph { at, factor: 1.0 / factor }),
                        Some(Intent::Pan(by)) => dispatch.dispatch(Action::PanGraph(by)),
                        _ => {}
                    }
                    return Grip::Loose;
                }
            };
            let mut gesture = gesture.borrow_mut();
            if pointer.phase == Phase::Down {
                *held.borrow_mut() = node_at(&scene, pointer.at);
            }
            match (gesture.feed(&pointer), *held.borrow()) {
                (Some(Intent::Pan(_)), Some(actor)) => {
                    dispatch.dispatch(Action::Pin(actor, state.visit.camera.in_graph(pointer.at)));
                }
                (Some(Intent::Pan(by)), None) => dispatch.dispatch(Action::PanGraph(by)),
                (Some(Intent::Zoom { at, factor }), _) => dispatch.dispatch(Action::ZoomGraph { at, factor: 1.0 / factor }),
                _ => {}
            }
            if gesture.is_dragging() { Grip::Dragging } else { Grip::Loose }
        };
        plane.cast().map(|element| gestures::listen(&element, heard))
    });
}

/// The node under a press; the last drawn, which lies on top, if there are several.
fn node_at(scene: &GraphScene, at: Point) -> Option<ActorIdx> {
    let hit = |node: &&crate::graph::scene::NodeMark| (node.center - at).length() <= node.radius + REACH_PX;
    scene.nodes.iter().rev().find(hit).map(|node| node.actor)
}

/// What a key means in the graph.
enum Meaning {
    Send(Action),
    Focus(Option<ActorIdx>),
}

fn key_meaning(
    state: &State,
    scene: &GraphScene,
    focused: Option<ActorIdx>,
    size: Size,
    press: &keys::KeyPress,
) -> Option<Meaning> {
    let middle = Point::new(size.width / 2.0, size.height / 2.0);
    let zoom = |factor| Some(Meaning::Send(Action::ZoomGraph { at: middle, factor }));
    let way = match press.key.as_str() {
        _ if press.is_shortcut => return None,
        "+" | "=" => return zoom(ZOOM_STEP),
        "-" | "_" => return zoom(1.0 / ZOOM_STEP),
        "0" => return Some(Meaning::Send(Action::ResetGraph)),
        "Enter" | " " => return focused.map(|actor| Meaning::Send(Action::Select(Selection::Actor(actor)))),
        "Escape" => return focused.map(|_| Meaning::Focus(None)),
        "ArrowLeft" => Vec2::new(-1.0, 0.0),
        "ArrowRight" => Vec2::new(1.0, 0.0),
        "ArrowUp" => Vec2::new(0.0, -1.0),
        "ArrowDown" => Vec2::new(0.0, 1.0),
        _ => return None,
    };
    let most = || scene.nodes.iter().max_by(|a, b| a.radius.total_cmp(&b.radius)).map(|node| node.actor);
    let is_there = |actor: &ActorIdx| scene.nodes.iter().any(|node| node.actor == *actor);
    let next = match focused.filter(is_there) {
        Some(actor) => walk::next(scene, actor, way)?,
        None => state.selected_actor().filter(is_there).or_else(most)?,
    };
    Some(Meaning::Focus(Some(next)))
}
