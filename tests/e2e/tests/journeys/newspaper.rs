//! A newspaper with a strict policy of its own holds the page in every way that there is,
//! on an origin of its own.

use e2e::contract::{DETAILS, EVENTS, GRAPH, PLOT, TIMELINE};
use e2e::{Browser, Held, Page, Record, Screen, journeys};

/// The frames of the newspaper in their order: a name, and an expression for the element.
const FRAMES: [(&str, &str); 6] = [
    ("element", "document.getElementById('element').shadowRoot.querySelector('iframe')"),
    ("plain", "document.getElementById('plain')"),
    ("sandboxed", "document.getElementById('sandboxed')"),
    ("pym", "document.querySelector('#pym iframe')"),
    ("frames", "document.querySelector('#frames iframe')"),
    ("datawrapper", "document.getElementById('datawrapper-chart-brink1')"),
];

/// The greatest shift of a layout that browsers' makers call none.
const MOST_SHIFT: f64 = 0.01;

/// An event's mark in the timeline.
const MARK: &str = ".timeline [data-event] .glyph";

pub const ELEMENT: &str = FRAMES[0].1;
pub const PLAIN: &str = FRAMES[1].1;
const ASKED: &str = "document.getElementById('asked').shadowRoot.querySelector('iframe')";
const SANDBOXED: &str = FRAMES[2].1;
const PYM: &str = FRAMES[3].1;

