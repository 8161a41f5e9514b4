//! Laws of the picture, for the record that is compiled in and for made-up ones.

use std::rc::Rc;

use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

use super::draft::CLUSTER_APART;
use super::*;
use crate::geom::Size;
use crate::time::window::{Moment, TimeWindow};
use crate::timeline::lanes::LaneMode;
use crate::timeline::layout::LayoutRequest;
use crate::timeline::levels::{LevelCache, LevelId, MARK_INSET};
use crate::timeline::sample::{Plot, any_plot, any_record, dated, labels, queue, text_width};

/// A row for the first of four lanes.
fn one_row() -> Lanes {
    Lanes::fitting(LaneMode::Side, 0.0, 98.0, &[1u16, 0, 0, 0])
}

type Verdict = Result<(), TestCaseError>;

struct Drawn {
    lanes: Lanes,
    scale: TimeScale,
    scene: TimelineScene,
}

fn draw(record: &Record, lanes: Lanes, scale: TimeScale) -> Drawn {
    draw_keeping(record, lanes, scale, &[])
}

fn draw_keeping(record: &Record, lanes: Lanes, scale: TimeScale, kept: &[EventIdx]) -> Drawn {
    let labels = labels(record);
    let level = Level::compute(record, &lanes, &labels, LevelId::of(scale));
    let request = SceneRequest {
        record,
        lanes: &lanes,
        level: &level,
        labels: &labels,
        scale,
        zone: Zone::Event,
        kept,
        lit: None,
    };
    let scene = TimelineScene::draw(&request);
    Drawn { lanes, scale, scene }
}

fn drawn(record: &Record, plot: Plot) -> Drawn {
    draw(record, plot.lanes(record), plot.scale(record))
}

/// Every event of the window is in exactly one mark or cluster, and in its own lane.
fn holds_every_event_once(record: &Record, Drawn { lanes, scale, scene }: &Drawn) -> Verdict {
    let shown: Vec<EventIdx> = record.events_in(scale.window()).collect();
    let marks = scene.marks.iter().map(|mark| (mark.event, mark.y));
    let clusters =
        scene.clusters.iter().flat_map(|cluster| cluster.events.iter().map(|&event| (event, cluster.y)));
    let mut held: Vec<(EventIdx, f64)> = marks.chain(clusters).collect();
    held.sort_by_key(|&(event, _)| event);
    prop_assert_eq!(held.iter().map(|&(event, _)| event).collect::<Vec<_>>(), shown.clone());
    prop_assert_eq!(scene.num_events(), shown.len());
    for (event, y) in held {
        let lane = lanes.lane(lanes.lane_of(record, event));
        prop_assert!((lane.top..lane.top + lane.height).contains(&y));
    }
    let in_lanes: u32 = scene.lanes.iter().map(|lane| lane.num_events).sum();
    prop_assert_eq!(in_lanes as usize, shown.len());
    prop_assert!(
        scene.clusters.iter().all(|cluster| cluster.events.len() >= 2 && cluster.events.is_sorted())
    );
    prop_assert!(scene.marks.is_sorted_by_key(|mark| mark.event));
    Ok(())
}

/// Glyphs and labels of a row have a stretch each to themselves.
fn has_no_overlap(Drawn { scene, .. }: &Drawn) -> Verdict {
    let glyphs =
        scene.marks.iter().map(|mark| (mark.event, mark.y, mark.x - mark.radius, mark.x + mark.radius));
    let texts = scene.marks.iter().filter_map(|mark| {
        let label = mark.label.as_ref()?;
        Some((mark.event, mark.y, label.x, label.x + label.text.width))
    });
    let mut stretches: Vec<_> = glyphs.chain(texts).collect();
    stretches.sort_by(|a, b| (a.1, a.2).partial_cmp(&(b.1, b.2)).unwrap());
    for pair in stretches.windows(2) {
        prop_assert!(
            pair[0].1 != pair[1].1 || pair[0].3 <= pair[1].2 + 1e-6,
            "{:?} lies on {:?}",
            pair[0],
            pair[1]
        );
    }
    Ok(())
}

/// What stands in the rows of clusters is far enough apart to be read and touched.
fn has_its_clusters_apart(Drawn { lanes, scene, .. }: &Drawn) -> Verdict {
    for lane in 0..lanes.num_lanes() {
        let row = lanes.row_middle(lane, None);
        let marks = scene.marks.iter().filter(|mark| mark.y == row).map(|mark| mark.x);
        let clusters = scene.clusters.iter().filter(|cluster| cluster.y == row).map(|cluster| cluster.x);
        prop_assert!(clusters.clone().is_sorted(), "not from left to right");
        let mut places: Vec<f64> = marks.chain(clusters).collect();
        places.sort_by(f64::total_cmp);
        for pair in places.windows(2) {
            prop_assert!(pair[1] - pair[0] >= CLUSTER_APART - 1e-6, "{places:?}");
        }
    }
    Ok(())
}

