//! What a press on the strip takes hold of, and where that moves the window: the brush, or one of its edges.

use dataset::units::Secs;

use super::overview::{brush, whole};
use crate::record::Record;
use crate::time::window::{Moment, TimeWindow};

/// What a press has taken hold of, with the window at that moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Hold {
    /// The brush.
    Whole(TimeWindow),
    /// Its left edge.
    Start(TimeWindow),
    /// Its right edge.
    End(TimeWindow),
}

/// What a press at `x` on a strip of `width` pixels takes hold of: an edge of the brush if it is within
/// `edge_px` of the press, the brush if the press is on it, else the brush brought there.
#[must_use]
pub fn take_hold(record: &Record, width: f64, window: TimeWindow, x: f64, edge_px: f64) -> Hold {
    let scale = whole(record, width);
    let brush = brush(scale, window);
    let from_end = x - (brush.x + brush.width);
    // Edges are grasped from outside, and from inside only where the brush is wide enough to keep a middle.
    let inside = if brush.width > 4.0 * edge_px { edge_px } else { 0.0 };
    if (-edge_px..=inside).contains(&(x - brush.x)) {
        Hold::Start(window)
    } else if (-inside..=edge_px).contains(&from_end) {
        Hold::End(window)
    } else if x > brush.x && from_end < 0.0 {
        Hold::Whole(window)
    } else {
        let half = window.len().0 / 2.0;
        let middle = scale.time_from_px(x).0;
        Hold::Whole(TimeWindow::fitting(Moment(middle - half), Moment(middle + half), record.bounds()))
    }
}

/// The window after what is held was moved `by` seconds. An edge moves alone: it stops at the end of the
/// record, and before the other edge.
#[must_use]
pub fn moved(hold: Hold, by: f64, record: &Record) -> TimeWindow {
    let bounds = record.bounds();
    let least = TimeWindow::MIN_LEN.0;
    match hold {
        Hold::Whole(window) => window.pan(Secs(by), bounds),
        Hold::Start(window) => {
            let start = (window.start().0 + by).min(window.end().0 - least).max(bounds.whole().start().0);
            TimeWindow::fitting(Moment(start), window.end(), bounds)
        }
        Hold::End(window) => {
            let end = (window.end().0 + by).max(window.start().0 + least).min(bounds.whole().end().0);
            TimeWindow::fitting(window.start(), Moment(end), bounds)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::sample::{Made, queue};
    use proptest::prelude::*;

    const WIDTH: f64 = 1000.0;
    const EDGE_PX: f64 = 6.0;

    /// A record, and the window that covers the shares `from` to `to` of it.
    fn setup(from: f64, to: f64) -> (Made, TimeWindow) {
        let record = queue(&[600; 40]);
        let scale = whole(&record, WIDTH);
        let [start, end] = [from, to].map(|share| scale.time_from_px(share * WIDTH));
        let window = TimeWindow::fitting(start, end, record.bounds());
        (record, window)
    }

    #[test]
    fn a_press_takes_an_edge_from_outside_the_brush_within_it_or_brings_it() {
        let (record, window) = setup(0.4, 0.6);
        let hold = |x| take_hold(&record, WIDTH, window, x, EDGE_PX);
        assert_eq!([hold(395.0), hold(405.0)], [Hold::Start(window); 2]);
        assert_eq!([hold(595.0), hold(605.0)], [Hold::End(window); 2]);
        assert_eq!(hold(500.0), Hold::Whole(window));
        let Hold::Whole(brought) = hold(250.0) else { panic!("{:?}", hold(250.0)) };
        let brush = brush(whole(&record, WIDTH), brought);
        assert!((brush.x + brush.width / 2.0 - 250.0).abs() < 0.5, "{brush:?}");
    }

    #[test]
    fn a_narrow_brush_keeps_a_middle_to_be_dragged_by() {
        let (record, window) = setup(0.5, 0.515);
        assert_eq!(take_hold(&record, WIDTH, window, 507.5, EDGE_PX), Hold::Whole(window));
    }

    proptest! {
        #[test]
        fn an_edge_moves_alone_and_stops_before_the_other(
            from in 0.0..0.9f64,
            len in 0.05..0.1f64,
            share in -1.0..1.0f64,
        ) {
            let (record, window) = setup(from, from + len);
            let by = share * record.bounds().whole().len().0;
            let (start, end) =
                (moved(Hold::Start(window), by, &record), moved(Hold::End(window), by, &record));
            prop_assert!((start.end().0 - window.end().0).abs() < 1.0, "{start:?}");
            prop_assert!((end.start().0 - window.start().0).abs() < 1.0, "{end:?}");
            prop_assert!(
                start.len().0 >= TimeWindow::MIN_LEN.0 - 1e-6 && end.len().0 >= TimeWindow::MIN_LEN.0 - 1e-6
            );
        }
    }
}
