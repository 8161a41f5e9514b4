//! What was probably meant by a name that is not there.

use std::fmt;

/// The end of a message: ` (did you mean "…"?)`, or nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hint(Option<String>);

impl Hint {
    /// A hint at `name` itself.
    #[must_use]
    pub fn at(name: &str) -> Self {
        Self(Some(name.to_owned()))
    }

    /// Whether nothing near was found.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// The name it hints at.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.0.as_deref()
    }

    /// The nearest of `names` to `wrong`, if one is near: at most a third of the longer one's characters have
    /// to be inserted, dropped, replaced or swapped with their neighbour, small letters and capitals being
    /// the same; or else, one has all the words of the other in order. Of equally near ones the first counts.
    /// O(number of names × product of the lengths).
    ///
    /// ```
    /// use dataset::source::hint::Hint;
    /// let hint = Hint::nearest("2020-01-03-strike", ["iran", "2020-01-03-soleimani-strike"]);
    /// assert_eq!(hint.to_string(), r#" (did you mean "2020-01-03-soleimani-strike"?)"#);
    /// assert_eq!(Hint::nearest("baghdad", ["iran"]).to_string(), "");
    /// ```
    #[must_use]
    pub fn nearest<'a>(wrong: &str, names: impl IntoIterator<Item = &'a str>) -> Self {
        let mut best: Option<(usize, &str)> = None;
        let small = wrong.to_lowercase();
        for name in names {
            let longer = wrong.chars().count().max(name.chars().count());
            // An id is never this long; a pasted text would only cost time.
            if longer > 120 || name == wrong {
                continue;
            }
            let distance = distance(&small, &name.to_lowercase());
            let near = distance <= (longer / 3).max(1) && distance < longer;
            let rank = if near { distance } else { longer + distance };
            if (near || shares_words(wrong, name)) && best.is_none_or(|(least, _)| rank < least) {
                best = Some((rank, name));
            }
        }
        Self(best.map(|(_, name)| name.to_owned()))
    }
}

impl fmt::Display for Hint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Some(name) => write!(f, " (did you mean {name:?}?)"),
            None => Ok(()),
        }
    }
}

/// Whether all words of the shorter name stand in the longer one, in order.
fn shares_words(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let mut words = long.split('-');
    !short.is_empty() && short.split('-').all(|wanted| words.any(|word| word == wanted))
}

/// How many characters must be inserted, dropped, replaced or swapped
/// with their neighbour to get from `a` to `b`.
///
/// Method: optimal string alignment (Damerau, *A technique for computer detection
/// and correction of spelling errors*, 1964).
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows: Vec<Vec<usize>> = vec![(0..=b.len()).collect()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let replaced = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut least = replaced.min(rows[i - 1][j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_swap_counts_once() {
        assert_eq!(distance("iran", "iarn"), 1);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("kitten", "sitting"), 3);
    }

    #[test]
    fn the_nearest_name_wins_and_a_far_one_is_not_named() {
        let hint =
            |wrong| Hint::nearest(wrong, ["united-states", "united-kingdom", "iran", "us"]).to_string();
        assert_eq!(hint("united-state"), r#" (did you mean "united-states"?)"#);
        assert_eq!(hint("irna"), r#" (did you mean "iran"?)"#);
        assert_eq!(hint("kingdom"), r#" (did you mean "united-kingdom"?)"#);
        assert_eq!(hint("france"), "");
        assert_eq!(hint(""), "");
    }

    proptest! {
        #[test]
        fn the_distance_is_symmetric_and_zero_only_to_itself(a in "[a-c]{0,8}", b in "[a-c]{0,8}") {
            prop_assert_eq!(distance(&a, &b), distance(&b, &a));
            prop_assert_eq!(distance(&a, &b) == 0, a == b);
            prop_assert!(distance(&a, &b) <= a.len().max(b.len()));
        }
    }
}
