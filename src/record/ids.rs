//! Finds the place of an id by binary search in a list of hashes.

/// Hashes of ids with their places, in order; an id's place is told only after a look at the id itself.
#[derive(Debug)]
pub(super) struct Ids(Vec<(u64, u32)>);

impl Ids {
    /// O(n log n).
    pub(super) fn of(ids: impl Iterator<Item = &'static str>) -> Self {
        let mut ranks: Vec<(u64, u32)> = (0..).zip(ids).map(|(nth, id)| (hash(id), nth)).collect();
        crate::order::sort_ranks(&mut ranks);
        Self(ranks)
    }

    /// The first place of `id`, where `at` gives the id of a place; O(log n).
    pub(super) fn find<'a>(&self, id: &str, at: &dyn Fn(u32) -> &'a str) -> Option<u32> {
        let wanted = hash(id);
        let first = self.0.partition_point(|&(other, _)| other < wanted);
        let alike = self.0[first..].iter().take_while(|&&(other, _)| other == wanted);
        alike.map(|&(_, nth)| nth).find(|&nth| at(nth) == id)
    }
}

/// Method: FNV-1a of 64 bits (Fowler, Noll and Vo).
fn hash(id: &str) -> u64 {
    id.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
