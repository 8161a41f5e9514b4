//! The pages that ours is compared with: a blank one, and vis-timeline with the same events.

use std::fs;
use std::path::Path;

use dataset::model::Dataset;
use dataset::units::UtcOffset;
use serde_json::json;

use crate::machine::run::Outcome;
use crate::machine::tools;

/// A page that hears a wheel and a pointer over a blank picture, and draws a frame for each with one rectangle moved: no
/// picture that follows a hand can do less. Below it is a field that nobody listens to.
const BLANK: &str = r#"<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>blank</title><link rel="icon" href="data:,">
<script type="module" src="blank.js"></script></head>
<body><svg id="plot" width="1240" height="420"><rect id="mark" width="9" height="9"/></svg><p><input id="search"></p></body></html>
"#;

const BLANK_SCRIPT: &str = r#"const plot = document.getElementById("plot");
const mark = document.getElementById("mark");
let frame = 0;
function heard(event) {
  event.preventDefault();
  frame ||= requestAnimationFrame(() => { frame = 0; mark.setAttribute("x", event.timeStamp % 1200); });
}
plot.addEventListener("wheel", heard, { passive: false });
plot.addEventListener("pointermove", heard);
document.documentElement.dataset.ready = "true";
"#;

/// What a newsroom writes: lanes for the sides, stacked, a height of its own and scrolling within.
const VIS: &str = r#"<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>vis-timeline</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="vis.css"><script src="vis.js"></script><script type="module" src="start.js"></script></head>
<body><div id="plot"></div></body></html>
"#;

const VIS_SCRIPT: &str = r#"const { groups, items, options } = await (await fetch("data.json")).json();
const timeline = new vis.Timeline(document.getElementById("plot"), new vis.DataSet(items), new vis.DataSet(groups), options);
timeline.on("changed", () => { document.documentElement.dataset.ready = "true"; });
"#;

/// Whether vis-timeline gathers events that are close together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cluster {
    Off,
    On,
}

/// Writes the blank page into `folder`.
///
/// # Errors
/// When that is not possible.
pub fn write_blank(folder: &Path) -> Outcome {
    write(folder, &[("index.html", BLANK), ("blank.js", BLANK_SCRIPT)])
}

/// Writes a page with vis-timeline and the events of `story` into `folder`.
///
/// # Errors
/// When that is not possible.
pub fn write_vis(folder: &Path, story: &Dataset, cluster: Cluster) -> Outcome {
    let package = tools::for_comparing()?.join("vis-timeline");
    let file = |name: &str| fs::read_to_string(package.join(name)).map_err(|error| format!("vis-timeline's {name}: {error}"));
    let data = vis_data(story, cluster);
    write(
        folder,
        &[
            ("index.html", VIS),
            ("start.js", VIS_SCRIPT),
            ("vis.js", &file("standalone/umd/vis-timeline-graph2d.min.js")?),
            ("vis.css", &file("styles/vis-timeline-graph2d.min.css")?),
            ("data.json", &data),
        ],
    )
}

fn vis_data(story: &Dataset, cluster: Cluster) -> String {
    let groups: Vec<_> = story.sides.iter().map(|side| json!({ "id": side.id, "content": side.name })).collect();
    let items = story.events.iter().map(|event| {
        let span = event.span(UtcOffset::UTC);
        let side = event.initiators.first().map_or("", |actor| story.sides[story.actors[actor.get()].side.get()].id);
        let mut item = json!({ "id": event.id, "group": side, "content": event.title, "start": span.start.0 * 1000 });
        // A day is a point for vis-timeline; what is longer has two ends.
        if span.end.0 - span.start.0 > 86_400 {
            item["end"] = (span.end.0 * 1000).into();
        }
        item
    });
    let opening = story.meta.opening.span(UtcOffset::UTC);
    let options = json!({
        "stack": true,
        "cluster": match cluster { Cluster::Off => json!(false), Cluster::On => json!({}) },
        "height": "600px",
        "verticalScroll": false,
        "start": opening.start.0 * 1000,
        "end": opening.end.0 * 1000,
    });
    json!({ "groups": groups, "items": items.collect::<Vec<_>>(), "options": options }).to_string()
}

/// Writes the files by name and text, in a folder that is emptied first.
fn write(folder: &Path, files: &[(&str, &str)]) -> Outcome {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    fs::create_dir_all(folder).map_err(failed)?;
    files.iter().try_for_each(|(name, text)| fs::write(folder.join(name), text)).map_err(failed)
}
