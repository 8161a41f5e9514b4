//! A picture with what it needs to be understood elsewhere: headline, what it shows, legend, source line.
//!
//! ```text
//! headline                     (may take several lines)
//! what is shown
//! parts, one below the other
//! ● side  ▲ field …            (wrapped)
//! source
//! ```

use dataset::model::{Side, SideIdx};

use super::palette::Palette;
use crate::drawing::shape::Shape;
use crate::drawing::svg::Svg;
use crate::geom::outline::Outline;
use crate::geom::{Size, coord};
use crate::record::Record;
use crate::timeline::classes::hue;
use crate::timeline::glyph;
use crate::timeline::lanes::LaneMode;

/// Room around everything, in pixels.
const MARGIN: f64 = 16.0;
/// Room between two parts.
const GAP: f64 = 14.0;
/// Heights of a line of the headline, of what is shown, of the legend, of the source line.
const LINES: [f64; 4] = [25.0, 20.0, 18.0, 16.0];
/// How much wider than the measured 12 px type the bold headline of 20 px runs.
const HEADLINE: f64 = 20.0 / 12.0 * 1.08;
/// From a sign of the legend to its words, and from these to the next sign.
const SIGN: (f64, f64) = (16.0, 14.0);

/// What stands around a picture.
#[derive(Clone, Copy)]
pub struct Sheet<'a> {
    /// Headline.
    pub title: &'a str,
    /// What is shown: the window, and what narrows it.
    pub when: &'a str,
    /// Whose picture it is: record, licence, address.
    pub source: &'a str,
    /// What its lanes stand for.
    pub lanes: LaneMode,
    /// Its colours.
    pub palette: Palette,
    /// Width in pixels of a text in the families [`super::palette::FAMILIES`] at 12 px.
    pub measure: &'a dyn Fn(&str) -> f64,
}

/// A part of a picture.
#[derive(Clone, Debug)]
pub enum Part {
    /// The lanes, or the whole record: shapes on so much room.
    Timeline(Size, Vec<Shape>),
    /// The ladder: shapes on so much room.
    Ladder(Size, Vec<Shape>),
    /// Who acted on whom.
    Graph(Size, Vec<Shape>),
}

impl Part {
    const fn size(&self) -> Size {
        match self {
            Self::Timeline(size, _) | Self::Ladder(size, _) | Self::Graph(size, _) => *size,
        }
    }
}

/// The form of a picture for an editor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// 1200 × 675: above a text.
    Wide,
    /// 1080 × 1080.
    Square,
    /// 1080 × 1350: on a phone.
    Tall,
}

/// Every form by its name, with its dots.
pub const FORMS: [(&str, Form, [u16; 2]); 3] = [
    ("wide", Form::Wide, [1200, 675]),
    ("square", Form::Square, [1080, 1080]),
    ("tall", Form::Tall, [1080, 1350]),
];

/// How many times as large as on the page a still shows everything: it is often seen small.
const ENLARGED: f64 = 1.5;

impl Form {
    /// Its size in the page's pixels, of which each becomes [`ENLARGED`] of its own.
    fn size(self) -> Size {
        let [width, height] =
            FORMS.iter().find(|(_, form, _)| *form == self).map_or([0, 0], |(_, _, dots)| *dots);
        Size::new(f64::from(width) / ENLARGED, f64::from(height) / ENLARGED)
    }
}

/// What stands around the parts.
struct Around {
    headline: Vec<String>,
    when: Vec<String>,
    source: Vec<String>,
    legend: Vec<(Sign, &'static str, f64, usize)>,
    num_legend_rows: usize,
    /// Of all of it, with the margins.
    height: f64,
}

/// A sign with its words.
enum Sign {
    /// A side, by its colour.
    Swatch(SideIdx),
    /// A side, by the tail of its marks too.
    Tail(SideIdx),
    /// A field of action: which shape.
    Glyph(usize),
    /// A contested claim.
    Flag,
    /// A dealing of this class, or a standing relation.
    Line(&'static str),
}

impl Sheet<'_> {
    /// The picture of `parts`, one below the other, as an SVG file.
    #[must_use]
    pub fn picture(&self, record: &Record, parts: &[Part]) -> String {
        let width = parts.iter().map(|part| part.size().width).fold(0.0, f64::max);
        let around = self.around(record, parts, width);
        let body: f64 = parts.iter().map(|part| part.size().height + GAP).sum();
        self.drawn(parts, &around, Size::new(width + 2.0 * MARGIN, around.height + body), 1.0)
    }

    /// How much room a still of this form leaves for its one part, in the units of [`Sheet::still`]; of
    /// `part` only the kind counts.
    #[must_use]
    pub fn room(&self, record: &Record, form: Form, part: &Part) -> Size {
        let size = form.size();
        let width = size.width - 2.0 * MARGIN;
        let around = self.around(record, std::slice::from_ref(part), width);
        Size::new(width, (size.height - around.height - GAP).max(0.0))
    }

    /// A picture of this form with the one part, which has been laid out for its [`Sheet::room`].
    #[must_use]
    pub fn still(&self, record: &Record, form: Form, part: Part) -> String {
        let size = form.size();
        let parts = [part];
        let around = self.around(record, &parts, size.width - 2.0 * MARGIN);
        self.drawn(&parts, &around, size, ENLARGED)
    }

    /// What stands around `parts` on so much width, and how high it is.
    fn around(&self, record: &Record, parts: &[Part], width: f64) -> Around {
        let headline = self.lines(self.title, HEADLINE, width);
        let when = self.lines(self.when, 13.0 / 12.0, width);
        let source = self.lines(self.source, 1.0, width);
        let legend = self.legend(record, parts, width);
        let rows = |count: usize, height: f64| (0..count).map(|_| height).sum::<f64>();
        let num_legend_rows = legend.iter().map(|(_, _, _, row)| row + 1).max().unwrap_or(0);
        let head = rows(headline.len(), LINES[0]) + rows(when.len(), LINES[1]);
        let height = head + rows(num_legend_rows, LINES[2]) + rows(source.len(), LINES[3]) + 2.0 * MARGIN;
        Around { headline, when, source, legend, num_legend_rows, height }
    }

