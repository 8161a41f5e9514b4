//! Sound: two tones side by side, the first to the left, the second, of another colour, to the right.

use std::cell::RefCell;

use web_sys::{AudioContext, AudioParam, GainNode, OscillatorNode, OscillatorType, StereoPannerNode};

use super::dom::{document, set_text};
use super::frame::{self, Timer};

/// How loud a tone is, of 1.
const LOUDNESS: f32 = 0.1;
/// A tone is changed over so many seconds, so that nothing cracks.
const SLUR_SECS: f64 = 0.02;
/// Where each is heard, from −1 on the left to 1 on the right.
const PLACES: [f32; 2] = [-0.7, 0.7];

/// What the button that begins it says, and what it says meanwhile.
const WORDS: [&str; 2] = ["Listen", "Stop"];

thread_local! {
    /// What sounds, and what ends it.
    static PLAYING: RefCell<Option<(AudioContext, Timer)>> = const { RefCell::new(None) };
}

/// Falls silent; says whether anything sounded.
pub fn stop() -> bool {
    let playing = PLAYING.take();
    if let Some((context, _)) = &playing {
        // Fails where it is closed already.
        let _ = context.close();
        tell(0);
    }
    playing.is_some()
}

/// Plays steps of `length_secs` in all: when each begins, in seconds, and both tones in hertz, of which 0 is
/// silence. Says whether the browser plays.
pub fn play(length_secs: f64, steps: &[(f64, [f64; 2])]) -> bool {
    stop();
    let Some(context) = begin(steps) else { return false };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few seconds")]
    let end = frame::after((length_secs * 1000.0) as u32, || {
        stop();
    });
    PLAYING.set(Some((context, end)));
    tell(1);
    true
}

/// What the button says.
fn tell(nth: usize) {
    if let Some(button) = document().and_then(|document| document.query_selector(".listen").ok().flatten()) {
        set_text(&button, WORDS[nth]);
    }
}

fn begin(steps: &[(f64, [f64; 2])]) -> Option<AudioContext> {
    let context = AudioContext::new().ok()?;
    let now = context.current_time() + 0.05;
    let voices = [voice(&context, 0, now)?, voice(&context, 1, now)?];
    for &(at, hertz) in steps {
        for ((tone, loudness), hertz) in voices.iter().zip(hertz) {
            #[expect(clippy::cast_possible_truncation, reason = "tones that can be heard")]
            if hertz > 0.0 {
                set(tone, hertz as f32, now + at);
            }
            set(loudness, if hertz > 0.0 { LOUDNESS } else { 0.0 }, now + at);
        }
    }
    Some(context)
}

fn set(param: &AudioParam, value: f32, at: f64) {
    // Fails for no such time.
    let _ = param.set_target_at_time(value, at, SLUR_SECS);
}

/// The tone and the loudness of a voice that has begun.
fn voice(context: &AudioContext, nth: usize, now: f64) -> Option<(AudioParam, AudioParam)> {
    let source = OscillatorNode::new(context).ok()?;
    source.set_type(if nth == 0 { OscillatorType::Sine } else { OscillatorType::Triangle });
    let gain = GainNode::new(context).ok()?;
    gain.gain().set_value(0.0);
    let place = StereoPannerNode::new(context).ok()?;
    place.pan().set_value(PLACES[nth]);
    source.connect_with_audio_node(&gain).ok()?.connect_with_audio_node(&place).ok()?;
    place.connect_with_audio_node(&context.destination()).ok()?;
    source.start_with_when(now).ok()?;
    Some((source.frequency(), gain.gain()))
}
