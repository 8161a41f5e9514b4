//! Search: which events and actors a few typed words mean, however their names are spelled.
//!
//! Pure, and made once for a record. The index alone decides what is found; views list it and mark the words.

mod fold;
mod near;
mod sound;
mod writer;

use dataset::model::{ActorIdx, EventIdx};

use crate::order::{parts, sort_by_key};
use crate::record::Record;
use fold::each_word;
use near::{Heard, Nearness};
use writer::{Entry, links, words};

/// All words of a record and where each stands.
#[derive(Debug)]
pub struct Index {
    words: Vec<Entry>,
    /// Events and the actors by whose names they are found too, by the numbers of their texts.
    links: Vec<(usize, usize)>,
    num_events: usize,
    /// How many events each actor had a part in: who comes first among equals.
    num_parts: Vec<u16>,
}

/// What a query found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// In time order.
    pub events: Vec<EventIdx>,
    /// Best first.
    pub actors: Vec<ActorIdx>,
    /// The words of the record that the query meant, folded.
    words: Vec<String>,
}

/// More words than this are left out of account: a pasted page must not cost more than a sentence.
const MAX_ASKED: usize = 12;

/// Up to this many letters a word that the record has means itself alone:
/// “war” is not “warned”, “us” not “used”.
const MAX_SHORT: usize = 3;

/// Whether `query` holds a word that can be looked for.
#[must_use]
pub fn is_asked(query: &str) -> bool {
    let mut is_asked = false;
    each_word(query, &mut |_| is_asked = true);
    is_asked
}

impl Index {
    /// Reads the whole record. O(length of its texts): some frames of the page's time,
    /// so not before somebody searches.
    #[must_use]
    pub fn new(record: &Record) -> Self {
        let num_parts = |actor| u16::try_from(record.events_of(actor).len()).unwrap_or(u16::MAX);
        let words = words(record.data());
        let links = links(record.data(), &words);
        Self {
            words,
            links,
            num_events: record.data().events.len(),
            num_parts: record.actors().map(num_parts).collect(),
        }
    }

    /// The events and actors that every word of `query` is near to;
    /// nothing for a query without letters and digits.
    ///
    /// An event is near through its texts, its place and all names of those who took part or spoke; an actor
    /// through its names and its description. A word means the words of the record that are the same, begin
    /// with it, or are names that sound the same; if the record does not have the word itself, also those one
    /// slip away; if there are none of all these, those that begin nearly so. Size, marks and the order of
    /// the words do not matter, and a word more never finds more. Of the query the first 12 words count.
    /// O(words of the query × words of the record).
    #[must_use]
    pub fn find(&self, query: &str) -> Found {
        let mut asked = Vec::new();
        each_word(query, &mut |word| {
            if word.is_whole {
                asked.push(Heard::asked(&word.letters));
            }
        });
        asked.truncate(MAX_ASKED);
        let (num_events, num_actors) = (self.num_events, self.num_parts.len());
        let mut found = Found::default();
        // What all words together say about each event, then about each actor;
        // 0 once a word has nothing to say.
        let mut sums = vec![u32::from(!asked.is_empty()); num_events + num_actors];
        for word in &asked {
            // Of events, actors' names, what else is said about actors.
            let mut says = vec![0; num_events + 2 * num_actors];
            for (entry, nearness) in self.meant(word) {
                for &(text, weight) in &entry.texts {
                    says[text] = says[text].max(weight * nearness as u32);
                }
                found.words.push(entry.word.letters.clone());
            }
            for &(event, names) in &self.links {
                says[event] = says[names].max(says[event]);
            }
            for names in num_events..num_events + num_actors {
                says[names] = says[names + num_actors].max(says[names]);
            }
            for (sum, &says) in sums.iter_mut().zip(&says) {
                *sum = if *sum == 0 || says == 0 { 0 } else { *sum + says };
            }
        }
        let (of_events, of_actors) = sums.split_at(num_events);
        found.events =
            (0..).zip(of_events).filter(|(_, sum)| **sum > 0).map(|(idx, _)| EventIdx(idx)).collect();
        found.actors =
            (0..).zip(of_actors).filter(|(_, sum)| **sum > 0).map(|(idx, _)| ActorIdx(idx)).collect();
        let rank = |sum| u16::MAX - u16::try_from(sum).unwrap_or(u16::MAX);
        sort_by_key(&mut found.actors, |actor| {
            parts(rank(of_actors[actor.get()]), u16::MAX - self.num_parts[actor.get()], 0)
        });
        found
    }

    /// The words of the record that a word of a query means, each with how near it is.
    fn meant(&self, asked: &Heard) -> Vec<(&Entry, Nearness)> {
        let mut meant = Vec::new();
        for entry in &self.words {
            if let Some(nearness) = asked.nearness(&entry.word) {
                meant.push((entry, nearness));
            }
        }
        if meant.iter().any(|(_, nearness)| *nearness == Nearness::Same) {
            let least = if asked.letters.len() > MAX_SHORT { Nearness::Sound } else { Nearness::Same };
            meant.retain(|(_, nearness)| *nearness >= least);
        } else if meant.is_empty() {
            let begun = self.words.iter().filter(|entry| asked.may_begin(&entry.word));
            meant.extend(begun.map(|entry| (entry, Nearness::Guess)));
        }
        meant
    }
}

impl Found {
    /// `text` cut where marking starts and ends: slices in order, none empty,
    /// each with whether it is to be marked.
    ///
    /// Marked are the words that the query meant, whole, wherever they stand in the record.
    /// O(words of the text × words meant).
    #[must_use]
    pub fn marked<'t>(&self, text: &'t str) -> Vec<(&'t str, bool)> {
        // Disjoint and in order.
        let mut marks: Vec<(usize, usize)> = Vec::new();
        each_word(text, &mut |word| {
            if self.words.contains(&word.letters) {
                let mut start = word.at.start;
                while let Some(&(other, _)) = marks.last().filter(|(_, end)| *end >= start) {
                    start = start.min(other);
                    marks.pop();
                }
                marks.push((start, word.at.end));
            }
        });
        let mut slices = Vec::new();
        let mut next = 0;
        for (start, end) in marks {
            slices.extend([(&text[next..start], false), (&text[start..end], true)]);
            next = end;
        }
        slices.push((&text[next..], false));
        slices.retain(|(slice, _)| !slice.is_empty());
        slices
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &[&str], text: &str, expected: &[(&str, bool)]) {
        let found =
            Found { words: words.iter().map(|word| (*word).to_owned()).collect(), ..Found::default() };
        assert_eq!(found.marked(text), expected, "{text}");
    }

    #[test]
    fn whole_words_are_marked_wherever_they_stand() {
        check(
            &["iran"],
            "Iran's answer to Iran",
            &[("Iran", true), ("'s answer to ", false), ("Iran", true)],
        );
        check(&["sana"], "Ṣanʿā’, Yemen", &[("Ṣanʿā", true), ("’, Yemen", false)]);
        check(&["us"], "used", &[("used", false)]);
        check(&["us"], "", &[]);
        check(&[], "war", &[("war", false)]);
    }

    #[test]
    fn words_found_joined_or_in_part_are_marked_once() {
        check(&["abdulmahdi", "mahdi"], "Adel Abdul-Mahdi", &[("Adel ", false), ("Abdul-Mahdi", true)]);
        check(&["752", "ps"], "PS752", &[("PS752", true)]);
        check(&["752"], "PS752.", &[("PS", false), ("752", true), (".", false)]);
    }
}
