//! From a window to its picture, the same way for all who draw it:
//! the page, exported pictures and the opening view.

use std::rc::Rc;

use dataset::model::EventIdx;

use super::classes::AXIS_HEIGHT;
use super::labels::Labels;
use super::lanes::{LaneMode, Lanes};
use super::levels::LevelCache;
use super::needs;
use super::scene::{SceneRequest, TimelineScene};
use crate::geom::Size;
use crate::record::Record;
use crate::time::scale::TimeScale;
use crate::time::window::TimeWindow;
use crate::time::zone::Zone;

/// What the picture of a window depends on.
#[derive(Clone, Copy, Debug)]
pub struct LayoutRequest<'a> {
    /// The events.
    pub record: &'a Record,
    /// What the lanes stand for.
    pub mode: LaneMode,
    /// The words.
    pub labels: &'a Rc<Labels>,
    /// The plot in pixels, its axis included.
    pub size: Size,
    /// Whether the names of lanes stand beside them, and not above their rows:
    /// see [`Lanes::has_room_beside`].
    pub are_names_beside: bool,
    /// The stretch of time shown.
    pub window: TimeWindow,
    /// The clock of the axis.
    pub zone: Zone,
    /// Events that are never inside a number.
    pub kept: &'a [EventIdx],
    /// For each event whether it stands out; `None` when none does.
    pub lit: Option<&'a [bool]>,
}

impl LayoutRequest<'_> {
    /// The window on the plot.
    #[must_use]
    pub fn scale(&self) -> TimeScale {
        TimeScale::new(self.window, self.size.width)
    }

    /// The lanes as this window needs them.
    #[must_use]
    pub fn lanes(&self) -> Lanes {
        let name_height = if self.are_names_beside { 0.0 } else { Lanes::NAME_HEIGHT };
        let height = self.size.height - AXIS_HEIGHT;
        // One that the reader chose moves no lane; those of a story's step have rows first.
        let told = if self.kept.len() > 1 { self.kept } else { &[] };
        let needs = needs::rows_telling(self.record, self.mode, self.labels, self.scale(), height, told);
        Lanes::fitting(self.mode, name_height, height, &needs)
    }

    /// The picture in `lanes`: those that this window needs or, while it moves, those that it had at rest.
    #[must_use]
    pub fn scene(&self, lanes: &Lanes, levels: &mut LevelCache) -> TimelineScene {
        let Self { record, labels, zone, kept, lit, .. } = *self;
        let scale = self.scale();
        let level = levels.get(record, lanes, labels, scale);
        TimelineScene::draw(&SceneRequest { record, lanes, level: &level, labels, scale, zone, kept, lit })
    }
}
