//! The two browsers: how each is started so that nothing but the page makes it differ from run to run.

use serde_json::{Value, json};

use crate::page::Page;

/// A browser for one journey; every [`Browser::open`] starts it afresh.
#[derive(Clone, Debug)]
pub struct Browser {
    kind: Kind,
    journey: String,
    /// WebDriver's name for what has come when a page counts as opened.
    strategy: &'static str,
    network: Network,
    /// The size of letters that the reader has chosen, in pixels.
    letters: u32,
    /// Whether the system has colours of its own, and a finger for a mouse.
    has_own_colours: bool,
    has_fingers: bool,
}

/// What a browser comes with.
const USUAL_LETTERS: u32 = 16;

/// What a browser can reach.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Network {
    Whole,
    /// Nothing: every request goes to a proxy that there is not.
    Cut,
}

/// Which browser it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Kind {
    Chromium,
    Firefox,
}

/// What the reader looks at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Screen {
    /// Width of the page's area in CSS pixels. Firefox makes none narrower than 500.
    pub width: u32,
    /// Height of the page's area in CSS pixels.
    pub height: u32,
    /// What the system prefers.
    pub theme: Theme,
    /// Whether the system asks for less motion.
    pub motion: Motion,
}

/// Light or dark, as the system has it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// Whether the system asks pages to move less.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Motion {
    /// It does not.
    Full,
    /// It does (`prefers-reduced-motion: reduce`): journeys need not wait for animations.
    Reduced,
}

impl Screen {
    /// A laptop's window.
    pub const DESKTOP: Self = Self { width: 1280, height: 800, theme: Theme::Light, motion: Motion::Reduced };
    /// A phone held upright.
    pub const PHONE: Self = Self { width: 390, height: 844, ..Self::DESKTOP };

    /// The same at night.
    #[must_use]
    pub const fn dark(self) -> Self {
        Self { theme: Theme::Dark, ..self }
    }

    /// The same in another size, in CSS pixels.
    #[must_use]
    pub const fn sized(self, width: u32, height: u32) -> Self {
        Self { width, height, ..self }
    }

    /// The same with animations.
    #[must_use]
    pub const fn moving(self) -> Self {
        Self { motion: Motion::Full, ..self }
    }
}

impl Browser {
    /// Chromium for the journey called `journey`.
    #[must_use]
    pub fn chromium(journey: &str) -> Self {
        Self::of(Kind::Chromium, journey)
    }

    /// Firefox for the journey called `journey`.
    #[must_use]
    pub fn firefox(journey: &str) -> Self {
        Self::of(Kind::Firefox, journey)
    }

    fn of(kind: Kind, journey: &str) -> Self {
        Self {
            kind,
            journey: journey.to_owned(),
            strategy: "normal",
            network: Network::Whole,
            letters: USUAL_LETTERS,
            has_own_colours: false,
            has_fingers: false,
        }
    }

    /// The same browser, of a reader who has chosen letters of so many pixels.
    #[must_use]
    pub fn with_letters(&self, px: u32) -> Self {
        Self { letters: px, ..self.clone() }
    }

    /// The same browser on a system that has few colours and paints pages in them (`forced-colors: active`).
    #[must_use]
    pub fn with_own_colours(&self) -> Self {
        Self { has_own_colours: true, ..self.clone() }
    }

    /// The same browser, whose pointer is a finger (`pointer: coarse`).
    #[must_use]
    pub fn with_fingers(&self) -> Self {
        Self { has_fingers: true, ..self.clone() }
    }

