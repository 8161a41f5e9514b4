//! How the pulse is made: its formula, what it counts, and what the standard behind it cannot say.
//!
//! The facts about the standard are those of `data/cameo.json` and `data/README.md`; the formula is that of
//! [`crate::timeline::pulse`].

use yew::prelude::*;

use super::{outer_link, paragraphs};
use crate::geom::coord;
use crate::state::State;
use crate::timeline::pulse::SCALE;
use crate::ui::element::{Inside, element};
use crate::ui::shapes::{list, section};

const GOLDSTEIN: &str = "https://doi.org/10.1177/0022002792036002007";
const GDELT: &str = "https://www.gdeltproject.org/";

const COUNTS: &[&str] = &[
    "One act of each side at a time: the strongest that is in force. More entries of the same weight change \
     nothing, so a war of which the record tells little is no lower than a week of which it tells much.",
    "Hostile acts alone, those with a value below zero. Cooperation takes nothing off.",
    "Acts within a side count too, whomever they hit.",
    "What both sides did together counts for neither, unless it was hostile: then for both.",
    "Attacks whose author is not established are in neither curve.",
    "Whole days: an act has its full value on its days and fades from the end of the last one. A month or a \
     year that is no interval counts on its first day.",
];

const CRITICS: &[&str] = &[
    "The value looks at the kind of act alone: not at who acted, on whom, how large it was or how many died.",
    "The scale was made for an older scheme of codes and adapted to CAMEO; tables differ on single codes \
     (016 is −2.0 at GDELT and −5.0 in the icews package for R).",
    "One line from conflict to cooperation is thin, and values are no measured quantities. The curve is a \
     rough hint of the worst kind of act in force, never of harm or blame: two air strikes stand as high as \
     one.",
    "The half-life of 7 days is this project's choice; nothing in the standard says how fast an act fades.",
    "An author of CAMEO has written that it was never meant as a general ontology; its successor PLOVER \
     drops the first two roots.",
    "Code 176 (a cyberattack) belongs to a later edition than the values; here it has the value of its \
     root, 17, which is this project's choice.",
];

const DEAD: &[&str] = &[
    "A box for each event in which people of a side were killed, in the colour of their side, which is not \
     the side that killed them.",
    "It reaches from the lowest count to the highest and from the beginning of the event to its end; each \
     event says who counted.",
    "Each step up is ten times as many, since one window holds single deaths and hundreds of thousands: \
     compare the numbers, not the heights.",
    "Wars are counted as a whole in the event that stands for them. Where the record has no count, nothing \
     is drawn, which does not mean that nobody died.",
];

/// The pulse of the first two sides, and the dead, explained.
pub fn view(state: &State) -> Html {
    let sides: Vec<&str> = state.record.data().sides.iter().take(2).map(|side| side.short).collect();
    let formula = element!("p" { "class": "formula", "role": "math" } [
        "P(t) = max |g| · 2",
        element!("sup" {} ["−age / 7 days"]),
    ]);
    let standard = vec![
        element!("p" {} [
            "Kinds of act: CAMEO, by Philip Schrodt, Deborah Gerner, Ömür Yilmaz and others. Scale: ",
            outer_link(GOLDSTEIN, "Joshua Goldstein, 1992"),
            ", adapted to CAMEO by the Kansas Event Data System. Labels and values: look-up files of the ",
            outer_link(GDELT, "GDELT Project"),
            ", read from copies.",
        ]),
        element!("p" {} [
            "GDELT is quoted as allowing any use of its data without fee if it is named and linked; that \
             this covers the two files is our reading. We saw no licence of the CAMEO code book.",
        ]),
    ];
    vec![
        element!("p" {} [format!(
            "The curves of {} show the strongest hostile act of each side that is in force, from 0 to {}. \
             Acts fade: 7 days after its end an act counts half, after 14 a quarter.",
            sides.join(" and "),
            coord(SCALE),
        )]),
        formula,
        paragraphs(&[
            "t is the moment, and the maximum runs over the side's hostile acts that began not later than \
             t. The age is 0 on the days of an act and grows from the end of the last one. g is the value \
             of the act's CAMEO code on the Goldstein scale, from −10 (most hostile) to +10 (most \
             cooperative).",
        ])
        .node(),
        section(None, "What it counts", items(COUNTS)),
        section(None, "The standard", standard.node()),
        section(None, "What its critics say", items(CRITICS)),
        section(None, "Deaths in its place", items(DEAD)),
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
