//! The document around the page: its root's attributes, focus, and what the reader's system prefers.

use std::cell::RefCell;

use gloo::events::EventListener;
use web_sys::js_sys::Reflect;
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Document, Element, Event, HtmlAnchorElement, HtmlElement, MouseEvent, Node, SvgElement, Window,
};

use super::measure::{Font, read_scale, scale};
use crate::geom::{Size, clamp, coord};

/// The browser's window; there is one wherever a page runs.
pub(super) fn browser() -> Option<Window> {
    #[expect(clippy::disallowed_methods, reason = "the one place that asks for it")]
    web_sys::window()
}

pub(super) fn document() -> Option<Document> {
    browser()?.document()
}

/// Sets an attribute of `element`.
pub fn set_attribute(element: &Element, name: &str, value: &str) {
    // Fails only for names that are no names.
    let _ = element.set_attribute(name, value);
}

/// The document's root element.
#[must_use]
pub fn root() -> Option<Element> {
    document()?.document_element()
}

/// Sets (`Some`) or removes an attribute of the document's root element.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    let Some(root) = root() else { return };
    // Fails only for names that are no names.
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

/// The first part of the record, which the build wrote into the page; empty where it did not. It is taken
/// out, since nobody else reads it.
#[must_use]
pub fn record() -> String {
    let Some(element) = document().and_then(|document| document.get_element_by_id("record")) else {
        return String::new();
    };
    element.remove();
    element.text_content().unwrap_or_default()
}

/// The texts of the record that `scripts/start.js` has put into the page,
/// if they are there. They are taken out.
#[must_use]
pub fn texts() -> Option<String> {
    let element = document()?.get_element_by_id("texts")?;
    element.remove();
    element.text_content()
}

/// Calls `heard` whenever the window hears of `event`, until the page is closed.
pub fn hear(event: &'static str, heard: impl Fn() + 'static) {
    if let Some(window) = browser() {
        EventListener::new(&window, event, move |_| heard()).forget();
    }
}

/// The parts whose pictures follow from their sizes.
pub const PARTS: [&str; 3] = [".plot", ".strip", ".plane"];

/// What was seen of one of [`PARTS`] before the page ran.
struct Before {
    size: Option<Size>,
    font: Option<Font>,
}

thread_local! {
    static BEFORE: RefCell<[Before; 3]> =
        const { RefCell::new([const { Before { size: None, font: None } }; 3]) };
    static GRAPH: RefCell<Option<Node>> = const { RefCell::new(None) };
}

/// The graph as the build has drawn it, which stood in the page while it was loading.
#[must_use]
pub fn graph_before() -> Option<Node> {
    GRAPH.with_borrow(Clone::clone)
}

/// Whether all of the app is there, also what `start.js` loads behind the rest.
#[must_use]
pub fn is_whole() -> bool {
    root().is_none_or(|root| root.get_attribute("data-app").as_deref() != Some("coming"))
}

/// Calls `heard` when it is, unless what is given back is dropped before.
#[must_use = "stops listening when dropped"]
pub fn when_whole(heard: impl Fn() + 'static) -> Option<EventListener> {
    let window = browser()?;
    Some(EventListener::once(&window, "whole", move |_| heard()))
}

/// The size inside its border of what stood in the place of `part` while the page was loading,
/// if anything was seen there.
#[must_use]
pub fn size_before(part: &str) -> Option<Size> {
    before(part, |before| before.size)
}

/// The font of it.
#[must_use]
pub fn font_before(part: &str) -> Option<Font> {
    before(part, |before| before.font.clone())
}

/// Forgets what was seen there: it says nothing of letters that are others by now.
pub fn forget_before() {
    BEFORE
        .with_borrow_mut(|all| all.iter_mut().for_each(|before| *before = Before { size: None, font: None }));
}

fn before<T>(part: &str, seen: impl FnOnce(&Before) -> Option<T>) -> Option<T> {
    let at = PARTS.iter().position(|known| *known == part)?;
    BEFORE.with_borrow(|all| seen(&all[at]))
}

/// Size inside its border of the first element that matches `selector`; `None` where it is not seen.
#[must_use]
pub fn size_of(selector: &str) -> Option<Size> {
    let element: HtmlElement = document()?.query_selector(selector).ok()??.dyn_into().ok()?;
    let rect = element.get_bounding_client_rect();
    let border = |outside: i32, inside: i32| f64::from(outside - inside);
    let size = Size::new(
        rect.width() - border(element.offset_width(), element.client_width()),
        rect.height() - border(element.offset_height(), element.client_height()),
    );
    (size.width > 0.0).then_some(size)
}

/// The element that the page is drawn into, emptied of what stood there while the page was loading.
#[must_use]
pub fn mount_point() -> Option<Element> {
    let document = document()?;
    let mount = document.get_element_by_id("app")?;
    read_scale();
    BEFORE.set(PARTS.map(|part| {
        let element = document.query_selector(part).ok().flatten();
        Before { size: size_of(part), font: element.as_ref().map(Font::of) }
    }));
    if let Ok(Some(graph)) = document.query_selector(".skeleton .graph") {
        // It looks as it did there.
        graph.set_class_name("graph skeleton");
        GRAPH.set(Some(graph.into()));
    }
    mount.replace_children_with_node_0();
    Some(mount)
}

