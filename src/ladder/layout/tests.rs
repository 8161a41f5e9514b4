//! The laws of every ladder, over made-up records and the real one.

use proptest::prelude::*;

use super::*;
use crate::time::window::{Moment, TimeWindow};
use crate::timeline::sample::any_answered;

fn measure(text: &str) -> f64 {
    text.chars().map(|letter| if letter == ' ' { 4.0 } else { 7.5 }).sum()
}

fn room(width: f64) -> Room<'static> {
    Room { width, zone: Zone::Event, measure: &measure }
}

/// A window of the record from one share of its time to another.
fn window(record: &Record, shares: (f64, f64)) -> TimeWindow {
    let bounds = record.bounds();
    let whole = TimeWindow::fitting(Moment(f64::MIN), Moment(f64::MAX), bounds);
    let (from, len) = (shares.0.min(shares.1), (shares.0 - shares.1).abs());
    let start = whole.start().0 + from * whole.len().0;
    TimeWindow::fitting(Moment(start), Moment(start + len * whole.len().0), bounds)
}

/// The laws of every ladder.
fn obey(
    record: &Record,
    window: TimeWindow,
    most: usize,
    width: f64,
    nth_kept: u32,
) -> Result<(), TestCaseError> {
    let keeps = |event: EventIdx| event.0 % nth_kept != 1;
    let ladder = Ladder::of(record, window, most, keeps);
    let is_linked =
        |event: &EventIdx| !record.event(*event).responds_to.is_empty() || !record.answers(*event).is_empty();
    let wanted: Vec<EventIdx> =
        record.events_in(window).filter(|&event| keeps(event)).filter(is_linked).collect();
    let mut stands: Vec<EventIdx> = ladder.acts.iter().map(|act| act.event).collect();
    stands.sort_unstable();
    let all_stand = stands.windows(2).all(|pair| pair[0] < pair[1]);
    prop_assert!(all_stand, "one stands twice");
    prop_assert!(stands.len() <= most && (stands.len() == most || ladder.num_more == 0));
    let expected = &wanted[..wanted.len().min(most)];
    prop_assert_eq!(ladder.num_in_window, expected.len());
    prop_assert!(expected.iter().all(|event| stands.binary_search(event).is_ok()), "one is missing");
    let mut told: Vec<usize> = ladder.told().into_iter().map(|(act, _)| act).collect();
    told.sort_unstable();
    prop_assert!(told.into_iter().eq(0..ladder.acts.len()), "each is told once");

    let layout = Layout::of(record, &ladder, &room(width));
    for rung in &layout.rungs {
        prop_assert!(rung.from.y < rung.to.y, "{rung:?}");
        prop_assert!(record.event(rung.answer).responds_to.contains(&rung.cause));
    }
    let num_links: usize = ladder.acts.iter().map(|act| record.event(act.event).responds_to.len()).sum();
    prop_assert_eq!(
        layout.rungs.len() + ladder.acts.iter().map(|act| act.unseen.len()).sum::<usize>(),
        num_links
    );
    let pills = || layout.cards.iter().flat_map(|card| &card.pills).map(|pill| pill.rect);
    let rects: Vec<Rect> = layout.cards.iter().map(|card| card.rect).chain(pills()).collect();
    for (nth, rect) in rects.iter().enumerate() {
        for other in &rects[..nth] {
            prop_assert!(!rect.overlaps(*other), "{rect:?} lies on {other:?}");
        }
        prop_assert!(
            rect.min.y >= 0.0 && rect.max.y <= layout.size.height && rect.min.x >= 0.0 && rect.max.x <= width
        );
    }
    let tops: Vec<f64> = layout.cards.iter().map(|card| card.knot.y).collect();
    prop_assert!(tops.windows(2).all(|pair| pair[0] < pair[1]), "time runs down");
    for (place, _) in &layout.dates {
        let line = Rect::from_min_size(Point::new(0.0, place.y - 18.0), Size::new(width, 22.0));
        prop_assert!(rects.iter().all(|rect| !rect.overlaps(line)), "a date lies on a card");
    }
    prop_assert_eq!(Layout::of(record, &Ladder::of(record, window, most, keeps), &room(width)), layout);
    Ok(())
}

proptest! {
    #[test]
    fn ladders_of_made_up_records_obey(
        record in any_answered(),
        shares in (0.0..1.0, 0.0..1.0),
        most in 0usize..80,
        width in 320.0..1300.0,
        nth_kept in 2u32..9,
    ) {
        obey(&record, window(&record, shares), most, width, nth_kept)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn ladders_of_the_record_obey(
        shares in (0.0..1.0, 0.0..1.0),
        most in 0usize..200,
        width in 320.0..1300.0,
        nth_kept in 2u32..9,
    ) {
        let record = Record::compiled();
        obey(&record, window(&record, shares), most, width, nth_kept)?;
    }
}

#[test]
fn the_whole_record_stands_on_one_ladder_with_every_rung() {
    let record = Record::compiled();
    let ladder = Ladder::of(&record, window(&record, (0.0, 1.0)), usize::MAX, |_| true);
    assert_eq!(ladder.num_more, 0);
    assert!(ladder.acts.iter().all(|act| act.unseen.is_empty()));
    assert!(ladder.rungs.len() > 100);
}

#[test]
fn a_title_that_would_take_three_lines_gives_way_to_the_short_one() {
    let record = Record::compiled();
    let ladder = Ladder::of(&record, window(&record, (0.0, 1.0)), usize::MAX, |_| true);
    let [narrow, wide] = [320.0, 1300.0].map(|width| Layout::of(&record, &ladder, &room(width)));
    let is_short = |card: &&Card| Some(card.lines.join(" ").as_str()) == record.event(card.event).short;
    for card in narrow.cards.iter().chain(&wide.cards).filter(|card| !is_short(card)) {
        let facts = record.event(card.event);
        assert_eq!(card.lines.join(" "), facts.title);
        assert!(card.lines.len() <= TITLE_LINES || facts.short.is_none(), "{}", facts.title);
    }
    let count = |layout: &Layout| layout.cards.iter().filter(is_short).count();
    assert!(count(&narrow) > count(&wide));
}
