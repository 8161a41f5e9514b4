//! The commands, one file for each.
//!
//! What they share is elsewhere: [`crate::page`] builds the page (`finish` is a command of its own there, for
//! Trunk), and [`crate::bench`] measures it.

pub mod build;
pub mod check_data;
pub mod film;
pub mod graphs;
pub mod hosting;
pub mod serve;
pub mod setup;
pub mod size;
pub mod test;
pub mod views;
