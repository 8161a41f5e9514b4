//! The graph in screen words: everything that is drawn, so that the view decides nothing.

use dataset::model::{ActorIdx, ActorKind, SideIdx};

use super::camera::GraphCamera;
use super::content::{ActorNode, Balance, Dealing, GraphContent, Standing};
pub use super::focus::{Emphasis, Focus};
use super::labels::{LabelSpec, PlacedLabel, place_labels};
use super::layout::{GraphLayout, LETTER_SIZE, radius};
use super::links::{Arrow, Disc, arrow, straight, width};
use super::words;
use crate::geom::outline::Outline;
use crate::geom::{Point, Size};
use crate::record::Record;
use crate::record::words::actor_kind;

/// All that a scene depends on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SceneRequest<'a> {
    /// Names, sides and kinds.
    pub record: &'a Record,
    /// What is to be drawn.
    pub content: &'a GraphContent,
    /// Where; nodes without a place, and their lines, are left out.
    pub layout: &'a GraphLayout,
    /// How near.
    pub camera: GraphCamera,
    /// The panel in px: labels stay inside it.
    pub size: Size,
    /// What the reader looks at.
    pub focus: Focus<'a>,
    /// Measured width in px of each actor's short name, by actor; estimated for actors beyond its end.
    pub label_widths: &'a [f64],
}

/// What is drawn, each list in the order of actor indices.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GraphScene {
    /// The actors.
    pub nodes: Vec<NodeMark>,
    /// Who acted on whom, to be drawn below the nodes.
    pub dealings: Vec<DealingMark>,
    /// Who stood in relation to whom, to be drawn below the dealings.
    pub relations: Vec<RelationMark>,
}

/// An actor's node.
#[derive(Clone, Debug, PartialEq)]
pub struct NodeMark {
    /// Who.
    pub actor: ActorIdx,
    /// Whose people it belongs to: its colour.
    pub side: SideIdx,
    /// What it is: its shape.
    pub kind: ActorKind,
    /// Its middle on the panel.
    pub center: Point,
    /// Radius in px of its disc, 5 to 18.
    pub radius: f64,
    /// Its name beside it, where there is room.
    pub label: Option<LabelMark>,
    /// Accessible name: "Qasem Soleimani, person, Iran and allies: 14 events".
    pub title: String,
    /// How much it stands out.
    pub emphasis: Emphasis,
    /// Whether it is the selected one.
    pub is_selected: bool,
}

/// A name beside its node.
#[derive(Clone, Debug, PartialEq)]
pub struct LabelMark {
    /// The actor's short name.
    pub text: &'static str,
    /// Where it stands.
    pub place: PlacedLabel,
}

/// What one actor did to another.
#[derive(Clone, Debug, PartialEq)]
pub struct DealingMark {
    /// Who acted.
    pub from: ActorIdx,
    /// On whom.
    pub to: ActorIdx,
    /// Line and head.
    pub arrow: Arrow,
    /// Width of the line in px, 1 to 6: how many events.
    pub width: f64,
    /// Its colour.
    pub balance: Balance,
    /// Accessible name: "United States → Iran: 9 events".
    pub title: String,
    /// How much it stands out.
    pub emphasis: Emphasis,
}

/// What stood between two actors.
#[derive(Clone, Debug, PartialEq)]
pub struct RelationMark {
    /// Who stood in it.
    pub source: ActorIdx,
    /// To whom.
    pub target: ActorIdx,
    /// A straight line.
    pub line: Outline,
    /// Accessible name: "Qasem Soleimani, head of Quds Force; part of Quds Force".
    pub title: String,
    /// How much it stands out.
    pub emphasis: Emphasis,
}

impl GraphScene {
    /// Decides everything. O(n × labels + links).
    #[must_use]
    pub fn of(request: &SceneRequest<'_>) -> Self {
        Self { nodes: nodes(request), dealings: dealings(request), relations: relations(request) }
    }
}

impl SceneRequest<'_> {
    fn disc(&self, actor: ActorIdx) -> Option<Disc> {
        let center = self.camera.on_screen(self.layout.place(actor)?);
        Some(Disc { center, radius: radius(self.content.node(actor)?.num_events) })
    }

    fn name(&self, actor: ActorIdx) -> &'static str {
        self.record.actor(actor).name
    }

    fn label_width(&self, actor: ActorIdx) -> f64 {
        let estimate = |text: &str| text.chars().map(|_| LETTER_SIZE.width).sum();
        self.label_widths
            .get(actor.get())
            .copied()
            .unwrap_or_else(|| estimate(self.record.actor(actor).short))
    }
}

