//! The lanes with their marks, at any width: places in time are percentages of the plot,
//! everything else is in pixels.
//!
//! There are two forms, for wide and for narrow screens, drawn for the sizes below from the shapes of the
//! running page. The style sheet shows one of them. On screens in between, marks stand right and labels have
//! slightly more or less room than they need. Arcs are left out, because curves cannot be stretched.

use std::fmt::Write as _;
use std::rc::Rc;

use brink::drawing::shape::{Detail, Group, Shape};
use brink::drawing::timeline::TimelinePicture;
use brink::geom::outline::{Outline, Step};
use brink::geom::{Point, Size, coord};
use brink::record::Record;
use brink::time::zone::Zone;
use brink::timeline::arcs::Arcs;
use brink::timeline::classes::AXIS_HEIGHT;
use brink::timeline::glide::Laid;
use brink::timeline::labels::Labels;
use brink::timeline::lanes::{LaneMode, Lanes};
use brink::timeline::layout::LayoutRequest;
use brink::timeline::levels::LevelCache;

use crate::page::finish::html::escaped;
use crate::page::finish::letters::{self, FONTS_DIFFER};

/// A form of the plot.
struct Form {
    class: &'static str,
    /// Size of the plot in pixels.
    size: Size,
}

/// What the running page has on 1280 × 800 and on 390 × 844 pixels.
const FORMS: [Form; 2] = [
    Form { class: "wide", size: Size { width: 732.0, height: 330.0 } },
    Form { class: "narrow", size: Size { width: 366.0, height: 257.0 } },
];

impl Form {
    fn laid(&self, record: &Record) -> Laid {
        let labels = Rc::new(Labels::measured(record, |text| FONTS_DIFFER * letters::width(text, 13.0)));
        let request = LayoutRequest {
            record,
            mode: LaneMode::Side,
            labels: &labels,
            size: self.size,
            are_names_beside: Lanes::has_room_beside(self.size.width),
            window: if self.class == "narrow" { record.heart() } else { record.opening() },
            zone: Zone::Event,
            kept: &[],
            lit: None,
        };
        let lanes = request.lanes();
        let scene = request.scene(&lanes, &mut LevelCache::default());
        Laid { lanes, scene }
    }

    /// A place of the form's plot as a share of any plot's width.
    fn share(&self, px: f64) -> String {
        coord(px / self.size.width * 100.0) + "%"
    }
}

/// The lanes' names with their counts, where their lanes are drawn:
/// text of a picture moves nothing when the page takes over.
pub fn names(record: &Record) -> String {
    let mut html = String::from("<div class=\"lane-names\">");
    for form in &FORMS {
        let Laid { lanes, scene } = form.laid(record);
        let is_beside = lanes.name_height == 0.0;
        let _ = write!(
            html,
            "<svg class=\"{}\" width=\"130\" height=\"{}\">",
            form.class,
            coord(lanes.total_height())
        );
        for lane in &scene.lanes {
            let (name, y) = if is_beside { (lane.short, lane.y + 16.0) } else { (lane.name, lane.y + 12.0) };
            let _ = write!(
                html,
                "<text class=\"name\" y=\"{}\">{} <tspan class=\"count\">{}</tspan></text>",
                coord(y),
                escaped(name),
                lane.num_events
            );
        }
        html += "</svg>";
    }
    html + "</div>"
}

/// The plot in both forms, with what keeps it from being shorter than its lanes can be.
pub fn plot(record: &Record) -> String {
    let mut html = String::from("<div class=\"plot\">");
    for form in &FORMS {
        let Laid { lanes, scene } = form.laid(record);
        let strut = coord(lanes.least_height() + AXIS_HEIGHT);
        let _ = write!(html, "<svg class=\"strut {}\" width=\"1\" height=\"{strut}\"></svg>", form.class);
        let picture = TimelinePicture {
            record,
            scene: &scene,
            lanes: &lanes,
            arcs: &Arcs::default(),
            width: form.size.width,
            zone: Zone::Event,
            lit: None,
            selected: None,
            focused: None,
            detail: Detail::Whole,
        };
        let _ = write!(html, "<svg class=\"canvas {}\">", form.class);
        for shape in picture.shapes() {
            html += &form.stretched(&shape);
        }
        html += "</svg>";
    }
    html + "</div>"
}

