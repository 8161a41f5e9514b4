//! Makes the list of words from the texts of a record, each word with the texts in which it stands.
//!
//! Separate because it runs once, and because here alone is decided
//! which texts belong to an event or an actor.

use dataset::model::{ActorKind, Dataset, Event};

use super::fold::{Word, each_word};
use super::near::Heard;

/// A word and the texts that it stands in.
#[derive(Debug)]
pub struct Entry {
    /// The word; its sound counts only if it is a name: never written without a capital.
    pub word: Heard,
    /// The number of each text and how much the word says about it (at least 1), in the order of the texts.
    pub texts: Vec<(usize, u32)>,
}

/// What a word of an event's texts says about the event: events are not ranked.
const OF_EVENT: u32 = 1;

/// What a word of an actor's description says about the actor.
const OF_ABOUT: u32 = 1;

/// What the only word of a name says about the actor, on top of [`OF_LONG_NAME`];
/// of several words each has its share.
const OF_NAME: u32 = 8;

/// What a word of an endless name would say about the actor: still more than any description.
const OF_LONG_NAME: u32 = 4;

/// Lists of words by a number made of their letters, so that a known word is found at once. Enough for a few
/// thousand words; with many more it is slower, and nothing else.
const NUM_BUCKETS: usize = 4096;

/// All words of `data`. The texts are numbered: first the events; then the names of each actor by which its
/// events are found too; then what else is said about each actor. O(length of all texts).
pub fn words(data: &Dataset) -> Vec<Entry> {
    let mut writer = Writer { entries: Vec::new(), buckets: vec![Vec::new(); NUM_BUCKETS] };
    for (text, event) in data.events.iter().enumerate() {
        writer.write_event(text, event, data);
    }
    let (num_events, num_actors) = (data.events.len(), data.actors.len());
    for (names, actor) in (num_events..).zip(data.actors) {
        for name in [actor.name, actor.short] {
            writer.write(names, name, of_name(name));
        }
        for name in actor.aka.iter().filter(|name| !is_place(data, name)) {
            writer.write(names, name, of_name(name));
        }
    }
    for (about, actor) in (num_events + num_actors..).zip(data.actors) {
        writer.write(about, actor.about, OF_ABOUT);
        for name in actor.aka.iter().filter(|name| is_place(data, name)) {
            writer.write(about, name, of_name(name));
        }
    }
    writer.entries
}

/// Each event with each actor by whose names it is found too, both by the number of their texts in [`words`]:
/// who took part, who spoke, and persons who are only named in it, by their short name.
/// O(texts of those names).
pub fn links(data: &Dataset, entries: &[Entry]) -> Vec<(usize, usize)> {
    let num_events = data.events.len();
    let mut links = Vec::new();
    for (text, event) in data.events.iter().enumerate() {
        let parts = event.others.iter().map(|part| part.actor);
        let speakers = event.claims.iter().map(|claim| claim.by);
        let actors = event.initiators.iter().chain(event.targets).copied().chain(parts).chain(speakers);
        links.extend(actors.map(|actor| (text, num_events + actor.get())));
    }
    let num_direct = links.len();
    for (names, actor) in (num_events..).zip(data.actors) {
        // A short name of several words tells namesakes apart: the last word of “M.
        // Soleimani” is somebody else's name.
        if actor.kind != ActorKind::Person || actor.short.contains(' ') {
            continue;
        }
        let mut short = String::new();
        each_word(actor.short, &mut |word| short.clone_from(&word.letters));
        let Some(entry) = entries.iter().find(|entry| entry.word.letters == short) else { continue };
        let (of_events, others) =
            entry.texts.split_at(entry.texts.partition_point(|(text, _)| *text < num_events));
        for &(text, _) in of_events {
            // A namesake who took part is the one who is meant.
            let direct = &links[..num_direct];
            let mut own = direct[direct.partition_point(|link| link.0 < text)..]
                .iter()
                .take_while(|link| link.0 == text);
            if !own.any(|link| others.iter().any(|(names, _)| *names == link.1)) {
                links.push((text, names));
            }
        }
    }
    links
}

/// Whether `name` is also that of a place: “Tehran” is said for Iran,
/// but who looks for it wants what happened there.
fn is_place(data: &Dataset, name: &str) -> bool {
    data.places.iter().any(|place| place.name == name)
}

fn of_name(name: &str) -> u32 {
    let num_words = name.split(' ').fold(0, |num, _| num + 1);
    OF_LONG_NAME + OF_NAME / num_words
}

struct Writer {
    entries: Vec<Entry>,
    buckets: Vec<Vec<usize>>,
}

impl Writer {
    fn write_event(&mut self, text: usize, event: &Event, data: &Dataset) {
        let place = event.place.map_or("", |place| data.places[place.get()].name);
        let parts = event.others.iter().map(|part| part.role);
        let figures = event.figures.iter().map(|figure| figure.label);
        let claims = event.claims.iter().flat_map(|claim| [claim.text, claim.later]);
        for part in [event.title, event.summary, place].into_iter().chain(parts).chain(figures).chain(claims)
        {
            self.write(text, part, OF_EVENT);
        }
    }

    /// Notes the words of `part` under `text`, which is not before any text written so far.
    fn write(&mut self, text: usize, part: &str, weight: u32) {
        each_word(part, &mut |word| {
            let entry = self.entry(word);
            if !word.is_name {
                entry.word.sound.clear();
            }
            match entry.texts.last_mut() {
                Some((last, heaviest)) if *last == text => *heaviest = weight.max(*heaviest),
                _ => entry.texts.push((text, weight)),
            }
        });
    }

    /// The entry of a word, new if need be.
    fn entry(&mut self, word: &Word) -> &mut Entry {
        let mix = |mix: usize, letter| mix.wrapping_mul(31).wrapping_add(usize::from(letter));
        let bucket = &mut self.buckets[word.letters.bytes().fold(0, mix) % NUM_BUCKETS];
        let known = bucket.iter().copied().find(|&at| self.entries[at].word.letters == word.letters);
        let at = known.unwrap_or_else(|| {
            bucket.push(self.entries.len());
            let word = Heard::asked(&word.letters);
            self.entries.push(Entry { word, texts: Vec::new() });
            self.entries.len() - 1
        });
        &mut self.entries[at]
    }
}
