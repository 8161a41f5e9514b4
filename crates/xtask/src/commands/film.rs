//! `cargo xtask film`: eight moments of one zoom as a strip of pictures, docs/film.png,
//! so that frames in motion are looked at too.

use std::fs;

use resvg::tiny_skia::{Color, FilterQuality, Pixmap, PixmapPaint, Transform};
use serde_json::{Value, json};

use super::views::fewer_colours;
use crate::bench::cdp::Chromium;
use crate::bench::hand::Step;
use crate::bench::page::Page;
use crate::machine::run::{Outcome, root};
use crate::machine::{server, tools};

/// Where the zoom begins: the whole record.
const FROM: &str = "#window=1951/2026-07-02";
/// What it goes to.
const TO: &str = "2020-01-04T00:00:00Z";
/// Moments, side by side and below each other.
const MOMENTS: [u32; 2] = [2, 4];
/// Turns of the wheel between two moments, and the pixels of each; negative zooms in.
const TURNS: usize = 6;
const TURN: f64 = -60.0;
/// How much smaller the pictures are, and the gap between them in pixels.
const SCALE: f64 = 0.55;
const GAP: u32 = 8;
/// A moment counts only if the window moved before and after the picture was taken: so often it is tried.
const MOST_TRIES: usize = 5;

/// Takes the film of `dist/`.
///
/// # Errors
/// One line when there is no page or no browser, the page complains,
/// or it never moved while a picture was taken.
pub fn film() -> Outcome {
    tools::for_browser_tests()?;
    let address = server::serve(&root().join("dist"))?;
    let mut browser = Chromium::start()?;
    let mut page = Page::blank(&mut browser)?;
    page.go(&format!("{address}?film{FROM}"))?;
    page.rest()?;
    let part = page.eval(
        "(r => [r.x, r.y, r.width, r.height])(document.querySelector('.plot').getBoundingClientRect())",
    )?;
    let [left, top, width, height] = [0, 1, 2, 3].map(|nth| part[nth].as_f64().unwrap_or_default());
    // Where that day stands on the plot: near an end of the record the instant
    // under the hand does not stay there.
    let share = format!(
        "(([start, end]) => (Date.parse('{TO}') - start) / (end - \
         start))(document.querySelector('.timeline').dataset.window.split('/').map(Date.parse))"
    );
    // With the pulse above the lanes, and the axis below them.
    let above = page
        .eval("document.querySelector('.pulse').getBoundingClientRect().height")?
        .as_f64()
        .unwrap_or_default();
    let clip =
        json!({ "x": left, "y": top - above, "width": width, "height": height + above, "scale": SCALE });
    let mut moments = Vec::new();
    for _ in 0..MOMENTS[0] * MOMENTS[1] {
        let share = page.eval(&share)?.as_f64().unwrap_or(0.5);
        page.move_to(left + share * width, top + height / 2.0)?;
        moments.push(moment(&mut page, &clip)?);
    }
    page.close()?;
    let picture = fewer_colours(&strip(&moments)?)?;
    fs::write(root().join("docs/film.png"), &picture).map_err(|error| format!("docs/film.png: {error}"))?;
    println!("docs/film.png: {} moments, {} bytes", moments.len(), picture.len());
    Ok(())
}

/// The next moment: some turns of the wheel, and what is seen before the window rests.
fn moment(page: &mut Page, clip: &Value) -> Outcome<Pixmap> {
    page.fast(&[Step::Wheel(TURN); TURNS])?;
    for _ in 0..MOST_TRIES {
        // The least turn that moves it.
        page.fast(&[Step::Wheel(-1.0)])?;
        let shot = super::views::shot(page, clip)?;
        if page.eval("document.querySelector('.timeline').hasAttribute('data-moving')")? == true {
            return Pixmap::decode_png(&shot)
                .map_err(|error| format!("a picture that cannot be read: {error}"));
        }
    }
    Err("the window rested before a picture was taken".to_owned())
}

/// The moments on one sheet, as PNG.
fn strip(moments: &[Pixmap]) -> Outcome<Vec<u8>> {
    let [columns, rows] = MOMENTS;
    let [width, height] = moments.first().map_or([1, 1], |one| [one.width() + GAP, one.height() + GAP]);
    let mut sheet =
        Pixmap::new(columns * width + GAP, rows * height + GAP).ok_or("the pictures have no size")?;
    sheet.fill(Color::from_rgba8(214, 214, 210, 255));
    let paint = PixmapPaint { quality: FilterQuality::Nearest, ..PixmapPaint::default() };
    for (nth, one) in (0..).zip(moments) {
        let [x, y] = [GAP + nth % columns * width, GAP + nth / columns * height];
        let [x, y] = [x, y].map(|at| i32::try_from(at).unwrap_or_default());
        sheet.draw_pixmap(x, y, one.as_ref(), &paint, Transform::identity(), None);
    }
    sheet.encode_png().map_err(|error| format!("a picture that cannot be written: {error}"))
}
