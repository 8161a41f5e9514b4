//! What the pure part of the page costs on this machine, by size:
//! `cargo bench`, or `cargo bench -- levels` for some.
//!
//! Each benchmark looks at its own result once before it is timed;
//! `cargo test --bench layout` does only that, in seconds.

use std::hint::black_box;
use std::rc::Rc;

use brink::drawing::above::Above;
use brink::drawing::shape::Detail;
use brink::drawing::timeline::TimelinePicture;
use brink::geom::{Point, Rect, Size, Vec2};
use brink::graph::camp_scene::Ranks;
use brink::graph::camps::Camps;
use brink::graph::content::GraphContent;
use brink::graph::force::anchors::Anchor;
use brink::graph::force::many_body::charge;
use brink::graph::force::springs::Spring;
use brink::graph::force::{Body, Setup, Simulation};
use brink::graph::layout;
use brink::graph::quadtree::Quadtree;
use brink::graph::sentence::sentence;
use brink::record::Record;
use brink::search::Index;
use brink::state::{State, View};
use brink::time::scale::TimeScale;
use brink::time::ticks::ticks;
use brink::time::window::TimeWindow;
use brink::time::zone::Zone;
use brink::timeline::arcs::{ArcRequest, Arcs, Reach};
use brink::timeline::labels::Labels;
use brink::timeline::lanes::{LaneMode, Lanes};
use brink::timeline::layout::LayoutRequest;
use brink::timeline::levels::{Level, LevelCache, LevelId};
use brink::timeline::pulse::Pulse;
use brink::timeline::scene::{SceneRequest, TimelineScene};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use dataset::model::Dataset;
use dataset::source;
use dataset::units::{Secs, UtcOffset};

use synth::Random;

/// Whether this is a test and not a measuring: then the smallest sizes will do.
const IS_TEST: bool = cfg!(debug_assertions);
/// Events of the records.
const RECORDS: &[usize] = if IS_TEST { &[100] } else { &[100, 1_000, 10_000, 100_000] };
/// Nodes of the graphs, as in `cargo xtask bench`.
const GRAPHS: &[usize] = if IS_TEST { &[60] } else { &[60, 500, 2_000, 5_000] };
/// The plot on a laptop.
const PLOT: Size = Size::new(1_200.0, 420.0);

/// A synthetic record.
fn data(num_events: usize) -> &'static Dataset {
    let Ok(data) = source::check("synthetic", &synth::record(num_events, 4)) else {
        panic!("the record has problems")
    };
    data
}

/// The widths that labels have where nothing measures them.
#[expect(clippy::cast_precision_loss, reason = "a label is short")]
fn labels(record: &Record) -> Labels {
    Labels::measured(record, |text| 6.2 * text.chars().count() as f64)
}

fn lanes(record: &Record) -> Lanes {
    Lanes::fitting(
        LaneMode::Side,
        0.0,
        PLOT.height,
        &vec![1u16; usize::from(Lanes::count(record, LaneMode::Side))],
    )
}

fn bench_ticks(bench: &mut Criterion) {
    let record = Record::new(data(100));
    let whole = TimeScale::new(record.bounds().whole(), PLOT.width);
    let mut group = bench.benchmark_group("ticks");
    for days in [0.01, 1.0, 100.0, 10_000.0] {
        let middle = whole.time_from_px(PLOT.width / 2.0);
        let window = whole.window().zoom(days * 86_400.0 / whole.window().len().0, middle, record.bounds());
        let scale = TimeScale::new(window, PLOT.width);
        assert!(!ticks(scale, UtcOffset::UTC).minor.is_empty());
        group.bench_with_input(
            BenchmarkId::from_parameter(format!("{days} days")),
            &scale,
            |bench, &scale| {
                bench.iter(|| ticks(black_box(scale), UtcOffset::UTC));
            },
        );
    }
    group.finish();
}

