//! The picture of the camps in screen words: everything that is drawn, so that the view decides nothing.

use dataset::model::{ActorIdx, ActorKind, SideIdx};

use super::camp_lines::{self, BandMark, TieMark, WireMark};
use super::camps::{Camp, Camps, record_len, unattributed};
use super::content::{ActorNode, GraphContent};
use super::focus::Emphasis;
use super::labels::TextAnchor;
use super::lettering::{CAMP, CHOSEN, Measure, NAME, NOTE, Words};
use super::places::Panel;
use super::seats::{CampPlace, Facing, INSET, seats};
use super::wires::Plug;
use super::words;
use crate::geom::{Point, Rect, Size, Vec2, clamp};
use crate::order::{down, sort_by_key};
use crate::record::Record;
use crate::record::words::actor_kind;

/// All that the picture depends on.
#[derive(Clone, Copy)]
pub struct CampRequest<'a> {
    /// Names, sides and kinds.
    pub record: &'a Record,
    /// Who acted on whom in the window.
    pub content: &'a GraphContent,
    /// The same by camps.
    pub camps: &'a Camps,
    /// Who comes first in the whole record.
    pub ranks: &'a Ranks,
    /// The panel in px.
    pub size: Size,
    /// The camp that is opened.
    pub opened: Option<SideIdx>,
    /// Actors that the reader has put somewhere.
    pub pins: &'a [(ActorIdx, Point)],
    /// What the reader looks at.
    pub look: Look<'a>,
    /// The selected actor.
    pub selected: Option<ActorIdx>,
    /// Who stands out while all others are dimmed; empty: nobody does, and nobody is.
    pub lit: &'a [ActorIdx],
    /// Who has a seat whatever else.
    pub kept: &'a [ActorIdx],
    /// Who gets a seat before all others.
    pub promoted: &'a [ActorIdx],
    /// Width in px of a text in the type of actors' names.
    pub measure: Measure<'a>,
}

/// Between whom lines are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Look<'a> {
    /// Nobody: the bands say enough.
    #[default]
    Nothing,
    /// One actor and all others.
    Actor(ActorIdx),
    /// The members of two camps, one way.
    Band(SideIdx, SideIdx),
    /// These, both ways.
    Pairs(&'a [[ActorIdx; 2]]),
}

/// The place of each actor in the order of its side, those with most events of the whole record first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranks(Vec<u32>);

/// What is drawn, from the lowest to the uppermost.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CampScene {
    /// The camps' boxes.
    pub camps: Vec<CampMark>,
    /// What went on between them and within them.
    pub bands: Vec<BandMark>,
    /// Relations of those looked at.
    pub ties: Vec<TieMark>,
    /// Dealings of those looked at.
    pub wires: Vec<WireMark>,
    /// The named actors.
    pub actors: Vec<ActorMark>,
    /// How many dealings are in no band of the picture.
    pub num_left_out: u32,
}

/// A camp's box.
#[derive(Clone, Debug, PartialEq)]
pub struct CampMark {
    /// Whose.
    pub side: SideIdx,
    /// Whether it is the place of those whom nobody knows, and so no party.
    pub is_unattributed: bool,
    /// The box.
    pub rect: Rect,
    /// Its name, or the first line of it.
    pub name: Words,
    /// The second line of its name, where it has two.
    pub rest: Option<Words>,
    /// Accessible name: "Iran and allies: 12 actors, 8 of them named here".
    pub title: String,
    /// The group of its members that are not named.
    pub more: Option<MoreMark>,
}

/// The members of a camp that are not named: "9 more"; of an opened camp the way back.
#[derive(Clone, Debug, PartialEq)]
pub struct MoreMark {
    /// How many there are; 0 where it only leads back.
    pub count: usize,
    /// What stands there.
    pub words: Words,
    /// Accessible name.
    pub title: String,
}

/// An actor.
#[derive(Clone, Debug, PartialEq)]
pub struct ActorMark {
    /// Who.
    pub actor: ActorIdx,
    /// Whose people it belongs to: its colour.
    pub side: SideIdx,
    /// What it is.
    pub kind: ActorKind,
    /// Its disc, for lines too.
    pub plug: Plug,
    /// Its name, whole or short, or the first line of it.
    pub name: Words,
    /// The second line of its name, where it has two.
    pub rest: Option<Words>,
    /// In how many events of the window it has a part, where there is room to say it.
    pub number: Option<Words>,
    /// Accessible name: "Qasem Soleimani, 14 events, person, Iran and allies".
    pub title: String,
    /// How much it stands out.
    pub emphasis: Emphasis,
    /// Whether it is the selected one.
    pub is_selected: bool,
    /// From its row to the next in px.
    pub pitch: f64,
}

