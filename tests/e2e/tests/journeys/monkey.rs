//! Anything, in any order: hands that do what a seeded generator says, while the page must keep its word.
//!
//! Three hundred inputs in each browser; the environment variable `MONKEY_INPUTS` asks for another number,
//! `MONKEY_SEED` for other ones. When it ends badly, the last inputs are told.

use std::env;
use std::thread;

use e2e::contract::{GRAPH, PLANE, PLOT, STRIP, TIMELINE};
use e2e::{Held, Page, Point, Record, Screen, journeys};
use synth::Random;

/// How many inputs there are where nobody asks for more.
const NUM_INPUTS: u64 = 300;
/// After how many inputs the page is looked at.
const ROUND: u64 = 100;
/// The shortest window in seconds, and a second for the rounding of `data-window`.
const SHORTEST: f64 = 600.0 - 1.0;
/// Keys that mean something, and two that mean nothing.
const KEYS: [&str; 15] = [
    "ArrowLeft",
    "ArrowRight",
    "ArrowUp",
    "ArrowDown",
    "+",
    "-",
    "0",
    "Home",
    "End",
    "Enter",
    "Escape",
    "Tab",
    "/",
    "x",
    "PageUp",
];
/// Other sizes of the window: a phone on its side, a tablet, a laptop.
const SIZES: [(u32, u32); 3] = [(844, 500), (768, 1024), (1280, 800)];

journeys! {
    /// The page lives, its window is one, and its marks and clusters add up to what happened in it.
    fn whatever_hands_do_the_page_keeps_its_word(browser) {
        let record = Record::read();
        let mut page = browser.open("", Screen::DESKTOP);
        page.wait_ready();
        let whole = whole_record(&mut page, &record);
        let scale = page.js("return devicePixelRatio");
        let mut monkey = Monkey::new(number("MONKEY_SEED", 1));
        for round in 0..number("MONKEY_INPUTS", NUM_INPUTS).div_ceil(ROUND) {
            for _ in 0..ROUND {
                monkey.act(&mut page);
            }
            return_to(&mut page);
            page.settle();
            let told = format!("after {} inputs", (round + 1) * ROUND);
            assert_eq!(
                page.js("return document.documentElement.dataset.ready"),
                "true",
                "{told} the page is there"
            );
            page.settle();
            page.rest();
            let shown = page.shown();
            let window = shown.window;
            assert!((SHORTEST..=whole + 1.0).contains(&window.len()), "{told} the window is {window:?}");
            shown.assert_adds_up(&record);
            for part in [TIMELINE, GRAPH, PLOT, STRIP, PLANE] {
                assert_eq!(page.count(part), 1, "{told}: {part}");
            }
            assert!(page.count("[aria-current='true']") <= 3, "{told} one thing is selected in each part");
            assert_eq!(
                page.js("return window.leftToBrowser ?? 0"),
                0,
                "{told} no part left a wheel with Ctrl to the browser"
            );
            assert_eq!(
                page.js("return devicePixelRatio"),
                scale,
                "{told} the browser enlarges the page no more than before"
            );
            page.assert_no_complaints();
        }
    }
}

/// The length of the longest window, in seconds.
fn whole_record(page: &mut Page, record: &Record) -> f64 {
    page.click("[aria-label^='All:']");
    page.wait_window(|window| record.events_in(window).count() == record.events.len(), "the whole record")
        .len()
}

