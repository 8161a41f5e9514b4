//! The part of a graph that can be read: its most active actors, and what is between them.
//!
//! The number of drawn elements depends on what a panel holds, not on the record.

use dataset::model::ActorIdx;

use super::content::GraphContent;
use crate::order::{down, sort_by_key};

/// The most actors, dealings and relations of a picture: with these it has about 1,000 elements, and the
/// fullest month of the record, January 2020, is shown whole.
const MOST_ACTORS: usize = 96;
const MOST_DEALINGS: usize = 120;
const MOST_RELATIONS: usize = 160;

/// The most actors that have a place of their own in the layout of the whole record:
/// with these it takes a tenth of a second.
const MOST_HOMES: usize = 240;

impl GraphContent {
    /// The part with the actors of most events, among them `kept` if they are in it, and with the dealings of
    /// most events and the relations of the most active pairs between them.
    /// Everything, where it is few. O(n log n).
    #[must_use]
    pub fn foremost(self, kept: &[ActorIdx]) -> Self {
        self.at_most(MOST_ACTORS, [MOST_DEALINGS, MOST_RELATIONS], kept)
    }

    /// The part that [`home`](super::layout::home) lays out.
    #[must_use]
    pub fn at_home(self) -> Self {
        self.at_most(MOST_HOMES, [usize::MAX; 2], &[])
    }

    fn at_most(
        mut self,
        most_actors: usize,
        [most_dealings, most_relations]: [usize; 2],
        kept: &[ActorIdx],
    ) -> Self {
        let num_events: Vec<(ActorIdx, u32)> =
            self.nodes.iter().map(|node| (node.actor, node.num_events.into())).collect();
        let events_of = |actor: ActorIdx| {
            let at = num_events.binary_search_by_key(&actor, |&(actor, _)| actor);
            if kept.contains(&actor) { u32::MAX } else { at.map_or(0, |at| num_events[at].1) }
        };
        keep(&mut self.nodes, most_actors, |node| events_of(node.actor));
        let nodes = &self.nodes;
        let is_shown = |actor| nodes.binary_search_by_key(&actor, |node| node.actor).is_ok();
        self.dealings.retain(|dealing| is_shown(dealing.from) && is_shown(dealing.to));
        self.standings.retain(|pair| is_shown(pair.source) && is_shown(pair.target));
        keep(&mut self.dealings, most_dealings, |dealing| {
            u32::try_from(dealing.events.len()).unwrap_or(u32::MAX)
        });
        keep(&mut self.standings, most_relations, |pair| events_of(pair.source).min(events_of(pair.target)));
        self
    }
}

/// Leaves the first `most` by `rank`, highest first, in the order in which they were.
fn keep<T>(items: &mut Vec<T>, most: usize, rank: impl Fn(&T) -> u32) {
    if items.len() <= most {
        return;
    }
    let mut ranked: Vec<usize> = (0..items.len()).collect();
    sort_by_key(&mut ranked, |&at| down(rank(&items[at])));
    let mut stays = vec![false; items.len()];
    ranked.iter().take(most).for_each(|&at| stays[at] = true);
    let mut stays = stays.into_iter();
    items.retain(|_| stays.next() == Some(true));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Record;

    #[test]
    fn a_graph_that_can_be_read_stays_whole_and_a_larger_one_keeps_its_foremost() {
        let record = Record::compiled();
        let short = record.opening().zoom(0.2, record.opening().start(), record.bounds());
        let few = GraphContent::of(&record, short);
        assert!(!few.nodes.is_empty() && few.nodes.len() <= MOST_ACTORS, "{} actors", few.nodes.len());
        assert_eq!(few.clone().foremost(&[]), few);
        assert_eq!(GraphContent::whole(&record).at_home(), GraphContent::whole(&record));
        let fullest_month =
            GraphContent::of(&record, super::super::sample::window("2020-01-01", "2020-01-31"));
        assert_eq!(fullest_month.clone().foremost(&[]), fullest_month);

        let whole = GraphContent::whole(&record);
        let least = whole.nodes.iter().min_by_key(|node| node.num_events).unwrap().actor;
        let counts = |part: &GraphContent| [part.nodes.len(), part.dealings.len(), part.standings.len()];
        let most = [MOST_ACTORS, MOST_DEALINGS, MOST_RELATIONS];
        assert!(counts(&whole.clone().foremost(&[])).iter().zip(most).all(|(count, most)| *count <= most));
        for kept in [&[][..], &[least]] {
            // So few that any record has more.
            let part = whole.clone().at_most(40, [50, 30], kept);
            assert_eq!(counts(&part), [40, 50, 30]);
            assert_eq!(part.node(least).is_some(), !kept.is_empty());
            let fewest = part
                .nodes
                .iter()
                .filter(|node| !kept.contains(&node.actor))
                .map(|node| node.num_events)
                .min();
            let left_out = whole.nodes.iter().filter(|node| part.node(node.actor).is_none());
            assert!(left_out.map(|node| node.num_events).max() <= fewest);
            assert!(
                part.nodes.is_sorted_by_key(|node| node.actor)
                    && part.dealings.is_sorted_by_key(|it| (it.from, it.to))
            );
            assert!(
                part.dealings.iter().all(|it| part.node(it.from).is_some() && part.node(it.to).is_some())
            );
        }
    }
}