/// Moves the focus to the first element that matches `selector`, without scrolling;
/// says whether there is one.
pub fn focus(selector: &str) -> bool {
    let Some(element) = document().and_then(|document| document.query_selector(selector).ok().flatten())
    else {
        return false;
    };
    if let Some(html) = element.dyn_ref::<HtmlElement>() {
        html.focus().is_ok()
    } else {
        element.dyn_ref::<SvgElement>().is_some_and(|svg| svg.focus().is_ok())
    }
}

/// Moves the focus `by` places among the elements that match `selector`, from the one that has it or before
/// the first; says whether there is one.
pub fn focus_next(selector: &str, by: i32) -> bool {
    let Some(found) = document().and_then(|document| document.query_selector_all(selector).ok()) else {
        return false;
    };
    let stops: Vec<Element> = (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect();
    let active = document().and_then(|document| document.active_element());
    let at = stops.iter().position(|stop| active.as_ref() == Some(stop));
    let next = at.map_or(Some(0), |at| at.checked_add_signed(by as isize));
    next.and_then(|next| stops.get(next)).is_some_and(|stop| match stop.dyn_ref::<SvgElement>() {
        Some(shape) => shape.focus().is_ok(),
        None => stop.dyn_ref::<HtmlElement>().is_some_and(|stop| stop.focus().is_ok()),
    })
}

/// The attribute of the element that has the focus.
#[must_use]
pub fn focused_attribute(name: &str) -> Option<String> {
    document()?.active_element()?.get_attribute(name)
}

/// Tells the element that matches `below` how far below the top of `around` the one that matches `above`
/// ends, as the length `--at` of its style, and brings it into sight.
pub fn place_below(below: &str, above: &str, around: &str) -> Option<()> {
    let document = document()?;
    let find = |selector: &str| document.query_selector(selector).ok()?;
    let (below, above, around) = (find(below)?, find(above)?, find(around)?);
    let at = above.get_bounding_client_rect().bottom() - around.get_bounding_client_rect().top();
    set_style(below.dyn_ref()?, "--at", at);
    let (rect, window) = (below.get_bounding_client_rect(), browser()?);
    let hidden = rect.bottom() - window.inner_height().ok()?.as_f64()?;
    let most = above.get_bounding_client_rect().top() - 60.0;
    if hidden > 0.0 && most > 0.0 && rect.height() > 0.0 {
        window.scroll_by_with_x_and_y(0.0, hidden.min(most));
    }
    Some(())
}

/// What was typed or chosen in a field with the attribute `data-set`: the attribute's value, and the field's.
#[must_use]
pub fn typed(event: &Event) -> Option<(String, String)> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let value = Reflect::get(&target, &"value".into()).ok()?.as_string()?;
    Some((target.get_attribute("data-set")?, value))
}

/// Whether an event happened within an element that matches `selector`.
#[must_use]
pub fn is_within(event: &Event, selector: &str) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest(selector).ok().flatten().is_some())
}

/// Whether the focus is on an element that matches `selector`.
#[must_use]
pub fn has_focus(selector: &str) -> bool {
    document()
        .and_then(|document| document.active_element())
        .is_some_and(|element| element.matches(selector).unwrap_or(false))
}

