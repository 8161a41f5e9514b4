//! Time as the page shows it: which stretch, where on the screen, with which ticks, and in which words.
//!
//! In reading order: [`window`] (the stretch shown), [`scale`] (moments to pixels and back), [`interval`]
//! (the calendar's periods), [`ticks`] and [`axis`] (the time axis), [`mod@format`] (dates for people and for
//! machines), [`zone`] (the clocks to choose from). Nothing here reads a clock:
//! the offset that dates are shown on is an argument.

pub mod axis;
pub mod format;
pub mod interval;
pub mod scale;
pub mod ticks;
pub mod window;
pub mod zone;