fn bench_timeline(bench: &mut Criterion) {
    for &num_events in RECORDS {
        let data = data(num_events);
        let record = Record::new(data);
        let (lanes, labels) = (lanes(&record), labels(&record));
        let scale = TimeScale::new(record.bounds().whole(), PLOT.width);
        let id = LevelId::of(scale);
        let level = Level::compute(&record, &lanes, &labels, id);
        let request = SceneRequest {
            record: &record,
            lanes: &lanes,
            level: &level,
            labels: &labels,
            scale,
            zone: Zone::Utc,
            kept: &[],
            lit: None,
        };
        let scene = TimelineScene::draw(&request);
        assert!(!scene.clusters.is_empty());
        let mut run = |name: &str, work: &mut dyn FnMut()| {
            bench.bench_with_input(BenchmarkId::new(name, num_events), &(), |bench, ()| {
                bench.iter(&mut *work)
            });
        };
        run("look-ups", &mut || drop(black_box(Record::new(data))));
        run("labels", &mut || drop(black_box(self::labels(&record))));
        run("lanes", &mut || {
            for event in record.events() {
                black_box(lanes.lane_of(&record, event));
            }
        });
        run("levels", &mut || drop(black_box(Level::compute(&record, &lanes, &labels, id))));
        run("scene", &mut || drop(black_box(TimelineScene::draw(&request))));
        run("graph content", &mut || drop(black_box(GraphContent::of(&record, record.bounds().whole()))));
    }
}

/// What one frame of a drag costs before it is painted: its layout, its arcs, its shapes.
fn bench_frame(bench: &mut Criterion) {
    for &num_events in RECORDS {
        let record = Record::new(data(num_events));
        let labels = Rc::new(labels(&record));
        let above = Above::Pulse(Pulse::new(&record));
        let opening = record.opening();
        let windows: Vec<TimeWindow> = (0..30)
            .map(|nth| {
                opening.pan(Secs(opening.len().0 * f64::from(nth - 15) * 20.0 / PLOT.width), record.bounds())
            })
            .collect();
        let mut levels = LevelCache::default();
        let request = |window| LayoutRequest {
            record: &record,
            mode: LaneMode::Side,
            labels: &labels,
            size: PLOT,
            are_names_beside: true,
            window,
            zone: Zone::Utc,
            kept: &[],
            lit: None,
        };
        let lanes = request(opening).lanes();
        let mut run = |name: &str, work: &mut dyn FnMut(TimeWindow)| {
            let mut turns = windows.iter().cycle();
            bench.bench_with_input(BenchmarkId::new(name, num_events), &(), |bench, ()| {
                bench.iter(|| turns.next().into_iter().for_each(|&window| work(window)));
            });
        };
        run("frame: scene", &mut |window| drop(black_box(request(window).scene(&lanes, &mut levels))));
        run("frame: above", &mut |window| {
            drop(black_box(above.shape(TimeScale::new(window, PLOT.width), [0.0, 56.0], &|_| 10.0)))
        });
        let scenes: Vec<TimelineScene> =
            windows.iter().map(|&window| request(window).scene(&lanes, &mut levels)).collect();
        let arcs_of = |scene: &TimelineScene, window| {
            let scale = TimeScale::new(window, PLOT.width);
            Arcs::draw(&ArcRequest {
                record: &record,
                scene,
                lanes: &lanes,
                labels: &labels,
                scale,
                chain_of: None,
                reach: Reach::Direct,
                lit: None,
            })
        };
        let at =
            |window| windows.iter().position(|&other| other == window).map_or(&scenes[0], |nth| &scenes[nth]);
        run("frame: arcs", &mut |window| drop(black_box(arcs_of(at(window), window))));
        run("frame: shapes", &mut |window| {
            let arcs = Arcs::default();
            let picture = TimelinePicture {
                record: &record,
                scene: at(window),
                lanes: &lanes,
                arcs: &arcs,
                width: PLOT.width,
                zone: Zone::Utc,
                lit: None,
                selected: None,
                focused: None,
                detail: Detail::Seen,
            };
            drop(black_box(picture.shapes()));
        });
    }
}

fn bench_search(bench: &mut Criterion) {
    for &num_events in RECORDS {
        let record = Record::new(data(num_events));
        let index = Index::new(&record);
        assert!(!index.find("delegation").events.is_empty());
        bench.bench_with_input(BenchmarkId::new("search index", num_events), &(), |bench, ()| {
            bench.iter(|| Index::new(&record));
        });
        // As it is typed: each letter is a search.
        bench.bench_with_input(BenchmarkId::new("search keystroke", num_events), &(), |bench, ()| {
            let mut len = 0;
            bench.iter(|| {
                len = len % "delegation".len() + 1;
                index.find(&"delegation"[..len])
            });
        });
    }
}

