//! What keys mean: those of one sign that mean the same in every part, which the reader chooses,
//! and those that move the window.

use dataset::units::Secs;

use super::Action;
use crate::record::Record;
use crate::time::window::{Moment, TimeWindow};

/// What a key of one sign asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SingleKey {
    /// Go to the search.
    Search,
    /// Go to what led to the event.
    Back,
    /// Go to what answered it.
    On,
    /// Show the help.
    Help,
}

/// All of them with what is said of them, in the order of their keys.
pub const SINGLE_KEYS: [(SingleKey, &str); 4] = [
    (SingleKey::Search, "search"),
    (SingleKey::Back, "what led to the event"),
    (SingleKey::On, "what answered it"),
    (SingleKey::Help, "this help"),
];

/// Where they are heard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// While a part of the page has the focus: else they are the browser's.
    #[default]
    Parts,
    /// Wherever the focus is, but in a field.
    Everywhere,
    /// Nowhere.
    Off,
}

/// The scopes with their names in addresses of buttons and in what is kept.
pub const SCOPES: [(&str, Scope); 3] =
    [("parts", Scope::Parts), ("everywhere", Scope::Everywhere), ("off", Scope::Off)];

/// The reader's choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keys {
    /// Where they are heard.
    pub scope: Scope,
    /// The sign of each of [`SINGLE_KEYS`].
    pub signs: [char; 4],
}

impl Default for Keys {
    fn default() -> Self {
        Self { scope: Scope::Parts, signs: ['/', '[', ']', '?'] }
    }
}

impl Keys {
    /// What `key` asks for; `is_in_part` says whether a part has the focus.
    #[must_use]
    pub fn asked(&self, key: &str, is_in_part: bool) -> Option<SingleKey> {
        let is_heard = self.scope == Scope::Everywhere || self.scope == Scope::Parts && is_in_part;
        let mut letters = key.chars();
        let sign = letters.next().filter(|_| is_heard && letters.next().is_none())?;
        self.signs.iter().position(|own| *own == sign).map(|at| SINGLE_KEYS[at].0)
    }

    /// With another sign for the `nth` of them; as it was for one that cannot be: taken, or none.
    #[must_use]
    pub fn with(&self, nth: usize, text: &str) -> Self {
        let mut signs = self.signs;
        match (signs.get_mut(nth), text.trim().chars().last()) {
            (Some(own), Some(sign)) if !self.signs.contains(&sign) => *own = sign,
            _ => {}
        }
        Self { signs, ..*self }
    }

    /// As it is kept: `parts /[]?`; nothing for what is so without a choice.
    #[must_use]
    pub fn written(&self) -> Option<String> {
        let scope = SCOPES.iter().find(|(_, scope)| *scope == self.scope).map_or("", |(name, _)| name);
        let signs: String = self.signs.iter().collect();
        (*self != Self::default()).then(|| [scope, " ", &signs].concat())
    }

    /// Reads what was kept; what cannot be read is as without a choice.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let (scope, signs) = text.split_once(' ').unwrap_or((text, ""));
        let mut keys = Self::default();
        keys.scope = SCOPES.iter().find(|(name, _)| *name == scope).map_or(keys.scope, |(_, scope)| *scope);
        signs
            .chars()
            .enumerate()
            .fold(keys, |keys, (nth, sign)| keys.with(nth, sign.encode_utf8(&mut [0; 4])))
    }
}

/// A press of ← or → moves the window by this share of its length.
const PAN_SHARE: f64 = 0.2;
/// A press of + makes the window this much shorter, of − this much longer.
const ZOOM_STEP: f64 = 0.5;

/// Where a key asks to go from `window` while the plot or the strip has the focus;
/// `None` for keys that mean nothing there.
#[must_use]
pub fn window_action(record: &Record, window: TimeWindow, key: &str) -> Option<Action> {
    let bounds = record.bounds();
    let step = |share: f64| window.pan(Secs(window.len().0 * share), bounds);
    let middle = Moment(f64::midpoint(window.start().0, window.end().0));
    let target = match key {
        "ArrowLeft" => step(-PAN_SHARE),
        "ArrowRight" => step(PAN_SHARE),
        "+" | "=" => window.zoom(ZOOM_STEP, middle, bounds),
        "-" | "_" => window.zoom(1.0 / ZOOM_STEP, middle, bounds),
        "0" => bounds.whole(),
        "Home" => window.pan(Secs(f64::MIN / 4.0), bounds),
        "End" => window.pan(Secs(f64::MAX / 4.0), bounds),
        _ => return None,
    };
    Some(Action::GlideTo(target))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_the_browsers_unless_a_part_has_the_focus_or_the_reader_chose_so() {
        let keys = Keys::default();
        assert_eq!([keys.asked("/", false), keys.asked("/", true)], [None, Some(SingleKey::Search)]);
        assert_eq!([keys.asked("x", true), keys.asked("Escape", true), keys.asked("", true)], [None; 3]);
        let [everywhere, off] = [Scope::Everywhere, Scope::Off].map(|scope| Keys { scope, ..keys });
        assert_eq!([everywhere.asked("]", false), off.asked("]", true)], [Some(SingleKey::On), None]);
    }

    #[test]
    fn a_sign_can_be_another_but_not_one_that_is_taken() {
        let keys = Keys::default().with(1, "[b");
        assert_eq!([keys.asked("b", true), keys.asked("[", true)], [Some(SingleKey::Back), None]);
        assert_eq!([keys.with(2, "b"), keys.with(2, " "), keys.with(9, "x")], [keys; 3]);
    }

    #[test]
    fn a_choice_is_read_as_it_was_kept() {
        assert_eq!(Keys::default().written(), None);
        let own = Keys { scope: Scope::Off, signs: ['s', '[', 'n', '?'] };
        assert_eq!(own.written().map(|text| Keys::read(&text)), Some(own));
        assert_eq!([Keys::read(""), Keys::read("sometimes")], [Keys::default(); 2]);
        assert_eq!(Keys::read("off").scope, Scope::Off, "as earlier versions kept it");
    }

    #[test]
    fn a_key_moves_the_window_within_the_record() {
        let record = Record::compiled();
        let whole = record.bounds().whole();
        let opening = record.opening();
        let to = |window, key| match window_action(&record, window, key) {
            Some(Action::GlideTo(window)) => window,
            other => panic!("{key} asks for {other:?}"),
        };
        assert_eq!([to(opening, "0"), to(whole, "-"), to(whole, "ArrowLeft"), to(whole, "End")], [whole; 4]);
        assert_eq!(to(opening, "Home").start(), whole.start());
        assert_eq!(to(opening, "End").end(), whole.end());
        let near = to(opening, "+");
        assert!(
            (near.len().0 - opening.len().0 / 2.0).abs() < 1e-3
                && to(near, "ArrowRight").start() > near.start()
        );
        assert_eq!([window_action(&record, whole, "x"), window_action(&record, whole, "")], [None, None]);
    }
}
