//! One page in the measured browser: opens it, and reads what the work of a [`hand`](super::hand) cost.

use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::cdp::Chromium;
use super::hand::Step;
use crate::machine::run::Outcome;

/// How long a page may take until it says that it is drawn.
const READY_LIMIT: Duration = Duration::from_secs(60);

/// What runs in each page before its own scripts: notes when the page is drawn,
/// and keeps hold of wasm memories.
const PRELUDE: &str = r#"
    window.bench = { ready: null, memories: [], stamps: null };
    new MutationObserver((_, observer) => {
        if (document.documentElement.dataset.ready !== "true") return;
        window.bench.ready = performance.now();
        observer.disconnect();
    }).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-ready"] });
    for (const name of ["instantiate", "instantiateStreaming"]) {
        const original = WebAssembly[name];
        WebAssembly[name] = async (...given) => {
            const made = await original.apply(WebAssembly, given);
            const memory = (made.instance ?? made).exports?.memory;
            if (memory) window.bench.memories.push(memory);
            return made;
        };
    }
"#;

/// Main-thread time in milliseconds of processor time, as Chromium counts it since the page came up.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Cost {
    /// Everything that ran on the page's main thread.
    pub task: f64,
    /// Scripts and wasm, without what they waited for.
    pub script: f64,
    /// Recalculating styles.
    pub style: f64,
    /// Layout.
    pub layout: f64,
}

impl Cost {
    /// What was added since `before`, for each of `steps`.
    fn per_step(self, before: Self, steps: usize) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "some hundred steps")]
        let share = |now: f64, then: f64| (now - then) / steps as f64;
        Self {
            task: share(self.task, before.task),
            script: share(self.script, before.script),
            style: share(self.style, before.style),
            layout: share(self.layout, before.layout),
        }
    }
}

/// An open page.
pub struct Page<'a> {
    browser: &'a mut Chromium,
    session: String,
    target: String,
    /// Where the hand is.
    pub(super) at: (f64, f64),
}

impl<'a> Page<'a> {
    /// Opens `address` in a tab of its own and waits until it is drawn; also gives the milliseconds that took
    /// from the start of the navigation.
    ///
    /// # Errors
    /// One line when the page is not drawn within a minute, or the browser fails.
    pub fn open(browser: &'a mut Chromium, address: &str) -> Outcome<(Self, f64)> {
        let mut page = Self::blank(browser)?;
        let ready_ms = page.go(address)?;
        Ok((page, ready_ms))
    }

    /// Opens an empty page in a tab of its own.
    ///
    /// # Errors
    /// When the browser fails.
    pub fn blank(browser: &'a mut Chromium) -> Outcome<Self> {
        let target =
            text(&browser.call(None, "Target.createTarget", json!({ "url": "about:blank" }))?["targetId"]);
        let attached =
            browser.call(None, "Target.attachToTarget", json!({ "targetId": target, "flatten": true }))?;
        let mut page = Self { browser, session: text(&attached["sessionId"]), target, at: (0.0, 0.0) };
        page.call("Page.enable", json!({}))?;
        page.call("Runtime.enable", json!({}))?;
        page.call("Log.enable", json!({}))?;
        // Processor time: what other programs on the machine take meanwhile does not count.
        page.call("Performance.enable", json!({ "timeDomain": "threadTicks" }))?;
        page.screen(1280, 800)?;
        page.call("Page.addScriptToEvaluateOnNewDocument", json!({ "source": PRELUDE }))?;
        Ok(page)
    }