/// Bodies that are spread over as much room as they like to have.
fn bodies(count: usize) -> Setup {
    let mut random = Random::new(4);
    #[expect(clippy::cast_precision_loss, reason = "there are a few thousand")]
    let side = 84.0 * (count as f64).sqrt();
    let pull = Vec2::new(0.05, 0.05);
    let middle = Point::new(side / 2.0, side / 2.0);
    let body = |_| Body {
        place: Point::new(random.share() * side, random.share() * side),
        radius: 6.0,
        half_box: Vec2::new(6.0, 6.0),
        anchor: Anchor { at: middle, pull },
        is_pinned: false,
    };
    let bodies: Vec<Body> = (0..count).map(body).collect();
    #[expect(clippy::cast_possible_truncation, reason = "there are a few thousand")]
    let mut end = |end: usize| random.below(end) as u32;
    let springs =
        (0..count * 3 / 2).map(|_| Spring { ends: [end(count), end(count)], length: 40.0, strength: 1.0 });
    let walls = Rect::from_min_size(Point::default(), Size::new(side, side));
    Setup { springs: springs.collect(), bodies, charge: charge(84.0 * 84.0, pull), walls, heat: 1.0 }
}

fn bench_force(bench: &mut Criterion) {
    for &count in GRAPHS {
        let setup = bodies(count);
        let places: Vec<Point> = setup.bodies.iter().map(|body| body.place).collect();
        let mut simulation = Simulation::new(setup.clone());
        simulation.tick();
        assert_ne!(simulation.places(), places);
        bench.bench_with_input(BenchmarkId::new("force tick", count), &setup, |bench, setup| {
            bench.iter(|| {
                if simulation.is_at_rest() {
                    simulation = Simulation::new(setup.clone());
                }
                simulation.tick();
            });
        });
        let mut tree = Quadtree::new(0.9);
        bench.bench_with_input(BenchmarkId::new("quadtree", count), &places, |bench, places| {
            bench.iter(|| {
                tree.rebuild(places);
                let mut sum = Vec2::default();
                tree.for_each_field(8.0, |_, field| sum = sum + field);
                sum
            });
        });
    }
}

fn bench_home(bench: &mut Criterion) {
    for &num_events in &RECORDS[..RECORDS.len().min(2)] {
        let record = Record::new(data(num_events));
        let whole = GraphContent::of(&record, record.bounds().whole());
        let size = Size::new(760.0, 330.0);
        assert!(!layout::home(&record, &whole, size).places().is_empty());
        bench.bench_with_input(
            BenchmarkId::new("graph from nothing to rest", num_events),
            &(),
            |bench, ()| {
                bench.iter(|| layout::home(&record, &whole, size));
            },
        );
    }
}

/// What the graph of the camps costs when a window rests, of all events.
fn bench_camps(bench: &mut Criterion) {
    for &num_events in RECORDS {
        let record = Rc::new(Record::new(data(num_events)));
        let (window, whole, ranks) =
            (record.bounds().whole(), GraphContent::whole(&record), Ranks::of(&record));
        let mut state = State::new(record.clone(), View::default());
        state.view.window = Some(window);
        #[expect(clippy::cast_precision_loss, reason = "a name is short")]
        let measure = |text: &str| 6.2 * text.chars().count() as f64;
        let content = whole.within(&record, window);
        let camps = Camps::of(&record, &content);
        let scene = || state.camp_scene(&content, &camps, &ranks, Size::new(870.0, 467.0), &measure);
        assert!(!scene().bands.is_empty() && !sentence(&record, &camps, window).is_empty());
        let mut group = bench.benchmark_group("camps");
        group.bench_with_input(BenchmarkId::new("content", num_events), &(), |bench, ()| {
            bench.iter(|| whole.within(&record, window));
        });
        group.bench_with_input(BenchmarkId::new("of", num_events), &(), |bench, ()| {
            bench.iter(|| Camps::of(&record, &content))
        });
        group.bench_with_input(BenchmarkId::new("sentence", num_events), &(), |bench, ()| {
            bench.iter(|| sentence(&record, &camps, window));
        });
        group.bench_with_input(BenchmarkId::new("scene", num_events), &(), |bench, ()| bench.iter(scene));
    }
}

criterion_group! {
    name = all;
    config = Criterion::default().sample_size(20).without_plots();
    targets = bench_ticks, bench_timeline, bench_frame, bench_search, bench_force, bench_home, bench_camps
}
criterion_main!(all);
