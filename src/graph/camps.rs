//! The camps of a window and what went on between them: the graph as it can be read in three seconds.
//!
//! A camp is a side with its people and bodies. Between two camps there is a band for each direction. A camp
//! has a band of its own where its members acted on one another.

use dataset::model::{ActorIdx, EventIdx, SideIdx};

use super::content::{ActorNode, Balance, GraphContent, mean_goldstein};
use crate::order::{down, parts, sort_by_key, sort_unique_by_key};
use crate::record::Record;

/// What a window's graph holds, by camps.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Camps {
    /// Those that have a part in the window's events, by side.
    pub camps: Vec<Camp>,
    /// Who acted on whom, by both sides: each at most once a direction, with the loops within camps.
    pub bands: Vec<Band>,
}

/// A side with those of its actors that have a part in the window's events.
#[derive(Clone, Debug, PartialEq)]
pub struct Camp {
    /// Whose people they are.
    pub side: SideIdx,
    /// Those with a part in most events first; of equals those with most in the whole record.
    pub members: Vec<ActorNode>,
}

/// All that members of one camp did to members of another, or to one another.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// Who acted.
    pub from: SideIdx,
    /// On whom.
    pub to: SideIdx,
    /// The dealings: at least one event, in time order. An event counts once here, however many acted in it;
    /// an act of two camps counts once for each.
    pub events: Vec<EventIdx>,
    /// Mean of their Goldstein values, −10 (most hostile) to 10; `None` where no event has one.
    pub mean_goldstein: Option<f64>,
}

impl Band {
    /// How many dealings it stands for.
    #[must_use]
    pub fn count(&self) -> u32 {
        u32::try_from(self.events.len()).unwrap_or(u32::MAX)
    }

    /// Whether it is of one camp with itself.
    #[must_use]
    pub fn is_loop(&self) -> bool {
        self.from == self.to
    }

    /// Whether it was more of a blow or of a help.
    #[must_use]
    pub fn balance(&self) -> Balance {
        Balance::of(self.mean_goldstein)
    }
}

impl Camps {
    /// The camps of `content`. O(n log n) in its actors and the events of its dealings.
    #[must_use]
    pub fn of(record: &Record, content: &GraphContent) -> Self {
        let side = |actor: ActorIdx| record.actor(actor).side;
        let mut camps: Vec<Camp> = Vec::new();
        let mut nodes = content.nodes.clone();
        sort_by_key(&mut nodes, |node| {
            down(u32::from(node.num_events)) << 32 | down(record_len(record, node.actor))
        });
        sort_by_key(&mut nodes, |node| side(node.actor).0.into());
        for members in nodes.chunk_by(|a, b| side(a.actor) == side(b.actor)) {
            camps.push(Camp { side: side(members[0].actor), members: members.to_vec() });
        }
        let mut acts: Vec<(SideIdx, SideIdx, EventIdx)> = Vec::new();
        for dealing in &content.dealings {
            acts.extend(dealing.events.iter().map(|&event| (side(dealing.from), side(dealing.to), event)));
        }
        sort_unique_by_key(&mut acts, |act| parts(act.0.0, act.1.0, act.2.0));
        let mut bands = Vec::new();
        for acts in acts.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            let events: Vec<EventIdx> = acts.iter().map(|act| act.2).collect();
            bands.push(Band {
                from: acts[0].0,
                to: acts[0].1,
                mean_goldstein: mean_goldstein(record, &events),
                events,
            });
        }
        Self { camps, bands }
    }

    /// The dealings of the window, those within camps with them.
    #[must_use]
    pub fn num_dealings(&self) -> u32 {
        self.bands.iter().map(Band::count).sum()
    }

    /// What `from` did to `to`.
    #[must_use]
    pub fn band(&self, from: SideIdx, to: SideIdx) -> Option<&Band> {
        self.bands.iter().find(|band| (band.from, band.to) == (from, to))
    }
}

