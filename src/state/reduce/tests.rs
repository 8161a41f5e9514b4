//! Laws of the reducer over any actions: a file of its own because of the ways to make any action.

mod any;

use super::*;
use crate::geom::{Point, Vec2};
use crate::record::Record;
use crate::state::GraphMode;
use crate::state::{Dialog, Theme, View, Way};
use crate::timeline::lanes::LaneMode;
use any::{any_action, any_event, any_group, any_selection, any_state, any_window};
use dataset::model::ActorIdx;
use dataset::model::SideIdx;
use proptest::prelude::*;

thread_local! {
    static RECORD: Rc<Record> = Rc::new(Record::compiled());
}

fn opening() -> Rc<State> {
    Rc::new(State::new(RECORD.with(Rc::clone), View::default()))
}

fn played(state: &Rc<State>, actions: &[Action]) -> Rc<State> {
    actions.iter().fold(state.clone(), |state, action| reduce(state, action.clone()))
}

fn is_allowed(state: &State, window: TimeWindow) -> bool {
    let whole = state.record.bounds().whole();
    // Windows are floats of about 1e9, whose last digit is a ten-millionth.
    window.len().0 >= TimeWindow::MIN_LEN.0 - 1e-5
        && window.start().0 >= whole.start().0 - 1e-5
        && window.end().0 <= whole.end().0 + 1e-5
}

#[test]
fn the_first_step_goes_to_the_first_event_in_sight_and_back_to_the_last() {
    let state = opening();
    let mut shown = state.record.events_in(state.window());
    let (first, last) = (shown.next(), shown.next_back());
    assert_eq!(played(&state, &[Action::Step(1)]).selected_event(), first);
    assert_eq!(played(&state, &[Action::Step(-1)]).selected_event(), last);
}

#[test]
fn what_lies_over_the_page_goes_before_the_selection() {
    let state = opening();
    let Some(event) = state.record.events_in(state.window()).next() else {
        panic!("the opening window is empty")
    };
    let chosen = reduce(state, Action::Select(Selection::Event(event)));
    let offer = Action::Offer("why", "text".into());
    let over = played(&chosen, &[Action::Open(Some(Dialog::Share)), offer.clone()]);
    assert_eq!(reduce(over, Action::Deselect), chosen, "the dialog with what it offered");
    let offered = reduce(chosen.clone(), offer);
    assert!(offered.visit.offered.is_some());
    assert_eq!(reduce(offered, Action::Deselect), chosen, "the text");
    assert_eq!(reduce(chosen, Action::Deselect).view.selection, None);
}

#[test]
fn a_publisher_is_put_in_taken_out_and_taken_off_with_all_else() {
    let publisher = RECORD.with(|record| record.publisher_by_name("Axios")).unwrap();
    let change = Action::Filter(Change::Publisher(publisher));
    let set = reduce(opening(), change.clone());
    assert_eq!(
        (set.view.filter.publishers.clone(), set.is_narrowed(), set.view.filter.num_set()),
        (vec![publisher], true, 1)
    );
    assert_eq!(reduce(set.clone(), change), opening());
    assert_eq!(played(&set, &[Action::ShowAll]), opening());
}

#[test]
fn a_moving_window_and_letters_of_a_search_are_under_way_and_no_choice_is() {
    let calm = opening();
    let live = played(&calm, &[Action::PanBy(0.1), Action::Search("soleimani".to_owned())]);
    assert!(live.is_under_way(&calm) && !live.is_moved(&calm));
    let shown = calm.typing(&live);
    assert_eq!(
        (shown.window(), &shown.view.query, &shown.found),
        (calm.window(), &live.view.query, &live.found)
    );
    let found = live.found.as_ref().and_then(|found| found.events.first()).copied().unwrap();
    for choice in [
        Action::Select(Selection::Event(found)),
        Action::SetLanes(LaneMode::Domain),
        Action::PointAtEvent(Some(found)),
    ] {
        assert!(!played(&live, std::slice::from_ref(&choice)).is_under_way(&calm), "{choice:?}");
    }
}

