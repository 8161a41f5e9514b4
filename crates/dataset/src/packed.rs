//! A record as texts: what the build puts into the page, and what the page reads when it starts.
//!
//! All values of one field stand together in a column, since like compresses well with like: the whole record
//! weighs less than half of what its tables would as Rust constants. Here is the order of the columns,
//! written once for both ways; the ways themselves are in `reader` and (feature `check`) `writer`.
//!
//! There are two parts. The first has what pictures are drawn from, and comes with the page. The second has
//! what is read beside them, and comes later; without it, those texts are empty and those lists have nothing
//! in them. Each part begins with a version and a sum (`seal`), so that nothing is read as something else.

mod reader;
mod seal;
mod words;
#[cfg(feature = "check")]
mod writer;

use crate::civil::Date;
use crate::edtf::Edtf;
use crate::model::{
    Actor, ActorIdx, ActorKind, Cameo, Casualties, Claim, ClaimStatus, Dataset, Domain, DomainIdx, Event,
    EventIdx, Figure, Grade, Harm, Meta, Part, Place, PlaceIdx, Relation, RelationKind, Revision, Side,
    SideIdx, Source, SourceIdx, Standing, Step, Story,
};

use reader::Reader;
pub use seal::Broken;
#[cfg(feature = "check")]
use writer::Writer;

/// What ends a column; no text of a record holds control characters, and HTML keeps this one as it is.
const COLUMN_END: char = '\u{1}';
/// What ends a text.
const TEXT_END: char = '\n';
/// Stands for `<`, so that no text ends the element of HTML that holds the record.
const LESS_THAN: char = '\u{2}';
/// The number n is the n-th character after this one, surrogates left out.
/// All characters with a meaning in HTML come before.
const NUMBERS_FROM: u32 = '@' as u32;

/// A packed record, as the page gets it.
#[cfg(feature = "check")]
#[derive(Clone, Debug, PartialEq)]
pub struct Packed {
    /// What pictures are drawn from.
    pub first: String,
    /// What is read beside them.
    pub texts: String,
}

/// Reads the first part alone: all that pictures are drawn from.
/// Texts that are in the second part are empty, as are lists.
///
/// Its texts point into `first`; lists are kept until the program ends. O(n).
///
/// # Errors
/// When it was not packed for this version, or is not what was packed.
pub fn unpack_first(first: &'static str) -> Result<Dataset, Broken> {
    let (_, body) = seal::opened(first, "")?;
    Ok(Dataset::read(&mut Reader::new(body, ""), 0))
}

/// Reads both parts. As [`unpack_first`].
///
/// # Errors
/// When one of them was not packed for this version, is not what was packed,
/// or belongs to another first part.
pub fn unpack(first: &'static str, texts: &'static str) -> Result<Dataset, Broken> {
    let (seal, body) = seal::opened(first, "")?;
    let (_, texts) = seal::opened(texts, seal)?;
    Ok(Dataset::read(&mut Reader::new(body, texts), 0))
}

/// Writes a record as [`unpack`] reads it; equal records give equal texts. O(n).
#[cfg(feature = "check")]
#[must_use]
pub fn pack(record: &Dataset) -> Packed {
    let mut writer = Writer::new(&LATE.concat());
    record.write(&mut writer, 0);
    let (first, texts) = writer.finish();
    let first = seal::sealed(&first, "");
    let texts = seal::sealed(&texts, seal::of(&first));
    Packed { first, texts }
}

/// A value that stands in the columns from `column` on.
trait Field: Sized {
    /// Takes the next value.
    fn read(reader: &mut Reader, column: usize) -> Self;

    /// Adds a value.
    #[cfg(feature = "check")]
    fn write(&self, writer: &mut Writer, column: usize);
}

/// A value whose fields have columns of their own.
trait Entry {
    /// The column after its last.
    const END: usize;
}

macro_rules! read {
    ($reader:ident, $column:ident) => {
        Field::read($reader, $column)
    };
    ($reader:ident, $column:ident, $title:ident) => {
        &*words::long($reader.text($column), $title).leak()
    };
}

#[cfg(feature = "check")]
macro_rules! write {
    ($value:expr, $writer:ident, $column:ident) => {
        $value.write($writer, $column)
    };
    ($value:expr, $writer:ident, $column:ident, $title:expr) => {
        $writer.text($column, &words::short($value, $title))
    };
}

macro_rules! is_late {
    () => {
        false
    };
    (late) => {
        true
    };
}

/// Records in the order of their columns, and the fields of each in theirs; `a~b` is a text that mostly
/// repeats words of `b`, which stands before it. What is marked `@late` stands in the second part.
macro_rules! entries {
    ($($name:ident { $($field:ident $(~$title:ident)? $(@$late:ident)?)* })*) => {
        /// For each entry, which of its columns stand in the second part.
        const LATE: &[&[bool]] = &[$(&[$(is_late!($($late)?)),*]),*];

        chain! { 0 => $($name { $($field $(~$title)?)* })* }
    };
}

macro_rules! chain {
    ($before:expr =>) => {};
    ($before:expr => $name:ident { $($field:ident $(~$title:ident)?)* } $($rest:tt)*) => {
        impl Entry for $name {
            const END: usize = $before + [$(stringify!($field)),*].len();
        }

        impl Field for $name {
            fn read(reader: &mut Reader, _: usize) -> Self {
                let mut column = $before;
                $(
                    let $field = read!(reader, column $(, $title)?);
                    column += 1;
                )*
                debug_assert_eq!(column, Self::END);
                Self { $($field),* }
            }

            #[cfg(feature = "check")]
            fn write(&self, writer: &mut Writer, _: usize) {
                let mut column = $before;
                $(
                    write!(self.$field, writer, column $(, self.$title)?);
                    column += 1;
                )*
                debug_assert_eq!(column, Self::END);
            }
        }

        chain! { $name::END => $($rest)* }
    };
}