journeys! {
    /// Heights right within a pixel after load, resize, selection, theme change and more lanes; the article's
    /// text does not jump, nothing is logged, and no policy is breached.
    fn every_kind_of_embed_is_as_high_as_its_page(browser) {
        let mut page = open(browser);
        for (name, frame) in FRAMES {
            show(&mut page, frame);
            assert_height(&mut page, name, frame);
        }
        let wide = page
            .js(&format!("return [{}]", FRAMES.map(|(_, frame)| format!("{frame}.clientHeight")).join(", ")));
        assert_eq!(wide, serde_json::json!([800, 800, 540, 540, 480, 480]), "as docs/embedding.md has them");
        let shift = page.js("return window.shifts.reduce((sum, shift) => sum + shift, 0)");
        assert!(shift.as_f64().is_some_and(|shift| shift <= MOST_SHIFT), "the article jumped: {shift}");

        page.resize(browser.narrowest().max(360), 800);
        for (name, frame) in FRAMES {
            show(&mut page, frame);
            assert_height(&mut page, name, frame);
        }
        page.resize(1280, 800);
        for (name, frame) in FRAMES {
            show(&mut page, frame);
            press(&mut page, frame, "[aria-label^='Theme']");
            page.within(frame, |page| {
                page.wait_until(
                    "document.querySelector(\"[aria-label^='Theme: Light'], [aria-label^='Theme: Dark']\")",
                    "a theme",
                );
            });
            assert_height(&mut page, name, frame);
        }
        for (name, frame) in [FRAMES[0], FRAMES[2], FRAMES[3]] {
            show(&mut page, frame);
            press(&mut page, frame, MARK);
            page.within(frame, |page| {
                page.wait_until(&format!("document.querySelector(\"{DETAILS} h2\")"), "the details");
            });
            assert_height(&mut page, name, frame);
        }
        // More lanes get by with the same room.
        for (name, frame) in [FRAMES[0], FRAMES[3]] {
            show(&mut page, frame);
            press(&mut page, frame, "[data-do=by-domain]");
            page.within(frame, |page| {
                page.wait_until("document.querySelector('.timeline').dataset.lanes === '9'", "lanes by field")
            });
            assert_height(&mut page, name, frame);
        }
        assert_quiet(&mut page);
    }

    /// A plain wheel over any of the embeds scrolls the article,
    /// also over the details when they have come to their end.
    fn no_embed_holds_the_wheel(browser) {
        let mut page = open(browser);
        for (name, frame) in FRAMES {
            show(&mut page, frame);
            let spots: &[&str] = match name {
                "frames" => &[GRAPH],
                "datawrapper" => &[EVENTS],
                "element" | "plain" => &[PLOT, GRAPH, DETAILS],
                _ => &[PLOT],
            };
            for spot in spots {
                page.js(&format!("{frame}.scrollIntoView({{ block: 'center', behavior: 'instant' }})"));
                page.settle();
                page.within(frame, |page| {
                    page.js(&format!("document.querySelector(\"{spot}\").scrollTop = 1e6"))
                });
                let (x, y) = place_of(&mut page, frame, spot);
                let y = y.min(780.0);
                let before = page.js("return scrollY").as_f64().unwrap_or(f64::NAN);
                page.wheel(x, y, (0, 120), 2, Held::Nothing);
                page.wait_until(
                    &format!("scrollY > {before} + 60"),
                    &format!("the article to scroll over {spot} of {name}"),
                );
            }
        }
        assert_quiet(&mut page);
    }

    /// Without an origin there is no storage; everything else works, and a theme lasts for the visit.
    fn in_a_sandbox_everything_but_storage_works(browser) {
        let record = Record::read();
        let mut page = open(browser);
        show(&mut page, SANDBOXED);
        let refused = page
            .within(SANDBOXED, |page| page.js("try { return !!localStorage } catch { return 'refused' }"));
        assert_eq!(refused, "refused");
        for theme in ["light", "dark"] {
            press(&mut page, SANDBOXED, "[aria-label^='Theme']");
            let is_so = format!("document.documentElement.dataset.theme === '{theme}'");
            page.within(SANDBOXED, |page| page.wait_until(&is_so, theme));
        }
        press(&mut page, SANDBOXED, "#search");
        page.within(SANDBOXED, |page| {
            page.type_text("Soleimani");
            page.wait_until("document.querySelector('.results [data-open]')", "results");
        });
        press(&mut page, SANDBOXED, ".results [data-open]");
        page.within(SANDBOXED, |page| {
            page.wait_until(
                &format!("document.querySelector(\"{DETAILS} h2\")?.getBoundingClientRect().height > 0"),
                "details",
            );
            assert_eq!(page.texts("h1").len(), 1, "the headline is there for those who listen");
        });
        press(&mut page, SANDBOXED, "[aria-label^='All:']");
        page.within(SANDBOXED, |page| {
            page.eventually("the whole record", |page| {
                record.events_in(page.window()).count() == record.events.len()
            });
            assert_eq!(page.js("return document.documentElement.dataset.theme"), "dark", "the theme stays");
            let elsewhere = "[...document.querySelectorAll('a[href^=http]')].every(a => a.target === \
                             '_blank' && a.rel === 'noopener')";
            assert_eq!(page.js(&format!("return {elsewhere}")), true, "links open elsewhere");
        });
        assert_quiet(&mut page);
    }

    /// A link into the article leads to its view; the article may ask for others;
    /// and its address follows the reader.
    fn a_deep_link_reaches_the_frame_and_follows_the_reader(browser) {
        let record = Record::read();
        let event = &record.events[record.events.len() / 2];
        let mut page = browser.open("hosts/article.html", Screen::DESKTOP);
        go(&mut page, &format!("zeitung/index.html#brink=select={}", event.id));
        show(&mut page, ELEMENT);
        page.within(ELEMENT, |page| assert_selected(page, &event.title));
        page.wait_until("heard.some(({ type }) => type === 'ready')", "the element to say that it is ready");
        assert_eq!(page.fragment(), format!("brink=select={}", event.id));

        let other = &record.events[record.events.len() / 2 + 1];
        page.js(&format!("location.hash = 'brink=select={}'", other.id));
        page.within(ELEMENT, |page| assert_selected(page, &other.title));
        page.wait_until(
            &format!(
                "heard.some(({{ type, detail }}) => type === 'select' && detail.select === '{}')",
                other.id
            ),
            "the selection told",
        );

        page.js("document.getElementById('element').goto({ window: '2020-01-03/2020-01-08', select: null })");
        page.within(ELEMENT, |page| {
            page.wait_until(
                &format!("document.querySelector(\"{TIMELINE}\").dataset.window.startsWith('2020-01-02')"),
                "the window",
            );
        });
        page.wait_until("location.hash === '#brink=window=2020-01-03/2020-01-08'", "the article's address");
        page.js("document.getElementById('element').setAttribute('lanes', 'domain')");
        page.within(ELEMENT, |page| {
            page.wait_until(
                &format!("+document.querySelector(\"{TIMELINE}\").dataset.lanes > 4"),
                "lanes by field",
            );
        });
        let num_steps = page.js("return history.length");
        press(&mut page, ELEMENT, MARK);
        page.wait_until(
            "/^#brink=window=2020-01-03.2020-01-08&select=[\\w-]+&lanes=domain$/.test(location.hash)",
            "the reader's choice in the address",
        );
        assert_eq!(page.js("return history.length"), num_steps, "no steps in the article's history");
        page.wait_until("heard.some(({ type }) => type === 'window')", "the window told");
        assert_quiet(&mut page);
    }

    /// Where the article wants it, nothing is loaded before the reader asks;
    /// then it is as the attributes say, also when they change.
    fn an_element_can_wait_for_a_touch_and_follows_its_attributes(browser) {
        let mut page = open(browser);
        let asked = "document.getElementById('asked').shadowRoot";
        page.wait_until(&format!("{asked}?.querySelector('button')"), "the button");
        page.js(&format!(
            "{asked}.querySelector('button').scrollIntoView({{ block: 'center', behavior: 'instant' }})"
        ));
        page.settle();
        assert_eq!(
            page.js(&format!(
                "return [{asked}.querySelectorAll('iframe').length, \
                                     {asked}.querySelector('button').offsetHeight]"
            )),
            serde_json::json!([0, 540])
        );
        page.js(&format!("{asked}.querySelector('button').click()"));
        page.within(ASKED, |page| {
            page.wait_ready();
            assert_eq!(page.fragment().replace("%2F", "/"), "window=2020-01-03/2020-01-08&lanes=domain");
            assert!(
                page.attributes(TIMELINE, "data-lanes").concat().parse::<u32>().is_ok_and(|lanes| lanes > 4)
            );
            assert!(page.rect("h1").width <= 1.0, "without the headline");
            assert_eq!(page.rects(GRAPH)[0].height, 0.0, "the timeline alone");
        });
        assert_height(&mut page, "asked", ASKED);
        page.js("const e = document.getElementById('asked'); e.removeAttribute('lanes'); \
                 e.setAttribute('theme', 'dark'); e.setAttribute('q', 'a & b+c')");
        page.within(ASKED, |page| {
            page.wait_until("document.documentElement.dataset.theme === 'dark'", "the theme");
            page.wait_until("document.querySelector('#search').value === 'a & b+c'", "the words");
            // Five sides, and what both adversaries did.
            assert_eq!(page.attributes(TIMELINE, "data-lanes"), ["6"]);
        });
        page.js("document.getElementById('asked').setAttribute('view', 'graph')");
        page.eventually("the graph alone", |page| {
            page.within(ASKED, |page| page.rects(GRAPH).first().is_some_and(|graph| graph.height > 100.0))
        });
        assert_height(&mut page, "asked", ASKED);
        assert_quiet(&mut page);
    }

    /// From 280 pixels on, nothing but the plot moves sideways.
    fn the_narrowest_frame_holds_every_part(browser) {
        let mut page = open(browser);
        for (name, frame) in FRAMES {
            show(&mut page, frame);
            // High enough, so that no scroll bar takes room.
            page.js(&format!("{frame}.style.width = '280px'; {frame}.style.height = '1000px'"));
            page.within(frame, |page| {
                page.wait_until("innerWidth === 280", "the narrow frame");
                page.settle();
                let over = "[...document.querySelectorAll('header *, .toolbar > *, .choice, .tool, .tabs *, \
                            .panel')].filter(e => e.getBoundingClientRect().right > 281).map(e => \
                            e.className)";
                assert_eq!(
                    page.js(&format!("return [document.documentElement.scrollWidth, {over}]")),
                    serde_json::json!([280, []]),
                    "{name}"
                );
            });
        }
        assert_quiet(&mut page);
    }

    /// The root's height does not depend on the frame's, so that no answer of a host can make it grow.
    fn a_greater_frame_makes_no_greater_page(browser) {
        let mut page = open(browser);
        show(&mut page, PLAIN);
        let natural = inner_height(&mut page, PLAIN);
        for height in [300, 1500] {
            page.js(&format!("{PLAIN}.style.height = '{height}px'"));
            page.settle();
            assert!((inner_height(&mut page, PLAIN) - natural).abs() < 0.01, "{height}");
        }
        show(&mut page, PYM);
        page.settle();
        page.js("told.length = 0");
        page.js(&format!("{PYM}.contentWindow.postMessage({{ sentinel: 'amp', type: 'frames-init' }}, '*')"));
        // The frames around it become ready when they like, and tell their heights too.
        let answers = format!(
            "told.filter(({{ source, data }}) => source === {PYM}.contentWindow && data.sentinel === \
             'amp').length"
        );
        page.wait_until(&format!("{answers} > 0"), "an answer");
        page.settle();
        let num_heights = page.js(&format!("return {answers}"));
        assert_eq!(num_heights, 1, "one question, one answer");
    }
}

