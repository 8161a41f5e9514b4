//! How the pulse is made: its formula, what it counts, and what the standard behind it cannot say.
//!
//! The facts about the standard are those of `data/cameo.json` and `data/README.md`; the formula is that of
//! [`crate::timeline::pulse`].

use yew::prelude::*;

use super::{outer_link, paragraphs};
use crate::state::State;
use crate::ui::element::{Inside, element};
use crate::ui::shapes::{list, section};

const SCALE: &str = "https://doi.org/10.1177/0022002792036002007";
const GDELT: &str = "https://www.gdeltproject.org/";

const COUNTS: &[&str] = &[
    "Only what is in the record: where the record is denser, the pulse is higher.",
    "Hostile acts alone, those with a value below zero. Cooperation takes nothing off.",
    "Acts within a side count too, whomever they hit.",
    "Attacks whose author is not established are in neither curve.",
    "An interval counts with its full value at its start, a vague date as if it were exact.",
];

const CRITICS: &[&str] = &[
    "The value looks at the kind of act alone: not at who acted, on whom, how large it was or how many died.",
    "The scale was made for an older scheme of codes and adapted to CAMEO; tables differ on single codes (016 is −2.0 at \
     GDELT and −5.0 in the icews package for R).",
    "One line from conflict to cooperation is thin, and values are no measured quantities. A sum of them is a rough hint of \
     how much hostility was in the air, never of harm or blame.",
    "An author of CAMEO has written that it was never meant as a general ontology; its successor PLOVER drops the first two roots.",
    "Code 176 (a cyberattack) belongs to a later edition than the values; here it has the value of its root, 17, which is this project's choice.",
];

/// The pulse of the first two sides, explained.
pub fn view(state: &State) -> Html {
    let sides: Vec<&str> = state.story.data().sides.iter().take(2).map(|side| side.short).collect();
    let formula = element!("p" { "class": "formula", "role": "math" } [
        "P(t) = Σ |g| · 2",
        element!("sup" {} ["−(t − s) / 7 days"]),
    ]);
    let standard = vec![
        element!("p" {} [
            "Kinds of act: CAMEO, by Philip Schrodt, Deborah Gerner, Ömür Yilmaz and others. Scale: ",
            outer_link(SCALE, "Joshua Goldstein, 1992"),
            ", adapted to CAMEO by the Kansas Event Data System. Labels and values: look-up files of the ",
            outer_link(GDELT, "GDELT Project"),
            ", read from copies.",
        ]),
        element!("p" {} [
            "GDELT is quoted as allowing any use of its data without fee if it is named and linked; that this covers the two files \
             is our reading. We saw no licence of the CAMEO code book.",
        ]),
    ];
    vec![
        element!("p" {} [format!(
            "The curves of {} are sums of each side's hostile acts, which fade: after 7 days an act counts half, after 14 a quarter.",
            sides.join(" and "),
        )]),
        formula,
        paragraphs(&[
            "t is the moment, and the sum runs over the side's hostile acts that started at s, not later than t. g is the value of the \
             act's CAMEO code on the Goldstein scale, from −10 (most hostile) to +10 (most cooperative).",
        ])
        .node(),
        section(None, "What it counts", items(COUNTS)),
        section(None, "The standard", standard.node()),
        section(None, "What its critics say", items(CRITICS)),
    ]
    .node()
}

fn items(texts: &[&'static str]) -> Html {
    let mut all = Vec::new();
    for &text in texts {
        all.push(element!("li" {} [text]));
    }
    list(Some("points"), all)
}