impl Form {
    /// A shape whose places in time follow the plot's width. What has an anchor is drawn about it.
    fn stretched(&self, shape: &Shape) -> String {
        match shape {
            Shape::Group(group) => self.group(group),
            Shape::Path(class, outline) => self.lines(&class.text(), outline),
            // What the keyboard needs is of no use here.
            Shape::Rect(class, _) if class.text() == "lane-ring" => String::new(),
            Shape::Rect(class, block) => format!(
                "<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\"/>",
                class.text(),
                self.share(block.x),
                coord(block.y),
                self.share(block.width),
                coord(block.height),
                coord(block.radius)
            ),
            Shape::Text(class, line) => format!(
                "<text class=\"{}\" x=\"{}\" y=\"{}\">{}</text>",
                class.text(),
                self.share(line.x),
                coord(line.y),
                escaped(&line.text)
            ),
        }
    }

    fn group(&self, group: &Group) -> String {
        let class = group.class.text();
        let Some(anchor) = group.anchor else {
            let inside: String = group.shapes.iter().map(|shape| self.stretched(shape)).collect();
            return format!("<g class=\"{class}\">{inside}</g>");
        };
        let inside: String = group.shapes.iter().map(|shape| about(shape, anchor)).collect();
        let place = format!("<svg class=\"{class}\" x=\"{}\">{inside}</svg>", self.share(anchor));
        let sign = |name: &str| {
            let signs = group.signs.names.iter().skip(1).zip(&group.signs.values);
            signs.filter(|(known, _)| **known == name).find_map(|(_, value)| value.as_deref())
        };
        // The words that are seen, or headline and date.
        let words = group
            .shapes
            .iter()
            .find_map(|shape| if let Shape::Text(_, line) = shape { Some(&*line.text) } else { None });
        let whole = || sign("aria-label").and_then(|name| name.split(". ").next());
        match sign("data-event") {
            Some(id) => {
                let name = escaped(words.or_else(whole).unwrap_or(id));
                format!("<a href=\"#select={id}\" aria-label=\"{name}\">{place}</a>")
            }
            None => place,
        }
    }

    /// Upright and level lines, each end where it belongs.
    fn lines(&self, class: &str, outline: &Outline) -> String {
        let mut html = String::new();
        let mut from = Point::default();
        for step in &outline.steps {
            match *step {
                Step::Line(to) => {
                    let [x1, x2] = [from, to].map(|point| self.share(point.x));
                    let [y1, y2] = [from, to].map(|point| coord(point.y));
                    let _ = write!(
                        html,
                        "<line class=\"{class}\" x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\"/>"
                    );
                    from = to;
                }
                Step::Move(to) => from = to,
                _ => {}
            }
        }
        html
    }
}

/// A shape in pixels, counted from `anchor`.
fn about(shape: &Shape, anchor: f64) -> String {
    match shape {
        Shape::Group(group) => group.shapes.iter().map(|shape| about(shape, anchor)).collect(),
        // What the pointer needs is of no use here.
        Shape::Rect(class, _) if class.text() == "hit" => String::new(),
        Shape::Path(class, outline) => {
            format!("<path class=\"{}\" d=\"{}\"/>", class.text(), outline.moved(-anchor, 0.0).text())
        }
        Shape::Rect(class, block) => format!(
            "<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\"/>",
            class.text(),
            coord(block.x - anchor),
            coord(block.y),
            coord(block.width),
            coord(block.height),
            coord(block.radius)
        ),
        Shape::Text(class, line) => {
            format!(
                "<text class=\"{}\" x=\"{}\" y=\"{}\">{}</text>",
                class.text(),
                coord(line.x - anchor),
                coord(line.y),
                escaped(&line.text)
            )
        }
    }
}