/// The newspaper, opened.
pub fn open(browser: &Browser) -> Page {
    let mut page = browser.open("hosts/article.html", Screen::DESKTOP);
    go(&mut page, "zeitung/index.html");
    page
}

/// Goes to the newspaper and waits until its element is one.
fn go(page: &mut Page, name: &str) {
    page.go_to_host(name);
    page.wait_until(
        "document.getElementById('element')?.shadowRoot?.firstChild && window.heard",
        "the element",
    );
}

/// Scrolls to a frame and waits until its page has been drawn.
pub fn show(page: &mut Page, frame: &str) {
    let to = |place: &str| format!("{place}.scrollIntoView({{ block: 'start', behavior: 'instant' }})");
    page.js(&to(&format!("({frame} ?? document.getElementById('element'))")));
    page.wait_until(frame, "the frame");
    page.js(&to(&format!("({frame}.getRootNode().host ?? {frame})")));
    page.within(frame, Page::wait_ready);
}

/// Clicks the first element of a frame that matches `css`.
#[track_caller]
fn press(page: &mut Page, frame: &str, css: &str) {
    page.within(frame, |page| {
        // In frames the tools wait behind a button.
        page.js(&format!(
            "if (!document.querySelector({css:?})?.getClientRects().length) \
             document.querySelector('.tools-button')?.click()"
        ));
        page.settle();
        page.press(css);
    });
}

