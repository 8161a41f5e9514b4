//! The timeline: which events have how much room in which lane, and the picture that follows.
//!
//! In reading order:
//!
//! - [`lanes`], [`needs`]: which lane an event belongs to, and how high each lane is;
//! - [`queues`], [`placing`], [`rows`], [`clusters`], [`levels`]:
//!   which events have marks at a scale, and which become numbers;
//! - [`labels`], [`words`], `seats`: their headlines, and which of them fit;
//! - [`layout`]: from a window to its [`scene`], in one call; [`glide`]:
//!   the way from one arrangement of lanes to another;
//! - [`arcs`]: who answered whom; [`glyph`], [`classes`]:
//!   the shapes of marks, and the names of parts in the style sheet;
//! - [`pulse`], [`overview`], [`hold`], [`toll`]: the strips above and below, what a press on the lower one
//!   takes hold of, and sums of the dead and injured;
//! - `spoken`, [`summary`], [`tones`]: the same for those who do not see it, in words and as sound.

pub mod arcs;
pub mod classes;
pub mod clusters;
pub mod glide;
pub mod glyph;
pub mod hold;
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
mod seats;
pub mod spoken;
pub mod summary;
pub mod toll;
pub mod tones;
pub mod words;

#[cfg(test)]
pub(crate) mod sample;
