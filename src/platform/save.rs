//! Files for the reader: made here and handed to the browser's downloads.
//!
//! Works under a strict policy: a picture is loaded from a `data:` address, and downloads need no permission.
//! A sandboxed frame may refuse them in silence, see [`may_refuse()`].

use std::rc::Rc;

use web_sys::js_sys::{Array, encode_uri_component};
use web_sys::wasm_bindgen::closure::Closure;
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement, HtmlImageElement,
    Url,
};

use super::dom::{browser, document, is_framed};
use super::frame;

/// How long a file's address is kept: browsers may ask the reader where to put it before they read it.
const KEPT_MS: u32 = 60_000;

/// A file of text in the making. Its parts wait outside the page's own memory,
/// which never gets smaller again.
#[derive(Default)]
pub struct TextFile(Array);

impl TextFile {
    /// Adds to its end.
    pub fn add(&self, part: &str) {
        self.0.push(&part.into());
    }

    /// All of it.
    #[must_use]
    pub fn text(&self) -> String {
        self.0.join("").into()
    }

    /// Saves it under `name`; says whether the browser has taken it.
    #[must_use]
    pub fn save(&self, name: &str, kind: &str) -> bool {
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        Blob::new_with_str_sequence_and_options(&self.0, &options)
            .is_ok_and(|blob| file(name, &blob).is_some())
    }
}

/// Saves an SVG as PNG, `times` as large as the SVG says it is. Takes some tenths of a second, in the
/// background; then `told` says whether the browser has taken it.
pub fn png(name: &'static str, svg: &str, times: u32, told: impl Fn(bool) + 'static) {
    let told: Told = Rc::new(told);
    let Ok(image) = HtmlImageElement::new() else { return told(false) };
    let (drawn, of_drawing, of_loading) = (image.clone(), told.clone(), told);
    let loaded = Closure::once_into_js(move || {
        if draw(&drawn, name, times, of_drawing.clone()).is_none() {
            of_drawing(false);
        }
    });
    image.set_onload(Some(loaded.unchecked_ref()));
    image.set_onerror(Some(Closure::once_into_js(move || of_loading(false)).unchecked_ref()));
    image.set_src(&picture(svg));
}

/// Hears whether something was saved.
type Told = Rc<dyn Fn(bool)>;

/// The address of a picture that stands in it whole.
pub(super) fn picture(svg: &str) -> String {
    String::from("data:image/svg+xml,") + &String::from(encode_uri_component(svg))
}

fn draw(image: &HtmlImageElement, name: &'static str, times: u32, told: Told) -> Option<()> {
    let canvas: HtmlCanvasElement = document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(image.width() * times);
    canvas.set_height(image.height() * times);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let (width, height) = (f64::from(canvas.width()), f64::from(canvas.height()));
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height).ok()?;
    let done = Closure::once_into_js(move |blob: JsValue| {
        told(blob.dyn_ref().is_some_and(|blob| file(name, blob).is_some()));
    });
    canvas.to_blob(done.unchecked_ref()).ok()
}

fn file(name: &str, blob: &Blob) -> Option<()> {
    let url = Url::create_object_url_with_blob(blob).ok()?;
    let link: HtmlAnchorElement = document()?.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    frame::after(KEPT_MS, move || drop(Url::revoke_object_url(&url))).forget();
    Some(())
}

/// Whether downloads may be refused without a word: the page stands in a frame that has no origin.
#[must_use]
pub fn may_refuse() -> bool {
    let Some(window) = browser() else { return true };
    is_framed(&window) && window.local_storage().is_err()
}
