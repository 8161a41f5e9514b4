//! The lines in the picture of the camps: bands between camps, loops within them, and the dealings and
//! relations of those whom the reader looks at.

use dataset::model::{ActorIdx, SideIdx};

use super::acts;
use super::camp_scene::{CampRequest, CampScene, Look, NAME_LINE};
use super::camps::Band;
use super::content::{Balance, Dealing, Standing};
use super::focus::Emphasis;
use super::labels::TextAnchor;
use super::lettering::{COUNT, NOTE, Words};
use super::links;
use super::places::Panel;
use super::routes::{self, RouteSpec, routes};
use super::seats::{Facing, INSET};
use super::sentence;
use super::wires::{Plug, Wire, wire};
use super::words;
use crate::geom::outline::Outline;
use crate::geom::{Point, Rect, Vec2};
use crate::order::{down, sort_by_key, sort_unique_by_key};
use crate::record::Record;

/// Height in px of a line below a name.
const LINE: f64 = 12.0;
/// How many of them a low box has room for below a name in one line.
const LOW_LINES: usize = 2;

/// A band from one camp to another, or within one.
#[derive(Clone, Debug, PartialEq)]
pub struct BandMark {
    /// Who acted.
    pub from: SideIdx,
    /// On whom.
    pub to: SideIdx,
    /// The line and its head.
    pub wire: Wire,
    /// Width of the line in px: how many dealings.
    pub width: f64,
    /// Its colour: how hostile they were.
    pub balance: Balance,
    /// How many dealings there are; it stands on the band.
    pub count: u32,
    /// The same as a text.
    pub number: Words,
    /// Accessible name: "West → East: 14 dealings, hostile on the whole; struck 3, sanctioned 2".
    pub title: String,
    /// How much it stands out.
    pub emphasis: Emphasis,
}

/// What one actor did to another.
#[derive(Clone, Debug, PartialEq)]
pub struct WireMark {
    /// Who acted.
    pub from: ActorIdx,
    /// On whom.
    pub to: ActorIdx,
    /// The line and its head.
    pub wire: Wire,
    /// Width of the line in px: how many events.
    pub width: f64,
    /// Its colour.
    pub balance: Balance,
    /// What it was and how often, below the name of the other, where there is room.
    pub words: Option<Words>,
    /// Accessible name: "United States → Iran: threatened 3 of 5".
    pub title: String,
}

/// What stood between two actors.
#[derive(Clone, Debug, PartialEq)]
pub struct TieMark {
    /// Who stood in it.
    pub source: ActorIdx,
    /// To whom.
    pub target: ActorIdx,
    /// A line without a head.
    pub line: Outline,
    /// Accessible name: "Qasem Soleimani, commander of Quds Force".
    pub title: String,
}

/// Adds the lines to a scene that has its camps and actors.
pub fn draw(request: &CampRequest<'_>, panel: &Panel, scene: &mut CampScene) {
    bands(request, panel, scene);
    if request.opened.is_none() {
        wires(request, panel, scene);
    }
}

/// As many bands as the panel may have, those of most dealings; of the others the number of their dealings.
fn bands(request: &CampRequest<'_>, panel: &Panel, scene: &mut CampScene) {
    let has_box = |side: SideIdx| scene.camps.iter().position(|camp| camp.side == side);
    let mut all: Vec<&Band> = request.camps.bands.iter().collect();
    sort_by_key(&mut all, |band| down(band.count()));
    all.retain(|band| has_box(band.from).is_some() && has_box(band.to).is_some());
    all.truncate(panel.most().0);
    sort_by_key(&mut all, |band| crate::order::parts(0, band.from.0, band.to.0.into()));
    let number = |band: &Band| band.count().to_string();
    let between: Vec<&Band> = all.iter().copied().filter(|band| !band.is_loop()).collect();
    let spec = |band: &&Band| {
        let ends = [has_box(band.from)?, has_box(band.to)?];
        let number_width = COUNT.width(&number(band), request.measure) + 8.0;
        Some(RouteSpec { ends, width: routes::width(band.count()), number_width })
    };
    let specs: Vec<RouteSpec> = between.iter().filter_map(spec).collect();
    let boxes: Vec<Rect> = scene.camps.iter().map(|camp| camp.rect).collect();
    let mut drawn = Vec::new();
    for (band, route) in between.iter().zip(routes(&boxes, &specs)) {
        let middle = route.number.center();
        let words =
            COUNT.words(number(band), [middle.x, middle.y + 4.0], TextAnchor::Middle, request.measure);
        let words = Words { bounds: route.number, ..words };
        drawn.push(mark(request, band, Wire { line: route.line, head: route.head }, words));
    }
    for band in all.iter().filter(|band| band.is_loop()) {
        if let Some(at) = has_box(band.from) {
            let (wire, words) = self::turn(request, panel, scene, at, number(band));
            drawn.push(mark(request, band, wire, words));
        }
    }
    scene.num_left_out = request.camps.num_dealings() - drawn.iter().map(|band| band.count).sum::<u32>();
    scene.bands = drawn;
}

