//! The page: thin components that show scenes and send actions.

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
mod filters;
mod graph_hands;
mod graph_key;
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
mod timeline_picture;
mod timeline_view;
mod tip;
mod told;
mod toolbar;

pub use app::start;