/// Counts the wheels with Ctrl that the parts leave to the browser, and keeps it from enlarging the page:
/// elsewhere than on the parts it may, and would enlarge all that follows. A browser may send a wheel to
/// where an earlier one began, so the place alone does not tell who gets it.
fn watch_enlarging(page: &mut Page) {
    page.js(&format!(
        "if (window.leftToBrowser !== undefined) return;
         window.leftToBrowser = 0;
         addEventListener('wheel', event => {{
             if (!event.ctrlKey || event.defaultPrevented) return;
             if (event.target.closest?.(\"{PLOT}, {PLANE}\")) window.leftToBrowser += 1;
             event.preventDefault();
         }}, {{ passive: false }});"
    ));
}

/// Back may have led to before the page, and some browsers say so late.
fn return_to(page: &mut Page) {
    if page.js("return location.protocol") != "http:" {
        page.forward();
        page.wait_ready();
    }
}

fn number(variable: &str, otherwise: u64) -> u64 {
    match env::var(variable) {
        Ok(text) => text.parse().unwrap_or_else(|_| panic!("{variable} is no number: {text}")),
        Err(_) => otherwise,
    }
}

/// What does anything; tells what it did when the journey fails.
struct Monkey {
    random: Random,
    done: Vec<String>,
}

impl Monkey {
    const fn new(seed: u64) -> Self {
        Self { random: Random::new(seed), done: Vec::new() }
    }

    /// Does one thing.
    fn act(&mut self, page: &mut Page) {
        return_to(page);
        match self.random.weighted(&[28, 16, 8, 20, 20, 2, 4, 2]) {
            0 => self.turn(page),
            1 => self.drag(page),
            2 => self.pinch(page),
            3 => {
                let key = KEYS[self.random.below(KEYS.len())];
                self.note(format!("key {key}"));
                page.key(key);
            }
            4 => {
                let (x, y) = self.somewhere(page);
                self.note(format!("click at {x}, {y}"));
                page.click_at(x, y, Held::Nothing);
            }
            5 => {
                let (width, height) = SIZES[self.random.below(SIZES.len())];
                self.note(format!("size {width} × {height}"));
                page.resize(width, height);
            }
            6 => {
                self.note("back".to_owned());
                page.back();
            }
            _ => {
                self.note("forward".to_owned());
                page.forward();
            }
        }
    }

    fn turn(&mut self, page: &mut Page) {
        let (x, y) = self.somewhere(page);
        let held = [Held::Nothing, Held::Ctrl, Held::Shift][self.random.weighted(&[3, 2, 1])];
        if held == Held::Ctrl {
            watch_enlarging(page);
        }
        let delta = self.offset(400);
        let by = if self.random.share() < 0.25 { (delta, 0) } else { (0, delta) };
        self.note(format!("wheel by {by:?} at {x}, {y} with {held:?}"));
        page.wheel(x, y, by, 1, held);
    }

    fn drag(&mut self, page: &mut Page) {
        let (from, to) = (self.somewhere(page), self.somewhere(page));
        let is_thrown = self.random.share() < 0.5;
        self.note(format!("drag from {from:?} to {to:?}, thrown: {is_thrown}"));
        if is_thrown { page.throw(from, to) } else { page.drag(from, to) }
    }

    fn pinch(&mut self, page: &mut Page) {
        // A page that is longer than its window may have left it behind.
        page.js(&format!(
            "document.querySelector(\"{PLOT}\").scrollIntoView({{ block: 'center', behavior: 'instant' }})"
        ));
        let (x, y) = page.rect(PLOT).center();
        let (near, far) = (f64::from(self.offset(30)).abs() + 10.0, f64::from(self.offset(90)).abs() + 10.0);
        self.note(format!("fingers from {near} to {far} about {x}, {y}"));
        page.pinch(((x - near, y), (x - far, y)), ((x + near, y), (x + far, y)));
    }

    /// Any point but those that lead away from the page or to a download.
    fn somewhere(&mut self, page: &mut Page) -> Point {
        loop {
            let (across, down) = (self.random.share(), self.random.share());
            let is_ours = page.js(&format!(
                "const x = Math.floor(innerWidth * {across}), y = Math.floor(innerHeight * {down});
                 return document.elementFromPoint(x, y)?.closest('a[href]') ? null : [x, y]"
            ));
            if let (Some(x), Some(y)) = (is_ours[0].as_f64(), is_ours[1].as_f64()) {
                return (x, y);
            }
        }
    }

    /// A whole number between −`most` and `most`.
    #[expect(clippy::cast_possible_truncation, reason = "below `most`, which is an i32")]
    fn offset(&mut self, most: i32) -> i32 {
        (self.random.share() * 2.0 * f64::from(most)) as i32 - most
    }

    fn note(&mut self, what: String) {
        self.done.push(what);
    }
}

impl Drop for Monkey {
    fn drop(&mut self) {
        if thread::panicking() {
            #[expect(clippy::cast_possible_truncation, reason = "a few hundred")]
            let last = self.done.len().saturating_sub(ROUND as usize);
            eprintln!("the last inputs of {}:\n{}", self.done.len(), self.done[last..].join("\n"));
        }
    }
}