fn mark(request: &CampRequest<'_>, band: &Band, wire: Wire, number: Words) -> BandMark {
    let sides = request.record.data().sides;
    let [from, to] = [band.from, band.to].map(|side| sides[side.get()].name);
    let who = if band.is_loop() { format!("{from}, among themselves") } else { format!("{from} → {to}") };
    let acts: Vec<String> = acts::counted(request.record, &band.events)
        .iter()
        .take(5)
        .map(|(word, count)| format!("{word} {count}"))
        .collect();
    let count = words::dealings(band.count());
    BandMark {
        from: band.from,
        to: band.to,
        wire,
        width: routes::width(band.count()),
        balance: band.balance(),
        count: band.count(),
        number,
        title: format!("{who}: {count}, {}; {}", sentence::balance(band.balance()), acts.join(", ")),
        emphasis: match request.look {
            Look::Nothing if request.lit.is_empty() => Emphasis::Plain,
            Look::Band(from, to) if (from, to) == (band.from, band.to) => Emphasis::Lit,
            _ => Emphasis::Dimmed,
        },
    }
}

/// The sign of a loop with its number, at the foot of its camp: an arrow that comes back to itself.
fn turn(
    request: &CampRequest<'_>,
    panel: &Panel,
    scene: &CampScene,
    at: usize,
    number: String,
) -> (Wire, Words) {
    const RADIUS: f64 = 4.5;
    let camp = &scene.camps[at];
    let place = panel.places().into_iter().find(|place| place.side == camp.side);
    let (foot_y, facing, is_beside) =
        place.map_or((camp.rect.max.y, Facing::Left, false), |place| match place.facing {
            Facing::Top => (camp.rect.min.y + 16.0, Facing::Left, false),
            facing => (place.foot_y, facing, place.has_foot_beside()),
        });
    let middle_y = foot_y - 3.5;
    let width = COUNT.width(&number, request.measure);
    let total = 2.0 * RADIUS + 6.0 + width;
    let taken = camp.more.as_ref().filter(|_| is_beside).map_or(0.0, |more| more.words.bounds.width() + 8.0);
    // At the foot away from the discs; beside the name between it and what else stands there;
    // in a corner of a low box.
    let left = match facing {
        Facing::Right => camp.rect.min.x + INSET + taken,
        _ => camp.rect.max.x - INSET - taken - total,
    };
    let middle = Point::new(left + RADIUS, middle_y);
    let (top, right) = (middle + Vec2::new(0.0, -RADIUS), middle + Vec2::new(RADIUS, 0.0));
    let bottom = middle + Vec2::new(0.0, RADIUS);
    // Three quarters of a circle, clockwise from the right to the top.
    let line = Outline::from(right).curve(right + Vec2::new(0.0, RADIUS * 0.8), bottom);
    let line = line.half_circle(RADIUS, top);
    let tip = top + Vec2::new(5.0, 0.0);
    let head = Outline::from(tip).line(top + Vec2::new(0.0, -3.2)).line(top + Vec2::new(0.0, 3.2));
    let words = COUNT.words(number, [left + 2.0 * RADIUS + 6.0, foot_y], TextAnchor::Start, request.measure);
    (Wire { line, head: head.close() }, words)
}

