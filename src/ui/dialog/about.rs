//! About: how the record is made, its sources and licence, how to cite it, and where errors go.

use dataset::model::Grade;
use yew::prelude::*;

use super::{outer_link, paragraphs};
use crate::command::Command;
use crate::order;
use crate::platform::address;
use crate::state::State;
use crate::time::format;
use crate::ui::element::{Inside, element};
use crate::ui::shapes::{list, quiet, section};

/// The record of `state`, told about.
pub fn view(state: &State) -> Html {
    let data = state.record.data();
    let updated = format::day(data.meta.updated);
    let num_claims: usize = data.events.iter().map(|event| event.claims.len()).sum();
    let kept = (!data.meta.method.is_empty()).then(|| element!("p" {} [data.meta.method]));
    let method = vec![
        kept.unwrap_or_default(),
        element!("p" {} [format!(
            "The record holds {} events, {num_claims} claims, {} actors and {} standing relations. It was \
             last kept on {updated}: what came later is not in it.",
            data.events.len(),
            data.actors.len(),
            data.relations.len(),
        )]),
        paragraphs(&[
            "A date is never more precise than its sources: a day is drawn as a day, and “about” and \
             “uncertain” are said.",
            "What somebody said stands as a claim, with the speaker, the date and what came of it. The \
             status is about the claim, not about the speaker's good faith.",
            "“What led here” and “What followed” stand where one event answered another, “Followed from” \
             and “Led to” where it was a consequence.",
            "Importance, 1 to 5, is an event's weight in the chain, not the number of the dead and not \
             guilt. A CAMEO code says what kind of act an event was, by the act and not by its subject or \
             result. Both are the record's choice, not the sources'.",
        ])
        .node(),
    ];
    let digests = data.sources.iter().filter(|source| source.grade == Grade::Digest).count();
    let sources = element!("p" {} [format!(
        "{} sources, {digests} of them digests. Each statement has its source in the details, with what \
         kind of publication that is.",
        data.sources.len(),
    )]);
    let licence =
        element!("p" {} ["The data: ", data.meta.license, ". Use them as it says, and name the record."]);
    let contact = (!data.meta.contact.is_empty()).then(|| {
        let told =
            format!("Report an error to {}, with the link to the view (“Copy link”).", data.meta.contact);
        section(None, "Errors", element!("p" {} [told]))
    });
    // A page from a file or from a text in another page has no address that leads anybody there.
    let page = Some(address::with_fragment("")).filter(|page| page.starts_with("http"));
    let cited = page.map_or_else(String::new, |page| format!(" {page}"));
    let cite = element!("p" { "class": "citation" } [
        format!("“{}.” Record kept to {updated}.{cited}", data.meta.title),
    ]);
    vec![
        section(None, "Method", method.node()),
        section(None, "Sources", sources),
        section(None, "Licence", licence),
        section(None, "How to cite", cite),
        section(None, "For everyone", accessibility(!cited.is_empty())),
        corrections(state).unwrap_or_default(),
        contact.unwrap_or_default(),
        element!("p" {} [
            quiet("How the pulse is made", Command::PulseHelp),
            " ",
            quiet("Keys and gestures", Command::Help),
        ]),
    ]
    .node()
}

/// What the page does for readers who see it otherwise or not at all;
/// with a way to the statement where the page has an address.
fn accessibility(has_address: bool) -> Html {
    let more = has_address.then(|| outer_link("accessibility.md", "What was tried, and what is open"));
    element!("p" {} [
        "The page is made to WCAG 2.2, level AA. All of it can be read and done by keyboard and by screen \
         reader; “Events” has tables, the pulse a sound, and Help the keys. ",
        more,
    ])
}

/// What was corrected in the record, the newest first.
fn corrections(state: &State) -> Option<Html> {
    let mut all = Vec::new();
    for event in state.record.data().events {
        for revision in event.revised {
            all.push((revision.date, event.title, revision.what));
        }
    }
    order::sort_by_key(&mut all, |(date, ..)| date.days().unsigned_abs());
    let mut items = Vec::new();
    for (date, title, what) in all.into_iter().rev() {
        items.push(element!("li" {} [format!("{}, “{title}”: {what}", format::day(date))]));
    }
    (!items.is_empty()).then(|| section(None, "Corrections", list(Some("points"), items)))
}
