//! Wheel and pointer over the timeline.

use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::hands::{Ctrl, drag, middle, pinch_in_safari, point, press_key, turn};
use crate::page::{
    HEADING, PLOT, TIMELINE, all, assert_adds_up, browser, document, find, html, open, picture, rest, text,
    until, window,
};

/// The instant at `x`, in seconds since 1970, and how many seconds a pixel takes.
fn instant_at(x: i32) -> (f64, f64) {
    let ([start, end], picture) = (window(), picture());
    let secs_per_px = (end - start) / picture.width();
    (start + (f64::from(x) - picture.x()) * secs_per_px, secs_per_px)
}

#[wasm_bindgen_test]
async fn the_wheel_keeps_the_instant_under_the_pointer_to_a_pixel() {
    open("").await;
    let (plot, picture) = (find(PLOT), picture());
    for (share, delta) in
        [(0.1, -100.0), (0.5, -400.0), (0.93, -30.0), (0.93, 400.0), (0.3, 120.0), (0.7, -500.0)]
    {
        #[expect(clippy::cast_possible_truncation, reason = "screens are small")]
        let x = (picture.x() + picture.width() * share).round() as i32;
        let (before, (at, _)) = (window(), instant_at(x));
        assert!(turn(&plot, (x, middle(&plot).1), delta, Ctrl::Free), "the page takes the wheel");
        until("the window has changed", || window() != before).await;
        rest().await;
        let (now, secs_per_px) = instant_at(x);
        // The window is told to the second.
        let off = ((now - at).abs() - 1.0).max(0.0) / secs_per_px;
        assert!(off <= 1.0, "{off} px away after a turn by {delta} at {share}: {before:?}, {:?}", window());
        let lengths = [before, window()].map(|[start, end]| end - start);
        assert_eq!(lengths[1] < lengths[0], delta < 0.0, "up is nearer: {lengths:?}");
        assert_adds_up();
    }
}

/// What shows the window on its way.
fn is_moving() -> bool {
    find(TIMELINE).has_attribute("data-moving")
}

#[wasm_bindgen_test]
async fn while_a_zoom_goes_on_a_canvas_stands_in_and_no_mark_loses_the_focus() {
    open("").await;
    let (plot, before) = (find(PLOT), window());
    let opacity = || {
        browser()
            .get_computed_style(&find(&format!("{PLOT} .film")))
            .unwrap()
            .unwrap()
            .get_property_value("opacity")
    };
    assert!(!is_moving() && opacity().unwrap() == "1");
    let mark = middle_mark();
    mark.unchecked_ref::<HtmlElement>().focus().unwrap();
    rest().await;
    assert!(turn(&plot, middle(&plot), -100.0, Ctrl::Free), "the page takes the wheel");
    until("the canvas stands in", is_moving).await;
    assert_eq!(opacity().unwrap(), "0");
    assert_ne!(window(), before);
    assert_eq!(document().active_element(), Some(mark), "what has the focus keeps it");
    assert_moving_adds_up();
    rest().await;
    assert!(!is_moving() && opacity().unwrap() == "1", "the page is back when the window rests");
    assert_adds_up();
}

/// Checks that what is told of a window on its way adds up.
#[track_caller]
fn assert_moving_adds_up() {
    let drawn: usize = find(TIMELINE).get_attribute("data-shown").unwrap().parse().unwrap();
    let counts = all(".lane-names .count");
    let in_lanes: usize =
        counts.iter().map(|count| count.text_content().unwrap().parse::<usize>().unwrap()).sum();
    assert_eq!(drawn, in_lanes, "in all lanes of {:?}", window());
    assert!(
        text(".toolbar .count").starts_with(&format!("{drawn} of ")),
        "{} of {:?}",
        text(".toolbar .count"),
        window()
    );
}

