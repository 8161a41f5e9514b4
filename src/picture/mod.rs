//! Pictures that are taken away: what the views draw, as an SVG file that stands alone.
//!
//! In reading order: [`palette`] repeats the colours of the page's style sheet, [`names`] draws the names of
//! the lanes, [`sheet`] puts title, legend and source line around the shapes of [`crate::drawing`], and
//! [`export`] makes all of it from a state. Texts stay texts, in fonts named by family, so that other
//! programs can find and edit them.

pub mod export;
pub mod names;
pub mod palette;
pub mod sheet;

pub use self::palette::Palette;
pub use self::sheet::{Part, Sheet};
