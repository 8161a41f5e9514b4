//! Keys of one sign that mean the same in every part: which they are and where they are heard, as the reader has chosen.

/// What such a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
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
pub const COMMANDS: [(Command, &str); 4] = [
    (Command::Search, "search"),
    (Command::Back, "what led to the event"),
    (Command::On, "what answered it"),
    (Command::Help, "this help"),
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
pub const SCOPES: [(&str, Scope); 3] = [("parts", Scope::Parts), ("everywhere", Scope::Everywhere), ("off", Scope::Off)];

/// The reader's choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keys {
    /// Where they are heard.
    pub scope: Scope,
    /// The sign of each of [`COMMANDS`].
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
    pub fn command(&self, key: &str, is_in_part: bool) -> Option<Command> {
        let is_heard = self.scope == Scope::Everywhere || self.scope == Scope::Parts && is_in_part;
        let mut letters = key.chars();
        let sign = letters.next().filter(|_| is_heard && letters.next().is_none())?;
        self.signs.iter().position(|own| *own == sign).map(|at| COMMANDS[at].0)
    }

    /// With another sign for the command `nth`; as it was for one that cannot be: taken, or none.
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
        signs.chars().enumerate().fold(keys, |keys, (nth, sign)| keys.with(nth, sign.encode_utf8(&mut [0; 4])))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_the_browsers_unless_a_part_has_the_focus_or_the_reader_chose_so() {
        let keys = Keys::default();
        assert_eq!([keys.command("/", false), keys.command("/", true)], [None, Some(Command::Search)]);
        assert_eq!([keys.command("x", true), keys.command("Escape", true), keys.command("", true)], [None; 3]);
        let [everywhere, off] = [Scope::Everywhere, Scope::Off].map(|scope| Keys { scope, ..keys });
        assert_eq!([everywhere.command("]", false), off.command("]", true)], [Some(Command::On), None]);
    }

    #[test]
    fn a_sign_can_be_another_but_not_one_that_is_taken() {
        let keys = Keys::default().with(1, "[b");
        assert_eq!([keys.command("b", true), keys.command("[", true)], [Some(Command::Back), None]);
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
}
