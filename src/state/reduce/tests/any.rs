//! Any state and any action, for the laws.

use super::*;

#[expect(clippy::cast_possible_truncation, reason = "counts of a test are small")]
pub(super) fn any_event() -> impl Strategy<Value = EventIdx> {
    (0..RECORD.with(|record| record.data().events.len()) as u32).prop_map(EventIdx)
}

#[expect(clippy::cast_possible_truncation, reason = "counts of a test are small")]
pub(super) fn any_actor() -> impl Strategy<Value = ActorIdx> {
    (0..RECORD.with(|record| record.data().actors.len()) as u16).prop_map(ActorIdx)
}

pub(super) fn any_selection() -> impl Strategy<Value = Selection> {
    prop_oneof![
        any_event().prop_map(Selection::Event),
        any_actor().prop_map(Selection::Actor),
        (any_actor(), any_actor()).prop_map(|(from, to)| Selection::Dealing(from, to)),
        (0u16..3, 0u16..3).prop_map(|(from, to)| Selection::Band(SideIdx(from), SideIdx(to))),
    ]
}

/// From ten minutes to all, anywhere and beyond.
pub(super) fn any_window() -> impl Strategy<Value = TimeWindow> {
    let bounds = RECORD.with(|record| record.bounds());
    let whole = bounds.whole();
    (-0.2..1.2, 0.0..35.0).prop_map(move |(share, halvings): (f64, f64)| {
        let (start, len) = (whole.start().0 + share * whole.len().0, whole.len().0 / halvings.exp2());
        TimeWindow::fitting(Moment(start), Moment(start + len), bounds)
    })
}

pub(super) fn any_group() -> impl Strategy<Value = Rc<[EventIdx]>> {
    let sorted = |mut events: Vec<EventIdx>| {
        events.sort_unstable();
        events.dedup();
        events.into()
    };
    prop::collection::vec(any_event(), 1..8).prop_map(sorted)
}

pub(super) fn any_action() -> impl Strategy<Value = Action> {
    let of_the_window = prop_oneof![
        (-3.0..3.0).prop_map(Action::PanBy),
        prop::option::of(0u16..3).prop_map(|side| Action::OpenCamp(side.map(SideIdx))),
        any::<bool>().prop_map(Action::EnlargeGraph),
        any::<bool>().prop_map(|is_all| Action::SetGraph(if is_all {
            GraphMode::All
        } else {
            GraphMode::Camps
        })),
        prop::option::of((0u16..3, 0u16..3))
            .prop_map(|band| Action::PointAtBand(band.map(|(a, b)| (SideIdx(a), SideIdx(b))))),
        (-0.5..1.5, -12.0..12.0)
            .prop_map(|(share, doublings): (f64, f64)| Action::ZoomAt { share, factor: doublings.exp2() }),
        any_window().prop_map(Action::ShowWindow),
        any_window().prop_map(Action::GlideTo),
        prop_oneof![0.0..1.0, Just(1.0), -9.0..9.0].prop_map(Action::GlideStep),
        any_group().prop_map(Action::OpenCluster),
    ];
    let of_a_choice = prop_oneof![
        any_selection().prop_map(Action::Select),
        Just(Action::Deselect),
        (-2i32..3).prop_map(Action::Step),
        prop::option::of(any_event()).prop_map(Action::FocusEvent),
        any::<i32>().prop_map(|by| Action::Walk(Way::Along(by))),
        prop_oneof![Just(Way::In), Just(Way::Out)].prop_map(Action::Walk),
        prop::option::of(any_event()).prop_map(Action::PointAtEvent),
        prop::option::of(any_actor()).prop_map(Action::PointAtActor),
        prop_oneof![Just(LaneMode::Side), Just(LaneMode::Domain)].prop_map(Action::SetLanes),
        prop_oneof![Just(Theme::System), Just(Theme::Dark)].prop_map(Action::SetTheme),
        prop_oneof![Just(Tab::Details), Just(Tab::Actors), Just(Tab::List), Just(Tab::Ladder)]
            .prop_map(Action::ShowTab),
    ];
    let of_the_graph = prop_oneof![
        (-99.0..99.0, -99.0..99.0).prop_map(|(x, y)| Action::PanGraph(Vec2::new(x, y))),
        (0.0..400.0, 0.0..400.0, 0.1..10.0)
            .prop_map(|(x, y, factor)| Action::ZoomGraph { at: Point::new(x, y), factor }),
        (any_actor(), 0.0..400.0, 0.0..400.0).prop_map(|(actor, x, y)| Action::Pin(actor, Point::new(x, y))),
        Just(Action::ResetGraph),
    ];
    let of_the_address = (prop::option::of(any_window()), prop::option::of(any_selection())).prop_map(
        |(window, selection)| {
            let view = View { window, selection, ..View::default() };
            Action::Navigated { view: view.into(), problems: Rc::new(["no such thing".to_owned()]) }
        },
    );
    prop_oneof![
        6 => of_the_window,
        6 => of_a_choice,
        2 => of_the_graph,
        1 => of_the_address,
        1 => Just(Action::DismissNotices),
    ]
}

pub(super) fn any_state() -> impl Strategy<Value = Rc<State>> {
    prop::collection::vec(any_action(), 0..25).prop_map(|actions| played(&opening(), &actions))
}
