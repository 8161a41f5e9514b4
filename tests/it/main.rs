//! Tests of the whole app that need no browser, in one crate so that they link once.

mod dataset;
