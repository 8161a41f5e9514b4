//! What the reader looks at in the actor graph: who stands out, between whom lines are drawn,
//! and who must have a place.

use dataset::model::{ActorIdx, EventIdx, SideIdx};

use super::{Selection, State};
use crate::geom::Size;
use crate::graph::camp_scene::{CampRequest, CampScene, Look, Ranks};
use crate::graph::camps::Camps;
use crate::graph::content::{GraphContent, neighbourhood};
use crate::graph::lettering::Measure;
use crate::order::sort_unique_by_key;

impl State {
    /// Who stands out: the neighbourhood of what is pointed at or selected, those who had a part in the event
    /// or in what one camp did to another, or those whom the told step is about. Empty:
    /// nobody, and all are drawn alike.
    #[must_use]
    pub fn lit_actors(&self, content: &GraphContent) -> Vec<ActorIdx> {
        let visit = &self.visit;
        if let Some(actor) = visit.pointed_actor.filter(|&actor| content.node(actor).is_some()) {
            return around(content, actor);
        }
        if let Some((from, to)) = visit.pointed_band {
            return self.members(content, from, to);
        }
        match (visit.pointed_event, self.view.selection) {
            (Some(event), _) | (None, Some(Selection::Event(event))) => {
                self.record.participants(event).collect()
            }
            (None, Some(Selection::Actor(actor))) if self.view.path.is_some() => {
                let steps = self.path().map(|(path, _)| path.steps).unwrap_or_default();
                std::iter::once(actor).chain(steps.into_iter().map(|step| step.to)).collect()
            }
            (None, Some(Selection::Actor(actor))) if content.node(actor).is_some() => around(content, actor),
            (None, Some(Selection::Dealing(from, to))) => vec![from, to],
            (None, Some(Selection::Band(from, to))) => self.members(content, from, to),
            (None, None) if let Some(step) = self.told_step() => step.actors.to_vec(),
            (None, None) if self.is_narrowed() => {
                let kept = self.record.events_in(self.window()).filter(|&event| self.keeps(event));
                let mut actors: Vec<ActorIdx> =
                    kept.flat_map(|event| self.record.participants(event)).collect();
                sort_unique_by_key(&mut actors, |actor| actor.0.into());
                actors
            }
            _ => Vec::new(),
        }
    }

    /// The picture of the camps on a panel of `size`.
    #[must_use]
    pub fn camp_scene(
        &self,
        content: &GraphContent,
        camps: &Camps,
        ranks: &Ranks,
        size: Size,
        measure: Measure<'_>,
    ) -> CampScene {
        let lit = self.lit_actors(content);
        let mut kept = self.chosen_actors();
        kept.extend(self.visit.pins.iter().map(|&(actor, _)| actor));
        // What is only pointed at moves nobody.
        let mut calm = self.clone();
        (calm.visit.pointed_actor, calm.visit.pointed_band, calm.visit.pointed_event) = (None, None, None);
        let promoted = calm.lit_actors(content);
        let pairs = self.pairs();
        let look = match (
            self.visit.pointed_actor,
            self.visit.pointed_band,
            self.visit.pointed_event,
            self.view.selection,
        ) {
            (Some(actor), ..) => Look::Actor(actor),
            (None, Some((from, to)), ..) | (None, None, None, Some(Selection::Band(from, to))) => {
                Look::Band(from, to)
            }
            (None, None, None, Some(Selection::Actor(actor))) if self.view.path.is_none() => {
                Look::Actor(actor)
            }
            _ if pairs.is_empty() => Look::Nothing,
            _ => Look::Pairs(&pairs),
        };
        CampScene::of(&CampRequest {
            record: &self.record,
            content,
            camps,
            ranks,
            size,
            opened: self.visit.open_camp.filter(|side| camps.camps.iter().any(|camp| camp.side == *side)),
            pins: &self.visit.pins,
            look,
            selected: self.selected_actor(),
            lit: &lit,
            kept: &kept,
            promoted: &promoted,
            measure,
        })
    }

    /// The pairs that the event, the dealing or the way between two actors is about.
    fn pairs(&self) -> Vec<[ActorIdx; 2]> {
        let of_event = |event: EventIdx| {
            let event = self.record.event(event);
            event
                .initiators
                .iter()
                .flat_map(|&from| event.targets.iter().map(move |&to| [from, to]))
                .collect()
        };
        match (self.visit.pointed_event, self.view.selection) {
            (Some(event), _) | (None, Some(Selection::Event(event))) => of_event(event),
            (None, Some(Selection::Dealing(from, to))) => vec![[from, to]],
            (None, Some(Selection::Actor(_))) => {
                let steps = self.path().map(|(path, _)| path.steps).unwrap_or_default();
                steps.into_iter().map(|step| [step.from, step.to]).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The events in which a member of `from` acted on another of `to`, in time order.
    /// O(events × actors of each).
    #[must_use]
    pub fn dealings_of(&self, from: SideIdx, to: SideIdx) -> Vec<EventIdx> {
        let is_of = |actor: ActorIdx, side| self.record.actor(actor).side == side;
        let acted = |&event: &EventIdx| {
            let event = self.record.event(event);
            let others = |a: ActorIdx| event.targets.iter().any(|&b| a != b && is_of(b, to));
            event.initiators.iter().any(|&a| is_of(a, from) && others(a))
        };
        self.record.events().filter(acted).collect()
    }

    fn members(&self, content: &GraphContent, from: SideIdx, to: SideIdx) -> Vec<ActorIdx> {
        let side = |actor| self.record.actor(actor).side;
        let own = content.dealings.iter().filter(|it| side(it.from) == from && side(it.to) == to);
        let mut members: Vec<ActorIdx> = own.flat_map(|it| [it.from, it.to]).collect();
        sort_unique_by_key(&mut members, |actor| actor.0.into());
        members
    }
}

fn around(content: &GraphContent, actor: ActorIdx) -> Vec<ActorIdx> {
    let mut all = neighbourhood(content, actor);
    all.push(actor);
    all
}
