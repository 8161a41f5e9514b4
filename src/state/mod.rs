//! What the reader has chosen, and where the reader is.
//! Everything on the screen follows from it and the record.
//!
//! In reading order: this file (the state), [`action`] (what can happen), [`reduce`](mod@reduce) (what
//! follows), [`filter`] and [`claims`], `lit` and `actors` (what stands out), `summary` (the window in
//! words), `told` (places in stories), `frame` (what a host has chosen), `keys` and `walk` (the keyboard),
//! `said` and `table` (the same for those who do not see the picture), [`url`] (the state in the address).

pub mod action;
mod actors;
pub mod claims;
pub mod filter;
mod frame;
pub mod keys;
mod lit;
pub mod reduce;
pub mod said;
mod summary;
pub mod table;
mod told;
pub mod url;
mod walk;

use std::cell::OnceCell;
use std::rc::Rc;

use dataset::model::{ActorIdx, EventIdx, SideIdx, Step};
use dataset::units::{UnixSecs, UtcOffset};

use crate::geom::Point;
use crate::graph::camera::GraphCamera;
use crate::graph::path::{self, Path};
use crate::record::Record;
use crate::search::{self, Found, Index};
use crate::time::window::TimeWindow;
use crate::time::zone::Zone;
use crate::timeline::arcs::Reach;
use crate::timeline::lanes::LaneMode;
use table::Table;

pub use action::Action;
pub use filter::Filter;
pub use frame::{Frame, PARTS, Parts};
pub use keys::Keys;
pub use reduce::reduce;
pub use summary::Summary;
pub use walk::{Walk, Way};

/// The whole state of the page. Cheap to clone and to compare.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The record it is about; changes once during a visit, when its texts come.
    pub record: Rc<Record>,
    /// Why its texts will not come, if they will not.
    pub lacks: Option<&'static str>,
    /// What stands in the address.
    pub view: View,
    /// What the host of a frame has chosen; never changes during a visit.
    pub frame: Frame,
    /// What lasts for the visit.
    pub visit: Visit,
    /// What the search has found; follows from [`View::query`], and `None` while nothing is searched for.
    pub found: Option<Rc<Found>>,
    index: LazyIndex,
}

/// The index of the record, made when a search is expected:
/// it takes some hundredths of a second, which few visits need.
#[derive(Clone, Debug, Default)]
struct LazyIndex(Rc<OnceCell<Index>>);

impl PartialEq for LazyIndex {
    /// It follows from the record.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// What stands in the address, so that a copied link shows the same.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    /// The stretch of time shown; `None` is the record's opening window.
    pub window: Option<TimeWindow>,
    /// What the details are about.
    pub selection: Option<Selection>,
    /// What the lanes stand for.
    pub lanes: LaneMode,
    /// What stands above the lanes.
    pub above: Strip,
    /// Light or dark.
    pub theme: Theme,
    /// The part shown where there is room for one.
    pub tab: Tab,
    /// The clock that dates with a time are shown on.
    pub clock: Zone,
    /// Which events are kept.
    pub filter: Filter,
    /// What is searched for.
    pub query: String,
    /// The other end of the way that is asked for from the selected actor.
    pub path: Option<ActorIdx>,
    /// Where the reader is in a told story.
    pub told: Option<Told>,
    /// How much of the actor graph is drawn.
    pub graph: GraphMode,
}

/// How much of the actor graph is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GraphMode {
    /// Camps with their foremost members and what went on between them.
    #[default]
    Camps,
    /// Every actor and every line.
    All,
}

/// What stands above the lanes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Strip {
    /// Each side's strongest hostile act in force.
    #[default]
    Pulse,
    /// The killed.
    Dead,
}

/// A place in a told story; both numbers count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// Which of the stories.
    pub story: u16,
    /// Which of its steps.
    pub step: u16,
}

