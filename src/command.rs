//! What buttons are for: the words that they carry in the page (`data-do`), and what each word asks for.
//!
//! Apart from the page, so that it can be tried without a browser. What changes the state alone is an
//! [`Action`]; what is done outside of it is named as an [`Errand`], which `ui/errands.rs` runs.

mod choice;

use crate::export::Extent;
use crate::picture::sheet::Form;
use crate::state::action::ReadOn;
use crate::state::keys::window_action;
use crate::state::table::{Kind, Table};
use crate::state::{Action, Dialog, GraphMode, State, Strip, Tab, Theme};
use crate::timeline::arcs::Reach;
use crate::timeline::lanes::LaneMode;
pub use choice::Choice;

/// What a button asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Asked {
    /// Something happens to the state, and to nothing else.
    Act(Action),
    /// Something is done outside of it.
    Run(Errand),
}

/// What only the page can do, for it needs the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Errand {
    /// The part that this selector finds gets the focus.
    Focus(&'static str),
    /// The graph is enlarged about its middle, by one step or back by one.
    ZoomGraph(Zoom),
    /// The pulse of the window is heard, or falls silent.
    Listen,
    /// A text goes to the clipboard.
    Copy(Text),
    /// A file is handed to the browser.
    Save(File),
    /// The view goes to the printer.
    Print,
}

/// Which way the graph is enlarged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Zoom {
    Closer,
    Further,
}

/// A text to be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Text {
    /// The link to this view.
    Link,
    /// The code of a frame that shows it.
    Frame,
    /// The code of an element that shows it.
    Element,
    /// The citation of the selected event.
    Citation,
    /// The same as BibTeX.
    Bibtex,
}

/// A file to be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File {
    /// The view as large as it is seen.
    Picture(Image),
    /// The view in a form for editors.
    Still(Form, Image),
    /// Events with their sources.
    Events(Data, Extent),
    /// The dealings as the table has them.
    Dealings,
}

/// How a picture is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Image {
    Svg,
    Png,
}

/// How events are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Data {
    Csv,
    Json,
}

