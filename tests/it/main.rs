//! Tests of the whole app that need no browser, in one crate so that they link once.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on may stop, also in what it shares with others"
)]

mod addresses;
mod contrast;
mod dataset;
mod docs;
mod export;
mod journeys;
mod record;
mod search;
mod svg;
mod taken;
mod tidy;
mod traces;
