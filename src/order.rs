//! Sorting. All of it uses one shared sort.
//!
//! Each use of the standard library's sort for another type or key adds about 4 KB to the wasm. This crate
//! sorts two dozen types, which made a sixth of the page. Here every key is a number: all uses share one sort
//! of numbers, and only the step that moves the items into their places is compiled for each type.

/// Sorts by `key`, ascending; equals keep their order. O(n log n).
///
/// ```
/// use brink::order::{down, sort_by_key};
/// let mut words = vec!["of", "a", "war", "an"];
/// sort_by_key(&mut words, |word| down(word.len() as u32));
/// assert_eq!(words, ["war", "of", "an", "a"]);
/// ```
pub fn sort_by_key<T>(items: &mut Vec<T>, key: impl Fn(&T) -> u64) {
    let mut ranks: Vec<(u64, u32)> = items.iter().map(key).zip(0..).collect();
    sort_ranks(&mut ranks);
    let mut taken: Vec<Option<T>> = std::mem::take(items).into_iter().map(Some).collect();
    items.extend(ranks.iter().filter_map(|&(_, at)| taken[at as usize].take()));
}

/// Sorts by `key` and leaves one, the first, of those with equal keys. O(n log n).
pub fn sort_unique_by_key<T>(items: &mut Vec<T>, key: impl Fn(&T) -> u64) {
    sort_by_key(items, &key);
    items.dedup_by(|next, kept| key(next) == key(kept));
}

/// Sorts pairs of a key and an index: the one sort that all others use. O(n log n), without allocation.
pub fn sort_ranks(ranks: &mut [(u64, u32)]) {
    ranks.sort_unstable();
}

/// A key that puts larger numbers first.
#[must_use]
pub fn down(number: impl Into<u32>) -> u64 {
    u64::from(u32::MAX - number.into())
}

/// A key that sorts by the first part, then by the second, then by the third.
#[must_use]
pub const fn parts(first: u16, second: u16, third: u32) -> u64 {
    (first as u64) << 48 | (second as u64) << 32 | third as u64
}

/// A key that sorts like the number itself: negative ones first, −0 before 0,
/// NaNs at the ends (as `f64::total_cmp`).
#[must_use]
pub const fn float(number: f64) -> u64 {
    let bits = number.to_bits();
    // Negative numbers are stored with their size rising downwards:
    // turn all their bits, of the others the sign only.
    if bits >> 63 == 1 { !bits } else { bits | 1 << 63 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(
            items in prop::collection::vec((0u16..20, any::<u8>()), 0..60),
        ) {
            let (mut ours, mut theirs) = (items.clone(), items);
            sort_by_key(&mut ours, |item| item.0.into());
            theirs.sort_by_key(|item| item.0);
            prop_assert_eq!(&ours, &theirs);
            sort_unique_by_key(&mut ours, |item| item.0.into());
            theirs.dedup_by_key(|item| item.0);
            prop_assert_eq!(ours, theirs);
        }

        #[test]
        fn keys_sort_as_what_they_stand_for(
            a in any::<f64>(),
            b in any::<f64>(),
            x in any::<(u16, u16, u32)>(),
            y in any::<(u16, u16, u32)>(),
        ) {
            prop_assert_eq!(float(a).cmp(&float(b)), a.total_cmp(&b));
            prop_assert_eq!(parts(x.0, x.1, x.2).cmp(&parts(y.0, y.1, y.2)), x.cmp(&y));
            prop_assert_eq!(down(x.0).cmp(&down(y.0)), y.0.cmp(&x.0));
        }
    }
}
