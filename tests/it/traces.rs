//! Gestures from beginning to end, event by event, played against what they must mean.
//!
//! The files in fixtures/traces each hold one gesture as a browser sends it, laid down after what browsers
//! document and send for such a device: `wheel TIME X Y DX DY UNIT [ctrl] [shift]`, or `down`, `move`, `up`,
//! `cancel` with `TIME POINTER X Y`. Times are in milliseconds, lines that start with `#` are for people.

use brink::geom::{Point, Vec2};
use brink::input::{Gesture, Intent, Phase, PointerSample, WheelAxis, WheelSample, WheelUnit, wheel};

macro_rules! traces {
    ($($name:literal),* $(,)?) => {
        /// Every trace by its name.
        const TRACES: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("fixtures/traces/", $name, ".txt")))),*];
    };
}

traces![
    "mouse-click-shaky",
    "mouse-drag",
    "notches-100",
    "notches-120",
    "notches-3-lines",
    "notches-53",
    "safari-pinch",
    "touch-drag-rested",
    "touch-drag-thrown",
    "touch-pinch",
    "trackpad-down",
    "trackpad-pinch",
    "trackpad-sideways",
];

/// The wheel traces with whole notches, and how many they have in each direction.
const NOTCHES: [&str; 4] = ["notches-100", "notches-120", "notches-3-lines", "notches-53"];
const NUM_NOTCHES: i32 = 5;

/// What a trace meant.
struct Played {
    intents: Vec<Intent>,
    /// Whether its end is no click.
    is_drag: bool,
}

impl Played {
    /// How many times as long the window is after all zooms.
    fn zoomed(&self) -> f64 {
        self.intents.iter().fold(1.0, |all, intent| {
            if let Intent::Zoom { factor, .. } = intent { all * factor } else { all }
        })
    }

    /// How far the content was carried.
    fn panned(&self) -> Vec2 {
        let carried = |all: Vec2, intent: &Intent| if let Intent::Pan(by) = intent { all + *by } else { all };
        self.intents.iter().fold(Vec2::default(), carried)
    }

    fn count(&self, is_wanted: impl Fn(&Intent) -> bool) -> usize {
        self.intents.iter().filter(|intent| is_wanted(intent)).count()
    }
}

const fn is_zoom(intent: &Intent) -> bool {
    matches!(intent, Intent::Zoom { .. })
}

const fn is_pan(intent: &Intent) -> bool {
    matches!(intent, Intent::Pan(_))
}

const fn is_throw(intent: &Intent) -> bool {
    matches!(intent, Intent::Throw(_))
}

/// Plays the trace called `name` as the page does, in a page that scrolls or in one that does not.
#[track_caller]
fn play(name: &str, page_scrolls: bool) -> Played {
    let (_, text) = TRACES.iter().find(|(other, _)| *other == name).unwrap();
    let (mut gesture, mut axis) = (Gesture::default(), WheelAxis::default());
    let mut intents = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let words: Vec<&str> = line.split(' ').collect();
        let number =
            |index: usize| -> f64 { words[index].parse().unwrap_or_else(|_| panic!("{name}: {line}")) };
        let phase = match words[0] {
            "down" => Phase::Down,
            "move" => Phase::Move,
            "up" => Phase::Up,
            "cancel" => Phase::Cancel,
            "wheel" => {
                let unit = match words[6] {
                    "px" => WheelUnit::Pixel,
                    "line" => WheelUnit::Line,
                    "page" => WheelUnit::Page,
                    "scale" => WheelUnit::Scale,
                    other => panic!("{name}: {other} is no unit"),
                };
                let delta = Vec2::new(number(4), number(5));
                let (zoom_key, shift) = (words.contains(&"ctrl"), words.contains(&"shift"));
                // The browser measures pinches apart from wheels.
                let delta =
                    if unit == WheelUnit::Scale { delta } else { axis.kept(delta, zoom_key, number(1)) };
                let at = Point::new(number(2), number(3));
                intents.extend(wheel(&WheelSample { at, delta, unit, zoom_key, shift, page_scrolls }));
                continue;
            }
            other => panic!("{name}: {other} is no event"),
        };
        #[expect(clippy::cast_possible_truncation, reason = "pointers have small numbers")]
        let id = number(2) as i32;
        intents.extend(gesture.feed(&PointerSample {
            id,
            at: Point::new(number(3), number(4)),
            time_ms: number(1),
            phase,
            is_touch: false,
        }));
    }
    Played { intents, is_drag: gesture.is_dragging() }
}

#[test]
fn a_gesture_keeps_to_one_meaning() {
    for (name, _) in TRACES {
        let played = play(name, false);
        let kinds = [is_zoom, is_pan].map(|is_kind| played.count(is_kind) > 0);
        if *name != "touch-pinch" {
            assert!(!(kinds[0] && kinds[1]), "{name} both zooms and pans: {:?}", played.intents);
        }
        assert_eq!(kinds[0] || kinds[1], *name != "mouse-click-shaky", "{name}: {:?}", played.intents);
    }
}

