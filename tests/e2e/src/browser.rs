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
}

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
        Self { kind: Kind::Chromium, journey: journey.to_owned(), strategy: "normal", network: Network::Whole }
    }

    /// Firefox for the journey called `journey`.
    #[must_use]
    pub fn firefox(journey: &str) -> Self {
        Self { kind: Kind::Firefox, journey: journey.to_owned(), strategy: "normal", network: Network::Whole }
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
            Kind::Chromium => chromium(screen, self.network),
            Kind::Firefox => firefox(screen, self.network),
        };
        wanted["pageLoadStrategy"] = self.strategy.into();
        json!({ "capabilities": { "alwaysMatch": wanted } })
    }
}

fn chromium(screen: Screen, network: Network) -> Value {
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
    if network == Network::Cut {
        args.extend(["--proxy-server=127.0.0.1:1", "--proxy-bypass-list=<-loopback>"]);
    }
    json!({ "browserName": "chrome", "goog:chromeOptions": { "args": args }, "goog:loggingPrefs": { "browser": "ALL" } })
}

fn firefox(screen: Screen, network: Network) -> Value {
    let mut prefs = json!({
        "ui.systemUsesDarkTheme": i32::from(screen.theme == Theme::Dark),
        "ui.prefersReducedMotion": i32::from(screen.motion == Motion::Reduced),
        "layout.css.devPixelsPerPx": "1.0",
        "intl.accept_languages": "en-US",
        // Firefox's own settings stay as they were built: asking for newer ones fails aloud without a network.
        "services.settings.server": "data:,#",
        // The page's console goes to the driver's output, from the very first line on.
        "devtools.console.stdout.content": true,
        "browser.dom.window.dump.enabled": true,
    });
    if network == Network::Cut {
        prefs["network.proxy.type"] = 1.into();
        prefs["network.proxy.http"] = "127.0.0.1".into();
        prefs["network.proxy.http_port"] = 1.into();
        prefs["network.proxy.allow_hijacking_localhost"] = true.into();
    }
    json!({ "browserName": "firefox", "moz:firefoxOptions": { "args": ["-headless"], "prefs": prefs } })
}
