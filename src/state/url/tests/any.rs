//! Any view and any address, for the laws.

use super::*;

/// Publishers of `record` by numbers, each once.
fn publishers(record: &Record, numbers: [u16; 2]) -> Vec<SourceIdx> {
    #[expect(clippy::cast_possible_truncation, reason = "counts of a test are small")]
    let num_sources = record.data().sources.len() as u16;
    let mut all = numbers.map(|number| record.publisher(SourceIdx(number % num_sources))).to_vec();
    all.dedup();
    all
}

/// A view of `record` by numbers that are taken modulo what there is.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "counts are small, and moments are of the record's years"
)]
pub(super) fn view(
    record: &Record,
    [kind, a, b, choices]: [u16; 4],
    window: Option<(i64, i64, bool)>,
) -> View {
    let (num_events, num_actors) = (record.data().events.len() as u16, record.data().actors.len() as u16);
    let actor = |at: u16| ActorIdx(at % num_actors);
    let whole = record.bounds().whole();
    let (first, last) = (whole.start().0.ceil() as i64, whole.end().0.floor() as i64);
    let window = window.map(|(start, len, days)| {
        let (start, len) = (first + start % (last - first), len % (last - first));
        // Every other window begins and ends at midnights, as far as the bounds let it.
        let day = |at: i64| (at + record.clock().secs()).div_euclid(86_400) * 86_400 - record.clock().secs();
        let (start, end) = if days { (day(start), day(start + len) + 86_400) } else { (start, start + len) };
        TimeWindow::fitting(Moment(start.max(first) as f64), Moment(end.min(last) as f64), record.bounds())
    });
    View {
        window: window.filter(|&window| {
            window != record.opening() && window.start().0.fract() == 0.0 && window.end().0.fract() == 0.0
        }),
        selection: match kind % 5 {
            0 => None,
            4 => Some(Selection::Band(SideIdx(a % 3), SideIdx(b % 3))),
            1 => Some(Selection::Event(EventIdx(u32::from(a % num_events)))),
            2 => Some(Selection::Actor(actor(a))),
            _ => Some(Selection::Dealing(actor(a), actor(b))),
        },
        lanes: LANES[usize::from(choices) % 2].1,
        above: STRIPS[usize::from(choices / 3) % 2].1,
        theme: THEMES[usize::from(choices / 2) % 3].1,
        tab: TABS[usize::from(choices / 6) % 4].1,
        clock: Zone::ALL[usize::from(choices / 24) % 5],
        path: (kind % 5 == 2 && b % 2 == 0).then(|| actor(b)),
        filter: Filter {
            sides: if a % 3 == 0 { vec![SideIdx(b % 2)] } else { Vec::new() },
            domains: if a % 5 == 0 { vec![DomainIdx(1), DomainIdx(0)] } else { Vec::new() },
            actors: if b % 3 == 0 { vec![actor(a)] } else { Vec::new() },
            statuses: if b % 5 == 0 { vec![ClaimStatus::ALL[usize::from(a) % 5]] } else { Vec::new() },
            publishers: if a % 7 == 0 { publishers(record, [a, b]) } else { Vec::new() },
            least: [0, 2, 3, 4, 5][usize::from(a) % 5],
        },
        query: ["", "Soleimani", "a & b=c", "100 % #1", "é “x”"][usize::from(b) % 5].to_owned(),
        graph: GRAPHS[usize::from(b) % 2].1,
        told: (!record.data().stories.is_empty() && a % 2 == 0).then_some(Told { story: 0, step: 0 }),
    }
}

/// Texts that look more or less like an address.
pub(super) fn any_address() -> impl Strategy<Value = String> {
    let key =
        prop_oneof![Just("window".to_owned()), Just("select".to_owned()), Just("lanes".to_owned()), ".{0,4}"];
    let value = prop_oneof![
        any::<String>(),
        "[-0-9TZ:/.~?%+]{0,24}",
        "(0001|2020|9999)(-0[1-3](-[0-3][0-9])?)?/(..|(2020|9999)(-0[1-4])?)",
        "2020-0[2-4]-[0-2][0-9]T[0-2][0-9]:[0-5][0-9]Z/2020-0[2-4]-[0-2][0-9]T[0-2][0-9]:[0-5][0-9]Z",
        "(ada-south|north-fleet|x)?~?(ada-south|2020-03-02-note-of-protest)?",
        "(%[0-9a-fA-F]{2}){0,60}",
    ];
    let pair = (key, prop_oneof![Just("="), Just(""), Just("==")], value)
        .prop_map(|(key, sign, value)| format!("{key}{sign}{value}"));
    prop_oneof![any::<String>(), prop::collection::vec(pair, 0..12).prop_map(|pairs| pairs.join("&"))]
}
