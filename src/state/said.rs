//! What is said of a change to those who do not see it: one sentence when all has come to rest;
//! and the document's title.

use super::{Selection, State};
use crate::time::format;

/// One sentence about what differs from `before`; `None` where nothing does that needs words.
#[must_use]
pub fn sentence(before: &State, now: &State) -> Option<String> {
    if now.view.told != before.view.told {
        let Some((told, step)) = now.view.told.zip(now.told_step()) else {
            return Some("The story is left.".to_owned());
        };
        let total = now.record.data().stories[usize::from(told.story)].steps.len();
        return Some(format!("Step {} of {total}, {}: {}", told.step + 1, step.title, step.text));
    }
    if now.view.selection != before.view.selection
        && let Some(name) = selected(now)
    {
        return Some(format!("Details: {name}."));
    }
    let kept =
        |state: &State| state.record.events_in(state.window()).filter(|&event| state.keeps(event)).count();
    let is_narrowed = (&now.view.filter, &now.found) != (&before.view.filter, &before.found);
    let is_moved = now.window() != before.window();
    if !is_narrowed && !is_moved {
        return None;
    }
    let in_window = now.record.num_events_in(now.window());
    let count = match (now.is_narrowed(), is_moved) {
        (true, _) => format!("{} of {in_window} events match", kept(now)),
        (false, true) => format!("{in_window} of {} events", now.record.data().events.len()),
        (false, false) => format!("all {in_window} events"),
    };
    Some(if is_moved {
        format!("{}: {count}.", format::window(now.window(), now.clock()))
    } else {
        format!("{count}.")
    })
}

/// The document's title: what is chosen or told, and the record's.
#[must_use]
pub fn title(state: &State) -> String {
    let whole = state.record.data().meta.title;
    let chosen = selected(state).or_else(|| state.told_step().map(|step| step.title.to_owned()));
    chosen.map_or_else(|| whole.to_owned(), |chosen| [&chosen, " – ", whole].concat())
}

/// What is selected, in words.
fn selected(state: &State) -> Option<String> {
    let (record, sides) = (&state.record, state.record.data().sides);
    Some(match state.view.selection? {
        Selection::Event(event) => record.event(event).title.to_owned(),
        Selection::Actor(actor) => record.actor(actor).name.to_owned(),
        Selection::Dealing(from, to) => [record.actor(from).name, " → ", record.actor(to).name].concat(),
        Selection::Band(from, to) => [sides[from.get()].name, " → ", sides[to.get()].name].concat(),
    })
}

#[cfg(test)]
mod tests {
    use super::super::action::Change;
    use super::super::{Action, Told, View, reduce};
    use super::*;
    use crate::record::Record;
    use dataset::model::SideIdx;
    use std::rc::Rc;

    fn start() -> Rc<State> {
        Rc::new(State::new(Rc::new(Record::compiled()), View::default()))
    }

    #[track_caller]
    fn check(before: &Rc<State>, action: Action, is_so: impl Fn(&str) -> bool) -> Rc<State> {
        let now = reduce(before.clone(), action);
        let said = sentence(before, &now).unwrap_or_default();
        assert!(is_so(&said), "“{said}”");
        now
    }

    #[test]
    fn each_change_is_one_sentence_and_what_stays_is_none() {
        let state = start();
        assert_eq!(sentence(&state, &state), None);
        let whole = state.record.bounds().whole();
        let total = state.record.data().events.len();
        let all = check(&state, Action::ShowWindow(whole), |said| {
            said.ends_with(&format!(": {total} of {total} events."))
        });
        let kept = all.record.events().filter(|&event| all.record.side(event) == SideIdx(0)).count();
        let of = format!("{kept} of {total} events match.");
        let narrow = check(&all, Action::Filter(Change::Side(SideIdx(0))), |said| said == of);
        check(&narrow, Action::ShowAll, |said| said == format!("all {total} events."));
        check(&all, Action::PointAtEvent(all.record.events().next()), str::is_empty);
        let first = all.record.events().next().unwrap();
        let title = all.record.event(first).title;
        let chosen =
            check(&all, Action::Select(Selection::Event(first)), |said| said == format!("Details: {title}."));
        assert_eq!(super::title(&chosen), format!("{title} – {}", all.record.data().meta.title));
        check(&chosen, Action::Deselect, str::is_empty);
        assert_eq!(super::title(&all), all.record.data().meta.title);
    }

    #[test]
    fn a_step_of_a_story_is_said_whole_and_its_window_is_not() {
        let state = start();
        let step = &state.record.data().stories[0].steps[0];
        let told =
            check(&state, Action::Tell(Some(Told { story: 0, step: 0 })), |said| said.contains(step.text));
        let moved = reduce(told.clone(), Action::GlideStep(1.0));
        assert_eq!(sentence(&state, &moved), sentence(&state, &told));
        check(&told, Action::Tell(None), |said| said == "The story is left.");
    }
}
