//! What a reader takes away, made from the state and from what the browser knows: addresses, sizes, the day.

use std::rc::Rc;

use dataset::civil::DateTime;
use dataset::model::EventIdx;
use dataset::units::UtcOffset;
use yew::prelude::*;

use super::guard::{Same, use_guard};
use super::store::Dispatch;
use crate::command::{Data, File, Image, Text};
use crate::export::cite::Cited;
use crate::export::{Extent, csv, embed, events, json};
use crate::geom::Size;
use crate::picture::export::{Seen, still, svg};
use crate::picture::palette::{FAMILIES, Palette};
use crate::picture::sheet::Form;
use crate::platform::measure::{Font, TextMeasure};
use crate::platform::print::Printed;
use crate::platform::save::TextFile;
use crate::platform::{address, clipboard, clock, dom, print, save};
use crate::record::Record;
use crate::state::table::{Kind, Table};
use crate::state::url::encode;
use crate::state::{Action, State, Theme};
use crate::time::format;

/// How many dots of a PNG a pixel becomes, each way.
const PNG_TIMES: u32 = 2;
/// The size of the timeline in a picture where it is not on the page.
const UNSEEN: Size = Size::new(960.0, 380.0);

/// The link to exactly this view.
pub fn link(state: &State) -> String {
    address::with_fragment(&encode(&state.record, &state.view))
}

/// The page's address alone; `None` where it leads nobody there: a file, or a text in another page.
pub fn page() -> Option<String> {
    let page = address::with_fragment("");
    page.starts_with("http").then(|| page.split('?').next().unwrap_or_default().to_owned())
}

/// The address of the page by itself with this view, out of any frame.
pub fn page_address(state: &State) -> String {
    page().map_or_else(
        || link(state),
        |page| [page.as_str(), "#", &encode(&state.record, &state.view)].concat(),
    )
}

/// The selected event's citation, plain and as BibTeX.
pub fn citations(state: &State) -> Option<[String; 2]> {
    let url = page().map_or_else(String::new, |_| link(state));
    let accessed = DateTime::at(clock::now(), UtcOffset::UTC).date();
    let cited = Cited { record: &state.record, event: state.selected_event()?, url: &url, accessed };
    Some([cited.plain(), cited.bibtex()])
}

/// A text to be copied, with what is said when it is; `None` where there is none.
fn text(state: &State, text: Text) -> Option<(String, &'static str)> {
    let text = match text {
        Text::Link => return Some((link(state), "The link to this view is copied.")),
        Text::Frame => embed::frame(state, &page()?),
        Text::Element => embed::element(state, &page()?),
        Text::Citation => citations(state).map(|[plain, _]| plain)?,
        Text::Bibtex => citations(state).map(|[_, bibtex]| bibtex)?,
    };
    Some((text, "Copied."))
}

/// Puts a text on the clipboard.
// Comes late.
#[inline(never)]
pub fn copy_text(dispatch: &Dispatch, state: &State, asked: Text) {
    if let Some((text, done)) = text(state, asked) {
        copy(dispatch, text, done, NO_CLIPBOARD);
    }
}

/// Prints the view.
// Comes late.
#[inline(never)]
pub fn print_view(dispatch: &Dispatch, state: &State) {
    let (teller, address) = (dispatch.clone(), page_address(state));
    let refused = move || teller.dispatch(Action::Offer(NO_PRINT, address.as_str().into()));
    dispatch.dispatch(Action::Open(None));
    print::now(&picture(state, Palette::Light), &words(state), &printed(state), refused);
}

/// Saves a file; says what came of it, unless that is said later or by others.
// Comes late.
#[inline(never)]
pub fn save(dispatch: &Dispatch, state: &State, asked: File) -> Option<Action> {
    let is_saved = match asked {
        File::Still(form, image) => return save_still(dispatch, state, form, image).map(Action::Say),
        File::Picture(Image::Svg) => {
            file(dispatch, "timeline.svg", "image/svg+xml", |add| add(&picture(state, palette(state))))
        }
        File::Picture(Image::Png) if save::may_refuse() => {
            let file = TextFile::default();
            file.add(&picture(state, palette(state)));
            copy(dispatch, file.text(), "Copied as SVG: this frame may keep no files.", NO_FILES);
            return None;
        }
        File::Picture(Image::Png) => {
            save_png(dispatch, "timeline.png", &picture(state, palette(state)), PNG_TIMES);
            return None;
        }
        File::Events(Data::Csv, extent) => file(dispatch, "events.csv", "text/csv;charset=utf-8", |add| {
            add(&csv::table(&state.record, &events(state, extent)))
        }),
        File::Events(Data::Json, extent) => file(dispatch, "events.json", "application/json", |add| {
            json::write(&state.record, &events(state, extent), add)
        }),
        File::Dealings => {
            let table = Table::of(Kind::Dealings);
            let rows = state.visit.table.unwrap_or(table).rows(state);
            let cells = rows.iter().map(|row| &row.cells[..]);
            file(dispatch, "dealings.csv", "text/csv;charset=utf-8", |add| {
                add(&csv::plain(&table.kind.columns(), cells))
            })
        }
    };
    let is_silent = save::may_refuse();
    (!is_silent).then_some(Action::Say(if is_saved { SAVED } else { NOT_SAVED }))
}

