//! How close a word of the query is to a word of the record.
//!
//! Separate because it compares two words and knows nothing else. What counts as close enough depends on the
//! whole record, and is decided in the index.

use super::sound::sound;

/// A word of the query, or one of the record.
#[derive(Debug)]
pub struct Heard {
    /// Folded.
    pub letters: String,
    /// What it sounds like; empty where that does not count.
    pub sound: String,
}

/// From far to near, each with its factor: a name of two words
/// that has the word itself comes before a name that only begins with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    /// The word of the record begins with the sounds of the query's word,
    /// or with its letters but for one slip.
    Guess = 1,
    /// One slip: a letter more, less or other, or two neighbours that have changed places.
    Slip = 2,
    /// A name that sounds the same.
    Sound = 4,
    /// The word of the record begins with the query's word,
    /// or is its singular or another form of the same verb.
    Start = 5,
    /// The same word.
    Same = 8,
}

/// From how many letters on a slip is forgiven: of shorter words too many are one slip apart.
const MIN_SLIP: usize = 5;

/// From how many letters or sounds on the beginning of a word may be guessed.
const MIN_GUESS: usize = 4;

impl Heard {
    /// A word of the query.
    pub fn asked(letters: &str) -> Self {
        // How other letters sound is not known here.
        let sound = if letters.is_ascii() { sound(letters) } else { String::new() };
        Self { letters: letters.to_owned(), sound }
    }

    /// How near `word` of the record is, guesses apart.
    /// A word of one letter is near to itself only. O(length).
    pub fn nearness(&self, word: &Self) -> Option<Nearness> {
        let (asked, letters) = (self.letters.as_str(), word.letters.as_str());
        // Most words are told apart by their first letter, and need not be read on.
        let is_begun = asked.as_bytes().first() == letters.as_bytes().first();
        if is_begun && asked == letters {
            Some(Nearness::Same)
        } else if asked.chars().nth(1).is_none() {
            None
        } else if is_begun
            && (letters.starts_with(asked)
                || letters.len() >= MIN_GUESS && asked.strip_suffix('s') == Some(letters)
                || is_form(asked, letters))
        {
            Some(Nearness::Start)
        } else if asked.len() > 2 && self.sound == word.sound && asked.is_ascii() {
            Some(Nearness::Sound)
        } else if asked.len() >= MIN_SLIP
            && asked.is_ascii()
            && is_one_slip(asked.as_bytes(), letters.as_bytes())
        {
            Some(Nearness::Slip)
        } else {
            None
        }
    }

    /// Whether `word` of the record may go on from what the query's word was meant to be. O(length).
    pub fn may_begin(&self, word: &Self) -> bool {
        let (asked, letters) = (self.letters.as_bytes(), word.letters.as_bytes());
        let begins_so = |len| letters.get(..len).is_some_and(|start| is_one_slip(asked, start));
        self.sound.len() >= MIN_GUESS && word.sound.starts_with(&self.sound)
            || self.letters.is_ascii()
                && asked.len() > MIN_SLIP
                && (asked.len() - 1..=asked.len() + 1).any(begins_so)
    }
}

/// Whether `asked` ends as a form of a verb in -ing or -ed,
/// and `letters` is the verb or another of its forms.
fn is_form(asked: &str, letters: &str) -> bool {
    let stem =
        asked.strip_suffix("ing").or_else(|| asked.strip_suffix("ed")).filter(|stem| stem.len() >= MIN_GUESS);
    let ending = stem.and_then(|stem| letters.strip_prefix(stem));
    ending.is_some_and(|ending| ["", "e", "s", "es", "ed", "ing"].contains(&ending))
}

/// Whether one insertion, removal or change of a letter or one swap of neighbours leads from `a` to `b`.
///
/// Method: a distance of Damerau and Levenshtein of one, read off what follows the common beginning.
fn is_one_slip(a: &[u8], b: &[u8]) -> bool {
    if a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let same = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[same..], &b[same..]);
    match (a, b) {
        ([a1, a2, a_rest @ ..], [b1, b2, b_rest @ ..]) if a1 == b2 && a2 == b1 && a_rest == b_rest => true,
        ([_, a_rest @ ..], [_, b_rest @ ..]) => a_rest == b_rest || a_rest == b || a == b_rest,
        ([_], []) | ([], [_]) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(asked: &str, word: &str, expected: Option<Nearness>) {
        let found = Heard::asked(asked).nearness(&Heard::asked(word));
        assert_eq!(found, expected, "{asked} {word}");
    }

    #[test]
    fn a_verb_is_met_in_its_other_forms() {
        check("storming", "stormed", Some(Nearness::Start));
        check("killed", "killing", Some(Nearness::Start));
        check("evading", "evade", Some(Nearness::Start));
        check("king", "kill", None);
        check("storming", "stormy", None);
    }

    #[test]
    fn the_nearest_way_counts() {
        check("qasem", "qasem", Some(Nearness::Same));
        check("fakhri", "fakhrizadeh", Some(Nearness::Start));
        check("attacks", "attack", Some(Nearness::Start));
        check("kassim", "qasem", Some(Nearness::Sound));
        check("natans", "natanz", Some(Nearness::Slip));
        check("natanz", "isfahan", None);
    }

    #[test]
    fn short_words_are_taken_as_they_stand() {
        check("k", "k", Some(Nearness::Same));
        check("k", "k1", None);
        check("un", "us", None);
        check("oman", "omar", None);
        check("gas", "ga", None);
    }

    #[test]
    fn a_beginning_may_be_guessed() {
        let guess = |asked, word| Heard::asked(asked).may_begin(&Heard::asked(word));
        assert!(guess("solaim", "soleimani"));
        assert!(guess("fahkri", "fakhrizadeh"));
        assert!(guess("wasgin", "washington"));
        assert!(!guess("sol", "soleimani"));
        assert!(!guess("fahkr", "washington"));
    }

    /// The distance as it is taught: a table of all beginnings of both words.
    fn distance(a: &[u8], b: &[u8]) -> usize {
        let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                table[i][j] = if i == 0 || j == 0 {
                    i + j
                } else {
                    let mut least = (table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                    least = least.min(table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]));
                    if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                        least = least.min(table[i - 2][j - 2] + 1);
                    }
                    least
                };
            }
        }
        table[a.len()][b.len()]
    }

    proptest! {
        #[test]
        fn a_slip_is_a_distance_of_one(a in "[abc]{0,6}", b in "[abc]{0,6}") {
            prop_assert_eq!(
                is_one_slip(a.as_bytes(), b.as_bytes()),
                distance(a.as_bytes(), b.as_bytes()) == 1
            );
        }
    }
}