/// The side of those whom nobody knows, if the record has one.
#[must_use]
pub fn unattributed(record: &Record) -> Option<SideIdx> {
    (0..).map(SideIdx).zip(record.data().sides).find(|(_, side)| side.is_unattributed()).map(|(at, _)| at)
}

/// In how many events of the whole record `actor` has a part.
pub(super) fn record_len(record: &Record, actor: ActorIdx) -> u32 {
    u32::try_from(record.events_of(actor).len()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{Sample, window};
    use super::*;

    const A: ActorIdx = ActorIdx(0);
    const B: ActorIdx = ActorIdx(1);
    const C: ActorIdx = ActorIdx(2);
    const D: ActorIdx = ActorIdx(3);

    /// A and D are of the first side, B of the second, C of the third.
    fn record() -> Record {
        Sample::new(4)
            .event("2020-01-01", &[A, D], &[B], Some(-10.0))
            .event("2020-01-02", &[A, B], &[C], Some(-2.0))
            .event("2020-01-03", &[D], &[A, B], Some(4.0))
            .event("2020-01-04", &[C], &[], None)
            .others(&[D])
            .record()
    }

    /// The camps in one line: members with their counts, bands with theirs and their balance.
    #[track_caller]
    fn check(start: &str, end: &str, expected: &str) {
        let record = record();
        let camps = Camps::of(&record, &GraphContent::of(&record, window(start, end)));
        let member =
            |node: &ActorNode| format!("{}{}", ["A", "B", "C", "D"][node.actor.get()], node.num_events);
        let camp = |camp: &Camp| {
            format!("{}: {}", camp.side.0, camp.members.iter().map(member).collect::<Vec<_>>().join(" "))
        };
        let band =
            |band: &Band| format!("{}>{} {} {:?}", band.from.0, band.to.0, band.count(), band.balance());
        let said: Vec<String> = camps.camps.iter().map(camp).chain(camps.bands.iter().map(band)).collect();
        assert_eq!(said.join("; "), expected);
    }

    #[test]
    fn an_event_counts_once_between_two_camps_and_a_joint_act_for_each_camp() {
        check("2020-01-01", "2020-01-01", "0: A1 D1; 1: B1; 0>1 1 Fierce");
        check("2020-01-02", "2020-01-02", "0: A1; 1: B1; 2: C1; 0>2 1 Hostile; 1>2 1 Hostile");
    }

    #[test]
    fn acts_within_a_camp_are_a_band_of_their_own() {
        check("2020-01-03", "2020-01-03", "0: A1 D1; 1: B1; 0>0 1 Cooperative; 0>1 1 Cooperative");
    }

    #[test]
    fn those_of_most_events_come_first_and_an_act_on_nobody_is_no_dealing() {
        let all = "0: A3 D3; 1: B3; 2: C2; 0>0 1 Cooperative; 0>1 2 Hostile; 0>2 1 Hostile; 1>2 1 Hostile";
        check("2020-01-01", "2020-01-04", all);
        check("2020-01-04", "2020-01-05", "0: D1; 2: C1");
    }

    #[test]
    fn the_bands_hold_every_dealing_of_every_window_of_the_record() {
        let record = Record::compiled();
        for window in [record.opening(), record.bounds().whole()] {
            let camps = Camps::of(&record, &GraphContent::of(&record, window));
            let mut dealings = Vec::new();
            for idx in record.events_in(window) {
                let event = record.event(idx);
                for from in event.initiators {
                    let others = event.targets.iter().filter(|to| from != *to);
                    dealings.extend(others.map(|to| (idx, record.actor(*from).side, record.actor(*to).side)));
                }
            }
            sort_unique_by_key(&mut dealings, |(event, from, to)| parts(from.0, to.0, event.0));
            assert_eq!(camps.num_dealings() as usize, dealings.len());
        }
    }
}
