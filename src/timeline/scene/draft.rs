//! Who stands where in each lane: marks in their rows, what began before the window
//! at its edge, the rest in numbers.

use dataset::model::EventIdx;

use super::{Bar, Cluster, Label, Mark, SceneRequest};
use crate::order::{float, parts, sort_by_key};
use crate::timeline::clusters::Group;
use crate::timeline::levels::{MARK_INSET, MARK_REACH};
use crate::timeline::queues::rank_of;
use crate::timeline::seats::{Place, places, seats};
use crate::timeline::words::{self, Standing};

/// Where the marks that started before the window stand: just inside its left edge.
const EDGE_X: f64 = 12.0;
/// Middles of clusters are at least this far apart: a badge with three digits is 30 px wide. Levels keep it
/// already, but for what the edge cuts off.
pub(super) const CLUSTER_APART: f64 = 32.0;
/// Middles of marks in a row are at least this far apart.
const MARKS_APART: f64 = 2.0 * MARK_REACH + 2.0;

/// The picture in the making.
pub(super) struct Draft<'a> {
    request: &'a SceneRequest<'a>,
    pub(super) marks: Vec<Mark>,
    pub(super) clusters: Vec<Cluster>,
}

/// The rows of a lane, each from left to right; the last one is that of clusters.
struct Rows<'a>(Vec<Vec<(EventIdx, Standing<'a>)>>);

impl<'a> Draft<'a> {
    pub(super) const fn new(request: &'a SceneRequest<'a>) -> Self {
        Self { request, marks: Vec::new(), clusters: Vec::new() }
    }

    pub(super) fn lane(&mut self, lane: u16, earlier: &[EventIdx]) {
        let SceneRequest { level, lanes, scale, kept, .. } = *self.request;
        let num_rows = usize::from(lanes.lane(lane).num_rows);
        let mut rows = Rows(vec![Vec::new(); num_rows + 1]);
        let shown = level.starting_in(lane, scale.window());
        for &(pos, row) in level.marks_in(lane, shown.clone()) {
            let event = level.queue(lane).events[pos as usize];
            rows.0[usize::from(row)].push((event, self.standing(event)));
        }
        let mut piles = Vec::new();
        let mut hidden = Vec::new();
        for Group { mut events, foremost, .. } in level.groups(lane, shown) {
            hidden.extend(events.iter().filter(|event| kept.contains(event)).copied());
            events.retain(|event| !kept.contains(event));
            let [start, end] =
                [events.first(), events.last()].map(|event| event.map(|&event| self.anchor(event)));
            if let (Some(start), Some(end)) = (start, end) {
                let foremost = if kept.contains(&foremost.1) {
                    (rank_of(self.request.record, events[0]), events[0])
                } else {
                    foremost
                };
                piles.push(Pile { start, end: end.max(start), events, foremost, is_kept: false });
            }
        }
        // What began before the window first: it stands at the edge, where else something else would.
        piles.splice(0..0, self.earlier(earlier, &mut rows));
        for event in hidden {
            self.keep(event, &mut rows, &mut piles);
        }
        self.give_words(&mut rows, &mut piles);
        self.clusters_of(lane, piles, &mut rows);
        for (nth, mut row) in rows.0.into_iter().enumerate() {
            sort_by_key(&mut row, |(_, one)| float(one.x));
            let (events, mut row): (Vec<EventIdx>, Vec<Standing<'_>>) = row.into_iter().unzip();
            words::write(&mut row, scale.width());
            let y =
                lanes.row_middle(lane, (nth < num_rows).then_some(u16::try_from(nth).unwrap_or(u16::MAX)));
            for (event, one) in events.into_iter().zip(row).filter(|(_, one)| one.label.is_some()) {
                self.marks.push(self.mark(event, y, one));
            }
        }
    }

    /// The event as it stands in a row.
    fn standing(&self, event: EventIdx) -> Standing<'a> {
        let SceneRequest { record, labels, kept, lit, .. } = *self.request;
        let x = self.anchor(event);
        let is_lit = lit.is_none_or(|lit| lit.get(event.get()) == Some(&true));
        let stands_back = if kept.contains(&event) { 0 } else { 1 + u16::from(!is_lit) };
        let rank = u16::try_from(rank_of(record, event)).unwrap_or(u16::MAX);
        let answers = u32::MAX - u32::try_from(record.answers(event).len()).unwrap_or(u32::MAX);
        let label = Some(labels.of(event));
        Standing {
            body: [x - MARK_REACH, x + MARK_REACH],
            x,
            label,
            turn: parts(stands_back, rank, answers),
            words: None,
        }
    }

