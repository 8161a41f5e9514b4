//! About: how the record is made, its sources and licence, how to cite it, and where errors go.

use yew::prelude::*;

use super::outer_link;
use crate::platform::address;
use crate::state::State;
use crate::time::format;
use crate::ui::element::{Inside, element};
use crate::ui::shapes::{quiet, section};

/// The record of `state`, told about.
pub fn view(state: &State) -> Html {
    let data = state.story.data();
    let updated = format::day(data.meta.updated);
    let num_claims: usize = data.events.iter().map(|event| event.claims.len()).sum();
    let method = vec![
        element!("p" {} [format!(
            "The record holds {} events, {num_claims} claims, {} actors and {} standing relations. It ends on {updated}: \
             what came later is not in it. A day is drawn as a day, and “about” and “uncertain” are said.",
            data.events.len(),
            data.actors.len(),
            data.relations.len(),
        )]),
        // How a record was made is its own to say.
        (!data.meta.method.is_empty()).then(|| element!("p" {} [data.meta.method])).node(),
    ];
    let sources = element!("p" {} [format!("{} sources. Each statement has its source in the details.", data.sources.len())]);
    let licence = element!("p" {} ["The data: ", data.meta.license, ". Use them as it says, and name the record."]);
    // A page from a file or from a text in another page has no address that leads anybody there.
    let page = Some(address::with_fragment("")).filter(|page| page.starts_with("http"));
    let cited = page.map_or_else(String::new, |page| format!(" {page}"));
    let cite = element!("p" { "class": "citation" } [format!("“{}.” Record kept to {updated}.{cited}", data.meta.title)]);
    vec![
        section(None, "Method", method.node()),
        section(None, "Sources", sources),
        section(None, "Licence", licence),
        section(None, "How to cite", cite),
        section(
            None,
            "Errors",
            element!("p" {} ["Report an error to ", contact(data.meta.contact), ", with the link to the view (“Copy link”)."]),
        ),
        element!("p" {} [quiet("How the pulse is made", "pulse-help"), " ", quiet("Keys and gestures", "help")]),
    ]
    .node()
}

/// Whom an error is told.
fn contact(contact: &'static str) -> Html {
    match contact {
        "" => "the page's publisher".node(),
        url if url.starts_with("https://") => outer_link(url, url),
        text => text.node(),
    }
}
