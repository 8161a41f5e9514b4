//! About: how the record is made, its sources and licence, how to cite it, and where errors go.

use yew::prelude::*;

use super::paragraphs;
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
             what came later is not in it. It is a selection, denser in some years than in others.",
            data.events.len(),
            data.actors.len(),
            data.relations.len(),
        )]),
        paragraphs(&[
            "A date is never more precise than its sources: a day is drawn as a day, and “about” and “uncertain” are said.",
            "What somebody said stands as a claim, with the speaker, the date and what came of it. The status is about the claim, \
             not about the speaker's good faith.",
            "“What led here” and “What followed” stand where a source says that one event answered another. Order in time alone is no reason.",
            "Importance, 1 to 5, is an event's weight in the chain, not the number of the dead and not guilt. A CAMEO code \
             says what kind of act an event was, by the act and not by its subject or result. Both are the record's choice, not the sources'.",
        ])
        .node(),
    ];
    let sources = element!("p" {} [format!(
        "{} sources. Each statement has its source in the details; most were read as excerpts, some as reprints.",
        data.sources.len(),
    )]);
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
            paragraphs(&["Report an error to the page's publisher, with the link to the view (“Copy link”)."]).node(),
        ),
        element!("p" {} [quiet("How the pulse is made", "pulse-help"), " ", quiet("Keys and gestures", "help")]),
    ]
    .node()
}