fn is_looked_at(record: &Record, look: Look<'_>, [from, to]: [ActorIdx; 2]) -> bool {
    match look {
        Look::Nothing => false,
        Look::Actor(actor) => from == actor || to == actor,
        Look::Band(a, b) => record.actor(from).side == a && record.actor(to).side == b,
        Look::Pairs(pairs) => pairs.iter().any(|&pair| pair == [from, to] || pair == [to, from]),
    }
}

/// The lines of those looked at, between actors that are drawn,
/// each with what it was below the name of the other.
fn wires(request: &CampRequest<'_>, panel: &Panel, scene: &mut CampScene) {
    let record = request.record;
    let plug = |actor| scene.actor(actor).map(|mark| mark.plug);
    let ends = |pair: [ActorIdx; 2]| Some([plug(pair[0])?, plug(pair[1])?]);
    let is_shown = |pair| is_looked_at(record, request.look, pair) && ends(pair).is_some();
    let mut dealings: Vec<&Dealing> =
        request.content.dealings.iter().filter(|it| is_shown([it.from, it.to])).collect();
    if matches!(request.look, Look::Band(..)) {
        // Of the many lines of a band the strongest to each: whose names say what it was.
        sort_by_key(&mut dealings, |it| down(u32::try_from(it.events.len()).unwrap_or(u32::MAX)));
        sort_unique_by_key(&mut dealings, |it| it.to.0.into());
    }
    let standings: Vec<&Standing> =
        request.content.standings.iter().filter(|it| is_shown([it.source, it.target])).collect();
    let passing = Passing::of(panel, dealings.iter().filter_map(|it| ends([it.from, it.to])));
    let mut ties = Vec::new();
    for pair in standings.into_iter().filter(|_| !matches!(request.look, Look::Band(..))) {
        let Some(plugs) = ends([pair.source, pair.target]) else { continue };
        let line = wire(plugs, 1.0, 0.0, passing.through(plugs)).line;
        ties.push(TieMark {
            source: pair.source,
            target: pair.target,
            line,
            title: words::standing(record, pair),
        });
    }
    let mut wires = Vec::new();
    for it in dealings {
        let Some(plugs) = ends([it.from, it.to]) else { continue };
        let count = u32::try_from(it.events.len()).unwrap_or(u32::MAX);
        let width = links::width(count);
        let said = acts::label(record, &it.events);
        let [from, to] = [it.from, it.to].map(|actor| record.actor(actor).name);
        wires.push(WireMark {
            from: it.from,
            to: it.to,
            wire: wire(plugs, width, if it.from < it.to { -1.0 } else { 1.0 }, passing.through(plugs)),
            width,
            balance: it.balance(),
            words: None,
            title: format!("{from} → {to}: {said}"),
        });
    }
    label(request, scene, &mut wires);
    (scene.ties, scene.wires) = (ties, wires);
}

/// The lines that pass the middle of the panel, each at a height of its own.
struct Passing {
    middle: Option<Rect>,
    /// Where each of them starts and ends, in the order in which they pass from the top.
    heights: Vec<[Point; 2]>,
}

impl Passing {
    fn of(panel: &Panel, all: impl Iterator<Item = [Plug; 2]>) -> Self {
        let middle = panel.passage();
        let mut heights: Vec<[Point; 2]> =
            all.filter(|plugs| passes(middle, *plugs).is_some()).map(ordered).collect();
        sort_by_key(&mut heights, |ends| crate::order::float(ends[0].y + ends[1].y));
        heights.dedup();
        Self { middle, heights }
    }

    fn through(&self, plugs: [Plug; 2]) -> Option<(f64, Rect)> {
        let middle = passes(self.middle, plugs)?;
        let nth = self.heights.iter().position(|ends| *ends == ordered(plugs));
        let share = nth.map_or(0.5, |nth| (float(nth) + 0.5) / float(self.heights.len()));
        Some((middle.min.y + 6.0 + share * (middle.height() - 12.0), middle))
    }
}

/// The middles of both discs, the left one first: so both directions of a pair pass at one height.
fn ordered(plugs: [Plug; 2]) -> [Point; 2] {
    let [a, b] = plugs.map(|plug| plug.center);
    if a.x < b.x { [a, b] } else { [b, a] }
}