    fn drawn(&self, parts: &[Part], around: &Around, size: Size, times: f64) -> String {
        let Around { headline, when, source, legend, num_legend_rows, .. } = around;
        let mut svg = Svg::enlarged(size, times, &self.palette.style());
        svg.rect(&["paper"], [0.0, 0.0, size.width, size.height, 0.0]);
        let mut y = MARGIN;
        for (lines, class, height) in [(headline, "headline", LINES[0]), (when, "when", LINES[1])] {
            for line in lines {
                svg.text(class, MARGIN, y + 0.72 * height, line);
                y += height;
            }
        }
        y += GAP / 2.0;
        for part in parts {
            match part {
                Part::Timeline(_, shapes) | Part::Ladder(_, shapes) => svg.shapes(MARGIN, y, shapes),
                Part::Graph(size, shapes) => {
                    // What lies outside is cut off.
                    svg.start("svg")
                        .at("x", MARGIN)
                        .at("y", y)
                        .at("width", size.width)
                        .at("height", size.height)
                        .block();
                    svg.shapes(0.0, 0.0, shapes);
                    svg.end_nested();
                }
            }
            y += part.size().height + GAP;
        }
        // In a still the rest stands at its foot, however high the part came out.
        let rows = |count: usize, height: f64| (0..count).map(|_| height).sum::<f64>();
        y = size.height - MARGIN - rows(*num_legend_rows, LINES[2]) - rows(source.len(), LINES[3]);
        for (sign, words, x, row) in legend {
            let top = y + rows(*row, LINES[2]);
            sign.draw(&mut svg, MARGIN + x, top, words);
        }
        y += rows(*num_legend_rows, LINES[2]);
        for line in source {
            svg.text("source", MARGIN, y + 0.72 * LINES[3], line);
            y += LINES[3];
        }
        svg.finished()
    }

    /// The words of `text` on lines of at most `width` pixels,
    /// in type that runs `scale` times as wide as the measured one.
    fn lines(&self, text: &str, scale: f64, width: f64) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split_whitespace() {
            if let Some(line) = lines.last_mut() {
                let mut longer = line.clone();
                longer.push(' ');
                longer += word;
                if (self.measure)(&longer) * scale <= width {
                    *line = longer;
                    continue;
                }
            }
            lines.push(word.to_owned());
        }
        lines
    }

    /// What the signs of `parts` mean, each with its words, its left end and its row.
    fn legend(&self, record: &Record, parts: &[Part], width: f64) -> Vec<(Sign, &'static str, f64, usize)> {
        let data = record.data();
        let has_timeline = parts.iter().any(|part| matches!(part, Part::Timeline(..)));
        let has_tails = has_timeline && self.lanes == LaneMode::Domain;
        let sides = (0u16..).map(SideIdx).zip(data.sides);
        let side = |(nth, side): (SideIdx, &Side)| {
            (
                if has_tails && !side.is_unattributed() { Sign::Tail(nth) } else { Sign::Swatch(nth) },
                side.short,
            )
        };
        let mut entries: Vec<(Sign, &'static str)> = sides.map(side).collect();
        if has_timeline {
            entries
                .extend(data.domains.iter().enumerate().map(|(nth, domain)| (Sign::Glyph(nth), domain.name)));
            entries.push((Sign::Flag, "contested claim"));
        }
        if parts.iter().any(|part| matches!(part, Part::Graph(..))) {
            let lines = [
                ("fierce", "very hostile"),
                ("hostile", "hostile"),
                ("neutral", "neither"),
                ("cooperative", "friendly"),
                ("relation", "standing relation"),
            ];
            entries.extend(lines.map(|(class, name)| (Sign::Line(class), name)));
        }
        let (mut x, mut row) = (0.0, 0);
        let mut placed = Vec::new();
        for (sign, words) in entries {
            let needed = SIGN.0 + (self.measure)(words);
            if x > 0.0 && x + needed > width {
                (x, row) = (0.0, row + 1);
            }
            placed.push((sign, words, x, row));
            x += needed + SIGN.1;
        }
        placed
    }
}

impl Sign {
    fn draw(&self, svg: &mut Svg, x: f64, y: f64, words: &str) {
        let class = if let Self::Swatch(side) | Self::Tail(side) = self { hue(*side) } else { "" };
        svg.start("g").set("class", class).group();
        match self {
            Self::Swatch(_) => svg.rect(&["swatch"], [x, y + 1.0, 10.0, 10.0, 2.0]),
            Self::Tail(side) => svg.path("glyph", &glyph::of_side(side.get(), x + 5.0, y + 6.0).text()),
            Self::Glyph(nth) => svg.path("key", &glyph::of_field(*nth, x + 5.0, y + 6.0).text()),
            Self::Flag => svg.path("flag contested", &glyph::flag(x + 2.5, y + 10.0).text()),
            Self::Line("relation") => {
                svg.start("g").set("class", "relation").group();
                svg.path("tie", &Outline::level(y + 6.5, x, x + 13.0).text());
                svg.end();
            }
            Self::Line(class) => {
                svg.start("g").set("class", class).set("stroke-width", &coord(2.5)).group();
                svg.path("line", &Outline::level(y + 6.5, x, x + 13.0).text());
                svg.end();
            }
        }
        svg.text("source", x + SIGN.0, y + 10.0, words);
        svg.end();
    }
}
