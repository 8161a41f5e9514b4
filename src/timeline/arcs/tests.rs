//! Laws of the arcs, for made-up records.

use proptest::prelude::*;

use super::*;
use crate::time::zone::Zone;
use crate::timeline::levels::{Level, LevelId};
use crate::timeline::sample::{Plot, any_answered, any_plot, labels};
use crate::timeline::scene::SceneRequest;

/// A picture with what it was made of.
struct Drawn {
    lanes: Lanes,
    labels: Labels,
    scale: TimeScale,
    scene: TimelineScene,
}

impl Drawn {
    fn of(record: &Record, plot: Plot) -> Self {
        let (lanes, scale, labels) = (plot.lanes(record), plot.scale(record), labels(record));
        let level = Level::compute(record, &lanes, &labels, LevelId::of(scale));
        let request = SceneRequest {
            record,
            lanes: &lanes,
            level: &level,
            labels: &labels,
            scale,
            zone: Zone::Event,
            kept: &[],
            lit: None,
        };
        let scene = TimelineScene::draw(&request);
        Self { lanes, labels, scale, scene }
    }

    fn request<'a>(
        &'a self,
        record: &'a Record,
        chain_of: Option<EventIdx>,
        lit: Option<&'a [bool]>,
    ) -> ArcRequest<'a> {
        let Self { lanes, labels, scale, scene } = self;
        ArcRequest { record, scene, lanes, labels, scale: *scale, chain_of, reach: Reach::Chain, lit }
    }

    /// The middle of what stands for `event`, whether it is a cluster's, and how far off an arc may end.
    fn place(&self, event: EventIdx) -> Option<(Point, f64)> {
        let mark = self.scene.marks.iter().find(|mark| mark.event == event);
        let cluster =
            || self.scene.cluster_of(event).map(|cluster| (Point::new(cluster.x, cluster.y), CLUSTER_REACH));
        mark.map(|mark| (Point::new(mark.x, mark.y), mark.radius + GAP)).or_else(cluster)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn arcs_run_between_what_stands_for_an_answer_and_its_cause(
        record in any_answered(),
        plot in any_plot(),
        nth in any::<u16>(),
    ) {
        let drawn = Drawn::of(&record, plot);
        let chain_of = record.events().nth(usize::from(nth) % 60);
        let request = drawn.request(&record, chain_of, None);
        let arcs = Arcs::draw(&request);
        prop_assert_eq!(&arcs, &Arcs::draw(&request));
        prop_assert!(arcs.arcs.len() <= MOST_ARCS);
        prop_assert!(arcs.arcs.iter().filter(|arc| arc.weight >= Weight::Calm).count() <= MOST_CALM);
        let mut pairs = Vec::new();
        for arc in &arcs.arcs {
            prop_assert!(record.event(arc.to).responds_to.contains(&arc.from));
            let mut middles = Vec::new();
            for (event, end) in [(arc.from, arc.start), (arc.to, arc.end)] {
                let edge = || {
                    let end = arcs.edges.iter().find(|end| end.event == event)?;
                    let x = if end.is_later { end.card.min.x } else { end.card.max.x };
                    Some((Point::new(x, end.card.center().y), 0.0))
                };
                let Some((middle, reach)) = drawn.place(event).or_else(edge) else {
                    panic!("{event:?} stands nowhere")
                };
                prop_assert!((end - middle).length() <= reach + 1e-6, "{:?} ends beside {:?}", arc, middle);
                middles.push((middle.x.to_bits(), middle.y.to_bits()));
            }
            prop_assert!(middles[0] != middles[1], "an arc within one place");
            prop_assert!(!pairs.contains(&middles), "two arcs between the same places");
            pairs.push(middles);
        }
    }

    #[test]
    fn what_is_lit_is_the_chain_and_what_nobody_asked_for_is_important(
        record in any_answered(),
        plot in any_plot(),
        nth in any::<u16>(),
    ) {
        let drawn = Drawn::of(&record, plot);
        let calm = Arcs::draw(&drawn.request(&record, None, None));
        prop_assert!(calm.edges.is_empty());
        for arc in &calm.arcs {
            prop_assert!(
                arc.weight == Weight::Calm
                    && [arc.from, arc.to].iter().all(|&end| record.event(end).importance >= CALM_FROM)
            );
        }
        let Some(event) = record.events().nth(usize::from(nth) % 60) else { return Ok(()) };
        let chain = record.chain(event);
        let lit: Vec<bool> = record.events().map(|event| chain.contains(&event)).collect();
        let arcs = Arcs::draw(&drawn.request(&record, Some(event), Some(&lit)));
        for arc in &arcs.arcs {
            let is_chained = chain.contains(&arc.from) && chain.contains(&arc.to);
            let is_near = arc.from == event || arc.to == event;
            let weight = if is_near {
                Weight::Near
            } else if is_chained {
                Weight::Far
            } else {
                Weight::Dim
            };
            prop_assert_eq!(arc.weight, weight);
        }
        prop_assert!(arcs.edges.iter().all(|end| chain.contains(&end.event)));
        // Every answer of the chain between two places is told by an arc, as long as there are few enough.
        if arcs.arcs.len() < MOST_ARCS {
            for (to, from) in
                chain.iter().flat_map(|&to| record.event(to).responds_to.iter().map(move |&from| (to, from)))
            {
                if let (Some((a, _)), Some((b, _)), true) =
                    (drawn.place(from), drawn.place(to), chain.contains(&from))
                {
                    let joins = |arc: &Arc| {
                        drawn.place(arc.from).is_some_and(|place| place.0 == a)
                            && drawn.place(arc.to).is_some_and(|place| place.0 == b)
                    };
                    prop_assert!(
                        a == b || arcs.arcs.iter().any(|arc| arc.weight <= Weight::Far && joins(arc))
                    );
                }
            }
        }
    }

    #[test]
    fn arrows_stand_at_their_edge_inside_the_plot_and_on_no_other(
        record in any_answered(),
        plot in any_plot(),
        nth in any::<u16>(),
    ) {
        let drawn = Drawn::of(&record, plot);
        let arcs = Arcs::draw(&drawn.request(&record, record.events().nth(usize::from(nth) % 60), None));
        for (nth, end) in arcs.edges.iter().enumerate() {
            let (span, window) = (record.span(end.event), drawn.scale.window());
            prop_assert!(!window.shows(span));
            prop_assert_eq!(end.is_later, crate::time::window::Moment::from(span.start) >= window.end());
            prop_assert!(end.card.min.x >= 0.0 && end.card.max.x <= drawn.scale.width());
            prop_assert!(end.card.min.y >= 0.0 && end.card.max.y <= drawn.lanes.total_height() + 1e-6);
            prop_assert!(arcs.edges[..nth].iter().all(|other| !other.card.overlaps(end.card)));
            prop_assert!(arcs.arcs.iter().any(|arc| arc.from == end.event || arc.to == end.event));
        }
    }
}

