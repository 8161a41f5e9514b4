//! Whole visits without a browser: what a reader does, one action after the other, then what the page holds.

mod arcs;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::LazyLock;

use brink::geom::Size;
use brink::graph::camera::GraphCamera;
use brink::graph::content::GraphContent;
use brink::graph::layout::{GraphRequest, settle};
use brink::graph::scene::{Focus, GraphScene, SceneRequest};
use brink::record::Record;
use brink::state::url::{decode, encode};
use brink::state::{Action, Selection, State, Tab, View, Way, reduce};
use brink::time::scale::TimeScale;
use brink::time::window::{Moment, TimeWindow};
use brink::time::zone::Zone;
use brink::timeline::labels::Labels;
use brink::timeline::lanes::{LaneMode, Lanes};
use brink::timeline::layout::LayoutRequest;
use brink::timeline::levels::LevelCache;
use brink::timeline::scene::TimelineScene;
use dataset::edtf::Edtf;
use dataset::model::{Dataset, EventIdx};
use dataset::source::check_file;
use dataset::units::TimeSpan;
use serde_json::Value;

const STRIKE: &str = "2020-01-03-soleimani-strike";

/// Read and checked once for all tests.
static COMMITTED: LazyLock<&'static Dataset> = LazyLock::new(|| check_file(&file()).unwrap());

fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/escalation.json")
}

/// A reader with a screen, who waits until whatever moves has come to rest.
struct Reader {
    state: Rc<State>,
    size: Size,
    labels: Rc<Labels>,
    levels: LevelCache,
}

impl Reader {
    /// Opens the committed record, whichever one is compiled in, on a plot of this size.
    fn opens(width: f64, height: f64) -> Self {
        let record = Rc::new(Record::new(&COMMITTED));
        let labels = Rc::new(Labels::measured(&record, |text| text.chars().map(|_| 6.6).sum()));
        let state = Rc::new(State::new(record, View::default()));
        Self { state, size: Size::new(width, height), labels, levels: LevelCache::default() }
    }

    fn does(&mut self, action: Action) {
        self.state = reduce(self.state.clone(), action);
        for share in [0.2, 0.6, 1.0] {
            self.state = reduce(self.state.clone(), Action::GlideStep(share));
        }
    }

    fn record(&self) -> &Record {
        &self.state.record
    }

    fn event(&self, id: &str) -> EventIdx {
        self.record().event_by_id(id).unwrap()
    }

    /// What stands in the address bar behind `#`.
    fn address(&self) -> String {
        encode(self.record(), &self.state.view)
    }

    /// Goes to an address, as "back" and a copied link do.
    fn goes_to(&mut self, address: &str) {
        let decoded = decode(self.record(), "", address);
        self.does(Action::Navigated { view: decoded.view.into(), problems: decoded.problems.into() });
    }

    fn scale(&self) -> TimeScale {
        TimeScale::new(self.state.window(), self.size.width)
    }

    fn sees(&mut self) -> TimelineScene {
        self.laid().1
    }

    fn laid(&mut self) -> (Lanes, TimelineScene) {
        let state = self.state.clone();
        let (kept, lit) = (state.kept(), state.lit_to_last());
        let request = LayoutRequest {
            record: &state.record,
            mode: state.view.lanes,
            labels: &self.labels,
            size: self.size,
            are_names_beside: Lanes::has_room_beside(self.size.width),
            window: state.window(),
            zone: Zone::Event,
            kept: &kept,
            lit: lit.as_deref(),
        };
        let lanes = request.lanes();
        let scene = request.scene(&lanes, &mut self.levels);
        (lanes, scene)
    }

    /// That marks and counts add up to the events of the window; how many those are.
    #[track_caller]
    fn counts(&mut self) -> usize {
        let scene = self.sees();
        let num_events = self.state.record.events_in(self.state.window()).count();
        assert_eq!(scene.num_events(), num_events, "at {}", self.address());
        num_events
    }
}

fn window(record: &Record, text: &str) -> TimeWindow {
    let span = Edtf::parse(text).unwrap().span(record.clock());
    TimeWindow::fitting(span.start.into(), span.end.into(), record.bounds())
}

