//! What can happen, in the reader's words.

use std::rc::Rc;

use dataset::model::{ActorIdx, ClaimStatus, DomainIdx, EventIdx, SideIdx, SourceIdx};

use super::table::Table;
use super::{Dialog, GraphMode, Keys, Selection, Strip, Tab, Theme, Told, View, Way};
use crate::geom::{Point, Vec2};
use crate::record::Record;
use crate::time::window::TimeWindow;
use crate::time::zone::Zone;
use crate::timeline::arcs::Reach;
use crate::timeline::lanes::LaneMode;

/// Something that happened; [`super::reduce()`] says what follows.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The plot was dragged or turned sideways: the window moves at once by this share
    /// of its length, later if positive.
    PanBy(f64),
    /// The plot was zoomed under the pointer: at once, with what is there kept in place.
    ZoomAt {
        /// Where the pointer is: 0 at the left edge of the plot, 1 at the right.
        share: f64,
        /// New length of the window over its old one.
        factor: f64,
    },
    /// The brush was moved or resized: the window is set at once.
    ShowWindow(TimeWindow),
    /// A key, a button or a mark asked for another window: go there in sight.
    GlideTo(TimeWindow),
    /// A frame of the glide: `share` of its time is over, 0 to 1.
    GlideStep(f64),
    /// A cluster was opened: zoom to its events, or list them where zooming would not part them.
    OpenCluster(Rc<[EventIdx]>),
    /// Something was chosen to be shown in the details; an event outside the window is brought in.
    Select(Selection),
    /// The details were closed, or what is opened over them.
    Deselect,
    /// The previous (−1) or next (+1) event in time was asked for.
    Step(i32),
    /// The pointer or the focus came to an actor, or left it.
    PointAtActor(Option<ActorIdx>),
    /// The pointer or the focus came to a band of the graph, or left it.
    PointAtBand(Option<(SideIdx, SideIdx)>),
    /// A camp of the graph was opened to all of its members; the open one was closed.
    OpenCamp(Option<SideIdx>),
    /// Every actor and line was asked for, or the camps again.
    SetGraph(GraphMode),
    /// More room was asked for the graph, or the usual.
    EnlargeGraph(bool),
    /// The pointer came to an event, or left it.
    PointAtEvent(Option<EventIdx>),
    /// The keyboard went to an event of the timeline, or left the events.
    FocusEvent(Option<EventIdx>),
    /// The keyboard asked for a step among the lanes and events of the timeline.
    Walk(Way),
    /// Lanes by side or by domain.
    SetLanes(LaneMode),
    /// The pulse above the lanes, or the dead.
    SetStrip(Strip),
    /// Light, dark, or as the system is.
    SetTheme(Theme),
    /// Another part was brought to the front.
    ShowTab(Tab),
    /// The window's events or dealings were asked for as a table, or as a list again.
    ShowTable(Option<Table>),
    /// The graph was dragged.
    PanGraph(Vec2),
    /// The graph was zoomed about a place of the screen; above 1 is closer.
    ZoomGraph {
        /// What stays where it is.
        at: Point,
        /// New enlargement over the old one.
        factor: f64,
    },
    /// The graph is to be seen whole again, with every actor in its own place.
    ResetGraph,
    /// An actor was put somewhere in the graph (its coordinates), to stay.
    Pin(ActorIdx, Point),
    /// The address changed under the page (back, forward, or by hand): show that.
    Navigated {
        /// What the address says.
        view: Box<View>,
        /// What of it was ignored.
        problems: Rc<[String]>,
    },
    /// Another clock was chosen.
    SetClock(Zone),
    /// Words were typed into the search.
    Search(String),
    /// A filter was set or taken off.
    Filter(Change),
    /// All filters and the search were taken off.
    ShowAll,
    /// The way from the selected actor to this one was asked for; to itself takes the way off.
    Connect(ActorIdx),
    /// A step of a told story was opened, or the story was left.
    Tell(Option<Told>),
    /// The next (+1) or previous (−1) step of the told story was asked for.
    TellStep(i16),
    /// The whole chain of answers is asked for, or no longer.
    Reach(Reach),
    /// The chain of answers was followed: forward (+1) to the foremost answer,
    /// back (−1) to the foremost cause.
    Follow(i16),
    /// The story is left for what it leads on to.
    ReadOn(ReadOn),
    /// The tools that a small screen or frame keeps behind a button were asked for, or are no longer needed.
    ToggleTools,
    /// Something was opened over the page, or closed.
    Open(Option<Dialog>),
    /// Other keys of one sign were chosen, or another place for them.
    SetKeys(Keys),
    /// Something was done that shows nowhere: say so.
    Say(&'static str),
    /// Something could not be done that was asked for: say why, and offer the text to be taken by hand.
    Offer(&'static str, Rc<str>),
    /// The record has come again, with its texts.
    Texts(Rc<Record>),
    /// They will not come: the file that holds them …
    NoTexts(&'static str),
    /// The notices were read.
    DismissNotices,
}

/// What a told story leads on to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadOn {
    /// The whole record.
    Record,
    /// All claims that are neither confirmed nor given up.
    OpenClaims,
}

/// A change of the filters: what is named is put in, or taken out where it is in already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Change {
    Side(SideIdx),
    Domain(DomainIdx),
    Actor(ActorIdx),
    Status(ClaimStatus),
    /// As [`Record::publisher`](crate::record::Record::publisher) gives it.
    Publisher(SourceIdx),
    /// The least importance; the one that is set already is taken off.
    Least(u8),
}
