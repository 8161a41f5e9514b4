//! The camps, from the lowest layer up: bands with their numbers, boxes,
//! lines between those looked at, named actors.

use std::borrow::Cow;

use dataset::model::{ActorIdx, SideIdx};

use super::graph::{DEALING, disc, pair};
use super::shape::{Block, Class, Shape, Signs};
use crate::geom::{Rect, coord};
use crate::graph::camera::GraphCamera;
use crate::graph::camp_lines::{BandMark, TieMark, WireMark};
use crate::graph::camp_scene::{ActorMark, CampMark, CampScene};
use crate::graph::content::Balance;
use crate::graph::focus::Emphasis;
use crate::graph::labels::TextAnchor;
use crate::graph::lettering::Words;
use crate::graph::shapes::filling;
use crate::record::Record;
use crate::timeline::classes::hue_of_side;

/// Radius of a box's corners, and how far a cooperative band is hollow.
const CORNER: f64 = 7.0;
const RIM: f64 = 3.2;

const BAND: &[&str] =
    &["class", "data-band", "stroke-width", "role", "tabindex", "aria-label", "aria-current"];
const CAMP: &[&str] = &["class", "data-camp", "role", "tabindex", "aria-label"];
const MORE: &[&str] = &["class", "data-camp", "role", "tabindex", "aria-label"];
const ACTOR: &[&str] = &["class", "data-actor", "role", "tabindex", "aria-label", "aria-current"];
const NAMED: &[&str] = &["class", "role", "aria-label"];

/// A picture of the camps.
#[derive(Clone, Copy, Debug)]
pub struct CampPicture<'a> {
    /// Ids and names.
    pub record: &'a Record,
    /// What stands where.
    pub scene: &'a CampScene,
    /// How near.
    pub camera: GraphCamera,
    /// The selected band.
    pub band: Option<(SideIdx, SideIdx)>,
    /// The selected dealing.
    pub dealing: Option<(ActorIdx, ActorIdx)>,
    /// What was there a moment ago: who is here no more fades away, out of reach of hands and told to nobody.
    pub before: Option<&'a CampScene>,
}