#[test]
fn a_reader_zooms_to_the_strike_selects_it_steps_on_looks_who_that_was_and_goes_back() {
    let mut reader = Reader::opens(1280.0, 400.0);
    assert_eq!(reader.address(), "");
    let at_first = reader.counts();

    let strike = reader.event(STRIKE);
    let share = reader.scale().px_from_time(reader.record().span(strike).start) / 1280.0;
    for _ in 0..12 {
        reader.does(Action::ZoomAt { share, factor: 0.5_f64.cbrt() });
    }
    assert!(reader.counts() < at_first);
    let opening = reader.record().opening().len().0;
    assert!((reader.state.window().len().0 - opening / 16.0).abs() < 1.0);
    let seen = reader.sees();
    let mark = seen.marks.iter().find(|mark| mark.event == strike).unwrap();
    assert!((mark.x / 1280.0 - share).abs() < 1.0 / 1280.0);
    assert_eq!(mark.event, strike);

    let window_of_strike = reader.address();
    reader.does(Action::Select(Selection::Event(strike)));
    let address_of_strike = reader.address();
    assert_eq!(address_of_strike, format!("{window_of_strike}&select={STRIKE}"));

    reader.does(Action::Step(1));
    let next = EventIdx(strike.0 + 1);
    assert_eq!(reader.state.selected_event(), Some(next));
    assert!(reader.state.window().shows(reader.record().span(next)));

    let actor = reader.record().event(next).initiators[0];
    reader.does(Action::Select(Selection::Actor(actor)));
    assert_eq!((reader.state.selected_event(), reader.state.selected_actor()), (None, Some(actor)));

    reader.goes_to(&address_of_strike);
    assert_eq!((reader.state.selected_event(), reader.address()), (Some(strike), address_of_strike));
    reader.goes_to("");
    assert_eq!((reader.counts(), reader.state.view.clone()), (at_first, View::default()));
}

#[test]
fn opening_clusters_from_the_whole_record_on_leads_to_the_strike() {
    let mut reader = Reader::opens(390.0, 300.0);
    let strike = reader.event(STRIKE);
    reader.does(Action::GlideTo(reader.record().bounds().whole()));
    assert_eq!(reader.counts(), reader.record().data().events.len());
    let mut num_opened = 0;
    while let Some(cluster) = reader.sees().cluster_of(strike) {
        reader.does(Action::OpenCluster(cluster.events.clone().into()));
        num_opened += 1;
        reader.counts();
        assert!(num_opened < 10, "at {}", reader.address());
        if let Some(group) = &reader.state.visit.group {
            assert!(group.contains(&strike), "what no zoom parts is listed");
            return;
        }
    }
    assert!(reader.sees().marks.iter().any(|mark| mark.event == strike));
}

#[test]
fn the_arrow_keys_go_through_all_events_and_each_is_in_sight_when_its_turn_comes() {
    let mut reader = Reader::opens(720.0, 320.0);
    reader.does(Action::FocusEvent(Some(EventIdx(0))));
    let all: Vec<EventIdx> = reader.record().events().collect();
    for &event in &all {
        assert_eq!(reader.state.visit.focused_event, Some(event));
        let scene = reader.sees();
        let mark = scene.marks.iter().find(|mark| mark.event == event).map(|mark| mark.x);
        let x = mark.or_else(|| scene.cluster_of(event).map(|cluster| cluster.x));
        assert!(x.is_some_and(|x| (0.0..=720.0).contains(&x)), "{event:?} at {}", reader.address());
        reader.does(Action::Walk(Way::Along(1)));
    }
    assert_eq!(reader.state.visit.focused_event, all.last().copied());
    assert_eq!(reader.state.view.selection, None, "looking is not choosing");
}

#[test]
fn lanes_by_field_hold_the_same_events_as_lanes_by_side() {
    let mut reader = Reader::opens(1280.0, 500.0);
    let by_side = reader.counts();
    reader.does(Action::SetLanes(LaneMode::Domain));
    assert_eq!(reader.counts(), by_side);
    assert_eq!(reader.address(), "lanes=domain");
    let names: Vec<_> = reader.sees().lanes.iter().map(|lane| lane.name).collect();
    let domains: Vec<_> = reader.record().data().domains.iter().map(|domain| domain.name).collect();
    assert_eq!(names, domains);
}

#[test]
fn a_link_shows_another_reader_the_same_picture() {
    let mut sender = Reader::opens(1280.0, 400.0);
    let strike = sender.event(STRIKE);
    sender.does(Action::Select(Selection::Event(strike)));
    sender.does(Action::ShowWindow(window(sender.record(), "2020-01-02/2020-01-09")));
    sender.does(Action::SetLanes(LaneMode::Domain));
    sender.does(Action::ShowTab(Tab::Actors));
    let mut receiver = Reader::opens(1280.0, 400.0);
    receiver.goes_to(&sender.address());
    assert_eq!(receiver.state.visit.notices.len(), 0);
    assert_eq!(receiver.state.view, sender.state.view);
    assert_eq!(receiver.sees(), sender.sees());
}

