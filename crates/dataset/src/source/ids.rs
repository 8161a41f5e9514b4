//! The ids of one list, and a look-up that guesses what was meant.

use std::collections::{BTreeMap, BTreeSet};

use super::faults::Faults;
use super::form::Id;
use super::hint::Hint;
use super::problem::{At, Fault};
use super::text;

/// The most entries of a list whose indices are 16 bits wide: all but the events.
pub const MOST_RECORDS: usize = u16::MAX as usize;

/// The most events: indices are written as one character each, and there are not many more characters.
pub const MOST_EVENTS: usize = 1_000_000;

/// The ids of one list with their indices.
#[derive(Debug)]
pub struct Ids {
    what: &'static str,
    indices: BTreeMap<String, u32>,
    is_readable: bool,
}

impl Ids {
    /// The ids of the list `list`, whose entries are called `what`;
    /// bad and duplicate ones are noted in `faults`.
    #[must_use]
    pub fn collect<'a>(
        what: &'static str,
        list: &str,
        ids: impl IntoIterator<Item = &'a Id>,
        faults: &mut Faults,
    ) -> Self {
        let most = if list == "events" { MOST_EVENTS } else { MOST_RECORDS };
        let mut indices = BTreeMap::new();
        for (position, Id(id)) in ids.into_iter().enumerate() {
            let at = At::entry(list, position).key("id");
            let index = u32::try_from(position).unwrap_or(u32::MAX);
            faults.push_if(!is_kebab(id) && text::faults(id).is_empty(), &at, || Fault::NotKebab {
                id: id.clone(),
            });
            if position == most {
                faults.push(At::file().key(list), Fault::TooMany { most });
            }
            if let Some(first) = indices.get(id) {
                faults.push(at, Fault::DuplicateId { id: id.clone(), first: *first as usize });
            } else {
                indices.insert(id.clone(), index);
            }
        }
        Self { what, indices, is_readable: !faults.is_of_shape(&At::file().key(list)) }
    }

    /// The same ids with `ranks[index]` for each index.
    #[must_use]
    pub fn ranked(mut self, ranks: &[u32]) -> Self {
        for index in self.indices.values_mut() {
            *index = ranks.get(*index as usize).copied().unwrap_or(*index);
        }
        self
    }

    /// The index of `id`, which stands at `at`; where there is no such id, that is noted.
    pub fn find(&self, id: &Id, at: &At, faults: &mut Faults) -> Option<u32> {
        let index = self.indices.get(&id.0).copied();
        if index.is_none() && self.is_readable && !faults.is_set_aside(&id.0) {
            let hint = Hint::nearest(&id.0, self.indices.keys().map(String::as_str));
            // What was meant is used, although not by its name.
            hint.name().into_iter().for_each(|name| faults.set_aside_text(name));
            let fault = Fault::NoSuch { what: self.what, id: id.0.clone(), hint, known: self.known() };
            faults.push(at.clone(), fault);
        }
        index
    }

    /// The end of a message: ` (there are "a" and "b")`, in the order of the file, where an editor chooses
    /// among few: sides and domains.
    fn known(&self) -> String {
        const FEW: usize = 12;
        if !matches!(self.what, "side" | "domain") {
            return String::new();
        }
        let mut ids: Vec<(u32, &str)> =
            self.indices.iter().map(|(id, index)| (*index, id.as_str())).collect();
        ids.sort_unstable();
        let ids: Vec<String> = ids.into_iter().map(|(_, id)| format!("{id:?}")).collect();
        match ids.as_slice() {
            [] => " (there is none)".to_owned(),
            [only] => format!(" (there is only {only})"),
            [first @ .., last] if ids.len() <= FEW => format!(" (there are {} and {last})", first.join(", ")),
            _ => String::new(),
        }
    }

    /// Notes each of `events` that has the id of an actor, which these are.
    pub fn note_shared<'a>(&self, events: impl IntoIterator<Item = &'a Id>, faults: &mut Faults) {
        for (position, Id(id)) in events.into_iter().enumerate() {
            if let Some(actor) = self.indices.get(id) {
                let fault = Fault::ActorsId { id: id.clone(), actor: *actor as usize };
                faults.push(At::entry("events", position).key("id"), fault);
            }
        }
    }

    /// The indices of `ids`, a list that stands at `at`; unknown ones and those that stand twice are noted.
    pub fn find_all(&self, ids: &[Id], at: &At, faults: &mut Faults) -> Vec<u32> {
        let mut seen = BTreeSet::new();
        let mut found = Vec::new();
        for (position, id) in ids.iter().enumerate() {
            let at = at.index(position);
            if seen.insert(id) {
                found.extend(self.find(id, &at, faults));
            } else {
                faults.push(at, Fault::Repeated { id: id.0.clone() });
            }
        }
        found
    }
}

/// Whether `id` is words of small letters and digits with single hyphens between them.
fn is_kebab(id: &str) -> bool {
    id.split('-')
        .all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_words_with_single_hyphens() {
        for id in ["a", "2020-01-03-strike", "x2-y"] {
            assert!(is_kebab(id), "{id}");
        }
        for id in ["", "-a", "a-", "a--b", "A", "a_b", "a b", "é"] {
            assert!(!is_kebab(id), "{id}");
        }
    }

    #[test]
    fn a_list_of_more_records_than_an_index_counts_is_refused_once() {
        let ids: Vec<_> = (0..MOST_RECORDS + 5).map(|n| Id(format!("n{n}"))).collect();
        let mut faults = Faults::default();
        let _ = Ids::collect("actor", "actors", &ids, &mut faults);
        let _ = Ids::collect("event", "events", &ids, &mut faults);
        let [problems, _] = faults.into_problems("f", &crate::source::json::Json::Null, &[]);
        assert_eq!(
            problems.iter().map(ToString::to_string).collect::<Vec<_>>(),
            ["f: actors: more than 65535 entries"]
        );
    }
}