impl CampPicture<'_> {
    /// All of it.
    #[must_use]
    pub fn shapes(&self) -> Vec<Shape> {
        let scene = self.scene;
        let named = |name: &'static str, shapes| {
            let told = || {
                (
                    Cow::Borrowed(""),
                    Signs { names: NAMED, values: vec![Some("group".into()), Some(name.into())] },
                )
            };
            Shape::told(super::shape::Detail::Whole, Class::default(), told, shapes)
        };
        let all = self.before.iter().flat_map(|before| &before.actors);
        let leaving = all.filter(|mark| scene.actor(mark.actor).is_none()).map(|mark| {
            let mut shapes = disc(mark.kind, mark.plug.center, mark.plug.radius);
            shapes.extend(
                [Some(&mark.name), mark.rest.as_ref()].into_iter().flatten().map(|name| words("name", name)),
            );
            let class = Class::all(&["node", filling(mark.kind), self.hue(mark.side)]);
            group(class, self.record.actor(mark.actor).id.to_owned(), &["class"], Vec::new(), shapes)
        });
        let hidden = vec![Some("true".into())];
        let shapes = vec![
            group(
                Class::of("leaving"),
                "leaving".to_owned(),
                &["class", "aria-hidden"],
                hidden,
                leaving.collect(),
            ),
            named("What camps did", scene.bands.iter().map(|mark| self.band(mark)).collect()),
            named("Camps", scene.camps.iter().map(|mark| self.camp(mark)).collect()),
            Shape::group(Class::of("ties"), scene.ties.iter().map(|mark| self.tie(mark)).collect()),
            named("What actors did", scene.wires.iter().map(|mark| self.wire(mark)).collect()),
            self.number_above(),
            named("Actors", scene.actors.iter().map(|mark| self.actor(mark)).collect()),
        ];
        if self.camera == GraphCamera::default() {
            return shapes;
        }
        // As a picture is enlarged, letters with it: what did not overlap does not.
        let (pan, zoom) = (self.camera.pan, coord(self.camera.zoom));
        let moved = ["translate(", &coord(pan.x), " ", &coord(pan.y), ") scale(", &zoom, ")"].concat();
        told("", &["class", "transform"], "camera", vec![Some(moved.into())], shapes)
    }

    /// The number of the band that is looked at, once more above the lines of its actors.
    fn number_above(&self) -> Shape {
        let lit = self
            .scene
            .bands
            .iter()
            .filter(|mark| mark.emphasis == Emphasis::Lit && !self.scene.wires.is_empty());
        let numbers = lit.map(|mark| words("band-count above", &mark.number)).collect();
        group(
            Class::of("ties"),
            "above".to_owned(),
            &["class", "aria-hidden"],
            vec![Some("true".into())],
            numbers,
        )
    }

    fn hue(&self, side: SideIdx) -> &'static str {
        hue_of_side(self.record, side)
    }

    fn camp(&self, mark: &CampMark) -> Shape {
        let id = self.record.data().sides[mark.side.get()].id;
        let ground = if mark.is_unattributed { "ground unattributed" } else { "ground" };
        let hit = grown(both(mark.name.bounds, mark.rest.as_ref()), 5.0, 4.0);
        let mut name = vec![Shape::rect("hit", block(hit, 4.0)), words("camp-name", &mark.name)];
        name.extend(mark.rest.as_ref().map(|rest| words("camp-name", &apart(rest))));
        let values =
            vec![Some(id.into()), Some("button".into()), Some("-1".into()), Some(mark.title.clone().into())];
        let mut shapes = vec![Shape::rect(ground, block(mark.rect, CORNER))];
        shapes.extend(told("", CAMP, "head-of-camp", values, name));
        if let Some(more) = &mark.more {
            let around = grown(more.words.bounds, 5.0, 4.0);
            let inside = vec![Shape::rect("hit", block(around, 4.0)), words("note", &more.words)];
            let values = vec![
                Some(id.into()),
                Some("button".into()),
                Some("-1".into()),
                Some(more.title.clone().into()),
            ];
            shapes.extend(told(id, MORE, "more", values, inside));
        }
        Shape::group(Class::all(&["camp", self.hue(mark.side)]), shapes)
    }

    fn band(&self, mark: &BandMark) -> Shape {
        let sides = self.record.data().sides;
        let id = [sides[mark.from.get()].id, ">", sides[mark.to.get()].id].concat();
        let mut shapes =
            vec![Shape::path("reach", mark.wire.line.clone()), Shape::path("line", mark.wire.line.clone())];
        let is_loop = mark.from == mark.to;
        if mark.balance == Balance::Cooperative && mark.width > RIM && !is_loop {
            let names: &[&str] = &["class", "stroke-width"];
            let inside = vec![Shape::path("bore", mark.wire.line.clone())];
            shapes.extend(told("", names, "", vec![Some(coord(mark.width - RIM).into())], inside));
        }
        shapes.push(Shape::path("head", mark.wire.head.clone()));
        // Below the lines of those looked at it would be crossed by them.
        if mark.emphasis != Emphasis::Dimmed || self.scene.wires.is_empty() {
            if !is_loop {
                shapes.push(Shape::rect("pill", block(mark.number.bounds, 8.0)));
            }
            shapes.push(words("band-count", &mark.number));
        }
        let is_chosen = self.band == Some((mark.from, mark.to));
        let width = if is_loop { 2.0 } else { mark.width };
        let values = vec![
            Some(id.clone().into()),
            Some(coord(width).into()),
            Some("button".into()),
            Some("-1".into()),
            Some(mark.title.clone().into()),
            is_chosen.then_some("true".into()),
        ];
        let class = Class::all(&[
            "band",
            mark.balance.class(),
            mark.emphasis.class(),
            if is_chosen { "chosen" } else { "" },
        ]);
        group(class, ["b", &id].concat(), BAND, values, shapes)
    }

    fn tie(&self, mark: &TieMark) -> Shape {
        let id = pair(self.record, mark.source, mark.target);
        let values = vec![Some(id.clone().into()), Some("img".into()), Some(mark.title.clone().into())];
        let shapes = vec![Shape::path("tie", mark.line.clone())];
        group(Class::of("relation"), id, &["class", "data-relation", "role", "aria-label"], values, shapes)
    }

    fn wire(&self, mark: &WireMark) -> Shape {
        let id = pair(self.record, mark.from, mark.to);
        let mut shapes = vec![
            Shape::path("reach", mark.wire.line.clone()),
            Shape::path("line", mark.wire.line.clone()),
            Shape::path("head", mark.wire.head.clone()),
        ];
        shapes.extend(mark.words.as_ref().map(|said| words("note", said)));
        let is_chosen = self.dealing == Some((mark.from, mark.to));
        let values = vec![
            Some(id.clone().into()),
            Some(coord(mark.width).into()),
            Some("button".into()),
            Some("-1".into()),
            Some(mark.title.clone().into()),
            is_chosen.then_some("true".into()),
        ];
        let class =
            Class::all(&["dealing wire", mark.balance.class(), if is_chosen { "chosen" } else { "" }]);
        group(class, id, DEALING, values, shapes)
    }

    fn actor(&self, mark: &ActorMark) -> Shape {
        let plug = mark.plug;
        let mut shapes = disc(mark.kind, plug.center, plug.radius);
        let name = both(mark.name.bounds, mark.rest.as_ref());
        shapes.insert(
            0,
            Shape::rect("hit", block(grown(around(plug.center, plug.radius, name), 3.0, 2.0), 4.0)),
        );
        shapes.push(words("name", &mark.name));
        shapes.extend(mark.rest.as_ref().map(|rest| words("name", &apart(rest))));
        shapes.extend(mark.number.as_ref().map(|number| words("note", &apart(number))));
        super::graph::actor(
            self.record,
            mark.actor,
            ACTOR,
            &mark.title,
            mark.emphasis,
            mark.is_selected,
            shapes,
        )
    }
}

