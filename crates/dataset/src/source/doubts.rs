//! What is not wrong, but seldom meant. It is reported as a warning, and the file is accepted.

use std::collections::{BTreeMap, BTreeSet};

use super::faults::Faults;
use super::form::{Event, File};
use super::problem::{At, Fault};
use crate::civil::{DAY_SECS, Date};
use crate::edtf::Edtf;
use crate::units::UtcOffset;

/// How many shapes the page has for domains, and how many colours for sides with a name.
const MOST_DOMAINS: usize = 10;
const MOST_SIDES: usize = 4;
/// An event further than this from every other is probably dated wrong.
const FAR_YEARS: i64 = 100;
/// How many years the Gregorian calendar is ahead of the Solar Hijri one, at least.
const HIJRI_YEARS: i64 = 621;

/// Notes what is odd about the whole file; `dates` are those of the events, in file order. O(n log n).
pub fn check(file: &File, dates: &[Option<Edtf>], faults: &mut Faults) {
    let named = file.sides.iter().filter(|side| side.id.0 != crate::model::Side::UNATTRIBUTED).count();
    for (list, what, most, found) in
        [("sides", "sides", MOST_SIDES, named), ("domains", "domains", MOST_DOMAINS, file.domains.len())]
    {
        faults.doubt_if(found > most, &At::file().key(list), || Fault::Alike { what, most, found });
    }
    for (index, event) in file.events.iter().enumerate() {
        let at = At::entry("events", index).key("targets");
        let both = event.targets.iter().enumerate().filter(|(_, target)| event.initiators.contains(target));
        // Several who are both act on each other.
        if let [(position, target)] = both.collect::<Vec<_>>()[..] {
            faults.doubt_if(true, &at.index(position), || Fault::OnItself { id: target.0.clone() });
        }
    }
    check_opening(file, dates, faults);
    check_years(dates, faults);
    check_twins(file, dates, faults);
}

fn check_opening(file: &File, dates: &[Option<Edtf>], faults: &mut Faults) {
    let Ok(opening) = Edtf::parse(&file.meta.opening.0) else { return };
    let is_shown = |date: &Edtf| date.latest() >= opening.earliest() && date.earliest() <= opening.latest();
    let is_empty = dates.iter().all(Option::is_some) && !dates.iter().flatten().any(is_shown);
    faults.doubt_if(is_empty, &At::file().key("meta").key("opening"), || Fault::EmptyOpening);
}

/// Notes events that lie far from all others, and guesses why.
fn check_years(dates: &[Option<Edtf>], faults: &mut Faults) {
    let year = |secs: i64| i64::from(Date::from_days(secs.div_euclid(DAY_SECS)).year());
    let reach = |date: Edtf| {
        let span = date.span(UtcOffset::UTC);
        let end = if date.has_open_end() { span.start } else { span.end };
        let start = if date.has_open_start() { end } else { span.start };
        (year(start.0), year(end.0))
    };
    let mut all: Vec<(i64, i64, usize)> = dates
        .iter()
        .enumerate()
        .filter_map(|(index, date)| date.map(reach).map(|(first, last)| (first, last, index)))
        .collect();
    all.sort_unstable();
    let mut latest = None;
    for (nth, &(first, last, index)) in all.iter().enumerate() {
        let before = latest.map(|latest: i64| first - latest);
        let behind = all.get(nth + 1).map(|next| next.0 - last);
        latest = latest.max(Some(last));
        let Some(years) = before.into_iter().chain(behind).min().filter(|years| *years >= FAR_YEARS) else {
            continue;
        };
        let converted = first + HIJRI_YEARS;
        let others = all.iter().filter(|other| other.2 != index);
        let is_hijri = others.clone().any(|other| (other.0 - converted).abs() <= FAR_YEARS)
            && (1200..1500).contains(&first);
        let fault = || if is_hijri { Fault::SolarHijri { year: first } } else { Fault::FarOff { years } };
        faults.doubt_if(true, &At::entry("events", index).key("date"), fault);
    }
}

