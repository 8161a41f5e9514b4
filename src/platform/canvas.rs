//! A canvas that draws outlines and texts with the look that the style sheet gives
//! to elements of the same classes.
//!
//! The looks are read from hidden elements: one of each class is made within the picture, read once, and kept
//! until [`Canvas::forget_looks`]. So the style sheet stays the one place for colours and type,
//! in all themes and modes.

use web_sys::js_sys::{Reflect, parse_float};
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, CssStyleDeclaration, Element, HtmlCanvasElement, SvgElement};

use super::dom::{browser, document};
use crate::geom::Size;
use crate::geom::outline::{Outline, Step};

/// The namespace of SVG.
const SVG: &str = "http://www.w3.org/2000/svg";
/// Half a turn.
const HALF_TURN: f64 = std::f64::consts::PI;

/// A canvas over a picture.
pub struct Canvas {
    element: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    /// What classes stand within; the first is the picture itself.
    places: Vec<Place>,
    /// Device pixels in one of CSS.
    ratio: f64,
    /// The place and look that the context is set to draw with.
    current: Option<(usize, usize)>,
}

/// A group of the picture, or the picture itself.
pub struct Place {
    /// The element that looks are read in.
    element: SvgElement,
    opacity: f64,
    groups: Vec<(Names, usize)>,
    looks: Vec<(&'static str, Names, Look)>,
}

/// Class names of an element, as shapes have them.
pub type Names = [&'static str; 4];

/// How an element looks.
struct Look {
    fill: Option<JsValue>,
    stroke: Option<JsValue>,
    fill_alpha: f64,
    stroke_alpha: f64,
    stroke_width: f64,
    /// The stroke lies below the fill.
    is_outlined: bool,
    is_crisp: bool,
    font: String,
    align: &'static str,
    spacing: JsValue,
}

impl Canvas {
    /// The canvas `element`, with looks as within `picture`; `None` where the browser draws on none.
    #[must_use]
    pub fn new(element: HtmlCanvasElement, picture: SvgElement) -> Option<Self> {
        let context: CanvasRenderingContext2d = element.get_context("2d").ok()??.dyn_into().ok()?;
        let place = Place { element: picture, opacity: 1.0, groups: Vec::new(), looks: Vec::new() };
        Some(Self { element, context, places: vec![place], ratio: 1.0, current: None })
    }

    /// Reads all looks again when they are next needed: theme, contrast or fonts may have changed.
    pub fn forget_looks(&mut self) {
        self.places.truncate(1);
        for place in &mut self.places {
            place.groups.clear();
            place.looks.clear();
            place.element.set_text_content(None);
        }
    }

    /// Wipes it and makes it `size` CSS pixels large; what is drawn comes `down` pixels lower.
    pub fn begin(&mut self, size: Size, down: f64) {
        self.ratio = browser().map_or(1.0, |window| window.device_pixel_ratio()).max(0.1);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "screens are small")]
        let [width, height] = [size.width, size.height].map(|side| (side * self.ratio).round() as u32);
        if self.element.width() != width || self.element.height() != height {
            self.element.set_width(width);
            self.element.set_height(height);
            let style = self.element.style();
            for (name, side) in [("width", size.width), ("height", size.height)] {
                // Fails for no such property.
                let _ = style.set_property(name, &(crate::geom::coord(side) + "px"));
            }
        }
        let context = &self.context;
        // Fails for no numbers that come here.
        let _ = context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0);
        context.clear_rect(0.0, 0.0, width.into(), height.into());
        let _ = context.set_transform(self.ratio, 0.0, 0.0, self.ratio, 0.0, (down * self.ratio).round());
        context.set_line_join("round");
        self.set("textRendering", &JsValue::from_str("geometricPrecision"));
        self.current = None;
    }

    /// The place of a group with these names within `place`.
    pub fn group(&mut self, place: usize, names: Names) -> usize {
        if let Some((_, known)) = self.places[place].groups.iter().find(|(known, _)| *known == names) {
            return *known;
        }
        let Some(element) = make("g", &names, &self.places[place].element) else { return place };
        let own = styles(&element).map_or(1.0, |style| number(&style, "opacity"));
        let opacity = self.places[place].opacity * own;
        let nth = self.places.len();
        self.places.push(Place { element, opacity, groups: Vec::new(), looks: Vec::new() });
        self.places[place].groups.push((names, nth));
        nth
    }

    /// Draws an outline within `place`.
    pub fn outline(&mut self, place: usize, names: Names, outline: &Outline) {
        let Some(nth) = self.take("path", place, names) else { return };
        let look = &self.places[place].looks[nth].2;
        if look.fill.is_none() && look.stroke.is_none() {
            return;
        }
        self.trace(outline, look.is_crisp);
        self.ink(place, look, || self.context.fill(), || self.context.stroke());
    }

    /// Draws a rectangle within `place`: left, top, width, height, radius of its corners.
    pub fn rect(&mut self, place: usize, names: Names, [x, y, width, height, radius]: [f64; 5]) {
        let Some(nth) = self.take("rect", place, names) else { return };
        let look = &self.places[place].looks[nth].2;
        if look.fill.is_none() && look.stroke.is_none() {
            return;
        }
        self.context.begin_path();
        // A radius is at most half a side, as in SVG.
        let radius = radius.min(width / 2.0).min(height / 2.0).max(0.0);
        // Fails for no such radius.
        let _ = self.context.round_rect_with_f64(x, y, width, height, radius);
        self.ink(place, look, || self.context.fill(), || self.context.stroke());
    }

    /// Writes a line of text within `place`.
    pub fn text(&mut self, place: usize, names: Names, x: f64, y: f64, text: &str) {
        let Some(nth) = self.take("text", place, names) else { return };
        let look = &self.places[place].looks[nth].2;
        if self.current != Some((place, nth)) {
            self.context.set_font(&look.font);
            self.context.set_text_align(look.align);
            self.set("letterSpacing", &look.spacing);
        }
        // As in the page's attributes: a hair's breadth decides on which part of a pixel a letter stands.
        let [x, y] = [x, y].map(hundredths);
        // Both fail for no such numbers.
        let fill = || drop(self.context.fill_text(text, x, y));
        let stroke = || drop(self.context.stroke_text(text, x, y));
        self.ink(place, look, fill, stroke);
        self.current = Some((place, nth));
    }

    /// The look of an element of `tag` with these names in `place`.
    fn take(&mut self, tag: &'static str, place: usize, names: Names) -> Option<usize> {
        let known =
            self.places[place].looks.iter().position(|(own, known, _)| *own == tag && *known == names);
        if known.is_some() {
            return known;
        }
        let element = make(tag, &names, &self.places[place].element)?;
        let look = Look::of(&styles(&element)?);
        self.places[place].looks.push((tag, names, look));
        Some(self.places[place].looks.len() - 1)
    }

    fn ink(&self, place: usize, look: &Look, fill: impl Fn(), stroke: impl Fn()) {
        let opacity = self.places[place].opacity;
        let filled = || {
            if let Some(colour) = &look.fill {
                self.context.set_global_alpha(opacity * look.fill_alpha);
                self.set("fillStyle", colour);
                fill();
            }
        };
        if !look.is_outlined {
            filled();
        }
        if let Some(colour) = &look.stroke {
            self.context.set_global_alpha(opacity * look.stroke_alpha);
            self.set("strokeStyle", colour);
            self.context.set_line_width(look.stroke_width);
            stroke();
        }
        if look.is_outlined {
            filled();
        }
    }

    /// Sets a property of the context to a value that the browser has already:
    /// it need not be handed over letter by letter.
    fn set(&self, property: &str, value: &JsValue) {
        // Fails for a value that the property does not know; the property then stays as it was.
        let _ = Reflect::set(&self.context, &JsValue::from_str(property), value);
    }

    fn trace(&self, outline: &Outline, is_crisp: bool) {
        let context = &self.context;
        let snap =
            |at: f64| if is_crisp { ((hundredths(at) * self.ratio).floor() + 0.5) / self.ratio } else { at };
        context.begin_path();
        let mut from = crate::geom::Point::default();
        for step in &outline.steps {
            match *step {
                Step::Move(to) => context.move_to(snap(to.x), snap(to.y)),
                Step::Line(to) => context.line_to(snap(to.x), snap(to.y)),
                Step::Curve(control, to) => context.quadratic_curve_to(control.x, control.y, to.x, to.y),
                Step::HalfCircle(radius, to) => {
                    let (x, y) = (f64::midpoint(from.x, to.x), f64::midpoint(from.y, to.y));
                    let start = (from.y - y).atan2(from.x - x);
                    // Fails for a negative radius.
                    let _ = context.arc(x, y, radius, start, start + HALF_TURN);
                }
                Step::Close => context.close_path(),
            }
            if let Step::Move(to) | Step::Line(to) | Step::Curve(_, to) | Step::HalfCircle(_, to) = *step {
                from = to;
            }
        }
    }
}

