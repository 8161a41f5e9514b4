//! What a reader takes away: the link, code for an article, pictures, data, paper.
//! The downloads are read where the page makes them.

use e2e::{Page, Record, Screen, journeys};

journeys! {
    /// The button opens the dialog; what it offers as link is the address,
    /// and its code leads to the same view in a frame.
    fn the_share_dialog_offers_this_view(browser) {
        let mut page =
            browser.open("#window=2020-01-02/2020-01-09&select=2020-01-03-soleimani-strike", Screen::DESKTOP);
        page.wait_ready();
        open_share(&mut page);
        let texts = page.texts("dialog[open] pre");
        let address = page.js("return location.href");
        assert_eq!(Some(texts[0].as_str()), address.as_str());
        // The page's policy lets no script read markup, so it is read here.
        let framed = texts[1]
            .split("src=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .unwrap_or_default()
            .replace("&amp;", "&");
        let (base, fragment) =
            address.as_str().and_then(|address| address.split_once('#')).unwrap_or_default();
        assert_eq!(framed, format!("{base}?embed#{fragment}"));
        let record = Record::read();
        let title = &record.event("2020-01-03-soleimani-strike").title;
        let cited = &texts[texts.len() - 2..];
        assert!(cited[0].contains(title.as_str()) && cited[0].contains(base), "{cited:?}");
        assert!(cited[1].starts_with("@misc{2020-01-03-soleimani-strike,"), "{cited:?}");
        page.key("Escape");
        page.wait_until("!document.querySelector('dialog[open]')", "the dialog closed");
        page.assert_no_complaints();
    }

    /// Files hold what they are named for: as many rows and records as there are events, a picture whose
    /// labels are texts, and one of twice its size in dots.
    fn files_hold_what_is_seen(browser) {
        let record = Record::read();
        let mut page = browser.open("#window=2020-01-02/2020-01-09", Screen::DESKTOP);
        page.wait_ready();
        open_share(&mut page);
        page.js(CATCH);
        let counts = page.texts("dialog[open] .takings > span");
        let json: serde_json::Value =
            serde_json::from_str(&saved(&mut page, "save-json", "events.json", "json")).unwrap_or_default();
        let window = page.window();
        let mut wanted: Vec<&str> = record.events_in(window).map(|event| event.id.as_str()).collect();
        let mut found: Vec<&str> = json["events"]
            .as_array()
            .map(|all| all.iter().filter_map(|event| event["id"].as_str()).collect())
            .unwrap_or_default();
        wanted.sort_unstable();
        found.sort_unstable();
        assert_eq!(found, wanted);
        assert_eq!(counts[0], format!("The window: {} events", wanted.len()));
        let table = saved(&mut page, "save-all-csv", "events.csv", "csv");
        for event in &record.events {
            assert!(table.contains(&format!("\r\n{},", event.id)), "{} is not in the table", event.id);
        }
        let svg = saved(&mut page, "save-svg", "timeline.svg", "svg");
        let file = match roxmltree::Document::parse(&svg) {
            Ok(file) => file,
            Err(error) => panic!("the picture is no SVG: {error}"),
        };
        let side = |name: &str| {
            file.root_element().attribute(name).and_then(|side| side.parse().ok()).unwrap_or(f64::NAN)
        };
        let size: [f64; 2] = ["width", "height"].map(side);
        let count =
            |is_one: &dyn Fn(&roxmltree::Node<'_, '_>) -> bool| file.descendants().filter(is_one).count();
        let num_texts = count(&|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")));
        let num_actors = count(&|node| node.has_attribute("data-actor"));
        assert!(num_texts > 30 && num_actors >= 2, "{num_texts} texts, {num_actors} actors");
        let plot = page.rect(".plot");
        assert!(size[0] >= plot.width - 2.0, "{size:?}, {plot:?}");
        page.js("document.querySelector('dialog [data-do=save-png]').click()");
        page.wait_until("window.caught?.name === 'timeline.png'", "the PNG");
        let dots = page.js("return (async () => { const url = await new Promise(done => { const reader = \
                            new FileReader(); reader.onload = () => done(reader.result); \
                            reader.readAsDataURL(window.caught.blob) });
             const image = new Image(); image.src = url; await image.decode();
             const canvas = document.createElement('canvas'); canvas.width = image.width; canvas.height = \
             image.height;
             const context = canvas.getContext('2d'); context.drawImage(image, 0, 0);
             const seen = new Set(); const data = context.getImageData(0, 0, image.width, image.height).data;
             for (let at = 0; at < data.length; at += 404) seen.add(data[at] << 16 | data[at + 1] << 8 | \
             data[at + 2]);
             return [image.width, image.height, seen.size] })()");
        // Browsers round a side of half a pixel differently.
        for (nth, side) in size.iter().enumerate() {
            let dots = dots[nth].as_f64().unwrap_or(f64::NAN);
            assert!((dots - 2.0 * side).abs() <= 2.0, "{dots} for {size:?}");
        }
        assert!(dots[2].as_u64() > Some(20), "it is no blank sheet: {dots}");
        page.wait_until(
            "document.querySelector('.said')?.textContent.includes('handed to the browser')",
            "what came of it",
        );
        page.js("HTMLCanvasElement.prototype.toBlob = done => done(null); document.querySelector('dialog \
                 [data-do=save-png]').click()");
        page.wait_until(
            "document.querySelector('.said')?.textContent.includes('made no PNG')",
            "that none was made",
        );
        page.assert_no_complaints();
    }

    /// Copied is what the browser has copied: it is said when the promise is kept,
    /// and where it is not the text is there, marked.
    fn copied_is_said_when_it_is_true(browser) {
        let mut page =
            browser.open("#window=2020-01-02/2020-01-09&select=2020-01-03-soleimani-strike", Screen::DESKTOP);
        page.wait_ready();
        let address = page.js("return location.href").as_str().unwrap_or_default().to_owned();
        page.js("document.execCommand = () => false;
            Object.defineProperty(navigator, 'clipboard', { configurable: true, value: \
            Object.create(Clipboard.prototype, { writeText: { value: text => new Promise((keep, refuse) => {
                window.asked = { text, keep, refuse } }) } }) })");
        for is_kept in [true, false] {
            for (open, order, place) in [
                (None, "copy", ".details"),
                (Some("share"), "copy-frame", "dialog"),
                (Some("share"), "copy", "dialog"),
            ] {
                if let Some(open) = open {
                    page.js(&format!("document.querySelector('[data-do={open}]').click()"));
                    page.wait_until("document.querySelector('dialog[open]')", "the dialog");
                }
                page.js("window.asked = null");
                page.click(&format!("{place} [data-do={order}]"));
                page.wait_until("window.asked", "the clipboard asked");
                page.settle();
                let said = format!("{}{}", page.texts(".notices").concat(), page.texts(".said").concat());
                assert!(!said.contains("opied"), "{order}: nothing is copied yet: {said}");
                page.js(if is_kept {
                    "window.asked.keep()"
                } else {
                    "window.asked.refuse(new DOMException('no', 'NotAllowedError'))"
                });
                if is_kept {
                    page.wait_until(
                        "document.querySelector('.notices, \
                                     .said')?.textContent.includes('opied') || \
                                     document.querySelector('.said')?.textContent.includes('opied')",
                        "the word",
                    );
                } else {
                    page.wait_until("document.querySelector('.offer pre')", "the text");
                    page.wait_until("getSelection().toString() === window.asked.text", "it is marked");
                    assert_eq!(
                        page.js("return document.activeElement.closest('.offer') !== null"),
                        true,
                        "and has the focus"
                    );
                    assert_eq!(page.texts(".offer p").len(), 1);
                    if order == "copy" {
                        assert_eq!(page.texts(".offer pre").concat(), address);
                    }
                }
                if page.count("dialog[open], .offer") > 0 {
                    page.key("Escape");
                }
                page.wait_until("!document.querySelector('dialog[open], .offer')", "all closed");
                page.js("document.querySelector('.notices button')?.click()");
                page.wait_until("!document.querySelector('.notices li')", "the notice gone");
            }
        }
        page.assert_no_complaints();
    }

    /// A reader who prints at once gets what one gets who waits: the picture, with all that is drawn in it.
    fn the_first_print_has_the_picture(browser) {
        let mut page = browser.open("#window=2020-01-02/2020-01-09", Screen::DESKTOP);
        page.wait_ready();
        let first = page.printed().len();
        page.js("return document.querySelector('#printed img').decode()");
        let later = page.printed().len();
        page.style("#printed img { visibility: hidden !important }");
        let bare = page.printed().len();
        assert!(bare > 2_000 && first > bare + 5_000, "{first} bytes, {bare} without the picture");
        assert!(first.abs_diff(later) * 20 < first - bare, "{first} bytes at first, {later} later");
        page.assert_no_complaints();
    }

    /// On paper stand the picture and the window's events, no more, with their sources numbered.
    fn paper_has_the_picture_and_the_windows_events(browser) {
        let record = Record::read();
        let mut page = browser.open("#window=2020-01-02/2020-01-09", Screen::DESKTOP);
        page.wait_ready();
        page.js(
            "dispatchEvent(new Event('beforeprint')); return document.querySelector('#printed img').decode()",
        );
        let window = page.window();
        record.assert_lists(&page.texts("#printed h3"), record.events_in(window));
        assert!(page.attributes("#printed .sources a", "href").len() > 100);
        assert!(page.js("return document.querySelector('#printed img').naturalWidth").as_f64() > Some(500.0));
        assert_eq!(page.rects("#printed")[0].height, 0.0, "not on the screen");
        page.assert_no_complaints();
    }
}

/// Keeps what the page makes into files, in place of the browser's downloads.
const CATCH: &str = "const make = URL.createObjectURL.bind(URL); let last;
    URL.createObjectURL = blob => { last = blob; return make(blob) };
    HTMLAnchorElement.prototype.click = function () { window.caught = { name: this.download, blob: last } }";

fn open_share(page: &mut Page) {
    page.click("[data-do=share]");
    page.wait_until("document.querySelector('dialog[open] h2')?.textContent === 'Share'", "the dialog");
}

/// The text of the file that a button makes.
fn saved(page: &mut Page, order: &str, name: &str, kind: &str) -> String {
    page.js("window.caught = null");
    page.click(&format!("dialog [data-do={order}]"));
    page.wait_until(
        &format!("window.caught?.name === '{name}' && window.caught.blob.type.includes('{kind}')"),
        name,
    );
    page.js("return window.caught.blob.text()").as_str().unwrap_or_default().to_owned()
}
