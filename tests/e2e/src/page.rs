//! The page in a browser: what a reader sees of it, and what it did behind their back.

use std::fs;
use std::thread;
use std::time::Duration;

use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::{Value, json};

use crate::browser::{Browser, Kind, Screen};
use crate::driver::{Driver, scratch};
use crate::http;
use crate::must;
use crate::rect::Rect;
use crate::server::Server;

/// The page, opened. A journey that fails leaves a screenshot in target/e2e.
pub struct Page {
    pub(crate) browser: Browser,
    pub(crate) server: Server,
    pub(crate) driver: Driver,
    session: String,
    /// Where the pointer is, in CSS pixels of the page's area.
    pub(crate) pointer: (f64, f64),
}

/// How often a condition is looked at before it is given up: ten seconds in all.
const LOOKS: u32 = 400;

impl Page {
    pub(crate) fn open(browser: &Browser, more: &str, screen: Screen) -> Self {
        let server = Server::start();
        let driver = Driver::start(browser.driver(), &browser.file_stem());
        let session = must(
            http::call(driver.port, "POST", "/session", Some(&browser.capabilities(screen))),
            "no browser",
        );
        let session = session.get("sessionId").and_then(Value::as_str).unwrap_or_default().to_owned();
        let mut page = Self { browser: browser.clone(), server, driver, session, pointer: (0.0, 0.0) };
        page.resize(screen.width, screen.height);
        for (cmd, params) in browser.emulations() {
            page.post("/goog/cdp/execute", &json!({ "cmd": cmd, "params": params }));
        }
        page.go(more);
        page
    }

    /// Goes to the page's address with `more` behind it, or to a file where `more` is its whole address.
    /// Where only the fragment differs, the page is not loaded anew.
    pub fn go(&mut self, more: &str) {
        let url = if more.starts_with("file:") { more.to_owned() } else { self.server.address(more) };
        self.post("/url", &json!({ "url": url }));
    }

    /// The page's address on its server with `more` behind it.
    #[must_use]
    pub fn address(&self, more: &str) -> String {
        self.server.address(more)
    }

    /// Lets scripts and wasm come that the folder `held/` has held back.
    pub fn release(&mut self) {
        self.server.release();
    }

    /// Goes to a page of another publisher that holds ours, on an origin of its own: tests/e2e/pages.
    pub fn go_to_host(&mut self, name: &str) {
        let url = self.server.address_of_host(name);
        self.post("/url", &json!({ "url": url }));
    }

    /// What `look` gives in the frame that the JavaScript expression `frame` names; whatever its origin.
    ///
    /// # Panics
    /// When it is no frame.
    #[track_caller]
    pub fn within<T>(&mut self, frame: &str, look: impl FnOnce(&mut Self) -> T) -> T {
        let element = self.js(&format!("return {frame}"));
        self.post("/frame", &json!({ "id": element }));
        let found = look(self);
        self.post("/frame/parent", &json!({}));
        found
    }

    /// Loads the page again.
    pub fn reload(&mut self) {
        self.post("/refresh", &json!({}));
    }

    /// The browser's back button.
    pub fn back(&mut self) {
        self.post("/back", &json!({}));
    }

    /// The browser's forward button.
    pub fn forward(&mut self) {
        self.post("/forward", &json!({}));
    }

    /// Gives the page an area of `width` × `height` CSS pixels.
    ///
    /// # Panics
    /// When the browser has no window that small.
    pub fn resize(&mut self, width: u32, height: u32) {
        if self.browser.kind() == Kind::Chromium {
            let metrics =
                json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            self.post(
                "/goog/cdp/execute",
                &json!({ "cmd": "Emulation.setDeviceMetricsOverride", "params": metrics }),
            );
        } else {
            for _ in 0..12 {
                let found = self.settled_sizes();
                let (over, above) = (f64::from(width) - found[2], f64::from(height) - found[3]);
                if over == 0.0 && above == 0.0 {
                    break;
                }
                self.post("/window/rect", &json!({ "width": found[0] + over, "height": found[1] + above }));
            }
        }
        let is_so = format!("innerWidth === {width} && innerHeight === {height}");
        self.wait_until(&is_so, &format!("an area of {width} × {height}"));
    }

