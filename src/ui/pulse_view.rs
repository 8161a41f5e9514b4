//! The strip of the pulse above the lanes: what its [areas](super::pulse_areas) are made of where the reader points.
//!
//! A component of its own, since the marker follows the pointer and nothing else of the page does.

use std::rc::Rc;

use dataset::civil::DateTime;
use dataset::model::SideIdx;
use dataset::units::UnixSecs;
use yew::prelude::*;

use super::element::{class, element, when};
use super::guard::{Same, use_guard};
use super::pulse_areas::height;
use super::shapes::{XHTML, hue, path, span};
use crate::geom::{clamp, coord};
use crate::platform::keys::{self, KeyPress};
use crate::platform::{dom, hover};
use crate::story::Story;
use crate::time::format;
use crate::time::scale::TimeScale;
use crate::time::zone::Zone;
use crate::timeline::pulse::{Pulse, Reading, SCALE};

/// Room for the card in pixels: where it says all, and where it says the values alone and stays in the strip.
const CARDS: [[f64; 2]; 2] = [[380.0, 170.0], [230.0, 44.0]];
/// From the marker to the card.
const CARD_GAP: f64 = 8.0;
/// An arrow key moves the marker by a day, but by at least so many pixels, and by at most a tenth of the strip.
const LEAST_STEP_PX: f64 = 4.0;
const DAY_SECS: f64 = 86_400.0;
/// Below this length of the window, in seconds, the time of day is told: four days.
const TIMES_BELOW_SECS: f64 = 4.0 * DAY_SECS;

#[derive(PartialEq, Properties)]
pub struct Props {
    pub story: Rc<Story>,
    pub pulse: Same<Pulse>,
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

/// What brought the reader there.
#[derive(Clone, Copy, PartialEq)]
enum By {
    /// A pointer over the lanes: the card must not cover them.
    Plot,
    Strip,
    /// Keys: it is said, too.
    Keys,
}

#[component]
pub fn PulseView(props: &Props) -> Html {
    let Props { story, pulse: Same(pulse), clock, scale, plot } = props;
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
        let (marker, scale) = (marker.clone(), *scale);
        Callback::from(move |event: KeyboardEvent| {
            let press = KeyPress::from(&event);
            // It is reached from the plot, and left to it.
            if press.key == "ArrowDown" || press.key == "Escape" {
                dom::focus(".plot");
                return keys::consume(&event);
            }
            if let Some(to) = moved((*marker).map(|marker| marker.x), scale, &press.key).filter(|_| !press.is_shortcut) {
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
        let local = DateTime::at(at_secs, clock.offset_at(at_secs, story.clock()));
        let mut date = format::day(local.date());
        if scale.window().len().0 < TIMES_BELOW_SECS {
            date += &format!(", {:02}:{:02}", local.hour(), local.minute());
        }
        (marker, date, pulse.readout(at))
    });
    let spoken = told.as_ref().filter(|told| told.0.by == By::Keys).map_or(String::new(), |(_, date, readings)| {
        let side = |(nth, reading): (u16, &Reading)| words(story, SideIdx(nth), reading);
        format!("{date}. {}", (0..).zip(readings).map(side).collect::<Vec<_>>().join(". "))
    });
    // Not there without a marker: over the film it would be a layer of its own, which costs a little at all that is drawn.
    let marked = told.as_ref().map(|(marker, date, readings)| {
        let line = path("marker", format!("M{} 0V{}", coord(marker.x), coord(height)));
        let card = card(story, *marker, date, readings, scale.width());
        element!("svg" { "width": scale.width(), "height": height, "aria-hidden": "true" } [line, card])
    });
    html! {
        <div class="pulse" role="region" aria-label="Pulse">
            { name(story) }
            <div class="pulse-strip" ref={strip} tabindex="0" role="application" {onkeydown} {onblur} aria-roledescription="curve"
                aria-label="Pulse: the strongest hostile act of each side in force, fading"
                aria-description="Left and right read out its values, down or Escape goes to the events.">
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

/// What stands beside the strip: what it is, which side goes where, and how it is made.
fn name(story: &Story) -> Html {
    let mut sides = Vec::new();
    for (nth, arrow) in (0u16..).zip(["↑", "↓"]) {
        if let Some(side) = story.data().sides.get(usize::from(nth)) {
            sides.push(element!("span" { "class": hue(SideIdx(nth)) } [format!("{} {arrow}", side.short)]));
        }
    }
    let about = "A tone for each side, the higher the more hostile";
    element!("div" { "class": "pulse-name" } [
        element!("span" { "class": "name" } ["Pulse"]),
        element!("span" { "class": "sides" } [sides]),
        element!("button" { "type": "button", "data-do": "pulse-help" } ["How is this made?"]),
        element!("button" { "type": "button", "class": "listen", "data-do": "listen", "title": about } ["Listen"]),
    ])
}

/// The readout beside the marker, inside the plot; over the lanes it only says the values.
fn card(story: &Story, marker: Marker, date: &str, readings: &[Reading; 2], width: f64) -> Html {
    let is_short = marker.by == By::Plot;
    let [most_width, card_height] = CARDS[usize::from(is_short)];
    let card_width = most_width.min(width);
    let (right, left) = (marker.x + CARD_GAP, marker.x - CARD_GAP - card_width);
    let is_left = right + card_width > width;
    let x = if is_left { left } else { right };
    // Where there is room on neither side, the card leaves the marker free by standing below the strip.
    let y = if is_left && left < 0.0 { height(0.0) } else { 2.0 };
    let mut lines = vec![span("date", date.to_owned())];
    let mut values = Vec::new();
    for (nth, reading) in (0u16..).map(SideIdx).zip(readings) {
        let value = element!("span" { "class": class(&["value", hue(nth)]) } [value_words(story, nth, reading)]);
        if is_short {
            values.push(value);
            continue;
        }
        lines.push(value);
        if let Some(act) = reading.act.map(|act| story.event(act)) {
            let date = span("share", format::short(act.date));
            lines.push(element!("span" { "class": "act" } [span("title", act.title.to_owned()), date]));
        }
    }
    if is_short {
        lines.push(element!("span" {} [values]));
    }
    // Words that wrap or end in dots by themselves: a page within the picture.
    let class = class(&["pulse-card", when(is_left, "left")]);
    let inside = element!("div" { "xmlns": XHTML.to_owned(), "class": class } [lines]);
    let x = clamp(x, 0.0, width - card_width);
    element!("foreignObject" { "x": x, "y": y, "width": card_width, "height": card_height } [inside])
}

/// A side's value and the act in force.
fn words(story: &Story, side: SideIdx, reading: &Reading) -> String {
    let mut words = value_words(story, side, reading);
    if let Some(act) = reading.act.map(|act| story.event(act)) {
        words += ": ";
        words += act.title;
        words += ", ";
        words += &format::short(act.date);
    }
    words
}

fn value_words(story: &Story, side: SideIdx, reading: &Reading) -> String {
    let name = story.data().sides.get(side.get()).map_or("", |side| side.short);
    let mut value = format::number((reading.value * 10.0).round() / 10.0);
    if !value.contains('.') {
        value += ".0";
    }
    format!("{name} {value} of {SCALE}")
}