#[test]
fn a_trackpad_swipe_keeps_to_its_axis_through_noise_and_inertia() {
    let down = play("trackpad-down", false);
    assert_eq!(down.panned(), Vec2::default());
    let sideways = play("trackpad-sideways", false);
    assert_eq!(sideways.count(is_zoom), 0);
    assert_eq!(sideways.panned().y, 0.0);
    // Two fingers to the right scroll to what lies further right: the content goes left by as much.
    let moved: f64 = trace_deltas("trackpad-sideways").map(|delta| delta.x).sum();
    assert!((sideways.panned().x + moved).abs() < 1e-9, "{:?} for {moved}", sideways.panned());
}

fn trace_deltas(name: &str) -> impl Iterator<Item = Vec2> {
    let (_, text) = TRACES.iter().find(|(other, _)| *other == name).unwrap();
    text.lines().filter(|line| line.starts_with("wheel")).map(|line| {
        let numbers: Vec<f64> = line.split(' ').filter_map(|word| word.parse().ok()).collect();
        Vec2::new(numbers[3], numbers[4])
    })
}

#[test]
fn a_notch_zooms_by_about_as_much_on_every_mouse_and_the_way_back_undoes_it() {
    for name in NOTCHES {
        let played = play(name, false);
        assert_eq!(played.intents.len(), 2 * NUM_NOTCHES as usize, "{name}");
        assert!((played.zoomed() - 1.0).abs() < 1e-9, "{name}: there and back is {}", played.zoomed());
        let closer =
            Played { intents: played.intents[..NUM_NOTCHES as usize].to_vec(), is_drag: false }.zoomed();
        let notch = closer.powf(1.0 / f64::from(NUM_NOTCHES));
        assert!(
            (1.0 / 1.32..1.0 / 1.12).contains(&notch),
            "{name}: a notch makes the window {notch} times as long"
        );
    }
}

#[test]
fn a_fling_of_a_trackpad_zooms_by_no_more_than_a_hand_means() {
    let zoomed = play("trackpad-down", false).zoomed();
    assert!((1.5..8.0).contains(&zoomed), "{zoomed}");
}

#[test]
fn where_the_page_scrolls_a_swipe_down_and_notches_are_the_pages_and_pinches_are_ours() {
    for name in ["trackpad-down", "notches-100", "notches-3-lines"] {
        let played = play(name, true);
        assert!(
            played.intents.iter().all(|intent| *intent == Intent::Futile),
            "{name}: {:?}",
            played.intents
        );
    }
    for name in ["trackpad-pinch", "safari-pinch"] {
        assert!((play(name, true).zoomed() - play(name, false).zoomed()).abs() < 1e-12, "{name}");
    }
    assert!(play("trackpad-sideways", true).panned().x < -100.0);
}

#[test]
fn a_pinch_zooms_by_what_the_fingers_did() {
    // Fingers that end twice as far apart halve the window, in every browser.
    assert!((play("safari-pinch", false).zoomed() - 0.5).abs() < 1e-4);
    let turned = play("trackpad-pinch", false).zoomed();
    assert!((turned / 0.5 - 1.0).abs() < 0.1, "{turned}");
    let touch = play("touch-pinch", false);
    let expected = 40.0f64.hypot(4.0) / 264.0f64.hypot(4.0);
    assert!((touch.zoomed() / expected - 1.0).abs() < 0.05, "{} and not {expected}", touch.zoomed());
}

#[test]
fn nothing_pans_while_two_fingers_are_down_and_a_pinch_throws_nothing() {
    let played = play("touch-pinch", false);
    assert_eq!(played.count(is_throw), 0, "{:?}", played.intents);
    // After the first finger is lifted none moves in this trace,
    // so that every pan would be one of two fingers.
    assert_eq!(played.count(is_pan), 0, "{:?}", played.intents);
}

#[test]
fn momentum_only_where_the_hand_was_moving_when_it_let_go() {
    let thrown = play("touch-drag-thrown", false);
    let Some(Intent::Throw(speed)) = thrown.intents.last() else { panic!("no throw: {:?}", thrown.intents) };
    // The last steps were of 19 and 20 px in 8.3 ms each.
    assert!((-2.6..-1.8).contains(&speed.x), "{speed:?} px a millisecond");
    for name in ["touch-drag-rested", "mouse-drag"] {
        let rested = play(name, false);
        assert_eq!(rested.count(is_throw), 0, "{name}: {:?}", rested.intents);
    }
}

#[test]
fn a_drag_carries_the_content_as_far_as_the_hand_went_and_is_no_click() {
    for (name, way) in [("touch-drag-thrown", -148.0), ("touch-drag-rested", -148.0), ("mouse-drag", 53.0)] {
        let played = play(name, false);
        assert!((played.panned().x - way).abs() < 1e-9, "{name}: {:?}", played.panned());
        assert!(played.is_drag, "{name}");
    }
}

#[test]
fn a_shaking_hand_clicks() {
    let played = play("mouse-click-shaky", false);
    assert!(played.intents.is_empty() && !played.is_drag, "{:?}", played.intents);
}
