//! The ladder of act and answer, below the names of the two columns;
//! it grows where the page is scrolled to its end.

use std::rc::Rc;

use yew::prelude::*;

use super::element::{element, keyed};
use super::guard::use_guard;
use super::measured::{use_font, use_size, width};
use super::paint::picture;
use super::shapes::hue;
use super::store::Dispatch;
use crate::drawing::ladder::LadderPicture;
use crate::drawing::shape::Detail;
use crate::ladder::{Ladder, Layout, Room};
use crate::platform::{dom, keys, scroll};
use crate::state::{Action, Filter, Selection, State};
use crate::time::format;
use crate::time::window::TimeWindow;

/// How many acts stand on it at first, in a frame and on a page of its own, and how many more come at a time.
const FIRST: [usize; 2] = [14, 60];
const MORE: usize = 30;

#[derive(PartialEq, Properties)]
pub struct Props {
    pub state: Rc<State>,
    pub dispatch: Dispatch,
}

/// The ladder, where it is shown.
#[component]
pub fn LadderView(props: &Props) -> Html {
    if props.state.is_ladder() {
        html! { <Shown state={props.state.clone()} dispatch={props.dispatch.clone()} /> }
    } else {
        Html::default()
    }
}

/// What makes the ladder begin again.
type Beginning = (TimeWindow, Filter, String);

#[component]
fn Shown(props: &Props) -> Html {
    let Props { state, dispatch } = props;
    let record = &state.record;
    let node = use_node_ref();
    let room = use_size(&node, ".rungs-room").width;
    let font = use_font(&node, ".rungs-room");
    let first = FIRST[usize::from(!state.frame.is_embedded)];
    let grown = use_state(|| None::<(Beginning, usize)>);
    let beginning: Beginning = (state.window(), state.view.filter.clone(), state.view.query.clone());
    let most = grown.as_ref().filter(|(of, _)| *of == beginning).map_or(first, |(_, most)| *most);
    let ladder = Ladder::of(record, state.window(), most, |event| state.keeps(event));
    let measure = |text: &str| width(&font, text);
    let layout =
        Layout::of(record, &ladder, &Room { width: room, zone: state.view.clock, measure: &measure });
    let (selected, zone) = (state.selected_event(), state.view.clock);
    let drawn =
        LadderPicture { record, ladder: &ladder, layout: &layout, zone, selected, detail: Detail::Whole };
    let size = [layout.size.width, layout.size.height];

    let grow = {
        let (grown, beginning) = (grown.clone(), beginning.clone());
        Callback::from(move |()| grown.set(Some((beginning.clone(), most + MORE))))
    };
    let onclick = {
        let grow = grow.clone();
        Callback::from(move |_: MouseEvent| grow.emit(()))
    };
    // In an article the page around would be made longer under the reader's hands.
    let grows = ladder.num_more > 0 && !state.frame.is_embedded;
    use_guard((grows, beginning, most), move || {
        grows.then(|| scroll::near_end(".ladder .more", move || grow.emit(())))
    });
    use_guard((state.view.selection, most), || dom::place_below(".details", ".ladder .chosen", ".ladder"));
    let (dispatch, known) = (dispatch.clone(), record.clone());
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let press = keys::KeyPress::from(&event);
        let is_done = match press.key.as_str() {
            _ if press.is_shortcut => false,
            "ArrowDown" => dom::focus_next(ACTS, 1),
            "ArrowUp" => dom::focus_next(ACTS, -1),
            "Enter" | " " => {
                match dom::focused_attribute("data-open").and_then(|id| known.event_by_id(&id)) {
                    Some(event) => {
                        dispatch.dispatch(Action::Select(Selection::Event(event)));
                        true
                    }
                    None => false,
                }
            }
            _ => false,
        };
        if is_done {
            keys::consume(&event);
        }
    });
    let num_after = ladder.acts.len() - ladder.num_in_window;
    let words = match (ladder.acts.len(), num_after) {
        (0, _) => "Nothing in this window answers anything, or was answered.".to_owned(),
        (n, 0) => format!("{n} acts and answers, {}", format::window(state.window(), state.clock())),
        (n, later) => {
            format!(
                "{} acts and answers, {}; {later} after it",
                n - later,
                format::window(state.window(), state.clock())
            )
        }
    };
    let more = (ladder.num_more > 0).then(|| {
        let words = format!("Show what followed: {} more", ladder.num_more);
        html! { <button type="button" class="more" {onclick}>{ words }</button> }
    });
    let side = |nth: u16| {
        let name = record.data().sides[usize::from(nth)].name;
        element!("span" { "class": hue(dataset::model::SideIdx(nth)) } [name])
    };
    html! {
        <section class="ladder" role="region" aria-label="Ladder">
            { element!("h2" {} ["Act and answer"]) }
            { element!("p" { "class": "note" } [words]) }
            { element!("div" { "class": "rail-names", "aria-hidden": "true" } [side(0), side(1)]) }
            <div class="rungs-room" ref={node} tabindex="0" role="group" {onkeydown}
                aria-label="Acts and their answers. Down and up go from one to the next, Enter opens.">
                { keyed("picture", picture("rungs-picture", size, drawn.shapes())) }
            </div>
            { more.unwrap_or_default() }
        </section>
    }
}

/// The acts, in the order in which they are told.
const ACTS: &str = ".ladder .act > [data-open]";
