//! What hands and keys mean in the actor graph.

use std::cell::RefCell;
use std::rc::Rc;

use dataset::model::{ActorIdx, SideIdx};
use yew::prelude::*;

use super::clicks::pair;
use super::graph_view::Drawn;
use super::guard::use_guard;
use super::store::Dispatch;
use crate::geom::{Point, Size, Vec2};
use crate::graph::walk;
use crate::input::{Gesture, Intent, Phase, wheel};
use crate::platform::gestures::{self, Grip, Sample};
use crate::platform::{dom, keys};
use crate::state::table::{Kind, Table};
use crate::state::{Action, Selection, State};

/// A press this near to a node takes hold of it, in pixels beyond its edge.
const REACH_PX: f64 = 4.0;
/// A press of + enlarges the graph by this factor.
pub const ZOOM_STEP: f64 = 1.5;
/// A press of an arrow with Shift moves an actor so many pixels, or the picture.
const MOVE_PX: (f64, f64) = (12.0, 60.0);

/// What the keyboard can go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// An actor.
    Actor(ActorIdx),
    /// What one camp did to another.
    Band(SideIdx, SideIdx),
    /// A camp, by its name.
    Camp(SideIdx),
    /// What one actor did to another.
    Dealing(ActorIdx, ActorIdx),
}

impl Spot {
    /// That which a key went to.
    pub fn at(state: &State, event: &KeyboardEvent) -> Option<Self> {
        match dom::nearest(event, &["data-dealing", "data-actor", "data-band", "data-camp"])? {
            ("data-dealing", id) => {
                let (from, to) = id.split_once('>')?;
                Some(Self::Dealing(state.record.actor_by_id(from)?, state.record.actor_by_id(to)?))
            }
            ("data-actor", id) => state.record.actor_by_id(&id).map(Self::Actor),
            ("data-band", id) => pair(state, &id).map(|(from, to)| Self::Band(from, to)),
            (_, id) => state.record.side_by_id(&id).map(Self::Camp),
        }
    }

    /// The selector of its element.
    pub fn selector(self, state: &State) -> String {
        let side = |side: SideIdx| state.record.data().sides[side.get()].id;
        match self {
            Self::Actor(actor) => format!(".plane [data-actor=\"{}\"]", state.record.actor(actor).id),
            Self::Band(from, to) => format!(".plane [data-band=\"{}>{}\"]", side(from), side(to)),
            Self::Camp(camp) => format!(".plane [data-camp=\"{}\"]", side(camp)),
            Self::Dealing(from, to) => {
                let [from, to] = [from, to].map(|actor| state.record.actor(actor).id);
                format!(".plane [data-dealing=\"{from}>{to}\"]")
            }
        }
    }

    /// What follows when the focus comes to it. A dealing is one of those
    /// of whom the reader came from, who stays in view.
    pub fn pointed(self) -> Option<Action> {
        Some(match self {
            Self::Actor(actor) => Action::PointAtActor(Some(actor)),
            Self::Band(from, to) => Action::PointAtBand(Some((from, to))),
            Self::Camp(_) => Action::PointAtActor(None),
            Self::Dealing(..) => return None,
        })
    }

    fn opened(self, state: &State) -> Action {
        match self {
            Self::Actor(actor) => Action::Select(Selection::Actor(actor)),
            Self::Band(from, to) => Action::Select(Selection::Band(from, to)),
            Self::Camp(camp) => Action::OpenCamp(Some(camp).filter(|_| state.visit.open_camp.is_none())),
            Self::Dealing(from, to) => Action::Select(Selection::Dealing(from, to)),
        }
    }

    fn is_selected(self, state: &State) -> bool {
        matches!(self.opened(state), Action::Select(selection) if Some(selection) == state.view.selection)
    }
}

#[hook]
pub fn use_gestures(plane: &NodeRef, state: &Rc<State>, dispatch: &Dispatch, drawn: &Rc<Drawn>) {
    let newest = use_mut_ref(|| (state.clone(), drawn.clone()));
    *newest.borrow_mut() = (state.clone(), drawn.clone());
    let (plane, dispatch) = (plane.clone(), dispatch.clone());
    use_guard((), move || {
        let gesture = RefCell::new(Gesture::default());
        let held = RefCell::new(None::<ActorIdx>);
        let heard = move |sample| {
            let (state, drawn) = newest.borrow().clone();
            let pointer = match sample {
                Sample::Pointer(pointer) => pointer,
                Sample::Wheel(turn) => {
                    match wheel(&turn) {
                        Some(Intent::Zoom { at, factor, .. }) => {
                            dispatch.dispatch(Action::ZoomGraph { at, factor: 1.0 / factor })
                        }
                        Some(Intent::Pan(by)) => dispatch.dispatch(Action::PanGraph(by)),
                        _ => {}
                    }
                    return Grip::Loose;
                }
            };
            let mut gesture = gesture.borrow_mut();
            if pointer.phase == Phase::Down {
                *held.borrow_mut() = node_at(&state, &drawn, pointer.at);
            }
            match (gesture.feed(&pointer), *held.borrow()) {
                (Some(Intent::Pan(_)), Some(actor)) => {
                    dispatch.dispatch(Action::Pin(actor, state.visit.camera.in_graph(pointer.at)));
                }
                (Some(Intent::Pan(by)), None) => dispatch.dispatch(Action::PanGraph(by)),
                (Some(Intent::Zoom { at, factor, by }), _) => {
                    dispatch.dispatch(Action::PanGraph(by));
                    dispatch.dispatch(Action::ZoomGraph { at, factor: 1.0 / factor });
                }
                _ => {}
            }
            if gesture.is_dragging() { Grip::Dragging } else { Grip::Loose }
        };
        plane.cast().map(|element| gestures::listen(&element, heard))
    });
}

