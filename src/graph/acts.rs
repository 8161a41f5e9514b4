//! What an act was, in a word: from its CAMEO code, so that a line between two actors can say it.

use dataset::model::EventIdx;

use crate::order::{down, sort_by_key};
use crate::record::Record;

/// The words by the beginning of the code, the mildest first; a longer beginning stands before the root that
/// it is of. Each is said of who acted and goes on with whom: "struck Iran".
const ACTS: [(&str, &str); 24] = [
    ("07", "aided"),
    ("06", "worked with"),
    ("05", "backed"),
    ("08", "gave way to"),
    ("04", "talked with"),
    ("03", "made offers to"),
    ("02", "appealed to"),
    ("01", "spoke of"),
    ("09", "investigated"),
    ("10", "made demands on"),
    ("11", "denounced"),
    ("12", "defied"),
    ("13", "threatened"),
    ("14", "protested against"),
    ("15", "showed force to"),
    ("163", "sanctioned"),
    ("16", "cut ties with"),
    ("172", "sanctioned"),
    ("17", "coerced"),
    ("186", "killed"),
    ("18", "attacked"),
    ("191", "blockaded"),
    ("19", "struck"),
    ("20", "used mass violence on"),
];

/// What an act without a code is called.
const OTHER: &str = "dealt with";

/// What the act of this event was, in a word or two: "struck", "talked with".
#[must_use]
pub fn word(record: &Record, event: EventIdx) -> &'static str {
    record.event(event).cameo.map_or(OTHER, |cameo| place(cameo.code).map_or(OTHER, |at| ACTS[at].1))
}

/// The words of `events` with how often each is meant: the most frequent first, of equals the harshest. O(n).
#[must_use]
pub fn counted(record: &Record, events: &[EventIdx]) -> Vec<(&'static str, u32)> {
    let mut counts = [0; ACTS.len() + 1];
    for &event in events {
        counts[record.event(event).cameo.and_then(|cameo| place(cameo.code)).unwrap_or(ACTS.len())] += 1;
    }
    let mut words: Vec<(&'static str, u32)> = Vec::new();
    for nth in (0..ACTS.len()).rev().chain([ACTS.len()]) {
        let word = ACTS.get(nth).map_or(OTHER, |act| act.1);
        match words.iter_mut().find(|known| known.0 == word) {
            Some(known) => known.1 += counts[nth],
            None => words.push((word, counts[nth])),
        }
    }
    words.retain(|&(_, count)| count > 0);
    sort_by_key(&mut words, |&(_, count)| down(count));
    words
}

/// What `events` were and how often, as short as can be: "struck 2";
/// "threatened 3 of 5" where there were others.
#[must_use]
pub fn label(record: &Record, events: &[EventIdx]) -> String {
    let words = counted(record, events);
    let Some((word, count)) = words.first() else { return String::new() };
    if words.len() == 1 { format!("{word} {count}") } else { format!("{word} {count} of {}", events.len()) }
}

fn place(code: &str) -> Option<usize> {
    ACTS.iter().position(|(beginning, _)| code.starts_with(beginning))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_of_the_table_has_a_word_and_finer_ones_come_before_their_root() {
        let table = include_str!("../../data/cameo.json");
        let codes = table.split("\"code\": \"").skip(1).map(|rest| &rest[..rest.find('"').unwrap()]);
        let mut num_codes = 0;
        for code in codes {
            num_codes += 1;
            let at = place(code).unwrap_or_else(|| panic!("{code} has no word"));
            assert!(ACTS[at].0.starts_with(&code[..2]), "{code} is not {}", ACTS[at].1);
        }
        assert!(num_codes > 250, "{num_codes}");
        let named = |code| ACTS[place(code).unwrap()].1;
        assert_eq!(
            ["163", "1631", "166", "172", "173", "186", "185", "191", "195"].map(named),
            [
                "sanctioned",
                "sanctioned",
                "cut ties with",
                "sanctioned",
                "coerced",
                "killed",
                "attacked",
                "blockaded",
                "struck"
            ]
        );
    }

    #[test]
    fn the_most_frequent_word_comes_first_and_of_equals_the_harshest() {
        let record = Record::compiled();
        let [us, iran] = ["united-states", "iran"].map(|id| record.actor_by_id(id).unwrap());
        let events: Vec<EventIdx> = record.dealings(us, iran).collect();
        let words = counted(&record, &events);
        assert!(words.is_sorted_by(|a, b| a.1 >= b.1) && words.len() > 3, "{words:?}");
        assert_eq!(words.iter().map(|word| word.1 as usize).sum::<usize>(), events.len());
        assert_eq!(label(&record, &[]), "");
        let first = label(&record, &events[..1]);
        assert_eq!(first, format!("{} 1", word(&record, events[0])));
        assert_eq!(label(&record, &events), format!("{} {} of {}", words[0].0, words[0].1, events.len()));
    }
}