    /// What Chromium must be asked over its own protocol, once it runs.
    pub(crate) fn emulations(&self) -> Vec<(&'static str, Value)> {
        let mut asked = Vec::new();
        if self.kind == Kind::Chromium && self.has_own_colours {
            asked.push((
                "Emulation.setEmulatedMedia",
                json!({ "features": [{ "name": "forced-colors", "value": "active" }] }),
            ));
        }
        if self.kind == Kind::Chromium && self.has_fingers {
            asked.push(("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })));
        }
        asked
    }

    /// Opens the page with `more` behind its address (`"#select=…"`, `"?embed#…"`, or nothing) on `screen`.
    ///
    /// # Panics
    /// When there is no `dist/`, a browser or driver is missing, or the screen cannot be had.
    #[must_use]
    pub fn open(&self, more: &str, screen: Screen) -> Page {
        Page::open(self, more, screen)
    }

    /// The same journey in the other browser.
    #[must_use]
    pub fn other(&self) -> Self {
        let kind = if self.kind == Kind::Chromium { Kind::Firefox } else { Kind::Chromium };
        Self { kind, journey: format!("{}-other", self.journey), ..self.clone() }
    }

    /// The same browser, in which the network is cut, this machine's own servers too.
    #[must_use]
    pub fn offline(&self) -> Self {
        Self { network: Network::Cut, ..self.clone() }
    }

    /// The same browser, in which a page counts as opened before anything of it has come.
    #[must_use]
    pub fn impatient(&self) -> Self {
        Self { strategy: "none", ..self.clone() }
    }

    /// The narrowest area that the browser gives a page, in CSS pixels: a small phone's where it can.
    #[must_use]
    pub const fn narrowest(&self) -> u32 {
        match self.kind {
            Kind::Chromium => 320,
            Kind::Firefox => 500,
        }
    }

    pub(crate) const fn kind(&self) -> Kind {
        self.kind
    }

    /// The name for this journey's files.
    pub(crate) fn file_stem(&self) -> String {
        format!("{}-{}", self.journey, if self.kind == Kind::Chromium { "chromium" } else { "firefox" })
    }

    pub(crate) const fn driver(&self) -> &'static str {
        match self.kind {
            Kind::Chromium => "chromedriver",
            Kind::Firefox => "geckodriver",
        }
    }

    /// What the driver is asked for.
    pub(crate) fn capabilities(&self, screen: Screen) -> Value {
        let mut wanted = match self.kind {
            Kind::Chromium => chromium(self, screen),
            Kind::Firefox => firefox(self, screen),
        };
        wanted["pageLoadStrategy"] = self.strategy.into();
        json!({ "capabilities": { "alwaysMatch": wanted } })
    }
}

fn chromium(browser: &Browser, screen: Screen) -> Value {
    let mut args = vec![
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--force-device-scale-factor=1",
        "--lang=en-US",
    ];
    if screen.theme == Theme::Dark {
        args.push("--blink-settings=preferredColorScheme=0");
    }
    if screen.motion == Motion::Reduced {
        args.push("--force-prefers-reduced-motion");
    }
    if browser.network == Network::Cut {
        args.extend(["--proxy-server=127.0.0.1:1", "--proxy-bypass-list=<-loopback>"]);
    }
    let prefs = json!({ "webkit.webprefs.default_font_size": browser.letters });
    json!({
        "browserName": "chrome",
        "goog:chromeOptions": { "args": args, "prefs": prefs },
        "goog:loggingPrefs": { "browser": "ALL" },
    })
}

fn firefox(browser: &Browser, screen: Screen) -> Value {
    let mut prefs = json!({
        "ui.systemUsesDarkTheme": i32::from(screen.theme == Theme::Dark),
        "ui.prefersReducedMotion": i32::from(screen.motion == Motion::Reduced),
        "layout.css.devPixelsPerPx": "1.0",
        "intl.accept_languages": "en-US",
        // Firefox's own settings stay as they were built:
        // asking for newer ones fails aloud without a network.
        "services.settings.server": "data:,#",
        // The page's console goes to the driver's output, from the very first line on.
        "devtools.console.stdout.content": true,
        "browser.dom.window.dump.enabled": true,
    });
    if browser.letters != USUAL_LETTERS {
        prefs["font.size.variable.x-western"] = browser.letters.into();
    }
    if browser.has_own_colours {
        prefs["browser.display.document_color_use"] = 2.into();
        prefs["browser.display.permit_backplate"] = true.into();
    }
    if browser.has_fingers {
        // A finger, which is not fine and does not hover.
        prefs["ui.primaryPointerCapabilities"] = 1.into();
        prefs["ui.allPointerCapabilities"] = 1.into();
    }
    if browser.network == Network::Cut {
        prefs["network.proxy.type"] = 1.into();
        prefs["network.proxy.http"] = "127.0.0.1".into();
        prefs["network.proxy.http_port"] = 1.into();
        prefs["network.proxy.allow_hijacking_localhost"] = true.into();
    }
    json!({ "browserName": "firefox", "moz:firefoxOptions": { "args": ["-headless"], "prefs": prefs } })
}
