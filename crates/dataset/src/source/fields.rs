//! Rules for a single value, which need no look at the rest of the file.

use super::cameo;
use super::countries;
use super::faults::Faults;
use super::form::{Casualties, Event, File, Place};
use super::problem::{At, Fault};
use crate::model::Side;

/// Events of this importance need a short headline.
const NEEDS_SHORT: std::ops::RangeInclusive<i64> = 4..=5;

/// The id of the side of those whom nobody knows.
const UNATTRIBUTED: &str = Side::UNATTRIBUTED;

/// Notes every value of `file` that is bad in itself; dates and ids are judged where they are looked up.
pub fn check(file: &File, faults: &mut Faults) {
    let root = At::file();
    faults.push_if(file.version != 1, &root.key("version"), || Fault::WrongVersion { found: file.version });
    let lang = &file.meta.lang;
    faults.push_if(!is_language(lang), &root.key("meta").key("lang"), || Fault::BadLanguage {
        tag: lang.clone(),
    });
    let (sides, events) = (file.sides.len(), file.events.len());
    faults.push_if(sides < 2, &root.key("sides"), || Fault::TooFew { what: "sides", least: 2, found: sides });
    faults.push_if(events < 1, &root.key("events"), || Fault::TooFew {
        what: "event",
        least: 1,
        found: events,
    });
    for (index, side) in file.sides.iter().enumerate() {
        let is_misplaced = side.id.0 == UNATTRIBUTED && (index < 2 || index + 1 < sides);
        faults.push_if(is_misplaced, &At::entry("sides", index), || Fault::NotLast { id: UNATTRIBUTED });
    }
    for (index, source) in file.sources.iter().enumerate() {
        if let Err(reason) = url(&source.url) {
            faults.push(
                At::entry("sources", index).key("url"),
                Fault::BadUrl { url: source.url.clone(), reason },
            );
        }
    }
    for (index, place) in file.places.iter().enumerate() {
        check_place(place, &At::entry("places", index), faults);
    }
    check_events(file, faults);
    for (index, story) in file.stories.iter().enumerate() {
        let at = At::entry("stories", index).key("steps");
        faults.push_if(story.steps.is_empty(), &at, || Fault::TooFew { what: "step", least: 1, found: 0 });
    }
}

fn check_place(place: &Place, at: &At, faults: &mut Faults) {
    if let Some(code) = &place.country {
        let is_known = countries::is_code(code);
        faults.push_if(!is_known, &at.key("country"), || Fault::BadCountry {
            code: code.clone(),
            hint: countries::hint(code),
        });
    }
    for (key, other, value, most) in
        [("lat", place.lon, place.lat, 90.0), ("lon", place.lat, place.lon, 180.0)]
    {
        match value {
            Some(found) => faults.push_if(!(-most..=most).contains(&found), &at.key(key), || {
                Fault::OffTheGlobe { found, most }
            }),
            None => faults.push_if(other.is_some(), &at.key(key), || Fault::HalfACoordinate { missing: key }),
        }
    }
}

fn check_events(file: &File, faults: &mut Faults) {
    for (index, event) in file.events.iter().enumerate() {
        let at = At::entry("events", index);
        let importance = event.importance;
        faults.push_if(!(1..=5).contains(&importance), &at.key("importance"), || {
            Fault::ImportanceOutOfRange { found: importance }
        });
        if let Some(code) = &event.cameo {
            let is_known = cameo::find(code).is_some();
            faults.push_if(!is_known, &at.key("cameo"), || Fault::UnknownCameo {
                code: code.clone(),
                hint: cameo::hint(code),
            });
        }
        let has_short = event.short.is_some() || !NEEDS_SHORT.contains(&importance);
        faults.push_if(!has_short, &at.key("short"), || Fault::NoShort);
        check_casualties(event, &at.key("casualties"), faults);
        for (position, figure) in event.figures.iter().enumerate() {
            let at = at.key("figures").index(position).key("value");
            faults.push_if(figure.value < 0.0, &at, || Fault::NegativeFigure { found: figure.value });
        }
    }
}

fn check_casualties(event: &Event, at: &At, faults: &mut Faults) {
    for (position, row) in event.casualties.iter().enumerate() {
        let at = at.index(position);
        let (low, high) = (row.low, row.high);
        for (key, count) in [("low", low), ("high", high)] {
            #[expect(clippy::cast_precision_loss, reason = "it is only shown")]
            faults.push_if(count < 0, &at.key(key), || Fault::NegativeFigure { found: count as f64 });
            faults.push_if(u32::try_from(count.max(0)).is_err(), &at.key(key), || Fault::TooLarge {
                found: count,
            });
        }
        faults.push_if(low > high, &at, || Fault::LowAboveHigh { low, high });
        faults.push_if(high == 0 && low == 0, &at, || Fault::Nobody);
        let same =
            |other: &Casualties| (other.kind, &other.side, &other.who) == (row.kind, &row.side, &row.who);
        if let Some(first) = event.casualties[..position].iter().position(same) {
            faults.push(at, Fault::CountedTwice { first });
        }
    }
}

/// Whether `tag` has the form of a BCP 47 tag: a language of two or three letters, then subtags.
fn is_language(tag: &str) -> bool {
    let mut subtags = tag.split('-');
    let language = subtags.next().unwrap_or_default();
    (2..=3).contains(&language.len())
        && language.bytes().all(|b| b.is_ascii_lowercase())
        && subtags.all(|tag| (1..=8).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_alphanumeric()))
}

/// What keeps `url` from being a plain link.
fn url(url: &str) -> Result<(), &'static str> {
    if url.contains(char::is_whitespace) {
        return Err("has white space in it");
    }
    if url.contains(['<', '>', '"', '\\', '`']) {
        return Err("has characters in it that no address has");
    }
    let rest =
        url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).ok_or("is not http or https")?;
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if authority.contains('@') {
        return Err("has user information in it");
    }
    let (host, port) = authority.split_once(':').unwrap_or((authority, "0"));
    let is_host = host
        .split('.')
        .all(|label| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-'));
    if is_host && port.bytes().all(|b| b.is_ascii_digit()) { Ok(()) } else { Err("has no proper host") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_http_with_a_host_and_nothing_hidden() {
        for good in [
            "https://a.org",
            "http://a.org:8080/x?y=z#w",
            "https://web.archive.org/web/2020/https://a.org/b",
            "https://état.fr/é",
        ] {
            assert_eq!(url(good), Ok(()), "{good}");
        }
        for (bad, reason) in [
            ("javascript:alert(1)", "is not http or https"),
            ("HTTP://a.org", "is not http or https"),
            ("//a.org", "is not http or https"),
            ("https://", "has no proper host"),
            ("https:///path", "has no proper host"),
            ("https://a..org", "has no proper host"),
            ("https://a.org:x/", "has no proper host"),
            ("https://bank.com@evil.org/", "has user information in it"),
            ("https://a.org/a b", "has white space in it"),
            ("https://a.org\\b", "has characters in it that no address has"),
        ] {
            assert_eq!(url(bad), Err(reason), "{bad}");
        }
    }

    #[test]
    fn a_language_tag_has_its_form() {
        for (tag, is_good) in [
            ("en", true),
            ("en-GB", true),
            ("zh-Hant-TW", true),
            ("fil", true),
            ("", false),
            ("english", false),
            ("en_GB", false),
            ("e", false),
            ("en-", false),
            ("EN", false),
        ] {
            assert_eq!(is_language(tag), is_good, "{tag}");
        }
    }
}
