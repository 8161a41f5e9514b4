//! Rules about links: no circle, and nothing is answered, or leads to something, before it happens.

use std::collections::{BTreeMap, BTreeSet};

use super::faults::Faults;
use super::form::{File, Id};
use super::problem::{At, Fault};
use crate::edtf::Edtf;

/// Notes circles, entries that name themselves, responses that are over before their cause begins, and
/// steps of a story that do not show their events. `dates` are those of the events, in file order.
pub fn check(file: &File, dates: &[Option<Edtf>], faults: &mut Faults) {
    let events: BTreeMap<&Id, usize> =
        file.events.iter().enumerate().rev().map(|(index, event)| (&event.id, index)).collect();
    let actors: BTreeMap<&Id, usize> =
        file.actors.iter().enumerate().rev().map(|(index, actor)| (&actor.id, index)).collect();
    for (index, relation) in file.relations.iter().enumerate() {
        let at = At::entry("relations", index).key("target");
        faults.push_if(relation.source == relation.target, &at, || Fault::Itself {
            id: relation.target.0.clone(),
        });
    }
    for (index, actor) in file.actors.iter().enumerate() {
        let at = At::entry("actors", index).key("parent");
        faults.push_if(actor.parent.as_ref() == Some(&actor.id), &at, || Fault::Itself {
            id: actor.id.0.clone(),
        });
    }
    let parents = file
        .actors
        .iter()
        .map(|actor| actor.parent.as_ref().and_then(|id| actors.get(id)).into_iter().copied().collect());
    note_circles(
        "actors",
        |_, _| "parent",
        &parents.collect::<Vec<_>>(),
        |index| &file.actors[index].id,
        faults,
    );
    let causes = file.events.iter().map(|event| {
        let earlier = event.responds_to.iter().chain(&event.follows);
        earlier.filter_map(|id| events.get(id)).copied().collect()
    });
    let link = |from: usize, to: usize| {
        let is_answer = file.events[from].responds_to.contains(&file.events[to].id);
        if is_answer { "responds_to" } else { "follows" }
    };
    note_circles("events", link, &causes.collect::<Vec<_>>(), |index| &file.events[index].id, faults);
    check_causes(file, &events, dates, faults);
    check_views(file, &events, dates, faults);
}

fn check_causes(file: &File, events: &BTreeMap<&Id, usize>, dates: &[Option<Edtf>], faults: &mut Faults) {
    for (index, event) in file.events.iter().enumerate() {
        for (key, link, earlier) in
            [("responds_to", "answers", &event.responds_to), ("follows", "follows", &event.follows)]
        {
            let at = At::entry("events", index).key(key);
            for (position, id) in earlier.iter().enumerate() {
                let at = at.index(position);
                faults.push_if(*id == event.id, &at, || Fault::Itself { id: id.0.clone() });
                let is_answered = key == "follows" && event.responds_to.contains(id);
                faults.push_if(is_answered, &at, || Fault::TwoLinks { id: id.0.clone() });
                let cause = events.get(id).and_then(|cause| dates[*cause]);
                if let (Some(later), Some(cause)) = (dates[index], cause) {
                    faults.push_if(is_surely_before(later, cause), &at, || Fault::BeforeCause {
                        cause: id.0.clone(),
                        link,
                    });
                }
            }
        }
    }
}

/// Whether `first` is over before `second` begins, whatever clocks their days are read on.
///
/// An approximate, uncertain or unknown end leaves room, so nothing is sure then.
fn is_surely_before(first: Edtf, second: Edtf) -> bool {
    !first.is_vague_end() && !second.is_vague_start() && first.latest() < second.earliest()
}

fn check_views(file: &File, events: &BTreeMap<&Id, usize>, dates: &[Option<Edtf>], faults: &mut Faults) {
    for (index, story) in file.stories.iter().enumerate() {
        for (position, step) in story.steps.iter().enumerate() {
            let Ok(view) = Edtf::parse(&step.view.0) else { continue };
            let at = At::entry("stories", index).key("steps").index(position).key("events");
            for (position, id) in step.events.iter().enumerate() {
                let date = events.get(id).and_then(|event| dates[*event]);
                let is_outside = date
                    .is_some_and(|date| date.latest() < view.earliest() || view.latest() < date.earliest());
                let fault = || Fault::OutsideView { id: id.0.clone(), view: step.view.0.clone() };
                faults.push_if(is_outside, &at.index(position), fault);
            }
        }
    }
}

