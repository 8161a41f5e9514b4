//! The state in the address: `key=value` pairs joined by `&`, only what differs from the default.

mod texts;

use dataset::civil::DateTime;
use dataset::edtf::Edtf;
use dataset::model::ClaimStatus;
use dataset::units::{UnixSecs, UtcOffset};

use super::told::default_window;
use super::{Frame, GraphMode, Selection, Strip, Tab, Theme, Told, View};
use crate::record::Record;
use crate::time::window::{Moment, TimeWindow};
use crate::time::zone::Zone;
use crate::timeline::lanes::LaneMode;
use texts::{COMMA, MARK, joined, marked, safe, shown};

pub use texts::plain;

/// How many wrong things are told one by one: more would cover the page.
const MAX_PROBLEMS: usize = 8;

const LANES: [(&str, LaneMode); 2] = [("side", LaneMode::Side), ("domain", LaneMode::Domain)];
const STRIPS: [(&str, Strip); 2] = [("pulse", Strip::Pulse), ("dead", Strip::Dead)];
const THEMES: [(&str, Theme); 3] =
    [("system", Theme::System), ("light", Theme::Light), ("dark", Theme::Dark)];
const GRAPHS: [(&str, GraphMode); 2] = [("camps", GraphMode::Camps), ("all", GraphMode::All)];
const TABS: [(&str, Tab); 5] = [
    ("details", Tab::Details),
    ("ladder", Tab::Ladder),
    ("actors", Tab::Actors),
    ("list", Tab::List),
    ("claims", Tab::Claims),
];

/// The longest search that an address may hold, in characters.
const MOST_QUERY_CHARS: usize = 200;

/// What an address says, and what of it could not be followed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Decoded {
    /// Defaults where the address says nothing or nonsense.
    pub view: View,
    /// What the host of a frame asks for; the query alone says it.
    pub frame: Frame,
    /// Whether it says which stretch of time is shown: by itself, or by a step of a story.
    pub is_placed: bool,
    /// The pairs of the fragment that are not the page's, as they stand there:
    /// what hosts and trackers have added.
    pub foreign: String,
    /// One sentence for each thing that was ignored; of many, for the first few and how many more there were.
    pub problems: Vec<String>,
}

/// Writes `view` as a fragment without its `#`; empty for the default view.
#[must_use]
pub fn encode(record: &Record, view: &View) -> String {
    let mut pairs = Vec::new();
    let window = view.window.unwrap_or(record.opening());
    if window != default_window(record, view) {
        pairs.push(format!("window={}", window_text(record, window)));
    }
    match view.selection {
        Some(Selection::Event(event)) => pairs.push(format!("select={}", record.event(event).id)),
        Some(Selection::Actor(actor)) => pairs.push(format!("select={}", record.actor(actor).id)),
        Some(Selection::Dealing(from, to)) => {
            pairs.push(format!("select={}~{}", record.actor(from).id, record.actor(to).id))
        }
        Some(Selection::Band(from, to)) => {
            let [from, to] = [from, to].map(|side| record.data().sides[side.get()].id);
            pairs.push(format!("select=camp:{from}~{to}"));
        }
        None => {}
    }
    let data = record.data();
    let filter = &view.filter;
    let mut choice = |key: &str, name: Option<&str>| pairs.extend(name.map(|name| format!("{key}={name}")));
    choice("path", view.path.map(|actor| record.actor(actor).id));
    choice("lanes", chosen(&LANES, view.lanes));
    choice("strip", chosen(&STRIPS, view.above));
    choice("clock", (view.clock != Zone::Event).then_some(view.clock.id()));
    choice("sides", joined(filter.sides.iter().map(|side| data.sides[side.get()].id)).as_deref());
    choice("domains", joined(filter.domains.iter().map(|domain| data.domains[domain.get()].id)).as_deref());
    choice("actors", joined(filter.actors.iter().map(|&actor| record.actor(actor).id)).as_deref());
    choice("status", joined(filter.statuses.iter().map(|status| status.word())).as_deref());
    let publishers =
        filter.publishers.iter().map(|source| data.sources[source.get()].publisher.replace(',', COMMA));
    let publishers: Vec<String> = publishers.collect();
    let publishers = joined(publishers.iter().map(String::as_str)).map(|names| safe(&names));
    choice("publishers", publishers.as_deref());
    choice("importance", (filter.least > 1).then(|| filter.least.to_string()).as_deref());
    let query = safe(&view.query);
    choice("q", (!query.is_empty()).then_some(query.as_str()));
    choice("theme", chosen(&THEMES, view.theme));
    choice("view", chosen(&TABS, view.tab));
    choice("graph", chosen(&GRAPHS, view.graph));
    choice("story", view.told.map(|told| told.written(record)).as_deref());
    pairs.join("&")
}

