//! The ladder of act and answer: the two adversaries as its rails, time downward,
//! a rung from each act to its answer.
//!
//! In reading order: [`content`] (which acts and rungs a window has), [`words`] (the time between two acts),
//! [`layout`] (where they stand at a width), `lanes` (how each rung runs). Nothing here draws.

pub mod content;
mod lanes;
pub mod layout;
mod text;
pub mod words;

pub use content::{Act, Ladder, Rung};
pub use layout::{Card, Layout, Rail, Room};
pub use words::Pace;