/// The middle of the first element of a frame that matches `css`, in pixels of the article's window.
#[track_caller]
fn place_of(page: &mut Page, frame: &str, css: &str) -> (f64, f64) {
    let (x, y) = page.within(frame, |page| page.rect(css).center());
    let outer = page.js(&format!("const r = {frame}.getBoundingClientRect(); return [r.x, r.y]"));
    let edge = |index: usize| outer[index].as_f64().unwrap_or(f64::NAN);
    (edge(0) + x, edge(1) + y)
}

/// Checks that a frame is as high as its page and holds nothing that would scroll;
/// a fixed one as soon as it is high enough.
fn assert_height(page: &mut Page, name: &str, frame: &str) {
    let mut seen = (0.0, 0.0);
    let outer_height = format!("return {frame}.clientHeight");
    for _ in 0..100 {
        page.settle();
        seen = (page.js(&outer_height).as_f64().unwrap_or(f64::NAN), inner_height(page, frame));
        if (seen.0 - seen.1).abs() <= 1.0 {
            break;
        }
    }
    assert!((seen.0 - seen.1).abs() <= 1.0, "{name}: the frame and its page are {seen:?} high");
    let overflow = page.within(frame, |page| {
        assert_eq!(page.attributes("html", "data-failed"), [""], "{name}: {:?}", page.texts("[data-reason]"));
        page.js("const r = document.documentElement; return [r.scrollWidth - r.clientWidth, r.scrollHeight \
                 - r.clientHeight]")
    });
    assert_eq!(overflow, serde_json::json!([0, 0]), "{name}: nothing scrolls");
}

fn inner_height(page: &mut Page, frame: &str) -> f64 {
    page.within(frame, |page| page.rect("#app").height)
}

fn assert_selected(page: &mut Page, title: &str) {
    page.wait_ready();
    page.eventually(title, |page| page.texts(&format!("{DETAILS} h2")) == [title]);
}

/// Nobody complained: neither the browser nor the server, of whatever page.
pub fn assert_quiet(page: &mut Page) {
    let complaints = [page.console_errors(), page.missing(), page.breaches()].concat();
    assert_eq!(complaints, [] as [&str; 0]);
    for (name, frame) in FRAMES {
        let failed = page.within(frame, |page| page.attributes("html", "data-failed").concat());
        assert_eq!(failed, "", "{name} could not start");
    }
}