#[test]
fn a_told_story_is_left_at_a_step_and_taken_up_there() {
    let at = |step| Told { story: 0, step };
    #[expect(clippy::cast_possible_truncation, reason = "a told story has a few steps")]
    let last = at(RECORD.with(|record| record.data().stories[0].steps.len() as u16) - 1);
    let settled = Action::GlideStep(1.0);
    let told = played(&opening(), &[Action::Tell(Some(at(1))), Action::TellStep(1), settled.clone()]);
    assert_eq!((told.view.told, told.visit.bookmark), (Some(at(2)), Some(at(2))));
    assert_eq!(Some(told.window()), at(2).window(&told.record));
    assert_eq!(
        played(&told, &[Action::TellStep(-9), settled.clone()]).view.told,
        Some(at(0)),
        "as far back as there is"
    );
    assert_eq!(played(&told, &[Action::Tell(Some(last)), Action::TellStep(1)]).view.told, Some(last));
    let left = played(&told, &[Action::Tell(None)]);
    assert_eq!((left.view.told, left.visit.bookmark, left.window()), (None, Some(at(2)), told.window()));
    assert_eq!(played(&left, &[Action::Tell(left.visit.bookmark), settled]), told);
}

#[test]
fn a_step_is_told_with_nothing_selected_and_an_event_of_it_closes_back_to_it() {
    let told = played(
        &opening(),
        &[Action::Select(Selection::Actor(ActorIdx(0))), Action::Tell(Some(Told { story: 0, step: 0 }))],
    );
    assert_eq!(told.view.selection, None);
    let event = told.told_step().unwrap().events[0];
    let looked = played(&told, &[Action::Select(Selection::Event(event)), Action::Deselect]);
    assert_eq!((looked.view.selection, looked.view.told), (None, told.view.told));
}

#[test]
fn the_bookmark_outlasts_a_change_of_the_address() {
    let told = played(&opening(), &[Action::Tell(Some(Told { story: 0, step: 3 }))]);
    let back = reduce(told, Action::Navigated { view: Box::default(), problems: Rc::default() });
    assert_eq!((back.view.told, back.visit.bookmark), (None, Some(Told { story: 0, step: 3 })));
}

#[test]
fn a_dialog_is_closed_before_anything_else_and_nothing_is_followed_below_it() {
    let state = opening();
    let cause = state.record.events().find(|&event| !state.record.answers(event).is_empty()).unwrap();
    let selected = reduce(state, Action::Select(Selection::Event(cause)));
    let helped = reduce(selected.clone(), Action::Open(Some(Dialog::Help)));
    assert_eq!(reduce(helped.clone(), Action::Follow(1)), helped);
    assert_eq!(reduce(helped, Action::Deselect), selected);
    assert_ne!(reduce(selected.clone(), Action::Follow(1)).view.selection, selected.view.selection);
}

#[test]
fn a_way_is_asked_for_and_taken_off_and_ends_with_its_actor() {
    let [a, b] = [0, 1].map(ActorIdx);
    let asked = played(&opening(), &[Action::Select(Selection::Actor(a)), Action::Connect(b)]);
    assert_eq!(asked.view.path, Some(b));
    assert_eq!(played(&asked, &[Action::Connect(a)]).view.path, None);
    assert_eq!(played(&asked, &[Action::Select(Selection::Actor(b))]).view.path, None);
    assert_eq!(played(&opening(), &[Action::Connect(b)]).view.path, None, "from nobody there is no way");
}

#[test]
fn putting_an_actor_twice_keeps_the_second_place() {
    let pin = |actor, x| Action::Pin(ActorIdx(actor), Point::new(x, 0.0));
    let state = played(&opening(), &[pin(2, 1.0), pin(1, 2.0), pin(2, 3.0)]);
    assert_eq!(*state.visit.pins, [(ActorIdx(1), Point::new(2.0, 0.0)), (ActorIdx(2), Point::new(3.0, 0.0))]);
}