/// The middle, if the line from one to the other goes through it.
fn passes(middle: Option<Rect>, [a, b]: [Plug; 2]) -> Option<Rect> {
    let is_left = |plug: Plug, middle: &Rect| plug.rect.max.x < middle.min.x;
    let is_right = |plug: Plug, middle: &Rect| plug.rect.min.x > middle.max.x;
    middle.filter(|at| (is_left(a, at) && is_right(b, at)) || (is_left(b, at) && is_right(a, at)))
}

#[expect(clippy::cast_precision_loss, reason = "lines are few")]
const fn float(count: usize) -> f64 {
    count as f64
}

/// Says of each line what it was, below the name of the one who is not looked at; the name makes room.
fn label(request: &CampRequest<'_>, scene: &mut CampScene, wires: &mut [WireMark]) {
    let centers: Vec<(ActorIdx, Point)> =
        scene.actors.iter().map(|mark| (mark.actor, mark.plug.center)).collect();
    for mark in &mut scene.actors {
        let other_of = |wire: &WireMark| match request.look {
            Look::Actor(center) if wire.from != center => wire.from,
            _ => wire.to,
        };
        let mut own: Vec<&mut WireMark> =
            wires.iter_mut().filter(|wire| other_of(wire) == mark.actor).collect();
        if own.is_empty() {
            continue;
        }
        sort_by_key(&mut own, |wire| crate::order::float(-wire.width));
        let is_low = mark.plug.facing == Some(Facing::Top);
        let num_names = 1 + usize::from(mark.rest.is_some());
        let is_tall = scene.camps.iter().any(|camp| camp.side == mark.side && camp.rest.is_some());
        let has_room = |lines: usize| mark.pitch >= float(num_names) * NAME_LINE + float(lines) * LINE;
        let most = match is_low {
            true => LOW_LINES.saturating_sub(usize::from(mark.rest.is_some()) + usize::from(is_tall)),
            false => (0..=2).rev().find(|lines| has_room(*lines)).unwrap_or_default(),
        };
        if most == 0 {
            continue;
        }
        let has_two_lines = is_low || most > 1;
        let up = if is_low { 0.0 } else { LINE * float(own.len().min(most)) / 2.0 };
        let (mut x, anchor) = (mark.name.at.x, mark.name.anchor);
        let sign = if anchor == TextAnchor::End { -1.0 } else { 1.0 };
        let edge = if sign > 0.0 { mark.plug.rect.max.x - INSET } else { mark.plug.rect.min.x + INSET };
        let edge = if is_low { mark.plug.rect.width() - 2.0 * INSET + x } else { edge };
        for words in [Some(&mut mark.name), mark.rest.as_mut(), mark.number.as_mut()].into_iter().flatten() {
            words.at.y -= up;
            words.bounds = Rect {
                min: words.bounds.min + Vec2::new(0.0, -up),
                max: words.bounds.max + Vec2::new(0.0, -up),
            };
        }
        let mut y = mark.rest.as_ref().unwrap_or(&mark.name).at.y + 1.0;
        for (nth, wire) in own.into_iter().take(if is_low { most } else { 2 }).enumerate() {
            if has_two_lines || nth == 0 {
                y += LINE;
            }
            let is_acting = wire.from == mark.actor;
            let center = if is_acting { wire.to } else { wire.from };
            let center =
                centers.iter().find(|(actor, _)| *actor == center).map_or(mark.plug.center, |it| it.1);
            let out = mark.plug.port(center).1;
            let arrow = match (out.y < 0.0, (out.x > 0.0) == is_acting) {
                (true, _) => {
                    if is_acting {
                        "↑"
                    } else {
                        "↓"
                    }
                }
                (false, true) => "→",
                (false, false) => "←",
            };
            let said = wire.title.rsplit(": ").next().unwrap_or_default();
            let room = (edge - x) * sign;
            // Where there is no room for how many there were, how often it was this one.
            let forms =
                [said, said.split(" of ").next().unwrap_or_default()].map(|said| format!("{arrow} {said}"));
            let text = NOTE.fitting([&forms[0], &forms[1]], room, request.measure).to_owned();
            if NOTE.width(&text, request.measure) > room {
                continue;
            }
            let words = NOTE.words(text, [x, y], anchor, request.measure);
            if !has_two_lines {
                x += sign * (words.bounds.width() + 7.0);
            }
            wire.words = Some(words);
        }
    }
}