fn nodes(request: &SceneRequest<'_>) -> Vec<NodeMark> {
    let placed: Vec<_> =
        request.content.nodes.iter().filter_map(|node| Some((node, request.disc(node.actor)?))).collect();
    let spec = |&(node, disc): &(&ActorNode, Disc)| LabelSpec {
        disc,
        width: request.label_width(node.actor),
        rank: request.focus.label_rank(node.actor, node.num_events),
    };
    let labels = place_labels(&placed.iter().map(spec).collect::<Vec<_>>(), request.size);
    let mark = |((node, disc), label): (&(&ActorNode, Disc), Option<PlacedLabel>)| {
        let actor = request.record.actor(node.actor);
        let side = request.record.data().sides[usize::from(actor.side.0)].name;
        let (kind, events) = (actor_kind(actor.kind), words::events(u32::from(node.num_events)));
        NodeMark {
            actor: node.actor,
            side: actor.side,
            kind: actor.kind,
            center: disc.center,
            radius: disc.radius,
            label: label.map(|place| LabelMark { text: actor.short, place }),
            title: format!("{}, {kind}, {side}: {events}", words::called(actor)),
            emphasis: request.focus.of_node(node.actor),
            is_selected: request.focus.selected == Some(node.actor),
        }
    };
    placed.iter().zip(labels).map(mark).collect()
}

fn dealings(request: &SceneRequest<'_>) -> Vec<DealingMark> {
    let mark = |dealing: &Dealing| {
        let (from, to) = (dealing.from, dealing.to);
        let count = u32::try_from(dealing.events.len()).unwrap_or(u32::MAX);
        Some(DealingMark {
            from,
            to,
            arrow: arrow(request.disc(from)?, request.disc(to)?, width(count)),
            width: width(count),
            balance: dealing.balance(),
            title: format!("{} → {}: {}", request.name(from), request.name(to), words::events(count)),
            emphasis: request.focus.of_line([from, to]),
        })
    };
    request.content.dealings.iter().filter_map(mark).collect()
}

fn relations(request: &SceneRequest<'_>) -> Vec<RelationMark> {
    let mark = |pair: &Standing| {
        Some(RelationMark {
            source: pair.source,
            target: pair.target,
            line: straight(request.disc(pair.source)?, request.disc(pair.target)?),
            title: words::standing(request.record, pair),
            emphasis: request.focus.of_line([pair.source, pair.target]),
        })
    };
    request.content.standings.iter().filter_map(mark).collect()
}

#[cfg(test)]
mod tests {
    use super::super::layout::{GraphRequest, settle};
    use super::super::sample::Sample;
    use super::*;
    use crate::geom::{Rect, Vec2};
    use dataset::model::RelationKind::{Commands, PartOf};
    use proptest::prelude::*;

    const SIZE: Size = Size::new(400.0, 200.0);
    const A: ActorIdx = ActorIdx(0);
    const B: ActorIdx = ActorIdx(1);
    const C: ActorIdx = ActorIdx(2);

    fn record() -> Record {
        Sample::new(0)
            .actor("Alice", ActorKind::Person, 0)
            .actor("Borduria", ActorKind::State, 1)
            .actor("Accord", ActorKind::Agreement, 2)
            .event("2020-01-01", &[A], &[B], Some(-4.0))
            .event("2020-01-02", &[A], &[B], None)
            .event("2020-01-03", &[B], &[C], Some(2.0))
            .relation(C, PartOf, A, None)
            .relation(C, Commands, A, None)
            .record()
    }

