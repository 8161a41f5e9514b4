//! Counts that changed: the figures of one label below one event,
//! each as of the day on which it was first reported.

use dataset::civil::Date;
use dataset::edtf::Endpoint;
use dataset::model::{EventIdx, Figure};

use super::Record;

/// A count with this many values or more is shown as a course.
const LEAST: usize = 3;

/// One count over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// The event that it stands below.
    pub event: EventIdx,
    /// What was counted.
    pub label: &'static str,
    /// The day of the earliest source of each value, strictly later each time, and the value.
    pub values: Vec<(Date, f64)>,
}

/// The series of `events` that have three values or more and a later day for each. Figures have no dates of
/// their own, so those of other events are left out: that two events count under one label does
/// not say that they count the same.
#[must_use]
pub fn series(record: &Record, events: &[EventIdx]) -> Vec<Series> {
    let mut all = Vec::new();
    for &event in events {
        let figures = record.event(event).figures;
        for (nth, figure) in figures.iter().enumerate() {
            if figures[..nth].iter().any(|earlier| earlier.label == figure.label) {
                continue;
            }
            let same = figures.iter().filter(|other| other.label == figure.label);
            let Some(values) = same
                .map(|figure| Some((reported(record, figure)?, figure.value)))
                .collect::<Option<Vec<_>>>()
            else {
                continue;
            };
            if values.len() >= LEAST && values.windows(2).all(|pair| pair[0].0 < pair[1].0) {
                all.push(Series { event, label: figure.label, values });
            }
        }
    }
    all
}

fn reported(record: &Record, figure: &Figure) -> Option<Date> {
    let day = |date: dataset::edtf::Edtf| match date.ends().0 {
        Endpoint::On(stamp) if stamp.precision() <= dataset::edtf::Precision::Day => Some(stamp.date()),
        _ => None,
    };
    figure.sources.iter().filter_map(|source| day(record.data().sources[source.get()].date?)).min()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_record_has_the_course_of_the_brain_injuries() {
        let record = Record::compiled();
        let events: Vec<EventIdx> = record.events().collect();
        let all = series(&record, &events);
        let injuries = all
            .iter()
            .find(|series| record.event(series.event).id == "2020-01-16-brain-injury-count")
            .unwrap();
        let values: Vec<f64> = injuries.values.iter().map(|(_, value)| *value).collect();
        assert_eq!(values, [0.0, 11.0, 34.0, 50.0, 64.0, 109.0, 110.0]);
        assert!(all.iter().all(|series| series.values.len() >= LEAST));
    }
}
