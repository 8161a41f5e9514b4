//! `cargo xtask views`: pictures of what a reader sees, in docs/views/.
//! Look at them after a change of the page's looks.

use std::fs;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use resvg::tiny_skia::{Pixmap, PremultipliedColorU8};
use serde_json::{Value, json};

use crate::bench::cdp::Chromium;
use crate::bench::page::Page;
use crate::machine::run::{Outcome, root};
use crate::machine::{server, tools};

/// Each view: its name, its address, and what is clicked there.
const VIEWS: [(&str, &str, &str); 10] = [
    ("opening", "", ""),
    ("event", "#select=2020-01-03-soleimani-strike", ""),
    ("actor", "#select=qasem-soleimani", ""),
    ("two-actors", "#select=iran&path=united-states", ""),
    ("story", "#story=january-2020.8", ""),
    ("story-end", "#story=three-minutes.5", ""),
    ("stories", "", "[data-do=stories]"),
    ("claims", "#view=claims", ""),
    ("record", "#window=1951/2026", ""),
    ("help", "", "[data-do=help]"),
];

/// A screen: its name, its size, and how much smaller its picture is.
const SCREENS: [(&str, u32, u32, f64); 2] = [("desk", 1280, 800, 0.75), ("phone", 390, 844, 0.8)];

/// The most that all pictures may weigh together, in bytes.
const MOST_BYTES: u64 = 3_000_000;

/// Takes all pictures of `dist/`.
///
/// # Errors
/// One line when there is no page or no browser, the page complains, or the pictures weigh too much.
pub fn views() -> Outcome {
    tools::for_browser_tests()?;
    let folder = root().join("docs/views");
    fs::create_dir_all(&folder).map_err(|error| format!("docs/views: {error}"))?;
    let address = server::serve(&root().join("dist"))?;
    let mut browser = Chromium::start()?;
    let mut num_bytes = 0;
    for (screen, width, height, scale) in SCREENS {
        for theme in ["light", "dark"] {
            for (name, fragment, pressed) in VIEWS {
                let file = format!("{name}-{screen}-{theme}.png");
                let picture = picture(
                    &mut browser,
                    &format!("{address}?{screen}{fragment}"),
                    theme,
                    (width, height, scale),
                    pressed,
                )?;
                num_bytes += picture.len() as u64;
                fs::write(folder.join(&file), picture).map_err(|error| format!("{file}: {error}"))?;
            }
        }
    }
    println!("docs/views/: {} pictures, {num_bytes} bytes", VIEWS.len() * SCREENS.len() * 2);
    if num_bytes > MOST_BYTES { Err(format!("the pictures may weigh {MOST_BYTES} bytes")) } else { Ok(()) }
}

fn picture(
    browser: &mut Chromium,
    address: &str,
    theme: &str,
    (width, height, scale): (u32, u32, f64),
    pressed: &str,
) -> Outcome<Vec<u8>> {
    let mut page = Page::blank(browser)?;
    page.screen(width, height)?;
    let features = json!([
        { "name": "prefers-color-scheme", "value": theme },
        { "name": "prefers-reduced-motion", "value": "reduce" },
    ]);
    page.call("Emulation.setEmulatedMedia", json!({ "features": features }))?;
    page.go(address)?;
    if !pressed.is_empty() {
        page.eval(&format!("document.querySelector({}).click()", json!(pressed)))?;
    }
    page.rest()?;
    let clip = json!({ "x": 0, "y": 0, "width": width, "height": height, "scale": scale });
    let picture = fewer_colours(&shot(&mut page, &clip)?)?;
    page.close()?;
    Ok(picture)
}

/// What is seen of `page` within `clip`, as PNG.
pub(super) fn shot(page: &mut Page, clip: &Value) -> Outcome<Vec<u8>> {
    let shot = page.call("Page.captureScreenshot", json!({ "format": "png", "clip": clip }))?;
    let coded = shot["data"].as_str().ok_or("the browser took no picture")?;
    BASE64_STANDARD.decode(coded).map_err(|error| format!("a picture in another form: {error}"))
}

/// The PNG with 256 colours at most, which weighs a third:
/// of each sixteenth of a channel the mean, of these the commonest.
pub(super) fn fewer_colours(picture: &[u8]) -> Outcome<Vec<u8>> {
    let pixels =
        Pixmap::decode_png(picture).map_err(|error| format!("a picture that cannot be read: {error}"))?;
    let colour = |pixel: &PremultipliedColorU8| [pixel.red(), pixel.green(), pixel.blue()];
    let cell = |[red, green, blue]: [u8; 3]| {
        usize::from(red >> 4) << 8 | usize::from(green >> 4) << 4 | usize::from(blue >> 4)
    };
    let mut cells = vec![[0u32; 4]; 1 << 12];
    for pixel in pixels.pixels() {
        let colour = colour(pixel);
        let sums = &mut cells[cell(colour)];
        sums[0] += 1;
        (0..3).for_each(|channel| sums[channel + 1] += u32::from(colour[channel]));
    }
    let mean =
        |[count, sums @ ..]: [u32; 4]| sums.map(|sum| u8::try_from(sum / count.max(1)).unwrap_or(u8::MAX));
    let mut foremost = cells.clone();
    foremost.sort_unstable_by_key(|sums| u32::MAX - sums[0]);
    let palette: Vec<[u8; 3]> = foremost.into_iter().take(256).filter(|sums| sums[0] > 0).map(mean).collect();
    let apart = |a: [u8; 3], b: [u8; 3]| {
        (0..3).map(|channel| u32::from(a[channel].abs_diff(b[channel])).pow(2)).sum::<u32>()
    };
    let nearest = |sums: &[u32; 4]| {
        (0..=u8::MAX).zip(&palette).min_by_key(|(_, own)| apart(**own, mean(*sums))).map_or(0, |(at, _)| at)
    };
    let places: Vec<u8> = cells.iter().map(nearest).collect();
    let indexed: Vec<u8> = pixels.pixels().iter().map(|pixel| places[cell(colour(pixel))]).collect();
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, pixels.width(), pixels.height());
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_palette(palette.concat());
    encoder.set_compression(png::Compression::High);
    let written = encoder.write_header().and_then(|mut writer| writer.write_image_data(&indexed));
    written.map_err(|error| format!("a picture that cannot be written: {error}"))?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_of_few_colours_keeps_them() {
        let mut pixels = Pixmap::new(2, 1).unwrap();
        pixels.fill(resvg::tiny_skia::Color::from_rgba8(187, 58, 38, 255));
        let read = Pixmap::decode_png(&fewer_colours(&pixels.encode_png().unwrap()).unwrap()).unwrap();
        assert_eq!((read.width(), read.pixels()), (2, pixels.pixels()));
    }
}
