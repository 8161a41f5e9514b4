//! What stands before each part: the version of the packing and a sum of what follows. So a part that was
//! cut, changed on the way, packed for another version, or that belongs
//! to another first part is refused, and the reader is told.

use super::COLUMN_END;

/// The version of the packing: a letter, the next one whenever the columns or their values change.
const VERSION: &str = "b";

/// Why a part is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// It was packed for another version of the page.
    Version,
    /// It is not what was packed, or does not belong to the other part.
    Sum,
}

impl Broken {
    /// Why, for the reader, after "the file".
    #[must_use]
    pub const fn reason(self) -> &'static str {
        match self {
            Self::Version => "is packed for another version of the page",
            Self::Sum => "is not as it was sent",
        }
    }
}

/// A part's seal, and what follows it, if the sum is right;
/// it takes in `other`, the seal of the part before, too. O(n).
pub(super) fn opened<'a>(part: &'a str, other: &str) -> Result<(&'a str, &'a str), Broken> {
    let (seal, body) = part.split_once(COLUMN_END).ok_or(Broken::Sum)?;
    let written = seal.strip_prefix(VERSION).ok_or(Broken::Version)?;
    if u32::from_str_radix(written, 16) == Ok(sum([other, body])) {
        Ok((seal, body))
    } else {
        Err(Broken::Sum)
    }
}

/// `body` behind its seal, which takes in `other`, the seal of the part before.
#[cfg(feature = "check")]
pub(super) fn sealed(body: &str, other: &str) -> String {
    format!("{VERSION}{:08x}{COLUMN_END}{body}", sum([other, body]))
}

/// The seal of a part.
#[cfg(feature = "check")]
pub(super) fn of(part: &str) -> &str {
    part.split_once(COLUMN_END).map_or("", |(seal, _)| seal)
}

/// FNV-1a of 32 bits: no other text that differs in one byte has the same.
fn sum(texts: [&str; 2]) -> u32 {
    let bytes = texts.into_iter().flat_map(|text| text.bytes());
    bytes.fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(all(test, feature = "check"))]
mod tests {
    use super::*;

    #[test]
    fn a_seal_opens_what_it_was_put_on_and_nothing_else() {
        let part = sealed("some text", "other");
        assert_eq!(opened(&part, "other"), Ok((of(&part), "some text")));
        assert_eq!(opened(&format!("{part}, and more"), "other"), Err(Broken::Sum));
        assert_eq!(opened(&part, "another"), Err(Broken::Sum));
        assert_eq!(opened(&part.replacen(VERSION, "0", 1), "other"), Err(Broken::Version));
        assert_eq!(opened("", ""), Err(Broken::Sum));
    }
}
