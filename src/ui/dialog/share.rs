//! Share: the link to this view, code that embeds it, the picture and the data as files,
//! an event's citation, and paper.

use yew::prelude::*;

use crate::command::{Choice, Command, Image};
use crate::export::{Extent, embed, events};
use crate::picture::sheet::FORMS;
use crate::platform::save;
use crate::state::State;
use crate::ui::element::{Inside, element};
use crate::ui::panel::offer;
use crate::ui::shapes::{quiet, section};
use crate::ui::taken;

/// All that can be taken away from `state`.
pub fn view(state: &State) -> Html {
    let mut sections = Vec::new();
    sections.push(section(None, "Link to this view", offered(taken::link(state), Command::Copy)));
    if let Some(page) = taken::page() {
        let [wide, narrow] = embed::heights(state.frame.parts);
        let size = format!(
            "A frame of the article's width, {wide} px high; {narrow} px where it may be narrower than 720 \
             px."
        );
        let frame = vec![element!("p" {} [size]), offered(embed::frame(state, &page), Command::CopyFrame)];
        sections.push(section(None, "In an article", frame.node()));
        let element = vec![
            element!("p" {} [
                "Where the article may load a script: it takes the height that it needs by itself. An \
                 editor that takes scripts out (WordPress for authors, newsletters) leaves the link alone: \
                 use the frame there, or paste the address.",
            ]),
            offered(embed::element(state, &page), Command::CopyElement),
        ];
        sections.push(section(None, "In an article, as an element", element.node()));
    }
    let picture = buttons(vec![
        quiet("SVG", Command::SaveSvg),
        quiet("PNG, double size", Command::SavePng),
        quiet("Print", Command::Print),
    ]);
    sections.push(section(None, "Picture of this view", picture));
    let mut stills =
        vec![element!("p" {} ["With title, window, legend and source, for an article or a post."])];
    for (name, form, [width, height]) in FORMS {
        let button = |image: Image, words: &'static str| {
            let asks = Choice::Still(form, image).written(&state.record);
            element!("button" { "type": "button", "class": "quiet", "data-do": asks } [words])
        };
        let told = format!("{name}, {width} × {height}");
        stills.push(buttons(vec![
            element!("b" {} [told]),
            button(Image::Png, "PNG"),
            button(Image::Svg, "SVG"),
        ]));
    }
    sections.push(section(None, "Stills", stills.node()));
    let data = vec![
        kinds("The window", events(state, Extent::Window).len(), Command::SaveCsv, Command::SaveJson),
        kinds(
            "The whole record",
            events(state, Extent::Record).len(),
            Command::SaveAllCsv,
            Command::SaveAllJson,
        ),
        element!("p" {} [
            if state.is_narrowed() { "What filters and search leave out is not in it." } else { "" },
        ]),
    ];
    sections.push(section(None, "Events, with their sources", data.node()));
    if let Some([plain, bibtex]) = taken::citations(state) {
        let both = vec![offered(plain, Command::CopyCitation), offered(bibtex, Command::CopyBibtex)];
        sections.push(section(None, "How to cite the event", both.node()));
    }
    if save::may_refuse() {
        sections.push(element!("p" { "class": "note" } [
            "This page stands in another, which may keep it from saving files. Then open it by itself: ",
            element!("a" {
                "href": taken::link(state),
                "target": "_blank",
                "rel": "noopener",
            } ["in a new tab"]),
            ".",
        ]));
    }
    let said = state.visit.notices.last().cloned();
    sections.push(element!("p" { "class": "said", "role": "status" } [said]));
    sections.extend(state.visit.offered.as_ref().map(offer));
    sections.node()
}

/// A text to be copied, and the button that does it.
fn offered(text: String, command: Command) -> Html {
    element!("div" { "class": "offered" } [
        element!("pre" {
            "tabindex": "0",
            "role": "group",
            "aria-label": "Text to copy",
            "translate": "no",
        } [text]),
        quiet("Copy", command),
    ])
}

fn buttons(all: Vec<Html>) -> Html {
    element!("p" { "class": "takings" } [all])
}

/// So many events, in both forms; a file of none would be no record.
fn kinds(name: &'static str, count: usize, csv: Command, json: Command) -> Html {
    let told = format!("{name}: {count} {}", if count == 1 { "event" } else { "events" });
    let mut all = vec![element!("span" {} [told])];
    if count > 0 {
        all.extend([quiet("CSV", csv), quiet("JSON", json)]);
    }
    buttons(all)
}
