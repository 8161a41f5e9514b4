//! A reader's hands: mouse, wheel, fingers and keys, as WebDriver's action sequences.

use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use crate::page::{Page, quoted};

/// What is held down on the keyboard meanwhile.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Held {
    /// Nothing.
    Nothing,
    /// The control key.
    Ctrl,
    /// The shift key.
    Shift,
}

/// A point in CSS pixels of the page's area, from its upper left.
pub type Point = (f64, f64);

/// The pieces into which a drag is cut: enough that a page sees a movement, not a jump.
const PIECES: u32 = 12;

/// A rest, in milliseconds, after which a hand that lets go throws nothing.
const REST_MS: u32 = 150;

/// Milliseconds for each piece of a movement: a frame.
const PIECE_MS: u32 = 16;

impl Page {
    /// Moves the mouse to the point `x`, `y` of the page's area.
    pub fn hover_at(&mut self, x: f64, y: f64) {
        self.mouse(&[to(x, y, 0)], Held::Nothing);
        self.pointer = (x, y);
    }

    /// Moves the mouse to the middle of the first element that matches `css`, after scrolling it into view.
    ///
    /// # Panics
    /// When nothing matches.
    #[track_caller]
    pub fn hover(&mut self, css: &str) {
        let (x, y) = self.seen_middle(css);
        self.hover_at(x, y);
    }

    /// Clicks the middle of the first element that matches `css`.
    ///
    /// # Panics
    /// When nothing matches.
    #[track_caller]
    pub fn click(&mut self, css: &str) {
        let (x, y) = self.seen_middle(css);
        self.click_at(x, y, Held::Nothing);
    }

    /// Clicks the first element that matches `css` wherever it is, as WebDriver does it: in a frame of
    /// another origin, browsers do not agree what a point is.
    ///
    /// # Panics
    /// When nothing matches, or something lies over it.
    #[track_caller]
    pub fn press(&mut self, css: &str) {
        let id = self.element(css);
        self.post(&format!("/element/{id}/click"), &json!({}));
    }

    /// Clicks at the point `x`, `y`.
    pub fn click_at(&mut self, x: f64, y: f64, held: Held) {
        self.mouse(&[to(x, y, 0), down(), up()], held);
        self.pointer = (x, y);
    }

    /// Clicks twice, fast, at the point `x`, `y`.
    pub fn double_click_at(&mut self, x: f64, y: f64, held: Held) {
        self.mouse(&[to(x, y, 0), down(), up(), down(), up()], held);
        self.pointer = (x, y);
    }

    /// Presses at the first point, moves to the second, rests there, releases.
    pub fn drag(&mut self, from: Point, to_point: Point) {
        let rest = json!({ "type": "pause", "duration": REST_MS });
        let moves: Vec<Value> = [to(from.0, from.1, 0), down()]
            .into_iter()
            .chain(line(from, to_point))
            .chain([rest, up()])
            .collect();
        self.mouse(&moves, Held::Nothing);
        self.pointer = to_point;
    }

    /// Presses at the first point, moves to the second and releases while still moving.
    pub fn throw(&mut self, from: Point, to_point: Point) {
        let moves: Vec<Value> =
            [to(from.0, from.1, 0), down()].into_iter().chain(line(from, to_point)).chain([up()]).collect();
        self.mouse(&moves, Held::Nothing);
        self.pointer = to_point;
    }