    /// Gives a kept event that has no row a place in one: where a row is free,
    /// or in the place of what matters least there.
    fn keep(&self, event: EventIdx, rows: &mut Rows<'a>, piles: &mut Vec<Pile>) {
        let SceneRequest { record, kept, .. } = *self.request;
        let own = self.standing(event);
        let is_near = |other: &Standing<'_>| (other.x - own.x).abs() < MARKS_APART;
        // Of what stands in the way the most important, by row: none, or nothing that is kept itself.
        let in_the_way = |row: &Vec<(EventIdx, Standing<'a>)>| {
            let near = row.iter().filter(|(_, other)| is_near(other));
            near.map(|(other, _)| if kept.contains(other) { usize::MAX } else { 5 - rank_of(record, *other) })
                .max()
                .unwrap_or(0)
        };
        let num_rows = rows.0.len() - 1;
        let best = (0..num_rows)
            .map(|row| (in_the_way(&rows.0[row]), row))
            .min()
            .filter(|(weight, _)| *weight < usize::MAX);
        let Some((_, row)) = best else {
            let anchor = self.anchor(event);
            return piles.push(Pile {
                start: anchor,
                end: anchor,
                events: vec![event],
                foremost: (0, event),
                is_kept: true,
            });
        };
        let (near, free): (Vec<_>, Vec<_>) = rows.0[row].drain(..).partition(|(_, other)| is_near(other));
        rows.0[row] = free;
        rows.0[row].push((event, own));
        for (other, standing) in near {
            let foremost = (rank_of(record, other), other);
            piles.push(Pile {
                start: standing.x,
                end: standing.x,
                events: vec![other],
                foremost,
                is_kept: false,
            });
        }
    }