/// What a narrow screen shows at an address: where that says nothing of the time, the [heart](Record::heart)
/// of the opening, moved to a selected event, as a window of its own,
/// so that a link copied from there shows the same everywhere.
#[must_use]
pub fn decode_narrow(record: &Record, query: &str, fragment: &str) -> Decoded {
    let mut decoded = decode(record, query, fragment);
    if !decoded.is_placed {
        let heart = record.heart();
        let window = match decoded.view.selection {
            Some(Selection::Event(event)) => record.brought_in(heart, event),
            _ => heart,
        };
        show(record, &mut decoded.view, window);
    }
    decoded
}

/// Reads an address: `query` without `?` and `fragment` without `#`, where the fragment wins.
///
/// Never fails: a wrong value of a known key is left at its default and named. Other keys are those of hosts
/// and trackers and are passed over; those of the fragment are given back, so that they stay in the address.
/// Where a part names a step of a told story and no window, the step's window is shown; where no part names
/// one, a selected event is brought into sight.
#[must_use]
pub fn decode(record: &Record, query: &str, fragment: &str) -> Decoded {
    let mut decoded = Decoded { frame: Frame::of(query), ..Decoded::default() };
    let mut has_window = false;
    // Browsers that know it take the words to be marked off the fragment.
    let fragment = fragment.split(":~:").next().unwrap_or_default();
    for (part, is_ours) in [(query, false), (fragment, true)] {
        let mut understood = Vec::new();
        for pair in part.split('&').filter(|pair| !pair.is_empty()) {
            let (key, value) = key_and_value(pair);
            // Hosts write keys as their own systems do; on a page by itself those
            // of another system may be anybody's.
            let lower = key.to_ascii_lowercase();
            let key = if !is_ours && (decoded.frame.is_embedded || lower == "embed") {
                lower.as_str()
            } else {
                key
            };
            let value = plain(value);
            let of_frame = if is_ours { None } else { decoded.frame.read(key, &value) };
            let outcome = match of_frame {
                Some(outcome) => outcome.map(|()| true).map_err(|known| wrong(key, &value, known)),
                None => read(record, &mut decoded.view, key, &value, is_ours),
            };
            match outcome {
                Ok(true) => understood.push(key.to_owned()),
                Ok(false) if is_ours => join(&mut decoded.foreign, pair),
                Ok(false) => {}
                Err(problem) => decoded.problems.push(problem),
            }
        }
        let names = |key: &str| understood.iter().any(|known| known == key);
        if !names("window") && (names("story") || names("select") && !has_window) {
            let window = default_window(record, &decoded.view);
            show(record, &mut decoded.view, window);
        }
        has_window |= names("window");
        decoded.is_placed |= names("window") || names("story");
    }
    let more = decoded.problems.len().saturating_sub(MAX_PROBLEMS);
    if more > 0 {
        decoded.problems.truncate(MAX_PROBLEMS);
        decoded.problems.push(format!("The address holds {more} more things that mean nothing here."));
    }
    decoded
}

/// Whether this part of an address asks for what only the record's
/// [texts](Record::has_texts) tell: publishers.
#[must_use]
pub fn needs_texts(part: &str) -> bool {
    part.split('&').any(|pair| key_and_value(pair).0.eq_ignore_ascii_case("publishers"))
}

