//! The US–Iran escalation as a zoomable timeline and an actor graph, bound to one window of time.
//!
//! In reading order:
//!
//! - [`geom`] and [`time`]: where things are;
//! - [`record`]: what happened; [`search`]: what a few words mean;
//! - [`timeline`], [`graph`], [`ladder`]: what stands where in a picture; [`drawing`]:
//!   the shapes that it is made of;
//! - [`input`] and [`state`]: what the reader does, and what follows from it;
//! - [`picture`] and [`export`]: what the reader takes away;
//! - [`command`]: what buttons are for;
//! - `platform` and `ui` (feature `page`): the browser.
//!
//! Everything before `platform` is pure and runs anywhere.

pub mod command;
pub mod drawing;
pub mod export;
pub mod geom;
pub mod graph;
pub mod input;
pub mod ladder;
pub mod order;
pub mod picture;
#[cfg(feature = "page")]
pub mod platform;
pub mod record;
pub mod search;
pub mod state;
pub mod time;
pub mod timeline;
#[cfg(feature = "page")]
pub mod ui;
