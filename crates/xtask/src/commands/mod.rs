//! The commands that do something with a built page or with the record, one file for each.
//!
//! `build`, `single-file` and `finish` are in [`crate::page`], `bench` is in [`crate::bench`].

pub mod check_data;
pub mod graphs;
pub mod hosting;
pub mod serve;
pub mod setup;
pub mod size;
pub mod test;
pub mod views;