/// The address `fragment`, as [`encode()`] writes it, with the [foreign](Decoded::foreign) pairs behind it.
#[must_use]
pub fn with_foreign(mut fragment: String, foreign: &str) -> String {
    if !foreign.is_empty() {
        join(&mut fragment, foreign);
    }
    fragment
}

fn join(pairs: &mut String, pair: &str) {
    if !pairs.is_empty() {
        pairs.push('&');
    }
    pairs.push_str(pair);
}

/// The two parts of a pair. Systems that write `&` into HTML twice leave `amp;` before the key.
pub(super) fn key_and_value(pair: &str) -> (&str, &str) {
    let pair = pair.strip_prefix("amp;").unwrap_or(pair);
    pair.split_once('=').unwrap_or((pair, ""))
}

/// Reads one pair; whether its key is one of ours.
fn read(record: &Record, view: &mut View, key: &str, value: &str, is_ours: bool) -> Result<bool, String> {
    let wrong = |what: &str| Err(wrong(key, value, what));
    match key {
        "window" => match window(record, value) {
            Ok(found) => show(record, view, found),
            Err(reason) => return wrong(&reason),
        },
        "select" => match selection(record, value) {
            Some(found) => view.selection = Some(found),
            None => return wrong("the record holds no such event or actor"),
        },
        "lanes" => match by_name(&LANES, value) {
            Some(lanes) => view.lanes = lanes,
            None => return wrong("known are side and domain"),
        },
        "strip" => match by_name(&STRIPS, value) {
            Some(above) => view.above = above,
            None => return wrong("known are pulse and dead"),
        },
        "theme" => match by_name(&THEMES, value) {
            Some(theme) => view.theme = theme,
            None => return wrong("known are system, light and dark"),
        },
        "view" => match by_name(&TABS, value) {
            Some(tab) => view.tab = tab,
            None if is_ours => return wrong("known are details, ladder, actors, list and claims"),
            None => {
                return wrong("known are timeline, graph, both, list, ladder, details, actors and claims");
            }
        },
        "graph" => match by_name(&GRAPHS, value) {
            Some(graph) => view.graph = graph,
            None => return wrong("known are camps and all"),
        },
        "clock" => match Zone::from_id(value) {
            Some(clock) => view.clock = clock,
            None => return wrong("known are event, utc, washington, tehran and baghdad"),
        },
        "path" => match record.actor_by_id(value) {
            Some(actor) => view.path = Some(actor),
            None => return wrong("the record holds no such actor"),
        },
        "sides" => {
            let side = |id: &str| record.side_by_id(id);
            return read_list(value, &mut view.filter.sides, side)
                .or_else(|id| wrong(&format!("there is no side {id}")));
        }
        "domains" => {
            let domain = |id: &str| record.domain_by_id(id);
            return read_list(value, &mut view.filter.domains, domain)
                .or_else(|id| wrong(&format!("there is no field {id}")));
        }
        "actors" => {
            let actor = |id: &str| record.actor_by_id(id);
            return read_list(value, &mut view.filter.actors, actor)
                .or_else(|id| wrong(&format!("there is no actor {id}")));
        }
        "status" => {
            return read_list(value, &mut view.filter.statuses, ClaimStatus::from_word)
                .or_else(|id| wrong(&format!("there is no status {id}")));
        }
        "publishers" => {
            let publisher = |name: &str| record.publisher_by_name(&name.replace(MARK, ","));
            return read_list(&marked(value), &mut view.filter.publishers, publisher)
                .or_else(|name| wrong(&format!("there is no publisher {name}")));
        }
        "importance" => match value {
            "1" | "2" | "3" | "4" | "5" => view.filter.least = value.as_bytes()[0] - b'0',
            _ => return wrong("known are 1 to 5"),
        },
        "q" if value.chars().count() > MOST_QUERY_CHARS => return wrong("that is too long"),
        "q" => view.query = value.to_owned(),
        "story" => match Told::read(record, value) {
            Some(found) => view.told = Some(found),
            None => return wrong("there is no such story or step"),
        },
        _ => return Ok(false),
    }
    Ok(true)
}

