//! The state in the address: `key=value` pairs joined by `&`, only what differs from the default.

use dataset::civil::DateTime;
use dataset::edtf::Edtf;
use dataset::units::{UnixSecs, UtcOffset};
use percent_encoding::percent_decode_str;

use super::{Selection, Tab, Theme, View};
use crate::story::Story;
use crate::time::window::{Moment, TimeWindow};
use crate::timeline::lanes::LaneMode;

/// The most of a wrong value that is shown back to the reader, in characters.
const SHOWN_CHARS: usize = 40;

/// How many wrong things are told one by one: more would cover the page.
const MAX_PROBLEMS: usize = 8;

const LANES: [(&str, LaneMode); 2] = [("side", LaneMode::Side), ("domain", LaneMode::Domain)];
const THEMES: [(&str, Theme); 3] = [("system", Theme::System), ("light", Theme::Light), ("dark", Theme::Dark)];
const TABS: [(&str, Tab); 3] = [("details", Tab::Details), ("actors", Tab::Actors), ("list", Tab::List)];

/// What an address says, and what of it could not be followed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Decoded {
    /// Defaults where the address says nothing or nonsense.
    pub view: View,
    /// One sentence for each thing that was ignored; of many, for the first few and how many more there were.
    pub problems: Vec<String>,
}

/// Writes `view` as a fragment without its `#`; empty for the default view.
#[must_use]
pub fn encode(story: &Story, view: &View) -> String {
    let mut pairs = Vec::new();
    if let Some(window) = view.window {
        pairs.push(format!("window={}", window_text(story, window)));
    }
    match view.selection {
        Some(Selection::Event(event)) => pairs.push(format!("select={}", story.event(event).id)),
        Some(Selection::Actor(actor)) => pairs.push(format!("select={}", story.actor(actor).id)),
        Some(Selection::Dealing(from, to)) => pairs.push(format!("select={}~{}", story.actor(from).id, story.actor(to).id)),
        None => {}
    }
    let mut choice = |key: &str, name: Option<&str>| pairs.extend(name.map(|name| format!("{key}={name}")));
    choice("lanes", chosen(&LANES, view.lanes));
    choice("theme", chosen(&THEMES, view.theme));
    choice("view", chosen(&TABS, view.tab));
    pairs.join("&")
}

/// Reads an address: `query` without `?` and `fragment` without `#`, where the fragment wins.
///
/// Never fails: what is wrong is left at its default and named. Unknown keys are named in the fragment, which is
/// ours, and passed over in the query, which is shared with trackers and hosts.
#[must_use]
pub fn decode(story: &Story, query: &str, fragment: &str) -> Decoded {
    let mut decoded = Decoded::default();
    for (part, is_ours) in [(query, false), (fragment, true)] {
        for pair in part.split('&').filter(|pair| !pair.is_empty()) {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let value = percent_decode_str(value).decode_utf8_lossy();
            if let Err(problem) = read(story, &mut decoded.view, key, &value, is_ours) {
                decoded.problems.push(problem);
            }
        }
    }
    let more = decoded.problems.len().saturating_sub(MAX_PROBLEMS);
    if more > 0 {
        decoded.problems.truncate(MAX_PROBLEMS);
        decoded.problems.push(format!("The address holds {more} more things that mean nothing here."));
    }
    decoded
}

fn read(story: &Story, view: &mut View, key: &str, value: &str, is_ours: bool) -> Result<(), String> {
    let wrong = |what: &str| Err(format!("The address asks for {key} “{}”: {what}.", shown(value)));
    match key {
        "window" => match window(story, value) {
            Ok(found) => view.window = (found != story.opening()).then_some(found),
            Err(reason) => return wrong(&reason),
        },
        "select" => match selection(story, value) {
            Some(found) => view.selection = Some(found),
            None => return wrong("the record holds no such event or actor"),
        },
        "lanes" => match by_name(&LANES, value) {
            Some(lanes) => view.lanes = lanes,
            None => return wrong("known are side and domain"),
        },
        "theme" => match by_name(&THEMES, value) {
            Some(theme) => view.theme = theme,
            None => return wrong("known are system, light and dark"),
        },
        "view" => match by_name(&TABS, value) {
            Some(tab) => view.tab = tab,
            None => return wrong("known are details, actors and list"),
        },
        _ if is_ours => return Err(format!("The address holds “{}”, which means nothing here.", shown(key))),
        _ => {}
    }
    Ok(())
}

fn by_name<T: Copy>(names: &[(&str, T)], name: &str) -> Option<T> {
    names.iter().find(|&&(known, _)| known == name).map(|&(_, value)| value)
}

/// The name of `value` unless it is the default, which is not written.
fn chosen<'a, T: Copy + PartialEq + Default>(names: &[(&'a str, T)], value: T) -> Option<&'a str> {
    names.iter().find(|&&(_, known)| known == value && value != T::default()).map(|&(name, _)| name)
}

fn selection(story: &Story, value: &str) -> Option<Selection> {
    if let Some((from, to)) = value.split_once('~') {
        return Some(Selection::Dealing(story.actor_by_id(from)?, story.actor_by_id(to)?));
    }
    let event = story.event_by_id(value).map(Selection::Event);
    event.or_else(|| story.actor_by_id(value).map(Selection::Actor))
}

fn window(story: &Story, value: &str) -> Result<TimeWindow, String> {
    let date = Edtf::parse(value).map_err(|error| error.to_string())?;
    let span = date.span(story.clock());
    let whole = story.bounds().whole();
    let found = TimeWindow::fitting(span.start.into(), span.end.into(), story.bounds());
    if !whole.shows(span) { Err("the record does not reach there".to_owned()) } else { Ok(found) }
}

/// Days where the window begins and ends at midnights of the story's clock, else moments in UTC to the second.
fn window_text(story: &Story, window: TimeWindow) -> String {
    let (start, end) = (nearest_second(window.start()), nearest_second(window.end()));
    let local = |at: UnixSecs| DateTime::at(at, story.clock());
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

/// A wrong value as it may be shown: cut, and without characters that would disturb the line.
fn shown(value: &str) -> String {
    let clean = |c| if disturbs(c) { '\u{fffd}' } else { c };
    let mut text: String = value.chars().take(SHOWN_CHARS).map(clean).collect();
    if value.chars().nth(SHOWN_CHARS).is_some() {
        text.push('…');
    }
    text
}

/// Whether a character controls, breaks or turns the line around it, or stands in it unseen.
fn disturbs(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests;