/// Nothing is drawn outside the plot, and no text is wider than the room it was given.
fn keeps_inside(Drawn { lanes, scale, scene }: &Drawn) -> Verdict {
    for mark in &scene.marks {
        prop_assert!(mark.x >= 0.0 && mark.x <= scale.width() + MARK_INSET, "{mark:?}");
        prop_assert!(mark.y > 0.0 && mark.y < lanes.total_height());
        if let Some(Label { x, text }) = &mark.label {
            prop_assert!(*x >= 0.0 && x + text.width <= scale.width() + 1e-6, "{mark:?}");
            prop_assert!(
                text_width(&text.text) <= text.width + 1e-6,
                "{} in {}",
                text_width(&text.text),
                text.width
            );
        }
        if let Some(bar) = mark.bar {
            prop_assert!(bar.start >= 0.0 && bar.end <= scale.width() && bar.start <= bar.end);
        }
    }
    prop_assert!(
        scene.clusters.iter().all(|cluster| cluster.x >= 0.0 && cluster.x <= scale.width() + MARK_INSET)
    );
    Ok(())
}

fn is_lawful(record: &Record, drawn: &Drawn) -> Verdict {
    holds_every_event_once(record, drawn)?;
    has_no_overlap(drawn)?;
    has_its_clusters_apart(drawn)?;
    keeps_inside(drawn)
}

/// Moving the window by some pixels moves the marks and changes no row, but in lanes with turning points,
/// whose words have their place first; words change only as neighbours come and go.
fn moves_as_a_whole(record: &Record, plot: Plot, by_px: f64) -> Verdict {
    let before = drawn(record, plot);
    let window = before.scale.window().pan(before.scale.secs_from_px(by_px), record.bounds());
    let after = draw(record, before.lanes.clone(), TimeScale::new(window, before.scale.width()));
    let shift = before.scale.px_from_time(window.start());
    let started = |drawn: &Drawn, event| drawn.scale.px_from_time(record.span(event).start) >= 0.0;
    let has_turning_point = |lane: u16| {
        let shown =
            [before.scale, after.scale].into_iter().flat_map(|scale| record.events_in(scale.window()));
        shown
            .into_iter()
            .any(|event| before.lanes.lane_of(record, event) == lane && record.event(event).importance == 5)
    };
    let is_inside = |event| {
        let is_started = [&before, &after].iter().all(|drawn| started(drawn, event));
        is_started && !has_turning_point(before.lanes.lane_of(record, event))
    };
    for mark in before.scene.marks.iter().filter(|mark| is_inside(mark.event)) {
        let in_clusters = mark.y == before.lanes.row_middle(before.lanes.lane_of(record, mark.event), None);
        let Some(moved) = after.scene.marks.iter().find(|other| other.event == mark.event) else {
            // A mark alone in the row of clusters may be joined at the edge;
            // one further right than that stays.
            prop_assert!(!window.shows(record.span(mark.event)) || in_clusters);
            continue;
        };
        prop_assert!((moved.x + shift - mark.x).abs() < 1e-3, "{mark:?} {moved:?}");
        prop_assert_eq!(moved.y, mark.y);
    }
    Ok(())
}

#[test]
fn every_turning_point_of_the_opening_has_its_words_at_a_desk_and_on_a_phone() {
    let record = Record::compiled();
    // Fonts differ: one that is a twelfth wider is the widest of those in use.
    let fonts = [1.0, 1.08].map(|wider| Rc::new(Labels::new(&record, move |text| text_width(text) * wider)));
    let desk = (Size::new(732.0, 330.0), record.opening());
    let phone = (Size::new(366.0, 450.0), record.heart());
    for (labels, (size, window)) in fonts.iter().flat_map(|font| [(font, desk), (font, phone)]) {
        let (mode, zone) = (LaneMode::Side, Zone::Event);
        let are_names_beside = Lanes::has_room_beside(size.width);
        let request = LayoutRequest {
            record: &record,
            mode,
            labels,
            size,
            window,
            zone,
            kept: &[],
            lit: None,
            are_names_beside,
        };
        let scene = request.scene(&request.lanes(), &mut LevelCache::default());
        for event in record.events_in(window).filter(|&event| record.event(event).importance == 5) {
            let label = labels.of(event);
            let words =
                scene.marks.iter().find(|mark| mark.event == event).and_then(|mark| mark.label.as_ref());
            let is_whole = words.is_some_and(|words| words.text == label.full || words.text == label.short);
            assert!(is_whole, "{} at {size:?}: {words:?}", record.event(event).id);
        }
    }
}

