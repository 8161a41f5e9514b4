//! What an id or a name stands for, as addresses and elements of the page have them.

use dataset::model::{ActorIdx, DomainIdx, EventIdx, SideIdx, SourceIdx};

use super::Record;

impl Record {
    /// The event with this id.
    #[must_use]
    pub fn event_by_id(&self, id: &str) -> Option<EventIdx> {
        self.event_ids.find(id, &|nth| self.event(EventIdx(nth)).id).map(EventIdx)
    }

    /// The actor with this id.
    #[must_use]
    pub fn actor_by_id(&self, id: &str) -> Option<ActorIdx> {
        let nth = self.actor_ids.find(id, &|nth| self.data.actors[nth as usize].id)?;
        u16::try_from(nth).ok().map(ActorIdx)
    }

    /// The side with this id.
    #[must_use]
    pub fn side_by_id(&self, id: &str) -> Option<SideIdx> {
        (0..).map(SideIdx).zip(self.data.sides).find(|(_, side)| side.id == id).map(|(at, _)| at)
    }

    /// The field of action with this id.
    #[must_use]
    pub fn domain_by_id(&self, id: &str) -> Option<DomainIdx> {
        (0..).map(DomainIdx).zip(self.data.domains).find(|(_, domain)| domain.id == id).map(|(at, _)| at)
    }

    /// Who published `source`, named by the first of their sources:
    /// publishers are the same when their names are.
    #[must_use]
    pub fn publisher(&self, source: SourceIdx) -> SourceIdx {
        self.publishers().of_source(source)
    }

    /// The publisher with exactly this name, as [`Record::publisher`] gives it.
    #[must_use]
    pub fn publisher_by_name(&self, name: &str) -> Option<SourceIdx> {
        self.publishers().by_name(self.data.sources, name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_leads_to_its_place_and_no_other_text_does() {
        let record = Record::compiled();
        let data = record.data();
        for (nth, side) in (0..).map(SideIdx).zip(data.sides) {
            assert_eq!(record.side_by_id(side.id), Some(nth));
        }
        for (nth, domain) in (0..).map(DomainIdx).zip(data.domains) {
            assert_eq!(record.domain_by_id(domain.id), Some(nth));
        }
        assert!(record.events().all(|event| record.event_by_id(record.event(event).id) == Some(event)));
        assert!(record.actors().all(|actor| record.actor_by_id(record.actor(actor).id) == Some(actor)));
        for other in ["", "nobody", data.domains[0].id] {
            assert_eq!(
                (record.side_by_id(other), record.event_by_id(other), record.actor_by_id(other)),
                (None, None, None)
            );
        }
        assert_eq!(record.domain_by_id(data.sides[0].id), None);
    }
}