/// The nearest element around what an event happened to that has one of `attributes`:
/// which one, and its value.
#[must_use]
pub fn nearest(event: &Event, attributes: &[&'static str]) -> Option<(&'static str, String)> {
    let selector: Vec<String> = attributes.iter().map(|attribute| format!("[{attribute}]")).collect();
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let found = target.closest(&selector.join(",")).ok()??;
    attributes.iter().find_map(|&attribute| Some((attribute, found.get_attribute(attribute)?)))
}

/// Whether the reader wants no motion.
#[must_use]
pub fn prefers_reduced_motion() -> bool {
    prefers("(prefers-reduced-motion: reduce)")
}

/// Whether a media query holds.
#[must_use]
pub fn prefers(query: &str) -> bool {
    let query = browser().and_then(|window| window.match_media(query).ok().flatten());
    query.is_some_and(|query| query.matches())
}

/// Whether a wheel over the page may mean scrolling: it is longer than its window, or stands in a frame.
#[must_use]
pub fn page_scrolls() -> bool {
    let Some(window) = browser() else { return false };
    is_framed(&window) || root().is_some_and(|root| root.scroll_height() > root.client_height() + 1)
}

/// Sets or removes an attribute without a value.
pub fn toggle_attribute(element: &Element, name: &str, is_set: bool) {
    if element.has_attribute(name) != is_set {
        // Fails only for names that are no names.
        let _ = element.toggle_attribute_with_force(name, is_set);
    }
}

/// Writes `texts` into the elements within `element` that match `selector`, in their order;
/// touches those only that change.
pub fn set_texts(element: &Element, selector: &str, texts: impl Iterator<Item = String>) {
    let Ok(found) = element.query_selector_all(selector) else { return };
    for (nth, text) in (0..found.length()).zip(texts) {
        if let Some(node) = found.item(nth) {
            set_text(&node, &text);
        }
    }
}

/// Writes `text` into `node`, if it says something else.
pub fn set_text(node: &Node, text: &str) {
    if node.text_content().as_deref() != Some(text) {
        node.set_text_content(Some(text));
    }
}

/// Says `text` to those who do not see the page, as soon as they have heard what comes before.
pub fn say(text: &str) {
    if let Some(place) = document().and_then(|document| document.get_element_by_id("said")) {
        set_text(&place, text);
    }
}

/// Gives the document a title.
pub fn set_title(title: &str) {
    if let Some(document) = document().filter(|document| document.title() != title) {
        document.set_title(title);
    }
}

/// Sets the heights of the elements in `element`, in pixels of the picture, in their order.
pub fn set_heights(element: &Element, heights: impl Iterator<Item = f64>) {
    let children = element.children();
    for (nth, height) in (0..children.length()).zip(heights) {
        if let Some(child) = children.item(nth).and_then(|child| child.dyn_into::<HtmlElement>().ok()) {
            set_style(&child, "height", height * scale());
        }
    }
}

/// Sets how far the elements in `element` are from its left edge, in pixels of the picture, in their order.
pub fn set_lefts(element: &Element, lefts: impl Iterator<Item = f64>) {
    let children = element.children();
    for (nth, left) in (0..children.length()).zip(lefts) {
        if let Some(child) = children.item(nth).and_then(|child| child.dyn_into::<HtmlElement>().ok()) {
            set_style(&child, "left", left * scale());
        }
    }
}

/// Gives the rectangles in `picture` their places in its pixels, in their order:
/// left, top, width, height, radius of the corners.
pub fn place_rects(picture: &Element, places: &[[f64; 5]]) {
    let children = picture.children();
    for (nth, place) in (0..children.length()).zip(places) {
        let Some(child) = children.item(nth) else { continue };
        for (name, value) in ["x", "y", "width", "height", "rx"].into_iter().zip(place) {
            set_attribute(&child, name, &coord(*value * scale()));
        }
    }
}

/// Places `card` within the element that it stands in, `away` pixels below the place `at` of a picture or
/// above it, wherever it is seen whole.
pub fn place_beside(card: &HtmlElement, at: [f64; 2], away: f64) {
    let (at, away) = (at.map(|side| side * scale()), away * scale());
    let Some(room) = card.offset_parent() else { return };
    let (width, height) = (f64::from(card.offset_width()), f64::from(card.offset_height()));
    let most = [f64::from(room.client_width()) - width, f64::from(room.client_height()) - height];
    let below = at[1] + away;
    let y = if below > most[1] && at[1] - away - height >= 0.0 { at[1] - away - height } else { below };
    set_style(card, "left", clamp(at[0] - away, 0.0, most[0]));
    set_style(card, "top", y);
}

/// Sets a length of an element's own style, in pixels. A strict policy allows this,
/// but no `style` attribute in HTML.
pub fn set_style(element: &HtmlElement, property: &str, px: f64) {
    // Fails for no such property.
    let _ = element.style().set_property(property, &(coord(px) + "px"));
}

/// Scrolls the content of `element` to the first thing in it that matches `selector`,
/// or else to its beginning.
pub fn scroll_to(element: &Element, selector: Option<&str>) {
    let found = selector.and_then(|selector| element.query_selector(selector).ok().flatten());
    let top = found.map_or(0.0, |found| {
        let [outer, inner] = [element, &found].map(|element| element.get_bounding_client_rect().top());
        inner - outer + f64::from(element.scroll_top())
    });
    #[expect(clippy::cast_possible_truncation, reason = "no text is that long")]
    element.set_scroll_top(top as i32);
}

/// Follows the link that a click was on into another tab, where the page stands in a frame that may not allow
/// it; gives the link's address where it does not.
pub fn open_tab(click: &MouseEvent) -> Option<String> {
    let window = browser()?;
    let is_plain = !(click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key());
    let target = click.target()?.dyn_into::<Element>().ok()?;
    let link =
        target.closest("a[target=_blank]").ok().flatten().filter(|_| is_plain && is_framed(&window))?;
    click.prevent_default();
    let url = link.dyn_ref::<HtmlAnchorElement>()?.href();
    match window.open_with_url_and_target(&url, "_blank").ok().flatten() {
        Some(tab) => tab.set_opener(&JsValue::NULL).ok().and(None),
        None => Some(url),
    }
}

/// Whether the page stands in another.
pub(super) fn is_framed(window: &Window) -> bool {
    window.parent().ok().flatten().is_none_or(|parent| parent != *window)
}
