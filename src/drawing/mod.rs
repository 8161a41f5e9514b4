//! The one drawing: scenes become shapes here, and everything that shows a picture draws these shapes.
//!
//! In reading order: [`shape`] (what pictures are made of); [`timeline`], [`above`], [`strip`], [`camps`],
//! [`graph`], [`ladder`] and [`steps`] (scenes become shapes); [`svg`] (shapes as SVG text). The page draws
//! shapes as elements (`ui/paint.rs`), and on a canvas while they move (`ui/moving.rs`). Sizes and offsets
//! stand here and nowhere else. Colours and type belong to the style sheet.

pub mod above;
pub mod camps;
pub mod graph;
pub mod ladder;
pub mod shape;
pub mod steps;
pub mod strip;
pub mod svg;
pub mod timeline;
