//! What a record holds, in numbers, for its editors.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Acting, Claim, Dataset, Event, Grade, SideIdx};
use crate::units::UtcOffset;

/// A few lines: how many of everything, then events by year, domain and acting side, and claims by status.
///
/// An event counts under the year in which it began (UTC), and once under who acted:
/// one side, both adversaries, or nobody.
#[must_use]
pub fn report(record: &Dataset) -> String {
    let claims: Vec<&Claim> = record.events.iter().flat_map(|event| event.claims).collect();
    let figures: usize = record.events.iter().map(|event| event.figures.len()).sum();
    let answers: usize = record.events.iter().map(|event| event.responds_to.len()).sum();
    let acting =
        |index: usize| u16::try_from(index).map_or(Acting::Nobody, |index| Acting::One(SideIdx(index)));
    let num_acting = |acting| record.events.iter().filter(|event| record.acting(event) == acting).count();
    let mut lines = vec![
        format!(
            "{} events, {} claims, {figures} figures, {answers} answers, {} actors, {} relations, {} \
             places, {} sources, {} stories",
            record.events.len(),
            claims.len(),
            record.actors.len(),
            record.relations.len(),
            record.places.len(),
            record.sources.len(),
            record.stories.len()
        ),
        format!("events by year: {}", counts(record.events.iter().map(year))),
        format!(
            "events by domain: {}",
            in_order(record.domains.iter().map(|d| d.id), |index, event| event.domain.get() == index, record)
        ),
        format!(
            "events by acting side: {}, both {}, nobody {}",
            join(
                record
                    .sides
                    .iter()
                    .enumerate()
                    .filter(|(_, side)| !side.is_unattributed())
                    .map(|(index, side)| { (side.id.to_owned(), num_acting(acting(index))) })
            ),
            num_acting(Acting::Both),
            num_acting(Acting::Nobody)
        ),
        format!("sources by grade: {}", shares(record.sources.iter().map(|source| source.grade))),
    ];
    let statuses = counts(claims.iter().map(|claim| format!("{:?}", claim.status).to_lowercase()));
    lines.push(format!("claims by status: {statuses}"));
    lines.join("\n") + "\n"
}

/// Ids of the events that neither answered or followed one nor were answered or followed by one.
#[must_use]
pub fn without_links(record: &Dataset) -> Vec<&'static str> {
    let earlier = |event: &Event| event.responds_to.iter().chain(event.follows);
    let linked: BTreeSet<usize> = record.events.iter().flat_map(earlier).map(|event| event.get()).collect();
    let is_alone = |&(at, event): &(usize, &Event)| earlier(event).next().is_none() && !linked.contains(&at);
    record.events.iter().enumerate().filter(is_alone).map(|(_, event)| event.id).collect()
}

fn year(event: &Event) -> String {
    let start = event.span(UtcOffset::UTC).start;
    crate::civil::Date::from_days(start.0.div_euclid(86_400)).year().to_string()
}

/// `name count (share)` of each grade, most trusted first.
fn shares(grades: impl Iterator<Item = Grade>) -> String {
    let mut counts: BTreeMap<Grade, usize> = BTreeMap::new();
    for grade in grades {
        *counts.entry(grade).or_default() += 1;
    }
    let all = counts.values().sum::<usize>().max(1);
    let share = |(grade, count): (Grade, usize)| {
        format!("{} {count} ({}%)", format!("{grade:?}").to_lowercase(), (count * 200 + all) / (2 * all))
    };
    counts.into_iter().map(share).collect::<Vec<_>>().join(", ")
}

/// `name count` of each name, in alphabetical order.
fn counts(names: impl Iterator<Item = String>) -> String {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for name in names {
        *counts.entry(name).or_default() += 1;
    }
    join(counts.into_iter())
}

/// `name count` of each name in its own order: how many events belong to its index.
fn in_order<'a>(
    names: impl Iterator<Item = &'a str>,
    belongs: impl Fn(usize, &Event) -> bool,
    record: &Dataset,
) -> String {
    let count = |index| record.events.iter().filter(|event| belongs(index, event)).count();
    join(names.enumerate().map(|(index, name)| (name.to_owned(), count(index))))
}

fn join(counts: impl Iterator<Item = (String, usize)>) -> String {
    counts.map(|(name, count)| format!("{name} {count}")).collect::<Vec<_>>().join(", ")
}