    /// Sees to it that what is kept and turning points have their short headlines, also where an edge would
    /// cut them: on the other side of their marks, or in another row.
    /// Marks in the way go to another row, or are joined.
    fn give_words(&self, rows: &mut Rows<'a>, piles: &mut Vec<Pile>) {
        let SceneRequest { record, scale, kept, .. } = *self.request;
        let num_rows = rows.0.len() - 1;
        let is_first = |event: &EventIdx| kept.contains(event) || rank_of(record, *event) == 0;
        let mut firsts: Vec<(usize, EventIdx, Standing<'a>)> = Vec::new();
        for (row, all) in rows.0[..num_rows].iter().enumerate() {
            firsts.extend(
                all.iter()
                    .filter(|(event, _)| is_first(event))
                    .map(|(event, one)| (row, *event, one.clone())),
            );
        }
        sort_by_key(&mut firsts, |(.., one)| one.turn);
        firsts.truncate(MOST_FIRSTS);
        let wishes: Vec<Vec<Place>> =
            firsts.iter().map(|(row, _, one)| places(one, *row, num_rows, scale.width())).collect();
        let seats = seats(&wishes);
        let is_seated = |event: EventIdx| firsts[..seats.len()].iter().any(|(_, first, _)| *first == event);
        // What is in the way, and where it was.
        let mut away: Vec<(EventIdx, Standing<'a>)> = Vec::new();
        for (row, all) in rows.0[..num_rows].iter_mut().enumerate() {
            let (moved, stay): (Vec<_>, Vec<_>) = all.drain(..).partition(|(event, one)| {
                is_seated(*event) || seats.iter().any(|seat| seat.meets(row, one.body))
            });
            *all = stay;
            away.extend(moved.into_iter().filter(|(event, _)| !is_seated(*event)));
        }
        for ((_, event, mut own), seat) in firsts.into_iter().zip(&seats) {
            own.words = seat.words.zip(own.label).map(|(x, label)| (label.short.clone(), x));
            rows.0[seat.row].push((event, own));
        }
        for (other, one) in away {
            let has_room = |&row: &usize| {
                let is_near = |(_, near): &(EventIdx, Standing<'_>)| (near.x - one.x).abs() < MARKS_APART;
                !rows.0[row].iter().any(is_near) && !seats.iter().any(|seat| seat.meets(row, one.body))
            };
            let (x, foremost) = (one.x, (rank_of(record, other), other));
            match (0..num_rows).find(has_room) {
                Some(row) => rows.0[row].push((other, one)),
                None => piles.push(Pile {
                    start: x,
                    end: x,
                    events: vec![other],
                    foremost,
                    is_kept: kept.contains(&other),
                }),
            }
        }
    }

    /// Places what started before the window: in the rows where room is left at the edge;
    /// the rest is joined there.
    fn earlier(&self, events: &[EventIdx], rows: &mut Rows<'a>) -> Option<Pile> {
        let SceneRequest { record, labels, kept, .. } = *self.request;
        let num_rows = rows.0.len() - 1;
        let mut free: Vec<usize> = (0..num_rows).collect();
        let mut edge: Option<Pile> = None;
        let mut turns = events.to_vec();
        #[expect(clippy::cast_possible_truncation, reason = "ranks go to 4")]
        let turn = |event: &EventIdx| {
            parts(u16::from(!kept.contains(event)), rank_of(record, *event) as u16, event.0)
        };
        sort_by_key(&mut turns, turn);
        for event in turns {
            // No text is measured where no row is left.
            let at = free.iter().position(|&row| {
                let label = labels.of(event);
                let first = rows.0[row].iter().map(|(_, one)| one.body[0]).fold(f64::INFINITY, f64::min);
                first >= EDGE_X + label.gap + label.short.width + MARK_REACH
            });
            // What is kept stands there without words rather than in a number.
            let at = at.or_else(|| {
                let has_room =
                    |&row: &usize| rows.0[row].iter().all(|(_, one)| one.body[0] >= EDGE_X + MARK_REACH);
                kept.contains(&event).then(|| free.iter().position(has_room)).flatten()
            });
            if let Some(at) = at {
                let row = free.remove(at);
                rows.0[row].push((event, self.standing(event)));
                continue;
            }
            let (start, rank) = (f64::NEG_INFINITY, rank_of(record, event));
            let pile = edge.get_or_insert_with(|| Pile {
                start,
                end: start,
                events: Vec::new(),
                foremost: (rank, event),
                is_kept: false,
            });
            pile.events.push(event);
        }
        edge
    }

    /// Puts the badges, and what is alone, into the row of clusters.
    fn clusters_of(&mut self, lane: u16, mut piles: Vec<Pile>, rows: &mut Rows<'a>) {
        let lanes = self.request.lanes;
        sort_by_key(&mut piles, |pile| float(pile.middle()));
        // A group that the edge cut off stands further right than reckoned with:
        // what it would cover joins it.
        piles.dedup_by(|next, before| {
            let is_near = next.middle() - before.middle() < CLUSTER_APART;
            let is_joined = is_near && !next.is_kept && !before.is_kept;
            if is_joined {
                before.join(next);
            } else if is_near {
                next.move_to(before.middle() + CLUSTER_APART);
            }
            is_joined
        });
        let Some(row) = rows.0.last_mut() else { return };
        for Pile { start, end, mut events, foremost, .. } in piles {
            let x = if start < 0.0 { EDGE_X } else { f64::midpoint(start, end) };
            // By start they mostly are in the record's order, which depends on no clock.
            if !events.is_sorted() {
                sort_by_key(&mut events, |event| event.0.into());
            }
            if let [event] = events[..] {
                let one = self.standing(event);
                row.push((event, Standing { x, body: [x - MARK_REACH, x + MARK_REACH], ..one }));
                continue;
            }
            let cluster = Cluster { x, y: lanes.row_middle(lane, None), events, leading: foremost.1 };
            let half = cluster.width() / 2.0 + 1.0;
            row.push((
                foremost.1,
                Standing { body: [x - half, x + half], x, label: None, turn: 0, words: None },
            ));
            self.clusters.push(cluster);
        }
    }

    /// Where the mark of `event` stands: on its start,
    /// or a little to the right of it where the event is long.
    fn anchor(&self, event: EventIdx) -> f64 {
        let SceneRequest { record, scale, .. } = *self.request;
        let span = record.span(event);
        let start = scale.px_from_time(span.start);
        let long = scale.px_from_secs(span.end - span.start);
        if start < 0.0 { EDGE_X } else { start + (long / 2.0).min(MARK_INSET) }
    }

    fn mark(&self, event: EventIdx, y: f64, one: Standing<'_>) -> Mark {
        let record = self.request.record;
        let facts = record.event(event);
        let label = one.words.map(|(text, x)| Label { x, text });
        let bar = self.bar(event);
        Mark { event, domain: facts.domain, x: one.x, y, radius: radius(facts.importance), bar, label }
    }

    fn bar(&self, event: EventIdx) -> Option<Bar> {
        let SceneRequest { record, scale, .. } = *self.request;
        let date = record.event(event).date;
        let span = record.span(event);
        let (start, end) = (scale.px_from_time(span.start), scale.px_from_time(span.end));
        // Shorter than the mark, it would not be seen.
        (end - start > 2.0 * MARK_INSET).then(|| Bar {
            start: start.max(0.0),
            end: end.min(scale.width()),
            is_start_vague: date.is_vague_start() || date.has_open_start(),
            is_end_vague: date.is_vague_end() || date.has_open_end(),
        })
    }
}

/// So many turning points of a lane are seen to in each picture.
const MOST_FIRSTS: usize = 24;

/// Events that are joined at one place.
struct Pile {
    /// Where its first mark would stand; nowhere when it is at the left edge.
    start: f64,
    /// Where its last mark would stand.
    end: f64,
    events: Vec<EventIdx>,
    /// The first of the most important ones, after its rank.
    foremost: (usize, EventIdx),
    /// It is one event that is joined with no other.
    is_kept: bool,
}

impl Pile {
    /// Midway between the first and the last mark, or at the left edge.
    fn middle(&self) -> f64 {
        if self.start < 0.0 { EDGE_X } else { f64::midpoint(self.start, self.end) }
    }

    const fn move_to(&mut self, x: f64) {
        (self.start, self.end) = (x, x);
    }

    fn join(&mut self, next: &mut Self) {
        self.end = self.end.max(next.end);
        self.events.append(&mut next.events);
        self.foremost = self.foremost.min(next.foremost);
    }
}

/// Radius of a mark: 3.5 px for a detail to 7.5 px for a turning point.
fn radius(importance: u8) -> f64 {
    2.5 + f64::from(importance.min(5))
}
