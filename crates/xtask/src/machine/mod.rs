//! The machine that the commands run on: which programs they need and how those are installed, how they are
//! started, what is printed meanwhile, and a server for one folder.
//!
//! In reading order: [`run`] (other programs), [`steps`] (lines with times), [`tools`] (what is needed, in
//! which version), [`wasm`] (the compiler for the page), [`apt`] (Debian's packages), [`server`].

pub mod apt;
pub mod run;
pub mod server;
pub mod steps;
pub mod tools;
pub mod wasm;