#[test]
fn turning_the_wheel_to_ten_minutes_and_back_keeps_the_instant_under_the_pointer_and_the_count() {
    for (width, shares) in
        [(320.0, [0.03, 0.81]), (720.0, [0.4, 0.6]), (1280.0, [0.99, 0.1]), (2560.0, [0.5, 0.75])]
    {
        for share in shares {
            let mut reader = Reader::opens(width, 360.0);
            reader.does(Action::ShowWindow(reader.record().bounds().whole()));
            let pointed = reader.scale().time_from_px(share * width);
            let keeps = |reader: &mut Reader| {
                let px = reader.scale().px_from_time(pointed);
                assert!((px - share * width).abs() < 1.0, "{px} of {width} at {}", reader.address());
                reader.counts();
            };
            for factor in [0.5_f64.cbrt(), 2.0_f64.cbrt()] {
                for _ in 0..70 {
                    reader.does(Action::ZoomAt { share, factor });
                    keeps(&mut reader);
                }
                let len = reader.state.window().len();
                let expected =
                    if factor < 1.0 { TimeWindow::MIN_LEN } else { reader.record().bounds().whole().len() };
                assert!((len.0 - expected.0).abs() < 1.0, "{len:?}");
            }
        }
    }
}

/// Who acted on whom in which event that has time in common with `[start, end)`:
/// straight from the file, by ids.
fn dealings_in(file: &Value, record: &Record, start: Moment, end: Moment) -> BTreeSet<[String; 3]> {
    let ids = |event: &Value, key: &str| -> Vec<String> {
        event[key].as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect()
    };
    let touches = |event: &&Value| {
        let date = Edtf::parse(event["date"].as_str().unwrap()).unwrap();
        let TimeSpan { start: first, end: beyond } = date.span(record.clock());
        let beyond =
            if date.has_open_end() { record.data().meta.updated.end(record.clock()) } else { beyond };
        let (first, beyond) = (Moment::from(first), Moment::from(beyond));
        if first == beyond { start <= first && first < end } else { first < end && beyond > start }
    };
    let events = file["events"].as_array().unwrap();
    let mut dealings = BTreeSet::new();
    for event in events.iter().filter(touches) {
        let id = event["id"].as_str().unwrap();
        for from in ids(event, "initiators") {
            for to in ids(event, "targets").into_iter().filter(|to| *to != from) {
                dealings.insert([from.clone(), to, id.to_owned()]);
            }
        }
    }
    dealings
}

#[test]
fn moving_the_window_changes_the_dealings_to_exactly_those_whose_events_lie_in_it() {
    let text = std::fs::read_to_string(file()).unwrap();
    let file: Value = serde_json::from_str(&text).unwrap();
    let reader = Reader::opens(1280.0, 400.0);
    let (record, mut state) = (reader.record(), reader.state.clone());
    let whole = GraphContent::whole(record);
    let (from, to) = (window(record, "2018-05"), window(record, "2020-01"));
    state = reduce(state, Action::ShowWindow(from));
    state = reduce(state, Action::GlideTo(to));
    let mut pictures = Vec::new();
    for step in 0..20 {
        state = reduce(state, Action::GlideStep(f64::from(step) / 19.0));
        let shown = state.window();
        let content = whole.within(record, shown);
        let name = |actor| record.actor(actor).id.to_owned();
        let dealings = content.dealings.iter().flat_map(|dealing| {
            dealing
                .events
                .iter()
                .map(|&event| [name(dealing.from), name(dealing.to), record.event(event).id.to_owned()])
        });
        let dealings: BTreeSet<_> = dealings.collect();
        assert_eq!(dealings, dealings_in(&file, record, shown.start(), shown.end()), "step {step}");
        assert_eq!(
            drawn_pairs(record, &content),
            dealings.iter().map(|[from, to, _]| [from.clone(), to.clone()]).collect()
        );
        pictures.push(dealings);
    }
    assert_eq!(state.window(), to);
    assert!(
        !pictures[0].is_empty() && pictures[0].is_disjoint(&pictures[19]),
        "nobody acts in both months by one event"
    );
}

/// The pairs that an arrow joins in the graph's picture.
fn drawn_pairs(record: &Record, content: &GraphContent) -> BTreeSet<[String; 2]> {
    let size = Size::new(640.0, 400.0);
    let layout = settle(&GraphRequest::of(record, content, &[], size), None);
    let (camera, focus) = (GraphCamera::default(), Focus::default());
    let scene = GraphScene::of(&SceneRequest {
        record,
        content,
        layout: &layout,
        camera,
        size,
        focus,
        label_widths: &[],
    });
    scene
        .dealings
        .iter()
        .map(|mark| [mark.from, mark.to].map(|actor| record.actor(actor).id.to_owned()))
        .collect()
}