/// Notes what may be an event told twice: several on one day, in one domain, with the same actors.
fn check_twins(file: &File, dates: &[Option<Edtf>], faults: &mut Faults) {
    type Key<'a> = (i64, &'a str, BTreeSet<&'a str>);
    let mut alike: BTreeMap<Key<'_>, Vec<(usize, &Event)>> = BTreeMap::new();
    for (index, event) in file.events.iter().enumerate() {
        let Some(date) = dates[index] else { continue };
        let day = date.span(UtcOffset::UTC).start.0.div_euclid(DAY_SECS);
        let actors = event.initiators.iter().chain(&event.targets).map(|actor| actor.0.as_str()).collect();
        alike.entry((day, &event.domain.0, actors)).or_default().push((index, event));
    }
    for twins in alike.into_values().filter(|twins| twins.len() > 1) {
        let ids = twins.iter().map(|(_, event)| event.id.0.clone()).collect();
        faults.doubt_if(true, &At::entry("events", twins[0].0), || Fault::Twin { ids });
    }
}

/// What is odd about a text as such: signs of Markdown, and letters read in a wrong encoding; each once.
pub fn of_text(text: &str) -> Vec<Fault> {
    let markdown = markdown(text).map(|sign| Fault::Markdown { sign });
    let garbled = garbled(text).map(|(piece, meant)| Fault::Garbled { piece, meant });
    markdown.into_iter().chain(garbled).collect()
}

/// The first piece that Markdown would not show as it stands.
fn markdown(text: &str) -> Option<String> {
    let between = |sign: &str| {
        let start = text.find(sign)?;
        let rest = &text[start + sign.len()..];
        let end = rest.find(sign).filter(|&end| end > 0 && !rest.starts_with(' '))?;
        Some(text[start..start + 2 * sign.len() + end].to_owned())
    };
    let link = || {
        let middle = text.find("](")?;
        let start = text[..middle].rfind('[')?;
        let end = text[middle..].find(')')?;
        Some(text[start..=middle + end].to_owned())
    };
    let heading = || {
        ["# ", "## ", "### ", "* ", "- ", "> "]
            .iter()
            .find(|sign| text.starts_with(**sign))
            .map(|&sign| sign.to_owned())
    };
    between("**").or_else(|| between("__")).or_else(|| between("`")).or_else(link).or_else(heading)
}

/// The first run of letters that is UTF-8 read as Windows-1252, with what it was.
fn garbled(text: &str) -> Option<(String, String)> {
    // A byte of UTF-8 behind the first, as Windows-1252 shows it.
    let byte = |c: char| match c {
        '\u{80}'..='\u{FF}' => u8::try_from(u32::from(c)).ok(),
        _ => WINDOWS_1252.iter().position(|known| *known == c).and_then(|at| u8::try_from(0x80 + at).ok()),
    };
    let chars: Vec<char> = text.chars().collect();
    (0..chars.len()).find_map(|start| {
        let bytes: Vec<u8> = chars[start..].iter().take(4).map_while(|&c| byte(c)).collect();
        (2..=bytes.len()).find_map(|len| {
            let meant = std::str::from_utf8(&bytes[..len]).ok().filter(|meant| meant.chars().count() == 1)?;
            Some((chars[start..start + len].iter().collect(), meant.to_owned()))
        })
    })
}

/// What Windows-1252 shows for the bytes 0x80 to 0x9F.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_sentences_raise_no_doubt() {
        for text in [
            "Iran’s “crushing” reply – 22 missiles, 60%",
            "a * b * c",
            "état, Ärzte, İran",
            "x [b] (c)",
            "« Ça ira »",
            "متن",
            "C#",
        ] {
            assert_eq!(of_text(text), [], "{text}");
        }
    }

    #[test]
    fn markdown_and_letters_of_a_wrong_encoding_are_named() {
        let told = |text| of_text(text).iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(
            told("a **bold** word"),
            [r#""**bold**" is Markdown, which is shown as it stands (texts are plain)"#]
        );
        assert_eq!(told("see [this](https://a.org)").len(), 1);
        assert_eq!(told("`code`").len(), 1);
        assert_eq!(told("Ã©tat"), [r#""Ã©" looks like "é" read in a wrong encoding"#]);
        assert_eq!(told("Iranâ€™s reply"), [r#""â€™" looks like "’" read in a wrong encoding"#]);
        assert_eq!(told("Ø³Ù„Ø§Ù…").len(), 1);
    }
}