/// What is opened over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// Keys and gestures.
    Help,
    /// Method, sources, licence, how to cite.
    About,
    /// Links, files, citations.
    Share,
    /// How the pulse is made.
    Pulse,
    /// The choice of filters.
    Filters,
    /// The told stories with their chapters.
    Stories,
}

/// A text that the reader asked for and the browser refused to hand over: it is shown, to be taken by hand.
#[derive(Clone, Debug, PartialEq)]
pub struct Offered {
    /// One sentence.
    pub why: &'static str,
    /// All of it.
    pub text: Rc<str>,
}

/// What lasts until the page is closed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Visit {
    /// The animated way to another window; lasts a quarter of a second.
    pub glide: Option<Glide>,
    /// The actor under the pointer or with the keyboard's focus.
    pub pointed_actor: Option<ActorIdx>,
    /// The band between two camps, or within one, under the pointer or with the keyboard's focus.
    pub pointed_band: Option<(SideIdx, SideIdx)>,
    /// The camp of the graph that is opened to all of its members.
    pub open_camp: Option<SideIdx>,
    /// Whether the graph has more room, and the timeline less.
    pub is_graph_large: bool,
    /// The event under the pointer or with the keyboard's focus.
    pub pointed_event: Option<EventIdx>,
    /// How far the answers of an event are followed.
    pub reach: Reach,
    /// The event that the keyboard has gone to in the timeline; the browser's focus follows it.
    pub focused_event: Option<EventIdx>,
    /// How it came there; of a lane that has the focus itself, which.
    pub walk: Walk,
    /// Events that stand at one place and cannot be told apart by zooming, listed in the details.
    pub group: Option<Rc<[EventIdx]>>,
    /// Where the reader looks at the graph from.
    pub camera: GraphCamera,
    /// Actors that the reader has put somewhere, in the graph's own coordinates, by actor.
    pub pins: Rc<[(ActorIdx, Point)]>,
    /// What the reader should know, until dismissed.
    pub notices: Rc<[String]>,
    /// Keys of one sign: readers who speak what they type want none, and browsers have some of their own.
    pub keys: Keys,
    /// What the list of events is shown as instead, if anything.
    pub table: Option<Table>,
    /// What could not be handed over, until dismissed.
    pub offered: Option<Offered>,
    /// What is opened over the page.
    pub dialog: Option<Dialog>,
    /// The tools that a small screen or frame keeps behind a button are shown.
    pub has_tools: bool,
    /// The step of a told story that was shown last: where a reader who has left can go on.
    pub bookmark: Option<Told>,
    /// More letters of the search may be on their way: what is found is listed in part.
    pub is_typing: bool,
}

/// What can be selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Selection {
    /// An event.
    Event(EventIdx),
    /// An actor.
    Actor(ActorIdx),
    /// All that the first did to the second.
    Dealing(ActorIdx, ActorIdx),
    /// All that the first camp did to the second; of one with itself where both are the same.
    Band(SideIdx, SideIdx),
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the reader's system is set.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// The parts that share a place: all of them on a narrow screen, all but the graph on a wide one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// What is selected.
    #[default]
    Details,
    /// The actor graph.
    Actors,
    /// The window's events as a list.
    List,
    /// All claims.
    Claims,
    /// The ladder of act and answer, which takes the place of the timeline too.
    Ladder,
}

/// An animated change of the window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glide {
    /// Where it started.
    pub from: TimeWindow,
    /// Where it ends.
    pub to: TimeWindow,
}

impl State {
    /// A visit of `record` that begins with `view`.
    #[must_use]
    pub fn new(record: Rc<Record>, view: View) -> Self {
        let visit = Visit { bookmark: view.told, ..Visit::default() };
        let mut state = Self {
            record,
            lacks: None,
            view,
            frame: Frame::default(),
            visit,
            found: None,
            index: LazyIndex::default(),
        };
        state.search();
        state
    }

