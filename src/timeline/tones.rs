//! The pulse as sound: along the window a tone for each side, the higher the more hostile the act in force.

use dataset::model::SideIdx;

use super::pulse::Pulse;
use crate::time::window::{Moment, TimeWindow};

/// How long the whole window sounds, in seconds, and in how many steps.
pub const LENGTH_SECS: f64 = 6.0;
const NUM_STEPS: u32 = 120;
/// The tone of a value just above zero, and what each point of the scale adds: two octaves from 0 to 10.
const LOWEST_HERTZ: f64 = 220.0;
const HERTZ_A_POINT: f64 = 66.0;
/// What is told as zero is not heard.
const LEAST_VALUE: f64 = 0.05;

/// A step of the sound: when it begins, in seconds, and the tone of each of the first two sides
/// in hertz, of which 0 is silence.
pub type Tone = (f64, [f64; 2]);

/// The tones of `window`, in time order. O(steps × log acts).
#[must_use]
pub fn tones(pulse: &Pulse, window: TimeWindow) -> Vec<Tone> {
    let tone = |nth: u32| {
        let share = f64::from(nth) / f64::from(NUM_STEPS);
        let at = Moment(window.start().0 + share * window.len().0);
        let hertz = [SideIdx(0), SideIdx(1)].map(|side| {
            let value = pulse.value(side, at);
            if value < LEAST_VALUE { 0.0 } else { LOWEST_HERTZ + HERTZ_A_POINT * value }
        });
        (share * LENGTH_SECS, hertz)
    };
    (0..NUM_STEPS).map(tone).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Record;

    #[test]
    fn the_window_sounds_from_end_to_end_and_the_worst_acts_are_highest() {
        let record = Record::compiled();
        let (pulse, window) = (Pulse::new(&record), record.opening());
        let tones = tones(&pulse, window);
        assert_eq!((tones.len(), tones[0].0), (120, 0.0));
        assert!(tones.windows(2).all(|pair| pair[0].0 < pair[1].0) && tones[119].0 < LENGTH_SECS);
        for &(at_secs, hertz) in &tones {
            let at = Moment(window.start().0 + at_secs / LENGTH_SECS * window.len().0);
            for (side, hertz) in [SideIdx(0), SideIdx(1)].into_iter().zip(hertz) {
                assert!((hertz - 220.0 - 66.0 * pulse.value(side, at)).abs() < 1e-6 || hertz == 0.0);
            }
        }
        let highest = tones.iter().map(|tone| tone.1[0]).fold(0.0, f64::max);
        assert!((highest - 880.0).abs() < 1.0, "{highest}");
    }

    #[test]
    fn where_nothing_is_in_force_it_is_silent() {
        let record = Record::compiled();
        let silent = Pulse::new(&record).only(|_| false);
        assert!(tones(&silent, record.opening()).iter().all(|tone| tone.1 == [0.0; 2]));
    }
}
