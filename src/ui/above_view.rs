//! The strip above the lanes: its name, and what the [pulse or the dead](super::above)
//! are where the reader points.
//!
//! A component of its own because only its marker follows the pointer.

use std::rc::Rc;

use dataset::civil::DateTime;
use dataset::model::{EventIdx, SideIdx};
use dataset::units::UnixSecs;
use yew::prelude::*;

use super::above::height;
use super::element::{class, element, when};
use super::guard::{Same, use_guard};
use super::shapes::{XHTML, choice, hue, path, said, span};
use crate::command::Command;
use crate::drawing::above::Above;
use crate::geom::{clamp, coord};
use crate::platform::keys::{self, KeyPress};
use crate::platform::measure::scale as enlarged;
use crate::platform::{dom, hover};
use crate::record::Record;
use crate::time::format;
use crate::time::scale::TimeScale;
use crate::time::zone::Zone;
use crate::timeline::pulse::{Reading, SCALE};
use crate::timeline::toll::{Stake, Toll};

/// Room for the card in pixels: where it says all, and where it says the values alone and stays in the strip.
const CARDS: [[f64; 2]; 2] = [[380.0, 170.0], [230.0, 44.0]];
/// From the marker to the card.
const CARD_GAP: f64 = 8.0;
/// An arrow key moves the marker by a day, but by at least this many pixels,
/// and by at most a tenth of the strip.
const LEAST_STEP_PX: f64 = 4.0;
const DAY_SECS: f64 = 86_400.0;
/// Below this length of the window, in seconds, the time of day is told: four days.
const TIMES_BELOW_SECS: f64 = 4.0 * DAY_SECS;
/// The dead of an event are told where the marker is so near to their place, in pixels.
const NEAR_PX: f64 = 5.0;
/// The card tells so many events.
const MOST_FACTS: usize = 5;

#[derive(PartialEq, Properties)]
pub struct Props {
    pub record: Rc<Record>,
    pub above: Same<Above>,
    pub clock: Zone,
    /// Of the plot.
    pub scale: TimeScale,
    /// The plot below, over which the marker follows the pointer too.
    pub plot: NodeRef,
}

/// Where the reader is.
#[derive(Clone, Copy, PartialEq)]
struct Marker {
    x: f64,
    by: By,
}

/// What is told of a side at the marker.
struct Fact {
    side: SideIdx,
    /// The side and its value.
    value: String,
    /// What stands behind it.
    event: Option<EventIdx>,
}

/// What brought the reader there.
#[derive(Clone, Copy, PartialEq)]
enum By {
    /// A pointer over the lanes: the card must not cover them.
    Plot,
    Strip,
    /// Keys: it is said, too.
    Keys,
}

const PULSE_SAID: &str = "Pulse: the strongest hostile act of each side in force, fading";
const PULSE_KEYS: &str = "Left and right read out its values, down or Escape goes to the events.";
const DEAD_SAID: &str = "Deaths: how many were killed in each event, by side";
const DEAD_KEYS: &str = "Left and right go from one to the next, down or Escape goes to the events.";

