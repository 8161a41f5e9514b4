//! Names and sentences of a made-up record, as long as those of the real one.

use crate::random::Random;

const BODIES: [&str; 12] = [
    "Delegation",
    "Harbour",
    "Council",
    "Brigade",
    "Ministry",
    "Committee",
    "Company",
    "Station",
    "Assembly",
    "Squadron",
    "Bureau",
    "Union",
];
const COLOURS: [&str; 10] =
    ["Amber", "Blue", "Coral", "Dun", "Ebony", "Green", "Ivory", "Lilac", "Ochre", "Teal"];
const DEEDS: [&str; 14] = [
    "warned",
    "met",
    "struck a depot of",
    "released a letter to",
    "closed its office in",
    "seized a barge of",
    "paid back a loan to",
    "sent observers to",
    "withdrew from talks with",
    "lifted limits on",
    "named a new envoy to",
    "denied a report about",
    "shot down a balloon of",
    "signed a note with",
];
const ENDS: [&str; 10] = [
    "over the ferry line",
    "after a long night",
    "at the lower bridge",
    "for a second time",
    "during the harvest",
    "near the old mill",
    "before the deadline",
    "without a word",
    "in front of witnesses",
    "and asked for a reply",
];
const WORDS: [&str; 24] = [
    "the", "letter", "reached", "both", "sides", "late", "and", "nobody", "said", "who", "had", "carried",
    "it", "across", "river", "while", "a", "third", "party", "offered", "its", "house", "for", "talks",
];

/// What the actor is called: a made-up body with a number.
pub fn actor(index: usize) -> String {
    let (colour, body) = (COLOURS[index % COLOURS.len()], BODIES[index / COLOURS.len() % BODIES.len()]);
    format!("{colour} {body} {}", index / (COLOURS.len() * BODIES.len()) + 1)
}

/// What the place is called.
pub fn place(index: usize) -> String {
    format!("{} Landing {}", COLOURS[index % COLOURS.len()], index / COLOURS.len() + 1)
}

/// A headline: who did what to whom, and for two of five where or how; 25 to 85 characters.
pub fn title(by: usize, on: usize, random: &mut Random) -> String {
    let mut title = format!("{} {} {}", actor(by), DEEDS[random.below(DEEDS.len())], actor(on));
    if random.share() < 0.4 {
        title.push(' ');
        title.push_str(ENDS[random.below(ENDS.len())]);
    }
    title
}

/// The first words of `text` that have room in `most` bytes.
pub fn first_of(text: &str, most: usize) -> &str {
    let mut ends = text.match_indices(' ').map(|(end, _)| end).chain([text.len()]);
    &text[..ends.rfind(|&end| end <= most).unwrap_or_default()]
}

/// A sentence of eight to 24 words.
pub fn summary(random: &mut Random) -> String {
    let count = 8 + random.below(17);
    let words: Vec<&str> = (0..count).map(|_| WORDS[random.below(WORDS.len())]).collect();
    let text = words.join(" ");
    text[..1].to_uppercase() + &text[1..] + "."
}
