//! SVG as text: elements with escaped attributes and texts, one drawn thing a line.

use super::shape::{Class, Group, Line, Shape};
use crate::geom::{Size, coord, translate};

/// An SVG in the making. What it holds is well-formed as long as every [`Svg::group`] is ended.
#[derive(Clone, Debug, Default)]
pub struct Svg {
    text: String,
    /// How many groups are open: a line ends where none is but the outermost.
    depth: u32,
}

impl Svg {
    /// An SVG of `size` with `style` as its sheet.
    #[must_use]
    pub fn with_style(size: Size, style: &str) -> Self {
        Self::enlarged(size, 1.0, style)
    }

    /// The same, shown larger by a factor.
    #[must_use]
    pub fn enlarged(size: Size, times: f64, style: &str) -> Self {
        let mut svg = Self::default();
        let (width, height) = (coord(size.width), coord(size.height));
        svg.text += "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"";
        svg.text += &coord(size.width * times);
        svg.text += "\" height=\"";
        svg.text += &coord(size.height * times);
        svg.text += "\" viewBox=\"0 0 ";
        svg.text += &width;
        svg.text.push(' ');
        svg.text += &height;
        svg.text += "\">\n<style>";
        svg.escape(style);
        svg.text += "</style>\n";
        svg
    }

    /// Starts an element, whose attributes follow.
    pub fn start(&mut self, tag: &str) -> &mut Self {
        self.text.push('<');
        self.text += tag;
        self
    }

    /// Gives the started element an attribute; none where `value` is empty.
    pub fn set(&mut self, name: &str, value: &str) -> &mut Self {
        if !value.is_empty() {
            self.text.push(' ');
            self.text += name;
            self.text += "=\"";
            self.escape(value);
            self.text.push('"');
        }
        self
    }

    /// Gives the started element its classes; empty ones count for nothing.
    pub fn class(&mut self, names: &[&str]) -> &mut Self {
        let mut all = String::new();
        for name in names.iter().filter(|name| !name.is_empty()) {
            if !all.is_empty() {
                all.push(' ');
            }
            all += name;
        }
        self.set("class", &all)
    }

    /// Gives the started element a length or a place.
    pub fn at(&mut self, name: &str, value: f64) -> &mut Self {
        self.set(name, &coord(value))
    }

    /// Ends the started element, which holds nothing.
    pub fn done(&mut self) {
        self.text += "/>";
        self.line();
    }

    /// Ends the started element, which holds `text`.
    pub fn holding(&mut self, tag: &str, text: &str) {
        self.text.push('>');
        self.escape(text);
        self.text += "</";
        self.text += tag;
        self.text.push('>');
        self.line();
    }

    /// Makes the started element a group for what follows, until [`Svg::end`]; it stands on one line.
    pub fn group(&mut self) {
        self.text.push('>');
        self.depth += 1;
    }

    /// Makes the started element a group whose contents have lines of their own.
    pub fn block(&mut self) {
        self.text += ">\n";
    }

    /// Ends a group.
    pub fn end(&mut self) {
        self.text += "</g>";
        self.depth = self.depth.saturating_sub(1);
        self.line();
    }

    /// Ends an SVG within this one.
    pub fn end_nested(&mut self) {
        self.text += "</svg>";
        self.line();
    }

    /// Shapes, moved by `x`, `y`, in a block of their own.
    /// Of their signs, data stay, and names become titles.
    pub fn shapes(&mut self, x: f64, y: f64, shapes: &[Shape]) {
        self.start("g").set("transform", &translate(x, y)).block();
        self.each(shapes);
        self.end();
    }

    fn each(&mut self, shapes: &[Shape]) {
        for shape in shapes {
            match shape {
                Shape::Group(group) if group.shapes.is_empty() => {}
                Shape::Group(group) => self.shape_group(group),
                Shape::Path(class, outline) => self.path(&class.text(), &outline.text()),
                Shape::Rect(class, block) => {
                    self.rect(&class.0, [block.x, block.y, block.width, block.height, block.radius]);
                }
                Shape::Text(class, Line { x, y, text }) => self.text(&class.text(), *x, *y, text),
            }
        }
    }

    fn shape_group(&mut self, group: &Group) {
        let signs = || group.signs.names.iter().skip(1).zip(&group.signs.values);
        let value =
            |name: &str| signs().find(|(known, _)| **known == name).and_then(|(_, value)| value.as_deref());
        // One thing a line: what holds only other groups stands on lines of its own.
        let is_block = group.shapes.iter().any(|shape| matches!(shape, Shape::Group(_)));
        if group.class == Class::default() && signs().next().is_none() {
            return self.each(&group.shapes);
        }
        self.start("g").set("class", &group.class.text());
        for (name, value) in signs()
            .filter(|(name, _)| name.starts_with("data-") || ["transform", "stroke-width"].contains(name))
        {
            self.set(name, value.as_deref().unwrap_or_default());
        }
        if is_block {
            self.block()
        } else {
            self.group()
        }
        if let Some(name) = value("aria-label").filter(|_| !is_block) {
            self.title(name);
        }
        self.each(&group.shapes);
        if is_block { self.end_block() } else { self.end() }
    }

    fn end_block(&mut self) {
        self.text += "</g>\n";
    }

    /// A path.
    pub fn path(&mut self, class: &str, d: &str) {
        self.start("path").set("class", class).set("d", d).done();
    }

    /// A rectangle: left, top, width, height, corner radius.
    pub fn rect(&mut self, classes: &[&str], [x, y, width, height, radius]: [f64; 5]) {
        self.start("rect").class(classes).at("x", x).at("y", y).at("width", width).at("height", height);
        if radius > 0.0 {
            self.at("rx", radius);
        }
        self.done();
    }

    /// A line of text with its baseline at `y`.
    pub fn text(&mut self, class: &str, x: f64, y: f64, text: &str) {
        self.start("text").set("class", class).at("x", x).at("y", y).holding("text", text);
    }

    /// What is shown where the pointer rests, and read out.
    pub fn title(&mut self, text: &str) {
        self.start("title").holding("title", text);
    }

    /// All of it.
    #[must_use]
    pub fn finished(mut self) -> String {
        self.text += "</svg>\n";
        self.text
    }

    fn line(&mut self) {
        if self.depth == 0 {
            self.text.push('\n');
        }
    }

    /// Characters that XML 1.0 has no place for are left out.
    fn escape(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.text += "&amp;",
                '<' => self.text += "&lt;",
                '>' => self.text += "&gt;",
                '"' => self.text += "&quot;",
                '\n' | '\t' => self.text.push(c),
                '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
                _ => self.text.push(c),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_attributes_cannot_become_markup() {
        let mut svg = Svg::with_style(Size::new(10.0, 5.5), "a>b{}");
        svg.start("g").class(&["x", "", "y"]).set("data-answer", "a>\"b\"").set("none", "").group();
        svg.text("", 1.0, 2.255, "</text><script>&\u{1}");
        svg.end();
        assert_eq!(
            svg.finished(),
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"5.5\" viewBox=\"0 0 10 5.5\">\n\
             <style>a&gt;b{}</style>\n\
             <g class=\"x y\" data-answer=\"a&gt;&quot;b&quot;\"><text x=\"1\" y=\"2.26\">\
             &lt;/text&gt;&lt;script&gt;&amp;</text></g>\n</svg>\n"
        );
    }
}