    /// The outer and the inner width and height, once they no longer change: the page hears of its new area
    /// some time after the window has it.
    fn settled_sizes(&mut self) -> [f64; 4] {
        let mut last = [0.0; 4];
        for _ in 0..LOOKS {
            thread::sleep(Duration::from_millis(150));
            let found = self.js("return [outerWidth, outerHeight, innerWidth, innerHeight]");
            let sizes = std::array::from_fn(|index| found[index].as_f64().unwrap_or(0.0));
            if sizes == last {
                break;
            }
            last = sizes;
        }
        last
    }

    /// Waits until the page has been drawn for the first time. Its texts may still be on their way.
    ///
    /// # Panics
    /// When it is not within ten seconds.
    pub fn wait_drawn(&mut self) {
        self.wait_until("document.documentElement?.dataset.ready === 'true'", "the first drawing");
    }

    /// Waits until the page has been drawn for the first time, and has its texts or has given them up.
    ///
    /// # Panics
    /// When it has not within ten seconds.
    pub fn wait_ready(&mut self) {
        self.wait_drawn();
        self.wait_until("document.documentElement.dataset.texts", "the texts of the record");
    }

    /// Waits until the JavaScript expression `condition` is true; `what` names it in the message.
    ///
    /// # Panics
    /// When it is not within ten seconds.
    #[track_caller]
    pub fn wait_until(&mut self, condition: &str, what: &str) {
        for _ in 0..LOOKS {
            if self.js(&format!("return !!({condition})")) == Value::Bool(true) {
                return;
            }
            thread::sleep(Duration::from_millis(25));
        }
        panic!("waited in vain for {what}");
    }

    /// Waits until `is_so` holds; `what` names it in the message.
    ///
    /// # Panics
    /// When it does not within ten seconds.
    #[track_caller]
    pub fn eventually(&mut self, what: &str, mut is_so: impl FnMut(&mut Self) -> bool) {
        for _ in 0..LOOKS {
            if is_so(self) {
                return;
            }
            thread::sleep(Duration::from_millis(25));
        }
        panic!("waited in vain for {what}");
    }

    /// Waits until the browser has drawn what has happened so far: two frames.
    pub fn settle(&mut self) {
        // While the window moves, the timeline says so. A busy browser hands
        // on the last moves of a hand some frames late.
        let frames = "const done = arguments[0]; let still = 0;
            (function look() { still = document.querySelector('[data-moving]') ? 0 : still + 1;
                if (still > 5) done(); else requestAnimationFrame(look) })()";
        self.post("/execute/async", &json!({ "script": frames, "args": [] }));
    }

    /// Waits until also what follows the window only when it rests has followed:
    /// graph, details, texts about the window.
    pub fn rest(&mut self) {
        self.settle();
    }

    /// What the JavaScript function body `code` returns in the page.
    ///
    /// # Panics
    /// When it throws.
    #[track_caller]
    pub fn js(&mut self, code: &str) -> Value {
        self.post("/execute/sync", &json!({ "script": code, "args": [] }))
    }

    /// Lays a style sheet of the reader's own over the page's, in the place of the last one.
    pub fn style(&mut self, css: &str) {
        let css = quoted(css);
        self.js(&format!(
            "const own = new CSSStyleSheet(); own.replaceSync({css}); document.adoptedStyleSheets = [own]"
        ));
    }

    /// The page on paper: the PDF that the browser prints at once, as a reader does who does not wait.
    pub fn printed(&mut self) -> Vec<u8> {
        decoded(&self.post("/print", &json!({ "background": true })))
    }

    /// How many elements match `css`.
    pub fn count(&mut self, css: &str) -> usize {
        self.rects(css).len()
    }

    /// The boxes of all elements that match `css`, in the order of the document.
    pub fn rects(&mut self, css: &str) -> Vec<Rect> {
        self.boxes(css, "const r = e.getBoundingClientRect(); return [r.x, r.y, r.width, r.height]")
    }

    /// As [`Page::rects`], but of texts in a drawing without the stroke around their letters,
    /// which Firefox counts in.
    pub fn letter_boxes(&mut self, css: &str) -> Vec<Rect> {
        let bare = "const r = e.getBBox ? e.getBBox() : e.getBoundingClientRect();
            const to = e.getScreenCTM ? e.getScreenCTM() : { a: 1, d: 1, e: 0, f: 0 };
            return [to.e + r.x * to.a, to.f + r.y * to.d, r.width * to.a, r.height * to.d]";
        self.boxes(css, bare)
    }

