//! Which node an arrow key leads to.

use dataset::model::ActorIdx;

use super::scene::GraphScene;
use crate::geom::Vec2;

/// The node nearest to `from` in the direction `way`, which need not be of unit length; `None` when there is none that way.
///
/// A node counts as being that way if it lies within 60° of it; among those, one that lies to the side counts as
/// further off than it is.
#[must_use]
pub fn next(scene: &GraphScene, from: ActorIdx, way: Vec2) -> Option<ActorIdx> {
    let start = scene.nodes.iter().find(|node| node.actor == from)?.center;
    let cost = |to: Vec2| {
        let ahead = (to.x * way.x + to.y * way.y) / way.length();
        // cos 60°
        (ahead > 0.5 * to.length()).then(|| to.length_squared() / ahead)
    };
    let costs = scene.nodes.iter().filter_map(|node| Some((cost(node.center - start)?, node.actor)));
    costs.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, actor)| actor)
}

#[cfg(test)]
mod tests {
    use super::super::sample::Sample;
    use super::*;
    use crate::geom::{Point, Size};
    use crate::graph::camera::GraphCamera;
    use crate::graph::content::GraphContent;
    use crate::graph::layout::GraphLayout;
    use crate::graph::scene::{Focus, SceneRequest};

    #[test]
    fn an_arrow_leads_to_what_lies_that_way_and_back() {
        let [us, them, third] = [0, 1, 2].map(ActorIdx);
        let story = Sample::new(3).event("2020-01-03", &[us], &[them, third], None).story();
        let content = GraphContent::whole(&story);
        let actors = [us, them, third];
        let places = [Point::new(10.0, 50.0), Point::new(90.0, 60.0), Point::new(85.0, 200.0)];
        let layout = GraphLayout::new(actors.into_iter().zip(places).collect());
        let request = SceneRequest {
            story: &story,
            content: &content,
            layout: &layout,
            camera: GraphCamera::default(),
            size: Size::new(300.0, 300.0),
            focus: Focus::default(),
            label_widths: &[],
        };
        let scene = GraphScene::of(&request);
        assert_eq!(next(&scene, actors[0], Vec2::new(1.0, 0.0)), Some(actors[1]));
        assert_eq!(next(&scene, actors[1], Vec2::new(0.0, 1.0)), Some(actors[2]));
        assert_eq!(next(&scene, actors[1], Vec2::new(-1.0, 0.0)), Some(actors[0]));
        assert_eq!(next(&scene, actors[0], Vec2::new(-1.0, 0.0)), None);
    }
}
