//! Pictures that are taken away: what the views draw, as an SVG file that stands alone.
//!
//! In reading order: [`svg`] writes elements, [`palette`] holds what the page's style sheet says elsewhere, [`timeline`],
//! [`graph`] and [`strip`] draw the scenes, [`sheet`] puts title, legend and source line around them, [`export`]
//! takes all of it from a state. Labels are texts in
//! fonts named by family, so that other programs can find and edit them. Nothing is decided here but the frame.

pub mod export;
pub mod graph;
pub mod palette;
pub mod sheet;
pub mod strip;
pub mod svg;
pub mod timeline;

pub use self::palette::Palette;
pub use self::sheet::{Part, Sheet};
