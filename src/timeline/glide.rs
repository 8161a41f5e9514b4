//! The way from one arrangement of lanes to another: marks and borders move
//! from their old places to the new ones.

use super::lanes::Lanes;
use super::scene::TimelineScene;

/// A picture with the lanes that it was drawn with.
#[derive(Clone, Debug, PartialEq)]
pub struct Laid {
    /// The lanes.
    pub lanes: Lanes,
    /// The picture.
    pub scene: TimelineScene,
}

impl Laid {
    /// This picture when `share` of the way from the heights of `from` is done, both of one window: 1 is this
    /// picture. What stood nowhere before is where it will be. O(marks × log marks).
    #[must_use]
    pub fn coming_from(&self, from: &Self, share: f64) -> Self {
        let between =
            |before: f64, after: f64| if share < 1.0 { before + (after - before) * share } else { after };
        let mut now = self.clone();
        now.lanes = self.lanes.coming_from(&from.lanes, share);
        for (lane, room) in now.scene.lanes.iter_mut().zip(now.lanes.all()) {
            lane.y = room.top;
        }
        for mark in &mut now.scene.marks {
            if let Ok(at) = from.scene.marks.binary_search_by_key(&mark.event, |mark| mark.event) {
                mark.y = between(from.scene.marks[at].y, mark.y);
            }
        }
        for cluster in &mut now.scene.clusters {
            let row = |lanes: &Lanes, lane: u16| lanes.row_middle(lane, None);
            let lane = (0..self.lanes.num_lanes()).find(|&lane| row(&self.lanes, lane) == cluster.y);
            if let Some(lane) = lane {
                cluster.y = row(&now.lanes, lane);
            }
        }
        now
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::Size;
    use crate::time::zone::Zone;
    use crate::timeline::lanes::LaneMode;
    use crate::timeline::layout::LayoutRequest;
    use crate::timeline::levels::LevelCache;
    use crate::timeline::sample::{any_plot, any_record, labels};
    use proptest::prelude::*;
    use std::rc::Rc;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn it_begins_where_things_stood_and_ends_where_they_stand(
            record in any_record(),
            plot in any_plot(),
        ) {
            let (scale, labels) = (plot.scale(&record), Rc::new(labels(&record)));
            let size = Size::new(scale.width(), 400.0);
            let (mode, window, zone) = (LaneMode::Side, scale.window(), Zone::Event);
            let are_names_beside = Lanes::has_room_beside(size.width);
            let request = LayoutRequest {
                record: &record,
                mode,
                labels: &labels,
                size,
                are_names_beside,
                window,
                zone,
                kept: &[],
                lit: None,
            };
            let laid =
                |lanes: Lanes| Laid { scene: request.scene(&lanes, &mut LevelCache::default()), lanes };
            let even =
                laid(Lanes::fitting(mode, 0.0, 360.0, &vec![1u16; usize::from(Lanes::count(&record, mode))]));
            let needed = laid(request.lanes());
            prop_assert_eq!(&needed.coming_from(&even, 1.0), &needed);
            let start = needed.coming_from(&even, 0.0);
            prop_assert_eq!(
                start.lanes.all().iter().map(|lane| lane.top).collect::<Vec<_>>(),
                even.lanes.all().iter().map(|lane| lane.top).collect::<Vec<_>>()
            );
            for mark in &start.scene.marks {
                let before = even.scene.marks.iter().find(|other| other.event == mark.event);
                prop_assert!(before.is_none_or(|before| before.y == mark.y));
            }
        }
    }
}
