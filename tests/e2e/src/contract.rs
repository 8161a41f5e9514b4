//! The page as others see it, by nothing but its contract: names of its parts, `data-…` attributes, roles.
//! Journeys find everything through here, so that classes and the order of elements may change.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::dates::{Span, instant};
use crate::page::{Page, quoted};
use crate::record::Record;
use crate::rect::Rect;

/// The timeline.
pub const TIMELINE: &str = "[role=region][aria-label='Timeline']";
/// The part of the timeline that takes the keyboard's focus and on which time runs
/// from its left edge to its right.
pub const PLOT: &str = "[role=region][aria-label='Timeline'] > [tabindex='0']";
/// The whole record as a strip.
pub const OVERVIEW: &str = "[role=region][aria-label='Overview']";
/// The part of the overview on which the whole record runs from left to right.
pub const STRIP: &str = "[role=region][aria-label='Overview'] [tabindex='0']";
/// The actor graph.
pub const GRAPH: &str = "[role=region][aria-label='Actor graph']";
/// The part of the graph that takes the keyboard's focus.
pub const PLANE: &str = "[role=region][aria-label='Actor graph'] [tabindex='0']";
/// The details.
pub const DETAILS: &str = "[role=region][aria-label='Details']";
/// The list of events.
pub const EVENTS: &str = "[role=region][aria-label='Events']";

/// What the timeline shows at one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// Its window, to the second.
    pub window: Span,
    /// Where it is drawn: the plot, which may be a part of a pixel larger.
    pub plot: Rect,
    /// Ids of the events that have a mark.
    pub marks: Vec<String>,
    /// Counts of the clusters.
    pub clusters: Vec<usize>,
}

impl Shown {
    /// Where `at` (seconds since 1970) is, in pixels of the page's area.
    #[must_use]
    pub fn x_of(&self, at: f64) -> f64 {
        self.plot.x + (at - self.window.start) / self.window.len() * self.plot.width
    }

    /// Which instant is at `x`.
    #[must_use]
    pub fn instant_at(&self, x: f64) -> f64 {
        self.window.start + (x - self.plot.x) / self.plot.width * self.window.len()
    }

    /// Pixels that a second takes: the address and `data-window` are no finer.
    #[must_use]
    pub fn px_per_second(&self) -> f64 {
        self.plot.width / self.window.len()
    }

    /// Checks that marks and clusters together are the events of the window, each once.
    ///
    /// # Panics
    /// When they are not.
    #[track_caller]
    pub fn assert_adds_up(&self, record: &Record) {
        let ids: BTreeSet<&str> = self.marks.iter().map(String::as_str).collect();
        assert_eq!(ids.len(), self.marks.len(), "an event has two marks: {:?}", self.marks);
        // The window is told to the second: what starts or ends within half a
        // second of its ends may be in or out.
        let surely = record.events_in(self.window.grown(-0.5)).count();
        let at_most = record.events_in(self.window.grown(0.5)).count();
        let shown = self.marks.len() + self.clusters.iter().sum::<usize>();
        assert!(
            (surely..=at_most).contains(&shown),
            "{shown} shown, {surely} to {at_most} in the window: {self:?}"
        );
        for id in &self.marks {
            let span = record.event(id).span;
            assert!(span.meets(self.window.grown(0.5)), "{id} of {span:?} is not in the window: {self:?}");
        }
    }
}

impl Page {
    /// What the timeline shows when it rests: while the window moves, the picture of an earlier one is slid.
    #[track_caller]
    pub fn shown(&mut self) -> Shown {
        self.settle();
        let code = format!(
            "const part = document.querySelector({}), plot = document.querySelector({});
            const drawings = Array.from(plot.querySelectorAll('svg'), drawing => \
            drawing.getBoundingClientRect());
            const r = drawings.reduce((widest, next) => next.width > widest.width ? next : widest);
            const all = (name) => Array.from(part.querySelectorAll('[' + name + ']'), e => \
            e.getAttribute(name));
            return [part.dataset.window, [r.x, r.y, r.width, r.height], all('data-event'), \
            all('data-cluster')]",
            quoted(TIMELINE),
            quoted(PLOT)
        );
        let seen = self.js(&code);
        let number = |index: usize| seen[1][index].as_f64().unwrap_or(f64::NAN);
        Shown {
            window: window(seen[0].as_str().unwrap_or_default()),
            plot: Rect { x: number(0), y: number(1), width: number(2), height: number(3) },
            marks: strings(&seen[2]),
            clusters: strings(&seen[3]).iter().map(|count| count.parse().unwrap_or(usize::MAX)).collect(),
        }
    }

    /// The timeline's window, to the second.
    #[track_caller]
    pub fn window(&mut self) -> Span {
        self.shown().window
    }

    /// Waits until the timeline's window is what `is_so` asks for, and gives it.
    ///
    /// # Panics
    /// When it is not within ten seconds.
    #[track_caller]
    pub fn wait_window(&mut self, is_so: impl Fn(Span) -> bool, what: &str) -> Span {
        let mut last = None;
        self.eventually(what, |page| {
            let window = page.window();
            last = Some(window);
            is_so(window)
        });
        last.unwrap_or(Span { start: f64::NAN, end: f64::NAN })
    }

    /// The attribute `name` of everything below `part` that has it.
    pub fn all(&mut self, part: &str, name: &str) -> BTreeSet<String> {
        self.attributes(&format!("{part} [{name}]"), name).into_iter().collect()
    }

    /// The heading of the details.
    pub fn heading(&mut self) -> String {
        self.texts(&format!("{DETAILS} h2")).into_iter().next().unwrap_or_default()
    }

    /// Waits until the details are headed `heading`.
    ///
    /// # Panics
    /// When they are not within ten seconds.
    #[track_caller]
    pub fn wait_heading(&mut self, heading: &str) {
        let condition = format!(
            "document.querySelector({})?.textContent.trim() === {}",
            quoted(&format!("{DETAILS} h2")),
            quoted(heading)
        );
        self.wait_until(&condition, &format!("the details of “{heading}”"));
    }

    /// The name that the browser gives the first element that matches `css`, for those who do not see it.
    ///
    /// # Panics
    /// When nothing matches.
    #[track_caller]
    pub fn spoken_name(&mut self, css: &str) -> String {
        self.computed(css, "computedlabel")
    }

    /// The role that the browser gives the first element that matches `css`.
    ///
    /// # Panics
    /// When nothing matches.
    #[track_caller]
    pub fn spoken_role(&mut self, css: &str) -> String {
        self.computed(css, "computedrole")
    }

    #[track_caller]
    fn computed(&mut self, css: &str, what: &str) -> String {
        let id = self.element(css);
        self.get(&format!("/element/{id}/{what}")).as_str().unwrap_or_default().to_owned()
    }
}

/// Two instants with `/` between.
fn window(text: &str) -> Span {
    let (start, end) = text.split_once('/').unwrap_or_default();
    Span { start: instant(start), end: instant(end) }
}

fn strings(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().map(|text| text.as_str().unwrap_or_default().to_owned()).collect()
}
