//! A small seeded generator, so that a record is the same on every machine.

/// SplitMix64 (Steele, Lea and Flood, 2014): equal seed, equal numbers.
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// A generator that starts from `seed`.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number, all 64 bits even.
    pub const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From 0 to below 1.
    #[expect(clippy::cast_precision_loss, reason = "53 bits fit")]
    pub const fn share(&mut self) -> f64 {
        // 53 bits, as many as the fraction of an f64 holds.
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// From 0 to below `end`; 0 where that is 0.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        clippy::cast_sign_loss,
        reason = "a share of a count far below 2^53"
    )]
    pub const fn below(&mut self, end: usize) -> usize {
        (self.share() * end as f64) as usize
    }

    /// The place of one of `weights`, the more likely the greater it is.
    pub fn weighted(&mut self, weights: &[u32]) -> usize {
        let mut rest = self.share() * f64::from(weights.iter().sum::<u32>());
        let chosen = weights.iter().position(|&weight| {
            rest -= f64::from(weight);
            rest < 0.0
        });
        chosen.unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stay_in_their_ranges_and_weights_are_kept() {
        let mut random = Random::new(5);
        let mut counts = [0_u32; 3];
        for _ in 0..10_000 {
            assert!((0.0..1.0).contains(&random.share()));
            assert!(random.below(7) < 7);
            counts[random.weighted(&[1, 0, 3])] += 1;
        }
        assert_eq!(counts[1], 0);
        assert!((2_300..2_700).contains(&counts[0]), "{counts:?}");
    }
}