    /// Turns the wheel `steps` times by `dx`, `dy` pixels (down
    /// and right are positive) at the point `x`, `y`.
    pub fn wheel(&mut self, x: f64, y: f64, (dx, dy): (i32, i32), steps: u32, held: Held) {
        self.hover_at(x, y);
        let scroll = json!({
            "type": "scroll",
            "x": whole(x),
            "y": whole(y),
            "deltaX": dx,
            "deltaY": dy,
            "duration": 0,
            "origin": "viewport",
        });
        for _ in 0..steps {
            let wheel = json!({ "type": "wheel", "id": "wheel", "actions": [pause(), scroll] });
            self.act(vec![wheel], held, 2);
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Swipes with one finger from the first point to the second.
    pub fn swipe(&mut self, from: Point, to_point: Point) {
        self.fingers(&[(from, to_point)]);
    }

    /// Moves two fingers, each from its first point to its second: apart to zoom in, together to zoom out.
    pub fn pinch(&mut self, one: (Point, Point), other: (Point, Point)) {
        self.fingers(&[one, other]);
    }

    /// Taps with one finger on the middle of the first element that matches `css`.
    ///
    /// # Panics
    /// When nothing matches.
    #[track_caller]
    pub fn tap(&mut self, css: &str) {
        let (x, y) = self.seen_middle(css);
        let actions = json!([to(x, y, 0), down(), up()]);
        self.act(vec![pointer("finger", "touch", json!(actions))], Held::Nothing, 0);
    }

    /// Presses and releases `key`: one character, or a name such as `Tab`, `Enter`,
    /// `Escape`, `ArrowLeft`, `Home`.
    ///
    /// # Panics
    /// When there is no key of that name.
    #[track_caller]
    pub fn key(&mut self, key: &str) {
        self.key_with(key, Held::Nothing);
    }

    /// As [`Page::key`], with another key held.
    ///
    /// # Panics
    /// When there is no key of that name.
    #[track_caller]
    pub fn key_with(&mut self, key: &str, held: Held) {
        let code = code_of(key);
        let mut actions =
            vec![json!({ "type": "keyDown", "value": code }), json!({ "type": "keyUp", "value": code })];
        if let Some(held) = code_of_held(held) {
            actions.insert(0, json!({ "type": "keyDown", "value": held }));
            actions.push(json!({ "type": "keyUp", "value": held }));
        }
        self.post("/actions", &json!({ "actions": [{ "type": "key", "id": "keys", "actions": actions }] }));
    }

    /// Types `text` into whatever has the focus.
    pub fn type_text(&mut self, text: &str) {
        for letter in text.chars() {
            self.key(letter.encode_utf8(&mut [0; 4]));
        }
    }

    /// The middle of the first element that matches `css`, scrolled into view.
    #[track_caller]
    fn seen_middle(&mut self, css: &str) -> Point {
        let show = "scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' })";
        self.js(&format!("document.querySelector({})?.{show}", quoted(css)));
        self.rect(css).center()
    }

    fn mouse(&mut self, actions: &[Value], held: Held) {
        // One pause in front gives the held key the time to go down.
        let actions: Vec<Value> = std::iter::once(pause()).chain(actions.iter().cloned()).collect();
        let length = actions.len();
        self.act(vec![pointer("mouse", "mouse", json!(actions))], held, length);
    }

    fn fingers(&mut self, paths: &[(Point, Point)]) {
        let finger = |(index, (from, to_point)): (usize, &(Point, Point))| {
            let mut actions = vec![to(from.0, from.1, 0), down()];
            actions.extend(line(*from, *to_point));
            actions.push(up());
            pointer(&format!("finger{index}"), "touch", json!(actions))
        };
        let sources = paths.iter().enumerate().map(finger).collect();
        self.act(sources, Held::Nothing, 0);
    }

    /// Performs `sources` side by side, with a key held during all of their `ticks`.
    fn act(&mut self, mut sources: Vec<Value>, held: Held, ticks: usize) {
        if let Some(code) = code_of_held(held) {
            let mut actions = vec![json!({ "type": "keyDown", "value": code })];
            actions.extend((1..ticks).map(|_| pause()));
            actions.push(json!({ "type": "keyUp", "value": code }));
            sources.push(json!({ "type": "key", "id": "held", "actions": actions }));
        }
        self.post("/actions", &json!({ "actions": sources }));
    }
}

/// A mouse or a finger with what it does.
fn pointer(id: &str, kind: &str, actions: Value) -> Value {
    json!({ "type": "pointer", "id": id, "parameters": { "pointerType": kind }, "actions": actions })
}

/// A movement to a point within `ms` milliseconds.
fn to(x: f64, y: f64, ms: u32) -> Value {
    json!({ "type": "pointerMove", "x": whole(x), "y": whole(y), "duration": ms, "origin": "viewport" })
}

fn line(from: Point, end: Point) -> impl Iterator<Item = Value> {
    (1..=PIECES).map(move |piece| {
        let share = f64::from(piece) / f64::from(PIECES);
        to(from.0 + (end.0 - from.0) * share, from.1 + (end.1 - from.1) * share, PIECE_MS)
    })
}

fn down() -> Value {
    json!({ "type": "pointerDown", "button": 0 })
}

fn up() -> Value {
    json!({ "type": "pointerUp", "button": 0 })
}

fn pause() -> Value {
    json!({ "type": "pause" })
}

/// WebDriver's wheel takes whole pixels, and browsers round the others each in its own way.
#[expect(clippy::cast_possible_truncation, reason = "points of a screen")]
fn whole(coordinate: f64) -> i64 {
    coordinate.round() as i64
}

fn code_of_held(held: Held) -> Option<&'static str> {
    match held {
        Held::Nothing => None,
        Held::Ctrl => Some("\u{e009}"),
        Held::Shift => Some("\u{e008}"),
    }
}

/// WebDriver's code for a key (its section "Keyboard actions").
#[track_caller]
fn code_of(key: &str) -> &str {
    match key {
        "Backspace" => "\u{e003}",
        "Tab" => "\u{e004}",
        "Enter" => "\u{e007}",
        "Escape" => "\u{e00c}",
        "PageUp" => "\u{e00e}",
        "PageDown" => "\u{e00f}",
        "End" => "\u{e010}",
        "Home" => "\u{e011}",
        "ArrowLeft" => "\u{e012}",
        "ArrowUp" => "\u{e013}",
        "ArrowRight" => "\u{e014}",
        "ArrowDown" => "\u{e015}",
        "Delete" => "\u{e017}",
        letter if letter.chars().count() == 1 => letter,
        other => panic!("no key is called {other}"),
    }
}
