//! The US–Iran escalation as a zoomable timeline and an actor graph, bound to one window of time.
//!
//! In reading order: [`geom`] and [`time`] (where things are), [`story`] (what happened), [`search`] (what of it
//! a few words mean), [`timeline`], [`graph`] and [`ladder`] (what is drawn), [`drawing`] (how), [`input`] and [`state`] (what the reader does and what
//! follows), [`picture`] and [`export`] (what is taken away), then `platform` and `ui` (the browser, feature `page`). Everything before
//! `platform` is pure and runs anywhere.

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
pub mod search;
pub mod state;
pub mod story;
pub mod time;
pub mod timeline;
#[cfg(feature = "page")]
pub mod ui;
