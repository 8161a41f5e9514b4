//! Which events the reader wants to see: the filters, as they stand in the address.

use dataset::model::{ActorIdx, ClaimStatus, DomainIdx, EventIdx, SideIdx};

use crate::story::Story;

/// What an event must be to be kept. An empty list asks for nothing; of several in one list, one is enough.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Whose act it was.
    pub sides: Vec<SideIdx>,
    /// Its field of action.
    pub domains: Vec<DomainIdx>,
    /// Who had a part in it, themselves or through a body that is part of them.
    pub actors: Vec<ActorIdx>,
    /// The status of a claim about it.
    pub statuses: Vec<ClaimStatus>,
    /// The least importance; 0 and 1 ask for nothing.
    pub least: u8,
}

impl Filter {
    /// Whether it keeps every event.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let lists = [self.sides.len(), self.domains.len(), self.actors.len(), self.statuses.len()];
        self.least < 2 && lists == [0; 4]
    }

    /// Whether `event` is kept. O(its actors × those of the filter).
    #[must_use]
    pub fn keeps(&self, story: &Story, event: EventIdx) -> bool {
        let facts = story.event(event);
        let one_of = |actor: ActorIdx| self.actors.iter().any(|&wanted| belongs(story, actor, wanted));
        (self.sides.is_empty() || self.sides.contains(&story.side(event)))
            && (self.domains.is_empty() || self.domains.contains(&facts.domain))
            && (self.actors.is_empty() || story.participants(event).any(one_of))
            && (self.statuses.is_empty() || facts.claims.iter().any(|claim| self.statuses.contains(&claim.status)))
            && facts.importance >= self.least
    }
}

/// Whether `actor` is `whole` or a part of it, at any depth; the check refuses circles.
fn belongs(story: &Story, actor: ActorIdx, whole: ActorIdx) -> bool {
    std::iter::successors(Some(actor), |&part| story.actor(part).parent).any(|body| body == whole)
}

/// Puts `item` into `list`, or takes it out where it stands there already.
pub fn toggle<T: PartialEq>(list: &mut Vec<T>, item: T) {
    match list.iter().position(|known| *known == item) {
        Some(at) => drop(list.remove(at)),
        None => list.push(item),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(filter: &Filter) -> Vec<&'static str> {
        let text = include_str!("../../tests/it/fixtures/small.json");
        let story = Story::new(dataset::source::check("small.json", text).unwrap());
        story.events().filter(|&event| filter.keeps(&story, event)).map(|event| story.event(event).id).collect()
    }

    #[test]
    fn each_list_asks_for_one_of_its_own_and_all_lists_must_agree() {
        let all = ids(&Filter::default());
        assert_eq!(all.len(), 3);
        assert_eq!(ids(&Filter { sides: vec![SideIdx(0)], ..Filter::default() }), ["2020-03-01-lighthouse-dark"]);
        assert_eq!(ids(&Filter { sides: vec![SideIdx(0), SideIdx(1), SideIdx(2)], ..Filter::default() }), all);
        assert_eq!(ids(&Filter { sides: vec![SideIdx(0)], domains: vec![DomainIdx(1)], ..Filter::default() }), [""; 0]);
        let disputed = Filter { statuses: vec![ClaimStatus::Disputed], ..Filter::default() };
        assert!(!ids(&disputed).is_empty() && ids(&disputed).len() < 3);
    }

    #[test]
    fn an_actor_is_met_through_its_parts() {
        let text = include_str!("../../tests/it/fixtures/small.json");
        let story = Story::new(dataset::source::check("small.json", text).unwrap());
        let (part, whole) = story.actors().find_map(|actor| Some((actor, story.actor(actor).parent?))).unwrap();
        let of_whole = ids(&Filter { actors: vec![whole], ..Filter::default() });
        assert!(ids(&Filter { actors: vec![part], ..Filter::default() }).iter().all(|id| of_whole.contains(id)));
        assert!(!of_whole.is_empty());
    }

    #[test]
    fn what_is_toggled_twice_is_as_before() {
        let mut list = vec![1, 2];
        toggle(&mut list, 2);
        toggle(&mut list, 3);
        assert_eq!(list, [1, 3]);
        toggle(&mut list, 3);
        assert_eq!(list, [1]);
    }
}