/// What is said of a value that means nothing here.
fn wrong(key: &str, value: &str, what: &str) -> String {
    format!("The address asks for {key} “{}”: {what}.", shown(value))
}

/// Sets the window; the opening one is the default.
fn show(record: &Record, view: &mut View, window: TimeWindow) {
    view.window = (window != record.opening()).then_some(window);
}

/// Reads ids with commas between them; what is unknown is left out and the first such named.
fn read_list<T: PartialEq>(
    value: &str,
    list: &mut Vec<T>,
    find: impl Fn(&str) -> Option<T>,
) -> Result<bool, String> {
    list.clear();
    let mut unknown = None;
    for id in value.split(',').filter(|id| !id.is_empty()) {
        match find(id) {
            Some(item) if !list.contains(&item) => list.push(item),
            Some(_) => {}
            None => unknown = unknown.or_else(|| Some(shown(&id.replace(MARK, ",")))),
        }
    }
    unknown.map_or(Ok(true), Err)
}

/// What is known by `name`.
pub fn by_name<T: Copy>(names: &[(&str, T)], name: &str) -> Option<T> {
    names.iter().find(|&&(known, _)| known == name).map(|&(_, value)| value)
}

/// The name of `value` unless it is the default, which is not written.
pub fn chosen<'a, T: Copy + PartialEq + Default>(names: &[(&'a str, T)], value: T) -> Option<&'a str> {
    if value == T::default() { None } else { name_of(names, value) }
}

/// The name of `value`.
pub fn name_of<'a, T: Copy + PartialEq>(names: &[(&'a str, T)], value: T) -> Option<&'a str> {
    names.iter().find(|&&(_, known)| known == value).map(|&(name, _)| name)
}

fn selection(record: &Record, value: &str) -> Option<Selection> {
    if let Some(camps) = value.strip_prefix("camp:") {
        let (from, to) = camps.split_once('~')?;
        return Some(Selection::Band(record.side_by_id(from)?, record.side_by_id(to)?));
    }
    if let Some((from, to)) = value.split_once('~') {
        return Some(Selection::Dealing(record.actor_by_id(from)?, record.actor_by_id(to)?));
    }
    let event = record.event_by_id(value).map(Selection::Event);
    event.or_else(|| record.actor_by_id(value).map(Selection::Actor))
}

fn window(record: &Record, value: &str) -> Result<TimeWindow, String> {
    let date = Edtf::parse(value).map_err(|error| error.to_string())?;
    let span = date.span(record.clock());
    let whole = record.bounds().whole();
    let found = TimeWindow::fitting(span.start.into(), span.end.into(), record.bounds());
    if !whole.shows(span) { Err("the record does not reach there".to_owned()) } else { Ok(found) }
}

/// Days where the window begins and ends at midnights of the record's clock,
/// else moments in UTC to the second.
fn window_text(record: &Record, window: TimeWindow) -> String {
    let (start, end) = (nearest_second(window.start()), nearest_second(window.end()));
    let local = |at: UnixSecs| DateTime::at(at, record.clock());
    let (first, last) = (local(start), local(UnixSecs(end.0 - 1)));
    let is_midnight = |at: UnixSecs| local(at).is_midnight();
    if is_midnight(start) && is_midnight(end) {
        return format!("{}/{}", first.date(), last.date());
    }
    let utc = |at: UnixSecs| format!("{}Z", DateTime::at(at, UtcOffset::UTC));
    format!("{}/{}", utc(start), utc(end))
}

fn nearest_second(at: Moment) -> UnixSecs {
    #[expect(clippy::cast_possible_truncation, reason = "windows lie within the calendar")]
    UnixSecs(at.0.round() as i64)
}

#[cfg(test)]
mod tests;