#[wasm_bindgen_test]
async fn where_the_page_scrolls_a_plain_wheel_is_left_to_it_and_ctrl_zooms() {
    open("").await;
    let (plot, before) = (find(PLOT), window());
    document().body().unwrap().set_attribute("style", "height: 3000px").unwrap();
    assert!(!turn(&plot, middle(&plot), -100.0, Ctrl::Free), "the browser scrolls");
    let hint = format!("{PLOT} [role=status]");
    until("a hint says what to do", || text(&hint).contains("Ctrl")).await;
    assert_eq!(window(), before);
    assert!(turn(&plot, middle(&plot), -100.0, Ctrl::Held), "the page takes the wheel");
    until("the window has changed", || window() != before).await;
}

#[wasm_bindgen_test]
async fn a_pinch_in_safari_zooms_by_as_much_as_the_fingers_went_apart() {
    open("").await;
    let (plot, [start, end]) = (find(PLOT), window());
    assert!(
        pinch_in_safari(&plot, middle(&plot), &[1.1, 1.4, 1.25, 2.0]),
        "the browser leaves the page as large as it is"
    );
    until("the window has changed", || window() != [start, end]).await;
    rest().await;
    let [start_now, end_now] = window();
    let factor = (end_now - start_now) / (end - start);
    assert!((factor - 0.5).abs() < 0.01, "{factor}");
}

/// The mark nearest to the middle of the plot.
fn middle_mark() -> Element {
    let center = picture().x() + picture().width() / 2.0;
    let off = |mark: &Element| (f64::from(middle(mark).0) - center).abs();
    let marks = all(&format!("{PLOT} [data-event]")).into_iter();
    marks.min_by(|a, b| off(a).total_cmp(&off(b))).unwrap()
}

#[wasm_bindgen_test]
async fn each_step_of_a_zoom_out_adds_up() {
    open("window=2019-12-20/2020-01-20").await;
    let plot = find(PLOT);
    for _ in 0..9 {
        let before = window();
        assert!(turn(&plot, middle(&plot), 100.0, Ctrl::Free), "the page takes the wheel");
        until("the window has changed", || window() != before).await;
        assert_moving_adds_up();
    }
    rest().await;
    assert_adds_up();
}

#[wasm_bindgen_test]
async fn a_drag_carries_the_window_along_without_zooming() {
    open("").await;
    let [start, end] = window();
    let mark = middle_mark();
    let (x, y) = middle(&mark);
    drag(&mark, &[(x, y), (x + 10, y), (x + 30, y), (x + 40, y)]);
    until("the window has changed", || window() != [start, end]).await;
    rest().await;
    let [start_now, end_now] = window();
    let secs_per_px = (end - start) / picture().width();
    // A hand that lets go in motion throws it further.
    assert!(
        start - start_now >= 39.0 * secs_per_px,
        "from {start} by 40 px of {secs_per_px} s to {start_now}"
    );
    assert!(
        (end_now - start_now - (end - start)).abs() <= 2.0,
        "from {start} to {end}, now from {start_now} to {end_now}"
    );
}

#[wasm_bindgen_test]
async fn a_hand_that_comes_back_finds_all_as_it_was() {
    open("window=1990/2020").await;
    let (mark, plot, before) = (middle_mark(), find(PLOT), window());
    let places = || [&mark, &find(".brush")].map(|element| element.get_bounding_client_rect().x());
    let were = places();
    let (from, y) = middle(&plot);
    point(&plot, "pointerdown", (from, y), 1);
    point(&plot, "pointermove", (from - 30, y), 1);
    until("the window has changed", || window() != before).await;
    assert!(places()[1] > were[1], "the brush follows: {:?}, was {were:?}", places());
    point(&plot, "pointermove", (from, y), 1);
    until("the window is back", || window() == before).await;
    let off = places().iter().zip(were).map(|(now, was)| (now - was).abs()).fold(0.0, f64::max);
    assert!(off < 0.1, "{off} px from where it was");
    // A hand that lets go in motion throws it on.
    point(&plot, "pointerup", (from, y), 0);
    rest().await;
    assert_adds_up();
}