    /// Goes to `address` and waits until it is drawn, and gives the milliseconds that took.
    ///
    /// # Errors
    /// As [`Page::open`].
    pub fn go(&mut self, address: &str) -> Outcome<f64> {
        self.call("Page.navigate", json!({ "url": address }))?;
        let start = now();
        loop {
            if let Some(ready_ms) = self.eval("window.bench?.ready ?? null")?.as_f64() {
                // Going back must not leave the page.
                self.call("Page.resetNavigationHistory", json!({}))?;
                return Ok(ready_ms);
            }
            if start.elapsed() > READY_LIMIT {
                return Err(format!(
                    "{address} is not drawn after {} s; {}",
                    READY_LIMIT.as_secs(),
                    self.complaints().join("; ")
                ));
            }
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// A call for this page.
    ///
    /// # Errors
    /// As [`Chromium::call`].
    pub fn call(&mut self, method: &str, params: Value) -> Outcome<Value> {
        self.browser.call(Some(&self.session), method, params)
    }

    /// What the expression gives, after it has settled where it is a promise.
    ///
    /// # Errors
    /// When it throws.
    pub fn eval(&mut self, expression: &str) -> Outcome<Value> {
        let params = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let answer = self.call("Runtime.evaluate", params)?;
        if answer["exceptionDetails"].is_null() {
            return Ok(answer["result"]["value"].clone());
        }
        Err(format!("{expression}: {}", answer["exceptionDetails"]["exception"]["description"]))
    }

    /// Makes the browser's window as large as this, in CSS pixels.
    ///
    /// # Errors
    /// When the browser fails.
    pub fn screen(&mut self, width: u32, height: u32) -> Outcome {
        let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.call("Emulation.setDeviceMetricsOverride", screen).map(drop)
    }

    /// Waits until all of the page has come, also what is not needed for its first drawing, and it has had
    /// time to come to rest: half a second, and two frames.
    ///
    /// # Errors
    /// When the browser fails.
    pub fn rest(&mut self) -> Outcome {
        self.eval(
            "new Promise(done => document.readyState === 'complete' ? done() : addEventListener('load', \
             done)).then(() => 0)",
        )?;
        thread::sleep(Duration::from_millis(500));
        self.two_frames()
    }

    /// Does the steps, one a frame or as fast as the page keeps up, and gives what each cost on average.
    ///
    /// # Errors
    /// When the browser fails.
    pub fn cost_of(&mut self, steps: &[Step]) -> Outcome<Cost> {
        let is_drag = matches!(steps, [Step::Drag(_), ..]);
        if is_drag {
            // Beyond the way that a hand may shake, so that all that is measured is a drag.
            self.press()?;
        }
        self.two_frames()?;
        let before = self.cost()?;
        let num_done = self.perform(steps)?;
        self.two_frames()?;
        let cost = self.cost()?.per_step(before, num_done);
        if is_drag {
            self.let_go()?;
        }
        Ok(cost)
    }

    /// Presses `key` and gives what it costs until it is drawn.
    ///
    /// # Errors
    /// When the browser fails.
    pub fn cost_of_key(&mut self, key: &str) -> Outcome<Cost> {
        self.two_frames()?;
        let before = self.cost()?;
        self.key(key)?;
        self.two_frames()?;
        Ok(self.cost()?.per_step(before, 1))
    }

    /// Does the steps and gives the times between frames meanwhile, in milliseconds.
    ///
    /// # Errors
    /// When the browser fails.
    pub fn gaps_of(&mut self, steps: &[Step]) -> Outcome<Vec<f64>> {
        let is_drag = matches!(steps, [Step::Drag(_), ..]);
        if is_drag {
            self.press()?;
        }
        self.eval(
            "{ const stamps = bench.stamps = []; requestAnimationFrame(function note(at) { \
             if (bench.stamps === stamps) { stamps.push(at); requestAnimationFrame(note) } }) } 0",
        )?;
        self.perform(steps)?;
        self.two_frames()?;
        let stamps = self.eval("(stamps => { bench.stamps = null; return stamps })(bench.stamps)")?;
        if is_drag {
            self.let_go()?;
        }
        let stamps: Vec<f64> = stamps.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
        Ok(stamps.windows(2).map(|pair| pair[1] - pair[0]).collect())
    }

    /// Bytes in use after a collection: the scripts' heap, and wasm memories.
    ///
    /// # Errors
    /// When the browser fails.
    pub fn memory(&mut self) -> Outcome<(f64, f64)> {
        // Twice, since what finalisers let go of is only then collected.
        self.call("HeapProfiler.collectGarbage", json!({}))?;
        self.call("HeapProfiler.collectGarbage", json!({}))?;
        let heap = self.metric("JSHeapUsedSize")?;
        let wasm = self.eval("bench.memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0)")?;
        Ok((heap, wasm.as_f64().unwrap_or(0.0)))
    }

    /// What the page complained of since it was opened.
    pub fn complaints(&mut self) -> Vec<String> {
        let session = self.session.clone();
        let told = self.browser.events().into_iter().filter(|event| event["sessionId"] == session.as_str());
        told.filter_map(|event| {
            let params = &event["params"];
            match event["method"].as_str()? {
                "Runtime.exceptionThrown" => Some(params["exceptionDetails"].to_string()),
                "Runtime.consoleAPICalled" if params["type"] == "error" => Some(params["args"].to_string()),
                "Log.entryAdded" if params["entry"]["level"] == "error" => Some(params["entry"].to_string()),
                _ => None,
            }
        })
        .collect()
    }

    /// Closes the page.
    ///
    /// # Errors
    /// What the page complained of.
    pub fn close(mut self) -> Outcome {
        let complaints = self.complaints();
        self.browser.call(None, "Target.closeTarget", json!({ "targetId": self.target }))?;
        if complaints.is_empty() {
            Ok(())
        } else {
            Err(format!("the page complains: {}", complaints.join("; ")))
        }
    }

    fn two_frames(&mut self) -> Outcome {
        self.eval(
            "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))).then(() => 0)",
        )
        .map(drop)
    }

    fn cost(&mut self) -> Outcome<Cost> {
        let metrics = self.call("Performance.getMetrics", json!({}))?;
        let ms = |name| metric(&metrics, name) * 1000.0;
        Ok(Cost {
            task: ms("TaskDuration"),
            script: ms("ScriptDuration"),
            style: ms("RecalcStyleDuration"),
            layout: ms("LayoutDuration"),
        })
    }

    fn metric(&mut self, name: &str) -> Outcome<f64> {
        Ok(metric(&self.call("Performance.getMetrics", json!({}))?, name))
    }
}

fn metric(metrics: &Value, name: &str) -> f64 {
    let all = metrics["metrics"].as_array();
    let found = all.into_iter().flatten().find(|metric| metric["name"] == name);
    found.and_then(|metric| metric["value"].as_f64()).unwrap_or(0.0)
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// The time on a steady clock.
pub(super) fn now() -> Instant {
    #[expect(clippy::disallowed_methods, reason = "the page has no clock, its tools have")]
    Instant::now()
}
