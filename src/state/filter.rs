//! Which events the reader wants to see: the filters, as they stand in the address.

use dataset::model::{ActorIdx, ClaimStatus, DomainIdx, Event, EventIdx, SideIdx, SourceIdx};

use crate::record::Record;

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
    /// Who published a source of it: one of its summary, of a figure or of a claim, which is what its details
    /// list. Each is named as by [`Record::publisher`].
    pub publishers: Vec<SourceIdx>,
    /// The least importance; 0 and 1 ask for nothing.
    pub least: u8,
}

impl Filter {
    /// Whether it keeps every event.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.num_set() == 0
    }

    /// How many things are asked for.
    #[must_use]
    pub fn num_set(&self) -> usize {
        let lists = self.sides.len()
            + self.domains.len()
            + self.actors.len()
            + self.statuses.len()
            + self.publishers.len();
        lists + usize::from(self.least > 1)
    }

    /// Whether `event` is kept. O(its actors and sources × those of the filter).
    #[must_use]
    pub fn keeps(&self, record: &Record, event: EventIdx) -> bool {
        let facts = record.event(event);
        let one_of = |actor: ActorIdx| self.actors.iter().any(|&wanted| belongs(record, actor, wanted));
        (self.sides.is_empty() || self.sides.contains(&record.side(event)))
            && (self.domains.is_empty() || self.domains.contains(&facts.domain))
            && (self.actors.is_empty() || record.participants(event).any(one_of))
            && (self.statuses.is_empty()
                || facts.claims.iter().any(|claim| self.statuses.contains(&claim.status)))
            && (self.publishers.is_empty() || sources(facts).iter().any(|all| self.is_sourced(record, all)))
            && facts.importance >= self.least
    }

    /// Whether one of `sources` is by a publisher that is asked for, or none is asked for.
    #[must_use]
    pub fn is_sourced(&self, record: &Record, sources: &[SourceIdx]) -> bool {
        self.publishers.is_empty()
            || sources.iter().any(|&source| self.publishers.contains(&record.publisher(source)))
    }
}

/// The sources of an event, of its figures and of its claims, list by list.
fn sources(event: &Event) -> Vec<&'static [SourceIdx]> {
    let mut all = vec![event.sources];
    all.extend(event.figures.iter().map(|figure| figure.sources));
    all.extend(event.claims.iter().map(|claim| claim.sources));
    all
}

/// The publishers of most of `events`, each with how many: the first `most` of them, equals by name, then
/// those of `also` that are not among them. An event counts once for each.
/// O(sources of the events and of the record × `most`).
#[must_use]
pub fn foremost_publishers(
    record: &Record,
    events: &[EventIdx],
    most: usize,
    also: &[SourceIdx],
) -> Vec<(SourceIdx, usize)> {
    let data = record.data();
    let mut counts = vec![0; data.sources.len()];
    for &event in events {
        let mut own = Vec::new();
        for &source in sources(record.event(event)).into_iter().flatten() {
            let publisher = record.publisher(source);
            if !own.contains(&publisher) {
                own.push(publisher);
                counts[publisher.get()] += 1;
            }
        }
    }
    let name = |publisher: SourceIdx| data.sources[publisher.get()].publisher;
    let mut found: Vec<SourceIdx> = Vec::new();
    for _ in 0..most {
        let mut best = None;
        for (publisher, &count) in (0..).map(SourceIdx).zip(&counts) {
            let is_better = best
                .is_none_or(|(other, most)| count > most || count == most && name(publisher) < name(other));
            if count > 0 && is_better && !found.contains(&publisher) {
                best = Some((publisher, count));
            }
        }
        found.extend(best.map(|(publisher, _)| publisher));
    }
    for &publisher in also {
        if !found.contains(&publisher) {
            found.push(publisher);
        }
    }
    found.into_iter().map(|publisher| (publisher, counts[publisher.get()])).collect()
}