#[wasm_bindgen_test]
async fn the_address_is_not_written_while_the_hand_moves_on() {
    open("window=2019/2021").await;
    let address = || browser().location().hash().unwrap();
    let heading = || find(".details").text_content();
    let (plot, before) = (find(PLOT), (address(), heading()));
    let (from, y) = middle(&plot);
    point(&plot, "pointerdown", (from, y), 1);
    point(&plot, "pointermove", (from - 30, y), 1);
    until("the window has rested", || heading() != before.1).await;
    let mut by = 30;
    until("the hand has moved for longer than an address waits", || {
        by += 1;
        point(&plot, "pointermove", (from - by, y), 1);
        assert_eq!(address(), before.0);
        by > 90
    })
    .await;
    point(&plot, "pointerup", (from - by, y), 0);
    until("the address follows", || address() != before.0).await;
}

/// A part that is drawn anew for a reason of its own, such as its size,
/// must not fall back to the window of the last drawing.
#[wasm_bindgen_test]
async fn a_page_that_gets_narrower_in_the_midst_of_a_drag_stays_where_the_hand_has_it() {
    open("").await;
    let (plot, before) = (find(PLOT), window());
    let (from, y) = middle(&plot);
    point(&plot, "pointerdown", (from, y), 1);
    point(&plot, "pointermove", (from - 30, y), 1);
    until("the window has changed", || window() != before).await;
    let (moved, width) = (window(), || find(&format!("{PLOT} .canvas")).get_bounding_client_rect().width());
    let wide = width();
    find("#app").set_attribute("style", "width: 500px").unwrap();
    let mut num_frames = 0;
    until("twenty frames have passed", || {
        assert_eq!(window(), moved, "after {num_frames} frames");
        num_frames += 1;
        num_frames > 20
    })
    .await;
    assert!(width() < wide - 100.0, "the picture is drawn anew");
    point(&plot, "pointerup", (from - 30, y), 0);
}

#[wasm_bindgen_test]
async fn a_key_in_the_midst_of_a_drag_goes_on_from_where_the_window_is_by_then() {
    open("").await;
    let (plot, before) = (html(PLOT), window());
    let (from, y) = middle(&plot);
    plot.focus().unwrap();
    point(&plot, "pointerdown", (from, y), 1);
    point(&plot, "pointermove", (from - 40, y), 1);
    until("the window has changed", || window() != before).await;
    let moved = window();
    press_key("+");
    until("the window is shorter", || window()[1] - window()[0] < 0.9 * (moved[1] - moved[0])).await;
    rest().await;
    point(&plot, "pointerup", (from - 40, y), 0);
    let [off, step] =
        [window(), before].map(|[start, end]| f64::midpoint(start, end) - f64::midpoint(moved[0], moved[1]));
    assert!(off.abs() < 0.05 * step.abs(), "{off} s from the middle; the drag moved it by {step} s");
}

/// Also where it is over within a frame: then the browser sends the click to the mark,
/// since nobody could keep the pointer.
#[wasm_bindgen_test]
async fn a_drag_never_ends_as_a_click_but_a_press_that_shakes_does() {
    open("").await;
    let (before, heading) = (window(), text(HEADING));
    let is_selected = || !all(&format!("{PLOT} [aria-current=true]")).is_empty();
    let mark = middle_mark();
    let (x, y) = middle(&mark);
    drag(&mark, &[(x, y), (x + 6, y)]);
    until("the window has changed", || window() != before).await;
    rest().await;
    assert!(!is_selected(), "the end of a drag is no click");
    assert_eq!(text(HEADING), heading);

    let mark = middle_mark();
    let (x, y) = middle(&mark);
    drag(&mark, &[(x, y), (x + 2, y + 2)]);
    until("a press that shakes a little is a click", is_selected).await;
}
