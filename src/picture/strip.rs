//! The strip of the whole record with the window on it.

use super::svg::Svg;
use super::timeline::{line, tick_labels};
use crate::geom::Size;
use crate::geom::translate;
use crate::timeline::overview::{Brush, OverviewScene};

/// Room below the bars for the labels, in pixels.
const LABELS_HEIGHT: f64 = 18.0;

/// What the view of the overview draws.
#[derive(Clone, Copy, Debug)]
pub struct Strip<'a> {
    /// The scene.
    pub scene: &'a OverviewScene,
    /// The window.
    pub brush: Brush,
    /// Width, and height of the bars, in pixels.
    pub bars: Size,
}

impl Strip<'_> {
    /// The room that it takes, labels included.
    #[must_use]
    pub fn size(&self) -> Size {
        Size::new(self.bars.width, self.bars.height + LABELS_HEIGHT)
    }

    /// Draws it with its left top corner at `x`, `y`.
    pub fn draw(&self, svg: &mut Svg, x: f64, y: f64) {
        let Size { width, height } = self.bars;
        svg.start("g").set("transform", &translate(x, y)).block();
        for bar in self.scene.density.split_inclusive('z') {
            svg.path("density", bar);
        }
        svg.path("base", &line(height, 0.0, width));
        tick_labels(svg, "tick", &self.scene.ticks, height + 12.0);
        svg.rect(&["brush"], [self.brush.x, 0.5, self.brush.width, height, 3.0]);
        svg.end();
    }
}