/// Declares the commands, each with its word.
macro_rules! commands {
    ($($(#[$about:meta])* $variant:ident = $word:literal,)*) => {
        /// What a button is for that says all of it in one word; for one of many things see [`Choice`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Command {
            $($(#[$about])* $variant,)*
        }

        impl Command {
            /// All of them.
            pub const ALL: [Self; [$($word),*].len()] = [$(Self::$variant),*];

            /// Its word.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }
        }
    };
}

commands! {
    /// To the previous event in time.
    Previous = "previous",
    /// To the next event in time.
    Next = "next",
    /// The details, or what is open over them, are done with.
    Close = "close",
    /// To the previous step of the told story.
    TellPrevious = "tell-previous",
    /// To its next step.
    TellNext = "tell-next",
    /// Out of it.
    TellExit = "tell-exit",
    /// From its end to the whole record.
    OnToRecord = "on-record",
    /// From its end to the claims that are still open.
    OnToClaims = "on-claims",
    /// Keys and gestures.
    Help = "help",
    /// Method, sources, licence.
    About = "about",
    /// What can be taken away.
    Share = "share",
    /// How the pulse is made.
    PulseHelp = "pulse-help",
    /// The stories with their chapters.
    Stories = "stories",
    /// The choice of filters, or no longer.
    Filters = "filters",
    /// Take all filters off, and the search.
    ShowAll = "show-all",
    /// Take the search off.
    ClearQuery = "query",
    /// The tools of a small screen, or no longer.
    Tools = "tools",
    /// Notices were read.
    Dismiss = "dismiss",
    /// Light, dark, or as the system is: the next of these.
    Theme = "theme",
    /// The details in front.
    Details = "details",
    /// The ladder in front.
    Ladder = "ladder",
    /// The graph in front.
    Actors = "actors",
    /// The list of events in front.
    List = "list",
    /// The claims in front.
    Claims = "claims",
    /// Past what stands before the timeline.
    GoPlot = "go-plot",
    /// Past what stands before the details.
    GoDetails = "go-details",
    /// The window twice as long.
    ZoomOut = "-",
    /// The window half as long.
    ZoomIn = "+",
    /// The window as long as the record.
    Whole = "0",
    /// A lane for each side.
    BySide = "by-side",
    /// A lane for each field of action.
    ByDomain = "by-domain",
    /// The pulse above the lanes.
    StripPulse = "strip-pulse",
    /// The dead above the lanes.
    StripDead = "strip-dead",
    /// The pulse is to be heard.
    Listen = "listen",
    /// The graph closer.
    GraphCloser = "graph-closer",
    /// The graph further away.
    GraphFurther = "graph-further",
    /// The graph as it was before it was moved.
    ResetGraph = "reset-graph",
    /// More room for the graph.
    LargerGraph = "larger-graph",
    /// The usual room for the graph.
    SmallerGraph = "smaller-graph",
    /// Every actor and line of the graph, or camps again.
    AllActors = "all-actors",
    /// The whole chain of answers, or the direct ones again.
    Chain = "chain",
    /// Forget the way between two actors.
    Disconnect = "disconnect",
    /// The events as a table.
    TableEvents = "table-events",
    /// The dealings as a table.
    TableDealings = "table-dealings",
    /// The events as a list.
    AsList = "as-list",
    /// Copy the link to this view.
    Copy = "copy",
    /// Copy the code of a frame.
    CopyFrame = "copy-frame",
    /// Copy the code of an element.
    CopyElement = "copy-element",
    /// Copy the citation of the event.
    CopyCitation = "copy-citation",
    /// Copy it as BibTeX.
    CopyBibtex = "copy-bibtex",
    /// Save the picture as SVG.
    SaveSvg = "save-svg",
    /// Save the picture as PNG.
    SavePng = "save-png",
    /// Save the events of the window as CSV.
    SaveCsv = "save-csv",
    /// Save them as JSON.
    SaveJson = "save-json",
    /// Save all events as CSV.
    SaveAllCsv = "save-all-csv",
    /// Save them as JSON.
    SaveAllJson = "save-all-json",
    /// Save the dealings as CSV.
    SaveDealings = "save-dealings",
    /// Print the view.
    Print = "print",
}

impl Command {
    /// The command with this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|command| command.word() == word)
    }

    /// What it asks for where things are as in `state`; `None` where there is nothing that it could be about.
    #[must_use]
    pub fn asks(self, state: &State) -> Option<Asked> {
        use Asked::{Act, Run};
        let view = &state.view;
        Some(match self {
            Self::Previous => Act(Action::Step(-1)),
            Self::Next => Act(Action::Step(1)),
            Self::Close => Act(Action::Deselect),
            Self::TellPrevious => Act(Action::TellStep(-1)),
            Self::TellNext => Act(Action::TellStep(1)),
            Self::TellExit => Act(Action::Tell(None)),
            Self::OnToRecord => Act(Action::ReadOn(ReadOn::Record)),
            Self::OnToClaims => Act(Action::ReadOn(ReadOn::OpenClaims)),
            Self::Help => Act(Action::Open(Some(Dialog::Help))),
            Self::About => Act(Action::Open(Some(Dialog::About))),
            Self::Share => Act(Action::Open(Some(Dialog::Share))),
            Self::PulseHelp => Act(Action::Open(Some(Dialog::Pulse))),
            Self::Stories => Act(Action::Open(Some(Dialog::Stories))),
            Self::Filters => {
                Act(Action::Open((state.visit.dialog != Some(Dialog::Filters)).then_some(Dialog::Filters)))
            }
            Self::ShowAll => Act(Action::ShowAll),
            Self::ClearQuery => Act(Action::Search(String::new())),
            Self::Tools => Act(Action::ToggleTools),
            Self::Dismiss => Act(Action::DismissNotices),
            Self::Theme => Act(Action::SetTheme(match view.theme {
                Theme::System => Theme::Light,
                Theme::Light => Theme::Dark,
                Theme::Dark => Theme::System,
            })),
            Self::Details => Act(Action::ShowTab(Tab::Details)),
            Self::Ladder => Act(Action::ShowTab(Tab::Ladder)),
            Self::Actors => Act(Action::ShowTab(Tab::Actors)),
            Self::List => Act(Action::ShowTab(Tab::List)),
            Self::Claims => Act(Action::ShowTab(Tab::Claims)),
            Self::GoPlot => Run(Errand::Focus(".plot")),
            Self::GoDetails => Run(Errand::Focus(".details")),
            // They say which key they stand for.
            Self::ZoomOut | Self::ZoomIn | Self::Whole => {
                Act(window_action(&state.record, state.target_window(), self.word())?)
            }
            Self::BySide => Act(Action::SetLanes(LaneMode::Side)),
            Self::ByDomain => Act(Action::SetLanes(LaneMode::Domain)),
            Self::StripPulse => Act(Action::SetStrip(Strip::Pulse)),
            Self::StripDead => Act(Action::SetStrip(Strip::Dead)),
            Self::Listen => Run(Errand::Listen),
            Self::GraphCloser => Run(Errand::ZoomGraph(Zoom::Closer)),
            Self::GraphFurther => Run(Errand::ZoomGraph(Zoom::Further)),
            Self::ResetGraph => Act(Action::ResetGraph),
            Self::LargerGraph => Act(Action::EnlargeGraph(true)),
            Self::SmallerGraph => Act(Action::EnlargeGraph(false)),
            Self::AllActors => Act(Action::SetGraph(match view.graph {
                GraphMode::All => GraphMode::Camps,
                GraphMode::Camps => GraphMode::All,
            })),
            Self::Chain => Act(Action::Reach(match state.visit.reach {
                Reach::Chain => Reach::Direct,
                Reach::Direct => Reach::Chain,
            })),
            Self::Disconnect => Act(Action::Connect(state.selected_actor()?)),
            Self::TableEvents => Act(Action::ShowTable(Some(Table::of(Kind::Events)))),
            Self::TableDealings => Act(Action::ShowTable(Some(Table::of(Kind::Dealings)))),
            Self::AsList => Act(Action::ShowTable(None)),
            Self::Copy => Run(Errand::Copy(Text::Link)),
            Self::CopyFrame => Run(Errand::Copy(Text::Frame)),
            Self::CopyElement => Run(Errand::Copy(Text::Element)),
            Self::CopyCitation => Run(Errand::Copy(Text::Citation)),
            Self::CopyBibtex => Run(Errand::Copy(Text::Bibtex)),
            Self::SaveSvg => Run(Errand::Save(File::Picture(Image::Svg))),
            Self::SavePng => Run(Errand::Save(File::Picture(Image::Png))),
            Self::SaveCsv => events(state, Data::Csv, Extent::Window),
            Self::SaveJson => events(state, Data::Json, Extent::Window),
            Self::SaveAllCsv => events(state, Data::Csv, Extent::Record),
            Self::SaveAllJson => events(state, Data::Json, Extent::Record),
            Self::SaveDealings => Run(Errand::Save(File::Dealings)),
            Self::Print => Run(Errand::Print),
        })
    }
}

/// Events as a file, as soon as there is all that stands in it.
fn events(state: &State, data: Data, extent: Extent) -> Asked {
    if state.record.has_texts() {
        Asked::Run(Errand::Save(File::Events(data, extent)))
    } else {
        Asked::Act(Action::Say("The texts of the record are not there yet: nothing is saved without them."))
    }
}

/// What a button asks for that carries `text`; `None` for what no button of ours says,
/// or what means nothing in `state`.
#[must_use]
pub fn asked(state: &State, text: &str) -> Option<Asked> {
    match Command::from_word(text) {
        Some(command) => command.asks(state),
        None => Choice::read(&state.record, text)?.asks(state),
    }
}

#[cfg(test)]
mod tests;
