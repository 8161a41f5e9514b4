//! The arcs of the record's own windows: none runs through words.

use brink::geom::outline::{Outline, Step};
use brink::geom::{Point, Rect, Size};
use brink::state::{Action, Selection};
use brink::timeline::arcs::{ArcRequest, Arcs};
use dataset::model::EventIdx;

use super::{Reader, window};

/// Points on a line, close together.
fn points_on(line: &Outline) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::new();
    for step in &line.steps {
        let at = points.last().copied();
        let (from, control, to) = match (*step, at) {
            (Step::Curve(control, to), Some(from)) => (from, control, to),
            (Step::Line(to), Some(from)) => (from, from + (to - from) / 2.0, to),
            (Step::Move(to), _) => (to, to, to),
            other => panic!("no arc has {other:?}"),
        };
        points.extend((0..=250_u8).map(|nth| {
            let share = f64::from(nth) / 250.0;
            let [before, after] =
                [(from, control), (control, to)].map(|(from, to)| from + (to - from) * share);
            before + (after - before) * share
        }));
    }
    points
}

#[test]
fn no_arc_runs_through_words_at_rest_or_with_a_turning_point_chosen() {
    let mut num_arcs = 0;
    for (width, height) in [(732.0, 291.0), (1280.0, 300.0), (1920.0, 560.0), (390.0, 420.0)] {
        for months in [
            "2019-12-27/2020-01-12",
            "2019-11-01/2020-03-01",
            "2026-02-01/2026-07-05",
            "2018-01/2021-03",
            "1951/2026",
        ] {
            let mut reader = Reader::opens(width, height);
            let whole = window(reader.record(), months);
            reader.does(Action::ShowWindow(whole));
            let turning: Vec<EventIdx> = reader
                .record()
                .events_in(whole)
                .filter(|&idx| reader.record().event(idx).importance == 5)
                .collect();
            for choice in [Action::Deselect]
                .into_iter()
                .chain(turning.into_iter().map(|idx| Action::Select(Selection::Event(idx))))
            {
                reader.does(choice);
                let (lanes, scene) = reader.laid();
                let (state, scale) = (reader.state.clone(), reader.scale());
                let lit = state.lit_to_last();
                let arcs = Arcs::draw(&ArcRequest {
                    record: &state.record,
                    scene: &scene,
                    lanes: &lanes,
                    labels: &reader.labels,
                    scale,
                    chain_of: state.chain_of(),
                    reach: state.visit.reach,
                    lit: lit.as_deref(),
                });
                num_arcs += arcs.arcs.len();
                for arc in &arcs.arcs {
                    let points = points_on(&arc.line);
                    let plot = Rect::from_min_size(Point::new(0.0, 0.0), Size::new(width, height));
                    assert!(
                        points.iter().all(|point| plot.contains(*point)),
                        "{width} × {height}, {months}, {}: {arc:?} leaves the picture",
                        reader.address()
                    );
                    // The card of an event outside the window may lie over words.
                    if arcs.edges.iter().any(|end| end.event == arc.from || end.event == arc.to) {
                        continue;
                    }
                    for mark in &scene.marks {
                        let Some(label) = &mark.label else { continue };
                        let meets = |point: &Point| {
                            (label.x + 2.0..label.x + label.text.width - 2.0).contains(&point.x)
                                && (mark.y - 4.0..mark.y + 4.0).contains(&point.y)
                        };
                        let is_crossed = points.iter().any(meets);
                        assert!(
                            !is_crossed,
                            "{width} × {height}, {months}, {}: {arc:?} runs through {}",
                            reader.address(),
                            label.text.text
                        );
                    }
                }
            }
        }
    }
    assert!(num_arcs > 1_000, "{num_arcs}");
}