#[test]
fn days_that_begin_before_what_precedes_them_in_the_record_stand_left_of_it() {
    // On the clock of most, +03:00, the first of January begins at 21:00 UTC.
    let timed = ["2020-01-01T02:00+03:00", "2020-01-01T02:01+03:00", "2020-01-01T02:02+03:00"];
    let record = dated(&[&timed[..], &["2020-01-01"; 3]].concat());
    assert!(record.span(EventIdx(3)).start < record.span(EventIdx(0)).start);
    let window = TimeWindow::fitting(
        record.span(EventIdx(3)).start.into(),
        record.span(EventIdx(2)).end.into(),
        record.bounds(),
    );
    let scale = TimeScale::new(window.zoom(1.5, window.start(), record.bounds()), 500.0);
    let drawn = draw(&record, one_row(), scale);
    is_lawful(&record, &drawn).unwrap();
    let numbers: Vec<Vec<u32>> = drawn
        .scene
        .clusters
        .iter()
        .map(|cluster| cluster.events.iter().map(|event| event.0).collect())
        .collect();
    assert_eq!(numbers, [vec![4, 5], vec![1, 2]]);
}

#[test]
fn a_headline_that_the_edge_would_cut_stands_left_of_its_mark_where_there_is_room() {
    // A minute is a pixel; the last event stands 20 px from the edge.
    let record = queue(&[0, 800]);
    let first = Moment::from(record.span(EventIdx(0)).start).0;
    let side_of_last = |start: f64| {
        let window = TimeWindow::fitting(Moment(start), Moment(start + 820.0 * 60.0), record.bounds());
        let drawn = draw(&record, one_row(), TimeScale::new(window, 820.0));
        is_lawful(&record, &drawn).unwrap();
        let last = drawn.scene.marks.last().unwrap();
        assert_eq!(last.event, EventIdx(1));
        last.label.as_ref().map(|label| label.x < last.x)
    };
    assert_eq!(side_of_last(first), Some(true));
    assert_eq!(side_of_last(first + 790.0 * 60.0), Some(false), "with all the room on the right");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_compiled_record_is_drawn_by_the_laws(plot in any_plot()) {
        let record = Record::compiled();
        is_lawful(&record, &drawn(&record, plot))?;
    }

    #[test]
    fn any_record_is_drawn_by_the_laws(record in any_record(), plot in any_plot()) {
        is_lawful(&record, &drawn(&record, plot))?;
    }

    #[test]
    fn a_crowd_that_the_edge_cuts_anywhere_is_drawn_by_the_laws(
        gaps in prop::collection::vec(prop::sample::select(vec![1, 8, 30, 36, 72, 74, 150]), 20..60),
        starts in prop::collection::vec(0u16..1500, 12),
    ) {
        let record = queue(&gaps);
        for start_min in starts {
            // A minute is a pixel.
            let start = record.bounds().whole().start().0 + f64::from(start_min) * 60.0 + 40_000.0;
            let window = TimeWindow::fitting(Moment(start), Moment(start + 500.0 * 60.0), record.bounds());
            is_lawful(&record, &draw(&record, one_row(), TimeScale::new(window, 500.0)))?;
        }
    }

    #[test]
    fn a_pan_moves_the_picture_and_changes_nothing_in_it(
        record in any_record(),
        plot in any_plot(),
        by_px in prop_oneof![Just(1.0), -300.0..300.0],
    ) {
        moves_as_a_whole(&record, plot, by_px)?;
        moves_as_a_whole(&Record::compiled(), plot, by_px)?;
    }

    #[test]
    fn what_is_kept_is_never_inside_a_number(
        record in any_record(),
        plot in any_plot(),
        nth in any::<prop::sample::Index>(),
        many in 1usize..4,
    ) {
        let shown: Vec<EventIdx> = record.events_in(plot.scale(&record).window()).collect();
        if !shown.is_empty() {
            let from = nth.index(shown.len());
            let kept = &shown[from..(from + many).min(shown.len())];
            let drawn = draw_keeping(&record, plot.lanes(&record), plot.scale(&record), kept);
            holds_every_event_once(&record, &drawn)?;
            has_no_overlap(&drawn)?;
            let started = |event: EventIdx| drawn.scale.px_from_time(record.span(event).start) >= 0.0;
            for &event in kept.iter().filter(|&&event| started(event)) {
                prop_assert!(drawn.scene.cluster_of(event).is_none(), "{event:?}");
            }
        }
    }

    #[test]
    fn equal_windows_have_equal_pictures(record in any_record(), plot in any_plot()) {
        prop_assert_eq!(drawn(&record, plot).scene, drawn(&record, plot).scene);
    }
}
