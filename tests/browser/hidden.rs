//! A page that nobody sees: browsers draw no frames for it.

use brink::platform::address;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::js_sys::{Function, Reflect};

use crate::hands::click;
use crate::page::{browser, find, open, tick};

#[wasm_bindgen_test]
async fn the_address_follows_a_choice_while_no_frame_is_drawn() {
    open("").await;
    let (window, name) = (browser(), "requestAnimationFrame".into());
    let frames = Reflect::get(&window, &name).unwrap();
    Reflect::set(&window, &name, &Function::new_no_args("return 0")).unwrap();
    click(&find("[data-do=by-domain]"));
    while !address::current().fragment.contains("lanes=domain") {
        tick().await;
    }
    Reflect::set(&window, &name, &frames).unwrap();
}