#[test]
fn a_chain_that_was_asked_for_stays_while_one_walks_it() {
    let record = RECORD.with(Rc::clone);
    let by_id = |id| Selection::Event(record.event_by_id(id).unwrap());
    let strike = Action::Select(by_id("2020-01-03-soleimani-strike"));
    let asked = played(&opening(), &[strike, Action::Reach(Reach::Chain)]);
    let walked = played(&asked, &[Action::Select(by_id("2020-01-08-missile-strike-al-asad-erbil"))]);
    assert_eq!(walked.visit.reach, Reach::Chain);
    let left = played(&walked, &[Action::Select(by_id("1953-08-19-coup-in-iran"))]);
    assert_eq!(left.visit.reach, Reach::Direct);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn after_any_actions_the_window_is_one_that_can_be_drawn(
        actions in prop::collection::vec(any_action(), 0..60),
    ) {
        let mut state = opening();
        for action in actions {
            state = reduce(state, action);
            prop_assert!(is_allowed(&state, state.window()), "{:?}", state.view.window);
            prop_assert!(is_allowed(&state, state.target_window()), "{:?}", state.visit.glide);
            prop_assert_ne!(state.view.window, Some(state.record.opening()), "the default is not written");
        }
    }

    #[test]
    fn a_state_is_a_new_one_only_if_something_changed(state in any_state(), action in any_action()) {
        let next = reduce(state.clone(), action.clone());
        prop_assert_eq!(Rc::ptr_eq(&next, &state), next == state);
        if !matches!(
            action,
            Action::PanBy(_)
                | Action::ZoomAt { .. }
                | Action::PanGraph(_)
                | Action::ZoomGraph { .. }
                | Action::Step(_)
                | Action::Walk(_)
                | Action::GlideStep(_)
                | Action::OpenCluster(_)
        ) {
            prop_assert!(Rc::ptr_eq(&reduce(next.clone(), action), &next), "what was done is done");
        }
    }

    #[test]
    fn a_glide_ends_where_it_was_to_go(
        state in any_state(),
        to in any_window(),
        shares in prop::collection::vec(0.0..1.0, 0..5),
    ) {
        let mut state = reduce(state, Action::GlideTo(to));
        prop_assert_eq!(state.target_window(), to);
        for share in shares {
            state = reduce(state, Action::GlideStep(share));
            prop_assert_eq!(state.target_window(), to);
        }
        state = reduce(state, Action::GlideStep(1.0));
        prop_assert_eq!((state.window(), state.visit.glide), (to, None));
    }

    #[test]
    fn moving_the_window_by_hand_ends_a_glide(state in any_state(), to in any_window(), by in -1.0..1.0) {
        let state = played(&state, &[Action::GlideTo(to), Action::PanBy(by)]);
        prop_assert_eq!(state.visit.glide, None);
    }

    #[test]
    fn what_is_selected_is_shown_until_it_is_closed(state in any_state(), selection in any_selection()) {
        let selected = reduce(state, Action::Select(selection));
        prop_assert_eq!(selected.view.selection, Some(selection));
        prop_assert!(selected.view.tab == Tab::Details || selected.is_ladder());
        let closed = reduce(selected, Action::Deselect);
        prop_assert_eq!((closed.view.selection, closed.visit.group.as_ref()), (None, None));
    }

    #[test]
    fn a_selected_event_is_in_sight_when_the_glide_is_over(state in any_state(), event in any_event()) {
        for action in [Action::Select(Selection::Event(event)), Action::FocusEvent(Some(event))] {
            let state = played(&state, &[action, Action::GlideStep(1.0)]);
            prop_assert!(state.window().shows(state.record.span(event)) || state.is_ladder());
        }
    }

    #[test]
    fn steps_go_through_all_events_in_time_order(state in any_state(), event in any_event()) {
        let at = |state: &Rc<State>, by| played(state, &[Action::Step(by)]).selected_event();
        let state = reduce(state, Action::Select(Selection::Event(event)));
        let last = state.record.events().next_back().unwrap();
        prop_assert_eq!(at(&state, 1), Some(EventIdx(event.0 + 1).min(last)));
        prop_assert_eq!(at(&state, -1), Some(EventIdx(event.0.saturating_sub(1))));
    }

    #[test]
    fn opening_a_cluster_comes_closer_or_lists_it(state in any_state(), events in any_group()) {
        let settled = reduce(state, Action::GlideStep(1.0));
        let opened = reduce(settled.clone(), Action::OpenCluster(events.clone()));
        let is_closer = opened.target_window().len().0 <= settled.window().len().0 * WORTHWHILE_ZOOM;
        let is_listed = opened.visit.group.as_ref() == Some(&events) && opened.view.selection.is_none();
        prop_assert!(is_closer || is_listed);
        if is_closer {
            let target = opened.target_window();
            prop_assert!(events.iter().all(|&event| target.shows(opened.record.span(event))));
        } else {
            prop_assert_eq!(opened.window(), settled.window());
        }
    }
}