impl Ranks {
    /// Of all actors. O(n log n).
    #[must_use]
    pub fn of(record: &Record) -> Self {
        let mut actors: Vec<ActorIdx> = record.actors().collect();
        sort_by_key(&mut actors, |&actor| down(record_len(record, actor)));
        let mut next = vec![0; record.data().sides.len()];
        let mut ranks = vec![0; actors.len()];
        for actor in actors {
            let next = &mut next[record.actor(actor).side.get()];
            ranks[actor.get()] = *next;
            *next += 1;
        }
        Self(ranks)
    }
}

/// Radius in px of the disc of an actor with a part in `num_events` events, in rows `pitch` px apart:
/// 3.6 for one, 11 from 56 on.
#[must_use]
pub fn radius(num_events: u16, pitch: f64) -> f64 {
    clamp(2.4 + 1.15 * f64::from(num_events).sqrt(), 3.6, 11.0).min(pitch / 2.0 - 1.0)
}

impl CampScene {
    /// Decides everything. O(actors × those drawn + bands² + lines).
    #[must_use]
    pub fn of(request: &CampRequest<'_>) -> Self {
        let record = request.record;
        let mut panel = Panel {
            size: request.size,
            num_sides: u16::try_from(record.data().sides.len()).unwrap_or(u16::MAX),
            unattributed: unattributed(record),
            opened: request.opened,
            has_tall_headers: false,
        };
        let room = panel.main_width() - 2.0 * INSET;
        panel.has_tall_headers =
            record.data().sides.iter().take(2).any(|side| CAMP.width(side.name, request.measure) > room);
        let mut scene = Self::default();
        for place in panel.places() {
            let Some(camp) = request.camps.camps.iter().find(|camp| camp.side == place.side) else {
                continue;
            };
            let seated = seated(request, camp, &place);
            let num_left = camp.members.len() - seated.len();
            scene.camps.push(camp_mark(request, &panel, &place, [seated.len(), num_left]));
            scene.actors.extend(seated.into_iter().map(|(node, at)| actor_mark(request, &place, node, at)));
        }
        camp_lines::draw(request, &panel, &mut scene);
        scene
    }

    /// The mark of `actor`, if it is drawn.
    #[must_use]
    pub fn actor(&self, actor: ActorIdx) -> Option<&ActorMark> {
        self.actors.iter().find(|mark| mark.actor == actor)
    }
}

/// From one line of a name to the next in px: of an actor's and of a camp's.
pub const NAME_LINE: f64 = 14.0;
const CAMP_LINE: f64 = 14.0;

/// What the sign of a loop takes of a camp's foot with its number and some air.
const LOOP_ROOM: f64 = 42.0;

/// Who of the camp is named, and where: those who are asked for, then those with most events,
/// in the order of the whole record.
fn seated(request: &CampRequest<'_>, camp: &Camp, place: &CampPlace) -> Vec<(ActorNode, Point)> {
    let mut members = camp.members.clone();
    if request.opened.is_some() {
        return members.into_iter().zip(place.seats.iter().copied()).collect();
    }
    let rank = |node: &ActorNode| request.ranks.0[node.actor.get()];
    sort_by_key(&mut members, |node| {
        u64::from(!request.kept.contains(&node.actor)) * 2
            + u64::from(!request.promoted.contains(&node.actor))
    });
    members.truncate(place.seats.len());
    sort_by_key(&mut members, |node| rank(node).into());
    let ranks: Vec<u32> = members.iter().map(rank).collect();
    let seats = seats(&ranks, place.seats.len());
    members.into_iter().zip(seats).map(|(node, seat)| (node, place.seats[seat])).collect()
}

