//! The browser. Nothing else names it. Where the browser may refuse something (storage, history, measuring),
//! the answer is an `Option`, or nothing happens.

pub mod address;
pub mod canvas;
pub mod clipboard;
pub mod clock;
pub mod dom;
pub mod focus;
pub mod frame;
pub mod gestures;
pub mod hover;
pub mod keys;
pub mod measure;
pub mod modal;
pub mod print;
pub mod save;
pub mod scroll;
pub mod sound;
pub mod storage;
pub mod swipe;