#[test]
fn a_story_leads_on_to_the_record_and_to_what_is_open() {
    let told = played(&opening(), &[Action::Tell(Some(Told { story: 0, step: 0 })), Action::GlideStep(1.0)]);
    let whole = told.record.bounds().whole();
    let record = played(&told, &[Action::ReadOn(ReadOn::Record), Action::GlideStep(1.0)]);
    assert_eq!((record.view.told, record.window(), record.is_narrowed()), (None, whole, false));
    let open = played(&told, &[Action::ReadOn(ReadOn::OpenClaims), Action::GlideStep(1.0)]);
    assert_eq!((open.view.told, open.window(), open.view.tab), (None, whole, Tab::Claims));
    assert_eq!(open.view.filter.statuses, OPEN);
}

#[test]
fn the_uppermost_closes_first_and_a_chapter_closes_the_list_of_them() {
    let selected = [
        Action::Select(Selection::Actor(ActorIdx(0))),
        Action::ToggleTools,
        Action::Open(Some(Dialog::Stories)),
    ];
    let opened = played(&opening(), &selected);
    let left = |num: usize| {
        let state = played(&opened, &vec![Action::Deselect; num]);
        (state.visit.dialog.is_some(), state.visit.has_tools, state.view.selection.is_some())
    };
    assert_eq!(
        [left(0), left(1), left(2), left(3)],
        [(true, true, true), (false, true, true), (false, false, true), (false, false, false)]
    );
    let told = played(&opened, &[Action::Tell(Some(Told { story: 0, step: 0 }))]);
    assert_eq!((told.visit.dialog, told.visit.has_tools), (None, false));
}

#[test]
fn texts_that_come_change_nothing_but_the_record_and_what_is_found() {
    let whole = Rc::new(Record::compiled());
    let packed = dataset::packed::pack(whole.data());
    let first = Rc::new(Record::first(packed.first.clone()).unwrap());
    let texts = Rc::new(first.with_texts(packed.texts.clone()).unwrap().unwrap());
    assert!(texts.has_texts() && texts.with_texts(packed.texts.clone()).unwrap().is_none(), "they come once");
    let view = View { query: "centrifuges".to_owned(), ..View::default() };
    let before = Rc::new(State::new(first, view.clone()));
    let after = reduce(before.clone(), Action::Texts(texts.clone()));
    let expected = State::new(texts, view);
    assert_eq!(*after, expected);
    let found = |state: &State| state.found.as_ref().map_or(0, |found| found.events.len());
    assert!(found(&after) > found(&before), "the texts are searched too");
}

#[test]
fn texts_that_will_not_come_are_told_beside_what_is_told_already() {
    let first = Record::first(dataset::packed::pack(Record::compiled().data()).first).unwrap();
    let mut state = State::new(Rc::new(first), View::default());
    state.visit.notices = ["Another.".to_owned()].into();
    let state = reduce(Rc::new(state), Action::NoTexts("did not load"));
    assert_eq!(state.lacks, Some("did not load"));
    assert_eq!(state.visit.notices[0], "Another.");
    assert!(state.visit.notices[1].contains("the file that holds them did not load."));
    let gone = reduce(state, Action::DismissNotices);
    assert_eq!(gone.lacks, Some("did not load"), "it stays so when it was read");
}
