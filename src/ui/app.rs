//! The whole page: its parts and what binds them to the one state.

use std::rc::Rc;

use yew::prelude::*;

use super::calm::Calm;
use super::claims::claims_view;
use super::clicks;
use super::dialog::Dialogs;
use super::effects::{
    decoded, use_address, use_choices, use_focus_on_found, use_glide, use_kept_focus, use_ready, use_words,
};
use super::filters::filters;
use super::graph_view::GraphView;
use super::guard::{Same, use_guard};
use super::header::{header, origin};
use super::keys::press;
use super::ladder_view::LadderView;
use super::list::event_list;
use super::measured::use_letters;
use super::overview_view::OverviewView;
use super::panel::{notices, offered, skip, tabs};
use super::search_box::SearchBox;
use super::store::Dispatch;
use super::taken::{use_offered, use_print};
use super::texts::{Inbox, use_texts};
use super::timeline_view::TimelineView;
use super::tip::Tip;
use super::told::use_told_focus;
use super::toolbar::{Shown, commands, tools_button};
use crate::platform::{address, dom, keys, storage};
use crate::record::Record;
use crate::state::url::{chosen, needs_texts};
use crate::state::{Action, Keys, PARTS, State, Tab, Theme};
use crate::ui::details::Details;

/// Draws the page into the document's `#app`, in place of what stood there while it was loading. The record's
/// texts are not waited for, unless the address asks for what only they tell. A record that is not right is
/// told to start.js, and not drawn.
pub fn start() {
    let record = match Record::first(dom::record()) {
        Ok(record) => Rc::new(record),
        Err(broken) => return dom::set_root_attribute("data-refused", Some(broken.reason())),
    };
    let inbox = Inbox::of(&record);
    let address = address::current();
    if needs_texts(&address.query) || needs_texts(&address.fragment) {
        let next = inbox.clone();
        inbox.tell(move |outcome| match outcome {
            Ok(whole) => draw(whole, next),
            Err(_) => {
                draw(record, next.clone());
                next.put(outcome);
            }
        });
    } else {
        draw(record, inbox);
    }
}

fn draw(record: Rc<Record>, inbox: Inbox) {
    if let Some(mount) = dom::mount_point() {
        yew::Renderer::<App>::with_root_and_props(mount, Props { record, inbox }).render();
    }
}

/// What the page begins with.
#[derive(PartialEq, Properties)]
struct Props {
    record: Rc<Record>,
    inbox: Inbox,
}

/// The state that the address and earlier choices ask for.
fn first_state(record: Rc<Record>) -> State {
    let address = address::current();
    let mut decoded = decoded(&record, &address);
    if decoded.view.theme == Theme::System && !decoded.frame.is_embedded {
        decoded.view.theme = match storage::theme().as_deref() {
            Some("light") => Theme::Light,
            Some("dark") => Theme::Dark,
            _ => Theme::System,
        };
    }
    let mut state = State::new(record, decoded.view);
    state.frame = decoded.frame;
    state.visit.notices = decoded.problems.into();
    if let Some(keys) = storage::keys().filter(|_| !state.frame.is_embedded) {
        state.visit.keys = Keys::read(&keys);
    }
    state
}

#[component]
fn App(props: &Props) -> Html {
    let draw_again = use_force_update();
    let record = props.record.clone();
    let dispatch =
        (*use_memo((), |()| Dispatch::new(first_state(record), move || draw_again.force_update()))).clone();
    let (live, state, rest) = (dispatch.live(), dispatch.calm(), dispatch.num_rests());
    use_address(&state, &dispatch);
    use_glide(&live, &dispatch);
    use_choices(&state);
    use_words(&state);
    use_ready();
    use_texts(&props.inbox, &dispatch);
    use_print(&state);
    use_offered(&state);
    use_kept_focus(&state);
    use_told_focus(&state);
    use_focus_on_found(&state);
    let probe = use_node_ref();
    let letters = use_letters(&probe);

    {
        let dispatch = dispatch.clone();
        // Wherever the focus is: the button that was clicked may be gone with its list.
        use_guard((), move || keys::anywhere(move |key| press(&dispatch, key)));
    }
    let onclick = {
        let dispatch = dispatch.clone();
        Callback::from(move |click: MouseEvent| {
            if let Some(url) = dom::open_tab(&click) {
                dispatch.dispatch(Action::Offer(
                    "This frame may open no other page. Here is the address:",
                    url.into(),
                ));
            } else if let Some(action) = clicks::action(&dispatch, &click) {
                dispatch.dispatch(action);
                // The results close when the focus leaves them; what was chosen is read next.
                if dom::is_within(&click, ".results") {
                    dom::focus(".details");
                }
            }
        })
    };
    let oninput = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: InputEvent| {
            let action =
                dom::typed(&event).and_then(|(set, value)| clicks::typed(&dispatch.live(), &set, &value));
            action.into_iter().for_each(|action| dispatch.dispatch(action));
        })
    };
    let tab = match state.view.tab {
        Tab::Details => "details",
        Tab::Actors => "actors",
        Tab::List => "list",
        Tab::Claims => "claims",
        Tab::Ladder => "ladder",
    };
    let frame = state.frame;
    let is_open = state.view.selection.is_some() || state.visit.group.is_some();
    let is_told = state.view.told.is_some() && !is_open && state.view.tab == Tab::Details;
    let mark = |is_so: bool| is_so.then_some("true");
    let calm = |draw: fn(&State) -> Html| html! { <Calm state={state.clone()} {draw} /> };
    html! {
        <div class="page" data-tab={tab} data-graph={state.visit.is_graph_large.then_some("large")}
            data-open={mark(is_open)} data-told={mark(is_told)} data-tools={mark(state.visit.has_tools)}
            data-embed={mark(frame.is_embedded)} data-parts={chosen(&PARTS, frame.parts)}
            data-title={frame.is_untitled.then_some("off")} {onclick} {oninput}>
            { skip() }
            { calm(header) }
            { calm(notices) }
            { calm(origin) }
            { calm(offered) }
            <main class="parts">
                <section class="when">
                    <div class="toolbar" lang="en">
                        <Shown {rest} state={state.clone()} dispatch={dispatch.clone()} />
                        { calm(tools_button) }
                        <SearchBox state={Same(state.clone())} dispatch={dispatch.clone()} />
                        { calm(commands) }
                    </div>
                    { calm(filters) }
                    <TimelineView key={letters} {rest} state={state.clone()} dispatch={dispatch.clone()} />
                    <OverviewView key={letters} {rest} record={state.record.clone()}
                        dispatch={dispatch.clone()} />
                    <Tip />
                </section>
                { calm(tabs) }
                <LadderView key={letters} state={state.clone()} dispatch={dispatch.clone()} />
                <GraphView key={letters} state={state.clone()} dispatch={dispatch.clone()} />
                <Details state={state.clone()} dispatch={dispatch.clone()} />
                { calm(event_list) }
                { calm(claims_view) }
            </main>
            <Dialogs {state} {dispatch} />
            <span class="probe" aria-hidden="true" ref={probe} />
            <p id="said" class="spoken" aria-live="polite" />
        </div>
    }
}
