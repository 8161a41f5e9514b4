//! Whose act an event was, by the sides of its initiators.

use brink::record::{Acting, Record};
use dataset::model::{EventIdx, SideIdx};
use dataset::source::check;

use super::edited;

/// Who acted in the event of the lighthouse when its initiators are these, the side that it is drawn with,
/// and what the report says.
fn of(initiators: &str) -> (Acting, &'static str, String) {
    let text = edited(&[
        (
            r#""short": "Others"}"#,
            r#""short": "Others"}, {"id": "unattributed", "name": "Not attributed", "short": "Nobody knows"}"#,
        ),
        (
            "\n ],\n \"relations\"",
            ",\n  {\"id\": \"unknown-hands\", \"name\": \"Unknown \
             hands\", \"kind\": \"armed-group\", \"side\": \"unattributed\", \
             \"about\": \"Whoever it was.\", \"sources\": [\"almanac\"]}\n ],\n \"relations\"",
        ),
        (r#""initiators": ["north-fleet"]"#, &format!(r#""initiators": {initiators}"#)),
    ]);
    let data = check("small.json", &text).unwrap_or_else(|problems| panic!("{problems:?}"));
    let record = Record::new(data);
    let report = dataset::source::report::report(data);
    let line =
        report.lines().find_map(|line| line.strip_prefix("events by acting side: ")).unwrap_or_default();
    let event = EventIdx(1);
    assert_eq!(record.event(event).id, "2020-03-01-lighthouse-dark");
    (record.acting(event), data.sides[record.side(event).get()].id, line.to_owned())
}

#[test]
fn an_act_is_that_of_the_first_initiator_whom_somebody_knows() {
    let north = "north 1, south 1, other 1, both 0, nobody 0".to_owned();
    assert_eq!(of(r#"["north-fleet"]"#), (Acting::One(SideIdx(0)), "north", north.clone()));
    assert_eq!(of(r#"["unknown-hands", "north-fleet"]"#), (Acting::One(SideIdx(0)), "north", north));
    assert_eq!(of(r#"["harbour-court", "north-fleet"]"#).0, Acting::One(SideIdx(2)));
}

#[test]
fn an_act_with_initiators_of_both_adversaries_is_that_of_both() {
    let both = "north 0, south 1, other 1, both 1, nobody 0".to_owned();
    assert_eq!(
        of(r#"["harbour-court", "south-island", "north-fleet"]"#),
        (Acting::Both, "other", both.clone())
    );
    assert_eq!(of(r#"["north-fleet", "south-island"]"#), (Acting::Both, "north", both));
}

#[test]
fn what_unknown_hands_did_and_what_nobody_did_is_no_sides_act() {
    let nobody = "north 0, south 1, other 1, both 0, nobody 1".to_owned();
    assert_eq!(of(r#"["unknown-hands"]"#), (Acting::Nobody, "unattributed", nobody.clone()));
    // It is drawn with the side of the first target.
    assert_eq!(of("[]"), (Acting::Nobody, "south", nobody));
}
