//! What builds the page: from `index.html`, the compiled app and a record to the files that are published.
//!
//! In reading order: [`bundle`] (the whole way), [`assemble`] (the files that `index.html` names),
//! [`part`] (the wasm in two), [`finish`] (what only the record knows), [`shrink`] (fewer bytes, and names by
//! content), [`single_file`] (everything in one file).

pub mod assemble;
pub mod bundle;
pub mod finish;
pub mod part;
pub mod shrink;
pub mod single_file;
