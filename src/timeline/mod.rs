//! The timeline: which events get how much room in which lane, and the picture that follows from it.

pub mod arcs;
pub mod classes;
pub mod clusters;
pub mod glyph;
pub mod labels;
pub mod lanes;
pub mod levels;
pub mod overview;
pub mod placing;
pub mod pulse;
pub mod queues;
pub mod rows;
pub mod scene;

#[cfg(test)]
mod sample;