// Events before actors and relations: the sources are numbered as they are first used in this order.
entries! {
    Dataset { meta sides domains events actors relations places@late sources@late stories }
    Meta { title description lang updated license opening method@late contact }
    Side { id name short }
    Domain { id name }
    Actor { name id~name short aka@late kind side active parent sources@late about@late }
    Place { name@late country@late lat_lon@late }
    Event {
        date title short id~title domain cameo importance place@late
        initiators targets responds_to follows others sources@late
        figures@late casualties claims revised@late summary@late
    }
    Cameo { goldstein code label@late }
    Part { actor role@late }
    Figure { value@late label@late note@late sources@late }
    Casualties { kind who@late side status low high by@late sources@late }
    Revision { date@late what@late }
    Claim { by date status text@late later@late sources@late }
    Relation { source target kind when note@late sources@late }
    Source { publisher@late title@late described@late grade@late date@late url~title@late }
    Story { id title source steps }
    Step { view chapter title events actors text }
}

/// Values that are written in a way of their own: how they are read, then how they are written.
macro_rules! fields {
    ($($name:ty: $read:expr, $write:expr;)*) => {
        $(impl Field for $name {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "two of the types cast what they have written")]
            fn read(reader: &mut Reader, column: usize) -> Self {
                let read: fn(&mut Reader, usize) -> Self = $read;
                read(reader, column)
            }

            #[cfg(feature = "check")]
            fn write(&self, writer: &mut Writer, column: usize) {
                let write: fn(&Self, &mut Writer, usize) = $write;
                write(self, writer, column);
            }
        })*
    };
}

fields! {
    &'static str: |reader, column| reader.text(column), |text, writer, column| writer.text(column, text);
    u8: |reader, column| u8::try_from(reader.number(column)).unwrap_or_default(),
        |number, writer, column| writer.number(column, u32::from(*number));
    bool: |reader, column| reader.number(column) > 0,
        |is, writer, column| writer.number(column, u32::from(*is));
    u32: |reader, column| reader.decimal(column) as Self,
        |number, writer, column| writer.text(column, &number.to_string());
    f64: |reader, column| reader.decimal(column),
        |number, writer, column| writer.text(column, &number.to_string());
    f32: |reader, column| reader.decimal(column) as Self,
        |number, writer, column| writer.text(column, &number.to_string());
    SourceIdx: |reader, column| reader.source(column),
        |source, writer, column| writer.source(column, *source);
    Edtf: |reader, column| reader.date(column), |date, writer, column| writer.text(column, &date.to_string());
    Date: |reader, column| reader.day(column), |date, writer, column| writer.text(column, &date.to_string());
    (f64, f64): |reader, column| (reader.decimal(column), reader.decimal(column)), |pair, writer, column| {
        pair.0.write(writer, column);
        pair.1.write(writer, column);
    };
}

/// 0 for nothing; 1 and the value.
impl<T: Field> Field for Option<T> {
    fn read(reader: &mut Reader, column: usize) -> Self {
        (reader.number(column) > 0).then(|| T::read(reader, column))
    }

    #[cfg(feature = "check")]
    fn write(&self, writer: &mut Writer, column: usize) {
        writer.number(column, self.is_some().into());
        if let Some(value) = self {
            value.write(writer, column);
        }
    }
}

/// How many there are, and each.
impl<T: Field> Field for &'static [T] {
    fn read(reader: &mut Reader, column: usize) -> Self {
        let count = reader.number(column);
        (0..count).map(|_| T::read(reader, column)).collect::<Vec<T>>().leak()
    }

    #[cfg(feature = "check")]
    fn write(&self, writer: &mut Writer, column: usize) {
        // The check refuses longer lists.
        writer.number(column, u32::try_from(self.len()).unwrap_or(u32::MAX));
        for value in *self {
            value.write(writer, column);
        }
    }
}
/// Indices: the number itself.
macro_rules! indices {
    ($($name:ident)*) => {
        $(impl Field for $name {
            fn read(reader: &mut Reader, column: usize) -> Self {
                Self(reader.number(column).try_into().unwrap_or_default())
            }

            #[cfg(feature = "check")]
            fn write(&self, writer: &mut Writer, column: usize) {
                writer.number(column, self.0.into());
            }
        })*
    };
}

/// Kinds: their number in the list of all.
macro_rules! kinds {
    ($($name:ident)*) => {
        $(impl Field for $name {
            fn read(reader: &mut Reader, column: usize) -> Self {
                Self::ALL[usize::from(reader.short_number(column)).min(Self::ALL.len() - 1)]
            }

            #[cfg(feature = "check")]
            fn write(&self, writer: &mut Writer, column: usize) {
                writer.number(column, *self as u32);
            }
        })*
    };
}

indices! { SideIdx DomainIdx PlaceIdx ActorIdx EventIdx }

kinds! { ActorKind RelationKind Grade Harm Standing ClaimStatus }

#[cfg(all(test, feature = "check"))]
mod tests {
    use super::*;

    #[test]
    fn every_tenth_of_the_goldstein_scale_comes_back_exactly() {
        for tenths in -100_i8..=100 {
            let value = f32::from(tenths) / 10.0;
            let mut writer = Writer::new(&[false]);
            value.write(&mut writer, 0);
            assert_eq!(
                f32::read(&mut Reader::new(writer.finish().0.leak(), ""), 0).to_bits(),
                value.to_bits()
            );
        }
    }
}
