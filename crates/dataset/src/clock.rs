//! The clock of a record: dates without a time are read on it, and events are ordered by it.

use crate::units::UtcOffset;

/// The offset that occurs most often; of several the nearest to UTC, then the eastern one;
/// UTC where there is none.
///
/// ```
/// use dataset::{clock::commonest, units::UtcOffset};
/// let [baghdad, washington] = [180, -300].map(|minutes| UtcOffset::from_minutes(minutes).unwrap());
/// assert_eq!(commonest([washington, baghdad, baghdad].into_iter()), baghdad);
/// assert_eq!(commonest([washington, baghdad].into_iter()), baghdad);
/// assert_eq!(commonest([].into_iter()), UtcOffset::UTC);
/// ```
#[must_use]
pub fn commonest(offsets: impl Iterator<Item = UtcOffset>) -> UtcOffset {
    let mut counts: Vec<(UtcOffset, u16)> = Vec::new();
    for offset in offsets {
        match counts.iter_mut().find(|(known, _)| *known == offset) {
            Some((_, count)) => *count = count.saturating_add(1),
            None => counts.push((offset, 1)),
        }
    }
    let rank = |&(offset, count): &(UtcOffset, u16)| (count, -offset.minutes().abs(), offset);
    counts.into_iter().max_by_key(rank).map_or(UtcOffset::UTC, |(offset, _)| offset)
}
