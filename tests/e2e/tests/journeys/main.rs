//! A reader's journeys on the built page, each in both browsers, against the record as its file has it.
//!
//! They know the page by its contract alone ([`e2e::contract`]). One crate, so that they link once.

mod address;
mod contract;
mod element;
mod embedding;
mod everyone;
mod failing;
mod first_picture;
mod graph;
mod hostile;
mod hosts;
mod keyboard;
mod labels;
mod ladder;
mod letters;
mod monkey;
mod motion;
mod mouse;
mod newspaper;
mod other_record;
mod own_colours;
mod parted;
mod phone;
mod questions;
mod selection;
mod single_file;
mod stories;
mod taking;
mod texts;
mod theme;
mod translated;
mod wheel;