    /// Whether nothing differs from `other` but the window and the glide that moves it.
    #[must_use]
    pub fn is_moved(&self, other: &Self) -> bool {
        let mut moved = self.clone();
        moved.view.window = other.view.window;
        moved.visit.glide = other.visit.glide;
        moved == *other
    }

    /// Whether it is [moved](Self::is_moved) at most, and other words are searched for:
    /// both change many times a second.
    #[must_use]
    pub fn is_under_way(&self, other: &Self) -> bool {
        let searched = Self { found: other.found.clone(), ..self.clone() };
        let view = View { query: other.view.query.clone(), ..searched.view };
        Self { view, ..searched }.is_moved(other)
    }

    /// It with what `live` searches for, of which more letters may be on their way.
    #[must_use]
    pub fn typing(&self, live: &Self) -> Self {
        let view = View { query: live.view.query.clone(), ..self.view.clone() };
        Self {
            view,
            found: live.found.clone(),
            visit: Visit { is_typing: true, ..self.visit.clone() },
            ..self.clone()
        }
    }

    /// Makes ready for a search, which else takes some hundredths of a second at the first letter.
    pub fn expect_search(&self) {
        self.index.0.get_or_init(|| Index::new(&self.record));
    }

    /// The offset of the chosen clock where the window begins.
    #[must_use]
    pub fn clock(&self) -> UtcOffset {
        #[expect(clippy::cast_possible_truncation, reason = "windows lie within the calendar")]
        let start = UnixSecs(self.window().start().0 as i64);
        self.view.clock.offset_at(start, self.record.clock())
    }

    /// Brings what is found in step with what is searched for.
    fn search(&mut self) {
        self.found = if self.view.query.is_empty() { None } else { self.find() };
    }

    /// What is found, if anything is asked.
    // Comes late.
    #[inline(never)]
    fn find(&self) -> Option<Rc<Found>> {
        let query = &self.view.query;
        let index = || self.index.0.get_or_init(|| Index::new(&self.record));
        search::is_asked(query).then(|| Rc::new(index().find(query)))
    }

    /// The way from the selected actor to the other one that was chosen:
    /// in the window (`true`), or else in the whole record.
    #[must_use]
    pub fn path(&self) -> Option<(Path, bool)> {
        let (from, to) = (self.selected_actor()?, self.view.path?);
        let of = |window| path::shortest(&self.record, from, to, window);
        of(Some(self.window())).map(|path| (path, true)).or_else(|| Some((of(None)?, false)))
    }

    /// Whether the ladder is shown.
    #[must_use]
    pub fn is_ladder(&self) -> bool {
        self.view.tab == Tab::Ladder && self.frame.parts == Parts::Both || self.frame.parts == Parts::Ladder
    }

    /// The step of the told story that the reader is at.
    #[must_use]
    pub fn told_step(&self) -> Option<&'static Step> {
        self.view.told?.step(&self.record)
    }

    /// The stretch of time shown.
    #[must_use]
    pub fn window(&self) -> TimeWindow {
        self.view.window.unwrap_or(self.record.opening())
    }

    /// The stretch of time shown when the present glide is over.
    #[must_use]
    pub fn target_window(&self) -> TimeWindow {
        self.visit.glide.map_or(self.window(), |glide| glide.to)
    }

    /// The selected event, if it is one.
    #[must_use]
    pub const fn selected_event(&self) -> Option<EventIdx> {
        match self.view.selection {
            Some(Selection::Event(event)) => Some(event),
            _ => None,
        }
    }

    /// The actors that the reader has chosen: the selected one, and the other end of the way from it.
    #[must_use]
    pub fn chosen_actors(&self) -> Vec<ActorIdx> {
        self.selected_actor().into_iter().chain(self.view.path).collect()
    }

    /// The selected actor, if it is one.
    #[must_use]
    pub const fn selected_actor(&self) -> Option<ActorIdx> {
        match self.view.selection {
            Some(Selection::Actor(actor)) => Some(actor),
            _ => None,
        }
    }
}
