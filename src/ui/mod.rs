//! The page: thin Yew components that show scenes and send actions.
//!
//! In reading order:
//!
//! - the page and its state: `app`, `store`, `calm`, `effects`, `guard`;
//! - what elements are made of: `element`, `paint`, `shapes`, `measured`;
//! - the timeline: `timeline_view`, `timeline_picture`, `moving`, `above_view`, `above`, `overview_view`,
//!   `readout`, `legend`, `tip`;
//! - the graph and the ladder: `graph_view`, `graph_hands`, `graph_key`, `ladder_view`;
//! - what comes later: `texts`;
//! - around them: `header`, `toolbar`, `search_box`, `filters`, `panel`, `details`, `list`, `claims`,
//!   `told`, `dialog`, `taken`;
//! - what clicks and keys mean: `clicks`, `errands`, `keys`, `timeline_keys`.

mod above;
mod above_view;
mod app;
mod calm;
mod claims;
mod clicks;
mod details;
mod dialog;
mod effects;
mod element;
mod errands;
mod filters;
mod graph_hands;
mod graph_key;
mod graph_leaving;
mod graph_view;
mod guard;
mod header;
mod keys;
mod ladder_view;
mod legend;
mod list;
mod measured;
mod moving;
mod overview_view;
mod paint;
mod panel;
mod readout;
mod search_box;
mod shapes;
mod store;
mod taken;
mod texts;
mod timeline_keys;
mod timeline_picture;
mod timeline_view;
mod tip;
mod told;
mod toolbar;

pub use app::start;