fn camp_mark(
    request: &CampRequest<'_>,
    panel: &Panel,
    place: &CampPlace,
    [num_named, num_left]: [usize; 2],
) -> CampMark {
    let (side, rect) = (&request.record.data().sides[place.side.get()], place.rect);
    let (near, far) = match place.facing {
        Facing::Left => (TextAnchor::Start, TextAnchor::End),
        Facing::Right => (TextAnchor::End, TextAnchor::Start),
        Facing::Top => (TextAnchor::Middle, TextAnchor::Middle),
    };
    let x = |anchor| match anchor {
        TextAnchor::Start => rect.min.x + INSET,
        TextAnchor::Middle => rect.center().x,
        TextAnchor::End => rect.max.x - INSET,
    };
    let is_opened = request.opened.is_some();
    let text = match (is_opened, num_left) {
        (false, 0) => String::new(),
        (false, _) => format!("{num_left} more"),
        (true, 0) => "Back to all camps".to_owned(),
        (true, _) => format!("{num_left} more; back to all camps"),
    };
    let has_loop = request.camps.band(place.side, place.side).is_some();
    // Where the foot stands beside the name, they share the line.
    let is_beside = place.has_foot_beside();
    let own = rect.width() - 2.0 * INSET;
    let room_beside = |text: &str| {
        let loop_room = if has_loop { LOOP_ROOM } else { 8.0 };
        own - if is_beside { NOTE.width(text, request.measure) + loop_room } else { 0.0 }
    };
    let foot_room = own - if has_loop { LOOP_ROOM } else { 0.0 };
    let is_cramped = match is_beside {
        true => CAMP.width(side.short, request.measure) > room_beside(&text),
        false => NOTE.width(&text, request.measure) > foot_room,
    };
    let text = if is_cramped && num_left > 0 && !is_opened { format!("+{num_left}") } else { text };
    let foot = if is_beside { far } else { near };
    let room = room_beside(&text);
    let is_long = place.has_tall_header && CAMP.has_two_lines(side.name, room, request.measure);
    let form = if is_long { side.name } else { CAMP.fitting([side.name, side.short], room, request.measure) };
    let [first, second] = CAMP.lines(form, room, request.measure);
    // Where the name stands at the foot it grows upwards.
    let up = if place.facing == Facing::Top && !second.is_empty() { CAMP_LINE } else { 0.0 };
    let (header_y, foot_y) = (place.header_y - up, place.foot_y - up);
    let name = CAMP.words(first, [x(near), header_y], near, request.measure);
    let rest = (!second.is_empty())
        .then(|| CAMP.words(second, [x(near), header_y + CAMP_LINE], near, request.measure));
    let words = NOTE.words(text, [x(foot), foot_y], foot, request.measure);
    let all = match (is_opened, num_left) {
        (true, _) => words.text.clone(),
        _ => format!("{num_left} more of {}, with fewer events: show all", side.name),
    };
    let more = (is_opened || num_left > 0).then_some(MoreMark { count: num_left, words, title: all });
    let seen = if side.name.contains(form) { "" } else { form };
    let between = if seen.is_empty() { "" } else { ", " };
    let named =
        if num_left > 0 { format!(", {num_named} of them here; Enter shows all") } else { String::new() };
    let title = format!("{seen}{between}{}: {}{named}", side.name, words::actors(num_named + num_left));
    CampMark {
        side: place.side,
        is_unattributed: Some(place.side) == panel.unattributed,
        rect,
        name,
        rest,
        title,
        more,
    }
}

fn actor_mark(request: &CampRequest<'_>, place: &CampPlace, node: ActorNode, seat: Point) -> ActorMark {
    let actor = request.record.actor(node.actor);
    let pin = request.pins.iter().find(|&&(pinned, _)| pinned == node.actor).map(|&(_, at)| at);
    let center = pin.unwrap_or(seat);
    let radius = radius(node.num_events, place.pitch);
    let (facing, name_at, room) = match pin {
        // Off its seat a name stands where the panel has more room.
        Some(at) if at.x > request.size.width / 2.0 => (Facing::Right, radius + 4.0, at.x - radius - INSET),
        Some(at) => (Facing::Left, radius + 4.0, request.size.width - at.x - radius - INSET),
        None => (place.facing, place.name_at, place.name_room),
    };
    let anchor = match facing {
        Facing::Left => TextAnchor::Start,
        Facing::Right => TextAnchor::End,
        Facing::Top => TextAnchor::Middle,
    };
    let side = request.record.data().sides[actor.side.get()].name;
    let (kind, events) = (actor_kind(actor.kind), words::events(u32::from(node.num_events)));
    let letters = if request.selected == Some(node.actor) { CHOSEN } else { NAME };
    let form = letters.fitting([actor.name, actor.short], room, request.measure);
    // What is seen comes first, as those who speak to their computer say it.
    let whole = if form == actor.name { String::new() } else { [": ", actor.name].concat() };
    let title = [form, ", ", &events, &whole, ", ", kind, ", ", side].concat();
    let [first, second] = letters.lines(form, room, request.measure);
    let has_two = !second.is_empty();
    // Beside its disc a name in two lines stands about it; below, it goes on downwards.
    let (to_name, up) = match facing {
        Facing::Top => (Vec2::new(0.0, name_at), 0.0),
        _ => (facing.out() * -name_at + Vec2::new(0.0, 4.0), if has_two { NAME_LINE / 2.0 } else { 0.0 }),
    };
    let at = center + to_name;
    let name = letters.words(first, [at.x, at.y - up], anchor, request.measure);
    let rest = has_two.then(|| letters.words(second, [at.x, at.y - up + NAME_LINE], anchor, request.measure));
    let lit = request.lit;
    let number = place.number_x.filter(|_| pin.is_none()).map(|x| {
        let anchor = if facing == Facing::Left { TextAnchor::End } else { TextAnchor::Start };
        NOTE.words(node.num_events.to_string(), [x, center.y + 4.0], anchor, request.measure)
    });
    ActorMark {
        actor: node.actor,
        side: actor.side,
        kind: actor.kind,
        plug: Plug { center, radius, facing: pin.is_none().then_some(facing), rect: place.rect },
        name,
        rest,
        number,
        title,
        emphasis: match lit {
            [] => Emphasis::Plain,
            _ if lit.contains(&node.actor) => Emphasis::Lit,
            _ => Emphasis::Dimmed,
        },
        is_selected: request.selected == Some(node.actor),
        pitch: place.pitch,
    }
}
