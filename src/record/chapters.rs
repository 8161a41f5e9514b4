//! The chapters of a told story: where a reader may begin.

use dataset::civil::DateTime;
use dataset::model::Step;
use dataset::units::UtcOffset;

/// Steps that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// What it is called: as the record says, else the years that its steps begin in.
    pub name: String,
    /// Its first step, counted from 0.
    pub first: usize,
    /// How many steps it has; at least 1.
    pub len: usize,
}

/// The chapters of `steps`, in order and without gaps. A chapter begins with each step that names one; where
/// none does, with each step that begins in another year than the one before. O(steps).
#[must_use]
pub fn chapters(steps: &'static [Step], clock: UtcOffset) -> Vec<Chapter> {
    let is_named = steps.iter().any(|step| named(step).is_some());
    let year = |step: &Step| DateTime::at(step.view.span(clock).start, clock).date().year();
    let mut all: Vec<Chapter> = Vec::new();
    for (at, step) in steps.iter().enumerate() {
        let begins = match named(step) {
            _ if at == 0 => true,
            name if is_named => name.is_some(),
            _ => year(step) != year(&steps[at - 1]),
        };
        match all.last_mut().filter(|_| !begins) {
            Some(chapter) => chapter.len += 1,
            None => {
                let name = named(step).map_or_else(|| year(step).to_string(), str::to_owned);
                all.push(Chapter { name, first: at, len: 1 });
            }
        }
    }
    all
}

/// The chapter that begins with `step`, as the record names it.
const fn named(step: &Step) -> Option<&'static str> {
    step.chapter
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Record;

    #[test]
    fn chapters_follow_each_other_without_gaps_and_each_has_a_name() {
        let record = Record::compiled();
        for told in record.data().stories {
            let all = chapters(told.steps, record.clock());
            let mut next = 0;
            for chapter in &all {
                assert_eq!(chapter.first, next, "{}", told.id);
                assert!(chapter.len > 0 && !chapter.name.is_empty(), "{}", told.id);
                next += chapter.len;
            }
            assert_eq!(next, told.steps.len(), "{}", told.id);
        }
    }
}