/// Ways through a picture of 400 × 200 pixels in which this stands: the middle of a row, and from where to
/// where words run.
fn rows(words: &[(f64, f64, f64)]) -> Rows {
    Rows::new(
        400.0,
        200.0,
        words.iter().map(|&(y, left, right)| (y, [left, right], Some([left, right]))).collect(),
    )
}

fn way(rows: &Rows, from: (f64, f64), to: (f64, f64)) -> String {
    ways::rounded(&rows.way([from, to].map(|(x, y)| Point::new(x, y)), [5.0, 5.0])).text()
}

#[test]
fn words_are_found_where_they_stand() {
    let rows = rows(&[(9.0, 100.0, 200.0), (27.0, 20.0, 60.0), (27.0, 300.0, 390.0)]);
    let has = |x, y| rows.has_words_at(Point::new(x, y));
    assert!(has(150.0, 9.0) && has(150.0, 3.0) && has(30.0, 30.0) && has(350.0, 27.0));
    assert!(!has(150.0, 15.0) && !has(90.0, 9.0) && !has(150.0, 27.0) && !has(150.0, 100.0));
}

#[test]
fn a_way_runs_between_the_rows_and_past_the_words() {
    let rows = rows(&[(45.0, 80.0, 350.0)]);
    // Nothing is in the way.
    assert_eq!(way(&rows, (40.0, 27.0), (40.0, 63.0)), "M40 32L40 58");
    // Words are: around the nearer end of them, and back to the mark from the side.
    assert_eq!(
        way(&rows, (100.0, 27.0), (120.0, 63.0)),
        "M100 32L100 34.5Q100 37 97.5 37L83 37Q76 37 76 44L76 48Q76 55 83 55\
         L102 55Q106 55 106 59L106 59Q106 63 110 63L115 63"
    );
    // Within a row, above it to the right and below it to the left.
    assert_eq!(
        way(&rows, (100.0, 81.0), (200.0, 81.0)),
        "M100 76L100 74.5Q100 73 101.5 73L182 73Q186 73 186 77L186 77Q186 81 190 81L195 81"
    );
    assert!(way(&rows, (200.0, 81.0), (100.0, 81.0)).contains(" 91L"));
}

#[test]
fn where_words_fill_the_picture_a_way_runs_through_them_all_the_same() {
    assert_eq!(way(&rows(&[(45.0, 0.0, 400.0)]), (100.0, 27.0), (100.0, 63.0)), "M100 32L100 58");
}

#[test]
fn the_head_points_where_the_arc_ends() {
    let end = Point::new(100.0, 50.0);
    let (start, last) = (Point::new(0.0, 50.0), Point::new(50.0, 50.0));
    let line = Outline::from(start).curve(last, end);
    let arc = Arc { from: EventIdx(0), to: EventIdx(1), weight: Weight::Near, start, end, line, last };
    assert_eq!(arc.head().text(), "M100 50L93 46.8L93 53.2Z");
}
