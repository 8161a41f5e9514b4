//! The sizes of elements, as they change, the widths of texts, measured once,
//! and the size of letters that the reader has chosen.

use std::cell::{Cell, RefCell};

use web_sys::js_sys::{Array, parse_float};
use web_sys::wasm_bindgen::JsCast;
use web_sys::wasm_bindgen::closure::Closure;
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement, ResizeObserver, ResizeObserverEntry};

use super::dom::{browser, document, root, set_root_attribute};
use crate::geom::{Size, clamp};

/// Width of an average letter of the page's small type, where no canvas can measure.
const AVERAGE_LETTER_PX: f64 = 6.8;
/// The size of letters that pictures are laid out for: `1rem` where the reader has chosen none.
const USUAL_PX: f64 = 16.0;
/// Letters so many times larger need another layout of what stands around the pictures.
const LARGE_FROM: f64 = 1.15;
/// What labels are made of, about.
const SAMPLE: &str = "US strike, 30 September 2020";

thread_local! {
    static SCALE: Cell<f64> = const { Cell::new(1.0) };
}

/// How many times larger than usual the reader has letters. Pictures are laid out for usual letters, in
/// pixels that are so many times as large as the page's: what comes from the page is divided by this,
/// what is handed to it multiplied.
#[must_use]
pub fn scale() -> f64 {
    SCALE.get()
}

/// Reads [`scale`] anew, and says on the root whether letters are `large`, or set `apart`.
pub fn read_scale() {
    let Some(font) = root().map(|root| Font::of(&root)) else { return };
    let scale = font.px / USUAL_PX;
    SCALE.set(if scale > 0.0 { clamp(scale, 0.5, 4.0) } else { 1.0 });
    let are_apart = || Font::of_body().is_some_and(|font| font.spacing[0] > 0.0);
    let letters = if SCALE.get() >= LARGE_FROM { Some("large") } else { are_apart().then_some("apart") };
    set_root_attribute("data-letters", letters);
}

/// The letters of an element.
#[derive(Clone, Debug, Default)]
pub struct Font {
    /// As CSS writes it.
    pub css: String,
    /// Their size in pixels.
    px: f64,
    /// What is added to each letter, and to each space, in pixels.
    spacing: [f64; 2],
}

impl Font {
    /// Those of `element`.
    #[must_use]
    pub fn of(element: &Element) -> Self {
        let style = browser().and_then(|window| window.get_computed_style(element).ok().flatten());
        let property = |name: &str| {
            style.as_ref().and_then(|style| style.get_property_value(name).ok()).unwrap_or_default()
        };
        // "normal" is no number.
        let px =
            |name: &str| Some(parse_float(&property(name))).filter(|px| px.is_finite()).unwrap_or_default();
        Self {
            css: property("font-weight") + " " + &property("font-size") + " " + &property("font-family"),
            px: px("font-size"),
            spacing: [px("letter-spacing"), px("word-spacing")],
        }
    }

    /// The one that is called so.
    #[must_use]
    pub fn named(css: String) -> Self {
        Self { css, ..Self::default() }
    }

    fn of_body() -> Option<Self> {
        document()?.body().map(|body| Self::of(&body))
    }
}

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
/// To measure a text costs the browser as much as to draw it, so one of Latin letters is the sum of its
/// letters, each measured once. Kerning is left out: it makes headlines up to 3 % narrower than told. What
/// the reader sets letters and words apart by is added.
pub struct TextMeasure {
    context: Option<CanvasRenderingContext2d>,
    letters: RefCell<Vec<(char, f64)>>,
    spacing: [f64; 2],
}

impl TextMeasure {
    /// An estimate where the browser measures nothing.
    #[must_use]
    pub fn in_font(font: &Font) -> Self {
        let context = canvas();
        if let Some(context) = &context {
            context.set_font(&font.css);
        }
        Self { context, letters: RefCell::default(), spacing: font.spacing }
    }

    /// Width of `text` in CSS pixels.
    #[must_use]
    pub fn width(&self, text: &str) -> f64 {
        self.bare(text) + self.spaces(text)
    }

    /// How many times as wide texts are as they would be if letters and words were not set apart.
    #[must_use]
    pub fn stretch(&self) -> f64 {
        1.0 + (self.spaces(SAMPLE) / self.bare(SAMPLE)).max(0.0)
    }

    fn spaces(&self, text: &str) -> f64 {
        let [letter, word] = self.spacing;
        if self.spacing == [0.0; 2] {
            return 0.0;
        }
        text.chars().map(|c| if c == ' ' { letter + word } else { letter }).sum()
    }

    fn bare(&self, text: &str) -> f64 {
        // The width of other letters depends on those beside them.
        let is_plain = |letter| matches!(letter, ' '..='\u{24f}' | '\u{2010}'..='\u{203a}');
        if text.chars().all(is_plain) {
            text.chars().map(|letter| self.letter(letter)).sum()
        } else {
            self.measured(text)
        }
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
