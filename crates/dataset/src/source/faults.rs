//! The faults found so far, and which of them would only repeat another.

use std::collections::BTreeSet;

use super::json::Json;
use super::problem::{At, Fault, Problem};

/// A growing list of faults.
///
/// A rule has nothing to judge where the file's shape is broken already: a missing date is one fault, not
/// also a bad date. So [`Faults::push`] drops what stands at, in or around a place with a fault of shape.
#[derive(Debug, Default)]
pub struct Faults {
    list: Vec<(At, Fault)>,
    doubts: Vec<(At, Fault)>,
    of_shape: BTreeSet<At>,
    set_aside: BTreeSet<String>,
}

impl Faults {
    /// Notes `fault` at `at`, unless the shape there is broken already.
    pub fn push(&mut self, at: At, fault: Fault) {
        if fault.is_of_shape() {
            self.of_shape.insert(at.clone());
        } else if self.broken_at(&at) {
            return;
        }
        self.list.push((at, fault));
    }

    /// Notes `fault` where `is_wrong`.
    pub fn push_if(&mut self, is_wrong: bool, at: &At, fault: impl FnOnce() -> Fault) {
        if is_wrong {
            self.push(at.clone(), fault());
        }
    }

    /// Notes what is no fault, but seldom meant, where `is_odd`.
    pub fn doubt_if(&mut self, is_odd: bool, at: &At, fault: impl FnOnce() -> Fault) {
        if is_odd && !self.broken_at(at) {
            self.doubts.push((at.clone(), fault()));
        }
    }

    /// Remembers the texts of a value that has no place in the form:
    /// what they name is not called missing or unused.
    pub fn set_aside(&mut self, value: &Json) {
        value.each_text(&mut |text| self.set_aside_text(text));
    }

    /// Remembers `text` as part of a value that has no place in the form.
    pub fn set_aside_text(&mut self, text: &str) {
        self.set_aside.insert(text.to_owned());
    }

    /// Whether `text` stood in a value that was set aside.
    #[must_use]
    pub fn is_set_aside(&self, text: &str) -> bool {
        self.set_aside.contains(text)
    }

    /// Whether there is a fault of shape exactly at `at`.
    #[must_use]
    pub fn is_of_shape(&self, at: &At) -> bool {
        self.of_shape.contains(at)
    }

    /// Whether there is a fault of shape at `at`, in it or around it.
    #[must_use]
    pub fn broken_at(&self, at: &At) -> bool {
        let inside = self.of_shape.range(at.clone()..).next().is_some_and(|place| at.holds(place));
        inside || at.holders().any(|holder| self.of_shape.contains(&holder))
    }

    /// The problems of the file `file_name`, which holds `file`, and then its doubts, both in the order of
    /// the file's lists `lists` and entries.
    #[must_use]
    pub fn into_problems(self, file_name: &str, file: &Json, lists: &[&str]) -> [Vec<Problem>; 2] {
        let rank = |at: &At| {
            let (list, index) = at.list_and_index();
            (list.map(|list| lists.iter().position(|name| *name == list).unwrap_or(lists.len())), index)
        };
        [self.list, self.doubts].map(|mut list| {
            list.sort_by_key(|(at, _)| rank(at));
            list.into_iter().map(|(at, fault)| Problem::new(file_name, file, at, fault)).collect()
        })
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}