    fn boxes(&mut self, css: &str, of_e: &str) -> Vec<Rect> {
        let boxes = self
            .js(&format!("return Array.from(document.querySelectorAll({}), e => {{ {of_e} }})", quoted(css)));
        let number = |of: &Value, index: usize| of[index].as_f64().unwrap_or(f64::NAN);
        let rect =
            |r: &Value| Rect { x: number(r, 0), y: number(r, 1), width: number(r, 2), height: number(r, 3) };
        boxes.as_array().map(|boxes| boxes.iter().map(rect).collect()).unwrap_or_default()
    }

    /// The box of the first element that matches `css`.
    ///
    /// # Panics
    /// When none does.
    #[track_caller]
    pub fn rect(&mut self, css: &str) -> Rect {
        match self.rects(css).first() {
            Some(rect) => *rect,
            None => panic!("nothing matches {css} at {}", self.js("return location.href")),
        }
    }

    /// The texts of all elements that match `css`, without spaces around them.
    pub fn texts(&mut self, css: &str) -> Vec<String> {
        self.strings(css, "e.textContent.trim()")
    }

    /// The attribute `name` of all elements that match `css`; empty where an element has none.
    pub fn attributes(&mut self, css: &str, name: &str) -> Vec<String> {
        self.strings(css, &format!("e.getAttribute({}) ?? ''", quoted(name)))
    }

    /// The text of the first element that matches `css`, as far as it can be seen,
    /// asked of the browser where the page may run no script.
    ///
    /// # Panics
    /// When nothing matches.
    #[track_caller]
    pub fn seen_text(&mut self, css: &str) -> String {
        let id = self.element(css);
        self.get(&format!("/element/{id}/text")).as_str().unwrap_or_default().to_owned()
    }

    /// The text of the first element that matches `css`, as it is laid out; empty where nothing matches.
    /// WebDriver's own notion of text leaves out what stands in a `slot`.
    pub fn shown_text(&mut self, css: &str) -> String {
        let text =
            self.js(&format!("return document.querySelector({})?.innerText ?? ''", serde_json::json!(css)));
        text.as_str().unwrap_or_default().to_owned()
    }

    /// WebDriver's id of the first element that matches `css`.
    #[track_caller]
    pub(crate) fn element(&mut self, css: &str) -> String {
        let found = self.post("/element", &json!({ "using": "css selector", "value": css }));
        found
            .as_object()
            .and_then(|found| found.values().next())
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    }

    /// The part of the address behind the `#`, as it stands there.
    pub fn fragment(&mut self) -> String {
        self.js("return location.hash.slice(1)").as_str().unwrap_or_default().to_owned()
    }

    /// Saves what the page looks like as target/e2e/JOURNEY-BROWSER-`name`.png.
    pub fn screenshot(&mut self, name: &str) {
        let file = scratch().join(format!("{}-{name}.png", self.browser.file_stem()));
        let picture = must(self.call("GET", "/screenshot", None), "no screenshot");
        must(fs::write(file, decoded(&picture)), "cannot write to target/e2e");
    }

    fn strings(&mut self, css: &str, expression: &str) -> Vec<String> {
        let found = self
            .js(&format!("return Array.from(document.querySelectorAll({}), e => {expression})", quoted(css)));
        found
            .as_array()
            .into_iter()
            .flatten()
            .map(|text| text.as_str().unwrap_or_default().to_owned())
            .collect()
    }

    fn call(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value, String> {
        http::call(self.driver.port, method, &format!("/session/{}{path}", self.session), body)
    }

    /// A question of WebDriver about this page.
    #[track_caller]
    pub(crate) fn get(&mut self, path: &str) -> Value {
        must(self.call("GET", path, None), "the browser refused")
    }

    /// A command of WebDriver for this page.
    #[track_caller]
    pub(crate) fn post(&mut self, path: &str, body: &Value) -> Value {
        must(self.call("POST", path, Some(body)), "the browser refused")
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if thread::panicking()
            && let Ok(picture) = self.call("GET", "/screenshot", None)
        {
            let file = format!("{}-failed.png", self.browser.file_stem());
            if fs::write(scratch().join(&file), decoded(&picture)).is_ok() {
                eprintln!("what it looked like: target/e2e/{file}");
            }
        }
        // Closes the browser; where that fails, the driver takes it along when it ends.
        let _ = self.call("DELETE", "", None);
    }
}

/// `text` as a JavaScript string.
pub(crate) fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

/// The bytes of a picture as WebDriver sends it; none where it sent something else.
fn decoded(picture: &Value) -> Vec<u8> {
    BASE64_STANDARD.decode(picture.as_str().unwrap_or_default()).unwrap_or_default()
}