/// The node under a press; the last drawn, which lies on top, if there are several.
fn node_at(state: &State, drawn: &Drawn, at: Point) -> Option<ActorIdx> {
    match drawn {
        Drawn::All(scene) => scene
            .nodes
            .iter()
            .rev()
            .find(|node| (node.center - at).length() <= node.radius + REACH_PX)
            .map(|node| node.actor),
        Drawn::Camps(scene) => {
            let at = state.visit.camera.in_graph(at);
            let hit = scene
                .actors
                .iter()
                .rev()
                .find(|mark| (mark.plug.center - at).length() <= mark.plug.radius + REACH_PX);
            hit.map(|mark| mark.actor)
        }
    }
}

/// What a key means in the graph.
pub enum Meaning {
    Send(Action),
    Focus(Option<Spot>),
    /// The focus goes to what is told of the selection.
    Details,
}

/// What the keyboard finds in the graph.
pub struct Spots {
    /// What the arrow keys go to, with where it is on the panel.
    pub all: Vec<(Spot, Point)>,
    /// What is drawn of what actors did to each other.
    pub dealings: Vec<(ActorIdx, ActorIdx)>,
    /// Whose dealings the reader walks along.
    pub origin: Option<Spot>,
}

impl Spots {
    /// The drawn dealings of an actor, or of the members of one camp with those of another.
    fn dealings_of(&self, state: &State, of: Spot) -> Vec<Spot> {
        let side = |actor: ActorIdx| state.record.actor(actor).side;
        let is_own = |&&(from, to): &&(ActorIdx, ActorIdx)| match of {
            Spot::Actor(actor) => from == actor || to == actor,
            Spot::Band(a, b) => (side(from), side(to)) == (a, b),
            _ => false,
        };
        self.dealings.iter().filter(is_own).map(|&(from, to)| Spot::Dealing(from, to)).collect()
    }
}

pub fn key_meaning(
    state: &State,
    spots: &Spots,
    focused: Option<Spot>,
    size: Size,
    press: &keys::KeyPress,
) -> Option<Meaning> {
    let middle = Point::new(size.width / 2.0, size.height / 2.0);
    let zoom = |factor| Some(Meaning::Send(Action::ZoomGraph { at: middle, factor }));
    let place = |spot: Spot| spots.all.iter().find(|(there, _)| *there == spot).map(|(_, at)| *at);
    // Whom a dealing was gone in to from, if it is one of theirs.
    let origin = match focused {
        Some(Spot::Dealing(from, _)) => {
            let is_own =
                |of: &Spot| focused.is_some_and(|spot| spots.dealings_of(state, *of).contains(&spot));
            Some(spots.origin.filter(is_own).unwrap_or(Spot::Actor(from)))
        }
        _ => None,
    };
    let way = match press.key.as_str() {
        _ if press.is_shortcut => return None,
        "+" | "=" => return zoom(ZOOM_STEP),
        "-" | "_" => return zoom(1.0 / ZOOM_STEP),
        "0" => return Some(Meaning::Send(Action::ResetGraph)),
        "t" | "T" => return Some(Meaning::Send(Action::ShowTable(Some(Table::of(Kind::Dealings))))),
        // A second time it goes in: to the dealings of an actor, to the events of a dealing.
        "Enter" | " " => {
            return focused.map(|spot| match spots.dealings_of(state, spot).first() {
                Some(&first) if spot.is_selected(state) => Meaning::Focus(Some(first)),
                None if origin.is_some() && spot.is_selected(state) => Meaning::Details,
                _ => Meaning::Send(spot.opened(state)),
            });
        }
        "Escape" if origin.is_some() => return spots.origin.map(|_| Meaning::Focus(origin)),
        "Escape" if state.visit.open_camp.is_some() => return Some(Meaning::Send(Action::OpenCamp(None))),
        "Escape" => return focused.map(|_| Meaning::Focus(None)),
        "ArrowLeft" => Vec2::new(-1.0, 0.0),
        "ArrowRight" => Vec2::new(1.0, 0.0),
        "ArrowUp" => Vec2::new(0.0, -1.0),
        "ArrowDown" => Vec2::new(0.0, 1.0),
        _ => return None,
    };
    if press.is_shift {
        return Some(Meaning::Send(match focused {
            Some(Spot::Actor(actor)) => {
                Action::Pin(actor, state.visit.camera.in_graph(place(Spot::Actor(actor))? + way * MOVE_PX.0))
            }
            _ => Action::PanGraph(way * -MOVE_PX.1),
        }));
    }
    if let Some((origin, spot)) = origin.zip(focused) {
        return Some(Meaning::Focus(walk::along(&spots.dealings_of(state, origin), spot, way)));
    }
    let is_there = |spot: &Spot| place(*spot).is_some();
    let next = match focused.filter(is_there) {
        Some(spot) => walk::next(&spots.all, spot, way)?,
        // Camps come first.
        None => state
            .selected_actor()
            .map(Spot::Actor)
            .filter(is_there)
            .or_else(|| spots.all.first().map(|spot| spot.0))?,
    };
    Some(Meaning::Focus(Some(next)))
}
