//! Pictures that are taken away: what the views draw, as an SVG file that stands alone.
//!
//! In reading order: [`palette`] holds what the page's style sheet says elsewhere, [`names`] draws those of the lanes, [`sheet`]
//! puts title, legend and source line around the shapes of [`crate::drawing`], [`export`]
//! takes all of it from a state. Labels are texts in fonts named by family, so that other programs can find and edit them.
//! Nothing is decided here but the frame.

pub mod export;
pub mod names;
pub mod palette;
pub mod sheet;

pub use self::palette::Palette;
pub use self::sheet::{Part, Sheet};
