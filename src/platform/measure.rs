//! The sizes of elements, as they change, and the widths of texts, measured once.

use std::cell::RefCell;

use web_sys::js_sys::Array;
use web_sys::wasm_bindgen::JsCast;
use web_sys::wasm_bindgen::closure::Closure;
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement, ResizeObserver, ResizeObserverEntry};

use super::dom::document;
use crate::geom::Size;

/// Width of an average letter of the page's small type, where no canvas can measure.
const AVERAGE_LETTER_PX: f64 = 6.8;

/// Watches an element's size until dropped.
#[must_use = "stops watching when dropped"]
pub struct SizeWatch {
    observer: Option<ResizeObserver>,
    _called: Closure<dyn FnMut(Array)>,
}

/// Calls `changed` with the content size of `element`, once soon and then whenever it changes.
pub fn watch_size(element: &Element, changed: impl Fn(Size) + 'static) -> SizeWatch {
    let called = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
        if let Ok(entry) = entries.pop().dyn_into::<ResizeObserverEntry>() {
            let rect = entry.content_rect();
            changed(Size::new(rect.width(), rect.height()));
        }
    });
    let observer = ResizeObserver::new(called.as_ref().unchecked_ref()).ok();
    if let Some(observer) = &observer {
        observer.observe(element);
    }
    SizeWatch { observer, _called: called }
}

impl Drop for SizeWatch {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

/// Measures texts in one font.
///
/// To measure a text costs the browser as much as to draw it, so one of Latin letters is the sum of its letters, each
/// measured once. Kerning is left out: it makes headlines up to 3 % narrower than told.
pub struct TextMeasure {
    context: Option<CanvasRenderingContext2d>,
    letters: RefCell<Vec<(char, f64)>>,
}

impl TextMeasure {
    /// A font as CSS writes it; an estimate where the browser measures nothing.
    #[must_use]
    pub fn in_font(font: &str) -> Self {
        let context = canvas();
        if let Some(context) = &context {
            context.set_font(font);
        }
        Self { context, letters: RefCell::default() }
    }

    /// Width of `text` in CSS pixels.
    #[must_use]
    pub fn width(&self, text: &str) -> f64 {
        // The width of other letters depends on those beside them.
        let is_plain = |letter| matches!(letter, ' '..='\u{24f}' | '\u{2010}'..='\u{203a}');
        if text.chars().all(is_plain) { text.chars().map(|letter| self.letter(letter)).sum() } else { self.measured(text) }
    }

    fn letter(&self, letter: char) -> f64 {
        let mut letters = self.letters.borrow_mut();
        if let Some((_, width)) = letters.iter().find(|(known, _)| *known == letter) {
            return *width;
        }
        let width = self.measured(letter.encode_utf8(&mut [0; 4]));
        letters.push((letter, width));
        width
    }

    fn measured(&self, text: &str) -> f64 {
        let measured = self.context.as_ref().and_then(|context| context.measure_text(text).ok());
        #[expect(clippy::cast_precision_loss, reason = "headlines are short")]
        measured.map_or_else(|| text.chars().count() as f64 * AVERAGE_LETTER_PX, |metrics| metrics.width())
    }
}

fn canvas() -> Option<CanvasRenderingContext2d> {
    let canvas: HtmlCanvasElement = document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.get_context("2d").ok()??.dyn_into().ok()
}
