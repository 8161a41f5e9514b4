//! The class names of the picture's parts, and the lines of its axis:
//! the same on the page and in exported pictures.

use dataset::model::{Claim, ClaimStatus, EventIdx, Side, SideIdx};

use super::arcs::Weight;
use super::scene::Bar;
use crate::geom::Point;
use crate::geom::outline::Outline;
use crate::record::{Acting, Record};
use crate::time::ticks::Tick;

/// Height of the axis below the lanes in pixels: two rows of ticks.
pub const AXIS_HEIGHT: f64 = 40.0;

/// Class names of the sides' hues; sides beyond take the last, as in the style sheet.
const SIDES: [&str; 4] = ["side-0", "side-1", "side-2", "side-3"];
/// The class of what nobody knows whose it is.
const NOBODY: &str = "nobody";
/// The class of what both adversaries did.
const BOTH: &str = "both";

/// The class that carries the hue of a side.
#[must_use]
pub fn hue(side: SideIdx) -> &'static str {
    SIDES[side.get().min(SIDES.len() - 1)]
}

/// The class that carries the hue of a side of `record`: those whom nobody knows have none.
#[must_use]
pub fn hue_of_side(record: &Record, side: SideIdx) -> &'static str {
    let is_unattributed = record.data().sides.get(side.get()).is_some_and(Side::is_unattributed);
    if is_unattributed { NOBODY } else { hue(side) }
}

/// The class that carries the hue of an event: that of the side which acted, or of both.
#[must_use]
pub fn hue_of(record: &Record, event: EventIdx) -> &'static str {
    match record.acting(event) {
        Acting::Both => BOTH,
        _ => hue_of_side(record, record.side(event)),
    }
}

/// The one side that an event is drawn with; `None` for both adversaries and for unknown hands,
/// whose marks look otherwise.
#[must_use]
pub fn side_of(record: &Record, event: EventIdx) -> Option<SideIdx> {
    let side = record.side(event);
    let is_known = !record.data().sides.get(side.get()).is_some_and(Side::is_unattributed);
    (is_known && record.acting(event) != Acting::Both).then_some(side)
}

/// Which ends of a bar fade; empty for none.
#[must_use]
pub const fn fade(bar: Bar) -> &'static str {
    match (bar.is_start_vague, bar.is_end_vague) {
        (false, false) => "",
        (true, false) => "vague-start",
        (false, true) => "vague-end",
        (true, true) => "vague-start vague-end",
    }
}

/// How clearly an arc is drawn; empty for as usual.
#[must_use]
pub const fn weight(weight: Weight) -> &'static str {
    match weight {
        Weight::Near => "lit near",
        Weight::Far => "lit",
        Weight::Calm => "",
        Weight::Dim => "dim",
    }
}

/// The flag of an event about which something was claimed:
/// filled where a claim is contested. `None` without a claim.
#[must_use]
pub fn flag(claims: &[Claim]) -> Option<&'static str> {
    let is_contested = |claim: &Claim| matches!(claim.status, ClaimStatus::Disputed | ClaimStatus::Denied);
    let kind = if claims.iter().any(is_contested) { "flag contested" } else { "flag" };
    (!claims.is_empty()).then_some(kind)
}

/// Upright lines at `ticks` from the top to `bottom`.
#[must_use]
pub fn upright(ticks: &[Tick], bottom: f64) -> Outline {
    let mut lines = Outline::default();
    // The first of the larger periods began before the window: it has a label but no line.
    for tick in ticks.iter().filter(|tick| tick.px > 0.5) {
        lines = lines.start(Point::new(tick.px, 0.0)).line(Point::new(tick.px, bottom));
    }
    lines
}