#[component]
pub fn AboveView(props: &Props) -> Html {
    let Props { record, above: Same(above), clock, scale, plot } = props;
    let height = height(scale.width());
    let strip = use_node_ref();
    let marker = use_state_eq(|| None::<Marker>);
    use_pointer(plot, &marker, By::Plot);
    use_pointer(&strip, &marker, By::Strip);
    {
        // The card hides what is below it: Escape takes it away, and nothing else.
        let (handle, has_card) = (marker.clone(), marker.is_some_and(|marker| marker.by == By::Strip));
        use_guard(has_card, move || has_card.then(|| keys::first("Escape", move || handle.set(None))));
    }
    let onkeydown = {
        let (marker, scale, above) = (marker.clone(), *scale, above.clone());
        Callback::from(move |event: KeyboardEvent| {
            let press = KeyPress::from(&event);
            // It is reached from the plot, and left to it.
            if press.key == "ArrowDown" || press.key == "Escape" {
                dom::focus(".plot");
                return keys::consume(&event);
            }
            let x = (*marker).map(|marker| marker.x);
            let to = match &*above {
                Above::Pulse(_) => moved(x, scale, &press.key),
                Above::Toll(toll) => next_stake(toll, x, scale, &press.key),
            };
            if let Some(to) = to.filter(|_| !press.is_shortcut) {
                keys::consume(&event);
                marker.set(Some(Marker { x: to, by: By::Keys }));
            }
        })
    };
    let onblur = {
        let marker = marker.clone();
        Callback::from(move |_: FocusEvent| marker.set(None))
    };

    let told = (*marker).filter(|marker| marker.x <= scale.width()).map(|marker| {
        let at = scale.time_from_px(marker.x);
        #[expect(clippy::cast_possible_truncation, reason = "inside the record")]
        let at_secs = UnixSecs(at.0 as i64);
        let local = DateTime::at(at_secs, clock.offset_at(at_secs, record.clock()));
        let mut date = format::day(local.date());
        if scale.window().len().0 < TIMES_BELOW_SECS {
            date += &format!(", {:02}:{:02}", local.hour(), local.minute());
        }
        let facts = match &**above {
            Above::Pulse(pulse) => pulse_facts(record, pulse.readout(at)),
            Above::Toll(toll) => toll_facts(record, toll, marker.x, *scale),
        };
        (marker, date, facts)
    });
    let spoken =
        told.as_ref().filter(|told| told.0.by == By::Keys).map_or(String::new(), |(_, date, facts)| {
            format!("{date}. {}", facts.iter().map(|fact| words(record, fact)).collect::<Vec<_>>().join(". "))
        });
    // Not there without a marker: over the film it would be a layer of its own,
    // which costs a little at all that is drawn.
    let marked = told.as_ref().map(|(marker, date, facts)| {
        let line =
            path("marker", format!("M{} 0V{}", coord(marker.x * enlarged()), coord(height * enlarged())));
        let card = card(record, *marker, date, facts, scale.width());
        let [width, height] = [scale.width(), height].map(|side| side * enlarged());
        element!("svg" { "width": width, "height": height, "aria-hidden": "true" } [line, card])
    });
    let is_pulse = matches!(**above, Above::Pulse(_));
    html! {
        <div class="pulse" role="region" aria-label={if is_pulse { "Pulse" } else { "Deaths" }}>
            { name(record, is_pulse) }
            <div class="pulse-strip" ref={strip} tabindex="0" role="application"
                {onkeydown} {onblur} aria-roledescription="curve"
                aria-label={if is_pulse { PULSE_SAID } else { DEAD_SAID }}
                aria-description={if is_pulse { PULSE_KEYS } else { DEAD_KEYS }}>
                { marked.unwrap_or_default() }
                { element!("p" { "class": "pulse-spoken", "role": "status" } [spoken]) }
            </div>
        </div>
    }
}

/// Keeps the marker under a pointer over `node`.
#[hook]
fn use_pointer(node: &NodeRef, marker: &UseStateHandle<Option<Marker>>, by: By) {
    let (node, marker) = (node.clone(), marker.clone());
    use_guard((), move || {
        let moved = move |x: Option<f64>| marker.set(x.map(|x| Marker { x, by }));
        node.cast().map(|element| hover::follow(&element, moved))
    });
}

/// Where a key takes the marker from `x`; `None` for keys that mean nothing here.
fn moved(x: Option<f64>, scale: TimeScale, key: &str) -> Option<f64> {
    let day = scale.width() / scale.window().len().0 * DAY_SECS;
    let step = clamp(day, LEAST_STEP_PX, scale.width() / 10.0);
    // The first press shows the marker where it is.
    let by = |step: f64| x.map_or(scale.width() / 2.0, |x| x + step);
    let to = match key {
        "ArrowLeft" => by(-step),
        "ArrowRight" => by(step),
        "Home" => 0.0,
        "End" => scale.width(),
        _ => return None,
    };
    Some(clamp(to, 0.0, scale.width()))
}

/// Where a key takes the marker from `x` among the dead: to the next place that has any, or the one before.
fn next_stake(toll: &Toll, x: Option<f64>, scale: TimeScale, key: &str) -> Option<f64> {
    let places = || toll.stakes(scale, 1.0).map(|stake| clamp(stake.reach[0], 0.0, scale.width()));
    match (key, x) {
        ("Home", _) | ("ArrowRight", None) => places().reduce(f64::min),
        ("End", _) | ("ArrowLeft", None) => places().reduce(f64::max),
        ("ArrowRight", Some(x)) => places().filter(|&place| place > x + 0.5).reduce(f64::min).or(Some(x)),
        ("ArrowLeft", Some(x)) => places().filter(|&place| place < x - 0.5).reduce(f64::max).or(Some(x)),
        _ => None,
    }
}