/// Notes each circle of the links `next` once, at its first entry and the key of its link to the next; links
/// of an entry to itself are left aside.
///
/// Records that lead nowhere are taken away until only circles and what leads into them is left; following
/// first links from there must end in a circle, which is then taken away too.
/// O(n²) only where circles are long or many.
fn note_circles<'a>(
    list: &str,
    key: impl Fn(usize, usize) -> &'static str,
    next: &[Vec<usize>],
    id: impl Fn(usize) -> &'a Id,
    faults: &mut Faults,
) {
    let mut left: BTreeSet<usize> = (0..next.len()).collect();
    loop {
        drop_dead_ends(&mut left, next);
        let Some(start) = left.first().copied() else { return };
        let mut path = vec![start];
        let circle = loop {
            let from = path[path.len() - 1];
            let Some(to) = next[from].iter().copied().find(|to| *to != from && left.contains(to)) else {
                return;
            };
            if let Some(begin) = path.iter().position(|seen| *seen == to) {
                break path.split_off(begin);
            }
            path.push(to);
        };
        let first =
            circle.iter().enumerate().min_by_key(|(_, index)| **index).map_or(0, |(position, _)| position);
        let around = circle[first..].iter().chain(&circle[..=first]);
        let ids = around.map(|index| id(*index).0.clone()).collect();
        let second = circle[(first + 1) % circle.len()];
        faults.push(At::entry(list, circle[first]).key(key(circle[first], second)), Fault::Circle { ids });
        for index in circle {
            left.remove(&index);
        }
    }
}

/// Takes away the entries that lead to none of the others that are left,
/// one after the other. O(entries + links).
fn drop_dead_ends(left: &mut BTreeSet<usize>, next: &[Vec<usize>]) {
    let mut into: Vec<Vec<usize>> = vec![Vec::new(); next.len()];
    let mut ways = vec![0_usize; next.len()];
    for from in left.iter().copied() {
        for to in next[from].iter().copied().filter(|to| *to != from && left.contains(to)) {
            into[to].push(from);
            ways[from] += 1;
        }
    }
    let mut dead: Vec<usize> = left.iter().copied().filter(|index| ways[*index] == 0).collect();
    while let Some(index) = dead.pop() {
        left.remove(&index);
        for from in &into[index] {
            ways[*from] -= 1;
            if ways[*from] == 0 {
                dead.push(*from);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::json::Json;
    use proptest::prelude::*;

    fn circles(next: &[Vec<usize>]) -> Vec<String> {
        let ids: Vec<Id> = (0..next.len()).map(|index| Id(format!("n{index}"))).collect();
        let mut faults = Faults::default();
        note_circles("events", |_, _| "responds_to", next, |index| &ids[index], &mut faults);
        let [problems, _] = faults.into_problems("f", &Json::Null, &["events"]);
        problems.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn each_circle_is_named_once_and_what_leads_into_it_is_not() {
        let next = [vec![1], vec![2, 6], vec![3], vec![1], vec![5], vec![4], vec![], vec![7]];
        assert_eq!(
            circles(&next),
            [
                "f: events[1]: responds_to: a circle: \"n1\" → \"n2\" → \"n3\" → \"n1\"",
                "f: events[4]: responds_to: a circle: \"n4\" → \"n5\" → \"n4\""
            ]
        );
    }

    #[test]
    fn a_long_chain_is_no_circle_and_no_overflow() {
        let next: Vec<Vec<usize>> =
            (0..60_000).map(|index| if index == 0 { vec![] } else { vec![index - 1] }).collect();
        assert_eq!(circles(&next), Vec::<String>::new());
    }

    proptest! {
        #[test]
        fn links_that_only_go_back_never_make_a_circle(
            next in proptest::collection::vec(proptest::collection::vec(0_usize..30, 0..4), 1..30),
        ) {
            let back: Vec<Vec<usize>> = next
                .iter()
                .enumerate()
                .map(|(i, list)| list.iter().copied().filter(|to| *to < i).collect())
                .collect();
            prop_assert!(circles(&back).is_empty());
            let mut with_circle = back;
            let last = with_circle.len() - 1;
            if last > 0 {
                with_circle[0].push(last);
                with_circle[last].push(0);
                prop_assert_eq!(circles(&with_circle).len(), 1);
            }
        }
    }
}
