//! The preview picture that other sites show beside a link:
//! headline and timeline of the opening window, as PNG.

use std::rc::Rc;

use brink::drawing::svg::Svg;
use brink::geom::Size;
use brink::picture::Palette;
use brink::picture::export::timeline;
use brink::picture::palette::FAMILIES;
use brink::picture::sheet::Part;
use brink::record::Record;
use brink::time::format;
use brink::time::zone::Zone;
use brink::timeline::arcs::Reach;
use brink::timeline::labels::Labels;
use brink::timeline::lanes::{LaneMode, Lanes};
use brink::timeline::layout::LayoutRequest;
use resvg::{tiny_skia, usvg};

use super::head::CARD_SIZE;
use super::letters;
use crate::machine::run::Outcome;

/// Room around everything, in pixels of the picture.
const MARGIN: f64 = 48.0;
/// Size of the headline's type and height of its lines.
const HEADLINE: (f64, f64) = (54.0, 64.0);
/// The type of what stands above the timeline.
const STYLE: &str = ".card-headline{font-size:54px;font-weight:700}.card-when{font-size:26px}";
/// How much wider bold type runs.
const BOLD: f64 = 1.08;
/// How much larger than on the page the timeline is drawn: cards are shown small.
const ZOOM: f64 = 2.0;
/// Width of the plot in its own pixels: what the names of the lanes leave.
const PLOT_WIDTH: f64 = 402.0;

/// How much wider other fonts run than those of the metric that texts are placed by, generously.
const OTHER_FONT: f64 = 1.16;

/// Whether the system has any font.
pub fn has_font() -> bool {
    !fonts().is_empty()
}

fn fonts() -> usvg::fontdb::Database {
    let mut fonts = usvg::fontdb::Database::new();
    fonts.load_system_fonts();
    fonts
}

fn family(fonts: &usvg::fontdb::Database) -> Option<&'static str> {
    let has = |name: &&str| fonts.faces().any(|face| face.families.iter().any(|(family, _)| family == name));
    FAMILIES.into_iter().find(has)
}

/// The card as PNG.
///
/// # Errors
/// One line when the system has no font at all.
pub fn png(record: &Record) -> Outcome<Vec<u8>> {
    painted(CARD_SIZE, &[(0.0, &|font_scale| svg(record, font_scale))])
}

/// Pictures beside one another as one PNG of `size` in pixels: each its left edge, and its SVG for fonts that
/// run so much wider than those of the metric that texts are placed by.
///
/// # Errors
/// One line when the system has no font at all.
pub fn painted(size: [u32; 2], pictures: &[(f32, &dyn Fn(f64) -> String)]) -> Outcome<Vec<u8>> {
    let mut fonts = fonts();
    let name = |face: &usvg::fontdb::FaceInfo| face.families.first().map(|family| family.0.clone());
    let sans = || fonts.faces().filter_map(name).find(|name| name.ends_with("Sans"));
    let other = || fonts.faces().find_map(name);
    let scale = if family(&fonts).is_some() { 1.0 } else { OTHER_FONT };
    let family = family(&fonts).map(str::to_owned).or_else(sans).or_else(other);
    fonts.set_sans_serif_family(family.ok_or("a picture needs a font, and there is none")?);
    let options = usvg::Options { fontdb: std::sync::Arc::new(fonts), ..usvg::Options::default() };
    let mut pixels = tiny_skia::Pixmap::new(size[0], size[1]).ok_or("the picture has no size")?;
    for (left, svg) in pictures {
        let tree =
            usvg::Tree::from_str(&svg(scale), &options).map_err(|error| format!("the picture: {error}"))?;
        resvg::render(&tree, tiny_skia::Transform::from_translate(*left, 0.0), &mut pixels.as_mut());
    }
    pixels.encode_png().map_err(|error| format!("the picture: {error}"))
}

fn svg(record: &Record, font_scale: f64) -> String {
    let [width, height] = CARD_SIZE.map(f64::from);
    let meta = &record.data().meta;
    let style = Palette::Light.style() + STYLE;
    let mut svg = Svg::with_style(Size::new(width, height), &style);
    svg.rect(&["paper"], [0.0, 0.0, width, height, 0.0]);
    svg.rect(&["rule"], [MARGIN, 36.0, width - 2.0 * MARGIN, 5.0, 0.0]);
    let mut y = 40.0;
    for line in lines(meta.title, (width - 2.0 * MARGIN) / font_scale) {
        y += HEADLINE.1;
        svg.text("card-headline", MARGIN, y, &line);
    }
    y += 42.0;
    let when = format::window(record.opening(), record.clock());
    svg.text("card-when", MARGIN, y, &when);
    y += 24.0;
    svg.start("g").set("transform", &format!("translate({MARGIN} {y}) scale({ZOOM})")).block();
    let labels = Rc::new(Labels::measured(record, |text| font_scale * letters::width(text, 12.0)));
    let size = Size::new(PLOT_WIDTH, (height - y - 24.0) / ZOOM);
    let (mode, window, zone) = (LaneMode::Side, record.opening(), Zone::Event);
    let are_names_beside = Lanes::has_room_beside(size.width);
    let request = LayoutRequest {
        record,
        mode,
        labels: &labels,
        size,
        are_names_beside,
        window,
        zone,
        kept: &[],
        lit: None,
    };
    if let Part::Timeline(_, shapes) = timeline(&request, None, Reach::Direct) {
        svg.shapes(0.0, 0.0, &shapes);
    }
    svg.end();
    svg.finished()
}

/// The headline on lines of at most `width` pixels.
fn lines(text: &str, width: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if letters::width(&format!("{line} {word}"), HEADLINE.0) * BOLD <= width => {
                *line = format!("{line} {word}")
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::finish::tests::record;

    #[test]
    fn the_card_is_a_png_of_its_size_with_colours_of_both_adversaries_on_paper() {
        let png = png(&record()).unwrap();
        let picture = tiny_skia::Pixmap::decode_png(&png).unwrap();
        assert_eq!([picture.width(), picture.height()], CARD_SIZE);
        let count = |name: &str| {
            let [r, g, b] =
                [1, 3, 5].map(|at| u8::from_str_radix(&Palette::Light.colour(name)[at..at + 2], 16).unwrap());
            picture
                .pixels()
                .iter()
                .filter(|pixel| [pixel.red(), pixel.green(), pixel.blue()] == [r, g, b])
                .count()
        };
        let all = picture.pixels().len();
        assert!(count("paper") > all / 2 && count("paper") < all);
        assert!(
            count("side-0") > 200 && count("side-1") > 200,
            "{} and {}",
            count("side-0"),
            count("side-1")
        );
        assert!(count("ink") > 5_000, "the headline's letters are drawn: {}", count("ink"));
    }

    #[test]
    fn the_headline_keeps_its_words_and_its_room() {
        let title = "How the United States and Iran came to war";
        let lines = lines(title, 600.0);
        assert_eq!(lines.join(" "), title);
        assert!(lines.iter().all(|line| letters::width(line, HEADLINE.0) <= 600.0));
    }
}
