//! The marks, labels and clusters of the timeline, and the readout of what the pointer is at.

use std::rc::Rc;

use dataset::model::EventIdx;
use yew::prelude::*;

use super::store::{Dispatch, send};
use crate::geom::coord;
use crate::state::{Action, Selection, State};
use crate::time::format;
use crate::timeline::glyph;
use crate::timeline::scene::{Bar, Cluster, Mark, TimelineScene};

/// Half the height of a cluster's badge.
const BADGE: f64 = 9.0;
/// Width of a letter of the readout, generously: its card must not be narrower than its words.
const READOUT_LETTER: f64 = 6.9;
/// Room between the readout's words and the edge of its card.
const READOUT_PAD: f64 = 8.0;

/// Everything between the axis and the reader; `width` is the plot's.
pub fn marks(state: &Rc<State>, dispatch: &Dispatch, scene: &TimelineScene, width: f64) -> Html {
    let lit = lit_events(state);
    let is_dim = |events: &[EventIdx]| lit.as_ref().is_some_and(|lit| !events.iter().any(|event| lit.contains(event)));
    let mark = |mark: &Mark| draw_mark(state, dispatch, mark, is_dim(&[mark.event]));
    let cluster = |cluster: &Cluster| draw_cluster(state, dispatch, cluster, is_dim(&cluster.events));
    let pointed = state.visit.pointed_event.and_then(|event| scene.marks.iter().find(|mark| mark.event == event));
    html! {
        <>
            <g class="bars" aria-hidden="true">{ for scene.marks.iter().filter_map(|mark| Some(draw_bar(mark, mark.bar?, is_dim(&[mark.event])))) }</g>
            <g class="marks" role="group" aria-label="Events">
                { for scene.marks.iter().map(mark) }
                { for scene.clusters.iter().map(cluster) }
            </g>
            if let Some(mark) = pointed {
                { readout(state, mark, width) }
            }
        </>
    }
}

/// The events that stay clear while the others step back; `None` when nothing is singled out.
fn lit_events(state: &State) -> Option<Vec<EventIdx>> {
    let story = &state.story;
    let of = |actor| story.events_of(actor).to_vec();
    match (state.visit.pointed_actor, state.view.selection) {
        (Some(actor), _) | (None, Some(Selection::Actor(actor))) => Some(of(actor)),
        (None, Some(Selection::Dealing(from, to))) => Some(story.dealings(from, to).collect()),
        _ => None,
    }
}

fn draw_bar(mark: &Mark, bar: Bar, is_dim: bool) -> Html {
    let fade = match (bar.is_start_vague, bar.is_end_vague) {
        (false, false) => "",
        (true, false) => "vague-start",
        (false, true) => "vague-end",
        (true, true) => "vague-start vague-end",
    };
    let class = classes!("bar", format!("side-{}", mark.side.0), fade, is_dim.then_some("dim"));
    let (x, width) = (coord(bar.start), coord(bar.end - bar.start));
    html! { <rect {class} {x} y={coord(mark.y + 6.5)} {width} height="2.5" rx="1.25" /> }
}

fn draw_mark(state: &Rc<State>, dispatch: &Dispatch, mark: &Mark, is_dim: bool) -> Html {
    let event = state.story.event(mark.event);
    let is_selected = state.selected_event() == Some(mark.event);
    let class = classes!("mark", format!("side-{}", mark.side.0), is_dim.then_some("dim"), (event.importance >= 4).then_some("major"));
    let nth = usize::from(mark.domain.0);
    let hit_width = mark.label.as_ref().map_or(2.0 * BADGE, |label| label.x + label.text.width - mark.x + BADGE);
    html! {
        <g key={event.id} {class} data-event={event.id} role="button" tabindex="-1" aria-label={mark.spoken.clone()}
            aria-current={is_selected.then_some("true")}
            onclick={send::<MouseEvent>(dispatch, Action::Select(Selection::Event(mark.event)))}
            ondblclick={fit(state, dispatch, mark.event)}
            onmouseenter={send::<MouseEvent>(dispatch, Action::PointAtEvent(Some(mark.event)))}
            onmouseleave={send::<MouseEvent>(dispatch, Action::PointAtEvent(None))}>
            <rect class="hit" x={coord(mark.x - BADGE)} y={coord(mark.y - BADGE)} width={coord(hit_width)} height="18" rx="4" />
            <path class="glyph" d={glyph::path(nth, mark.x, mark.y, mark.radius)} />
            if let Some(label) = &mark.label {
                <text class="label" x={coord(label.x)} y={coord(mark.y + 4.0)}>{ label.text.text.clone() }</text>
            }
        </g>
    }
}

/// A double click on a mark opens it and fits the window around it and what it answered.
fn fit(state: &Rc<State>, dispatch: &Dispatch, event: EventIdx) -> Callback<MouseEvent> {
    let (state, dispatch) = (state.clone(), dispatch.clone());
    Callback::from(move |click: MouseEvent| {
        click.stop_propagation();
        let story = &state.story;
        let mut around = vec![event];
        around.extend(story.event(event).responds_to);
        around.extend(story.answers(event));
        dispatch.dispatch(Action::GlideTo(story.window_around(&around)));
    })
}

fn draw_cluster(state: &Rc<State>, dispatch: &Dispatch, cluster: &Cluster, is_dim: bool) -> Html {
    let count = cluster.events.len();
    let first = cluster.events.first().map(|&event| state.story.event(event).id);
    let holds_selected = state.selected_event().is_some_and(|event| cluster.events.contains(&event));
    let class = classes!("cluster", format!("side-{}", cluster.side.0), is_dim.then_some("dim"), holds_selected.then_some("holds"));
    let width = if count < 100 { 22.0 } else { 30.0 };
    let open = Action::OpenCluster(cluster.events.clone().into());
    html! {
        <g key={format!("c{}", first.unwrap_or_default())} {class} data-cluster={count.to_string()} data-first={first} role="button"
            tabindex="-1" aria-label={cluster.spoken.clone()} onclick={send::<MouseEvent>(dispatch, open)}>
            <title>{ cluster.spoken.clone() }</title>
            <rect class="badge" x={coord(cluster.x - width / 2.0)} y={coord(cluster.y - BADGE)} width={coord(width)}
                height={coord(2.0 * BADGE)} rx={coord(BADGE)} />
            <text class="number" x={coord(cluster.x)} y={coord(cluster.y + 4.0)}>{ count }</text>
        </g>
    }
}

fn readout(state: &State, mark: &Mark, plot_width: f64) -> Html {
    let event = state.story.event(mark.event);
    // Above its row, or below where the plot's edge would cut it.
    let y = if mark.y < 60.0 { mark.y + 27.0 } else { mark.y - 31.0 };
    let date = format::long(event.date);
    let num_letters = event.title.chars().count().max(date.chars().count());
    #[expect(clippy::cast_precision_loss, reason = "headlines are short")]
    let width = num_letters as f64 * READOUT_LETTER + 2.0 * READOUT_PAD;
    let x = mark.x.min(plot_width - width - 2.0).max(2.0);
    html! {
        <g class="readout" aria-hidden="true">
            <rect class="card" x={coord(x)} y={coord(y - 15.0)} width={coord(width)} height="36" rx="4" />
            <text class="title" x={coord(x + READOUT_PAD)} y={coord(y)}>{ event.title }</text>
            <text class="date" x={coord(x + READOUT_PAD)} y={coord(y + 15.0)}>{ date }</text>
        </g>
    }
}
