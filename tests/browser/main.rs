//! Tests of what needs a real browser: events, focus, history, measuring.
//! In one crate, so that they link once.
//!
//! All run one after the other on one page, which [`page::open`] brings to an address of its own for each.

#![cfg(target_arch = "wasm32")]
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on may stop, also in what it shares with others"
)]

mod contract;
mod hands;
mod hidden;
mod page;
mod room;
mod search;
mod selection;
mod timeline;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
