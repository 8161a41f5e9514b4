//! A checked story as Rust text: the table that the build compiles into the page.
//!
//! Separate because only a build needs it. It follows the model field by field; the compiler tells where they differ.

use std::fmt::Write;

use crate::civil::Date;
use crate::edtf::Edtf;
use crate::model::{
    Actor, ActorIdx, ActorKind, Cameo, Claim, ClaimStatus, Dataset, Domain, DomainIdx, Event, EventIdx, Figure, Meta, Part,
    Place, PlaceIdx, Relation, RelationKind, Side, SideIdx, Source, SourceIdx, Step, Story,
};

/// The item `pub static STORY: ::dataset::model::Dataset = …;`, one record a line, the same text for the same story.
///
/// It needs the crate `dataset` by that name and nothing else in scope.
#[must_use]
pub fn rust(story: &Dataset) -> String {
    let mut out = String::from(
        "/// The story that the build was given.\n\
         #[allow(clippy::all, reason = \"written by the build\")]\n\
         pub static STORY: ::dataset::model::Dataset = {\n\
         use ::dataset::model::*;\n",
    );
    story.write(&mut out);
    out += "\n};\n";
    out
}

/// A value that can be written as a constant expression, with the model's names in scope.
trait ToRust {
    /// Whether a list has each value on a line of its own.
    const OWN_LINE: bool = false;

    /// Adds the expression to `out`.
    fn write(&self, out: &mut String);
}

impl<T: ToRust> ToRust for &'static [T] {
    fn write(&self, out: &mut String) {
        *out += if T::OWN_LINE && !self.is_empty() { "&[\n" } else { "&[" };
        for item in *self {
            item.write(out);
            *out += if T::OWN_LINE { ",\n" } else { "," };
        }
        *out += "]";
    }
}

impl<T: ToRust> ToRust for Option<T> {
    fn write(&self, out: &mut String) {
        match self {
            Some(value) => {
                *out += "Some(";
                value.write(out);
                *out += ")";
            }
            None => *out += "None",
        }
    }
}

impl ToRust for (f64, f64) {
    fn write(&self, out: &mut String) {
        *out += &format!("({:?}, {:?})", self.0, self.1);
    }
}

impl ToRust for Edtf {
    fn write(&self, out: &mut String) {
        *out += &self.to_rust();
    }
}

impl ToRust for Date {
    fn write(&self, out: &mut String) {
        *out += &format!("::dataset::edtf::Stamp::day({}, {}, {}).date()", self.year(), self.month(), self.day());
    }
}

/// Numbers, texts and indices: as `Debug` writes them, which is Rust.
macro_rules! literals {
    ($($name:ty)*) => {
        $(impl ToRust for $name {
            fn write(&self, out: &mut String) {
                // Writing to a String never fails.
                let _ = write!(out, "{self:?}");
            }
        })*
    };
}

/// Variants: `Debug` writes them without the name of their type.
macro_rules! words {
    ($($name:ident)*) => {
        $(impl ToRust for $name {
            fn write(&self, out: &mut String) {
                let _ = write!(out, "{}::{self:?}", stringify!($name));
            }
        })*
    };
}

macro_rules! records {
    ($($name:ident, $own_line:literal: $($field:ident)*;)*) => {
        $(impl ToRust for $name {
            const OWN_LINE: bool = $own_line;

            fn write(&self, out: &mut String) {
                let Self { $($field),* } = self;
                *out += concat!(stringify!($name), "{");
                $(
                    *out += concat!(stringify!($field), ": ");
                    $field.write(out);
                    *out += ",";
                )*
                *out += "}";
            }
        })*
    };
}

literals!(&'static str u8 f32 f64 SideIdx DomainIdx SourceIdx PlaceIdx ActorIdx EventIdx);
words!(ActorKind RelationKind ClaimStatus);
records! {
    Dataset, false: meta sides domains sources places actors relations events stories;
    Meta, false: title description lang updated license opening;
    Side, true: id name short;
    Domain, true: id name;
    Source, true: id publisher title url date;
    Place, true: id name country lat_lon;
    Actor, true: id name short aka kind side about active parent sources;
    Relation, true: source target kind when note sources;
    Event, true: id date title summary domain cameo importance place initiators targets others responds_to figures claims sources;
    Cameo, false: code label goldstein;
    Part, false: actor role;
    Figure, false: label value note sources;
    Claim, false: by date text status later sources;
    Story, true: id title source steps;
    Step, true: title text view events actors;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(value: &impl ToRust) -> String {
        let mut out = String::new();
        value.write(&mut out);
        out
    }

    #[test]
    fn values_are_written_as_rust() {
        assert_eq!(written(&"a \"b\" \\ é\n\u{202E}"), r#""a \"b\" \\ é\n\u{202e}""#);
        assert_eq!(written(&-10.0_f32), "-10.0");
        assert_eq!(written(&Some((33.26, -0.5))), "Some((33.26, -0.5))");
        assert_eq!(written(&[EventIdx(3), EventIdx(0)].as_slice()), "&[EventIdx(3),EventIdx(0),]");
        assert_eq!(written(&ActorKind::ArmedGroup), "ActorKind::ArmedGroup");
        assert_eq!(written(&Date::new(2026, 11, 23).unwrap()), "::dataset::edtf::Stamp::day(2026, 11, 23).date()");
        let domains: &[Domain] = &[Domain { id: "a", name: "A" }];
        assert_eq!(written(&domains), "&[\nDomain{id: \"a\",name: \"A\",},\n]");
    }
}