    /// One line for each mark of the record above with Alice at 50, 100, Borduria at 350,
    /// 100 and the accord at 200, 40.
    fn lines(camera: GraphCamera, focus: Focus<'_>, label_widths: &[f64]) -> Vec<String> {
        let record = record();
        let content = GraphContent::whole(&record);
        let places =
            [(A, Point::new(50.0, 100.0)), (B, Point::new(350.0, 100.0)), (C, Point::new(200.0, 40.0))];
        let layout = GraphLayout::new(places.to_vec());
        let scene = GraphScene::of(&SceneRequest {
            record: &record,
            content: &content,
            layout: &layout,
            camera,
            size: SIZE,
            focus,
            label_widths,
        });
        let node = |node: &NodeMark| {
            let label = node.label.as_ref().map_or("no label".to_owned(), |label| {
                format!("{} {}", label.text, label.place.anchor.as_str())
            });
            let selected = if node.is_selected { ", selected" } else { "" };
            format!(
                "{} | {},{} | {label} | {:?}{selected}",
                node.title, node.center.x, node.center.y, node.emphasis
            )
        };
        let dealing = |mark: &DealingMark| {
            format!("{} | {:?} | {:?} | {}", mark.title, mark.balance, mark.emphasis, mark.arrow.line.text())
        };
        let relation =
            |mark: &RelationMark| format!("{} | {:?} | {}", mark.title, mark.emphasis, mark.line.text());
        let nodes = scene.nodes.iter().map(node);
        nodes.chain(scene.dealings.iter().map(dealing)).chain(scene.relations.iter().map(relation)).collect()
    }

    #[test]
    fn a_scene_says_who_is_where_and_what_is_between_them() {
        let expected = [
            "Alice, person, West: 2 events | 50,100 | Alice start | Plain",
            "Borduria, state, East: 3 events | 350,100 | Borduria end | Plain",
            "Accord, agreement, Rest: 1 event | 200,40 | Accord start | Plain",
            "Alice → Borduria: 2 events | Hostile | Plain | M57.17 96.85Q200 34 336.8 94.19",
            "Borduria → Accord: 1 event | Cooperative | Plain | M341.54 100.29Q261.8 103 208.77 48.94",
            "Accord, part of Alice; commander of Alice | Plain | M193.5 42.6L57.27 97.09",
        ];
        assert_eq!(lines(GraphCamera::default(), Focus::default(), &[]), expected);
    }

    #[test]
    fn the_camera_moves_the_nodes_and_what_does_not_fit_has_no_label() {
        let camera = GraphCamera { zoom: 2.0, pan: Vec2::new(-50.0, -60.0) };
        let scene = lines(camera, Focus { selected: Some(B), ..Focus::default() }, &[]);
        assert_eq!(scene[0], "Alice, person, West: 2 events | 50,140 | Alice start | Plain");
        assert_eq!(scene[1], "Borduria, state, East: 3 events | 650,140 | no label | Plain, selected");
        let scene = lines(GraphCamera::default(), Focus::default(), &[390.0, 30.0]);
        assert!(
            scene[0].contains("no label") && scene[1].contains("Borduria start"),
            "measured widths count: {scene:?}"
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(30))]

        #[test]
        fn a_scene_draws_all_of_its_content_and_no_label_on_another(
            acts in proptest::collection::vec((0u16..24, 0u16..24), 1..90), width in 320.0..1200.0f64,
        ) {
            let sample = acts.iter().fold(Sample::new(24), |sample, &(a, b)| {
                sample.event("2020-01-01", &[ActorIdx(a)], &[ActorIdx(b)], None)
            });
            let record = sample.record();
            let content = GraphContent::whole(&record);
            let (size, camera, focus) = (Size::new(width, 330.0), GraphCamera::default(), Focus::default());
            let layout = settle(&GraphRequest::of(&record, &content, &[], size), None);
            let scene = GraphScene::of(&SceneRequest {
                record: &record,
                content: &content,
                layout: &layout,
                camera,
                size,
                focus,
                label_widths: &[],
            });
            prop_assert_eq!(scene.nodes.len(), content.nodes.len());
            prop_assert_eq!(scene.dealings.len(), content.dealings.len());
            let labels: Vec<Rect> =
                scene.nodes.iter().filter_map(|node| Some(node.label.as_ref()?.place.bounds)).collect();
            prop_assert!(
                (0..labels.len()).all(|i| labels[..i].iter().all(|other| !labels[i].overlaps(*other)))
            );
            prop_assert!(
                2 * labels.len() >= scene.nodes.len(),
                "{} labels for {} nodes",
                labels.len(),
                scene.nodes.len()
            );
        }
    }
}
