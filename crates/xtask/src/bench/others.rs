//! The pages that ours is compared with: a blank one, and vis-timeline and TimelineJS with the same events.

use std::fs;
use std::path::Path;

use dataset::civil::DateTime;
use dataset::model::{ActorIdx, Dataset};
use dataset::units::UtcOffset;
use serde_json::json;

use crate::machine::run::Outcome;
use crate::machine::tools;

/// A page that hears a wheel and a pointer over a blank picture, and draws a frame for each with one
/// rectangle moved: no picture that follows a hand can do less. Below it is a field that nobody listens to.
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

/// TimelineJS as its makers show it: the timeline below a slide.
/// Its fonts would come from another host and are left out.
const TIMELINE_JS: &str = r#"<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>TimelineJS</title><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="css/timeline.css"><script src="js/timeline.js"></script><script type="module" src="start.js"></script></head>
<body><div id="plot" style="width:100%;height:600px"></div></body></html>
"#;

const TIMELINE_JS_SCRIPT: &str = r#"const data = await (await fetch("data.json")).json();
const timeline = new TL.Timeline("plot", data, { font: null, hash_bookmark: false });
timeline.on("loaded", () => { document.documentElement.dataset.ready = "true"; });
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

/// Writes a page with vis-timeline and the events of `record` into `folder`.
///
/// # Errors
/// When that is not possible.
pub fn write_vis(folder: &Path, record: &Dataset, cluster: Cluster) -> Outcome {
    let package = tools::for_comparing()?.join("vis-timeline");
    let file = |name: &str| {
        fs::read_to_string(package.join(name)).map_err(|error| format!("vis-timeline's {name}: {error}"))
    };
    let data = vis_data(record, cluster);
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

/// Writes a page with TimelineJS and the events of `record` into `folder`.
///
/// # Errors
/// When that is not possible.
pub fn write_timeline_js(folder: &Path, record: &Dataset) -> Outcome {
    let package = tools::for_comparing()?.join("@knight-lab/timelinejs/dist");
    for part in ["css", "css/icons", "js"] {
        let failed = |error: std::io::Error| format!("TimelineJS's {part}: {error}");
        fs::create_dir_all(folder.join(part)).map_err(failed)?;
        for entry in fs::read_dir(package.join(part)).map_err(failed)? {
            let path = entry.map_err(failed)?.path();
            if let Some(name) = path
                .file_name()
                .filter(|_| path.is_file() && path.extension().is_none_or(|ending| ending != "map"))
            {
                fs::copy(&path, folder.join(part).join(name)).map_err(failed)?;
            }
        }
    }
    let events = record.events.iter().map(|event| {
        let start = DateTime::at(event.span(UtcOffset::UTC).start, UtcOffset::UTC).date();
        let date = json!({ "year": start.year(), "month": start.month(), "day": start.day() });
        let side = |actor: &ActorIdx| record.sides[record.actors[actor.get()].side.get()].name;
        let side = event.initiators.first().map_or("", side);
        json!({ "start_date": date, "text": { "headline": event.title, "text": event.summary }, "group": side })
    });
    let data = json!({ "events": events.collect::<Vec<_>>() }).to_string();
    write(folder, &[("index.html", TIMELINE_JS), ("start.js", TIMELINE_JS_SCRIPT), ("data.json", &data)])
}

fn vis_data(record: &Dataset, cluster: Cluster) -> String {
    let groups: Vec<_> =
        record.sides.iter().map(|side| json!({ "id": side.id, "content": side.name })).collect();
    let items = record.events.iter().map(|event| {
        let span = event.span(UtcOffset::UTC);
        let side = event
            .initiators
            .first()
            .map_or("", |actor| record.sides[record.actors[actor.get()].side.get()].id);
        let mut item =
            json!({ "id": event.id, "group": side, "content": event.title, "start": span.start.0 * 1000 });
        // A day is a point for vis-timeline; what is longer has two ends.
        if span.end.0 - span.start.0 > 86_400 {
            item["end"] = (span.end.0 * 1000).into();
        }
        item
    });
    let opening = record.meta.opening.span(UtcOffset::UTC);
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
