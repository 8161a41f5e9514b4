//! The ticks of a window on a chosen clock, also where that clock is put forward or back within the window.
//!
//! Separate from `ticks`, which knows one offset alone.

use dataset::units::{UnixSecs, UtcOffset};

use super::scale::TimeScale;
use super::ticks::{Tick, Ticks, ticks};
use super::zone::{Change, Zone};

/// From this length on, in seconds, an hour more or less is not seen: less than a pixel on most screens.
const CHANGES_BELOW_SECS: f64 = 100.0 * 86_400.0;

/// The ticks of `scale` on the clock of `zone`; `record_clock` is that of [`Zone::Event`].
///
/// Ticks are those of [`ticks()`] on the offset at the window's start. Behind a change of the clock they move
/// so that they stand on the new time; those whose time the change leaves out fall away.
#[must_use]
pub fn ticks_on(scale: TimeScale, zone: Zone, record_clock: UtcOffset) -> Ticks {
    let window = scale.window();
    #[expect(
        clippy::cast_possible_truncation,
        reason = "windows lie within the calendar; beyond it the cast saturates"
    )]
    let base = zone.offset_at(UnixSecs(window.start().0 as i64), record_clock);
    let mut both = ticks(scale, base);
    if window.len().0 < CHANGES_BELOW_SECS {
        // Lawmakers leave a clock alone for longer than that: there is one at most.
        if let Some(&change) = zone.transitions(window).last() {
            both.minor = moved(both.minor, scale, base, change);
            both.major = moved(both.major, scale, base, change);
        }
    }
    both
}

fn moved(row: Vec<Tick>, scale: TimeScale, base: UtcOffset, change: Change) -> Vec<Tick> {
    let move_one = |mut tick: Tick| {
        if tick.at >= change.at {
            tick.at = UnixSecs(tick.at.0 + base.secs() - change.offset.secs());
            tick.px = scale.px_from_time(tick.at);
        }
        (tick.at >= change.at || tick.px < scale.px_from_time(change.at)).then_some(tick)
    };
    let mut kept: Vec<Tick> =
        row.into_iter().filter_map(move_one).filter(|tick| tick.px < scale.width()).collect();
    kept.dedup_by(|next, last| next.at <= last.at);
    kept
}

#[cfg(test)]
mod tests {
    use super::super::window::{Bounds, Moment, TimeWindow};
    use super::*;
    use dataset::civil::DateTime;
    use dataset::edtf::Edtf;

    /// The labels of the minor row from `start` on for `hours`,
    /// each with the time that the zone's clock then shows.
    fn shown(start: &str, hours: f64, zone: Zone) -> Vec<(String, String)> {
        let bounds = Bounds::around(Edtf::parse("1950/2030").unwrap().span(UtcOffset::UTC));
        let start: Moment = Edtf::parse(start).unwrap().span(UtcOffset::UTC).start.into();
        let window = TimeWindow::fitting(start, Moment(start.0 + hours * 3600.0), bounds);
        let ticks = ticks_on(TimeScale::new(window, 900.0), zone, UtcOffset::UTC);
        let clock = |at| DateTime::at(at, zone.offset_at(at, UtcOffset::UTC));
        ticks
            .minor
            .iter()
            .map(|tick| {
                (tick.label.clone(), format!("{:02}:{:02}", clock(tick.at).hour(), clock(tick.at).minute()))
            })
            .collect()
    }

    #[test]
    fn every_label_is_what_the_clock_shows_there_before_and_after_a_change() {
        // In Tehran the clocks went forward at the end of 21 March 2019;
        // in Washington on 10 March and back on 3 November.
        let changes = [
            ("2019-03-21T14:00Z", Zone::Tehran),
            ("2019-03-10T02:00Z", Zone::Washington),
            ("2019-11-03T01:00Z", Zone::Washington),
        ];
        for (start, zone) in changes {
            let shown = shown(start, 12.0, zone);
            assert!(shown.len() > 8, "{shown:?}");
            for (label, clock) in shown.iter().filter(|(label, _)| !label.is_empty()) {
                assert_eq!(label, clock, "{start} {shown:?}");
            }
        }
    }

    #[test]
    fn the_strike_is_in_the_night_in_baghdad_and_in_the_afternoon_in_washington() {
        let first = |zone| shown("2020-01-02T21:00Z", 6.0, zone)[0].0.clone();
        assert_eq!([Zone::Baghdad, Zone::Washington, Zone::Utc].map(first), ["00:00", "16:00", "21:00"]);
    }
}
