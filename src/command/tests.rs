//! Words of buttons, and what they ask for: a file of its own because the table of commands is long.

use std::collections::BTreeSet;
use std::rc::Rc;

use dataset::model::{ActorIdx, ClaimStatus, DomainIdx, SideIdx, SourceIdx};

use super::*;
use crate::picture::sheet::FORMS;
use crate::record::Record;
use crate::state::View;
use crate::state::action::Change;
use crate::state::keys::SCOPES;

fn state() -> State {
    State::new(Rc::new(Record::compiled()), View::default())
}

/// One of each kind, and all of those that are few.
fn choices(record: &Record) -> Vec<Choice> {
    let mut all = vec![
        Choice::Filter(Change::Side(SideIdx(1))),
        Choice::Filter(Change::Domain(DomainIdx(1))),
        Choice::Filter(Change::Actor(ActorIdx(1))),
        Choice::Filter(Change::Publisher(record.publisher(SourceIdx(1)))),
        Choice::Filter(Change::Least(4)),
        Choice::Sort(5),
    ];
    all.extend(ClaimStatus::ALL.map(|status| Choice::Filter(Change::Status(status))));
    all.extend(SCOPES.map(|(_, scope)| Choice::Keys(scope)));
    for (_, form, _) in FORMS {
        all.extend([Image::Svg, Image::Png].map(|image| Choice::Still(form, image)));
    }
    all
}

#[test]
fn every_word_is_unique_and_reads_back() {
    let record = Record::compiled();
    let mut words = BTreeSet::new();
    for command in Command::ALL {
        assert_eq!(Command::from_word(command.word()), Some(command));
        assert_eq!(Choice::read(&record, command.word()), None, "{command:?}");
        assert!(words.insert(command.word().to_owned()), "{command:?}");
    }
    for choice in choices(&record) {
        let text = choice.written(&record);
        assert_eq!(Choice::read(&record, &text), Some(choice), "{text}");
        assert!(words.insert(text), "{choice:?}");
    }
}

#[test]
fn unknown_words_do_nothing() {
    let state = state();
    for text in [
        "",
        "delete",
        "Close",
        "close ",
        "side:",
        "side:nowhere",
        "sort:x",
        "keys:often",
        "still-wide",
        "colour:red",
        "=",
    ] {
        assert_eq!(asked(&state, text), None, "{text}");
    }
}

#[test]
fn what_there_is_nothing_to_do_with_is_not_asked_for() {
    let state = state();
    let is_mute = |text: &str| asked(&state, text).is_none();
    assert!(is_mute("disconnect") && is_mute("sort:1"), "no actor is selected, no table shown");
    assert_eq!(Command::ALL.into_iter().filter(|command| command.asks(&state).is_none()).count(), 1);
}

#[test]
fn a_switch_asks_for_what_is_not_so() {
    let mut state = state();
    let act = |state: &State, command: Command| match command.asks(state) {
        Some(Asked::Act(action)) => action,
        other => panic!("{command:?} asks for {other:?}"),
    };
    assert_eq!(act(&state, Command::AllActors), Action::SetGraph(GraphMode::All));
    assert_eq!(act(&state, Command::Chain), Action::Reach(Reach::Chain));
    assert_eq!(act(&state, Command::Filters), Action::Open(Some(Dialog::Filters)));
    (state.view.graph, state.visit.reach, state.visit.dialog) =
        (GraphMode::All, Reach::Chain, Some(Dialog::Filters));
    assert_eq!(act(&state, Command::AllActors), Action::SetGraph(GraphMode::Camps));
    assert_eq!(act(&state, Command::Chain), Action::Reach(Reach::Direct));
    assert_eq!(act(&state, Command::Filters), Action::Open(None));
    let mut themes = Vec::new();
    for _ in 0..3 {
        let Action::SetTheme(next) = act(&state, Command::Theme) else { panic!("no theme") };
        state.view.theme = next;
        themes.push(next);
    }
    assert_eq!(themes, [Theme::Light, Theme::Dark, Theme::System]);
}

#[test]
fn the_zoom_buttons_are_keys_of_the_window() {
    let state = state();
    for command in [Command::ZoomIn, Command::ZoomOut, Command::Whole] {
        let action = window_action(&state.record, state.window(), command.word());
        assert!(action.is_some() && command.asks(&state) == action.map(Asked::Act), "{command:?}");
    }
}

#[test]
fn files_wait_for_the_texts_that_stand_in_them() {
    let state = state();
    let whole = Errand::Save(File::Events(Data::Csv, Extent::Record));
    assert_eq!(Command::SaveAllCsv.asks(&state), Some(Asked::Run(whole)));
    let record = Record::first(dataset::packed::pack(Record::compiled().data()).first).unwrap();
    let early = State::new(Rc::new(record), View::default());
    for command in [Command::SaveCsv, Command::SaveJson, Command::SaveAllCsv, Command::SaveAllJson] {
        assert!(matches!(command.asks(&early), Some(Asked::Act(Action::Say(_)))), "{command:?}");
    }
    assert!(matches!(Command::SaveDealings.asks(&early), Some(Asked::Run(_))), "it holds no texts");
}
