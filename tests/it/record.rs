//! What the page finds out about its whole record: the pulse of the crisis and the ways between its actors.
//!
//! Separate from the unit tests, which show on small records how it is done.

use std::path::Path;
use std::sync::LazyLock;

use brink::graph::path::{Step, shortest};
use brink::record::Record;
use brink::time::scale::TimeScale;
use brink::time::window::{Moment, TimeWindow};
use brink::timeline::pulse::curve::MOST_POINTS;
use brink::timeline::pulse::{Pulse, SCALE};
use dataset::edtf::Edtf;
use dataset::model::{ActorIdx, EventIdx, SideIdx};
use dataset::source::check_file;

/// Read and checked once for all tests.
pub static RECORD: LazyLock<Record> = LazyLock::new(|| {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/escalation.json");
    Record::new(check_file(&path).unwrap_or_else(|problems| panic!("{problems:?}")))
});

fn moment(date: &str) -> Moment {
    Edtf::parse(date).unwrap().span(RECORD.clock()).start.into()
}

/// When the pulse of `side` was highest from `start` to `end`, and how high; it is so when an act starts.
fn highest(pulse: &Pulse, side: SideIdx, start: &str, end: &str) -> (Moment, f64) {
    let starts = RECORD.events().map(|event| Moment::from(RECORD.span(event).start));
    let within = starts.filter(|at| (moment(start)..moment(end)).contains(at));
    let values = within.map(|at| (at, pulse.value(side, at)));
    values.fold((Moment(0.0), 0.0), |high, next| if next.1 > high.1 { next } else { high })
}

#[test]
fn the_pulse_names_the_strike_and_the_missiles_and_is_no_lower_in_the_wars() {
    let pulse = Pulse::new(&RECORD);
    let named = |side: SideIdx, day| {
        let reading = pulse.readout(moment(day))[side.get()];
        (reading.act.map_or("", |act| RECORD.event(act).id), reading.value)
    };
    let (us, iran) = (named(SideIdx(0), "2020-01-03"), named(SideIdx(1), "2020-01-08T12:00+03:00"));
    assert_eq!((us.0, iran.0), ("2020-01-03-soleimani-strike", "2020-01-08-missile-strike-al-asad-erbil"));
    let strike = highest(&pulse, SideIdx(0), "2020-01-01", "2020-02-01").1;
    for war in [("2025-06-13", "2025-06-25"), ("2026-02-28", "2026-04-08")] {
        let value = highest(&pulse, SideIdx(0), war.0, war.1).1;
        assert!(value >= strike && value <= SCALE, "{value} in {war:?}, {strike} in January 2020");
    }
}

#[test]
fn the_pulse_is_drawn_with_few_points_on_a_wide_screen() {
    let pulse = Pulse::new(&RECORD);
    for window in [RECORD.opening(), RECORD.bounds().whole()] {
        let lines = pulse.curve(TimeScale::new(window, 1600.0), 60.0);
        let num_points: usize = lines.iter().map(Vec::len).sum();
        assert!(num_points <= MOST_POINTS, "{num_points}");
    }
}

/// The ids of the actors on the way, and whether each step rests on something else than meetings.
fn way(from: &str, to: &str, window: Option<TimeWindow>) -> Option<(Vec<&'static str>, bool)> {
    let actor = |id| RECORD.actor_by_id(id).unwrap();
    let path = shortest(&RECORD, actor(from), actor(to), window)?;
    let rests = |step: &Step| !step.acts.is_empty() || !step.relations.is_empty() || step.part.is_some();
    let id = |actor: ActorIdx| RECORD.actor(actor).id;
    let stops = path.steps.iter().map(|step| id(step.from)).chain(path.steps.last().map(|step| id(step.to)));
    Some((stops.collect(), path.steps.iter().all(rests)))
}

#[test]
fn the_treasury_dealt_with_kataib_hezbollah_and_others_are_some_steps_apart() {
    let check =
        |from, to, stops: &[&str], rests| assert_eq!(way(from, to, None), Some((stops.to_vec(), rests)));
    check("kataib-hezbollah", "us-treasury", &["kataib-hezbollah", "us-treasury"], true);
    check(
        "hassan-nasrallah",
        "tim-kaine",
        &["hassan-nasrallah", "united-states", "donald-trump", "tim-kaine"],
        true,
    );
    // Who was killed by rockets is no target in the record, only somebody with a part.
    check(
        "nawres-hamid",
        "mohammad-mosaddegh",
        &["nawres-hamid", "united-states", "mohammad-mosaddegh"],
        false,
    );
}

#[test]
fn nothing_connects_two_who_only_told_of_others() {
    assert_eq!(way("reuters", "amnesty-international", None), None);
}

#[test]
fn who_was_long_gone_by_then_is_connected_to_nobody_in_the_opening_window() {
    assert_eq!(way("kataib-hezbollah", "mohammad-mosaddegh", Some(RECORD.opening())), None);
}

#[test]
fn every_way_is_as_long_as_the_way_back() {
    let actors: Vec<_> = RECORD.actors().collect();
    for (nth, &from) in actors.iter().enumerate().step_by(9) {
        for &to in actors[..nth].iter().step_by(7) {
            let [there, back] = [(from, to), (to, from)].map(|(from, to)| shortest(&RECORD, from, to, None));
            assert_eq!(
                there.map(|path| path.steps.len()),
                back.map(|path| path.steps.len()),
                "{from:?} {to:?}"
            );
        }
    }
}

#[test]
fn look_ups_find_what_a_look_at_each_finds() {
    let moment_of = |event| Moment::from(RECORD.span(event).start);
    let whole = RECORD.bounds().whole();
    for nth in 0..120 {
        let anchor = moment_of(EventIdx(nth));
        let window = whole.zoom(0.9_f64.powf(f64::from(nth)), anchor, RECORD.bounds());
        let shown: Vec<EventIdx> =
            RECORD.events().filter(|&event| window.shows(RECORD.span(event))).collect();
        assert_eq!(RECORD.events_in(window).collect::<Vec<_>>(), shown);
        let began = |event: &EventIdx| window.start() <= moment_of(*event);
        let going_on: Vec<EventIdx> = shown.into_iter().filter(|event| !began(event)).collect();
        assert_eq!(RECORD.going_on_in(window).collect::<Vec<_>>(), going_on);
    }
    assert!(RECORD.events().all(|event| RECORD.event_by_id(RECORD.event(event).id) == Some(event)));
    assert!(RECORD.actors().all(|actor| RECORD.actor_by_id(RECORD.actor(actor).id) == Some(actor)));
    assert_eq!((RECORD.event_by_id("nobody"), RECORD.actor_by_id("")), (None, None));
}

#[test]
fn an_event_that_was_brought_in_is_not_brought_in_again() {
    let bounds = RECORD.bounds();
    for secs in [3_155_695.337, 104_137_941.71, 1_610_929_392.248_826_5] {
        let start = bounds.whole().start();
        let window = TimeWindow::fitting(start, Moment(start.0 + secs), bounds);
        for event in RECORD.events() {
            let once = RECORD.brought_in(window, event);
            assert_eq!(RECORD.brought_in(once, event), once, "{event:?} in {secs} seconds");
        }
    }
}
