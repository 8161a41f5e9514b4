//! What marks are called for those who do not see them: all that shape, colour, size, flag and arcs say.

use dataset::model::EventIdx;

use super::classes;
use crate::record::{Acting, Record};
use crate::time::format;
use crate::time::zone::Zone;

/// An event: its headline and date, whose act it was, its field and weight,
/// whether something is claimed, its answers.
#[must_use]
pub fn event(record: &Record, event: EventIdx, zone: Zone) -> String {
    let (facts, data) = (record.event(event), record.data());
    let side = if record.acting(event) == Acting::Both {
        "both sides"
    } else {
        data.sides[record.side(event).get()].short
    };
    let field = data.domains[facts.domain.get()].name;
    let weight = match facts.importance {
        5 => "; turning point",
        4 => "; major",
        _ => "",
    };
    let claims = match classes::flag(facts.claims) {
        None => "",
        Some("flag") => "; with a claim",
        Some(_) => "; with a contested claim",
    };
    let mut name =
        [facts.title, ", ", &format::long(zone.read(facts.date)), ". ", side, "; ", field, weight, claims]
            .concat();
    for (count, what) in
        [(facts.responds_to.len(), "; answers "), (record.answers(event).len(), "; answered by ")]
    {
        if count > 0 {
            name += what;
            name += &count.to_string();
        }
    }
    name
}

/// An event of several that stand at one place: "12 of 49: " and its name. `None` where it is none of them.
#[must_use]
pub fn within(record: &Record, events: &[EventIdx], at: EventIdx, zone: Zone) -> Option<String> {
    let place = events.iter().position(|&other| other == at)?;
    Some(format!("{} of {}: {}", place + 1, events.len(), event(record, at, zone)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_begins_with_headline_and_date_and_tells_what_is_drawn() {
        let record = Record::compiled();
        let strike = record.event_by_id("2020-01-03-soleimani-strike").unwrap();
        let facts = record.event(strike);
        let name = event(&record, strike, Zone::Event);
        assert!(name.starts_with(facts.title) && name.contains("3 January 2020"), "{name}");
        let counts =
            format!("; answers {}; answered by {}", facts.responds_to.len(), record.answers(strike).len());
        assert!(name.ends_with(&counts) && name.contains("; turning point"), "{name}");
        assert_eq!(
            name.contains("contested"),
            classes::flag(facts.claims) == Some("flag contested"),
            "{name}"
        );
        let events: Vec<EventIdx> = record.events().collect();
        let nth = strike.get() + 1;
        assert_eq!(
            within(&record, &events, strike, Zone::Event),
            Some(format!("{nth} of {}: {name}", events.len()))
        );
        assert_eq!(within(&record, &events[..1], strike, Zone::Event), None);
    }
}
