//! The window's events and its dealings as tables: rows of texts, sorted by any column.

use dataset::model::{ActorIdx, EventIdx};

use super::State;
use crate::graph::acts;
use crate::order::{down, sort_by_key};
use crate::record::Record;
use crate::time::format;

/// What the rows are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Events.
    Events,
    /// What one actor did to another.
    Dealings,
}

/// Which table, and how it is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table {
    /// What the rows are.
    pub kind: Kind,
    /// The column that it is sorted by.
    pub column: usize,
    /// The last first.
    pub is_down: bool,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The event, or the pair of actors, that it leads to.
    pub of: Of,
    /// The text of each column.
    pub cells: [String; 6],
    /// What each column is sorted by.
    keys: [u64; 6],
}

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// An event.
    Event(EventIdx),
    /// What the first did to the second.
    Dealing(ActorIdx, ActorIdx),
}

impl Kind {
    /// The headings of the columns.
    #[must_use]
    pub const fn columns(self) -> [&'static str; 6] {
        match self {
            Self::Events => ["Date", "Event", "Side", "Field", "Importance", "Answers to it"],
            Self::Dealings => ["Who acted", "On whom", "Acts", "What they were", "First", "Last"],
        }
    }
}

impl Table {
    /// As it is first shown: events by date, dealings by their number.
    #[must_use]
    pub const fn of(kind: Kind) -> Self {
        match kind {
            Kind::Events => Self { kind, column: 0, is_down: false },
            Kind::Dealings => Self { kind, column: 2, is_down: true },
        }
    }

    /// Sorted by `column`, or the other way where it is so already.
    #[must_use]
    pub const fn sorted_by(self, column: usize) -> Self {
        Self { column, is_down: self.column == column && !self.is_down, ..self }
    }

    /// The rows of the window that filters and search keep.
    /// O(n log n) for events, O(acts × pairs) for dealings.
    #[must_use]
    pub fn rows(self, state: &State) -> Vec<Row> {
        let events: Vec<EventIdx> =
            state.record.events_in(state.window()).filter(|&event| state.keeps(event)).collect();
        let mut rows = match self.kind {
            Kind::Events => events.iter().map(|&event| event_row(state, event)).collect(),
            Kind::Dealings => dealings(state, &events),
        };
        let column = self.column.min(5);
        sort_by_key(
            &mut rows,
            |row| if self.is_down { u64::MAX - row.keys[column] } else { row.keys[column] },
        );
        rows
    }
}

fn event_row(state: &State, event: EventIdx) -> Row {
    let (record, data, facts) = (&state.record, state.record.data(), state.record.event(event));
    let side = data.sides[record.side(event).get()].short;
    let field = data.domains[facts.domain.get()].name;
    let answers = record.answers(event).len();
    Row {
        of: Of::Event(event),
        cells: [
            format::short(state.view.clock.read(facts.date)),
            facts.title.to_owned(),
            side.to_owned(),
            field.to_owned(),
            facts.importance.to_string(),
            answers.to_string(),
        ],
        keys: [
            event.0.into(),
            letters(facts.title),
            letters(side),
            letters(field),
            facts.importance.into(),
            answers as u64,
        ],
    }
}

fn dealings(state: &State, events: &[EventIdx]) -> Vec<Row> {
    let record = &state.record;
    let row = |((from, to), events): Pair| {
        let [who, whom] = [from, to].map(|actor| record.actor(actor).name);
        let what: Vec<String> =
            acts::counted(record, &events).iter().map(|(word, count)| format!("{word} {count}")).collect();
        let (first, last) = (events[0], events[events.len() - 1]);
        let date = |event: EventIdx| format::short(state.view.clock.read(record.event(event).date));
        let what = what.join(", ");
        Row {
            of: Of::Dealing(from, to),
            keys: [
                letters(who),
                letters(whom),
                events.len() as u64,
                letters(&what),
                first.0.into(),
                last.0.into(),
            ],
            cells: [who.to_owned(), whom.to_owned(), events.len().to_string(), what, date(first), date(last)],
        }
    };
    pairs(record, events).into_iter().map(row).collect()
}

/// Who acted on whom, and the events in which that was.
pub type Pair = ((ActorIdx, ActorIdx), Vec<EventIdx>);

/// Who acted on whom in `events`, those who did so most often first. O(acts × pairs).
#[must_use]
pub fn pairs(record: &Record, events: &[EventIdx]) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = Vec::new();
    for &event in events {
        let facts = record.event(event);
        for &from in facts.initiators {
            for &to in facts.targets {
                match pairs.iter_mut().find(|(pair, _)| *pair == (from, to)) {
                    Some((_, events)) => events.push(event),
                    None => pairs.push(((from, to), vec![event])),
                }
            }
        }
    }
    sort_by_key(&mut pairs, |(_, events)| down(u32::try_from(events.len()).unwrap_or(u32::MAX)));
    pairs
}

/// A text as the eight letters that it begins with.
#[must_use]
pub fn letters(text: &str) -> u64 {
    let first = text.bytes().chain(std::iter::repeat(0)).take(8);
    first.fold(0, |key, byte| key << 8 | u64::from(byte.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::super::View;
    use super::*;
    use crate::record::Record;
    use std::rc::Rc;

    fn state() -> State {
        State::new(Rc::new(Record::compiled()), View::default())
    }

    #[test]
    fn events_of_the_window_have_a_row_each_in_any_order() {
        let state = state();
        let count = state.record.num_events_in(state.window());
        let table = Table::of(Kind::Events);
        assert!(table.rows(&state).is_sorted_by_key(|row| row.keys[0]));
        for column in 0..6 {
            let other = Table { column: 9, ..table };
            let (up, down) = (other.sorted_by(column), other.sorted_by(column).sorted_by(column));
            assert_eq!([up.is_down, down.is_down, down.sorted_by(column).is_down], [false, true, false]);
            let [up, down] = [up, down].map(|table| table.rows(&state));
            assert_eq!([up.len(), down.len()], [count; 2]);
            assert!(up.is_sorted_by_key(|row| row.keys[column]), "{column}");
            assert!(down.is_sorted_by(|a, b| a.keys[column] >= b.keys[column]), "{column}");
        }
    }

    #[test]
    fn dealings_add_up_to_who_acted_on_whom() {
        let state = state();
        let rows = Table::of(Kind::Dealings).rows(&state);
        let acts = |event: &EventIdx| {
            state.record.event(*event).initiators.len() * state.record.event(*event).targets.len()
        };
        let expected: usize = state.record.events_in(state.window()).map(|event| acts(&event)).sum();
        assert_eq!(rows.iter().map(|row| row.cells[2].parse::<usize>().unwrap()).sum::<usize>(), expected);
        assert!(rows.is_sorted_by(|a, b| a.keys[2] >= b.keys[2]), "those with most acts first");
        for row in &rows {
            let Of::Dealing(from, to) = row.of else { panic!("an event") };
            assert!(row.keys[2] <= state.record.dealings(from, to).count() as u64);
        }
    }

    #[test]
    fn texts_are_sorted_by_their_letters_without_regard_to_size() {
        assert!(
            letters("Airliner") < letters("airports") && letters("b") > letters("Azz") && letters("") == 0
        );
    }
}
