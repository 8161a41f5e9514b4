//! What is seen, once: scenes become shapes here, and everything that shows them draws those.
//!
//! In reading order: [`shape`] is what pictures are made of, [`timeline`], [`strip`], [`camps`], [`graph`], [`ladder`] and [`steps`] make shapes of scenes, [`svg`]
//! writes shapes as SVG text. The page draws them as its own elements (`ui/paint.rs`), and on a canvas while they move
//! (`ui/moving.rs`). Sizes and offsets stand here and nowhere else; colours and type are the style sheet's.

pub mod above;
pub mod camps;
pub mod graph;
pub mod ladder;
pub mod shape;
pub mod steps;
pub mod strip;
pub mod svg;
pub mod timeline;