const SAVED: &str = "The file is handed to the browser.";
const NOT_SAVED: &str = "No file can be saved here.";

/// Saves a picture as PNG, and says what came of it when that is known.
fn save_png(dispatch: &Dispatch, name: &'static str, picture: &str, times: u32) {
    let teller = dispatch.clone();
    save::png(name, picture, times, move |is_saved| {
        teller.dispatch(Action::Say(if is_saved {
            SAVED
        } else {
            "The browser made no PNG of this picture. Take it as SVG."
        }));
    });
}

/// Saves the view as a still; what came of it, where that is known at once.
fn save_still(dispatch: &Dispatch, state: &State, form: Form, image: Image) -> Option<&'static str> {
    if save::may_refuse() {
        return Some("This frame may keep no files: open the page by itself for pictures.");
    }
    let picture = seen(state, palette(state), |seen| still(seen, form));
    if image == Image::Png {
        save_png(dispatch, "still.png", &picture, 1);
        return None;
    }
    Some(if file(dispatch, "still.svg", "image/svg+xml", |add| add(&picture)) { SAVED } else { NOT_SAVED })
}

/// Why a text is shown that was to be copied, or saved.
const NO_CLIPBOARD: &str =
    "The browser lets nothing be copied from here by a button. The text is marked: copy it by hand.";
const NO_FILES: &str = "This frame may keep no files. The text is marked: copy it by hand.";
const NO_PRINT: &str = "The browser prints nothing from here. Open the page by itself to print it:";

/// Puts `text` on the clipboard and says `done`, or shows it and says why,
/// as soon as the browser has told which.
fn copy(dispatch: &Dispatch, text: String, done: &'static str, why: &'static str) {
    let dispatch = dispatch.clone();
    clipboard::copy(text, move |refused| {
        dispatch.dispatch(match refused {
            None => Action::Say(done),
            Some(text) => Action::Offer(why, text.into()),
        });
    });
}

/// Saves a file of text that `write` writes; where files may be refused its text is copied, too.
/// Says whether it was saved.
fn file(dispatch: &Dispatch, name: &str, kind: &str, write: impl FnOnce(&mut dyn FnMut(&str))) -> bool {
    let file = TextFile::default();
    write(&mut |part| file.add(part));
    let is_saved = file.save(name, kind);
    if save::may_refuse() {
        copy(dispatch, file.text(), "Copied: this frame may keep no files.", NO_FILES);
    }
    is_saved
}

/// Marks a text that could not be handed over, as soon as it is shown.
#[hook]
pub fn use_offered(state: &Rc<State>) {
    let text = state.visit.offered.as_ref().map(|offered| offered.text.clone());
    use_guard(text.clone(), move || text.map(|_| clipboard::mark(".offer pre")));
}

/// Gets the page ready for paper whenever it is printed.
#[hook]
pub fn use_print(state: &Rc<State>) {
    let state = state.clone();
    use_guard(Same(state.clone()), move || {
        print::watch(move || {
            drop(print::prepare(&picture(&state, Palette::Light), &words(&state), &printed(&state)))
        })
    });
}

/// The view as an SVG file, as large as it is seen.
fn picture(state: &State, palette: Palette) -> String {
    seen(state, palette, svg)
}

/// What `draw` makes of the view.
fn seen(state: &State, palette: Palette, draw: impl FnOnce(&Seen<'_>) -> String) -> String {
    let mut font = String::from("12px");
    for family in FAMILIES {
        font += if font.ends_with('"') { ",\"" } else { " \"" };
        font += family;
        font.push('"');
    }
    let measure = TextMeasure::in_font(&Font::named(font));
    draw(&Seen {
        state,
        plot: dom::size_of(".plot").unwrap_or(UNSEEN),
        plane: dom::size_of(".plane").map(|size| Size::new(size.width.floor(), size.height.floor())),
        palette,
        address: &page().map_or_else(String::new, |_| link(state)),
        measure: &|text| measure.width(text),
    })
}

fn palette(state: &State) -> Palette {
    let is_dark = match state.view.theme {
        Theme::System => dom::prefers("(prefers-color-scheme: dark)"),
        theme => theme == Theme::Dark,
    };
    if is_dark { Palette::Dark } else { Palette::Light }
}

/// What a picture shows, for those who do not see it.
fn words(state: &State) -> String {
    String::from("Timeline and actors, ") + &format::window(state.window(), state.clock())
}

/// The window's events as they stand on paper.
fn printed(state: &State) -> Vec<Printed> {
    events(state, Extent::Window).iter().map(|&event| on_paper(&state.record, event)).collect()
}

fn on_paper(record: &Record, event: EventIdx) -> Printed {
    let facts = record.event(event);
    let data = record.data();
    let sources = facts.sources.iter().filter_map(|source| data.sources.get(source.get()));
    let mut when = format::long(facts.date);
    if let Some(place) = facts.place.and_then(|place| data.places.get(place.get())) {
        when = [&when, " · ", place.name].concat();
    }
    Printed {
        title: facts.title,
        when,
        summary: facts.summary,
        answers: facts.responds_to.iter().map(|&cause| record.event(cause).title).collect(),
        sources: sources
            .map(|source| {
                let date = source.date.map_or(String::new(), |date| [", ", &format::short(date)].concat());
                (source.url, [source.publisher, &date].concat())
            })
            .collect(),
    }
}
