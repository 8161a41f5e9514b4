//! What a part knows of its own room: its size, and how wide texts are in its font.

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use super::guard::use_guard;
use crate::geom::Size;
use crate::platform::dom;
use crate::platform::measure::{Font, TextMeasure, read_scale, scale, watch_size};

/// Width of an average letter until the font is known, in pixels.
const GUESSED_LETTER_PX: f64 = 6.6;

/// The size of the element in pixels of its picture, kept up to date. Before it is known, that of what stood
/// in its place while the page was loading (`part` of [`crate::platform::dom::PARTS`]), so that the first
/// drawing fits; else something plausible.
#[hook]
pub fn use_size(node: &NodeRef, part: &'static str) -> Size {
    let size = use_state_eq(|| dom::size_before(part).unwrap_or(Size::new(640.0, 360.0)));
    let (node, handle) = (node.clone(), size.clone());
    use_guard((), move || node.cast().map(|element| watch_size(&element, move |size| handle.set(size))));
    Size::new(size.width / scale(), size.height / scale())
}

/// The font of the element: that of what stood in its place while the page was loading (`part` as above), so
/// that the first drawing fits, else its own as soon as it stands in the document.
#[hook]
pub fn use_font(node: &NodeRef, part: &'static str) -> Option<Rc<TextMeasure>> {
    let measure = |font: Font| Rc::new(TextMeasure::in_font(&font));
    let font = use_state(|| dom::font_before(part).map(measure));
    let (node, handle) = (node.clone(), font.clone());
    use_guard((), move || {
        if handle.is_none() {
            handle.set(node.cast().map(|element| measure(Font::of(&element))));
        }
    });
    (*font).clone()
}

/// How often the reader's letters have changed while the page was open: their size, or what they are set
/// apart by. `probe` is an element that follows them. What is laid out for letters is made anew for others.
#[hook]
pub fn use_letters(probe: &NodeRef) -> u32 {
    let times = use_state_eq(|| 0);
    let (probe, handle) = (probe.clone(), times.clone());
    use_guard((), move || {
        let known = Cell::new(None);
        let num = Cell::new(0);
        let changed = move |size| {
            if known.replace(Some(size)).is_some_and(|known| known != size) {
                read_scale();
                dom::forget_before();
                num.set(num.get() + 1);
                handle.set(num.get());
            }
        };
        probe.cast().map(|element| watch_size(&element, changed))
    });
    *times
}

/// Width of `text` in `font`, in pixels of a picture, or a guess before it is known.
pub fn width(font: &Option<Rc<TextMeasure>>, text: &str) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "headlines and names are short")]
    font.as_ref()
        .map_or_else(|| text.chars().count() as f64 * GUESSED_LETTER_PX, |font| font.width(text) / scale())
}

/// How many times as wide as usual texts are, since the reader sets letters and words apart.
pub fn stretch(font: &Option<Rc<TextMeasure>>) -> f64 {
    font.as_ref().map_or(1.0, |font| font.stretch())
}
