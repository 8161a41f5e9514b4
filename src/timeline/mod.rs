//! The timeline: which events get how much room in which lane, and the picture that follows from it.

pub mod arcs;
pub mod classes;
pub mod clusters;
pub mod glide;
pub mod glyph;
pub mod labels;
pub mod lanes;
pub mod layout;
pub mod levels;
pub mod needs;
pub mod overview;
pub mod placing;
pub mod pulse;
pub mod queues;
pub mod rows;
pub mod scene;
pub mod spoken;
pub mod summary;
pub mod toll;
pub mod tones;
pub mod words;

#[cfg(test)]
pub(crate) mod sample;