/// A group with its key and signs.
pub(super) fn group(
    class: Class,
    key: String,
    names: &'static [&'static str],
    values: Vec<Option<Cow<'static, str>>>,
    shapes: Vec<Shape>,
) -> Shape {
    Shape::told(super::shape::Detail::Whole, class, || (key.into(), Signs { names, values }), shapes)
}

fn told(
    key: &'static str,
    names: &'static [&'static str],
    class: &'static str,
    values: Vec<Option<Cow<'static, str>>>,
    shapes: Vec<Shape>,
) -> Vec<Shape> {
    vec![group(Class::of(class), key.to_owned(), names, values, shapes)]
}

/// A text; its class says how it lies about its place.
fn words(class: &'static str, words: &Words) -> Shape {
    let anchor = match words.anchor {
        TextAnchor::Start => "",
        TextAnchor::Middle => "middle",
        TextAnchor::End => "end",
    };
    let line = super::shape::Line { x: words.at.x, y: words.at.y, text: words.text.clone().into() };
    Shape::Text(Class::all(&[class, anchor]), line)
}

fn block(rect: Rect, radius: f64) -> Block {
    Block::new([rect.min.x, rect.min.y, rect.width(), rect.height(), radius])
}

fn grown(rect: Rect, x: f64, y: f64) -> Rect {
    let by = crate::geom::Vec2::new(x, y);
    Rect { min: rect.min + -by, max: rect.max + by }
}

/// The text behind a blank, which is not drawn: it parts it from the one before where both are read as one.
fn apart(text: &Words) -> Words {
    Words { text: [" ", &text.text].concat(), ..text.clone() }
}

/// The box of a text and of what goes on below it.
fn both(first: Rect, rest: Option<&Words>) -> Rect {
    let second = rest.map_or(first, |words| words.bounds);
    Rect {
        min: crate::geom::Point::new(first.min.x.min(second.min.x), first.min.y.min(second.min.y)),
        max: crate::geom::Point::new(first.max.x.max(second.max.x), first.max.y.max(second.max.y)),
    }
}

/// The box of a disc and a name.
fn around(center: crate::geom::Point, radius: f64, name: Rect) -> Rect {
    use crate::geom::Point;
    Rect {
        min: Point::new(name.min.x.min(center.x - radius), name.min.y.min(center.y - radius)),
        max: Point::new(name.max.x.max(center.x + radius), name.max.y.max(center.y + radius)),
    }
}
