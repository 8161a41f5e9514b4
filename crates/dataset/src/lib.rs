//! What a record is: its types and dates, and (feature `check`) its file form and rules.
//!
//! In reading order: [`units`], [`civil`], [`clock`], [`edtf`], [`kinds`], [`model`], [`packed`] (how it
//! comes into the page), then `source` for the file.

pub mod civil;
pub mod clock;
pub mod edtf;
pub mod kinds;
pub mod model;
pub mod packed;
#[cfg(feature = "check")]
pub mod source;
pub mod units;
