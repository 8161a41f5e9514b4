//! The pulse above the lanes and the whole record below them: outlines that stretch to the plot's width.

use brink::geom::{Point, coord};
use brink::record::Record;
use brink::time::scale::TimeScale;
use brink::time::window::TimeWindow;
use brink::timeline::classes::hue;
use brink::timeline::overview::{OverviewScene, brush, whole};
use brink::timeline::pulse::Pulse;
use dataset::model::SideIdx;

use super::forms;
use crate::page::finish::html::escaped;

/// The width that outlines are drawn for, in pixels: fine enough
/// for what is stretched to thrice that, and light.
const WIDTH: f64 = 400.0;
/// Height of the pulse's picture; the narrow form is squeezed a little.
const PULSE_HEIGHT: f64 = 56.0;
/// Height of the overview's bars.
const BARS_HEIGHT: f64 = 26.0;
/// The widths that the overview's labels are placed for, on wide and on narrow screens.
const STRIP_WIDTHS: [f64; 2] = [732.0, 366.0];

/// The strip of the pulse with its name.
pub fn pulse(record: &Record) -> String {
    let pulse = Pulse::new(record);
    let forms: String =
        forms(record).into_iter().map(|(class, window)| areas(&pulse, class, window)).collect();
    let sides: String = (0u16..)
        .map(SideIdx)
        .zip(["↑", "↓"])
        .zip(record.data().sides)
        .map(|((nth, arrow), side)| {
            format!("<span class=\"{}\">{} {arrow}</span>", hue(nth), escaped(side.short))
        })
        .collect();
    format!(
        "<div class=\"pulse\"><div class=\"pulse-name\"><span class=\"strips\">\
         <button class=\"strip-choice\" aria-pressed=\"true\">Pulse</button><button class=\"strip-choice\">\
         Deaths</button></span><span class=\"sides\">{sides}</span>\
         <button class=\"unseen\">How is this made?</button></div><div class=\"pulse-strip\">{forms}</div>\
         </div>"
    )
}

/// The areas of the pulse in `window`, for the form called `class`.
fn areas(pulse: &Pulse, class: &str, window: TimeWindow) -> String {
    let middle = coord(PULSE_HEIGHT / 2.0);
    let mut areas = String::new();
    for (nth, line) in (0u16..).map(SideIdx).zip(pulse.curve(TimeScale::new(window, WIDTH), PULSE_HEIGHT)) {
        let points: String =
            line.iter().map(|Point { x, y }| format!("L{} {}", tenths(*x), tenths(*y))).collect();
        areas += &format!("<path class=\"area {}\" d=\"M0 {middle}{points}V{middle}z\"/>", hue(nth));
    }
    format!(
        "<svg class=\"stretched {class}\" viewBox=\"0 0 {WIDTH} {PULSE_HEIGHT}\" \
         preserveAspectRatio=\"none\">{areas}\
         <path class=\"base\" d=\"M0 {middle}H{WIDTH}\"/></svg>"
    )
}

/// A place to a tenth of a pixel: finer is not seen.
fn tenths(value: f64) -> String {
    coord((value * 10.0).round() / 10.0)
}

/// The strip of the whole record with the window on it.
pub fn overview(record: &Record) -> String {
    let [width, _] = STRIP_WIDTHS;
    let bars = OverviewScene::draw(record, width, BARS_HEIGHT, 1.0).density.text();
    let forms: String = forms(record)
        .into_iter()
        .zip(STRIP_WIDTHS)
        .map(|((class, window), width)| frame(record, class, width, window))
        .collect();
    format!(
        "<div class=\"overview\"><div class=\"turning\"></div><div class=\"strip\">\
         <svg class=\"stretched bars\" viewBox=\"0 0 {width} {BARS_HEIGHT}\" preserveAspectRatio=\"none\">\
         <path class=\"density\" d=\"{bars}\"/></svg>{forms}</div></div>"
    )
}

/// The axis of the strip with the brush, placed for `width`.
fn frame(record: &Record, class: &str, width: f64, window: TimeWindow) -> String {
    let scene = OverviewScene::draw(record, width, BARS_HEIGHT, 1.0);
    let brush = brush(whole(record, width), window);
    let share = |px: f64| coord(px / width * 100.0) + "%";
    let labels: String = scene
        .ticks
        .iter()
        .filter(|tick| !tick.label.is_empty())
        .map(|tick| {
            format!("<text class=\"tick\" x=\"{}\" y=\"38\">{}</text>", share(tick.px), escaped(&tick.label))
        })
        .collect();
    format!(
        "<svg class=\"stretched {class}\"><line class=\"base\" x2=\"100%\" y1=\"{BARS_HEIGHT}\" \
         y2=\"{BARS_HEIGHT}\"/>{labels}\
         <rect class=\"brush\" x=\"{}\" y=\".5\" width=\"{}\" height=\"{BARS_HEIGHT}\" rx=\"3\"/></svg>",
        share(brush.x),
        share(brush.width)
    )
}