/// Whether `actor` is `whole` or a part of it, at any depth; the check refuses circles.
fn belongs(record: &Record, actor: ActorIdx, whole: ActorIdx) -> bool {
    std::iter::successors(Some(actor), |&part| record.actor(part).parent).any(|body| body == whole)
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

    /// The record of the two islands, with one text in it for another.
    fn with(from: &str, to: &str) -> Record {
        let text = include_str!("../../tests/it/fixtures/small.json").replacen(from, to, 1);
        Record::new(
            dataset::source::check("small.json", &text).unwrap_or_else(|problems| panic!("{problems:?}")),
        )
    }

    fn kept(record: &Record, filter: &Filter) -> Vec<&'static str> {
        record
            .events()
            .filter(|&event| filter.keeps(record, event))
            .map(|event| record.event(event).id)
            .collect()
    }

    fn ids(filter: &Filter) -> Vec<&'static str> {
        kept(&with("", ""), filter)
    }

    #[test]
    fn each_list_asks_for_one_of_its_own_and_all_lists_must_agree() {
        let all = ids(&Filter::default());
        assert_eq!(all.len(), 3);
        assert_eq!(
            ids(&Filter { sides: vec![SideIdx(0)], ..Filter::default() }),
            ["2020-03-01-lighthouse-dark"]
        );
        assert_eq!(
            ids(&Filter { sides: vec![SideIdx(0), SideIdx(1), SideIdx(2)], ..Filter::default() }),
            all
        );
        assert_eq!(
            ids(&Filter { sides: vec![SideIdx(0)], domains: vec![DomainIdx(1)], ..Filter::default() }),
            [""; 0]
        );
        let disputed = Filter { statuses: vec![ClaimStatus::Disputed], ..Filter::default() };
        assert!(!ids(&disputed).is_empty() && ids(&disputed).len() < 3);
    }

    #[test]
    fn an_event_is_sourced_by_who_published_a_source_of_it_or_of_its_figures_and_claims() {
        let kept = |from: &str, to: &str, names: &[&str]| {
            let record = with(from, to);
            let publishers = names.iter().map(|name| record.publisher_by_name(name).unwrap()).collect();
            kept(&record, &Filter { publishers, ..Filter::default() })
        };
        let (dark, protest, court) =
            ("2020-03-01-lighthouse-dark", "2020-03-02-note-of-protest", "2020-03-court-opened-case");
        assert_eq!(kept("", "", &["Southern Herald"]), [dark, protest]);
        assert_eq!(kept("", "", &["Southern Herald", "Island Gazette"]), [court, dark, protest]);
        assert_eq!(kept("", "", &["The Almanac"]), [""; 0], "it tells of actors alone");
        let (figure, of_figure) =
            (r#"Gazette", "sources": ["gazette-2020-03-01"]"#, r#"Gazette", "sources": ["almanac"]"#);
        assert_eq!(kept(figure, of_figure, &["The Almanac"]), [dark]);
        let (claim, of_claim) =
            (r#""unverified", "sources": ["gazette-2020-03-01"]"#, r#""unverified", "sources": ["almanac"]"#);
        assert_eq!(kept(claim, of_claim, &["The Almanac"]), [dark]);
    }

    #[test]
    fn publishers_are_offered_by_their_events_then_by_name_and_those_that_are_set_always() {
        let check = |record: &Record, most, also: &[&str], expected: &[(&str, usize)]| {
            let events: Vec<EventIdx> = record.events().collect();
            let also: Vec<SourceIdx> =
                also.iter().map(|name| record.publisher_by_name(name).unwrap()).collect();
            let found = foremost_publishers(record, &events, most, &also);
            let name = |publisher: SourceIdx| record.data().sources[publisher.get()].publisher;
            assert_eq!(found.iter().map(|&(at, count)| (name(at), count)).collect::<Vec<_>>(), expected);
        };
        let record = with("", "");
        let (gazette, herald) = (("Island Gazette", 2), ("Southern Herald", 2));
        check(&record, 9, &[], &[gazette, herald]);
        check(&record, 1, &[], &[gazette]);
        check(
            &record,
            1,
            &["The Almanac", "Southern Herald", "Island Gazette"],
            &[gazette, ("The Almanac", 0), herald],
        );
        // A name that comes later in the alphabet.
        check(
            &with("Island Gazette\", \"title", "Zone Gazette\", \"title"),
            9,
            &[],
            &[herald, ("Zone Gazette", 2)],
        );
        // One publisher with two sources, which is set and foremost.
        check(&with("The Almanac", "Southern Herald"), 9, &["Southern Herald"], &[gazette, herald]);
    }

    #[test]
    fn an_actor_is_met_through_its_parts() {
        let record = with("", "");
        let (part, whole) =
            record.actors().find_map(|actor| Some((actor, record.actor(actor).parent?))).unwrap();
        let of_whole = ids(&Filter { actors: vec![whole], ..Filter::default() });
        assert!(
            ids(&Filter { actors: vec![part], ..Filter::default() }).iter().all(|id| of_whole.contains(id))
        );
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
