//! The room that the page has: widths of texts, sizes of parts as they change, light and dark.

use brink::platform::measure::{Font, TextMeasure};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{PLOT, assert_adds_up, browser, document, find, open, picture, rest, until};

#[wasm_bindgen_test]
fn a_text_is_measured_as_wide_as_the_browser_draws_it_but_for_kerning_and_grows_with_its_letters() {
    for font in [
        "400 12px sans-serif",
        "600 17px serif",
        "400 13px sans-serif; letter-spacing: 0.12em; word-spacing: 0.16em",
    ] {
        let drawn = document().create_element("span").unwrap();
        drawn.set_attribute("style", &format!("position: absolute; white-space: pre; font: {font}")).unwrap();
        document().body().unwrap().append_child(&drawn).unwrap();
        let measure = TextMeasure::in_font(&Font::of(&drawn));
        let mut before = 0.0;
        for text in ["", "i", "ii", "iii W", "iii Wars", "iii Wars – 3 January 2020"] {
            drawn.set_text_content(Some(text));
            let (told, width) = (measure.width(text), drawn.get_bounding_client_rect().width());
            let is_right = (width - 1.0..=1.03 * width + 1.0).contains(&told);
            assert!(is_right, "{text} in {font}: {told} told, {width} drawn");
            assert!(told > before || text.is_empty(), "{text} in {font} is no wider than {before}");
            before = told;
        }
        if font.contains(';') {
            // Browsers differ in what they do with letters that join.
            drawn.remove();
            continue;
        }
        drawn.set_text_content(Some("ایران"));
        let (told, width) = (measure.width("ایران"), drawn.get_bounding_client_rect().width());
        assert!((told - width).abs() <= 1.0, "letters that join, in {font}: {told} told, {width} drawn");
        drawn.remove();
    }
}

#[wasm_bindgen_test]
async fn the_timeline_is_drawn_anew_for_the_room_that_it_gets() {
    open("").await;
    let wide = picture().width();
    for width in [900, 560, 1200] {
        find("#app").set_attribute("style", &format!("width: {width}px")).unwrap();
        until(&format!("the picture fills its plot on {width} px"), || {
            (picture().width() - find(PLOT).get_bounding_client_rect().width()).abs() <= 1.0
                && find(PLOT).get_bounding_client_rect().width() < f64::from(width)
        })
        .await;
        rest().await;
        assert_adds_up();
    }
    assert!((picture().width() - wide).abs() <= 1.0);
}

#[wasm_bindgen_test]
async fn the_theme_stands_on_the_root_and_changes_the_colours() {
    let root = document().document_element().unwrap();
    let mut papers = Vec::new();
    for theme in [Some("light"), Some("dark"), None] {
        open(&theme.map(|name| format!("theme={name}")).unwrap_or_default()).await;
        assert_eq!(root.get_attribute("data-theme").as_deref(), theme);
        let style = browser().get_computed_style(&document().body().unwrap()).unwrap().unwrap();
        papers.push(style.get_property_value("background-color").unwrap());
    }
    assert_ne!(papers[0], papers[1]);
}