/// What stands beside the strip: what it is, which side goes where, how it is made,
/// and the way to the other one.
fn name(record: &Record, is_pulse: bool) -> Html {
    let mut sides = Vec::new();
    if is_pulse {
        for (nth, arrow) in (0u16..).zip(["↑", "↓"]) {
            if let Some(side) = record.data().sides.get(usize::from(nth)) {
                sides.push(
                    element!("span" { "class": hue(SideIdx(nth)) } [format!("{} {arrow}", side.short)]),
                );
            }
        }
    } else {
        sides.push(span("steps", "each step ×10".to_owned()));
    }
    let choice = |name, order, is_chosen| choice("strip-choice", name, order, is_chosen);
    let about = "A tone for each side, the higher the more hostile";
    let listen = element!("button" {
        "type": "button",
        "class": "listen",
        "lang": "en",
        "data-do": Command::Listen.word(),
        "title": about,
    } ["Listen"]);
    element!("div" { "class": "pulse-name" } [
        element!("span" { "class": "strips", "role": "group", "aria-label": "Above the lanes" } [
            choice("Pulse", Command::StripPulse, is_pulse),
            choice("Deaths", Command::StripDead, !is_pulse),
        ]),
        element!("span" { "class": "sides" } [sides]),
        element!("button" {
            "type": "button",
            "lang": "en",
            "data-do": Command::PulseHelp.word(),
        } ["How is this made?"]),
        is_pulse.then_some(listen),
    ])
}

/// The readout beside the marker, inside the plot; over the lanes it only says the values.
/// Nothing where there is nothing to say.
fn card(record: &Record, marker: Marker, date: &str, facts: &[Fact], width: f64) -> Html {
    if facts.is_empty() {
        return Html::default();
    }
    let is_short = marker.by == By::Plot;
    let [most_width, card_height] = CARDS[usize::from(is_short)];
    let card_width = most_width.min(width);
    let (right, left) = (marker.x + CARD_GAP, marker.x - CARD_GAP - card_width);
    let is_left = right + card_width > width;
    let x = if is_left { left } else { right };
    // Where there is room on neither side, the card leaves the marker free by standing below the strip.
    let y = if is_left && left < 0.0 { height(0.0) } else { 2.0 };
    let mut lines = vec![said("date", date.to_owned())];
    let mut values = Vec::new();
    for Fact { side, value, event } in facts.iter().take(MOST_FACTS) {
        let value = element!("span" { "class": class(&["value", hue(*side)]) } [value.clone()]);
        if is_short {
            values.push(value);
            continue;
        }
        lines.push(value);
        if let Some(event) = event.map(|event| record.event(event)) {
            let date = span("share", format::short(event.date));
            lines.push(element!("span" { "class": "act" } [span("title", event.title.to_owned()), date]));
        }
    }
    if is_short {
        lines.push(element!("span" {} [values]));
    }
    if facts.len() > MOST_FACTS {
        lines.push(span("share", format!("and {} more: zoom in to part them", facts.len() - MOST_FACTS)));
    }
    // Words that wrap or end in dots by themselves: a page within the picture.
    let class = class(&["pulse-card", when(is_left, "left")]);
    let inside = element!("div" { "xmlns": XHTML.to_owned(), "class": class } [lines]);
    let [x, y, width, height] =
        [clamp(x, 0.0, width - card_width), y, card_width, card_height].map(|side| side * enlarged());
    element!("foreignObject" { "x": x, "y": y, "width": width, "height": height } [inside])
}

/// A side's value, and what stands behind it.
fn words(record: &Record, fact: &Fact) -> String {
    let mut words = fact.value.clone();
    if let Some(event) = fact.event.map(|event| record.event(event)) {
        words += ": ";
        words += event.title;
        words += ", ";
        words += &format::short(event.date);
    }
    words
}

fn pulse_facts(record: &Record, readings: [Reading; 2]) -> Vec<Fact> {
    let fact = |(side, reading): (SideIdx, Reading)| {
        let mut value = format::number((reading.value * 10.0).round() / 10.0);
        if !value.contains('.') {
            value += ".0";
        }
        Fact {
            side,
            value: format!("{} {value} of {}", side_name(record, side), coord(SCALE)),
            event: reading.act,
        }
    };
    (0u16..).map(SideIdx).zip(readings).map(fact).collect()
}

/// The killed of the events whose place is at `x`, the greatest counts first.
fn toll_facts(record: &Record, toll: &Toll, x: f64, scale: TimeScale) -> Vec<Fact> {
    let near = toll
        .stakes(scale, 1.0)
        .filter(|stake| stake.reach[0] - NEAR_PX <= x && x <= stake.reach[1] + NEAR_PX);
    let fact = |Stake { loss, .. }: Stake| Fact {
        side: loss.side,
        value: format!("{} {} killed", side_name(record, loss.side), loss.killed.words()),
        event: Some(loss.event),
    };
    near.map(fact).collect()
}

fn side_name(record: &Record, side: SideIdx) -> &'static str {
    record.data().sides.get(side.get()).map_or("", |side| side.short)
}
