//! What the picture of a window shows, in three sentences:
//! how much and whose, when and what, and how hostile.

use dataset::civil::DateTime;
use dataset::model::{EventIdx, SideIdx};
use dataset::units::UnixSecs;

use super::pulse::Pulse;
use crate::order::{down, sort_by_key};
use crate::record::Record;
use crate::time::format;
use crate::time::window::{Moment, TimeWindow};
use crate::time::zone::Zone;

/// So many sides, and so many events, are named.
const NUM_SIDES: usize = 3;
const NUM_EVENTS: usize = 3;

/// The window of `record` as far as `is_kept` lets its events through, on the clock `zone`; `pulse` is that
/// of the same events. O(events of the window × log acts).
#[must_use]
pub fn sentences(
    record: &Record,
    window: TimeWindow,
    zone: Zone,
    pulse: &Pulse,
    is_kept: impl Fn(EventIdx) -> bool,
) -> String {
    let mut events: Vec<EventIdx> = record.events_in(window).filter(|&event| is_kept(event)).collect();
    if events.is_empty() {
        return "No event is shown.".to_owned();
    }
    let sides = record.data().sides;
    let mut by_side: Vec<(usize, &str)> = Vec::new();
    for (nth, side) in (0u16..).zip(sides) {
        by_side.push((events.iter().filter(|&&event| record.side(event).0 == nth).count(), side.short));
    }
    by_side.retain(|(count, _)| *count > 0);
    sort_by_key(&mut by_side, |(count, _)| down(u32::try_from(*count).unwrap_or(u32::MAX)));
    let whose: Vec<String> =
        by_side.iter().take(NUM_SIDES).map(|(count, name)| format!("{name} {count}")).collect();
    let total = events.len();
    let first = format!(
        "{total} of {} events are shown; whose acts they were: {}.",
        record.data().events.len(),
        whose.join(", ")
    );

    let day = |event: EventIdx| DateTime::at(record.span(event).start, record.clock()).date().days();
    let fullest = events.chunk_by(|a, b| day(*a) == day(*b)).map(|same| (same.len(), same[0]));
    let fullest = fullest.fold(None, |best: Option<(usize, EventIdx)>, next| {
        best.filter(|best| best.0 >= next.0).or(Some(next))
    });
    let when =
        fullest.filter(|(count, _)| *count > 1 && *count < total).map_or(String::new(), |(count, event)| {
            let date = DateTime::at(record.span(event).start, record.clock()).date();
            format!("Most happened on {} ({count}); t", format::day(date))
        });
    let weight = |event| {
        u32::from(record.event(event).importance) << 16
            | u32::try_from(record.answers(event).len()).unwrap_or(0).min(0xffff)
    };
    sort_by_key(&mut events, |&event| down(weight(event)));
    events.truncate(NUM_EVENTS);
    sort_by_key(&mut events, |event| event.0.into());
    let what: Vec<&str> = events.iter().map(|&event| record.event(event).title).collect();
    let when = if when.is_empty() { "T".to_owned() } else { when };
    let second = format!("{when}he foremost: {}.", what.join("; "));

    let mut peaks = Vec::new();
    for (nth, side) in (0u16..).map(SideIdx).zip(sides).take(2) {
        let (at, value) = peak(record, window, pulse, nth);
        #[expect(clippy::cast_possible_truncation, reason = "inside the record")]
        let secs = UnixSecs(at.0 as i64);
        let date = DateTime::at(secs, zone.offset_at(secs, record.clock())).date();
        peaks.push(if value < 0.05 {
            format!("{} has none in force", side.short)
        } else {
            let value = format::number((value * 10.0).round() / 10.0);
            format!("{} {value} of 10 on {}", side.short, format::day(date))
        });
    }
    [&first, " ", &second, " The most hostile act in force: ", &peaks.join(", "), "."].concat()
}

/// Where the pulse of `side` is highest in the window: where that begins, or an act in it does.
fn peak(record: &Record, window: TimeWindow, pulse: &Pulse, side: SideIdx) -> (Moment, f64) {
    let starts = record
        .events_in(window)
        .map(|event| Moment::from(record.span(event).start))
        .filter(|at| at.0 >= window.start().0);
    [window.start()].into_iter().chain(starts).fold((window.start(), 0.0), |best, at| {
        let value = pulse.value(side, at);
        if value > best.1 { (at, value) } else { best }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(window: TimeWindow, is_kept: impl Fn(EventIdx) -> bool) -> String {
        let record = Record::compiled();
        let pulse = Pulse::new(&record).only(&is_kept);
        sentences(&record, window, Zone::Event, &pulse, is_kept)
    }

    #[test]
    fn three_sentences_tell_how_much_what_and_how_hostile() {
        let record = Record::compiled();
        let opening = record.opening();
        let said = told(opening, |_| true);
        let total = record.events().count();
        assert!(
            said.starts_with(&format!("{} of {total} events are shown;", record.num_events_in(opening))),
            "{said}"
        );
        assert!(said.contains("Most happened on ") && said.contains("the foremost: "), "{said}");
        assert!(
            said.contains(
                "The most hostile act in force: US 10 of 10 on 29 December 2019, Iran 10 of 10 on \
                 8 January 2020."
            ),
            "{said}"
        );
    }

    #[test]
    fn what_is_left_out_is_in_none_of_them() {
        let record = Record::compiled();
        assert_eq!(told(record.opening(), |_| false), "No event is shown.");
        let only = |event| record.side(event) == SideIdx(1);
        let said = told(record.opening(), only);
        assert!(said.contains("US has none in force") && !said.contains("US 1"), "{said}");
    }
}
