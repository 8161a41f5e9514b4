//! How the picture is read: a small drawing of each thing that stands in it,
//! made by what draws the picture itself.

use dataset::model::SideIdx;
use yew::prelude::*;

use crate::geom::Point;
use crate::geom::outline::Outline;
use crate::state::State;
use crate::timeline::classes::{hue, hue_of_side};
use crate::timeline::glyph;
use crate::ui::element::{class, element};
use crate::ui::shapes::{path, rect, section};

/// Size of a drawing in pixels.
const WIDTH: f64 = 64.0;
const HEIGHT: f64 = 28.0;
const MIDDLE: f64 = HEIGHT / 2.0;

/// Each thing with what it means.
pub fn view(state: &State) -> Html {
    let record = &state.record;
    let mut rows = Vec::new();
    let mut row = |signs: Vec<Html>, meaning: String| {
        let drawing =
            element!("svg" { "class": "drawn", "viewBox": "0 0 64 28", "aria-hidden": "true" } [signs]);
        rows.push(element!("li" {} [drawing, element!("span" {} [meaning])]));
    };
    let mark = |class: &'static str, nth: usize, x: f64, radius: f64| {
        element!("g" { "class": class } [
            path("glyph", glyph::shape(nth, x, MIDDLE, radius).text()),
        ])
    };
    let data = record.data();
    let mut colours = Vec::new();
    for (nth, x) in
        (0..u16::try_from(data.sides.len()).unwrap_or_default()).zip([8.0, 20.0, 32.0, 44.0, 56.0])
    {
        colours.push(mark(hue_of_side(record, SideIdx(nth)), 3, x, 4.5));
    }
    let names: Vec<&str> = data.sides.iter().map(|side| side.short).collect();
    row(
        colours,
        format!(
            "Each mark is an act. Its colour says who acted: {}; of both adversaries together, both. Its \
             shape says the field:",
            names.join(", ")
        ),
    );
    for (nth, domain) in data.domains.iter().enumerate() {
        row(vec![mark("", nth, 20.0, 5.0)], domain.name.to_owned());
    }
    let tails =
        (0..).zip(data.sides).zip([10.0, 24.0, 40.0, 52.0]).filter(|((_, side), _)| !side.is_unattributed());
    let tails = tails.map(|((nth, _), x)| {
        let sign = path("glyph", glyph::of_side(nth.into(), x, MIDDLE).text());
        element!("g" { "class": hue_of_side(record, SideIdx(nth)) } [sign])
    });
    row(
        tails.collect(),
        "Where lanes are fields, a tail says the side as well: it points up, down, left or right in the \
         order of the legend."
            .to_owned(),
    );
    row(
        vec![
            mark(hue(SideIdx(0)), 3, 10.0, 3.5),
            mark(hue(SideIdx(0)), 3, 28.0, 4.5),
            mark(hue(SideIdx(0)), 3, 48.0, 6.0),
        ],
        "The larger a mark, the more it mattered in the chain of events; the largest are turning points."
            .to_owned(),
    );
    let bar = |faint: &'static str, x: f64| rect(class(&["bar", faint]), [x, MIDDLE - 4.0, 26.0, 8.0, 2.0]);
    row(
        vec![element!("g" { "class": hue(SideIdx(1)) } [bar("", 2.0), bar("vague-end", 34.0)])],
        "A bar lasts as long as the act, or a day where no time of day is known; a pale one has ends that \
         are not known exactly."
            .to_owned(),
    );
    row(
        vec![
            mark(hue(SideIdx(1)), 0, 12.0, 5.0),
            path("flag", glyph::flag(18.0, MIDDLE).text()),
            path("flag contested", glyph::flag(40.0, MIDDLE).text()),
        ],
        "A flag: somebody made a claim about it. A filled one is disputed or denied.".to_owned(),
    );
    let badge = rect(class(&["badge"]), [20.0, MIDDLE - 9.0, 24.0, 18.0, 9.0]);
    let number = element!("text" { "class": "number", "x": WIDTH / 2.0, "y": MIDDLE + 4.0 } ["7"]);
    row(
        vec![element!("g" { "class": "cluster side-0" } [badge, number])],
        "So many events for which there is no room: a click parts them.".to_owned(),
    );
    let arc = Outline::from(Point::new(6.0, 22.0)).curve(Point::new(32.0, -8.0), Point::new(58.0, 22.0));
    row(
        vec![
            element!("g" { "class": hue(SideIdx(1)) } [path("arc lit near", arc.text())]),
            mark(hue(SideIdx(0)), 3, 6.0, 4.0),
            mark(hue(SideIdx(1)), 3, 58.0, 4.0),
        ],
        "An arc leads from an act to its answer, where a source says that it was one.".to_owned(),
    );
    let pulse = |nth: u16, up: f64| {
        let line = Outline::from(Point::new(4.0, MIDDLE))
            .line(Point::new(24.0, MIDDLE))
            .line(Point::new(24.0, MIDDLE - up));
        let line = line.line(Point::new(42.0, MIDDLE - up / 3.0)).line(Point::new(60.0, MIDDLE));
        element!("g" { "class": hue(SideIdx(nth)) } [path("area", line.text())])
    };
    row(
        vec![pulse(0, 11.0), pulse(1, -9.0)],
        "The pulse above the lanes: how hostile the acts of each side were, in points of the Goldstein \
         scale; what is past halves every 7 days."
            .to_owned(),
    );
    section(None, "How to read the picture", element!("ul" { "class": "reading" } [rows]))
}