impl Look {
    fn of(style: &CssStyleDeclaration) -> Self {
        let value = |name: &str| style.get_property_value(name).unwrap_or_default();
        let colour = |name: &str| {
            let colour = value(name);
            let is_none = colour.is_empty()
                || colour == "none"
                || colour == "transparent"
                || colour == "rgba(0, 0, 0, 0)";
            (!is_none).then(|| JsValue::from_str(&colour))
        };
        let is_hidden = value("display") == "none" || value("visibility") == "hidden";
        let opacity = number(style, "opacity");
        let spacing = value("letter-spacing");
        Self {
            fill: colour("fill").filter(|_| !is_hidden),
            stroke: colour("stroke").filter(|_| !is_hidden),
            fill_alpha: opacity * number(style, "fill-opacity"),
            stroke_alpha: opacity * number(style, "stroke-opacity"),
            stroke_width: number(style, "stroke-width"),
            is_outlined: value("paint-order").starts_with("stroke"),
            is_crisp: value("shape-rendering").eq_ignore_ascii_case("crispedges"),
            font: [value("font-weight"), value("font-size"), value("font-family")].join(" "),
            align: match value("text-anchor").as_str() {
                "middle" => "center",
                "end" => "right",
                _ => "left",
            },
            spacing: JsValue::from_str(if spacing == "normal" { "0px" } else { &spacing }),
        }
    }
}

/// A coordinate as SVG's attributes have it.
fn hundredths(at: f64) -> f64 {
    (at * 100.0).round() / 100.0
}

/// A number at the beginning of a property; 1 for none.
fn number(style: &CssStyleDeclaration, name: &str) -> f64 {
    let text = style.get_property_value(name).unwrap_or_default();
    let number = parse_float(&text);
    if number.is_nan() { 1.0 } else { number }
}

fn styles(element: &Element) -> Option<CssStyleDeclaration> {
    browser()?.get_computed_style(element).ok()?
}

/// An element with these names within `parent`.
fn make(tag: &str, names: &Names, parent: &SvgElement) -> Option<SvgElement> {
    let element: SvgElement = document()?.create_element_ns(Some(SVG), tag).ok()?.dyn_into().ok()?;
    // Fails for no such name.
    let _ = element.set_attribute("class", &names.join(" "));
    parent.append_child(&element).ok()?;
    Some(element)
}
